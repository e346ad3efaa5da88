"""A rating of a goal that is looked up by its day, and one that is taken back."""

from datetime import timedelta

from tests.conftest import NOON
from therapy_diary.storage.diary import Diary

TODAY = NOON.date()


def test_what_was_given_on_a_day_can_be_taken_back_and_the_other_days_stay(diary: Diary) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=TODAY)
        goal = diary.goals.add(therapy.id, "call my sister", TODAY)
        diary.goals.rate(goal.wording.id, TODAY - timedelta(days=7), 2)
        diary.goals.rate(goal.wording.id, TODAY, 5, words="twice")

    given = diary.goals.rating_on(goal.wording.id, TODAY)
    assert given is not None
    assert (given.value, given.words) == (5, "twice")

    with diary.change():
        diary.goals.take_back(goal.wording.id, TODAY)
    assert diary.goals.rating_on(goal.wording.id, TODAY) is None
    assert [it.value for it in diary.goals.ratings_of(goal.id)] == [2]
