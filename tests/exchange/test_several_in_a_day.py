"""A day of RedNotebook under whose headings several entries stand: whole, or each by itself, and either way only once."""

from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import HERE, Bring
from therapy_diary.exchange.bringing import look_through
from therapy_diary.exchange.rednotebook import divided
from therapy_diary.exchange.report import Counts
from therapy_diary.exchange.sentences import as_text

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
    assert came.report.otherwise == Counts(found=6, new=6)
    assert [it.title for it in came.notes] == ["", "", ""]
    assert "### Morning" in came.notes[0].text


def test_split_each_part_is_an_entry_with_its_heading_for_a_title(come: Bring) -> None:
    came = come(MONTH, split=True)
    assert (came.report.found, came.report.new) == (6, 6)
    assert came.report.otherwise == Counts(found=3, new=3)
    assert [(it.title, it.text) for it in came.notes] == [
        ("", "Up early."),
        ("Morning", "*thin* #sea\n#### The walk\nBy the river."),
        ("", "Nothing more."),
        ("Night", "By the river.\n\n- Ideas: a boat"),
        ("", "### Alone\nOne heading is one entry."),
        ("", "no heading"),
    ]
    assert [came.diary.imports.tags_of(it.id) for it in came.notes[:4]] == [
        ["Ideas", "home"],
        ["Ideas", "home", "sea"],
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
    assert (second.report.new, second.report.already) == (0, 6 if then else 3)
    assert second.report.otherwise == Counts(found=3 if then else 6, new=0)


def test_what_was_written_since_is_added_to_a_day_that_came_split(come: Bring) -> None:
    come(MONTH, split=True)
    more = {"2019-02.txt": DAY.replace("Nothing more.", "Nothing more.\n    === Noon ===\n    Lunch.")}
    came = come(more, split=True)
    assert (came.report.found, came.report.new) == (7, 1)
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
    assert come(MONTH, split=True).report.new == 6


def test_a_look_says_both_counts(come: Bring, tmp_path: Path) -> None:
    came = come({"2020-02.txt": "1: {text: other}"})
    (tmp_path / "export" / "2019-02.txt").write_text(DAY)
    whole, split = (
        look_through(came.diary, tmp_path / "export", now=NOON, split=it, here=HERE) for it in (False, True)
    )
    assert (whole.found, whole.new, whole.otherwise) == (4, 3, Counts(found=7, new=6))
    assert (split.found, split.new, split.otherwise) == (7, 6, Counts(found=4, new=3))
    told = as_text(whole, dry_run=True)
    assert "Split there, with --split-headings: 7 found, 6 new." in told
    assert "Left whole, without --split-headings: 4 found, 3 new." in as_text(split, dry_run=True, split=True)


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
    assert divided(text) == parts
