"""Which session something is about, as a person picks it."""

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from therapy_diary.domain.session import SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import start_in_words
from therapy_diary.views.session_picker import SessionPicker

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british", "theme")]

TUESDAY_EVENING = datetime(2026, 3, 3, 18, 30)
LAST_TUESDAY = datetime(2026, 3, 3, 17, 0)


def picker_at(now: datetime, diary: Diary, therapy: Therapy, qtbot: QtBot) -> SessionPicker:
    picker = SessionPicker()
    qtbot.addWidget(picker)
    picker.show_diary(diary, therapy, lambda: now)
    picker.show()
    return picker


def rows(picker: SessionPicker) -> list[str]:
    return [picker.combo.itemText(it) for it in range(picker.combo.count())]


def pick(picker: SessionPicker, words: str, qtbot: QtBot) -> None:
    """As with the arrow keys."""
    picker.combo.setFocus()
    qtbot.keyClick(picker.combo, Qt.Key.Key_Home)
    for _ in range(picker.combo.count()):
        if words in picker.combo.currentText():
            return
        qtbot.keyClick(picker.combo, Qt.Key.Key_Down)
    pytest.fail(f"{words!r} is not among {rows(picker)}")


def give_day(picker: SessionPicker, start: datetime) -> None:
    picker.day.setDate(QDate(start.year, start.month, start.day))
    picker.time.setTime(QTime(start.hour, start.minute))


def test_sessions_stand_newest_first_with_number_day_and_time(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        diary.sessions.add(therapy.id, datetime(2026, 2, 17, 17, 0))
        diary.sessions.add(therapy.id, datetime(2026, 2, 24, 17, 0), SessionState.MISSED)
        diary.sessions.add(therapy.id, LAST_TUESDAY)
    picker = picker_at(NOON, diary, therapy, qtbot)
    assert rows(picker) == [
        "Session 2, Tuesday 3 March 2026, 17:00",
        "Session 1, Tuesday 17 February 2026, 17:00",
        "Another day…",
    ]
    assert picker.combo.currentText().startswith("Session 2")


def test_on_a_tuesday_todays_session_is_offered_first_and_made_when_something_is_kept(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    picker = picker_at(TUESDAY_EVENING, diary, therapy, qtbot)
    assert rows(picker)[0] == "Today, Tuesday 3 March 2026, 17:00"
    assert picker.chosen() == LAST_TUESDAY
    assert diary.sessions.of(therapy.id) == []
    with diary.change():
        made = picker.ensure(diary)
    assert made is not None
    assert made.is_held
    picker.show_diary(diary, therapy, lambda: TUESDAY_EVENING)
    assert picker.chosen() == made.id
    assert rows(picker) == ["Session 1, Tuesday 3 March 2026, 17:00", "Another day…"]


def test_a_day_whose_session_was_called_off_expects_none(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        diary.sessions.add(therapy.id, LAST_TUESDAY, SessionState.CANCELLED_BY_ME)
    assert rows(picker_at(TUESDAY_EVENING, diary, therapy, qtbot)) == ["Another day…"]


def test_a_moved_setting_offers_the_new_hour(diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    with diary.change():
        diary.settings.agree(therapy.id, date(2026, 3, 1), weekday=3, start_time=time(9, 30))
    assert picker_at(NOON, diary, therapy, qtbot).chosen() == datetime(2026, 3, 4, 9, 30)


def test_another_day_proposes_the_session_that_is_missing_and_makes_it(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    picker = picker_at(NOON, diary, therapy, qtbot)
    picker.set_optional(True)
    picker.show_diary(diary, therapy, lambda: NOON)
    assert picker.chosen() is None
    assert not picker.fields.isVisible()
    with qtbot.waitSignal(picker.picked):
        pick(picker, "Another day", qtbot)
    assert picker.fields.isVisible()
    assert picker.chosen() == LAST_TUESDAY
    give_day(picker, datetime(2026, 2, 27, 8, 15))
    with diary.change():
        made = picker.ensure(diary)
    assert made is not None
    assert (made.starts_at, made.state) == (datetime(2026, 2, 27, 8, 15), SessionState.HELD)


def test_a_day_to_come_makes_a_planned_session_that_has_not_begun(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    picker = picker_at(NOON, diary, therapy, qtbot)
    pick(picker, "Another day", qtbot)
    give_day(picker, datetime(2026, 3, 10, 17, 0))
    assert not picker.has_begun()
    with diary.change():
        made = picker.ensure(diary)
    assert made is not None
    assert made.state is SessionState.PLANNED
    picker.show_diary(diary, therapy, lambda: NOON)
    assert picker.combo.currentText() == "Planned, Tuesday 10 March 2026, 17:00"
    assert not picker.has_begun()


def test_a_planned_session_that_has_begun_becomes_held(diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    with diary.change():
        planned = diary.sessions.add(therapy.id, LAST_TUESDAY, SessionState.PLANNED)
    picker = picker_at(TUESDAY_EVENING, diary, therapy, qtbot)
    assert picker.chosen() == planned.id
    assert picker.has_begun()
    with diary.change():
        picker.ensure(diary)
    assert diary.sessions.get(planned.id).is_held


def test_for_a_rating_only_sessions_that_have_begun_are_offered(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        diary.sessions.add(therapy.id, datetime(2026, 3, 10, 17, 0), SessionState.PLANNED)
    picker = SessionPicker()
    qtbot.addWidget(picker)
    picker.set_begun_only(True)
    picker.show_diary(diary, therapy, lambda: NOON)
    assert rows(picker) == ["Another day…"]
    assert picker.chosen() == LAST_TUESDAY
    assert picker.day.maximumDate() == QDate(2026, 3, 4)


def test_a_day_that_has_a_session_already_means_that_session(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        there = diary.sessions.add(therapy.id, datetime(2026, 2, 17, 17, 0))
    picker = picker_at(NOON, diary, therapy, qtbot)
    pick(picker, "Another day", qtbot)
    give_day(picker, there.starts_at)
    assert picker.chosen() == there.id


def test_what_was_chosen_stays_when_the_diary_changes_and_nobody_is_told(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        first = diary.sessions.add(therapy.id, datetime(2026, 2, 17, 17, 0))
    picker = picker_at(NOON, diary, therapy, qtbot)
    with qtbot.assertNotEmitted(picker.picked):
        picker.choose(first.id)
        with diary.change():
            diary.sessions.add(therapy.id, LAST_TUESDAY)
        picker.show_diary(diary, therapy, lambda: NOON)
    assert picker.chosen() == first.id


def test_a_page_may_choose_before_the_diary_is_shown_and_choose_what_is_not_offered(
    diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        missed = diary.sessions.add(therapy.id, LAST_TUESDAY, SessionState.MISSED)
    picker = SessionPicker()
    qtbot.addWidget(picker)
    picker.choose(missed.id)
    picker.show_diary(diary, therapy, lambda: NOON)
    assert picker.chosen() == missed.id
    assert picker.combo.currentText() == "Did not take place, Tuesday 3 March 2026, 17:00"


def test_about_no_session_keeps_nothing(diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    picker = picker_at(NOON, diary, therapy, qtbot)
    picker.set_optional(True)
    picker.show_diary(diary, therapy, lambda: NOON)
    pick(picker, "Not about one session", qtbot)
    with diary.change():
        assert picker.ensure(diary) is None
    assert diary.sessions.of(therapy.id) == []


def test_the_mouse_wheel_does_not_change_the_session(diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    with diary.change():
        diary.sessions.add(therapy.id, LAST_TUESDAY)
    picker = picker_at(NOON, diary, therapy, qtbot)
    before = picker.chosen()
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(picker.combo, turn)
    assert picker.chosen() == before


def test_every_field_says_its_name(diary: Diary, therapy: Therapy, qtbot: QtBot) -> None:
    picker = picker_at(NOON, diary, therapy, qtbot)
    for field in (picker.combo, picker.day, picker.time):
        assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)


def test_the_words_follow_the_country() -> None:
    QLocale.setDefault(QLocale("de_DE"))
    assert start_in_words(LAST_TUESDAY) == "Dienstag, 3. März 2026, 17:00"
