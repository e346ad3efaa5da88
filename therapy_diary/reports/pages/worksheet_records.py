"""The records a worksheet is drawn from, and the lines that are drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswers
from therapy_diary.domain.closing import Closing, ClosingLine, ClosingSection, Section, Ticks, Variant
from therapy_diary.domain.contact import Contact
from therapy_diary.domain.goal import Goal, GoalId, GoalRating
from therapy_diary.domain.measure import KeptMeasure, MeasureAnswers
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note
from therapy_diary.domain.pattern import Pattern, PatternMoment
from therapy_diary.domain.session import Session
from therapy_diary.domain.setting import Setting
from therapy_diary.domain.sign import SignMoment
from therapy_diary.domain.task import Task
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What the diary holds about one therapy, as far as a printed page may draw on it.

    Everything is oldest first. A note marked never to be printed, and a topic that is covered, are passed over even
    when they are handed in.
    """

    therapy: Therapy
    today: date
    closing: Closing
    written: Mapping[Section, ClosingSection] = field(default_factory=dict)
    seen: Mapping[tuple[Section, str], ClosingLine] = field(default_factory=dict)
    ticks: Ticks = field(default_factory=Ticks)
    settings: Sequence[Setting] = ()
    sessions: Sequence[Session] = ()
    goals: Sequence[Goal] = ()
    goal_ratings: Mapping[GoalId, Sequence[GoalRating]] = field(default_factory=dict)
    alliance: Sequence[AllianceRating] = ()
    statements: Mapping[str, str] = field(default_factory=dict)
    checklists: Sequence[ChecklistAnswers] = ()
    measures: Sequence[tuple[KeptMeasure, Sequence[MeasureAnswers]]] = ()
    milestones: Sequence[Milestone] = ()
    topics: Sequence[Topic] = ()
    contacts: Sequence[Contact] = ()
    notes: Sequence[Note] = ()
    tasks: Sequence[Task] = ()
    patterns: Sequence[Pattern] = ()
    pattern_moments: Sequence[PatternMoment] = ()
    signs: Sequence[SignMoment] = ()
    sign_names: Mapping[str, str] = field(default_factory=dict)

    @property
    def fits(self) -> bool:
        """Whether the worksheet is the one after reached goals, not after a lack of fit."""
        return self.closing.variant is Variant.GOALS

    @property
    def held(self) -> list[Session]:
        """The sessions that took place, oldest first."""
        return [it for it in self.sessions if it.is_held]

    @property
    def open_topics(self) -> list[Topic]:
        """The topics without those the person keeps covered."""
        return [it for it in self.topics if not it.covered]

    @property
    def open_notes(self) -> list[Note]:
        """The notes without those that are never to be printed."""
        return [it for it in self.notes if not it.never_print]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line drawn from the diary. aside is what stands beside it in small letters: a date, or whose part it is.

    key says which record gave it: the same in every copy of the diary. facts are what it says in no language, where
    its text changes with the language of the page; they tell whether somebody has seen it as it now is.
    """

    text: str
    key: str
    aside: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal: first and latest words (empty when unchanged), middle values of first and latest ratings, and its state.

    start and latest are empty where there was no rating, and on the page after a lack of fit, which is shorter.
    """

    key: str
    first: str
    last: str
    start: str
    latest: str
    state: str
    facts: str
