"""A thought on this: the one careful sentence that the rules may offer, always with what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicId

ReadingId = NewType("ReadingId", int)

RULE_VERSION = 1  # of the rules as a whole; a shown reading keeps the one it was found by


class Rule(StrEnum):
    """What the rules can find, in the order they are looked at. The three without a text show nothing."""

    SAFETY = "safety"
    NOT_ENOUGH = "not_enough"
    WAIT_AFTER_TALKING = "wait_after_talking"
    STILL_THERE_AFTER_TALKING = "still_there_after_talking"
    EASED_AFTER_TALKING = "eased_after_talking"
    MIXED = "mixed"
    RELATIONSHIP = "relationship"
    HARD_WORK = "hard_work"
    STANDING_STILL = "standing_still"
    UNCLEAR = "unclear"
    STANDS_OUT = "stands_out"
    QUIET = "quiet"

    @property
    def has_text(self) -> bool:
        """Whether there is anything to show: nothing found is not said either, not even that all is well."""
        return self not in (Rule.NOT_ENOUGH, Rule.WAIT_AFTER_TALKING, Rule.QUIET)


class Reason(StrEnum):
    """Which part of a rule was met, said under "why this is shown"."""

    LINE_CROSSED = "line_crossed"
    NOT_SAFE = "not_safe"
    BROUGHT = "brought"
    FIT_MARKED = "fit_marked"
    FIT_CLEAR = "fit_clear"
    LOW_RUNNING = "low_running"
    HARD = "hard"
    STILL = "still"
    HOLDS = "holds"
    IN_BETWEEN = "in_between"
    BELOW_USUAL = "below_usual"


class Response(StrEnum):
    """What the person made of a reading."""

    NONE = "none"
    MADE_TOPIC = "made_topic"
    NOT_NOW = "not_now"
    DOES_NOT_FIT = "does_not_fit"
    TURNED_OFF = "turned_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionInput:
    """One session that a reading rests on: its number and day as they were, and the answers that counted.

    It points at no record, so that it stays true when sessions are moved, deleted, or brought into another diary.
    """

    number: int
    day: date
    answers: Mapping[str, int | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A reading to show: the rule, the sessions and answers it rests on, and which parts of the rule were met.

    is_growing adds that not getting through has grown lately. low and high are the usual range and score the value
    of a session that stands out. brought_on is the day it was spoken about; marked_on are the days of the person's
    marks of safety. counted is how many sessions of how many met the first reason.
    """

    rule: Rule
    sessions: tuple[SessionInput, ...] = ()
    reasons: tuple[Reason, ...] = ()
    counted: tuple[int, int] | None = None
    is_growing: bool = False
    brought_on: date | None = None
    marked_on: tuple[date, ...] = ()
    score: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReading:
    """A reading that was shown, with the data of that day, and what the person answered to it."""

    id: ReadingId
    therapy: TherapyId
    reading: Reading
    rule_version: int
    shown_at: datetime
    response: Response = Response.NONE
    topic: TopicId | None = None
