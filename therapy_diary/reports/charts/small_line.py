"""A goal or a questionnaire over time as a drawing small enough for a printed page: by days, with gaps where nothing is known."""

from datetime import date

from therapy_diary.reports.charts.panel import Panel
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
from therapy_diary.reports.charts.voice import Voice


def small_line(panel: Panel, voice: Voice) -> bytes | None:
    """The drawing, None while nothing was answered. Its ends are numbers; what they mean is said beside it."""
    if not panel.answered:
        return None
    ink = read_ink("light")
    first, last = panel.answered[0].day, panel.answered[-1].day
    steps = (panel.low, (panel.low + panel.high) / 2, panel.high)
    left = room_for([voice.number(it) for it in steps])
    right = WIDTH - RIGHT

    def x(day: date) -> float:
        if first == last:
            return (left + right) / 2
        along = (day - first).days / (last - first).days
        return left + min(max(along, 0), 1) * (right - left)

    def y(value: float) -> float:
        return TOP + (panel.high - value) / (panel.high - panel.low) * (HEIGHT - TOP - BOTTOM)

    parts = [shade(x(begun), x(ended), ink.hover) for begun, ended in panel.shaded() if x(begun) < x(ended)]
    for step in steps:
        parts.append(level(left, y(step), ink.line))
        parts.append(text(voice.number(step), left - 8, y(step) + LETTER * 0.35, "end", ink.text3))
    parts += [
        joined([(x(it.day), y(it.value or 0)) for it in run], ink.d1)
        for run in panel.stretches()
        if len(run) > 1
    ]
    parts += [dot(x(it.day), y(it.value), ink.d1) for it in panel.answered if it.value is not None]
    days = [(first, "middle")] if first == last else [(first, "start"), (last, "end")]
    parts += [text(voice.long_day(day), x(day), HEIGHT - 6, anchor, ink.text3) for day, anchor in days]
    return drawing(parts)
