"""What can be typed into the search."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.storage.query import LONGEST, MOST_TERMS, OTHER_SCRIPT, Term, understood


def test_words_phrases_beginnings_and_what_must_not_be_there() -> None:
    query = understood('mother "at night" anx* -work -"my boss" ', still_typing=False)
    assert query.terms == (
        Term(text="mother"),
        Term(text="at night"),
        Term(text="anx", is_prefix=True),
        Term(text="work", wanted=False),
        Term(text="my boss", wanted=False),
    )


def test_the_last_word_is_a_beginning_while_it_is_typed() -> None:
    assert understood("good morn").terms[-1] == Term(text="morn", is_prefix=True)
    assert understood("good morn ").terms[-1] == Term(text="morn")
    assert understood("good m").terms[-1] == Term(text="m")


def test_an_open_quotation_is_a_phrase_all_the_same() -> None:
    assert understood('"at the').terms == (Term(text="at the"),)


def test_tags_and_days() -> None:
    query = understood("tag:sleep -tag:#work after:2026-03 before:2027 calm ")
    assert query.tags == (Term(text="sleep"), Term(text="work", wanted=False))
    assert (query.from_day, query.until) == (date(2026, 3, 1), date(2027, 1, 1))
    assert query.terms == (Term(text="calm"),)


@pytest.mark.parametrize(
    "typed", ["after:soon", "before:2026-13", "after:0000", "before:99999", "after:2026-1-32"]
)
def test_a_day_that_is_none_is_words(typed: str) -> None:
    query = understood(typed, still_typing=False)
    assert (query.from_day, query.until) == (None, None)
    assert query.terms == (Term(text=typed.replace(":", " ")),)


@pytest.mark.parametrize("typed", ["", " ", '"', '""', "*", "-", "()", "tag:", '-""', "…", "\0"])
def test_what_means_nothing_asks_for_nothing(typed: str) -> None:
    assert understood(typed).is_empty


@pytest.mark.parametrize(
    ("typed", "is_part"), [("חרדה", True), ("焦虑", True), ("قلق", True), ("🙂", True), ("тишина", False)]
)
def test_letters_that_join_others_are_looked_for_inside_words(typed: str, is_part: bool) -> None:
    assert understood(typed).terms[0].is_part is is_part


@given(st.text(alphabet=st.characters(), max_size=2 * LONGEST))
def test_any_text_is_a_query(typed: str) -> None:
    query = understood(typed)
    assert len(query.terms) <= MOST_TERMS
    for term in query.terms:
        assert any(it.isalnum() for it in term.text) or OTHER_SCRIPT.search(term.text)
