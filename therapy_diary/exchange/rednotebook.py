"""RedNotebook's months: a folder of YAML files or a backup ZIP, one text for each day.

A day is one entry. Where a person wrote several below each other, under headings or between rules, it says which they are.
"""

import re
from dataclasses import replace
from datetime import date, tzinfo
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from therapy_diary.exchange.found import Found, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import on_day
from therapy_diary.exchange.plain_yaml import BadYaml, read_yaml
from therapy_diary.exchange.records import Results, as_json, each
from therapy_diary.exchange.source import Source

SOURCE = "rednotebook"
_MONTH = re.compile(r"^(\d{4})-(\d{2})\.txt$")
_LOOKS_RIGHT = re.compile(rb"\s*(?:\{\s*(?:\}|['\"]?\d{1,2}['\"]?\s*:)|['\"]?\d{1,2}['\"]?\s*:|#|$)")
_CODE = re.compile(r"``(.+?)``")
_RULE = re.compile(r"^={20,}[ \t]*$", re.MULTILINE)
_TITLE = re.compile(r"^(={1,5})[ \t]*([^\s=][^\n]*?)[ \t]*\1[ \t]*$", re.MULTILINE)
_HASHTAG = re.compile(r"(?<![\w#&/])#([^\W\d_][\w-]*)")
_RULES = (
    (_RULE, lambda _: "---"),
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


def recognises(source: Source) -> bool:
    """Whether there are files named after months that begin as such YAML does."""
    months = _months(source)
    return bool(months) and any(_LOOKS_RIGHT.match(source.head(it)) for it in months)


def read(source: Source, here: tzinfo | None) -> Results:  # noqa: ARG001 - it knows days only
    """Every day of every month."""
    for name in _months(source):
        try:
            month = _month(source, name)
        except LeftOut as error:
            yield Skipped(what=PurePosixPath(name).name, why=error.why)
            continue
        label = f"{PurePosixPath(name).stem}, entry"
        yield from each(month.items(), partial(_day, month=PurePosixPath(name).stem), label)


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


def _day(item: tuple[str, Any], *, month: str) -> Found | None:
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
    make = partial(_found, day=day, tags=(*tags, *groups), record=as_json({number: said}))
    *others, last = divided(text) or [("", "")]
    parts = [make(*it, {}) for it in others] + [make(*last, groups)]
    return replace(make("", text, groups), parts=tuple(parts) if others else ())


def _found(
    title: str, text: str, groups: dict[str, list[str]], *, day: date, tags: tuple[str, ...], record: str
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


def divided(text: str) -> list[tuple[str, str]]:
    """The entries that a person wrote below each other, each with its title: they stand under a heading or after a long rule.

    The highest headings of a day begin an entry each; lower ones belong to it.
    """
    headings = list(_TITLE.finditer(text))
    highest = min((len(it[1]) for it in headings), default=0)
    begins = [it for it in headings if len(it[1]) == highest] + list(_RULE.finditer(text))
    parts, title, place = list[tuple[str, str]](), "", 0
    for it in sorted(begins, key=lambda it: it.start()):
        parts.append((title, text[place : it.start()].strip("\n")))
        title, place = it[2] if it.re is _TITLE else "", it.end()
    parts.append((title, text[place:].strip("\n")))
    return [it for it in parts if it[0] or it[1].strip()]


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
    return text
