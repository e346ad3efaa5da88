"""Words that wrap, and can be folded to so many lines: then they end in …, until they are unfolded."""

from math import ceil

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QWidget

from therapy_diary.widgets.utf16 import split_at, units_in
from therapy_diary.widgets.words_label import breakable


class FoldingLabel(QLabel):
    """A screen reader is told all of the words, folded or not."""

    def __init__(self, text: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(breakable(text), parent)
        self._whole, self._most = breakable(text), 0
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

    def heightForWidth(self, width: int) -> int:
        """As high as what is then shown."""
        if not self._most:
            return super().heightForWidth(width)
        _, _, height = self._laid_out(width)
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def _show(self) -> None:
        shown = self._whole
        if self._most:
            count, last, _ = self._laid_out(self.width())
            if count > self._most:
                head, tail = split_at(self._whole, last)
                rest = tail.replace("\n", " ")
                shown = head + self.fontMetrics().elidedText(rest, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
            self.setAccessibleName(self._whole if shown != self._whole else "")

    def _laid_out(self, width: int) -> tuple[int, int, int]:
        """How many lines all of it takes; where the last one begins that may be shown, in UTF-16 units; how high those are."""
        count, last, begin, height = 0, 0, 0, 0.0
        for paragraph in self._whole.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 1))
                count += 1
                if count <= self._most:
                    height += max(line.height(), self.fontMetrics().lineSpacing())
                if count == self._most:
                    last = begin + line.textStart()
            layout.endLayout()
            begin += units_in(paragraph) + 1
        return count, last, ceil(height)
