"""How a goal came to an end, with a line about it if the person likes. Setting one aside needs no reason."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.domain.goal import Goal, GoalState
from therapy_diary.views.goal.words import state_words
from therapy_diary.views.half_given import HalfGiven, given_words
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.growing_text import GrowingText


class GoalEnding(QWidget):
    """A button for each end. The line is kept half written, within two seconds, until one is chosen."""

    chosen = Signal(GoalState)
    not_now = Signal()

    def __init__(self, goal: Goal, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half = half
        self._place = f"goal-end:{goal.id}"
        self.words = GrowingText(self)
        self.words.set_lines(1, 8)
        self.words.setPlaceholderText(self.tr("A line about it, if you like"))
        self.words.setAccessibleName(f"{goal.wording.wording}: {self.words.placeholderText()}")
        self.words.edited.connect(self._edited)
        buttons = QWidget(self)
        row = FlowLayout(buttons)
        for state, words in state_words().items():
            button = QPushButton(self._said(state, words), buttons)
            button.setProperty("state", str(state))
            button.clicked.connect(self._choosing(state))
            row.addWidget(button)
        not_now = QPushButton(self.tr("Not now"), buttons)
        not_now.setProperty("kind", "ghost")
        not_now.clicked.connect(self.not_now)
        row.addWidget(not_now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(buttons)
        half_written = half.at(self._place)
        if half_written is not None:
            self.words.set_text(given_words(half_written, "words"))

    def closing_words(self) -> str:
        """The line, without the space around it."""
        return self.words.text().strip()

    def settle(self) -> None:
        """The line stands with the goal now. Call it inside diary.change()."""
        self._half.settle(self._place)

    def _edited(self) -> None:
        words = self.words.text()
        self._half.touch(self._place, {"words": words} if words else None)

    def _said(self, state: GoalState, words: str) -> str:
        return {
            GoalState.CARRIED_ON: self.tr("Carry on alone"),
            GoalState.REPLACED: self.tr("Replaced by another …"),
        }.get(state, words)

    def _choosing(self, state: GoalState) -> Callable[[], None]:
        return lambda: self.chosen.emit(state)
