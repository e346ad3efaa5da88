"""Then and now: what may be said after how many answers."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.insight.plain_comparison import Stage, compare

SERIES = st.lists(st.integers(0, 10), max_size=60)


@pytest.mark.parametrize(
    ("count", "stage"),
    [
        (0, Stage.NOTHING),
        (1, Stage.TOO_FEW),
        (4, Stage.TOO_FEW),
        (5, Stage.EARLY),
        (7, Stage.EARLY),
        (8, Stage.ENOUGH),
    ],
)
def test_more_is_said_the_more_was_answered(count: int, stage: Stage) -> None:
    assert compare([3] * count).stage is stage


def test_a_goal_is_compared_by_the_medians_of_three() -> None:
    seen = compare([2, 3, 3, 2, 4, 4, 3, 5, 6, 5, 6, 7, 7, 6])
    assert (seen.first, seen.latest, seen.low, seen.high) == (3, 7, 3, 6)


def test_one_odd_day_at_the_start_does_not_move_the_start() -> None:
    assert compare([0, 7, 7, 7, 7]).first == 7


def test_fewer_than_five_answers_are_not_compared() -> None:
    seen = compare([1, 9, 1, 9])
    assert (seen.first, seen.latest, seen.low, seen.high) == (None,) * 4


@given(SERIES)
def test_turning_the_series_round_swaps_then_and_now(values: list[int]) -> None:
    there, back = compare(values), compare(values[::-1])
    assert (there.first, there.latest, there.low, there.high) == (
        back.latest,
        back.first,
        back.low,
        back.high,
    )


@given(SERIES.filter(lambda it: len(it) >= 8))
def test_at_least_half_of_the_answers_lie_in_the_band(values: list[int]) -> None:
    seen = compare(values)
    assert seen.low is not None
    assert seen.high is not None
    assert min(values) <= seen.low <= statistics.median(values) <= seen.high <= max(values)
    assert sum(seen.low <= it <= seen.high for it in values) * 2 >= len(values)
