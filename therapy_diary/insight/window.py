"""The latest few sessions as the readings look at them, and which parts of the rules they meet."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from therapy_diary.domain.difficulty import CLEARLY, FIT
from therapy_diary.domain.reading import Reason, Rule
from therapy_diary.insight.limits import ROUNDING, Limits
from therapy_diary.insight.session_evidence import SessionEvidence

HARD, STILL = ("h1", "h2"), ("h3", "h4")


def counting(evidence: Sequence[SessionEvidence], limits: Limits) -> list[SessionEvidence]:
    """The sessions with at least two of the three statements of fit answered: only these count."""
    return [it for it in evidence if it.fit_answered >= limits.fit_answers_needed]


@dataclass(frozen=True, slots=True)
class Window:
    """The last four sessions that count, none older than 120 days."""

    sessions: tuple[SessionEvidence, ...]
    limits: Limits

    @classmethod
    def ending(cls, evidence: Sequence[SessionEvidence], day: date, limits: Limits) -> "Window":
        """The window over some sessions, seen from a day."""
        recent = [it for it in counting(evidence, limits) if (day - it.day).days <= limits.oldest_days]
        return cls(tuple(recent[-limits.window :]), limits)

    @property
    def is_enough(self) -> bool:
        """Whether anything may be said at all."""
        return len(self.sessions) >= self.limits.window_needed

    @property
    def fit_marked(self) -> int:
        """In how many of its sessions any statement of fit was marked."""
        return sum(it.marked(FIT) for it in self.sessions)

    @property
    def fit_reasons(self) -> tuple[Reason, ...]:
        """What speaks for a possible lack of fit; empty where nothing does."""
        clear = sum(it.marked(FIT, CLEARLY) for it in self.sessions[-self.limits.fit_clear_within :])
        low = [self._is_low(it) for it in self.sessions]
        met = {
            Reason.FIT_MARKED: self.fit_marked >= self.limits.fit_marked_sessions,
            Reason.FIT_CLEAR: clear >= self.limits.fit_clear_sessions,
            Reason.LOW_RUNNING: any(one and other for one, other in pairwise(low)),
        }
        return tuple(reason for reason, is_met in met.items() if is_met)

    @property
    def is_hard(self) -> bool:
        """Whether hard things were touched in two of them."""
        return sum(it.marked(HARD) for it in self.sessions) >= self.limits.hard_sessions

    @property
    def is_still(self) -> bool:
        """Whether little moved in three of them."""
        return sum(it.marked(STILL) for it in self.sessions) >= self.limits.still_sessions

    @property
    def holds(self) -> bool | None:
        """Whether the relationship holds: the median of the latest three means; None where none was answered."""
        means = [
            statistics.fmean(answers)
            for it in self.sessions
            if len(answers := it.tie_answers()) >= self.limits.holds_answers_needed
        ]
        if not means:
            return None
        return statistics.median(means[-self.limits.holds_means :]) >= self.limits.holds_from - ROUNDING

    @property
    def is_growing(self) -> bool:
        """Whether not getting through was marked more in the last two sessions than in the two before."""
        given = [mark for it in self.sessions[-4:] if (mark := it.marks.get("f2")) is not None]
        return len(given) == 4 and sum(given[2:]) > sum(given[:2])

    def meets(self, rule: Rule) -> bool:
        """Whether the condition of one of the rules about a window is met, whatever comes before it in order."""
        if not self.is_enough:
            return False
        if rule is Rule.RELATIONSHIP:
            return bool(self.fit_reasons)
        if rule is Rule.MIXED:
            return bool(self.fit_reasons) and self.is_hard
        if rule is Rule.HARD_WORK:
            return self.is_hard and self.holds is True
        if rule is Rule.STANDING_STILL:
            return self.is_still and self.holds is True
        if rule is Rule.UNCLEAR:
            return (self.is_hard or self.is_still) and self.holds is False
        return False

    def _is_low(self, session: SessionEvidence) -> bool:
        answers = (session.rating.get("safe"), session.rating.get("understood"))
        return any(it is not None and it <= self.limits.low_answer for it in answers)
