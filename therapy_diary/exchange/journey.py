"""Journey's export: a ZIP with one JSON file for each entry and its pictures beside it."""

from datetime import tzinfo
from functools import partial
from pathlib import PurePosixPath

import msgspec

from therapy_diary.exchange import html_text
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import Moment, from_milliseconds, moment_of
from therapy_diary.exchange.records import (
    Record,
    Results,
    as_written,
    each,
    fields_of,
    file_in,
    listed,
    words,
)
from therapy_diary.exchange.source import Source

SOURCE = "journey"
WHEN = ("date_journal", "dateOfJournal")
LARGEST = 8 * 1024 * 1024


def recognises(source: Source) -> bool:
    """Whether there are JSON files with one of Journey's own words for a date."""
    return any(
        any(f'"{when}"'.encode() in source.head(it) for when in WHEN) or _says_so(source, it)
        for it in source.ending(".json")[:5]
    )


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry."""
    yield from each(source.ending(".json"), partial(_entry, source=source, here=here))


def _says_so(source: Source, name: str) -> bool:
    if source.size(name) > LARGEST:
        return False
    top = source.top(name)
    return isinstance(top, dict) and not top.keys().isdisjoint(WHEN)


def _entry(name: str, *, source: Source, here: tzinfo | None) -> Found | None:
    content = source.read(name, LARGEST).removeprefix(b"\xef\xbb\xbf")
    record = fields_of(content)
    moment = _moment(record, here)
    text = words(record, "text")
    is_html = record.get("type") == "html" or html_text.looks_like_html(text)
    text, inside = html_text.words_and_files(text, is_html=is_html)
    files, lost = _files(record, name, source)
    mood = record.get("mood")
    return Found(
        source=SOURCE,
        source_id=words(record, "id"),
        written_at=moment.wall,
        zone=moment.zone,
        instant=moment.instant,
        text=text,
        starred=record.get("favourite") is True or record.get("favorite") is True,
        tags=listed(record.get("tags")),
        mood=mood if isinstance(mood, int) and 1 <= mood <= 5 else None,
        record=as_written(msgspec.Raw(content)),
        files=(*inside, *files),
        lost=lost,
    )


def _moment(record: Record, here: tzinfo | None) -> Moment:
    """Milliseconds, or in later versions a date in UTC, and the zone."""
    when = next((record[it] for it in WHEN if it in record), None)
    if isinstance(when, str):
        return moment_of(when, words(record, "timezone"), here=here)
    if not isinstance(when, int | float):
        raise LeftOut(Why.NO_DATE)
    return from_milliseconds(when, words(record, "timezone"), here=here)


def _files(record: Record, name: str, source: Source) -> tuple[tuple[FoundFile, ...], tuple[Skipped, ...]]:
    folder = PurePosixPath(name).parent
    found, lost = [], []
    for it in listed(record.get("photos")) + listed(record.get("attachments")):
        place = (folder / PurePosixPath(it).name).as_posix()
        if place in source.names_set:
            found.append(file_in(source, place, PurePosixPath(it).name))
        else:
            lost.append(Skipped(what=f"a picture of {PurePosixPath(name).name[:60]}", why=Why.FILE_MISSING))
    return tuple(found), tuple(lost)
