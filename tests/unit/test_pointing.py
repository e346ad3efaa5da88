"""What the text of a note points to, read from the whole text."""

from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.domain.pointing import files_named, in_words, with_files_at, with_notes_at

UID = "0123456789abcdef" * 2
TEXT = f"See [a \\[b\\]](note:{UID}).\n![boat](attachment:my%20boat.png) [web](https://example.org) [x](note:short)"


def test_files_are_named_as_they_are_called() -> None:
    assert files_named(TEXT) == {"my boat.png"}
    assert files_named("nothing") == set()


def test_links_follow_files_and_notes_to_where_they_lie() -> None:
    moved = with_files_at(TEXT, {"my boat.png": "pictures/my boat.png"}.get)
    assert "![boat](pictures/my%20boat.png)" in moved
    assert with_files_at(TEXT, lambda _: None) == TEXT
    assert "[a \\[b\\]](a%20note.md)" in with_notes_at(TEXT, {UID: "a note.md"}.get)
    assert with_notes_at(TEXT, lambda _: None).startswith("See a [b].")
    assert "[web](https://example.org)" in with_notes_at(moved, lambda _: None)


def test_for_paper_only_words_are_left() -> None:
    assert in_words(TEXT) == "See a [b].\nboat [web](https://example.org) x"


@given(st.text(st.sampled_from("[]()!note:attachment\\ a0\n"), max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    files_named(text)
    assert with_files_at(text, lambda _: None) == text
    assert len(in_words(text)) <= len(text)
