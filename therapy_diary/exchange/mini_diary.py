"""Mini Diary's JSON, one entry for each day, and Mini Diarium's, a list of them whose texts are HTML."""

import re
from datetime import tzinfo

import msgspec

from therapy_diary.exchange import html_text
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Why
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import (
    Record,
    Results,
    as_json,
    as_written,
    each,
    fields_of,
    listed,
    words,
)
from therapy_diary.exchange.source import Source

SOURCE = "mini-diary"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def recognises(source: Source) -> bool:
    """Whether this is one file that says so, or has entries by day."""
    top = source.top(source.names[0]) if source.is_file else None
    if not isinstance(top, dict) or "entries" not in top:
        return False
    if "mini diar" in words(_metadata(top), "application").lower():
        return True
    entries = source.inside(source.names[0], "entries")
    return isinstance(entries, dict) and bool(entries) and all(_DAY.fullmatch(it) for it in list(entries)[:5])


def read(source: Source, here: tzinfo | None) -> Results:  # noqa: ARG001 - it knows days only
    """Every entry. Before version 2 texts were plain, and a line end there is a paragraph's."""
    top = source.top(source.names[0])
    if not isinstance(top, dict):
        return
    is_plain = re.match(r"[01]\.", words(_metadata(top), "version")) is not None
    is_plain = is_plain and words(_metadata(top), "application") == "Mini Diary"
    entries = source.inside(source.names[0], "entries")
    if isinstance(entries, dict):
        yield from each(entries.items(), lambda it: _of_day(it[0], it[1], is_plain=is_plain))
    else:
        yield from each(entries or [], _of_list)


def _metadata(top: dict[str, msgspec.Raw]) -> Record:
    try:
        return fields_of(top["metadata"]) if "metadata" in top else {}
    except LeftOut:
        return {}


def _of_day(day: str, raw: msgspec.Raw, *, is_plain: bool) -> Found:
    record = fields_of(raw)
    text, files = html_text.words_and_files(words(record, "text"))
    text = text.replace("\n", "\n\n") if is_plain else text
    return _found(day, record, text, files, f"{{{as_json(day)}:{as_written(raw)}}}")


def _of_list(raw: msgspec.Raw) -> Found:
    record = fields_of(raw)
    text, files = html_text.words_and_files(words(record, "text"))
    return _found(words(record, "date"), record, text, files, as_written(raw))


def _found(day: str, record: Record, text: str, files: tuple[FoundFile, ...], whole: str) -> Found:
    if not day:
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(day)
    number = record.get("id")
    return Found(
        source=SOURCE,
        source_id=f"{day}#{number}" if isinstance(number, int | str) else "",
        written_at=moment.wall,
        day_only=moment.day_only,
        instant=moment.instant,
        title=words(record, "title"),
        text=text,
        tags=listed(record.get("tags")),
        record=whole,
        said=(day, words(record, "title"), words(record, "text")),
        files=files,
    )
