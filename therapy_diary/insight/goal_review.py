"""When looking at the goals again is suggested: at each sixth session, until the next one, and never as something due."""

from collections.abc import Sequence

from therapy_diary.domain.goal import Goal, GoalState
from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.session import Session

EACH_SESSIONS = 6


def is_suggested(held: Sequence[Session], goals: Sequence[Goal], milestones: Sequence[Milestone]) -> bool:
    """Whether the latest held session is a sixth one and the open goals were not looked at since.

    held: oldest first. A goal first written since that session is still new and asks for nothing.
    """
    if not held or len(held) % EACH_SESSIONS:
        return False
    since = held[-1].starts_at.date()
    if not any(it.state is GoalState.OPEN and it.opened_on < since for it in goals):
        return False
    return not any(it.kind is MilestoneKind.GOALS_REVIEWED and it.on_date >= since for it in milestones)
