"""What a search of the diary brings up: which text, from when, and the passage with the words marked."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from therapy_diary.domain.therapy import TherapyId

BEGIN, END = "\x02", "\x03"
A_MINUTE = 1024  # places; see storage/migrations/0003_finding.sql
A_DAY = 1440 * A_MINUTE
BEFORE_YEAR_ONE = 365  # days of the year 0, from which places count


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
    OLDEST = "oldest"
    MATCH = "match"  # what holds the words most often, and in its title


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Words of the person's, and where in them the words searched for stand: start and length in characters."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(
    slots=True, kw_only=True, unsafe_hash=True
)  # frozen, fifty of them would be a fifth of what a search takes
class Found:
    """One text that was found. Nobody changes it.

    record is its row: a NoteId, TopicId, WordingId, ChecklistId or TherapyId; part is the question of the checklist
    or the section of the worksheet. place grows with the time of writing and names the place in a list.
    Marks are worked out when they are asked for: a list shows ten of the fifty that it holds.
    """

    kind: FoundKind
    record: int
    part: str
    place: int
    raw_title: str = field(repr=False)
    raw_passage: str = field(repr=False)
    """Each find stands between BEGIN and END."""

    @property
    def title(self) -> Marked:
        """Its title; empty where it has none."""
        return _marked(self.raw_title)

    @property
    def passage(self) -> Marked:
        """The part of its text around the finds."""
        return _marked(self.raw_passage)

    @property
    def moment(self) -> datetime:
        """The minute it was written, local wall time; noon where only the day is known."""
        day, rest = divmod(self.place, A_DAY)
        ordinal = min(max(day - BEFORE_YEAR_ONE, 1), date.max.toordinal())
        return datetime.combine(date.fromordinal(ordinal), time()) + timedelta(minutes=rest // A_MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOnPage:
    """Words found in a Section of the pages of a finished ending: of which finish, and on the page for which Audience.

    title is the section's heading, passage the part of it around the finds.
    """

    therapy: TherapyId
    number: int
    finished_on: date
    audience: str
    section: str
    title: str
    passage: Marked = field(repr=False)

    @property
    def moment(self) -> datetime:
        """Noon of the day they were finished."""
        return datetime.combine(self.finished_on, time(12))


def place_of(day: date) -> int:
    """The place from which on everything is of this day or later."""
    return (day.toordinal() + BEFORE_YEAR_ONE) * A_DAY


def _marked(raw: str) -> Marked:
    plain, marks = "", []
    for piece in raw.split(BEGIN):
        word, end, rest = piece.partition(END)
        if end:
            marks.append((len(plain), len(word)))
        plain += word + rest
    return Marked(text=plain, marks=tuple(marks))
