"""A goal in the person's own words, the wordings it went through, and where they are with it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

GoalId = NewType("GoalId", int)
WordingId = NewType("WordingId", int)
GoalRatingId = NewType("GoalRatingId", int)

LOWEST, HIGHEST = 0, 10
LONGEST_WORDING = 400


class Level(StrEnum):
    """Where in life the goal lies: the article's three levels, and whatever is none of them."""

    FEELINGS = "feelings"
    PATTERNS = "patterns"
    DAILY_LIFE = "daily_life"
    OTHER = "other"


class Shared(StrEnum):
    """Whether the goal is agreed with the therapist: Bordin's agreement on goals as a plain fact."""

    AGREED = "agreed"
    DIFFERS = "differs"
    NOT_DISCUSSED = "not_discussed"


class GoalState(StrEnum):
    """How a goal stands. Setting one aside needs no reason, and none has failed."""

    OPEN = "open"
    REACHED = "reached"
    SET_ASIDE = "set_aside"
    CARRIED_ON = "carried_on"
    REPLACED = "replaced"


class ChangeKind(StrEnum):
    """What a new wording is: clearer words let the line go on, a new aim ends it."""

    FIRST = "first"
    CLEARER_WORDS = "clearer_words"
    NEW_AIM = "new_aim"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWording:
    """The words of a goal from a date on. A wording is never overwritten."""

    id: WordingId
    goal: GoalId
    version: int
    valid_from: date
    wording: str
    change_kind: ChangeKind
    why: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.wording.strip()) <= LONGEST_WORDING:
            raise ValueError(f"a goal has 1 to {LONGEST_WORDING} characters")
        if (self.version == 1) != (self.change_kind is ChangeKind.FIRST):
            raise ValueError("the first wording, and only that, is of the first kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """A goal and all its wordings, oldest first.

    closing_words is a line about its end, if the person likes; replaced_by the goal that took its place.
    """

    id: GoalId
    uid: str
    therapy: TherapyId
    position: int
    level: Level
    shared: Shared
    state: GoalState
    opened_on: date
    closed_on: date | None
    wordings: tuple[GoalWording, ...]
    closing_words: str = ""
    replaced_by: GoalId | None = None

    def __post_init__(self) -> None:
        if not self.wordings:
            raise ValueError("a goal has at least one wording")
        if (self.state is GoalState.OPEN) != (self.closed_on is None):
            raise ValueError("a goal has an end date exactly when it is not open")
        if self.replaced_by is not None and self.state is not GoalState.REPLACED:
            raise ValueError("only a goal that was replaced has another in its place")

    @property
    def wording(self) -> GoalWording:
        """The words that hold now."""
        return self.wordings[-1]

    @property
    def first_wording(self) -> GoalWording:
        """The words it began with."""
        return self.wordings[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRating:
    """Where the person is with a goal on a day: 0 no nearer than at the start, 10 as far as wanted."""

    id: GoalRatingId
    wording: WordingId
    session: SessionId | None
    rated_on: date
    value: int
    words: str = ""

    def __post_init__(self) -> None:
        if not LOWEST <= self.value <= HIGHEST:
            raise ValueError(f"a goal rating lies between {LOWEST} and {HIGHEST}")
