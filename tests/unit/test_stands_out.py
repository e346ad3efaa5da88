"""One session below the usual, and the calm line through all of them."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.insight.limits import Limits
from therapy_diary.insight.running_median import running_median, window_for
from therapy_diary.insight.stands_out import stands_out, usual_range

SCORES = st.lists(st.integers(0, 32).map(lambda it: it / 8), max_size=40)


@given(SCORES, st.integers(0, 32).map(lambda it: it / 8))
def test_nothing_stands_out_before_five_earlier_sessions_or_above_the_middle(
    earlier: list[float], now: float
) -> None:
    found = stands_out(earlier, now)
    assert (found is None) == (len(earlier) < 5)
    if found:
        assert now < statistics.median(earlier[-12:]) - 1 + 1e-9


@given(SCORES.filter(lambda it: len(it) >= 12))
def test_only_the_last_twelve_make_up_the_usual(earlier: list[float]) -> None:
    assert usual_range(earlier) == usual_range([0, 4, 0, 4, *earlier])


def test_a_session_on_the_edge_of_the_usual_does_not_stand_out() -> None:
    assert stands_out([17 / 6] * 6, 11 / 6) is False  # 17/6 - 1 is a hair above 11/6 in floating point
    assert stands_out([17 / 6] * 6, 10 / 6) is True


def test_a_restless_course_has_a_wide_usual() -> None:
    restless = [1, 3, 1, 3, 1, 3]
    usual = usual_range(restless)
    assert usual is not None
    assert usual.half_width == pytest.approx(2 * 2.66)
    assert stands_out(restless, 0) is False


def test_limits_of_the_person_are_followed() -> None:
    assert stands_out([3, 3, 3], 0, Limits(earlier_needed=3)) is True


@pytest.mark.parametrize(("count", "window"), [(0, None), (4, None), (5, 3), (11, 3), (12, 5), (60, 5)])
def test_the_calm_line_looks_wider_the_more_there_is(count: int, window: int | None) -> None:
    assert window_for(count) == window
    assert len(running_median([3] * count)) == (0 if window is None else count)


@given(SCORES, st.sampled_from([1, 3, 5, 7]))
def test_the_calm_line_stays_among_the_answers(values: list[float], window: int) -> None:
    line = running_median(values, window)
    assert len(line) == len(values)
    assert all(min(values) <= it <= max(values) for it in line)
    assert window > 1 or list(line) == values


def test_the_calm_line_passes_one_odd_answer_by() -> None:
    assert running_median([3, 3, 0, 3, 3]) == (3, 3, 3, 3, 3)
    with pytest.raises(ValueError, match="odd"):
        running_median([1, 2, 3, 4, 5], 4)
