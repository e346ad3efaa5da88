"""The bin: notes taken out of the diary, kept for thirty days, to be brought back or deleted for good."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.note import Note
from therapy_diary.forms.bin import Ui_Bin
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.notes import DAYS_IN_BIN
from therapy_diary.views.column import ReadableWidth, is_low
from therapy_diary.views.days import compact_date, date_in_words
from therapy_diary.views.finding.cards import CardDelegate
from therapy_diary.views.finding.entry import Entry, EntryList, ModelIndex
from therapy_diary.views.finding.entry_words import EntryWords
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.half_given import keep_or_say, trouble_in_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.room import button
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.notice import Tone

PAGE = 60  # notes read at once


class BinModel(EntryList):
    """The notes in the bin, the latest put there first, read a page at a time."""

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._words = EntryWords(self)
        self._last: tuple[Note, datetime] | None = None
        self._more = False

    def read(self, least: int = 1) -> None:
        """Begin again, and read on until `least` rows are there."""
        self.beginResetModel()
        self._entries, self._last, self._more = [], None, True
        while self._more and len(self._entries) < least:
            self._entries += self._next_page()
        self.endResetModel()

    def canFetchMore(self, parent: ModelIndex) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: ModelIndex) -> None:
        if not parent.isValid() and self._more:
            self.add(self._next_page())

    def _next_page(self) -> list[Entry]:
        page = self._diary.notes.binned(PAGE, below=self._last)
        self._more = len(page) == PAGE
        self._last = page[-1] if page else self._last
        return [self._entry(note, since) for note, since in page]

    def _entry(self, note: Note, since: datetime) -> Entry:
        made = self._words.note(note, None, None, (), ())
        goes = since + timedelta(days=DAYS_IN_BIN)
        stays = self.tr("Here until {day}").format(day=compact_date(goes.date()))
        spoken = self.tr("{note} Here until {day}.").format(note=made.spoken, day=date_in_words(goes.date()))
        return replace(made, day=compact_date(note.written_at.date()), chips=(stays,), spoken=spoken)


class BinPage(Page):
    """Enter brings the chosen note back, Del deletes it for good, once that is confirmed."""

    name: ClassVar[str] = "bin"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._do_it: Callable[[], object] | None = None  # what is asked about
        self.form = Ui_Bin()
        self.model = BinModel(desk.diary, self)
        self._build()

    def refresh(self) -> None:
        """Let go of what was here for thirty days, and show the rest; stay at the same place."""
        self._let_go_of_old()
        here = self.form.list.currentIndex().row()
        self.model.read(max(self.model.rowCount(), 1))
        rows = self.model.rowCount()
        if rows:
            self.form.list.setCurrentIndex(self.model.index(min(max(here, 0), rows - 1)))
        self.empty_it.setVisible(rows > 0)
        self._share_room()
        self.form.empty.setVisible(rows == 0)
        if rows == 0:
            self._leave()
            self.form.empty.say(
                "trash-2",
                self.tr("The bin is empty"),
                self.tr("A note you delete stays here for thirty days and can be brought back."),
            )

    def show_subject(self, subject: object) -> None:
        """Put the keyboard on the list."""
        del subject
        self.form.list.setFocus()

    # building

    def _build(self) -> None:
        form = self.form
        form.setupUi(self)
        self.setObjectName(self.name)
        form.heading.set_title(self.tr("Bin"))
        form.heading.set_sub(
            self.tr("Notes stay here for thirty days. Then they are deleted, with their versions.")
        )
        self.empty_it = QPushButton(self.tr("Empty the bin …"))
        self.empty_it.clicked.connect(self._ask_about_all)
        form.heading.add_action(self.empty_it)
        form.list.setModel(self.model)
        form.list.setItemDelegate(CardDelegate(form.list))
        self.back = button(self.tr("Bring back"), self._bring_back)
        self.back.setIcon(icon("rotate-ccw"))
        self.delete_it = button(self.tr("Delete for good …"), self._ask_about_one, "danger")
        row = FlowLayout(form.acts, spacing=10)
        for it in (self.back, self.delete_it):
            row.addWidget(it)
        self.keep_it = button(self.tr("Keep it"), self._leave)
        self.yes = button(self.tr("Delete for good"), self._delete, "danger")
        row = FlowLayout(form.answers, spacing=10)
        for it in (self.keep_it, self.yes):
            row.addWidget(it)
        form.list.activated.connect(self._bring_back)
        on_keys(form.list, QKeySequence(Qt.Key.Key_Delete), self._ask_about_one)
        on_keys(form.asking, QKeySequence(Qt.Key.Key_Escape), self._leave)
        self.desk.theme.changed.connect(form.list.scheduleDelayedItemsLayout)
        ReadableWidth(self.desk.theme, self, form.column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """The question has the page to itself where there is not room for it and the list."""
        asks_alone = self._do_it is not None and is_low(self)
        for part in (self.form.list, self.form.acts):
            part.setVisible(self.model.rowCount() > 0 and not asks_alone)

    # acting

    def _note(self) -> Note | None:
        index = self.form.list.currentIndex()
        subject = self.model.entry(index).subject if index.isValid() else None
        return subject if isinstance(subject, Note) else None

    def _bring_back(self) -> None:
        note = self._note()
        if note is not None and self._change(lambda: self.desk.diary.notes.unbin(note.id)):
            self.said.emit(self.tr("The note is back where it stood."))

    def _ask_about_one(self) -> None:
        note = self._note()
        if note is None:
            return
        self._ask(
            self.tr("This note and its earlier versions would be deleted for good.")
            + " "
            + self.tr("Backups made before may still hold it."),
            lambda: self.desk.diary.notes.delete(note.id),
        )

    def _ask_about_all(self) -> None:
        now = self.desk.now()
        self._ask(
            self.tr("Everything in the bin would be deleted for good.")
            + " "
            + self.tr("Backups made before may still hold it."),
            lambda: self.desk.diary.notes.empty_bin(now, days=0),
        )

    def _ask(self, question: str, do_it: Callable[[], object]) -> None:
        self._do_it = do_it
        self.form.question.setText(question)
        self.form.asking.setAccessibleName(question)
        self.keep_it.setAccessibleDescription(question)
        self.form.asking.show()
        self._share_room()
        self.keep_it.setFocus()

    def _leave(self) -> None:
        """Nothing goes."""
        self._do_it = None
        self.form.asking.hide()
        self._share_room()
        if self.form.list.isVisible():
            self.form.list.setFocus()

    def _delete(self) -> None:
        if self._do_it is not None and self._change(self._do_it):
            self.said.emit(self.tr("Deleted for good."))
        self._leave()

    def _change(self, do: Callable[[], object]) -> bool:
        return keep_or_say(self.desk.diary, do, self.form.trouble)

    def _let_go_of_old(self) -> None:
        notes, now = self.desk.diary.notes, self.desk.now()
        if not notes.bin_is_due(now):
            return
        try:
            with self.desk.diary.quiet_change():
                notes.empty_bin(now)
        except StorageError as error:
            self.form.trouble.say(trouble_in_words(error), Tone.WRONG)
