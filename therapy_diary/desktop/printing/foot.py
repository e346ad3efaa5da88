"""The foot of a page: its quiet lines, and which page it is."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from therapy_diary.desktop.printing.letters import SMALL, font_of
from therapy_diary.desktop.printing.paper import pixels
from therapy_diary.desktop.printing.sheet import Sheet

FOOTER_FROM_EDGE = 5.5  # millimetres: inside the lower margin
QUIET = "#6B6659"


def draw_foot(sheet: Sheet, painter: QPainter, number: int) -> None:
    """The quiet lines inside the lower margin, with the page number at their end when there are several pages.

    They are drawn smaller where they would be longer than the page is wide, as in large print on small paper.
    """
    document, font = sheet.document, font_of(SMALL)
    letters = QFontMetricsF(font)
    line, number_takes = (
        letters.height(),
        letters.horizontalAdvance(sheet.page_number) if sheet.page_count > 1 else 0,
    )
    longest = max((letters.horizontalAdvance(it) for it in sheet.footer), default=0.0) + number_takes
    fit = min(1.0, sheet.body.width() / max(longest, 1.0))
    body = sheet.body / fit
    end = body.height() + pixels(sheet.paper.margin - FOOTER_FROM_EDGE) / sheet.larger / fit
    painter.scale(fit, fit)
    painter.setFont(font)
    painter.setPen(QColor(QUIET))
    backwards = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
    near, far = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    way = Qt.TextFlag.TextForceLeftToRight.value
    middle = (Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute).value
    numbers = middle | way
    if backwards:
        near, far, way = (
            far,
            near,
            Qt.TextFlag.TextForceRightToLeft.value,
        )  # else a full stop would stand before its words
    for place, words in enumerate(reversed(sheet.footer)):
        room = QRectF(0, end - (place + 1) * line, body.width(), line)
        numbered = place == 0 and sheet.page_count > 1 and sheet.page_number
        if numbered:
            count = sheet.page_number.replace("{pages}", str(sheet.page_count))
            count = count.replace("{page}", str(number + 1))
            painter.drawText(room, far.value | numbers, count)
        painter.drawText(room, near.value | middle | way, words)
