"""The series behind each small panel, judged by the one rule: always one wording, never a gap filled.

Times are session numbers for the relationship and for goals, and weeks since the first answer for questionnaires.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.goal import GoalRating
from therapy_diary.domain.measure import MeasureAnswers, Scale
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.insight.alliance_score import score
from therapy_diary.insight.goal_progress import GoalLine
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.measure_score import ScaleScore, least_change, score_scale
from therapy_diary.insight.reliable_change import is_further_from_easy
from therapy_diary.insight.trend import Trend, trend, weeks_since_first


def overall_trend(
    sessions: Sequence[Session],
    ratings: Sequence[AllianceRating],
    *,
    since: int | None = None,
    limits: Limits = DEFAULT,
) -> Trend:
    """The relationship as a whole, 0 to 4. since is a session's number; sessions are in the order they took place."""
    values = _rated(sessions, ratings, lambda it: score(it.answers).overall)
    return _judged(values, limits.least_change_overall, since, limits)


def statement_trend(
    sessions: Sequence[Session],
    ratings: Sequence[AllianceRating],
    statement: str,
    *,
    since: int | None = None,
    limits: Limits = DEFAULT,
) -> Trend:
    """One statement, 0 to 4: for the detail panel only."""
    values = _rated(sessions, ratings, lambda it: it.answer(statement))
    return _judged(values, limits.least_change_statement, since, limits)


def goal_trend(
    sessions: Sequence[Session], line: GoalLine, *, since: int | None = None, limits: Limits = DEFAULT
) -> Trend:
    """One aim, 0 to 10. A rating between sessions stands at the number of sessions held until that day."""
    numbers = _numbers(sessions)
    days = [it.starts_at.date() for it in sessions if it.is_held]

    def at(rating: GoalRating) -> int:
        own = None if rating.session is None else numbers.get(rating.session)
        return sum(day <= rating.rated_on for day in days) if own is None else own

    ordered = sorted(line.ratings, key=lambda it: (at(it), it.rated_on, it.id))
    values: list[tuple[float, float]] = [(at(it), it.value) for it in ordered]
    return _judged(values, limits.least_change_goal, since, limits)


def scale_scores(scale: Scale, answers: Sequence[MeasureAnswers]) -> tuple[tuple[datetime, ScaleScore], ...]:
    """What a scale came to each time, oldest first; a time with too little answered has a score of None."""
    given = sorted(answers, key=lambda it: (it.answered_at, it.id))
    return tuple((it.answered_at, score_scale(scale, it.answers)) for it in given)


def scale_trend(
    scale: Scale,
    answers: Sequence[MeasureAnswers],
    *,
    since: date | None = None,
    limits: Limits = DEFAULT,
) -> Trend:
    """One scale of one exact questionnaire, in its own points; since is a day."""
    scored = [(when, it.value) for when, it in scale_scores(scale, answers) if it.value is not None]
    weeks = weeks_since_first([when for when, _ in scored])
    start = None
    if since is not None and scored:
        start = weeks_since_first([scored[0][0], datetime.combine(since, time.min)])[1]
    values = [(week, value) for week, (_, value) in zip(weeks, scored, strict=True)]
    return _judged(values, least_change(scale, limits), start, limits)


def reads_further_from_easy(scale: Scale, answers: Sequence[MeasureAnswers]) -> bool:
    """Whether the latest score is reliably harder than the first: only where the file declares what that takes."""
    values = [it.value for _, it in scale_scores(scale, answers) if it.value is not None]
    return len(values) > 1 and is_further_from_easy(values[0], values[-1], scale.better, scale.change)


def _rated(
    sessions: Sequence[Session],
    ratings: Sequence[AllianceRating],
    value_of: Callable[[AllianceRating], float | None],
) -> list[tuple[float, float]]:
    """Session numbers and values of the ratings in the latest wording."""
    numbers = _numbers(sessions)
    placed = sorted(
        ((numbers[it.session], it) for it in ratings if it.session in numbers), key=lambda it: it[0]
    )
    return [
        (number, value)
        for number, it in placed
        if it.form_version == placed[-1][1].form_version and (value := value_of(it)) is not None
    ]


def _numbers(sessions: Sequence[Session]) -> dict[SessionId, int]:
    return {it.id: number for number, it in enumerate((it for it in sessions if it.is_held), 1)}


def _judged(
    values: Sequence[tuple[float, float]], least: float, since: float | None, limits: Limits
) -> Trend:
    return trend(
        [value for _, value in values],
        [at for at, _ in values],
        least_change=least,
        since=since,
        limits=limits,
    )
