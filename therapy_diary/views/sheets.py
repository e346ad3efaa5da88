"""The pages for paper, made from what the diary holds: the ending's worksheet, and the page before a session."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from PySide6.QtCore import QLocale, QTime

from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.sheet import Sheet, sheet
from therapy_diary.domain.closing import Audience, Section
from therapy_diary.domain.contact import Contact
from therapy_diary.domain.therapy import Therapy
from therapy_diary.insight.review import MANY_NOTES, Element, Review, Ticks, longest_unanswered, review
from therapy_diary.reports.pages.contacts_page import contacts_page
from therapy_diary.reports.pages.drawer import Compartment, Drawer
from therapy_diary.reports.pages.review_page import Layout, review_footer, review_page
from therapy_diary.reports.pages.road_chart import RoadChart, RoadCharts
from therapy_diary.reports.pages.words import PageWords, page_words
from therapy_diary.reports.pages.worksheet import Worksheet, worksheet
from therapy_diary.reports.pages.worksheet_page import RULED, worksheet_page
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import qdate
from therapy_diary.views.voice import window_voice
from therapy_diary.views.wording import form_in_use

LARGE_PRINT, SMALL_PRINT = 1.5, 0.88  # times the usual: letters of 16 points, and of 9
NARROW = 470  # CSS pixels for words, at the size of the print, where a title has no room beside them
WORKSHEET_PAGES, REVIEW_PAGES, CONTACTS_PAGES = 2, 1, 1
MOST_RULED, USUALLY_RULED, FEWEST_RULED = 12, 9, 2  # lines to write on


def words_for(page: str) -> PageWords:
    """The words of a page in the language of the program, in English where there are none."""
    return _words(page, QLocale().name())


@lru_cache(maxsize=16)
def _words(page: str, language: str) -> PageWords:
    """Read once: a page is laid out anew at each tick."""
    return page_words(page, language)


def day_writer(words: PageWords) -> Callable[[date], str]:
    """How days are written on a page: in its language, and in this country's order where that is the same."""
    locale = _locale_of(words)
    short = locale.dateFormat(QLocale.FormatType.ShortFormat)
    month_first = -1 < short.find("M") < short.find("d")
    form = "MMM d, yyyy" if month_first else "d MMM yyyy"
    return lambda day: locale.toString(qdate(day), form)


def moment_writer(words: PageWords) -> Callable[[datetime], str]:
    """How a day and a time of day are written on a page."""
    locale, day_of = _locale_of(words), day_writer(words)

    def write(moment: datetime) -> str:
        time = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        return f"{day_of(moment.date())}, {time}"

    return write


def _locale_of(words: PageWords) -> QLocale:
    here = QLocale()
    return here if here.name().split("_")[0] == words.language else QLocale(words.language)


def road_charts(records: Records) -> RoadCharts:
    """The small charts for the road of a worksheet, in the language of the program."""
    words = words_for("worksheet")
    return RoadCharts(
        records=records,
        alliance=form_in_use("alliance"),
        checklist=form_in_use("checklist"),
        words=words,
        voice=replace(window_voice(), long_day=day_writer(words)),
    )


def small_chart(records: Records) -> RoadChart | None:
    """The one chosen for the road; None while there is nothing to draw."""
    return road_charts(records).chosen()


def worksheet_of(
    records: Records,
    *,
    blanks: bool,
    chart: RoadChart | None = None,
    audience: Audience = Audience.ME,
    only_seen: bool = False,
) -> Worksheet:
    """The worksheet in the language of the program, as it stands for an audience."""
    words = words_for("worksheet")
    return worksheet(
        records,
        words,
        format_date=day_writer(words),
        audience=audience,
        only_seen=only_seen,
        blanks=blanks,
        chart=chart,
    )


def drawer_of(records: Records, section: Section) -> tuple[Compartment, ...]:
    """The person's own material beside a section, in the language of the program."""
    words = words_for("worksheet")
    return Drawer(records, words, day_writer(words)).of(section)


def worksheet_sheet(
    made: Worksheet, paper: Paper, chart: RoadChart | None = None, *, large: bool = False
) -> Sheet:
    """The worksheet laid out for a paper, with fewer lines to write on where they would run over the page."""
    words, larger = made.words, LARGE_PRINT if large else 1.0
    narrow = paper.body.width() / larger < NARROW

    def lay_out(first_lines: int, second_lines: int) -> Sheet:
        html = worksheet_page(
            made, chart=chart, narrow=narrow, first_lines=first_lines, second_lines=second_lines
        )
        return sheet(
            html,
            paper,
            chart_svg=None if chart is None else chart.svg,
            footer=(made.footer, words.word("page", "what_it_is")),
            page_number=words.word("page", "page_number"),
            right_to_left=words.direction == "rtl",
            most_pages=WORKSHEET_PAGES,
            larger=larger,
        )

    lines = {1: RULED, 2: RULED}  # by page
    laid_out = lay_out(*lines.values())
    if not any(it.ruled for it in made.printed):
        return laid_out
    while True:
        spare = {page for page, count in lines.items() if count}
        over = {it.page for it in laid_out.parts if it.over} & spare
        fewer = over or (spare if laid_out.page_count > WORKSHEET_PAGES else set())
        if not fewer:
            return laid_out
        lines |= {page: lines[page] - 2 for page in fewer}
        laid_out = lay_out(*lines.values())


def worksheet_file(made: Worksheet, chart: RoadChart | None = None) -> str:
    """The worksheet as a web page of its own, which a screen reader reads better than a PDF of ours."""
    return worksheet_page(made, chart=chart, on_paper=False)


def review_of(diary: Diary, therapy: Therapy, now: datetime) -> Review:
    """What gathered since the last session, without the panels and the thought, which take longer to find."""
    sessions = diary.sessions.of(therapy.id)
    held = [it for it in sessions if it.is_held and it.starts_at <= now]
    since = held[-1].starts_at if held else datetime.combine(therapy.started_on, datetime.min.time())
    question = longest_unanswered(diary.checklists.of(therapy.id))
    return review(
        therapy,
        now=now,
        sessions=sessions,
        settings=diary.settings.of(therapy.id),
        milestones=diary.milestones.of(therapy.id),
        topics=[*diary.topics.waiting(therapy.id), *diary.topics.covered(therapy.id)],
        by_hand=diary.choices.has_topics_by_hand(therapy.uid),
        notes=diary.notes.since(therapy.id, since, MANY_NOTES + 1),
        tasks=diary.tasks.open(therapy.id),
        patterns=diary.patterns.of(therapy.id),
        question=form_in_use("checklist").question(str(question)).text,
    )


def review_sheet(
    gathered: Review, ticks: Ticks, paper: Paper, *, quiet: bool = False, large: bool = False
) -> Sheet:
    """What is ticked of the page before a session, laid out for a paper; quiet leaves numbers out.

    Set close together where it would else be more than one side, and with as many lines to write on as there is room
    for on that. large is large print.
    """
    *_, made = review_tries(gathered, ticks, paper, quiet=quiet, large=large)
    return made


def review_tries(
    gathered: Review, ticks: Ticks, paper: Paper, *, quiet: bool = False, large: bool = False
) -> Iterator[Sheet]:
    """The way to that sheet: after each layout the best one so far, so that a window need not wait for all of them."""
    lay_out = _Setter(gathered, ticks, paper, quiet=quiet, large=large)
    layout, *closer = lay_out.layouts
    yield (made := lay_out(FEWEST_RULED, layout))
    while made.overflow and closer:
        layout = closer.pop(0)
        yield (made := lay_out(FEWEST_RULED, layout))
    if not made.overflow and Element.OWN_WORDS in ticks.elements:
        yield from _with_more_lines(made, lambda ruled: lay_out(ruled, layout))


def review_fits(
    gathered: Review, ticks: Ticks, paper: Paper, *, quiet: bool = False, large: bool = False
) -> bool:
    """Whether that is one side, set as close as it can be."""
    lay_out = _Setter(gathered, ticks, paper, quiet=quiet, large=large)
    return lay_out(FEWEST_RULED, lay_out.layouts[-1]).overflow == 0


class _Setter:
    """Sets what is ticked of a review on a paper, with so many lines to write on."""

    def __init__(self, gathered: Review, ticks: Ticks, paper: Paper, *, quiet: bool, large: bool) -> None:
        self._gathered, self._ticks, self._paper, self._quiet = gathered, ticks, paper, quiet
        self._larger = LARGE_PRINT if large else 1.0
        self._words = words_for("review")

    @property
    def layouts(self) -> tuple[Layout, ...]:
        """From the roomiest on. Large print stays large."""
        roomy = Layout.ABOVE if self._paper.body.width() / self._larger < NARROW else Layout.BESIDE
        return (roomy, Layout.CLOSE) if self._larger > 1 else (roomy, Layout.CLOSE, Layout.SMALL)

    def __call__(self, ruled: int, layout: Layout) -> Sheet:
        words, gathered = self._words, self._gathered
        html = _review_html(
            gathered, self._ticks, words, on_paper=True, quiet=self._quiet, ruled=ruled, layout=layout
        )
        return sheet(
            html,
            self._paper,
            footer=(review_footer(gathered, words, day_writer(words)), words.word("page", "what_it_is")),
            page_number=words.word("page", "page_number"),
            right_to_left=words.direction == "rtl",
            most_pages=REVIEW_PAGES,
            larger=SMALL_PRINT if layout is Layout.SMALL else self._larger,
        )


def _with_more_lines(made: Sheet, lay_out: Callable[[int], Sheet]) -> Iterator[Sheet]:
    """With as many lines to write on as leave it on one side: each takes as much room as the first one more did."""
    one_more = lay_out(FEWEST_RULED + 1)
    if one_more.overflow:
        yield made
        return
    yield one_more
    each = made.left - one_more.left
    most = min(FEWEST_RULED + int(made.left / max(each, 1.0)), MOST_RULED)
    full = lay_out(most)
    yield one_more if full.overflow else full
    if full.overflow:
        yield lay_out(most - 1)


def review_file(gathered: Review, ticks: Ticks, *, quiet: bool = False) -> str:
    """The same as a web page of its own."""
    words = words_for("review")
    return _review_html(gathered, ticks, words, on_paper=False, quiet=quiet, ruled=USUALLY_RULED)


def _review_html(
    gathered: Review,
    ticks: Ticks,
    words: PageWords,
    *,
    on_paper: bool,
    quiet: bool,
    ruled: int,
    layout: Layout = Layout.BESIDE,
) -> str:
    return review_page(
        gathered,
        ticks,
        words,
        format_date=day_writer(words),
        format_moment=moment_writer(words),
        on_paper=on_paper,
        quiet=quiet,
        ruled=ruled,
        layout=layout,
    )


def contacts_sheet(contacts: Sequence[Contact], today: date, paper: Paper) -> Sheet:
    """The person's own contacts on one calm page."""
    words = words_for("contacts")
    return sheet(
        contacts_page(contacts, words, today=day_writer(words)(today)),
        paper,
        footer=(
            words.filled("page", "printed", date=day_writer(words)(today)),
            words.word("page", "what_it_is"),
        ),
        page_number=words.word("page", "page_number"),
        right_to_left=words.direction == "rtl",
        most_pages=CONTACTS_PAGES,
    )


def contacts_file(contacts: Sequence[Contact], today: date) -> str:
    """The same as a web page of its own."""
    words = words_for("contacts")
    return contacts_page(contacts, words, today=day_writer(words)(today), on_paper=False)
