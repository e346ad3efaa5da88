"""The two minutes before a session: what gathered, and what one wants to bring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.page import Desk
from therapy_diary.views.topic_row import TopicRow

Show = Callable[[BeforeSessionPage], BeforeSessionPage]
LEFT = Qt.MouseButton.LeftButton
TUESDAY = datetime(2026, 3, 3, 17, 0)


@pytest.fixture
def last(diary: Diary, therapy: Therapy) -> Session:
    """Yesterday's session, with a line left for next time."""
    with diary.change():
        session = diary.sessions.add(therapy.id, TUESDAY)
        diary.sessions.save(replace(session, one_line="Start with the dream."))
    return session


@pytest.fixture
def page(desk: Desk, therapy: Therapy, last: Session, shown: Show) -> BeforeSessionPage:
    assert therapy
    assert last
    return shown(BeforeSessionPage(desk))


def said(page: BeforeSessionPage) -> str:
    return "\n".join(it.text() for it in page.findChildren(QLabel) if it.isVisible())


def add(page: BeforeSessionPage, words: str, qtbot: QtBot, hard: int = 0, first: str = "") -> None:
    form = page.form
    form.wording.setFocus()
    qtbot.keyClicks(form.wording, words)
    form.hard.setFocus()
    qtbot.keyClick(form.hard, Qt.Key.Key_Home)
    for _ in range(hard):
        qtbot.keyClick(form.hard, Qt.Key.Key_Down)
    if first:
        form.opening.setFocus()
        qtbot.keyClicks(form.opening, first)
    qtbot.mouseClick(form.add, LEFT)


def topics(diary: Diary, therapy: Therapy) -> list[Topic]:
    return diary.topics.of(therapy.id)


def mark(page: BeforeSessionPage, row: int, state: TopicState, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.rows[row].buttons[state], LEFT)


def test_it_says_when_the_next_session_is_and_the_line_left_last_time(page: BeforeSessionPage) -> None:
    told = said(page)
    assert "Before session 2 with N." in told
    assert "Tuesday 10 March 2026" in told
    assert "in the room" in told
    assert "The line you left yourself" in told
    assert "Start with the dream." in told


def test_after_a_long_break_it_says_when_the_line_was_written(
    diary: Diary, desk: Desk, therapy: Therapy, shown: Show
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, NOON - timedelta(days=40))
        diary.sessions.save(replace(session, one_line="Start with the dream."))
    told = said(shown(BeforeSessionPage(desk)))
    assert "Last time was on Friday 23 January 2026; you wrote:" in told


def test_without_a_setting_there_is_no_date_yet(desk: Desk, diary: Diary, shown: Show) -> None:
    with diary.change():
        diary.therapies.begin(label="Mine", started_on=NOON.date())
    told = said(shown(BeforeSessionPage(desk)))
    assert "No date yet" in told
    assert "Before session 1" in told


def test_what_one_wants_to_bring_is_added_with_one_line(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    add(page, "The holidays", qtbot)
    page.form.wording.setFocus()
    qtbot.keyClicks(page.form.wording, "The letter")
    qtbot.keyClick(page.form.wording, Qt.Key.Key_Return)
    assert [(it.wording, it.hard_to_say) for it in topics(diary, therapy)] == [
        ("The holidays", 0),
        ("The letter", 0),
    ]
    assert page.form.wording.text() == ""
    assert page.form.wording.hasFocus()


def test_the_hardest_comes_first_with_its_first_sentence(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    add(page, "The holidays", qtbot)
    assert not page.form.opening.isVisible()
    add(page, "That I was hurt", qtbot, hard=3, first="This is hard for me to say.")
    assert [it.topic.wording for it in page.rows] == ["That I was hurt", "The holidays"]
    assert topics(diary, therapy)[1].opening_line == "This is hard for me to say."
    qtbot.waitUntil(lambda: "“This is hard for me to say.”" in said(page))


def test_only_three_are_shown_and_the_others_are_folded(page: BeforeSessionPage, qtbot: QtBot) -> None:
    for number in range(5):
        add(page, f"Topic {number}", qtbot)
    assert len(page.rows) == 3
    qtbot.mouseClick(page.form.more, LEFT)
    assert len(page.rows) == 5


@pytest.mark.parametrize("state", [TopicState.BROUGHT, TopicState.PARTLY, TopicState.LET_GO])
def test_what_came_of_it_is_marked_and_can_be_taken_back(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, last: Session, qtbot: QtBot, state: TopicState
) -> None:
    add(page, "The holidays", qtbot)
    mark(page, 0, state, qtbot)
    (topic,) = topics(diary, therapy)
    assert topic.state is state
    assert topic.brought_in == (None if state is TopicState.LET_GO else last.id)
    assert page.rows == []

    undo = page.form.trouble.findChild(QPushButton)
    assert undo is not None
    qtbot.mouseClick(undo, LEFT)
    assert topics(diary, therapy)[0].state is TopicState.WAITING
    assert [it.topic.wording for it in page.rows] == ["The holidays"]


def test_what_is_put_off_for_later_stays_at_the_end(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    add(page, "First", qtbot)
    add(page, "Second", qtbot)
    mark(page, 0, TopicState.LATER, qtbot)
    assert [it.topic.wording for it in page.rows] == ["Second", "First"]
    assert topics(diary, therapy)[0].state is TopicState.LATER
    qtbot.waitUntil(lambda: "put off for later" in said(page))


def test_a_half_typed_line_is_there_again_after_a_crash(
    page: BeforeSessionPage, desk: Desk, diary: Diary, shown: Show, qtbot: QtBot
) -> None:
    page.form.wording.setFocus()
    qtbot.keyClicks(page.form.wording, "That I was")
    qtbot.waitUntil(lambda: diary.drafts.at("topic:new") is not None, timeout=2500)
    again = shown(BeforeSessionPage(desk))
    assert again.form.wording.text() == "That I was"
    qtbot.keyClicks(again.form.wording, " hurt")
    qtbot.mouseClick(again.form.add, LEFT)
    assert diary.drafts.at("topic:new") is None


def test_notes_since_the_last_session_are_named_and_nothing_is_said_to_be_missing(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, last: Session, qtbot: QtBot
) -> None:
    assert "Nothing written since the last session. That is fine." in said(page)
    with diary.change():
        diary.notes.write(therapy.id, "x", TUESDAY + timedelta(hours=2), session=last.id, kind=NoteKind.AFTER)
        diary.notes.write(therapy.id, "I dreamt of a house.", NOON - timedelta(hours=1))
    assert "You wrote one note since the last session." in said(page)
    qtbot.waitUntil(lambda: "I dreamt of a house." in said(page))


def test_one_plain_sentence_says_how_it_was_between_them(
    page: BeforeSessionPage, diary: Diary, last: Session
) -> None:
    assert not page.form.between.isVisible()
    with diary.change():
        diary.alliance_ratings.give(
            AllianceRating(session=last.id, filled_at=NOON, answers=dict.fromkeys(STATEMENTS, 3))
        )
    assert page.form.betweenWords.isVisible()
    assert page.form.betweenWords.text()


def test_the_window_can_ask_for_the_place_to_add_something(page: BeforeSessionPage) -> None:
    page.form.add.setFocus()
    page.show_subject("add")
    assert page.form.wording.hasFocus()


def test_it_prints_on_one_side_and_only_after_the_sentence(
    page: BeforeSessionPage, qtbot: QtBot, tmp_path: Path
) -> None:
    add(page, "The holidays", qtbot, hard=2, first="I would rather not say it.")
    page.print_page()
    assert "not encrypted" in page.form.bar.notice.text()
    page.form.bar.write_to(tmp_path / "page.pdf")
    pages = PdfReader(tmp_path / "page.pdf").pages
    told = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert "Start with the dream." in told
    assert "“I would rather not say it.”" in told


def test_nothing_scrolls_at_the_usual_size(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    for number in range(3):
        add(
            page,
            f"Something that is on my mind, number {number}",
            qtbot,
            hard=3,
            first="This is hard for me to say.",
        )
    with diary.change():
        for number in range(3):
            diary.notes.write(therapy.id, f"Note {number}", NOON - timedelta(hours=number + 1))
    page.window().resize(1280 - 232, 800 - 32)  # beside the navigation, above the status line
    qtbot.waitUntil(lambda: page.form.scroll.verticalScrollBar().maximum() == 0, timeout=2000)


def test_without_a_therapy_the_page_says_what_it_is_for(desk: Desk, shown: Show) -> None:
    page = shown(BeforeSessionPage(desk))
    assert page.form.empty.isVisible()
    assert not page.form.scroll.isVisible()


def test_every_control_has_a_name_and_the_keyboard_goes_round(page: BeforeSessionPage, qtbot: QtBot) -> None:
    add(page, "The holidays", qtbot)
    assert unnamed_controls(page.window()) == []
    assert "wording" in " ".join(tab_cycle(page.window()))


@pytest.mark.parametrize(("width", "beside"), [(1048, True), (560, False)])
def test_what_came_of_it_stands_below_words_that_would_get_too_narrow(
    width: int, beside: bool, desk: Desk, diary: Diary, therapy: Therapy, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        diary.topics.add(
            therapy.id, "I am afraid that it all comes back once I stop coming here", NOON.date()
        )
    page = BeforeSessionPage(desk)
    shown(page)
    page.window().resize(width, 700)
    (row,) = page.findChildren(TopicRow)
    words = row.findChildren(QLabel)[0]
    button = next(iter(row.buttons.values()))

    def stands_beside() -> bool:
        top, bottom = (it.mapTo(row, it.rect().topLeft()).y() for it in (button, words))
        return top < bottom + words.height()

    qtbot.waitUntil(lambda: stands_beside() is beside)
