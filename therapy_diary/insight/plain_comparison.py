"""Then and now, without statistics: the median of the first three answers and of the latest three.

True whatever happened in between. It names no direction and no cause.
"""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from therapy_diary.insight.limits import DEFAULT, Limits

SPAN = 3  # answers on each side


class Stage(StrEnum):
    """How much can be said yet."""

    NOTHING = "nothing"
    TOO_FEW = "too_few"
    EARLY = "early"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainComparison:
    """first and latest are medians, None below five answers; low and high the quartiles, None below eight: as the limits say."""

    stage: Stage
    count: int
    first: float | None = None
    latest: float | None = None
    low: float | None = None
    high: float | None = None


def compare(values: Sequence[float], limits: Limits = DEFAULT) -> PlainComparison:
    """Compare the answers of one wording, in the order they were given, gaps left out.

    The quartiles are answers that were given: a quarter of the others, rounded down, lies outside each.
    So "at least half of your answers lie between them" always holds.
    """
    count = len(values)
    if count < limits.enough_for_a_median_line:
        return PlainComparison(stage=Stage.TOO_FEW if count else Stage.NOTHING, count=count)
    first, latest = statistics.median(values[:SPAN]), statistics.median(values[-SPAN:])
    if count < limits.enough_for_a_direction:
        return PlainComparison(stage=Stage.EARLY, count=count, first=first, latest=latest)
    in_order, outside = sorted(values), (count - 1) // 4
    low, high = in_order[outside], in_order[-1 - outside]
    return PlainComparison(stage=Stage.ENOUGH, count=count, first=first, latest=latest, low=low, high=high)
