"""Day One's JSON: a ZIP, or the folder unpacked from one, or the JSON file alone."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from functools import partial
from pathlib import PurePosixPath
from typing import Any

import msgspec

from therapy_diary.exchange import rich_text
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import Moment, moment_of, on_day
from therapy_diary.exchange.records import (
    Record,
    Results,
    as_written,
    each,
    fields_of,
    file_in,
    link_to,
    listed,
    not_there,
    short_title,
    words,
)
from therapy_diary.exchange.source import Source

SOURCE = "day-one"
_FOLDERS = {"photos": "photos", "videos": "videos", "audios": "audios", "pdfAttachments": "pdfs"}
_LINK = re.compile(
    r"!?\[([^\]\n]{0,200})\]\(dayone-moment:/{1,2}(?:(?:audio|video|pdfAttachment)/)?([0-9A-Za-z-]{1,64})\)"
)
UNSEEN = "\u200b"
"""A blank of no width, which Day One sets here and there; none is kept."""
_TYPED_DASHES = re.compile(r"(?<=[^\n])\n(?=[-=]*\\[-=][-=\\]*[ \t]*(?:\n|\Z))")
"""Where a line of dashes begins that the person typed; Day One marks them, for in Markdown they make a heading of the line above."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
Media = dict[str, tuple[str, str]]
"""Identifier of a picture: its name here, and its place in the source, empty when it is missing."""


def recognises(source: Source) -> bool:
    """Whether one of its JSON files has entries as Day One writes them."""
    return any(_entries(source, name) is not None for name in _candidates(source))


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry of every journal."""
    journals = [
        (name, entries) for name in _candidates(source) if (entries := _entries(source, name)) is not None
    ]
    media: Media = {}
    for _, entries in journals:
        for raw in entries:
            media |= _media_of(raw, source)
    for name, entries in journals:
        yield from each(
            entries,
            partial(_entry, media=media, source=source, here=here),
            f"{PurePosixPath(name).stem}, entry",
        )


def _candidates(source: Source) -> list[str]:
    return (
        [it for it in source.ending(".json") if it.count("/") <= 1]
        if not source.is_file
        else list(source.names)
    )


def _entries(source: Source, name: str) -> list[msgspec.Raw] | None:
    top = source.top(name)
    if not isinstance(top, dict) or "entries" not in top:
        return None
    entries = source.inside(name, "entries")
    if not isinstance(entries, list):
        return None
    if not entries:
        return entries if "metadata" in top and b"application" not in bytes(top["metadata"]) else None
    return entries if any(b'"creationDate"' in bytes(it) for it in entries[:20]) else None


def _media_of(raw: msgspec.Raw, source: Source) -> Iterator[tuple[str, tuple[str, str]]]:
    """The pictures, films, sounds and documents that an entry lists."""
    if not any(f'"{it}"'.encode() in bytes(raw) for it in _FOLDERS):
        return
    try:
        record = fields_of(raw)
    except LeftOut:
        return
    for kind, folder in _FOLDERS.items():
        for it in _objects(record.get(kind)):
            identifier = words(it, "identifier")
            name = f"{words(it, 'md5') or identifier}.{words(it, 'type', 'format') or _ending_of(kind)}"
            place = source.by_tail.get(f"{folder}/{name}", "")
            yield identifier, (_name_of(it, name), place if place and source.size(place) else "")


def _ending_of(kind: str) -> str:
    return {"photos": "jpeg", "videos": "mp4", "audios": "m4a"}.get(kind, "pdf")


def _name_of(media: Record, name: str) -> str:
    return PurePosixPath(words(media, "pdfName") or name).name.replace("\\", "") or name


def _entry(raw: msgspec.Raw, *, media: Media, source: Source, here: tzinfo | None) -> Found:
    record = fields_of(raw)
    moment = _moment(record, here)
    title, text = _written(record)
    files, lost = _files(record, text, media, source, moment)
    return Found(
        source=SOURCE,
        source_id=words(record, "uuid").upper(),
        written_at=moment.wall,
        zone=moment.zone,
        instant=moment.instant,
        day_only=moment.day_only,
        title=title,
        text=_LINK.sub(lambda link: _linked(link, media), text),
        starred=record.get("starred") is True,
        tags=listed(record.get("tags")),
        record=as_written(raw),
        files=files,
        lost=lost,
    )


def _moment(record: Record, here: tzinfo | None) -> Moment:
    created = words(record, "creationDate")
    if not created:
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(created, words(record, "timeZone"), here=here)
    return on_day(moment.wall.date()) if record.get("isAllDay") is True else moment


def _written(record: Record) -> tuple[str, str]:
    """Title and text, without the marks that Day One sets before punctuation."""
    contents = _contents(record)
    text = words(record, "text").replace("\r\n", "\n") or rich_text.to_markdown(contents)
    text = _ESCAPED.sub(r"\1", _TYPED_DASHES.sub(f"\n{UNSEEN}", text.replace(UNSEEN, "")))
    title, text = _titled(text, contents)
    return title, text.replace(f"\n{UNSEEN}", "\n\n").replace(UNSEEN, "")


def _titled(text: str, contents: str | list[Record]) -> tuple[str, str]:
    """The first line where the rich text has it for a heading, else what looks like a title."""
    first, _, rest = text.lstrip("\n").partition("\n")
    head, is_head = next(((it, is_head) for it, is_head in _rich(contents) if it.strip()), ("", False))
    if is_head and first.strip() and head.partition("\n")[0].strip() == first.strip():
        return first.strip(), rest.lstrip("\n")
    return short_title(text)


def _rich(contents: str | list[Record]) -> list[tuple[str, bool]]:
    """The pieces of a rich text, and whether each is a heading; a plain one is one piece."""
    return (
        [(contents, False)]
        if isinstance(contents, str)
        else [(words(it, "text"), _is_heading(it)) for it in contents]
    )


def _contents(record: Record) -> str | list[Record]:
    """The pieces of a rich text, or all of one that is plain words."""
    text = words(record, "richText")
    if not text.lstrip().startswith("{"):
        return text
    try:
        return _objects(fields_of(text.encode("utf-8", "replace")).get("contents"))
    except LeftOut:
        return []


def _is_heading(piece: Record) -> bool:
    attributes = piece.get("attributes")
    line = attributes.get("line") if isinstance(attributes, dict) else None
    header = line.get("header") if isinstance(line, dict) else None
    return isinstance(header, int) and header >= 1


def _files(
    record: Record, text: str, media: Media, source: Source, moment: Moment
) -> tuple[tuple[FoundFile, ...], tuple[Skipped, ...]]:
    """The files an entry lists or shows; the same picture may be listed with another entry."""
    own = [words(it, "identifier") for kind in _FOLDERS for it in _objects(record.get(kind))]
    shown = [link[2] for link in _LINK.finditer(text)]
    files, lost = [], []
    for identifier in dict.fromkeys(own + shown):
        name, place = media.get(identifier, ("", ""))
        if place:
            files.append(file_in(source, place, name))
        else:
            lost.append(not_there(moment.wall))
    return tuple(files), tuple(lost)


def _linked(link: re.Match[str], media: Media) -> str:
    name, place = media.get(link[2], ("", ""))
    return link_to(name, link[1]) if place else link[0]


def _objects(value: Any) -> list[Record]:
    return [it for it in value if isinstance(it, dict)] if isinstance(value, list) else []
