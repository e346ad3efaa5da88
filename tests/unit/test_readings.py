"""One careful thought, or none: what the rules find in a course of sessions, and when they keep still."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.domain.alliance import STATEMENTS as ALLIANCE
from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.difficulty import STATEMENTS, DifficultyCheck
from therapy_diary.domain.reading import Reading, ReadingId, Reason, Response, Rule, ShownReading
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.setting_event import SettingEvent, SettingEventId, SettingEventKind
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import Topic, TopicId, TopicKind, TopicState
from therapy_diary.insight.limits import Limits
from therapy_diary.insight.readings import find, reading
from therapy_diary.insight.session_evidence import TIE, SessionEvidence, gather

PAPER = json.loads((Path(__file__).parent / "cases" / "stats_cases.json").read_text(encoding="utf-8"))
BEGUN = datetime(2026, 1, 6, 17, 0)
THERAPY = TherapyId(1)

Answers = tuple[int | None, ...]
CALM: Answers = (0, 0, 0)
WELL: Answers = (3, 3, 3)


def held(
    number: int,
    f: Answers = CALM,
    h: Answers = (0, 0, 0, 0),
    rel: Answers = WELL,
    *,
    talked: bool = False,
    overall: float | None = None,
) -> SessionEvidence:
    """A session in its week, with marks and with answers to safe, understood and connection."""
    return SessionEvidence(
        session=SessionId(number),
        number=number,
        starts_at=BEGUN + timedelta(weeks=number - 1),
        marks=dict(zip(STATEMENTS, (*h, *f), strict=True)),
        rating=dict(zip(TIE, rel, strict=True)),
        overall=overall,
        was_brought=talked,
    )


def course(*sessions: dict[str, Any]) -> list[SessionEvidence]:
    """Weekly sessions; what is not said is calm and well."""
    return [held(number, **it) for number, it in enumerate(sessions, 1)]


def after(evidence: Sequence[SessionEvidence]) -> datetime:
    """The evening of the last session."""
    return evidence[-1].starts_at + timedelta(hours=4)


def found(evidence: Sequence[SessionEvidence], **more: Any) -> Reading:
    return find(evidence, after(evidence).date(), **more)


ON_GUARD: dict[str, Any] = {"f": (1, 1, 0), "rel": (2, 2, 2)}
HARD: dict[str, Any] = {"h": (2, 1, 0, 0)}
STUCK: dict[str, Any] = {"h": (0, 0, 1, 2)}
PATTERN: tuple[dict[str, Any], ...] = ({}, ON_GUARD, ON_GUARD, ON_GUARD)
EASY: tuple[dict[str, Any], ...] = ({}, {}, {}, {})


@pytest.mark.parametrize("case", PAPER["reading_cases"], ids=lambda it: it["id"])
def test_a_course_of_the_paper_reads_as_written(case: dict[str, Any]) -> None:
    sessions = [
        {"f": tuple(it["f"]), "h": tuple(it["h"]), "rel": tuple(it["rel"]), "talked": it["talked"]}
        for it in case["input"]
    ]
    assert found(course(*sessions)).rule == case["expected"]


@pytest.mark.parametrize(
    ("sessions", "rule"),
    [
        ((HARD, {}, ON_GUARD | HARD, ON_GUARD, ON_GUARD), Rule.RELATIONSHIP),
        (({}, ON_GUARD | HARD, ON_GUARD | HARD, ON_GUARD), Rule.MIXED),
        (({}, {}, {"f": (0, 2, 0)}, {"f": (2, 0, 0)}), Rule.RELATIONSHIP),
        (({}, {"f": (0, 2, 0)}, {}, {"f": (2, 0, 0)}), Rule.RELATIONSHIP),
        (({"f": (0, 2, 0)}, {}, {}, {"f": (2, 0, 0)}), Rule.QUIET),
        (({}, {}, {"rel": (1, 3, 3)}, {"rel": (3, 1, 3)}), Rule.RELATIONSHIP),
        (({}, {"rel": (1, 3, 3)}, {}, {"rel": (1, 1, 3)}), Rule.QUIET),
        (({}, {}, {"rel": (3, 3, 1)}, {"rel": (3, 3, 1)}), Rule.QUIET),  # the contact alone is no sign
        (({}, HARD, HARD, {"rel": (2, 2, 2)}), Rule.HARD_WORK),  # the median of three still holds
        (({}, HARD, HARD | {"rel": (2, 2, 2)}, {"rel": (2, 2, 2)}), Rule.UNCLEAR),
        ((STUCK, STUCK, STUCK | {"rel": (2, 2, 2)}, {"rel": (2, 2, 2)}), Rule.UNCLEAR),
        (({}, STUCK, STUCK, {}), Rule.QUIET),
        ((STUCK | HARD, STUCK, STUCK, HARD), Rule.HARD_WORK),  # comes first
        (({}, {}, {}, HARD), Rule.QUIET),
    ],
)
def test_the_rules_are_looked_at_in_their_order(sessions: tuple[dict[str, Any], ...], rule: Rule) -> None:
    assert found(course(*sessions)).rule is rule


def test_a_relationship_that_was_never_rated_neither_holds_nor_reads_in_between() -> None:
    unrated: dict[str, Any] = {"rel": (None, None, None)}
    assert found(course(unrated, HARD | unrated, HARD | unrated, unrated)).rule is Rule.QUIET


def test_a_mean_of_exactly_two_and_a_half_holds() -> None:
    assert found(course({}, HARD, HARD, *[{"rel": (3, 2, None)}] * 3)).rule is not Rule.UNCLEAR
    assert (
        found(course(HARD | {"rel": (3, 2, None)}, HARD, *[{"rel": (3, 2, None)}] * 2)).rule is Rule.HARD_WORK
    )


def test_sessions_older_than_four_months_do_not_count() -> None:
    evidence = course(*PATTERN)
    last = evidence[-1].day
    assert find(evidence, last + timedelta(days=100)).rule is Rule.RELATIONSHIP
    assert find(evidence, last + timedelta(days=120 - 13)).rule is Rule.NOT_ENOUGH


@pytest.mark.parametrize(
    ("talk_at", "since", "rule"),
    [
        (3, 0, Rule.WAIT_AFTER_TALKING),
        (3, 1, Rule.WAIT_AFTER_TALKING),
        (3, 2, Rule.WAIT_AFTER_TALKING),
        (3, 3, Rule.EASED_AFTER_TALKING),
        (3, 6, Rule.EASED_AFTER_TALKING),
        (3, 7, Rule.QUIET),
    ],
)
def test_after_talking_the_rules_wait_then_ask_what_helped_then_keep_still(
    talk_at: int, since: int, rule: Rule
) -> None:
    evidence = course(*PATTERN, *EASY[:since], *EASY[: max(since - 4, 0)])
    evidence[talk_at] = replace(evidence[talk_at], was_brought=True)
    seen = found(evidence)
    assert seen.rule is rule
    if rule.has_text:
        assert seen.brought_on == evidence[talk_at].day


@pytest.mark.parametrize(
    ("since", "rule"),
    [
        (2, Rule.WAIT_AFTER_TALKING),
        (3, Rule.STILL_THERE_AFTER_TALKING),
        (8, Rule.STILL_THERE_AFTER_TALKING),
        (9, Rule.RELATIONSHIP),
    ],
)
def test_what_does_not_ease_is_said_to_be_there_still(since: int, rule: Rule) -> None:
    evidence = course(*PATTERN[:-1], ON_GUARD | {"talked": True}, *[ON_GUARD] * since)
    assert found(evidence).rule is rule


def test_the_session_one_dares_to_speak_in_may_be_the_first_easier_one() -> None:
    evidence = course(ON_GUARD, ON_GUARD, {}, ON_GUARD, {"talked": True}, *EASY[:3])
    assert found(evidence).rule is Rule.EASED_AFTER_TALKING


def test_talking_without_a_pattern_changes_nothing() -> None:
    evidence = course({}, ON_GUARD, {"talked": True}, HARD, HARD, HARD)
    assert found(evidence).rule is Rule.HARD_WORK


def test_talking_once_more_begins_the_waiting_anew() -> None:
    evidence = course(
        *PATTERN[:-1], ON_GUARD | {"talked": True}, ON_GUARD, ON_GUARD, ON_GUARD | {"talked": True}, {}
    )
    assert found(evidence).rule is Rule.WAIT_AFTER_TALKING


@pytest.mark.parametrize(
    ("f2", "growing"),
    [((1, 0, 1, 1), True), ((1, 1, 1, 1), False), ((0, 1, 0, 2), True), ((None, 0, 2, 2), False)],
)
def test_not_getting_through_has_grown_when_the_last_two_say_more_than_the_two_before(
    f2: Answers, growing: bool
) -> None:
    evidence = course(*({"f": (1, it, 0)} for it in f2))
    seen = found(evidence)
    assert (seen.rule, seen.is_growing) == (Rule.RELATIONSHIP, growing)


def test_a_reading_names_its_sessions_answers_and_reasons() -> None:
    seen = found(course({}, *PATTERN))
    assert [it.number for it in seen.sessions] == [2, 3, 4, 5]
    assert seen.sessions[-1].answers["f1"] == 1
    assert seen.sessions[-1].answers["understood"] == 2
    assert (seen.reasons, seen.counted) == ((Reason.FIT_MARKED,), (3, 4))


def test_one_session_below_the_usual_is_said_only_when_nothing_else_is() -> None:
    scored = [{"overall": it} for it in (3.0, 3.25, 2.875, 3.125, 3.0, 3.25, 1.75)]
    seen = found(course(*scored))
    assert (seen.rule, seen.score, seen.low) == (Rule.STANDS_OUT, 1.75, 2.0625)
    assert [it.number for it in seen.sessions] == [7]
    assert found(course(*scored[:4], *(it | HARD for it in scored[4:]))).rule is Rule.HARD_WORK
    assert found(course(*scored, {"overall": 3.0})).rule is Rule.QUIET


def mark(kind: SettingEventKind, day: date, number: int = 1) -> SettingEvent:
    return SettingEvent(id=SettingEventId(number), therapy=THERAPY, session=None, on_date=day, kind=kind)


def test_only_the_own_mark_of_safety_comes_before_everything_and_needs_no_rating() -> None:
    day = BEGUN.date()
    seen = reading([], BEGUN, events=[mark(SettingEventKind.LINE_CROSSED, day)])
    assert seen is not None
    assert (seen.rule, seen.reasons) == (Rule.SAFETY, (Reason.LINE_CROSSED,))
    assert found(course(*PATTERN), events=[mark(SettingEventKind.NOT_SAFE, day)]).rule is Rule.SAFETY
    assert found(course(*PATTERN), events=[mark(SettingEventKind.LATE, day)]).rule is Rule.RELATIONSHIP
    assert reading([], BEGUN + timedelta(days=121), events=[mark(SettingEventKind.NOT_SAFE, day)]) is None


def test_finding_each_other_takes_time_so_three_rated_sessions_have_no_reading() -> None:
    evidence = course(ON_GUARD, ON_GUARD, ON_GUARD, ON_GUARD)
    assert reading(evidence[:3], after(evidence[:3])) is None
    assert reading(evidence, after(evidence)) is not None


def shown(evidence: Sequence[SessionEvidence], response: Response) -> ShownReading:
    """What was shown on the evening of the last of these sessions, and answered so."""
    return ShownReading(
        id=ReadingId(1),
        therapy=THERAPY,
        reading=found(evidence),
        rule_version=1,
        shown_at=after(evidence),
        response=response,
    )


@pytest.mark.parametrize("response", [Response.NOT_NOW, Response.MADE_TOPIC])
def test_not_now_keeps_a_reading_away_for_three_sessions(response: Response) -> None:
    evidence = course(*PATTERN, ON_GUARD, ON_GUARD, ON_GUARD)
    put_off = [shown(evidence[:4], response)]
    due = [reading(evidence[:count], after(evidence[:count]), shown=put_off) for count in (4, 5, 6, 7)]
    assert [it is not None for it in due] == [False, False, False, True]


def test_does_not_fit_keeps_a_reading_away_until_it_has_been_otherwise() -> None:
    goes_on = course(*PATTERN, *[ON_GUARD] * 8)
    refused = [shown(goes_on[:4], Response.DOES_NOT_FIT)]
    assert all(reading(goes_on[:it], after(goes_on[:it]), shown=refused) is None for it in range(4, 13))
    anew = course(*PATTERN, *EASY, ON_GUARD, ON_GUARD, ON_GUARD)
    assert reading(anew, after(anew), shown=refused) is not None


def test_no_other_reading_takes_the_place_of_one_that_was_put_off() -> None:
    evidence = course({}, HARD, HARD, {})
    assert reading(evidence, after(evidence), shown=[shown(evidence, Response.DOES_NOT_FIT)]) is None


def test_another_reading_is_not_kept_away() -> None:
    evidence = course({}, HARD, HARD, ON_GUARD, ON_GUARD, ON_GUARD)
    seen = reading(evidence, after(evidence), shown=[shown(evidence[:4], Response.DOES_NOT_FIT)])
    assert seen is not None
    assert seen.rule is Rule.RELATIONSHIP


def test_readings_that_were_turned_off_stay_off() -> None:
    evidence = course(*PATTERN)
    assert reading(evidence, after(evidence), shown=[shown(evidence, Response.TURNED_OFF)]) is None
    assert reading(evidence, after(evidence), shown=[shown(evidence, Response.NONE)]) is not None


def test_a_new_mark_of_safety_is_answered_anew() -> None:
    first, second = (
        mark(SettingEventKind.NOT_SAFE, BEGUN.date()),
        mark(SettingEventKind.LINE_CROSSED, BEGUN.date(), 2),
    )
    seen = find([], BEGUN.date(), events=[first])
    refused = ShownReading(
        id=ReadingId(1),
        therapy=THERAPY,
        reading=seen,
        rule_version=1,
        shown_at=BEGUN,
        response=Response.DOES_NOT_FIT,
    )
    assert reading([], BEGUN, events=[first], shown=[refused]) is None
    assert reading([], BEGUN, events=[first, second], shown=[refused]) is not None


def test_limits_of_the_person_are_followed() -> None:
    evidence = course({}, {}, ON_GUARD, ON_GUARD)
    assert found(evidence).rule is Rule.QUIET
    assert found(evidence, limits=Limits(fit_marked_sessions=2)).rule is Rule.RELATIONSHIP


MARKS = st.none() | st.integers(0, 2)
STEPS = st.none() | st.integers(0, 4)
COURSES = st.lists(
    st.fixed_dictionaries(
        {
            "f": st.tuples(MARKS, MARKS, MARKS),
            "h": st.tuples(MARKS, MARKS, MARKS, MARKS),
            "rel": st.tuples(STEPS, STEPS, STEPS),
            "talked": st.booleans(),
            "overall": st.none() | st.floats(0, 4),
        }
    ),
    min_size=1,
    max_size=14,
)


@given(COURSES)
def test_any_course_has_one_finding_and_only_marks_lead_to_it(sessions: list[dict[str, Any]]) -> None:
    seen = found(course(*sessions))
    assert len(seen.sessions) <= 4
    unmarked = found(course(*(it | {"f": CALM, "h": (0, 0, 0, 0), "rel": WELL} for it in sessions)))
    assert unmarked.rule in (Rule.NOT_ENOUGH, Rule.QUIET, Rule.STANDS_OUT)


@given(COURSES)
def test_leaving_every_mark_out_says_nothing(sessions: list[dict[str, Any]]) -> None:
    nothing = {"f": (None, None, None), "h": (None, None, None, None)}
    assert found(course(*(it | nothing for it in sessions))).rule is Rule.NOT_ENOUGH


def test_the_records_of_a_diary_are_gathered_by_session() -> None:
    sessions = [
        Session(
            id=SessionId(it), uid=str(it), therapy=THERAPY, starts_at=BEGUN + timedelta(weeks=it), state=state
        )
        for it, state in enumerate(
            [SessionState.HELD, SessionState.MISSED, SessionState.HELD, SessionState.PLANNED]
        )
    ]
    topic = Topic(
        id=TopicId(1),
        uid="t",
        therapy=THERAPY,
        position=1,
        kind=TopicKind.RELATIONSHIP,
        wording="how it is between us",
        hard_to_say=2,
        opening_line="",
        state=TopicState.BROUGHT,
        created_on=BEGUN.date(),
        brought_in=SessionId(2),
    )
    evidence = gather(
        sessions,
        [DifficultyCheck(session=SessionId(2), filled_at=BEGUN, answers={"f1": 2})],
        [
            AllianceRating(session=SessionId(0), filled_at=BEGUN, answers=dict.fromkeys(ALLIANCE, 3)),
            AllianceRating(
                session=SessionId(2), filled_at=BEGUN, answers=dict.fromkeys(ALLIANCE, 2), form_version=2
            ),
        ],
        [topic, replace(topic, kind=TopicKind.CONTENT, brought_in=SessionId(0))],
    )
    assert [(it.number, it.was_brought, it.overall) for it in evidence] == [(1, False, None), (2, True, 2)]
    assert evidence[1].marks == {"f1": 2}
