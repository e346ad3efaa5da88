"""Breaks and marks on a chart: shaded columns, dotted lines, and the words of marks in a strip above the plot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import nan
from typing import TYPE_CHECKING, Any

from therapy_diary.reports.charts.paper import Paper
from therapy_diary.reports.charts.style import elided, points

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOTTED = (0, (1.2, 3))
FEW, MANY = 3, 6  # marks up to which two and three rows of words are enough; more get four
CROWD = 16  # marks from which words are whole or left out, for a row of beginnings says nothing
ROW_HEIGHT, GAP, LONGEST, SHORTEST = 18, 5, 190, 56  # pixels at the usual text size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """The words of one mark: their row, where they begin and end, and where their line stands, all in pixels."""

    row: int
    left: float
    right: float
    line: float
    words: str


def strip_height(paper: Paper, marks: Sequence[object]) -> float:
    """How much room to leave above a plot for the words of its marks."""
    return paper.px(_rows(len(marks)) * ROW_HEIGHT + GAP) if marks else 0


def rule(paper: Paper, axes: "Axes", places: Sequence[float]) -> None:
    """Draw the dotted line of each mark through axes."""
    if places:
        look: dict[str, Any] = {"color": paper.ink.text3, "lw": points(1), "ls": DOTTED, "zorder": 1}
        axes.plot(*_upright([(it, 0, 1) for it in places]), transform=axes.get_xaxis_transform(), **look)


def _upright(lines: Sequence[tuple[float, float, float]]) -> tuple[list[float], list[float]]:
    """Upright lines, each with its ends, to be drawn at once: each call takes as long as a hundred points."""
    across = [place for at, _, _ in lines for place in (at, at, nan)]
    return across, [place for _, low, high in lines for place in (low, high, nan)]


def shade(paper: Paper, axes: "Axes", columns: Sequence[tuple[float, float]]) -> None:
    """Shade breaks behind axes, from one place to another."""
    for left, right in columns:
        axes.axvspan(left, right, color=paper.ink.hover, lw=0, zorder=0)


def write_strip(
    paper: Paper, marks: Sequence[tuple[float, str]], left: float, right: float, bottom: float
) -> None:
    """Write the words of marks, each given with the pixel of its line, above a plot that begins at `bottom`.

    Words that find no room are left out: the line stays, and so does the table.
    """
    placed: list[_Placed] = []
    lines, rows = [line for line, _ in marks], _rows(len(marks))
    for line, words in sorted(marks, reverse=True):
        ways = _whole(paper, line, words, rows)
        if len(marks) < CROWD:
            ways = chain(ways, _shortened(paper, line, words, (right, rows), placed))
        for tried in ways:
            inside = tried.left >= left and tried.right <= right
            if (
                inside
                and not _seems_another(paper, tried, lines)
                and not any(_clash(tried, it) for it in placed)
            ):
                placed.append(tried)
                break
    row = paper.px(ROW_HEIGHT)
    for it in placed:
        paper.write(it.left, bottom - (it.row + 0.6) * row, it.words, paper.ink.text2)
    upright = _upright([(it.line, bottom, bottom - (it.row + 1) * row) for it in placed])
    paper.over.plot(*upright, color=paper.ink.text3, lw=points(1), ls=DOTTED)


def _rows(marks: int) -> int:
    """Into how many rows the words go, counted from the plot upwards."""
    return 2 if marks <= FEW else 3 if marks <= MANY else 4


def _whole(paper: Paper, line: float, words: str, rows: int) -> Iterator[_Placed]:
    """The places to try first: right of the line, left of it."""
    gap = paper.px(GAP)
    whole = elided(words, paper.px(LONGEST), paper.base_px)
    wide = paper.width_of(whole)
    for row in range(rows):
        yield _Placed(row=row, left=line + gap, right=line + gap + wide, line=line, words=whole)
    for row in reversed(range(rows)):
        yield _Placed(row=row, left=line - gap - wide, right=line - gap, line=line, words=whole)


def _shortened(
    paper: Paper, line: float, words: str, limits: tuple[float, int], placed: Sequence[_Placed]
) -> Iterator[_Placed]:
    """The places to try then: as much of the words as there is room for right of the line."""
    gap = paper.px(GAP)
    right, rows = limits
    for row in range(rows):
        passing = [it.line for it in placed if it.row > row]
        ends = min([right, *passing, *(it.left for it in placed if it.row == row)])
        room = ends - 2 * gap - (line + gap)
        if room >= paper.px(SHORTEST):
            short = elided(words, room, paper.base_px)
            ends = line + gap + paper.width_of(short)
            yield _Placed(row=row, left=line + gap, right=ends, line=line, words=short)


def _seems_another(paper: Paper, tried: _Placed, lines: Sequence[float]) -> bool:
    """Whether words left of their line begin so near to another line that they would be read as its own."""
    return tried.right < tried.line and any(0 <= tried.left - it < paper.px(30) for it in lines)


def _clash(one: _Placed, other: _Placed) -> bool:
    """Whether words would touch words in their row, or a line would run through words below its own."""
    if one.row == other.row and one.left - 8 < other.right and other.left - 8 < one.right:
        return True
    upper, lower = (one, other) if one.row > other.row else (other, one)
    return upper.row > lower.row and lower.left - 2 < upper.line < lower.right + 2
