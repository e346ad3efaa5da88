"""The overall alliance line as a drawing small enough for a printed page: written as SVG, with gaps where nothing is known."""

from collections.abc import Sequence
from itertools import pairwise
from xml.sax.saxutils import escape

from therapy_diary.reports.charts.alliance_figure import AllianceChart, AlliancePoint
from therapy_diary.reports.charts.style import read_ink

WIDTH, HEIGHT = 513, 118  # CSS pixels: as wide as the column of words on A4
TOP, BOTTOM, RIGHT = 8, 22, 10
LETTER = 10
A_LETTER_TAKES = 0.56  # of its height, about
LABELS = 6  # session numbers under the line, at most about so many
FAMILY = "Inter, 'Noto Sans Hebrew', 'Noto Sans Arabic', sans-serif"


def small_alliance(chart: AllianceChart) -> bytes | None:
    """The drawing, None while no session has a value. Time runs from left to right in every language."""
    if not chart.scored:
        return None
    ink, words = read_ink("light"), chart.form.answers
    left = max(len(words[0]), len(words[-1])) * LETTER * A_LETTER_TAKES + 12
    count = max(len(chart.points) - 1, 1)

    def x(number: float) -> float:
        return left + (number - 1) / count * (WIDTH - left - RIGHT)

    def y(value: float) -> float:
        return TOP + (4 - value) / 4 * (HEIGHT - TOP - BOTTOM)

    parts = [
        f'<rect x="{x(it.left):.1f}" y="{TOP}" width="{x(it.right) - x(it.left):.1f}"'
        f' height="{HEIGHT - TOP - BOTTOM}" fill="{ink.hover}"/>'
        for it in chart.course.breaks
    ]
    for step in (0, 2, 4):
        parts.append(
            f'<line x1="{left:.1f}" y1="{y(step):.1f}" x2="{WIDTH - RIGHT}" y2="{y(step):.1f}" stroke="{ink.line}"/>'
        )
        parts.append(_words(words[step], left - 8, y(step) + LETTER * 0.35, "end", ink.text3))
    for run in _runs(chart):
        points = " ".join(f"{x(it.number):.1f},{y(it.overall or 0):.1f}" for it in run)
        parts.append(
            f'<polyline points="{points}" fill="none" stroke="{ink.d1}" stroke-width="1.6"'
            ' stroke-linejoin="round" stroke-linecap="round"/>'
        )
    parts += [
        f'<circle cx="{x(it.number):.1f}" cy="{y(it.overall):.1f}" r="2.1" fill="{ink.d1}"/>'
        for it in chart.scored
        if it.overall is not None
    ]
    parts += [_words(str(it), x(it), HEIGHT - 6, "middle", ink.text3) for it in _numbers(len(chart.points))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}">{"".join(parts)}</svg>'
    ).encode()


def _words(text: str, x: float, y: float, anchor: str, colour: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}"'
        f' style="font-family: {FAMILY}; font-size: {LETTER}px">{escape(text)}</text>'
    )


def _runs(chart: AllianceChart) -> list[list[AlliancePoint]]:
    """The stretches that one line may join."""
    joined = {(one.number, other.number) for one, other in chart.joined()}
    runs: list[list[AlliancePoint]] = []
    for one, other in pairwise(chart.points):
        if (one.number, other.number) not in joined:
            continue
        if runs and runs[-1][-1] is one:
            runs[-1].append(other)
        else:
            runs.append([one, other])
    return runs


def _numbers(count: int) -> Sequence[int]:
    """The session numbers to write: the first, the last, and some between, evenly."""
    step = max(round(count / LABELS), 1)
    between = [it for it in range(step, count, step) if it > 1 and count - it > step / 2]
    return [1, *between, *([count] if count > 1 else [])]
