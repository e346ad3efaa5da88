"""The reflective checklist over time: eight rows, never a total, and what moved since the time before."""

from collections.abc import Sequence
from dataclasses import dataclass

from therapy_diary.domain.checklist import GROUPS, ChecklistAnswer, ChecklistAnswers


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileRow:
    """One question over the days. None where it was left out; an answer of None where it was "not sure"."""

    question: int
    group: str
    answers: tuple[ChecklistAnswer | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistProfile:
    """The days something was answered, oldest first, and the rows: being here, being met, moving."""

    days: tuple[ChecklistAnswers, ...]
    rows: tuple[ProfileRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A question answered on another step than the time before."""

    question: int
    before: int
    now: int


def profile(answered: Sequence[ChecklistAnswers]) -> ChecklistProfile:
    """Put the questions into rows. Days on which nothing was answered are left out."""
    days = tuple(sorted((it for it in answered if it.answers), key=lambda it: it.answered_on))
    rows = tuple(
        ProfileRow(question=number, group=group, answers=tuple(day.answers.get(number) for day in days))
        for group, numbers in GROUPS.items()
        for number in numbers
    )
    return ChecklistProfile(days=days, rows=rows)


def time_before(seen: ChecklistProfile) -> ChecklistAnswers | None:
    """The day that the latest one can be compared with: the one before it, asked in the same words."""
    if len(seen.days) < 2 or seen.days[-2].form_version != seen.days[-1].form_version:
        return None
    return seen.days[-2]


def moved(seen: ChecklistProfile) -> tuple[Moved, ...]:
    """The questions whose answer is another than the time before, in the order of the rows.

    A question that was left out or "not sure" on either day has not moved: nothing is known.
    """
    before = time_before(seen)
    if before is None:
        return ()
    now = seen.days[-1]
    pairs = ((row.question, before.answer(row.question), now.answer(row.question)) for row in seen.rows)
    return tuple(
        Moved(question=number, before=then, now=step)
        for number, then, step in pairs
        if then is not None and step is not None and then != step
    )
