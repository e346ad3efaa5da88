"""Goals: the chart with its sentence and its table."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from therapy_diary.domain.goal import ChangeKind, Goal, GoalRating
from therapy_diary.insight.goal_progress import GoalLine
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.plain_comparison import Stage
from therapy_diary.reports.charts.course import Course, break_words
from therapy_diary.reports.charts.goals_figure import (
    ROW_HEIGHT,
    TRACK,
    GoalsChart,
    goals_chart,
    goals_figure,
    state_words,
)
from therapy_diary.reports.charts.picture import ChartPoint, Picture
from therapy_diary.reports.charts.voice import Voice, quoted

FOOT_HEIGHT = 60
MOST_NAMED = 3  # goals, before the sentence sends to the table


def goals_picture(
    course: Course,
    goals: Iterable[tuple[Goal, Sequence[GoalRating]]],
    voice: Voice,
    limits: Limits = DEFAULT,
) -> Picture:
    """The picture of these goals."""
    chart, translate = goals_chart(goals, limits), voice.translate
    return Picture(
        name="goals",
        title=translate("charts", "Goals"),
        sentence=goals_sentence(chart, voice, has_breaks=bool(course.breaks)),
        columns=(
            translate("charts", "Goal"),
            translate("charts", "Date"),
            translate("charts", "Session"),
            translate("charts", "Rating"),
            translate("charts", "Remarks"),
        ),
        rows=tuple(cells for line in chart.lines for _, cells in _rows(line, course, voice)),
        note=translate("charts", "0 no nearer than at the start · 5 about half way · 10 as far as I wanted"),
        points=tuple(_point(line, number, voice) for number, line in enumerate(chart.lines)),
        is_empty=not any(it.ratings for it in chart.lines),
        usual_height=FOOT_HEIGHT + ROW_HEIGHT * max(len(chart.lines), 1),
        draw=partial(goals_figure, chart, voice),
    )


def goals_sentence(chart: GoalsChart, voice: Voice, *, has_breaks: bool = False) -> str:
    """Then and now of the present aims, each by name; and where breaks are to be seen, which have no place in this."""
    translate, rated = voice.translate, [it for it in chart.lines if it.is_current and it.ratings]
    if not any(it.ratings for it in chart.lines):
        return translate("charts", "Tracks appear here after you have rated a goal.")
    told = [_told(it, voice) for it in rated[:MOST_NAMED]]
    if any(it.comparison.stage is Stage.EARLY for it in rated[:MOST_NAMED]):
        told.append(
            translate(
                "charts", "With fewer than {least} ratings it is too early to speak of a direction."
            ).format(least=chart.limits.enough_for_a_direction)
        )
    if len(rated) > MOST_NAMED:
        told.append(translate("charts", "The table shows the others."))
    if has_breaks and told:
        told.append(
            translate("charts", "This chart has no time axis; breaks are drawn on each goal’s own chart.")
        )
    return " ".join(told) or translate("charts", "The present aims are not rated yet.")


def _told(line: GoalLine, voice: Voice) -> str:
    translate, seen, goal = voice.translate, line.comparison, quoted(line.words)
    if seen.first is None or seen.latest is None:
        return translate("charts", "{goal}: ratings so far: {count}.").format(goal=goal, count=seen.count)
    then, now = voice.number(seen.first), voice.number(seen.latest)
    return translate("charts", "{goal}: around {then} at first, around {now} lately.").format(
        goal=goal, then=then, now=now
    )


def _rows(line: GoalLine, course: Course, voice: Voice) -> Iterator[tuple[date, tuple[str, ...]]]:
    """A line's ratings and changes of wording, and the breaks between its ratings, oldest first."""
    words = {it.id: it.wording for it in line.wordings}
    rows = []
    for it in line.ratings:
        number = course.number_of(it.session)
        session = "" if number is None else str(number)
        day = voice.long_day(it.rated_on)
        rows.append((it.rated_on, (words[it.wording], day, session, str(it.value), it.words)))
    kinds = {
        ChangeKind.CLEARER_WORDS: voice.translate("charts", "clearer words"),
        ChangeKind.NEW_AIM: voice.translate("charts", "a new aim"),
    }
    for change in line.wordings:
        if change.change_kind in kinds:
            cells = (change.wording, voice.long_day(change.valid_from), "", "", kinds[change.change_kind])
            rows.append((change.valid_from, cells))
    days = [it.rated_on for it in line.ratings]
    rows += [
        (at.first, (line.words, voice.long_day(at.first), "", "", break_words(at, voice)))
        for at in course.breaks
        if days and days[0] <= at.first < days[-1]
    ]
    yield from sorted(rows, key=lambda it: (it[0], it[1][3] != ""))


def _point(line: GoalLine, number: int, voice: Voice) -> ChartPoint:
    seen, place = line.comparison, line.comparison.latest
    state = state_words(line, voice)
    told = [state] if state else []
    if seen.first is not None and seen.latest is not None:
        told.append(
            voice.translate("charts", "first three ratings: around {then}").format(
                then=voice.number(seen.first)
            )
        )
        told.append(
            voice.translate("charts", "latest three: around {now}").format(now=voice.number(seen.latest))
        )
    elif line.ratings:
        told.append(
            voice.translate("charts", "ratings: {values}").format(
                values=", ".join(str(it.value) for it in line.ratings)
            )
        )
        place = line.ratings[-1].value
    else:
        told.append(voice.translate("charts", "not rated yet"))
    x = 5.0 if place is None else float(place)
    return ChartPoint(x=x, y=None if place is None else number + TRACK, title=line.words, lines=tuple(told))
