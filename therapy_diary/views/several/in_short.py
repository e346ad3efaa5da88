"""One therapy in short, to stand beside another: how it was between the two, its goals, and what was hard."""

from dataclasses import dataclass
from datetime import date

from therapy_diary.domain.closing import Section
from therapy_diary.domain.goal import Goal, GoalRating
from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.insight.goal_progress import goal_lines
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panel import Panel
from therapy_diary.reports.charts.panels import PanelRecords, panels
from therapy_diary.reports.charts.voice import Voice
from therapy_diary.storage.diary import Diary
from therapy_diary.views.thoughts import limits_in_use
from therapy_diary.views.wording import form_in_use

HARD = (MilestoneKind.STRAIN, MilestoneKind.MENDED)
HARD_AT_THE_END = (Section.WHAT_WAS_HARD, Section.WHAT_DID_NOT_FIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalInShort:
    """A goal and two of its ratings, 0 to 10: the first and the latest of its present aim. None where there is none."""

    goal: Goal
    first: GoalRating | None
    last: GoalRating | None


@dataclass(frozen=True, slots=True, kw_only=True)
class InShort:
    """What the diary holds of one therapy, and nothing that was worked out from another one."""

    therapy: Therapy
    between: Panel | None
    goals: tuple[GoalInShort, ...]
    hard: tuple[Milestone, ...]
    written: tuple[str, ...]
    """What the person wrote at its end about what was hard, or did not fit."""


def in_short(diary: Diary, therapy: Therapy, voice: Voice, today: date) -> InShort:
    """Read one therapy."""
    milestones = diary.milestones.of(therapy.id)
    records = PanelRecords(
        ratings=tuple(diary.alliance_ratings.of(therapy.id)),
        goals=(),
        measures=(),
        form=form_in_use("alliance"),
        today=today,
        limits=limits_in_use(diary),
    )
    drawn = panels(records, course(diary.sessions.of(therapy.id), milestones, voice), voice)
    sections = diary.closings.sections(therapy.id)
    written = (sections[it].my_text.strip() for it in HARD_AT_THE_END if it in sections)
    return InShort(
        therapy=therapy,
        between=drawn[0] if drawn else None,
        goals=tuple(_goal(it, diary.goals.ratings_of(it.id)) for it in diary.goals.of(therapy.id)),
        hard=tuple(it for it in milestones if it.kind in HARD),
        written=tuple(it for it in written if it),
    )


def _goal(goal: Goal, ratings: list[GoalRating]) -> GoalInShort:
    given = goal_lines(goal, ratings)[-1].ratings
    return GoalInShort(
        goal=goal, first=given[0] if given else None, last=given[-1] if len(given) > 1 else None
    )
