"""Readers against texts nobody thought of. Short here; README.md beside this file says how to run it for long."""

import base64
import json
import os
import plistlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, example, find, given, settings
from hypothesis import strategies as st

from tests.exchange.fuzzed import READERS, InMemory, Tally, chosen, read_all, read_everywhere, read_one, seeds
from tests.exchange.own_file import seed as our_seed
from therapy_diary.exchange import html_text
from therapy_diary.exchange.formats import FORMATS, NAMES, Format
from therapy_diary.exchange.found import Found, LeftOut
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.rednotebook import divided, to_markdown
from therapy_diary.exchange.source import Source
from therapy_diary.exchange.worded_date import read_date

pytestmark = pytest.mark.thorough

SHORT = settings(
    max_examples=int(os.environ.get("FUZZ_EXAMPLES", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
ONE_IS_ENOUGH = settings(SHORT, max_examples=500, phases=[Phase.generate], database=None)
"""For find(): the first example that does it, not the smallest."""
KEYS = [
    "metadata", "entries", "uuid", "creationDate", "timeZone", "text", "richText", "photos", "identifier", "md5", "type",
    "tags", "title", "body", "date", "time", "starred", "application", "version", "items", "content_type", "content",
    "uuid", "created_at", "references", "appData", "date_journal", "timezone", "mood", "id", "html", "heading", "rating",
    "customMoods", "dayEntries", "assets", "month", "year", "day", "hour", "minute", "datetime", "note", "isAllDay",
    "2019-01-03", "root", "children", "1", "31", "Tags",
]  # fmt: skip
WORTH = st.sampled_from(
    [
        "2024-03-02T01:30:00Z", "2024-03-02", "20:30", "America/New_York", "../..", "004:x", "Note", "Mini Diary", "# T\n\nx",
        '{"contents":[{"text":"x"}]}', "<p>x</p>", "![](dayone-moment://A)", "\ud83d", "\0", "9" * 400, 1e308, -1, 0, 10**30,
        1709343000000, True, None, "Creation Date", "[2020-01-01 10:00] x", "2019-02",
    ]
)  # fmt: skip
JSON = st.recursive(
    WORTH | st.text(max_size=20) | st.integers() | st.floats() | st.booleans() | st.none(),
    lambda it: (
        st.lists(it, max_size=5)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), it, max_size=8)
    ),
    max_leaves=40,
)
ENTRIES = st.fixed_dictionaries(
    {"entries": st.lists(st.dictionaries(st.sampled_from(KEYS), JSON, max_size=12), max_size=6)},
    optional={"metadata": JSON, "tags": JSON, "version": JSON},
)
LINES = st.lists(
    st.sampled_from(
        [
            "---", "# 2020", "## Tuesday, January 1, 2019", "### 2020-06-28 18:22 T", "date: 2020-01-01", "tags: [a, b", "[2020-01-01 10:00] T *",
            "[1] x", "\tDate:\t01 January 2019 at 00:00:00 GMT", "\tTags:\ta, b", "", "1: {text: x}", "2: {Tags: null}", "? [a]", "- &a [*a]",
            "!!python/object/apply:os.system [x]", "full_date,mood,note,time", "2024-01-01,rad,\"x,10:00", "FeatureName,Timestamp,Value",
            "Run,2024-01-01T00:00:00Z,4:x", "![[x]]", "![a](b.png)", "[a](attachment:x)", "<p>x", "=== T ===", "//a// **b**", "<data><table name='diaro_entries'>",
            "<r><date>1</date></r>", "</table></data>", "LIFEOGRAPHDB",
        ]
    )
    | st.text(max_size=30),
    max_size=25,
).map("\n".join)  # fmt: skip


def as_json(value: Any) -> bytes:
    return json.dumps(value).encode()


@SHORT
@given(JSON | ENTRIES)
def test_any_json_is_read_or_refused(value: Any) -> None:
    read_everywhere(as_json(value))


@SHORT
@given(JSON)
def test_any_json_as_a_daylio_backup_is_read_or_refused(value: Any) -> None:
    read_everywhere(base64.b64encode(as_json(value)))


@SHORT
@given(LINES)
@example("---\n" * 50)
def test_any_lines_are_read_or_refused(text: str) -> None:
    read_everywhere(text.encode("utf-8", "surrogatepass"))


@SHORT
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_everywhere(content)


@SHORT
@given(st.dictionaries(st.sampled_from(["Creation Date", "Entry Text", "Tags", "Time Zone", "UUID", "Starred"]), st.datetimes() | st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=9) | st.booleans() | st.lists(st.booleans())), st.integers(0, 400), st.binary(max_size=4))  # fmt: skip
def test_any_property_list_is_read_or_refused(values: dict[str, Any], place: int, harm: bytes) -> None:
    for kind in (plistlib.FMT_XML, plistlib.FMT_BINARY):
        content = plistlib.dumps(values, fmt=kind)
        read_everywhere(content)
        read_everywhere(content[:place] + harm + content[place + len(harm) :])


@SHORT
@given(LINES | st.text(max_size=200))
def test_any_text_has_markdown_and_any_text_is_a_date_or_none(text: str) -> None:
    html_text.convert(text)
    to_markdown(text)
    parts = divided(text)
    assert all(it.title in text[it.place] and it.text in text[it.place] for it in parts)
    kept = "".join(f"{it.title}{it.text}" for it in parts)
    assert sum(map(str.isalnum, kept)) == sum(map(str.isalnum, text))  # a day is split without a word lost
    for read in (read_date, moment_of):
        try:
            read(text[:80])
        except LeftOut:
            continue


@SHORT
@given(st.data())
def test_our_own_file_with_any_value_in_any_place_is_read_by_the_pages_or_refused(
    data: st.DataObject,
) -> None:
    told = json.loads(our_seed())
    table = data.draw(st.sampled_from(sorted(it for it, rows in told["tables"].items() if rows)))
    [row] = told["tables"][table]
    changed = data.draw(st.dictionaries(st.sampled_from(sorted(row)), JSON, min_size=1, max_size=3))
    told["tables"][table] = data.draw(st.sampled_from([[], [row | changed], [row, row | changed]]))
    read_one(FORMATS[0], as_json(told))


UNREADABLE = [
    ("setting", "start_time", "29:59"),
    ("session", "starts_at", "2025-04-31T17:00"),
    ("alliance_rating", "filled_at", "2025-04-15T19:07:00Z"),
    ("goal", "opened_on", "0000-01-01"),
    ("measure", "definition_toml", "nonsense"),
    ("measure_answers", "answers_json", '{"low": "x"}'),
    ("reading", "inputs_json", "{}"),
    ("closing_section", "section", "good_day"),
    ("note_text", "text", None),
    ("goal_wording", "wording", ""),
]


@pytest.mark.parametrize(("table", "column", "value"), UNREADABLE)
def test_our_own_file_loses_a_row_that_no_page_can_read_and_keeps_the_rest(
    table: str, column: str, value: object
) -> None:
    told = json.loads(our_seed())
    whole = read_one(FORMATS[0], as_json(told))
    told["tables"][table][0][column] = value
    assert 8 <= read_one(FORMATS[0], as_json(told)) <= whole


def entries_in(source: Source) -> list[Any]:
    """What a reader may count on: nothing but that it is JSON."""
    value = json.loads(source.text("export.txt"))
    entries = value.get("entries") if isinstance(value, dict) else None
    return [it for it in entries if isinstance(it, dict)] if isinstance(entries, list) else []


CARELESS: dict[str, Callable[[dict[str, Any]], object]] = {
    "every entry has words": lambda it: it["text"],
    "words are a text": lambda it: it.get("text", "").strip(),
    "a date is written as it should be": lambda it: datetime.fromisoformat(str(it["creationDate"])),
    "a time zone is one": lambda it: ZoneInfo(str(it.get("timeZone", "UTC"))),
    "a tag is a text": lambda it: ",".join(it.get("tags") or ()),
}
"""What readers are tempted to believe."""


@pytest.mark.parametrize("belief", CARELESS.values(), ids=CARELESS)
def test_control_a_reader_that_believes_what_it_is_told_falls_over_one_of_these(
    belief: Callable[[dict[str, Any]], object],
) -> None:
    def read(source: Source, _: tzinfo | None) -> Iterator[Found]:
        for it in entries_in(source):
            belief(it)
        yield from ()

    careless = replace(READERS[0], name="careless", recognises=lambda _: True, read=read)

    def falls_over(value: Any) -> bool:
        try:
            read_all(careless, InMemory("export.txt", as_json(value)))
        except Exception:
            return True
        return False

    assert not falls_over({"entries": []})
    find(JSON | ENTRIES, falls_over, settings=ONE_IS_ENOUGH)


def test_each_reader_is_among_those_that_are_fuzzed() -> None:
    assert len(READERS) == 20
    assert {chosen(it).name for it in range(256)} == {*NAMES, "tar", "tar in gzip", "gzip"}
    assert {chosen(it, READERS[3:5]) for it in range(256)} == set(READERS[3:5])


@pytest.mark.parametrize("kind", READERS, ids=lambda it: str(it.name))
def test_what_is_harmed_for_a_reader_was_one_of_its_files(kind: Format) -> None:
    tally, files = Tally(), seeds(kind)
    assert all(read_one(kind, it, tally) > 0 for it in files)
    assert (tally.runs[kind.name], tally.read[kind.name]) == (len(files), len(files))
