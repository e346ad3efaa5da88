"""Asks which of five steps a mood means that another program knows only by a name."""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from therapy_diary.exchange.mood_words import FIVE, guess
from therapy_diary.views.column_page import clear
from therapy_diary.views.room import words


class MoodsAsked(QWidget):
    """A line for each name, with an offer where there is one. Its word is kept, whatever is chosen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.choices: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)

    def ask(self, moods: Mapping[str, int | None]) -> None:
        """Ask about these names, each with the step it has where that is known. Without any it is not seen."""
        clear(self._grid)
        self.choices.clear()
        if moods:
            told = words(
                self.tr("Which of five steps these moods mean. Their words are kept."), "label", self
            )
            self._grid.addWidget(told, 0, 0, 1, 2)
        for row, (name, known) in enumerate(moods.items(), start=1):
            self._grid.addWidget(words(f"\u2068{name}\u2069", "", self), row, 0)
            self.choices[name] = self._choice(name, known or guess(name))
            self._grid.addWidget(self.choices[name], row, 1)
        self.setVisible(bool(moods))
        for before, after in pairwise(self.choices.values()):
            QWidget.setTabOrder(before, after)

    def placed(self) -> dict[str, int | None]:
        """What was chosen for each name; None for a name that is left open."""
        return {name: choice.currentData() for name, choice in self.choices.items()}

    def _choice(self, name: str, offered: int | None) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(self.tr("Which step {mood} means").format(mood=name))
        choice.addItem(self.tr("Leave it open"), None)
        ends = {FIVE[-1]: self.tr("{step}, the best"), FIVE[0]: self.tr("{step}, the hardest")}
        for step in reversed(FIVE):
            choice.addItem(ends.get(step, "{step}").format(step=step), step)
        choice.setCurrentIndex(max(0, choice.findData(offered)))
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return choice
