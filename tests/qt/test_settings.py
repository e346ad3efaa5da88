from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.conftest import Shown
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.preferences import Preferences
from therapy_diary.views.page import Desk
from therapy_diary.views.rooms.look import LookRoom
from therapy_diary.views.settings import SettingsPage
from therapy_diary.widgets.words_label import MAY_BREAK


@pytest.fixture
def page(desk: Desk, preferences: Preferences, shown: Shown[SettingsPage]) -> LookRoom:
    """The room about looks, which is the first."""
    room = shown(SettingsPage(desk, preferences)).room("look")
    assert isinstance(room, LookRoom)
    return room


def test_a_theme_holds_at_once_and_at_the_next_start(
    page: LookRoom, theme: Theme, preferences: Preferences
) -> None:
    page.form.theme.setFocus()
    QTest.keyClick(page.form.theme, Qt.Key.Key_Down)
    assert theme.choice is Choice.DARK
    assert Preferences.load(preferences.file).chosen.theme == "dark"
    assert "#1B1D1F" in page.window().styleSheet() or theme.tokens().name == "dark"


def test_the_text_grows_in_steps_of_ten(page: LookRoom, theme: Theme, preferences: Preferences) -> None:
    page.form.size.setFocus()
    QTest.keyClick(page.form.size, Qt.Key.Key_Right)
    QTest.keyClick(page.form.size, Qt.Key.Key_Right)
    assert theme.text_size == 120
    assert page.form.sizeNow.text() == "120 %"
    assert Preferences.load(preferences.file).chosen.text_size == 120


def test_the_text_stays_between_eighty_and_two_hundred(page: LookRoom, theme: Theme) -> None:
    QTest.keyClick(page.form.size, Qt.Key.Key_Home)
    assert theme.text_size == 80
    QTest.keyClick(page.form.size, Qt.Key.Key_End)
    assert theme.text_size == 200


def test_a_choice_made_elsewhere_is_shown_here(page: LookRoom, theme: Theme) -> None:
    theme.choose(Choice.CONTRAST)
    theme.set_text_size(150)
    assert page.form.theme.currentText() == "High contrast"
    assert page.form.size.value() == 150


def test_the_page_names_the_folder_of_the_diary(page: LookRoom, tmp_path: Path) -> None:
    assert str(tmp_path) in page.form.folder.text().replace(MAY_BREAK, "")
    assert page.form.folder.accessibleName() == str(tmp_path)


def test_showing_the_page_changes_nothing(page: LookRoom, preferences: Preferences, qtbot: QtBot) -> None:
    page.refresh()
    qtbot.wait(0)
    assert not preferences.file.exists()


def test_every_control_has_a_name_and_tab_comes_round(page: LookRoom) -> None:
    assert unnamed_controls(page.window()) == []
    tab_cycle(page.window())
