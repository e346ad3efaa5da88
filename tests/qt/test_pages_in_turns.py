"""A page with much on it comes to the screen piece by piece, so that no turn of the event loop keeps a key waiting long.

What is asked of it meanwhile is there at once, and nothing done meanwhile is lost.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON, ROOT
from tests.qt.an_ending import begin_an_ending
from tests.qt.hands import settle
from therapy_diary.app import build_window
from therapy_diary.demo import Demo, demo
from therapy_diary.desktop.in_turns import InTurns
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.views.after_session import AfterSessionPage
from therapy_diary.views.alliance import AlliancePage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Page
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.topics import TopicsPage

pytestmark = pytest.mark.thorough

IN_TURNS = (
    "session_note",
    "after_session",
    "alliance",
    "checklist",
    "progress",
    "before_session",
    "topics",
    "setting",
    "ending",
)
MOST_AT_FIRST, MOST_LATER = 115, 75
"""Widgets that one turn may make. All of them at once were 180 to 330 on each of these pages."""


@pytest.fixture
def session(window: MainWindow, therapy: Therapy) -> Session:
    """The session of an hour ago."""
    with window.desk.diary.change():
        return window.desk.diary.sessions.add(therapy.id, NOON - timedelta(hours=1))


def made_by_each_turn(page: Page) -> list[int]:
    """How many widgets of the page are there at first, and how many each turn adds until it is whole."""
    there = [0, len(page.findChildren(QWidget))]
    while not page.is_whole:
        QApplication.processEvents()
        there.append(len(page.findChildren(QWidget)))
    return [after - before for before, after in pairwise(there)]


def come_to(window: MainWindow, name: str) -> Page:
    """A page as its first turn leaves it."""
    assert window.show_page(name)
    page = window.page
    assert page is not None
    assert page.name == name
    assert not page.is_whole
    return page


@pytest.fixture
def told() -> Iterator[Demo]:
    with demo() as made:
        yield made


def test_no_turn_makes_all_of_a_page(
    told: Demo, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    window = build_window(told.diary, lambda: told.now, theme, preferences)
    qtbot.addWidget(window)
    window.resize(1280, 832)
    with qtbot.waitExposed(window):
        window.show()
    first, later = dict[str, int](), dict[str, int]()
    for name in IN_TURNS:
        at_first, *others = made_by_each_turn(come_to(window, name))
        first[name], later[name] = at_first, max(others)
    assert all(it <= MOST_AT_FIRST for it in first.values()), first
    assert all(it <= MOST_LATER for it in later.values()), later


def test_who_asks_for_a_part_has_it_at_once(window: MainWindow, session: Session) -> None:
    page = come_to(window, "after_session")
    assert isinstance(page, AfterSessionPage)
    window.show_subject("after_session", (session.id, "signs"))  # as a key does
    assert page.is_whole
    assert page.signs.fold.is_open()
    assert page.signs.isAncestorOf(QApplication.focusWidget())

    note = come_to(window, "session_note")
    assert isinstance(note, SessionNotePage)
    note.find_in_text()
    assert note.tools.find.isVisible()


def test_an_answer_given_meanwhile_stays(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    page = come_to(window, "alliance")
    assert isinstance(page, AlliancePage)
    qtbot.waitUntil(lambda: bool(page.asked.there()))
    assert len(page.asked.there()) < len(page.questions.questions)
    segment = page.asked.there()[0].row.segments()[2]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    settle()
    assert [it.given() for it in page.statements] == [2] + [None] * 7
    assert window.show_page("today")  # which puts it into the file
    half = page.half.at(f"alliance:{session.id}")
    assert half is not None
    assert half["answers"] == {page.statements[0].question.key: 2}


def test_words_that_wait_for_a_part_outlive_a_visit_too_short_to_make_it(
    window: MainWindow, session: Session
) -> None:
    """The draft of what was half typed is read before the part it belongs to is there."""
    half = {"texts": {"my_part": "I said it."}, "unsaid": [], "start": ""}
    page = window.page_named("after_session")
    assert isinstance(page, AfterSessionPage)
    page.half.touch(f"after:{session.id}", half)
    page.half.keep()
    come_to(window, "after_session")
    assert window.show_page("today")  # at once
    assert window.desk.diary.sessions.get(session.id).my_part == "I said it."


def test_a_page_that_was_left_goes_on_when_it_comes_back(window: MainWindow, session: Session) -> None:
    del session
    page = come_to(window, "checklist")
    assert window.show_page("today")
    there = len(page.findChildren(QWidget))
    for _ in range(20):
        QApplication.processEvents()
    assert len(page.findChildren(QWidget)) == there
    assert window.show_page("checklist")
    settle()
    assert page.is_whole


def test_a_lock_meanwhile_leaves_nothing_that_goes_on(window: MainWindow, session: Session) -> None:
    """What reads the diary piece by piece must not read one that is closed."""
    del session
    begin_an_ending(window.desk.diary)
    for name in IN_TURNS:
        come_to(window, name)
    window.lock()
    for _ in range(20):
        QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.findChildren(InTurns)


def test_the_keyboard_comes_to_what_was_still_to_come(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    """The topics begin with a field that is made in the second turn, and so do the answers."""
    del session
    window.menus.page_wanted.emit("goals")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.page_named("goals").isAncestorOf(focus)
    window.menus.page_wanted.emit("topics")
    page = window.page
    assert isinstance(page, TopicsPage)
    qtbot.waitUntil(lambda: page.is_whole)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.new.isAncestorOf(focus)
    for name in ("checklist", "alliance"):
        window.sidebar.list.setFocus()
        window.menus.page_wanted.emit(name)
        settle()
        asked: Any = window.page
        assert QApplication.focusWidget() is asked.statements[0].row.segments()[0], name


def test_what_a_page_needs_is_imported_one_module_after_the_other() -> None:
    """In a fresh Python: all that a page needs is there in the end, and no step brought much of it."""
    code = (
        "import sys\nfrom importlib import import_module\n"
        "from therapy_diary.desktop.imports_ahead import still_to_import\n"
        "most = 0\n"
        "for name in still_to_import('therapy_diary.views.before_session'):\n"
        "    before = {it for it in sys.modules if it.startswith('therapy_diary.')}\n"
        "    import_module(name)\n"
        "    came = {it for it in sys.modules if it.startswith('therapy_diary.')} - before\n"
        "    most = max(most, len(came))\n"
        "assert 'therapy_diary.views.before_session' in sys.modules\n"
        "print(most)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert int(done.stdout) <= 4  # the module, and packages around it
