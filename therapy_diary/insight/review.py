"""What gathered since the last session: everything the page before a session says, in the order that helps first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from therapy_diary.domain.checklist import QUESTIONS, ChecklistAnswers
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note
from therapy_diary.domain.pattern import Pattern
from therapy_diary.domain.session import Session
from therapy_diary.domain.setting import Setting
from therapy_diary.domain.task import Task
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.domain.topic import Topic, TopicId, TopicState
from therapy_diary.insight.next_session import NextSession, next_session
from therapy_diary.insight.small_panel import SmallPanel

LONG_BREAK = timedelta(days=30)
MANY_NOTES = 100  # above it they are not counted
MEANT_SHOWN = 3  # tasks, and patterns
TOPICS_SHOWN = 3
NOTES_SHOWN = 3
ALEF, TAV, GERESH = "\u05d0", "\u05ea", "\u05f3"  # a Hebrew word is cut short with a sign of its own
HARD_TO_SAY = 2  # from here on the first sentence is shown in large type


class Element(StrEnum):
    """What the page is made of, in its order; each can be taken onto paper or left out."""

    WHEN = "when"
    LINE = "line"
    BRING = "bring"
    MEANT = "meant"
    SINCE = "since"
    PANELS = "panels"
    THOUGHT = "thought"
    QUESTION = "question"
    OWN_WORDS = "own_words"


USUALLY_TICKED = frozenset({Element.WHEN, Element.LINE, Element.BRING, Element.MEANT, Element.OWN_WORDS})
"""What goes onto paper as long as nobody says otherwise: what one goes by in the room, and room to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What is wanted on paper: these elements, and of the topics only these."""

    elements: frozenset[Element]
    topics: frozenset[TopicId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The two minutes before a session.

    number is what the next session's number will be. last is the latest held session, whose line was left for now.
    covered are topics that are only counted until somebody opens them; they are never among those to bring.
    question is one of the eight, the one not answered for the longest time. Nothing in here counts what is left undone.
    """

    therapy: Therapy
    now: datetime
    next: NextSession | None
    number: int
    last: Session | None
    to_bring: tuple[Topic, ...]
    covered: tuple[Topic, ...]
    notes: tuple[Note, ...]
    tasks: tuple[Task, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    panels: tuple[SmallPanel, ...] = ()
    thought: str = ""
    question: str = ""

    @property
    def line_left(self) -> str:
        """The line the person left themselves last time; empty when there was none."""
        return "" if self.last is None else self.last.one_line

    @property
    def after_a_break(self) -> bool:
        """Whether more than 30 days lie between the last session and now, so that its date is worth saying."""
        return self.last is not None and self.now - self.last.starts_at > LONG_BREAK

    @property
    def pinned(self) -> tuple[Note, ...]:
        """The few notes to be named: those with a star first, then the newest."""
        return tuple(sorted(self.notes, key=lambda it: not it.starred))[:NOTES_SHOWN]

    @property
    def usual_ticks(self) -> Ticks:
        """What goes onto paper unless the person says otherwise: of the topics the few at the head."""
        return Ticks(elements=USUALLY_TICKED, topics=frozenset(it.id for it in self.to_bring[:TOPICS_SHOWN]))

    def only(self, ticks: Ticks) -> "Review":
        """The same with nothing in it that is not ticked."""

        def has(element: Element) -> bool:
            return element in ticks.elements

        return replace(
            self,
            next=self.next if has(Element.WHEN) else None,
            last=self.last if has(Element.LINE) else None,
            to_bring=tuple(it for it in self.to_bring if has(Element.BRING) and it.id in ticks.topics),
            covered=(),
            notes=self.notes if has(Element.SINCE) else (),
            tasks=self.tasks if has(Element.MEANT) else (),
            patterns=self.patterns if has(Element.MEANT) else (),
            panels=self.panels if has(Element.PANELS) else (),
            thought=self.thought if has(Element.THOUGHT) else "",
            question=self.question if has(Element.QUESTION) else "",
        )


def review(
    therapy: Therapy,
    *,
    now: datetime,
    sessions: Sequence[Session],
    settings: Sequence[Setting] = (),
    milestones: Sequence[Milestone] = (),
    topics: Sequence[Topic] = (),
    by_hand: bool = False,
    notes: Sequence[Note] = (),
    tasks: Sequence[Task] = (),
    patterns: Sequence[Pattern] = (),
    question: str = "",
) -> Review:
    """Gather the review. Notes come newest first, without those about the last session itself.

    Topics come hardest first, or as the person put them by hand. Of tasks and patterns the latest few are named: both
    for an approach that is mixed or not known, else its own.
    """
    held = [it for it in sessions if it.is_held and it.starts_at <= now]
    last = held[-1] if held else None
    waiting = in_order(topics, by_hand=by_hand)
    return Review(
        therapy=therapy,
        now=now,
        next=next_session(sessions, settings, milestones, now) if therapy.meets else None,
        number=len(held) + 1,
        last=last,
        to_bring=tuple(it for it in waiting if not it.covered),
        covered=tuple(it for it in waiting if it.covered),
        notes=tuple(it for it in notes if _is_since(it, last)),
        tasks=() if therapy.approach is Approach.DYNAMIC else tuple(tasks[-MEANT_SHOWN:]),
        patterns=() if therapy.approach is Approach.FOCUSED else tuple(patterns[-MEANT_SHOWN:]),
        question=question,
    )


def in_order(topics: Sequence[Topic], *, by_hand: bool) -> tuple[Topic, ...]:
    """Topics still to be brought: in the person's order where they made one, else the hardest to say first.

    Without an order of their own, those put off for later come last.
    """
    waiting = [it for it in topics if it.is_waiting]
    if by_hand:
        return tuple(sorted(waiting, key=lambda it: it.position))
    return tuple(sorted(waiting, key=lambda it: (it.state is TopicState.LATER, -it.hard_to_say, it.position)))


def moved(topics: Sequence[Topic], topic: TopicId, steps: int) -> list[Topic]:
    """The topics, shown in this order, with one of them so many places further down, and the positions that makes.

    They share the positions they had among them, so that no other topic's place changes. Only those that move are
    returned.
    """
    order = list(topics)
    here = next(place for place, it in enumerate(order) if it.id == topic)
    order.insert(min(max(here + steps, 0), len(order) - 1), order.pop(here))
    free: list[int] = []
    for position in sorted(it.position for it in topics):
        free.append(max(position, free[-1] + 1) if free else position)  # two may have shared one
    placed = zip(order, free, strict=True)
    return [replace(it, position=position) for it, position in placed if it.position != position]


def longest_unanswered(answered: Sequence[ChecklistAnswers]) -> int:
    """Which of the eight questions was not answered for the longest time; of several the first. "Not sure" is an answer."""
    last = dict.fromkeys(QUESTIONS, date.min)
    for it in answered:
        for question in it.answers:
            last[question] = max(last[question], it.answered_on)
    return min(QUESTIONS, key=lambda it: last[it])


def initials(name: str) -> str:
    """A name as it may lie on a table: the first letter of each word, "N. B." for "Noa Bar"."""
    firsts = (word[0] for word in name.split() if word[0].isalpha())
    return " ".join(it + (GERESH if ALEF <= it <= TAV else ".") for it in firsts)


def _is_since(note: Note, last: Session | None) -> bool:
    if last is None:
        return True
    return note.written_at > last.starts_at and note.session != last.id
