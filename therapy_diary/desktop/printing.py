"""Pages on paper and as PDF: laid out once, drawn with vectors and shipped letters, wherever they go.

A page is laid out in CSS pixels (96 to the inch) with no device in mind, and scaled when it is drawn. So the preview,
every printer and the PDF break lines and pages at the same places, and what was counted is what is printed.
"""

import contextlib
import errno
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QBuffer,
    QByteArray,
    QIODevice,
    QLocale,
    QMarginsF,
    QRect,
    QRectF,
    QSizeF,
    Qt,
    QUrl,
)
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPixmap,
    QPyTextObject,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrame,
    QTextImageFormat,
    QTextOption,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.fonts import FAMILIES
from therapy_diary.desktop.page_parts import BREAK, Part, lines_below, parts_of

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PIXELS_PER_INCH = 96
MARGIN, SMALL_MARGIN = 18.0, 13.0  # millimetres on every side; the footer stands inside the lower one
FOOTER_FROM_EDGE = 5.5
RESOLUTION = 1200  # dots per inch in a PDF
BODY, SMALL = 14, 10  # heights of letters in pixels: 10.5 and 7.5 points
INK, QUIET = "#26241F", "#6B6659"
CHART_MARK = "\ufffc"
TALLEST_PICTURE = 0.9  # of a page: a line of words has room with it
_CHART = QTextFormat.ObjectTypes.UserObject.value + 1
_SVG, _WIDTH, _HEIGHT = (QTextFormat.Property.UserProperty.value + it for it in (1, 2, 3))

Drawn = Callable[[int, int], object]
"""Told how many pages are drawn, and how many there are."""


class Paper(StrEnum):
    """The paper a page is made for."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"

    @property
    def page_size(self) -> QPageSize:
        """The size as Qt names it."""
        return QPageSize(
            {
                Paper.A4: QPageSize.PageSizeId.A4,
                Paper.LETTER: QPageSize.PageSizeId.Letter,
                Paper.A5: QPageSize.PageSizeId.A5,
            }[self]
        )

    @property
    def whole(self) -> QSizeF:
        """The paper from edge to edge, in CSS pixels."""
        size = self.page_size.size(QPageSize.Unit.Millimeter)
        return QSizeF(_pixels(size.width()), _pixels(size.height()))

    @property
    def margin(self) -> float:
        """Millimetres on every side: fewer where the paper itself is small."""
        return SMALL_MARGIN if self is Paper.A5 else MARGIN

    @property
    def body(self) -> QSizeF:
        """The room for text on one page, in CSS pixels."""
        return self.whole - QSizeF(2 * _pixels(self.margin), 2 * _pixels(self.margin))


def usual_paper() -> Paper:
    """The size of paper that lies in the printers of this country."""
    us = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if us else Paper.A4


class PrintProblem(Exception):
    """The page could not be written. `kind` says what is in the way; nothing of it was left behind."""

    def __init__(self, kind: "Obstacle") -> None:
        super().__init__(kind)
        self.kind = kind


class Obstacle(StrEnum):
    """What is in the way of writing a file."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    OTHER = "other"


SENTENCES: Mapping[Obstacle, str] = {
    Obstacle.FULL: str(
        QT_TRANSLATE_NOOP(
            "PaperBar",
            "There is no room on that disk. Nothing was written there; your words are in the diary.",
        )
    ),
    Obstacle.FORBIDDEN: str(
        QT_TRANSLATE_NOOP(
            "PaperBar", "That folder may not be written to. Choose another one; your words are in the diary."
        )
    ),
    Obstacle.MISSING: str(
        QT_TRANSLATE_NOOP(
            "PaperBar", "That folder is no longer there. Choose another one; your words are in the diary."
        )
    ),
    Obstacle.OTHER: str(
        QT_TRANSLATE_NOOP(
            "PaperBar", "Nothing could be written there. Choose another place; your words are in the diary."
        )
    ),
}
"""What the window and the terminal say about each, in English; the window's translation is the paper bar's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page laid out and ready to draw: the document, its paper, and the quiet lines at the foot of each page.

    page_number is words with {page} and {pages} in them. most_pages is how long it was meant to be. parts are its
    sections from top to bottom, measured against the page each was meant for. larger is how much larger than usual
    everything is drawn, for eyes that need it.
    """

    document: QTextDocument
    paper: Paper
    footer: tuple[str, ...]
    page_number: str
    most_pages: int
    parts: tuple[Part, ...] = ()
    larger: float = 1.0

    @property
    def body(self) -> QSizeF:
        """The room for text on one page as the document sees it."""
        return self.paper.body / self.larger

    @property
    def page_count(self) -> int:
        """How many pages it takes."""
        return self.document.pageCount()

    @property
    def left(self) -> float:
        """How much of the pages it was meant to take is still empty, in the document's own pixels."""
        return max(self.most_pages * self.body.height() - self.document.size().height(), 0.0)

    @property
    def overflow(self) -> int:
        """How many lines stand on pages beyond those it was meant to take; they are printed all the same."""
        if self.page_count <= self.most_pages:
            return 0
        return lines_below(self.document, self.most_pages * self.body.height())


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


def sheet(
    html: str,
    paper: Paper,
    *,
    chart_svg: bytes | None = None,
    footer: tuple[str, ...] = (),
    page_number: str = "",
    right_to_left: bool = False,
    most_pages: int = 2,
    larger: float = 1.0,
) -> Sheet:
    """Lay out a page. The chart takes the place of its mark in the HTML. larger: how much larger than usual it is drawn.

    A page break that the HTML asks for is kept when all then fits on most_pages, and left out when one page
    holds everything, or when the break alone would make it longer.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(_font(BODY))
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    _take_sizes_as_given(document)
    body = paper.body / larger
    document.setPageSize(body)
    _fit_pictures(document, body)
    if chart_svg is not None:
        _put_chart(document, chart_svg)
    parts = parts_of(document, body)
    _settle_breaks(document, most_pages)
    return Sheet(
        document=document,
        paper=paper,
        footer=footer,
        page_number=page_number,
        most_pages=most_pages,
        parts=parts,
        larger=larger,
    )


def draw_page(sheet: Sheet, painter: QPainter, number: int, scale: float) -> None:
    """Draw one page, counted from 0, margins and all. scale: how many of the painter's dots a CSS pixel takes."""
    body, margin = sheet.body, _pixels(sheet.paper.margin)
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
    _draw_foot(sheet, painter, number)
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


def pdf(sheet: Sheet, drawn: Drawn = lambda _page, _pages: None) -> bytes:
    """The page as a PDF: vectors, embedded letters, and no word about the person in its properties.

    drawn is told after each page, and may raise to end it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(_whole_page(sheet.paper))
    writer.setTitle("Document")
    writer.setCreator("")
    try:
        draw(sheet, writer, drawn=drawn)
    finally:
        del writer  # before what it writes into
    return bytes(buffer.data().data())


def write_pdf(sheet: Sheet, path: Path) -> None:
    """Write the PDF for this person's eyes only, whole or not at all. Raises PrintProblem."""
    write_private(pdf(sheet), path)


def write_private(content: bytes, path: Path) -> None:
    """Write a file that only this person may read, whole or not at all. Raises PrintProblem."""
    if path.exists() and not path.is_file():
        raise PrintProblem(Obstacle.OTHER)  # a folder, or a device that a rename would do away with
    unfinished: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)  # made with mode 0600
        unfinished = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        if unfinished is not None:
            with contextlib.suppress(OSError):
                unfinished.unlink()
        raise PrintProblem(_obstacle(error)) from error


def preview(make: Callable[[Paper], Sheet], paper: Paper, parent: QWidget) -> None:
    """Show the pages as they will be printed; from there they can be printed. Another paper is laid out anew."""
    from PySide6.QtPrintSupport import QPrintPreviewDialog

    printer = _printer(paper)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setObjectName("print_preview")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.resize(900, 900)
    # The connection keeps the printer, which the dialog uses and does not own.
    dialog.paintRequested.connect(lambda device, _kept=printer: _draw_for(make, device, paper))
    dialog.open()  # not exec: a lock must not wait for a dialog


def print_paper(make: Callable[[Paper], Sheet], paper: Paper, parent: QWidget) -> bool:
    """Ask for a printer and print; says whether anything was sent to it. Raises PrintProblem."""
    from PySide6.QtPrintSupport import QPrintDialog

    printer = _printer(paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setObjectName("print_dialog")
    wanted = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if wanted:
        _draw_for(make, printer, paper)
    return wanted


def _printer(paper: Paper) -> "QPrinter":
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName("Document")  # print queues and their logs show this name
    printer.setCreator("")
    printer.setFullPage(True)
    printer.setPageLayout(_whole_page(paper))
    return printer


def _draw_for(make: Callable[[Paper], Sheet], printer: "QPrinter", paper: Paper) -> None:
    """Draw on the paper the printer now has, on ours when it has one that we do not know."""
    there = printer.pageLayout().pageSize().id()
    fitting = next((it for it in Paper if it.page_size.id() == there), paper)
    printer.setFullPage(True)
    made = make(fitting)
    first = max(printer.fromPage() - 1, 0)
    last = min(printer.toPage() or made.page_count, made.page_count) - 1
    draw(made, printer, first, last)


def _whole_page(paper: Paper) -> QPageLayout:
    layout = QPageLayout(paper.page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _draw_foot(sheet: Sheet, painter: QPainter, number: int) -> None:
    """The quiet lines inside the lower margin, with the page number at their end when there are several pages.

    They are drawn smaller where they would be longer than the page is wide, as in large print on small paper.
    """
    document, font = sheet.document, _font(SMALL)
    letters = QFontMetricsF(font)
    line, number_takes = (
        letters.height(),
        letters.horizontalAdvance(sheet.page_number) if sheet.page_count > 1 else 0,
    )
    longest = max((letters.horizontalAdvance(it) for it in sheet.footer), default=0.0) + number_takes
    fit = min(1.0, sheet.body.width() / max(longest, 1.0))
    body = sheet.body / fit
    end = body.height() + _pixels(sheet.paper.margin - FOOTER_FROM_EDGE) / sheet.larger / fit
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


def _put_chart(document: QTextDocument, svg: bytes) -> None:
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


def _for_qt(svg: bytes) -> bytes:
    """The drawing with one family name for each text: QtSvg takes a list of families for one strange name."""
    text = svg.decode("utf-8")
    text = re.sub(r"font-family: *'?([^',;\"]+)'?[^;\"]*", r"font-family: \1", text)
    shorthand = re.compile(r"font: *(?:(\d+|bold) +)?([\d.]+)px +'?([^',;\"]+)'?[^;\"]*")
    return shorthand.sub(
        lambda it: f"font-family: {it[3]}; font-size: {it[2]}px; font-weight: {it[1] or '400'}", text
    ).encode()


def _take_sizes_as_given(document: QTextDocument) -> None:
    """Qt makes headings larger than the size they were given; this takes that back."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            for piece in _pieces(block):
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                form = piece.charFormat()
                form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                cursor.setCharFormat(form)
        block = block.next()


def _fit_pictures(document: QTextDocument, body: QSizeF) -> None:
    """Make what is too large for a page as large as one; Qt sees to the width alone, and a tall picture would be cut.

    A picture is a line to Qt, and the room between lines would grow with it.
    """
    block = document.begin()
    while block.isValid():
        for piece in (it for it in _pieces(block) if it.charFormat().isImageFormat()):
            _fit_picture(document, piece, piece.charFormat().toImageFormat(), body)
            as_high_as_it_is = QTextBlockFormat()
            as_high_as_it_is.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            QTextCursor(block).mergeBlockFormat(as_high_as_it_is)
        block = block.next()


def _fit_picture(document: QTextDocument, piece: QTextFragment, form: QTextImageFormat, body: QSizeF) -> None:
    image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(form.name()))
    room = QSizeF(body.width(), body.height() * TALLEST_PICTURE)
    if not isinstance(image, QImage | QPixmap) or image.isNull():
        return
    if image.width() <= room.width() and image.height() <= room.height():
        return
    fitted = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    form.setWidth(fitted.width())
    form.setHeight(fitted.height())
    cursor = QTextCursor(document)
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(form)


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    """The stretches of a paragraph that look alike."""
    found, place = [], block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found


def _settle_breaks(document: QTextDocument, most_pages: int) -> None:
    """Keep the page breaks that were asked for only where they cost no extra page; else keep sections whole."""
    sections = document.rootFrame().childFrames()
    asked = [it for it in sections if it.frameFormat().pageBreakPolicy() & BREAK]
    for frame in asked:
        _break_before(frame, wanted=False)
    if document.pageCount() == 1:
        return
    flowing = document.pageCount()
    for frame in asked:
        _break_before(frame, wanted=True)
    if document.pageCount() <= most_pages:
        return
    for frame in asked:
        _break_before(frame, wanted=False)
    for frame in sections:
        if _is_cut(document, frame):
            _break_before(frame, wanted=True)
            if document.pageCount() > flowing:
                _break_before(frame, wanted=False)


def _is_cut(document: QTextDocument, frame: QTextFrame) -> bool:
    """Whether a section that is shorter than half a page begins on one page and ends on the next."""
    place, height = document.documentLayout().frameBoundingRect(frame), document.pageSize().height()
    cut = int(place.top() // height) != int((place.bottom() - 1) // height)
    return cut and place.height() < height / 2


def _break_before(frame: QTextFrame, *, wanted: bool) -> None:
    form = frame.frameFormat()
    form.setPageBreakPolicy(BREAK if wanted else QTextFormat.PageBreakFlag.PageBreak_Auto)
    frame.setFrameFormat(form)


def _font(height: int) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(height)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter draws the colon of 17:00 higher, as a shape that has no letter behind it: read back, the time would be 1700
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def _pixels(millimetres: float) -> float:
    return millimetres / 25.4 * PIXELS_PER_INCH


def _obstacle(error: OSError) -> Obstacle:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return Obstacle.FULL
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Obstacle.FORBIDDEN
    return Obstacle.MISSING if error.errno == errno.ENOENT else Obstacle.OTHER
