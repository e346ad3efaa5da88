"""A small panel, drawn: dots, the line of the middle, where most answers lie; all panels on one axis of time."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from therapy_diary.reports.charts.marks import DOTTED, rule, shade
from therapy_diary.reports.charts.panel import Panel, PanelPoint
from therapy_diary.reports.charts.paper import Paper, on_paper
from therapy_diary.reports.charts.style import Ink, elided, points
from therapy_diary.reports.charts.voice import Voice

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

USUAL_HEIGHT = 186
WORDS = 214  # pixels at the usual text size for the words beside the axis, the same in every panel
MOST_OF_WIDTH = 0.3
AIR = 0.06  # of the range, above and below
ROOM_FOR_DOTS, SMALLEST = (
    6,
    0.45,
)  # pixels for an answer at which dots have their full size; the part of it they keep
CROWDED, PALE = (
    0.7,
    0.4,
)  # the size from which the line comes to the front, and how much of the dots is left then
BAND_ROOM = 0.4  # of the width of the plot, for the authors' name of a range
BESIDE = 40  # which part of the time shown is left free at both sides, so that no dot is cut


def panel_figure(panel: Panel, voice: Voice, ink: Ink, base_px: int, width: float, height: float) -> "Figure":
    """The figure, so many pixels wide and high, in text of base_px."""
    return on_paper(ink, base_px, width, height, lambda paper: _draw(paper, panel, voice))


def _draw(paper: Paper, panel: Panel, voice: Voice) -> None:
    px = paper.px
    left = min(px(WORDS), paper.width * MOST_OF_WIDTH)
    right, top, bottom = paper.width - px(16), px(22), paper.height - px(26)
    axes = paper.plot(left, top, right, bottom)
    beside = timedelta(days=max(3, (panel.last - panel.first).days // BESIDE))
    first, last = panel.first - beside, panel.last + beside
    axes.set_xlim(first.toordinal(), last.toordinal())
    air = (panel.high - panel.low) * AIR
    axes.set_ylim(panel.low - air, panel.high + air)
    axes.spines["bottom"].set_visible(False)
    room = left - px(20)
    paper.name_heights(axes, {at: elided(words, room, paper.base_px) for at, words in panel.ticks})
    across = (right - left) / max((last - first).days, 1)

    def pixel(day: date) -> float:
        return left + (day - first).days * across

    def height(value: float) -> float:
        return bottom - (value - panel.low + air) / (panel.high - panel.low + 2 * air) * (bottom - top)

    _ground(paper, axes, panel)
    _answers(paper, axes, panel, across)
    paper.lift_words(axes)
    paper.write(left, px(8), panel.axis, paper.ink.text3)
    _name_breaks(paper, panel, voice, pixel, (left, right))
    _name_months(paper, panel, voice, pixel, (first, last), (right, bottom))
    _name_bands(paper, panel, (left, right), height)


def _name_bands(
    paper: Paper, panel: Panel, place: tuple[float, float], height: Callable[[float], float]
) -> None:
    """The authors' names for their ranges, at the end of the axis, on ground of their own so that lines do not cross them."""
    left, right = place
    ground = {"facecolor": paper.ink.surface, "edgecolor": "none", "pad": points(paper.px(2))}
    for low, high, name in panel.bands:
        shown = elided(name, (right - left) * BAND_ROOM, paper.base_px)
        at = height((low + high) / 2)
        paper.write(right - paper.px(4), at, shown, paper.ink.text3, ha="right", bbox=ground)


def _ground(paper: Paper, axes: "Axes", panel: Panel) -> None:
    """Breaks, the words' lines, the authors' ranges, the wobble, and where at least half of the answers lie."""
    ink = paper.ink
    shade(paper, axes, [(a.toordinal() - 0.5, b.toordinal() + 0.5) for a, b in panel.shaded()])
    axes.hlines(
        [at for at, _ in panel.ticks],
        0,
        1,
        transform=axes.get_yaxis_transform(),
        color=ink.line,
        lw=points(1),
        zorder=0.5,
    )
    for (_, end, _), (begin, _, _) in pairwise(panel.bands):
        axes.axhline((end + begin) / 2, color=ink.line_strong, lw=points(1), ls=(0, (4, 3)), zorder=0.6)
    if panel.wobble is not None:
        for at in panel.wobble:
            axes.axhline(at, color=ink.text3, lw=points(1), ls=DOTTED, zorder=0.6)
    seen, answered = panel.trend.comparison, panel.answered
    if seen.low is not None and seen.high is not None and answered:
        same = [it.day.toordinal() for it in answered if it.line == answered[-1].line]
        axes.fill_between([same[0] - 2, same[-1] + 2], seen.low, seen.high, color=ink.d1, alpha=0.14, lw=0)
    rule(paper, axes, [on.toordinal() for on in panel.happened()])


def _answers(paper: Paper, axes: "Axes", panel: Panel, across: float) -> None:
    """Every answer a dot; through them the line of the middle, which neither gap nor break nor wording lets pass.

    Where a day has few pixels across, dots are smaller and paler, so that the line is still to be seen.

    All dots of one look are drawn at once: each call takes as long as a hundred points.
    """
    ink, px, answered = paper.ink, paper.px, panel.answered
    days = (answered[-1].day - answered[0].day).days if answered else 0
    room = across * days / max(len(answered) - 1, 1) if days else px(ROOM_FOR_DOTS)
    fit = min(1.0, max(SMALLEST, room / px(ROOM_FOR_DOTS)))
    is_crowded = fit < CROWDED
    for on, values in panel.middle_lines():
        wide = px(1.4 if is_crowded else 2)
        axes.plot(
            [it.toordinal() for it in on],
            values,
            color=ink.d1,
            lw=points(wide),
            zorder=4 if is_crowded else 2,
        )

    def dots(shown: list[PanelPoint], size: float, **look: Any) -> None:
        days, values = [it.day.toordinal() for it in shown], [it.value or 0.0 for it in shown]
        axes.plot(
            days, values, "o", ms=points(px(size * fit)), zorder=3, alpha=PALE if is_crowded else 1, **look
        )

    for hollow, inside in ((False, ink.d1), (True, ink.surface)):
        alike = [it for it in answered if it.hollow is hollow]
        dots(alike, 5.5, mfc=inside, mec=ink.d1, mew=points(px(1.3 * fit)))
    late = [it for it in answered if it.late]
    dots(late, 11, mfc="none", mec=ink.text2, mew=points(px(1)))


def _name_breaks(
    paper: Paper,
    panel: Panel,
    voice: Voice,
    pixel: Callable[[date], float],
    place: tuple[float, float],
) -> None:
    """What the shaded columns are, above each that has room for its name; the table names every one."""
    (left, right), told = place, voice.translate("charts", "break")
    half, free = paper.width_of(told) / 2, left + paper.width_of(panel.axis) + paper.px(14)
    for begins, ends in panel.shaded():
        middle = (pixel(begins) + pixel(ends)) / 2
        if middle - half >= free and middle + half <= right:
            paper.write(middle, paper.px(8), told, paper.ink.text3, ha="center")
            free = middle + half + paper.px(14)


def _name_months(
    paper: Paper,
    panel: Panel,
    voice: Voice,
    pixel: Callable[[date], float],
    span: tuple[date, date],
    place: tuple[float, float],
) -> None:
    """The first of every month under its place; of every second, third, sixth or twelfth where there is less room.

    They are counted from January, so that a new year has its name. A span without a first of a month has its two ends.
    """
    (first, last), (right, bottom), air = span, place, paper.px(14)

    def named(days: list[date]) -> list[tuple[float, float, str]]:
        """Where each name begins and ends, and the name."""
        words = [voice.long_day(it) if it.month == 1 or it == days[0] else voice.short_day(it) for it in days]
        places = [(pixel(it), paper.width_of(told) / 2) for it, told in zip(days, words, strict=True)]
        return [(x - half, x + half, told) for (x, half), told in zip(places, words, strict=True)]

    months = _firsts_of_months(first, last)
    names = named(months or [panel.first, panel.last])
    for every in (2, 3, 6, 12):
        if not months or all(begins >= ends + air for (_, ends, _), (begins, _, _) in pairwise(names)):
            break
        names = named([it for it in months if (it.month - 1) % every == 0] or months[:1])
    room = 0.0
    for begins, ends, told in names:
        if begins >= room and ends <= right + air:
            paper.write((begins + ends) / 2, bottom + paper.px(13), told, paper.ink.text3, ha="center")
            room = ends + air


def _firsts_of_months(first: date, last: date) -> list[date]:
    found, day = [], first.replace(day=1)
    while day <= last:
        if day >= first:
            found.append(day)
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return found
