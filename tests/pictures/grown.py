"""A diary of the benchmarks, which has notes and sessions only, with as many answers and subjects as belong to them."""

import random
from dataclasses import replace
from datetime import timedelta

from tests.benchmarks import stores
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.checklist import QUESTIONS, ChecklistAnswer
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicState
from therapy_diary.storage.diary import Diary

GOALS = ("Sleep through most nights", "Say what I need before I am angry", "See friends once a week")
LOOKS_BACK_EVERY, MARKS_EVERY, BRINGS_EVERY, BREAK_EVERY = 8, 12, 3, 40  # sessions
WEEK, BREAK_WEEKS = timedelta(weeks=1), 3
BINNED = 200  # notes at most
TAGS = ("sister", "work", "sleep", "the dream")


def grow(diary: Diary) -> None:
    """Answer every session, rate goals, raise topics, mark moments, star and tag and bin notes: the same at each run."""
    therapy = diary.therapies.current()
    held = diary.sessions.held(therapy.id) if therapy is not None else []
    if therapy is None or not held:
        return
    chance = random.Random(11)  # noqa: S311 - made up
    with diary.change():
        held = _once_a_week(diary, held)
        _answer(diary, therapy, held, chance)
        _raise(diary, therapy, held, chance)
        _sort(diary, therapy)


def _once_a_week(diary: Diary, held: list[Session]) -> list[Session]:
    """The sessions on other days: one a week, and a break now and then, up to the present."""
    weeks = [number + number // BREAK_EVERY * BREAK_WEEKS for number in range(len(held))]
    last = stores.NOW.replace(hour=10) - timedelta(days=4)
    moved = [
        replace(it, starts_at=last - (weeks[-1] - week) * WEEK) for it, week in zip(held, weeks, strict=True)
    ]
    for it in moved:
        diary.sessions.save(it)
    return moved


def _answer(diary: Diary, therapy: Therapy, held: list[Session], chance: random.Random) -> None:
    goals = [diary.goals.add(therapy.id, it, held[0].starts_at.date()) for it in GOALS]
    mood = 2.0
    for number, session in enumerate(held):
        mood = min(max(mood + chance.gauss(0.01, 0.4), 0), 4)
        near = [min(max(round(chance.gauss(mood, 0.7)), 0), 4) for _ in STATEMENTS]
        diary.alliance_ratings.give(
            AllianceRating(
                session=session.id,
                filled_at=session.starts_at + timedelta(hours=3),
                answers=dict(zip(STATEMENTS, near, strict=True)),
            )
        )
        day = session.starts_at.date()
        for place, goal in enumerate(goals):
            diary.goals.rate(goal.wording.id, day, min(near[place] * 2 + place, 10), session=session.id)
        if number % LOOKS_BACK_EVERY == 0:
            given = {it: ChecklistAnswer(answer=chance.randint(0, 4)) for it in QUESTIONS}
            diary.checklists.answer(therapy.id, day, given, session=session.id)


def _raise(diary: Diary, therapy: Therapy, held: list[Session], chance: random.Random) -> None:
    kinds = (
        MilestoneKind.TURNING_POINT,
        MilestoneKind.NEW_EXPERIENCE,
        MilestoneKind.STRAIN,
        MilestoneKind.MENDED,
    )
    for number, session in enumerate(held):
        day = session.starts_at.date()
        if number % BREAK_EVERY == BREAK_EVERY - 1:
            away = (day + timedelta(days=1), day + WEEK * BREAK_WEEKS)
            diary.milestones.mark(therapy.id, away[0], MilestoneKind.BREAK, "Summer", until=away[1])
        elif number % MARKS_EVERY == 0:
            diary.milestones.mark(therapy.id, day, chance.choice(kinds), f"A moment, number {number}")
        if number % BRINGS_EVERY == 0:
            topic = diary.topics.add(
                therapy.id, f"What I did not say in session {number}", day, hard_to_say=number % 4
            )
            if number + BRINGS_EVERY * 8 < len(held):
                diary.topics.save(replace(topic, state=TopicState.BROUGHT, brought_in=session.id))


def _sort(diary: Diary, therapy: Therapy) -> None:
    newest = diary.notes.newest(therapy.id, 2 * BINNED)
    for place, note in enumerate(newest):
        diary.tags.put(note.id, TAGS[place % len(TAGS)])
        if place % 8 == 1:
            diary.notes.mark(note.id, starred=True, never_print=False)
    for note in newest[2:BINNED:2]:
        diary.notes.bin(note.id, note.written_at + timedelta(days=1))
