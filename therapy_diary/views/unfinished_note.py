"""A note that is still being written, as a draft keeps it: everything on the page, not only the text."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec

from therapy_diary.domain.draft import NOTES
from therapy_diary.domain.note import NoteId, NoteKind
from therapy_diary.domain.session import SessionId

NEW = f"{NOTES}new"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnfinishedNote:
    """What stands on the note page. session or start says what it is about; neither when it is about no session.

    line is None while the person has not touched the line for next time.
    """

    version: Literal[1] = 1
    text: str
    title: str = ""
    line: str | None = None
    kind: NoteKind | None = None
    session: int | None = None
    start: datetime | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written: no note is made of it."""
        return not (self.text.strip() or self.title.strip())

    def about(self) -> SessionId | datetime | None:
        """The session, or when one that is not there yet begins."""
        return self.start if self.session is None else SessionId(self.session)

    def encoded(self) -> str:
        """As the draft's text."""
        return msgspec.json.encode(self).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePlace:
    """Where the person was on the note page when the diary locked. cursor counts characters of the text."""

    note: int | None = None
    cursor: int = 0
    field: str = "text"

    def encoded(self) -> str:
        """As a bookmark."""
        return msgspec.json.encode(self).decode()


def place_in(bookmark: str) -> NotePlace | None:
    """What encoded() wrote; None for anything else."""
    try:
        return msgspec.json.decode(bookmark, type=NotePlace)
    except (msgspec.DecodeError, UnicodeError):
        return None


def decoded(draft_text: str) -> UnfinishedNote:
    """What encoded() wrote. Any other text is taken for the note's own words, so that it is never lost."""
    try:
        return msgspec.json.decode(draft_text, type=UnfinishedNote)
    except (msgspec.DecodeError, UnicodeError):
        return UnfinishedNote(text=draft_text)


def place_of(note: NoteId | None) -> str:
    """Where a note's draft is kept: each note has its place, and the one not yet written."""
    return NEW if note is None else f"{NOTES}{note}"


def note_at(place: str) -> NoteId | None:
    """The note a draft belongs to; None for a new one."""
    number = place.removeprefix(NOTES)
    return NoteId(int(number)) if number.isdecimal() else None


def is_note_place(place: str) -> bool:
    """Whether a draft is a note's, and not an answer's or another page's."""
    return place.startswith(NOTES)
