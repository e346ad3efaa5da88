"""Finding in a note, and writing with nothing else around, in the real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, scrolled_sideways, tab_cycle, unnamed_controls
from tests.qt.hands import CONTROL, SHIFT, paste_in, settle, type_in
from therapy_diary.domain.note import LONGEST_TEXT
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage

pytestmark = pytest.mark.thorough


@pytest.fixture
def page(window: MainWindow) -> Iterator[SessionNotePage]:
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    yield page
    page.keep()  # as the window does when it closes


def press(key: Qt.Key, qtbot: QtBot, *modifiers: Qt.KeyboardModifier) -> None:
    """Where the keyboard is."""
    where = QApplication.focusWidget()
    assert isinstance(where, QWidget)
    held = Qt.KeyboardModifier.NoModifier
    for it in modifiers:
        held |= it
    qtbot.keyClick(where, key, held)


def chosen(page: SessionNotePage) -> str:
    return page.form.text.textCursor().selectedText()


def test_ctrl_shift_f_finds_and_goes_on_and_back_and_esc_leaves_the_cursor_there(
    page: SessionNotePage, qtbot: QtBot
) -> None:
    page.form.text.set_text("The Lake 🌱 and the lake, and אגם.\n" * 3)
    page.form.text.setFocus()
    press(Qt.Key.Key_F, qtbot, CONTROL, SHIFT)
    find = page.tools.find
    assert find.field.hasFocus()
    type_in(find.field, "lake", qtbot)
    assert find.count.text() == "1 of 6"
    assert chosen(page) == "Lake"
    press(Qt.Key.Key_Return, qtbot)
    assert (find.count.text(), chosen(page)) == ("2 of 6", "lake")
    press(Qt.Key.Key_Return, qtbot, SHIFT)
    press(Qt.Key.Key_Return, qtbot, SHIFT)
    assert find.count.text() == "6 of 6"
    assert unnamed_controls(page) == []
    press(Qt.Key.Key_Escape, qtbot)
    assert page.form.text.hasFocus()
    assert not find.isVisible()
    assert (find.field.text(), page.form.text.extraSelections()) == ("", [])
    assert page.form.text.textCursor().blockNumber() == 2


def test_what_is_not_there_is_said_and_hebrew_is_found(page: SessionNotePage, qtbot: QtBot) -> None:
    page.form.text.set_text("אמרתי לה הכול. 😀 הכול")
    page.find_in_text()
    type_in(page.tools.find.field, "zzz", qtbot)
    assert page.tools.find.count.text() == "Not in this text"
    assert not page.tools.find.next.isEnabled()
    page.tools.find.field.selectAll()
    type_in(page.tools.find.field, "הכול", qtbot)
    assert page.tools.find.count.text() == "1 of 2"
    assert chosen(page) == "הכול"


def test_finds_follow_a_text_that_changes_and_pass_over_where_links_lead(
    page: SessionNotePage, qtbot: QtBot
) -> None:
    page.form.text.set_text(f"note [note](note:{'0' * 32})")
    page.find_in_text()
    type_in(page.tools.find.field, "note", qtbot)
    assert page.tools.find.count.text() == "1 of 2"
    page.form.text.moveCursor(QTextCursor.MoveOperation.End)
    type_in(page.form.text, " note", qtbot)
    qtbot.waitUntil(lambda: page.tools.find.count.text().endswith("of 3"))


def test_finding_is_offered_only_where_there_is_a_text(window: MainWindow, page: SessionNotePage) -> None:
    assert page
    assert window.menus.find_here.isEnabled()
    window.show_page("today")
    assert not window.menus.find_here.isEnabled()


def test_another_note_forgets_what_was_looked_for(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        other = diary.notes.write(therapy.id, "another", NOON)
    page.find_in_text()
    type_in(page.tools.find.field, "secret", qtbot)
    page.show_subject(other)
    assert page.tools.find.field.text() == ""


def test_f11_leaves_nothing_but_the_text_and_esc_brings_everything_back(
    window: MainWindow, page: SessionNotePage, diary: Diary, qtbot: QtBot
) -> None:
    type_in(page.form.text, "Quiet", qtbot)
    press(Qt.Key.Key_F11, qtbot)
    assert window.isFullScreen()
    seen = [
        it
        for it in (window.sidebar, page.form.bar, page.form.title, page.picker, page.form.side)
        if it.isVisible()
    ]
    assert seen == []
    assert window.menus.height() == 0
    assert page.form.text.hasFocus()
    assert page.form.leave.text() == "F11 or Esc leads back to the page."
    type_in(page.form.text, " words", qtbot)
    assert page.form.leave.text() == ""
    qtbot.waitUntil(lambda: any("Quiet words" in it.text for it in diary.drafts.all()))
    press(Qt.Key.Key_Escape, qtbot)
    assert not window.isFullScreen()
    assert window.sidebar.isVisible()
    assert page.form.bar.isVisible()
    assert window.menus.height() > 0
    assert page.form.text.text() == "Quiet words"


def test_f11_leads_back_as_well_and_so_does_another_page(
    window: MainWindow, page: SessionNotePage, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F11, qtbot)
    press(Qt.Key.Key_F11, qtbot)
    assert page.form.bar.isVisible()
    page.tools.screen_button.click()
    assert window.quiet.is_on
    press(Qt.Key.Key_1, qtbot, CONTROL)  # the menus are out of sight and their keys are not
    assert window.page is not page
    assert window.sidebar.isVisible()
    assert not window.isFullScreen()
    press(Qt.Key.Key_F11, qtbot)
    assert window.isFullScreen()
    assert window.sidebar.isVisible()
    press(Qt.Key.Key_F11, qtbot)


def test_what_went_wrong_is_said_in_the_quiet_too(
    window: MainWindow, page: SessionNotePage, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.qt.test_session_note import held_by_another_program

    window.quiet.toggle(page)
    with held_by_another_program(tmp_path):
        type_in(page.form.text, "do not lose me", qtbot)
        qtbot.waitUntil(page.form.trouble.isVisible)
    assert page.form.text.text() == "do not lose me"


def test_what_can_be_undone_survives_other_pages_and_the_way_back_over_the_timeline(
    window: MainWindow, page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    type_in(page.form.text, "one", qtbot)
    qtbot.keyClick(page.form.text, Qt.Key.Key_B, CONTROL)
    window.show_page("today")
    window.show_page("session_note")
    (note,) = diary.notes.newest(therapy.id, 1)
    window.show_page("timeline")
    window.show_subject("session_note", note)
    press(Qt.Key.Key_Z, qtbot, CONTROL)
    assert page.form.text.text() == "one"
    press(Qt.Key.Key_Z, qtbot, CONTROL, SHIFT)
    assert page.form.text.text() == "**one**"


def test_fifty_megabytes_are_refused_in_a_sentence_and_stay_in_the_clipboard(
    page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    text = "Words. " * (50_000_000 // 7)
    type_in(page.form.text, "mine", qtbot)
    paste_in(page.form.text, text, qtbot)
    assert page.form.quiet.text().startswith("A note holds 4 million characters.")
    assert page.form.text.text() == "mine"
    assert len(QGuiApplication.clipboard().text()) == len(text)
    QGuiApplication.clipboard().clear()
    page.keep()
    assert diary.notes.newest(therapy.id, 1)[0].text == "mine"


def test_a_note_at_the_limit_takes_what_replaces_something(page: SessionNotePage, qtbot: QtBot) -> None:
    page.form.text.set_text("x " * (LONGEST_TEXT // 2 - 10))
    paste_in(page.form.text, "y" * 100, qtbot)
    assert page.form.quiet.isVisible()
    qtbot.keyClick(page.form.text, Qt.Key.Key_A, CONTROL)
    paste_in(page.form.text, "y" * 100, qtbot)
    assert page.form.text.text() == "y" * 100


STRIPS: dict[str, Callable[[SessionNotePage], object]] = {
    "find": SessionNotePage.find_in_text,
    "link": lambda page: page.tools.link_button.click(),
    "description": lambda page: page.form.text.description_wanted.emit("a.png"),
}


@pytest.mark.parametrize("strip", STRIPS)
@pytest.mark.parametrize("text_size", [100, 200])
def test_everything_fits_at_every_size_and_the_keyboard_comes_round_with_a_strip_open(
    window: MainWindow, page: SessionNotePage, text_size: int, strip: str
) -> None:
    window.desk.theme.set_text_size(text_size)
    window.resize(900, 640)
    STRIPS[strip](page)
    settle()
    assert clipped_words(window) == []
    assert scrolled_sideways(window) == []
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 10
