"""The rules keep still where nothing changes: the shares the help names, on a part of the benchmark's therapies."""

from random import Random

from tests.benchmarks.false_alarms import flat_therapy, is_ever_shown, is_ever_told, share

SERIES = 200


def test_at_most_one_of_seven_flat_therapies_is_ever_told_of_a_direction() -> None:
    random = Random(20)  # noqa: S311
    assert 0 < share(SERIES, lambda: is_ever_told(flat_therapy(random, 0.3))) <= 0.15


def test_few_who_mark_at_random_are_ever_shown_a_reading_about_the_relationship() -> None:
    random = Random(20)  # noqa: S311
    assert share(SERIES, lambda: is_ever_shown(random, 0.1)) <= 0.1


def test_most_who_feel_it_in_most_sessions_are_shown_it_within_thirty() -> None:
    random = Random(20)  # noqa: S311
    assert share(SERIES, lambda: is_ever_shown(random, 0.7)) >= 0.9
