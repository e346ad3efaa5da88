"""Spelling in a note: with the dictionaries of the computer, where there are any, and the person's words in the diary."""

import os
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.qt.hands import type_in
from therapy_diary.desktop.spelling import Spelling, spelling_for
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage

pytestmark = pytest.mark.thorough

WAVE = QTextCharFormat.UnderlineStyle.SpellCheckUnderline


def english() -> bool:
    """Whether this computer has a dictionary to try it with."""
    if find_spec("enchant") is None:
        return False
    return spelling_for(["en-US"], []) is not None


needs_dictionary = pytest.mark.skipif(
    not english(), reason="needs pip install therapy-diary[spelling], libenchant-2-2 and hunspell-en-us"
)


@pytest.fixture
def page(window: MainWindow) -> Iterator[SessionNotePage]:
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    yield page
    page.keep()  # as the window does when it closes


def underlined(page: SessionNotePage) -> list[str]:
    """The words under which there is a wave."""
    document, found = page.form.text.document(), []
    block = document.begin()
    while block.isValid():
        for it in block.layout().formats():
            if it.format.underlineStyle() == WAVE:
                word = block.text()[it.start : it.start + it.length]
                found.append(word)
        block = block.next()
    return found


def menu_here(page: SessionNotePage) -> QMenu:
    """What the menu key opens."""
    text = page.form.text
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard,
        text.cursorRect().center(),
        text.mapToGlobal(text.cursorRect().center()),
    )
    QApplication.sendEvent(text.viewport(), event)
    menu = next(it for it in QApplication.topLevelWidgets() if isinstance(it, QMenu) and it.isVisible())
    assert isinstance(menu, QMenu)
    return menu


def entry(menu: QMenu, words: str) -> QAction:
    return next(it for it in menu.actions() if it.text() == words)


@needs_dictionary
def test_a_word_that_no_dictionary_has_is_underlined_once_the_cursor_has_left_it(
    page: SessionNotePage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.can_check_spelling)
    type_in(page.form.text, "I was tird", qtbot)
    assert underlined(page) == []
    type_in(page.form.text, " and שלוםם", qtbot)
    assert underlined(page) == ["tird"]  # of a script without a dictionary nothing is said
    assert page.form.text.text() == "I was tird and שלוםם"


@needs_dictionary
def test_a_better_word_is_offered_and_taking_it_can_be_undone(page: SessionNotePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.can_check_spelling)
    type_in(page.form.text, "I was happpy today", qtbot)
    page.form.text.setTextCursor(page.form.text.cursor_at(8))
    menu = menu_here(page)
    entry(menu, "happy").trigger()
    menu.close()
    assert page.form.text.text() == "I was happy today"
    page.form.text.undo()
    assert page.form.text.text() == "I was happpy today"


@needs_dictionary
def test_own_words_are_kept_in_the_diary_and_in_no_file(
    page: SessionNotePage, diary: Diary, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    qtbot.waitUntil(page.can_check_spelling)
    type_in(page.form.text, "Talked about Noa's flurbing today", qtbot)
    assert "flurbing" in underlined(page)
    page.form.text.setTextCursor(page.form.text.cursor_at(page.form.text.text().index("flurb") + 2))
    menu = menu_here(page)
    entry(menu, "Keep this word in the diary's own dictionary").trigger()
    menu.close()
    assert "flurbing" not in underlined(page)
    assert diary.own_words.all() == ["flurbing"]
    assert list((tmp_path / "home").rglob("*")) == []
    assert os.environ["ENCHANT_CONFIG_DIR"] == os.devnull
    again = spelling_for(["en-US"], diary.own_words.all())  # as the next start would
    assert again is not None
    assert again.is_right("Flurbing")


@needs_dictionary
def test_where_a_link_leads_is_no_word_and_the_choice_is_followed_and_kept(
    window: MainWindow, page: SessionNotePage, qtbot: QtBot
) -> None:
    qtbot.waitUntil(page.can_check_spelling)
    type_in(page.form.text, "[wrlds](note:abcdefab) and more ", qtbot)
    assert underlined(page) == ["wrlds"]
    window.menus.edit_opened.emit()
    assert window.menus.spelling.isVisible()
    window.menus.spelling.trigger()
    assert underlined(page) == []
    assert window._preferences.chosen.spelling == 0
    window.menus.spelling.trigger()
    assert underlined(page) == ["wrlds"]


def test_without_the_extra_nothing_is_offered(
    window: MainWindow, page: SessionNotePage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)  # as where it is not installed
    assert spelling_for(["xx-XX"], []) is None
    page.tools.spelling._spelling = None
    window.menus.edit_opened.emit()
    assert not window.menus.spelling.isVisible()
    type_in(page.form.text, "tird ", qtbot)
    qtbot.keyClick(page.form.text, Qt.Key.Key_Left)
    menu = menu_here(page)
    assert not any("dictionary" in it.text() for it in menu.actions())
    menu.close()


def test_a_dictionary_that_is_not_there_leaves_all_words_alone() -> None:
    nobody = Spelling({}, [])
    assert nobody.wrong_in("whtever שלוםם wrd") == []
