"""The same subject again: then and now side by side, what lies between, and one question whose answer becomes a note."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from tests.qt.hands import settle
from tests.qt.reading_the_screen import numbers_in, words_on
from therapy_diary.domain.note import Note, NoteKind
from therapy_diary.domain.subject import Subject
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.finding.passages import LONGEST, PAGE
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk
from therapy_diary.views.same_subject import SameSubjectPage
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.timeline import TimelinePage

pytestmark = pytest.mark.thorough

Show = Callable[[SameSubjectPage], SameSubjectPage]
LEFT = Qt.MouseButton.LeftButton
FIRST = datetime(2026, 1, 7, 9, 0)


def write(diary: Diary, therapy: Therapy, texts: list[str], tag: str = "") -> list[Note]:
    """One note a week from the first on."""
    with diary.change():
        notes = [
            diary.notes.write(therapy.id, text, FIRST + timedelta(days=place))
            for place, text in enumerate(texts)
        ]
        for note in notes if tag else []:
            diary.tags.put(note.id, tag)
    return notes


def read(part: QWidget) -> str:
    settle()
    return "\n".join(it.text() for it in part.findChildren(QLabel) if it.isVisible())


@pytest.fixture
def page(desk: Desk, therapy: Therapy, shown: Show) -> SameSubjectPage:
    assert therapy
    return shown(SameSubjectPage(desk))


@pytest.mark.parametrize("subject", [Subject(tag="lake"), Subject(words="lantern")])
def test_the_first_and_the_latest_stand_side_by_side_with_the_others_below(
    subject: Subject, page: SameSubjectPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(
        diary,
        therapy,
        ["A lantern far off", "The lantern again", "Lantern, once more", "A lantern in hand"],
        "lake",
    )
    write(diary, therapy, ["Nothing of the kind"])
    page.show_subject(subject)
    qtbot.waitUntil(lambda: "A lantern far off" in read(page.first))
    assert "Wednesday 7 January 2026" in read(page.first)
    assert "A lantern in hand" in read(page.latest)
    assert page.first.y() == page.latest.y()
    between = read(page.between)
    assert between.index("The lantern again") < between.index("Lantern, once more")
    assert "far off" not in between
    assert "in hand" not in between
    assert "Nothing of the kind" not in read(page)
    assert page.question.isVisible()


@pytest.mark.parametrize("subject", [Subject(tag="lake"), Subject(words="lantern")])
@pytest.mark.parametrize("many", [PAGE + 2, PAGE + 3, 2 * PAGE + 2, 30])
def test_all_of_them_come_page_by_page_each_once(
    many: int, subject: Subject, page: SameSubjectPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    texts = [f"The lantern, time {place:02}" for place in range(many)]
    write(diary, therapy, texts, "lake")
    page.show_subject(subject)
    qtbot.waitUntil(lambda: texts[0] in read(page.first))
    while page.further.isVisible():
        there = read(page.between)
        qtbot.mouseClick(page.further, LEFT)
        qtbot.waitUntil(lambda before=there: read(page.between) != before)  # type: ignore[misc]
    told = read(page.between).splitlines()
    assert [it for it in told if it in texts] == texts[1:-1]


def test_a_tag_and_words_are_chosen_on_the_page_itself(
    page: SameSubjectPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, ["A lantern", "The lake"], "water")
    page.show_subject(None)
    assert page.typed.hasFocus()
    assert "Which subject?" in read(page)
    page.tag.typed.setFocus()
    qtbot.keyClick(page.tag.typed, Qt.Key.Key_Down)
    qtbot.keyClick(page.tag.offered, Qt.Key.Key_Return)
    assert "Notes with the tag “water”" in read(page)
    assert "The lake" in read(page.latest)
    page.typed.setFocus()
    qtbot.keyClicks(page.typed, "lantern")
    qtbot.keyClick(page.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Notes with the words “lantern”" in read(page))
    qtbot.waitUntil(lambda: "This is the one passage so far." in read(page))
    assert not page.question.isVisible()


def test_what_nobody_wrote_about_is_said_without_blame(page: SameSubjectPage, qtbot: QtBot) -> None:
    page.show_subject(Subject(words="submarine"))
    qtbot.waitUntil(lambda: "Nothing in your notes is about this so far." in read(page))
    assert not page.ends.isVisible()
    assert not page.question.isVisible()


def test_of_a_very_long_note_no_more_is_brought_than_is_shown(
    page: SameSubjectPage, diary: Diary, therapy: Therapy
) -> None:
    write(diary, therapy, ["begin " + "word " * 400_000 + " end", "Now"], "lake")
    page.show_subject(Subject(tag="lake"))
    [text] = [it for it in read(page.first).splitlines() if it.startswith("begin")]
    assert len(text) <= LONGEST + 2
    assert text.endswith("…")


def test_notes_in_the_bin_are_no_passages(page: SameSubjectPage, diary: Diary, therapy: Therapy) -> None:
    first, _, last = write(diary, therapy, ["One", "Two", "Three"], "lake")
    with diary.change():
        diary.notes.bin(first.id, NOON)
        diary.notes.bin(last.id, NOON)
    page.show_subject(Subject(tag="lake"))
    assert "Two" in read(page.first)
    assert not page.latest.isVisible()


@pytest.mark.parametrize("subject", [Subject(tag="lake"), Subject(words="lantern")])
def test_the_answer_becomes_a_note_on_the_subject(
    subject: Subject, page: SameSubjectPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, ["A lantern far off", "A lantern in hand"], "lake")
    page.show_subject(subject)
    qtbot.waitUntil(page.question.isVisible)
    page.answer.setFocus()
    qtbot.keyClicks(page.answer, "I can say it without looking away.")
    qtbot.mouseClick(page.kept, LEFT)
    [kept] = [it for it in diary.notes.newest(therapy.id, 9) if it.written_at == NOON]
    assert diary.notes.get(kept.id).text == "I can say it without looking away."
    assert kept.kind is NoteKind.BETWEEN
    assert kept.title == f"The same subject again: {subject.name}"
    assert diary.tags.of(kept.id) == [subject.name]
    assert diary.drafts.places() == []
    assert page.answer.text() == ""


def test_a_search_too_long_for_a_tag_is_answered_all_the_same(
    page: SameSubjectPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    words = "the lantern that stood on the windowsill of the house by the lake"
    write(diary, therapy, [f"I saw {words}", f"I thought of {words}"])
    page.show_subject(Subject(words=words))
    qtbot.waitUntil(page.question.isVisible)
    page.answer.setFocus()
    qtbot.keyClicks(page.answer, "Yes")
    qtbot.mouseClick(page.kept, LEFT)
    [kept] = [it for it in diary.notes.newest(therapy.id, 9) if it.written_at == NOON]
    assert diary.tags.of(kept.id) == []


def test_a_half_written_answer_waits_for_its_own_subject(
    page: SameSubjectPage, desk: Desk, diary: Diary, therapy: Therapy, shown: Show, qtbot: QtBot
) -> None:
    write(diary, therapy, ["One", "Two"], "lake")
    write(diary, therapy, ["One", "Two"], "door")
    page.show_subject(Subject(tag="lake"))
    page.answer.setFocus()
    qtbot.keyClicks(page.answer, "It is less")
    QTest.keyClick(page.answer, Qt.Key.Key_Left)
    QTest.keyClick(page.answer, Qt.Key.Key_Left)
    page.show_subject(Subject(tag="door"))
    assert page.answer.text() == ""
    again = shown(SameSubjectPage(desk))
    again.return_to(page.bookmark())
    assert again.answer.text() == ""
    again.show_subject(Subject(tag="lake"))
    assert again.answer.text() == "It is less"
    assert again.answer.textCursor().position() == len("It is less")
    again.set_aside()
    assert [it for it in diary.drafts.places() if "lake" in it]


def test_after_a_lock_the_page_shows_the_same_subject(
    page: SameSubjectPage, desk: Desk, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    write(diary, therapy, ["One", "Two"], "lake")
    page.show_subject(Subject(tag="lake"))
    again = shown(SameSubjectPage(desk))
    again.return_to(page.bookmark())
    assert "Two" in read(again.latest)
    again.return_to("nonsense")
    assert "Two" in read(again.latest)


def test_a_passage_opens_its_note(window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    write(diary, therapy, ["A lantern far off", "A lantern in hand"])
    window.show_subject("same_subject", Subject(words="lantern"))
    page = window.page
    assert isinstance(page, SameSubjectPage)
    qtbot.waitUntil(page.question.isVisible)
    [opens] = page.first.findChildren(QPushButton)
    qtbot.mouseClick(opens, LEFT)
    note = window.page
    assert isinstance(note, SessionNotePage)
    assert note.form.text.text() == "A lantern far off"


def test_it_is_reached_from_the_page_before_a_session(window: MainWindow, qtbot: QtBot) -> None:
    window.show_subject("before_session", None)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    qtbot.mouseClick(page.same_subject, LEFT)
    assert isinstance(window.page, SameSubjectPage)


def test_it_is_reached_from_a_search_and_from_a_tag(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, ["A lantern far off", "A lantern in hand"], "lake")
    window.show_subject("timeline", None)
    timeline = window.page
    assert isinstance(timeline, TimelinePage)
    assert not timeline.filters.beside.isVisible()
    timeline.search_for("lantern")
    qtbot.waitUntil(lambda: timeline.found.count() > 0)
    qtbot.mouseClick(timeline.filters.beside, LEFT)
    page = window.page
    assert isinstance(page, SameSubjectPage)
    qtbot.waitUntil(lambda: "Notes with the words “lantern”" in read(page))
    window.show_subject("timeline", None)
    timeline.search_for("")
    timeline.filters.openers["tag"].click()
    qtbot.keyClicks(QApplication.focusWidget(), "lake")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.mouseClick(timeline.filters.beside, LEFT)
    assert "Notes with the tag “lake”" in read(page)


def test_it_is_whole_and_named_and_says_no_number(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, ["A lantern far off", "Again", "A lantern in hand"], "lake")
    window.be_quiet(True)
    window.show_subject("same_subject", Subject(tag="lake"))
    page = window.page
    assert isinstance(page, SameSubjectPage)
    qtbot.waitUntil(page.question.isVisible)
    for size in ((1280, 832), (900, 640)):
        window.resize(*size)
        assert read(page)
        assert clipped_words(window) == []
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 6
    assert numbers_in(words_on(page)) == []
