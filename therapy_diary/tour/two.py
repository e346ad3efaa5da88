"""What needs a second therapy: told beside the made-up one, shown, and taken away again."""

import tomllib
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from therapy_diary import resources
from therapy_diary.demo import Demo
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.closing import Closing, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.domain.goal import GoalState
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import Approach, EndKind, Therapy, TherapyState
from therapy_diary.storage.diary import Diary
from therapy_diary.tour.camera import Camera
from therapy_diary.views.main_window import MainWindow

WRITTEN = (Section.WHAT_DID_NOT_FIT, Section.WHAT_I_LEARNED, Section.WHAT_COMES_NEXT)
AFTER_THE_END = ("today", "goals", "before_session")


def take(told: Demo, window: MainWindow, camera: Camera) -> None:
    """The list of therapies, two side by side, the pages after an end, and the one before a first session."""
    diary, shown = told.diary, told.diary.therapies.current()
    if shown is None:
        return
    with diary.change():
        earlier = tell_earlier(diary)
        diary.therapies.keep_on_screen(shown.id)
    for name in ("therapy", "side_by_side"):
        window.show_subject(name, None)
        camera.take_whole(window, f"two-{name}")
    window.show_therapy(earlier.id)
    for name in AFTER_THE_END:
        window.show_subject(name, None)
        camera.take_whole(window, f"ended-{name}")
    with diary.change():
        following = diary.therapies.begin(
            label="With Yael", started_on=told.now.date(), therapist_name="Yael"
        )
    window.show_therapy(following.id)
    window.show_subject("before_session", None)
    camera.take_whole(window, "first-session")
    window.show_therapy(shown.id)
    with diary.change():
        for it in (earlier, following):
            diary.therapies.remove(it.id)


def tell_earlier(diary: Diary) -> Therapy:
    """Put the earlier therapy into a diary, ended, inside a change."""
    told: dict[str, Any] = tomllib.loads(resources.text("demo/earlier.toml"))
    therapy = diary.therapies.begin(
        label=told["label"],
        therapist_name=told["therapist_name"],
        approach=Approach(told["approach"]),
        started_on=told["started_on"],
        reason_for_coming=told["reason_for_coming"],
    )
    goals = [diary.goals.add(therapy.id, it["wording"], told["started_on"]) for it in told["goal"]]
    for week, alliance in enumerate(told["alliance"]):
        day = told["started_on"] + timedelta(weeks=week)
        session = diary.sessions.add(
            therapy.id, datetime.combine(day, time.fromisoformat(told["start_time"]))
        )
        answers: dict[str, int | None] = dict(zip(STATEMENTS, map(int, alliance.split()), strict=True))
        diary.alliance_ratings.give(
            AllianceRating(session=session.id, filled_at=session.starts_at, answers=answers)
        )
        for goal, it in zip(goals, told["goal"], strict=True):
            diary.goals.rate(goal.wording.id, day, it["ratings"][week], session=session.id)
    for goal, it in zip(goals, told["goal"], strict=True):
        diary.goals.save(replace(goal, state=GoalState(it["state"]), closed_on=told["ended_on"]))
    for it in told["milestone"]:
        diary.milestones.mark(therapy.id, it["on"], MilestoneKind(it["kind"]), words=it["words"])
    _end(therapy, told, diary)
    return therapy


def _end(therapy: Therapy, told: dict[str, Any], diary: Diary) -> None:
    closing = told["closing"]
    diary.closings.begin(
        Closing(
            therapy=therapy.id, variant=Variant.FIT, decided_by=DecidedBy.ME, opened_on=closing["opened_on"]
        )
    )
    for section in WRITTEN:
        diary.closings.write(therapy.id, ClosingSection(section=section, my_text=closing[section.value]))
    diary.therapies.save(
        replace(therapy, state=TherapyState.CLOSED, ended_on=told["ended_on"], end_kind=EndKind.LACK_OF_FIT)
    )
