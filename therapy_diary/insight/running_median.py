"""A calm line through restless answers: the median of each answer and its neighbours (Tukey 1977)."""

import statistics
from collections.abc import Sequence

from therapy_diary.insight.limits import DEFAULT, Limits

NARROW, WIDE = 3, 5  # answers that are looked at together
WIDE_FROM = 12  # answers in the series


def window_for(count: int, limits: Limits = DEFAULT) -> int | None:
    """How many answers a median is taken of: 3, from twelve answers on 5; None where there is no line yet."""
    if count < limits.enough_for_a_median_line:
        return None
    return WIDE if count >= WIDE_FROM else NARROW


def running_median(
    values: Sequence[float], window: int | None = None, limits: Limits = DEFAULT
) -> tuple[float, ...]:
    """The line, one value for each answer; empty where there is none yet. The window is shorter at both ends.

    Give each stretch that is drawn in one go by itself: medians must not reach over a gap any more than lines do.
    Raises ValueError for a window that is not odd.
    """
    width = window_for(len(values), limits) if window is None else window
    if width is None:
        return ()
    if width < 1 or width % 2 == 0:
        raise ValueError("a running median is taken of an odd number of answers")
    reach = width // 2
    return tuple(
        statistics.median(values[max(place - reach, 0) : place + reach + 1]) for place in range(len(values))
    )
