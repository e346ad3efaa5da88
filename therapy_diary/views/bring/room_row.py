"""One topic in its own room: how it stands, what may come of it, and its words to be changed in place."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.views.bring.editor import TopicEditor
from therapy_diary.views.bring.words import about_in_words
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.room import words
from therapy_diary.views.topic_row import TopicRow
from therapy_diary.widgets.menu_tool import Tool

PLACE = "topics:"
"""Where a topic that is being changed lies half written: this, and its uid."""


class _Line(TopicRow):
    """The topic as it stands on the page before a session, and what it is about."""

    offered = (*TopicRow.offered, TopicState.WAITING)

    def __init__(self, topic: Topic, parent: QWidget) -> None:
        super().__init__(topic, parent)
        self.words.addWidget(words(about_in_words(topic), "caption", self))
        if topic.covered:
            self.up.hide()
            self.down.hide()


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
        self.line.moved.connect(self.moved)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self._add_acts()
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
        self.line.hide()
        return self.editor

    def arrow(self, step: int) -> QToolButton:
        """The button that moves it up, or down."""
        return self.line.up if step < 0 else self.line.down

    # inside

    def _add_acts(self) -> None:
        if self.topic.covered:
            self.uncover = Tool("eye", self.tr("No longer covered"), self.topic.wording, self.line)
            self.uncover.clicked.connect(lambda _=False: self.uncovered.emit())
            self.line.add_act(self.uncover)
        self.pencil = Tool("pencil", self.tr("Change"), self.topic.wording, self.line)
        self.pencil.clicked.connect(lambda _=False: self._begin())
        self.line.add_act(self.pencil)

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
        self.line.show()
