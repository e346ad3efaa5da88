"""The strip that asks which note a link shall lead to: found by words or by day while one types."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.note import Note, NoteId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import compact_date
from therapy_diary.views.note.note_names import name_of
from therapy_diary.widgets.aloud import say_aloud

MOST = 30  # notes offered at once
ROWS = 6  # of them seen without scrolling
AFTER_A_KEY = 150  # milliseconds until it is looked
LONGEST = 200
LONGEST_NAME = 80


class LinkPicker(QFrame):
    """Newest notes first until something is typed; the arrows choose, Enter takes, Esc leaves all as it was."""

    chosen = Signal(str, str)
    """A note was picked: the words for it, and its uid."""
    left = Signal()

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._therapy: TherapyId | None = None
        self._here: NoteId | None = None
        self._notes: list[Note] = []
        self.setProperty("role", "well")
        self.field = QLineEdit(self)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("Which note? Words or a date"))
        self.field.setAccessibleName(self.tr("Find the note to link to, by words or by date"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Notes to link to"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(lambda _: self._take())
        self.shut = QToolButton(self)
        self.shut.setIcon(icon("x"))
        self.shut.setAccessibleName(self.tr("Close"))
        self.shut.setToolTip(self.tr("Close"))
        self.shut.clicked.connect(self.leave)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_A_KEY)
        self._soon.timeout.connect(self._look)
        self.field.textEdited.connect(lambda _: self._soon.start())
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.shut)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 8)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.list)
        self.hide()

    def open(self, therapy: TherapyId, here: NoteId | None) -> None:
        """Ask for a note of a therapy, other than the one in which the link will stand."""
        self._therapy, self._here = therapy, here
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def leave(self) -> None:
        """Close without a link."""
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.list.currentRow()
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._soon.isActive():
                self._look()
            self._take()
        elif key == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
        elif key == Qt.Key.Key_Up and self.field.hasFocus():
            self.list.setCurrentRow(max(row - 1, 0))
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget what was looked for."""
        super().hideEvent(event)
        if self.isHidden():
            self._soon.stop()
            self.field.clear()
            self.list.clear()
            self._notes = []

    def _look(self) -> None:
        self._soon.stop()
        if self._therapy is None or self.isHidden():
            return
        self._notes = [it for it in self._found(self.field.text().strip()) if it.id != self._here][:MOST]
        self.list.clear()
        for note in self._notes:
            words = self.tr("{day}: {name}").format(
                day=compact_date(note.written_at.date()), name=f"\u2068{_words_for(note)}\u2069"
            )
            self.list.addItem(QListWidgetItem(words))
        self.list.setCurrentRow(0)
        row = self.list.sizeHintForRow(0) if self._notes else self.fontMetrics().lineSpacing() + 12
        rows = max(min(len(self._notes), ROWS, self.window().height() // 3 // row), 1)
        self.list.setFixedHeight(rows * row + 2 * self.list.frameWidth() + 4)
        said = self.tr("%n note(s) found", "", len(self._notes)) if self._notes else self.tr("No such note")
        self.list.setAccessibleDescription(said)
        if not self._notes:
            empty = QListWidgetItem(said)
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(empty)
        say_aloud(self, said)

    def _found(self, words: str) -> list[Note]:
        assert self._therapy is not None  # noqa: S101
        notes = self._diary.notes
        if not words:
            return notes.newest(self._therapy, MOST + 1)
        days = days_meant(words)
        if days is not None and (there := notes.written_between(self._therapy, *days, MOST + 1)):
            return there
        found = notes.search(self._therapy, words, MOST + 1)
        return [notes.get(it.id) if not it.title.strip() else it for it in found]

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._notes):
            note = self._notes[row]
            words = _words_for(note)
            self.hide()
            self.chosen.emit(words, note.uid)


def days_meant(words: str) -> tuple[date, date] | None:
    """The first and the last day that were meant, when the words are a day, a month or a year."""
    parts = words.split("-")
    try:
        if len(parts) == 1 and len(words) == 4:
            year = int(words)
            return date(year, 1, 1), date(year, 12, 31)
        if len(parts) == 2:
            first = date(int(parts[0]), int(parts[1]), 1)
            later = first + timedelta(days=31)
            return first, later.replace(day=1) - timedelta(days=1)
        if len(parts) == 3:
            day = date.fromisoformat(words)
            return day, day
    except (ValueError, OverflowError):
        return None
    return _day_in_this_country(words)


def _day_in_this_country(words: str) -> tuple[date, date] | None:
    locale = QLocale()
    readers: list[Callable[[str], QDate]] = [
        lambda it: locale.toDate(it, QLocale.FormatType.ShortFormat),
        lambda it: locale.toDate(it, "d MMMM yyyy"),
        lambda it: locale.toDate(it, "d MMM yyyy"),
        lambda it: locale.toDate(it, "d.M.yyyy"),
    ]
    for read in readers:
        found = read(words)
        if found.isValid() and 1 <= found.year() <= 9999:
            if found.year() < 1970:
                found = found.addYears(100)  # two figures are meant for this century
            day = date(found.year(), found.month(), found.day())
            return day, day
    return None


def _words_for(note: Note) -> str:
    return name_of(note)[:LONGEST_NAME] or compact_date(note.written_at.date())
