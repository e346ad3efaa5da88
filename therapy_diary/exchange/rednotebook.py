"""RedNotebook's months: a folder of YAML files or a backup ZIP, one text for each day."""

import re
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
_RULES = (
    (re.compile(r"^={20,}[ \t]*$", re.MULTILINE), lambda _: "---"),
    (
        re.compile(r"^(={1,5})[ \t]*([^\s=][^\n]*?)[ \t]*\1[ \t]*$", re.MULTILINE),
        lambda it: f"{'#' * len(it[1])} {it[2]}",
    ),
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
        label = f"{PurePosixPath(name).stem}, day"
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
    text = said.get("text")
    text = text if isinstance(text, str) else ""
    groups = {key: _names(value) for key, value in said.items() if key != "text"}
    tags = groups.pop("Tags", [])
    if not text.strip() and not tags and not groups:
        return None  # the program keeps days that were only looked at
    moment = on_day(day)
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=True,
        text="\n\n".join(it for it in (to_markdown(text).strip("\n"), _listed(groups)) if it),
        tags=(*tags, *groups, *re.findall(r"(?<![\w#&/])#([^\W\d_][\w-]*)", text)),
        record=as_json({number: said}),
    )


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
