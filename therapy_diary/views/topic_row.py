"""One thing to bring, as it stands on the page before a session."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.insight.review import HARD_TO_SAY
from therapy_diary.views.bring.words import state_words
from therapy_diary.views.column_page import along
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.folding_label import FoldingLabel
from therapy_diary.widgets.menu_tool import MenuTool, Tool
from therapy_diary.widgets.words_and_acts import WordsAndActs


class TopicRow(WordsAndActs):
    """The topic's words, its first sentence in large type where it is hard to say, its place, and what came of it."""

    marked = Signal(object)  # a TopicState
    moved = Signal(int)  # -1 up, 1 down

    offered: tuple[TopicState, ...] = (
        TopicState.BROUGHT,
        TopicState.PARTLY,
        TopicState.LATER,
        TopicState.LET_GO,
    )
    """What can be said of it."""

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        words = self.words
        is_hard = topic.hard_to_say >= HARD_TO_SAY
        self._wording = self._folding(topic.wording, "label")
        words.addWidget(self._wording)
        self._opening: FoldingLabel | None = None
        if topic.opening_line.strip():
            self._opening = self._folding(f"“{topic.opening_line.strip()}”", "h3" if is_hard else "sub")
            words.addWidget(self._opening)
        if topic.state is TopicState.LATER:
            words.addWidget(along(self.tr("put off for later"), "caption", self))
        self.up = self._mover("arrow-up", self.tr("Move up"), -1)
        self.down = self._mover("arrow-down", self.tr("Move down"), 1)
        self.came = MenuTool("ellipsis", self.tr("What came of it"), topic.wording, self)
        self.acts = self._states()
        for act in (self.up, self.down, self.came):
            self.add_act(act)

    def fold(self, wording: int, opening: int) -> None:
        """Show so many lines of the topic and of its first sentence; 0 shows all."""
        self._wording.fold(wording)
        if self._opening is not None:
            self._opening.fold(opening)

    def taller_folded(self, wording: int, opening: int) -> int:
        """How many pixels higher it would be then than it is, without a change of it."""
        more = self._wording.taller_folded(wording)
        if self._opening is not None:
            more += self._opening.taller_folded(opening)
        return self.taller_by(more)

    @property
    def is_folded(self) -> bool:
        """Whether some of its words are not shown."""
        return self._wording.is_folded or (self._opening is not None and self._opening.is_folded)

    def show_place(self, *, is_first: bool, is_last: bool) -> None:
        """Let it move only where there is somewhere to go."""
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def _states(self) -> dict[TopicState, QAction]:
        """Where it stands already is not offered."""
        said = state_words()
        return {
            state: self.came.offer(said[state], lambda it=state: self.marked.emit(it))  # type: ignore[misc]
            for state in self.offered
            if state is not self.topic.state
        }

    def _folding(self, text: str, role: str) -> FoldingLabel:
        made = FoldingLabel(text, role, self)
        stand_along_page(made)
        return made

    def _mover(self, drawing: str, said: str, steps: int) -> QToolButton:
        made = Tool(drawing, said, self.topic.wording, self)
        made.clicked.connect(lambda: self.moved.emit(steps))
        return made
