"""Goals, drawn: for each aim a track from 0 to 10, the middle of the first three ratings and of the latest three."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from therapy_diary.domain.goal import HIGHEST, LOWEST, Goal, GoalRating, GoalState
from therapy_diary.insight.goal_progress import GoalLine, goal_lines
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.reports.charts.key import KeyEntry, key_height, write_key
from therapy_diary.reports.charts.paper import Paper, on_paper
from therapy_diary.reports.charts.style import Ink, elided, points
from therapy_diary.reports.charts.voice import Voice

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_HEIGHT = 56  # pixels at the usual text size
TRACK = 0.72  # how far down in its row a track lies


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsChart:
    """The lines to draw, in the person's order of goals, an earlier aim after the one that replaced it."""

    lines: tuple[GoalLine, ...]
    limits: Limits = DEFAULT


def goals_chart(goals: Iterable[tuple[Goal, Sequence[GoalRating]]], limits: Limits = DEFAULT) -> GoalsChart:
    """The chart of these goals. An earlier aim that was never rated has nothing to show."""
    lines = (line for goal, ratings in goals for line in reversed(goal_lines(goal, ratings, limits)))
    return GoalsChart(lines=tuple(it for it in lines if it.is_current or it.ratings), limits=limits)


def state_words(line: GoalLine, voice: Voice) -> str:
    """How a line stands, in a word or two; empty while the goal is open."""
    translate = voice.translate
    if not line.is_current:
        return translate("charts", "earlier aim")
    return {
        GoalState.OPEN: "",
        GoalState.REACHED: translate("charts", "reached"),
        GoalState.SET_ASIDE: translate("charts", "set aside"),
        GoalState.CARRIED_ON: translate("charts", "carried on alone"),
        GoalState.REPLACED: translate("charts", "replaced"),
    }[line.goal.state]


def goals_figure(
    chart: GoalsChart, voice: Voice, ink: Ink, base_px: int, width: float, height: float
) -> "Figure":
    """The figure, so many pixels wide and high, in text of base_px."""
    return on_paper(ink, base_px, width, height, lambda paper: _draw(paper, chart, voice))


def _draw(paper: Paper, chart: GoalsChart, voice: Voice) -> None:
    px, left, right = paper.px, paper.px(10), paper.width - paper.px(10)
    key = _key(paper, chart, voice)
    bottom = paper.height - key_height(paper, key, left, right) - px(34)
    axes = paper.plot(left, 0, right, bottom)
    axes.set_xlim(LOWEST, HIGHEST)
    axes.set_ylim(max(len(chart.lines), 1), 0)
    axes.set_axis_off()
    row = bottom / max(len(chart.lines), 1)
    for number, line in enumerate(chart.lines):
        _track(paper, axes, line, number + TRACK)
        told = _numbers(line, voice)
        y, room = (number + TRACK) * row - px(20), right - left - paper.width_of(told) - px(30)
        state = state_words(line, voice)
        name_room = room - (paper.width_of(state) + px(12) if state else 0)
        name = elided(line.words, name_room, paper.base_px)
        paper.write(left - px(4), y, name, paper.ink.text)
        if state:
            paper.write(left + paper.width_of(name) + px(8), y, state, paper.ink.text3)
        paper.write(right + px(4), y, told, paper.ink.text2, ha="right")
    ends = (
        (left - px(4), voice.translate("charts", "0: no nearer than at the start"), "left"),
        ((left + right) / 2, voice.translate("charts", "5: about half way"), "center"),
        (right + px(4), voice.translate("charts", "10: as far as I wanted"), "right"),
    )
    for x, words, side in ends:
        paper.write(x, bottom + px(8), words, paper.ink.text3, ha=side)
    write_key(paper, key, left - px(4), right, bottom + px(28))


def _track(paper: Paper, axes: "Axes", line: GoalLine, height: float) -> None:
    """The track with then and now on it; while the ratings are too few to compare, with all of them."""
    ink, px, seen = paper.ink, paper.px, line.comparison
    axes.plot([LOWEST, HIGHEST], [height] * 2, color=ink.line, lw=points(px(4)), zorder=1, clip_on=False)
    if seen.first is None or seen.latest is None:
        for rating in line.ratings:
            _ring(paper, axes, rating.value, height)
        return
    colour = ink.d1 if line.is_current else ink.text3
    axes.plot(
        [seen.first, seen.latest], [height] * 2, color=colour, lw=points(px(4)), zorder=2, clip_on=False
    )
    _ring(paper, axes, seen.first, height, size=13 if seen.first == seen.latest else 10)
    axes.plot(
        [seen.latest], [height], "o", ms=points(px(11)), mfc=colour, mec=ink.surface, mew=points(px(1.2)), zorder=4,
        clip_on=False,
    )  # fmt: skip


def _ring(paper: Paper, axes: "Axes", value: float, height: float, size: float = 10) -> None:
    edge = points(paper.px(2))
    axes.plot(
        [value], [height], "o", ms=points(paper.px(size)), mfc=paper.ink.surface, mec=paper.ink.d1, mew=edge, zorder=3,
        clip_on=False,
    )  # fmt: skip


def _numbers(line: GoalLine, voice: Voice) -> str:
    seen = line.comparison
    if seen.first is not None and seen.latest is not None:
        return f"{voice.number(seen.first)} → {voice.number(seen.latest)}"
    if not line.ratings:
        return voice.translate("charts", "not rated yet")
    return ", ".join(voice.number(it.value) for it in line.ratings)


def _key(paper: Paper, chart: GoalsChart, voice: Voice) -> list[KeyEntry]:
    """What the two signs mean, and the rings of a goal with few ratings."""
    entries, px = [], paper.px
    if any(it.comparison.first is not None for it in chart.lines):
        entries.append(
            KeyEntry(
                draw=_then_sign,
                width=px(12),
                words=voice.translate("charts", "middle of the first three ratings"),
            )
        )
        entries.append(
            KeyEntry(
                draw=_now_sign, width=px(12), words=voice.translate("charts", "middle of the latest three")
            )
        )
    if any(it.ratings and it.comparison.first is None for it in chart.lines):
        words = voice.translate("charts", "fewer than {least} ratings: each of them").format(
            least=chart.limits.enough_for_a_median_line
        )
        entries.append(KeyEntry(draw=_then_sign, width=px(12), words=words))
    return entries


def _then_sign(paper: Paper, x: float, y: float) -> None:
    _ring(paper, paper.over, x + paper.px(6), y)


def _now_sign(paper: Paper, x: float, y: float) -> None:
    paper.over.plot([x + paper.px(6)], [y], "o", ms=points(paper.px(10)), color=paper.ink.d1)
