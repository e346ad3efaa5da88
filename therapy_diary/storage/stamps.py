"""How dates, local wall times and new identities are written into the file."""

import os
from datetime import date, datetime


def new_uids(count: int) -> list[str]:
    """As many as new_uid() would give, in a third of the time."""
    digits = os.urandom(16 * count).hex()
    return [digits[it : it + 32] for it in range(0, 32 * count, 32)]


def new_uid() -> str:
    """A fresh identity for a record that may leave the diary and come back: 32 hex digits."""
    return os.urandom(16).hex()  # not secrets: its imports take 3 ms at every start


def minute(moment: datetime) -> str:
    """A local wall time to the minute, such as 2026-03-04T17:00."""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def second(moment: datetime) -> str:
    """A local wall time to the second."""
    if moment.tzinfo is not None:
        moment = moment.replace(tzinfo=None)
    return moment.isoformat(timespec="seconds")


def offset_of(moment: datetime) -> int | None:
    """How many minutes local time is ahead of UTC at this wall time here, None where the system cannot tell."""
    try:
        ahead = moment.replace(tzinfo=None).astimezone().utcoffset()
    except (OverflowError, OSError, ValueError):
        return None
    return None if ahead is None else round(ahead.total_seconds() / 60)


def maybe_date(text: str | None) -> date | None:
    """The date a nullable column holds."""
    return None if text is None else date.fromisoformat(text)


def maybe_text(day: date | None) -> str | None:
    """A date as a nullable column keeps it."""
    return None if day is None else day.isoformat()
