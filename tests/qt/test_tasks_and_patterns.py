"""What I try and what keeps coming back: both reachable, the nearer one to the therapy first, and in the review."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.hands import press_button
from tests.qt.reading_the_screen import words_on
from therapy_diary.domain.pattern import SeenIn
from therapy_diary.domain.task import Outcome
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.paper import write_review
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.tasks_and_patterns import TasksAndPatternsPage
from therapy_diary.widgets.menu_tool import MenuTool

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

Come = Callable[[], TasksAndPatternsPage]


@pytest.fixture
def come(window: MainWindow) -> Come:
    def come() -> TasksAndPatternsPage:
        window.show_subject("tasks_and_patterns", None)
        page = window.page
        assert isinstance(page, TasksAndPatternsPage)
        QApplication.processEvents()
        return page

    return come


def go_by(approach: Approach, diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        diary.therapies.save(replace(therapy, approach=approach))


@pytest.mark.parametrize(
    ("approach", "patterns_first"),
    [(Approach.FOCUSED, False), (Approach.DYNAMIC, True), (Approach.MIXED, False)],
)
def test_the_approach_chooses_what_is_offered_first_and_both_stay(
    approach: Approach, patterns_first: bool, come: Come, diary: Diary, therapy: Therapy, window: MainWindow
) -> None:
    go_by(approach, diary, therapy)
    page = come()
    assert page.tasks.isVisible()
    assert page.patterns.isVisible()
    assert (page.patterns.y() < page.tasks.y()) is patterns_first
    stops = tab_cycle(window)
    both = [it for it in stops if "TasksCard" in it or "PatternsCard" in it]
    assert ("PatternsCard" in both[0]) is patterns_first
    assert unnamed_controls(window) == []


def test_something_to_try_is_added_tried_and_learnt_from(come: Come, diary: Diary, therapy: Therapy) -> None:
    page = come()
    page.tasks.wording.setFocus()
    QTest.keyClicks(page.tasks.wording, "Call my sister")
    QTest.keyClick(page.tasks.wording, Qt.Key.Key_Return)
    assert [it.wording for it in diary.tasks.open(therapy.id)] == ["Call my sister"]
    press_button("Tried", page)
    [task] = diary.tasks.of(therapy.id)
    assert task.outcome is Outcome.TRIED
    field = page.tasks.learnt[task.id]
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "She was glad.")
    press_button("Done", page)
    [task] = diary.tasks.of(therapy.id)
    assert (task.outcome, task.learnt) == (Outcome.DONE, "She was glad.")
    press_button("Open again", page)
    assert diary.tasks.of(therapy.id)[0].outcome is Outcome.OPEN


def test_what_was_learnt_is_kept_when_the_page_is_left(
    come: Come, diary: Diary, therapy: Therapy, window: MainWindow
) -> None:
    with diary.change():
        task = diary.tasks.add(therapy.id, "walk", NOON.date())
        diary.tasks.save(replace(task, outcome=Outcome.LET_GO))
    page = come()
    press_button("Tried, done or let go", page)
    QTest.keyClicks(page.tasks.learnt[task.id], "not now")
    assert window.show_page("today")
    assert diary.tasks.of(therapy.id)[0].learnt == "not now"


def test_a_pattern_is_named_and_seen_with_the_therapist_and_outside(
    come: Come, diary: Diary, therapy: Therapy
) -> None:
    page = come()
    page.patterns.naming.setFocus()
    QTest.keyClicks(page.patterns.naming, "I go quiet")
    QTest.keyClick(page.patterns.naming, Qt.Key.Key_Return)
    [pattern] = diary.patterns.of(therapy.id)
    moment = next(
        it for it in page.findChildren(QWidget) if it.accessibleName() == "A moment in which it showed"
    )
    moment.setFocus()
    QTest.keyClicks(moment, "when she asked")
    press_button("Seen with \u2068N.\u2069", page)
    press_button("Seen outside", page)
    moments = diary.patterns.moments_of(therapy.id)
    assert [(it.place, it.words, it.pattern) for it in moments] == [
        (SeenIn.WITH_THERAPIST, "when she asked", pattern.id),
        (SeenIn.OUTSIDE, "", pattern.id),
    ]
    press_button("Take it back", page)
    assert len(diary.patterns.moments_of(therapy.id)) == 1


def test_half_typed_words_come_back(come: Come, window: MainWindow) -> None:
    page = come()
    QTest.keyClicks(page.tasks.wording, "half a ta")
    QTest.keyClicks(page.patterns.naming, "half a pat")
    page.set_aside()
    window.stack.take_away(["tasks_and_patterns"])  # as a lock takes every page away
    again = come()
    assert (again.tasks.wording.text(), again.patterns.naming.text()) == ("half a ta", "half a pat")


@pytest.mark.parametrize("approach", list(Approach))
def test_the_page_before_a_session_has_the_half_of_the_approach_open(
    approach: Approach, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    go_by(approach, diary, therapy)
    with diary.change():
        diary.tasks.add(therapy.id, "Call my sister", NOON.date())
        pattern = diary.patterns.name(therapy.id, "I go quiet")
        diary.patterns.seen(pattern.id, NOON.date(), SeenIn.OUTSIDE, "at lunch")
    window.show_subject("before_session", None)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    told = words_on(page)
    assert ("Call my sister" in told) == (approach is Approach.FOCUSED)
    assert any("at lunch" in it for it in told) == (approach is Approach.DYNAMIC)
    for title in (page.meant.tasks, page.meant.patterns):
        if not title.isChecked():
            press_button(title.text(), page)
    told = words_on(page)
    assert "Call my sister" in told
    assert any("at lunch" in it for it in told)
    [went] = [it for it in page.meant.findChildren(MenuTool) if it.isVisible()]
    went.setFocus()
    QTest.keyClick(went, Qt.Key.Key_Space)
    while (act := went.menu_of_acts.activeAction()) is None or act.text() != "Done":
        QTest.keyClick(went.menu_of_acts, Qt.Key.Key_Down)
    QTest.keyClick(went.menu_of_acts, Qt.Key.Key_Return)
    assert diary.tasks.of(therapy.id)[0].outcome is Outcome.DONE
    assert "Call my sister" not in words_on(page)


@pytest.mark.parametrize("approach", list(Approach))
def test_the_printed_page_names_what_goes_with_the_approach(
    approach: Approach, diary: Diary, therapy: Therapy, tmp_path: Path
) -> None:
    go_by(approach, diary, therapy)
    with diary.change():
        diary.tasks.add(therapy.id, "Call my sister", NOON.date())
        diary.patterns.name(therapy.id, "I go quiet")
    write_review(diary, tmp_path / "page.pdf", NOON)
    [page] = PdfReader(tmp_path / "page.pdf").pages
    told = " ".join(page.extract_text().split())
    assert ("Call my sister" in told) is (approach is not Approach.DYNAMIC)
    assert ("I go quiet" in told) is (approach is not Approach.FOCUSED)
