"""Goals that are carried on alone: they ended with the sessions, and can still be rated on any day."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from therapy_diary.domain.goal import Goal, GoalId
from therapy_diary.views.goal.card import GoalCard
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.page import Desk
from therapy_diary.widgets.words_label import words_label


class CarriedGoals(QWidget):
    """A card for each, with its row of numbers and nothing else to do."""

    said = Signal(str)

    def __init__(self, desk: Desk, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._desk, self._half = desk, half
        self.cards: dict[GoalId, GoalCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(words_label(self.tr("Carried on alone"), "h3", self))
        self._column.addWidget(
            words_label(self.tr("Any day is a good day for a number, and none is due."), "sub", self)
        )
        self.hide()

    def show_goals(self, goals: Sequence[Goal]) -> None:
        """Show these; a card that is there stays, with what is half typed on it."""
        for gone in set(self.cards) - {it.id for it in goals}:
            card = self.cards.pop(gone)
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        for goal in goals:
            if goal.id in self.cards:
                self.cards[goal.id].show_goal(goal)
                continue
            card = self.cards[goal.id] = GoalCard(self._desk, self._half, goal, only_number=True)
            card.said.connect(self.said)
            self._column.addWidget(card)
        self.setVisible(bool(goals))

    def keep(self) -> None:
        """Put the lines of words into the diary. Raises StorageError."""
        for card in self.cards.values():
            card.keep()

    def stops(self) -> list[QWidget]:
        """Everything in it that Tab may reach, in order."""
        return [stop for card in self.cards.values() for stop in card.stops()]
