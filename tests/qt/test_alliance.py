"""How it was between us: what a person can do on the page, and what the diary then holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.session import Session, SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.alliance import AlliancePage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk

Show = Callable[[AlliancePage], AlliancePage]
YESTERDAY = datetime(2026, 3, 3, 17, 0)


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    with diary.change():
        return diary.sessions.add(therapy.id, YESTERDAY)


@pytest.fixture
def page(desk: Desk, session: Session, shown: Show) -> AlliancePage:
    assert session.is_held
    return shown(AlliancePage(desk))


def click(qtbot: QtBot, page: AlliancePage, number: int, answer: int) -> None:
    qtbot.mouseClick(page.statements[number].row.segments()[answer], Qt.MouseButton.LeftButton)


def save(qtbot: QtBot, page: AlliancePage) -> None:
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)


def words_on(page: QWidget) -> str:
    return " ".join(it.text() for it in page.findChildren(QLabel) if it.isVisible())


def pick(page: AlliancePage, row: int) -> None:
    page.picker.combo.setCurrentIndex(row)
    page.picker.combo.activated.emit(row)


def test_answers_and_words_are_in_the_diary_after_save(
    page: AlliancePage, qtbot: QtBot, diary: Diary, session: Session
) -> None:
    click(qtbot, page, 0, 3)
    click(qtbot, page, 1, 0)
    click(qtbot, page, 2, 5)  # can't say
    qtbot.keyClicks(page.form.oneChange, "More silence.")
    qtbot.keyClicks(page.form.myPart, "I named it")
    qtbot.keyClicks(page.form.theirPart, "stayed with it")
    save(qtbot, page)

    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert {key: rating.answer(key) for key in STATEMENTS[:4]} == {
        "aims": 3,
        "way": 0,
        "connection": None,
        "safe": None,
    }
    assert rating.one_change == "More silence."
    kept = diary.sessions.get(session.id)
    assert (kept.my_part, kept.their_part) == ("I named it", "stayed with it")
    assert diary.drafts.all() == []


def test_leaving_everything_out_saves_missing_and_not_zero(
    page: AlliancePage, qtbot: QtBot, diary: Diary, session: Session
) -> None:
    save(qtbot, page)

    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert all(rating.answer(it) is None for it in STATEMENTS)


def test_nothing_is_chosen_beforehand_and_no_earlier_answer_is_on_the_page(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, shown: Show
) -> None:
    with diary.change():
        earlier = diary.sessions.add(therapy.id, session.starts_at - timedelta(days=7))
        everything = dict.fromkeys(STATEMENTS, 4)
        diary.alliance_ratings.give(
            AllianceRating(session=earlier.id, filled_at=NOON, answers=everything, one_change="Secret wish")
        )

    page = shown(AlliancePage(desk))

    assert [it.given() for it in page.statements] == [None] * 8
    assert page.form.oneChange.text() == ""
    assert page.form.count.text() == "0 of 8 answered. You can leave any of them empty."


def test_the_whole_rating_works_from_the_keyboard(
    page: AlliancePage, qtbot: QtBot, diary: Diary, session: Session
) -> None:
    page.picker.combo.setFocus()
    for key in "01234x21":
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), key)
    for words in ("one", "two", "three"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), words)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.form.save
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert [rating.answer(it.question.key) for it in page.statements] == [0, 1, 2, 3, 4, None, 2, 1]
    kept = diary.sessions.get(session.id)
    assert (rating.one_change, kept.my_part, kept.their_part) == ("one", "two", "three")


def test_ctrl_s_saves_the_rating_in_the_main_window_too(
    window: MainWindow, session: Session, qtbot: QtBot, diary: Diary
) -> None:
    window.show_subject("alliance", session.id)
    page = window.page
    assert isinstance(page, AlliancePage)
    click(qtbot, page, 0, 3)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert rating.answer("aims") == 3
    assert diary.drafts.all() == []


def test_an_answer_can_be_taken_back(page: AlliancePage, qtbot: QtBot) -> None:
    click(qtbot, page, 0, 3)
    assert page.form.count.text().startswith("1 of 8")
    click(qtbot, page, 0, 3)
    assert page.form.count.text().startswith("0 of 8")


def test_after_saving_nothing_is_said_about_the_answers(page: AlliancePage, qtbot: QtBot) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    before = set(words_on(page).split())
    click(qtbot, page, 0, 0)
    save(qtbot, page)

    assert len(said) == 1
    assert said[0].startswith("Saved on this computer")
    new = set(words_on(page).split()) - before
    assert not new & {"score", "low", "lower", "average", "mean", "good", "poor", "warning"}
    assert not page.form.trouble.isVisible()
    assert page.statements[0].given() == 0


def test_half_given_answers_come_back_after_the_diary_was_closed(
    tmp_path: Path, desk: Desk, qtbot: QtBot, shown: Show
) -> None:
    file = tmp_path / "other.db"
    first = Diary.create(file, KEY)
    with first.change():
        therapy = first.therapies.begin(label="With N.", started_on=YESTERDAY.date())
        session = first.sessions.add(therapy.id, YESTERDAY)
    page = shown(AlliancePage(_on(desk, first)))
    click(qtbot, page, 2, 4)
    click(qtbot, page, 3, 5)
    qtbot.keyClicks(page.form.myPart, "I was late")
    qtbot.waitUntil(lambda: len(first.drafts.all()) == 1)
    first.close()

    second = Diary.open(file, KEY)
    again = shown(AlliancePage(_on(desk, second)))
    assert [it.given() for it in again.statements[:4]] == [None, None, 4, "x"]
    assert again.form.myPart.text() == "I was late"
    assert second.alliance_ratings.at(session.id) is None
    save(qtbot, again)
    assert second.drafts.all() == []
    assert second.sessions.get(session.id).my_part == "I was late"
    second.close()


def _on(desk: Desk, diary: Diary) -> Desk:
    return Desk(diary=diary, changed=desk.changed, now=desk.now, theme=desk.theme)


def test_leaving_the_page_keeps_what_is_half_given_at_once(
    page: AlliancePage, qtbot: QtBot, diary: Diary, session: Session
) -> None:
    click(qtbot, page, 0, 1)
    page.keep()
    draft = diary.drafts.at(f"alliance:{session.id}")
    assert draft is not None
    assert '"aims": 1' in draft.text


def test_an_answer_taken_back_leaves_no_draft(page: AlliancePage, qtbot: QtBot, diary: Diary) -> None:
    click(qtbot, page, 0, 1)
    page.keep()
    click(qtbot, page, 0, 1)
    page.keep()
    assert diary.drafts.all() == []


def test_answers_given_before_are_shown_only_when_asked_for_and_can_be_changed(
    desk: Desk, diary: Diary, session: Session, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        diary.alliance_ratings.give(
            AllianceRating(
                session=session.id, filled_at=YESTERDAY + timedelta(hours=2), answers={"aims": 1, "way": 2}
            )
        )
    page = shown(AlliancePage(desk))
    assert not page.form.statements.isVisible()
    assert "You answered for this session on" in page.form.notice.text()

    page.form.notice.acted.emit()
    assert page.form.statements.isVisible()
    assert [it.given() for it in page.statements[:2]] == [1, 2]
    click(qtbot, page, 0, 4)
    save(qtbot, page)

    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert (rating.answer("aims"), rating.answer("way"), rating.filled_at) == (4, 2, NOON)


def test_changing_only_words_does_not_make_a_rating_later_than_it_was(
    desk: Desk, diary: Diary, session: Session, qtbot: QtBot, shown: Show
) -> None:
    given_at = YESTERDAY + timedelta(hours=2)
    with diary.change():
        diary.alliance_ratings.give(
            AllianceRating(session=session.id, filled_at=given_at, answers={"aims": 1})
        )
    page = AlliancePage(desk)
    page.show_subject(session.id)
    shown(page)
    qtbot.keyClicks(page.form.oneChange, "Less hurry")
    save(qtbot, page)

    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert (rating.filled_at, rating.one_change) == (given_at, "Less hurry")


def test_the_page_is_blank_again_when_the_person_comes_back_after_saving(
    page: AlliancePage, qtbot: QtBot
) -> None:
    click(qtbot, page, 0, 1)
    save(qtbot, page)
    page.hide()
    page.show()
    assert not page.form.statements.isVisible()


def test_half_given_answers_for_an_older_session_are_what_the_page_opens_with(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        older = diary.sessions.add(therapy.id, session.starts_at - timedelta(days=7))
    page = AlliancePage(desk)
    page.show_subject(older.id)
    shown(page)
    click(qtbot, page, 0, 3)
    page.keep()

    again = shown(AlliancePage(desk))
    assert again.statements[0].given() == 3
    save(qtbot, again)
    assert diary.alliance_ratings.at(older.id) is not None
    assert diary.alliance_ratings.at(session.id) is None


def test_after_looking_at_an_older_session_the_page_goes_back_to_the_latest(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, shown: Show
) -> None:
    with diary.change():
        older = diary.sessions.add(therapy.id, session.starts_at - timedelta(days=7))
        diary.alliance_ratings.give(AllianceRating(session=older.id, filled_at=NOON, answers={"aims": 1}))
    page = AlliancePage(desk)
    page.show_subject(older.id)
    shown(page)
    assert page.statements[0].given() == 1
    page.hide()
    page.show()
    assert page.picker.chosen() == session.id
    assert page.statements[0].given() is None
    assert page.form.statements.isVisible()


def test_answers_go_along_when_another_session_is_picked(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        other = diary.sessions.add(therapy.id, YESTERDAY - timedelta(days=7))
    page = shown(AlliancePage(desk))
    click(qtbot, page, 0, 3)
    pick(page, page.picker.combo.currentIndex() + 1)
    save(qtbot, page)

    rating = diary.alliance_ratings.at(other.id)
    assert rating is not None
    assert rating.answer("aims") == 3
    assert diary.alliance_ratings.at(session.id) is None
    assert diary.drafts.all() == []


def test_half_given_answers_stay_with_their_session_when_a_rated_one_is_looked_at(
    desk: Desk, diary: Diary, therapy: Therapy, session: Session, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        other = diary.sessions.add(therapy.id, session.starts_at - timedelta(days=7))
        diary.alliance_ratings.give(AllianceRating(session=other.id, filled_at=NOON, answers={"aims": 1}))
    page = shown(AlliancePage(desk))
    here = page.picker.combo.currentIndex()
    click(qtbot, page, 0, 3)
    pick(page, here + 1)
    assert page.statements[0].given() == 1
    pick(page, here)
    assert page.statements[0].given() == 3
    rating = diary.alliance_ratings.at(other.id)
    assert rating is not None
    assert rating.answer("aims") == 1


def test_a_session_of_another_day_is_made_when_its_answers_are_saved(
    desk: Desk, diary: Diary, therapy: Therapy, qtbot: QtBot, shown: Show
) -> None:
    page = shown(AlliancePage(desk))  # no session there yet
    click(qtbot, page, 0, 2)
    page.keep()
    again = shown(AlliancePage(desk))
    assert again.statements[0].given() == 2
    save(qtbot, again)

    made = diary.sessions.of(therapy.id)
    assert [it.state for it in made] == [SessionState.HELD]
    rating = diary.alliance_ratings.at(made[0].id)
    assert rating is not None
    assert rating.answer("aims") == 2
    assert diary.drafts.all() == []


def test_a_change_elsewhere_leaves_half_given_answers_alone(
    page: AlliancePage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    click(qtbot, page, 0, 3)
    qtbot.keyClicks(page.form.oneChange, "half a sen")
    with diary.change():
        diary.notes.write(therapy.id, "A note from elsewhere", NOON)
    assert page.statements[0].given() == 3
    assert page.form.oneChange.text() == "half a sen"


def test_the_parts_written_elsewhere_are_not_overwritten(
    page: AlliancePage, qtbot: QtBot, diary: Diary, session: Session
) -> None:
    click(qtbot, page, 0, 3)
    with diary.change():
        diary.sessions.save(replace(diary.sessions.get(session.id), my_part="from the note"))
    save(qtbot, page)
    assert diary.sessions.get(session.id).my_part == "from the note"


def test_when_it_cannot_be_saved_the_answers_stay_and_a_sentence_says_so(
    page: AlliancePage, qtbot: QtBot, tmp_path: Path
) -> None:
    click(qtbot, page, 0, 3)
    file = tmp_path / "diary.db"
    file.rename(tmp_path / "gone.db")
    save(qtbot, page)
    assert page.form.trouble.isVisible()
    assert page.statements[0].given() == 3

    (tmp_path / "gone.db").rename(file)
    save(qtbot, page)
    assert not page.form.trouble.isVisible()


def test_when_a_draft_cannot_be_written_the_page_says_so_until_it_can(
    page: AlliancePage, qtbot: QtBot, diary: Diary, tmp_path: Path
) -> None:
    file = tmp_path / "diary.db"
    file.rename(tmp_path / "gone.db")
    click(qtbot, page, 0, 3)
    qtbot.waitUntil(page.form.trouble.isVisible)
    (tmp_path / "gone.db").rename(file)
    page.keep()
    assert not page.form.trouble.isVisible()
    assert len(diary.drafts.all()) == 1


def test_space_around_a_line_is_no_unsaved_change(
    page: AlliancePage, qtbot: QtBot, diary: Diary, session: Session
) -> None:
    qtbot.keyClicks(page.form.oneChange, "More silence. ")
    save(qtbot, page)
    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert rating.one_change == "More silence."
    page.hide()
    page.show()
    assert "You answered for this session" in page.form.notice.text()


def test_every_control_has_a_name_for_a_screen_reader(page: AlliancePage) -> None:
    assert unnamed_controls(page) == []
    assert page.statements[0].row.segments()[3].accessibleName() == (
        "What we are aiming for is also what I want.: mostly"
    )


@pytest.mark.thorough(
    but=(
        "LayoutDirection.LeftToRight-100-size0",
        "LayoutDirection.LeftToRight-200-size1",
        "LayoutDirection.RightToLeft-200-size0",
    )
)
@pytest.mark.parametrize("size", [(668, 640), (1048, 832)])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_at_any_size(
    page: AlliancePage,
    desk: Desk,
    qapp: QApplication,
    size: tuple[int, int],
    text_size: int,
    direction: Qt.LayoutDirection,
) -> None:
    qapp.setLayoutDirection(direction)
    desk.theme.set_text_size(text_size)
    page.window().resize(*size)
    qapp.processEvents()

    viewport = page.form.scroll.viewport()
    assert page.form.column.width() <= viewport.width()
    for statement in page.statements:
        for segment in statement.row.segments():
            assert segment.height() >= segment.height_at(segment.width())
            assert viewport.rect().left() <= segment.mapTo(viewport, segment.rect().topLeft()).x()
            assert segment.mapTo(viewport, segment.rect().topRight()).x() <= viewport.rect().right()


def test_there_is_no_empty_room_to_scroll_through(page: AlliancePage, qapp: QApplication) -> None:
    page.window().resize(1048, 832)
    qapp.processEvents()
    assert page.form.column.height() - page.form.words.geometry().bottom() < 40


def test_tab_brings_the_whole_statement_into_view(
    page: AlliancePage, desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    desk.theme.set_text_size(200)
    page.window().resize(1048, 640)
    qapp.processEvents()
    viewport = page.form.scroll.viewport()
    page.picker.combo.setFocus()
    for statement in page.statements:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert statement.isAncestorOf(QApplication.focusWidget())
        top = statement.mapTo(viewport, statement.rect().topLeft()).y()
        bottom = (
            QApplication.focusWidget().mapTo(viewport, QApplication.focusWidget().rect().bottomLeft()).y()
        )
        assert top >= 0
        assert bottom <= viewport.rect().bottom()


def test_without_a_therapy_the_page_says_what_comes_first(desk: Desk, shown: Show) -> None:
    page = shown(AlliancePage(desk))
    assert not page.form.scroll.isVisible()
    assert "No therapy yet" in words_on(page)
    assert page.findChild(QComboBox) is not None


def test_tab_goes_round_the_whole_page_and_is_never_held(page: AlliancePage) -> None:
    assert len(tab_cycle(page.window())) >= 8


def test_the_first_three_rated_sessions_carry_a_label(
    page: AlliancePage, diary: Diary, therapy: Therapy, session: Session
) -> None:
    label = "Getting to know each other"
    assert label in words_on(page)
    with diary.change():
        for week in range(1, 4):
            earlier = diary.sessions.add(therapy.id, session.starts_at - timedelta(weeks=week))
            diary.alliance_ratings.give(AllianceRating(session=earlier.id, filled_at=NOON))
    page.show_subject(session.id)
    assert label not in words_on(page)
    page.show_subject(earlier.id)
    assert label in words_on(page)
