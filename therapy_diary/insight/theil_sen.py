"""The middle slope of a series (Theil 1950, Sen 1968): one odd answer does not turn it."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from therapy_diary.insight.exact_kendall import tie_sizes, variance_of_s

CONFIDENCE = 0.95


@dataclass(frozen=True, slots=True, kw_only=True)
class SenLine:
    """A line through a series. slope, low and high are change per unit of time.

    intercept is the median of value - slope * time ("joint"), which passes nearer the points; intercept_separate is
    median value - slope * median time. low and high bound the slope with the given confidence; None where all times
    or all answers leave nothing to bound it by.
    """

    slope: float
    intercept: float
    intercept_separate: float
    low: float | None
    high: float | None
    confidence: float

    def at(self, time: float) -> float:
        """The value of the line at a time."""
        return self.intercept + self.slope * time


def sen_line(
    times: Sequence[float], values: Sequence[float], *, confidence: float = CONFIDENCE
) -> SenLine | None:
    """The line, or None where no two times differ. Pairs at one time have no slope and are left out.

    The bounds follow Sen (1968), equation 2.6, with the ties of both times and values, as scipy.stats.theilslopes.
    Raises ValueError when times and values differ in number, or the confidence does not lie between 0 and 1.
    """
    if not 0 < confidence < 1:
        raise ValueError("a confidence lies between 0 and 1")
    slopes = sorted(
        (second - first) / (later - earlier)
        for (earlier, first), (later, second) in combinations(zip(times, values, strict=True), 2)
        if later != earlier
    )
    if not slopes:
        return None
    slope = statistics.median(slopes)
    low, high = _bounds(slopes, times, values, confidence)
    return SenLine(
        slope=slope,
        intercept=statistics.median(value - slope * time for time, value in zip(times, values, strict=True)),
        intercept_separate=statistics.median(values) - slope * statistics.median(times),
        low=low,
        high=high,
        confidence=confidence,
    )


def _bounds(
    slopes: Sequence[float], times: Sequence[float], values: Sequence[float], confidence: float
) -> tuple[float | None, float | None]:
    variance = variance_of_s(len(values), (*tie_sizes(times), *tie_sizes(values)))
    if variance < 0:
        return None, None
    reach = statistics.NormalDist().inv_cdf((1 - confidence) / 2) * math.sqrt(variance)
    count = len(slopes)
    low = max(round((count + reach) / 2) - 1, 0)
    high = min(round((count - reach) / 2), count - 1)
    return slopes[low], slopes[high]
