"""A drawing among the words of a page, which stays made of lines."""

import re

from PySide6.QtCore import QByteArray, QRect, QRectF, QSizeF
from PySide6.QtGui import QPainter, QPyTextObject, QTextCharFormat, QTextDocument, QTextFormat
from PySide6.QtSvg import QSvgRenderer

CHART_MARK = "\ufffc"
_CHART = QTextFormat.ObjectTypes.UserObject.value + 1
_SVG, _WIDTH, _HEIGHT = (QTextFormat.Property.UserProperty.value + it for it in (1, 2, 3))


def put_chart(document: QTextDocument, svg: bytes) -> None:
    """Put the drawing where its mark stands, as wide as the column there."""
    cursor = document.find(CHART_MARK)
    renderer = QSvgRenderer(QByteArray(_for_qt(svg)))
    if cursor.isNull() or not renderer.isValid():
        return
    layout = document.documentLayout()
    handler = _Chart(document)
    layout.registerHandler(_CHART, handler)
    width = layout.blockBoundingRect(cursor.block()).width()
    size = renderer.defaultSize()
    form = QTextCharFormat()
    form.setObjectType(_CHART)
    form.setProperty(_SVG, QByteArray(_for_qt(svg)))
    form.setProperty(_WIDTH, width)
    form.setProperty(_HEIGHT, width * size.height() / max(size.width(), 1))
    cursor.insertText(CHART_MARK, form)


class _Chart(QPyTextObject):
    """A drawing that stands in the text as a letter does, and stays made of lines."""

    def intrinsicSize(self, doc: QTextDocument, posInDocument: int, format: QTextFormat) -> QSizeF:  # noqa: A002, N803
        del doc, posInDocument
        return QSizeF(float(format.property(_WIDTH)), float(format.property(_HEIGHT)))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        doc: QTextDocument,
        posInDocument: int,  # noqa: N803
        format: QTextFormat,  # noqa: A002
    ) -> None:
        del doc, posInDocument
        QSvgRenderer(QByteArray(format.property(_SVG))).render(painter, rect)


def _for_qt(svg: bytes) -> bytes:
    """The drawing with one family name for each text: QtSvg takes a list of families for one strange name."""
    text = svg.decode("utf-8")
    text = re.sub(r"font-family: *'?([^',;\"]+)'?[^;\"]*", r"font-family: \1", text)
    shorthand = re.compile(r"font: *(?:(\d+|bold) +)?([\d.]+)px +'?([^',;\"]+)'?[^;\"]*")
    return shorthand.sub(
        lambda it: f"font-family: {it[3]}; font-size: {it[2]}px; font-weight: {it[1] or '400'}", text
    ).encode()
