"""The checklist's rows, and what moved since last time."""

from datetime import date

from therapy_diary.domain.checklist import QUESTIONS, ChecklistAnswer, ChecklistAnswers, ChecklistId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight.checklist_profile import Moved, moved, profile, time_before


def day(month: int, steps: dict[int, int | None], version: int = 1) -> ChecklistAnswers:
    return ChecklistAnswers(
        id=ChecklistId(month),
        therapy=TherapyId(1),
        session=None,
        answered_on=date(2026, month, 1),
        answers={number: ChecklistAnswer(answer=step) for number, step in steps.items()},
        form_version=version,
    )


def test_the_rows_stand_in_three_groups_and_hold_every_question_once() -> None:
    rows = profile([]).rows
    assert [(it.group, it.question) for it in rows][:4] == [
        ("being_here", 1),
        ("being_here", 2),
        ("being_here", 5),
        ("being_met", 3),
    ]
    assert sorted(it.question for it in rows) == list(QUESTIONS)


def test_not_sure_is_told_apart_from_left_out() -> None:
    row = next(it for it in profile([day(1, {1: None, 2: 3}), day(2, {2: 3})]).rows if it.question == 1)
    assert row.answers == (ChecklistAnswer(answer=None), None)


def test_days_without_answers_are_left_out_and_the_oldest_comes_first() -> None:
    seen = profile([day(3, {1: 1}), day(1, {1: 2}), day(2, {})])
    assert [it.answered_on.month for it in seen.days] == [1, 3]


def test_what_moved_is_told_for_questions_answered_both_times() -> None:
    seen = profile([day(1, {1: 2, 2: 2, 3: None, 4: 1}), day(2, {1: 3, 2: 2, 3: 4, 5: 1})])
    assert moved(seen) == (Moved(question=1, before=2, now=3),)


def test_nothing_moves_across_another_wording_of_the_questions() -> None:
    seen = profile([day(1, {1: 0}), day(2, {1: 4}, version=2)])
    assert time_before(seen) is None
    assert moved(seen) == ()


def test_the_first_time_has_nothing_before_it() -> None:
    assert moved(profile([day(1, {1: 0})])) == ()
