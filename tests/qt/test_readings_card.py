"""A thought on this: shown before a session only, with what it rests on, and put away as the person says."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from tests.qt.hands import settle
from tests.qt.reading_the_screen import words_on
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.difficulty import DifficultyCheck
from therapy_diary.domain.reading import Response, Rule
from therapy_diary.domain.setting_event import SettingEventKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.exchange import archive
from therapy_diary.exchange.bringing import bring
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.rooms.readings import ReadingsRoom
from therapy_diary.views.window.page_stack import PAGES

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

SPACE = Qt.Key.Key_Space
NOTHING = dict.fromkeys(("h1", "h2", "h3", "h4", "f1", "f2", "f3"), 0)


def hold(diary: Diary, therapy: Therapy, marks: list[dict[str, int]], *, last: datetime = NOON) -> None:
    """One held session a week, the latest the day before `last`, each with these marks and a steady rating."""
    with diary.change():
        for place, marked in enumerate(marks):
            starts_at = last - timedelta(days=1, weeks=len(marks) - 1 - place)
            session = diary.sessions.add(therapy.id, starts_at)
            answers: dict[str, int | None] = NOTHING | marked
            diary.difficulty_checks.give(
                DifficultyCheck(session=session.id, filled_at=starts_at, answers=answers)
            )
            rated: dict[str, int | None] = dict.fromkeys(STATEMENTS, 3)
            diary.alliance_ratings.give(
                AllianceRating(session=session.id, filled_at=starts_at, answers=rated)
            )


def review(window: MainWindow) -> BeforeSessionPage:
    window.show_subject("before_session", None)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    settle()
    return page


def press(button: QPushButton) -> None:
    button.setFocus()
    QTest.keyClick(button, SPACE)


def test_hard_work_is_named_with_the_very_sessions_and_answers(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    hold(diary, therapy, [{}, {"h1": 2}, {"h2": 1}, {"h1": 1}])
    card = review(window).reading
    assert card.isVisible()
    assert card.thought.text().startswith(
        "The last sessions touched hard things, and your contact with N. has held."
    )
    assert not card.reasons.isVisible()
    press(card.why)
    told = "\n".join(words_on(card.reasons))
    assert "Something avoided was near, or shook you for a while, in at least 2 sessions." in told
    assert "Session 2, 17 February 2026" in told
    assert "near something avoided: clearly" in told
    for _ in range(5):  # a wrapped line asks for height once its width is known
        QApplication.processEvents()
    assert unnamed_controls(window) == []
    assert clipped_words(window) == []
    assert len(tab_cycle(window)) > 5


def test_nothing_is_said_when_nothing_was_found(window: MainWindow, therapy: Therapy, diary: Diary) -> None:
    hold(diary, therapy, [{}] * 5)
    assert not review(window).reading.isVisible()


def test_a_reading_stands_on_no_other_page(window: MainWindow, therapy: Therapy, diary: Diary) -> None:
    hold(diary, therapy, [{}, {"h1": 2}, {"h2": 1}, {"h1": 1}])
    for name in PAGES:
        window.show_subject(name, None)
        settle()
        shown = "The last sessions touched hard things" in " ".join(words_on(window))
        assert shown == (name == "before_session"), name


def test_it_becomes_something_to_bring_and_goes(window: MainWindow, therapy: Therapy, diary: Diary) -> None:
    hold(diary, therapy, [{}, {"f1": 1}, {"f2": 1}, {"f3": 1}])
    page = review(window)
    assert "In three of the last four sessions you marked being on guard" in page.reading.thought.text()
    press(page.reading.answers[Response.MADE_TOPIC])
    [topic] = diary.topics.waiting(therapy.id)
    assert (topic.wording, topic.kind) == ("How it is between us", TopicKind.RELATIONSHIP)
    QApplication.processEvents()
    assert "How it is between us" in words_on(page)
    assert not page.reading.isVisible()
    [kept] = diary.readings.of(therapy.id)
    assert (kept.reading.rule, kept.response, kept.topic) == (
        Rule.RELATIONSHIP,
        Response.MADE_TOPIC,
        topic.id,
    )


def test_not_now_puts_it_away(window: MainWindow, therapy: Therapy, diary: Diary) -> None:
    hold(diary, therapy, [{}, {"h3": 1}, {"h4": 1}, {"h3": 2}])
    page = review(window)
    assert page.reading.isVisible()
    press(page.reading.answers[Response.NOT_NOW])
    assert not page.reading.isVisible()
    assert not review(window).reading.isVisible()


def test_does_not_fit_puts_it_away(window: MainWindow, therapy: Therapy, diary: Diary) -> None:
    hold(diary, therapy, [{}, {"h3": 1}, {"h4": 1}, {"h3": 2}])
    press(review(window).reading.answers[Response.DOES_NOT_FIT])
    [kept] = diary.readings.of(therapy.id)
    assert kept.response is Response.DOES_NOT_FIT
    assert not review(window).reading.isVisible()


def test_not_now_is_for_three_sessions_and_does_not_fit_until_it_has_been_otherwise(
    diary: Diary, therapy: Therapy, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    week, still = [0], {"h3": 1}
    window = build_window(diary, lambda: NOON + timedelta(weeks=week[0]), theme, preferences)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()

    def is_said_after(marks: dict[str, int]) -> bool:
        week[0] += 1
        hold(diary, therapy, [marks], last=NOON + timedelta(weeks=week[0]))
        return review(window).reading.isVisible()

    hold(diary, therapy, [{}, still, still, still])
    press(review(window).reading.answers[Response.NOT_NOW])
    assert [is_said_after(still) for _ in range(3)] == [False, False, True]
    press(review(window).reading.answers[Response.DOES_NOT_FIT])
    assert [is_said_after(still) for _ in range(5)] == [False] * 5  # it goes on
    assert [is_said_after({}) for _ in range(2)] == [False] * 2  # it is over
    assert [is_said_after(still) for _ in range(3)] == [False, False, True]  # and there again


def test_no_readings_at_all_until_the_settings_bring_them_back(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    hold(diary, therapy, [{}, {"h3": 1}, {"h4": 1}, {"h3": 2}])
    press(review(window).reading.answers[Response.TURNED_OFF])
    assert not review(window).reading.isVisible()
    window.show_subject("settings", "readings")
    room = window.findChild(ReadingsRoom)
    assert room is not None
    assert room.off.isVisible()
    press(room.again)
    assert not room.off.isVisible()
    assert review(window).reading.isVisible()


def test_what_was_shown_is_kept_once_with_the_data_of_that_day(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    hold(diary, therapy, [{}, {"h1": 2}, {"h2": 1}, {"h1": 1}])
    for _ in range(3):
        review(window)
        window.show_page("today")
    [kept] = diary.readings.of(therapy.id)
    assert [it.number for it in kept.reading.sessions] == [1, 2, 3, 4]
    assert kept.shown_at == NOON


def test_what_was_marked_about_safety_shows_the_contacts_outside_and_presses_nobody(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    with diary.change():
        diary.setting_events.mark(therapy.id, NOON.date(), SettingEventKind.NOT_SAFE)
        diary.contacts.add("Dana", "in the evening", ContactKind.PERSON)
        diary.contacts.add("N.", "0123", ContactKind.THERAPIST)
    card = review(window).reading
    assert "you do not have to go back" in card.thought.text()
    assert not card.answers[Response.MADE_TOPIC].isVisible()
    told = words_on(card)
    assert "in the evening" in told
    assert "0123" not in told
    window.be_quiet(True)
    assert review(window).reading.isVisible()


def test_readings_with_numbers_rest_in_quiet_mode(window: MainWindow, therapy: Therapy, diary: Diary) -> None:
    hold(diary, therapy, [{}, {"f1": 1}, {"f2": 1}, {"f3": 1}])
    window.be_quiet(True)
    assert not review(window).reading.isVisible()


def test_a_limit_changed_in_the_settings_holds_at_once_and_in_the_help(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    hold(diary, therapy, [{}, {"h1": 2}, {}, {"h1": 1}])
    assert review(window).reading.isVisible()
    window.show_subject("settings", "readings")
    room = window.findChild(ReadingsRoom)
    assert room is not None
    field = room.fields["hard_sessions"]
    assert field.accessibleDescription().startswith("Usually: Something avoided was near")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "3")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert diary.choices.limits() == {"hard_sessions": 3}
    assert not review(window).reading.isVisible()
    window.show_subject("help", "readings")
    assert "Something avoided was near, or shook you, in at least 3 of these sessions." in " ".join(
        words_on(window)
    )
    window.show_subject("settings", "readings")
    press(room.usual)
    assert diary.choices.limits() == {}


def test_limits_that_do_not_go_together_are_not_kept(window: MainWindow, diary: Diary) -> None:
    window.show_subject("settings", "readings")
    room = window.findChild(ReadingsRoom)
    assert room is not None
    field = room.fields["enough_for_a_direction"]
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "2")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert room.said_here.text() == "These limits do not go together. It is as it was."
    assert field.value() == 8
    assert diary.choices.limits() == {}


def test_limits_and_quiet_mode_go_with_an_export(diary: Diary, tmp_path: Path) -> None:
    with diary.change():
        diary.choices.change_limits({"oldest_days": 90})
        diary.choices.be_quiet(True)
    with (tmp_path / "all.json").open("wb") as file:
        archive.write(diary, file)
    other = Diary.create(tmp_path / "other.db", bytes(32))
    bring(other, tmp_path / "all.json", now=NOON)
    assert (other.choices.limits(), other.choices.is_quiet) == ({"oldest_days": 90}, True)
    other.close()


def rate(diary: Diary, therapy: Therapy, ratings: list[dict[str, int | None]]) -> None:
    """One held session a week up to yesterday, each with such a rating."""
    with diary.change():
        for place, answers in enumerate(ratings):
            starts_at = NOON - timedelta(days=1, weeks=len(ratings) - 1 - place)
            session = diary.sessions.add(therapy.id, starts_at)
            diary.alliance_ratings.give(
                AllianceRating(session=session.id, filled_at=starts_at, answers=answers)
            )


def test_at_the_fourth_session_one_question_is_asked_and_can_be_brought(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    rate(diary, therapy, [dict.fromkeys(STATEMENTS, 3)] * 3)
    page = review(window)
    assert page.aside.sentence.text() == "How is the match so far?"
    press(page.aside.bring)
    assert [it.wording for it in diary.topics.waiting(therapy.id)] == ["How is the match so far?"]
    assert not page.aside.isVisible()


def test_contact_without_a_shared_aim_is_said_plainly(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    answers: dict[str, int | None] = dict.fromkeys(STATEMENTS, 3) | {"connection": 4, "aims": 1, "way": 2}
    rate(diary, therapy, [answers] * 5)
    assert review(window).aside.sentence.text() == (
        "Lately the contact reads stronger than the shared aim. Worth a few words together?"
    )
    window.be_quiet(True)
    assert not review(window).aside.isVisible()


APART: dict[str, int | None] = dict.fromkeys(STATEMENTS, 3) | {"connection": 4, "aims": 1, "way": 2}


@pytest.mark.parametrize("marked", [True, False])
def test_only_one_thought_stands_on_the_page(
    marked: bool, window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    """Contact and aim lie apart either way; it is said only where no reading is."""
    rate(diary, therapy, [APART] * 5)
    with diary.change():
        for session in diary.sessions.held(therapy.id):
            answers: dict[str, int | None] = NOTHING | ({"h1": 1} if marked else {})
            diary.difficulty_checks.give(DifficultyCheck(session=session.id, filled_at=NOON, answers=answers))
    page = review(window)
    assert page.reading.isVisible() is marked
    assert page.aside.isVisible() is not marked


def test_an_observation_put_off_comes_again_after_some_sessions(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    rate(diary, therapy, [APART] * 5)
    page = review(window)
    press(page.aside.not_now)
    assert not page.aside.isVisible()
    for day in (1, 2, 3):
        assert not review(window).aside.isVisible()
        with diary.change():
            diary.sessions.add(therapy.id, NOON - timedelta(hours=day))
    assert review(window).aside.isVisible()


def test_who_wants_no_readings_is_shown_no_observation_either(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    hold(diary, therapy, [{}, {"h3": 1}, {"h4": 1}, {"h3": 2}])
    press(review(window).reading.answers[Response.TURNED_OFF])
    with diary.change():
        for session in diary.sessions.held(therapy.id):
            diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=NOON, answers=APART))
    assert not review(window).aside.isVisible()
    press(settings_room(window).again)
    page = review(window)
    assert page.reading.isVisible() or page.aside.isVisible()


def test_readings_are_turned_off_in_the_settings_before_any_was_shown(
    window: MainWindow, therapy: Therapy, diary: Diary
) -> None:
    hold(diary, therapy, [{}, {"h3": 1}, {"h4": 1}, {"h3": 2}])
    room = settings_room(window)
    press(room.stop)
    assert room.off.isVisible()
    assert not room.stop.isVisible()
    page = review(window)
    assert not page.reading.isVisible()
    assert not page.aside.isVisible()
    assert diary.readings.of(therapy.id) == []
    press(settings_room(window).again)
    assert review(window).reading.isVisible()


def settings_room(window: MainWindow) -> ReadingsRoom:
    window.show_subject("settings", "readings")
    room = window.findChild(ReadingsRoom)
    assert room is not None
    return room
