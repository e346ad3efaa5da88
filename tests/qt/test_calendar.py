"""Going to a day: a month whose days are read out in full, left and reached by keyboard."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.alliance import CORE, AllianceRating
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.finding.month import DayPanel, MonthGrid
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.timeline import TimelinePage

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow, diary: Diary, therapy: Therapy) -> TimelinePage:
    """A rated session on 3 March 2026, a note on the 1st, and one in May 2019."""
    with diary.change():
        session = diary.sessions.add(therapy.id, datetime(2026, 3, 3, 17, 0))
        answers = dict.fromkeys(CORE, 3)
        rating = AllianceRating(session=session.id, filled_at=datetime(2026, 3, 3, 19, 0), answers=answers)
        diary.alliance_ratings.give(rating)
        diary.notes.write(therapy.id, "A note", datetime(2026, 3, 1, 9, 0), title="March")
        diary.notes.write(therapy.id, "Long ago", datetime(2019, 5, 2, 9, 0), title="May")
    window.show_subject("timeline", None)
    page = window.page
    assert isinstance(page, TimelinePage)
    return page


def opened(page: TimelinePage) -> MonthGrid:
    """Open the calendar by its chip."""
    chip = page.filters.openers["day"]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    panel = page.panels.findChild(DayPanel)
    assert panel is not None
    assert QApplication.focusWidget() is panel.grid
    return panel.grid


def spoken(grid: MonthGrid, day: date) -> str:
    return str(grid.days.data(grid.days.index_of(day), Qt.ItemDataRole.AccessibleTextRole))


def titles(page: TimelinePage) -> list[str]:
    rows = [page.model.entry(page.model.index(row)) for row in range(page.model.rowCount())]
    return [it.title for it in rows]


def test_a_day_is_read_out_in_full_with_what_there_is_of_it(page: TimelinePage) -> None:
    grid = opened(page)
    assert spoken(grid, date(2026, 3, 3)) == "3 March 2026, session, rated"
    assert spoken(grid, date(2026, 3, 1)) == "1 March 2026, note"
    assert spoken(grid, date(2026, 3, 13)) == "13 March 2026"
    QAccessible.setActive(True)
    interface = QAccessible.queryAccessibleInterface(grid)
    told = {interface.child(it).text(QAccessible.Text.Name) for it in range(interface.childCount())}
    assert {"3 March 2026, session, rated", "13 March 2026", "Tuesday"} <= told


def test_the_week_begins_as_the_country_has_it(page: TimelinePage) -> None:
    grid = opened(page)
    assert grid.days.day(grid.days.index(0, 0)).isoweekday() == 1
    QLocale.setDefault(QLocale("en_US"))
    grid.go_to(date(2026, 4, 1))
    assert grid.days.day(grid.days.index(0, 0)).isoweekday() == 7
    heads = [grid.days.headerData(it, Qt.Orientation.Horizontal) for it in range(7)]
    assert heads[0] == "Sun"


def test_enter_shows_that_day_and_what_was_before_it(page: TimelinePage) -> None:
    grid = opened(page)
    for _ in range(7):
        QTest.keyClick(grid, Qt.Key.Key_PageUp, CTRL)
    assert grid.day() == date(2019, 3, 4)
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    QTest.keyClick(grid, Qt.Key.Key_PageDown)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.day() == date(2019, 5, 11)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert titles(page) == ["May 2019", "May"]
    assert page.filters.openers["day"].text() == "Up to 11 May 2019"
    page.filters.everything.click()
    assert titles(page)[0] == "March 2026"


@pytest.mark.parametrize(
    ("direction", "key", "wanted"),
    [
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Right, date(2026, 3, 5)),
        (Qt.LayoutDirection.RightToLeft, Qt.Key.Key_Right, date(2026, 3, 3)),
        (Qt.LayoutDirection.LeftToRight, Qt.Key.Key_Up, date(2026, 2, 25)),
    ],
)
def test_arrows_go_as_one_sees_them_and_on_into_other_months(
    page: TimelinePage, direction: Qt.LayoutDirection, key: Qt.Key, wanted: date
) -> None:
    QApplication.setLayoutDirection(direction)
    grid = opened(page)
    QTest.keyClick(grid, key)
    assert grid.day() == wanted
    assert (grid.days.first.year, grid.days.first.month) == (wanted.year, wanted.month)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1, 2, 3), date(9998, 12, 31)])
def test_the_ends_of_time_are_no_trouble(page: TimelinePage, day: date) -> None:
    grid = opened(page)
    grid.go_to(day)
    for key in (Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_Right):
        QTest.keyClick(grid, key)
        QTest.keyClick(grid, key, CTRL)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    assert page.isVisible()


def test_escape_puts_it_away_with_the_keyboard_back_on_the_chip(page: TimelinePage) -> None:
    grid = opened(page)
    QTest.keyClick(grid, Qt.Key.Key_Escape)
    assert not page.panels.isVisible()
    assert QApplication.focusWidget() is page.filters.openers["day"]


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_drawn_in_every_look_with_its_marks(
    window: MainWindow, page: TimelinePage, theme: Theme, look: Choice, percent: int, qtbot: QtBot
) -> None:
    theme.choose(look)
    theme.set_text_size(percent)
    window.resize(900, 640)
    grid = opened(page)
    grid.go_to(date(2026, 3, 13))
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        QApplication.setLayoutDirection(direction)
        qtbot.waitUntil(lambda: clipped_words(window) == [])
    image = grid.viewport().grab(grid.visualRect(grid.days.index_of(date(2026, 3, 3)))).toImage()
    colours = {
        image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())
    }
    assert theme.tokens().accent.upper() in colours  # the dot of the session
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 6


def test_today_is_where_it_opens(page: TimelinePage) -> None:
    assert opened(page).day() == NOON.date()
