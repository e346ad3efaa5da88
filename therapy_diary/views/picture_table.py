"""The table that shows the answers of a chart as words."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from therapy_diary.views.table_of_words import TableOfWords

TALLEST_TABLE = 12  # rows to be seen at once
NARROWEST_COLUMN, WIDEST_COLUMN = 76, 260  # pixels at 100 % text; a short name may be narrower still
PADDING = 22  # pixels beside the words of a cell and above the names of columns, as app.qss has it


class PictureTable(QTableView):
    """Columns as narrow as their cells and the longest word above them; the names above them on several lines."""

    def __init__(self, words: TableOfWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setModel(words)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setVisible(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        wrapped = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter) | int(
            Qt.TextFlag.TextWordWrap
        )
        header.setDefaultAlignment(Qt.AlignmentFlag(wrapped))
        header.setStretchLastSection(True)

    def fit(self, base_px: int) -> None:
        """Take the room that the words want in this text size."""
        header = self.horizontalHeader()
        letters, cell_letters = QFontMetrics(_bold(header.font())), self.fontMetrics()
        deepest = letters.height()
        for column in range(self._words.columnCount()):
            name = self._words.headerData(column, Qt.Orientation.Horizontal)
            word = max(letters.horizontalAdvance(it) for it in name.split())
            named = max(word, min(letters.horizontalAdvance(name), NARROWEST_COLUMN * base_px // 14))
            # Measured here: the view asks the style sheet about every cell, which takes ten times as long.
            cells = max(map(cell_letters.horizontalAdvance, self._words.words_in(column)), default=0)
            width = min(max(cells, named) + PADDING, WIDEST_COLUMN * base_px // 14)
            self.setColumnWidth(column, width)
            room = QRect(0, 0, width - PADDING, 10_000)
            deepest = max(deepest, letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), name).height())
        header.setFixedHeight(deepest + PADDING)
        rows = min(self._words.rowCount(), TALLEST_TABLE)
        room_for_bar = self.horizontalScrollBar().sizeHint().height()
        height = header.height() + rows * self.verticalHeader().defaultSectionSize() + room_for_bar
        self.setFixedHeight(height + 2 * self.frameWidth())


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
