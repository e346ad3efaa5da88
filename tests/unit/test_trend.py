"""Which word a series of answers earns, and when: late, rarely by chance, and the same rule up and down."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from therapy_diary.insight.limits import Limits
from therapy_diary.insight.trend import Trend, Word, trend, weeks_since_first, words_after_each

GOAL = st.lists(st.integers(0, 10), max_size=24)
TURNED = {
    Word.LEAN_UP: Word.LEAN_DOWN,
    Word.LEAN_DOWN: Word.LEAN_UP,
    Word.CLEAR_UP: Word.CLEAR_DOWN,
    Word.CLEAR_DOWN: Word.CLEAR_UP,
}


@settings(deadline=None)
@given(GOAL)
def test_the_rule_is_the_same_for_better_and_for_worse(values: list[int]) -> None:
    up, down = (
        words_after_each(values, least_change=1),
        words_after_each([10 - it for it in values], least_change=1),
    )
    assert [TURNED.get(it, it) for it in up] == list(down)


@settings(deadline=None)
@given(GOAL)
def test_a_direction_is_never_said_before_the_second_look(values: list[int]) -> None:
    words = words_after_each(values, least_change=1)
    assert set(words[:4]) <= {Word.TOO_FEW}
    assert set(words[4:7]) <= {Word.EARLY}
    assert not any(it.is_clear for it in words[:8])


@settings(deadline=None)
@given(GOAL)
def test_a_clear_word_leaned_the_same_way_the_time_before(values: list[int]) -> None:
    words = words_after_each(values, least_change=1)
    for before, now in pairwise(words):
        if now is Word.CLEAR_UP:
            assert before in (Word.CLEAR_UP, Word.LEAN_UP)
        if now is Word.CLEAR_DOWN:
            assert before in (Word.CLEAR_DOWN, Word.LEAN_DOWN)


def test_a_steady_rise_is_said_at_the_ninth_answer() -> None:
    assert words_after_each(range(10), least_change=1)[7:] == (Word.LEAN_UP, Word.CLEAR_UP, Word.CLEAR_UP)


def test_a_small_change_is_no_direction_however_certain() -> None:
    crawl = [it / 100 for it in range(30)]
    assert trend(crawl, least_change=0.5).word is Word.NONE
    assert trend(crawl, least_change=0.25).word is Word.CLEAR_UP


def test_a_least_change_that_is_just_reached_counts() -> None:
    tenths = [it * 0.1 for it in range(12)]  # after the eleventh: 1.0, with all that floating point adds
    assert trend(tenths, least_change=1.0).word is Word.CLEAR_UP


def test_a_picked_start_is_judged_by_the_same_rule_on_that_part() -> None:
    fell_then_rose = [*range(9, 0, -1), *range(1, 10)]
    whole, part = trend(fell_then_rose, least_change=1), trend(fell_then_rose, least_change=1, since=10)
    assert whole.word is Word.NONE
    assert part.word is Word.CLEAR_UP
    assert (part.since, part.test.n) == (10, 9)
    assert trend(fell_then_rose, least_change=1, since=15).word is Word.TOO_FEW


def test_skipped_sessions_count_as_the_time_they_took() -> None:
    late = trend([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 28], least_change=1)
    assert late.line is not None
    assert late.change == pytest.approx(late.line.slope * 27)


def test_then_and_now_is_true_whatever_the_word() -> None:
    seen = trend([2, 3, 3, 2, 4, 4, 3, 5, 6, 5, 6, 7, 7, 6], least_change=1)
    assert (seen.comparison.first, seen.comparison.latest) == (3, 7)
    assert (seen.comparison.low, seen.comparison.high) == (3, 6)


def test_nothing_answered_is_too_few() -> None:
    seen = trend([], least_change=1)
    assert isinstance(seen, Trend)
    assert (seen.word, seen.change, seen.line) == (Word.TOO_FEW, None, None)


def test_limits_of_the_person_are_followed() -> None:
    strict = Limits(enough_for_a_direction=12)
    assert words_after_each(range(13), least_change=1, limits=strict)[10:] == (
        Word.EARLY,
        Word.LEAN_UP,
        Word.CLEAR_UP,
    )


def test_answers_must_come_in_order_and_with_their_times() -> None:
    with pytest.raises(ValueError, match="oldest first"):
        trend([1, 2], [2, 1], least_change=1)
    with pytest.raises(ValueError, match="argument"):
        trend([1, 2, 3], [1, 2], least_change=1)
    with pytest.raises(ValueError, match="above 0"):
        trend([1, 2], least_change=0)


def test_measures_are_placed_by_weeks() -> None:
    noon = datetime(2026, 3, 4, 12, 0)
    assert weeks_since_first([noon, noon + timedelta(days=7), noon + timedelta(days=17, hours=12)]) == (
        0,
        1,
        2.5,
    )
    assert weeks_since_first([]) == ()


def test_ten_weeks_at_odd_dates_may_fall_and_are_measured_in_weeks() -> None:
    times = [0, 1, 1.5, 3, 4, 6, 7, 8, 11, 12]
    values = [6.0, 5.5, 5.5, 5.0, 4.5, 3.5, 3.0, 2.5, 1.0, 0.5]
    seen = trend(values, times, least_change=1)
    assert seen.word is Word.CLEAR_DOWN
    assert seen.change == pytest.approx(-0.5 * 12, abs=0.5)
