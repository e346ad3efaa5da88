"""The reflective checklist: the chart with its sentence and its table."""

from collections.abc import Sequence
from functools import partial

from therapy_diary.domain.checklist import ChecklistAnswer, ChecklistAnswers
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.insight.checklist_profile import ChecklistProfile, moved, time_before
from therapy_diary.reports.charts.checklist_figure import ChecklistChart, checklist_chart, checklist_figure
from therapy_diary.reports.charts.course import Course
from therapy_diary.reports.charts.picture import ChartPoint, Picture
from therapy_diary.reports.charts.voice import Voice

USUAL_HEIGHT = 410
MOST_NAMED = 3  # questions that moved, before the sentence sends to the table


def checklist_picture(
    course: Course, answered: Sequence[ChecklistAnswers], form: QuestionSet, voice: Voice
) -> Picture:
    """The picture of these answers."""
    chart, translate = checklist_chart(course, answered, form), voice.translate
    names = tuple(_short(row.question, form) for row in chart.profile.rows)
    return Picture(
        name="checklist",
        title=form.title,
        sentence=checklist_sentence(chart.profile, form, voice),
        columns=(translate("charts", "Date"), translate("charts", "Session"), *names),
        rows=_rows(chart, voice),
        note=" · ".join(f"{step} {words}" for step, words in enumerate(form.answers)),
        points=tuple(_point(chart, number, place, voice) for number, place in enumerate(chart.places)),
        is_empty=not chart.profile.days,
        usual_height=USUAL_HEIGHT,
        draw=partial(checklist_figure, chart, voice),
    )


def checklist_sentence(profile: ChecklistProfile, form: QuestionSet, voice: Voice) -> str:
    """What moved since the time before, in words."""
    translate, before = voice.translate, time_before(profile)
    if not profile.days:
        return translate("charts", "Rows appear here after your first checklist.")
    if len(profile.days) == 1:
        return translate("charts", "Answered once so far, on {day}.").format(
            day=voice.long_day(profile.days[0].answered_on)
        )
    if before is None:
        return translate("charts", "The questions are worded anew, so the latest answers are not compared.")
    since, changes = voice.long_day(before.answered_on), moved(profile)
    if not changes:
        return translate("charts", "No answer has moved since {day}.").format(day=since)
    told = [translate("charts", "Since {day}:").format(day=since)]
    told += [
        translate("charts", "“{question}” from “{before}” to “{now}”.").format(
            question=_short(it.question, form), before=form.answers[it.before], now=form.answers[it.now]
        )
        for it in changes[:MOST_NAMED]
    ]
    if len(changes) > MOST_NAMED:
        told.append(translate("charts", "The table shows the others."))
    return " ".join(told)


def _rows(chart: ChecklistChart, voice: Voice) -> tuple[tuple[str, ...], ...]:
    rows = []
    for number, day in enumerate(chart.profile.days):
        session = chart.course.number_of(day.session)
        cells = (_cell(row.answers[number], chart.form) for row in chart.profile.rows)
        rows.append((voice.long_day(day.answered_on), "" if session is None else str(session), *cells))
    return tuple(rows)


def _cell(answer: ChecklistAnswer | None, form: QuestionSet) -> str:
    """The step as a number, "not sure" as words, nothing for what was left out."""
    if answer is None:
        return ""
    return form.no_answer if answer.answer is None else str(answer.answer)


def _point(chart: ChecklistChart, number: int, place: float, voice: Voice) -> ChartPoint:
    lines = []
    for row in chart.profile.rows:
        answer = row.answers[number]
        if answer is not None:
            words = chart.form.no_answer if answer.answer is None else chart.form.answers[answer.answer]
            lines.append(f"{_short(row.question, chart.form)}: {words}")
    day = voice.long_day(chart.profile.days[number].answered_on)
    return ChartPoint(x=place, y=None, title=day, lines=tuple(lines))


def _short(question: int, form: QuestionSet) -> str:
    return form.question(str(question)).short
