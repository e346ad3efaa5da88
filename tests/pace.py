"""How slowly this computer works at the moment: a bound on time is that of an ordinary one, and grows with it."""

import time
from collections.abc import Callable

ORDINARY = 0.05
"""Seconds an ordinary computer takes for a million additions in Python."""


def at_this_pace(seconds: float, clock: Callable[[], float] = time.process_time) -> float:
    """So many seconds of an ordinary computer, as this one now works by that clock; never fewer than it is told."""
    began, total = clock(), 0
    for it in range(1_000_000):
        total += it
    return seconds * max(1.0, (clock() - began) / ORDINARY)
