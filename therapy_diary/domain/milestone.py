"""A dated mark on every chart: a break, a turning point, strain, something mended."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

MilestoneId = NewType("MilestoneId", int)


class MilestoneKind(StrEnum):
    """What a milestone marks."""

    FIRST_SESSION = "first_session"
    GOALS_SET = "goals_set"
    GOALS_REVIEWED = "goals_reviewed"
    BREAK = "break"
    TURNING_POINT = "turning_point"
    NEW_EXPERIENCE = "new_experience"
    STRAIN = "strain"
    MENDED = "mended"
    ENDING_RAISED = "ending_raised"
    LAST_SESSION = "last_session"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Milestone:
    """One mark. until is the last day of a break, None for a mark of a single day."""

    id: MilestoneId
    therapy: TherapyId
    session: SessionId | None
    on_date: date
    kind: MilestoneKind
    words: str = ""
    until: date | None = None

    def __post_init__(self) -> None:
        if self.until is not None and self.until < self.on_date:
            raise ValueError("a break ends on or after the day it began")
