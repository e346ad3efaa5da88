"""A questionnaire as its file defines it, and the answers given to it.

A definition is data only. Answers always belong to one exact file: its code, version and SHA-256.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NewType

from therapy_diary.domain.measure_flaw import Said
from therapy_diary.domain.therapy import TherapyId

MeasureId = NewType("MeasureId", int)
MeasureAnswersId = NewType("MeasureAnswersId", int)


class Every(StrEnum):
    """How often the file suggests to answer. Nothing is ever overdue."""

    NEVER = "never"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    EACH_SESSION = "each_session"


class Scoring(StrEnum):
    """How the answers of a scale come together."""

    SUM = "sum"
    MEAN = "mean"


class Better(StrEnum):
    """Which end of a scale is easier for the person. It turns the words, never the axis; open: nobody said which."""

    HIGHER = "higher"
    LOWER = "lower"
    OPEN = "open"


class MissingRule(StrEnum):
    """What happens when items of a scale were left out."""

    REFUSE = "refuse"
    PRORATE = "prorate"
    NONE = "none"


class Origin(StrEnum):
    """Where a questionnaire comes from."""

    IN_BOX = "in_box"
    ADDED_BY_ME = "added_by_me"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer that can be given, and its words."""

    value: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One statement or question. choices rise in value.

    safety is the raw answer from which on the person's own contacts are shown; None for almost every item.
    """

    id: str
    text: str
    choices: tuple[Choice, ...]
    reverse: bool = False
    safety: int | None = None

    @property
    def lowest(self) -> int:
        """The lowest answer."""
        return self.choices[0].value

    @property
    def highest(self) -> int:
        """The highest answer."""
        return self.choices[-1].value

    def scored(self, answer: int) -> int:
        """What an answer counts for: turned round within this item's own answers when the item is reversed."""
        return self.lowest + self.highest - answer if self.reverse else answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """The rule for left-out items; min_answered only where scores are prorated."""

    rule: MissingRule
    min_answered: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """The authors' name for a range of scores, both ends included. Shown only if the person turns bands on."""

    low: Decimal
    high: Decimal
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a reliable change is worked out from: the spread in a sample, the reliability, its kind and its source."""

    sd: float
    reliability: float
    kind: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A score over some of the items."""

    id: str
    title: str
    items: tuple[Item, ...]
    scoring: Scoring
    better: Better
    missing: Missing
    decimals: int
    bands: tuple[Band, ...] = ()
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """Whose wording it is. With own_use_only the item texts stay out of whatever leaves the diary to be shared."""

    holder: str
    licence: str
    evidence: str
    own_use_only: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A questionnaire. toml is the file's whole text, sha256 is taken of it; remarks say what reading it showed."""

    code: str
    version: str
    title: str
    language: str
    intro: str
    every: Every
    rights: Rights
    items: tuple[Item, ...]
    scales: tuple[Scale, ...]
    toml: str
    sha256: str
    remarks: tuple[Said, ...] = ()

    def item(self, item: str) -> Item:
        """The item of that id. Raises KeyError."""
        for it in self.items:
            if it.id == item:
                return it
        raise KeyError(item)

    def check_answers(self, answers: Mapping[str, int | None]) -> None:
        """Refuse answers to items that are not here, and answers that cannot be chosen. Raises ValueError."""
        known = {it.id: it for it in self.items}
        for name, value in answers.items():
            if name not in known:
                raise ValueError(f"no such item: {name}")
            if value is not None and value not in {it.value for it in known[name].choices}:
                raise ValueError(f"not an answer to {name}: {value}")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMeasure:
    """A questionnaire in the diary. It is asked for only when enabled, which the person decides."""

    id: MeasureId
    measure: Measure
    origin: Origin
    enabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureAnswers:
    """The answers of one time, raw as they were chosen; None was left out. Scores are worked out, never stored.

    therapy is None for what was answered between therapies.
    """

    id: MeasureAnswersId
    measure: MeasureId
    therapy: TherapyId | None
    answered_at: datetime
    answers: Mapping[str, int | None] = field(default_factory=dict)


def score_range(items: Sequence[Item], scoring: Scoring) -> tuple[Fraction, Fraction]:
    """The lowest and the highest score that all items together can come to."""
    low, high = Fraction(sum(it.lowest for it in items)), Fraction(sum(it.highest for it in items))
    return (low, high) if scoring is Scoring.SUM else (low / len(items), high / len(items))


def band_places(bands: Collection[Band]) -> int:
    """How many decimals the ends of the bands have: a score is rounded to these before it is placed."""
    ends = [end for it in bands for end in (it.low, it.high)]
    return max((decimals_of(it) for it in ends), default=0)


def half_up(score: Fraction, places: int) -> Decimal:
    """A score rounded to some decimals, half way up, as in school."""
    shifted = score * 10**places + Fraction(1, 2)
    return Decimal(shifted.numerator // shifted.denominator).scaleb(-places)


def decimals_of(number: Decimal) -> int:
    """How many decimals a number has, zeros at its end left out. Exact, however long it is."""
    _, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        return 0
    significant = len("".join(map(str, digits)).rstrip("0"))
    return max(significant - len(digits) - exponent, 0) if significant else 0
