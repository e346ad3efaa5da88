"""What the Markdown text of a note points to: files of its own, and other notes."""

import re
from collections.abc import Callable
from urllib.parse import quote, unquote

FILE = re.compile(r"\]\(attachment:([^()\s]{1,300})\)")
"""The end of a link to a file of the note, ![words](attachment:name); the name is quoted as in an address."""
NOTE = re.compile(r"\[((?:\\.|[^\[\]\\\n])*)\]\(note:([0-9a-f]{32})\)")
"""A link to another note: its words and the uid of that note."""

ANY = re.compile(r"!?\[((?:\\.|[^\[\]\\\n])*)\]\((?:note|attachment):[^()\s]{1,300}\)")
_ESCAPED = re.compile(r"\\([\\\[\]])")


def files_named(text: str) -> set[str]:
    """The names of the files that a text points to."""
    return {unquote(it[1]) for it in FILE.finditer(text)} if "](attachment:" in text else set()


def with_files_at(text: str, place_of: Callable[[str], str | None]) -> str:
    """The text with its links leading to where each file lies now; one that lies nowhere is left as it is."""

    def moved(link: re.Match[str]) -> str:
        place = place_of(unquote(link[1]))
        return link[0] if place is None else f"]({quote(place)})"

    return FILE.sub(moved, text)


def with_notes_at(text: str, place_of: Callable[[str], str | None]) -> str:
    """The text with its links leading to where each note lies now; where one lies nowhere, only the words stay."""

    def moved(link: re.Match[str]) -> str:
        place = place_of(link[2])
        return _ESCAPED.sub(r"\1", link[1]) if place is None else f"[{link[1]}]({quote(place)})"

    return NOTE.sub(moved, text) if "](note:" in text else text


def in_words(text: str) -> str:
    """The text with only the words of its links and pictures, as for paper."""
    return ANY.sub(lambda link: _ESCAPED.sub(r"\1", link[1]), text) if "](" in text else text
