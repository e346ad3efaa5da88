"""What a note said before can be read, compared and brought back; nothing is lost by it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.versions import VersionsPage

pytestmark = pytest.mark.thorough


def rewrite(diary: Diary, note: Note, text: str, title: str = "A walk") -> None:
    with diary.change():
        diary.notes.rewrite(note.id, text, NOON, title=title, session=None, kind=note.kind)


@pytest.fixture
def note(diary: Diary, therapy: Therapy) -> Note:
    """A note that said first "I was sad today.", then "I was sad.", and now "I was very sad."."""
    with diary.change():
        made = diary.notes.write(therapy.id, "I was sad today.", NOON, title="A walk")
    rewrite(diary, made, "I was sad.")
    rewrite(diary, made, "I was very sad.")
    return diary.notes.get(made.id)


def open_versions(window: MainWindow, note: Note, qtbot: QtBot) -> VersionsPage:
    """By the button on the note's page."""
    window.show_subject("session_note", note)
    page = window.page
    assert isinstance(page, SessionNotePage)
    qtbot.mouseClick(page.ways.versions, Qt.MouseButton.LeftButton)
    versions = window.page
    assert isinstance(versions, VersionsPage)
    return versions


def shows(page: VersionsPage, words: str, qtbot: QtBot) -> None:
    """Wait until the text on the page is this."""
    qtbot.waitUntil(lambda: page.form.text.text().replace("\u2009", "") == words)


def looks(page: VersionsPage) -> dict[str, str]:
    """Which words are struck through, and which underlined."""
    found = {"struck": "", "underlined": ""}
    block = page.form.text.document().begin()
    while block.isValid():
        for part in block:
            piece = part.fragment()
            if piece.charFormat().fontStrikeOut():
                found["struck"] += piece.text()
            if piece.charFormat().fontUnderline():
                found["underlined"] += piece.text()
        block = block.next()
    return found


def test_versions_stand_latest_first_with_what_changed_since(
    window: MainWindow, note: Note, qtbot: QtBot
) -> None:
    page = open_versions(window, note, qtbot)
    assert page.form.list.count() == 2
    shows(page, "A walk\n\nI was very sad.", qtbot)
    assert looks(page) == {"struck": "", "underlined": "very "}
    page.form.list.setFocus()
    qtbot.keyClick(page.form.list, Qt.Key.Key_Down)
    shows(page, "A walk\n\nI was very sad today.", qtbot)
    assert looks(page) == {"struck": " today", "underlined": "very "}
    assert page.form.text.accessibleDescription() == "Gone since then: today. New since then: very"


def test_a_version_can_be_read_as_it_was(window: MainWindow, note: Note, qtbot: QtBot) -> None:
    page = open_versions(window, note, qtbot)
    page.form.list.setCurrentRow(1)
    qtbot.mouseClick(page.as_it_was, Qt.MouseButton.LeftButton)
    shows(page, "A walk\n\nI was sad today.", qtbot)
    assert looks(page) == {"struck": "", "underlined": ""}
    qtbot.keyClicks(page.form.text, "no key changes it")
    shows(page, "A walk\n\nI was sad today.", qtbot)


def test_bringing_back_keeps_what_the_note_said_until_then_and_can_be_undone(
    window: MainWindow, diary: Diary, note: Note, qtbot: QtBot
) -> None:
    page = open_versions(window, note, qtbot)
    page.form.list.setCurrentRow(1)
    qtbot.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    assert diary.notes.get(note.id).text == "I was sad today."
    assert [it.text for it in diary.notes.versions(note.id)] == [
        "I was very sad.",
        "I was sad.",
        "I was sad today.",
    ]
    (undo,) = [it for it in window.above.done.findChildren(QPushButton) if it.isVisible()]
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert diary.notes.get(note.id).text == "I was very sad."
    assert len(diary.notes.versions(note.id)) == 4


def test_the_note_page_shows_what_was_brought_back_and_does_not_write_over_it(
    window: MainWindow, diary: Diary, note: Note, qtbot: QtBot
) -> None:
    page = open_versions(window, note, qtbot)
    page.form.list.setCurrentRow(1)
    qtbot.mouseClick(page.bring, Qt.MouseButton.LeftButton)
    window.show_page("session_note")
    written = window.page
    assert isinstance(written, SessionNotePage)
    assert written.form.text.text() == "I was sad today."
    window.show_page("today")
    assert diary.notes.get(note.id).text == "I was sad today."


def test_a_note_that_was_never_changed_has_none_and_says_so(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        fresh = diary.notes.write(therapy.id, "new", NOON)
    page = open_versions(window, fresh, qtbot)
    assert page.form.empty.isVisible()
    assert not page.form.body.isVisible()


def test_only_the_last_fifty_are_there(window: MainWindow, diary: Diary, note: Note, qtbot: QtBot) -> None:
    for number in range(60):
        rewrite(diary, note, f"text {number}")
    assert open_versions(window, note, qtbot).form.list.count() == 50


def test_after_a_lock_the_page_shows_the_same_note(window: MainWindow, note: Note, qtbot: QtBot) -> None:
    page = open_versions(window, note, qtbot)
    other = VersionsPage(window.desk)
    other.return_to(page.bookmark())
    assert other.form.list.count() == 2
    other.return_to("nonsense")
    other.return_to("999")
    other.deleteLater()


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("percent", [100, 200])
def test_it_can_be_read_and_reached_in_every_look(
    window: MainWindow, note: Note, theme: Theme, look: Choice, percent: int, qtbot: QtBot
) -> None:
    theme.choose(look)
    theme.set_text_size(percent)
    window.resize(900, 640)
    page = open_versions(window, note, qtbot)
    shows(page, "A walk\n\nI was very sad.", qtbot)
    qtbot.waitUntil(
        lambda: clipped_words(window) == []
    )  # a wrapped line asks for height once its width is known
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 5
