"""What can stand in the way of bringing a diary along or taking one away; each has one sentence in sentences.py."""

from enum import StrEnum


class Trouble(StrEnum):
    """Why a whole source was refused, or a whole export not written."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_KNOWN = "not_known"
    OTHER_FORMAT = "other_format"
    BROKEN = "broken"
    TOO_LARGE = "too_large"
    UNPACKS_TOO_FAR = "unpacks_too_far"
    PACKED_OTHERWISE = "packed_otherwise"
    ZIP_LOCKED = "zip_locked"
    JRNL_LOCKED = "jrnl_locked"
    MINI_DIARY_LOCKED = "mini_diary_locked"
    DIARO_LOCKED = "diaro_locked"
    STANDARD_NOTES_LOCKED = "standard_notes_locked"
    LIFEOGRAPH_LOCKED = "lifeograph_locked"
    LIFEOGRAPH = "lifeograph"
    NEWER = "newer"
    STOPPED = "stopped"
    PLACE_TAKEN = "place_taken"
    NOT_WRITTEN = "not_written"


class ExchangeTrouble(Exception):
    """A source or a target that cannot be used. Carries no word of a diary and no path."""

    def __init__(self, kind: Trouble) -> None:
        super().__init__(kind)
        self.kind = kind
