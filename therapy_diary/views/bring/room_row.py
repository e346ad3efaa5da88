"""One topic in its own room: how it stands, what may come of it, and its words to be changed in place."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.views.bring.editor import TopicEditor
from therapy_diary.views.bring.topic_line import TopicLine
from therapy_diary.views.bring.words import about_in_words, state_words
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.room import button, words

PLACE = "topics:"
"""Where a topic that is being changed lies half written: this, and its uid."""


class _Line(TopicLine):
    """The topic, what it is about, and a button for each thing that may come of it."""

    marked = Signal(object)  # a TopicState

    def __init__(self, topic: Topic, parent: QWidget) -> None:
        super().__init__(topic, parent)
        self.words.addWidget(words(about_in_words(topic), "caption", self))
        self.words.addStretch(1)
        said, (waiting, *others) = state_words(), TopicState
        offered = [it for it in (*others, waiting) if not (topic.covered and it is TopicState.LATER)]
        self.buttons = {it: self._button(it, said[it]) for it in offered}
        for made in self.buttons.values():
            self.add_act(made)

    def _button(self, state: TopicState, said: str) -> QPushButton:
        made = button(said, lambda: self.marked.emit(state), "chip")
        made.setParent(self)
        made.setAccessibleName(f"{said}: {self.topic.wording}")
        made.setVisible(state is not self.topic.state)
        return made


class RoomRow(QWidget):
    """Shows the topic, or the fields to change it; what is half typed is a draft."""

    marked = Signal(object)  # a TopicState
    moved = Signal(int)  # so many places down
    wanted = Signal(object)  # Worded: to be kept
    uncovered = Signal()

    def __init__(self, topic: Topic, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic, self._half = topic, half
        self.editor: TopicEditor | None = None
        self.line = _Line(topic, self)
        self.line.marked.connect(self.marked)
        self._reading = QWidget(self)
        row = QHBoxLayout(self._reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self._add_acts(row)
        row.addWidget(self.line, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._reading)
        if not topic.covered:
            for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
                on_keys(self, QKeySequence(keys), partial(self.moved.emit, step))
        if half.at(self.place) is not None:
            self.change()

    @property
    def place(self) -> str:
        """Where its draft lies."""
        return f"{PLACE}{self.topic.uid}"

    def change(self) -> TopicEditor:
        """Show the fields in place of the words, with what was half typed."""
        if self.editor is None:
            editor = self.editor = TopicEditor(self.topic, self)
            half = self._half.at(self.place)
            if half is not None:
                editor.set_given(half)
            editor.edited.connect(self._typed)
            editor.wanted.connect(self._keep)
            editor.cancelled.connect(self._cancel)
            self._column.addWidget(editor)
        self._reading.hide()
        return self.editor

    def arrow(self, step: int) -> QToolButton:
        """The button that moves it up, or down."""
        return self.up if step < 0 else self.down

    # inside

    def _add_acts(self, row: QHBoxLayout) -> None:
        if self.topic.covered:
            self.uncover = self._chip("eye", self.tr("No longer covered"))
            self.uncover.clicked.connect(lambda _=False: self.uncovered.emit())
        else:
            self.up, self.down = (
                self._arrow("chevron-up", self.tr("Further up"), -1),
                self._arrow("chevron-down", self.tr("Further down"), 1),
            )
            arrows = QVBoxLayout()
            arrows.setSpacing(0)
            for arrow in (self.up, self.down):
                arrows.addWidget(arrow)
            arrows.addStretch(1)
            row.addLayout(arrows)
        self.pencil = self._chip("pencil", self.tr("Change"))
        self.pencil.clicked.connect(lambda _=False: self._begin())

    def _chip(self, drawing: str, said: str) -> QPushButton:
        made = QPushButton(icon(drawing), said, self.line)
        made.setProperty("kind", "chip")
        made.setAccessibleName(f"{said}: {self.topic.wording}")
        self.line.add_act(made)
        return made

    def _arrow(self, drawing: str, said: str, step: int) -> QToolButton:
        made = QToolButton(self._reading)
        made.setIcon(icon(drawing))
        made.setToolTip(said)
        made.setAccessibleName(f"{said}: {self.topic.wording}")
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda _=False: self.moved.emit(step))
        return made

    def _begin(self) -> None:
        wording = self.change().wording
        wording.setFocus(Qt.FocusReason.OtherFocusReason)
        wording.moveCursor(wording.textCursor().MoveOperation.End)

    def _typed(self) -> None:
        if self.editor is not None:
            self._half.touch(self.place, self.editor.given() if self.editor.is_changed else None)

    def _keep(self) -> None:
        if self.editor is None:
            return
        if self.editor.has_words:
            self.wanted.emit(self.editor.worded())
        else:
            self.editor.ask_for_words()

    def _cancel(self) -> None:
        self._half.touch(self.place, None)
        self.close_editor()
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_reading(self) -> bool:
        """Whether the words are shown, and not the fields."""
        return self.editor is None

    def close_editor(self) -> None:
        """Show the words again, as the diary holds them."""
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        self._reading.show()
