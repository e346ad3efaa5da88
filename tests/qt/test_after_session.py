"""After the session: what a person gives on the one form, and what the diary then holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.hands import settle
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.difficulty import ON_SCREEN, DifficultyCheck
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.session import Session, SessionState
from therapy_diary.domain.sign import Sign
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind, TopicState
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.after_session import AfterSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk

Show = Callable[[AfterSessionPage], AfterSessionPage]
YESTERDAY = datetime(2026, 3, 3, 17, 0)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    with diary.change():
        return diary.sessions.add(therapy.id, YESTERDAY)


@pytest.fixture
def page(desk: Desk, session: Session, shown: Show) -> AfterSessionPage:
    assert session.is_held
    return shown(AfterSessionPage(desk))


def words_on(page: QWidget) -> str:
    return " ".join(it.text() for it in page.findChildren(QLabel) if it.isVisible())


def answer(page: AfterSessionPage, number: int, key: str) -> None:
    QTest.keyClicks(page.alliance.statements[number].row.segments()[0], key)


def rated(diary: Diary, session: Session) -> AllianceRating:
    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    return rating


# the order, and what stays


def test_the_parts_stand_in_the_order_of_the_two_minutes(
    page: AfterSessionPage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        diary.topics.add(therapy.id, "The letter", NOON.date())
        diary.goals.add(therapy.id, "Sleep", NOON.date())
    page.hide()
    page.show()
    QApplication.processEvents()
    tops = [
        it.mapTo(page, it.rect().topLeft()).y()
        for it in (page.topics, page.alliance, page.difficulty, page.signs, page.goals, page.both)
    ]
    assert tops == sorted(tops)
    assert page.topics.isVisible()
    assert page.note.text.isVisible()
    assert not page.difficulty.statements[0].isVisible()  # folded
    assert not next(iter(page.signs.statements.values())).isVisible()


def test_the_note_stays_in_view_while_the_last_question_is_answered(
    page: AfterSessionPage, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.note.text, "It was quiet.")
    page.passing.verticalScrollBar().setValue(page.passing.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert page.both.visibleRegion().boundingRect().height() > 0
    assert page.note.text.visibleRegion().boundingRect().height() > 0
    assert page.note.text.text() == "It was quiet."


def test_in_a_small_window_its_first_words_stay_above_the_questions(
    page: AfterSessionPage, qtbot: QtBot
) -> None:
    page.window().resize(668, 640)
    QApplication.processEvents()
    qtbot.keyClicks(page.note.text, "It was **quiet**.")
    assert not page.pinned.isVisible()  # the note itself is there
    page.passing.verticalScrollBar().setValue(page.passing.verticalScrollBar().maximum())
    QApplication.processEvents()
    assert page.pinned.isVisible()
    assert page.pinned.text() == "It was quiet."
    page.window().resize(1280, 832)
    QApplication.processEvents()
    assert not page.pinned.isVisible()


def test_the_seven_statements_stand_in_their_mixed_order_without_a_heading(page: AfterSessionPage) -> None:
    assert [it.question.key for it in page.difficulty.statements] == list(ON_SCREEN)
    page.difficulty.fold.button.click()
    QApplication.processEvents()
    labels = [it for it in page.difficulty.findChildren(QLabel) if it.isVisible() and it.text()]
    assert len(labels) == len(ON_SCREEN) + 1  # the seven, and the sentence that says they may be left out


# each answer is kept as it is given


def test_an_answer_is_in_the_diary_at_once_without_a_button(
    page: AfterSessionPage, diary: Diary, session: Session
) -> None:
    answer(page, 0, "3")
    answer(page, 3, "x")
    rating = rated(diary, session)
    assert (rating.answer("aims"), rating.answer("safe"), rating.answered) == (3, None, 1)
    assert page.saved.text().startswith("Saved on this computer")
    answer(page, 0, "\b")
    assert rated(diary, session).answered == 0  # "can't say" is still an answer
    answer(page, 3, "\b")
    assert diary.alliance_ratings.at(session.id) is None


def test_what_kind_of_hard_and_signs_are_kept_as_they_are_tapped(
    page: AfterSessionPage, diary: Diary, session: Session, qtbot: QtBot
) -> None:
    page.difficulty.fold.button.click()
    QTest.keyClicks(page.difficulty.statements[0].row.segments()[0], "2")
    QTest.keyClicks(page.difficulty.statements[1].row.segments()[0], "0")
    check = diary.difficulty_checks.at(session.id)
    assert check is not None
    assert {key: check.answer(key) for key in ("h4", "f2", "h1")} == {"h4": 2, "f2": 0, "h1": None}

    page.signs.fold.button.click()
    statement = page.signs.statements[Sign.STAYED_WITH_IT]
    qtbot.mouseClick(statement.row.segments()[0], LEFT)
    assert statement.line is not None
    qtbot.keyClicks(statement.line, "the letter")
    page.keep()
    [moment] = diary.signs.at(session.id)
    assert (moment.sign, moment.words) == (Sign.STAYED_WITH_IT, "the letter")
    qtbot.mouseClick(statement.row.segments()[0], LEFT)
    assert diary.signs.at(session.id) == []


def test_words_are_in_the_file_within_two_seconds_and_in_their_places_when_the_page_is_left(
    page: AfterSessionPage, diary: Diary, session: Session, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.note.text, "It was quiet.")
    qtbot.keyClicks(page.note.line, "Ask about the pace.")
    qtbot.waitUntil(lambda: bool(diary.drafts.at(f"after:{session.id}")))
    qtbot.keyClicks(page.alliance.one_change, "Ten more minutes.")
    mine, theirs = page.both.lines
    qtbot.keyClicks(mine.field, "I stayed")
    qtbot.keyClicks(theirs.field, "did not hurry")
    page.keep()

    [note] = diary.notes.of_session(session.id)
    kept = diary.sessions.get(session.id)
    assert (note.text, note.kind) == ("It was quiet.", NoteKind.AFTER)
    assert (kept.one_line, kept.my_part, kept.their_part) == (
        "Ask about the pace.",
        "I stayed",
        "did not hurry",
    )
    assert rated(diary, session).one_change == "Ten more minutes."
    assert diary.drafts.all() == []


def test_topics_are_brought_partly_or_put_off_into_this_session(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        first, second, third = (diary.topics.add(therapy.id, it, NOON.date()) for it in ("A", "B", "C"))
    page = shown(AfterSessionPage(desk))
    for topic, key in ((first, "0"), (second, "1"), (third, "2")):
        QTest.keyClicks(page.topics.rows[topic.id].row.segments()[0], key)
    line = page.topics.rows[first.id].line
    assert line is not None
    qtbot.keyClicks(line, "We read it.")
    page.keep()

    states = {it.wording: (it.state, it.brought_in, it.what_came_of_it) for it in diary.topics.of(therapy.id)}
    assert states == {
        "A": (TopicState.BROUGHT, session.id, "We read it."),
        "B": (TopicState.PARTLY, session.id, ""),
        "C": (TopicState.LATER, None, ""),
    }
    QTest.keyClicks(page.topics.rows[first.id].row.segments()[0], "\b")
    [taken_back] = [it for it in diary.topics.waiting(therapy.id) if it.wording == "A"]
    assert (taken_back.state, taken_back.what_came_of_it) == (TopicState.WAITING, "We read it.")


def test_at_most_three_open_goals_are_rated_and_their_numbers_belong_to_the_session(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        goals = [diary.goals.add(therapy.id, f"Goal {it}", NOON.date()) for it in range(4)]
    page = shown(AfterSessionPage(desk))
    assert list(page.goals.cards) == [it.id for it in goals[:3]]
    card = page.goals.cards[goals[0].id]
    QTest.keyClicks(card.form.numbers.segments()[0], "6")
    qtbot.keyClicks(card.form.words, "slept")
    page.keep()
    [rating] = diary.goals.ratings_of(goals[0].id)
    assert (rating.value, rating.session, rating.words) == (6, session.id, "slept")
    assert not card.form.change.isVisible()


def test_any_part_may_stay_empty(page: AfterSessionPage, diary: Diary, session: Session) -> None:
    page.keep()
    assert diary.notes.of_session(session.id) == []
    assert diary.alliance_ratings.at(session.id) is None
    assert diary.drafts.all() == []


def test_todays_session_is_made_by_the_first_answer_and_not_before(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    tuesday = datetime(2026, 3, 10, 18, 30)
    page = shown(
        AfterSessionPage(Desk(diary=diary, changed=desk.changed, now=lambda: tuesday, theme=desk.theme))
    )
    page.keep()
    assert diary.sessions.of(therapy.id) == []
    answer(page, 0, "2")
    [made] = diary.sessions.held(therapy.id)
    assert made.starts_at == datetime(2026, 3, 10, 17, 0)
    assert rated(diary, made).answer("aims") == 2
    answer(page, 1, "4")
    assert rated(diary, made).answered == 2
    assert len(diary.sessions.of(therapy.id)) == 1


def test_a_note_for_a_session_that_is_not_there_yet_comes_back_after_a_crash(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Show, qtbot: QtBot
) -> None:
    tuesday = datetime(2026, 3, 10, 18, 30)
    there = Desk(diary=diary, changed=desk.changed, now=lambda: tuesday, theme=desk.theme)
    page = shown(AfterSessionPage(there))
    qtbot.keyClicks(page.note.text, "On the bus")
    qtbot.waitUntil(lambda: bool(diary.drafts.all()))

    again = shown(AfterSessionPage(there))  # the first one never got to keep anything
    assert again.note.text.text() == "On the bus"
    again.keep()
    [made] = diary.sessions.held(therapy.id)
    assert [it.text for it in diary.notes.of_session(made.id)] == ["On the bus"]
    assert diary.drafts.all() == []


def test_when_nothing_can_be_kept_every_answer_waits_and_goes_in_the_next_time(
    page: AfterSessionPage, diary: Diary, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "diary.db"
    file.rename(tmp_path / "gone.db")
    answer(page, 0, "3")
    page.signs.fold.button.click()
    QTest.keyClicks(page.signs.statements[Sign.NO_VERDICT].row.segments()[0], "0")
    qtbot.keyClicks(page.note.text, "It was quiet.")
    assert page.trouble.isVisible()
    with pytest.raises(StorageError):
        page.keep()
    assert page.alliance.statements[0].given() == 3

    (tmp_path / "gone.db").rename(file)
    page.keep()
    assert rated(diary, session).answer("aims") == 3
    assert [it.sign for it in diary.signs.at(session.id)] == [Sign.NO_VERDICT]
    assert [it.text for it in diary.notes.of_session(session.id)] == ["It was quiet."]
    assert not page.trouble.isVisible()


def test_a_session_that_could_not_be_made_is_made_by_the_next_answer(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Show, tmp_path: Path
) -> None:
    tuesday = datetime(2026, 3, 10, 18, 30)
    page = shown(
        AfterSessionPage(Desk(diary=diary, changed=desk.changed, now=lambda: tuesday, theme=desk.theme))
    )
    file = tmp_path / "diary.db"
    file.rename(tmp_path / "gone.db")
    answer(page, 0, "3")
    (tmp_path / "gone.db").rename(file)
    answer(page, 1, "1")
    [made] = diary.sessions.held(therapy.id)
    rating = rated(diary, made)
    assert (rating.answer("aims"), rating.answer("way")) == (3, 1)
    page.keep()
    assert diary.drafts.all() == []


def test_words_typed_before_the_right_session_was_chosen_go_along(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, shown: Show, qtbot: QtBot
) -> None:
    tuesday = datetime(2026, 3, 10, 18, 30)
    page = shown(
        AfterSessionPage(Desk(diary=diary, changed=desk.changed, now=lambda: tuesday, theme=desk.theme))
    )
    qtbot.keyClicks(page.note.text, "On the bus")
    row = page.picker.combo.findText("Session 1,", Qt.MatchFlag.MatchStartsWith)
    page.picker.combo.setCurrentIndex(row)
    page.picker.combo.activated.emit(row)
    assert page.note.text.text() == "On the bus"
    page.keep()
    assert [it.text for it in diary.notes.of_session(session.id)] == ["On the bus"]
    assert len(diary.sessions.of(therapy.id)) == 1
    assert diary.drafts.all() == []


# what is not shown before it is asked for


def test_earlier_answers_are_not_on_the_page_until_they_are_asked_for(
    desk: Desk, diary: Diary, session: Session, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        diary.alliance_ratings.give(
            AllianceRating(
                session=session.id,
                filled_at=YESTERDAY + timedelta(hours=3),
                answers=dict.fromkeys(STATEMENTS, 1),
                one_change="Secret wish",
            )
        )
        diary.difficulty_checks.give(
            DifficultyCheck(session=session.id, filled_at=YESTERDAY, answers={"f1": 2})
        )
    page = shown(AfterSessionPage(desk))
    assert not page.alliance.statements[0].isVisible()
    assert not page.alliance.one_change.isVisible()
    page.difficulty.fold.button.click()
    assert not page.difficulty.statements[3].isVisible()
    assert "You answered for this session on Tuesday" in words_on(page)

    [ask] = [it for it in page.alliance.notice.findChildren(QPushButton) if it.isVisible()]
    qtbot.mouseClick(ask, LEFT)
    assert page.alliance.statements[0].given() == 1
    answer(page, 0, "2")
    rating = rated(diary, session)
    assert (rating.answer("aims"), rating.answer("fit"), rating.one_change) == (2, 1, "Secret wish")


def test_what_was_answered_a_moment_ago_is_an_earlier_answer_after_leaving(
    window: MainWindow, session: Session, diary: Diary
) -> None:
    window.show_subject("after_session", session.id)
    page = window.page
    assert isinstance(page, AfterSessionPage)
    answer(page, 0, "3")
    window.show_page("today")
    window.show_page("after_session")
    assert not page.alliance.statements[0].isVisible()
    assert rated(diary, session).answer("aims") == 3
    assert diary.drafts.all() == []


def test_answers_half_given_on_their_own_page_are_left_there(window: MainWindow, session: Session) -> None:
    window.show_subject("alliance", session.id)
    alliance: Any = window.page
    QTest.keyClicks(alliance.statements[0].row.segments()[0], "4")
    window.show_subject("after_session", session.id)
    page = window.page
    assert isinstance(page, AfterSessionPage)
    settle()
    assert "These answers lie half given on their own page." in words_on(page)
    [go_on] = [it for it in page.alliance.notice.findChildren(QPushButton) if it.isVisible()]
    go_on.click()
    assert window.page is alliance
    assert alliance.statements[0].given() == 4


def test_a_note_half_written_on_its_own_page_is_left_there(
    window: MainWindow, session: Session, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "First.", NOON, session=session.id, kind=NoteKind.AFTER)
        diary.drafts.keep(f"note:{note.id}", '{"version":1,"text":"First. And"}', 0, NOON)
    window.show_subject("after_session", session.id)
    page = window.page
    assert isinstance(page, AfterSessionPage)
    assert "This note lies half written on its own page." in words_on(page)
    QTest.keyClicks(page.note.text, "lost?")
    page.keep()
    assert diary.notes.get(note.id).text == "First."


# sessions that cannot be rated


@pytest.mark.parametrize(
    ("state", "day", "words"),
    [
        (SessionState.MISSED, YESTERDAY, "This session did not take place"),
        (SessionState.CANCELLED_BY_THERAPIST, YESTERDAY, "This session did not take place"),
        (SessionState.PLANNED, NOON + timedelta(days=6), "This session has not begun."),
    ],
)
def test_a_session_that_was_not_held_says_so_and_asks_nothing(
    desk: Desk,
    diary: Diary,
    therapy: Therapy,
    shown: Show,
    state: SessionState,
    day: datetime,
    words: str,
) -> None:
    with diary.change():
        other = diary.sessions.add(therapy.id, day, state)
    page = shown(AfterSessionPage(desk))
    page.show_subject(other.id)
    assert words in words_on(page)
    assert not any(it.isVisible() for it in page.parts)
    page.keep()
    assert diary.sessions.get(other.id).state is state


# the beginning


def test_the_first_three_rated_sessions_are_for_getting_to_know_each_other(
    page: AfterSessionPage, desk: Desk, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    assert page.alliance.beginning.isVisible()
    with diary.change():
        for week in range(1, 4):
            earlier = diary.sessions.add(therapy.id, YESTERDAY - timedelta(weeks=week))
            diary.alliance_ratings.give(AllianceRating(session=earlier.id, filled_at=NOON))
    again = shown(AfterSessionPage(desk))
    assert not again.alliance.beginning.isVisible()


def test_at_the_fourth_session_the_match_can_become_something_to_bring(
    page: AfterSessionPage, desk: Desk, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    assert not page.match.isVisible()
    with diary.change():
        for week in range(1, 4):
            diary.sessions.add(therapy.id, YESTERDAY - timedelta(weeks=week))
    fourth = shown(AfterSessionPage(desk))
    assert fourth.match.isVisible()
    fourth.match.offer.button.click()
    [topic] = diary.topics.waiting(therapy.id)
    assert (topic.wording, topic.kind) == ("How is the match so far?", TopicKind.RELATIONSHIP)


def test_how_long_two_get_to_know_each_other_is_the_persons_limit(
    session: Session, desk: Desk, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    assert session.is_held
    with diary.change():
        diary.choices.change_limits({"getting_to_know": 1})
        earlier = diary.sessions.add(therapy.id, YESTERDAY - timedelta(weeks=1))
        diary.alliance_ratings.give(AllianceRating(session=earlier.id, filled_at=NOON))
    second = shown(AfterSessionPage(desk))
    assert second.match.isVisible()
    assert not second.alliance.beginning.isVisible()


# lock and crash


def test_a_lock_brings_everything_back_to_the_byte_with_the_cursor(
    diary: Diary, therapy: Therapy, theme: Theme, tmp_path: Path, session: Session, qtbot: QtBot
) -> None:
    del therapy
    preferences = Preferences.load(tmp_path / "settings.ini")
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    window.show()
    window.show_subject("after_session", session.id)
    page = window.page
    assert isinstance(page, AfterSessionPage)
    page.note.text.setFocus()
    QTest.keyClicks(page.note.text, "It was  quiet. ")
    answer(page, 2, "x")
    answer(page, 0, "3")
    page.note.line.setFocus()
    QTest.keyClicks(page.note.line, "Ask ")
    QTest.keyClick(page.note.line, Qt.Key.Key_Left)
    window.lock()

    opened = Diary.open(tmp_path / "diary.db", KEY)
    second = build_window(opened, lambda: NOON, theme, preferences)
    qtbot.addWidget(second)
    second.show()
    again = second.page
    assert isinstance(again, AfterSessionPage)
    assert (again.note.text.text(), again.note.line.text()) == ("It was  quiet. ", "Ask ")
    assert again.note.line.textCursor().position() == 3
    assert [it.given() for it in again.alliance.statements[:3]] == [3, None, "x"]
    assert opened.notes.of_session(session.id) == []  # a lock is no decision that this is a note
    again.keep()
    assert [it.text for it in opened.notes.of_session(session.id)] == ["It was  quiet. "]
    second.close()
    opened.close()


# the second look


def test_a_second_look_is_offered_two_days_later_beside_the_first_note(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        first = diary.notes.write(
            therapy.id, "All wrong.", YESTERDAY, session=session.id, kind=NoteKind.AFTER
        )
    same_day = Desk(
        diary=diary, changed=desk.changed, now=lambda: YESTERDAY + timedelta(hours=3), theme=desk.theme
    )
    assert not shown(AfterSessionPage(same_day)).second.isVisible()

    page = shown(AfterSessionPage(desk))
    page.show_subject((session.id, "second_look"))
    assert page.second.isVisible()
    assert QApplication.focusWidget() is page.second.text
    qtbot.keyClicks(page.second.text, "Mostly the silence.")
    QTest.keyClicks(page.note.text, "overwritten?")
    page.keep()

    look = diary.second_looks.at(session.id)
    assert look is not None
    assert look.note.text == "Mostly the silence."
    assert diary.notes.get(first.id) == first
    much_later = Desk(
        diary=diary, changed=desk.changed, now=lambda: NOON + timedelta(days=60), theme=desk.theme
    )
    both = shown(AfterSessionPage(much_later))
    both.show_subject(session.id)
    assert (both.note.text.text(), both.second.text.text()) == ("All wrong.", "Mostly the silence.")
    assert "Written on Wednesday 4 March 2026, 12:00" in words_on(both)
    beside = both.note.mapTo(both, both.note.rect().topRight()).x()
    assert beside < both.second.mapTo(both, both.second.rect().topLeft()).x()
    assert "overdue" not in words_on(both)


def test_today_offers_the_second_look_quietly_and_only_for_some_days(
    window: MainWindow, diary: Diary, therapy: Therapy, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    today: Any = window.page

    def is_offered_after(days: int) -> bool:
        later = session.starts_at + timedelta(days=days)
        with monkeypatch.context() as patch:
            patch.setattr(today, "desk", replace(today.desk, now=lambda: later))
            today.refresh()
            return bool(today.form.lookRow.isVisible())

    assert not today.form.lookRow.isVisible()
    with diary.change():
        diary.notes.write(therapy.id, "All wrong.", YESTERDAY, session=session.id, kind=NoteKind.AFTER)
    assert today.form.lookRow.isVisible()
    assert [is_offered_after(days) for days in (0, 1, 7, 8, 30)] == [False, True, True, False, False]
    window.show_page("today")
    today.refresh()
    today.form.lookDo.click()
    page = window.page
    assert isinstance(page, AfterSessionPage)
    assert QApplication.focusWidget() is page.second.text
    QTest.keyClicks(page.second.text, "Softer.")
    window.show_page("today")
    assert not today.form.lookRow.isVisible()
    look = diary.second_looks.at(session.id)
    assert look is not None
    assert look.note.text == "Softer."
