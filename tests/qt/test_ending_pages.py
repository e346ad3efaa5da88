"""The worksheet's pages: never a word without its tick, whole with any content, and the same text each time.

The first is tried on a few made-up endings each time. On many, in some minutes:

    FUZZ_EXAMPLES=400 python3 packaging/dev.py test tests/qt/test_ending_pages.py -k no_tick
"""

import io
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from pypdf import PdfReader
from PySide6.QtCore import QLocale

from tests.conftest import NOON
from tests.qt.an_ending import NEVER, live_a_therapy
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.parts import shares
from therapy_diary.desktop.printing.pdf import pdf
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.closing import (
    NO_CHART,
    Audience,
    Closing,
    ClosingLine,
    ClosingSection,
    DecidedBy,
    Section,
    Tick,
    Variant,
)
from therapy_diary.domain.own_sentences import key_of
from therapy_diary.domain.therapy import Therapy
from therapy_diary.paper import write_worksheet
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.worksheet import Worksheet, order_of
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.storage.diary import Diary
from therapy_diary.views.records import records_of
from therapy_diary.views.sheets import road_charts, small_chart, worksheet_file, worksheet_of, worksheet_sheet

pytestmark = pytest.mark.thorough

WORD = re.compile(r"\bz[a-z]+\d*")
HEBREW = "אני לוקח איתי את השקט שבין המילים. "
ARABIC = "أحمل معي الصمت الذي بين الكلمات. "


def begin(diary: Diary, therapy: Therapy, variant: Variant = Variant.GOALS) -> Closing:
    closing = Closing(therapy=therapy.id, variant=variant, decided_by=None, opened_on=date(2026, 3, 1))
    with diary.change():
        diary.closings.begin(closing)
    return closing


def read(diary: Diary, therapy: Therapy, closing: Closing) -> Records:
    return records_of(diary, therapy, closing, NOON.date())


def made(records: Records, *, only_seen: bool = False, audience: Audience = Audience.ME) -> Worksheet:
    return worksheet_of(
        records, blanks=False, chart=small_chart(records), audience=audience, only_seen=only_seen
    )


def laid_out(page: Worksheet, paper: Paper = Paper.A4, chart: RoadChart | None = None) -> Sheet:
    return worksheet_sheet(page, paper, chart)


def pages_of(content: bytes) -> list[str]:
    return [" ".join(it.extract_text().split()) for it in PdfReader(io.BytesIO(content)).pages]


# what is not ticked is nowhere


@pytest.fixture
def decided(diary: Diary, therapy: Therapy, theme: Theme) -> tuple[Diary, Therapy]:
    """A diary with something of every kind in it; each example begins its ending anew."""
    assert theme
    return diary, live_a_therapy(diary, therapy)


class NeverMind(Exception):
    """Takes back what an example put into the diary."""


@contextmanager
def for_one_example(diary: Diary) -> Iterator[None]:
    """What is written inside is undone."""
    with pytest.raises(NeverMind), diary.quiet_change():
        yield
        raise NeverMind


@settings(
    max_examples=int(
        os.environ.get("FUZZ_EXAMPLES", "8")
    ),  # each decides on some sixty ticks for each audience
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chance=some.randoms(use_true_random=False), variant=some.sampled_from(Variant))
def test_what_has_no_tick_appears_in_no_output(
    decided: tuple[Diary, Therapy], chance: Random, variant: Variant
) -> None:
    """Seen or not, taken in or not, ticked or not, section by section, line by line and sentence by sentence."""
    diary, therapy = decided
    with for_one_example(diary):
        closing = Closing(therapy=therapy.id, variant=variant, decided_by=None, opened_on=date(2026, 3, 1))
        diary.closings.begin(closing)
        charts = [name for name, _ in road_charts(read(diary, therapy, closing)).offered()]
        closing = replace(closing, chart=chance.choice([*charts, NO_CHART]))
        offers = {it.section: it.offers for it in made(read(diary, therapy, closing)).sections}
        allowed: dict[Audience, set[str]] = {it: set() for it in Audience}
        for number, section in enumerate(order_of(closing)):
            own, draws = [f"z{it}own{number}." for it in "abc"], chance.random() < 0.7
            text = chance.choice((" ", "\n")).join(own)
            diary.closings.write(therapy.id, ClosingSection(section=section, my_text=text, draw=draws))
            seen = {it.key for it in offers[section] if chance.random() < 0.8}
            for it in offers[section]:
                if it.key in seen:
                    line = ClosingLine(section=section, line=it.key, seen=it.facts)
                    diary.closings.see(therapy.id, line)
            for audience in Audience:
                on = chance.random() < 0.6
                diary.closings.tick(therapy.id, Tick(audience=audience, section=section, in_print=on))
                for it in own:
                    ticked = chance.random() < 0.6
                    diary.closings.tick(
                        therapy.id,
                        Tick(audience=audience, section=section, line=key_of(it), in_print=ticked),
                    )
                    if on and ticked:
                        allowed[audience].add(it.removesuffix("."))
                for it in offers[section]:
                    ticked = chance.random() < 0.6
                    diary.closings.tick(
                        therapy.id,
                        Tick(audience=audience, section=section, line=it.key, in_print=ticked),
                    )
                    if on and draws and ticked and it.key in seen:
                        allowed[audience] |= set(WORD.findall(it.text))
        records = read(diary, therapy, closing)
    for audience in Audience:
        page = made(records, only_seen=True, audience=audience)
        chart = small_chart(records)
        told = worksheet_file(page, chart) + " ".join(pages_of(pdf(laid_out(page, chart=chart))))
        assert set(WORD.findall(told)) == allowed[audience]
        assert not any(it in told for it in NEVER)


def test_the_command_line_prints_what_was_looked_at_and_names_the_rest(
    diary: Diary, therapy: Therapy, theme: Theme, tmp_path: Path
) -> None:
    assert theme
    therapy = live_a_therapy(diary, therapy)
    closing = begin(diary, therapy)
    [reason] = made(read(diary, therapy, closing)).section(Section.WHY_I_CAME).offers
    with diary.change():
        diary.closings.see(
            therapy.id, ClosingLine(section=Section.WHY_I_CAME, line=reason.key, seen=reason.facts)
        )
    out = tmp_path / "page.pdf"
    left_out = write_worksheet(diary, out, NOON)
    told = " ".join(pages_of(out.read_bytes()))
    assert "zreason brought me" in told
    assert "zmark1" not in told
    assert "Why I came" not in left_out
    assert {"Goals", "The road", "What helped"} <= set(left_out)


# any content


@pytest.mark.parametrize("variant", list(Variant))
@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_two_thousand_words_in_one_section_are_said_before_and_all_printed(
    diary: Diary, therapy: Therapy, theme: Theme, variant: Variant, paper: Paper
) -> None:
    assert theme
    closing = begin(diary, therapy, variant)
    words = [f"w{it}" for it in range(2000)]
    records = wrote(read(diary, therapy, closing), Section.WHAT_CHANGED, " ".join(words))
    sheet = laid_out(made(records), paper)
    told = "".join(pages_of(pdf(sheet))).replace(" ", "")  # a PDF reader parts a word here and there
    apart = [it for it in range(len(words) - 1) if words[it] + words[it + 1] not in told]
    assert len(apart) < sheet.page_count  # where a page ends
    assert all(words[it] in told for it in (*apart, *(it + 1 for it in apart)))
    assert sheet.parts == ()  # nothing is meant for a second page yet
    records = wrote(records, Section.GOOD_BYE, "Thank you")
    sheet = laid_out(made(records), paper)
    changed, good_bye = sheet.parts
    assert (changed.page, good_bye.page, good_bye.over) == (1, 2, 0)
    assert 50 < changed.over < changed.lines


def wrote(records: Records, section: Section, words: str) -> Records:
    return replace(
        records, written={**records.written, section: ClosingSection(section=section, my_text=words)}
    )


def test_the_lines_said_to_be_over_are_those_that_must_go(
    diary: Diary, therapy: Therapy, theme: Theme
) -> None:
    """Taking away as many lines as were said makes the page fit; one fewer does not."""
    assert theme
    closing = begin(diary, therapy)
    lines = 80

    def over(count: int) -> int:
        told = wrote(read(diary, therapy, closing), Section.WHAT_CHANGED, "\n".join(["line"] * count))
        return laid_out(made(wrote(told, Section.GOOD_BYE, "Thank you"))).parts[0].over

    said = over(lines)
    assert said > 0
    assert over(lines - said) == 0
    assert over(lines - said + 1) == 1


def test_what_is_too_much_is_said_of_the_longest_section_first() -> None:
    assert shares([5, 12, 40], 6) == [0, 0, 6]
    assert shares([5, 12, 40], 45) == [0, 5, 40]
    assert shares([5, 12, 40], 0) == [0, 0, 0]
    assert shares([], 0) == []


@pytest.mark.parametrize("sessions", [0, 1])
@pytest.mark.parametrize("variant", list(Variant))
def test_a_therapy_with_next_to_nothing_in_it_still_has_a_page(
    diary: Diary, therapy: Therapy, theme: Theme, sessions: int, variant: Variant
) -> None:
    assert theme
    with diary.change():
        for _ in range(sessions):
            diary.sessions.add(therapy.id, datetime(2026, 1, 6, 17, 0))
    closing = begin(diary, therapy, variant)
    sheet = laid_out(made(read(diary, therapy, closing)))
    [told] = pages_of(pdf(sheet))
    assert "Looking back on my therapy with N." in told
    assert ("one session" in told) == (sessions == 1)
    assert "Goals, then and now" not in told


@pytest.mark.parametrize(
    "name",
    ["N" * 120, " ".join(["Nn"] * 40), "נועה " * 24, "نورة " * 24],
    ids=["one word", "words", "Hebrew", "Arabic"],
)
def test_a_name_of_120_characters_stays_on_the_page(
    diary: Diary, therapy: Therapy, theme: Theme, name: str
) -> None:
    assert theme
    with diary.change():
        diary.therapies.save(replace(therapy, therapist_name=name[:120]))
    therapy = diary.therapies.get(therapy.id)
    sheet = laid_out(made(read(diary, therapy, begin(diary, therapy))))
    assert all(it <= sheet.paper.body.width() + 1 for it in widths(sheet))
    told = "".join(pages_of(pdf(sheet))).replace(" ", "")
    for letter in set(name[:120].replace(" ", "")):
        assert told.count(letter) >= name[:120].count(letter) or not letter.isascii()


def widths(sheet: Sheet) -> list[float]:
    """How far to the right each line reaches, in pixels."""
    found, layout = [], sheet.document.documentLayout()
    block = sheet.document.begin()
    while block.isValid():
        left, lines = layout.blockBoundingRect(block).left(), block.layout()
        found += [
            left + lines.lineAt(it).x() + lines.lineAt(it).naturalTextWidth()
            for it in range(lines.lineCount())
        ]
        block = block.next()
    return found


@pytest.mark.parametrize(
    "words",
    ["x" * 300, HEBREW * 60, ARABIC * 60, "א" * 300, HEBREW + "and this " + ARABIC],
    ids=["300 letters", "Hebrew", "Arabic", "300 letters in Hebrew", "mixed"],
)
def test_no_line_leaves_the_page_and_no_two_lie_on_each_other(
    diary: Diary, therapy: Therapy, theme: Theme, words: str
) -> None:
    assert theme
    with diary.change():
        note = diary.notes.write(therapy.id, words, NOON, title=words[:300])
        diary.notes.mark(note.id, starred=True, never_print=False)
        diary.therapies.save(replace(therapy, reason_for_coming=words))
    therapy = diary.therapies.get(therapy.id)
    records = read(diary, therapy, begin(diary, therapy))
    for section in (Section.WHAT_CHANGED, Section.GOOD_BYE, Section.TOOLS_I_KEEP):
        records = wrote(records, section, words)
    sheet = laid_out(made(records))
    assert all(it <= sheet.paper.body.width() + 1 for it in widths(sheet))
    frames = sheet.document.rootFrame().childFrames()
    places = [sheet.document.documentLayout().frameBoundingRect(it) for it in frames]
    assert all(above.bottom() <= below.top() + 1 for above, below in pairwise(places))
    if words.isascii():
        told = "".join(pages_of(pdf(sheet)))
        assert told.count("x") >= 4 * 300  # the note's title stands on it in short


# the same text each time


GOLDEN = Path(__file__).with_name("golden")
"""The whole text of both worksheets, a page after the other. Hebrew words stand as the reader of PDFs gives them: turned."""


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("variant", list(Variant))
def test_both_variants_say_the_same_on_the_same_pages_each_time(
    demo_records: Records, variant: Variant, paper: Paper
) -> None:
    was = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    try:
        records = replace(demo_records, closing=replace(demo_records.closing, variant=variant))
        page = made(records, only_seen=variant is Variant.GOALS)
        told = pages_of(pdf(laid_out(page, paper, small_chart(records))))
    finally:
        QLocale.setDefault(was)
    golden = (GOLDEN / f"worksheet-{variant}.txt").read_text(encoding="utf-8").split("\n\n")
    assert told == [" ".join(it.split()) for it in golden]
    assert len(told) == 2


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_empty_sections_get_four_lines_to_write_on_and_fewer_where_those_would_run_over(
    demo_records: Records, paper: Paper
) -> None:
    bare = Records(therapy=demo_records.therapy, today=demo_records.today, closing=demo_records.closing)

    def lines_of(written: dict[Section, ClosingSection]) -> int:
        page = worksheet_of(replace(bare, written=written), blanks=True)
        sheet = worksheet_sheet(page, paper)
        assert sheet.page_count == 2
        assert not any(it.over for it in sheet.parts)
        return sheet.document.toRawText().count("\N{NO-BREAK SPACE}")

    def wrote(section: Section, words: str) -> dict[Section, ClosingSection]:
        return {section: ClosingSection(section=section, my_text=words)}

    empty = [it for it in worksheet_of(bare, blanks=True).printed if it.ruled]
    assert len(empty) > 8
    few = wrote(Section.GOOD_BYE, "Thank you.") | wrote(Section.WHAT_COMES_NEXT, "We shall see.")
    assert lines_of(few) >= 4 * (len(empty) - 2)
    assert lines_of(wrote(Section.GOOD_BYE, "A word about it. " * 60)) < lines_of(few) - 3


@pytest.mark.parametrize("paper", list(Paper))
def test_large_print_and_small_paper_hold_the_same_words_and_break_none_of_ours(
    demo_records: Records, paper: Paper
) -> None:
    page, chart = made(demo_records), small_chart(demo_records)
    usual = sorted(" ".join(pages_of(pdf(worksheet_sheet(page, Paper.A4, chart)))).split())
    large = worksheet_sheet(page, paper, chart, large=True)
    foot = {"1", "2", "/", *" ".join(large.footer).split()}
    told = [it for it in " ".join(pages_of(pdf(large))).split() if it not in foot and not it.isdecimal()]
    assert set(told) == {it for it in usual if it not in foot and not it.isdecimal()}
    assert all(it <= large.document.pageSize().width() + 1 for it in widths(large))


def test_the_hebrew_page_is_whole_and_runs_from_the_right(demo_records: Records) -> None:
    was = QLocale()
    QLocale.setDefault(QLocale("he_IL"))
    try:
        page = made(demo_records, only_seen=True)
        sheet = laid_out(page, Paper.A4, small_chart(demo_records))
        assert sheet.page_count == 2
        assert [it for it in sheet.parts if it.over] == []
        html = worksheet_file(page, small_chart(demo_records))
    finally:
        QLocale.setDefault(was)
    foot = at_the_foot(pdf(sheet))
    assert min(foot)[1] == "."  # the full stop at the end of the line, on the left
    assert '<html lang="he" dir="rtl">' in html
    # It was looked at in English: what it says is the same, so nothing waits.
    assert not any(it.has_unseen for it in page.sections)


def at_the_foot(content: bytes) -> list[tuple[int, str]]:
    """The pieces of the lowest words on the first page, each with where it begins."""
    seen: list[tuple[int, int, str]] = []

    def look(text: str, matrix: list[float], place: list[float], _font: object, _size: float) -> None:
        if text.strip():
            across, down = (round(matrix[it] + place[it] * matrix[0 if it == 4 else 3]) for it in (4, 5))
            seen.append((down, across, text.strip()))

    PdfReader(io.BytesIO(content)).pages[0].extract_text(visitor_text=look)
    words = [it for it in seen if not set(it[2]) & set("0123456789/")]
    lowest = min(down for down, _, _ in words)
    return [(across, text) for down, across, text in words if down == lowest]


class Outline(HTMLParser):
    """Headings in order, and everything an outline needs to be read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.lang = self.direction = ""
        self.drawings: list[dict[str, str | None]] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))
        if tag == "html":
            self.lang, self.direction = str(told.get("lang")), str(told.get("dir"))
        if told.get("role") == "img":
            self.drawings.append(told)
        self.fetched += [str(told[it]) for it in ("src", "href") if it in told]


def test_the_web_page_can_be_read_aloud(demo_records: Records) -> None:
    html = worksheet_file(made(demo_records, only_seen=True), small_chart(demo_records))
    outline = Outline()
    outline.feed(html)
    assert (outline.lang, outline.direction) == ("en", "ltr")
    assert outline.levels[0] == 1
    assert set(outline.levels[1:]) == {2}
    [drawing] = outline.drawings
    assert drawing["aria-label"] == "How it was between us, session by session."
    assert "<svg" in html
    assert [it for it in outline.fetched if not it.startswith("#")] == []


def test_an_end_from_outside_opens_the_second_page_with_what_stays_unfinished(demo_records: Records) -> None:
    closing = replace(demo_records.closing, decided_by=DecidedBy.OUTSIDE)
    told = pages_of(pdf(laid_out(made(replace(demo_records, closing=closing)))))
    assert told[1].startswith("What stays unfinished, and what comes next") or "What stays" in told[1][:60]
