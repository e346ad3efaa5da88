"""How charts speak: the language, the dates and the numbers of the person who looks at them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def _short_day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _long_day(day: date) -> str:
    return f"{_short_day(day)} {day.year}"


def _as_it_is(_context: str, text: str) -> str:
    return text


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """English unless told otherwise.

    translate is given where a sentence is from, and the sentence, as Qt does it. number writes at most one decimal.
    """

    translate: Callable[[str, str], str] = _as_it_is
    short_day: Callable[[date], str] = _short_day
    long_day: Callable[[date], str] = _long_day
    number: Callable[[float], str] = _number


def quoted(words: str, longest: int = 60) -> str:
    """The person's words inside a sentence of ours: shortened, and kept apart from its direction of writing."""
    one_line = " ".join(words.split())
    shown = one_line if len(one_line) <= longest else one_line[: longest - 1].rstrip() + "…"
    return f"“\N{FIRST STRONG ISOLATE}{shown}\N{POP DIRECTIONAL ISOLATE}”"
