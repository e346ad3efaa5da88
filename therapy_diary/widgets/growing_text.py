"""A text field that is as tall as what is written in it."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapy_diary.widgets.private_text import PrivateText


class GrowingText(PrivateText):
    """Two lines when empty; grows with its text, and scrolls only when it gets very long."""

    _least_lines = 2
    _most_lines = 24

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def set_lines(self, least: int, most: int) -> None:
        """How many lines to show at least, and at most before it scrolls."""
        self._least_lines, self._most_lines = least, most
        self._grow()

    def keep_to_one_line(self, longest: int) -> None:
        """Take no line break and at most so many characters; what is beyond stays where it came from."""

        def fit() -> None:
            text = self.text()
            if len(text) > longest or "\n" in text:
                self.set_text(" ".join(text.split("\n"))[:longest])
                self.moveCursor(QTextCursor.MoveOperation.End)

        self.edited.connect(fit)

    def sizeHint(self) -> QSize:
        return QSize(320, self._height_for_text())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._height_for_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _height_for_text(self) -> int:
        line = QFontMetrics(self.font()).lineSpacing()
        around = self.height() - self.viewport().height() + round(2 * self.document().documentMargin())
        around = min(max(around, 16), 40)  # before the first layout the difference means nothing
        words = round(self.document().size().height() - 2 * self.document().documentMargin())
        return min(max(words, self._least_lines * line), self._most_lines * line) + around

    def _grow(self) -> None:
        height = self._height_for_text()
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        full = height >= self._most_lines * QFontMetrics(self.font()).lineSpacing()
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if full else policy.ScrollBarAlwaysOff)
