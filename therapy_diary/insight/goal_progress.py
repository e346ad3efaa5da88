"""A goal's ratings as lines: clearer words let a line go on, a new aim ends it and begins another."""

from collections.abc import Iterable
from dataclasses import dataclass

from therapy_diary.domain.goal import ChangeKind, Goal, GoalRating, GoalWording
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.insight.plain_comparison import PlainComparison, compare


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalLine:
    """One aim of a goal: its wordings and its ratings, each oldest first. is_current when it is the aim now."""

    goal: Goal
    wordings: tuple[GoalWording, ...]
    ratings: tuple[GoalRating, ...]
    is_current: bool
    limits: Limits = DEFAULT

    @property
    def words(self) -> str:
        """The latest words for this aim."""
        return self.wordings[-1].wording

    @property
    def comparison(self) -> PlainComparison:
        """The first three ratings beside the latest three, 0 to 10."""
        return compare([it.value for it in self.ratings], self.limits)


def goal_lines(goal: Goal, ratings: Iterable[GoalRating], limits: Limits = DEFAULT) -> tuple[GoalLine, ...]:
    """The lines of a goal, the oldest aim first. A rating belongs to the line of the wording it was given for."""
    aims: list[list[GoalWording]] = []
    for wording in goal.wordings:
        if wording.change_kind is ChangeKind.CLEARER_WORDS and aims:
            aims[-1].append(wording)
        else:
            aims.append([wording])
    given = sorted(ratings, key=lambda it: (it.rated_on, it.id))
    return tuple(
        GoalLine(
            goal=goal,
            wordings=tuple(aim),
            ratings=tuple(it for it in given if it.wording in {wording.id for wording in aim}),
            is_current=number == len(aims),
            limits=limits,
        )
        for number, aim in enumerate(aims, 1)
    )
