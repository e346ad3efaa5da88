"""Which word a series has earned: none for a long time, and the same rule for better and for worse.

A direction needs eight answers, an exact Mann-Kendall p below .01, a least change along the middle slope, and all of
it at two ratings running. With p below .05, looked at after every session, about half of all perfectly flat
therapies would be told of a direction at some time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import pairwise

from therapy_diary.insight.exact_kendall import Kendall, kendall
from therapy_diary.insight.limits import DEFAULT, ROUNDING, Limits
from therapy_diary.insight.plain_comparison import PlainComparison, compare
from therapy_diary.insight.theil_sen import SenLine, sen_line


class Word(StrEnum):
    """What may be said about a series. The leanings are for the detail panel only."""

    TOO_FEW = "too_few"
    EARLY = "early"
    NONE = "none"
    LEAN_UP = "lean_up"
    LEAN_DOWN = "lean_down"
    CLEAR_UP = "clear_up"
    CLEAR_DOWN = "clear_down"

    @property
    def is_clear(self) -> bool:
        """Whether it is a direction that may be said outside the detail panel."""
        return self in (Word.CLEAR_UP, Word.CLEAR_DOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A series judged. comparison is the plain then and now with the quartiles, true whatever the word is.

    change is how far the middle line runs from the first answer to the latest, in the units of the answers.
    since is the start that was picked, None for the whole series; a sentence must then say it.
    """

    word: Word
    comparison: PlainComparison
    test: Kendall
    line: SenLine | None
    change: float | None
    since: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """The series at one time: its test, its line and how far that runs."""

    test: Kendall
    line: SenLine | None
    change: float

    def direction(self, below_p: float, least_change: float) -> int:
        """1 up, -1 down, 0 where chance or too small a change explains it."""
        if self.test.p >= below_p or abs(self.change) < least_change - ROUNDING:
            return 0
        return 1 if self.change > 0 else -1


def trend(
    values: Sequence[float],
    times: Sequence[float] | None = None,
    *,
    least_change: float,
    since: float | None = None,
    limits: Limits = DEFAULT,
) -> Trend:
    """Judge the answers of one wording, oldest first, gaps left out.

    times are session numbers, or weeks since the first answer (weeks_since_first); 1, 2, 3 … when not given. With
    since, only answers at or after that time count, by the same rule. least_change is above 0, in units of the
    answers. Raises ValueError when times do not go with the values.
    """
    if least_change <= 0:
        raise ValueError("the least change worth a word is above 0")
    at = range(1, len(values) + 1) if times is None else times
    pairs = [it for it in zip(at, values, strict=True) if since is None or it[0] >= since]
    if any(later[0] < earlier[0] for earlier, later in pairwise(pairs)):
        raise ValueError("answers come oldest first")
    look = _look(pairs)
    return Trend(
        word=_word(pairs, look, least_change, limits),
        comparison=compare([value for _, value in pairs], limits),
        test=look.test,
        line=look.line,
        change=None if look.line is None else look.change,
        since=since,
    )


def words_after_each(
    values: Sequence[float],
    times: Sequence[float] | None = None,
    *,
    least_change: float,
    limits: Limits = DEFAULT,
) -> tuple[Word, ...]:
    """The word that stood after each answer, as the person would have seen it."""
    at = range(1, len(values) + 1) if times is None else times
    return tuple(
        trend(values[:count], at[:count], least_change=least_change, limits=limits).word
        for count in range(1, len(values) + 1)
    )


def weeks_since_first(moments: Sequence[datetime]) -> tuple[float, ...]:
    """When measures were answered, as weeks since the first time."""
    return tuple((it - moments[0]) / timedelta(weeks=1) for it in moments)


def _look(pairs: Sequence[tuple[float, float]]) -> _Look:
    times, values = [time for time, _ in pairs], [value for _, value in pairs]
    line = sen_line(times, values)
    change = 0.0 if line is None else line.slope * (times[-1] - times[0])
    return _Look(test=kendall(values), line=line, change=change)


def _word(pairs: Sequence[tuple[float, float]], look: _Look, least_change: float, limits: Limits) -> Word:
    count = len(pairs)
    if count < limits.enough_for_a_median_line:
        return Word.TOO_FEW
    if count < limits.enough_for_a_direction:
        return Word.EARLY
    now = look.direction(limits.clear_below_p, least_change)
    # The time before must have been a look that could speak at all: at seven answers it was too early to.
    if now and count > limits.enough_for_a_direction:
        before = _look(pairs[:-1]).direction(limits.clear_below_p, least_change)
        if before == now:
            return Word.CLEAR_UP if now > 0 else Word.CLEAR_DOWN
    leaning = look.direction(limits.lean_below_p, least_change)
    if leaning:
        return Word.LEAN_UP if leaning > 0 else Word.LEAN_DOWN
    return Word.NONE
