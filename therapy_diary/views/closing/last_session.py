"""The mark of the last session, which finishing an ending may set, and which goes again when the therapy goes on."""

from collections.abc import Sequence
from datetime import date

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary


def sessions_to_mark(diary: Diary, therapy: TherapyId) -> Sequence[Session]:
    """The sessions held, of which the last may be marked; none where the person has marked one as the last."""
    ours = _untouched(diary, therapy)
    marks = diary.milestones.of(therapy)
    if any(it.kind is MilestoneKind.LAST_SESSION and it != ours for it in marks):
        return ()
    return diary.sessions.held(therapy)


def last_by(held: Sequence[Session], ended_on: date) -> Session | None:
    """The last of these sessions by the day of the end."""
    return next((it for it in reversed(held) if it.starts_at.date() <= ended_on), None)


def mark_last_session(diary: Diary, therapy: TherapyId, ended_on: date) -> None:
    """Set the mark, in place of the one of an earlier finish. Inside a change."""
    session = last_by(sessions_to_mark(diary, therapy), ended_on)
    take_mark_back(diary, therapy)
    if session is not None:
        day = session.starts_at.date()
        mark = diary.milestones.mark(therapy, day, MilestoneKind.LAST_SESSION, session=session.id)
        diary.closings.remember_mark(therapy, mark.id)


def take_mark_back(diary: Diary, therapy: TherapyId) -> None:
    """Take the mark away that finishing set, unless the person has made it theirs. Inside a change."""
    mark = _untouched(diary, therapy)
    if mark is not None:
        diary.milestones.take_back(mark.id)
    diary.closings.remember_mark(therapy, None)


def _untouched(diary: Diary, therapy: TherapyId) -> Milestone | None:
    """The mark that finishing set, while nobody changed its day, its kind or its words."""
    closing = diary.closings.at(therapy)
    if closing is None or closing.last_mark is None:
        return None
    mark = next((it for it in diary.milestones.of(therapy) if it.id == closing.last_mark), None)
    if mark is None or mark.session is None or mark.words:
        return None
    as_set = mark.kind is MilestoneKind.LAST_SESSION
    return mark if as_set and mark.on_date == diary.sessions.get(mark.session).starts_at.date() else None
