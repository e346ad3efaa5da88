"""Somebody the person can turn to when it gets too much. Filled in by the person; no number is shipped."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

ContactId = NewType("ContactId", int)

CHECK_AFTER = 365
"""Days after which a contact is asked about: still right?"""


class ContactKind(StrEnum):
    """What a contact is for."""

    EMERGENCY = "emergency"
    URGENT_LINE = "urgent_line"
    PERSON = "person"
    THERAPIST = "therapist"
    OUTSIDE_ADVICE = "outside_advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A name and how to reach them."""

    id: ContactId
    position: int
    label: str
    reach: str
    kind: ContactKind
    hours: str = ""
    checked_on: date | None = None

    def may_be_old(self, today: date) -> bool:
        """Whether it was last looked at more than a year ago, so that it may no longer be right."""
        return self.checked_on is not None and (today - self.checked_on).days > CHECK_AFTER
