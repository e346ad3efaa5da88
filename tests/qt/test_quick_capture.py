"""Jotting a line down from any page: the page stays, and not a word is lost."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.draft import JOTTED
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.kept.quick_capture import Becomes, QuickCapture
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.window.page_stack import PAGES

pytestmark = pytest.mark.thorough

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def jot(window: MainWindow, words: str) -> QuickCapture:
    """Press Ctrl+Shift+N wherever the keyboard is, and type."""
    QTest.keyClick(window, Qt.Key.Key_N, CTRL | SHIFT)
    assert window.capture is not None
    assert QApplication.focusWidget() is window.capture.text
    QTest.keyClicks(window.capture.text, words)
    return window.capture


def press(
    strip: QuickCapture, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(strip.text, key, modifier)


def waiting(diary: Diary) -> str:
    draft = diary.drafts.at(JOTTED)
    return "" if draft is None else str(json.loads(draft.text)["words"])


def test_a_line_becomes_a_note_between_sessions_without_leaving_the_page(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    for name in PAGES:
        before = {it.id for it in diary.notes.newest(therapy.id, 100)}
        window.show_page(name)
        strip = jot(window, f"the open door of {name}")
        press(strip, Qt.Key.Key_Return, CTRL)
        (note,) = [it for it in diary.notes.newest(therapy.id, 100) if it.id not in before]
        assert (note.text, note.kind.value, note.session) == (f"the open door of {name}", "between", None)
        assert window.page is not None
        assert window.page.name == name
        assert not strip.isVisible(), name
        assert diary.drafts.at(JOTTED) is None, name


def test_or_something_to_bring(window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    strip = jot(window, "the pace of it")
    qtbot.mouseClick(strip.kinds[Becomes.TOPIC], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(strip.keep_it, Qt.MouseButton.LeftButton)
    assert [it.wording for it in diary.topics.waiting(therapy.id)] == ["the pace of it"]
    assert diary.notes.newest(therapy.id, 1) == []


def test_what_is_half_typed_elsewhere_stays_as_it_is(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    QTest.keyClicks(page.form.text, "half a sentence")
    strip = jot(window, "a line")
    press(strip, Qt.Key.Key_Return, CTRL)
    assert page.form.text.text() == "half a sentence"
    assert QApplication.focusWidget() is page.form.text
    assert [it.text for it in diary.notes.newest(therapy.id, 9)] == ["a line"]


def test_words_are_in_the_file_within_two_seconds(window: MainWindow, diary: Diary, qtbot: QtBot) -> None:
    strip = jot(window, "do not lose me")
    assert 0 <= strip._half._timer.remainingTime() <= 2000, (
        "a busy machine may take longer, the strip does not"
    )
    qtbot.waitUntil(lambda: waiting(diary) == "do not lose me")


def test_escape_puts_it_away_and_the_words_wait(window: MainWindow, diary: Diary) -> None:
    strip = jot(window, "for later")
    press(strip, Qt.Key.Key_Escape)
    assert not strip.isVisible()
    assert waiting(diary) == "for later"
    again = jot(window, " on")
    assert again.text.text() == "for later on"


def test_nothing_typed_is_nothing_kept(window: MainWindow, diary: Diary, therapy: Therapy) -> None:
    strip = jot(window, "  ")
    press(strip, Qt.Key.Key_Return, CTRL)
    assert not strip.isVisible()
    assert diary.notes.newest(therapy.id, 1) == []
    assert diary.drafts.at(JOTTED) is None


def test_a_text_too_long_to_bring_is_said_and_stays(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    strip = jot(window, "")
    strip.text.insert_as_person("long " * 100)
    qtbot.mouseClick(strip.kinds[Becomes.TOPIC], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(strip.keep_it, Qt.MouseButton.LeftButton)
    assert "at most 400" in strip.trouble.text()
    assert strip.text.text().startswith("long")
    assert diary.topics.waiting(therapy.id) == []


@pytest.mark.usefixtures("therapy")
def test_a_lock_takes_it_away_and_brings_it_back_with_its_cursor(
    window: MainWindow, theme: Theme, preferences: Preferences, diary_file: Path, qtbot: QtBot
) -> None:
    strip = jot(window, "half a thought")
    for _ in range(7):
        press(strip, Qt.Key.Key_Left)
    window.lock()
    assert window.capture is None
    diary = Diary.open(diary_file, KEY)
    again = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(again)
    again.show()
    assert again.capture is not None
    assert again.capture.isVisible()
    assert again.capture.text.text() == "half a thought"
    assert again.capture.text.textCursor().position() == 7
    again.close()
    diary.close()


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_read_and_reached_in_every_look(
    window: MainWindow, theme: Theme, look: Choice, percent: int, qtbot: QtBot
) -> None:
    theme.choose(look)
    theme.set_text_size(percent)
    window.resize(900, 640)
    jot(window, "a line")
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        QApplication.setLayoutDirection(direction)
        qtbot.waitUntil(lambda: clipped_words(window) == [])
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 5


def test_without_a_therapy_it_says_so_and_keeps_the_words(
    diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    strip = jot(window, "words")
    press(strip, Qt.Key.Key_Return, CTRL)
    assert "belongs to a therapy" in strip.trouble.text()
    assert strip.text.text() == "words"
