"""Diarium's JSON: a list of days with HTML, pictures in folders named after them."""

from datetime import datetime, tzinfo
from functools import partial
from pathlib import PurePosixPath

import msgspec

from therapy_diary.exchange import html_text
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Why
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import (
    Results,
    as_written,
    each,
    fields_of,
    file_in,
    listed,
    media_of,
    words,
)
from therapy_diary.exchange.source import Source, outermost

SOURCE = "diarium"


def recognises(source: Source) -> bool:
    """Whether a JSON file has entries with a date and HTML or a heading."""
    return any(_entries(source, it) is not None for it in _candidates(source))


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry."""
    for name in _candidates(source):
        yield from each(_entries(source, name) or [], partial(_entry, source=source, here=here))


def _candidates(source: Source) -> list[str]:
    return (
        list(source.names) if source.is_file else [it for it in source.ending(".json") if it.count("/") <= 1]
    )


def _entries(source: Source, name: str) -> list[msgspec.Raw] | None:
    top = source.top(name)
    if isinstance(top, dict):
        top = outermost(top["entries"]) if set(top) == {"entries"} else None
    if not isinstance(top, list) or not top:
        return None
    return top if any(_looks_right(it) for it in top[:20]) else None


def _looks_right(raw: msgspec.Raw) -> bool:
    try:
        record = fields_of(raw)
    except LeftOut:
        return False
    return "date" in record and ("html" in record or "heading" in record)


def _entry(raw: msgspec.Raw, *, source: Source, here: tzinfo | None) -> Found:
    record = fields_of(raw)
    said = words(record, "date")
    if not said:
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(said, here=here)
    html = words(record, "html", "text")
    text, inside = html_text.words_and_files(html)
    rating = record.get("rating")
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=moment.day_only,
        instant=moment.instant,
        title=words(record, "heading"),
        text=text,
        tags=listed(record.get("tags")),
        mood=rating if isinstance(rating, int) and 1 <= rating <= 5 else None,
        record=as_written(raw),
        said=(said, words(record, "heading"), html),
        files=(*inside, *_files(source, moment.wall)),
    )


def _files(source: Source, wall: datetime) -> tuple[FoundFile, ...]:
    """Pictures and sounds in a folder named after the day and, where two share it, the time."""
    names = {wall.strftime(it) for it in ("%Y-%m-%d_%H%M%S", "%Y-%m-%d_%H-%M-%S", "%Y-%m-%d %H-%M-%S")}
    places = [it for name in sorted(names) for it in source.by_folder.get(name, [])]
    places = places or source.by_folder.get(wall.strftime("%Y-%m-%d"), [])
    shown = [it for it in places if media_of(it).partition("/")[0] in {"image", "audio", "video"}]
    return tuple(file_in(source, it, PurePosixPath(it).name) for it in shown)
