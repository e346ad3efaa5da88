"""A table of a questionnaire's file, asked key by key; whatever is wrong is said in one plain sentence."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar

from therapy_diary.domain.measure import decimals_of
from therapy_diary.domain.measure_flaw import BadMeasure, Flaw, Place

MOST_PLACES = 12  # decimals of a number, far more than any questionnaire has
LARGEST_NUMBER = 1_000_000

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
TURNING = re.compile(
    r"[\u202a-\u202e\u2066-\u2069]"
)  # the marks of a direction, \u200e and \u200f, turn nothing
MARKUP = re.compile(r"<[A-Za-z/!?][^<>]*>|&(#\w+|[A-Za-z]\w*);|\]\(")
UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf", "Cs"}
"""Kinds of letters that show nothing. Those of private use do, and what this Python knows no kind of may be a newer letter."""
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the file, and where it stands. is_kept: of one that a diary keeps. Each method raises BadMeasure."""

    place: Place
    values: dict[str, Any]
    is_kept: bool = False

    def knows(self, *keys: str) -> None:
        """Refuse any key but these: a typing error must not pass silently."""
        for key in self.values:
            if key not in keys:
                raise BadMeasure(Flaw.UNKNOWN_KEY, self.place, key=short(key))

    def needs(self, key: str) -> Any:
        """The value of a key that must be there."""
        if key not in self.values:
            raise BadMeasure(Flaw.MISSING_KEY, self.place, key=key)
        return self.values[key]

    def wrong(self, key: str, flaw: Flaw, **given: object) -> BadMeasure:
        """The refusal of a value."""
        return BadMeasure(flaw, self.place, key=key, **given)

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        value = self.needs(key)
        if not isinstance(value, dict):
            raise self.wrong(key, Flaw.NOT_A_TABLE)
        return Table(Place(key, self.place), value, self.is_kept)

    def tables(self, key: str, most: int) -> tuple["Table", ...]:
        """A list of 1 to so many tables."""
        value = self.needs(key)
        if not isinstance(value, list) or not all(isinstance(it, dict) for it in value):
            raise self.wrong(key, Flaw.NOT_TABLES)
        if not 1 <= len(value) <= most:
            raise self.wrong(key, Flaw.NUMBER_OF_ENTRIES, most=most, count=len(value))
        return tuple(
            Table(Place(key, self.place, number, _id_of(it)), it, self.is_kept)
            for number, it in enumerate(value, 1)
        )

    def words(self, key: str, longest: int, *, default: str | None = None, lines: bool = False) -> str:
        """Plain text of at most so many characters; without a default it must hold words. lines: more than one may stand."""
        if default is not None and key not in self.values:
            return default
        value = self.needs(key)
        if not isinstance(value, str):
            raise self.wrong(key, Flaw.NOT_WORDS)
        if default is None and not self._holds_words(value):
            raise self.wrong(key, Flaw.NO_WORDS)
        if len(value) > longest:
            raise self.wrong(key, Flaw.TOO_LONG, most=longest, count=len(value))
        if CONTROL.search(value) or (not lines and "\n" in value):
            raise self.wrong(key, Flaw.CONTROL if lines else Flaw.CONTROL_OR_LINES)
        if MARKUP.search(value):
            raise self.wrong(key, Flaw.MARKUP)
        return value

    def _holds_words(self, value: str) -> bool:
        """Whether there is something to see. What is kept was taken in when only blanks were nothing."""
        if self.is_kept:
            return bool(value.strip())
        return any(unicodedata.category(it) not in UNSEEN for it in value)

    def turns_nothing(self) -> None:
        """Refuse words, here or in any table inside, that would make others on the screen read as they do not stand."""
        for key, value in self.values.items():
            if isinstance(value, str) and TURNING.search(value):
                raise self.wrong(key, Flaw.TURNS)
            if isinstance(value, dict):
                Table(Place(key, self.place), value).turns_nothing()
            elif isinstance(value, list) and value and all(isinstance(it, dict) for it in value):
                for inner in self.tables(key, len(value)):
                    inner.turns_nothing()

    def named(self, key: str, pattern: re.Pattern[str], otherwise: Flaw) -> str:
        """A name of a certain form."""
        value = self.needs(key)
        if not isinstance(value, str) or pattern.fullmatch(value) is None:
            raise self.wrong(key, otherwise)
        return value

    def one_of(self, key: str, words: type[Word], *, default: Word | None = None) -> Word:
        """One of some fixed words."""
        if default is not None and key not in self.values:
            return default
        value = self.needs(key)
        if not isinstance(value, str) or value not in {it.value for it in words}:
            raise self.wrong(key, Flaw.NOT_ONE_OF, words=", ".join(f"“{it.value}”" for it in words))
        return words(value)

    def whole(self, key: str, low: int, high: int, *, default: int | None = None) -> int:
        """A whole number between two ends."""
        if default is not None and key not in self.values:
            return default
        value = self.needs(key)
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.wrong(key, Flaw.NOT_WHOLE, low=low, high=high)
        return value

    def number(self, key: str) -> Decimal:
        """A number of ordinary size, exact."""
        value = self.needs(key)
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            raise self.wrong(key, Flaw.NOT_A_NUMBER)
        exact = Decimal(value)
        is_ordinary = exact.is_finite() and -LARGEST_NUMBER <= exact <= LARGEST_NUMBER
        if not is_ordinary or decimals_of(exact) > MOST_PLACES:
            raise self.wrong(key, Flaw.NOT_ORDINARY)
        return exact

    def fresh_id(self, taken: Collection[str]) -> str:
        """The id of an entry, which no earlier entry has."""
        name = self.named("id", ID, Flaw.NOT_AN_ID)
        if name in taken:
            raise BadMeasure(Flaw.TAKEN_ID, self.place, name=name)
        return name

    def yes_or_no(self, key: str) -> bool:
        """True or false; false when it is not there."""
        value = self.values.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, Flaw.NOT_YES_OR_NO)
        return value


def _id_of(entry: dict[str, Any]) -> str:
    """The id by which an entry of a list can be called; empty where it has no usable one."""
    name = entry.get("id")
    return name if isinstance(name, str) and ID.fullmatch(name) else ""


def short(value: object) -> str:
    """A name from the file as a sentence can bear it."""
    plain = TURNING.sub(" ", CONTROL.sub(" ", str(value))).replace("\n", " ")
    return plain if len(plain) <= 40 else plain[:39] + "…"
