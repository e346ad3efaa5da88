"""How long each section of a page is, and which of them run over the page that was meant for them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument

from therapy_diary.desktop.printing.breaks import asks_for_break

SIDE_BY_SIDE = 8.0  # pixels: less than half a line
EDGE = 3.0  # a section's line above it may lie on its first line of words


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
    if not any(asks_for_break(it) for it in sections):
        return ()
    document.setPageSize(QSizeF(body.width(), -1))
    pages: list[list[tuple[float, float]]] = [[]]
    for frame in sections:
        if asks_for_break(frame):
            pages.append([])
        place = document.documentLayout().frameBoundingRect(frame)
        pages[-1].append((place.top(), place.bottom()))
    lines = _lines(document)
    found = [
        part
        for number, places in enumerate(pages, start=1)
        for part in _on_one_page(places, lines, body.height(), number)
    ]
    document.setPageSize(body)
    return tuple(found)


def lines_below(document: QTextDocument, height: float) -> int:
    """How many lines begin below that height; what stands side by side in a table is one line."""
    return sum(it.top >= height - 1 for it in _lines(document))


def shares(lengths: Sequence[int], over: int) -> list[int]:
    """How much of each length is too much, where `over` in all is: the longest gives first, the next when it is used up."""
    given = [0] * len(lengths)
    for place in sorted(range(len(lengths)), key=lambda it: -lengths[it]):
        given[place] = min(lengths[place], over - sum(given))
    return given


def _on_one_page(
    places: Sequence[tuple[float, float]], lines: Sequence["_Line"], height: float, number: int
) -> list[Part]:
    """The parts of one page. The first one also holds the title above its sections."""
    if not places:
        return []
    top = 0.0 if number == 1 else places[0][0]
    bottom = places[-1][1]
    lengths = [sum(above <= it.top + EDGE < below for it in lines) for above, below in places]
    over = sum(it.top + EDGE < bottom and it.bottom > top + height + 1 for it in lines)
    return [
        Part(page=number, lines=length, over=it)
        for length, it in zip(lengths, shares(lengths, over), strict=True)
    ]


@dataclass(frozen=True, slots=True, order=True)
class _Line:
    """Where a line stands."""

    top: float
    bottom: float


def _lines(document: QTextDocument) -> list[_Line]:
    """The lines of a document that have something in them, from top to bottom; side by side they are one line."""
    layout, places = document.documentLayout(), list[_Line]()
    block = document.begin()
    while block.isValid():
        top, lines = layout.blockBoundingRect(block).top(), block.layout()
        if block.text():
            rects = [lines.lineAt(it).rect() for it in range(lines.lineCount())]
            places += [_Line(top + it.top(), top + it.bottom()) for it in rects]
        block = block.next()
    found = list[_Line]()
    for place in sorted(places):
        if found and place.top - found[-1].top < SIDE_BY_SIDE:
            found[-1] = _Line(found[-1].top, max(found[-1].bottom, place.bottom))
        else:
            found.append(place)
    return found
