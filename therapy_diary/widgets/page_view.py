"""Pages as they will be printed, small enough to stand beside what is chosen for them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapy_diary.desktop.printing.drawing import draw_page
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.desktop.theme import tokens_in_force

GAP = 12  # pixels between two pages
PAPER_WHITE = "#FFFFFF"  # paper is white in every look


class PageView(QWidget):
    """Draws a sheet itself, so that what is seen is what is printed. Its words are there for a screen reader."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The page as it will be printed"))

    def show_sheet(self, sheet: Sheet) -> None:
        """Show these pages."""
        self._sheet = sheet
        self.setAccessibleDescription(sheet.document.toPlainText())
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """Every word on the pages but those at the foot."""
        return "" if self._sheet is None else self._sheet.document.toPlainText()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._sheet is None:
            return 0
        return round(self._page(width).height() + GAP) * self._sheet.page_count

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        sheet = self._sheet
        if sheet is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        page = self._page(self.width())
        scale = page.width() / sheet.paper.whole.width()
        for number in range(sheet.page_count):
            painter.save()
            painter.translate(0, number * (page.height() + GAP))
            painter.setPen(QPen(QColor(tokens_in_force().line), 1))
            painter.setBrush(QColor(PAPER_WHITE))
            painter.drawRect(page.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(Qt.PenStyle.NoPen)
            draw_page(sheet, painter, number, scale)
            painter.restore()

    def _page(self, width: int) -> QRectF:
        if self._sheet is None:
            return QRectF()
        paper = self._sheet.paper.whole
        return QRectF(0, 0, width, width * paper.height() / paper.width())
