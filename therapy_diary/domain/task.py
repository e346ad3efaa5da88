"""What was agreed to try between sessions, and what was learnt from it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.goal import GoalId
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

TaskId = NewType("TaskId", int)

LONGEST_WORDING = 400


class Outcome(StrEnum):
    """What became of a task. Letting one go carries no mark."""

    OPEN = "open"
    TRIED = "tried"
    DONE = "done"
    LET_GO = "let_go"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Something to try. session is the one it was agreed in, goal the one it serves, if any."""

    id: TaskId
    uid: str
    therapy: TherapyId
    session: SessionId | None
    goal: GoalId | None
    wording: str
    outcome: Outcome
    created_on: date
    learnt: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.wording.strip()) <= LONGEST_WORDING:
            raise ValueError(f"a task has 1 to {LONGEST_WORDING} characters")
