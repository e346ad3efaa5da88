"""A made-up therapy of forty sessions for tests of charts: a break, a dip, gaps, late and half-given answers."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from therapy_diary import resources
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.checklist import QUESTIONS, ChecklistAnswer, ChecklistAnswers, ChecklistId
from therapy_diary.domain.goal import (
    ChangeKind,
    Goal,
    GoalId,
    GoalRating,
    GoalRatingId,
    GoalState,
    GoalWording,
    Level,
    Shared,
    WordingId,
)
from therapy_diary.domain.milestone import Milestone, MilestoneId, MilestoneKind
from therapy_diary.domain.questions import read_questions
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.reports.charts.catalogue import ChartRecords

THERAPY = TherapyId(1)
BEGUN = datetime(2025, 4, 15, 17, 0)
SESSIONS = 40
UNRATED = {8, 30}  # numbers of sessions without a rating
LAST_BEFORE_BREAK = 15
DIP = {18: 2, 19: 3, 20: 1}  # how many steps lower
LATE, PART, TOO_LITTLE = 12, 26, 33  # filled in later; six of eight; five of eight
ALLIANCE_FORM = read_questions(resources.text("questions/alliance.toml"))
CHECKLIST_FORM = read_questions(resources.text("questions/checklist.toml"))
GOALS = (
    "Sleep, most nights",
    "לישון לפני חצות, שלוש פעמים בשבוע (לפחות), גם כשאני עייפה מאוד ולא בא לי בכלל לקום בבוקר",
    "النوم قبل منتصف الليل 3 مرات في الأسبوع",
    "Say no at work when I mean no, even when the whole room looks at me and waits, and for $20 or $30, too",
)


def day_of(number: int) -> datetime:
    """When a session starts: weekly, with three weeks left out after the fifteenth."""
    return BEGUN + timedelta(weeks=number - 1 + (3 if number > LAST_BEFORE_BREAK else 0))


@dataclass
class MadeUp:
    """The records, and how to change one part of them for a test."""

    sessions: list[Session] = field(default_factory=list)
    ratings: list[AllianceRating] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    checklists: list[ChecklistAnswers] = field(default_factory=list)
    goals: list[tuple[Goal, tuple[GoalRating, ...]]] = field(default_factory=list)

    def records(self) -> ChartRecords:
        return ChartRecords(
            sessions=tuple(self.sessions),
            milestones=tuple(self.milestones),
            ratings=tuple(self.ratings),
            checklists=tuple(self.checklists),
            goals=tuple(self.goals),
            alliance_form=ALLIANCE_FORM,
            checklist_form=CHECKLIST_FORM,
        )


def made_up(sessions: int = SESSIONS) -> MadeUp:
    """The first so many sessions of the therapy."""
    story, chance = MadeUp(), Random(7)  # noqa: S311 - the same therapy every time
    for number in range(1, sessions + 1):
        story.sessions.append(session(number))
        steps = {it: _step(number, chance) for it in STATEMENTS}
        left_out = {PART: ("frame", "fit"), TOO_LITTLE: ("frame", "fit", "safe")}.get(number, ())
        if number not in UNRATED:
            story.ratings.append(rating(number, steps | dict.fromkeys(left_out)))
        if number % 5 == 1:
            story.checklists.append(_checklist(number, chance))
    cancelled = Session(
        id=SessionId(900),
        uid="s900",
        therapy=THERAPY,
        starts_at=day_of(3) + timedelta(days=2),
        state=SessionState.CANCELLED_BY_ME,
    )
    story.sessions.append(cancelled)
    story.milestones = [it for it in _milestones() if it.on_date <= day_of(sessions).date()]
    story.goals = [goal(number, words, sessions) for number, words in enumerate(GOALS, 1)]
    return story


def session(number: int) -> Session:
    """A held session of that number."""
    return Session(
        id=SessionId(number),
        uid=f"s{number}",
        therapy=THERAPY,
        starts_at=day_of(number),
        state=SessionState.HELD,
    )


def rating(number: int, answers: dict[str, int | None], version: int = 1) -> AllianceRating:
    """A rating of the session of that number, the same evening but for the late one."""
    waited = timedelta(days=5) if number == LATE else timedelta(hours=2)
    return AllianceRating(
        session=SessionId(number), filled_at=day_of(number) + waited, answers=answers, form_version=version
    )


def milestone(
    number: int, kind: MilestoneKind, on: date, words: str = "", until: date | None = None
) -> Milestone:
    """A mark on a day."""
    found = next((it for it in range(1, SESSIONS + 1) if day_of(it).date() == on), None)
    return Milestone(
        id=MilestoneId(number),
        therapy=THERAPY,
        session=None if found is None else SessionId(found),
        on_date=on,
        kind=kind,
        words=words,
        until=until,
    )


def goal(number: int, words: str, sessions: int = SESSIONS) -> tuple[Goal, tuple[GoalRating, ...]]:
    """A goal rated at every second session."""
    wording = GoalWording(
        id=WordingId(number),
        goal=GoalId(number),
        version=1,
        valid_from=BEGUN.date(),
        wording=words,
        change_kind=ChangeKind.FIRST,
    )
    made = Goal(
        id=GoalId(number),
        uid=f"g{number}",
        therapy=THERAPY,
        position=number,
        level=Level.DAILY_LIFE,
        shared=Shared.AGREED,
        state=GoalState.OPEN,
        opened_on=BEGUN.date(),
        closed_on=None,
        wordings=(wording,),
    )
    ratings = tuple(
        GoalRating(
            id=GoalRatingId(1000 * number + at),
            wording=wording.id,
            session=SessionId(at),
            rated_on=day_of(at).date(),
            value=min(10, (at + number) // 6 + 1),
        )
        for at in range(2, sessions + 1, 2)
    )
    return made, ratings


def _step(number: int, chance: Random) -> int:
    return max(0, min(4, round(2.2 + number / 25 + chance.gauss(0, 0.6))) - DIP.get(number, 0))


def _checklist(number: int, chance: Random) -> ChecklistAnswers:
    answers = {
        it: ChecklistAnswer(answer=None if it == 6 and number == 11 else _step(number, chance))
        for it in QUESTIONS
        if not (it == 8 and number == 16)
    }
    return ChecklistAnswers(
        id=ChecklistId(number),
        therapy=THERAPY,
        session=SessionId(number),
        answered_on=day_of(number).date(),
        answers=answers,
    )


def _milestones() -> list[Milestone]:
    after_break = day_of(LAST_BEFORE_BREAK).date()
    return [
        milestone(1, MilestoneKind.FIRST_SESSION, day_of(1).date()),
        milestone(2, MilestoneKind.GOALS_SET, day_of(4).date(), "We wrote down what I want"),
        milestone(
            3, MilestoneKind.BREAK, after_break + timedelta(days=4), until=after_break + timedelta(days=24)
        ),
        milestone(4, MilestoneKind.STRAIN, day_of(19).date(), "I felt talked past"),
        milestone(5, MilestoneKind.MENDED, day_of(21).date(), "I said it, and we looked at it together"),
        milestone(
            6, MilestoneKind.NEW_EXPERIENCE, day_of(28).date() + timedelta(days=3), "התקשרתי לאחותי קודם"
        ),
        milestone(
            7, MilestoneKind.TURNING_POINT, day_of(39).date(), "I said no at work and nothing fell down"
        ),
    ]
