"""One thing to bring, as it stands on the page before a session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.views.bring.topic_line import TopicLine
from therapy_diary.views.bring.words import state_words
from therapy_diary.widgets.menu_tool import MenuTool


class TopicRow(TopicLine):
    """The topic, its place among the others, and what came of it."""

    marked = Signal(object)  # a TopicState
    moved = Signal(int)  # -1 up, 1 down

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(topic, parent)
        self.up = self._mover("arrow-up", self.tr("Move up"), -1)
        self.down = self._mover("arrow-down", self.tr("Move down"), 1)
        self.came = MenuTool("ellipsis", self.tr("What came of it"), topic.wording, self)
        self.acts = self._states()
        for act in (self.up, self.down, self.came):
            self.add_act(act)

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Let it move only where there is somewhere to go."""
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def _states(self) -> dict[TopicState, QAction]:
        """What can be said of it; where it stands already is not offered."""
        return {
            state: self.came.offer(told, lambda it=state: self.marked.emit(it))  # type: ignore[misc]
            for state, told in state_words().items()
            if state not in (self.topic.state, TopicState.WAITING)
        }

    def _mover(self, drawing: str, said: str, steps: int) -> QToolButton:
        tool = QToolButton(self)
        tool.setIcon(icon(drawing, "text2"))
        tool.setCursor(Qt.CursorShape.PointingHandCursor)
        tool.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tool.setAccessibleName(f"{said}: {self.topic.wording}")
        tool.setToolTip(said)
        tool.clicked.connect(lambda: self.moved.emit(steps))
        return tool
