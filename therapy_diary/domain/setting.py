"""The setting: day, time and place as agreed. Changes are new versions, never edits."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.therapy import TherapyId

SettingId = NewType("SettingId", int)


class Frequency(StrEnum):
    """How often sessions are meant to happen."""

    TWICE_WEEKLY = "twice_weekly"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    IRREGULAR = "irregular"


class Place(StrEnum):
    """Where sessions happen."""

    ROOM = "room"
    ONLINE = "online"
    PHONE = "phone"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What was agreed besides day, time and place, as the person understood it; empty where nothing was said."""

    confidentiality: str = ""
    contact_between: str = ""
    cancelling: str = ""
    breaks: str = ""
    inside_outside: str = ""
    open_questions: str = ""
    why_changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What was agreed from a date on. Weekday 1 is Monday, 7 is Sunday; None where nothing is fixed."""

    id: SettingId
    therapy: TherapyId
    valid_from: date
    weekday: int | None
    start_time: time | None
    minutes: int | None = 50
    frequency: Frequency = Frequency.WEEKLY
    place: Place = Place.ROOM
    terms: Terms = Terms()

    def __post_init__(self) -> None:
        if self.weekday is not None and not 1 <= self.weekday <= 7:
            raise ValueError("a weekday lies between 1 (Monday) and 7 (Sunday)")
        if self.minutes is not None and not 5 <= self.minutes <= 480:
            raise ValueError("a session lasts 5 to 480 minutes")

    def start_on(self, day: date) -> datetime | None:
        """When the session of a day would begin by what was agreed; None on other days."""
        if self.start_time is None or self.weekday != day.isoweekday():
            return None
        return datetime.combine(day, self.start_time)
