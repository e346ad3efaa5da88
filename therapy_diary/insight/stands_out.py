"""One session below the usual: an individuals chart with a median centre and a least width.

It happens by chance to about one person in four within thirty sessions, so what is said about it must be mild.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from therapy_diary.insight.limits import DEFAULT, ROUNDING, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualRange:
    """Where the answers before a session lay: median, mean step between neighbours, and the range around the median."""

    center: float
    mean_moving_range: float
    half_width: float

    @property
    def lower(self) -> float:
        """The lower end of the range."""
        return self.center - self.half_width

    @property
    def upper(self) -> float:
        """The upper end of the range; it may lie beyond the highest answer."""
        return self.center + self.half_width


def usual_range(earlier: Sequence[float], limits: Limits = DEFAULT) -> UsualRange | None:
    """The range that the latest of the earlier scores make up, None when there are too few. Oldest first."""
    if len(earlier) < max(limits.earlier_needed, 2):
        return None
    looked_at = earlier[-limits.earlier_looked_at :]
    steps = statistics.fmean(abs(later - one) for one, later in pairwise(looked_at))
    return UsualRange(
        center=statistics.median(looked_at),
        mean_moving_range=steps,
        half_width=max(limits.moving_range_factor * steps, limits.least_half_width),
    )


def stands_out(earlier: Sequence[float], now: float, limits: Limits = DEFAULT) -> bool | None:
    """Whether a score lies below the usual range of those before it; None when there are too few to tell."""
    usual = usual_range(earlier, limits)
    return None if usual is None else now < usual.lower - ROUNDING
