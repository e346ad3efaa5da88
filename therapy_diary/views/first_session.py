"""The mark of the first session, which the first one held sets by itself, once, and which is the person's from then on."""

from dataclasses import replace
from datetime import timedelta

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.storage.diary import Diary

LONGEST_WAIT = timedelta(days=60)
"""From the start of a therapy to its first session. A first one later than that is only the first in the diary."""


def mark_first_session(diary: Diary, session: Session) -> None:
    """Mark a session that was just held, if none was held before it; the mark of a later one moves here. Inside a change.

    A mark that was taken away does not come back, and one that the person made theirs stays where it is.
    """
    if not session.is_held or diary.sessions.number_of(session.id) != 1:
        return
    therapy = diary.therapies.get(session.therapy)
    marked = diary.choices.first_session(therapy.uid)
    marks = [it for it in diary.milestones.of(therapy.id) if it.kind is MilestoneKind.FIRST_SESSION]
    day = session.starts_at.date()
    if marked is not None:
        ours = next((it for it in marks if _is_as_set(it, marked, diary)), None)
        if ours is None:
            return
        diary.milestones.save(replace(ours, on_date=day, session=session.id))
    elif marks:
        diary.choices.remember_first_session(therapy.uid, "")
        return
    elif not _may_be_the_first(session, therapy):
        return
    else:
        diary.milestones.mark(therapy.id, day, MilestoneKind.FIRST_SESSION, session=session.id)
    diary.choices.remember_first_session(therapy.uid, session.uid)


def _may_be_the_first(session: Session, therapy: Therapy) -> bool:
    """Not where the diary tells of a therapy that is over, or began long after it."""
    is_early = session.starts_at.date() - therapy.started_on <= LONGEST_WAIT
    return is_early and therapy.state is not TherapyState.CLOSED


def _is_as_set(mark: Milestone, session: str, diary: Diary) -> bool:
    """Whether nobody changed the day or the words of the mark that was set at this session, by its uid."""
    if mark.session is None or mark.words:
        return False
    at = diary.sessions.get(mark.session)
    return at.uid == session and mark.on_date == at.starts_at.date()
