"""The records a worksheet is drawn from, and the lines that are drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswers
from therapy_diary.domain.closing import Closing, ClosingSection, Section, Variant
from therapy_diary.domain.contact import Contact
from therapy_diary.domain.goal import Goal, GoalId, GoalRating
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note
from therapy_diary.domain.session import Session
from therapy_diary.domain.setting import Setting
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the diary holds about one therapy, as far as a printed page may draw on it.

    Everything is oldest first. A note marked never to be printed is passed over even when it is handed in.
    """

    therapy: Therapy
    today: date
    closing: Closing
    written: Mapping[Section, ClosingSection] = field(default_factory=dict)
    settings: Sequence[Setting] = ()
    sessions: Sequence[Session] = ()
    goals: Sequence[Goal] = ()
    goal_ratings: Mapping[GoalId, Sequence[GoalRating]] = field(default_factory=dict)
    alliance: Sequence[AllianceRating] = ()
    statements: Mapping[str, str] = field(default_factory=dict)
    checklists: Sequence[ChecklistAnswers] = ()
    milestones: Sequence[Milestone] = ()
    topics: Sequence[Topic] = ()
    contacts: Sequence[Contact] = ()
    notes: Sequence[Note] = ()

    @property
    def fits(self) -> bool:
        """Whether the worksheet is the one after reached goals, not after a lack of fit."""
        return self.closing.variant is Variant.GOALS

    @property
    def held(self) -> list[Session]:
        """The sessions that took place, oldest first."""
        return [it for it in self.sessions if it.is_held]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line drawn from the diary. aside is what stands beside it in small letters: a date, or whose part it is."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal: first and latest words (empty when unchanged), middle values of first and latest ratings, and its state."""

    first: str
    last: str
    start: str
    latest: str
    state: str
