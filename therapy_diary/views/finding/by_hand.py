"""Finds words in short texts that no index holds: the words of a milestone, the line left after a session."""

import re
import unicodedata
from datetime import date

from therapy_diary.storage.query import Query, Term
from therapy_diary.views.finding.entry import Marks

_WORD = re.compile(r"\w+")


def marks_in(text: str, day: date, query: Query) -> Marks | None:
    """Where the words asked for stand in a text of that day; None where the query does not fit it."""
    if query.tags or not _is_in_time(day, query):
        return None
    marks: list[tuple[int, int]] = []
    for term in query.terms:
        found = _places(text, term)
        if bool(found) != term.wanted:
            return None
        marks += found
    return tuple(sorted(marks))


def _is_in_time(day: date, query: Query) -> bool:
    after = query.from_day is None or day >= query.from_day
    return after and (query.until is None or day < query.until)


def _places(text: str, term: Term) -> list[tuple[int, int]]:
    if term.is_part:
        return [(it.start(), len(it[0])) for it in re.finditer(re.escape(term.text), text, re.IGNORECASE)]
    there = [(it.start(), it.end(), _folded(it[0])) for it in _WORD.finditer(text)]
    wanted = [_folded(it[0]) for it in _WORD.finditer(term.text)]
    found: list[tuple[int, int]] = []
    for first in range(len(there) - len(wanted) + 1):
        run = there[first : first + len(wanted)]
        *whole, last = [word for _, _, word in run]
        same_end = last.startswith(wanted[-1]) if term.is_prefix else last == wanted[-1]
        if whole == wanted[:-1] and same_end:
            found.append((run[0][0], run[-1][1] - run[0][0]))
    return found


def _folded(word: str) -> str:
    """Without accents, and in small letters."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(it for it in parts if not unicodedata.combining(it))
