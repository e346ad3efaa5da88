"""What keeps coming back, and the moments in which it was seen: with the therapist, or outside."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

PatternId = NewType("PatternId", int)
PatternMomentId = NewType("PatternMomentId", int)

LONGEST_NAME = 400


class SeenIn(StrEnum):
    """Where a pattern showed. That it shows up in the room, too, is the dynamic idea."""

    WITH_THERAPIST = "with_therapist"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A pattern in the person's own name for it. No two of one therapy share a name."""

    id: PatternId
    uid: str
    therapy: TherapyId
    name: str
    words: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.name.strip()) <= LONGEST_NAME:
            raise ValueError(f"a pattern's name has 1 to {LONGEST_NAME} characters")


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternMoment:
    """One time it was seen."""

    id: PatternMomentId
    pattern: PatternId
    session: SessionId | None
    seen_on: date
    place: SeenIn
    words: str = ""
