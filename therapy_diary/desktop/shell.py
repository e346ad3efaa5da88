"""The window before there is anything in it: the column of pages and an empty page, in the colours of the theme."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from therapy_diary.desktop.icons import draw_icon
from therapy_diary.desktop.theme import font, tokens_in_force

FROM_THE_SIDE, FROM_ABOVE, BESIDE = 24, 18, 8  # pixels, as in the column that takes its place
AROUND_MENUS = 16  # pixels above and below the words of the menu bar, which is not there yet


class Shell(QWidget):
    """Stands where the pages will stand, for the moment in which the key is fetched."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setWindowTitle(self.tr("Therapy Diary"))
        self.setAccessibleName(self.tr("The diary is being opened."))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, painter = tokens_in_force(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.bg))
        painter.drawRect(self.rect())
        top = QFontMetrics(font()).height() + AROUND_MENUS
        column = QRect(0, top, tokens.size("sidebar"), self.height())
        painter.setBrush(QColor(tokens.sidebar))
        painter.drawRect(self._turned(column))
        side = round(tokens.size("icon") * 1.35)
        leaf = QRect(FROM_THE_SIDE, top + FROM_ABOVE, side, side)
        draw_icon(painter, "leaf", QRectF(self._turned(leaf)), tokens.accent)
        words = QRect(leaf.right() + 1 + BESIDE, leaf.top(), column.right() - leaf.right() - BESIDE, side)
        painter.setFont(font("h3", QFont.Weight.DemiBold))
        painter.setPen(QColor(tokens.text))
        along = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = int(along | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        painter.drawText(self._turned(words), flags, self.windowTitle())

    def _turned(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
