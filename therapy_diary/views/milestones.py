"""The page of milestones: what was marked, newest first, and where a moment is marked or changed."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.milestone import Milestone, MilestoneId, MilestoneKind
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import HalfGiven, keep_or_say
from therapy_diary.views.milestone.editor import Marked, MilestoneEditor
from therapy_diary.views.milestone.strip import MarkStrip
from therapy_diary.views.milestone.words import kind_icon, kind_words
from therapy_diary.views.out_of_order import remark_on
from therapy_diary.views.page import Desk, Page
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.glyph import Glyph
from therapy_diary.widgets.heading import Heading
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.scrolled_column import ScrolledColumn
from therapy_diary.widgets.words_label import words_label

NEW = "milestone:new"
AT_ONCE = 30  # milestones on the page before the earlier ones are folded away
ONE_ONLY = (MilestoneKind.FIRST_SESSION, MilestoneKind.LAST_SESSION)


class MilestonesPage(Page):
    """A strip of what is marked often, room for one milestone, and all there are."""

    name: ClassVar[str] = "milestones"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.half = HalfGiven(desk, self)
        self._therapy: Therapy | None = None
        self._marks: list[Milestone] = []
        self._changed: Milestone | None = None  # the one in the editor; None while that is for a new one
        self._session: SessionId | None = None  # what a new one was asked for
        self._gone: Milestone | None = None  # the one just taken away
        self._all = False
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Show the milestones the diary holds now; what is half typed stays."""
        self._therapy = self.desk.diary.therapies.current()
        self._marks = [] if self._therapy is None else self.desk.diary.milestones.of(self._therapy.id)
        self._bring_back()
        self._show_parts()
        self._show_list()

    def show_subject(self, subject: object) -> None:
        """Show the list; for a MilestoneKind, alone or paired with a session, begin one; for a Milestone change it."""
        self.refresh()
        if self._therapy is None:
            return
        if isinstance(subject, Milestone):
            self._change(subject)
            return
        kind, session = subject if isinstance(subject, tuple) else (subject, None)
        if isinstance(kind, MilestoneKind):
            self._begin(kind, SessionId(session) if isinstance(session, int) else None)

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError."""
        self.half.keep()

    def save_asked(self) -> bool:
        """Keep the milestone that is being written."""
        if self.room.isHidden():
            return False
        self.editor.save()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """What was just taken away can be brought back on the page, not from far away."""
        super().hideEvent(event)
        self._gone = None
        self.notice.say("")

    # one milestone

    def _bring_back(self) -> None:
        """What a lock or a crash left half written."""
        if not self.room.isHidden() or self._therapy is None:
            return
        for mark in (None, *self._marks):
            half = self.half.at(_place(mark))
            if half is not None:
                self._changed = mark
                self._open()
                self.editor.set_given(half)
                return

    def _begin(self, kind: MilestoneKind, session: SessionId | None = None) -> None:
        """Room for a new one. Words that were half written for another stay; only an empty one changes its kind."""
        if self.room.isHidden() or (self._changed is None and not self.editor.words.text().strip()):
            day = self.desk.now().date()
            if session is not None:
                with suppress(KeyError):
                    day = self.desk.diary.sessions.get(session).starts_at.date()
            self._changed, self._session = None, session
            self._open()
            self.editor.show_new(kind, day)
        self.editor.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.room)

    def _change(self, mark: Milestone) -> None:
        if not self.room.isHidden():
            with suppress(StorageError):
                self.half.keep()
        self._changed = mark
        self._open()
        self.editor.show_milestone(mark)
        half = self.half.at(_place(mark))
        if half is not None:
            self.editor.set_given(half)
        self.editor.words.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(self.room)

    def _open(self) -> None:
        self.title.setText(
            self.tr("Mark a moment") if self._changed is None else self.tr("Change this milestone")
        )
        self.room.show()
        self._show_parts()

    def _edited(self) -> None:
        self.half.touch(_place(self._changed), self.editor.given())

    def _save(self, given: Marked) -> None:
        if self._therapy is None:
            return
        mark, milestones = self._changed, self.desk.diary.milestones
        if given.kind in ONE_ONLY and any(
            it.kind is given.kind and (mark is None or it.id != mark.id) for it in self._marks
        ):
            self.editor.say(self.tr("There is such a milestone already. You can change that one."))
            return
        try:
            with self.desk.diary.change():
                if mark is None:
                    milestones.mark(
                        self._therapy.id,
                        given.on_date,
                        given.kind,
                        given.words,
                        session=self._session_on(given.on_date),
                        until=given.until,
                    )
                else:
                    milestones.save(
                        replace(
                            mark,
                            on_date=given.on_date,
                            kind=given.kind,
                            words=given.words,
                            until=given.until,
                            session=self._session_on(given.on_date),
                        )
                    )
                self.half.settle(_place(mark))
        except StorageError as error:
            self._edited()
            self.editor.say_failed(error)
            return
        self._close()
        self._remark(given.on_date)
        self.said.emit(self.tr("Kept."))

    def _remark(self, day: date) -> None:
        """A day that seems out of order is kept as it was given, and said to be so."""
        words = remark_on(day, self._therapy, self.desk.now().date())
        self._gone = None
        self.notice.say(words, aloud=bool(words))

    def _session_on(self, day: date) -> SessionId | None:
        """The session a milestone belongs to: the one asked for, else the one held that day."""
        if self._therapy is None:
            return None
        held = [it for it in self.desk.diary.sessions.held(self._therapy.id) if it.starts_at.date() == day]
        return next((it.id for it in held if it.id == self._session), held[0].id if held else None)

    def _cancel(self) -> None:
        self.half.touch(_place(self._changed), None)
        self._close()

    def _close(self) -> None:
        self._changed = self._session = None
        self.room.hide()
        self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self, mark: Milestone) -> None:
        def change() -> None:
            self.desk.diary.milestones.take_back(mark.id)
            self.half.settle(_place(mark))

        if not keep_or_say(self.desk.diary, change, self.notice):
            return
        if self._changed is not None and self._changed.id == mark.id:
            self._close()
        self._gone = mark
        self.notice.say(self.tr("Taken away."), action=self.tr("Undo"), aloud=True)
        self._show_parts()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_gone_back(self) -> None:
        gone = self._gone
        if gone is None:
            return

        def change() -> None:
            self.desk.diary.milestones.mark(
                gone.therapy, gone.on_date, gone.kind, gone.words, session=gone.session, until=gone.until
            )

        if keep_or_say(self.desk.diary, change, self.notice):
            self._gone = None

    # what is shown

    def _show_parts(self) -> None:
        is_empty = not self._marks and self.room.isHidden() and not self.notice.text()
        self.empty.setVisible(is_empty)
        self.area.setVisible(not is_empty)
        if self._therapy is None:
            self.empty.say(
                "sprout", self.tr("No therapy yet"), self.tr("Begin with the therapy this diary is about.")
            )
        elif is_empty:
            self.empty.say(
                "sprout",
                self.tr("No milestones yet"),
                self.tr("A turning point, a break, strain, something mended: a day to find again."),
                self.tr("Mark a first one"),
            )

    def _show_list(self) -> None:
        clear(self._list)
        newest = sorted(self._marks, key=lambda it: (it.on_date, it.id), reverse=True)
        for mark in newest if self._all else newest[:AT_ONCE]:
            self._list.addWidget(self._row(mark))
        self.more.setVisible(len(newest) > AT_ONCE and not self._all)

    def _row(self, mark: Milestone) -> Card:
        card = Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 12, 12, 12)
        row.setSpacing(14)
        glyph = Glyph(card)
        glyph.show_icon(kind_icon(mark.kind), "accent")
        row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        name, days = kind_words()[mark.kind], _days(mark, self.tr("{first} to {last}"))
        words.addWidget(words_label(name, "label", card))
        if mark.words:
            words.addWidget(along(mark.words, "", card))
        words.addWidget(words_label(days, "caption", card))
        row.addLayout(words, 1)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        for text, act in (
            (self.tr("Change"), lambda: self._change(mark)),
            (self.tr("Take away"), lambda: self._take_away(mark)),
        ):
            button = QPushButton(text, card)
            button.setProperty("kind", "ghost")
            button.setAccessibleName(f"{text}: {name}, {days}")
            button.clicked.connect(act)
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(acts)
        return card

    def _show_all(self) -> None:
        self._all = True
        self._show_list()

    def _build(self) -> None:
        self.empty = EmptyState(self)
        self.empty.acted.connect(self._empty_acted)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(40, 32, 40, 24)
        column.setSpacing(14)
        self.heading = Heading(inside)
        self.heading.set_title(self.tr("Milestones"))
        self.heading.set_sub(self.tr("Moments to find again. They stand on the charts too."))
        self.add = QPushButton(icon("plus", "on_accent"), self.tr("Mark a moment"), inside)
        self.add.setProperty("kind", "primary")
        self.add.clicked.connect(lambda: self._begin(MilestoneKind.TURNING_POINT))
        self.heading.add_action(self.add)
        self.notice = Notice(inside)
        self.notice.acted.connect(self._bring_gone_back)
        self.strip = MarkStrip(inside)
        self.strip.wanted.connect(self._begin)
        self.strip.signs_wanted.connect(lambda: self.asked_for.emit("after_session", (None, "signs")))
        self.room = Card(inside)
        room = self.room.column(10)
        self.title = words_label("", "h3", self.room)
        self.editor = MilestoneEditor(self.room)
        self.editor.edited.connect(self._edited)
        self.editor.wanted.connect(self._save)
        self.editor.cancelled.connect(self._cancel)
        room.addWidget(self.title)
        room.addWidget(self.editor)
        self.room.hide()
        for widget in (self.heading, self.notice, self.strip, self.room):
            column.addWidget(widget)
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self.more = QPushButton(self.tr("Show the earlier ones"), inside)
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._show_all)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.area = ScrolledColumn(inside, self)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.empty)
        page.addWidget(self.area)
        self.half.failed.connect(self.editor.say_failed)
        ReadableWidth(self.desk.theme, self, inside)

    def _empty_acted(self) -> None:
        if self._therapy is None:
            self.asked_for.emit("today", None)
        else:
            self._begin(MilestoneKind.TURNING_POINT)


def _place(mark: Milestone | None) -> str:
    return NEW if mark is None else f"milestone:{MilestoneId(mark.id)}"


def _days(mark: Milestone, span: str) -> str:
    first = date_in_words(mark.on_date)
    if mark.until is None or mark.until == mark.on_date:
        return first
    return span.format(first=first, last=date_in_words(mark.until))
