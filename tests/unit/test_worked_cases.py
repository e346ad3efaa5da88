"""The worked cases of the measuring paper, and further ones worked out elsewhere: inputs, what must come out, and how near.

Kinds of cases that further papers may hold and this product leaves out on purpose (DESIGN, section 2): gas_* (Goal
Attainment Scaling: a sum over aims reads like a grade), loess_* and nist_* (a smooth line promises more than a few
answers on steps can keep; the running median takes its place), runs_* (run charts: a direction is said by one rule).
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from therapy_diary.domain.measure import Change
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.insight.alliance_score import score
from therapy_diary.insight.exact_kendall import kendall
from therapy_diary.insight.measure_score import score_measure
from therapy_diary.insight.reliable_change import reliable_change, smallest_change
from therapy_diary.insight.running_median import running_median
from therapy_diary.insight.stands_out import stands_out, usual_range
from therapy_diary.insight.theil_sen import sen_line
from therapy_diary.insight.trend import words_after_each

HERE = Path(__file__).parent / "cases"
PAPER, FURTHER = (
    json.loads((HERE / f"{it}_cases.json").read_text(encoding="utf-8")) for it in ("stats", "further")
)
CASES, MEASURES = [*PAPER["cases"], *FURTHER["cases"]], PAPER["measure_cases"]

Facts = dict[str, Any]


def kendall_facts(given: Facts) -> Facts:
    test = kendall(given["y"])
    return {
        "n": test.n,
        "S": test.s,
        "var_S": test.variance,
        "z": test.z,
        "p_normal": test.p_normal,
        "p_exact": test.p_exact,
        "tau_a": test.tau_a,
        "tau_b": test.tau_b,
    }


def sen_facts(given: Facts, confidence: float) -> Facts:
    line = sen_line(given.get("x", range(len(given["y"]))), given["y"], confidence=confidence)
    assert line is not None
    return {
        "slope": line.slope,
        "intercept_joint": line.intercept,
        "intercept_separate": line.intercept_separate,
        "ci_low": line.low,
        "ci_high": line.high,
        "confidence": line.confidence,
    }


def change_facts(given: Facts) -> Facts:
    declared = None
    if given["sd"] is not None:
        declared = Change(
            sd=given["sd"], reliability=given["reliability"], kind="test_retest", source="a paper"
        )
    found = reliable_change(given["pre"], given["post"], declared)
    if found is None:
        return {"result": None, "reason": "no_reliability"}
    return {
        "sem": found.sem,
        "s_diff": found.s_diff,
        "rc": found.index,
        "smallest_reliable_change": smallest_change(declared),
    }


def dip_facts(given: Facts) -> Facts:
    usual = usual_range(given["previous"])
    dip = stands_out(given["previous"], given["now"])
    if usual is None:
        return {"limit": None, "dip": dip, "reason": "too_few"}
    return {
        "center": usual.center,
        "mean_moving_range": usual.mean_moving_range,
        "half_width": usual.half_width,
        "lower": usual.lower,
        "upper": usual.upper,
        "dip": dip,
    }


def score_facts(given: Facts) -> Facts:
    found = score(given)
    return {it: getattr(found, it) for it in ("core", "conditions", "overall", "answered")}


def word_facts(given: Facts) -> Facts:
    return {"words": list(words_after_each(given["y"], given.get("x"), least_change=given["min_change"]))}


KINDS: dict[str, Callable[[Facts], Facts]] = {
    "mk": kendall_facts,
    "goal": kendall_facts,
    "alliance": kendall_facts,
    "rci": change_facts,
    "dip": dip_facts,
    "rolling": lambda given: {"fit": list(running_median(given["y"], given["window"]))},
    "score": score_facts,
    "words": word_facts,
}


@pytest.mark.parametrize("case", CASES, ids=lambda it: it["id"])
def test_a_worked_case_comes_out_as_written(case: Facts) -> None:
    kind, expected = case["id"].split("_")[0], dict(case["expected"])
    sen = expected if kind == "ts" else expected.pop("theil_sen", None)
    if sen is not None:
        _agree(sen_facts(case["input"], sen["confidence"]), sen, case["tolerance"])
    if kind != "ts":
        _agree(KINDS[kind](case["input"]), expected, case["tolerance"])


@pytest.mark.parametrize("case", MEASURES["cases"], ids=lambda it: str(list(it["answers"].values())))
def test_a_questionnaire_scores_as_written(case: Facts) -> None:
    scores = score_measure(read_measure(MEASURES["definition_toml"]), case["answers"])
    assert {name: it.value for name, it in scores.items()} == case["expected"]


def _agree(found: Facts, expected: Facts, tolerance: float) -> None:
    assert found.keys() == expected.keys()
    for name, value in expected.items():
        numbers = isinstance(value, float | int) and not isinstance(value, bool)
        assert found[name] == (pytest.approx(value, abs=tolerance) if numbers else value), name
