"""The progress page: the person's own answers over time, as charts and as tables."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice, load_tokens
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.page import Desk
from therapy_diary.views.progress import ProgressPage

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

Show = Callable[[ProgressPage], ProgressPage]
BEGUN = datetime(2026, 1, 6, 17, 0)
ANSWERS: dict[str, int | None] = dict(zip(STATEMENTS, (3, 2, None, 4, 0, 1, 3, 2), strict=True))


@pytest.fixture
def lived(diary: Diary, therapy: Therapy) -> Therapy:
    """Nine weekly sessions, the fourth not rated; two checklists, a goal, a break."""
    with diary.change():
        goal = diary.goals.add(therapy.id, "לישון לפני חצות", BEGUN.date())
        for week in range(9):
            starts_at = BEGUN + timedelta(weeks=week)
            session = diary.sessions.add(therapy.id, starts_at)
            if week != 3:
                rating = AllianceRating(session=session.id, filled_at=starts_at, answers=ANSWERS)
                diary.alliance_ratings.give(rating)
                diary.goals.rate(goal.wording.id, starts_at.date(), week, session=session.id)
            if week in (0, 8):
                answers = {1: ChecklistAnswer(answer=week // 4 + 1), 2: ChecklistAnswer(answer=None)}
                diary.checklists.answer(therapy.id, starts_at.date(), answers, session=session.id)
        begins = BEGUN.date() + timedelta(days=36)
        diary.milestones.mark(therapy.id, begins, MilestoneKind.BREAK, until=begins + timedelta(days=4))
    return therapy


@pytest.fixture
def page(desk: Desk, lived: Therapy, shown: Show, qtbot: QtBot) -> ProgressPage:
    assert lived.label
    page = shown(ProgressPage(desk))
    wait_until_drawn(page, qtbot)
    return page


def wait_until_drawn(page: ProgressPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(it.form.chart.is_drawn() for it in page.cards.values()))


def show_table(card: ChartCard, qtbot: QtBot) -> list[list[str]]:
    """Press "Show as table", and read every cell."""
    qtbot.mouseClick(card.form.asTable, Qt.MouseButton.LeftButton)
    assert card.table_view.isVisible()
    model = card.table_view.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def pixels(card: ChartCard) -> QImage:
    return card.form.chart.grab().toImage()


def test_the_table_holds_what_was_answered_and_leaves_empty_what_was_not(
    page: ProgressPage, qtbot: QtBot
) -> None:
    rows = show_table(page.cards["alliance"], qtbot)
    assert rows[0][3:11] == ["3", "2", "", "4", "0", "1", "3", "2"]
    assert rows[3] == ["4", "27 Jan 2026", *[""] * 10]
    assert rows[0][2] == "2.1"  # of the seven that were answered


def test_the_break_stands_in_the_table_between_its_sessions(page: ProgressPage, qtbot: QtBot) -> None:
    rows = show_table(page.cards["alliance"], qtbot)
    at = next(number for number, it in enumerate(rows) if not it[0])
    assert (rows[at - 1][0], rows[at + 1][0]) == ("6", "7")
    assert rows[at][-1].startswith("break")


def test_the_checklist_says_not_sure_where_that_was_the_answer(page: ProgressPage, qtbot: QtBot) -> None:
    rows = show_table(page.cards["checklist"], qtbot)
    assert rows == [
        ["6 Jan 2026", "1", "1", "not sure", *[""] * 6],
        ["3 Mar 2026", "9", "3", "not sure", *[""] * 6],
    ]
    assert (
        page.cards["checklist"].form.sentence.text()
        == "Since 6 Jan 2026: “come as I am” from “a little” to “mostly”."
    )


def test_a_goal_is_told_then_and_now(page: ProgressPage, qtbot: QtBot) -> None:
    rows = show_table(page.cards["goals"], qtbot)
    assert [it[3] for it in rows] == ["0", "1", "2", "4", "5", "", "6", "7", "8"]
    assert rows[5][4].startswith("break, until ")
    assert "around 1 at first, around 7 lately" in page.cards["goals"].form.sentence.text()


def test_show_as_table_turns_the_figure_into_a_table_and_back(page: ProgressPage, qtbot: QtBot) -> None:
    card = page.cards["goals"]
    show_table(card, qtbot)
    assert not card.form.chart.isVisible()
    card.save.setFocus()
    qtbot.keyClick(card.save, Qt.Key.Key_Tab)
    assert card.table_view.hasFocus()
    assert card.table_view.accessibleName() == card.form.title.text()
    qtbot.keyClick(card.form.asTable, Qt.Key.Key_Space)
    assert card.form.chart.isVisible()
    assert not card.table_view.isVisible()


def test_before_the_first_answer_each_chart_says_when_it_begins(
    desk: Desk, therapy: Therapy, shown: Show
) -> None:
    assert therapy.label
    page = shown(ProgressPage(desk))
    for card in page.cards.values():
        assert "appear here after" in card.form.sentence.text()
        assert not card.form.chart.isVisible()
        assert not card.form.asTable.isVisible()


def test_without_a_therapy_the_page_is_calm_too(desk: Desk, shown: Show) -> None:
    page = shown(ProgressPage(desk))
    assert page.cards["alliance"].form.sentence.text() == "Dots appear here after your first rating."


def test_a_rating_given_meanwhile_is_in_the_chart(
    page: ProgressPage, diary: Diary, lived: Therapy, qtbot: QtBot
) -> None:
    session = diary.sessions.held(lived.id)[3]
    before = pixels(page.cards["alliance"])
    with diary.change():
        rating = AllianceRating(
            session=session.id, filled_at=session.starts_at, answers=dict.fromkeys(STATEMENTS, 4)
        )
        diary.alliance_ratings.give(rating)
    wait_until_drawn(page, qtbot)
    assert pixels(page.cards["alliance"]) != before
    assert show_table(page.cards["alliance"], qtbot)[3][2:11] == ["4"] * 9


def test_nothing_is_drawn_again_when_nothing_was_answered(
    page: ProgressPage, diary: Diary, lived: Therapy, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(page.cards["alliance"].table.modelReset):
        with diary.change():
            diary.topics.add(lived.id, "the key", date(2026, 3, 4))
        page.hide()
        page.show()
    assert all(it.form.chart.is_drawn() for it in page.cards.values())


def test_arrow_keys_walk_the_sessions_and_a_missing_rating_is_said(page: ProgressPage, qtbot: QtBot) -> None:
    chart = page.cards["alliance"].form.chart
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    assert chart.point_text().splitlines()[:2] == ["Session 1, 6 Jan", "overall: “partly” (2.1)"]
    assert "real contact: can't say today" in chart.point_text()
    for _ in range(3):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.point_text().splitlines() == ["Session 4, 27 Jan", "not rated"]


def test_charts_follow_the_theme(page: ProgressPage, desk: Desk, qtbot: QtBot) -> None:
    chart = page.cards["alliance"].form.chart
    with qtbot.waitSignal(chart.drawn):
        desk.theme.choose(Choice.DARK)
    assert pixels(page.cards["alliance"]).pixelColor(2, 2) == QColor(load_tokens()["dark"].surface)


def test_a_chart_has_room_at_every_text_size_and_the_page_scrolls(
    page: ProgressPage, desk: Desk, qtbot: QtBot
) -> None:
    chart = page.cards["alliance"].form.chart
    usual = chart.height()
    desk.theme.set_text_size(200)
    qtbot.waitUntil(lambda: chart.height() == 2 * usual)
    page.window().resize(700, 520)
    scroll = page.findChild(QScrollArea)
    assert scroll is not None
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().maximum() > 0)
    qtbot.waitUntil(lambda: all(it.width() <= scroll.viewport().width() for it in page.cards.values()))


def test_every_control_has_a_name_and_the_tab_key_comes_round(page: ProgressPage, qtbot: QtBot) -> None:
    assert unnamed_controls(page.window()) == []
    assert len(tab_cycle(page.window())) >= 6
    for card in page.cards.values():
        show_table(card, qtbot)
    assert unnamed_controls(page.window()) == []
    assert len(tab_cycle(page.window())) >= 6


def test_a_chart_is_heard_by_its_title_and_its_sentence(page: ProgressPage, qtbot: QtBot) -> None:
    card = page.cards["goals"]
    qtbot.waitUntil(card.form.chart.is_drawn)
    heard = QAccessible.queryAccessibleInterface(card.form.chart)
    assert heard is not None
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Goals"
    assert heard.text(QAccessible.Text.Description) == card.form.sentence.text()
    assert card.form.asTable.accessibleName() == "Show as table: Goals"


def test_dates_and_numbers_are_those_of_the_language(
    desk: Desk, lived: Therapy, shown: Show, qtbot: QtBot
) -> None:
    assert lived.label
    QLocale.setDefault(QLocale(QLocale.Language.German))
    rows = show_table(shown(ProgressPage(desk)).cards["alliance"], qtbot)
    assert rows[0][1:3] == ["6. Jan. 2026", "2,1"]


def test_the_drawing_library_is_not_loaded_before_the_page_is_shown() -> None:
    call = "import sys, therapy_diary.views.progress; sys.exit('matplotlib' in sys.modules or 'numpy' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", call], cwd=root, check=False).returncode == 0
