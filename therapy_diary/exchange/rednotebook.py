"""RedNotebook's months: a folder of YAML files or a backup ZIP, one text for each day.

A day is one entry. Where a person wrote several below each other, under headings or between rules, it says which they are.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, tzinfo
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from therapy_diary.exchange.found import Found, LeftOut, Skipped, Why
from therapy_diary.exchange.linked_files import LinkedFiles, by_last_name
from therapy_diary.exchange.moments import on_day
from therapy_diary.exchange.plain_yaml import BadYaml, read_yaml
from therapy_diary.exchange.records import Results, apart, as_json, each
from therapy_diary.exchange.source import Source

SOURCE = "rednotebook"
_MONTH = re.compile(r"^(\d{4})-(\d{2})\.txt$")
_LOOKS_RIGHT = re.compile(rb"\s*(?:\{\s*(?:\}|['\"]?\d{1,2}['\"]?\s*:)|['\"]?\d{1,2}['\"]?\s*:|#|$)")
_CODE = re.compile(r"``(.+?)``")
_RULE = re.compile(r"^={20,}[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^(={1,5})[ \t]*([^\s=][^\n]*?)[ \t]*\1[ \t]*$", re.MULTILINE)
_HASHTAG = re.compile(r"(?<![\w#&/])#([^\W\d_][\w-]*)")
_RULES = (
    (re.compile(r"^[ \t]*[-_=]{20,}[ \t]*$", re.MULTILINE), lambda _: "---"),
    (_TITLE, lambda it: f"{'#' * len(it[1])} {it[2]}"),
    (re.compile(r"(?<![:/\w])//(?=\S)([^\n]{1,500}?)(?<=\S)//(?![/\w])"), lambda it: f"*{it[1]}*"),
    (re.compile(r"(?<![-\w])--(?=[^\s-])([^\n]{1,500}?)(?<=[^\s-])--(?![-\w])"), lambda it: f"~~{it[1]}~~"),
    (re.compile(r"^(\s*)\+ ", re.MULTILINE), lambda it: f"{it[1]}1. "),
    (re.compile(r"[ \t]*\\\\[ \t]*$", re.MULTILINE), lambda _: "  "),
    (
        re.compile(r'\[""([^"\n]{1,1000})""(\.\w{1,5})(?:\?\d{1,5})?\]'),
        lambda it: f"![]({it[1].replace(' ', '%20')}{it[2]})",
    ),
    (
        re.compile(r'\[([^\[\]\n"]{0,200}) ""([^"\n]{1,1000})""\]'),
        lambda it: f"[{it[1].strip()}]({it[2].replace(' ', '%20')})",
    ),
    (_CODE, lambda it: f"`{it[1]}`"),
)
"""From txt2tags to Markdown; bold is the same in both."""
MOST_STAGES = 20
"""Parts of a day that it is looked at as it may have been when it had no more than these: each look is at the text once more."""
Groups = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading of a day, and where in its text it stands, heading and all."""

    title: str
    text: str
    place: slice


def recognises(source: Source) -> bool:
    """Whether there are files named after months that begin as such YAML does."""
    months = _months(source)
    return bool(months) and any(_LOOKS_RIGHT.match(source.head(it)) for it in months)


def read(source: Source, here: tzinfo | None) -> Results:  # noqa: ARG001 - it knows days only
    """Every day of every month."""
    by_name = by_last_name(source)
    for name in _months(source):
        try:
            month = _month(source, name)
        except LeftOut as error:
            yield Skipped(what=PurePosixPath(name).name, why=error.why)
            continue
        stem = PurePosixPath(name).stem
        linked = partial(_with_files, month=name, source=source, by_name=by_name)
        yield from each(month.items(), partial(_day, month=stem, linked=linked), f"{stem}, entry")


def _months(source: Source) -> list[str]:
    return [it for it in source.names if _MONTH.match(PurePosixPath(it).name)]


def _month(source: Source, name: str) -> dict[str, Any]:
    try:
        month = read_yaml(source.text(name))
    except BadYaml as error:
        raise LeftOut(Why.UNREADABLE) from error
    if month in (None, ""):
        return {}
    if not isinstance(month, dict):
        raise LeftOut(Why.NOT_A_RECORD)
    return month


def _with_files(found: Found, *, month: str, source: Source, by_name: dict[str, str]) -> Found:
    """What was found with the pictures and files that lie beside its month; those that do not are named."""
    linked = LinkedFiles(month, source, by_name)
    text = linked.in_text(found.text)
    missing = Skipped(what=f"a picture of {found.written_at.date()}", why=Why.FILE_MISSING)
    return replace(found, text=text, files=linked.files, lost=(missing,) * len(linked.lost))


def _day(item: tuple[str, Any], *, month: str, linked: Callable[[Found], Found]) -> Found | None:
    number, said = item
    try:
        day = date(int(month[:4]), int(month[5:7]), int(number))
    except (ValueError, TypeError) as error:
        raise LeftOut(Why.ABSURD_DATE) from error
    if not isinstance(said, dict):
        raise LeftOut(Why.NOT_A_RECORD)
    text = said.get("text") or ""
    if not isinstance(text, str):
        raise LeftOut(Why.NOT_A_RECORD)
    groups = {key: _names(value) for key, value in said.items() if key != "text"}
    tags = groups.pop("Tags", [])
    if not text.strip() and not tags and not groups:
        return None  # the program keeps days that were only looked at
    make = partial(_found, day=day, tags=(*tags, *groups))
    found, places = linked(make("", text, groups, record=as_json({number: said}))), divided(text)
    if len(places) < 2 and not any(it.title for it in places):
        return found
    rest = {key: it for key, it in said.items() if key != "text"}
    tagged = {key: it for key, it in rest.items() if key == "Tags"}
    parts = [
        linked(make(it.title, it.text, {}, record=as_json({number: {"text": text[it.place], **tagged}})))
        for it in places
    ]
    if groups:  # by itself: below a part it would be deleted with that, and come again below a later one
        parts.append(linked(make("", "", groups, record=as_json({number: rest}))))
    return replace(found, parts=tuple(parts), stages=partial(_stages, text, places, groups, day))


def _found(
    title: str, text: str, groups: Groups, *, day: date, tags: tuple[str, ...] = (), record: str = ""
) -> Found:
    """A day, or a part of one, with the categories that stand below it."""
    moment = on_day(day)
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=True,
        title=title,
        text="\n\n".join(it for it in (to_markdown(text).strip("\n"), _listed(groups)) if it),
        tags=(*tags, *_HASHTAG.findall(f"{title}\n{text}")),
        record=record,
        said=(day.isoformat(), title, f"{text}\n{as_json(groups)}" if groups else text),
    )


def _stages(
    text: str, places: list[Part], groups: Groups, day: date
) -> Iterator[tuple[tuple[int, ...], Found]]:
    """The day as it may have come when there was less of it: its first parts, or one alone, with the categories or without.

    Each with the places of those among the parts of today that it holds. One under its title with the categories below
    it is what a former version made of the last part.
    """
    met = set[tuple[str, str]]()
    for number, it in enumerate(places[:MOST_STAGES]):
        forms = [(tuple(range(number + 1)), "", text[: it.place.stop])]
        if (it.title, it.text) not in met:  # of two alike, one came
            forms += [((number,), "", text[it.place]), ((number,), it.title, it.text)]
        met.add((it.title, it.text))
        for those, title, words in forms:
            yield those, _found(title, words.strip("\n"), {}, day=day)
            if groups:
                yield (*those, len(places)), _found(title, words.strip("\n"), groups, day=day)


def divided(text: str) -> list[Part]:
    """The entries that a person wrote below each other, each with its title: they stand under a heading or after a long rule.

    The highest headings of a day begin an entry each; lower ones belong to it.
    """
    headings = list(_TITLE.finditer(text))
    highest = min((len(it[1]) for it in headings), default=0)
    begins = [it for it in headings if len(it[1]) == highest] + list(_RULE.finditer(text))
    parts, title, begin, place = list[Part](), "", 0, 0
    for it in sorted(begins, key=lambda it: it.start()):
        parts.append(Part(title, text[place : it.start()].strip("\n"), slice(begin, it.start())))
        title, begin = (it[2], it.start()) if it.re is _TITLE else ("", it.end())
        place = it.end()
    parts.append(Part(title, text[place:].strip("\n"), slice(begin, len(text))))
    return [it for it in parts if it.title or it.text.strip()]


def _names(value: Any) -> list[str]:
    """A category's entries, which are the keys of a map without values."""
    if isinstance(value, dict):
        return [str(it) for it in value]
    if isinstance(value, list):
        return [it for it in value if isinstance(it, str)]
    return [value] if isinstance(value, str) and value not in ("", "null", "~") else []


def _listed(groups: dict[str, list[str]]) -> str:
    return "\n".join(
        f"- {group}" if not names else "\n".join(f"- {group}: {to_markdown(name)}" for name in names)
        for group, names in groups.items()
    )


def to_markdown(text: str) -> str:
    """A text in RedNotebook's marks as Markdown."""
    for pattern, said in _RULES:
        text = pattern.sub(said, text)
    return apart(text)
