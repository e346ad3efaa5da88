"""The ending of a therapy and its worksheet: what is drawn from the diary, and what the person writes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from therapy_diary.domain.milestone import MilestoneId
from therapy_diary.domain.own_sentences import MINE, follows, only
from therapy_diary.domain.therapy import EndKind, TherapyId


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


ALLIANCE_CHART, CHECKLIST_CHART, NO_CHART = "alliance", "checklist", "none"
"""Small charts for the road by name; those of goals and questionnaires bear the names of their panels."""


class Audience(StrEnum):
    """For whom a page is made. Each has ticks of its own."""

    ME = "me"
    THERAPIST = "therapist"
    NEXT = "next"


FIT = "fit:"
"""What the keys of the six things begin with that may not have fitted. They are the person's to tick: off at first."""

NOT_FOR_THE_NEXT = frozenset(
    {
        Section.WHAT_HELPED,
        Section.WHAT_WAS_HARD,
        Section.THE_ROAD,
        Section.WHAT_COMES_NEXT,
        Section.WHAT_I_WANT_TO_SAY,
        Section.GOOD_BYE,
    }
)
"""What was between the two of them: off a next therapist's page until the person ticks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingSection:
    """One section: the person's words, whether what the diary holds is drawn into it, and its tick on the page for me."""

    section: Section
    my_text: str = ""
    draw: bool = True
    in_print: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingLine:
    """A line drawn from the diary, as the person saw it; my_words, unless empty, stand on the page in its place.

    line says which record gave it, such as "topic:" and its uid: the same in every copy of the diary. seen is what
    the record said then, in no language where its words change with the language.
    """

    section: Section
    line: str
    seen: str
    my_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Whether a section, or one line of it, stands on the page for somebody.

    line names a line of the diary, or a sentence of the person's own words as own_sentences does; empty: the section.
    """

    audience: Audience
    section: Section
    line: str = ""
    in_print: bool = True


@dataclass(frozen=True, slots=True)
class Ticks:
    """Every tick the person set or took away. What is off my own page is off every other one, unless ticked there."""

    given: Mapping[tuple[Audience, Section, str], bool] = field(default_factory=dict)

    def of(self, audience: Audience, section: ClosingSection, line: str = "") -> bool:
        """Whether it stands on the page: a section when no line is named, else a line of a section that does."""
        name = section.section
        if (given := self.given.get((audience, name, line))) is not None:
            return given
        if audience is Audience.ME:
            return not line.startswith(FIT) if line else section.in_print
        kept_between = audience is Audience.NEXT and not line and name in NOT_FOR_THE_NEXT
        return not kept_between and self.of(Audience.ME, section, line)

    def of_words(self, audience: Audience, section: ClosingSection) -> str:
        """The person's own words in a section as they stand on the page: without the sentences that have no tick."""
        if not self._are_of_words(section.section):
            return section.my_text
        return only(section.my_text, lambda key: self.of(audience, section, key))

    def following(self, section: Section, before: str, after: str) -> tuple[Tick, ...]:
        """The ticks that go with sentences whose words are changed: what was off a page does not come back by a comma."""
        if not self._are_of_words(section):
            return ()
        found: dict[tuple[Audience, str], bool] = {}
        for old, new in follows(before, after):
            for audience in Audience:
                if (given := self.given.get((audience, section, old))) is not None:
                    found[audience, new] = given and found.get((audience, new), True)
        return tuple(
            Tick(audience=audience, section=section, line=line, in_print=on)
            for (audience, line), on in found.items()
        )

    def _are_of_words(self, section: Section) -> bool:
        """Whether any sentence of the person's own words there was ever ticked or not: else nobody need look for them."""
        return any(name is section and line.startswith(MINE) for _, name, line in self.given)

    def with_tick(self, tick: Tick) -> "Ticks":
        """The same with one more."""
        return Ticks({**self.given, (tick.audience, tick.section, tick.line): tick.in_print})


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """The pages as they stood when an ending was finished, as JSON. number counts the finishes, from 1."""

    number: int
    finished_on: date
    pages: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """An ending that was begun. It can be taken back, and opened again after it was finished.

    chart names the small chart on its worksheet; one that is gone leaves none. last_mark is the milestone of the last
    session, where finishing set one.
    """

    therapy: TherapyId
    variant: Variant
    decided_by: DecidedBy | None
    opened_on: date
    why: EndKind | None = None
    planned_last_on: date | None = None
    sessions_set_aside: int | None = None
    finished_on: date | None = None
    chart: str = ALLIANCE_CHART
    last_mark: MilestoneId | None = None

    def __post_init__(self) -> None:
        if self.sessions_set_aside is not None and not 0 <= self.sessions_set_aside <= 50:
            raise ValueError("0 to 50 sessions can be set aside for an ending")

    def ahead(self, held: Iterable[date]) -> int:
        """How many of the sessions set aside are still to come, by the days on which sessions were held; never below 0."""
        return max((self.sessions_set_aside or 0) - sum(it > self.opened_on for it in held), 0)

    @property
    def leaves_unfinished(self) -> bool:
        """Whether the time was over before the work: what stays unfinished then comes first."""
        outside = self.decided_by is DecidedBy.OUTSIDE
        return outside or self.why in (EndKind.PLANNED_LIMIT, EndKind.OUTSIDE_REASONS)
