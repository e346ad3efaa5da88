"""When an entry was written: local wall time, the zone it was in, and the same moment in UTC."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from therapy_diary.exchange.found import LeftOut, Why

YEARS = range(1900, 2200)
"""A diary with a day outside of these has a fault, not a writer."""
NOON = time(12)
LONGEST = 64  # characters that can be a date
LONG = len("2024-03-02 20:30")
EPOCH = datetime(1970, 1, 1)
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([AaPp][Mm])?)?"
    r"\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?",
    re.ASCII,
)

_ODD_BLANKS = {0x202F: " ", 0xA0: " ", 0x2009: " ", 0x200E: None, 0x200F: None, 0xFEFF: None}


@dataclass(slots=True, kw_only=True)  # a frozen one takes three times as long to make, and there are many
class Moment:
    """A moment as the person saw it on the clock, and in UTC where that is known; both without tzinfo."""

    wall: datetime
    zone: str = ""
    instant: datetime | None = None
    day_only: bool = False


def on_day(day: date) -> Moment:
    """A day without a time: it says noon, where no clock change and no zone can move it to another day."""
    return Moment(wall=plausible(datetime.combine(day, NOON)), day_only=True)


def at_wall(wall: datetime, zone: str = "") -> Moment:
    """A local wall time; in UTC as well where its zone is known."""
    place = named_zone(zone) if zone else None
    if place is None:
        return Moment(wall=plausible(wall))
    return Moment(wall=plausible(wall), zone=zone, instant=_moved(wall.replace(tzinfo=place), UTC))


def at_instant(instant: datetime, zone: str = "", *, here: tzinfo | None = None) -> Moment:
    """A moment with an offset, seen on the clock of its zone; else of its own offset; else of this computer (UTC given)."""
    place = named_zone(zone)
    if place is None:
        place = here if instant.utcoffset() == timedelta(0) else instant.tzinfo
    local = _moved(instant, place)
    return Moment(wall=plausible(local), zone=zone if named_zone(zone) else "", instant=_moved(instant, UTC))


def from_milliseconds(value: int | float, zone: str = "", *, here: tzinfo | None = None) -> Moment:
    """Milliseconds since 1970 in UTC, as phones count."""
    try:
        instant = (EPOCH + timedelta(milliseconds=value)).replace(tzinfo=UTC)
    except (OverflowError, ValueError, TypeError) as error:
        raise LeftOut(Why.ABSURD_DATE) from error
    return at_instant(instant, zone, here=here)


def plainly(text: str) -> str:
    """A date with the blanks of a typewriter: many programs set a narrow one before AM, and marks of direction around."""
    return (text if text.isascii() else text.translate(_ODD_BLANKS)).strip()


def read_iso(text: str) -> datetime | date:
    """A date, or a date and a time, with an offset or without. Raises LeftOut.

    Takes a blank for the T, one digit for two, am and pm, and any number of digits after the second.
    """
    text = plainly(text)[:LONGEST]
    if len(text) == LONG and text[4] == "-" and text[7] == "-" and text[10] in "T " and text[13] == ":":
        try:  # as most programs write it, in half the time
            return datetime.fromisoformat(text)
        except ValueError:
            pass  # it is told below what is wrong with it
    found = _ISO.fullmatch(text)
    if found is None:
        raise LeftOut(Why.NO_DATE)
    year, month, day, hour, minute, second, half, offset = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if hour is None:
            return on
        clock = time(_hour(int(hour), half), int(minute), int(second or 0), tzinfo=_offset(offset))
        return datetime.combine(on, clock)
    except ValueError as error:
        raise LeftOut(Why.ABSURD_DATE) from error


def moment_at(read: datetime | date, zone: str = "", *, here: tzinfo | None = None) -> Moment:
    """The moment of what was read: with an offset an instant, without one wall time, without time a day."""
    if not isinstance(read, datetime):
        return on_day(read)
    return at_wall(read, zone) if read.tzinfo is None else at_instant(read, zone, here=here)


def moment_of(text: str, zone: str = "", *, here: tzinfo | None = None) -> Moment:
    """The moment that such a text means: with an offset an instant, without one wall time, without time a day."""
    return moment_at(read_iso(text), zone, here=here)


def plausible(wall: datetime) -> datetime:
    """The same wall time without zone and fractions. Raises LeftOut for a year that no diary has."""
    if wall.year not in YEARS:
        raise LeftOut(Why.ABSURD_DATE)
    return wall.replace(tzinfo=None, microsecond=0) if wall.tzinfo or wall.microsecond else wall


@lru_cache(maxsize=256)
def named_zone(name: str) -> tzinfo | None:
    """The zone of a name such as Europe/Berlin or of an offset such as +02:00; None when there is none."""
    if re.fullmatch(r"(?:GMT|UTC)?[+-]\d{2}:?\d{2}", name):
        try:
            return _offset(name.removeprefix("GMT").removeprefix("UTC"))
        except ValueError:
            return None
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}", name):
        return None
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("12 hours only")
    return hour % 12 + (12 if half.lower() == "pm" else 0)


def _offset(text: str | None) -> tzinfo | None:
    if text is None:
        return None
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:])
    if minutes > 14 * 60:
        raise ValueError("no clock is that far from UTC")
    return timezone(timedelta(minutes=-minutes if text[0] == "-" else minutes))


def _moved(moment: datetime, place: tzinfo | None) -> datetime:
    """The same moment on another clock, without its tzinfo."""
    try:
        return moment.astimezone(place).replace(tzinfo=None, microsecond=0)
    except (OverflowError, ValueError, OSError) as error:
        raise LeftOut(Why.ABSURD_DATE) from error
