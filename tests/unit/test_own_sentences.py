"""The sentences of the person's own words: where one ends, and which follows which when the words are changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.domain.own_sentences import follows, key_of, only, sentences

TYPED = st.lists(
    st.sampled_from(["One", "two", "Dr.", "N.", "end.", "so?", "שלום.", "好。", "\n", " ", "\t", "…"])
).map(" ".join)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One. Two! Three?", ("One.", "Two!", "Three?")),
        ("She said “No.” Then she left. ", ("She said “No.”", "Then she left.")),
        ("Dr. Miller said so. I cried.", ("Dr. Miller said so.", "I cried.")),
        ("I met N. Then home.", ("I met N. Then home.",)),
        ("תודה רבה. היה לי טוב?", ("תודה רבה.", "היה לי טוב?")),
        ("شكرا لك؟ نعم.", ("شكرا لك؟", "نعم.")),
        ("今天。明天！", ("今天。", "明天！")),
        ("- one\n\n- two, 1.5 of it", ("- one", "- two, 1.5 of it")),
        (" \n", ()),
    ],
)
def test_a_sentence_ends_at_its_mark_or_with_its_line(text: str, told: tuple[str, ...]) -> None:
    assert sentences(text) == told


@given(TYPED)
def test_no_word_is_lost_and_none_comes_twice(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert only(text, lambda _: True) == text
    assert only(text, lambda _: False).strip() == ""


@given(TYPED, st.data())
def test_only_what_stays_is_there_and_lines_stay_lines(text: str, data: st.DataObject) -> None:
    there = sentences(text)
    if not there:
        return
    gone = data.draw(st.sampled_from(there))
    left = only(text, lambda key: key != key_of(gone))
    assert sentences(left) == tuple(it for it in there if key_of(it) != key_of(gone))


def test_a_key_is_of_the_words_and_says_none_of_them() -> None:
    assert key_of("I was  angry.") == key_of("I was angry. ") != key_of("I was angry")
    assert "angry" not in key_of("I was angry.")
    assert key_of("\ud800")


def test_a_changed_sentence_follows_the_one_that_stood_there() -> None:
    before = "One here. Two there. Three all."

    def keys(*pairs: tuple[str, str]) -> tuple[tuple[str, str], ...]:
        return tuple((key_of(one), key_of(other)) for one, other in pairs)

    assert follows(before, before) == ()
    assert follows(before, "One here. Two thexre. Three all.") == keys(("Two there.", "Two thexre."))
    assert follows(before, "One here. Two. There. Three all.") == keys(
        ("Two there.", "Two."), ("Two there.", "There.")
    )
    assert follows(before, "One here. Two there, three all.") == keys(
        ("Two there.", "Two there, three all."), ("Three all.", "Two there, three all.")
    )
    assert follows(before, f"{before} Four is new.") == ()
    assert follows(before, "One here. Three all.") == ()
