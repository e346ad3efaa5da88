"""The pages of a sheet drawn: on the screen, on a printer, into a file."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPagedPaintDevice, QPainter

from therapy_diary.desktop.printing.foot import draw_foot
from therapy_diary.desktop.printing.paper import PIXELS_PER_INCH, pixels
from therapy_diary.desktop.printing.problem import Obstacle, PrintProblem
from therapy_diary.desktop.printing.sheet import Sheet

Drawn = Callable[[int, int], object]
"""Told how many pages are drawn, and how many there are."""


def draw_page(sheet: Sheet, painter: QPainter, number: int, scale: float) -> None:
    """Draw one page, counted from 0, margins and all. scale: how many of the painter's dots a CSS pixel takes."""
    body, margin = sheet.body, pixels(sheet.paper.margin)
    painter.save()
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the sheet itself knows which way it runs
    painter.scale(scale, scale)
    painter.translate(margin, margin)
    painter.scale(sheet.larger, sheet.larger)
    room = QRectF(0, number * body.height(), body.width(), body.height())
    painter.save()
    painter.translate(0, -room.top())
    painter.setClipRect(room)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = room.adjusted(0, 1, 0, -1)  # a line that only touches the edge belongs to the other page
    sheet.document.documentLayout().draw(painter, context)
    painter.restore()
    draw_foot(sheet, painter, number)
    painter.restore()


def draw(
    sheet: Sheet,
    device: QPagedPaintDevice,
    first: int = 0,
    last: int | None = None,
    *,
    drawn: Drawn = lambda _page, _pages: None,
) -> None:
    """Draw the pages from first to last, counted from 0, each on a page of the device; drawn is told after each.

    Raises PrintProblem when the device takes nothing, such as a printer that is gone, and what drawn raises.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise PrintProblem(Obstacle.OTHER)
    scale = device.logicalDpiX() / PIXELS_PER_INCH
    try:
        for number in range(first, sheet.page_count if last is None else last + 1):
            if number > first:
                device.newPage()
            draw_page(sheet, painter, number, scale)
            drawn(number + 1, sheet.page_count)
    finally:
        painter.end()
