from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.conftest import Shown
from therapy_diary.desktop.theme import Choice
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.storage.diary import Diary
from therapy_diary.views.page import Desk
from therapy_diary.views.today import TodayPage

LAST = datetime(2026, 3, 3, 17, 0)
WITH_THERAPY = pytest.mark.usefixtures("therapy")


@pytest.fixture
def page(desk: Desk, shown: Shown[TodayPage]) -> TodayPage:
    return shown(TodayPage(desk))


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    with diary.change():
        return diary.sessions.add(therapy.id, LAST)


def at(desk: Desk, moment: datetime) -> Desk:
    return Desk(diary=desk.diary, changed=desk.changed, now=lambda: moment, theme=desk.theme)


@WITH_THERAPY
def test_an_empty_diary_invites_to_one_thing(page: TodayPage, qtbot: QtBot) -> None:
    assert page.form.empty.isVisible()
    assert not page.form.scroll.isVisible()
    (button,) = [it for it in page.form.empty.findChildren(type(page.write)) if it.isVisible()]
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["session_note", None]


@WITH_THERAPY
def test_what_was_left_half_written_is_what_the_page_invites_to(
    desk: Desk, diary: Diary, shown: Shown[TodayPage]
) -> None:
    with diary.quiet_change():
        diary.drafts.keep("note:new", "half a sen", 10, LAST)

    page = shown(TodayPage(desk))
    said = [it.text() for it in page.form.empty.findChildren(QWidget) if hasattr(it, "text")]
    assert "Go on writing" in said
    assert page.write.text() == "&Go on writing"


def test_a_diary_without_a_therapy_invites_too(page: TodayPage) -> None:
    assert page.form.empty.isVisible()


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (3, "Good evening"),
        (4, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
    ],
)
@pytest.mark.usefixtures("session")
def test_the_greeting_follows_the_clock(
    desk: Desk, shown: Shown[TodayPage], hour: int, greeting: str
) -> None:
    page = shown(TodayPage(at(desk, NOON.replace(hour=hour))))
    assert page.form.heading.accessibleName() == greeting


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2026, 3, 4, 12, 0), "Your next session is on Tuesday, in 6 days"),
        (datetime(2026, 3, 9, 23, 59), "Your next session is tomorrow"),
        (datetime(2026, 3, 10, 16, 59), "Your next session is today"),
        (datetime(2026, 3, 10, 17, 1), "Your next session is on Tuesday, in 7 days"),
    ],
)
@pytest.mark.usefixtures("session")
def test_the_next_session_is_told_from_the_day_agreed(
    desk: Desk, shown: Shown[TodayPage], moment: datetime, words: str
) -> None:
    page = shown(TodayPage(at(desk, moment)))
    assert page.form.nextTitle.text() == words


@pytest.mark.usefixtures("session")
def test_a_therapy_that_has_ended_announces_no_session(
    diary: Diary, therapy: Therapy, page: TodayPage
) -> None:
    from dataclasses import replace

    from therapy_diary.domain.therapy import EndKind

    with diary.change():
        diary.therapies.save(
            replace(
                therapy,
                state=TherapyState.CLOSED,
                ended_on=NOON.date(),
                end_kind=EndKind.GOALS_REACHED,
            )
        )
    assert page.form.nextTitle.text() == "This therapy has ended"
    assert page.form.nextSub.text() == "What you wrote stays here to be read. Nothing has to be added."
    assert not page.bring.isVisible()


@pytest.mark.usefixtures("session")
def test_what_waits_to_be_brought_is_counted_and_not_told(
    diary: Diary, therapy: Therapy, page: TodayPage
) -> None:
    with diary.change():
        diary.topics.add(therapy.id, "the pace", NOON.date())
        diary.topics.add(therapy.id, "my sister", NOON.date())
    assert page.form.nextSub.text().endswith("Waiting to be brought: 2")


def test_the_last_session_says_what_there_is_room_for(
    diary: Diary, therapy: Therapy, session: Session, page: TodayPage, qtbot: QtBot
) -> None:
    form = page.form
    assert form.noteWords.text() == "There is room for a note."
    assert form.ratingWords.text() == "There is room for how it was between you."
    with diary.change():
        diary.notes.write(therapy.id, "We met.", NOON, session=session.id, kind=NoteKind.AFTER)
        diary.alliance_ratings.give(
            AllianceRating(session=session.id, filled_at=NOON, answers=dict.fromkeys(STATEMENTS, 2))
        )
    assert form.noteWords.text() == "The note is written."
    assert form.ratingWords.text() == "How it was between you is answered."
    assert not form.left.isVisible()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(form.ratingDo, Qt.MouseButton.LeftButton)
    assert asked.args == ["alliance", session.id]


def test_the_line_left_for_next_time_stands_there_as_it_was_written(
    diary: Diary, session: Session, page: TodayPage
) -> None:
    from dataclasses import replace

    with diary.change():
        diary.sessions.save(replace(session, one_line="<b>No</b> funny story & first."))
    assert page.form.left.isVisible()
    assert page.form.leftLine.text() == "<b>No</b> funny story & first."
    assert page.form.leftLine.textFormat() == Qt.TextFormat.PlainText


def test_a_planned_session_leaves_nothing_open(diary: Diary, therapy: Therapy, page: TodayPage) -> None:
    from therapy_diary.domain.session import SessionState

    with diary.change():
        diary.sessions.add(therapy.id, NOON + timedelta(days=1), SessionState.PLANNED)
    assert not page.form.waiting.isVisible()
    assert page.form.nextTitle.text() == "Your next session is tomorrow"


@pytest.mark.thorough(but=("light-100", "dark-200"))
@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_the_page_can_be_used_in_every_dress(
    page: TodayPage, choice: Choice, size: int, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.desk.theme.choose(choice)
    page.desk.theme.set_text_size(size)
    page.window().resize(900, 640)
    qapp.processEvents()
    assert unnamed_controls(page) == []
    assert len(tab_cycle(page.window())) >= 5
    assert page.form.column.width() <= page.form.scroll.viewport().width()


def test_the_buttons_ask_for_the_pages_where_that_is_done(
    session: Session, page: TodayPage, qtbot: QtBot
) -> None:
    del session
    for button, wanted in ((page.write, ["session_note", None]), (page.bring, ["topics", "add"])):
        with qtbot.waitSignal(page.asked_for) as asked:
            button.setFocus()
            QTest.keyClick(button, Qt.Key.Key_Space)
        assert asked.args == wanted
