"""What the eight answers come to, and when they come to nothing."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.domain.alliance import CORE, STATEMENTS, AllianceRating
from therapy_diary.domain.session import SessionId
from therapy_diary.insight.alliance_score import is_late, nearest_step, score

CASES = json.loads((Path(__file__).parent / "cases" / "alliance_scores.json").read_text())["cases"]
ANSWERS = st.fixed_dictionaries({it: st.none() | st.integers(0, 4) for it in STATEMENTS})
TUESDAY = datetime(2026, 1, 6, 17, 0)


@pytest.mark.parametrize("case", CASES, ids=lambda it: it["id"])
def test_a_rating_comes_to_what_the_rule_says(case: dict[str, Any]) -> None:
    got = score(case["answers"])
    for part in ("core", "conditions", "overall"):
        assert getattr(got, part) == pytest.approx(case["expected"][part], abs=1e-4)
    assert got.answered == case["expected"]["answered"]


@given(ANSWERS)
def test_a_score_needs_six_of_eight_and_two_of_the_core(answers: dict[str, int | None]) -> None:
    core = sum(answers[it] is not None for it in CORE)
    answered = sum(it is not None for it in answers.values())
    assert (score(answers).overall is not None) == (answered >= 6 and core >= 2)


@given(ANSWERS)
def test_leaving_a_statement_out_is_the_same_as_cannot_say(answers: dict[str, int | None]) -> None:
    assert score({name: it for name, it in answers.items() if it is not None}) == score(answers)


@given(ANSWERS)
def test_a_score_lies_between_the_lowest_and_the_highest_answer(answers: dict[str, int | None]) -> None:
    overall = score(answers).overall
    given_answers = [it for it in answers.values() if it is not None]
    assert overall is None or min(given_answers) <= overall <= max(given_answers)


def test_six_of_eight_are_scored_and_marked_as_part_answered() -> None:
    all_of_them = dict.fromkeys(STATEMENTS, 3)
    assert not score(all_of_them).is_part_answered
    assert score(all_of_them | {"frame": None, "fit": None}).is_part_answered
    assert not score(dict.fromkeys(STATEMENTS)).is_part_answered


@pytest.mark.parametrize(("hours", "late"), [(1, False), (72, False), (72.1, True), (200, True)])
def test_a_rating_after_three_days_counts_as_filled_in_later(hours: float, late: bool) -> None:
    rating = AllianceRating(session=SessionId(1), filled_at=TUESDAY + timedelta(hours=hours))
    assert is_late(rating, TUESDAY) == late


@pytest.mark.parametrize(("value", "step"), [(0.0, 0), (0.49, 0), (0.5, 1), (2.5, 3), (3.49, 3), (4.0, 4)])
def test_a_mean_takes_the_word_of_the_nearest_step(value: float, step: int) -> None:
    assert nearest_step(value) == step
