"""Text typed but not yet kept as a note: what a crash may cost at most two seconds of."""

from dataclasses import dataclass
from datetime import datetime

NOTES = "note:"
"""How the place of every draft of a note begins."""

JOTTED = "jotted:new"
"""The place of what is jotted down from any page."""

WINDOW = "window"
"""The place of where the person was when the diary locked."""

NEW_CONTACT = "contact:new"
"""The place of a contact that is being written down."""

NEW_THERAPY = "therapy:new"
"""The place of a therapy that is being written down."""

OF_THE_DIARY = (JOTTED, WINDOW, NEW_CONTACT, NEW_THERAPY)
"""The places that belong to no therapy: they stay where they are when another one comes onto the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One unfinished text. place says which page and which record it belongs to, such as "note:new" or "note:12".

    cursor is the position in the text, in characters.
    """

    place: str
    text: str
    cursor: int
    kept_at: datetime
