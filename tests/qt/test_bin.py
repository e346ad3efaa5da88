"""Deleting a note: it goes to the bin, with the way back; for thirty days, or for good when that is confirmed."""

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.bin import BinPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.timeline import TimelinePage

pytestmark = pytest.mark.thorough

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notes(diary: Diary, therapy: Therapy) -> list[Note]:
    """Three notes, the newest first."""
    with diary.change():
        return [
            diary.notes.write(therapy.id, f"Words of {name}", NOON - timedelta(days=day), title=name)
            for day, name in enumerate(("one", "two", "three"))
        ]


def titles(diary: Diary, therapy: Therapy, limit: int = 100) -> list[str]:
    return [it.title for it in diary.notes.newest(therapy.id, limit)]


def press(widget: QWidget | None, key: Qt.Key) -> None:
    assert widget is not None
    QTest.keyClick(widget, key)


def timeline(window: MainWindow) -> TimelinePage:
    window.show_subject("timeline", None)
    page = window.page
    assert isinstance(page, TimelinePage)
    page.form.list.setFocus()
    return page


def bin_page(window: MainWindow) -> BinPage:
    window.menus.bin.trigger()
    page = window.page
    assert isinstance(page, BinPage)
    return page


def undo(window: MainWindow, qtbot: QtBot) -> None:
    (button,) = [it for it in window.above.done.findChildren(QPushButton) if it.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_del_in_the_timeline_moves_a_note_to_the_bin_and_undo_brings_it_back(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note], qtbot: QtBot
) -> None:
    assert notes
    page = timeline(window)
    press(page.form.list, Qt.Key.Key_Delete)
    assert titles(diary, therapy) == ["two", "three"]
    assert window.above.done.text() == "Note moved to the bin."
    assert page.model.entry(page.form.list.currentIndex()).title == "two"
    undo(window, qtbot)
    assert titles(diary, therapy) == ["one", "two", "three"]
    assert not window.above.done.isVisible()


def test_a_note_can_go_to_the_bin_from_its_own_page_with_what_was_just_typed(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note], qtbot: QtBot
) -> None:
    window.show_subject("session_note", notes[0])
    page = window.page
    assert isinstance(page, SessionNotePage)
    page.form.text.moveCursor(page.form.text.textCursor().MoveOperation.End)
    qtbot.keyClicks(page.form.text, " and more")
    qtbot.mouseClick(page.ways.bin, Qt.MouseButton.LeftButton)
    assert titles(diary, therapy) == ["two", "three"]
    assert page.form.text.text() == ""
    undo(window, qtbot)
    assert diary.notes.get(notes[0].id).text == "Words of one and more"
    assert "one" in titles(diary, therapy)


def test_the_offer_to_undo_goes_when_another_page_is_shown(window: MainWindow, notes: list[Note]) -> None:
    assert notes
    press(timeline(window).form.list, Qt.Key.Key_Delete)
    window.show_page("today")
    assert not window.above.done.isVisible()


def test_a_note_in_the_bin_is_not_on_the_note_page_any_more(
    window: MainWindow, diary: Diary, notes: list[Note], qtbot: QtBot
) -> None:
    window.show_subject("session_note", notes[0])
    press(timeline(window).form.list, Qt.Key.Key_Delete)
    window.show_page("session_note")
    page = window.page
    assert isinstance(page, SessionNotePage)
    assert page.form.text.text() == ""
    qtbot.keyClicks(page.form.text, "new words")
    window.show_page("today")
    assert diary.notes.get(notes[0].id).text == "Words of one"


def test_the_bin_shows_what_is_in_it_and_enter_brings_it_back(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note]
) -> None:
    with diary.change():
        diary.notes.bin(notes[1].id, NOON)
        diary.notes.bin(notes[2].id, NOON + timedelta(minutes=1))
    page = bin_page(window)
    entries = [page.model.entry(page.model.index(row)) for row in range(page.model.rowCount())]
    assert [it.title for it in entries] == ["three", "two"]
    assert "3 April 2026" in entries[0].spoken or "April 3, 2026" in entries[0].spoken
    press(page.form.list, Qt.Key.Key_Return)
    assert titles(diary, therapy) == ["one", "three"]


def test_for_good_is_asked_once_and_kept_unless_confirmed(
    window: MainWindow, diary: Diary, notes: list[Note], qtbot: QtBot
) -> None:
    with diary.change():
        diary.notes.bin(notes[1].id, NOON)
    page = bin_page(window)
    press(page.form.list, Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is page.keep_it  # the careless key keeps
    assert "Backups made before may still hold it." in page.form.question.text()
    press(page.keep_it, Qt.Key.Key_Escape)
    assert diary.notes.is_binned(notes[1].id)
    press(page.form.list, Qt.Key.Key_Delete)
    qtbot.keyClick(page.yes, Qt.Key.Key_Space)
    with pytest.raises(KeyError):
        diary.notes.get(notes[1].id)
    assert page.form.empty.isVisible()


def test_the_bin_is_emptied_at_once_when_that_is_confirmed(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note], diary_file: Path, qtbot: QtBot
) -> None:
    with diary.change():
        for note in notes[1:]:
            diary.notes.rewrite(note.id, "changed", NOON, title=note.title, session=None, kind=note.kind)
            diary.notes.bin(note.id, NOON)
    page = bin_page(window)
    qtbot.mouseClick(page.empty_it, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.yes, Qt.MouseButton.LeftButton)
    assert diary.notes.binned() == []
    assert titles(diary, therapy) == ["one"]
    assert diary.examine().problems == ()
    diary.close()
    again = Diary.open(diary_file, KEY)
    assert all(again.notes.versions(note.id) == [] for note in notes)
    again.close()


def test_after_thirty_days_it_is_gone_by_itself(
    diary: Diary, therapy: Therapy, notes: list[Note], theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    assert therapy
    with diary.change():
        diary.notes.bin(notes[0].id, NOON)
        diary.notes.bin(notes[1].id, NOON + timedelta(days=1))

    def later() -> datetime:
        return NOON + timedelta(days=30)

    window = build_window(diary, later, theme, preferences)
    qtbot.addWidget(window)
    window.show()
    page = bin_page(window)
    assert page.model.rowCount() == 1
    with pytest.raises(KeyError):
        diary.notes.get(notes[0].id)


def test_a_thousand_notes_in_the_bin_are_read_a_page_at_a_time(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        for number in range(1000):
            diary.notes.bin(diary.notes.write(therapy.id, f"n {number}", NOON).id, NOON)
    page = bin_page(window)
    assert page.model.rowCount() < 200
    while page.model.canFetchMore(page.form.list.rootIndex()):
        page.model.fetchMore(page.form.list.rootIndex())
    assert page.model.rowCount() == 1000


def test_deep_in_a_long_list_the_next_card_is_chosen_and_nothing_above_is_read_anew(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        for number in range(300):
            diary.notes.write(therapy.id, "words", NOON - timedelta(days=10 * number), title=f"n{number}")
    page = timeline(window)
    while page.model.canFetchMore(page.form.list.rootIndex()):
        page.model.fetchMore(page.form.list.rootIndex())
    reset: list[bool] = []
    page.model.modelReset.connect(lambda: reset.append(True))
    for title, chosen in (("n200", "n201"), ("n201", "n202"), ("n299", "n298")):
        row = [page.model.entry(page.model.index(it)).title for it in range(page.model.rowCount())].index(
            title
        )
        page.form.list.setCurrentIndex(page.model.index(row))
        press(page.form.list, Qt.Key.Key_Delete)
        assert page.model.entry(page.form.list.currentIndex()).title == chosen
    window.above.done.acted.emit()
    assert page.model.entry(page.form.list.currentIndex()).title == "n299"
    assert not reset
    left = [page.model.entry(page.model.index(row)) for row in range(page.model.rowCount())]
    assert [it.title for it in left if it.subject is not None] == titles(diary, therapy, 500)
    months = [it.title for it in left if it.subject is None]
    assert len(months) == len(set(months))


def test_a_file_that_cannot_be_written_is_said_and_the_note_stays(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note], diary_file: Path
) -> None:
    assert notes
    page = timeline(window)
    other = Diary.open(diary_file, KEY)
    with suppress(InterruptedError), other.quiet_change():
        press(page.form.list, Qt.Key.Key_Delete)
        raise InterruptedError
    other.close()
    assert page.form.trouble.isVisible()
    assert not window.above.done.isVisible()
    assert titles(diary, therapy) == ["one", "two", "three"]


def test_the_menu_of_a_card_offers_the_same(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note]
) -> None:
    assert notes
    page = timeline(window)
    page._offer_doings(page.form.list.visualRect(page.form.list.currentIndex()).center())
    menu = QApplication.activePopupWidget()
    assert menu is not None
    words = [it.text().replace("&", "") for it in menu.actions()]
    assert words == ["Open", "Star", "Earlier versions", "Move to the bin"]
    menu.actions()[1].trigger()
    menu.close()
    assert diary.notes.newest(therapy.id, 1)[0].starred
