from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from tests.conftest import KEY, NOON
from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.closing import Closing, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.goal import ChangeKind, GoalState, Level
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.session import SessionState
from therapy_diary.domain.therapy import Approach, EndKind, Therapy, TherapyState
from therapy_diary.domain.topic import TopicState
from therapy_diary.storage.diary import Diary

TODAY = NOON.date()


@pytest.fixture
def therapy(diary: Diary) -> Therapy:
    with diary.change():
        return diary.therapies.begin(label="With N.", therapist_name="N.", started_on=date(2026, 1, 6))


def test_a_note_is_there_after_the_diary_is_opened_again(tmp_path: Path) -> None:
    file = tmp_path / "diary.db"
    diary = Diary.create(file, KEY)
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=TODAY)
        note = diary.notes.write(therapy.id, "We met.", NOON, title="First")
    diary.close()

    again = Diary.open(file, KEY)
    assert again.notes.get(note.id) == note
    again.close()


def test_a_change_that_fails_leaves_nothing_behind_and_tells_nobody(diary: Diary) -> None:
    told: list[str] = []
    diary.watch(lambda: told.append("changed"))

    with pytest.raises(ZeroDivisionError), diary.change():
        diary.therapies.begin(label="With N.", started_on=TODAY)
        _ = 1 / 0

    assert (diary.therapies.all(), told) == ([], [])


def test_a_change_is_announced_once_however_much_it_holds(diary: Diary, therapy: Therapy) -> None:
    told: list[str] = []
    end_watch = diary.watch(lambda: told.append("changed"))

    with diary.change():
        session = diary.sessions.add(therapy.id, NOON)
        diary.notes.write(therapy.id, "x", NOON, session=session.id)
    end_watch()
    with diary.change():
        diary.notes.write(therapy.id, "y", NOON)

    assert told == ["changed"]


def test_a_session_has_its_rank_among_those_held(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        third = diary.sessions.add(therapy.id, datetime(2026, 1, 27, 17))
        first = diary.sessions.add(therapy.id, datetime(2026, 1, 6, 17))
        missed = diary.sessions.add(therapy.id, datetime(2026, 1, 13, 17), SessionState.CANCELLED_BY_ME)
        second = diary.sessions.add(therapy.id, datetime(2026, 1, 20, 17))

    numbers = [diary.sessions.number_of(it.id) for it in (first, missed, second, third)]
    assert numbers == [1, None, 2, 3]
    assert diary.sessions.held(therapy.id) == [first, second, third]


def test_only_a_held_session_can_be_rated(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, NOON, SessionState.PLANNED)
    with pytest.raises(Exception, match="session not held"), diary.change():
        diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=NOON, answers={"aims": 3}))


def test_an_answer_left_out_comes_back_as_left_out(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, NOON)
        diary.alliance_ratings.give(
            AllianceRating(
                session=session.id,
                filled_at=NOON,
                answers={"aims": 0, "fit": 4, "way": None},
                one_change="slower",
            )
        )

    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert (rating.answer("aims"), rating.answer("way"), rating.answer("safe"), rating.answer("fit")) == (
        0,
        None,
        None,
        4,
    )
    assert (rating.answered, rating.one_change) == (2, "slower")


def test_the_checklist_of_a_day_replaces_what_was_answered_earlier_that_day(
    diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        diary.checklists.answer(
            therapy.id, TODAY, {1: ChecklistAnswer(answer=2), 8: ChecklistAnswer(answer=None)}
        )
        diary.checklists.answer(therapy.id, TODAY, {1: ChecklistAnswer(answer=3, words="easier")})

    (given,) = diary.checklists.of(therapy.id)
    assert given.answers == {1: ChecklistAnswer(answer=3, words="easier")}


def test_a_goal_keeps_every_wording(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        goal = diary.goals.add(therapy.id, "sleep, and this anger", TODAY, level=Level.FEELINGS)
        goal = diary.goals.reword(
            goal.id, "go to bed before one", ChangeKind.NEW_AIM, TODAY, "it was two goals"
        )
        diary.goals.rate(goal.first_wording.id, TODAY, 2)
        diary.goals.rate(goal.wording.id, TODAY, 3, words="three nights")
        diary.goals.save(replace(goal, state=GoalState.REACHED, closed_on=TODAY))

    kept = diary.goals.get(goal.id)
    assert [it.wording for it in kept.wordings] == ["sleep, and this anger", "go to bed before one"]
    assert [it.value for it in diary.goals.ratings_of(goal.id)] == [2, 3]
    assert (kept.state, kept.level) == (GoalState.REACHED, Level.FEELINGS)


def test_the_setting_of_a_day_is_the_version_that_held_then(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        tuesday = diary.settings.agree(therapy.id, date(2026, 1, 6), weekday=2, start_time=time(17))
        friday = diary.settings.agree(therapy.id, date(2026, 3, 1), weekday=5, start_time=time(9))

    days = [date(2025, 12, 1), date(2026, 1, 6), date(2026, 2, 28), date(2026, 3, 1), date(2026, 9, 1)]
    assert [diary.settings.on(therapy.id, it) for it in days] == [tuesday, tuesday, tuesday, friday, friday]


def test_a_rewritten_note_keeps_what_stood_there(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "one\0two", NOON, title="T")
    with diary.change():
        later = diary.notes.rewrite(note.id, "three", NOON, title="T", session=None, kind=NoteKind.BETWEEN)

    assert (note.text, later.text) == ("onetwo", "three")
    versions = diary._connection.execute("SELECT text FROM note_version").fetchall()
    assert [row["text"] for row in versions] == ["onetwo"]


def test_pages_of_notes_meet_without_gap_or_double(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        for number in range(25):
            diary.notes.write(therapy.id, f"{number}", NOON)  # all in the same minute

    seen = list(diary.notes.newest(therapy.id, 10))
    while page := diary.notes.newest(therapy.id, 10, before=seen[-1]):
        seen += page
    assert [it.text for it in seen] == [f"{number}" for number in reversed(range(25))]


def test_a_draft_waits_where_it_was_typed_until_it_is_a_note(diary: Diary) -> None:
    with diary.quiet_change():
        diary.drafts.keep("note:new", "half a sen", 10, NOON)
        diary.drafts.keep("note:new", "half a sentence", 15, NOON)
    kept = diary.drafts.at("note:new")
    assert kept is not None
    assert (kept.text, kept.cursor) == ("half a sentence", 15)
    with diary.quiet_change():
        diary.drafts.discard("note:new")
    assert diary.drafts.at("note:new") is None


def test_topics_milestones_contacts_and_an_ending_come_back_as_they_were_kept(
    diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        topic = diary.topics.add(
            therapy.id, "the pace", TODAY, hard_to_say=2, opening_line="This is hard for me."
        )
        brought = replace(topic, state=TopicState.BROUGHT, what_came_of_it="we slow down")
        diary.topics.add(therapy.id, "the fee", TODAY)
        diary.topics.save(brought)
        pause = diary.milestones.mark(
            therapy.id, date(2026, 8, 1), MilestoneKind.BREAK, until=date(2026, 8, 21)
        )
        diary.contacts.add("My sister", "555", ContactKind.PERSON)
        closing = Closing(
            therapy=therapy.id, variant=Variant.GOALS, decided_by=DecidedBy.TOGETHER, opened_on=TODAY
        )
        section = ClosingSection(section=Section.GOOD_BYE, my_text="thank you", in_print=False)
        diary.closings.begin(closing)
        diary.closings.write(therapy.id, section)

    assert diary.topics.of(therapy.id)[0] == brought
    assert [it.wording for it in diary.topics.waiting(therapy.id)] == ["the fee"]
    assert diary.milestones.of(therapy.id) == [pause]
    assert [it.label for it in diary.contacts.all()] == ["My sister"]
    assert (diary.closings.at(therapy.id), diary.closings.sections(therapy.id)) == (
        closing,
        {Section.GOOD_BYE: section},
    )


def test_the_therapy_on_screen_is_the_latest_that_goes_on(diary: Diary) -> None:
    assert diary.therapies.current() is None
    with diary.change():
        first = diary.therapies.begin(label="With A.", started_on=date(2024, 1, 1), approach=Approach.DYNAMIC)
        second = diary.therapies.begin(label="With B.", started_on=date(2026, 1, 1))
        ended = replace(second, state=TherapyState.CLOSED, ended_on=TODAY, end_kind=EndKind.LACK_OF_FIT)
        diary.therapies.save(ended)

    assert diary.therapies.current() == first
    assert diary.therapies.all() == [ended, first]


def test_looking_through_a_whole_diary_finds_nothing_wrong_and_counts(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        diary.notes.write(therapy.id, "x", NOON)

    findings = diary.examine()
    assert findings.whole
    assert (findings.counts["therapies"], findings.counts["notes"], findings.counts["attachments"]) == (
        1,
        1,
        0,
    )
