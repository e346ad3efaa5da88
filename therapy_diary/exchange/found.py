"""What a reader finds in another diary: entries, ratings, the files that go with them, and what had to be left."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

FARTHEST = 14 * 60
"""Minutes that a clock can be ahead of UTC or behind it."""


class Why(StrEnum):
    """Why one record was left out."""

    NO_DATE = "no_date"
    ABSURD_DATE = "absurd_date"
    NOT_A_RECORD = "not_a_record"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    UNSAFE_PATH = "unsafe_path"
    NOT_A_FILE = "not_a_file"
    FILE_MISSING = "file_missing"
    FILE_TOO_LARGE = "file_too_large"
    LOCKED = "locked"
    IN_THE_BIN = "in_the_bin"
    AGAINST_RULES = "against_rules"
    BELONGS_NOWHERE = "belongs_nowhere"
    NO_QUESTIONNAIRE = "no_questionnaire"
    OTHER_QUESTIONNAIRE = "other_questionnaire"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """One record that stays behind: what says where in the source it stands, never what it says."""

    what: str
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file that goes with an entry. content() reads it, at most limit bytes; raises LeftOut."""

    name: str
    media: str
    content: Callable[[int], bytes]


@dataclass(slots=True, kw_only=True)  # a frozen one takes three times as long to make, and there are many
class Found:
    """One entry of another diary.

    written_at is local wall time as the person saw it; instant the same moment in UTC (naive), where it is known.
    source is the program, source_id its own name for the entry, empty where it has none. mood runs from 1 to 5, the best.
    record is what the source said, as JSON. lost are files of the entry that are not in the source. may_be_printed: the
    person said so, in a diary like this one.

    said are its date, title and text as they stand there, where these were read out of something else; a later version
    that reads otherwise gives the same. parts are the entries it holds, where the person may want each by itself. stages
    gives what it may have come as when there was less of it, each with the places of the parts that this holds.
    """

    source: str
    written_at: datetime
    text: str
    record: str
    title: str = ""
    source_id: str = ""
    zone: str = ""
    instant: datetime | None = None
    day_only: bool = False
    starred: bool = False
    may_be_printed: bool = False
    tags: tuple[str, ...] = ()
    mood: int | None = None
    mood_words: str = ""
    files: tuple[FoundFile, ...] = ()
    lost: tuple[Skipped, ...] = ()
    said: tuple[str, str, str] | None = None
    parts: "tuple[Found, ...]" = ()
    stages: "Callable[[], Iterable[tuple[tuple[int, ...], Found]]]" = tuple

    def __post_init__(self) -> None:
        if self.written_at.tzinfo is not None or (
            self.instant is not None and self.instant.tzinfo is not None
        ):
            raise ValueError("both are kept without a zone; zone says which")
        if self.mood is not None and not 1 <= self.mood <= 5:
            raise ValueError("a mood lies between 1 and 5")

    @property
    def offset_min(self) -> int | None:
        """Minutes the clock was ahead of UTC, None where that is not known or no clock goes so."""
        if self.instant is None:
            return None
        offset = round((self.written_at - self.instant).total_seconds() / 60)
        return offset if -FARTHEST <= offset <= FARTHEST else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRating:
    """A number that something was rated with, and the word for it, if it had one.

    name is what was rated, source_label the program as its makers write it. scale holds every step with its word, where
    all numbers of the source for this name are ratings; it is empty where they are not. note says the same as a note.
    """

    source_label: str
    name: str
    value: int
    label: str
    scale: Mapping[int, str]
    note: Found


class LeftOut(Exception):
    """Raised by a reader inside one record, which then is counted and named while the rest goes on."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why
