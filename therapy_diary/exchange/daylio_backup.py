"""Daylio's backup: a ZIP with a base64 text that is JSON, and photos beside it."""

import base64
import binascii
from contextlib import suppress
from datetime import date, datetime, time, timedelta, tzinfo
from functools import partial
from pathlib import PurePosixPath
from typing import Any

import msgspec

from therapy_diary.exchange import html_text
from therapy_diary.exchange.daylio_csv import SOURCE
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import EPOCH, plausible
from therapy_diary.exchange.records import (
    Record,
    Results,
    as_written,
    each,
    fields_of,
    file_in,
    not_there,
    words,
)
from therapy_diary.exchange.source import Source, outermost

INSIDE = "backup.daylio"
PREDEFINED = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}


def recognises(source: Source) -> bool:
    """Whether it holds that text; or is it, taken out."""
    return any(PurePosixPath(it).name == INSIDE for it in source.names) and not (
        source.is_file and source.head(source.names[0]).startswith(b"PK")
    )


def read(source: Source, here: tzinfo | None) -> Results:  # noqa: ARG001 - local time and offset stand in each entry
    """Every entry. Raises ExchangeTrouble."""
    name = next(it for it in source.names if PurePosixPath(it).name == INSIDE)
    try:
        content = base64.b64decode(source.read(name), validate=False)
        top = msgspec.json.decode(content, type=dict[str, msgspec.Raw])
    except (binascii.Error, ValueError, RecursionError) as error:
        raise ExchangeTrouble(Trouble.BROKEN) from error
    moods = {it["id"]: it for it in _objects(top, "customMoods") if isinstance(it.get("id"), int)}
    tags = {it["id"]: words(it, "name") for it in _objects(top, "tags") if isinstance(it.get("id"), int)}
    photos = {
        it["id"]: words(it, "checksum") for it in _objects(top, "assets") if isinstance(it.get("id"), int)
    }
    entries = outermost(top["dayEntries"]) if "dayEntries" in top else None
    if not isinstance(entries, list):
        raise ExchangeTrouble(Trouble.BROKEN)
    yield from each(entries, partial(_entry, moods=moods, tags=tags, photos=photos, source=source))


def _entry(
    raw: msgspec.Raw,
    *,
    moods: dict[int, Record],
    tags: dict[int, str],
    photos: dict[int, str],
    source: Source,
) -> Found:
    record = fields_of(raw)
    wall = _wall(record)
    instant = _instant(record)
    if instant is not None and abs(wall - instant) > timedelta(hours=16):
        instant = None
    mood = moods.get(record.get("mood", 0), {})
    group = mood.get("mood_group_id")
    text, inside = html_text.words_and_files(words(record, "note"))
    identity = record.get("id")
    files, lost = _files(record, photos, source, wall)
    return Found(
        source=SOURCE,
        source_id=f"backup-{identity}-{record.get('datetime')}" if isinstance(identity, int) else "",
        written_at=wall,
        instant=instant,
        title=words(record, "note_title"),
        text=text,
        tags=tuple(tags[it] for it in _numbers(record.get("tags")) if tags.get(it)),
        mood=6 - group if isinstance(group, int) and 1 <= group <= 5 else None,
        mood_words=words(mood, "custom_name") or PREDEFINED.get(mood.get("predefined_name_id", 0), ""),
        record=as_written(raw),
        files=(*inside, *files),
        lost=lost,
    )


def _wall(record: Record) -> datetime:
    """What the clock said. Months count from 0."""
    try:
        on = date(record["year"], record["month"] + 1, record["day"])
        return plausible(datetime.combine(on, time(record["hour"], record["minute"])))
    except KeyError as error:
        raise LeftOut(Why.NO_DATE) from error
    except (ValueError, TypeError, OverflowError) as error:
        raise LeftOut(Why.ABSURD_DATE) from error


def _instant(record: Record) -> datetime | None:
    """The same in UTC; the offset is not added to what the clock said, which has it in it already."""
    milliseconds = record.get("datetime")
    if not isinstance(milliseconds, int):
        return None
    try:
        return (EPOCH + timedelta(milliseconds=milliseconds)).replace(microsecond=0)
    except OverflowError:
        return None


def _files(
    record: Record, photos: dict[int, str], source: Source, wall: datetime
) -> tuple[tuple[FoundFile, ...], tuple[Skipped, ...]]:
    """The photos of an entry, and those that are not in the backup, as where it was made without them."""
    found, lost = [], []
    for number in _numbers(record.get("assets")):
        checksum = photos.get(number)
        place = source.by_stem.get(checksum) if checksum else None
        if place is not None:
            name = PurePosixPath(place).name
            found.append(file_in(source, place, name if "." in name else f"{name}.jpg"))
        else:
            lost.append(not_there(wall))
    return tuple(found), tuple(lost)


def _objects(top: dict[str, msgspec.Raw], name: str) -> list[Record]:
    items = outermost(top[name]) if name in top else None
    found = []
    for raw in items if isinstance(items, list) else ():
        with suppress(LeftOut):
            found.append(fields_of(raw))
    return found


def _numbers(value: Any) -> list[int]:
    return [it for it in value if isinstance(it, int)] if isinstance(value, list) else []
