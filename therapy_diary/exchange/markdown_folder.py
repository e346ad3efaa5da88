"""Markdown and plain text: one file, or a folder or ZIP of them, as a dozen programs write and nobody agrees on.

A note's day is, in this order, in its front matter, its name, its path, or its first heading. Never the date of the file:
a copy has another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import partial
from pathlib import PurePosixPath
from textwrap import dedent
from typing import Any

from therapy_diary.exchange.archive import NAME as OURS
from therapy_diary.exchange.found import Found, LeftOut, Skipped, Why
from therapy_diary.exchange.linked_files import TEXTS, LinkedFiles, by_last_name
from therapy_diary.exchange.markdown_out import LIST_MARK
from therapy_diary.exchange.moments import Moment, moment_at, moment_of
from therapy_diary.exchange.plain_yaml import BadYaml, read_yaml
from therapy_diary.exchange.records import Results, as_json, each, listed
from therapy_diary.exchange.source import Source
from therapy_diary.exchange.worded_date import read_date

SOURCE = "markdown"
LARGEST = 8 * 1024 * 1024
LARGEST_MATTER = 64 * 1024
_NAMED_DAY = re.compile(
    r"^(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})"
    r"(?:(?:T([01]\d|2[0-3])[-.:h]?|[ _-]{1,3}([01]\d|2[0-3])[-.:h])([0-5]\d)(?:[-.:]?[0-5]\d)?(?!\w)"
    r"|([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?!\d)|(?!\d))(?:T(?=\d)|[ _.-])*"
)
"""A day, and a time that follows it, as 2024-05-06T0710, 2024-05-06 07-10 or 202405060710."""
_FIRST_HEADING = re.compile(r"\s*#[ \t]+(\S[^\n]{0,400})(?:\n|$)")
_WORDED = re.compile(r"[^\W\d_]{3}")
_BARE_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_PATH_DAY = re.compile(r"(?:^|/)(\d{4})/(\d{1,2})/(\d{1,2})\.\w+$")
_HEADING = re.compile(r"^(#{1,6})[ \t]+(.{1,400}?)[ \t]*#*$", re.MULTILINE)
_STAMP = re.compile(r"(\d{4}-\d{2}-\d{2} \d{1,2}:\d{2})(?:\s+(.*))?")
_TAG = re.compile(r"(?<![\w#&/(\[\"'])#([^\W\d_][\w/-]{0,60})")
_KEY = re.compile(r"([\w -]{1,60}):[ \t]*(.*)")
_BLOCK_MARKS = ("|", "|-", "|+", ">", ">-", ">+", "")
_DATES = ("created", "date", "created_at")
Matter = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A file, or the part of one below a dated heading."""

    name: str
    matter: Matter
    body: str
    stamp: datetime | date | None = None
    title: str = ""
    said: tuple[str, str, str] | None = None


def recognises(source: Source) -> bool:
    """Whether there is any file of text."""
    return any(_is_text(source, it) for it in _candidates(source))


def read(source: Source, here: tzinfo | None) -> Results:
    """Every note."""
    make = partial(_note, source=source, by_name=by_last_name(source), here=here)
    for name in _candidates(source):
        try:
            parts = list(_parts(name, source.text(name, LARGEST)))
        except LeftOut as error:
            yield Skipped(what=PurePosixPath(name).name[:60], why=error.why)
            continue
        for it in each(parts, make, PurePosixPath(name).name[:60]):
            yield (
                Skipped(what=PurePosixPath(name).name[:60], why=it.why)
                if isinstance(it, Skipped) and len(parts) == 1
                else it
            )


def _candidates(source: Source) -> list[str]:
    return [
        it for it in source.names if it.lower().endswith(TEXTS) or _BARE_DAY.match(PurePosixPath(it).name)
    ]


def _is_text(source: Source, name: str) -> bool:
    head = source.head(name)
    return b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _parts(name: str, text: str) -> Iterator[_Text]:
    """A file as one note, or, where nothing dates it and dated headings divide it, as several."""
    if "\0" in text:
        raise LeftOut(Why.UNREADABLE)
    matter, body = _matter(text.lstrip("\ufeff"))
    if LIST_MARK in matter:
        return
    if not any(it in matter for it in _DATES) and _day_in(name) is None:
        headings = [(it, stamp) for it in _HEADING.finditer(body) if (stamp := _stamp(it[2])) is not None]
        levels = {len(it[1]) for it, _ in headings}
        if headings and (len(headings) > 1 or levels != {1}):
            yield from _divided(name, matter, body, headings)
            return
    yield _Text(name=name, matter=matter, body=body)


def _divided(
    name: str, matter: Matter, body: str, headings: list[tuple[re.Match[str], tuple[datetime | date, str]]]
) -> Iterator[_Text]:
    ends = [it.start() for it, _ in headings[1:]] + [len(body)]
    for (heading, (stamp, title)), end in zip(headings, ends, strict=True):
        part = re.sub(r"(?m)^#{1,2} (?:\d{4}|[^\W\d_]+)[ \t]*$", "", body[heading.end() : end]).strip("\n")
        whole = part
        bold = None if title else re.match(r"\*\*([^*\n]{1,300})\*\*[ \t]*(?:\n|$)", part)
        if bold is not None:
            part = part[bold.end() :].lstrip("\n")
        yield _Text(
            name=name,
            matter=matter,
            body=part,
            stamp=stamp,
            title=(bold[1] if bold else title) or " ",
            said=(heading[2], "", whole),
        )


def _matter(text: str) -> tuple[Matter, str]:
    """The front matter by small letters, and what follows it. A rule further down is no front matter."""
    found = re.match(r"---[ \t]*\n", text)
    if found is None:
        return {}, text
    end = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE).search(text, found.end())
    if end is None or end.start() > LARGEST_MATTER:
        return {}, text
    said, body = text[found.end() : end.start()], text[end.end() :].removeprefix("\n")
    unread: list[str] = []
    try:
        matter = read_yaml(said)
    except BadYaml:  # as where a title has a colon in it, or a text begins with a tab
        matter, unread = _by_lines(said)
    if matter in (None, ""):
        matter = {}
    if not isinstance(matter, dict):
        return {}, text
    matter = {str(key).strip().lower(): value for key, value in matter.items()}
    if not body.strip() and isinstance(matter.get("body"), str):  # jrnl has the whole entry in there
        body = matter.pop("body").strip("\n")
    return matter, "\n".join([*unread, body])


def _by_lines(said: str) -> tuple[Matter, list[str]]:
    """Front matter that is not YAML, key by key, and the lines of it that belong to no key, so that none is lost.

    To a key belong the lines below it that stand further in, and those with a dash as a list.
    """
    matter: Matter = {}
    key, edge, unread = "", 0, list[str]()
    for line in said.split("\n"):
        named = _KEY.fullmatch(line)
        within, room = matter.get(key), len(line) - len(line.lstrip(" \t"))
        item = line.strip().removeprefix("- ") if line.strip().startswith("- ") else None
        if key and item is not None and within in ("", None):
            matter[key] = [item]
        elif item is not None and isinstance(within, list):
            within.append(item)
        elif key and room > edge and isinstance(within, str):
            matter[key] = f"{within}\n{line}"
        elif named:
            key, edge = named[1].strip(), room
            matter[key] = named[2].strip().strip("\"'")
        elif line.strip() and not line.startswith("#"):
            unread.append(line)
    return {key: _block(it) if isinstance(it, str) else it for key, it in matter.items()}, unread


def _block(value: str) -> str:
    """A value of several lines, without its mark and without the room in front of them; another one as it is."""
    first, _, rest = value.partition("\n")
    if first.strip() in _BLOCK_MARKS:
        return dedent(rest)
    return f"{first}\n{dedent(rest)}" if rest else value


def _note(it: _Text, *, source: Source, by_name: dict[str, str], here: tzinfo | None) -> Found:
    is_ours = isinstance(it.matter.get("uid"), str) and len(it.matter["uid"]) == 32
    moment = _moment(it, here)
    title, body = (_said(it.matter, "title"), it.body) if is_ours else _title(it)
    linked = LinkedFiles(it.name, source, by_name)
    text = linked.in_text(body)
    for more in listed(it.matter.get("files")):
        linked.also(more)
    tags = listed(it.matter.get("tags")) + listed(it.matter.get("keywords"))
    if not is_ours:
        tags += tuple(_TAG.findall(body))
    return Found(
        source=OURS if is_ours else SOURCE,
        source_id=it.matter["uid"] if is_ours else "",
        written_at=moment.wall,
        zone=moment.zone,
        instant=moment.instant,
        day_only=moment.day_only,
        title=title.strip(),
        text=text,
        starred=_said(it.matter, "starred").lower() == "true"
        or _said(it.matter, "favorite").lower() == "true",
        may_be_printed=is_ours and _said(it.matter, "never_print").lower() != "true",
        tags=tuple(tag.lstrip("#") for tag in tags),
        record=as_json({"name": it.name, "front matter": it.matter, "text": it.body}),
        said=_as_said(it),
        files=linked.files,
        lost=tuple(
            Skipped(what=f"a picture in {PurePosixPath(it.name).name[:60]}", why=Why.FILE_MISSING)
            for _ in linked.lost
        ),
    )


def _as_said(it: _Text) -> tuple[str, str, str]:
    """What dates it, what names it, and its text, letter by letter: as it is, so that it is known again, for good.

    Its own name is among these only where the front matter does not say both, so that it may be called something else.
    """
    if it.said is not None:
        return it.said
    dates = [_said(it.matter, key) for key in _DATES]
    title = _said(it.matter, "title")
    path = _PATH_DAY.search(it.name)
    name = path[0].strip("/") if path else PurePosixPath(it.name).name
    return " ".join(filter(None, dates)) or name, title or ("" if _headed(it.body) else name), it.body


def _moment(it: _Text, here: tzinfo | None) -> Moment:
    if it.stamp is not None:
        return moment_at(it.stamp, here=here)
    zone = _said(it.matter, "zone") or _said(it.matter, "timezone")
    absurd = False
    for said in (_said(it.matter, key) for key in _DATES):
        try:
            return _said_moment(said, zone, here)
        except LeftOut as error:
            absurd = absurd or error.why is Why.ABSURD_DATE
    day = _day_in(it.name)
    heading = _HEADING.search(it.body)
    stamp = day or (heading and (found := _stamp(heading[2])) and found[0])
    if not stamp:
        raise LeftOut(Why.ABSURD_DATE if absurd else Why.NO_DATE)
    return moment_at(stamp, here=here)


def _said_moment(said: str, zone: str, here: tzinfo | None) -> Moment:
    try:
        return moment_of(said, zone, here=here)
    except LeftOut as error:
        if error.why is not Why.NO_DATE:
            raise
    return moment_at(read_date(said), zone, here=here)


def _day_in(name: str) -> datetime | date | None:
    """The day that a name or a path says, with its time where it says one."""
    path = PurePosixPath(name)
    found = _NAMED_DAY.match(path.name) or _PATH_DAY.search(name)
    try:
        if found is None:
            return read_date(path.stem) if _WORDED.search(path.stem) else None
        on = date(int(found[1]), int(found[2]), int(found[3]))
        clock = [it for it in found.groups()[3:] if it]
        return datetime.combine(on, time(int(clock[0]), int(clock[1]))) if clock else on
    except (ValueError, LeftOut):
        return None


def _stamp(heading: str) -> tuple[datetime | date, str] | None:
    """The date that a heading is, and the title after it where it has one."""
    found = _STAMP.fullmatch(heading.strip())
    try:
        return (read_date(found[1]), found[2] or "") if found else (read_date(heading), "")
    except LeftOut:
        return None


def _title(it: _Text) -> tuple[str, str]:
    """From the front matter, else the first heading, which leaves the text then, else the name without its day."""
    if it.title:
        return it.title, it.body
    said = _said(it.matter, "title")
    headed = _headed(it.body)
    if said:  # the heading that says it once more leaves
        return said, headed[1] if headed and headed[0] == said else it.body
    if headed:
        title, rest = headed
        stamp = _stamp(title)
        return (title if stamp is None else stamp[1]), rest
    name = PurePosixPath(it.name)
    stem = name.stem if name.suffix.lower() in TEXTS else name.name
    if _PATH_DAY.search(it.name) or not _NAMED_DAY.match(stem):
        return ("" if _day_in(it.name) else stem), it.body
    return _NAMED_DAY.sub("", stem), it.body


def _headed(body: str) -> tuple[str, str] | None:
    """The heading a text begins with, and the text after it."""
    found = _FIRST_HEADING.match(body)
    return None if found is None else (found[1].strip().rstrip("#").strip(), body[found.end() :].lstrip("\n"))


def _said(matter: Matter, key: str) -> str:
    value = matter.get(key)
    return value.strip() if isinstance(value, str) else ""
