"""What the person wrote before, after or between sessions, as Markdown text."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId

NoteId = NewType("NoteId", int)
LONGEST_TEXT = 4 * 1024 * 1024
"""Characters of one note: a thousand pages."""


class NoteKind(StrEnum):
    """When a note was written, seen from its session."""

    BEFORE = "before"
    AFTER = "after"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One note. written_at and edited_at are local wall time; a note is not printed unless that is chosen."""

    id: NoteId
    uid: str
    therapy: TherapyId
    session: SessionId | None
    kind: NoteKind
    title: str
    text: str
    written_at: datetime
    edited_at: datetime | None = None
    starred: bool = False
    never_print: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteVersion:
    """What stood in a note until kept_at, local wall time, when it was written anew."""

    id: int
    note: NoteId
    kept_at: datetime
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionHead:
    """A version without its text: for lists, as fifty versions of a long note are much to read."""

    id: int
    kept_at: datetime
    title: str
