"""Ways from one note to another: picked while writing, followed with mouse or keyboard, honest when they lead nowhere."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import unnamed_controls
from tests.qt.hands import CONTROL, type_in
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.note.link_picker import days_meant
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_note import SessionNotePage

pytestmark = pytest.mark.thorough

Shown = Callable[[Page], Page]


@pytest.fixture
def lake(diary: Diary, therapy: Therapy) -> Note:
    with diary.change():
        note = diary.notes.write(
            therapy.id, "We swam.", datetime(2025, 8, 2, 9, 0), title="At the lake [again]"
        )
        for day in range(1, 20):
            diary.notes.write(therapy.id, f"Words of day {day}", datetime(2026, 2, day, 9, 0))
    return note


@pytest.fixture
def page(desk: Desk, lake: Note, shown: Shown) -> Iterator[SessionNotePage]:
    assert lake
    page = SessionNotePage(desk)
    shown(page)
    yield page
    page.keep()  # as the window does when it closes


def offered(page: SessionNotePage) -> list[str]:
    return [page.tools.picker.list.item(row).text() for row in range(page.tools.picker.list.count())]


def link_to_the_lake(page: SessionNotePage, qtbot: QtBot) -> None:
    type_in(page.form.text, "As [[", qtbot)
    type_in(page.tools.picker.field, "lak", qtbot)
    qtbot.keyClick(page.tools.picker.field, Qt.Key.Key_Return)


def test_two_brackets_ask_for_a_note_and_what_is_picked_stands_in_their_place(
    page: SessionNotePage, diary: Diary, therapy: Therapy, lake: Note, qtbot: QtBot
) -> None:
    type_in(page.form.text, "As [[", qtbot)
    picker = page.tools.picker
    assert picker.field.hasFocus()
    assert (
        offered(page)[0] == "19 Feb 2026: \u2068Words of day 19\u2069" or "Feb 19, 2026" in offered(page)[0]
    )
    assert unnamed_controls(page) == []
    type_in(picker.field, "lak", qtbot)
    qtbot.waitUntil(lambda: len(offered(page)) == 1)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    assert page.form.text.hasFocus()
    assert not picker.isVisible()
    type_in(page.form.text, ", quiet", qtbot)
    page.keep()
    text = diary.notes.get(diary.notes.newest(therapy.id, 1)[0].id).text
    assert text == f"As [At the lake \\[again\\]](note:{lake.uid}), quiet"
    assert page.form.count.text().startswith("6 ")


@pytest.mark.parametrize("typed", ["2025-08-02", "2025-08", "2025"])
def test_a_note_is_found_by_its_day(page: SessionNotePage, typed: str, qtbot: QtBot) -> None:
    page.tools.link_button.click()
    type_in(page.tools.picker.field, typed, qtbot)
    qtbot.waitUntil(lambda: len(offered(page)) == 1)
    assert "At the lake" in offered(page)[0]


def test_days_are_understood_as_they_are_written() -> None:
    assert days_meant("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert days_meant("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert days_meant("3 March 2026") == (date(2026, 3, 3), date(2026, 3, 3))
    assert days_meant("0001-01-01") == (date(1, 1, 1), date(1, 1, 1))
    for other in ("lake", "99999", "0000", "2024-13", "a-b", "-", "9999-12"):
        days_meant(other)


def test_esc_leaves_everything_as_it_was_typed_and_keeps_nothing(page: SessionNotePage, qtbot: QtBot) -> None:
    type_in(page.form.text, "As [[", qtbot)
    type_in(page.tools.picker.field, "secret", qtbot)
    qtbot.keyClick(page.tools.picker.field, Qt.Key.Key_Escape)
    assert page.form.text.text() == "As [["
    assert page.form.text.hasFocus()
    page.tools.link_button.click()
    assert page.tools.picker.field.text() == ""


def test_nothing_found_is_said(page: SessionNotePage, qtbot: QtBot) -> None:
    page.tools.link_button.click()
    type_in(page.tools.picker.field, "zzzz", qtbot)
    qtbot.waitUntil(lambda: offered(page) == ["No such note"])
    qtbot.keyClick(page.tools.picker.field, Qt.Key.Key_Return)
    assert page.form.text.text() == ""


@pytest.mark.parametrize("way", ["keyboard", "mouse"])
def test_a_link_is_followed_and_the_note_left_is_kept(
    page: SessionNotePage, diary: Diary, therapy: Therapy, way: str, qtbot: QtBot
) -> None:
    link_to_the_lake(page, qtbot)
    text = page.form.text
    if way == "keyboard":
        qtbot.keyClick(text, Qt.Key.Key_Return, CONTROL)
    else:
        cursor = text.cursor_at(text.text().index("lake"))
        text.setTextCursor(cursor)
        place = text.cursorRect(cursor).center()
        qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)
    assert text.text() == "We swam."
    assert "lake" in diary.notes.newest(therapy.id, 1)[0].text


def test_a_link_into_the_bin_and_one_to_nowhere_say_so_and_the_page_stays(
    page: SessionNotePage, diary: Diary, lake: Note, qtbot: QtBot
) -> None:
    link_to_the_lake(page, qtbot)
    with diary.change():
        diary.notes.bin(lake.id, NOON)
    qtbot.keyClick(page.form.text, Qt.Key.Key_Return, CONTROL)
    assert page.form.quiet.text() == "That note is in the bin. It can be brought back from there."
    with diary.change():
        diary.notes.empty_bin(datetime(2027, 1, 1))
    qtbot.keyClick(page.form.text, Qt.Key.Key_Return, CONTROL)
    assert page.form.quiet.text() == "That note is not in the diary any more."
    assert "As [At the lake" in page.form.text.text()


def test_a_link_is_passed_in_one_step_and_erased_whole(
    page: SessionNotePage, lake: Note, qtbot: QtBot
) -> None:
    text = page.form.text
    type_in(text, "a ", qtbot)
    text.insert_link("b", lake.uid)
    type_in(text, " c", qtbot)
    text.setTextCursor(text.cursor_at(0))
    for _ in range(6):  # a, blank, [, b, the rest of the link, blank
        qtbot.keyClick(text, Qt.Key.Key_Right)
    type_in(text, "!", qtbot)
    assert text.text() == f"a [b](note:{lake.uid}) !c"
    for _ in range(3):
        qtbot.keyClick(text, Qt.Key.Key_Backspace)
    assert text.text() == "a c"
    qtbot.keyClick(text, Qt.Key.Key_Z, CONTROL)
    assert f"[b](note:{lake.uid})" in text.text()


def test_where_a_link_leads_is_not_shown_in_lists(lake: Note) -> None:
    from therapy_diary.views.finding.entry_words import plain_words

    assert plain_words(f"See [the lake](note:{lake.uid}) and ![a boat](attachment:a.png).") == (
        "See the lake and a boat."
    )
