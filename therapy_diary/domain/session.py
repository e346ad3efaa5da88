"""A meeting with the therapist, planned or held: what notes, ratings and answers belong to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.therapy import TherapyId

SessionId = NewType("SessionId", int)

LONGEST_LINE = 200


class SessionState(StrEnum):
    """Whether a session took place. Only a held one can be rated."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED_BY_ME = "cancelled_by_me"
    CANCELLED_BY_THERAPIST = "cancelled_by_therapist"
    MISSED = "missed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting. Its number is its rank among those held, and is never stored.

    starts_at is local wall time and stays what it was when clock or country change.
    one_line is the line left for next time, at most 200 characters.
    """

    id: SessionId
    uid: str
    therapy: TherapyId
    starts_at: datetime
    state: SessionState
    one_line: str = ""
    my_part: str = ""
    their_part: str = ""

    def __post_init__(self) -> None:
        if self.starts_at.tzinfo is not None:
            raise ValueError("a session's start is local wall time")
        if len(self.one_line) > LONGEST_LINE:
            raise ValueError(f"the line for next time has at most {LONGEST_LINE} characters")

    @property
    def is_held(self) -> bool:
        """Whether it took place."""
        return self.state is SessionState.HELD
