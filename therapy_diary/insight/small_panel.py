"""A few numbers over time small enough for the page before a session: the last twelve, and one sentence on them all."""

from dataclasses import dataclass
from datetime import date

POINTS_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPanel:
    """What is shown of one thing. given has the last answers of one wording, each on its day, within low and high.

    hollow are the days of those with parts left out, breaks the first and last days of breaks between them.

    name is the same each time, and others are the names and titles of what could stand here instead.
    """

    name: str
    title: str
    low: float
    high: float
    given: tuple[tuple[date, float], ...]
    sentence: str
    hollow: tuple[date, ...] = ()
    breaks: tuple[tuple[date, date], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
