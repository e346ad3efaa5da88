"""The setting: dated versions in the person's own words, and what happened to it."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from tests.qt.hands import press_button, settle
from tests.qt.reading_the_screen import words_on
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.reading import Response
from therapy_diary.domain.setting import Place
from therapy_diary.domain.setting_event import SettingEventKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.records import chart_records_of
from therapy_diary.views.setting import SettingPage

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]


@pytest.fixture
def page(window: MainWindow) -> SettingPage:
    window.show_subject("setting", None)
    page = window.page
    assert isinstance(page, SettingPage)
    return page


def choose(combo: QComboBox, words: str) -> None:
    """Walk down to that choice with the arrow keys."""
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Home)
    while combo.currentText() != words:
        before = combo.currentIndex()
        QTest.keyClick(combo, Qt.Key.Key_Down)
        assert combo.currentIndex() > before, f"no such choice: {words}"


def test_a_change_is_a_new_version_and_the_earlier_one_stays(
    page: SettingPage, diary: Diary, therapy: Therapy
) -> None:
    assert "Tuesday, 17:00, 50 minutes, every week, in the room" in words_on(page)
    press_button("Something changed", page)
    choose(page.form.place, "online")
    page.form.texts["confidentiality"].setFocus()
    QTest.keyClicks(page.form.texts["confidentiality"], "Nothing leaves the room.")
    page.form.texts["why_changed"].setFocus()
    QTest.keyClicks(page.form.texts["why_changed"], "I moved.")
    press_button("Keep this version", page)
    first, second = diary.settings.of(therapy.id)
    assert (first.place, first.terms.confidentiality) == (Place.ROOM, "")
    assert (second.place, second.valid_from) == (Place.ONLINE, NOON.date())
    assert (second.weekday, second.start_time) == (2, time(17, 0))
    assert (second.terms.confidentiality, second.terms.why_changed) == (
        "Nothing leaves the room.",
        "I moved.",
    )
    told = words_on(page)
    assert "Tuesday, 17:00, 50 minutes, every week, online" in told
    assert "Tuesday, 17:00, 50 minutes, every week, in the room" not in told
    press_button("Earlier versions", page)
    assert "Tuesday, 17:00, 50 minutes, every week, in the room" in words_on(page)


def test_the_next_version_begins_with_what_holds_now(
    page: SettingPage, diary: Diary, therapy: Therapy
) -> None:
    press_button("Something changed", page)
    QTest.keyClicks(page.form.texts["cancelling"], "a day before")
    QTest.keyClicks(page.form.texts["why_changed"], "first")
    press_button("Keep this version", page)
    press_button("Something changed", page)
    assert page.form.texts["cancelling"].text() == "a day before"
    assert page.form.texts["why_changed"].text() == ""
    press_button("Cancel", page)
    assert len(diary.settings.of(therapy.id)) == 2


def test_half_typed_words_come_back_after_a_lock(
    page: SettingPage, window: MainWindow, diary: Diary, theme: Theme, preferences: Preferences
) -> None:
    press_button("Something changed", page)
    QTest.keyClicks(page.form.texts["open_questions"], "What if I am ill")
    QTest.keyClicks(page.events.what, "late again")
    choose(page.events.kind, "A break")
    page.events.on.setDate(QDate(2026, 2, 1))
    page.events.until.setDate(QDate(2026, 2, 20))
    page.set_aside()
    window.close()
    again = build_window(diary, lambda: NOON, theme, preferences)
    again.show()
    again.show_subject("setting", None)
    other = again.page
    assert isinstance(other, SettingPage)
    assert other.form.isVisible()
    assert other.form.texts["open_questions"].text() == "What if I am ill"
    assert other.events.what.text() == "late again"
    assert other.events.kind.currentText() == "A break"
    assert other.events.until.isVisible()
    assert (other.events.on.day(), other.events.until.day()) == (date(2026, 2, 1), date(2026, 2, 20))
    again.close()


def test_a_day_that_was_chosen_comes_back_after_a_lock_without_a_word_beside_it(
    page: SettingPage, window: MainWindow, diary: Diary, theme: Theme, preferences: Preferences
) -> None:
    page.events.on.setDate(QDate(2026, 2, 1))
    page.set_aside()
    window.close()
    again = build_window(diary, lambda: NOON, theme, preferences)
    again.show()
    again.show_subject("setting", None)
    other = again.page
    assert isinstance(other, SettingPage)
    assert other.events.on.day() == date(2026, 2, 1)
    other.events.on.setDate(QDate(2026, 3, 4))  # as it was: then nothing is half given any more
    other.set_aside()
    again.close()
    assert "setting:event" not in diary.drafts.places()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (QDate(2025, 12, 24), "The day lies before the therapy began."),
        (QDate(2026, 3, 30), "The day is still to come."),
        (QDate(2026, 3, 3), ""),
    ],
)
def test_a_day_out_of_order_is_kept_with_a_quiet_remark(
    page: SettingPage, diary: Diary, therapy: Therapy, day: QDate, words: str
) -> None:
    choose(page.events.kind, "One of us was late")
    page.events.on.setDate(day)
    press_button("Write it down", page)
    [event] = diary.setting_events.of(therapy.id)
    assert event.on_date == day.toPython()
    assert page.events.trouble.text().removeprefix("Kept. ") == words
    press_button("Something changed", page)
    page.form.since.setDate(day)
    press_button("Keep this version", page)
    assert day.toPython() in [it.valid_from for it in diary.settings.of(therapy.id)]
    assert page.trouble.text().removeprefix("Kept. ") == words


@pytest.mark.parametrize("kind", SettingEventKind)
def test_what_happened_is_written_down_and_can_become_a_topic(
    kind: SettingEventKind, page: SettingPage, diary: Diary, therapy: Therapy
) -> None:
    card = page.events
    card.kind.setCurrentIndex(card.kind.findData(kind))
    card.what.setFocus()
    QTest.keyClicks(card.what, "I noticed.")
    QTest.keyClick(card.what, Qt.Key.Key_Return)
    happened = [*diary.setting_events.of(therapy.id), *diary.milestones.of(therapy.id)]
    assert [(it.kind.value, it.on_date, it.words) for it in happened] == [
        (kind.value, NOON.date(), "I noticed.")
    ]
    press_button("Make it something to bring", page)
    assert "Make it something to bring" not in words_on(page)  # once, a break as well
    [topic] = diary.topics.waiting(therapy.id)
    assert topic.kind is TopicKind.SETTING
    assert topic.wording.endswith(", 4 March 2026: I noticed.")
    assert diary.setting_events.of(therapy.id)[0].topic == topic.id
    assert "This is among what you want to bring." in words_on(page)
    press_button("Take it back", page)
    assert diary.setting_events.of(therapy.id) == []
    assert diary.milestones.of(therapy.id) == []


def test_an_event_on_the_day_of_a_session_belongs_to_it(
    page: SettingPage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, datetime(2026, 3, 3, 17, 0))
    page.events.on.setDate(QDate(2026, 3, 3))
    press_button("Write it down", page)
    assert diary.setting_events.of(therapy.id)[0].session == session.id


def test_a_break_has_an_end_and_stands_behind_the_charts(
    page: SettingPage, diary: Diary, therapy: Therapy
) -> None:
    card = page.events
    assert not card.until.isVisible()
    choose(card.kind, "A break")
    assert card.until.isVisible()
    card.on.setDate(QDate(2026, 2, 1))
    card.until.setDate(QDate(2026, 1, 1))
    press_button("Write it down", page)
    assert card.trouble.text() == "A break ends on or after the day it began."
    card.until.setDate(QDate(2026, 2, 20))
    press_button("Write it down", page)
    [mark] = diary.milestones.of(therapy.id)
    assert (mark.kind, mark.on_date, mark.until) == (MilestoneKind.BREAK, date(2026, 2, 1), date(2026, 2, 20))
    assert mark in chart_records_of(diary, therapy).milestones
    assert "1 February 2026 to 20 February 2026" in words_on(page)


@pytest.mark.parametrize("kind", ["A line was crossed", "I do not feel safe"])
def test_a_mark_about_safety_presses_nobody_and_names_the_own_contacts(
    page: SettingPage, window: MainWindow, kind: str
) -> None:
    card = page.events
    choose(card.kind, kind)
    press_button("Write it down", page)
    assert card.trouble.text().startswith("You do not have to sort this out with your therapist.")
    press_button("Your contacts", page)
    assert window.page is not None
    assert window.page.name == "too_much"
    window.show_subject("before_session", None)
    assert isinstance(window.page, BeforeSessionPage)
    assert "you do not have to go back" in window.page.reading.thought.text()
    assert not window.page.reading.answers[Response.MADE_TOPIC].isVisible()


def test_the_keyboard_gets_everywhere_also_into_the_form(page: SettingPage, window: MainWindow) -> None:
    press_button("Something changed", page)
    settle()
    assert unnamed_controls(window) == []
    assert clipped_words(window) == []
    assert len(tab_cycle(window)) > 20
