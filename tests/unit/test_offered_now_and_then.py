"""What is offered now and then: a second look at a session, and looking at the goals again. Neither is ever due."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from therapy_diary.domain.goal import (
    ChangeKind,
    Goal,
    GoalId,
    GoalState,
    GoalWording,
    Level,
    Shared,
    WordingId,
)
from therapy_diary.domain.milestone import Milestone, MilestoneId, MilestoneKind
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight import goal_review, second_pass

FIRST = datetime(2026, 1, 6, 17, 0)
THERAPY = TherapyId(1)


def held(count: int) -> list[Session]:
    return [
        Session(
            id=SessionId(number + 1),
            uid=str(number),
            therapy=THERAPY,
            starts_at=FIRST + timedelta(weeks=number),
            state=SessionState.HELD,
        )
        for number in range(count)
    ]


def a_goal() -> Goal:
    wording = GoalWording(
        id=WordingId(1),
        goal=GoalId(1),
        version=1,
        valid_from=FIRST.date(),
        wording="Sleep",
        change_kind=ChangeKind.FIRST,
    )
    return Goal(
        id=GoalId(1),
        uid="g",
        therapy=THERAPY,
        position=1,
        level=Level.OTHER,
        shared=Shared.AGREED,
        state=GoalState.OPEN,
        opened_on=FIRST.date(),
        closed_on=None,
        wordings=(wording,),
    )


@pytest.mark.parametrize(
    ("later", "offered"),
    [
        (timedelta(hours=2), False),  # the same evening
        (timedelta(hours=15), True),  # a night between
        (timedelta(days=2), True),
        (timedelta(days=7), True),
        (timedelta(days=8), False),  # it just goes away
        (timedelta(days=-1), False),
    ],
)
def test_a_second_look_is_offered_from_the_next_day_for_a_week(later: timedelta, offered: bool) -> None:
    [session] = held(1)
    when = FIRST + later
    assert second_pass.is_offered(session, has_note=True, has_second_look=False, now=when) is offered


def test_no_second_look_without_a_first_nor_a_third() -> None:
    [session] = held(1)
    when = FIRST + timedelta(days=1)
    assert not second_pass.is_offered(session, has_note=False, has_second_look=False, now=when)
    assert not second_pass.is_offered(session, has_note=True, has_second_look=True, now=when)
    moved = replace(session, state=SessionState.MISSED)
    assert not second_pass.is_offered(moved, has_note=True, has_second_look=False, now=when)


@pytest.mark.parametrize(
    ("sessions", "suggested"), [(0, False), (5, False), (6, True), (7, False), (12, True), (13, False)]
)
def test_goals_are_looked_at_again_after_each_sixth_session_only(sessions: int, suggested: bool) -> None:
    assert goal_review.is_suggested(held(sessions), [a_goal()], []) is suggested


def test_it_is_not_suggested_twice_nor_for_goals_that_are_new_or_ended() -> None:
    sessions = held(6)
    last = sessions[-1].starts_at.date()
    looked = Milestone(
        id=MilestoneId(1),
        therapy=THERAPY,
        session=None,
        on_date=last,
        kind=MilestoneKind.GOALS_REVIEWED,
    )
    assert not goal_review.is_suggested(sessions, [a_goal()], [looked])
    assert goal_review.is_suggested(sessions, [a_goal()], [replace(looked, on_date=last - timedelta(days=1))])
    assert not goal_review.is_suggested(sessions, [replace(a_goal(), opened_on=last)], [])
    ended = replace(a_goal(), state=GoalState.REACHED, closed_on=last)
    assert not goal_review.is_suggested(sessions, [ended], [])
    assert not goal_review.is_suggested(sessions, [], [])
