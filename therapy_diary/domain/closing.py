"""The ending of a therapy and its worksheet: what is drawn from the diary, and what the person writes."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from therapy_diary.domain.therapy import TherapyId


class Variant(StrEnum):
    """Which worksheet: after reached goals (and planned or outside ends), or after a lack of fit."""

    GOALS = "goals"
    FIT = "fit"


class DecidedBy(StrEnum):
    """Who decided that the therapy ends."""

    ME = "me"
    THERAPIST = "therapist"
    TOGETHER = "together"
    OUTSIDE = "outside"


class Section(StrEnum):
    """The fifteen sections of the worksheet, in the order they are printed; not_fitting stands in the fit variant only."""

    HEAD = "head"
    WHY_I_CAME = "why_i_came"
    GOALS_THEN_AND_NOW = "goals_then_and_now"
    WHAT_CHANGED = "what_changed"
    THE_ROAD = "the_road"
    WHAT_HELPED = "what_helped"
    WHAT_WAS_HARD = "what_was_hard"
    WHAT_DID_NOT_FIT = "what_did_not_fit"
    WHAT_I_LEARNED = "what_i_learned"
    TOOLS_I_KEEP = "tools_i_keep"
    WHEN_IT_GETS_HARD = "when_it_gets_hard"
    WHAT_I_CARRY_ON = "what_i_carry_on"
    WHAT_COMES_NEXT = "what_comes_next"
    WHAT_I_WANT_TO_SAY = "what_i_want_to_say"
    GOOD_BYE = "good_bye"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSection:
    """One section: the person's words, whether what the diary holds is drawn into it, and whether it is printed."""

    section: Section
    my_text: str = ""
    draw: bool = True
    in_print: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """An ending that was begun. It can be taken back until it is finished."""

    therapy: TherapyId
    variant: Variant
    decided_by: DecidedBy | None
    opened_on: date
    planned_last_on: date | None = None
    sessions_set_aside: int | None = None
    finished_on: date | None = None

    def __post_init__(self) -> None:
        if self.sessions_set_aside is not None and not 0 <= self.sessions_set_aside <= 50:
            raise ValueError("0 to 50 sessions can be set aside for an ending")
