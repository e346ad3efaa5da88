"""What an empty note can begin with."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage

pytestmark = pytest.mark.thorough

TEMPLATES = Path(__file__).parents[2] / "resources" / "templates"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> SessionNotePage:
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    return page


def names(page: SessionNotePage) -> list[str]:
    return [it.text() for it in page.beginnings.chips]


def test_an_empty_note_offers_four_and_a_full_one_none(page: SessionNotePage, qtbot: QtBot) -> None:
    assert names(page) == ["Before a session", "After a session", "Free writing", "A letter to my therapist"]
    assert page.beginnings.isVisible()
    qtbot.keyClicks(page.form.text, "w")
    assert not page.beginnings.isVisible()


@pytest.mark.parametrize("approach", list(Approach))
def test_work_on_what_comes_up_offers_a_dream_and_a_feeling_too(
    approach: Approach, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        diary.therapies.save(replace(therapy, approach=approach))
    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)
    offered = ["A dream", "A feeling about the sessions"]
    assert names(page)[4:] == (offered if approach in (Approach.DYNAMIC, Approach.MIXED) else [])


def test_a_beginning_is_put_in_with_the_cursor_where_one_writes_and_can_be_undone(
    page: SessionNotePage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.beginnings.chips[0], Qt.MouseButton.LeftButton)
    assert page.form.text.text().startswith("## Since last time\n")
    assert page.form.kind.currentIndex() == list(NoteKind).index(NoteKind.BEFORE)
    QTest.keyClicks(page.form.text, "Quiet weeks.")
    assert page.form.text.text().startswith("## Since last time\nQuiet weeks.\n")
    for _ in range(20):
        QTest.keyClick(page.form.text, Qt.Key.Key_Z, CTRL)
    assert page.form.text.text() == ""


def test_a_note_of_ones_own_with_the_tag_template_is_offered_too(
    window: MainWindow, page: SessionNotePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        mine = diary.notes.write(therapy.id, "Body:\n\nDream:\n", NOON, title="Mornings")
        diary.tags.put(mine.id, "template")
    window.show_subject("session_note", None)
    assert names(page)[-1].startswith("Mornings")
    qtbot.mouseClick(page.beginnings.chips[-1], Qt.MouseButton.LeftButton)
    assert page.form.text.text() == "Body:\n\nDream:\n"
    window.show_page("today")
    assert diary.notes.get(mine.id).text == "Body:\n\nDream:\n"
    assert len(diary.notes.newest(therapy.id, 9)) == 2


def test_both_languages_offer_the_same_kinds() -> None:
    english, hebrew = (
        tomllib.loads((TEMPLATES / name).read_text(encoding="utf-8"))["template"]
        for name in ("notes.toml", "notes.he.toml")
    )
    assert [it["kind"] for it in english] == [it["kind"] for it in hebrew]
    assert all(it["name"].strip() and it["text"].strip() for it in [*english, *hebrew])
