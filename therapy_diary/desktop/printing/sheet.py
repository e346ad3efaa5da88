"""An HTML page laid out on paper."""

from dataclasses import dataclass

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QTextDocument, QTextOption

from therapy_diary.desktop.printing.breaks import settle_breaks
from therapy_diary.desktop.printing.chart import put_chart
from therapy_diary.desktop.printing.letters import BODY, font_of
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.parts import Part, lines_below, parts_of
from therapy_diary.desktop.printing.sizes import fit_pictures, take_sizes_as_given


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
    document.setDefaultFont(font_of(BODY))
    option = QTextOption()
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setHtml(html)
    take_sizes_as_given(document)
    body = paper.body / larger
    document.setPageSize(body)
    fit_pictures(document, body)
    if chart_svg is not None:
        put_chart(document, chart_svg)
    parts = parts_of(document, body)
    settle_breaks(document, most_pages)
    return Sheet(
        document=document,
        paper=paper,
        footer=footer,
        page_number=page_number,
        most_pages=most_pages,
        parts=parts,
        larger=larger,
    )
