"""Quiet mode: no numbers, no charts, notes only; one click away, and one click back."""

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from tests.qt.hands import settle
from tests.qt.reading_the_screen import numbers_in, words_on
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.quiet import QuietPage
from therapy_diary.views.window.page_stack import PAGES, RESTING
from therapy_diary.widgets.chart_view import ChartView

pytestmark = pytest.mark.usefixtures("british")

STAYING = [it for it in PAGES if it not in (*RESTING, "settings", "help")]
"""Settings are about minutes and sizes, and the help names keys; neither says anything about the person."""


@pytest.fixture
def lived(diary: Diary, therapy: Therapy) -> Therapy:
    """Six sessions, each rated, with notes, a goal with ratings, and two things to bring."""
    with diary.change():
        goal = diary.goals.add(therapy.id, "sleep", date(2026, 1, 6))
        for week in range(6):
            starts_at = datetime(2026, 1, 20, 17, 0) + timedelta(weeks=week)
            session = diary.sessions.add(therapy.id, starts_at)
            answers: dict[str, int | None] = dict.fromkeys(STATEMENTS, 3)
            diary.alliance_ratings.give(
                AllianceRating(session=session.id, filled_at=starts_at, answers=answers)
            )
            diary.goals.rate(goal.wording.id, starts_at.date(), week, session=session.id)
            diary.notes.write(
                therapy.id, "a few words", starts_at, session=session.id, kind=NoteKind.AFTER, title="words"
            )
        for day in (25, 26):
            diary.notes.write(therapy.id, "between", datetime(2026, 2, day, 9, 0), title="between")
        diary.topics.add(therapy.id, "the key", date(2026, 3, 1))
        diary.topics.add(therapy.id, "the pace", date(2026, 3, 1), kind=TopicKind.WAY_OF_WORKING)
    return therapy


def come_to(window: MainWindow, name: str) -> None:
    window.show_subject(name, None)
    settle()


def test_one_click_takes_every_number_from_the_screen_and_one_brings_them_back(
    lived: Therapy, window: MainWindow
) -> None:
    assert lived.label
    come_to(window, "before_session")
    assert numbers_in(words_on(window)), "or this test cannot fail"
    QTest.mouseClick(window.sidebar.quiet, Qt.MouseButton.LeftButton)
    assert numbers_in(words_on(window)) == []
    QTest.mouseClick(window.sidebar.quiet, Qt.MouseButton.LeftButton)
    assert numbers_in(words_on(window))


def test_no_page_that_stays_shows_a_number(lived: Therapy, window: MainWindow) -> None:
    assert lived.label
    QTest.keyClick(window, Qt.Key.Key_F12)
    for name in STAYING:
        come_to(window, name)
        assert window.page is not None
        assert window.page.name == name
        assert numbers_in(words_on(window)) == [], name
        assert not [it for it in window.findChildren(ChartView) if it.isVisible()], name
        assert unnamed_controls(window) == [], name


def test_pages_about_numbers_rest_wherever_one_comes_from(lived: Therapy, window: MainWindow) -> None:
    assert lived.label
    for name in RESTING:
        come_to(window, name)
        QTest.keyClick(window, Qt.Key.Key_F12)
        assert isinstance(window.page, QuietPage), name
        come_to(window, "today")
        come_to(window, name)  # as a link, a key or the menu does
        assert isinstance(window.page, QuietPage), name
        assert numbers_in(words_on(window)) == [], name
        assert [it.name for it in window.findChildren(ChartView) if it.isVisible()] == []
        assert len(tab_cycle(window)) > 3, name
        QTest.keyClick(window, Qt.Key.Key_F12)


def test_pages_say_themselves_that_they_rest(window: MainWindow) -> None:
    assert {it for it in PAGES if type(window.page_named(it)).rests_when_quiet} == set(RESTING)


def test_the_page_that_rests_leads_back_with_the_keyboard(lived: Therapy, window: MainWindow) -> None:
    assert lived.label
    come_to(window, "goals")
    QTest.keyClick(window, Qt.Key.Key_F12)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.page is not None
    assert window.page.name == "goals"
    assert "sleep" in " ".join(words_on(window))


def test_the_column_leaves_out_what_rests(lived: Therapy, window: MainWindow) -> None:
    assert lived.label
    rows = window.sidebar.list
    everything = [rows.item(it).text() for it in range(rows.count())]
    window.be_quiet(True)
    left = [rows.item(it).text() for it in range(rows.count()) if not rows.isRowHidden(it)]
    assert left == ["Today", "Timeline", "Session note", "After the session", "Before the session", "Therapy"]
    assert set(left) < set(everything)
    assert window.sidebar.quiet.accessibleName() == "Leave quiet mode"
    assert clipped_words(window) == []


def test_what_was_half_answered_is_there_again_after_quiet_mode(lived: Therapy, window: MainWindow) -> None:
    assert lived.label
    come_to(window, "goals")
    page = window.page
    assert page is not None
    page.add.click()  # type: ignore[attr-defined]
    page.editor.form.wording.setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(window.focusWidget(), "to say no")
    QTest.keyClick(window, Qt.Key.Key_F12)
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert "to say no" in words_on(window)


def test_quiet_mode_goes_with_the_diary_and_is_there_at_the_next_start(
    lived: Therapy, window: MainWindow, diary: Diary, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    assert lived.label
    window.be_quiet(True)
    again = build_window(diary, lambda: NOON, theme, Preferences.load(tmp_path / "other.ini"))
    qtbot.addWidget(again)
    again.show()
    assert again.menus.quiet.isChecked()
    again.show_page("progress")
    assert isinstance(again.page, QuietPage)


def test_the_printed_review_has_no_numbers_either(
    lived: Therapy, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    """With everything ticked that there is."""
    from pypdf import PdfReader

    assert lived.label
    come_to(window, "before_session")
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    qtbot.waitUntil(page.panels.is_drawn)
    page.to_paper.click()
    for row in page.paper.elements.values():
        if not row.is_ticked:
            row.box.click()

    def printed() -> str:
        file = tmp_path / "page.pdf"
        page.paper.bar.write_to(file)
        return re.sub(r"[^\S\n]+", " ", PdfReader(file).pages[0].extract_text())

    told = printed()
    assert "Before session 7" in told
    assert "How it reads" in told
    window.be_quiet(True)
    told = printed()
    assert "How it reads" not in told
    assert "the key" in told
    assert numbers_in([it for it in told.splitlines() if " / " not in it]) == []
