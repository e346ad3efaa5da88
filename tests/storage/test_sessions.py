"""Sessions are read once until something is written: by this window, by what works beside it, or not after all."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.conftest import KEY, NOON
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary

WEEK = timedelta(weeks=1)


@pytest.fixture
def therapy(diary: Diary) -> Therapy:
    with diary.change():
        return diary.therapies.begin(label="With N.", started_on=NOON.date())


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    with diary.change():
        return diary.sessions.add(therapy.id, NOON)


def test_what_is_added_or_changed_is_seen_at_once(diary: Diary, therapy: Therapy, session: Session) -> None:
    assert diary.sessions.of(therapy.id) == [session]
    with diary.change():
        other = diary.sessions.add(therapy.id, NOON + WEEK)
        assert diary.sessions.of(therapy.id) == [session, other]
    missed = replace(session, state=SessionState.MISSED)
    with diary.change():
        diary.sessions.save(missed)
    assert diary.sessions.of(therapy.id) == [missed, other]
    assert diary.sessions.held(therapy.id) == [other]


def test_what_is_taken_back_was_never_there(diary: Diary, therapy: Therapy, session: Session) -> None:
    def fail() -> None:
        with diary.change():
            diary.sessions.add(therapy.id, NOON + WEEK)
            assert len(diary.sessions.of(therapy.id)) == 2
            raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            fail()
        assert diary.sessions.of(therapy.id) == [session]


def test_what_another_connection_writes_is_seen(diary: Diary, therapy: Therapy, session: Session) -> None:
    assert diary.sessions.of(therapy.id) == [session]
    beside = Diary.open(diary.file, KEY)
    with beside.change():
        other = beside.sessions.add(therapy.id, NOON + WEEK)
    beside.close()
    assert diary.sessions.of(therapy.id) == [session, other]


def test_a_therapy_deleted_takes_its_sessions_along(diary: Diary, therapy: Therapy, session: Session) -> None:
    assert diary.sessions.of(therapy.id) == [session]
    with diary.change():
        diary.therapies.remove(therapy.id)
    assert diary.sessions.of(therapy.id) == []


def test_whoever_changes_the_list_changes_no_other(diary: Diary, therapy: Therapy, session: Session) -> None:
    diary.sessions.of(therapy.id).clear()
    assert diary.sessions.of(therapy.id) == [session]


def test_more_than_are_read_at_once_come_in_their_order(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        added: list[SessionId] = [
            diary.sessions.add(therapy.id, NOON + number * WEEK).id for number in range(250)
        ]
    assert [it.id for it in diary.sessions.of(therapy.id)] == added
