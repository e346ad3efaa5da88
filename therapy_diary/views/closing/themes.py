"""The sessions left of an ending, and one theme for each, if the person likes: what to bring about the ending, in its order."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import LONGEST_WORDING, Topic, TopicKind, TopicState
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.bring.doings import TopicDoings
from therapy_diary.views.half_given import HalfGiven, given_words, keep_or_say, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, labelled, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice, Tone

NEW = "new"


class ThemeRow(QWidget):
    """The line of one session. topic is its theme; None while there is none. It stays when the diary changes around it."""

    edited = Signal()
    left = Signal()
    """With other words than before."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.topic: Topic | None = None
        self.field = QLineEdit(self)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.setMaxLength(LONGEST_WORDING)
        self.field.textEdited.connect(lambda _: self.edited.emit())
        self.field.editingFinished.connect(self._leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = labelled(column, "", self.field)

    def show_theme(self, topic: Topic | None, when: str, half_typed: str | None) -> None:
        """Show a theme for a session; what is being typed for it stays."""
        self._label.setText(when)
        self.field.setAccessibleName(when)
        same = (None if topic is None else topic.id) == (None if self.topic is None else self.topic.id)
        self.topic = topic
        if same and self.field.isModified():
            return
        saved = "" if topic is None else topic.wording
        wanted = saved if half_typed is None else half_typed
        if self.field.text() != wanted:
            self.field.setText(wanted)
            self.field.setCursorPosition(0)
        self.field.setModified(wanted != saved)

    def _leave(self) -> None:
        if self.field.isModified():
            self.left.emit()


class ThemesCard(Card):
    """A theme is a topic about the ending that waits. Folded at first; a line may stay empty, and nothing counts it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._therapy: TherapyId | None = None
        self.rows: list[ThemeRow] = []
        self.half = HalfGiven(desk, self)
        self.half.failed.connect(self._say)
        self.doings = TopicDoings(desk, self.half, self)
        self.doings.failed.connect(self._say)
        column = self.column(4)
        column.setContentsMargins(12, 6, 20, 6)
        self.handle = button(self.tr("A theme for each session left"), self._turn, "link")
        self.handle.setCheckable(True)
        in_a_row(column, self.handle)
        self._inside = QWidget(self)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(8, 0, 0, 10)
        inside.setSpacing(8)
        about = self.tr(
            "If you like. A theme waits among what you want to bring; the next one comes up when it was brought."
        )
        inside.addWidget(words(about, "caption", self._inside))
        self.trouble = Notice(self._inside)
        inside.addWidget(self.trouble)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        inside.addLayout(self._lines)
        column.addWidget(self._inside)
        self._turn()

    def show_sessions(self, therapy: TherapyId, ahead: int) -> None:
        """Show the themes there are, with one more line while there are fewer than sessions ahead. Half typed stays."""
        self.setVisible(ahead > 0)
        waiting = self._desk.diary.topics.waiting(therapy) if ahead > 0 else []
        themes = [it for it in waiting if it.kind is TopicKind.ENDING]
        wanted = [*themes, None] if len(themes) < ahead else [*themes]
        self._therapy = therapy
        while len(self.rows) > len(wanted):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(wanted):
            self._add_row()
        for number, (row, topic) in enumerate(zip(self.rows, wanted, strict=True)):
            draft = self.half.at(self._place(topic))
            typed = None if draft is None else given_words(draft, "wording")
            row.show_theme(topic, self._when(number, ahead), typed)

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError."""
        self.half.keep()

    # pieces

    def _add_row(self) -> None:
        row = ThemeRow(self._inside)
        row.edited.connect(lambda: self.half.touch(self._place(row.topic), {"wording": row.field.text()}))
        row.left.connect(lambda: self._put(row))
        self._lines.addWidget(row)
        QWidget.setTabOrder(self.rows[-1].field if self.rows else self.handle, row.field)
        self.rows.append(row)

    def _when(self, number: int, ahead: int) -> str:
        if number >= ahead:
            return self.tr("If there is room")
        if number == ahead - 1:
            return self.tr("Last session")
        return self.tr("After that") if number else self.tr("Next session")

    def _place(self, topic: Topic | None) -> str:
        return f"theme:{self._therapy}:{NEW if topic is None else topic.id}"

    # the person's acts

    def _turn(self) -> None:
        self.handle.setIcon(icon("chevron-up" if self.handle.isChecked() else "chevron-down", "accent"))
        self._inside.setVisible(self.handle.isChecked())

    def _put(self, row: ThemeRow) -> None:
        """Keep a line that was changed: a new theme, other words for one, or, where none are left, let it go."""
        topic, wording = row.topic, row.field.text().strip()
        diary, therapy, place = self._desk.diary, self._therapy, self._place(topic)
        row.field.setModified(False)  # before the diary tells this page
        if topic is not None and not wording:
            self.half.touch(place, None)
            self.doings.mark(topic, TopicState.LET_GO)
            return

        def change() -> None:
            if topic is not None:
                diary.topics.save(replace(diary.topics.get(topic.id), wording=wording))
            elif therapy is not None and wording:
                today = self._desk.now().date()
                diary.topics.add(therapy, wording, today, kind=TopicKind.ENDING, source="closing")
            self.half.settle(place)

        if not keep_or_say(diary, change, self.trouble):
            row.field.setModified(True)

    def _say(self, error: StorageError) -> None:
        self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
