"""The reflective checklist: answering when one likes, and what the diary then holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.storage.diary import Diary
from therapy_diary.views.checklist import ChecklistPage
from therapy_diary.views.page import Desk

pytestmark = pytest.mark.thorough

Show = Callable[[ChecklistPage], ChecklistPage]
TODAY = NOON.date()


@pytest.fixture
def page(desk: Desk, therapy: Therapy, shown: Show) -> ChecklistPage:
    assert therapy.label
    return shown(ChecklistPage(desk))


def click(qtbot: QtBot, page: ChecklistPage, question: int, answer: int) -> None:
    qtbot.mouseClick(page.statements[question - 1].row.segments()[answer], Qt.MouseButton.LeftButton)


def write(qtbot: QtBot, page: ChecklistPage, question: int, words: str) -> None:
    line = page.statements[question - 1].line
    assert line is not None
    qtbot.keyClicks(line, words)


def save(qtbot: QtBot, page: ChecklistPage) -> None:
    qtbot.mouseClick(page.form.save, Qt.MouseButton.LeftButton)


def test_answers_lines_and_what_was_left_out_are_kept_apart(
    page: ChecklistPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    click(qtbot, page, 1, 0)
    click(qtbot, page, 2, 5)  # not sure
    write(qtbot, page, 3, "Only when I ask.")
    click(qtbot, page, 8, 4)
    save(qtbot, page)

    [kept] = diary.checklists.of(therapy.id)
    assert kept.answered_on == TODAY
    assert kept.session is None
    assert kept.answers == {
        1: ChecklistAnswer(answer=0),
        2: ChecklistAnswer(answer=None),
        3: ChecklistAnswer(answer=None, words="Only when I ask."),
        8: ChecklistAnswer(answer=4),
    }
    assert diary.drafts.all() == []


def test_nothing_answered_is_nothing_saved(
    page: ChecklistPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    save(qtbot, page)
    assert diary.checklists.of(therapy.id) == []
    assert page.form.trouble.isVisible()


def test_earlier_answers_are_folded_away_and_not_filled_in(
    desk: Desk, diary: Diary, therapy: Therapy, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        diary.checklists.answer(
            therapy.id, date(2026, 2, 3), {1: ChecklistAnswer(answer=3, words="Most days.")}
        )
    page = shown(ChecklistPage(desk))
    assert [it.given() for it in page.statements] == [None] * 8
    assert not page.form.table.isVisible()

    qtbot.mouseClick(page.form.earlierButton, Qt.MouseButton.LeftButton)
    assert page.form.table.isVisible()
    assert page.form.table.item(0, 0).text() == "mostly …"
    assert page.form.table.item(1, 0).text() == ""
    page.form.table.setCurrentCell(0, 0)
    assert "Most days." in page.form.cell.text()

    page.hide()
    page.show()
    assert not page.form.table.isVisible()


def test_saving_again_on_the_same_day_puts_new_answers_in_place_and_says_so(
    page: ChecklistPage, desk: Desk, qtbot: QtBot, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    click(qtbot, page, 1, 2)
    click(qtbot, page, 2, 2)
    save(qtbot, page)

    again = shown(ChecklistPage(desk))
    assert "Saving again" in again.form.notice.text()
    assert again.statements[0].given() == 2
    click(qtbot, again, 2, 2)  # taken back
    click(qtbot, again, 3, 1)
    save(qtbot, again)

    [kept] = diary.checklists.of(therapy.id)
    assert {key: it.answer for key, it in kept.answers.items()} == {1: 2, 3: 1}


def test_a_low_answer_can_become_something_to_bring_after_saving(
    page: ChecklistPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    click(qtbot, page, 5, 1)
    click(qtbot, page, 6, 2)
    click(qtbot, page, 7, 5)
    assert not any(it.isVisible() for it in page.offers)
    save(qtbot, page)
    assert [it.isVisible() for it in page.offers] == [False] * 4 + [True] + [False] * 3

    qtbot.mouseClick(page.offers[4].button, Qt.MouseButton.LeftButton)
    [topic] = diary.topics.waiting(therapy.id)
    assert topic.wording == page.questions.questions[4].text
    assert (topic.opening_line, topic.kind) == ("", TopicKind.RELATIONSHIP)
    assert not page.offers[4].button.isVisible()

    save(qtbot, page)  # offered once only
    assert not page.offers[4].button.isVisible()
    assert len(diary.topics.of(therapy.id)) == 1


def test_changing_the_answer_takes_the_offer_away(page: ChecklistPage, qtbot: QtBot) -> None:
    click(qtbot, page, 5, 1)
    save(qtbot, page)
    click(qtbot, page, 5, 3)
    assert not page.offers[4].isVisible()


def test_the_whole_checklist_works_from_the_keyboard(
    page: ChecklistPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    page.statements[0].row.segments()[0].setFocus()
    for question, key in enumerate("01234x1", start=1):
        qtbot.keyClicks(QApplication.focusWidget(), key)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), f"line {question}")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    [kept] = diary.checklists.of(therapy.id)
    assert [kept.answer(it) for it in range(1, 8)] == [0, 1, 2, 3, 4, None, 1]
    assert kept.answers[6] == ChecklistAnswer(answer=None, words="line 6")


def test_half_given_answers_come_back_after_the_diary_was_closed(
    tmp_path: Path, desk: Desk, qtbot: QtBot, shown: Show
) -> None:
    file = tmp_path / "other.db"
    first = Diary.create(file, KEY)
    with first.change():
        therapy = first.therapies.begin(label="With N.", started_on=TODAY)
    page = shown(ChecklistPage(replace(desk, diary=first)))
    click(qtbot, page, 4, 3)
    click(qtbot, page, 5, 5)
    write(qtbot, page, 6, "half a sen")
    qtbot.waitUntil(lambda: len(first.drafts.all()) == 1)
    first.close()

    second = Diary.open(file, KEY)
    again = shown(ChecklistPage(replace(desk, diary=second, now=lambda: datetime(2026, 3, 6, 9, 0))))
    assert [it.given() for it in again.statements[3:5]] == [3, "x"]
    assert again.statements[5].words() == "half a sen"
    save(qtbot, again)
    [kept] = second.checklists.of(therapy.id)
    assert kept.answered_on == date(2026, 3, 6)
    assert second.drafts.all() == []
    second.close()


def test_changes_to_the_answers_of_a_day_go_to_that_day(
    page: ChecklistPage, desk: Desk, qtbot: QtBot, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    click(qtbot, page, 1, 2)
    save(qtbot, page)
    click(qtbot, page, 2, 4)
    page.keep()

    tomorrow = shown(ChecklistPage(replace(desk, now=lambda: datetime(2026, 3, 5, 9, 0))))
    assert "not saved yet" in tomorrow.form.notice.text()
    save(qtbot, tomorrow)
    [kept] = diary.checklists.of(therapy.id)
    assert kept.answered_on == TODAY
    assert (kept.answer(1), kept.answer(2)) == (2, 4)


def test_the_next_day_begins_blank(page: ChecklistPage, desk: Desk, qtbot: QtBot, shown: Show) -> None:
    click(qtbot, page, 1, 2)
    save(qtbot, page)
    tomorrow = shown(ChecklistPage(replace(desk, now=lambda: datetime(2026, 3, 5, 9, 0))))
    assert [it.given() for it in tomorrow.statements] == [None] * 8


def test_answers_can_belong_to_a_session(
    desk: Desk, qtbot: QtBot, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, datetime(2026, 3, 3, 17, 0))
    page = shown(ChecklistPage(desk))
    row = next(it for it in range(page.picker.combo.count()) if "Session 1" in page.picker.combo.itemText(it))
    page.picker.combo.setCurrentIndex(row)
    page.picker.combo.activated.emit(row)
    click(qtbot, page, 1, 2)
    save(qtbot, page)
    [kept] = diary.checklists.of(therapy.id)
    assert kept.session == session.id


def test_when_it_cannot_be_saved_the_answers_stay_and_a_sentence_says_so(
    page: ChecklistPage, qtbot: QtBot, tmp_path: Path
) -> None:
    click(qtbot, page, 1, 3)
    file = tmp_path / "diary.db"
    file.rename(tmp_path / "gone.db")
    save(qtbot, page)
    assert page.form.trouble.isVisible()
    assert page.statements[0].given() == 3
    (tmp_path / "gone.db").rename(file)
    save(qtbot, page)
    assert not page.form.trouble.isVisible()


def test_there_is_no_total_anywhere(page: ChecklistPage, qtbot: QtBot) -> None:
    for question in range(1, 9):
        click(qtbot, page, question, 3)
    save(qtbot, page)
    assert "24" not in " ".join(it.text() for it in page.findChildren(type(page.form.count)))
    assert page.form.count.text().startswith("8 of 8 answered")


def test_every_control_has_a_name_for_a_screen_reader(page: ChecklistPage, qtbot: QtBot) -> None:
    click(qtbot, page, 1, 0)
    save(qtbot, page)
    qtbot.mouseClick(page.form.earlierButton, Qt.MouseButton.LeftButton)
    assert unnamed_controls(page) == []


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_in_a_small_window(
    page: ChecklistPage, desk: Desk, qapp: QApplication, text_size: int, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    desk.theme.set_text_size(text_size)
    page.window().resize(668, 640)
    qapp.processEvents()
    assert page.form.column.width() <= page.form.scroll.viewport().width()
    for statement in page.statements:
        for segment in statement.row.segments():
            assert segment.height() >= segment.height_at(segment.width())


def test_tab_goes_round_the_whole_page_and_is_never_held(page: ChecklistPage) -> None:
    assert len(tab_cycle(page.window())) == 18  # eight questions with a line each, the session, saving
