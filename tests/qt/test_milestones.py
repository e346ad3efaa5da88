"""Milestones: one key to mark a moment from anywhere, and a page where all of them are found and changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.session import Session
from therapy_diary.domain.sign import Sign
from therapy_diary.domain.therapy import EndKind, Therapy, TherapyState
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.voice import Voice
from therapy_diary.storage.diary import Diary
from therapy_diary.views.after_session import AfterSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.milestones import MilestonesPage
from therapy_diary.views.page import Desk

pytestmark = pytest.mark.thorough

Show = Callable[[MilestonesPage], MilestonesPage]
TODAY = NOON.date()
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    with diary.change():
        return diary.sessions.add(therapy.id, NOON - timedelta(days=8))


@pytest.fixture
def page(desk: Desk, therapy: Therapy, shown: Show) -> MilestonesPage:
    del therapy  # it is in the diary
    return shown(MilestonesPage(desk))


def words_on(page: QWidget) -> str:
    return " ".join(it.text() for it in page.findChildren(QLabel) if it.isVisible())


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def milestones(window: MainWindow) -> MilestonesPage:
    assert isinstance(window.page, MilestonesPage)
    return window.page


def the_only(diary: Diary, therapy: Therapy) -> Milestone:
    [mark] = diary.milestones.of(therapy.id)
    return mark


def act(page: MilestonesPage, words: str) -> None:
    QApplication.processEvents()  # rows that were just made come into view
    button = next(
        it
        for it in page.findChildren(QPushButton)
        if it.isVisible() and it.accessibleName().startswith(words)
    )
    QTest.mouseClick(button, LEFT)


@pytest.mark.parametrize("from_page", ["after_session", "session_note", "alliance"])
@pytest.mark.parametrize(
    ("key", "modifier", "kind"),
    [
        (Qt.Key.Key_F7, Qt.KeyboardModifier.NoModifier, MilestoneKind.TURNING_POINT),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier, MilestoneKind.STRAIN),
        (Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier, MilestoneKind.MENDED),
        (Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier, MilestoneKind.BREAK),
    ],
)
def test_one_key_marks_a_moment_of_the_session_in_view(
    window: MainWindow,
    diary: Diary,
    therapy: Therapy,
    session: Session,
    from_page: str,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    kind: MilestoneKind,
) -> None:
    window.show_subject(from_page, session.id)
    press(key, modifier)
    QTest.keyClicks(QApplication.focusWidget(), "He was late twice")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    mark = the_only(diary, therapy)
    assert (mark.kind, mark.words) == (kind, "He was late twice")
    assert (mark.on_date, mark.session) == (session.starts_at.date(), session.id)


def test_from_the_timeline_the_day_is_today(window: MainWindow, diary: Diary, therapy: Therapy) -> None:
    window.show_subject("timeline", None)
    QTest.keyClick(window, Qt.Key.Key_F8)
    page = milestones(window)
    assert page.editor.words.hasFocus()
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    mark = the_only(diary, therapy)
    assert (mark.kind, mark.on_date, mark.words) == (MilestoneKind.STRAIN, TODAY, "")


def test_on_the_timeline_a_key_marks_the_session_of_the_card_and_enter_opens_a_milestone(
    window: MainWindow, diary: Diary, therapy: Therapy, session: Session
) -> None:
    window.show_subject("timeline", None)
    press(Qt.Key.Key_End)  # the card of the session, below the heading of its month
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    mark = the_only(diary, therapy)
    assert (mark.kind, mark.session) == (MilestoneKind.MENDED, session.id)

    window.show_subject("timeline", None)
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    page = milestones(window)
    assert page.title.text() == "Change this milestone"
    QTest.keyClicks(QApplication.focusWidget(), "by the window")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert the_only(diary, therapy).words == "by the window"


def test_a_sign_is_one_key_and_one_tap_away(window: MainWindow, diary: Diary, session: Session) -> None:
    window.show_subject("session_note", session.id)
    press(Qt.Key.Key_F5)
    assert isinstance(window.page, AfterSessionPage)
    press(Qt.Key.Key_0)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), "I laughed")
    window.page.keep()
    [moment] = diary.signs.at(session.id)
    assert (moment.sign, moment.words) == (Sign.MORE_MYSELF, "I laughed")


def test_the_strip_on_the_form_leads_to_the_same(
    window: MainWindow, diary: Diary, therapy: Therapy, session: Session
) -> None:
    window.show_subject("after_session", session.id)
    form = window.page
    assert isinstance(form, AfterSessionPage)
    form.marks.chips[MilestoneKind.MENDED].click()
    page = milestones(window)
    page.editor.keep.click()
    assert the_only(diary, therapy).session == session.id


def test_a_break_has_a_last_day_and_stands_on_the_charts(
    page: MilestonesPage, diary: Diary, therapy: Therapy, session: Session
) -> None:
    page.show_subject(MilestoneKind.BREAK)
    editor = page.editor
    assert not editor.until.isVisible()
    QTest.keyClick(editor.has_end, Qt.Key.Key_Space)
    assert editor.until.isVisible()
    editor.until.setDate(QDate(2026, 3, 20))
    QTest.keyClicks(editor.words, "Winter")
    editor.keep.click()
    mark = the_only(diary, therapy)
    assert (mark.kind, mark.on_date, mark.until) == (MilestoneKind.BREAK, TODAY, date(2026, 3, 20))
    drawn = course([session], diary.milestones.of(therapy.id), Voice())
    assert [it.words for it in drawn.breaks] == ["Winter"]
    QApplication.processEvents()
    assert "4 March 2026 to 20 March 2026" in words_on(page)


def test_a_break_that_ends_before_it_begins_is_refused_and_nothing_typed_is_lost(
    page: MilestonesPage, diary: Diary, therapy: Therapy
) -> None:
    page.show_subject(MilestoneKind.BREAK)
    editor = page.editor
    editor.has_end.click()
    editor.until.setDate(QDate(2026, 3, 1))
    QTest.keyClicks(editor.words, "Winter")
    editor.keep.click()
    assert "The last day lies before the first." in words_on(page)
    assert editor.words.text() == "Winter"
    assert diary.milestones.of(therapy.id) == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2025, 12, 24), "The day lies before the therapy began."),
        (date(2026, 3, 30), "The day is still to come."),
    ],
)
def test_a_day_out_of_order_is_kept_with_a_quiet_remark(
    page: MilestonesPage, diary: Diary, therapy: Therapy, day: date, words: str
) -> None:
    page.show_subject(MilestoneKind.TURNING_POINT)
    page.editor.day.setDate(QDate(day.year, day.month, day.day))
    page.editor.keep.click()
    assert the_only(diary, therapy).on_date == day
    assert words in words_on(page)


def test_a_second_first_session_is_said_to_be_there_already(
    page: MilestonesPage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        diary.milestones.mark(therapy.id, TODAY, MilestoneKind.FIRST_SESSION)
    page.show_subject(MilestoneKind.FIRST_SESSION)
    page.editor.keep.click()
    assert "There is such a milestone already." in words_on(page)
    assert len(diary.milestones.of(therapy.id)) == 1


def write_after(window: MainWindow, start: datetime) -> None:
    """What a person does who comes home: open the form, say which day it was, write, keep."""
    window.show_subject("today", None)
    window.show_subject("after_session", None)
    form = window.page
    assert isinstance(form, AfterSessionPage)
    form.picker.combo.setFocus()
    press(Qt.Key.Key_End)  # another day
    form.picker.day.setDate(QDate(start.year, start.month, start.day))
    form.picker.time.setTime(QTime(start.hour, start.minute))
    form.note.text.setFocus()
    QTest.keyClicks(QApplication.focusWidget(), "It was quiet.")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)


def first_sessions(diary: Diary, therapy: Therapy) -> list[date]:
    marks = diary.milestones.of(therapy.id)
    for it in marks:
        assert it.session is not None
        assert diary.sessions.get(it.session).starts_at.date() == it.on_date
    return [it.on_date for it in marks if it.kind is MilestoneKind.FIRST_SESSION]


def test_the_first_session_held_is_marked_and_the_mark_moves_to_an_earlier_one(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    write_after(window, datetime(2026, 1, 20, 17, 0))
    assert first_sessions(diary, therapy) == [date(2026, 1, 20)]
    write_after(window, datetime(2026, 1, 27, 17, 0))
    assert first_sessions(diary, therapy) == [date(2026, 1, 20)]
    write_after(window, datetime(2026, 1, 6, 17, 0))
    assert first_sessions(diary, therapy) == [date(2026, 1, 6)]
    window.show_subject("milestones", None)
    QApplication.processEvents()
    assert "First session" in words_on(milestones(window))


def test_a_mark_of_the_first_session_that_was_taken_away_does_not_come_back(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    write_after(window, datetime(2026, 1, 20, 17, 0))
    window.show_subject("milestones", None)
    act(milestones(window), "Take away")
    [undo] = [it for it in milestones(window).notice.findChildren(QPushButton) if it.isVisible()]
    undo.click()
    write_after(window, datetime(2026, 1, 13, 17, 0))
    assert first_sessions(diary, therapy) == [date(2026, 1, 13)]  # brought back, it moves as it would have

    window.show_subject("milestones", None)
    act(milestones(window), "Take away")
    write_after(window, datetime(2026, 1, 27, 17, 0))
    write_after(window, datetime(2026, 1, 6, 17, 0))
    assert diary.milestones.of(therapy.id) == []


def test_a_mark_of_the_first_session_with_words_is_the_persons_and_stays(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    write_after(window, datetime(2026, 1, 20, 17, 0))
    window.show_subject("milestones", None)
    act(milestones(window), "Change: First session")
    QTest.keyClicks(milestones(window).editor.words, "Rain all day")
    milestones(window).editor.keep.click()
    write_after(window, datetime(2026, 1, 6, 17, 0))
    assert first_sessions(diary, therapy) == [date(2026, 1, 20)]


def test_a_first_session_the_person_marked_is_left_to_them(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    window.show_subject("milestones", MilestoneKind.FIRST_SESSION)
    milestones(window).editor.day.setDate(QDate(2026, 1, 9))
    milestones(window).editor.keep.click()
    write_after(window, datetime(2026, 1, 20, 17, 0))
    assert the_only(diary, therapy).on_date == date(2026, 1, 9)
    window.show_subject("milestones", None)
    act(milestones(window), "Take away")
    write_after(window, datetime(2026, 1, 6, 17, 0))
    assert diary.milestones.of(therapy.id) == []


@pytest.mark.parametrize(
    "change",
    [
        {"started_on": date(2024, 3, 5)},
        {
            "state": TherapyState.CLOSED,
            "ended_on": date(2026, 2, 24),
            "end_kind": EndKind.OTHER,
        },
    ],
)
def test_no_first_session_is_marked_in_the_midst_of_a_therapy_or_after_its_end(
    window: MainWindow, diary: Diary, therapy: Therapy, change: dict[str, Any]
) -> None:
    with diary.change():
        diary.therapies.save(replace(therapy, **change))
    write_after(window, datetime(2026, 1, 20, 17, 0))
    assert len(diary.sessions.held(therapy.id)) == 1
    assert diary.milestones.of(therapy.id) == []


def test_a_milestone_is_changed_taken_away_and_brought_back(
    page: MilestonesPage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        diary.milestones.mark(therapy.id, date(2026, 2, 3), MilestoneKind.STRAIN, "The bill")
    act(page, "Change: Strain between you, 3 February 2026")
    assert page.editor.words.text() == "The bill"
    page.editor.words.selectAll()
    QTest.keyClicks(page.editor.words, "The late bill")
    page.editor.keep.click()
    assert the_only(diary, therapy).words == "The late bill"
    act(page, "Take away")
    assert diary.milestones.of(therapy.id) == []
    [undo] = [it for it in page.notice.findChildren(QPushButton) if it.isVisible()]
    undo.click()
    mark = the_only(diary, therapy)
    assert (mark.kind, mark.words, mark.on_date) == (
        MilestoneKind.STRAIN,
        "The late bill",
        date(2026, 2, 3),
    )


def test_a_half_written_milestone_comes_back_after_the_diary_was_closed(
    desk: Desk, tmp_path: Path, shown: Show, qtbot: QtBot
) -> None:
    file = tmp_path / "other.db"
    first = Diary.create(file, KEY)
    with first.change():
        first.therapies.begin(label="With N.", started_on=date(2026, 1, 6))
    page = shown(MilestonesPage(_on(desk, first)))
    page.show_subject(MilestoneKind.MENDED)
    QTest.keyClicks(page.editor.words, "We talked ")
    qtbot.waitUntil(lambda: bool(first.drafts.all()))
    first.close()

    second = Diary.open(file, KEY)
    again = shown(MilestonesPage(_on(desk, second)))
    assert again.editor.words.text() == "We talked "
    again.editor.keep.click()
    [therapy] = second.therapies.all()
    assert the_only(second, therapy).kind is MilestoneKind.MENDED
    assert second.drafts.all() == []
    second.close()


def _on(desk: Desk, diary: Diary) -> Desk:
    return Desk(diary=diary, changed=desk.changed, now=desk.now, theme=desk.theme)
