"""What the page before a session gathers."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from therapy_diary.domain.checklist import ChecklistAnswer, ChecklistAnswers, ChecklistId
from therapy_diary.domain.note import Note, NoteId, NoteKind
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import Approach, EndKind, Therapy, TherapyId, TherapyState
from therapy_diary.domain.topic import Topic, TopicId, TopicKind, TopicState
from therapy_diary.insight.review import Review, in_order, initials, longest_unanswered, moved, review

NOW = datetime(2026, 3, 4, 12, 0)
T = TherapyId(1)


def therapy(state: TherapyState = TherapyState.ACTIVE) -> Therapy:
    closed = state is TherapyState.CLOSED
    return Therapy(
        id=T,
        uid="t",
        label="With N.",
        therapist_name="N.",
        approach=Approach.UNSURE,
        reason_for_coming="",
        started_on=date(2026, 1, 6),
        state=state,
        ended_on=date(2026, 3, 1) if closed else None,
        end_kind=EndKind.OTHER if closed else None,
    )


def session(
    number: int, starts_at: datetime, line: str = "", state: SessionState = SessionState.HELD
) -> Session:
    return Session(
        id=SessionId(number), uid=str(number), therapy=T, starts_at=starts_at, state=state, one_line=line
    )


def topic(number: int, hard: int, state: TopicState = TopicState.WAITING) -> Topic:
    return Topic(
        id=TopicId(number),
        uid=str(number),
        therapy=T,
        position=number,
        kind=TopicKind.CONTENT,
        wording=f"topic {number}",
        hard_to_say=hard,
        opening_line="",
        state=state,
        created_on=date(2026, 3, 1),
    )


def note(number: int, written_at: datetime, of: SessionId | None = None) -> Note:
    return Note(
        id=NoteId(number),
        uid=str(number),
        therapy=T,
        session=of,
        kind=NoteKind.AFTER if of else NoteKind.BETWEEN,
        title="",
        text="words",
        written_at=written_at,
    )


def gathered(**told: object) -> Review:
    return review(therapy(), now=NOW, **({"sessions": []} | told))  # type: ignore[arg-type]


def test_an_empty_diary_gives_an_empty_review() -> None:
    empty = gathered()
    assert empty.number == 1
    assert empty.line_left == ""
    assert empty.next is None
    assert not empty.after_a_break


def test_the_line_is_that_of_the_latest_session_held() -> None:
    seen = gathered(
        sessions=[
            session(1, datetime(2026, 2, 17, 17, 0), "older"),
            session(2, datetime(2026, 2, 24, 17, 0), "say it first"),
            session(3, datetime(2026, 3, 3, 17, 0), "never", SessionState.CANCELLED_BY_ME),
        ]
    )
    assert seen.line_left == "say it first"
    assert seen.number == 3


def test_thirty_days_are_no_break_and_one_more_is() -> None:
    assert not gathered(sessions=[session(1, datetime(2026, 2, 2, 12, 0))]).after_a_break
    assert gathered(sessions=[session(1, datetime(2026, 2, 2, 11, 59))]).after_a_break


def test_the_hardest_comes_first_and_what_was_put_off_last() -> None:
    seen = gathered(
        topics=[
            topic(1, 0),
            topic(2, 3, TopicState.LATER),
            topic(3, 2),
            topic(4, 2),
            topic(5, 3, TopicState.BROUGHT),
            topic(6, 3, TopicState.LET_GO),
        ]
    )
    assert [it.id for it in seen.to_bring] == [3, 4, 1, 2]


def test_the_note_about_the_last_session_is_not_news() -> None:
    last = session(7, datetime(2026, 3, 3, 17, 0))
    about_it = note(1, datetime(2026, 3, 3, 19, 0), of=last.id)
    since = note(2, datetime(2026, 3, 4, 8, 0))
    before = note(3, datetime(2026, 3, 2, 8, 0))
    assert gathered(sessions=[last], notes=[since, about_it, before]).notes == (since,)


def test_a_therapy_that_is_over_or_rests_has_no_next_session() -> None:
    planned = session(1, datetime(2026, 3, 10, 17, 0), state=SessionState.PLANNED)
    assert review(therapy(), now=NOW, sessions=[planned]).next is not None
    for state in (TherapyState.CLOSED, TherapyState.PAUSED):
        assert review(therapy(state), now=NOW, sessions=[planned]).next is None


def test_what_is_kept_covered_is_apart_from_what_is_to_bring() -> None:
    seen = gathered(topics=[topic(1, 0), replace(topic(2, 3), covered=True)])
    assert [it.id for it in seen.to_bring] == [1]
    assert [it.id for it in seen.covered] == [2]


def test_in_an_order_by_hand_neither_hardness_nor_later_counts() -> None:
    topics = [topic(1, 0), topic(2, 3, TopicState.LATER), topic(3, 2)]
    assert [it.id for it in gathered(topics=topics, by_hand=True).to_bring] == [1, 2, 3]


@given(
    hard=st.lists(st.integers(0, 3), min_size=1, max_size=8),
    data=st.data(),
    steps=st.integers(-3, 3),
)
def test_a_topic_moved_goes_that_far_and_the_others_keep_their_order(
    hard: list[int], data: st.DataObject, steps: int
) -> None:
    shown = in_order([topic(3 * number + 1, it) for number, it in enumerate(hard)], by_hand=False)
    place = data.draw(st.integers(0, len(shown) - 1))
    one = shown[place]
    changed = {it.id: it for it in moved(shown, one.id, steps)}
    after = in_order([changed.get(it.id, it) for it in shown], by_hand=True)
    assert after.index(changed.get(one.id, one)) == min(max(place + steps, 0), len(shown) - 1)
    assert [it.id for it in after if it.id != one.id] == [it.id for it in shown if it.id != one.id]
    assert sorted(it.position for it in after) == sorted(it.position for it in shown)


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Noa", "N."),
        ("Noa Bar", "N. B."),
        ("  Dr. Élodie  Martin-Roy ", "D. É. M."),
        ("נועה לוי", "נ׳ ל׳"),
        ("(the one on Tuesdays)", "o. o. T."),
        ("", ""),
    ],
)
def test_of_a_name_the_initials_stay(name: str, short: str) -> None:
    assert initials(name) == short


def test_a_question_answered_not_sure_was_answered() -> None:
    def answered(day: int, *questions: int) -> ChecklistAnswers:
        return ChecklistAnswers(
            id=ChecklistId(day),
            therapy=T,
            session=None,
            answered_on=date(2026, 2, day),
            answers={it: ChecklistAnswer(answer=None) for it in questions},
        )

    assert longest_unanswered([]) == 1
    assert longest_unanswered([answered(1, 1, 2, 3, 5, 6, 7, 8)]) == 4
    assert longest_unanswered([answered(3, *range(1, 9)), answered(5, 1, 2, 4)]) == 3
