"""jrnl's own text: one file with a dated line before each entry, or a folder with a file for each day."""

import re
from collections.abc import Iterator
from datetime import date, datetime, tzinfo
from functools import partial

from therapy_diary.exchange.found import Found, LeftOut, Skipped, Why
from therapy_diary.exchange.jrnl import SOURCE, without_symbol
from therapy_diary.exchange.moments import Moment, moment_at, on_day
from therapy_diary.exchange.records import Results, as_json, each
from therapy_diary.exchange.source import Source
from therapy_diary.exchange.worded_date import day_comes_first, is_date, read_date

_HEADER = re.compile(r"^\[([^\]\n]{4,80})\](?: |$)", re.MULTILINE)
_OLD_HEADER = re.compile(
    r"^((?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}) \d{1,2}:\d{2}(?::\d{2})?(?: [AaPp][Mm])?) ",
    re.MULTILINE,
)
_DAY_FILE = re.compile(r"(?:^|/)(\d{4})/(\d{2})/(\d{2})\.txt$")
_TITLE_ENDS = re.compile(r"[.!?…‽]+(?:\s+|$)|\n")
_TAG = re.compile(r"(?<!\S)@[^\W_][\w-]*")
LOOKED_AT = 4096

Block = tuple[str, str]
"""What stands in the dated line, and the text after it."""


def recognises(source: Source) -> bool:
    """Whether a file begins with a dated line, or a folder has such files by year, month and day."""
    if source.is_file:
        return _begins(source, source.names[0]) is not None
    return any(_begins(source, it) is _HEADER for it in _day_files(source)[:50])


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry of every file."""
    for name in source.names if source.is_file else _day_files(source):
        try:
            text = source.text(name)
        except LeftOut as error:
            yield Skipped(what=name[-60:], why=error.why)
            continue
        header = (_begins(source, name) if source.is_file else None) or _HEADER
        yield from _entries(text, header, None if source.is_file else _day_of(name), here)


def _day_files(source: Source) -> list[str]:
    return [it for it in source.names if _DAY_FILE.search(it)]


def _day_of(name: str) -> date:
    found = _DAY_FILE.search(name)
    try:
        return date(*(int(it) for it in found.groups())) if found else date.min
    except ValueError:
        return date.min


def _begins(source: Source, name: str) -> re.Pattern[str] | None:
    """Which kind of dated line a file begins with."""
    head = source.head(name)[:LOOKED_AT]
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    text = head.decode("utf-16" if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "replace").lstrip(
        "\ufeff\r\n "
    )
    for header in (_HEADER, _OLD_HEADER):
        found = header.match(text)
        if found and is_date(found[1]):
            return header
    return None


def _entries(text: str, header: re.Pattern[str], day: date | None, here: tzinfo | None) -> Results:
    blocks = list(_blocks(text, header))
    before, blocks = blocks[0][1], blocks[1:]
    if before.strip() and day is None:
        yield Skipped(what="the text before the first entry", why=Why.NO_DATE)
    elif before.strip():
        blocks.insert(0, ("", before))
    day_first = day_comes_first([it for it, _ in blocks])
    yield from each(blocks, partial(_entry, day=day, day_first=day_first, here=here))


def _blocks(text: str, header: re.Pattern[str]) -> Iterator[Block]:
    """What stands before the first dated line, then each with its text. A bracket that is no date is text."""
    text = text.lstrip("\ufeff")
    place, said = 0, ""
    for found in header.finditer(text):
        if is_date(found[1]):
            yield said, text[place : found.start()]
            place, said = found.end(), found[1]
    yield said, text[place:]


def _entry(block: Block, *, day: date | None, day_first: bool, here: tzinfo | None) -> Found:
    said, text = block
    moment = _moment(said, day, day_first=day_first, here=here)
    title, starred, body = _parts(text)
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=moment.day_only,
        instant=moment.instant,
        title=title,
        text=body,
        starred=starred,
        tags=tuple(without_symbol(it) for it in _TAG.findall(text)),
        record=as_json({"date": said, "text": text}),
        said=(said if day is None else f"{day} {said}", "", text),
    )


def _moment(said: str, day: date | None, *, day_first: bool, here: tzinfo | None) -> Moment:
    """In a folder the path says the day, whatever the line says."""
    if not said and day is not None:
        return on_day(day)
    read = read_date(said, day_first=day_first)
    if day is not None:
        read = datetime.combine(day, read.time()) if isinstance(read, datetime) else day
    return moment_at(read, here=here)


def _parts(text: str) -> tuple[str, bool, str]:
    """Title, star, body: a title ends with its sentence or its line; a star at the end of the line marks the entry."""
    text = text.strip("\n")
    line, _, rest = text.partition("\n")
    starred = line.rstrip().endswith(" *") or line.strip() == "*"
    if starred:
        text = f"{line.rstrip()[:-1].rstrip()}\n{rest}"
    ends = _TITLE_ENDS.search(text)
    if ends is None:
        return text.strip(), starred, ""
    return text[: ends.end()].strip(), starred, text[ends.end() :].strip("\n")
