"""Which ratings of a goal make one line."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.domain.goal import (
    ChangeKind,
    Goal,
    GoalId,
    GoalRating,
    GoalRatingId,
    GoalState,
    GoalWording,
    Level,
    Shared,
    WordingId,
)
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight.goal_progress import goal_lines

BEGUN = date(2026, 1, 6)
CHANGES = st.lists(st.sampled_from([ChangeKind.CLEARER_WORDS, ChangeKind.NEW_AIM]), max_size=6)


def goal(changes: list[ChangeKind]) -> Goal:
    wordings = tuple(
        GoalWording(
            id=WordingId(number),
            goal=GoalId(1),
            version=number,
            valid_from=BEGUN + timedelta(weeks=number),
            wording=f"wording {number}",
            change_kind=kind,
        )
        for number, kind in enumerate([ChangeKind.FIRST, *changes], 1)
    )
    return Goal(
        id=GoalId(1),
        uid="g1",
        therapy=TherapyId(1),
        position=1,
        level=Level.DAILY_LIFE,
        shared=Shared.AGREED,
        state=GoalState.OPEN,
        opened_on=BEGUN,
        closed_on=None,
        wordings=wordings,
    )


def rating(number: int, wording: int, value: int) -> GoalRating:
    return GoalRating(
        id=GoalRatingId(number),
        wording=WordingId(wording),
        session=None,
        rated_on=BEGUN + timedelta(days=number),
        value=value,
    )


def test_clearer_words_let_the_line_go_on() -> None:
    (line,) = goal_lines(goal([ChangeKind.CLEARER_WORDS]), [rating(1, 1, 2), rating(9, 2, 5)])
    assert [it.value for it in line.ratings] == [2, 5]
    assert line.words == "wording 2"


def test_a_new_aim_ends_one_line_and_begins_another() -> None:
    old, new = goal_lines(goal([ChangeKind.NEW_AIM]), [rating(1, 1, 8), rating(9, 2, 1)])
    assert ([it.value for it in old.ratings], old.is_current) == ([8], False)
    assert ([it.value for it in new.ratings], new.is_current) == ([1], True)


def test_a_goal_is_compared_within_one_aim_only() -> None:
    early = [rating(n, 1, 9) for n in range(1, 6)]
    late = [rating(n, 2, n - 9) for n in range(10, 16)]
    _, now = goal_lines(goal([ChangeKind.NEW_AIM]), late + early)
    assert (now.comparison.first, now.comparison.latest) == (2, 5)


@given(CHANGES)
def test_every_rating_belongs_to_exactly_one_line(changes: list[ChangeKind]) -> None:
    ratings = [rating(n, n, n % 11) for n in range(1, len(changes) + 2)]
    lines = goal_lines(goal(changes), ratings)
    assert [it for line in lines for it in line.ratings] == ratings
    assert len(lines) == 1 + changes.count(ChangeKind.NEW_AIM)
    assert [it.is_current for it in lines] == [False] * (len(lines) - 1) + [True]
