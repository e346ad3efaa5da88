"""How it was between us, drawn: the overall line on five words, and the eight statements as rows of dots."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from math import ceil, nan
from typing import TYPE_CHECKING, Any

from therapy_diary.domain.alliance import CORE, STATEMENTS, AllianceRating
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.insight.alliance_score import AllianceScore, is_late, score
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.plain_comparison import PlainComparison, compare
from therapy_diary.reports.charts.course import Course
from therapy_diary.reports.charts.key import KeyEntry, key_height, step_swatches, write_key
from therapy_diary.reports.charts.marks import rule, shade, strip_height, write_strip
from therapy_diary.reports.charts.paper import Paper, on_paper
from therapy_diary.reports.charts.style import Ink, points, step_look
from therapy_diary.reports.charts.voice import Voice

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

LOW, HIGH = -0.95, 4.35  # of the main axis: the full range and a little air, always
DOT = (4.4, 3.0, 4.9, 7.0, 9.4)  # pixels across for the answers 0 to 4; 0 is a ring
ROW_HEIGHT = 19
# pixels for a session below which dots of five sizes look alike, and colours tell them apart
NARROWEST_DOTS = 4
NARROWEST_SESSION = 0.01  # pixels: where there is no plot to speak of


@dataclass(frozen=True, slots=True, kw_only=True)
class AlliancePoint:
    """A held session and what was answered after it: rating and score are None when nothing was."""

    number: int
    day: date
    rating: AllianceRating | None
    score: AllianceScore | None
    is_late: bool

    @property
    def overall(self) -> float | None:
        """The value on the main line, None where the line has a gap."""
        return None if self.score is None else self.score.overall

    @property
    def version(self) -> int | None:
        """Which wording of the statements was rated."""
        return None if self.rating is None else self.rating.form_version


@dataclass(frozen=True, kw_only=True)  # no slots: what follows from the points is worked out once and kept
class AllianceChart:
    """What the figure shows, and the wording of statements and answers."""

    course: Course
    points: tuple[AlliancePoint, ...]
    form: QuestionSet
    limits: Limits = DEFAULT

    @cached_property
    def scored(self) -> tuple[AlliancePoint, ...]:
        """Those with a value on the main line."""
        return tuple(it for it in self.points if it.overall is not None)

    @cached_property
    def comparison(self) -> PlainComparison:
        """Then and now, within the latest wording of the statements."""
        same = (it for it in self.scored if it.version == self.scored[-1].version)
        return compare([it.overall for it in same if it.overall is not None], self.limits)

    @cached_property
    def new_wordings(self) -> tuple[int, ...]:
        """The sessions that were the first to be rated in another wording than the one before."""
        rated = [it for it in self.points if it.rating is not None]
        return tuple(other.number for one, other in pairwise(rated) if one.version != other.version)

    def joined(self) -> Iterator[tuple[AlliancePoint, AlliancePoint]]:
        """The neighbours a line may join: both scored, in the same words, with no break between them."""
        for one, other in pairwise(self.points):
            both = one.overall is not None and other.overall is not None
            if both and one.version == other.version and not self.course.are_parted(one.day, other.day):
                yield one, other


def alliance_chart(
    course: Course, ratings: Sequence[AllianceRating], form: QuestionSet, limits: Limits = DEFAULT
) -> AllianceChart:
    """The chart of these ratings: one point for every held session, rated or not."""
    given = {it.session: it for it in ratings}
    seen = []
    for number, session in enumerate(course.held, 1):
        rating = given.get(session.id)
        seen.append(
            AlliancePoint(
                number=number,
                day=session.starts_at.date(),
                rating=rating,
                score=None if rating is None else score(rating.answers),
                is_late=rating is not None and is_late(rating, session.starts_at),
            )
        )
    return AllianceChart(course=course, points=tuple(seen), form=form, limits=limits)


def alliance_figure(
    chart: AllianceChart, voice: Voice, ink: Ink, base_px: int, width: float, height: float
) -> "Figure":
    """The figure, so many pixels wide and high, in text of base_px."""
    return on_paper(ink, base_px, width, height, lambda paper: _draw(paper, chart, voice))


def _draw(paper: Paper, chart: AllianceChart, voice: Voice) -> None:
    px, names = paper.px, [chart.form.question(it).short for it in STATEMENTS]
    marks = [(it.at, it.words) for it in chart.course.marks]
    marks += [(number - 0.5, voice.translate("charts", "new wording")) for number in chart.new_wordings]
    left = max(paper.width_of(it) for it in (*chart.form.answers, *names)) + px(20)
    overall = voice.translate("charts", "overall")
    right = paper.width - paper.width_of(overall, "bold") - px(14)
    first, last = 0.4, max([len(chart.points) + 0.6, *(it.right + 0.1 for it in chart.course.breaks)])
    room = (right - left) / (last - first)
    in_colours = room < px(NARROWEST_DOTS)
    key, dots_key = _key(paper, chart, voice), _dots_key(paper, chart, in_colours=in_colours)
    bottom = paper.height - px(38)
    rows_top = bottom - px((len(STATEMENTS) + 0.5) * ROW_HEIGHT)
    dots_top = rows_top - key_height(paper, dots_key, left, right) - px(4)
    main_bottom = dots_top - key_height(paper, key, left, right) - px(12)
    main_top = strip_height(paper, marks) + px(2)
    main = paper.plot(left, main_top, right, main_bottom)
    rows = paper.plot(left, rows_top, right, bottom, sharex=main)
    main.set_xlim(first, last)

    def pixel(x: float) -> float:
        return left + (x - first) * room

    for axes in (main, rows):
        shade(paper, axes, [(it.left, it.right) for it in chart.course.breaks])
        rule(paper, axes, [at for at, _ in marks])
        axes.spines["bottom"].set_visible(False)
    _main_line(paper, main, chart, room, is_crowded=in_colours)
    heights = _rows(paper, rows, names)
    if in_colours:
        _colour_rows(paper, rows, chart, heights)
    else:
        _dot_rows(paper, rows, chart, heights, room)
    for axes in (main, rows):
        paper.lift_words(axes)
    write_strip(paper, [(pixel(at), words) for at, words in marks], left, paper.width, main_top)
    if chart.scored:
        height = main_bottom - ((chart.scored[-1].overall or 0) - LOW) / (HIGH - LOW) * (
            main_bottom - main_top
        )
        paper.write(pixel(chart.scored[-1].number) + px(12), height, overall, paper.ink.d1, fontweight="bold")
    _name_stretches(paper, chart, voice, pixel, main_bottom)
    _number_sessions(paper, chart, voice, pixel, bottom)
    write_key(paper, key, left, right, main_bottom + px(4))
    write_key(paper, dots_key, left, right, dots_top)


def _main_line(paper: Paper, axes: "Axes", chart: AllianceChart, room: float, *, is_crowded: bool) -> None:
    """The overall line, from the lowest word to the highest, never zoomed; gaps stay gaps."""
    ink, px, fit = paper.ink, paper.px, min(1.0, max(0.3, room / paper.px(9)))
    axes.set_ylim(LOW, HIGH)
    paper.name_heights(axes, dict(enumerate(chart.form.answers)))
    axes.hlines(
        range(5), 0, 1, transform=axes.get_yaxis_transform(), color=ink.line, lw=points(1), zorder=0.5
    )
    seen, scored = chart.comparison, chart.scored
    if seen.low is not None and seen.high is not None:
        same = [it.number for it in scored if it.version == scored[-1].version]
        axes.fill_between(
            [same[0] - 0.4, same[-1] + 0.4], seen.low, seen.high, color=ink.d1, alpha=0.14, lw=0
        )
    # all lines of one width at once, and all points of one kind: each call takes as long as a hundred points
    for width in (2, 1):
        pairs = [(one, it) for one, it in chart.joined() if width == (1 if _in_part(one, it) else 2)]
        across = [place for one, it in pairs for place in (one.number, it.number, nan)]
        up = [place for one, it in pairs for place in (one.overall or 0.0, it.overall or 0.0, nan)]
        axes.plot(across, up, color=ink.d1, lw=points(px(width)), zorder=2)
    for hollow in (False, True):
        kind = [it for it in scored if _in_part(it) is hollow]
        look = _point(paper, hollow=hollow) | ({"mew": 0} if is_crowded and not hollow else {})
        axes.plot(*_places(kind), "o", ms=points(px(8 * fit)), zorder=3, **look)
    late = _places([it for it in scored if it.is_late])
    axes.plot(*late, "o", ms=points(px(14 * fit)), mfc="none", mec=ink.text2, mew=points(px(1)), zorder=3)


def _in_part(*some: AlliancePoint) -> bool:
    """Whether in one of them not every statement was answered."""
    return any(it.score is not None and it.score.is_part_answered for it in some)


def _places(some: Sequence[AlliancePoint]) -> tuple[list[int], list[float]]:
    return [it.number for it in some], [it.overall or 0.0 for it in some]


def _rows(paper: Paper, axes: "Axes", names: Sequence[str]) -> list[float]:
    """Room for a row of each statement, the first four a little apart from the others; where each has its middle."""
    heights = [row + (0 if it in CORE else 0.5) for row, it in enumerate(STATEMENTS)]
    axes.set_ylim(heights[-1] + 0.5, -0.5)
    paper.name_heights(axes, dict(zip(heights, names, strict=True)))
    return heights


def _colour_rows(paper: Paper, axes: "Axes", chart: AllianceChart, heights: Sequence[float]) -> None:
    """A column of colour for each answer, the darker the higher: where so many sessions leave no room for dots."""
    for height, statement in zip(heights, STATEMENTS, strict=True):
        for step, numbers in _by_step(chart, statement).items():
            colour, _, _ = step_look(step, paper.ink)
            bars = [(it - 0.5, 1.0) for it in numbers]
            axes.broken_barh(bars, (height - 0.4, 0.8), fc=colour, lw=0, zorder=3)


def _by_step(chart: AllianceChart, statement: str) -> dict[int | None, list[int]]:
    """The sessions in which a statement had each answer; None is no answer in a rated session."""
    found: dict[int | None, list[int]] = {}
    for it in chart.points:
        if it.rating is not None:
            found.setdefault(it.rating.answer(statement), []).append(it.number)
    return found


def _dot_rows(
    paper: Paper, axes: "Axes", chart: AllianceChart, heights: Sequence[float], room: float
) -> None:
    """Eight rows of dots, the larger the higher; a short dash where a rated session has no answer."""
    fit = min(1.0, room * 0.92 / paper.px(DOT[-1]))
    places: dict[int | None, list[tuple[float, float]]] = {}
    for height, statement in zip(heights, STATEMENTS, strict=True):
        for step, numbers in _by_step(chart, statement).items():
            places.setdefault(step, []).extend((it, height) for it in numbers)
    for step, alike in places.items():
        axes.plot(*zip(*alike, strict=True), ls="none", zorder=3, **_dot(paper, step, fit))


def _name_stretches(
    paper: Paper, chart: AllianceChart, voice: Voice, pixel: Callable[[float], float], bottom: float
) -> None:
    """Name the breaks, and the first rated sessions, at the foot of the main plot."""
    px, ends = paper.px, 0.0
    for it in chart.course.breaks:
        middle = (pixel(it.left) + pixel(it.right)) / 2
        words = [voice.translate("charts", "break"), *([it.length] if it.length else [])]
        half = max(paper.width_of(line) for line in words) / 2
        if middle - half < ends:
            continue
        ends = middle + half + px(6)
        for row, line in enumerate(reversed(words)):
            paper.write(middle, bottom - px(8) - row * px(14), line, paper.ink.text3, ha="center")
    begun = [it for it in chart.points if it.rating is not None][: chart.limits.getting_to_know]
    opening = voice.translate("charts", "getting to know each other")
    starts = pixel(begun[0].number - 0.35) if begun else 0.0
    free = all(pixel(it.left) - px(30) > starts + paper.width_of(opening) for it in chart.course.breaks)
    if begun and free:
        stops = pixel(begun[-1].number + 0.35)
        paper.over.plot([starts, stops], [bottom - px(18)] * 2, color=paper.ink.text3, lw=points(px(1)))
        behind = {"fc": paper.ink.surface, "ec": "none", "pad": 0.5}  # dotted lines stop at the words
        paper.write(starts, bottom - px(8), opening, paper.ink.text3, bbox=behind)


def _number_sessions(
    paper: Paper, chart: AllianceChart, voice: Voice, pixel: Callable[[float], float], top: float
) -> None:
    """Session numbers over dates, as many as find room, the latest always."""
    write = voice.long_day if chart.course.takes_years else voice.short_day
    days = [write(it.day) for it in chart.points]
    widest = max((paper.width_of(it) for it in days), default=1.0) + paper.px(14)
    room = max(pixel(1) - pixel(0), NARROWEST_SESSION)
    every = max(1, ceil(widest / room))
    for it, day in zip(chart.points, days, strict=True):
        is_last = it.number == len(days)
        if is_last or ((it.number - 1) % every == 0 and len(days) - it.number >= every):
            paper.write(pixel(it.number), top + paper.px(12), str(it.number), paper.ink.text2, ha="center")
            paper.write(pixel(it.number), top + paper.px(28), day, paper.ink.text3, ha="center")


def _key(paper: Paper, chart: AllianceChart, voice: Voice) -> list[KeyEntry]:
    """What a reader may not know of the main line; only what is there."""
    entries, px = [], paper.px
    if chart.comparison.low is not None:
        entries.append(
            KeyEntry(
                draw=_band_sign,
                width=px(18),
                words=voice.translate("charts", "where at least half of the ratings lie"),
            )
        )
    if any(it.score is not None and it.score.is_part_answered for it in chart.scored):
        entries.append(
            KeyEntry(
                draw=_hollow_sign, width=px(10), words=voice.translate("charts", "not all eight answered")
            )
        )
    if any(it.is_late for it in chart.scored):
        entries.append(
            KeyEntry(draw=_late_sign, width=px(14), words=voice.translate("charts", "filled in later"))
        )
    return entries


def _dots_key(paper: Paper, chart: AllianceChart, *, in_colours: bool) -> list[KeyEntry]:
    """What the dots or colours mean: from the lowest word to the highest, and none."""
    words = chart.form.answers
    if in_colours:
        return step_swatches(paper, words, chart.form.no_answer)
    return [
        KeyEntry(draw=_dots_sign, width=paper.px(68), words=words[-1], words_before=words[0]),
        KeyEntry(draw=_dash_sign, width=paper.px(8), words=chart.form.no_answer),
    ]


def _band_sign(paper: Paper, x: float, y: float) -> None:
    half, wide = paper.px(5), paper.px(18)
    paper.over.fill_between([x, x + wide], y - half, y + half, color=paper.ink.d1, alpha=0.2, lw=0)


def _hollow_sign(paper: Paper, x: float, y: float) -> None:
    paper.over.plot([x + paper.px(5)], [y], "o", ms=points(paper.px(8)), **_point(paper, hollow=True))


def _late_sign(paper: Paper, x: float, y: float) -> None:
    place, px = ([x + paper.px(7)], [y]), paper.px
    paper.over.plot(*place, "o", ms=points(px(8)), **_point(paper, hollow=False))
    paper.over.plot(*place, "o", ms=points(px(14)), mfc="none", mec=paper.ink.text2, mew=points(px(1)))


def _dots_sign(paper: Paper, x: float, y: float) -> None:
    for step in range(5):
        paper.over.plot([x + paper.px(6 + 14 * step)], [y], ls="none", **_dot(paper, step, 1))


def _dash_sign(paper: Paper, x: float, y: float) -> None:
    paper.over.plot([x + paper.px(4)], [y], ls="none", **_dot(paper, None, 1))


def _point(paper: Paper, *, hollow: bool) -> dict[str, Any]:
    """A point of the main line; its edge in the colour behind keeps neighbours apart."""
    ink, px = paper.ink, paper.px
    if hollow:
        return {"mfc": ink.surface, "mec": ink.d1, "mew": points(px(1.5))}
    return {"mfc": ink.d1, "mec": ink.surface, "mew": points(px(1.2))}


def _dot(paper: Paper, step: int | None, fit: float) -> dict[str, Any]:
    """A statement's dot: the larger the higher, a ring for not at all, a dash for no answer."""
    ink, px = paper.ink, paper.px
    if step is None:
        return {"marker": "_", "ms": points(px(6 * fit)), "mec": ink.text3, "mew": points(px(1.2))}
    ring = {"mfc": ink.surface, "mew": points(px(1.1))} if step == 0 else {"mfc": ink.d1, "mew": 0}
    return {"marker": "o", "ms": points(px(DOT[step] * fit)), "mec": ink.d1, **ring}
