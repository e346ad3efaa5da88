"""The middle slope: it moves with the answers as a line should, and one odd answer does not turn it."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from therapy_diary.insight.theil_sen import sen_line

SERIES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 10)), min_size=2, max_size=25)
FACTOR = st.integers(-5, 5)


@given(SERIES, FACTOR, FACTOR)
def test_adding_a_line_adds_its_slope(series: list[tuple[int, int]], slope: int, level: int) -> None:
    times, values = zip(*series, strict=True)
    line = sen_line(times, values)
    assume(line is not None)
    moved = sen_line(times, [value + slope * time + level for time, value in series])
    assert line is not None
    assert moved is not None
    assert moved.slope == pytest.approx(line.slope + slope, abs=1e-9)
    assert moved.intercept == pytest.approx(line.intercept + level, abs=1e-9)


@given(SERIES, st.integers(1, 9), st.integers(1, 9))
def test_other_units_give_the_same_line(series: list[tuple[int, int]], longer: int, larger: int) -> None:
    times, values = zip(*series, strict=True)
    line, other = (
        sen_line(times, values),
        sen_line([it * longer for it in times], [it * larger for it in values]),
    )
    if line is None:
        assert other is None
        return
    assert other is not None
    assert other.slope == pytest.approx(line.slope * larger / longer)
    assert other.intercept == pytest.approx(line.intercept * larger, abs=1e-9)


@given(SERIES)
def test_the_bounds_lie_around_the_slope(series: list[tuple[int, int]]) -> None:
    times, values = zip(*series, strict=True)
    line = sen_line(times, values)
    if line is not None and line.low is not None and line.high is not None:
        assert line.low <= line.slope <= line.high


def test_answers_of_one_moment_have_no_line() -> None:
    assert sen_line([3, 3, 3], [1, 2, 4]) is None
    assert sen_line([], []) is None
    assert sen_line([1], [4]) is None


def test_a_gap_in_time_counts_as_the_time_it_took() -> None:
    line = sen_line([0, 1, 3], [0, 1, 1])
    assert line is not None
    assert (line.slope, line.intercept) == (pytest.approx(1 / 3), 0)
    assert line.intercept_separate == pytest.approx(2 / 3)


def test_one_odd_answer_does_not_turn_a_line() -> None:
    straight = [it / 2 for it in range(9)]
    line = sen_line(range(9), [*straight[:4], -40, *straight[5:]])
    assert line is not None
    assert line.slope == pytest.approx(0.5)
    assert line.at(8) == pytest.approx(4)


def test_a_confidence_lies_between_none_and_certainty() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        sen_line([0, 1], [0, 1], confidence=1)
    with pytest.raises(ValueError, match="argument"):
        sen_line([0, 1], [0])
