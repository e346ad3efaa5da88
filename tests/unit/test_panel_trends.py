"""The series behind the panels: one wording, gaps left out, placed by sessions or by weeks."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.unit.made_up_therapy import made_up
from therapy_diary import resources
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.goal import GoalRating, GoalRatingId, WordingId
from therapy_diary.domain.measure import MeasureAnswers, MeasureAnswersId, MeasureId
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight.goal_progress import GoalLine, goal_lines
from therapy_diary.insight.panel_trends import (
    goal_trend,
    overall_trend,
    reads_further_from_easy,
    scale_trend,
    statement_trend,
)
from therapy_diary.insight.trend import Word

BEGUN = datetime(2026, 1, 6, 17, 0)
WEEK = read_measure(
    resources.text("measures/week_in_brief.toml")
    + '\n[scales.change]\nsd = 1.0\nreliability = 0.9\nkind = "test_retest"\nsource = "a paper"\n'
)
TOTAL, BODY = WEEK.scales


def weekly(count: int, missed: tuple[int, ...] = ()) -> list[Session]:
    """Weekly meetings, some of them missed."""
    return [
        Session(
            id=SessionId(it),
            uid=str(it),
            therapy=TherapyId(1),
            starts_at=BEGUN + timedelta(weeks=it),
            state=SessionState.MISSED if it in missed else SessionState.HELD,
        )
        for it in range(count)
    ]


def rated(session: Session, step: int, version: int = 1, **other: int | None) -> AllianceRating:
    return AllianceRating(
        session=session.id,
        filled_at=session.starts_at,
        answers=dict.fromkeys(STATEMENTS, step) | other,
        form_version=version,
    )


def rising(sessions: list[Session]) -> list[AllianceRating]:
    return [rated(it, min(place // 3, 4), fit=min(4, place // 2)) for place, it in enumerate(sessions)]


def test_the_relationship_is_judged_by_held_sessions_with_a_score() -> None:
    sessions = weekly(14, missed=(2,))
    ratings = rising(sessions)
    ratings[5] = rated(sessions[5], 4, aims=None, way=None)  # no score
    seen = overall_trend(sessions, ratings)
    assert (seen.test.n, seen.word) == (12, Word.CLEAR_UP)
    assert statement_trend(sessions, ratings, "fit").test.n == 13
    assert overall_trend(sessions, ratings, since=10).word is Word.TOO_FEW


def test_ratings_in_an_earlier_wording_are_not_judged_with_the_latest() -> None:
    sessions = weekly(12)
    ratings = [*rising(sessions)[:9], *(rated(it, 3, version=2) for it in sessions[9:])]
    assert overall_trend(sessions, ratings).test.n == 3
    assert overall_trend(sessions, []).word is Word.TOO_FEW


def line(ratings: list[GoalRating]) -> GoalLine:
    """The latest aim of a made-up goal, with these ratings."""
    goal, _ = made_up().goals[0]
    return goal_lines(goal, [replace(it, wording=goal.wording.id) for it in ratings])[-1]


def rating(number: int, value: int, days: float, session: int | None = None) -> GoalRating:
    return GoalRating(
        id=GoalRatingId(number),
        wording=WordingId(0),
        session=None if session is None else SessionId(session),
        rated_on=(BEGUN + timedelta(days=days)).date(),
        value=value,
    )


def test_a_goal_is_placed_by_its_session_or_by_how_many_were_held_until_that_day() -> None:
    sessions = weekly(12)
    ratings = [rating(it, it, 7 * it, session=it) for it in range(9)]
    seen = goal_trend(sessions, line([*ratings, rating(20, 9, 7 * 9 + 2), rating(21, 9, 7 * 11, session=2)]))
    assert seen.test.n == 11
    assert seen.change is not None
    assert seen.change == pytest.approx(9)  # from the first session to the tenth


def answered(number: int, days: float, **answers: int | None) -> MeasureAnswers:
    return MeasureAnswers(
        id=MeasureAnswersId(number),
        measure=MeasureId(1),
        therapy=None,
        answered_at=BEGUN + timedelta(days=days),
        answers=answers,
    )


def test_a_questionnaire_is_judged_by_weeks_from_a_day_on() -> None:
    answers = [answered(it, 14 * it, slept=min(4, it // 2), tense=4 - min(4, it // 2)) for it in range(10)]
    seen = scale_trend(BODY, list(reversed(answers)))
    assert (seen.test.n, seen.word) == (10, Word.CLEAR_UP)
    assert seen.line is not None
    assert seen.line.slope == pytest.approx(0.25, abs=0.05)
    later = scale_trend(BODY, answers, since=(BEGUN + timedelta(days=14 * 4)).date())
    assert (later.test.n, later.word) == (6, Word.EARLY)
    assert scale_trend(TOTAL, answers).word is Word.TOO_FEW  # two of five answered: never a score
    assert scale_trend(BODY, [], since=BEGUN.date()).word is Word.TOO_FEW


def test_only_a_declared_change_can_read_further_from_easy() -> None:
    harder = [answered(1, 0, slept=4, tense=0), answered(2, 7), answered(3, 14, slept=0, tense=4)]
    assert reads_further_from_easy(BODY, harder)
    assert not reads_further_from_easy(BODY, harder[:2])
    assert not reads_further_from_easy(BODY, [harder[2], answered(4, 21, slept=4, tense=0)])
    assert not reads_further_from_easy(TOTAL, harder)
