"""A note stays in the diary until the person says, beside its star, that it may be printed and taken out."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.qt.a_safe import Kept, kept
from tests.qt.an_ending import go_to, offered
from therapy_diary.domain.closing import Section
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.rooms.take import As, TakeRoom
from therapy_diary.views.session_note import SessionNotePage

pytestmark = pytest.mark.thorough

__all__ = ["kept"]

LEFT = Qt.MouseButton.LeftButton


def write_a_note(kept: Kept, window: MainWindow) -> SessionNotePage:
    """A new note with a title and a few words, as a person types it."""
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    page.form.title.setFocus()
    kept.qtbot.keyClicks(page.form.title, "I called her back")
    page.form.text.setFocus()
    kept.qtbot.keyClicks(page.form.text, "the heron stood in the river")
    return page


def taken_out(kept: Kept, window: MainWindow, target: Path) -> str:
    """What a person reads who opens the page that was taken out."""
    room = kept.room("take", window)
    assert isinstance(room, TakeRoom)
    assert room.chosen_kind() is As.PAGE
    room.take_to(target)
    kept.qtbot.waitUntil(room.said_here.isVisible)
    return target.read_text(encoding="utf-8")


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def test_a_note_is_taken_out_once_it_may_be(kept: Kept, tmp_path: Path) -> None:
    window = kept.window()
    page = write_a_note(kept, window)
    assert not page.strip.printable.isChecked()
    kept.qtbot.mouseClick(page.strip.star, LEFT)
    assert "heron" not in taken_out(kept, window, tmp_path / "before.html")

    page = note_again(window, kept)
    kept.qtbot.mouseClick(page.strip.printable, LEFT)
    assert "heron" in taken_out(kept, window, tmp_path / "allowed.html")

    page = note_again(window, kept)
    assert page.strip.printable.isChecked()
    kept.qtbot.mouseClick(page.strip.printable, LEFT)
    assert page.strip.star.isChecked(), "the star stays as it is"
    assert "heron" not in taken_out(kept, window, tmp_path / "taken back.html")


def note_again(window: MainWindow, kept: Kept) -> SessionNotePage:
    window.show_subject("session_note", kept.diary.notes.newest(kept.therapy.id, 1)[0])
    page = window.page
    assert isinstance(page, SessionNotePage)
    return page


def test_a_starred_note_that_may_be_printed_is_drawn_into_the_worksheet(kept: Kept, tmp_path: Path) -> None:
    window = kept.window()
    page = write_a_note(kept, window)
    kept.qtbot.mouseClick(page.strip.star, LEFT)
    ending = on_ending(window, kept)
    assert offered(ending) == []
    assert "I called her back" not in worksheet(ending, tmp_path / "before.pdf")

    kept.qtbot.mouseClick(note_again(window, kept).strip.printable, LEFT)

    ending = on_ending(window, kept)
    assert "I called her back" in offered(ending)
    assert "I called her back" in worksheet(ending, tmp_path / "allowed.pdf")


def on_ending(window: MainWindow, kept: Kept) -> EndingPage:
    """The section on what changed, of an ending that was begun."""
    window.show_subject("ending", None)
    page = window.page
    assert isinstance(page, EndingPage)
    if page.room() is page.before:
        kept.qtbot.mouseClick(page.before.form.begin, LEFT)
    go_to(page, Section.WHAT_CHANGED)
    return page


def worksheet(page: EndingPage, target: Path) -> str:
    page.worksheet.form.bar.write_to(target)
    return " ".join(" ".join(it.extract_text() for it in PdfReader(target).pages).split())


def test_by_keyboard_alone_and_by_its_name(kept: Kept) -> None:
    page = write_a_note(kept, kept.window())
    page.strip.star.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Tab)
    assert focus() is page.strip.printable
    assert focus().accessibleName() == "May be printed and taken out"
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    [note] = [it for it in kept.diary.notes.newest(kept.therapy.id, 9) if it.title]
    assert not note.never_print


def test_before_a_word_is_written_there_is_nothing_that_may_be_printed(kept: Kept) -> None:
    window = kept.window()
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    kept.qtbot.mouseClick(page.strip.printable, LEFT)
    assert not page.strip.printable.isChecked()
    assert "there is no note yet" in page.form.quiet.text()
