"""What the worksheet at the end of a therapy says: sections in order, each drawn from the diary and written by the person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from therapy_diary.domain.closing import Closing, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.reports.pages.drawn import Drawing
from therapy_diary.reports.pages.words import PageWords, SectionWords
from therapy_diary.reports.pages.worksheet_records import GoalRow, Line, Records

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
class SheetSection:
    """One section as it will be printed.

    lines and goals are what the diary gives, empty when `draw` is off. ruled is how many blank lines each part gets.
    """

    section: Section
    short: str
    title: str
    prompt: str
    parts: tuple[str, ...]
    lines: tuple[Line, ...]
    goals: tuple[GoalRow, ...]
    my_text: str
    draw: bool
    in_print: bool
    ruled: int
    second_page: bool
    chart: bool

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
    """The sections of an ending, in order. After an end from outside, what stays unfinished opens the second page."""
    second = list(SECOND_PAGE[closing.variant])
    if closing.decided_by is DecidedBy.OUTSIDE and closing.variant is Variant.GOALS:
        second.remove(Section.WHAT_COMES_NEXT)
        second.insert(0, Section.WHAT_COMES_NEXT)
    return FIRST_PAGE + tuple(second)


def section_words(words: PageWords, closing: Closing, section: Section) -> SectionWords:
    """How a section is worded for this ending."""
    if closing.variant is Variant.FIT:
        return words.sections_fit[section]
    if closing.decided_by is DecidedBy.OUTSIDE:
        return words.sections_outside[section]
    return words.sections[section]


def worksheet(
    records: Records,
    words: PageWords,
    *,
    format_date: Callable[[date], str],
    blanks: bool = False,
    chart: bool = False,
) -> Worksheet:
    """Put the worksheet together.

    With blanks, sections nobody wrote in get ruled lines to fill in by hand. chart says that there is one for the road.
    """
    drawing = Drawing(records, words, format_date)
    sections = []
    for section in order_of(records.closing):
        said = section_words(words, records.closing, section)
        mine = records.written.get(section, ClosingSection(section=section))
        draw = mine.draw
        empty = not mine.my_text.strip()
        sections.append(
            SheetSection(
                section=section,
                short=said.short,
                title=said.title,
                prompt=said.prompt,
                parts=said.parts,
                lines=drawing.lines(section) if draw else (),
                goals=drawing.goals() if draw and section is Section.GOALS_THEN_AND_NOW else (),
                my_text=mine.my_text,
                draw=draw,
                in_print=mine.in_print,
                ruled=said.lines if blanks and empty else 0,
                second_page=section not in FIRST_PAGE,
                chart=chart and draw and section is Section.THE_ROAD,
            )
        )
    return Worksheet(
        words=words,
        title=_title(records, words),
        footer=_footer(records, words, format_date),
        sections=tuple(sections),
    )


def _title(records: Records, words: PageWords) -> str:
    name = records.therapy.therapist_name.strip()
    if not name:
        return words.word("page", "title")
    return words.filled("page", "title_with", name=name)


def _footer(records: Records, words: PageWords, format_date: Callable[[date], str]) -> str:
    written = records.written.get(Section.HEAD)
    name = "" if written is None else written.my_text.strip()
    day = format_date(records.today)
    if name and "\n" not in name:
        return words.filled("page", "written_by", name=name, date=day)
    return words.filled("page", "written", date=day)
