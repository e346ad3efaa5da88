"""What a person typed into the search, understood: words, "a phrase", anx*, -without, tag:sleep, before:, after:.

Any text is a query. What means nothing, such as a lone quotation mark, asks for nothing.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

LONGEST = 1000  # characters of a query that are read
MOST_TERMS = 32
_PART = re.compile(r'(-?)(?:(tag|before|after):)?(?:"([^"]*)(?:"|$)|(\S*))', re.IGNORECASE)
_DAY = re.compile(r"(\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_SIGNS = "\u2300-\u23ff\u2600-\u2bff\U0001f000-\U0001faff"
OTHER_SCRIPT = re.compile(f"[\u0590-\u1fff{_SIGNS}\u2e80-\uffef\U00020000-\U0003ffff]")
"""Letters of scripts that join words to others or do not part them, Hebrew, Arabic, Thai, Chinese …, and emoji.

As in the view findable_text.
"""
_SIGN = re.compile(f"[{_SIGNS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing the text should hold, or should not."""

    text: str
    is_prefix: bool = False
    wanted: bool = True

    @property
    def is_part(self) -> bool:
        """Whether it may stand inside a longer word."""
        return not self.text.isascii() and OTHER_SCRIPT.search(self.text) is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Everything asked for at once. from_day is the first day meant, until the first day no longer meant."""

    terms: tuple[Term, ...] = ()
    tags: tuple[Term, ...] = ()
    from_day: date | None = None
    until: date | None = None

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not (self.terms or self.tags or self.from_day or self.until)

    @property
    def words(self) -> tuple[Term, ...]:
        """The terms that are whole words, beginnings of words, or phrases of them."""
        return tuple(it for it in self.terms if not it.is_part)

    @property
    def parts(self) -> tuple[Term, ...]:
        """The terms that may stand inside a longer word."""
        return tuple(it for it in self.terms if it.is_part)


def understood(typed: str, *, still_typing: bool = True) -> Query:
    """The query a text amounts to. While it is still typed, its last word stands for all that begin with it."""
    text = typed[:LONGEST].encode("utf-8", "ignore").decode().replace("\0", " ")
    terms: list[Term] = []
    tags: list[Term] = []
    days: dict[str, date] = {}
    for found in _PART.finditer(text):
        minus, field, phrase, word = found.groups()
        field, wanted = (field or "").lower(), not minus
        said = phrase if phrase is not None else word
        if not said.strip():
            continue  # also "tag:" before its word is typed
        if field == "tag":
            tags.append(Term(text=said.strip().lstrip("#"), wanted=wanted))
        elif field in ("before", "after") and (day := _day(said)) is not None:
            days[field] = day
        elif _says_something(whole := f"{field} {said}".strip()):
            at_end = still_typing and phrase is None and found.end() == len(text)
            terms.append(_term(whole, wanted=wanted, at_end=at_end))
    return Query(
        terms=tuple(terms[:MOST_TERMS]),
        tags=tuple(tags[:MOST_TERMS]),
        from_day=days.get("after"),
        until=days.get("before"),
    )


def _term(said: str, *, wanted: bool, at_end: bool) -> Term:
    """One letter alone is no beginning: too many words begin with it."""
    begun = said.rstrip("*")
    is_prefix = len(begun) > 1 and (begun != said or (at_end and wanted and begun[-1].isalnum()))
    return Term(text=begun, is_prefix=is_prefix, wanted=wanted)


def _says_something(text: str) -> bool:
    return text.isalnum() or any(it.isalnum() for it in text) or _SIGN.search(text) is not None


def _day(said: str) -> date | None:
    """The first day of a year, a month or a day such as 2026, 2026-03 or 2026-03-04."""
    found = _DAY.fullmatch(said)
    if found is None:
        return None
    year, month, day = (int(it) if it else 1 for it in found.groups())
    try:
        return date(year, month, 1) + timedelta(days=day - 1) if 1 <= day <= 31 else None
    except (ValueError, OverflowError):
        return None
