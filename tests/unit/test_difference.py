"""What changed between two versions of a note."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.pace import at_this_pace
from therapy_diary.domain.difference import Change, difference

SAME, GONE, NEW = Change.SAME, Change.GONE, Change.NEW


def pieces(then: str, now: str) -> list[tuple[Change, str]]:
    return [(it.change, it.text) for it in difference(then, now)]


@pytest.mark.parametrize(
    ("then", "now", "wanted"),
    [
        ("", "", []),
        ("calm", "calm", [(SAME, "calm")]),
        ("", "new", [(NEW, "new")]),
        ("old", "", [(GONE, "old")]),
        (
            "I was sad today.",
            "I was very sad.",
            [(SAME, "I was "), (NEW, "very "), (SAME, "sad"), (GONE, " today"), (SAME, ".")],
        ),
        ("one\ntwo\nthree\n", "one\nthree\n", [(SAME, "one\n"), (GONE, "two\n"), (SAME, "three\n")]),
        ("שלום עולם", "שלום לכולם", [(SAME, "שלום "), (GONE, "עולם"), (NEW, "לכולם")]),
    ],
)
def test_words_that_went_and_came_are_told_apart(
    then: str, now: str, wanted: list[tuple[Change, str]]
) -> None:
    assert pieces(then, now) == wanted


words = st.text(st.sampled_from("ab \n.é🌱"), max_size=60)


@given(words, words)
def test_not_a_character_of_either_text_is_lost(then: str, now: str) -> None:
    found = difference(then, now)
    assert "".join(it.text for it in found if it.change is not NEW) == then
    assert "".join(it.text for it in found if it.change is not GONE) == now


def test_a_note_of_a_megabyte_with_one_word_changed_takes_a_moment_only() -> None:
    then = "\n".join(f"line {number} of a long note, written on and on" for number in range(22_000))
    begun = process_time()
    found = difference(then, then.replace("line 11000 ", "verse 11000 "))
    assert process_time() - begun < at_this_pace(2)
    assert [(it.change, it.text) for it in found if it.change is not SAME] == [(GONE, "line"), (NEW, "verse")]


def test_two_long_notes_with_nothing_in_common_take_a_moment_only() -> None:
    then = "\n".join(f"a{number}" for number in range(20_000))
    now = "\n".join(f"b{number}" for number in range(20_000))
    begun = process_time()
    assert {it.change for it in difference(then, now)} >= {GONE, NEW}
    assert process_time() - begun < at_this_pace(5)
