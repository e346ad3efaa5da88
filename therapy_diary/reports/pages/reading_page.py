"""A diary, or a span of it, as one page to read: notes in the order they were written, then topics and goals."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet_page import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One note on the page. body is its markup, plain the text it was made from, told what kind of note and its tags."""

    anchor: str
    title: str
    when: str
    told: str
    plain: str
    body: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A list below the notes."""

    title: str
    lines: tuple[str, ...]


def reading_page(
    entries: Iterable[Entry],
    lists: Iterable[Group],
    words: PageWords,
    *,
    span: str,
    footer: str,
    on_paper: bool,
) -> str:
    """The page as HTML; what the person wrote is in it as text, and only Markdown's own marks as markup."""
    return render(
        "reading.html.j2",
        words,
        on_paper=on_paper,
        entries=entries,
        lists=[it for it in lists if it.lines],
        span=span,
        footer=footer,
    )
