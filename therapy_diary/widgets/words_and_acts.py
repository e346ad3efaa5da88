"""Some words with what can be done about them: beside each other where there is room, else below each other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from therapy_diary.desktop.theme import px
from therapy_diary.widgets.flow_layout import FlowLayout

LEAST_WORDS = 24  # times the height of the letters, beside the buttons, unless somebody says otherwise
GAP = 6


class WordsAndActs(QFrame):
    """`words` takes labels from top to bottom; buttons and fields are added with add_act()."""

    def __init__(self, parent: QWidget | None = None, *, least_words: int = LEAST_WORDS) -> None:
        super().__init__(parent)
        self._least_words = least_words
        self.words = QVBoxLayout()
        self.words.setSpacing(2)
        self._acts = QWidget(self)
        self._flow = FlowLayout(self._acts, spacing=GAP)
        self._given: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(16)
        self._row.addLayout(self.words, 1)
        self._row.addWidget(self._acts, 0, Qt.AlignmentFlag.AlignTop)

    def add_act(self, act: QWidget) -> None:
        """One more thing that can be done: a button, or a field."""
        self._given.append(act)
        self._flow.addWidget(act)

    def taller_by(self, more: int) -> int:
        """How many pixels higher it would be if its words were so many higher than they are."""
        if self._row.direction() is QBoxLayout.Direction.TopToBottom:
            return more
        words = self.words.heightForWidth(self.words.geometry().width())
        acts = self._flow.heightForWidth(self._acts.width())
        return max(words + more, acts) - max(words, acts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beside the words, or below them where these would get too narrow to read well."""
        super().resizeEvent(event)
        wanted = sum(_width(it) + GAP for it in self._given if not it.isHidden())
        beside = self.width() >= wanted + self._least_words * px()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._row.setSpacing(16 if beside else GAP)
        self._acts.setMinimumWidth(wanted if beside else 0)


def _width(act: QWidget) -> int:
    """How wide it will stand: as it likes, within what it is held to."""
    return min(max(act.sizeHint().width(), act.minimumWidth()), act.maximumWidth())
