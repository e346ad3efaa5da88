"""When the two of them meet next: a planned session, else the day and time that were agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.setting import Frequency, Place, Setting

HORIZON = 120  # days ahead in which an agreed time is still looked for
WEEKS_APART = {
    Frequency.TWICE_WEEKLY: 1,  # one weekday is all that is known, so that one is named
    Frequency.WEEKLY: 1,
    Frequency.FORTNIGHTLY: 2,
    Frequency.MONTHLY: 4,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NextSession:
    """The next meeting. starts_at is local wall time; session is None where only the setting speaks for it."""

    starts_at: datetime
    place: Place | None
    session: SessionId | None


def next_session(
    sessions: Sequence[Session],
    settings: Sequence[Setting],
    milestones: Sequence[Milestone],
    now: datetime,
) -> NextSession | None:
    """The first meeting after now: the earlier of what is planned and what the setting says; None when nothing tells.

    Days inside a marked break, and days that already have a session of any kind, are passed over.
    settings are oldest first. Monthly is taken as every fourth week.
    """
    planned = min(
        (it for it in sessions if it.state is SessionState.PLANNED and it.starts_at >= now),
        key=lambda it: it.starts_at,
        default=None,
    )
    agreed = _agreed(sessions, settings, milestones, now)
    if planned is not None and (agreed is None or planned.starts_at <= agreed.starts_at):
        setting = _in_force(settings, planned.starts_at.date())
        return NextSession(
            starts_at=planned.starts_at, place=None if setting is None else setting.place, session=planned.id
        )
    return agreed


def _agreed(
    sessions: Sequence[Session],
    settings: Sequence[Setting],
    milestones: Sequence[Milestone],
    now: datetime,
) -> NextSession | None:
    taken = {it.starts_at.date() for it in sessions}
    for ahead in range(HORIZON):
        day = now.date() + timedelta(days=ahead)
        setting = _in_force(settings, day)
        if setting is None or setting.weekday != day.isoweekday() or setting.start_time is None:
            continue
        starts_at = datetime.combine(day, setting.start_time)
        meets = day not in taken and not _in_a_break(milestones, day) and _in_rhythm(sessions, setting, day)
        if meets and starts_at > now:
            return NextSession(starts_at=starts_at, place=setting.place, session=None)
    return None


def _in_force(settings: Sequence[Setting], day: date) -> Setting | None:
    """The version that holds on a day; before the first one, the first."""
    begun = [it for it in settings if it.valid_from <= day]
    if begun:
        return begun[-1]
    return settings[0] if settings else None


def _in_a_break(milestones: Sequence[Milestone], day: date) -> bool:
    return any(
        it.kind is MilestoneKind.BREAK and it.until is not None and it.on_date <= day <= it.until
        for it in milestones
    )


def _in_rhythm(sessions: Sequence[Session], setting: Setting, day: date) -> bool:
    """Whether the agreed number of weeks lies between a day and the last session on that weekday."""
    apart = WEEKS_APART.get(setting.frequency)
    if apart is None:
        return False
    before = [it.starts_at.date() for it in sessions if it.starts_at.date() < day]
    counted_from = [it for it in before if it.isoweekday() == day.isoweekday()]
    if not counted_from:
        return True
    return (day - max(counted_from)).days // 7 % apart == 0
