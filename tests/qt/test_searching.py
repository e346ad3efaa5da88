"""Searching: as one types, beside the window, over everything written; nothing of it stays behind."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.closing import Closing, ClosingSection, Section, Variant
from therapy_diary.domain.found import Order
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicState
from therapy_diary.storage.diary import Diary
from therapy_diary.views.finding.entry import Entry
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.timeline import TimelinePage

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(window: MainWindow) -> TimelinePage:
    page = window.page_named("timeline")
    assert isinstance(page, TimelinePage)
    return page


def write(diary: Diary, therapy: Therapy, text: str, when: datetime = NOON, title: str = "") -> None:
    with diary.change():
        diary.notes.write(therapy.id, text, when, title=title)


def focus() -> object:
    return QApplication.focusWidget()


def look_for(window: MainWindow, page: TimelinePage, words: str, qtbot: QtBot) -> list[Entry]:
    """Press Ctrl+F and type, as from anywhere; the cards that are then there."""
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert focus() is page.filters.search
    with qtbot.waitSignal(page.looking.found):
        if words.isascii():
            qtbot.keyClicks(page.filters.search, words)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(words)
            QApplication.sendEvent(page.filters.search, composed)
    return cards(page)


def cards(page: TimelinePage) -> list[Entry]:
    shown = page.form.list.model()
    rows = [shown.index(row, 0) for row in range(shown.rowCount())]
    return [it.data(Qt.ItemDataRole.UserRole) for it in rows if it.flags() & Qt.ItemFlag.ItemIsSelectable]


def marked(text: str, marks: tuple[tuple[int, int], ...]) -> list[str]:
    return [text[start : start + length] for start, length in marks]


def status(window: MainWindow) -> str:
    return str(window.findChild(QLabel, "status").text())


@pytest.fixture
def of_each_kind(diary: Diary, therapy: Therapy) -> None:
    """The word "lantern" in a text of each kind."""
    day = date(2026, 2, 20)
    with diary.change():
        held = diary.sessions.add(therapy.id, datetime(2026, 2, 24, 17, 0))
        diary.notes.write(
            therapy.id,
            "Far in front. " * 60 + "Then the **lantern** went out.",
            NOON,
            session=held.id,
            kind=NoteKind.AFTER,
            title="A walk",
        )
        diary.topics.add(therapy.id, "Ask about the lantern", day)
        diary.goals.add(therapy.id, "Carry my own lantern", day)
        diary.checklists.answer(
            therapy.id, day, {2: ChecklistAnswer(answer=2, words="It was a lantern to me")}
        )
        diary.closings.begin(
            Closing(therapy=therapy.id, variant=Variant.GOALS, decided_by=None, opened_on=day)
        )
        mine = ClosingSection(section=Section.WHAT_CHANGED, my_text="I hold the lantern")
        diary.closings.write(therapy.id, mine)
        diary.milestones.mark(therapy.id, date(2026, 2, 26), MilestoneKind.MENDED, "The lantern evening")


@pytest.mark.usefixtures("of_each_kind")
def test_every_text_of_the_diary_is_found_with_the_words_marked(
    window: MainWindow, page: TimelinePage, qtbot: QtBot
) -> None:
    found = look_for(window, page, "Lantern", qtbot)
    assert {it.kind.value for it in found} == {
        "session",
        "topic",
        "goal",
        "checklist",
        "ending",
        "milestone",
    }
    for it in found:
        words = marked(it.title, it.title_marks) + marked(it.body, it.body_marks)
        assert [word.lower() for word in words] == ["lantern"], it
    assert found[0].title == "Session 1 – \u2068A walk\u2069"
    assert "**" not in found[0].body
    assert status(window) == "6 found"
    assert [it.moment for it in found] == sorted((it.moment for it in found), reverse=True)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("mother sleep", ["both"]),
        ("slee", ["both", "sleep only"]),
        ('"good night"', ["phrase"]),
        ("sleep -mother", ["sleep only"]),
        ("tag:family", ["sleep only"]),
        ("after:2026-03-02", ["both"]),
        ("before:2026-02", ["phrase"]),
        ("ubermut", ["accents"]),
    ],
)
def test_what_can_be_typed(
    window: MainWindow,
    page: TimelinePage,
    diary: Diary,
    therapy: Therapy,
    words: str,
    wanted: list[str],
    qtbot: QtBot,
) -> None:
    write(diary, therapy, "my mother and no sleep", title="both")
    write(diary, therapy, "a night of sleep", datetime(2026, 3, 1), title="sleep only")
    write(diary, therapy, "Übermut tut selten gut", datetime(2026, 2, 5), title="accents")
    write(diary, therapy, "I said good night, night is good", datetime(2026, 1, 20), title="phrase")
    with diary.change():
        note = next(it for it in diary.notes.newest(therapy.id, 9) if it.title == "sleep only")
        diary.tags.put(note.id, "Family")
    assert [it.title for it in look_for(window, page, words, qtbot)] == wanted


@pytest.mark.parametrize(
    ("text", "typed"), [("והחרדה חזרה", "חרדה"), ("我觉得焦虑", "焦"), ("والقلق رجع", "قلق")]
)
def test_hebrew_arabic_and_chinese_are_found_inside_of_words(
    window: MainWindow,
    page: TimelinePage,
    diary: Diary,
    therapy: Therapy,
    text: str,
    typed: str,
    qtbot: QtBot,
) -> None:
    write(diary, therapy, text)
    (found,) = look_for(window, page, typed, qtbot)
    assert marked(found.body, found.body_marks) == [typed]


@pytest.mark.parametrize(
    "typed", ['"', "*", "NEAR(", "x" * 5000, "🌱🌱", "before:0001", "-", 'tag:"', "\ud83c"]
)
def test_whatever_is_typed_there_is_no_error(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, typed: str, qtbot: QtBot
) -> None:
    write(diary, therapy, "calm")
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    page.filters.search.setText(typed)
    page.filters.search.textEdited.emit(typed)
    qtbot.waitUntil(lambda: not page._pause.isActive())
    look_for(window, page, "calm", qtbot)
    qtbot.waitUntil(lambda: [it.title for it in cards(page)] == ["Between sessions"])


def test_one_letter_is_not_looked_for_yet(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, "a calm day")
    look_for(window, page, "calm", qtbot)
    page.filters.search.selectAll()
    qtbot.keyClicks(page.filters.search, "c")
    qtbot.waitUntil(lambda: page.form.list.model() is page.model)


def test_escape_ends_the_search_and_shows_the_timeline_again(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, "calm", title="one")
    write(diary, therapy, "storm", title="two")
    assert len(look_for(window, page, "calm", qtbot)) == 1
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Escape)
    assert page.filters.search.text() == ""
    assert len(cards(page)) == 2
    assert status(window) == ""


def test_nothing_found_is_said(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, "calm")
    assert look_for(window, page, "zyzzyva", qtbot) == []
    assert page.form.empty.isVisible()
    assert page.filters.search.isVisible()
    assert status(window) == "0 found"


def test_the_best_match_comes_first_when_that_is_chosen(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, "sleep sleep sleep sleep", datetime(2026, 2, 1), title="sleep")
    write(diary, therapy, "a long day and many things, and at last some sleep after it all " * 3, title="day")
    assert look_for(window, page, "sleep", qtbot)[0].title == "day"
    with qtbot.waitSignal(page.looking.found):
        qtbot.mouseClick(page.filters.orders[Order.MATCH], Qt.MouseButton.LeftButton)
    assert [it.title for it in cards(page)] == ["sleep", "day"]


def test_more_than_fifty_are_counted_and_read_on_as_one_scrolls(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        for number in range(130):
            diary.notes.write(therapy.id, f"calm {number}", datetime(2025, 1, 1 + number % 28, number % 24))
    look_for(window, page, "calm", qtbot)
    qtbot.waitUntil(lambda: status(window) == "130 found")
    bar = page.form.list.verticalScrollBar()

    def all_there() -> bool:
        bar.setValue(bar.maximum())
        return len(cards(page)) == 130

    qtbot.waitUntil(all_there)
    found = [it.subject for it in cards(page)]
    assert len({it.record for it in found}) == 130


@pytest.mark.usefixtures("of_each_kind")
def test_enter_opens_the_note_with_the_words_selected(
    window: MainWindow, page: TimelinePage, qtbot: QtBot
) -> None:
    look_for(window, page, "lantern", qtbot)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.form.list, Qt.Key.Key_Return)
    note = window.page
    assert isinstance(note, SessionNotePage)
    assert note.form.text.textCursor().selectedText() == "lantern"


@pytest.mark.usefixtures("of_each_kind")
@pytest.mark.parametrize(
    ("kind", "name"),
    [("topic", "topics"), ("goal", "goals"), ("checklist", "checklist"), ("ending", "ending")],
)
def test_what_is_no_note_opens_on_its_own_page(
    window: MainWindow, page: TimelinePage, kind: str, name: str, qtbot: QtBot
) -> None:
    row = [it.kind.value for it in look_for(window, page, "lantern", qtbot)].index(kind)
    subjects = cards(page)[row].subject
    index = page.found.index(page.found.row_of(subjects) or 0)
    page.form.list.setCurrentIndex(index)
    page.form.list.setFocus()
    qtbot.keyClick(page.form.list, Qt.Key.Key_Return)
    assert window.page is not None
    assert window.page.name == name


def test_a_topic_that_was_brought_long_ago_is_shown_too(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        topic = diary.topics.add(therapy.id, "The lantern", date(2026, 1, 9), opening_line="It is dark")
        diary.topics.save(replace(topic, state=TopicState.BROUGHT, what_came_of_it="We laughed"))
    look_for(window, page, "lantern", qtbot)
    qtbot.keyClick(page.filters.search, Qt.Key.Key_Return)
    qtbot.keyClick(page.form.list, Qt.Key.Key_Return)
    said = " ".join(it.text() for it in window.findChildren(QLabel) if it.isVisible())
    assert "The lantern" in said
    assert "We laughed" in said


def test_covered_topics_and_binned_notes_stay_covered(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, "a lantern")
    with diary.change():
        topic = diary.topics.add(therapy.id, "the lantern", date(2026, 1, 9))
        diary._connection.execute("UPDATE topic SET covered = 1 WHERE id = ?", [topic.id])
        diary.notes.bin(diary.notes.newest(therapy.id, 1)[0].id, NOON)
    assert look_for(window, page, "lantern", qtbot) == []


def test_what_changes_meanwhile_is_found_at_once(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(diary, therapy, "calm one")
    assert len(look_for(window, page, "calm", qtbot)) == 1
    with qtbot.waitSignal(page.looking.found):
        write(diary, therapy, "calm two")
    assert len(cards(page)) == 2


def test_a_search_leaves_nothing_open_and_nothing_behind(
    window: MainWindow, page: TimelinePage, diary: Diary, therapy: Therapy, tmp_path: Path, qtbot: QtBot
) -> None:
    write(diary, therapy, "calm")
    look_for(window, page, "calm", qtbot)
    assert page.filters.search.completer() is None
    assert page.bookmark() == ""
    window.show_page("today")
    assert page.looking._beside is None
    window.lock()
    assert window.findChildren(QLineEdit, "") == [] or not window.isVisible()
    kept = b"".join(it.read_bytes() for it in tmp_path.rglob("*") if it.is_file())
    assert b"calm" not in kept


@pytest.mark.usefixtures("of_each_kind")
def test_ways_of_searching_are_explained_on_demand(
    window: MainWindow, page: TimelinePage, qtbot: QtBot
) -> None:
    look_for(window, page, "lantern", qtbot)
    opener = page.filters.openers["how_to"]
    opener.setFocus()
    qtbot.keyClick(opener, Qt.Key.Key_Space)
    shown = [it.text() for it in page.panels.findChildren(QLabel) if it.isVisible()]
    assert '"good night"' in shown
    qtbot.keyClick(opener, Qt.Key.Key_Space)
    assert not page.panels.isVisible()


@pytest.mark.usefixtures("of_each_kind")
@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("percent", [100, 200])
def test_what_was_found_can_be_read_and_reached_in_every_look(
    window: MainWindow,
    page: TimelinePage,
    theme: Theme,
    look: Choice,
    percent: int,
    qtbot: QtBot,
) -> None:
    theme.choose(look)
    theme.set_text_size(percent)
    window.resize(900, 640)
    look_for(window, page, "lantern", qtbot)
    qtbot.mouseClick(page.filters.openers["how_to"], Qt.MouseButton.LeftButton)
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        QApplication.setLayoutDirection(direction)
        QApplication.processEvents()
        assert not window.grab().isNull()
        assert clipped_words(window) == []
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 4
