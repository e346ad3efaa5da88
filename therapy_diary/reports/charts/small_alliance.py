"""The overall alliance line as a drawing small enough for a printed page: written as SVG, with gaps where nothing is known."""

from collections.abc import Sequence
from itertools import pairwise

from therapy_diary.reports.charts.alliance_figure import AllianceChart, AlliancePoint
from therapy_diary.reports.charts.small_drawing import (
    BOTTOM,
    HEIGHT,
    LETTER,
    RIGHT,
    TOP,
    WIDTH,
    dot,
    drawing,
    joined,
    level,
    room_for,
    shade,
    text,
)
from therapy_diary.reports.charts.style import read_ink

LABELS = 6  # session numbers under the line, at most about so many


def small_alliance(chart: AllianceChart) -> bytes | None:
    """The drawing, None while no session has a value. Time runs from left to right in every language."""
    if not chart.scored:
        return None
    ink, words = read_ink("light"), chart.form.answers
    left = room_for((words[0], words[-1]))
    count = max(len(chart.points) - 1, 1)

    def x(number: float) -> float:
        return left + (number - 1) / count * (WIDTH - left - RIGHT)

    def y(value: float) -> float:
        return TOP + (4 - value) / 4 * (HEIGHT - TOP - BOTTOM)

    parts = [shade(x(it.left), x(it.right), ink.hover) for it in chart.course.breaks]
    for step in (0, 2, 4):
        parts.append(level(left, y(step), ink.line))
        parts.append(text(words[step], left - 8, y(step) + LETTER * 0.35, "end", ink.text3))
    parts += [joined([(x(it.number), y(it.overall or 0)) for it in run], ink.d1) for run in _runs(chart)]
    parts += [dot(x(it.number), y(it.overall), ink.d1) for it in chart.scored if it.overall is not None]
    parts += [text(str(it), x(it), HEIGHT - 6, "middle", ink.text3) for it in _numbers(len(chart.points))]
    return drawing(parts)


def _runs(chart: AllianceChart) -> list[list[AlliancePoint]]:
    """The stretches that one line may join."""
    neighbours = {(one.number, other.number) for one, other in chart.joined()}
    runs: list[list[AlliancePoint]] = []
    for one, other in pairwise(chart.points):
        if (one.number, other.number) not in neighbours:
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
