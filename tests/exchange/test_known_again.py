"""An entry is known again by the source's own name for it, else by what it says, whatever this program read out of that."""

import hashlib
import json
import time
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOON
from tests.exchange.conftest import Bring
from tests.pace import at_this_pace
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.found import Found
from therapy_diary.exchange.known_again import KnownAgain
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough

HEAD = "full_date,date,weekday,time,mood,activities,note_title,note\n"
NAMELESS: dict[str, tuple[str, Any]] = {
    "markdown in front": ("a", {"a.md": "---\ncreated: 2013-06-06T23:30:00Z\ntitle: Sea\n---\n# Sea\n\nWords."}),
    "markdown on top": ("a", {"2013-06-06T0710.md": "# Sea #\n\nWords ![](gone.png)."}),
    "markdown by name": ("a", {"2013-06-06 Sea.md": "Words."}),
    "markdown by path": ("a", {"2013/06/06.md": "Words.", "2013/06/07.md": "Words."}),
    "markdown by heading": ("a.md", "## 2020-06-28 18:22 Sea\n\nWords.\n\n## 2020-06-29 18:22\n\n**Home**\n\nMore.\n"),
    "rednotebook": ("a", {"2019-02.txt": "1: {text: '=== Sea ===\\n//Words//', Work: {x: null}}\n2: {text: y}"}),
    "jrnl text": ("a.txt", "[2020-08-29 11:11] Sea. Words.\n\n[2020-08-29 11:11] Home *\nMore.\n"),
    "jrnl folder": ("a", {"2020/08/29.txt": "[2020-08-29 11:11] Sea. Words.\n"}),
    "jrnl json": ("a.json", {"tags": {}, "entries": [{"title": "Sea", "body": "Words", "date": "2020-08-29", "time": "11:11"}]}),
    "day one text": ("a.txt", "\tDate:\t3 March 2024 at 20:05:01 GMT\n\nSea\n\nWords.\n"),
    "mini diary": ("a.json", {"metadata": {"application": "Mini Diary", "version": "3.3.0"}, "entries": {"2019-01-03": {"title": "Sea", "text": "<p>Words</p>"}}}),
    "diarium": ("a.json", [{"date": "2024-03-01T20:30:15.12345", "heading": "Sea", "html": "<p>Words</p>"}]),
    "daylio": ("a.csv", f"{HEAD}2024-01-05,x,x,6:50 pm,rad,a,Sea,<b>Words</b>\n2024-01-05,x,x,6:50 pm,rad,a,,\n"),
    "track and graph": ("a.csv", "FeatureName,Timestamp,Value,Label,Note\nRun,2024-01-05T23:33:00Z,1:02:03,x,y\nRun,2024-01-05T23:33:00Z,1:02:03,x,y\n"),
}  # fmt: skip
"""Of every program whose entries have no name of their own, something whose title or text this program works out."""
NAMELESS_IDS = list(NAMELESS)
VERBATIM = {"jrnl json"}
"""Nothing is worked out there."""


def again(diary: Diary, tmp_path: Path, name: str, hours: int = 2) -> int:
    return bring(diary, tmp_path / name, now=NOON, here=timezone(timedelta(hours=hours))).new


@pytest.mark.parametrize("kind", NAMELESS_IDS)
def test_it_is_known_when_a_later_version_reads_titles_and_times_otherwise(
    come: Bring, tmp_path: Path, kind: str
) -> None:
    name, content = NAMELESS[kind]
    came = come(content, name)
    assert came.report.new > 0
    with came.diary.change():
        read = "" if kind in VERBATIM else "read otherwise "
        came.diary._connection.execute("UPDATE note_source SET identity = ? || identity", [read])
    assert again(came.diary, tmp_path, name) == 0


@pytest.mark.parametrize("kind", NAMELESS_IDS)
def test_what_came_before_there_were_two_identities_is_known(come: Bring, tmp_path: Path, kind: str) -> None:
    name, content = NAMELESS[kind]
    came = come(content, name)
    with came.diary.change():
        came.diary._connection.execute("DELETE FROM note_said")
    assert again(came.diary, tmp_path, name) == 0


@pytest.mark.parametrize("kind", ["markdown in front", "day one text", "track and graph"])
def test_it_is_known_on_a_computer_that_moved(come: Bring, tmp_path: Path, kind: str) -> None:
    name, content = NAMELESS[kind]
    came = come(content, name)
    assert again(came.diary, tmp_path, name, hours=-8) == 0


def test_the_first_identity_is_the_hash_it_always_was(come: Bring) -> None:
    """Of source, local time, title and text: so what any version brought is known."""
    came = come({"2013-06-06 Sea.md": "Words."})
    said = json.dumps(["markdown", "2013-06-06T12:00:00", "Sea", "Words."], separators=(",", ":"))
    assert came.diary.imports.known("markdown") > {hashlib.sha256(said.encode()).hexdigest()}


SAID = {
    "markdown in front": "970961b10c7e21fb",
    "markdown on top": "eaf06544d53ddd07",
    "markdown by name": "b4838259e0a3679c",
    "markdown by path": "8de4acac7341187a",
    "markdown by heading": "3eb5dd684e93e98d",
    "rednotebook": "92e2b95ad89d864f",
    "jrnl text": "24bbc5e6b6bede5c",
    "jrnl folder": "23778c6d562e8f49",
    "day one text": "268d0c6acd36d4aa",
    "mini diary": "cb14994d3593df7a",
    "diarium": "f50ec6d8ad6f58d0",
    "daylio": "f1297dbf993c753e",
    "track and graph": "a07e9bae5f385e14",
}


@pytest.mark.parametrize("kind", SAID)
def test_the_second_identity_never_changes(come: Bring, kind: str) -> None:
    """When this fails, everything that was ever brought along comes twice."""
    name, content = NAMELESS[kind]
    came = come(content, name)
    rows = came.diary._connection.execute("SELECT said FROM note_said ORDER BY note")
    assert hashlib.sha256("".join(row["said"] for row in rows).encode()).hexdigest()[:16] == SAID[kind]


def test_one_that_was_changed_there_is_another_and_one_that_was_only_moved_is_not(
    come: Bring, tmp_path: Path
) -> None:
    front = "---\ncreated: 2013-06-06\ntitle: Sea\n---\nWords."
    came = come({"a.md": front})
    (tmp_path / "export" / "a.md").rename(tmp_path / "export" / "moved.md")
    assert again(came.diary, tmp_path, "export") == 0
    (tmp_path / "export" / "moved.md").write_text(f"{front} More.")
    assert again(came.diary, tmp_path, "export") == 1


TWINS: dict[str, tuple[str, Any]] = {
    "diarium": ("a.json", [{"date": "2024-03-01T20:30:15", "heading": "Sea", "html": "Words"}] * 2),
    "markdown": ("a", {f"{it}.md": "---\ndate: 2024-03-01T20:30:15\ntitle: Sea\n---\nWords." for it in "ab"}),
}  # fmt: skip


@pytest.mark.parametrize("kind", TWINS)
def test_two_that_are_as_plain_as_they_are_read_stay_two(come: Bring, tmp_path: Path, kind: str) -> None:
    """What an earlier version kept is one hash, and the same with a 2 behind it."""
    name, content = TWINS[kind]
    came = come(content, name)
    assert came.report.new == 2
    rows = came.diary._connection.execute("SELECT identity FROM note_source ORDER BY note")
    one, other = (row["identity"] for row in rows)
    assert other == f"{one}#2"
    with came.diary.change():
        came.diary._connection.execute("DELETE FROM note_said")
    assert again(came.diary, tmp_path, name) == 0


def test_many_that_say_the_same_cost_as_much_as_many_that_do_not(diary: Diary) -> None:
    found = Found(source="x", written_at=NOON, text="Words", record="", said=("a", "", "<p>Words</p>"))
    named = [replace(found, source_id="one", text=str(it)) for it in range(10_000)]
    known = KnownAgain(diary.imports)
    began = time.process_time()
    for it in (*[found] * 10_000, *named, *named):
        last = known.identity(it, "", it.text)
    assert time.process_time() - began < at_this_pace(1.5)
    assert last is None


def test_the_same_entry_in_two_exports_of_one_program_is_one(come: Bring) -> None:
    entry = {"title": "Sea.", "body": "Words.", "date": "2020-08-29", "time": "11:11"}
    assert come({"tags": {}, "entries": [entry]}, "a.json").report.new == 1
    assert come("[2020-08-29 11:11] Sea. Words.\n", "a.txt").report.new == 0
