"""What a search of the diary brings up: which text, from when, and the passage with the words marked."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class FoundKind(StrEnum):
    """Whose words were found."""

    NOTE = "note"
    TOPIC = "topic"
    GOAL = "goal"
    CHECKLIST = "checklist"
    ENDING = "ending"


class Order(StrEnum):
    """What comes first."""

    DATE = "date"  # the newest
    MATCH = "match"  # what holds the words most often, and in its title


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words of the person's, and where in them the words searched for stand: start and length in characters."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One text that was found.

    record is its row: a NoteId, TopicId, WordingId, ChecklistId or TherapyId; part is the question of the checklist
    or the section of the worksheet. place grows with the time of writing and names the place in a list.
    """

    kind: FoundKind
    record: int
    part: str
    moment: datetime
    title: Marked
    passage: Marked
    place: int
