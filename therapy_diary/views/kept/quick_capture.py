"""A line jotted down from any page: it becomes a note between sessions, or something to bring."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QButtonGroup, QLabel, QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.draft import JOTTED
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.topic import LONGEST_WORDING
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.half_given import HalfGiven, given_words, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice, Tone

LEAST_LINES, MOST_LINES = 2, 6


class Becomes(StrEnum):
    """What the words are kept as."""

    NOTE = "note"
    TOPIC = "topic"


class QuickCapture(Card):
    """Ctrl+Enter keeps the words, Esc puts the strip away with the words waiting in it."""

    said = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick_capture")
        self._desk = desk
        self._before: QWidget | None = None  # where the keyboard was
        self._half = HalfGiven(desk, self)
        self._half.failed.connect(self._say_trouble)
        title = QLabel(self.tr("Jot down"), self)
        title.setProperty("role", "h3")
        self.text = GrowingText(self)
        self.text.set_lines(LEAST_LINES, MOST_LINES)
        self.text.setAccessibleName(self.tr("Words to jot down"))
        self.text.setPlaceholderText(self.tr("A line or two for later"))
        self.text.edited.connect(self._touch)
        self.trouble = Notice(self)
        self._half.recovered.connect(lambda: self.trouble.say(""))
        column = self.column(8)
        for part in (title, self.text, self.trouble, self._row()):
            column.addWidget(part)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_keys(self, QKeySequence(keys), self.save)
        on_keys(self, QKeySequence(Qt.Key.Key_Escape), self.leave)
        self.hide()

    def open(self) -> None:
        """Come into view with what waited there, the keyboard in the words."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
            self._show_waiting()
        self.show()
        self.text.setFocus()
        self._touch()

    def leave(self) -> None:
        """Go out of view; words that are not kept wait in the encrypted file."""
        self._touch(is_open=False)
        try:
            self.keep()
        except StorageError as error:
            self._say_trouble(error)
            return
        self._go()

    def save(self) -> None:
        """Keep the words as what was chosen, and go out of view."""
        words, therapy = self.text.text().strip(), self._desk.diary.therapies.current()
        if not words:
            self.leave()
            return
        if therapy is None:
            self.trouble.say(self.tr("A note belongs to a therapy. Begin one first."), Tone.MIND, aloud=True)
            return
        becomes = self._becomes()
        if becomes is Becomes.TOPIC and len(words) > LONGEST_WORDING:
            self.trouble.say(
                self.tr("Something to bring has at most 400 letters. Keep this as a note."),
                Tone.MIND,
                aloud=True,
            )
            return
        now: datetime = self._desk.now()
        try:
            with self._desk.diary.change():
                if becomes is Becomes.NOTE:
                    self._desk.diary.notes.write(therapy.id, words, now, kind=NoteKind.BETWEEN)
                else:
                    self._desk.diary.topics.add(therapy.id, " ".join(words.split()), now.date())
                self._half.settle(JOTTED)
        except StorageError as error:
            self._say_trouble(error)
            return
        self.text.set_text("")
        self._go()
        told = (
            self.tr("Kept for the next session.") if becomes is Becomes.TOPIC else self.tr("Kept as a note.")
        )
        self.said.emit(told)

    def keep(self) -> None:
        """Put what is typed into the encrypted file. Raises StorageError."""
        if self.isVisible():
            self._touch()
        self._half.keep()

    # inside

    def _row(self) -> QWidget:
        holder = QWidget(self)
        row, group = FlowLayout(holder), QButtonGroup(self)
        self.kinds: dict[Becomes, QPushButton] = {}
        for becomes, words in (
            (Becomes.NOTE, self.tr("A note")),
            (Becomes.TOPIC, self.tr("Something to bring")),
        ):
            chip = QPushButton(words, self)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(self.tr("Keep it as: {what}").format(what=words))
            chip.clicked.connect(lambda _=False: self._touch())
            group.addButton(chip)
            row.addWidget(chip)
            self.kinds[becomes] = chip
        self.kinds[Becomes.NOTE].setChecked(True)
        self.keep_it = QPushButton(icon("check", "on_accent"), self.tr("Keep"), self)
        self.keep_it.setProperty("kind", "primary")
        self.keep_it.clicked.connect(self.save)
        self.close_it = QPushButton(self.tr("Later"), self)
        self.close_it.setProperty("kind", "ghost")
        self.close_it.setAccessibleName(self.tr("Put this away; the words wait here"))
        self.close_it.clicked.connect(self.leave)
        for button in (self.keep_it, self.close_it):
            row.addWidget(button)
        return holder

    def _becomes(self) -> Becomes:
        return next(becomes for becomes, chip in self.kinds.items() if chip.isChecked())

    def _touch(self, *, is_open: bool = True) -> None:
        words = self.text.text()
        given = {
            "words": words,
            "becomes": self._becomes(),
            "cursor": self.text.textCursor().position(),
            "open": is_open,
        }
        self._half.touch(JOTTED, given if words.strip() else None)

    def _show_waiting(self) -> None:
        given = self._half.at(JOTTED)
        self.text.set_text("" if given is None else given_words(given, "words"))
        if given is None:
            return
        becomes = given_words(given, "becomes")
        if becomes in set(Becomes):
            self.kinds[Becomes(becomes)].setChecked(True)
        place, cursor = given.get("cursor"), self.text.textCursor()
        last = self.text.document().characterCount() - 1
        cursor.setPosition(min(max(place, 0), last) if isinstance(place, int) else last)
        self.text.setTextCursor(cursor)

    def _go(self) -> None:
        self.trouble.say("")
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.left.emit()

    def _say_trouble(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)


def waits_open(diary: Diary) -> bool:
    """Whether the strip was open, with words in it, when the program ended or locked."""
    draft = diary.drafts.at(JOTTED)
    return draft is not None and '"open": true' in draft.text
