"""A line of dashes below words: in Markdown it makes a heading of them, which nobody meant who wrote it elsewhere."""

import json
from typing import Any

import pytest

from tests.exchange.conftest import Bring
from therapy_diary.exchange import html_text, lexical, rich_text
from therapy_diary.exchange.records import apart
from therapy_diary.exchange.rednotebook import to_markdown

pytestmark = pytest.mark.thorough

DASHES = "-" * 20


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (f"words\n{DASHES}\nmore", "words\n\n---\nmore"),
        ("words\n" + "=" * 24 + "\nmore", "words\n\n---\nmore"),
        ("words\n" + "_" * 20 + " \nmore", "words\n\n---\nmore"),
        (f"words\n\n{DASHES}\n\nmore", "words\n\n---\n\nmore"),
        (f"{DASHES}\n{DASHES}", "---\n\n---"),
        ("words\n---\nmore", "words\n\n---\nmore"),
        ("words\n====\nmore", "words\n\n====\nmore"),
        ("=== Title ===\nwords", "### Title\nwords"),
        ("- one\n- two\na - b", "- one\n- two\na - b"),
        ("```\ncode\n---\n```\nwords\n---", "```\ncode\n---\n```\nwords\n\n---"),
    ],
)
def test_in_rednotebook_it_is_a_rule(said: str, text: str) -> None:
    assert to_markdown(said) == text


def test_a_day_of_rednotebook_comes_with_its_rule(come: Bring) -> None:
    came = come({"2019-02.txt": f"1: {{text: 'by the lake\n\n    {DASHES}\n\n    at home'}}"})
    assert came.note.text == "by the lake\n\n---\nat home"


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("<p>words</p><hr><p>more</p>", "words\n\n---\n\nmore"),
        ("words<hr/>more", "words\n\n---\n\nmore"),
        ("<div>words</div><div>---</div><div>more</div>", "words\n\n---\n\nmore"),
        ("words<br>=====<br>more", "words\n\n=====\nmore"),
        ("<pre>code\n---\nmore</pre>", "```\ncode\n---\nmore\n```"),
    ],
)
def test_in_html_it_is_a_rule_or_what_was_typed(said: str, text: str) -> None:
    assert html_text.convert(said).text == text


def node(kind: str, *children: object, **more: object) -> dict[str, object]:
    return {"type": kind, "children": list(children), **more}


LINES = ({"text": "words"}, {"type": "linebreak"}, {"text": "---"})


@pytest.mark.parametrize(
    ("block", "text"),
    [
        (node("paragraph", *LINES), "words\n\n---"),
        (node("quote", *LINES), "> words\n> \n> ---"),
        (node("code", *LINES), "```\nwords\n---\n```"),
    ],
)
def test_in_standard_notes_newest_editor_it_is_what_was_typed(block: object, text: str) -> None:
    assert lexical.to_markdown({"children": [block]}) == text


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([{"text": "words\n---\nmore"}], "words\n\n---\nmore"),
        (
            [{"text": "words"}, {"embeddedObjects": [{"type": "horizontalRuleLine"}]}, {"text": "more"}],
            "words\n\n---\nmore",
        ),
    ],
)
def test_in_day_ones_rich_text_too(pieces: list[dict[str, object]], text: str) -> None:
    assert rich_text.to_markdown(pieces) == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (r"words" + "\n" + r"\-\-\-" + "\nmore", "words\n\n---\nmore"),
        (r"words" + "\n" + r"-\-\- " + "\nmore", "words\n\n--- \nmore"),
        (r"words" + "\n" + r"\=\=", "words\n\n=="),
        ("words\n---\nmore", "words\n---\nmore"),
        (r"words" + "\n" + r"\- one" + "\nmore", "words\n- one\nmore"),
    ],
)
def test_in_day_one_what_it_marked_as_typed_makes_no_heading(come: Bring, said: str, text: str) -> None:
    entry: dict[str, Any] = {"uuid": "A", "creationDate": "2024-03-02T01:30:00Z", "text": said}
    came = come(json.dumps({"metadata": {"version": "1.0"}, "entries": [entry]}))
    assert came.note.text == text


@pytest.mark.parametrize("text", ["", "words", "a = b\n- c", "\n---\nx", "a\n\n---\nb", "a\n-\nb"])
def test_a_text_without_it_stays_as_it_is(text: str) -> None:
    assert apart(text) == text
