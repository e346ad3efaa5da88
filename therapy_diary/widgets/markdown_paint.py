"""Paints what Markdown marks stand for over the words: bullets, check boxes, the bar beside a quotation."""

from typing import Any

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextLine

from therapy_diary.desktop.theme import Tokens, tokens_in_force
from therapy_diary.widgets.markdown_marks import Marks, read

MARGIN = 14  # room for the bar beside a quotation
BEGINS_WITH_MARK = frozenset(">-*+")
BOX = 0.92  # side of a check box, of the size of the letters


def decorate(painter: QPainter, block: QTextBlock, room: QRectF, *, is_open: bool) -> None:
    """Paint what belongs to a paragraph that stands in this room; is_open: its marks are shown as typed."""
    if block.text().lstrip(" \t")[:1] not in BEGINS_WITH_MARK:
        return
    tokens, marks = tokens_in_force(), read(block.text())
    if block.layout().lineCount() == 0 or not (marks.quote or marks.item):
        return
    if marks.quote:
        _paint_bar(painter, block, room, tokens, is_open=is_open)
    elif marks.box is not None:
        _paint_box(painter, _box_room(block, room, marks, tokens), tokens, ticked=marks.ticked)
    elif not is_open and not marks.item[0].isdigit():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent))
        centre = _middle_of(block, room, tokens, marks.prefix[0], marks.prefix[0] + 1)
        painter.drawEllipse(centre, tokens.px("lead") * 0.17, tokens.px("lead") * 0.17)


def box_of(block: QTextBlock, room: QRectF) -> QRectF | None:
    """Where the check box of a paragraph in this room is painted; None when it has none."""
    marks = read(block.text())
    if marks.box is None or block.layout().lineCount() == 0:
        return None
    return _box_room(block, room, marks, tokens_in_force())


def _paint_bar(painter: QPainter, block: QTextBlock, room: QRectF, tokens: Tokens, *, is_open: bool) -> None:
    if is_open:
        return
    turned = block.textDirection() == Qt.LayoutDirection.RightToLeft
    edge = room.right() + MARGIN - 5 if turned else room.left() - MARGIN + 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(QRectF(edge, room.top(), 3, room.height()), 1.5, 1.5)


def _box_room(block: QTextBlock, room: QRectF, marks: Marks, tokens: Tokens) -> QRectF:
    side = tokens.px("lead") * BOX
    centre = _middle_of(block, room, tokens, marks.prefix[0], sum(marks.prefix))
    return QRectF(round(centre.x() - side / 2), round(centre.y() - side / 2), round(side), round(side))


def _paint_box(painter: QPainter, room: QRectF, tokens: Tokens, *, ticked: bool) -> None:
    """A box as the program's own check boxes are: the tick is a shape, not only a colour."""
    painter.setPen(QPen(QColor(tokens.accent if ticked else tokens.line_strong), 1.5))
    painter.setBrush(QColor(tokens.accent) if ticked else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(room, 3, 3)
    if not ticked:
        return
    pen = QPen(QColor(tokens.on_accent), max(room.width() / 8, 1.5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = room.topLeft()
    side = room.width()
    painter.drawPolyline(
        [
            at + QPointF(side * 0.24, side * 0.53),
            at + QPointF(side * 0.43, side * 0.71),
            at + QPointF(side * 0.77, side * 0.31),
        ]
    )


def _middle_of(block: QTextBlock, room: QRectF, tokens: Tokens, start: int, end: int) -> QPointF:
    """The middle of what stands from start to end in the first line, at half the height of its letters."""
    line = block.layout().lineAt(0)
    across = (_across(line, start) + _across(line, end)) / 2
    return room.topLeft() + QPointF(across, line.y() + line.ascent() - tokens.px("lead") * 0.32)


def _across(line: QTextLine, place: int) -> float:
    """How far from the left a place of a line is."""
    found: Any = line.cursorToX(place)  # a pair, although its declaration says otherwise
    return float(found[0])
