"""The ending of a therapy: begun and taken back with one click, its worksheet, and the pages that were finished."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import ClassVar, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedLayout, QWidget

from therapy_diary.desktop.in_turns import those_there
from therapy_diary.domain.closing import Closing, Section
from therapy_diary.domain.found import Found, FoundOnPage
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.domain.topic import TopicKind
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.closing.before import BeforeRoom
from therapy_diary.views.closing.finished import FinishedRoom
from therapy_diary.views.closing.last_session import mark_last_session, take_mark_back
from therapy_diary.views.closing.worksheet import WorksheetRoom
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.room import in_words
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.scrolled_column import ScrolledColumn

Room = TypeVar("Room", bound=QWidget)


class EndingPage(Page):
    """Shows the room that fits where the ending stands; each is made when it is first wanted."""

    name: ClassVar[str] = "ending"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._therapy: Therapy | None = None
        self._closing: Closing | None = None
        self._changing = False  # the answers given at the beginning are being changed
        self._looking_back = False  # at finished pages, while the worksheet is being written on
        self.empty = EmptyState(self)
        self._rooms = QStackedLayout(self)
        self._rooms.addWidget(self.empty)
        self._areas: dict[QWidget, QScrollArea] = {}
        self.empty.say(
            "sunset",
            self.tr("There is no therapy here yet"),
            self.tr("When one comes to its end, this page helps to say goodbye."),
            self.tr("Write the first note"),
        )
        self.empty.acted.connect(lambda: self.asked_for.emit("session_note", None))

    # what the window asks of a page

    def refresh(self) -> None:
        """Read the diary anew; what is typed and not yet kept stays as it is."""
        diary = self.desk.diary
        therapy = diary.therapies.current()
        if therapy is not None and self._writes() and self.worksheet.unkept.belongs_elsewhere(therapy.id):
            return  # it is tried again, and the page then turns to the other therapy
        if self._therapy is not None and (therapy is None or therapy.id != self._therapy.id):
            self._changing = self._looking_back = False
            self._rooms.setCurrentWidget(self.empty)
        self._therapy = therapy
        self._closing = None if therapy is None else diary.closings.at(therapy.id)
        if therapy is None:
            self._rooms.setCurrentWidget(self.empty)
        elif self._changing:
            return
        elif self._closing is not None and (self._is_under_way() or self._looking_back):
            self._show_under_way(therapy, self._closing)
        elif not isinstance(self.room(), BeforeRoom):
            self._show_before(therapy)

    def show_subject(self, subject: object) -> None:
        """Choose the section in which words were Found, on the worksheet or on finished pages."""
        self._looking_back = isinstance(subject, FoundOnPage)
        self._changing = self._changing and not self._looking_back
        self.refresh()
        if isinstance(subject, FoundOnPage):
            if self.room() is self.finished:
                self.finished.show_found(subject)
        elif isinstance(subject, Found):
            self.worksheet.show_section(Section(subject.part))
            self.worksheet.card.form.mine.setFocus()

    def keep(self) -> None:
        """Put what was typed into the diary. Raises StorageError."""
        if self._writes():
            self.worksheet.keep()

    def bookmark(self) -> str:
        """The section, and the place of the cursor in its words."""
        if not isinstance(self.room(), WorksheetRoom):
            return ""
        if not self.is_whole:
            return f"{self.worksheet.section()}:0"  # nobody has written on it yet
        position = self.worksheet.card.form.mine.textCursor().position()
        return f"{self.worksheet.section()}:{position}"

    def return_to(self, bookmark: str) -> None:
        """Go back to that section and place."""
        section, _, position = bookmark.partition(":")
        if isinstance(self.room(), WorksheetRoom) and section in set(Section) and position.isdecimal():
            self.worksheet.show_section(Section(section))
            mine = self.worksheet.card.form.mine
            last = mine.document().characterCount() - 1
            mine.setTextCursor(mine.cursor_at(min(int(position), last)))
            mine.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_page(self) -> None:
        """What the print key does here."""
        if isinstance(self.room(), WorksheetRoom):
            self.worksheet.form.bar.ask_to_print()
        elif isinstance(self.room(), FinishedRoom) and self.finished.page() is not None:
            self.finished.bar.ask_to_print()

    @property
    def is_whole(self) -> bool:
        """Whether everything of the room in view is there."""
        return not isinstance(self.room(), WorksheetRoom) or self.worksheet.turns.is_whole

    def room(self) -> QWidget:
        """What is in view: the empty page, or one of the three rooms."""
        shown = self._rooms.currentWidget()
        return next((room for room, area in self._areas.items() if area is shown), self.empty)

    # building

    @cached_property
    def before(self) -> BeforeRoom:
        """The questions before an ending."""
        room = self._placed(lambda area: BeforeRoom(self.desk, area))
        room.begun.connect(self._begin)
        room.left.connect(self._leave_it)
        room.earlier_wanted.connect(lambda: self._look_back(True))
        return room

    @cached_property
    def worksheet(self) -> WorksheetRoom:
        """The pages of an ending, to be written."""
        room = self._placed(lambda area: WorksheetRoom(self.desk, area))
        self.turns = room.turns
        room.unkept.saved.connect(self._turn_to_another)
        room.change_wanted.connect(self._change)
        room.taken_back.connect(lambda: self._let_it_go_on(room.form.trouble))
        room.finished.connect(self._finish)
        room.earlier_wanted.connect(lambda: self._look_back(True))
        room.form.bar.done.connect(self.said)
        room.themes.doings.done.connect(self.can_be_undone)
        return room

    @cached_property
    def finished(self) -> FinishedRoom:
        """The pages that were finished."""
        room = self._placed(FinishedRoom)
        room.open_again.connect(self._open_again)
        room.back.connect(lambda: self._look_back(False))
        room.goes_on.connect(lambda: self._let_it_go_on(room.notice))
        room.bar.done.connect(self.said)
        return room

    def _placed(self, make: Callable[[QWidget], Room]) -> Room:
        """make: makes the room inside that widget."""
        area = ScrolledColumn(parent=self)
        self._rooms.addWidget(area)
        room = make(area.viewport())
        room.resize(area.size())  # else the area would ask for its best size, and lay it out twice
        area.setWidget(room)
        self._areas[room] = area
        ReadableWidth(self.desk.theme, self, room)
        return room

    def _writes(self) -> bool:
        """Whether the worksheet is there, which may hold what is not kept yet."""
        return bool(those_there(self, "worksheet"))

    # which room

    def _is_under_way(self) -> bool:
        return self._therapy is not None and self._therapy.state in (
            TherapyState.ENDING,
            TherapyState.CLOSED,
        )

    def _show_before(self, therapy: Therapy) -> None:
        has_earlier = bool(self.desk.diary.closings.snapshots(therapy.id))
        self.before.show_answers(therapy, self._closing, changing=self._changing, has_earlier=has_earlier)
        self._rooms.setCurrentWidget(self._areas[self.before])

    def _show_under_way(self, therapy: Therapy, closing: Closing) -> None:
        snapshots = self.desk.diary.closings.snapshots(therapy.id)
        if closing.finished_on is not None or (self._looking_back and snapshots):
            self.finished.show_snapshots(snapshots, writing=closing.finished_on is None)
            self._rooms.setCurrentWidget(self._areas[self.finished])
            return
        self._looking_back = False
        if not self._is_under_way():
            self._show_before(therapy)
            return
        self._rooms.setCurrentWidget(self._areas[self.worksheet])
        self.worksheet.show_therapy(therapy, closing, has_earlier=bool(snapshots))

    def _turn_to_another(self) -> None:
        """Once everything is kept, show the therapy that is now on screen."""
        current = self.desk.diary.therapies.current()
        if current is not None and self._therapy is not None and current.id != self._therapy.id:
            self.refresh()

    def _change(self) -> None:
        if self._therapy is not None:
            self._changing = True
            self._show_before(self._therapy)

    def _leave_it(self) -> None:
        self._changing = False
        self.refresh()

    def _look_back(self, wanted: bool) -> None:
        self._looking_back = wanted
        self.refresh()

    # what is done

    def _begin(self) -> None:
        therapy, diary = self._therapy, self.desk.diary
        if therapy is None:
            return
        was, self._changing = self._changing, False
        try:
            with diary.change():
                diary.closings.begin(self.before.answers(therapy))
                if therapy.state is not TherapyState.CLOSED:
                    diary.therapies.move_to(therapy.id, TherapyState.ENDING)
                    if not was:
                        self._bring_it_up(therapy)
        except StorageError as error:
            self._changing = was
            self._say(self.before.form.beforeTrouble, error)
            return
        self.refresh()
        self.worksheet.form.sections.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_it_up(self, therapy: Therapy) -> None:
        """Set a topic about the ending, unless one waits."""
        topics = self.desk.diary.topics
        if not any(it.kind is TopicKind.ENDING for it in topics.waiting(therapy.id)):
            words, today = self.tr("How we want to end"), self.desk.now().date()
            topics.add(therapy.id, words, today, kind=TopicKind.ENDING, source="closing")

    def _finish(self) -> None:
        """Keep the pages as they stand and close the therapy, or neither."""
        therapy, diary = self._therapy, self.desk.diary
        if therapy is None:
            return
        ended_on, kind = self.worksheet.finish.answers()
        closed = replace(therapy, state=TherapyState.CLOSED, ended_on=ended_on, end_kind=kind)
        try:
            self.worksheet.keep()
            with diary.change():
                diary.therapies.save(closed)
                diary.therapies.keep_on_screen(therapy.id)
                diary.closings.finish(therapy.id, self.desk.now().date(), self.worksheet.snapshot())
                if self.worksheet.finish.marks_last():
                    mark_last_session(diary, therapy.id, ended_on)
                else:
                    take_mark_back(diary, therapy.id)
        except StorageError as error:
            self._say(self.worksheet.finish.trouble, error)
            return
        self.worksheet.finish.hide()
        self.refresh()
        self.finished.open.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.tr("The pages are kept as they stand."))

    def _open_again(self) -> None:
        """Let the worksheet be written on; the therapy stays closed, and the finished pages stay as they are."""
        therapy, diary = self._therapy, self.desk.diary
        if therapy is None:
            return
        try:
            with diary.change():
                diary.closings.open_again(therapy.id)
        except StorageError as error:
            self._say(self.finished.notice, error)
            return
        self.refresh()
        self.said.emit(self.tr("Open again. The finished pages are kept as they were."))

    def _let_it_go_on(self, trouble: Notice) -> None:
        """The therapy goes on; what was said and written about the ending stays in the diary."""
        therapy, diary = self._therapy, self.desk.diary
        if therapy is None:
            return
        try:
            self.keep()
            with diary.change():
                diary.closings.open_again(therapy.id)
                take_mark_back(diary, therapy.id)
                diary.therapies.move_to(therapy.id, TherapyState.ACTIVE)
        except StorageError as error:
            self._say(trouble, error)
            return
        self._looking_back = False
        self.refresh()
        self.said.emit(self.tr("The ending is taken back. Your words are kept."))

    def _say(self, notice: Notice, error: StorageError) -> None:
        notice.say(in_words(error), Tone.WRONG, aloud=True)
