"""A course of therapy with one therapist: what everything else in a diary belongs to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

TherapyId = NewType("TherapyId", int)

LONGEST_NAME = 120


class Approach(StrEnum):
    """How the therapy works, as far as the person can tell. It changes what is offered first, never what exists."""

    DYNAMIC = "dynamic"
    FOCUSED = "focused"
    MIXED = "mixed"
    UNSURE = "unsure"


class TherapyState(StrEnum):
    """Where a therapy stands. Closed goes back to active only by reopening."""

    STARTING = "starting"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDING = "ending"
    CLOSED = "closed"


class EndKind(StrEnum):
    """Why a therapy ended. Each is said in the same tone."""

    GOALS_REACHED = "goals_reached"
    LACK_OF_FIT = "lack_of_fit"
    PLANNED_LIMIT = "planned_limit"
    OUTSIDE_REASONS = "outside_reasons"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Therapy:
    """One course with one therapist."""

    id: TherapyId
    uid: str
    label: str
    therapist_name: str
    approach: Approach
    reason_for_coming: str
    started_on: date
    state: TherapyState
    ended_on: date | None = None
    end_kind: EndKind | None = None

    @property
    def meets(self) -> bool:
        """Whether sessions are to come: not while it is paused, and not once it is closed."""
        return self.state not in (TherapyState.PAUSED, TherapyState.CLOSED)

    def __post_init__(self) -> None:
        if not 1 <= len(self.label.strip()) <= LONGEST_NAME:
            raise ValueError(f"a therapy's label has 1 to {LONGEST_NAME} characters")
        if len(self.therapist_name) > LONGEST_NAME:
            raise ValueError(f"a therapist's name has at most {LONGEST_NAME} characters")
        if (self.state is TherapyState.CLOSED) != (self.ended_on is not None):
            raise ValueError("a therapy has an end date exactly when it is closed")
        if (self.ended_on is None) != (self.end_kind is None):
            raise ValueError("an end date and its kind come together")
        if self.ended_on is not None and self.ended_on < self.started_on:
            raise ValueError("a therapy ends on or after the day it started")
