"""Tags and stars: put on and taken off by keyboard, offered from the diary's own, and found again by them."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.finding.entry import Entry
from therapy_diary.views.finding.tag_panel import TagPanel
from therapy_diary.views.finding.timeline_list import Shown
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.timeline import TimelinePage

pytestmark = pytest.mark.thorough

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notes(diary: Diary, therapy: Therapy) -> list[Note]:
    """Three notes, the newest first; the last one is tagged "Sleep" and "work"."""
    with diary.change():
        made = [
            diary.notes.write(therapy.id, f"Words of {name}", NOON - timedelta(days=day), title=name)
            for day, name in enumerate(("one", "two", "three"))
        ]
        for tag in ("Sleep", "work"):
            diary.tags.put(made[2].id, tag)
    return made


def on_note(window: MainWindow, note: Note | None) -> SessionNotePage:
    window.show_subject("session_note", note)
    page = window.page
    assert isinstance(page, SessionNotePage)
    return page


def on_timeline(window: MainWindow) -> TimelinePage:
    window.show_subject("timeline", None)
    page = window.page
    assert isinstance(page, TimelinePage)
    return page


def cards(page: TimelinePage) -> list[Entry]:
    rows = [page.model.entry(page.model.index(row)) for row in range(page.model.rowCount())]
    return [it for it in rows if it.subject is not None]


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def add_tag(page: SessionNotePage, words: str) -> None:
    page.strip.add.setFocus()
    QTest.keyClick(page.strip.add, Qt.Key.Key_Space)
    assert focus() is page.strip.field.typed
    QTest.keyClicks(focus(), words)


def test_a_tag_is_typed_and_kept(window: MainWindow, diary: Diary, notes: list[Note]) -> None:
    page = on_note(window, notes[0])
    add_tag(page, "#late  nights")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert diary.tags.of(notes[0].id) == ["late nights"]
    assert list(page.strip.chips) == ["late nights"]
    assert focus() is page.strip.add


def test_tags_of_the_diary_are_offered_and_taken_as_they_are_written_there(
    window: MainWindow, diary: Diary, notes: list[Note]
) -> None:
    page = on_note(window, notes[0])
    add_tag(page, "sl")
    field = page.strip.field
    assert [field.offered.item(row).text() for row in range(field.offered.count())] == ["Sleep"]
    QTest.keyClick(focus(), Qt.Key.Key_Down)
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    add_tag(page, "WORK")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert diary.tags.of(notes[0].id) == ["Sleep", "work"]
    assert field.typed.completer() is None


def test_escape_leaves_the_field_without_a_tag(window: MainWindow, diary: Diary, notes: list[Note]) -> None:
    page = on_note(window, notes[0])
    add_tag(page, "never")
    QTest.keyClick(focus(), Qt.Key.Key_Escape)
    assert diary.tags.of(notes[0].id) == []
    assert not page.strip.field.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space])
def test_a_tag_is_taken_away_by_a_key(
    window: MainWindow, diary: Diary, notes: list[Note], key: Qt.Key
) -> None:
    page = on_note(window, notes[2])
    chip = page.strip.chips["Sleep"]
    chip.setFocus()
    QTest.keyClick(chip, key)
    assert diary.tags.of(notes[2].id) == ["work"]


def test_what_is_typed_becomes_a_note_when_it_is_tagged_and_nothing_typed_does_not(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    page = on_note(window, None)
    add_tag(page, "family")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert diary.notes.newest(therapy.id, 1) == []
    assert "there is no note yet" in page.form.quiet.text()
    qtbot.keyClicks(page.form.text, "Words")
    page.strip.field.typed.setFocus()
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    (note,) = diary.notes.newest(therapy.id, 2)
    assert diary.tags.of(note.id) == ["family"]


@pytest.mark.parametrize("typed", ['say "hello"', "   ", "#", "\ud83c"])
def test_what_is_no_tag_is_refused_in_a_sentence(
    window: MainWindow, diary: Diary, notes: list[Note], typed: str
) -> None:
    page = on_note(window, notes[0])
    page.strip.add.click()
    page.strip.field.typed.setText(typed)
    QTest.keyClick(page.strip.field.typed, Qt.Key.Key_Return)
    assert diary.tags.of(notes[0].id) == []


def test_one_key_stars_a_note_and_takes_the_star_away(
    window: MainWindow, diary: Diary, notes: list[Note]
) -> None:
    page = on_note(window, notes[0])
    QTest.keyClick(page.form.text, Qt.Key.Key_D, CTRL)
    assert diary.notes.get(notes[0].id).starred
    assert page.strip.star.isChecked()
    timeline = on_timeline(window)
    timeline.form.list.setFocus()
    assert "Starred." in cards(timeline)[0].spoken
    QTest.keyClick(timeline.form.list, Qt.Key.Key_D, CTRL)
    assert not diary.notes.get(notes[0].id).starred


def test_the_timeline_shows_only_starred_ones(
    window: MainWindow, diary: Diary, notes: list[Note], qtbot: QtBot
) -> None:
    with diary.change():
        diary.notes.star(notes[1].id, starred=True)
    page = on_timeline(window)
    qtbot.mouseClick(page.filters.shown[Shown.STARRED], Qt.MouseButton.LeftButton)
    assert [it.title for it in cards(page)] == ["two"]


def test_a_tag_narrows_the_timeline_by_keyboard_alone(window: MainWindow, notes: list[Note]) -> None:
    assert notes
    page = on_timeline(window)
    assert "Tags: Sleep, work." in cards(page)[2].spoken
    chip = page.filters.openers["tag"]
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTest.keyClicks(focus(), "sleep")
    QTest.keyClick(focus(), Qt.Key.Key_Return)
    assert [it.title for it in cards(page)] == ["three"]
    assert chip.text() == "#Sleep"
    assert focus() is chip
    QTest.mouseClick(page.filters.everything, Qt.MouseButton.LeftButton)
    assert len(cards(page)) == 3


def test_a_tag_is_renamed_on_every_note(window: MainWindow, diary: Diary, notes: list[Note]) -> None:
    with diary.change():
        diary.tags.put(notes[0].id, "Sleep")
        diary.tags.put(notes[0].id, "night")
    page = on_timeline(window)
    page.filters.openers["tag"].click()
    panel = page.panels.findChild(TagPanel)
    assert panel is not None
    panel.field.picked.emit("Sleep")
    page.filters.openers["tag"].click()
    panel.name_field.setFocus()
    panel.name_field.selectAll()
    QTest.keyClicks(panel.name_field, "night")
    QTest.keyClick(panel.name_field, Qt.Key.Key_Return)
    assert diary.tags.of(notes[0].id) == ["night"]
    assert diary.tags.of(notes[2].id) == ["night", "work"]
    assert [it.title for it in cards(page)] == ["one", "three"]


def test_ten_thousand_tags_do_not_hurt(
    window: MainWindow, diary: Diary, therapy: Therapy, notes: list[Note]
) -> None:
    assert therapy
    with diary.change():
        for number in range(10_000):
            diary.tags.put(notes[number % 2].id, f"tag {number}")
    page = on_timeline(window)
    assert len(cards(page)[0].chips) < 10
    page.filters.openers["tag"].click()
    typed = focus()
    assert isinstance(typed, QLineEdit)
    QTest.keyClicks(typed, "tag 9999")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert [it.title for it in cards(page)] == ["two"]
    written = on_note(window, notes[2])
    add_tag(written, "tag 77")
    assert 0 < written.strip.field.offered.count() < 100


def test_pages_of_a_common_and_of_a_rare_tag_are_whole(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        for number in range(2500):
            note = diary.notes.write(therapy.id, f"{number}", NOON - timedelta(hours=number))
            diary.tags.put(note.id, "common") if number % 2 else diary.tags.put(note.id, "other")
            if number % 500 == 7:
                diary.tags.put(note.id, "rare")
    for tag, count in (("common", 1250), ("rare", 5)):
        seen: list[Note] = []
        while page := diary.notes.newest(therapy.id, 60, before=seen[-1] if seen else None, tag=tag):
            seen += page
        assert len(seen) == len({it.id for it in seen}) == count
        assert seen == sorted(seen, key=lambda it: it.written_at, reverse=True)


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_tags_can_be_read_and_reached_in_every_look(
    window: MainWindow, notes: list[Note], theme: Theme, look: Choice, percent: int, qtbot: QtBot
) -> None:
    assert notes
    theme.choose(look)
    theme.set_text_size(percent)
    window.resize(900, 640)
    page = on_timeline(window)
    page.filters.openers["tag"].click()
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        QApplication.setLayoutDirection(direction)
        qtbot.waitUntil(lambda: clipped_words(window) == [])
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 5
