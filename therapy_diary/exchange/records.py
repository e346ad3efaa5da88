"""One record of another program at a time: what has the wrong shape is left out and named, and the rest goes on."""

import mimetypes
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import partial
from typing import Any
from urllib.parse import quote

import msgspec

from therapy_diary.exchange.found import Found, FoundFile, FoundRating, LeftOut, Skipped, Why
from therapy_diary.exchange.source import Source

Record = dict[str, Any]
Results = Iterator[Found | FoundRating | Skipped]

LONGEST_TITLE = 80
"""Characters of a first paragraph that may be a title without being marked as one."""
_UNDERLINE = re.compile(r"[ \t]*(?:-{2,}|=+)[ \t]*")
_object = msgspec.json.Decoder(dict[str, Any]).decode
_FAULTS = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)
"""What a record of a shape that nobody thought of can bring about."""


def each(
    things: Iterable[Any], read: Callable[[Any], Found | FoundRating | None], name: str = "entry"
) -> Results:
    """What read() makes of each thing; one that it cannot read is counted and named by its place."""
    for place, thing in enumerate(things, start=1):
        try:
            found = read(thing)
        except LeftOut as error:
            yield Skipped(what=f"{name} {place}", why=error.why)
        except _FAULTS:
            yield Skipped(what=f"{name} {place}", why=Why.NOT_A_RECORD)
        else:
            if found is not None:
                yield found


def fields_of(raw: msgspec.Raw | bytes) -> Record:
    """The keys and values of a JSON object. Raises LeftOut."""
    try:
        return _object(raw)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise LeftOut(Why.NOT_A_RECORD) from error


def as_written(raw: msgspec.Raw) -> str:
    """A JSON value exactly as it stood there."""
    return bytes(raw).decode("utf-8")


def as_json(values: Any) -> str:
    """Plain values as JSON, for a source that is not."""
    return msgspec.json.encode(values).decode("utf-8", "replace")


def words(record: Record, *names: str) -> str:
    """The first of these that holds a text; empty when none does."""
    for it in names:
        value = record.get(it)
        if isinstance(value, str):
            return value
    return ""


def listed(value: object) -> tuple[str, ...]:
    """The texts in a list; those after commas in a text; the names in a list of objects that have one."""
    if not value:
        return ()
    if isinstance(value, str):
        value = value.split(",")
    if isinstance(value, dict):
        value = list(value)
    if not isinstance(value, list):
        return ()
    named = (it.get("name") if isinstance(it, dict) else it for it in value)
    return tuple(it.strip() for it in named if isinstance(it, str) and it.strip())


def file_in(source: Source, place: str, name: str) -> FoundFile:
    """A file of the source that goes with an entry under this name."""
    return FoundFile(name=name, media=media_of(name), content=partial(source.read, place))


def not_there(entry: datetime) -> Skipped:
    """What is said of a file that an entry of this time has, and the source has not."""
    return Skipped(what=f"a file of the entry of {entry.date()}", why=Why.FILE_MISSING)


def file_of(name: str, content: bytes) -> FoundFile:
    """A file that stood in the entry itself."""

    def read(limit: int) -> bytes:
        if len(content) > limit:
            raise LeftOut(Why.TOO_LARGE)
        return content

    return FoundFile(name=name, media=media_of(name), content=read)


def link_to(name: str, words: str = "") -> str:
    """A file as it stands in a text: a picture, or words that lead to it.

    words: those that were there. A picture needs none, and its name is no word of anybody's; another file is named.
    """
    is_picture = media_of(name).startswith("image/")
    said = words.strip() if words.strip() not in ("", name) else "" if is_picture else name
    label = " ".join(re.sub(r"[\[\]\\\n]", " ", said).split())
    return f"{'!' if is_picture else ''}[{label}](attachment:{quote(name)})"


def media_of(name: str) -> str:
    """The type of a file by its name."""
    return mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"


def apart(text: str) -> str:
    """The same Markdown with an empty line before each line of dashes: close below words it would make a heading of them."""
    if "\n-" not in text and "=" not in text:
        return text
    lines, is_code = list[str](), False
    for line in text.split("\n"):
        if not is_code and lines and lines[-1].strip() and _UNDERLINE.fullmatch(line):
            lines.append("")
        is_code ^= line.startswith("```")
        lines.append(line)
    return "\n".join(lines)


def split_title(text: str) -> tuple[str, str]:
    """The heading that a Markdown text begins with, and the rest; no title when it begins otherwise."""
    first, _, rest = text.lstrip("\n").partition("\n")
    heading = re.match(r"#{1,6}[ \t]+(.*)", first)
    if heading is None or not heading[1].strip():
        return "", text
    return heading[1].strip().rstrip("#").strip(), rest.lstrip("\n")


def short_title(text: str) -> tuple[str, str]:
    """The title of a text that has no mark for one: its heading, else a short first paragraph before others."""
    title, rest = split_title(text)
    if title:
        return title, rest
    first, _, rest = text.lstrip("\n").partition("\n")
    is_words = bool(first.strip()) and not first.lstrip().startswith(("![", "[", "-", ">", "`"))
    is_short = len(first) <= LONGEST_TITLE and rest.startswith("\n") and bool(rest.strip())
    return (first.strip(), rest.lstrip("\n")) if is_words and is_short else ("", text)
