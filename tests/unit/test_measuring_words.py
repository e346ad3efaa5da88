"""The wording of the measuring pages: complete, in its fixed order, our own, and calm."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.unit.test_words import NEVER, _fingerprint, _runs
from therapy_diary import resources
from therapy_diary.domain.difficulty import FORM_VERSION, NATURAL, ON_SCREEN, STATEMENTS
from therapy_diary.domain.questions import read_questions
from therapy_diary.domain.sign import Sign

ARTICLE = set((Path(__file__).parent / "article_runs.txt").read_text(encoding="utf-8").split())
ANYBODYS = {"in a way that"}  # four small words that nobody owns
OURS = [
    "questions/difficulty.toml",
    "questions/signs.toml",
    "readings/readings.toml",
    "topics/first_sentences.toml",
    "readings/limits.toml",
    "measures/week_in_brief.toml",
]


def texts(value: Any) -> list[str]:
    """Every text in a file, however deep."""
    if isinstance(value, str):
        return [value]
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for it in inside for text in texts(it)]


def test_the_seven_statements_stand_in_one_mixed_list_in_the_fixed_order() -> None:
    form = read_questions(resources.text("questions/difficulty.toml"))
    assert tuple(it.key for it in form.questions) == ON_SCREEN
    assert sorted(ON_SCREEN) == sorted(STATEMENTS)
    assert (form.version, form.answers) == (FORM_VERSION, ("no", "somewhat", "clearly"))
    kinds = [it in NATURAL for it in ON_SCREEN]
    assert kinds[0] is True
    assert kinds[-1] is True
    assert kinds == [True, False, True, False, True, False, True]


def test_each_of_the_four_signs_has_its_words() -> None:
    form = read_questions(resources.text("questions/signs.toml"))
    assert [it.key for it in form.questions] == list(Sign)


@pytest.mark.parametrize("file", OURS)
def test_the_words_are_our_own_and_calm(file: str) -> None:
    said = texts(tomllib.loads(resources.text(file)))
    assert said
    for text in said:
        assert not NEVER.search(text), text
        assert not {_fingerprint(run) for run in _runs(text) if run not in ANYBODYS} & ARTICLE, text


@pytest.mark.parametrize("file", ["readings/readings.toml", "topics/first_sentences.toml"])
def test_a_reading_names_no_diagnosis_no_remedy_and_no_number_of_the_alliance(file: str) -> None:
    said = " ".join(texts(tomllib.loads(resources.text(file)))).lower()
    assert not any(it in said for it in ("depress", "disorder", "medication", "symptom", "score of"))
