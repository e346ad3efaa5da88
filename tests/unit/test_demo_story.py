from datetime import datetime

import pytest

from therapy_diary.demo import demo
from therapy_diary.domain.goal import ChangeKind
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.reading import Rule
from therapy_diary.views.thoughts import reading_for


def test_the_story_holds_what_the_pages_have_to_show() -> None:
    with demo() as told:
        therapy = told.diary.therapies.current()
        assert therapy is not None
        held = told.diary.sessions.held(therapy.id)
        notes = told.diary.notes.newest(therapy.id, 500)
        marks = {it.kind for it in told.diary.milestones.of(therapy.id)}
        goals = told.diary.goals.of(therapy.id)
        ratings = told.diary.alliance_ratings.of(therapy.id)
        findings = told.diary.examine()

    assert 36 <= len(held) <= 44
    assert {MilestoneKind.BREAK, MilestoneKind.STRAIN, MilestoneKind.MENDED} <= marks
    assert any(it.change_kind is not ChangeKind.FIRST for goal in goals for it in goal.wordings)
    assert sum(_has(it.text, "\u0590", "\u05ff") for it in notes) == 1
    assert sum(_has(it.text, "\u0600", "\u06ff") for it in notes) == 1
    assert any(it.answered < 8 for it in ratings)
    assert findings.whole


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        (datetime(2025, 6, 10, 9, 0), None),
        (datetime(2025, 9, 24, 9, 0), Rule.RELATIONSHIP),
        (datetime(2025, 10, 29, 9, 0), Rule.EASED_AFTER_TALKING),
        (datetime(2026, 3, 4, 12, 0), Rule.HARD_WORK),
    ],
)
def test_the_story_leads_to_one_thought_after_another(day: datetime, rule: Rule | None) -> None:
    with demo() as told:
        therapy = told.diary.therapies.current()
        assert therapy is not None
        found = reading_for(told.diary, therapy.id, day)
    assert (None if found is None else found.rule) is rule


def test_nothing_of_the_demo_stays_behind() -> None:
    with demo() as told:
        folder = told.folder
        assert folder.is_dir()
    assert not folder.exists()


def _has(text: str, first: str, last: str) -> bool:
    return any(first <= it <= last for it in text)
