"""Whether two scores differ by more than the wobble of the questionnaire (Jacobson & Truax 1991).

It is only as good as the spread and the reliability put in, so it exists only for a measure that declares both with
their source, and never for the product's own statements.
"""

import math
from dataclasses import dataclass

from therapy_diary.domain.measure import Better, Change

RELIABLE = 1.96  # standard deviations: by chance in one of twenty, up and down together


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange:
    """The standard error of one score, that of a difference, and the difference in units of it."""

    sem: float
    s_diff: float
    index: float

    @property
    def smallest(self) -> float:
        """The least difference that counts, in points of the score."""
        return RELIABLE * self.s_diff

    @property
    def is_reliable(self) -> bool:
        """Whether the difference counts."""
        return abs(self.index) > RELIABLE


def reliable_change(before: float, after: float, change: Change | None) -> ReliableChange | None:
    """Compare two scores; None without a declared spread and reliability.

    SEM = SD * sqrt(1 - r); S_diff = sqrt(2) * SEM; RC = (after - before) / S_diff.
    """
    if change is None:
        return None
    sem = change.sd * math.sqrt(1 - change.reliability)
    s_diff = math.sqrt(2) * sem
    return ReliableChange(sem=sem, s_diff=s_diff, index=(after - before) / s_diff)


def smallest_change(change: Change | None) -> float | None:
    """The smallest reliable difference of a scale, None where its file declares nothing to work it out from."""
    found = reliable_change(0, 0, change)
    return None if found is None else found.smallest


def is_further_from_easy(first: float, latest: float, better: Better, change: Change | None) -> bool:
    """Whether the latest score is reliably on the harder side of the first: the one sentence a measure may cause."""
    found = reliable_change(first, latest, change)
    if found is None or not found.is_reliable or better is Better.OPEN:
        return False
    return (latest < first) == (better is Better.HIGHER)
