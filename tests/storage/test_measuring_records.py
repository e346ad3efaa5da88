"""What the measuring pages keep: read back as it was given, bound to held sessions, and forgotten when taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conftest import KEY, NOON
from therapy_diary import resources
from therapy_diary.domain.difficulty import STATEMENTS, DifficultyCheck
from therapy_diary.domain.measure import Measure, Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import OtherContent
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.pattern import Pattern, SeenIn
from therapy_diary.domain.reading import Reading, Reason, Response, Rule, SessionInput
from therapy_diary.domain.session import Session, SessionState
from therapy_diary.domain.setting_event import SettingEventKind
from therapy_diary.domain.sign import Sign
from therapy_diary.domain.task import Outcome, Task
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind, TopicState
from therapy_diary.insight.readings import find, reading
from therapy_diary.insight.session_evidence import gather
from therapy_diary.storage.connection import RuleBroken
from therapy_diary.storage.diary import Diary

TODAY = NOON.date()
WEEK = read_measure(resources.text("measures/week_in_brief.toml"))


@pytest.fixture
def therapy(diary: Diary) -> Therapy:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=TODAY - timedelta(weeks=9))


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    with diary.change():
        return diary.sessions.add(therapy.id, NOON)


def again(diary: Diary) -> Diary:
    """The same diary as another start of the program finds it."""
    return Diary.open(diary.file, KEY)


def test_what_kind_of_hard_it_was_is_read_back_with_its_gaps(diary: Diary, session: Session) -> None:
    given = DifficultyCheck(session=session.id, filled_at=NOON, answers={"h1": 2, "f2": 0, "f3": None})
    with diary.change():
        diary.difficulty_checks.give(given)
    kept = again(diary).difficulty_checks.at(session.id)
    assert kept is not None
    assert kept.answers == dict.fromkeys(STATEMENTS) | {"h1": 2, "f2": 0}
    assert (kept.filled_at, kept.form_version) == (NOON, 1)
    with diary.change():
        diary.difficulty_checks.give(replace(given, answers={"h4": 1}))
    assert [it.answer("h4") for it in diary.difficulty_checks.of(session.therapy)] == [1]


@pytest.mark.parametrize("state", [it for it in SessionState if it is not SessionState.HELD])
def test_a_session_that_was_not_held_cannot_be_said_to_be_hard(
    diary: Diary, therapy: Therapy, state: SessionState
) -> None:
    with diary.change():
        missed = diary.sessions.add(therapy.id, NOON, state)
    with pytest.raises(RuleBroken, match="not held"), diary.change():
        diary.difficulty_checks.give(DifficultyCheck(session=missed.id, filled_at=NOON))
    assert diary.difficulty_checks.of(therapy.id) == []


@pytest.mark.parametrize("answers", [{"h9": 1}, {"f1": 3}, {"f1": -1}])
def test_marks_that_do_not_exist_are_refused(session: Session, answers: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=r"no such statement|lies between"):
        DifficultyCheck(session=session.id, filled_at=NOON, answers=answers)


def test_a_sign_is_kept_once_for_a_session_and_can_be_taken_back(diary: Diary, session: Session) -> None:
    with diary.change():
        diary.signs.collect(session.id, Sign.TOGETHER, "a name for it")
        diary.signs.collect(session.id, Sign.MORE_MYSELF)
        diary.signs.collect(session.id, Sign.MORE_MYSELF, "laughed")
    kept = again(diary).signs
    assert [(it.sign, it.words) for it in kept.at(session.id)] == [
        (Sign.MORE_MYSELF, "laughed"),
        (Sign.TOGETHER, "a name for it"),
    ]
    with diary.change():
        diary.signs.take_back(session.id, Sign.MORE_MYSELF)
    assert [it.sign for it in diary.signs.of(session.therapy)] == [Sign.TOGETHER]


def test_an_event_of_the_setting_can_become_a_topic_and_outlives_it(
    diary: Diary, therapy: Therapy, session: Session
) -> None:
    with diary.change():
        event = diary.setting_events.mark(
            therapy.id, TODAY, SettingEventKind.CUT_SHORT, "ten minutes", session=session.id
        )
        earlier = diary.setting_events.mark(therapy.id, TODAY - timedelta(days=3), SettingEventKind.LATE)
        topic = diary.topics.add(therapy.id, "the ten minutes", TODAY, kind=TopicKind.SETTING)
        diary.setting_events.save(replace(event, topic=topic.id))
    kept = again(diary).setting_events.of(therapy.id)
    assert kept == [earlier, replace(event, topic=topic.id)]
    with diary.change():
        diary.setting_events.take_back(earlier.id)
    assert [it.id for it in diary.setting_events.of(therapy.id)] == [event.id]


def test_a_task_is_open_until_something_came_of_it(diary: Diary, therapy: Therapy, session: Session) -> None:
    with diary.change():
        goal = diary.goals.add(therapy.id, "call my sister", TODAY)
        task = diary.tasks.add(therapy.id, "write to her", TODAY, session=session.id, goal=goal.id)
        other = diary.tasks.add(therapy.id, "walk on Sunday", TODAY)
        diary.tasks.save(replace(task, outcome=Outcome.DONE, learnt="she had waited, too"))
    kept = again(diary).tasks
    assert kept.of(therapy.id) == [replace(task, outcome=Outcome.DONE, learnt="she had waited, too"), other]
    assert kept.open(therapy.id) == [other]
    with diary.change():
        diary.tasks.take_back(other.id)
    assert [it.id for it in diary.tasks.of(therapy.id)] == [task.id]


def test_a_pattern_is_named_once_and_seen_many_times(
    diary: Diary, therapy: Therapy, session: Session
) -> None:
    with diary.change():
        pattern = diary.patterns.name(therapy.id, "I apologise first", "before anyone is cross")
        assert diary.patterns.name(therapy.id, "I apologise first") == pattern
        inside = diary.patterns.seen(pattern.id, TODAY, SeenIn.WITH_THERAPIST, session=session.id)
        outside = diary.patterns.seen(pattern.id, TODAY - timedelta(days=2), SeenIn.OUTSIDE, "at work")
        diary.patterns.save(replace(pattern, name="Sorry, before anything"))
    kept = again(diary).patterns
    assert [it.name for it in kept.of(therapy.id)] == ["Sorry, before anything"]
    assert kept.moments_of(therapy.id) == [outside, inside]
    with diary.change():
        diary.patterns.unsee(outside.id)
    assert diary.patterns.moments_of(therapy.id) == [inside]
    with diary.change():
        diary.patterns.take_back(pattern.id)
    assert (diary.patterns.of(therapy.id), diary.patterns.moments_of(therapy.id)) == ([], [])


@pytest.mark.parametrize("words", ["", "   ", "x" * 401])
def test_a_task_and_a_pattern_need_words_of_ordinary_length(
    diary: Diary, therapy: Therapy, words: str
) -> None:
    adds: list[Callable[[], Task | Pattern]] = [
        lambda: diary.tasks.add(therapy.id, words, TODAY),
        lambda: diary.patterns.name(therapy.id, words),
    ]
    for add in adds:
        with pytest.raises(RuleBroken), diary.change():
            add()


def other_week() -> Measure:
    return read_measure(WEEK.toml.replace("The week in brief", "My week"))


def test_a_questionnaire_is_off_until_the_person_turns_it_on(diary: Diary) -> None:
    with diary.change():
        kept = diary.measures.add(WEEK, Origin.IN_BOX)
    assert (kept.measure, kept.origin, kept.enabled) == (WEEK, Origin.IN_BOX, False)
    with diary.change():
        diary.measures.enable(kept.id, enabled=True)
    assert again(diary).measures.all() == [replace(kept, enabled=True)]


def test_another_file_with_the_same_code_and_version_is_refused_and_nothing_is_stored(diary: Diary) -> None:
    with diary.change():
        kept = diary.measures.add(WEEK, Origin.IN_BOX, enabled=True)
        assert diary.measures.add(WEEK, Origin.ADDED_BY_ME) == kept
    with pytest.raises(OtherContent, match=r"“week_in_brief”.*“1.0”.*new version"), diary.change():
        diary.measures.add(other_week(), Origin.ADDED_BY_ME)
    assert diary.measures.all() == [kept]


def test_a_file_the_person_added_stays_for_their_own_use(diary: Diary) -> None:
    with diary.change():
        added = diary.measures.add(read_measure(WEEK.toml, added_by_me=True), Origin.ADDED_BY_ME)
    assert diary.measures.get(added.id).measure.rights.own_use_only


def test_answers_are_kept_raw_and_belong_to_one_exact_file(diary: Diary, therapy: Therapy) -> None:
    answers = {"slept": 3, "managed": None, "low": 0}
    with diary.change():
        measure = diary.measures.add(WEEK, Origin.IN_BOX)
        between = diary.measures.answer(measure.id, NOON - timedelta(days=7), {"slept": 1})
        given = diary.measures.answer(measure.id, NOON, answers, therapy=therapy.id)
    kept = again(diary).measures.answers_of(measure.id)
    assert [(it.id, it.therapy, it.answered_at) for it in kept] == [
        (between, None, NOON - timedelta(days=7)),
        (given, therapy.id, NOON),
    ]
    assert kept[1].answers == answers
    with pytest.raises(RuleBroken), diary.change():
        diary.measures.take_back(measure.id)
    with diary.change():
        diary.measures.correct(given, {"slept": 4})
        diary.measures.forget(between)
    assert [it.answers for it in diary.measures.answers_of(measure.id)] == [{"slept": 4}]
    with diary.change():
        diary.measures.forget(given)
        diary.measures.take_back(measure.id)
    assert diary.measures.all() == []


def test_an_answer_that_cannot_be_chosen_is_not_kept(diary: Diary) -> None:
    with diary.change():
        measure = diary.measures.add(WEEK, Origin.IN_BOX)
    with pytest.raises(ValueError, match="not an answer to slept"), diary.change():
        diary.measures.answer(measure.id, NOON, {"slept": 7})
    assert diary.measures.answers_of(measure.id) == []


FULL = Reading(
    rule=Rule.RELATIONSHIP,
    sessions=(SessionInput(number=4, day=TODAY, answers={"f1": 2, "safe": None}),),
    reasons=(Reason.FIT_MARKED, Reason.LOW_RUNNING),
    counted=(3, 4),
    is_growing=True,
    brought_on=TODAY,
    marked_on=(TODAY, TODAY - timedelta(days=2)),
    score=1.75,
    low=2.0625,
    high=4.0625,
)


def test_a_reading_is_kept_with_the_data_of_that_day(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        shown = diary.readings.show(therapy.id, FULL, NOON)
    kept = again(diary).readings.of(therapy.id)
    assert kept == [shown]
    assert (kept[0].reading, kept[0].rule_version, kept[0].response) == (FULL, 1, Response.NONE)


def test_looking_at_a_reading_twice_shows_it_once(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        first = diary.readings.show(therapy.id, FULL, NOON)
        assert diary.readings.show(therapy.id, FULL, NOON + timedelta(hours=1)) == first
        diary.readings.respond(first.id, Response.NOT_NOW)
        later = diary.readings.show(therapy.id, FULL, NOON + timedelta(weeks=4))
    assert later.id != first.id
    assert [it.response for it in diary.readings.of(therapy.id)] == [Response.NOT_NOW, Response.NONE]


def test_a_reading_can_become_a_topic_and_be_turned_off_and_on(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        shown = diary.readings.show(therapy.id, FULL, NOON)
        topic = diary.topics.add(therapy.id, "how it is between us", TODAY, source="reading")
        diary.readings.respond(shown.id, Response.MADE_TOPIC, topic=topic.id)
    assert diary.readings.of(therapy.id) == [replace(shown, response=Response.MADE_TOPIC, topic=topic.id)]
    with diary.change():
        diary.readings.respond(shown.id, Response.TURNED_OFF)
        diary.readings.turn_on_again(therapy.id)
    assert [it.response for it in diary.readings.of(therapy.id)] == [Response.NONE]


def test_a_diary_of_months_leads_from_the_marks_to_the_reading_to_the_talk_to_relief(
    diary: Diary, therapy: Therapy
) -> None:
    """The whole path through the file: marks, a reading, its topic, brought, and three easier sessions."""
    starts = [NOON + timedelta(weeks=it) for it in range(8)]

    def evening(number: int) -> Reading | None:
        evidence = gather(
            diary.sessions.of(therapy.id),
            diary.difficulty_checks.of(therapy.id),
            diary.alliance_ratings.of(therapy.id),
            diary.topics.of(therapy.id),
        )
        return reading(
            evidence,
            starts[number] + timedelta(hours=5),
            events=diary.setting_events.of(therapy.id),
            shown=diary.readings.of(therapy.id),
        )

    def meet(number: int, fit: int) -> Session:
        with diary.change():
            session = diary.sessions.add(therapy.id, starts[number])
            marks = dict.fromkeys(STATEMENTS, 0) | {"f2": fit}
            diary.difficulty_checks.give(
                DifficultyCheck(session=session.id, filled_at=starts[number], answers=marks)
            )
        return session

    for number in range(4):
        meet(number, fit=1)
    found = evening(3)
    assert found is not None
    assert found.rule is Rule.RELATIONSHIP
    with diary.change():
        shown = diary.readings.show(therapy.id, found, starts[3] + timedelta(hours=5))
        topic = diary.topics.add(therapy.id, "on guard", TODAY, kind=TopicKind.RELATIONSHIP, source="reading")
        diary.readings.respond(shown.id, Response.MADE_TOPIC, topic=topic.id)
    assert evening(3) is None
    spoken = meet(4, fit=1)
    with diary.change():
        diary.topics.save(replace(topic, state=TopicState.BROUGHT, brought_in=spoken.id))
    for number in (5, 6):
        meet(number, fit=0)
        assert evening(number) is None
    meet(7, fit=0)
    relief = evening(7)
    assert relief is not None
    assert relief.rule is Rule.EASED_AFTER_TALKING
    assert find([], NOON.date()).rule is Rule.NOT_ENOUGH


def test_a_milestone_can_be_changed_and_taken_back(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        mark = diary.milestones.mark(therapy.id, TODAY, MilestoneKind.BREAK)
        earlier = TODAY - timedelta(days=1)
        diary.milestones.save(replace(mark, until=TODAY, words="Summer", on_date=earlier))
    [kept] = again(diary).milestones.of(therapy.id)
    assert (kept.on_date, kept.until, kept.words) == (earlier, TODAY, "Summer")
    with diary.change():
        diary.milestones.take_back(mark.id)
    assert diary.milestones.of(therapy.id) == []
