"""The made-up therapy that --demo shows: told in resources/demo/story.toml, kept in a folder that is removed at exit."""

import secrets
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from therapy_diary import resources
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.checklist import QUESTIONS, ChecklistAnswer
from therapy_diary.domain.closing import Closing, ClosingLine, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.difficulty import STATEMENTS as DIFFICULTIES
from therapy_diary.domain.difficulty import DifficultyCheck
from therapy_diary.domain.goal import ChangeKind, Level, Shared
from therapy_diary.domain.measure import Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.pattern import SeenIn
from therapy_diary.domain.session import SessionId, SessionState
from therapy_diary.domain.setting import Place, Terms
from therapy_diary.domain.setting_event import SettingEventKind
from therapy_diary.domain.sign import Sign
from therapy_diary.domain.task import Outcome
from therapy_diary.domain.therapy import Approach, TherapyId, TherapyState
from therapy_diary.domain.topic import Received, TopicKind, TopicState
from therapy_diary.storage.diary import Diary

NO_ANSWER, LEFT_OUT = "x", "-"

Story = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Demo:
    """An open diary with the story in it, the folder it lies in, and the day on which the story stands."""

    diary: Diary
    folder: Path
    now: datetime


@contextmanager
def demo() -> Iterator[Demo]:
    """Tell the story into a fresh diary. The key is never written anywhere, the folder is removed at the end."""
    with tempfile.TemporaryDirectory(prefix="therapy-diary-demo-", ignore_cleanup_errors=True) as place:
        folder = Path(place)
        diary = Diary.create(folder / "diary.db", secrets.token_bytes(32))
        try:
            story = tomllib.loads(resources.text("demo/story.toml"))
            tell(story, diary)
            yield Demo(diary=diary, folder=folder, now=story["now"])
        finally:
            diary.close()


def tell(story: Story, diary: Diary) -> None:
    """Put a story into an empty diary, as one change."""
    with diary.change():
        therapy = _begin(story["therapy"], diary)
        sessions = {it["on"]: _hold(it, story, therapy, diary) for it in story["session"]}
        _rate_goals(story, therapy, sessions, diary)
        for it in story["between"]:
            _jot(it, therapy, diary)
        _mark(story, therapy, sessions, diary)
        _raise_topics(story, therapy, sessions, diary)
        _begin_ending(story["ending"], therapy, diary)
        _agree(story, therapy, diary)
        _work(story, therapy, sessions, diary)
        _answer(story, therapy, diary)
        _look_at_the_worksheet(story["now"], therapy, diary)


def _jot(told: Story, therapy: TherapyId, diary: Diary) -> None:
    """A note between sessions: what it said first, what it says, and where it lies."""
    first, *later_on = [*map(str, told.get("was", ())), str(told["text"])]
    note = diary.notes.write(therapy, first, told["at"], title=told["title"])
    for number, words in enumerate(later_on, start=1):
        later = told["at"] + timedelta(hours=number)
        diary.notes.rewrite(note.id, words, later, title=note.title, session=None, kind=note.kind)
    diary.notes.mark(note.id, starred=told.get("starred", False), never_print=True)
    for tag in told.get("tags", []):
        diary.tags.put(note.id, tag)
    if "binned" in told:
        diary.notes.bin(note.id, told["binned"])


def _begin(told: Story, diary: Diary) -> TherapyId:
    therapy = diary.therapies.begin(
        label=told["label"],
        therapist_name=told["therapist_name"],
        approach=Approach(told["approach"]),
        started_on=told["started_on"],
        reason_for_coming=told["reason_for_coming"],
    )
    start_time = time.fromisoformat(told["start_time"])
    diary.settings.agree(therapy.id, told["started_on"], weekday=told["weekday"], start_time=start_time)
    return therapy.id


def _hold(told: Story, story: Story, therapy: TherapyId, diary: Diary) -> SessionId:
    """One session with what was written and answered after it."""
    starts_at = datetime.combine(told["on"], time.fromisoformat(story["therapy"]["start_time"]))
    session = diary.sessions.add(therapy, starts_at, SessionState(told.get("state", "held")))
    if not session.is_held:
        return session.id
    diary.sessions.save(replace(session, one_line=told.get("one_line", "")))
    evening = starts_at + timedelta(hours=2, minutes=7)
    note = diary.notes.write(
        therapy, told["text"], evening, session=session.id, kind=NoteKind.AFTER, title=told["title"]
    )
    diary.notes.mark(note.id, starred=False, never_print=False)
    answers = dict(zip(STATEMENTS, map(_step, told["alliance"].split()), strict=True))
    diary.alliance_ratings.give(
        AllianceRating(
            session=session.id, filled_at=evening, answers=answers, one_change=told.get("one_change", "")
        )
    )
    if "hard" in told:
        marks = {
            statement: None if mark == LEFT_OUT else int(mark)
            for statement, mark in zip(DIFFICULTIES, told["hard"].split(), strict=True)
        }
        diary.difficulty_checks.give(DifficultyCheck(session=session.id, filled_at=evening, answers=marks))
    for sign, words in told.get("signs", {}).items():
        diary.signs.collect(session.id, Sign(sign), words)
    if "checklist" in told:
        given = {
            question: ChecklistAnswer(answer=_step(step))
            for question, step in zip(QUESTIONS, told["checklist"].split(), strict=True)
            if step != LEFT_OUT
        }
        diary.checklists.answer(therapy, told["on"], given, session=session.id)
    return session.id


def _step(told: str) -> int | None:
    return None if told == NO_ANSWER else int(told)


def _rate_goals(story: Story, therapy: TherapyId, sessions: dict[date, SessionId], diary: Diary) -> None:
    for place, told in enumerate(story["goal"]):
        goal = diary.goals.add(
            therapy,
            told["wording"],
            told["opened_on"],
            level=Level(told["level"]),
            shared=Shared(told["shared"]),
        )
        for change in told.get("reworded", []):
            goal = diary.goals.reword(
                goal.id, change["wording"], ChangeKind(change["kind"]), change["on"], change["why"]
            )
        for it in story["session"]:
            value = it.get("goals", "").split()[place : place + 1]
            if value and value[0] != LEFT_OUT:
                wording = next(w for w in reversed(goal.wordings) if w.valid_from <= it["on"])
                diary.goals.rate(wording.id, it["on"], int(value[0]), session=sessions[it["on"]])


def _mark(story: Story, therapy: TherapyId, sessions: dict[date, SessionId], diary: Diary) -> None:
    for it in story["milestone"]:
        diary.milestones.mark(
            therapy,
            it["on"],
            MilestoneKind(it["kind"]),
            it["words"],
            session=sessions.get(it["on"]),
            until=it.get("until"),
        )


def _raise_topics(story: Story, therapy: TherapyId, sessions: dict[date, SessionId], diary: Diary) -> None:
    for it in story["topic"]:
        topic = diary.topics.add(
            therapy,
            it["wording"],
            it["on"],
            kind=TopicKind(it["kind"]),
            hard_to_say=it["hard_to_say"],
            opening_line=it["opening_line"],
            covered=it.get("covered", False),
        )
        if "state" in it:
            marked = replace(
                topic,
                state=TopicState(it["state"]),
                brought_in=sessions[it["brought_on"]] if "brought_on" in it else None,
                what_came_of_it=it.get("what_came_of_it", ""),
                received=Received(it["received"]) if "received" in it else None,
            )
            diary.topics.save(marked)
    for it in story["contact"]:
        diary.contacts.add(it["label"], it["reach"], ContactKind(it["kind"]))


def _agree(story: Story, therapy: TherapyId, diary: Diary) -> None:
    """The setting as dated versions, and what happened to it."""
    names = {it.name for it in fields(Terms)}
    for it in story["setting"]:
        diary.settings.agree(
            therapy,
            it["from"],
            weekday=it["weekday"],
            start_time=time.fromisoformat(it["start_time"]),
            place=Place(it["place"]),
            terms=Terms(**{name: it[name] for name in names & it.keys()}),
        )
    for it in story["event"]:
        diary.setting_events.mark(therapy, it["on"], SettingEventKind(it["kind"]), it["words"])


def _work(story: Story, therapy: TherapyId, sessions: dict[date, SessionId], diary: Diary) -> None:
    """What was agreed to try, and what keeps coming back."""
    for it in story["task"]:
        task = diary.tasks.add(therapy, it["wording"], it["on"], session=sessions.get(it["on"]))
        diary.tasks.save(replace(task, outcome=Outcome(it["outcome"]), learnt=it.get("learnt", "")))
    for it in story["pattern"]:
        pattern = diary.patterns.name(therapy, it["name"])
        for moment in it["moment"]:
            place = SeenIn(moment["place"])
            diary.patterns.seen(
                pattern.id, moment["on"], place, moment["words"], session=sessions.get(moment["on"])
            )


def _answer(story: Story, therapy: TherapyId, diary: Diary) -> None:
    """A questionnaire of the box, answered now and then: five answers a day, x for one left out."""
    for told in story["questionnaire"]:
        measure = read_measure(resources.text(f"measures/{told['file']}.toml"))
        kept = diary.measures.add(measure, Origin.IN_BOX, enabled=True)
        for day, answers in told["answers"].items():
            given = (None if it == NO_ANSWER else int(it) for it in answers.split())
            moment = datetime.combine(date.fromisoformat(day), time(20, 30))
            named = dict(zip((it.id for it in measure.items), given, strict=True))
            diary.measures.answer(kept.id, moment, named, therapy=therapy)


def _begin_ending(told: Story, therapy: TherapyId, diary: Diary) -> None:
    diary.therapies.move_to(therapy, TherapyState.ENDING)
    diary.closings.begin(
        Closing(
            therapy=therapy,
            variant=Variant(told["variant"]),
            decided_by=DecidedBy(told["decided_by"]),
            opened_on=told["opened_on"],
            planned_last_on=told["planned_last_on"],
            sessions_set_aside=told["sessions_set_aside"],
        )
    )
    for section, words in told["written"].items():
        diary.closings.write(therapy, ClosingSection(section=Section(section), my_text=words))


def _look_at_the_worksheet(now: datetime, therapy: TherapyId, diary: Diary) -> None:
    """What the diary offers for the worksheet was looked at, section by section: else nothing of it would be printed."""
    from therapy_diary.views.records import records_of
    from therapy_diary.views.sheets import small_chart, worksheet_of

    closing = diary.closings.at(therapy)
    if closing is None:
        return
    records = records_of(diary, diary.therapies.get(therapy), closing, now.date())
    for section in worksheet_of(records, blanks=False, chart=small_chart(records)).sections:
        for it in section.offers:
            diary.closings.see(therapy, ClosingLine(section=section.section, line=it.key, seen=it.facts))
