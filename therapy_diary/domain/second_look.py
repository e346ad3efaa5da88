"""A second look at a session: what the person writes a day or two later, beside what they wrote at first."""

from dataclasses import dataclass

from therapy_diary.domain.note import Note
from therapy_diary.domain.session import Session

FORM_VERSION = 1
"""Of the question "Does it look different today?"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLook:
    """The note that is the second look, and the wording of the question it answers."""

    note: Note
    form_version: int = FORM_VERSION

    def minutes_since(self, session: Session) -> int:
        """How long after the session began it was written, by the clock on the wall."""
        return int((self.note.written_at - session.starts_at).total_seconds() // 60)
