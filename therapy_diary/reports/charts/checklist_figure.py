"""The reflective checklist, drawn: eight rows of cells over the days it was answered, and never a total."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from therapy_diary.domain.checklist import ChecklistAnswer, ChecklistAnswers
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.insight.checklist_profile import ChecklistProfile, profile
from therapy_diary.reports.charts.course import Course
from therapy_diary.reports.charts.key import key_height, step_swatches, write_key
from therapy_diary.reports.charts.marks import rule, shade, strip_height, write_strip
from therapy_diary.reports.charts.paper import Paper, on_paper
from therapy_diary.reports.charts.style import Ink, points, small_size, step_look
from therapy_diary.reports.charts.voice import Voice

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ROW_HEIGHT, GROUP_GAP = 25, 24  # pixels at the usual text size
WIDEST, NARROWEST_WITH_NUMBER, NARROWEST_WITH_DASH = 64, 15, 7
MOST_BETWEEN = 0.2  # of a narrow cell
BREAK_GAP = 0.5  # cells left free where a break or another wording lies between two days


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistChart:
    """What the figure shows, and the wording of the questions."""

    course: Course
    profile: ChecklistProfile
    form: QuestionSet

    @property
    def places(self) -> tuple[float, ...]:
        """Where each day's column has its middle, counted in cells; wider apart across a break."""
        places, at = [], 0.5
        for number, day in enumerate(self.profile.days):
            at += BREAK_GAP if number and self.is_parted(self.profile.days[number - 1], day) else 0
            places.append(at)
            at += 1
        return tuple(places)

    def is_parted(self, one: ChecklistAnswers, other: ChecklistAnswers) -> bool:
        """Whether two days must not stand side by side as if nothing lay between them."""
        another_wording = one.form_version != other.form_version
        return another_wording or self.course.are_parted(one.answered_on, other.answered_on)

    @property
    def breaks(self) -> tuple[tuple[float, float], ...]:
        """Where a break lies between two columns, from and to, counted in cells."""
        days = zip(self.profile.days, self.places, strict=True)
        return tuple(
            (at - 0.5 - BREAK_GAP + 0.1, at - 0.6)
            for (one, _), (other, at) in pairwise(days)
            if self.course.are_parted(one.answered_on, other.answered_on)
        )

    @property
    def heights(self) -> tuple[float, ...]:
        """Where each row has its middle, counted in rows; the groups have room for their names."""
        heights, at, group = [], 0.0, ""
        for row in self.profile.rows:
            at += GROUP_GAP / ROW_HEIGHT if row.group != group else 0
            heights.append(at + 0.5)
            at, group = at + 1, row.group
        return tuple(heights)


def checklist_chart(
    course: Course, answered: Sequence[ChecklistAnswers], form: QuestionSet
) -> ChecklistChart:
    """The chart of these answers."""
    return ChecklistChart(course=course, profile=profile(answered), form=form)


def group_name(group: str, voice: Voice) -> str:
    """What a group of questions is called."""
    translate = voice.translate
    return {
        "being_here": translate("charts", "Being here"),
        "being_met": translate("charts", "Being met"),
        "moving": translate("charts", "Moving"),
    }[group]


def checklist_figure(
    chart: ChecklistChart, voice: Voice, ink: Ink, base_px: int, width: float, height: float
) -> "Figure":
    """The figure, so many pixels wide and high, in text of base_px."""
    return on_paper(ink, base_px, width, height, lambda paper: _draw(paper, chart, voice))


def _draw(paper: Paper, chart: ChecklistChart, voice: Voice) -> None:
    px, places, heights = paper.px, chart.places, chart.heights
    names = [chart.form.question(str(row.question)).short for row in chart.profile.rows]
    left = max(paper.width_of(it) for it in names) + px(20)
    right = paper.width - max(paper.width_of(it) for it in chart.form.answers) - px(16)
    marks = _marks(chart)
    cells = (places[-1] + 0.5) if places else 1.0
    cell = min((right - left) / cells, px(WIDEST))
    key = step_swatches(paper, chart.form.answers, chart.form.no_answer)
    bottom = paper.height - key_height(paper, key, left, paper.width) - px(46)
    top = strip_height(paper, marks) + px(2)
    axes = paper.plot(left, top, left + cell * cells, bottom)
    axes.set_xlim(0, cells)
    axes.set_ylim(heights[-1] + 0.6, 0)
    axes.set_axis_off()
    row = (bottom - top) / (heights[-1] + 0.6)
    shade(paper, axes, chart.breaks)
    rule(paper, axes, [at for at, _ in marks])
    _cells(paper, axes, chart, cell)
    for name, height, line in zip(names, heights, chart.profile.rows, strict=True):
        middle = top + height * row
        paper.write(left - px(10), middle - px(0.5), name, paper.ink.text2, ha="right")
        if line.answers and line.answers[-1] is not None:
            words = _in_words(line.answers[-1], chart.form)
            paper.write(left + cell * cells + px(10), middle - px(0.5), words, paper.ink.text3)
    for group, height in _first_of_groups(chart):
        words = group_name(group, voice)
        middle = top + (height - 0.5) * row - px(GROUP_GAP) / 2 + px(2)
        paper.write(left - px(10), middle, words, paper.ink.text, ha="right", fontweight="bold")
    _name_days(paper, chart, voice, left, cell, bottom)
    write_strip(paper, [(left + at * cell, words) for at, words in marks], left, paper.width, top)
    write_key(paper, key, left, paper.width, bottom + px(46))


def _cells(paper: Paper, axes: "Axes", chart: ChecklistChart, wide: float) -> None:
    """One flat cell for each answer with its number; a dash for not sure; nothing for what was left out.

    Narrow cells, of so many pixels, have no room for numbers, and less between them.
    """
    from matplotlib.patches import Rectangle

    ink, has_room = paper.ink, wide >= paper.px(NARROWEST_WITH_NUMBER)
    edge = points(min(paper.px(2.5), wide * MOST_BETWEEN))
    for row, height in zip(chart.profile.rows, chart.heights, strict=True):
        for answer, place in zip(row.answers, chart.places, strict=True):
            if answer is None:
                continue
            colour, words, on_it = step_look(answer.answer, ink)
            corner = (place - 0.5, height - 0.5)
            axes.add_patch(Rectangle(corner, 1, 1, fc=colour, ec=ink.surface, lw=edge))
            if has_room or (answer.answer is None and wide >= paper.px(NARROWEST_WITH_DASH)):
                axes.text(
                    place,
                    height,
                    words,
                    ha="center",
                    va="center",
                    color=on_it,
                    fontsize=small_size(paper.base_px),
                )


def _name_days(
    paper: Paper, chart: ChecklistChart, voice: Voice, left: float, cell: float, bottom: float
) -> None:
    """Session numbers, where there is one, over dates; as many as find room, the latest always. Breaks in between."""
    days = chart.profile.days
    write = voice.long_day if chart.course.takes_years else voice.short_day
    dates = [write(it.answered_on) for it in days]
    widest = max((paper.width_of(it) for it in dates), default=1.0) + paper.px(12)
    ends, numbers = left + paper.width, list[tuple[float, float]]()
    for day, words, place in reversed(list(zip(days, dates, chart.places, strict=True))):
        x = left + place * cell
        if x + widest / 2 > ends:
            continue
        ends = x - widest / 2
        number = chart.course.number_of(day.session)
        if number is not None:
            paper.write(x, bottom + paper.px(12), str(number), paper.ink.text2, ha="center")
            half = paper.width_of(str(number)) / 2
            numbers.append((x - half, x + half))
        paper.write(x, bottom + paper.px(28), words, paper.ink.text3, ha="center")
    places = [left + (begins + ends) / 2 * cell for begins, ends in chart.breaks]
    _name_breaks(paper, voice, places, numbers, bottom + paper.px(12))


def _name_breaks(
    paper: Paper, voice: Voice, places: Sequence[float], taken: Sequence[tuple[float, float]], height: float
) -> None:
    """Those that find room beside what is there and the one before; the table names them all."""
    words, room, begins = voice.translate("charts", "break"), paper.px(3), 0.0
    half = paper.width_of(words) / 2
    for x in places:
        is_free = all(x + half + room < left or x - half - room > right for left, right in taken)
        if x - half >= begins and is_free:
            paper.write(x, height, words, paper.ink.text3, ha="center")
            begins = x + half + 2 * room


def _marks(chart: ChecklistChart) -> list[tuple[float, str]]:
    """The milestones between the first and the latest day, each at the edge between two columns."""
    columns = pairwise(zip(chart.profile.days, chart.places, strict=True))
    return [
        ((left + right) / 2, mark.words)
        for (one, left), (other, right) in columns
        for mark in chart.course.marks_between(one.answered_on, other.answered_on)
    ]


def _first_of_groups(chart: ChecklistChart) -> list[tuple[str, float]]:
    first: dict[str, float] = {}
    for row, height in zip(chart.profile.rows, chart.heights, strict=True):
        first.setdefault(row.group, height)
    return list(first.items())


def _in_words(answer: ChecklistAnswer, form: QuestionSet) -> str:
    return form.no_answer if answer.answer is None else form.answers[answer.answer]
