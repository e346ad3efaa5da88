"""Something that happened to the setting: moved, cut short, a line crossed. The person's record of what was kept to."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicId

SettingEventId = NewType("SettingEventId", int)


class SettingEventKind(StrEnum):
    """What happened."""

    TIME_MOVED = "time_moved"
    CUT_SHORT = "cut_short"
    CANCELLED = "cancelled"
    LATE = "late"
    CONTACT_OUTSIDE = "contact_outside"
    PRIVACY = "privacy"
    PLACE_CHANGED = "place_changed"
    BREAK = "break"
    LINE_CROSSED = "line_crossed"
    NOT_SAFE = "not_safe"
    OTHER = "other"


UNSAFE = (SettingEventKind.LINE_CROSSED, SettingEventKind.NOT_SAFE)
"""The two marks that show contacts outside as well, and press nobody to raise them with the therapist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingEvent:
    """One event; it may have become a topic."""

    id: SettingEventId
    therapy: TherapyId
    session: SessionId | None
    on_date: date
    kind: SettingEventKind
    words: str = ""
    topic: TopicId | None = None
