"""The words of a printed page, read from TOML text that anyone may change or translate."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from therapy_diary import resources
from therapy_diary.domain.closing import Section


class BadWords(Exception):
    """The TOML text is not the words of a page. Says which key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionWords:
    """One section of the worksheet: its title, the question under it, its parts, and its ruled lines (per part).

    short is its name in a list.
    """

    short: str
    title: str
    prompt: str
    parts: tuple[str, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Every word of one page. direction is "ltr" or "rtl"."""

    language: str
    direction: str
    groups: Mapping[str, Mapping[str, str]]
    sections: Mapping[Section, SectionWords]
    sections_fit: Mapping[Section, SectionWords]
    sections_outside: Mapping[Section, SectionWords]

    def word(self, group: str, key: str) -> str:
        """The words of that key. Raises BadWords."""
        try:
            return self.groups[group][key]
        except KeyError:
            raise BadWords(f"[{group}] {key} is missing") from None

    def filled(self, group: str, key: str, **values: str) -> str:
        """The words of that key with each {name} filled in. Braces that are not ours stay as they were written."""
        words = self.word(group, key)
        return re.sub(r"\{(\w+)\}", lambda it: values.get(it[1], it[0]), words)


def page_words(page: str, language: str = "en") -> PageWords:
    """The words of "worksheet" or "review", in that language where there is a translation, else in English."""
    for name in (f"pages/{page}.{language}.toml", f"pages/{page}.{language.split('_', maxsplit=1)[0]}.toml"):
        if (resources.ROOT / name).is_file():
            return read_words(resources.text(name))
    return read_words(resources.text(f"pages/{page}.toml"))


def read_words(toml: str) -> PageWords:
    """Read the words of a page. Raises BadWords."""
    try:
        data = tomllib.loads(toml)
        sections = {Section(it["key"]): it for it in data.get("section", [])}
        direction = str(data["direction"])
        if direction not in {"ltr", "rtl"}:
            raise BadWords('direction must be "ltr" or "rtl"')
        return PageWords(
            language=str(data["language"]),
            direction=direction,
            groups={
                name: {key: str(words) for key, words in table.items()}
                for name, table in data.items()
                if isinstance(table, dict)
            },
            sections={key: _section(it, {}) for key, it in sections.items()},
            sections_fit={key: _section(it, it.get("fit", {})) for key, it in sections.items()},
            sections_outside={key: _section(it, it.get("outside", {})) for key, it in sections.items()},
        )
    except tomllib.TOMLDecodeError as error:
        raise BadWords(str(error)) from error
    except ValueError as error:
        raise BadWords(str(error)) from error
    except KeyError as error:
        raise BadWords(f"the key {error} is missing") from error


def _section(table: Mapping[str, Any], instead: Mapping[str, Any]) -> SectionWords:
    told = {**table, **instead}
    return SectionWords(
        short=str(told["short"]),
        title=str(told["title"]),
        prompt=str(told["prompt"]),
        parts=tuple(str(it) for it in told.get("parts", [])),
        lines=int(told.get("lines", 0)),
    )
