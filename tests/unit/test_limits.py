"""The limits of words and readings: all of them said in help, changeable, and never to nonsense."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary import resources
from therapy_diary.insight.limit_words import BadLimitWords, read_limit_words
from therapy_diary.insight.limits import DEFAULT, Limits

TOML = resources.text("readings/limits.toml")
NAMES = [it.name for it in fields(Limits)]


def test_help_says_every_limit_with_its_value() -> None:
    intro, groups = read_limit_words(TOML)
    assert intro
    said = {name: it for group in groups for name, it in group.said(DEFAULT).items()}
    assert sorted(said) == sorted(NAMES)
    assert said["oldest_days"] == "Sessions older than 120 days do not count."
    assert "2.66" in said["moving_range_factor"]
    assert all(len(it.split()) <= 20 for it in said.values())


@pytest.mark.parametrize(
    ("there", "instead", "named"),
    [
        ("oldest_days =", "oldest_day =", "oldest_day"),
        ('title = "When one', 'heading = "When one', "title"),
        ("older than {value} days", "older than 120 days", "value"),
        ("intro =", "opening =", "intro"),
        ("[work]", "[work", "line"),
    ],
)
def test_a_wording_that_does_not_go_with_the_limits_is_refused(there: str, instead: str, named: str) -> None:
    with pytest.raises(BadLimitWords, match=named):
        read_limit_words(TOML.replace(there, instead, 1))


def test_what_the_person_changed_is_kept_as_the_difference_only() -> None:
    mine = Limits.changed({"oldest_days": 90, "holds_from": 2})
    assert (mine.oldest_days, mine.holds_from, mine.window) == (90, 2, DEFAULT.window)
    assert mine.changes() == {"oldest_days": 90, "holds_from": 2}
    assert Limits.changed(mine.changes()) == mine
    assert (DEFAULT.changes(), Limits.changed({})) == ({}, DEFAULT)


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"oldest_day": 3}, "oldest_day"),
        ({"oldest_days": 3.5}, "oldest_days is a whole number"),
        ({"oldest_days": True}, "oldest_days"),
        ({"holds_from": "2"}, "holds_from is a number"),
        ({"holds_from": float("nan")}, "holds_from"),
        ({"holds_from": float("inf")}, "holds_from"),
        ({"oldest_days": 10**400}, "oldest_days"),
        ({"holds_from": 0}, "holds_from is above 0"),
        ({"window": -1}, "window"),
        ({"enough_for_a_direction": 5}, "at least 6"),
        ({"clear_below_p": 0.2}, "as rare"),
        ({"window_needed": 5}, "looks at"),
    ],
)
def test_a_limit_that_makes_no_sense_is_refused_by_its_name(changes: dict[str, object], named: str) -> None:
    with pytest.raises(ValueError, match=named):
        Limits.changed(changes)


@given(
    st.dictionaries(
        st.sampled_from(NAMES), st.none() | st.booleans() | st.integers() | st.floats() | st.text()
    )
)
def test_any_change_is_taken_or_refused_and_nothing_else(changes: dict[str, object]) -> None:
    try:
        taken = Limits.changed(changes)
    except ValueError:
        return
    assert Limits.changed(taken.changes()) == taken
