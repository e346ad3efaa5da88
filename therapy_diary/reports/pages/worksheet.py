"""What the worksheet at the end of a therapy says: sections in order, each drawn from the diary and written by the person."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from therapy_diary.domain.closing import (
    ALLIANCE_CHART,
    FIT,
    Audience,
    Closing,
    ClosingSection,
    Section,
    Variant,
)
from therapy_diary.reports.pages.drawn import Drawing
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.words import PageWords, SectionWords
from therapy_diary.reports.pages.worksheet_records import GoalRow, Line, Records

CHART = "chart"
"""The key of the small drawing among the lines of the road."""

FIRST_PAGE = (
    Section.HEAD,
    Section.WHY_I_CAME,
    Section.GOALS_THEN_AND_NOW,
    Section.WHAT_CHANGED,
    Section.THE_ROAD,
    Section.WHAT_HELPED,
)
SECOND_PAGE = {
    Variant.GOALS: (
        Section.WHAT_WAS_HARD,
        Section.WHAT_I_LEARNED,
        Section.TOOLS_I_KEEP,
        Section.WHEN_IT_GETS_HARD,
        Section.WHAT_I_CARRY_ON,
        Section.WHAT_COMES_NEXT,
        Section.WHAT_I_WANT_TO_SAY,
        Section.GOOD_BYE,
    ),
    Variant.FIT: (
        Section.WHAT_DID_NOT_FIT,
        Section.WHAT_I_LEARNED,
        Section.TOOLS_I_KEEP,
        Section.WHEN_IT_GETS_HARD,
        Section.WHAT_I_CARRY_ON,
        Section.WHAT_COMES_NEXT,
        Section.WHAT_I_WANT_TO_SAY,
        Section.GOOD_BYE,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One line the diary offers for a section, and what the person made of it.

    text is all of it; words are those that my_words, unless empty, take the place of. facts tell whether it changed
    since; is_seen: they saw it with these.
    """

    key: str
    text: str
    words: str
    facts: str
    aside: str = ""
    my_words: str = ""
    is_seen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSection:
    """One section as it will be printed.

    lines and goals are what goes in from the diary, out of what it offers: nothing when `draw` is off, and no line
    without a tick. ruled is how many blank lines each part gets:
    one where the diary gave something.
    """

    section: Section
    short: str
    title: str
    prompt: str
    parts: tuple[str, ...]
    offers: tuple[Offer, ...]
    lines: tuple[Line, ...]
    goals: tuple[GoalRow, ...]
    my_text: str
    draw: bool
    in_print: bool
    ruled: int
    second_page: bool
    chart: bool

    @property
    def has_unseen(self) -> bool:
        """Whether the diary offers something here that the person has not looked at yet."""
        return self.draw and not all(it.is_seen for it in self.offers)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to print in it."""
        return not (self.lines or self.goals or self.my_text.strip() or self.ruled or self.chart)


@dataclass(frozen=True, slots=True, kw_only=True)
class Worksheet:
    """The whole worksheet. sections holds every section of the variant; printed those that go on paper."""

    words: PageWords
    title: str
    footer: str
    sections: tuple[SheetSection, ...]

    @property
    def printed(self) -> tuple[SheetSection, ...]:
        """The sections that go on paper: not switched off, and with something in them."""
        return tuple(it for it in self.sections if it.in_print and not it.is_empty)

    def section(self, section: Section) -> SheetSection:
        """The section of that name. Raises KeyError when this variant has none."""
        for it in self.sections:
            if it.section is section:
                return it
        raise KeyError(section)


def order_of(closing: Closing) -> tuple[Section, ...]:
    """The sections of an ending, in order. Where the time was over first, what stays unfinished opens the second page."""
    second = list(SECOND_PAGE[closing.variant])
    if closing.leaves_unfinished and closing.variant is Variant.GOALS:
        second.remove(Section.WHAT_COMES_NEXT)
        second.insert(0, Section.WHAT_COMES_NEXT)
    return FIRST_PAGE + tuple(second)


def section_words(words: PageWords, closing: Closing, section: Section) -> SectionWords:
    """How a section is worded for this ending."""
    if closing.variant is Variant.FIT:
        return words.sections_fit[section]
    if closing.leaves_unfinished:
        return words.sections_outside[section]
    return words.sections[section]


def goal_line(goal: GoalRow, words: PageWords) -> str:
    """A goal in one line, for where there is no room for a table."""
    parts = [f"\u2068{goal.first}\u2069"]
    if goal.last:
        parts.append(f"{words.word('goals', 'last')}: \u2068{goal.last}\u2069")
    if goal.start:
        parts.append(f"{words.word('goals', 'from')}: {goal.start}")
    if goal.latest:
        parts.append(f"{words.word('goals', 'to')}: {goal.latest}")
    return " · ".join([*parts, goal.state])


def worksheet(
    records: Records,
    words: PageWords,
    *,
    format_date: Callable[[date], str],
    audience: Audience = Audience.ME,
    only_seen: bool = False,
    blanks: bool = False,
    chart: RoadChart | None = None,
) -> Worksheet:
    """Put the worksheet together as it stands for an audience.

    With only_seen, a line of the diary goes in once the person has looked at it. With blanks, sections nobody wrote
    in get ruled lines to fill in by hand. chart is the small one for the road.
    """
    composing = _Composing(records, words, format_date, audience, only_seen=only_seen)
    return Worksheet(
        words=words,
        title=_title(records, words),
        footer=_footer(records, words, audience, format_date),
        sections=tuple(composing.section(it, blanks=blanks, chart=chart) for it in order_of(records.closing)),
    )


class _Composing:
    """Puts sections together for one audience."""

    def __init__(
        self,
        records: Records,
        words: PageWords,
        format_date: Callable[[date], str],
        audience: Audience,
        *,
        only_seen: bool,
    ) -> None:
        self._records, self._words, self._audience = records, words, audience
        self._only_seen = only_seen
        self._drawing = Drawing(records, words, format_date)

    def section(self, section: Section, *, blanks: bool, chart: RoadChart | None) -> SheetSection:
        """One section as it goes on the page."""
        said = section_words(self._words, self._records.closing, section)
        mine = self._records.written.get(section, ClosingSection(section=section))
        lines = self._drawing.lines(section)
        goals = self._drawing.goals() if section is Section.GOALS_THEN_AND_NOW else ()
        offers = self._offers(section, [*lines, *goals], chart if section is Section.THE_ROAD else None)
        ticked = {it.key: it for it in offers if mine.draw and self._goes_in(mine, it)}
        my_text = self._records.ticks.of_words(self._audience, mine)
        return SheetSection(
            section=section,
            short=said.short,
            title=said.title,
            prompt=said.prompt,
            parts=said.parts,
            offers=offers,
            lines=_in_one_line(
                [replace(it, text=ticked[it.key].my_words or it.text) for it in lines if it.key in ticked]
            ),
            goals=tuple(
                replace(it, last=ticked[it.key].my_words or it.last) for it in goals if it.key in ticked
            ),
            my_text=my_text,
            draw=mine.draw,
            in_print=self._records.ticks.of(self._audience, mine),
            ruled=min(said.lines, 1 if ticked else said.lines) if blanks and not my_text.strip() else 0,
            second_page=section not in FIRST_PAGE,
            chart=CHART in ticked,
        )

    def _goes_in(self, section: ClosingSection, offer: Offer) -> bool:
        """Whether a line has its tick, and was looked at where that is asked for."""
        ticked = self._records.ticks.of(self._audience, section, offer.key)
        return ticked and (offer.is_seen or not self._only_seen)

    def _offers(
        self, section: Section, drawn: Sequence[Line | GoalRow], chart: RoadChart | None
    ) -> tuple[Offer, ...]:
        given = [
            Offer(key=it.key, text=it.text, words=it.text, facts=it.facts or it.text, aside=it.aside)
            if isinstance(it, Line)
            else Offer(key=it.key, text=goal_line(it, self._words), words=it.last or it.first, facts=it.facts)
            for it in drawn
        ]
        if chart is not None:
            facts = CHART if chart.name == ALLIANCE_CHART else f"{CHART}:{chart.name}"
            given.append(Offer(key=CHART, text=chart.sentence, words=chart.sentence, facts=facts))
        return tuple(self._as_seen(section, it) for it in given)

    def _as_seen(self, section: Section, offer: Offer) -> Offer:
        """The offer with what the person made of it."""
        seen = self._records.seen.get((section, offer.key))
        if seen is None:
            return offer
        return replace(offer, my_words=seen.my_words, is_seen=seen.seen == offer.facts)


def _in_one_line(lines: Sequence[Line]) -> tuple[Line, ...]:
    """What did not fit beside each other, in one line before the others."""
    fit = [it for it in lines if it.key.startswith(FIT)]
    others = tuple(it for it in lines if it not in fit)
    return (Line(text=" · ".join(it.text for it in fit), key=FIT), *others) if fit else others


def _title(records: Records, words: PageWords) -> str:
    name = records.therapy.therapist_name.strip()
    if not name:
        return words.word("page", "title")
    return words.filled("page", "title_with", name=name)


def _footer(
    records: Records, words: PageWords, audience: Audience, format_date: Callable[[date], str]
) -> str:
    """Whose page it is, where the person wrote one line at its head that this audience may see."""
    head = records.written.get(Section.HEAD, ClosingSection(section=Section.HEAD))
    name = records.ticks.of_words(audience, head).strip() if records.ticks.of(audience, head) else ""
    day = format_date(records.today)
    if name and "\n" not in name:
        return words.filled("page", "written_by", name=name, date=day)
    return words.filled("page", "written", date=day)
