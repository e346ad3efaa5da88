import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.conftest import Shown
from therapy_diary import __version__, resources
from therapy_diary.views.help import HelpPage, help_text
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk

TEXTS = sorted(it.stem for it in resources.path("help").glob("*.md"))


@pytest.fixture
def page(desk: Desk, shown: Shown[HelpPage]) -> HelpPage:
    return shown(HelpPage(desk))


def test_every_text_that_ships_can_be_reached_with_the_arrow_keys(page: HelpPage) -> None:
    page.form.topics.setFocus()
    seen = set()
    for _ in TEXTS:
        seen.add(page.form.text.toPlainText())
        QTest.keyClick(page.form.topics, Qt.Key.Key_Down)
    assert len(seen) == len(TEXTS)


def test_the_alliance_is_called_what_it_is(page: HelpPage) -> None:
    page.show_subject("answers")
    assert "have not been validated" in page.form.text.toPlainText()


def test_the_version_is_told(page: HelpPage) -> None:
    page.show_subject("about")
    assert __version__ in page.form.text.toPlainText()


def test_the_keys_in_the_help_are_the_keys_of_the_menus(window: MainWindow) -> None:
    told = help_text("keys")
    for action in (
        window.menus.new_note,
        window.menus.new_topic,
        window.menus.lock,
        window.menus.full_screen,
    ):
        assert f"| {action.shortcut().toString()} |" in told


@pytest.mark.parametrize("name", TEXTS)
def test_help_speaks_in_short_plain_sentences(name: str) -> None:
    text = help_text(name)
    assert "!" not in text
    prose = [line for line in text.splitlines() if not line.startswith(("|", "#", "- Python", "- Qt"))]
    for sentence in re.split(r"[.:?]\s|\n\n", "\n".join(prose)):
        assert len(sentence.split()) <= 20, sentence


def test_nothing_leads_out_of_the_program(page: HelpPage) -> None:
    assert not page.form.text.openExternalLinks()
    for name in TEXTS:
        assert "http" not in help_text(name)


def test_every_control_has_a_name_and_tab_comes_round(page: HelpPage) -> None:
    assert unnamed_controls(page) == []
    tab_cycle(page.window())
