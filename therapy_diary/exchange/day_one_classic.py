"""Day One Classic: a folder that ends in .dayone, with a property list for each entry and photos beside."""

import plistlib
import struct
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import PurePosixPath
from typing import Any
from xml.parsers.expat import ExpatError

from therapy_diary.exchange.found import Found, LeftOut, Why
from therapy_diary.exchange.moments import at_instant
from therapy_diary.exchange.records import Record, Results, as_json, each, file_in, listed, short_title, words
from therapy_diary.exchange.source import Source

SOURCE = "day-one"
ENDING = ".doentry"
LARGEST = 4 * 1024 * 1024
FAULTS = (
    ValueError,
    ExpatError,
    LookupError,
    OverflowError,
    RecursionError,
    AttributeError,
    TypeError,
    MemoryError,
    struct.error,
)
"""What a property list that is none can bring about; an unknown encoding is a LookupError."""


def recognises(source: Source) -> bool:
    """Whether there are files of such entries."""
    return bool(source.ending(ENDING))


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry; a broken list is named, and the rest goes on."""
    photos = {
        PurePosixPath(it).stem.upper(): it for it in source.ending(".jpg", ".jpeg", ".png") if "photos/" in it
    }
    yield from each(source.ending(ENDING), partial(_entry, source=source, photos=photos, here=here))


def _entry(name: str, *, source: Source, photos: dict[str, str], here: tzinfo | None) -> Found:
    record = _record(source.read(name, LARGEST))
    created = record.get("Creation Date")
    if not isinstance(created, datetime):
        raise LeftOut(Why.NO_DATE)
    moment = at_instant(created.replace(tzinfo=UTC), words(record, "Time Zone"), here=here)
    identity = (words(record, "UUID") or PurePosixPath(name).stem).upper()
    photo = photos.get(identity)
    title, text = short_title(words(record, "Entry Text"))
    shown = f"\n\n![](attachment:{PurePosixPath(photo).name})" if photo else ""
    return Found(
        source=SOURCE,
        source_id=identity,
        written_at=moment.wall,
        zone=moment.zone,
        instant=moment.instant,
        title=title,
        text=f"{text}{shown}",
        starred=record.get("Starred") is True,
        tags=listed(record.get("Tags")),
        record=as_json(_plain(record)),
        files=(file_in(source, photo, PurePosixPath(photo).name),) if photo else (),
    )


def _record(content: bytes) -> Record:
    """What a property list holds: dates, numbers and texts, never code. Raises LeftOut."""
    try:
        record = plistlib.loads(content)
    except FAULTS as error:
        raise LeftOut(Why.UNREADABLE) from error
    if not isinstance(record, dict):
        raise LeftOut(Why.NOT_A_RECORD)
    return record


def _plain(value: Any, depth: int = 0) -> Any:
    """The same without what JSON has no word for."""
    if depth > 20:
        return None
    if isinstance(value, dict):
        return {str(key): _plain(it, depth + 1) for key, it in value.items()}
    if isinstance(value, list):
        return [_plain(it, depth + 1) for it in value]
    return value if isinstance(value, str | bool | float | bytes | datetime) else str(value)
