"""The direction test: exact by counting, with ties, and the same whichever way it is worked out."""

import math
import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pace import at_this_pace
from therapy_diary.insight.exact_kendall import LONGEST_EXACT, exact_p, kendall, rises_less_falls, tie_sizes

STEPS = st.lists(st.integers(0, 4), max_size=60)
FEW = st.lists(st.integers(0, 4), min_size=1, max_size=7)


@settings(max_examples=60, deadline=None)
@given(FEW)
def test_the_exact_p_is_the_share_of_all_orderings(values: list[int]) -> None:
    s = abs(rises_less_falls(values))
    every = [abs(rises_less_falls(it)) >= s for it in permutations(values)]
    assert kendall(values).p_exact == pytest.approx(sum(every) / len(every), abs=1e-12)


@given(STEPS)
def test_turning_the_series_round_turns_the_direction_and_keeps_the_chance(values: list[int]) -> None:
    there, back = kendall(values), kendall(values[::-1])
    assert (back.s, back.z) == (-there.s, -there.z)
    assert (back.p_exact, back.p_normal, back.variance) == (there.p_exact, there.p_normal, there.variance)


@given(STEPS)
def test_only_the_order_of_the_answers_counts(values: list[int]) -> None:
    assert kendall([3 * it**3 - 7 for it in values]) == kendall(values)


@given(STEPS)
def test_a_chance_is_a_chance(values: list[int]) -> None:
    test = kendall(values)
    assert test.p_exact is not None
    assert 0 < test.p_exact <= 1
    assert 0 <= test.p_normal <= 1
    assert all(it is None or -1 <= it <= 1 for it in (test.tau_a, test.tau_b))


@pytest.mark.parametrize("n", [2, 3, 4, 5, 6, 8, 12])
def test_a_strictly_rising_series_has_the_smallest_chance_there_is(n: int) -> None:
    assert kendall(range(n)).p_exact == pytest.approx(2 / math.factorial(n), rel=1e-12)


@pytest.mark.parametrize("values", [[], [3], [2, 2], [0.5] * 60, [1] * 200])
def test_nothing_or_all_equal_has_no_direction(values: list[float]) -> None:
    test = kendall(values)
    assert (test.s, test.z, test.p, test.tau_b) == (0, 0, 1, None)


def test_beyond_sixty_answers_the_normal_form_speaks() -> None:
    values = [number % 7 for number in range(LONGEST_EXACT + 1)]
    assert kendall(values[:-1]).p_exact is not None
    test = kendall(values)
    assert test.p_exact is None
    assert test.p == test.p_normal


def test_by_hand_example_of_fourteen_with_one_tie() -> None:
    """A college's worked example: S 54, variance 332.667, z 2.9058, p .00366 in the normal form, .00239 exact."""
    ties, n = (2,), 14
    assert exact_p(n, ties, 54) == pytest.approx(0.00239, abs=5e-6)
    variance = (n * (n - 1) * (2 * n + 5) - 2 * 1 * 9) / 18
    assert variance == pytest.approx(332.667, abs=1e-3)


def test_sixty_answers_are_counted_in_a_moment() -> None:
    values = [number * 37 % 11 for number in range(60)]
    begun = time.process_time()
    kendall(values)
    assert time.process_time() - begun < at_this_pace(1)


def test_ties_are_counted_by_equal_values() -> None:
    assert sorted(tie_sizes([1, 2, 2.0, 3, 3, 3, 4])) == [2, 3]
