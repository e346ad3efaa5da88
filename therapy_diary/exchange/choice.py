"""What of a diary goes out: which therapy, which days, which kinds of things, and what is held back unless asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.whole import Values


class Part(StrEnum):
    """One kind of things that a person may take out or leave."""

    NOTES = "notes"
    TOPICS = "topics"
    GOALS = "goals"
    MILESTONES = "milestones"
    ALLIANCE = "alliance"
    CHECKLIST = "checklist"
    MEASURES = "measures"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One therapy or all, everything from a day to a day, some kinds of things, and the two that are held back.

    Notes that are never printed and topics that are covered stay in the diary unless asked for.
    """

    therapy: TherapyId | None = None
    since: date | None = None
    until: date | None = None
    parts: frozenset[Part] = frozenset(Part)
    never_printed: bool = False
    covered: bool = False

    def spans(self, day: date | str) -> bool:
        """Whether a day, or a moment that begins with one as YYYY-MM-DD, lies between the two."""
        day = day.isoformat() if isinstance(day, date) else day
        return (self.since is None or day[:10] >= self.since.isoformat()) and (
            self.until is None or day[:10] <= self.until.isoformat()
        )

    def takes(self, note: Values) -> bool:
        """Whether a note goes out."""
        return (
            Part.NOTES in self.parts
            and note["binned_at"] is None
            and (self.therapy is None or note["therapy"] == self.therapy)
            and self.spans(note["written_at"])
            and (self.never_printed or not note["never_print"])
        )


def held_back(diary: Diary, choice: Choice) -> int:
    """How many notes of the choice stay in the diary because they may not be printed."""
    with_them = replace(choice, never_printed=True)
    return sum(with_them.takes(it) and not choice.takes(it) for it in _notes(diary))


def taken(diary: Diary, choice: Choice) -> int:
    """How many notes go out."""
    return sum(choice.takes(it) for it in _notes(diary))


def _notes(diary: Diary) -> Iterable[Values]:
    [notes] = [it for it in diary.whole.tables() if it.name == "note"]
    return diary.whole.rows(notes)
