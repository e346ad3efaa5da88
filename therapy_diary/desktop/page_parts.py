"""How long each section of a page is, and which of them run over the page that was meant for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument, QTextFormat, QTextFrame

BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One section: the page it was meant for, counted from 1, its lines, and how many of them are too many there."""

    page: int
    lines: int
    over: int = 0


def parts_of(document: QTextDocument, body: QSizeF) -> tuple[Part, ...]:
    """Measure the sections of a document on one endless page; its own page size stands again afterwards.

    A section that asks for a page break begins the next page. What is too much on a page is said of its longest
    section, where shortening helps most.
    """
    sections = document.rootFrame().childFrames()
    if not any(_asks_for_break(it) for it in sections):
        return ()
    document.setPageSize(QSizeF(body.width(), -1))
    pages: list[list[tuple[float, float]]] = [[]]
    for frame in sections:
        if _asks_for_break(frame):
            pages.append([])
        place = document.documentLayout().frameBoundingRect(frame)
        pages[-1].append((place.top(), place.bottom()))
    lines = _line_tops(document)
    found = [
        part
        for number, places in enumerate(pages, start=1)
        for part in _on_one_page(places, lines, body.height(), number)
    ]
    document.setPageSize(body)
    return tuple(found)


def lines_below(document: QTextDocument, height: float) -> int:
    """How many lines begin below that height; what stands side by side in a table is one line."""
    return sum(it >= height - 1 for it in _line_tops(document))


def shares(lengths: Sequence[int], over: int) -> list[int]:
    """How much of each length is too much, where `over` in all is: the longest gives first, the next when it is used up."""
    given = [0] * len(lengths)
    for place in sorted(range(len(lengths)), key=lambda it: -lengths[it]):
        given[place] = min(lengths[place], over - sum(given))
    return given


def _on_one_page(
    places: Sequence[tuple[float, float]], lines: Sequence[float], height: float, number: int
) -> list[Part]:
    """The parts of one page. The first one also holds the title above its sections."""
    if not places:
        return []
    top = 0.0 if number == 1 else places[0][0]
    bottom = places[-1][1]
    lengths = [sum(above <= it < below for it in lines) for above, below in places]
    # The last line of a page may end where the page does; a section's own space below it is no line.
    over = sum(top + height - 1 <= it < bottom for it in lines)
    if not over and bottom - top > height + 1:
        over = 1  # the line that is cut by the edge
    return [
        Part(page=number, lines=length, over=it)
        for length, it in zip(lengths, shares(lengths, over), strict=True)
    ]


def _line_tops(document: QTextDocument) -> list[float]:
    """Where the lines of a document begin, each height once."""
    layout, places = document.documentLayout(), set[int]()
    block = document.begin()
    while block.isValid():
        top, lines = layout.blockBoundingRect(block).top(), block.layout()
        places |= {round(top + lines.lineAt(it).y()) for it in range(lines.lineCount())}
        block = block.next()
    return sorted(places)


def _asks_for_break(frame: QTextFrame) -> bool:
    return bool(frame.frameFormat().pageBreakPolicy() & BREAK)
