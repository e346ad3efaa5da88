"""What gathered since the last session: everything the page before a session says, in the order that helps first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from therapy_diary.domain.goal import Goal, GoalState
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note
from therapy_diary.domain.pattern import Pattern
from therapy_diary.domain.session import Session
from therapy_diary.domain.setting import Setting
from therapy_diary.domain.task import Task
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.insight.next_session import NextSession, next_session

LONG_BREAK = timedelta(days=30)
OVERALLS_SHOWN = 12
MANY_NOTES = 100  # above it they are not counted
MEANT_SHOWN = 3  # tasks, and patterns
HARD_TO_SAY = 2  # from here on the first sentence is shown in large type


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The two minutes before a session.

    number is what the next session's number will be. last is the latest held session, whose line was left for now.
    overall are alliance values 0 to 4, oldest first; None is a session without one. Nothing in here counts what is left undone.
    """

    therapy: Therapy
    now: datetime
    next: NextSession | None
    number: int
    last: Session | None
    to_bring: tuple[Topic, ...]
    notes: tuple[Note, ...]
    overall: tuple[float | None, ...]
    goals: tuple[Goal, ...]
    tasks: tuple[Task, ...] = ()
    patterns: tuple[Pattern, ...] = ()

    @property
    def line_left(self) -> str:
        """The line the person left themselves last time; empty when there was none."""
        return "" if self.last is None else self.last.one_line

    @property
    def after_a_break(self) -> bool:
        """Whether more than 30 days lie between the last session and now, so that its date is worth saying."""
        return self.last is not None and self.now - self.last.starts_at > LONG_BREAK

    @property
    def is_today(self) -> bool:
        """Whether the next session is today."""
        return self.next is not None and self.next.starts_at.date() == self.now.date()


def review(
    therapy: Therapy,
    *,
    now: datetime,
    sessions: Sequence[Session],
    settings: Sequence[Setting] = (),
    milestones: Sequence[Milestone] = (),
    topics: Sequence[Topic] = (),
    notes: Sequence[Note] = (),
    overall: Sequence[float | None] = (),
    goals: Sequence[Goal] = (),
    tasks: Sequence[Task] = (),
    patterns: Sequence[Pattern] = (),
) -> Review:
    """Gather the review. Topics come hardest first; notes newest first, without those about the last session itself.

    Of tasks and patterns the latest few are named: both for an approach that is mixed or not known, else its own.
    """
    held = [it for it in sessions if it.is_held and it.starts_at <= now]
    last = held[-1] if held else None
    return Review(
        therapy=therapy,
        now=now,
        next=next_session(sessions, settings, milestones, now) if therapy.meets else None,
        number=len(held) + 1,
        last=last,
        to_bring=hardest_first(topics),
        notes=tuple(it for it in notes if _is_since(it, last)),
        overall=tuple(overall[-OVERALLS_SHOWN:]),
        goals=tuple(it for it in goals if it.state is GoalState.OPEN),
        tasks=() if therapy.approach is Approach.DYNAMIC else tuple(tasks[-MEANT_SHOWN:]),
        patterns=() if therapy.approach is Approach.FOCUSED else tuple(patterns[-MEANT_SHOWN:]),
    )


def hardest_first(topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """Topics still to be brought: the hardest to say first, those put off for later last, else in the person's order."""
    waiting = (it for it in topics if it.is_waiting)
    return tuple(sorted(waiting, key=lambda it: (it.state is TopicState.LATER, -it.hard_to_say, it.position)))


def _is_since(note: Note, last: Session | None) -> bool:
    if last is None:
        return True
    return note.written_at > last.starts_at and note.session != last.id
