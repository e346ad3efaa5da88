"""The small drawings of a goal and of the checklist: gaps stay gaps, and nothing is drawn from nothing."""

import re
from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree as ET

from tests.unit.made_up_therapy import ALLIANCE_FORM, CHECKLIST_FORM, MadeUp, day_of, made_up
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.reports.charts.checklist_figure import checklist_chart
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panel import Panel
from therapy_diary.reports.charts.panels import PanelRecords, goal_name, panels_named
from therapy_diary.reports.charts.small_checklist import small_checklist
from therapy_diary.reports.charts.small_drawing import HEIGHT, WIDTH
from therapy_diary.reports.charts.small_line import small_line
from therapy_diary.reports.charts.voice import Voice

SVG = "{http://www.w3.org/2000/svg}"


def panel(story: MadeUp) -> Panel:
    """The first goal's."""
    records = PanelRecords(
        ratings=(), goals=tuple(story.goals), measures=(), form=ALLIANCE_FORM, today=day_of(40).date()
    )
    over = course(story.sessions, story.milestones, Voice())
    [made] = panels_named({goal_name(story.goals[0][0])}, records, over, Voice())
    return made


def parts(svg: bytes | None, name: str) -> list[ET.Element]:
    assert svg is not None
    assert not re.search(rb"href|script|image", svg)
    return list(ET.fromstring(svg).iter(f"{SVG}{name}"))  # noqa: S314 - our own drawing


def words(svg: bytes | None) -> list[str]:
    return [it.text or "" for it in parts(svg, "text")]


def checklist(story: MadeUp) -> bytes | None:
    over = course(story.sessions, story.milestones, Voice())
    return small_checklist(checklist_chart(over, story.checklists, CHECKLIST_FORM), Voice())


def test_a_goal_is_a_dot_for_each_rating_and_no_line_crosses_a_break() -> None:
    story = made_up()
    made = panel(story)
    svg = small_line(made, Voice())
    assert len(parts(svg, "circle")) == len(story.goals[0][1])
    assert [len(it.attrib["points"].split()) for it in parts(svg, "polyline")] == [
        len(it) for it in made.stretches() if len(it) > 1
    ]
    assert len(parts(svg, "polyline")) > 1  # three weeks were left out
    assert parts(svg, "rect")
    first, last = story.goals[0][1][0].rated_on, story.goals[0][1][-1].rated_on
    assert words(svg) == ["0", "5", "10", Voice().long_day(first), Voice().long_day(last)]
    places = [(float(it.attrib["cx"]), float(it.attrib["cy"])) for it in parts(svg, "circle")]
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places)
    assert places == sorted(places, key=lambda it: it[0])


def test_a_goal_rated_once_is_one_dot_and_one_day_and_never_is_nothing() -> None:
    made = panel(made_up(2))
    svg = small_line(made, Voice())
    assert len(parts(svg, "circle")) == 1
    assert len(words(svg)) == 4
    assert small_line(replace(made, points=()), Voice()) is None


def test_the_checklist_is_eight_rows_with_a_number_for_each_answer_and_no_total() -> None:
    story = made_up()
    story.milestones = []
    svg = checklist(story)
    shorts = [it.short for it in CHECKLIST_FORM.questions]
    told = words(svg)
    assert set(shorts) <= set(told)
    given = [it for day in story.checklists for it in day.answers.values()]
    assert len(parts(svg, "rect")) == len(given)
    numbers = [it for it in told if it in {"0", "1", "2", "3", "4", "–"}]
    assert sorted(numbers) == sorted("–" if it.answer is None else str(it.answer) for it in given)


def test_a_break_lies_between_the_days_of_the_checklist_and_on_none_of_them() -> None:
    story = made_up()
    [break_] = [it for it in parts(checklist(story), "rect") if float(it.get("height", 0)) > 50]
    left, right = (float(break_.get("x", 0)) + part for part in (0, float(break_.get("width", 0))))
    cells = [
        it for it in parts(checklist(story), "rect") if it is not break_ and float(it.get("height", 0)) < 50
    ]
    for it in cells:
        x = float(it.get("x", 0))
        assert x + float(it.get("width", 0)) <= left or x >= right
    assert {float(it.get("x", 0)) < left for it in cells} == {True, False}


def test_no_answer_is_no_checklist_and_a_question_left_out_is_no_cell() -> None:
    story = made_up(1)
    [day] = story.checklists
    story.checklists = [replace(day, answers={3: ChecklistAnswer(answer=None)})]
    assert len(parts(checklist(story), "rect")) == 1
    story.checklists = [replace(day, answers={})]
    assert checklist(story) is None


def test_of_more_days_than_fit_the_checklist_shows_the_latest() -> None:
    story = made_up(1)
    [day] = story.checklists
    story.checklists = [
        replace(day, session=None, answered_on=date(2025, 4, 15) + timedelta(days=it)) for it in range(300)
    ]
    svg = checklist(story)
    cells = parts(svg, "rect")
    assert 100 < len(cells) < 300 * 8
    assert all(
        float(it.attrib["x"]) >= 0 and float(it.attrib["x"]) + float(it.attrib["width"]) <= WIDTH
        for it in cells
    )
    assert Voice().long_day(story.checklists[-1].answered_on) in words(svg)
