"""A day of RedNotebook under whose headings several entries stand: whole, or each by itself, and either way only once."""

import hashlib
import json
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import HERE, Bring
from therapy_diary.exchange.bringing import bring, look_through
from therapy_diary.exchange.rednotebook import divided
from therapy_diary.exchange.report import Counts
from therapy_diary.exchange.sentences import as_text
from therapy_diary.exchange.taking import Kind, take
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough

DAY = """1:
  text: |-
    Up early.
    === Morning ===
    //thin// #sea
    ==== The walk ====
    By the river.
    ====================
    Nothing more.
    ====================
    === Night ===
    By the river.
  Ideas: {a boat: null}
  Tags: {home: null}
2: {text: "=== Alone ===\\nOne heading is one entry."}
3: {text: "no heading"}
"""
MONTH = {"2019-02.txt": DAY}


def test_a_day_is_one_entry_unless_the_person_says_so(come: Bring) -> None:
    came = come(MONTH)
    assert (came.report.found, came.report.new) == (3, 3)
    assert came.report.otherwise == Counts(found=7, new=7)
    assert [it.title for it in came.notes] == ["", "", ""]
    assert "### Morning" in came.notes[0].text


def test_split_each_part_is_an_entry_with_its_heading_for_a_title(come: Bring) -> None:
    came = come(MONTH, split=True)
    assert (came.report.found, came.report.new) == (7, 7)
    assert came.report.otherwise == Counts(found=3, new=3)
    assert [(it.title, it.text) for it in came.notes] == [
        ("", "Up early."),
        ("Morning", "*thin* #sea\n#### The walk\nBy the river."),
        ("", "Nothing more."),
        ("Night", "By the river."),
        ("", "- Ideas: a boat"),
        ("Alone", "One heading is one entry."),
        ("", "no heading"),
    ]
    assert [came.diary.imports.tags_of(it.id) for it in came.notes[:5]] == [
        ["Ideas", "home"],
        ["Ideas", "home", "sea"],
        ["Ideas", "home"],
        ["Ideas", "home"],
        ["Ideas", "home"],
    ]


@pytest.mark.parametrize("first", [False, True])
@pytest.mark.parametrize("then", [False, True])
@pytest.mark.parametrize("older", [False, True])
def test_it_comes_once_whichever_way_was_chosen_first_and_then(
    come: Bring, first: bool, then: bool, older: bool
) -> None:
    came = come(MONTH, split=first)
    if older:
        with came.diary.change():
            came.diary._connection.execute("DELETE FROM note_said")
    second = come(MONTH, split=then)
    assert (second.report.new, second.report.already) == (0, 7 if then else 3)
    assert second.report.otherwise == Counts(found=3 if then else 7, new=0)


def test_what_was_written_since_is_added_to_a_day_that_came_split(come: Bring) -> None:
    come(MONTH, split=True)
    more = {"2019-02.txt": DAY.replace("Nothing more.", "Nothing more.\n    === Noon ===\n    Lunch.")}
    came = come(more, split=True)
    assert (came.report.found, came.report.new) == (8, 1)
    assert [it.text for it in came.notes if it.title == "Noon"] == ["Lunch."]


def test_two_parts_of_a_day_that_say_the_same_are_two(come: Bring) -> None:
    month = {"2019-02.txt": '1: {text: "== A ==\\nx\\n== A ==\\nx"}'}
    assert come(month, split=True).report.new == 2
    assert come(month, split=True).report.new == 0
    assert come(month).report.new == 0


def test_it_can_be_taken_back_and_come_the_other_way(come: Bring) -> None:
    came = come(MONTH)
    with came.diary.change():
        assert came.report.id is not None
        assert came.diary.imports.undo(came.report.id)
    assert come(MONTH, split=True).report.new == 7


def test_a_look_says_both_counts(come: Bring, tmp_path: Path) -> None:
    came = come({"2020-02.txt": "1: {text: other}"})
    (tmp_path / "export" / "2019-02.txt").write_text(DAY)
    whole, split = (
        look_through(came.diary, tmp_path / "export", now=NOON, split=it, here=HERE) for it in (False, True)
    )
    assert (whole.found, whole.new, whole.otherwise) == (4, 3, Counts(found=8, new=7))
    assert (split.found, split.new, split.otherwise) == (8, 7, Counts(found=4, new=3))
    told = as_text(whole, dry_run=True)
    assert "Split there, with --split-headings: 8 found, 7 new." in told
    assert "Left whole, without --split-headings: 4 found, 3 new." in as_text(split, dry_run=True, split=True)


A, B, C = "=== A ===\\nx\\n", "=== B ===\\ny\\n", "=== C ===\\nz\\n"
IDEAS, MORE = ", Ideas: {a boat: null}", ", Ideas: {a boat: null, a raft: null}"


def month(text: str, groups: str = "") -> dict[str, str]:
    return {"2019-02.txt": f'1: {{text: "{text}"{groups}}}'}


@pytest.mark.parametrize("older", [False, True])
@pytest.mark.parametrize(
    ("first", "split", "then", "new"),
    [
        (month(A), False, month(A + B), ["B"]),
        (month(A), True, month(A + B), ["B"]),
        (month(B), False, month(A + B + C), ["A", "C"]),
        (month(A + B), False, month(A + B + C), ["C"]),
        (month(A + B), True, month(A + B + C), ["C"]),
        (month(A + B), True, month(B), []),
        (month(A + B), True, month(A), []),
        (month(A + B), True, month(B + A), []),
        (month("x"), False, month("x\\n" + A), ["A"]),
        (month("x\\n" + "=" * 20 + "\\n" + A), False, month("x\\n" + "=" * 20 + "\\n" + A + B), ["B"]),
        (month(A), False, month(A + A), ["A"]),
        (month(A + B, IDEAS), True, month(A + B + C, IDEAS), ["C"]),
        (month(A + B, IDEAS), False, month(A + B + C, IDEAS), ["C"]),
        (month("x", IDEAS), False, month("x\\n" + A, IDEAS), ["A"]),
        (month(A, IDEAS), True, month(A + B, IDEAS), ["B"]),
        (month(A + B), True, month(A + B, IDEAS), [""]),
        (month(A + B), False, month(A + B, IDEAS), [""]),
        (month(A + B, IDEAS), True, month(B, IDEAS), []),
        (month(A + B, IDEAS), True, month(A + B, MORE), [""]),
        (month("", IDEAS), False, month(A, IDEAS), ["A"]),
    ],
)
def test_a_day_that_grew_or_shrank_brings_what_is_new_in_it_alone(
    come: Bring, first: dict[str, str], split: bool, then: dict[str, str], new: list[str], older: bool
) -> None:
    came = come(first, split=split)
    before = len(came.notes)
    if older:
        with came.diary.change():
            came.diary._connection.execute("DELETE FROM note_said")
    again = come(then, split=True)
    assert sorted(it.title for it in again.notes[before:]) == new
    assert again.report.new == len(new)
    assert come(then, split=True).report.new == 0


@pytest.mark.parametrize("split", [False, True])
@pytest.mark.parametrize(
    ("first", "then", "new"),
    [
        (month(A + B), month(A), []),
        (month(A + B + C), month(A + C), []),
        (month(A + B + C), month(B + C), []),
        (month("x\\n" + A), month("x"), []),
        (month("x\\n" + A), month(A), []),
        (month(A + B, IDEAS), month(A, IDEAS), []),
        (month(A + B, IDEAS), month(A), []),
        (month(A + A), month(A), []),
        (month(A + B), month(A.replace("x", "x, and more")), ["A"]),
        (month(A + B), month(C), ["C"]),
        (month("x\\n" + A), month("y"), [""]),
    ],
)
def test_a_day_that_came_whole_and_shrank_then_brings_nothing_twice(
    come: Bring, first: dict[str, str], then: dict[str, str], new: list[str], split: bool
) -> None:
    came = come(first)
    [before] = came.notes
    again = come(then, split=split)
    titles = new if split else [""] * len(new)
    assert [it.title for it in again.notes if it.id != before.id] == titles
    assert again.report.new == len(new)


def test_what_is_known_of_the_parts_of_a_day_goes_along_in_our_own_file(come: Bring, tmp_path: Path) -> None:
    came = come(month(A + B))
    take(came.diary, tmp_path / "mine.json", Kind.JSON)
    with closing(Diary.create(tmp_path / "other.db", bytes(32))) as other:
        bring(other, tmp_path / "mine.json", now=NOON)
        (tmp_path / "export" / "2019-02.txt").write_text(month(A)["2019-02.txt"])
        assert bring(other, tmp_path / "export", now=NOON, split=True, here=HERE).new == 0


def test_a_day_without_parts_is_remembered_by_what_it_says_alone(come: Bring) -> None:
    came = come({"2019-02.txt": '1: {text: x}\n2: {text: "=== A ===\\nx"}'})
    rows = came.diary._connection.execute("SELECT said, form FROM note_said ORDER BY note").fetchall()
    assert [(len(row["said"].split(" ")), row["form"]) for row in rows] == [(1, 1), (2, 2)]


def test_a_day_of_one_heading_is_no_reason_to_ask(come: Bring) -> None:
    came = come(month(A), split=True)
    assert (came.report.found, came.report.otherwise) == (1, None)
    assert (came.note.title, came.note.text) == ("A", "x")


def test_a_part_with_the_categories_below_it_as_they_came_once_is_known(come: Bring) -> None:
    came = come(month(A, IDEAS))
    with came.diary.change():
        day, text = "2019-02-01T12:00:00", "x\n\n- Ideas: a boat"
        name = hashlib.sha256(json.dumps(["rednotebook", day, "A", text], separators=(",", ":")).encode())
        came.diary._connection.execute("UPDATE note_source SET identity = ?", [name.hexdigest()])
        came.diary._connection.execute("DELETE FROM note_said")
    assert come(month(A, IDEAS), split=True).report.new == 0


def test_each_part_keeps_its_own_words_and_no_others(come: Bring) -> None:
    came = come(MONTH, split=True)
    origins = [came.diary.imports.origin_of(it.id) for it in came.notes]
    records = [json.loads(it.record) for it in origins if it is not None]
    home = {"Tags": {"home": "null"}}
    assert records == [
        {"1": {"text": "Up early.\n", **home}},
        {"1": {"text": "=== Morning ===\n//thin// #sea\n==== The walk ====\nBy the river.\n", **home}},
        {"1": {"text": "\nNothing more.\n", **home}},
        {"1": {"text": "=== Night ===\nBy the river.", **home}},
        {"1": {"Ideas": {"a boat": "null"}, **home}},
        {"2": {"text": "=== Alone ===\nOne heading is one entry."}},
        {"3": {"text": "no heading"}},
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("only words", [("", "only words")]),
        ("= A =\nx\n== B ==\ny", [("A", "x\n== B ==\ny")]),
        ("== B ==\ny\n= A =\nx", [("", "== B ==\ny"), ("A", "x")]),
        ("x\n" + "=" * 20 + "\ny", [("", "x"), ("", "y")]),
        ("x\n" + "=" * 19 + "\ny", [("", "x\n" + "=" * 19 + "\ny")]),
        ("=== A ==\nx", [("", "=== A ==\nx")]),
        ("=A=\n=B=\n", [("A", ""), ("B", "")]),
    ],
)
def test_where_an_entry_begins(text: str, parts: list[tuple[str, str]]) -> None:
    assert [(it.title, it.text) for it in divided(text)] == parts
