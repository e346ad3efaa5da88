"""Words that wrap, and can be folded to so many lines: then they end in …, until they are unfolded."""

from collections.abc import Iterator
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from therapy_diary.widgets.utf16 import split_at, units_in
from therapy_diary.widgets.words_label import breakable


class _Line(NamedTuple):
    """Where a line begins, in UTF-16 units, and how high it is."""

    begin: int
    height: float


class FoldingLabel(QLabel):
    """A screen reader is told all of the words, folded or not."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(breakable(text), parent)
        self._whole, self._most = breakable(text), 0
        self._laid_out: dict[int, tuple[_Line, ...]] = {}  # by the width; a page asks many times
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)

    @property
    def is_folded(self) -> bool:
        """Whether some of the words are not shown."""
        return self.text() != self._whole

    def fold(self, most: int) -> None:
        """Show so many lines at most; 0 shows all of them."""
        if most != self._most:
            self._most = most
            self._show()
            self.updateGeometry()

    def taller_folded(self, most: int) -> int:
        """How many pixels higher it would be with so many lines at most, as wide as it is; 0 stands for all lines."""
        return self._height(self.width(), most) - self._height(self.width(), self._most)

    def heightForWidth(self, width: int) -> int:
        """As high as what is then shown."""
        if not self._most:
            return super().heightForWidth(width)
        return self._height(width, self._most)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        here = self.width()
        self._laid_out = {width: lines for width, lines in self._laid_out.items() if width == here}
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._laid_out.clear()
            self._show()

    def _show(self) -> None:
        shown = self._whole
        if self._most:
            lines = self._lines(self.width())
            if len(lines) > self._most:
                head, tail = split_at(self._whole, lines[self._most - 1].begin)
                rest = tail.replace("\n", " ")
                shown = head + self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._whole if shown != self._whole else "")

    def _height(self, width: int, most: int) -> int:
        return ceil(sum(it.height for it in self._lines(width)[: most or None]))

    def _lines(self, width: int) -> tuple[_Line, ...]:
        """All of the words in that width."""
        if width not in self._laid_out:
            self._laid_out[width] = tuple(self._break_up(width))
        return self._laid_out[width]

    def _break_up(self, width: int) -> Iterator[_Line]:
        begin, least = 0, self.fontMetrics().lineSpacing()
        for paragraph in self._whole.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                yield _Line(begin + line.textStart(), max(line.height(), least))
            layout.endLayout()
            begin += units_in(paragraph) + 1
