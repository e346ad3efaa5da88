"""jrnl's JSON: jrnl --format json."""

from datetime import tzinfo
from functools import partial

import msgspec

from therapy_diary.exchange.found import Found, LeftOut, Why
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import Record, Results, as_written, each, fields_of, listed, words
from therapy_diary.exchange.source import Source

SOURCE = "jrnl"


def recognises(source: Source) -> bool:
    """Whether this is one file with entries that have a title, a body, a date and a time."""
    return _entries(source) is not None


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry."""
    yield from each(_entries(source) or [], partial(_entry, here=here))


def _entries(source: Source) -> list[msgspec.Raw] | None:
    top = source.top(source.names[0]) if source.is_file else None
    if not isinstance(top, dict) or not {"entries"} <= set(top) <= {"tags", "entries"}:
        return None
    entries = source.inside(source.names[0], "entries")
    if not isinstance(entries, list):
        return None
    if not entries:
        return entries if "tags" in top else None
    return entries if any(_looks_right(it) for it in entries[:20]) else None


def _looks_right(raw: msgspec.Raw) -> bool:
    try:
        return {"title", "date"} <= set(fields_of(raw)) and b'"time"' in bytes(raw)
    except LeftOut:
        return False


def _entry(raw: msgspec.Raw, *, here: tzinfo | None) -> Found:
    record: Record = fields_of(raw)
    day = words(record, "date")
    if not day:
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(f"{day} {words(record, 'time')}".strip(), here=here)
    return Found(
        source=SOURCE,
        source_id=words(record, "uuid"),
        written_at=moment.wall,
        day_only=moment.day_only,
        instant=moment.instant,
        title=words(record, "title"),
        text=words(record, "body"),
        starred=record.get("starred") is True,
        tags=tuple(without_symbol(it) for it in listed(record.get("tags"))),
        record=as_written(raw),
    )


def without_symbol(tag: str) -> str:
    """A tag without the sign it is marked with, which each person may choose."""
    return tag[1:] if len(tag) > 1 and not tag[0].isalnum() else tag
