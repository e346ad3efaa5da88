"""What the worksheet at the end draws from the diary, and what it leaves alone."""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import NOON, a_copy
from therapy_diary import resources
from therapy_diary.domain.closing import Closing, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.domain.goal import ChangeKind, GoalState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.words import BadWords, PageWords, page_words, read_words
from therapy_diary.reports.pages.worksheet import Worksheet, worksheet
from therapy_diary.reports.pages.worksheet_page import direction_of, worksheet_page
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.storage.diary import Diary
from therapy_diary.views.records import records_of

WORDS = page_words("worksheet")


@pytest.fixture
def diary(told_diary: Path, tmp_path: Path) -> Iterator[Diary]:
    with a_copy(told_diary, tmp_path / "diary.db") as diary:
        yield diary


@pytest.fixture
def therapy(diary: Diary) -> Therapy:
    """The therapy of the demo, forty sessions long, with its ending begun."""
    found = diary.therapies.current()
    assert found is not None
    return found


@pytest.fixture
def records(diary: Diary, therapy: Therapy) -> Records:
    return read(diary, therapy)


def read(diary: Diary, therapy: Therapy) -> Records:
    closing = diary.closings.at(therapy.id)
    assert closing is not None
    return records_of(diary, therapy, closing, NOON.date())


def made(
    records: Records, *, blanks: bool = False, chart: RoadChart | None = None, words: PageWords = WORDS
) -> Worksheet:
    return worksheet(records, words, format_date=date.isoformat, blanks=blanks, chart=chart)


def page(sheet: Worksheet) -> str:
    return worksheet_page(sheet)


def lines(sheet: Worksheet, section: Section) -> list[str]:
    return [it.text for it in sheet.section(section).lines]


def notes_drawn(sheet: Worksheet) -> list[str]:
    """The lines of notes among what changed."""
    return [it.text for it in sheet.section(Section.WHAT_CHANGED).lines if it.key.startswith("note:")]


def wrote(records: Records, section: Section, words: str, **told: bool) -> Records:
    written = {**records.written, section: ClosingSection(section=section, my_text=words, **told)}
    return replace(records, written=written)


def test_the_sections_stand_in_their_order_and_each_variant_has_its_own(records: Records) -> None:
    goals = [it.section for it in made(records).sections]
    assert goals[0] is Section.HEAD
    assert goals[-1] is Section.GOOD_BYE
    assert Section.WHAT_WAS_HARD in goals
    assert Section.WHAT_DID_NOT_FIT not in goals

    fit = [
        it.section
        for it in made(replace(records, closing=replace(records.closing, variant=Variant.FIT))).sections
    ]
    assert Section.WHAT_DID_NOT_FIT in fit
    assert Section.WHAT_WAS_HARD not in fit


def test_after_an_end_from_outside_what_stays_unfinished_opens_the_second_page(records: Records) -> None:
    outside = replace(records, closing=replace(records.closing, decided_by=DecidedBy.OUTSIDE))
    second = [it for it in made(outside).sections if it.second_page]
    assert second[0].section is Section.WHAT_COMES_NEXT
    assert second[0].title == "What stays unfinished, and what comes next"


def test_a_goal_shows_its_first_and_latest_words_and_where_it_stood(records: Records) -> None:
    rows = {it.first: it for it in made(records).section(Section.GOALS_THEN_AND_NOW).goals}
    assert rows["This anger"].last == "Say what I mean before I boil"
    assert (rows["This anger"].start, rows["This anger"].latest) == ("1", "7")
    assert rows["Sleep, most nights"].last == ""


def test_ratings_from_before_a_new_aim_are_not_its_start(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        goal = diary.goals.add(therapy.id, "Be fine", date(2025, 5, 1))
        diary.goals.rate(goal.wording.id, date(2025, 5, 1), 9)
        goal = diary.goals.reword(goal.id, "Ask for help", ChangeKind.NEW_AIM, date(2025, 6, 1))
        diary.goals.rate(goal.wording.id, date(2025, 6, 1), 2)
        diary.goals.rate(goal.wording.id, date(2025, 7, 1), 4)
    row = made(read(diary, therapy)).section(Section.GOALS_THEN_AND_NOW).goals[-1]
    assert (row.start, row.latest) == ("2", "4")


def test_a_goal_rated_once_or_never_shows_no_change(diary: Diary, therapy: Therapy) -> None:
    with diary.change():
        once = diary.goals.add(therapy.id, "Once", date(2025, 5, 1))
        diary.goals.rate(once.wording.id, date(2025, 5, 1), 0)
        diary.goals.add(therapy.id, "Never", date(2025, 5, 1))
    rows = made(read(diary, therapy)).section(Section.GOALS_THEN_AND_NOW).goals
    assert (rows[-2].start, rows[-2].latest) == ("0", "")
    assert (rows[-1].start, rows[-1].latest) == ("", "")


def test_no_word_of_a_note_is_on_the_page_unless_its_writer_allowed_it(
    diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        open_note = diary.notes.write(therapy.id, "text of the open note", NOON, title="A good day")
        secret = diary.notes.write(therapy.id, "text of the secret note", NOON, title="Only mine")
        diary.notes.mark(open_note.id, starred=True, never_print=False)
        diary.notes.mark(secret.id, starred=True, never_print=True)
    records = read(diary, therapy)
    assert notes_drawn(made(records)) == ["A good day"]
    # Nor when somebody hands it over by mistake.
    slipped = replace(records, notes=[*records.notes, diary.notes.get(secret.id)])
    everything = page(made(slipped))
    assert "Only mine" not in everything
    assert "secret note" not in everything
    assert "The green chair" not in everything


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("![](attachment:a.png)\n\nAt the lake", "At the lake"),
        ("![The lake](attachment:a.png)", "The lake"),
        (f"- [x] told [Dana \\[again\\]](note:{'0' * 32})", "told Dana [again]"),
        ("> ## Slow is allowed", "Slow is allowed"),
        ("- [ ]\n", ""),
    ],
)
def test_a_note_without_a_title_is_named_by_its_words_and_not_by_its_marks(
    diary: Diary, therapy: Therapy, text: str, line: str
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, text, NOON)
        diary.notes.mark(note.id, starred=True, never_print=False)
    drawn = notes_drawn(made(read(diary, therapy)))
    assert drawn == [line][: bool(line)]


def test_of_contacts_only_names_are_drawn(records: Records) -> None:
    drawn = lines(made(records), Section.WHEN_IT_GETS_HARD)
    assert drawn == ["People I can turn to: My sister Dana."]
    assert "any evening" not in page(made(records))


def test_what_did_not_fit_draws_what_was_said_and_what_came_of_it(records: Records) -> None:
    fit = replace(records, closing=replace(records.closing, variant=Variant.FIT))
    drawn = lines(made(fit), Section.WHAT_DID_NOT_FIT)
    assert any("talked past" in it and "She had noticed too." in it for it in drawn)


def test_what_changed_draws_patterns_and_what_was_done_and_after_a_lack_of_fit_nothing(
    records: Records,
) -> None:
    drawn = [(it.aside, it.text) for it in made(records).section(Section.WHAT_CHANGED).lines]
    assert drawn == [
        ("Pattern", "I say it is fine before anyone has asked"),
        ("Done", "Say once this week that I will think about it"),
    ]
    fit = replace(records, closing=replace(records.closing, variant=Variant.FIT))
    assert lines(made(fit), Section.WHAT_CHANGED) == []


def test_what_was_hard_draws_what_eased_by_being_said(records: Records) -> None:
    drawn = lines(made(records), Section.WHAT_WAS_HARD)
    assert drawn[:2] == ["I felt talked past", "I said it, and we looked at it together"]
    assert len(drawn) == 3  # not the one about the time of the session
    assert "What came of it: She had noticed too." in drawn[2]


def test_at_most_eight_marks_stand_on_the_road_and_breaks_give_way(records: Records) -> None:
    road = made(records).section(Section.THE_ROAD).lines
    assert len(road) == 8
    assert [it.aside for it in road] == sorted(it.aside for it in road)
    assert "I called my sister first" in [it.text for it in road]
    assert "Winter holidays" not in [it.text for it in road]


def test_a_section_that_is_not_taken_in_keeps_the_words_of_its_writer(records: Records) -> None:
    sheet = made(wrote(records, Section.WHY_I_CAME, "In my words.", draw=False))
    section = sheet.section(Section.WHY_I_CAME)
    assert section.lines == ()
    assert section.my_text == "In my words."
    assert section in sheet.printed


def test_a_section_switched_off_is_not_printed_and_not_lost(records: Records) -> None:
    sheet = made(wrote(records, Section.GOOD_BYE, "Not for paper.", in_print=False))
    assert "Not for paper." not in page(sheet)
    assert sheet.section(Section.GOOD_BYE).my_text == "Not for paper."


def test_empty_sections_are_left_out_unless_blanks_are_wanted(records: Records) -> None:
    records = replace(records, tasks=())
    assert Section.TOOLS_I_KEEP not in [it.section for it in made(records).printed]
    with_blanks = made(records, blanks=True)
    assert with_blanks.section(Section.TOOLS_I_KEEP).ruled > 0
    assert with_blanks.section(Section.WHY_I_CAME).ruled == 0  # there are words already


def test_goals_carried_on_are_named_and_others_are_not(diary: Diary, therapy: Therapy) -> None:
    goal = diary.goals.of(therapy.id)[2]
    with diary.change():
        diary.goals.save(replace(goal, state=GoalState.CARRIED_ON, closed_on=NOON.date()))
    assert lines(made(read(diary, therapy)), Section.WHAT_I_CARRY_ON) == ["Call my sister every week"]


def test_an_empty_diary_still_gives_a_worksheet(diary: Diary) -> None:
    with diary.change():
        bare = diary.therapies.begin(label="Mine", started_on=date(2026, 1, 6))
        diary.closings.begin(
            Closing(therapy=bare.id, variant=Variant.GOALS, decided_by=None, opened_on=date(2026, 3, 1))
        )
    sheet = made(read(diary, bare), blanks=True)
    assert sheet.title == "Looking back on my therapy"
    assert lines(sheet, Section.HEAD) == ["since 2026-01-06"]
    assert page(sheet)


def test_the_initial_in_the_first_section_signs_the_foot(records: Records) -> None:
    assert made(records).footer.startswith("Written from a private diary, printed on 2026-03-04")
    assert made(wrote(records, Section.HEAD, "R.")).footer.startswith("Written by R. from a private diary")


def test_what_looks_like_markup_is_printed_as_typed(records: Records) -> None:
    html = page(
        made(wrote(records, Section.GOOD_BYE, "<script>x</script> & <b>{{ 7*7 }}</b> &#xFFFC; \ufffc"))
    )
    assert "<script" not in html
    assert "&lt;script&gt;x&lt;/script&gt; &amp; &lt;b&gt;{{ 7*7 }}&lt;/b&gt; &amp;#xFFFC;" in html
    assert "\ufffc" not in html


def test_each_paragraph_runs_the_way_it_was_written(records: Records) -> None:
    html = page(made(wrote(records, Section.GOOD_BYE, "1. תודה רבה\nThank you\n\n…")))
    assert '<p dir="rtl">1. תודה רבה</p>' in html
    assert '<p dir="ltr">Thank you</p>' in html
    assert direction_of("…", "rtl") == "rtl"
    assert direction_of("(שלום) hello") == "rtl"


def test_right_to_left_turns_tables_round_on_paper_only(records: Records) -> None:
    hebrew = replace(WORDS, direction="rtl", language="he")
    sheet = made(records, words=hebrew)
    on_paper, in_browser = worksheet_page(sheet), worksheet_page(sheet, on_paper=False)
    assert '<html lang="he" dir="rtl">' in on_paper
    assert on_paper.index("how it stands") < on_paper.index("At first I called it")
    assert in_browser.index("how it stands") > in_browser.index("At first I called it")


class Reader(HTMLParser):
    """Checks that every tag is closed by its own, and gathers headings."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] in (["h1"], ["h2"]):
            self.headings.append(f"{self.open[-1]} {data.strip()}")


def test_the_page_alone_is_sound_html_with_headings_and_a_described_drawing(records: Records) -> None:
    svg = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"></svg>'
    chart = RoadChart(name="alliance", sentence="It rose.", svg=svg)
    html = worksheet_page(made(records, chart=chart), chart=chart, on_paper=False)
    reader = Reader()
    reader.feed(html)
    assert reader.open == []
    assert reader.headings[0] == "h1 Looking back on my therapy with Noa"
    assert "h2 What helped between us" in reader.headings
    assert 'role="img" aria-label="It rose."' in html
    assert "<?xml" not in html
    assert "\ufffc" not in html
    assert not re.search(r'(src|href)="', html)  # nothing is fetched from anywhere
    assert not re.search(r"<t[^>]*(valign|cellspacing|cellpadding|width)=", html)  # HTML has given these up


@pytest.mark.parametrize(
    ("broken", "says"),
    [("language = ", "invalid"), ('language = "en"', "direction"), ('language="en"\ndirection="up"', "ltr")],
)
def test_a_words_file_that_was_edited_wrongly_says_where(broken: str, says: str) -> None:
    with pytest.raises(BadWords, match=f"(?i){says}"):
        read_words(broken)


def test_a_language_without_its_own_words_gets_english() -> None:
    assert page_words("worksheet", "tlh_AQ") == WORDS


PAGES = resources.path("pages")
TRANSLATED = sorted(it for it in PAGES.glob("*.*.toml"))


def shape(told: object, place: str = "") -> dict[str, object]:
    """Every key of a words file with what must be the same in each language: its kind, its count, its {braces}."""
    if isinstance(told, dict):
        named = str(told.get("key", ""))
        return {k: v for key, it in told.items() for k, v in shape(it, f"{place}.{named}.{key}").items()}
    if isinstance(told, list):
        if all(isinstance(it, str) for it in told):
            return {place: len(told)}
        return {k: v for it in told for k, v in shape(it, place).items()}
    if isinstance(told, str):
        return {place: sorted(re.findall(r"\{\w+\}", told))}
    return {place: type(told)}


@pytest.mark.parametrize("file", TRANSLATED, ids=lambda it: it.name)
def test_a_translation_has_every_word_of_the_english_page(file: Path) -> None:
    english = tomllib.loads((PAGES / f"{file.name.split('.')[0]}.toml").read_text(encoding="utf-8"))
    translated = tomllib.loads(file.read_text(encoding="utf-8"))
    assert shape(translated) == shape(english)
    assert page_words(file.name.split(".")[0], "he_IL").language == translated["language"]


def test_no_line_of_the_pages_shares_four_words_in_a_row_with_the_article() -> None:
    article = set((Path(__file__).parent / "article_runs.txt").read_text(encoding="utf-8").split())
    for file in PAGES.glob("*.toml"):
        for line in file.read_text(encoding="utf-8").splitlines():
            found = re.findall(r"[a-z']+", line.lower().partition("#")[0])
            runs = (" ".join(found[place : place + 4]) for place in range(len(found) - 3))
            assert not {hashlib.sha256(it.encode()).hexdigest()[:12] for it in runs} & article, line
