"""Day One's plain text: a block of lines such as Date and Weather before each entry."""

import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from functools import partial

from therapy_diary.exchange.found import Found, LeftOut, Why
from therapy_diary.exchange.moments import moment_at
from therapy_diary.exchange.records import Results, as_json, each, listed
from therapy_diary.exchange.source import Source
from therapy_diary.exchange.worded_date import offset_in, read_date

SOURCE = "day-one"
_BEGIN = re.compile(r"^\tDate:\t", re.MULTILINE)
_LINE = re.compile(r"\t([^\t\n:]{1,40}):\t(.*)")


def recognises(source: Source) -> bool:
    """Whether a file has such a block near its beginning."""
    return (
        source.is_file and _BEGIN.search(source.head(source.names[0]).decode("utf-8", "replace")) is not None
    )


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry; what stands before the first is passed over."""
    yield from each(_blocks(source.text(source.names[0])), partial(_entry, here=here))


def _blocks(text: str) -> Iterator[str]:
    begins = [it.start() for it in _BEGIN.finditer(text)]
    for begin, end in zip(begins, [*begins[1:], len(text)], strict=True):
        yield text[begin:end]


def _entry(block: str, *, here: tzinfo | None) -> Found:
    said: dict[str, str] = {}
    lines = block.split("\n")
    place = 0
    for place, line in enumerate(lines):  # noqa: B007 - where the lines about the entry end
        found = _LINE.fullmatch(line)
        if found is None:
            break
        said.setdefault(found[1].strip(), found[2].strip())
    else:
        place = len(lines)
    whole = "\n".join(lines[place:])
    title, _, text = whole.lstrip("\n").partition("\n")
    if "Date" not in said:
        raise LeftOut(Why.NO_DATE)
    read = read_date(said["Date"])
    if isinstance(read, datetime):
        read = read.replace(tzinfo=None)  # the letters after it name the zone of the clock it was read from
    moment = moment_at(read, offset_in(said["Date"]), here=here)
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        zone=moment.zone,
        instant=moment.instant,
        day_only=moment.day_only,
        title=title.strip().lstrip("#").strip(),
        text=text.strip("\n"),
        tags=listed(said.get("Tags", "")),
        record=as_json({**said, "text": block}),
        said=(said["Date"], "", whole),
    )
