"""The small drawing on the worksheet: gaps stay gaps, and nothing is drawn from nothing."""

import re
from datetime import date, datetime, timedelta
from xml.etree import ElementTree as ET

from therapy_diary import resources
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.milestone import Milestone, MilestoneId, MilestoneKind
from therapy_diary.domain.questions import read_questions
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.reports.charts.alliance_figure import AllianceChart, alliance_chart
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.small_alliance import small_alliance
from therapy_diary.reports.charts.voice import Voice

FIRST = datetime(2026, 1, 6, 17, 0)
SVG = "{http://www.w3.org/2000/svg}"


def chart(*values: int | None, a_break: tuple[date, date] | None = None) -> AllianceChart:
    """One weekly session for each value; None is a session without a rating."""
    sessions = [
        Session(
            id=SessionId(number),
            uid=str(number),
            therapy=TherapyId(1),
            starts_at=FIRST + timedelta(weeks=number),
            state=SessionState.HELD,
        )
        for number in range(len(values))
    ]
    ratings = [
        AllianceRating(session=it.id, filled_at=it.starts_at, answers=dict.fromkeys(STATEMENTS, value))
        for it, value in zip(sessions, values, strict=True)
        if value is not None
    ]
    milestones = []
    if a_break is not None:
        milestones.append(
            Milestone(
                id=MilestoneId(1),
                therapy=TherapyId(1),
                session=None,
                on_date=a_break[0],
                until=a_break[1],
                kind=MilestoneKind.BREAK,
            )
        )
    form = read_questions(resources.text("questions/alliance.toml"))
    return alliance_chart(course(sessions, milestones, Voice()), ratings, form)


def drawn(made: AllianceChart) -> ET.Element:
    svg = small_alliance(made)
    assert svg is not None
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def lines(made: AllianceChart) -> list[int]:
    """How many sessions each line joins."""
    return [len(it.attrib["points"].split()) for it in drawn(made).iter(f"{SVG}polyline")]


def test_nothing_rated_is_nothing_drawn() -> None:
    assert small_alliance(chart()) is None
    assert small_alliance(chart(None, None)) is None


def test_every_value_is_a_dot_and_neighbours_are_joined() -> None:
    made = chart(1, 2, 3, 4)
    assert lines(made) == [4]
    heights = [float(it.attrib["cy"]) for it in drawn(made).iter(f"{SVG}circle")]
    assert heights == sorted(heights, reverse=True)


def test_a_session_without_a_rating_is_a_gap() -> None:
    assert lines(chart(1, 2, None, 3, 4)) == [2, 2]


def test_no_line_crosses_a_break() -> None:
    holidays = ((FIRST + timedelta(weeks=1, days=1)).date(), (FIRST + timedelta(weeks=1, days=5)).date())
    made = chart(1, 2, 3, 4, a_break=holidays)
    assert lines(made) == [2, 2]
    assert drawn(made).find(f"{SVG}rect") is not None


def test_one_single_value_is_one_dot() -> None:
    assert lines(chart(2)) == []
    assert len(list(drawn(chart(2)).iter(f"{SVG}circle"))) == 1


def test_the_ends_of_the_scale_are_words_and_the_sessions_numbers() -> None:
    told = [it.text for it in drawn(chart(*[3] * 40)).iter(f"{SVG}text")]
    assert {"not at all", "partly", "completely", "1", "40"} <= set(told)
    assert len(told) < 12
    assert not re.search(rb"href|script|image", small_alliance(chart(3)) or b"")
