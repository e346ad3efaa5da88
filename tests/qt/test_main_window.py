from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.hands import press
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Page
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.window.page_stack import PAGES

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
OURS = ("today", "settings", "help")
WORDS = "The silence was not a verdict."


def name_in_view(window: MainWindow) -> str:
    assert window.page is not None
    return window.page.name


def half_write_a_note(window: MainWindow) -> SessionNotePage:
    press(window, Qt.Key.Key_N, CTRL)
    page = window.page
    assert isinstance(page, SessionNotePage)
    QTest.keyClicks(page.form.text, WORDS)
    return page


def note_text(page: SessionNotePage) -> str:
    return str(page.form.text.text())


def holds(diary: Diary, words: str) -> bool:
    """Whether the diary keeps these words, as a note or as a draft of one."""
    therapy = diary.therapies.current()
    notes = [] if therapy is None else diary.notes.newest(therapy.id, 10)
    return any(words in it.text for it in [*diary.drafts.all(), *notes])


def every_text(interface: QAccessibleInterface) -> list[str]:
    """What a screen reader could read out, from here down."""
    texts = [interface.text(it) for it in (QAccessible.Text.Name, QAccessible.Text.Value)]
    for number in range(interface.childCount()):
        child = interface.child(number)
        texts += every_text(child) if child is not None and child.isValid() else []
    return texts


# pages


def test_only_the_first_page_is_built_before_the_first_paint_and_one_more_once_nothing_else_is_to_do(
    diary: Diary,
    therapy: Therapy,  # noqa: ARG001 - it is in the diary
    theme: Theme,
    preferences: Preferences,
    qtbot: QtBot,
) -> None:
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)

    def built() -> list[str]:
        return sorted(it.name for it in window.findChildren(Page))

    assert built() == ["today"]
    window.show()
    qtbot.waitUntil(lambda: len(built()) > 1)
    qtbot.wait(100)
    assert built() == ["session_note", "today"]


def test_the_arrow_keys_walk_through_the_pages(window: MainWindow) -> None:
    window.sidebar.list.setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    assert name_in_view(window) == "session_note"
    assert QApplication.focusWidget() is window.sidebar.list


def test_a_number_leads_to_a_page_and_the_keyboard_goes_along(window: MainWindow) -> None:
    press(window, Qt.Key.Key_6, CTRL)
    assert name_in_view(window) == "goals"
    assert window.page is not None
    assert window.page.isAncestorOf(QApplication.focusWidget())


def test_settings_and_help_are_one_click_away_and_so_is_the_way_back(window: MainWindow) -> None:
    QTest.mouseClick(window.sidebar.settings, Qt.MouseButton.LeftButton)
    assert name_in_view(window) == "settings"
    row = window.sidebar.list.visualItemRect(window.sidebar.list.item(0))
    QTest.mouseClick(window.sidebar.list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    assert name_in_view(window) == "today"


def test_back_and_forward_follow_the_way_taken(window: MainWindow) -> None:
    assert not window.menus.back.isEnabled()
    press(window, Qt.Key.Key_F1)
    press(window, Qt.Key.Key_Comma, CTRL)
    press(window, Qt.Key.Key_Left, ALT)
    assert name_in_view(window) == "help"
    press(window, Qt.Key.Key_Left, ALT)
    assert name_in_view(window) == "today"
    press(window, Qt.Key.Key_Right, ALT)
    assert name_in_view(window) == "help"


def test_f6_changes_between_the_column_and_the_page(window: MainWindow) -> None:
    window.sidebar.list.setFocus()
    press(window, Qt.Key.Key_F6)
    assert window.page is not None
    assert window.page.isAncestorOf(QApplication.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is window.sidebar.list


def test_something_to_bring_can_be_typed_at_once(window: MainWindow) -> None:
    press(window, Qt.Key.Key_B, CTRL | SHIFT)
    assert name_in_view(window) == "topics"
    QTest.keyClicks(QApplication.focusWidget(), "the pace")
    assert "the pace" in [
        getattr(it, "text", str)() for it in window.findChildren(QWidget) if hasattr(it, "text")
    ]


def test_the_diary_can_be_searched_from_anywhere(window: MainWindow) -> None:
    half_write_a_note(window)
    press(window, Qt.Key.Key_F, CTRL)
    assert name_in_view(window) == "timeline"
    assert isinstance(QApplication.focusWidget(), QLineEdit)


def test_the_page_says_what_it_kept_in_the_line_below(window: MainWindow) -> None:
    assert window.page is not None
    window.page.said.emit("Saved on this computer, 14:32")
    assert window.findChild(QLabel, "status").text() == "Saved on this computer, 14:32"


def test_what_the_page_says_itself_does_not_stand_there_twice(window: MainWindow) -> None:
    window.show_page("session_note")
    page = window.page
    assert isinstance(page, SessionNotePage)
    page.form.saved.show_saved(NOON)
    page.said.emit(page.form.saved.text())
    assert window.findChild(QLabel, "status").text() == ""


def test_what_was_said_about_one_page_is_gone_on_the_next(window: MainWindow) -> None:
    window.show_page("goals")
    assert window.page is not None
    window.page.said.emit("Kept.")
    window.show_page("alliance")
    assert window.findChild(QLabel, "status").text() == ""


# keys and names


def test_no_access_key_is_given_twice(window: MainWindow) -> None:
    assert twice(it for it in window.menus.actions()) == []
    for menu in window.menus.actions():
        assert twice(menu.menu().actions()) == []


def twice(actions: Any) -> list[str]:
    keys = Counter(it.text()[it.text().index("&") + 1].lower() for it in actions if "&" in it.text())
    return [key for key, count in keys.items() if count > 1]


def test_every_entry_of_the_menus_has_an_access_key(window: MainWindow) -> None:
    entries = [it for menu in window.menus.actions() for it in menu.menu().actions() if it.text()]
    assert [it.text() for it in entries if "&" not in it.text()] == []


@pytest.mark.parametrize("name", OURS)
def test_no_control_of_a_page_takes_the_access_key_of_a_menu(window: MainWindow, name: str) -> None:
    window.show_page(name)
    menus = {it.text()[it.text().index("&") + 1].lower() for it in window.menus.actions()}
    assert window.page is not None
    named = [*window.page.findChildren(QAbstractButton), *window.page.findChildren(QLabel)]
    keys = [it.text()[it.text().index("&") + 1].lower() for it in named if "&" in it.text()]
    assert menus.isdisjoint(keys)
    assert len(keys) == len(set(keys))


def test_no_shortcut_is_given_twice(window: MainWindow) -> None:
    keys = Counter(key.toString() for action in window.findChildren(QAction) for key in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("name", OURS)
def test_every_control_has_a_name_and_tab_comes_round(window: MainWindow, name: str) -> None:
    window.show_page(name)
    assert unnamed_controls(window) == []
    tab_cycle(window)


def test_the_title_of_the_window_never_tells_anything(window: MainWindow) -> None:
    for name in OURS:
        window.show_page(name)
        assert window.windowTitle() == "Therapy Diary"


# nothing typed is lost


def test_half_a_note_is_in_the_diary_when_the_page_is_left(window: MainWindow, diary: Diary) -> None:
    half_write_a_note(window)
    press(window, Qt.Key.Key_1, CTRL)
    assert holds(diary, WORDS)


def test_a_page_that_cannot_keep_its_text_stays_and_says_so(window: MainWindow, diary_file: Path) -> None:
    page = half_write_a_note(window)
    diary_file.rename(diary_file.with_name("elsewhere.db"))
    press(window, Qt.Key.Key_1, CTRL)
    assert name_in_view(window) == "session_note"
    assert note_text(page) == WORDS
    assert "moved or replaced" in window.above.notice.text()
    assert window.sidebar.list.currentItem().text() == "Session note"


def test_the_window_stays_open_over_a_text_it_cannot_keep_until_told_otherwise(
    window: MainWindow, diary_file: Path
) -> None:
    half_write_a_note(window)
    diary_file.rename(diary_file.with_name("elsewhere.db"))
    press(window, Qt.Key.Key_Q, CTRL)
    assert window.isVisible()
    button = window.above.notice.findChild(QPushButton)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_a_lock_does_not_take_away_a_text_it_cannot_keep(
    window: MainWindow, diary_file: Path, qtbot: QtBot
) -> None:
    page = half_write_a_note(window)
    diary_file.rename(diary_file.with_name("elsewhere.db"))
    with qtbot.assertNotEmitted(window.locked):
        press(window, Qt.Key.Key_L, CTRL)
    assert note_text(page) == WORDS


def test_a_lock_keeps_the_text_and_leaves_nothing_to_read(
    window: MainWindow, diary_file: Path, qtbot: QtBot
) -> None:
    half_write_a_note(window)
    QAccessible.setActive(True)
    assert WORDS in "\n".join(every_text(QAccessible.queryAccessibleInterface(window)))
    with qtbot.waitSignal(window.locked):
        press(window, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: not window.findChildren(Page))
    assert not window.isVisible()
    assert WORDS not in "\n".join(every_text(QAccessible.queryAccessibleInterface(window)))
    again = Diary.open(diary_file, KEY)
    assert holds(again, WORDS)
    again.close()


def test_a_lock_waits_for_no_dialog(window: MainWindow, qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QMessageBox

    box = QMessageBox(window)
    box.setText("Really?")
    box.open()
    with qtbot.waitSignal(window.locked):
        window.menus.lock.trigger()
    assert not box.isVisible()


# how it looks, and where it stood


def test_the_text_grows_with_a_key_and_stays_so(
    window: MainWindow, theme: Theme, preferences: Preferences
) -> None:
    press(window, Qt.Key.Key_Plus, CTRL)
    press(window, Qt.Key.Key_Plus, CTRL)
    assert theme.text_size == 120
    assert Preferences.load(preferences.file).chosen.text_size == 120
    press(window, Qt.Key.Key_0, CTRL)
    assert theme.text_size == 100


def test_a_theme_chosen_in_the_menu_is_kept(
    window: MainWindow, theme: Theme, preferences: Preferences
) -> None:
    (dark,) = [it for it in window.findChildren(QAction) if it.data() == Choice.DARK]
    dark.trigger()
    assert theme.choice is Choice.DARK
    assert Preferences.load(preferences.file).chosen.theme == "dark"


def test_the_window_comes_back_with_its_page_and_size(
    window: MainWindow, diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    window.resize(760, 600)
    window.show_page("help")
    window.close()
    again = build_window(diary, lambda: NOON, theme, Preferences.load(preferences.file))
    qtbot.addWidget(again)
    assert name_in_view(again) == "help"
    assert (again.width(), again.height()) == (760, 600)


@pytest.mark.usefixtures("therapy")
def test_a_page_that_is_no_more_is_forgotten(
    diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.change(page="weather", geometry="not a place")
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    assert name_in_view(window) == "today"


def test_the_column_stands_at_the_side_where_reading_begins(window: MainWindow, qapp: QApplication) -> None:
    assert window.sidebar.x() == 0
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    assert window.sidebar.geometry().right() == window.centralWidget().width() - 1


def test_in_a_narrow_window_with_large_text_the_column_makes_room(window: MainWindow, theme: Theme) -> None:
    window.resize(900, 640)
    full = window.sidebar.width()
    theme.set_text_size(200)
    assert window.sidebar.width() < full
    assert window.sidebar.list.item(0).toolTip() == "Today"
    window.resize(1600, 900)
    assert window.sidebar.width() > full


@pytest.mark.thorough(but=("contrast",))
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_every_page_can_be_shown_in_every_theme(
    window: MainWindow, theme: Theme, choice: Choice, qapp: QApplication
) -> None:
    theme.choose(choice)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    window.resize(900, 640)
    for name in PAGES:
        assert window.show_page(name), name
        picture = window.grab().toImage()
        assert picture.pixelColor(2, picture.height() - 2).isValid(), name
        assert window.width() == 900, name
