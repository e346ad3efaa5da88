"""What the person wrote at the end of a therapy that did not fit: what they need, and what to look for."""

from PySide6.QtCore import QObject

from therapy_diary.domain.closing import Section, Variant
from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.storage.diary import Diary

CARRIED = (Section.WHAT_I_LEARNED, Section.WHAT_COMES_NEXT)
"""In this variant of the worksheet: what I now know I need from a therapist, and what to look for first."""


def needs_of(diary: Diary, therapy: Therapy) -> dict[Section, str]:
    """Their own words, by section; nothing unless it has ended, by lack of fit, and something was written there."""
    closing = diary.closings.at(therapy.id) if therapy.state is TherapyState.CLOSED else None
    if closing is None or closing.variant is not Variant.FIT:
        return {}
    sections = diary.closings.sections(therapy.id)
    return {it: words for it in CARRIED if it in sections and (words := sections[it].my_text.strip())}


def needs_before(diary: Diary, therapy: Therapy) -> tuple[Therapy, dict[Section, str]] | None:
    """The therapy that ended last before this one began, or since, of those that left such words; with the words."""
    for it in sorted(diary.therapies.all(), key=lambda it: it.ended_on or it.started_on, reverse=True):
        if it.id != therapy.id and (found := needs_of(diary, it)):
            return it, found
    return None


class NeedsWords(QObject):
    """What these two sections are called outside of the worksheet."""

    def title(self, section: Section) -> str:
        """Such as "What I now know I need"."""
        if section is Section.WHAT_I_LEARNED:
            return self.tr("What I now know I need")
        return self.tr("What comes next, and what to look for")
