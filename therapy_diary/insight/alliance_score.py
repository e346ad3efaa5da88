"""What a rating of the alliance comes to: a mean of what was answered, or nothing when too little was.

Missing is not zero: a rating with too few answers has no score, and a chart shows a gap.
The needed counts are the product's own rule, three quarters of the statements and most of Bordin's (1979) three.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from therapy_diary.domain.alliance import CONDITIONS, CORE, STATEMENTS, AllianceRating

CORE_NEEDED = 2  # of Bordin's three
CONDITIONS_NEEDED = 3  # of the other five
OVERALL_NEEDED = 6  # of all eight
LATE_AFTER = timedelta(hours=72)  # after the session began: from then on it is recall


@dataclass(frozen=True, slots=True, kw_only=True)
class AllianceScore:
    """Means from 0 (not at all) to 4 (completely), None where too little was answered."""

    core: float | None
    conditions: float | None
    overall: float | None
    answered: int

    @property
    def is_part_answered(self) -> bool:
        """Whether it is scored although some statements were left out: drawn hollow, and said."""
        return self.overall is not None and self.answered < len(STATEMENTS)


def score(answers: Mapping[str, int | None]) -> AllianceScore:
    """The score of one rating's answers."""
    core, conditions = _given(answers, CORE), _given(answers, CONDITIONS)
    together = core + conditions
    enough = len(together) >= OVERALL_NEEDED and len(core) >= CORE_NEEDED
    return AllianceScore(
        core=_mean(core) if len(core) >= CORE_NEEDED else None,
        conditions=_mean(conditions) if len(conditions) >= CONDITIONS_NEEDED else None,
        overall=_mean(together) if enough else None,
        answered=len(together),
    )


def is_late(rating: AllianceRating, starts_at: datetime) -> bool:
    """Whether the rating was filled in more than 72 hours after its session began."""
    return rating.filled_at - starts_at > LATE_AFTER


def nearest_step(value: float) -> int:
    """The step, 0 to 4, whose word is nearest to a mean; half way goes up, as in school."""
    return math.floor(value + 0.5)


def _given(answers: Mapping[str, int | None], statements: Iterable[str]) -> list[int]:
    return [answer for it in statements if (answer := answers.get(it)) is not None]


def _mean(values: list[int]) -> float:
    return sum(values) / len(values)
