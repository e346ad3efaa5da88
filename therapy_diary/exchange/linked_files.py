"""Pictures and files that a text in Markdown shows or leads to, where they lie beside it in what is brought along."""

import posixpath
import re
import unicodedata
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote, unquote

from therapy_diary.exchange.found import FoundFile
from therapy_diary.exchange.records import file_in
from therapy_diary.exchange.source import Source

TEXTS = (".md", ".markdown", ".txt")
"""Other notes, which are no files of this one."""
_LINK = re.compile(r"(!?)\[([^\[\]\n]{0,300})\]\(<?([^()<>\n]{1,500}?)>?(?:[ \t]+\"[^\"\n]{0,200}\")?\)")
_EMBED = re.compile(r"!\[\[([^\[\]|\n]{1,300})(?:\|[^\[\]\n]{0,100})?\]\]")
_ELSEWHERE = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:|#", re.IGNORECASE)
"""In the web, or in the same text."""
_ON_THIS_COMPUTER = re.compile(r"file:(?://[^/]*)?|/|\\\\|[a-z]:[\\/]", re.IGNORECASE)
"""By a whole path: nothing is taken from there, for what was chosen is what comes along."""


def by_last_name(source: Source) -> dict[str, str]:
    """Where each file lies, by its own name; of two of one name the first."""
    return {PurePosixPath(it).name: it for it in reversed(source.names)}


class LinkedFiles:
    """The files of one text."""

    def __init__(self, beside: str, source: Source, by_name: Mapping[str, str]) -> None:
        """beside: the name of the file that the text is in. by_name: as by_last_name() has it."""
        self._beside, self._source, self._by_name = beside, source, by_name
        self._found: dict[str, str] = {}
        self.lost: list[str] = []
        """What the text shows and what is not there."""

    def in_text(self, text: str) -> str:
        """The text with its files as attachments, those that are there."""
        text = _EMBED.sub(lambda it: self._kept(it[1].strip(), "", shown=True, whole=it[0]), text)
        return _LINK.sub(lambda it: self._kept(it[3].strip(), it[2], shown=bool(it[1]), whole=it[0]), text)

    def also(self, target: str) -> None:
        """Take a file along that the text may not show."""
        place = self._place_of(target)
        if place is not None and place not in self._found.values():
            self._found[self._free(PurePosixPath(place).name)] = place

    @property
    def files(self) -> tuple[FoundFile, ...]:
        """Those that are there."""
        return tuple(file_in(self._source, place, name) for name, place in self._found.items())

    def _kept(self, target: str, label: str, *, shown: bool, whole: str) -> str:
        if _ELSEWHERE.match(target):
            return whole
        place = self._place_of(target)
        if place is None or place.lower().endswith(TEXTS):
            if shown:
                self.lost.append(target)
            return whole
        name = next((own for own, at in self._found.items() if at == place), None) or self._free(
            PurePosixPath(place).name
        )
        self._found[name] = place
        return f"{'!' if shown else ''}[{label}](attachment:{quote(name)})"

    def _place_of(self, target: str) -> str | None:
        target = unicodedata.normalize("NFC", unquote(target))
        whole = _ON_THIS_COMPUTER.match(target)
        if whole is None:
            near = posixpath.normpath(posixpath.join(posixpath.dirname(self._beside), target))
            if near in self._source.names_set:
                return near
        elif target.lstrip("/") in self._source.names_set:  # from the top of what was exported
            return target.lstrip("/")
        return self._by_name.get(posixpath.basename(target.replace("\\", "/") if whole else target))

    def _free(self, name: str) -> str:
        count, free = 1, name
        while free in self._found:
            count += 1
            free = f"{PurePosixPath(name).stem} ({count}){PurePosixPath(name).suffix}"
        return free
