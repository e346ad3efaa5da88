"""The two minutes before a session: what gathered, and what one wants to bring."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, scrolled_sideways, tab_cycle, unnamed_controls
from tests.qt.hands import press_button, settle
from tests.qt.reading_the_screen import words_on
from therapy_diary import resources
from therapy_diary.app import build_window
from therapy_diary.demo import demo
from therapy_diary.desktop.theme import Theme, tokens_in_force
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.difficulty import DifficultyCheck
from therapy_diary.domain.measure import Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.pattern import SeenIn
from therapy_diary.domain.session import Session
from therapy_diary.domain.subject import Subject
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk
from therapy_diary.views.topic_row import TopicRow
from therapy_diary.views.wording import form_in_use
from therapy_diary.widgets.dot_line import DotLine
from therapy_diary.widgets.folding_label import FoldingLabel
from therapy_diary.widgets.menu_tool import MenuTool

pytestmark = pytest.mark.thorough

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
    page.bring.wording.setFocus()
    qtbot.keyClicks(page.bring.wording, words)
    page.bring.hard.setFocus()
    qtbot.keyClick(page.bring.hard, Qt.Key.Key_Home)
    for _ in range(hard):
        qtbot.keyClick(page.bring.hard, Qt.Key.Key_Down)
    if first:
        page.bring.opening.setFocus()
        qtbot.keyClicks(page.bring.opening, first)
    qtbot.mouseClick(page.bring.add, LEFT)


def topics(diary: Diary, therapy: Therapy) -> list[Topic]:
    return diary.topics.of(therapy.id)


def mark(page: BeforeSessionPage, row: int, state: TopicState, qtbot: QtBot) -> None:
    """Open the menu of a row by keyboard, go down to what came of it, and take it."""
    chosen = page.bring.rows[row]
    chosen.came.setFocus()
    qtbot.keyClick(chosen.came, Qt.Key.Key_Space)
    menu = chosen.came.menu_of_acts
    while menu.activeAction() is not chosen.acts[state]:
        qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)


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
    assert "Start with the dream." in told


def test_after_a_long_break_the_day_is_said_where_no_line_was_left(
    diary: Diary, desk: Desk, therapy: Therapy, shown: Show
) -> None:
    with diary.change():
        diary.sessions.add(therapy.id, NOON - timedelta(days=40))
    assert "Last time was on Friday 23 January 2026." in said(shown(BeforeSessionPage(desk)))


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
    page.bring.wording.setFocus()
    qtbot.keyClicks(page.bring.wording, "The letter")
    qtbot.keyClick(page.bring.wording, Qt.Key.Key_Return)
    assert [(it.wording, it.hard_to_say) for it in topics(diary, therapy)] == [
        ("The holidays", 0),
        ("The letter", 0),
    ]
    assert page.bring.wording.text() == ""
    assert page.bring.wording.hasFocus()


def test_the_hardest_comes_first_with_its_first_sentence(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    add(page, "The holidays", qtbot)
    assert not page.bring.opening.isVisible()
    add(page, "That I was hurt", qtbot, hard=3, first="This is hard for me to say.")
    assert [it.topic.wording for it in page.bring.rows] == ["That I was hurt", "The holidays"]
    assert topics(diary, therapy)[1].opening_line == "This is hard for me to say."
    qtbot.waitUntil(lambda: "“This is hard for me to say.”" in said(page))


def test_only_three_are_shown_and_the_others_are_folded(page: BeforeSessionPage, qtbot: QtBot) -> None:
    for number in range(5):
        add(page, f"Topic {number}", qtbot)
    assert len(page.bring.rows) == 3
    qtbot.mouseClick(page.bring.more, LEFT)
    assert len(page.bring.rows) == 5


@pytest.mark.parametrize("state", [TopicState.BROUGHT, TopicState.PARTLY, TopicState.LET_GO])
def test_what_came_of_it_is_marked_and_can_be_taken_back(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, last: Session, qtbot: QtBot, state: TopicState
) -> None:
    add(page, "The holidays", qtbot)
    mark(page, 0, state, qtbot)
    (topic,) = topics(diary, therapy)
    assert topic.state is state
    assert topic.brought_in == (None if state is TopicState.LET_GO else last.id)
    assert page.bring.rows == []

    undo = page.bring.trouble.findChild(QPushButton)
    assert undo is not None
    qtbot.mouseClick(undo, LEFT)
    assert topics(diary, therapy)[0].state is TopicState.WAITING
    assert [it.topic.wording for it in page.bring.rows] == ["The holidays"]


def test_what_is_put_off_for_later_stays_at_the_end(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    add(page, "First", qtbot)
    add(page, "Second", qtbot)
    mark(page, 0, TopicState.LATER, qtbot)
    assert [it.topic.wording for it in page.bring.rows] == ["Second", "First"]
    assert topics(diary, therapy)[0].state is TopicState.LATER
    qtbot.waitUntil(lambda: "put off for later" in said(page))


def test_a_half_typed_line_is_there_again_after_a_crash(
    page: BeforeSessionPage, desk: Desk, diary: Diary, shown: Show, qtbot: QtBot
) -> None:
    page.bring.wording.setFocus()
    qtbot.keyClicks(page.bring.wording, "That I was")
    qtbot.waitUntil(lambda: diary.drafts.at("topic:new") is not None)
    again = shown(BeforeSessionPage(desk))
    assert again.bring.wording.text() == "That I was"
    qtbot.keyClicks(again.bring.wording, " hurt")
    qtbot.mouseClick(again.bring.add, LEFT)
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


def rate(diary: Diary, session: Session, step: int, at: datetime = NOON) -> None:
    diary.alliance_ratings.give(
        AllianceRating(session=session.id, filled_at=at, answers=dict.fromkeys(STATEMENTS, step))
    )


def test_a_small_panel_has_twelve_dots_and_one_plain_sentence(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    assert not page.panels.isVisible()
    with diary.change():
        for week in range(1, 21):
            session = diary.sessions.add(therapy.id, TUESDAY - timedelta(weeks=week))
            rate(diary, session, 3 if week % 2 else 2)
    qtbot.waitUntil(page.panels.is_drawn)
    [panel] = page.panels.panels
    assert [value for _, value in panel.given] == [2.0, 3.0] * 6
    qtbot.waitUntil(lambda: "How it was between us" in said(page))
    assert "No clear direction; mostly between “partly” (2) and “mostly” (3)." in said(page)


def test_a_break_stands_behind_the_dots_and_a_part_answered_one_is_hollow(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    day = TUESDAY.date()
    with diary.change():
        for week in (1, 2, 8, 9):
            session = diary.sessions.add(therapy.id, TUESDAY - timedelta(weeks=week))
            rate(diary, session, 3)
        few: dict[str, int | None] = {**dict.fromkeys(STATEMENTS, 3), "fit": None}
        diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=NOON, answers=few))
        begins, ends = day - timedelta(weeks=7), day - timedelta(weeks=3)
        diary.milestones.mark(therapy.id, begins, MilestoneKind.BREAK, until=ends)
        earlier = day - timedelta(weeks=20)
        diary.milestones.mark(therapy.id, earlier, MilestoneKind.BREAK, until=earlier + timedelta(days=7))
    qtbot.waitUntil(page.panels.is_drawn)
    [panel] = page.panels.panels
    assert panel.breaks == ((begins, ends),)
    assert panel.hollow == (day - timedelta(weeks=9),)
    qtbot.waitUntil(lambda: bool(page.panels.findChildren(DotLine)))
    dots = page.panels.findChildren(DotLine)[-1]
    drawn, tokens = dots.grab().toImage(), tokens_in_force()
    ratio, across = (
        drawn.devicePixelRatio(),
        (dots.width() - 10) / 56,
    )  # 56 days from the first dot to the last
    in_break, outside = (drawn.pixelColor(round((5 + it * across) * ratio), 2) for it in (28, 4))
    assert in_break == QColor(tokens.hover)
    assert outside != in_break


def test_a_few_answers_are_said_to_be_a_few(
    page: BeforeSessionPage, diary: Diary, last: Session, qtbot: QtBot
) -> None:
    with diary.change():
        rate(diary, last, 3)
    qtbot.waitUntil(lambda: "Answers so far: 1." in said(page))


def test_which_goal_has_a_panel_is_chosen_and_stays_chosen(
    page: BeforeSessionPage, desk: Desk, diary: Diary, therapy: Therapy, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        for wording in ("Sleep, most nights", "Say no"):
            goal = diary.goals.add(therapy.id, wording, NOON.date())
            diary.goals.rate(goal.wording.id, NOON.date(), 4)
    qtbot.waitUntil(lambda: "Sleep, most nights" in said(page))
    chooser = page.panels.findChild(MenuTool)
    assert chooser is not None
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_Space)
    while (chosen := chooser.menu_of_acts.activeAction()) is None or chosen.text() != "Say no":
        qtbot.keyClick(chooser.menu_of_acts, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.menu_of_acts, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Say no" in said(page) and "Sleep, most nights" not in said(page))
    again = shown(BeforeSessionPage(desk))
    qtbot.waitUntil(lambda: "Say no" in said(again))


@pytest.mark.parametrize(("approach", "first"), [(Approach.DYNAMIC, "overall"), (Approach.FOCUSED, "goal")])
def test_the_approach_says_which_panel_comes_first(
    approach: Approach,
    first: str,
    page: BeforeSessionPage,
    diary: Diary,
    therapy: Therapy,
    last: Session,
    qtbot: QtBot,
) -> None:
    with diary.change():
        diary.therapies.save(replace(therapy, approach=approach))
        rate(diary, last, 3)
        goal = diary.goals.add(therapy.id, "Say no", NOON.date())
        diary.goals.rate(goal.wording.id, NOON.date(), 4)
    qtbot.waitUntil(lambda: len(page.panels.panels) == 2)
    assert page.panels.panels[0].name.startswith(first)


def test_quiet_mode_shows_no_panel(
    page: BeforeSessionPage, diary: Diary, last: Session, qtbot: QtBot
) -> None:
    with diary.change():
        rate(diary, last, 3)
    qtbot.waitUntil(page.panels.isVisible)
    with diary.change():
        diary.choices.be_quiet(True)
    assert not page.panels.isVisible()
    assert page.panels.panels == ()


def test_the_question_not_answered_for_the_longest_time_is_there_to_think_of(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy
) -> None:
    form = form_in_use("checklist")
    assert page.question_words.text() == form.question("1").text
    given = ChecklistAnswer(answer=2)
    with diary.change():
        diary.checklists.answer(therapy.id, date(2026, 2, 1), dict.fromkeys((1, 2, 4, 5, 6, 7, 8), given))
    assert page.question_words.text() == form.question("3").text
    with diary.change():
        diary.checklists.answer(therapy.id, date(2026, 2, 8), {3: ChecklistAnswer(answer=None)})
    assert page.question_words.text() == form.question("1").text


def test_who_is_ready_is_led_away_and_nothing_of_it_stays_on_the_screen(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        diary.topics.add(therapy.id, "That I was hurt", NOON.date(), hard_to_say=3)
    window.show_subject("before_session", None)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    qtbot.mouseClick(page.ready, LEFT)
    assert window.page is not page
    assert "That I was hurt" not in words_on(window)
    assert [it.wording for it in diary.topics.waiting(therapy.id)] == ["That I was hurt"]


def test_an_order_of_ones_own_holds_until_the_hardest_are_wanted_first_again(
    page: BeforeSessionPage, desk: Desk, diary: Diary, therapy: Therapy, shown: Show, qtbot: QtBot
) -> None:
    add(page, "The holidays", qtbot)
    add(page, "That I was hurt", qtbot, hard=3)
    add(page, "The letter", qtbot)
    assert order(page) == ["That I was hurt", "The holidays", "The letter"]
    assert not page.bring.hardest.isVisible()
    qtbot.keyClick(page.bring.rows[0].down, Qt.Key.Key_Space)
    assert order(page) == ["The holidays", "That I was hurt", "The letter"]
    assert page.bring.rows[1].down.hasFocus(), "or it cannot be moved on"
    qtbot.keyClick(page.bring.rows[1].down, Qt.Key.Key_Space)
    again = shown(BeforeSessionPage(desk))
    assert order(again) == ["The holidays", "The letter", "That I was hurt"]
    assert [it.wording for it in topics(diary, therapy)] == order(again)
    qtbot.mouseClick(again.bring.hardest, LEFT)
    assert order(again) == ["That I was hurt", "The holidays", "The letter"]


def test_a_topic_moved_below_the_fold_stays_in_sight(page: BeforeSessionPage, qtbot: QtBot) -> None:
    for number in range(5):
        add(page, f"Topic {number}", qtbot)
    qtbot.keyClick(page.bring.rows[2].down, Qt.Key.Key_Space)
    assert order(page) == ["Topic 0", "Topic 1", "Topic 3", "Topic 2", "Topic 4"]


def order(page: BeforeSessionPage) -> list[str]:
    return [it.topic.wording for it in page.bring.rows]


def test_what_is_kept_covered_is_a_number_until_it_is_opened(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        for wording in ("What I never said", "The other thing"):
            topic = diary.topics.add(therapy.id, wording, NOON.date())
            diary.topics.save(replace(topic, covered=True))
    assert page.bring.covered.text() == "Not brought up yet: 2"
    assert "What I never said" not in said(page)
    assert page.bring.rows == []
    qtbot.mouseClick(page.bring.covered, LEFT)
    qtbot.waitUntil(lambda: "What I never said" in said(page))
    page.window().hide()
    page.window().show()
    assert "What I never said" not in said(page)
    with diary.change():
        diary.choices.be_quiet(True)
    assert page.bring.covered.text() == "Not brought up yet"


def test_titles_with_a_star_come_before_newer_ones(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        for number in range(5):
            written_at = NOON - timedelta(hours=number + 1)
            note = diary.notes.write(therapy.id, "words", written_at, title=f"Note {number}")
            diary.notes.star(note.id, starred=number == 4)
    qtbot.waitUntil(lambda: "Note 4\nNote 0\nNote 1" in said(page))
    assert "Note 2" not in said(page)


def test_the_window_can_ask_for_the_place_to_add_something(page: BeforeSessionPage) -> None:
    page.bring.add.setFocus()
    page.show_subject("add")
    assert page.bring.wording.hasFocus()


def test_it_prints_on_one_side_and_only_after_the_sentence(
    page: BeforeSessionPage, qtbot: QtBot, tmp_path: Path
) -> None:
    add(page, "The holidays", qtbot, hard=2, first="I would rather not say it.")
    page.print_page()
    assert "not encrypted" in page.paper.bar.notice.text()
    page.paper.bar.write_to(tmp_path / "page.pdf")
    pages = PdfReader(tmp_path / "page.pdf").pages
    told = " ".join(pages[0].extract_text().split())
    assert len(pages) == 1
    assert "Start with the dream." in told
    assert "“I would rather not say it.”" in told


def test_nothing_scrolls_with_the_demo_in_the_usual_window(
    theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    with demo() as told:
        window = build_window(told.diary, lambda: told.now, theme, preferences)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        with qtbot.waitExposed(window):
            window.show()
        window.show_page("before_session")
        page = window.page
        assert isinstance(page, BeforeSessionPage)
        qtbot.waitUntil(page.panels.is_drawn)
        settle()
        assert len(page.panels.panels) == 3
        for part in (page.left, page.bring, page.meant, page.since, page.panels, page.question, page.ready):
            assert part.isVisible()
        assert page.area.verticalScrollBar().maximum() == 0
        window.close()


@pytest.mark.parametrize("approach", list(Approach))
def test_nothing_scrolls_with_every_part_as_full_as_it_gets(
    approach: Approach, window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    fill(diary, therapy, approach)
    window.resize(1280, 800)
    window.show_page("before_session")
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    qtbot.waitUntil(page.panels.is_drawn)
    settle()
    assert page.reading.isVisible()
    assert len(page.bring.rows) == len(page.panels.panels) == 3
    assert page.area.verticalScrollBar().maximum() == 0
    assert not page.bring.every_word.isVisible()

    with diary.change():  # words of three hundred letters are shortened, as is said, and there on request
        for number, topic in enumerate(diary.topics.waiting(therapy.id)):
            wordy = replace(topic, wording=f"{'W' * 300}{number}", opening_line=f"{'m' * 300}{number}")
            diary.topics.save(wordy)
    settle()
    assert page.area.verticalScrollBar().maximum() == 0
    assert clipped_words(window) == []
    assert scrolled_sideways(window) == []
    cut = [it for it in page.bring.findChildren(FoldingLabel) if it.isVisible()]
    assert len(cut) == 6
    assert all(it.text().endswith("…") for it in cut)
    assert "W" * 10 in cut[0].accessibleName()
    press_button("Show every word", page.bring)
    assert all("…" not in it.text() for it in cut)
    assert clipped_words(window) == []
    press_button("Shorten them again", page.bring)
    assert page.area.verticalScrollBar().maximum() == 0


def wordy_topics(diary: Diary, therapy: Therapy, count: int) -> None:
    """As long as people write them who put all of it into the one line."""
    long = "A long thing to bring, about how it was and what I would have wanted to say. " * 5
    with diary.change():
        for number in range(count):
            diary.topics.add(therapy.id, long[: 380 - number], NOON.date(), opening_line=long[:200])


def resize(page: BeforeSessionPage, width: int, height: int, qtbot: QtBot) -> None:
    """Draw the window to that size, and let go of its edge."""
    page.window().resize(width, height)
    settle()
    timers = page.findChildren(QTimer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    qtbot.waitUntil(lambda: not any(it.isActive() for it in timers))
    settle()


def test_nothing_scrolls_in_any_window_that_is_high_enough_for_shortened_words(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    wordy_topics(diary, therapy, 3)
    scroll_bar = page.area.verticalScrollBar()
    for width, height, folded in (
        (1000, 640, True),
        (1100, 850, True),  # a column is no wider than reads well, however wide the window
        (1300, 780, True),
        (1300, 1040, False),
        (700, 700, True),
        (640, 1300, False),
        (560, 1000, True),
        (1500, 860, True),
    ):
        resize(page, width, height, qtbot)
        assert scroll_bar.maximum() == 0, (width, height)
        assert any(it.is_folded for it in page.bring.rows) is folded, (width, height)
        assert page.bring.every_word.isVisible() is folded, (width, height)
    resize(page, 1000, 300, qtbot)
    assert scroll_bar.maximum() > 0
    assert not any(it.is_folded for it in page.bring.rows), "it scrolls anyway"


def test_the_keyboard_stays_on_the_offer_of_every_word(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    wordy_topics(diary, therapy, 3)
    offer = page.bring.every_word
    resize(page, 1000, 700, qtbot)
    for told, folded in (("Shorten them again", False), ("Show every word", True)):
        offer.setFocus()
        qtbot.keyClick(offer, Qt.Key.Key_Space)
        settle()
        assert offer.text() == told
        assert all(it.is_folded is folded for it in page.bring.rows)
        assert offer.hasFocus()
    resize(page, 1040, 720, qtbot)
    assert offer.hasFocus()
    resize(page, 1300, 1100, qtbot)  # all of them fit, and the offer goes
    assert not offer.isVisible()
    assert page.bring.wording.hasFocus()


def test_words_are_whole_where_all_topics_are_wanted_which_scrolls_anyway(
    page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    wordy_topics(diary, therapy, 5)
    resize(page, 1000, 800, qtbot)
    assert all(it.is_folded for it in page.bring.rows)
    press_button("Show the others", page.bring)
    assert len(page.bring.rows) == 5
    assert not any(it.is_folded for it in page.bring.rows)
    assert not page.bring.every_word.isVisible()
    press_button("Show fewer", page.bring)
    assert all(it.is_folded for it in page.bring.rows)
    assert page.area.verticalScrollBar().maximum() == 0


def fill(diary: Diary, therapy: Therapy, approach: Approach) -> None:
    """Eight weeks with everything there can be, and as much of it as is shown."""
    with diary.change():
        diary.therapies.save(replace(therapy, approach=approach))
        goal = diary.goals.add(therapy.id, "Sleep through, most nights of the week", date(2026, 1, 6))
        other = diary.goals.add(therapy.id, "Say no", date(2026, 1, 6))
        diary.goals.rate(other.wording.id, date(2026, 1, 7), 3)
        week_form = diary.measures.add(
            read_measure(resources.text("measures/week_in_brief.toml")), Origin.IN_BOX, enabled=True
        )
        given: dict[str, int | None] = {it.id: 2 for it in week_form.measure.items}
        for week in range(8, 0, -1):
            session = diary.sessions.add(therapy.id, TUESDAY - timedelta(weeks=week - 1))
            rate(diary, session, 3, session.starts_at)
            marks: dict[str, int | None] = dict.fromkeys(("h1", "h2", "h3", "h4", "f1", "f2", "f3"), 0)
            diary.difficulty_checks.give(
                DifficultyCheck(session=session.id, filled_at=session.starts_at, answers=marks | {"h1": 2})
            )
            diary.goals.rate(goal.wording.id, session.starts_at.date(), week % 4 + 3)
            diary.measures.answer(week_form.id, session.starts_at, given, therapy=therapy.id)
        diary.sessions.save(replace(session, one_line="Start with the dream, before anything else."))
        for number in range(4):
            diary.topics.add(
                therapy.id,
                f"Something that is on my mind, number {number}",
                NOON.date(),
                hard_to_say=3,
                opening_line="This is hard for me to say.",
            )
            diary.tasks.add(therapy.id, f"Call my sister before I have a reason to, {number}", NOON.date())
            pattern = diary.patterns.name(therapy.id, f"I say it is fine before anyone asked, {number}")
            diary.patterns.seen(pattern.id, NOON.date(), SeenIn.OUTSIDE, "at lunch")
            diary.notes.write(therapy.id, f"Note {number}", NOON - timedelta(hours=number + 1))


@pytest.mark.parametrize(("width", "columns"), [(1048, 2), (640, 1)])
def test_the_parts_are_read_in_their_order_in_one_column_as_in_two(
    width: int, columns: int, page: BeforeSessionPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    fill(diary, therapy, Approach.FOCUSED)
    page.window().resize(width, 700)
    qtbot.waitUntil(page.panels.isVisible)
    settle()
    parts = (page.left, page.bring, page.meant, page.since, page.panels, page.reading, page.question)
    assert len({it.x() for it in parts}) == columns
    tops = [it.y() for it in parts]
    if columns == 1:
        assert tops == sorted(tops)
    page.bring.rows[0].down.setFocus()
    way: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not page.quiet:
        assert here is not None
        part = next(it for it in (*parts, page.foot) if it.isAncestorOf(here))
        way += [part] if way[-1:] != [part] else []
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert way == [page.bring, page.meant, page.panels, page.reading, page.foot]


@pytest.mark.parametrize("percent", [100, 200])
def test_a_word_without_end_and_a_very_long_name_are_whole(
    percent: int, window: MainWindow, theme: Theme, diary: Diary, therapy: Therapy
) -> None:
    theme.set_text_size(percent)
    with diary.change():
        diary.therapies.save(replace(therapy, therapist_name="N" * 120, approach=Approach.FOCUSED))
        session = diary.sessions.add(therapy.id, TUESDAY)
        diary.sessions.save(replace(session, one_line="w" * 200))
        diary.topics.add(therapy.id, "W" * 380, NOON.date(), hard_to_say=3, opening_line="m" * 300)
        diary.tasks.add(therapy.id, "z" * 300, NOON.date())
        note = diary.notes.write(therapy.id, "q" * 300, NOON, title="t" * 300)
        other = diary.notes.write(therapy.id, "q" * 300, NOON - timedelta(days=9))
        for it in (note, other):
            diary.tags.put(it.id, "lake")
    window.resize(1280, 832)
    window.show_subject("before_session", None)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    for act in (lambda: None, page.to_paper.click):
        act()
        settle()
        assert clipped_words(window) == []
        assert scrolled_sideways(window) == []
        assert page.area.widget().width() <= page.area.viewport().width()
    assert "W" * 20 in page.paper.page.words()
    window.show_subject("same_subject", Subject(tag="lake"))
    settle()
    assert clipped_words(window) == []
    assert scrolled_sideways(window) == []


def test_without_a_therapy_the_page_says_what_it_is_for(desk: Desk, shown: Show) -> None:
    page = shown(BeforeSessionPage(desk))
    assert page.empty.isVisible()
    for part in (page.cards, page.foot, page.paper):
        assert not part.isVisible()


def test_every_control_has_a_name_and_the_keyboard_goes_round(page: BeforeSessionPage, qtbot: QtBot) -> None:
    add(page, "The holidays", qtbot)
    settle()
    assert unnamed_controls(page.window()) == []
    way = " ".join(tab_cycle(page.window()))
    assert "QLineEdit" in way
    assert "MenuTool" in way


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
    button = row.up

    def stands_beside() -> bool:
        top, bottom = (it.mapTo(row, it.rect().topLeft()).y() for it in (button, words))
        return top < bottom + words.height()

    qtbot.waitUntil(lambda: stands_beside() is beside)


def test_one_comes_to_the_line_for_something_to_bring_and_can_type_at_once(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    window.show_subject("before_session", None)
    here = window.focusWidget()
    assert here is not None
    QTest.keyClicks(here, "what she said about the dog")
    QTest.keyClick(here, Qt.Key.Key_Return)
    assert [it.wording for it in diary.topics.waiting(therapy.id)] == ["what she said about the dog"]
