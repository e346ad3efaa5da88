"""When the next session is: what is planned, else what was agreed."""

from datetime import date, datetime, time, timedelta

import pytest

from therapy_diary.domain.milestone import Milestone, MilestoneId, MilestoneKind
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.setting import Frequency, Place, Setting, SettingId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.insight.next_session import next_session

THERAPY = TherapyId(1)
NOW = datetime(2026, 3, 4, 12, 0)  # a Wednesday
TUESDAY = 2


def setting(
    frequency: Frequency = Frequency.WEEKLY, valid_from: date = date(2026, 1, 6), **told: object
) -> Setting:
    known = {"weekday": TUESDAY, "start_time": time(17, 0), "place": Place.ROOM} | told
    return Setting(id=SettingId(1), therapy=THERAPY, valid_from=valid_from, frequency=frequency, **known)  # type: ignore[arg-type]


def session(starts_at: datetime, state: SessionState = SessionState.HELD) -> Session:
    return Session(
        id=SessionId(starts_at.toordinal()), uid="u", therapy=THERAPY, starts_at=starts_at, state=state
    )


def a_break(first: date, last: date) -> Milestone:
    return Milestone(
        id=MilestoneId(1), therapy=THERAPY, session=None, on_date=first, until=last, kind=MilestoneKind.BREAK
    )


def starts(
    *sessions: Session, settings: list[Setting], milestones: list[Milestone] | None = None
) -> datetime | None:
    found = next_session(sessions, settings, milestones or [], NOW)
    return None if found is None else found.starts_at


def test_nothing_known_is_no_next_session() -> None:
    assert starts(settings=[]) is None


def test_the_agreed_weekday_and_time_say_when() -> None:
    found = next_session([], [setting(place=Place.ONLINE)], [], NOW)
    assert found is not None
    assert found.starts_at == datetime(2026, 3, 10, 17, 0)
    assert found.place is Place.ONLINE
    assert found.session is None


def test_today_counts_until_the_session_has_begun() -> None:
    wednesday = setting(weekday=3)
    assert starts(settings=[wednesday]) == datetime(2026, 3, 4, 17, 0)
    assert starts(settings=[setting(weekday=3, start_time=time(11, 0))]) == datetime(2026, 3, 11, 11, 0)


def test_a_planned_session_goes_before_the_usual_day() -> None:
    moved = session(datetime(2026, 3, 6, 9, 0), SessionState.PLANNED)
    found = next_session([moved], [setting()], [], NOW)
    assert found is not None
    assert found.starts_at == moved.starts_at
    assert found.session == moved.id


def test_the_usual_day_goes_before_a_session_planned_for_later() -> None:
    later = session(datetime(2026, 4, 30, 9, 0), SessionState.PLANNED)
    assert starts(later, settings=[setting()]) == datetime(2026, 3, 10, 17, 0)


@pytest.mark.parametrize(
    "state", [SessionState.CANCELLED_BY_ME, SessionState.CANCELLED_BY_THERAPIST, SessionState.MISSED]
)
def test_a_cancelled_day_is_passed_over(state: SessionState) -> None:
    assert starts(session(datetime(2026, 3, 10, 17, 0), state), settings=[setting()]) == datetime(
        2026, 3, 17, 17, 0
    )


def test_days_inside_a_break_are_passed_over_and_its_edges_belong_to_it() -> None:
    holidays = a_break(date(2026, 3, 10), date(2026, 3, 24))
    assert starts(settings=[setting()], milestones=[holidays]) == datetime(2026, 3, 31, 17, 0)


def test_every_second_week_counts_from_the_last_session() -> None:
    last = session(datetime(2026, 3, 3, 17, 0))
    assert starts(last, settings=[setting(Frequency.FORTNIGHTLY)]) == datetime(2026, 3, 17, 17, 0)
    assert starts(last, settings=[setting(Frequency.MONTHLY)]) == datetime(2026, 3, 31, 17, 0)


def test_an_irregular_setting_promises_nothing() -> None:
    assert starts(settings=[setting(Frequency.IRREGULAR)]) is None
    assert starts(settings=[setting(start_time=None)]) is None


def test_a_setting_that_changes_next_week_holds_next_week() -> None:
    thursdays = setting(valid_from=date(2026, 3, 9), weekday=4)
    assert starts(settings=[setting(), thursdays]) == datetime(2026, 3, 12, 17, 0)


def test_a_session_planned_in_the_past_is_not_next() -> None:
    past = session(NOW - timedelta(days=1), SessionState.PLANNED)
    assert starts(past, settings=[]) is None
