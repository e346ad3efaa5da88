"""How it was between us: the chart with its sentence and its table."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.insight.alliance_score import nearest_step
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.plain_comparison import Stage
from therapy_diary.reports.charts.alliance_figure import (
    AllianceChart,
    AlliancePoint,
    alliance_chart,
    alliance_figure,
)
from therapy_diary.reports.charts.course import Course, break_words
from therapy_diary.reports.charts.picture import ChartPoint, Picture
from therapy_diary.reports.charts.voice import Voice

USUAL_HEIGHT = 520


def alliance_picture(
    course: Course,
    ratings: Sequence[AllianceRating],
    form: QuestionSet,
    voice: Voice,
    limits: Limits = DEFAULT,
) -> Picture:
    """The picture of these ratings."""
    chart, translate = alliance_chart(course, ratings, form, limits), voice.translate
    names = tuple(form.question(it).short for it in STATEMENTS)
    return Picture(
        name="alliance",
        title=form.title,
        sentence=alliance_sentence(chart, voice),
        columns=(
            translate("charts", "Session"),
            translate("charts", "Date"),
            translate("charts", "Overall"),
            *names,
            translate("charts", "Remarks"),
        ),
        rows=tuple(cells for _, cells in sorted(_rows(chart, voice), key=lambda it: it[0])),
        note=" · ".join(f"{step} {words}" for step, words in enumerate(form.answers)),
        points=tuple(_point(it, chart, voice) for it in chart.points),
        is_empty=all(it.rating is None for it in chart.points),
        usual_height=USUAL_HEIGHT,
        draw=partial(alliance_figure, chart, voice),
    )


def alliance_sentence(chart: AllianceChart, voice: Voice) -> str:
    """Then and now in words. It names no direction and no cause."""
    translate, seen = voice.translate, chart.comparison
    if all(it.rating is None for it in chart.points):
        return translate("charts", "Dots appear here after your first rating.")
    if seen.stage is Stage.NOTHING:
        return translate("charts", "So far too few statements were answered for an overall line.")
    if seen.first is None or seen.latest is None:
        return translate(
            "charts", "Ratings so far: {count}. Then and now can be compared from {least} on."
        ).format(count=seen.count, least=chart.limits.enough_for_a_median_line)
    then, now = (_in_words(it, chart.form, voice) for it in (seen.first, seen.latest))
    told = [
        translate("charts", "First three ratings: around {then}. Latest three: around {now}.").format(
            then=then, now=now
        )
    ]
    if seen.low is None or seen.high is None:
        told.append(translate("charts", "It is too early to speak of a direction."))
    else:
        low, high = (_in_words(it, chart.form, voice) for it in (seen.low, seen.high))
        together, apart = (
            translate("charts", "At least half of all ratings are {low}."),
            translate("charts", "At least half of all ratings lie between {low} and {high}."),
        )
        told.append((together if low == high else apart).format(low=low, high=high))
    if chart.new_wordings:
        told.append(translate("charts", "Ratings in an earlier wording are left out of this."))
    return " ".join(told)


def _rows(chart: AllianceChart, voice: Voice) -> Iterator[tuple[tuple[date, int], tuple[str, ...]]]:
    """Every held session, and between them every mark and break on a day of its own, each with what to sort it by."""
    happened = _happened(chart.course, voice)
    for it in chart.points:
        answers = [None if it.rating is None else it.rating.answer(name) for name in STATEMENTS]
        remarks = [*_remarks(it, chart, voice), *happened.pop(it.day, [])]
        overall = "" if it.overall is None else voice.number(it.overall)
        cells = ("" if answer is None else str(answer) for answer in answers)
        yield (
            (it.day, it.number),
            (str(it.number), voice.long_day(it.day), overall, *cells, "; ".join(remarks)),
        )
    for day, words in happened.items():
        yield (day, 0), ("", voice.long_day(day), "", *[""] * len(STATEMENTS), "; ".join(words))


def _happened(course: Course, voice: Voice) -> dict[date, list[str]]:
    """The words of marks and breaks by day."""
    happened: dict[date, list[str]] = {}
    for mark in course.marks:
        happened.setdefault(mark.on, []).append(mark.words)
    for it in course.breaks:
        happened.setdefault(it.first, []).append(break_words(it, voice))
    return happened


def _remarks(point: AlliancePoint, chart: AllianceChart, voice: Voice) -> Iterator[str]:
    if point.rating is not None and point.rating.answered < len(STATEMENTS):
        told = voice.translate("charts", "{count} of {all} answered")
        yield told.format(count=point.rating.answered, all=len(STATEMENTS))
    if point.is_late:
        yield voice.translate("charts", "filled in later")
    if point.number in chart.new_wordings:
        yield voice.translate("charts", "new wording")


def _point(point: AlliancePoint, chart: AllianceChart, voice: Voice) -> ChartPoint:
    translate, lines = voice.translate, []
    if point.rating is None:
        lines.append(translate("charts", "not rated"))
    else:
        words = (
            translate("charts", "no value")
            if point.overall is None
            else _in_words(point.overall, chart.form, voice)
        )
        lines.append(translate("charts", "overall: {words}").format(words=words))
        for statement in STATEMENTS:
            answer = point.rating.answer(statement)
            given = chart.form.no_answer if answer is None else chart.form.answers[answer]
            lines.append(f"{chart.form.question(statement).short}: {given}")
    lines += _remarks(point, chart, voice)
    lines += [it.words for it in chart.course.marks if it.at == point.number]
    title = translate("charts", "Session {number}, {day}").format(
        number=point.number, day=voice.short_day(point.day)
    )
    return ChartPoint(x=point.number, y=point.overall, title=title, lines=tuple(lines))


def _in_words(value: float, form: QuestionSet, voice: Voice) -> str:
    """A mean as the nearest word and its number: “mostly” (3.1)."""
    return f"“{form.answers[nearest_step(value)]}” ({voice.number(value)})"
