"""The page before a session on paper: what is ticked and nothing else, on one side, as the preview shows it."""

import io
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from tests.qt.hands import press_button, settle
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.pdf import pdf
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicId
from therapy_diary.insight.review import Element, Review, Ticks
from therapy_diary.insight.small_panel import SmallPanel
from therapy_diary.paper import write_review
from therapy_diary.storage.diary import Diary
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.review.paper_card import PaperCard
from therapy_diary.views.sheets import review_file, review_of, review_sheet
from therapy_diary.widgets.tick_row import TickRow

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british", "theme")]

POINTS = {Paper.A4: (595, 842), Paper.LETTER: (612, 792), Paper.A5: (420, 595)}
HEBREW = QLocale(QLocale.Language.Hebrew, QLocale.Country.Israel)
LAST = datetime(2026, 3, 3, 17, 0)
LINES_AT_LEAST = 6  # to write on
NEVER = ("bittern", "curlew", "Magdalena")
"""A note kept from paper, a topic kept covered, the therapist's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A review in which every part has a word of its own, and the word of each part and topic."""

    review: Review
    words: dict[Element, str]
    topics: dict[TopicId, str]


@pytest.fixture
def told(diary: Diary, therapy: Therapy) -> Told:
    with diary.change():
        diary.therapies.save(replace(therapy, therapist_name="Magdalena Ochs"))
        session = diary.sessions.add(therapy.id, LAST)
        diary.sessions.save(replace(session, one_line="sandpiper"))
        diary.tasks.add(therapy.id, "dunlin", NOON.date())
        diary.patterns.name(therapy.id, "godwit")
        for title, never in (("knot", False), ("bittern", True)):
            note = diary.notes.write(therapy.id, "whimbrel", NOON - timedelta(hours=1), title=title)
            diary.notes.mark(note.id, starred=True, never_print=never)
        topics = {
            diary.topics.add(
                therapy.id, word, NOON.date(), hard_to_say=hard, opening_line=f"{word}s, softly"
            ).id: word
            for hard, word in enumerate(("avocet", "plover", "turnstone", "sanderling"))
        }
        covered = diary.topics.add(therapy.id, "curlew", NOON.date(), opening_line="curlew")
        diary.topics.save(replace(covered, covered=True))
    panel = SmallPanel(name="overall", title="phalarope", low=0, high=4, given=(), sentence="It stays.")
    review = replace(
        review_of(diary, diary.therapies.get(therapy.id), NOON),
        panels=(panel,),
        thought="dotterel",
        question="lapwing",
    )
    words = {
        Element.WHEN: "10 Mar 2026",
        Element.LINE: "sandpiper",
        Element.MEANT: "dunlin",
        Element.SINCE: "knot",
        Element.PANELS: "phalarope",
        Element.THOUGHT: "dotterel",
        Element.QUESTION: "lapwing",
        Element.OWN_WORDS: "Room for my own words",
    }
    return Told(review=review, words=words, topics=topics)


def in_pdf(made: Sheet) -> str:
    pages = PdfReader(io.BytesIO(pdf(made))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def in_html(html: str) -> str:
    """Every word that the file holds, also where a browser would not show it."""
    return " ".join(unescape(html).split())


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)  # the diary is only read
@given(data=st.data(), paper=st.sampled_from(Paper), large=st.booleans(), quiet=st.booleans())
def test_what_is_not_ticked_is_in_no_output_and_what_is_ticked_is_in_each(
    told: Told, data: st.DataObject, paper: Paper, large: bool, quiet: bool
) -> None:
    elements = data.draw(st.frozensets(st.sampled_from(Element)))
    topics = data.draw(st.frozensets(st.sampled_from(sorted(told.topics))))
    ticks = Ticks(elements=elements, topics=topics)
    made = review_sheet(told.review, ticks, paper, quiet=quiet, large=large)
    for text in (in_pdf(made), in_html(review_file(told.review, ticks, quiet=quiet))):
        for element, word in told.words.items():
            is_wanted = element in elements and not (quiet and element is Element.PANELS)
            assert (word in text) is is_wanted, element
        for topic, word in told.topics.items():
            is_wanted = Element.BRING in elements and topic in topics
            assert (word in text) is is_wanted
            assert (f"{word}s, softly" in text) is is_wanted
        for word in NEVER:
            assert word not in text
        assert ("M. O." in text) is (Element.WHEN in elements)


GOLDEN_ENGLISH = (
    "Before session 2 with M. O.",
    "10 Mar 2026, 17:00 · in the room",
    *("The line I left myself", "sandpiper"),
    *("What I want to bring", "sanderling", "“sanderlings, softly”"),
    *("turnstone", "“turnstones, softly”", "plover", "“plovers, softly”"),
    *("What I meant to try", "dunlin"),
    *("Patterns I noticed", "godwit"),
    *("Since then", "2 notes since the last session.", "knot"),
    *("How it reads", "phalarope", "It stays."),
    *("A thought on this", "dotterel"),
    *("A question to think of", "lapwing"),
    "Room for my own words",
    "A private diary. Not a medical device, not a diagnosis, not a substitute for your therapist.",
    "From a private diary, printed on 4 Mar 2026; whoever holds this page decides who reads it.",
)


def every(review: Review) -> Ticks:
    return Ticks(elements=frozenset(Element), topics=review.usual_ticks.topics)


def test_the_whole_page_reads_in_its_order(told: Told) -> None:
    made = review_sheet(told.review, every(told.review), Paper.A4)
    assert made.page_count == 1
    assert in_pdf(made) == " ".join(GOLDEN_ENGLISH)


FULL = {
    "en": (
        "No funny story first, and not the weather either",
        "I am afraid that it all comes back once I stop coming here",
        "I would like to talk about what happens after the last time, and I notice I keep changing the subject.",
        "Call my sister before I have a reason to",
        "I say it is fine before anyone has asked",
        "The night before the visit",
        "It has been rising: from about “partly” (2.4) (first three) to about “completely” (3.9) (latest three).",
        (
            "The last sessions touched hard things, and your contact with N. has held. Feeling worse for a while can"
            " be part of such work. It may still be worth saying how heavy it is, and asking about the pace."
        ),
        "When a subject is hard for me to put into words, can I still open it?",
    ),
    "he": (
        "בלי סיפור מצחיק בהתחלה, וגם לא על מזג האוויר",
        "הפחד שהכול יחזור ברגע שאפסיק לבוא לכאן",
        "הייתי רוצה לדבר על מה שיקרה אחרי הפעם האחרונה, ונראה לי שאני כל הזמן מחליף נושא.",
        "להתקשר לאחותי לפני שתהיה לי סיבה",
        "אני אומר שהכול בסדר לפני שמישהו שאל",
        "הלילה שלפני הביקור",
        'יש עלייה: מסביב "חלקית" (2.4) (שלוש הראשונות), ואחר כך סביב "לגמרי" (3.9) (שלוש האחרונות).',
        (
            "הפגישות האחרונות נגעו בדברים קשים, והקשר עם נ׳ החזיק. להרגיש רע יותר לזמן מה יכול להיות חלק מעבודה כזאת."
            " בכל זאת כדאי אולי לומר כמה זה כבד, ולשאול על הקצב."
        ),
        "כשקשה לי לנסח נושא במילים, האם אפשר לי בכל זאת לפתוח אותו?",
    ),
}
"""A line left, a topic, its first sentence, a task, a pattern, a note, how it reads, a thought, a question: of usual length."""


def filled(told: Told, language: str) -> Review:
    """A review in which every part is as full as it may be."""
    line, topic, sentence, task, pattern, note, reads, thought, question = FULL[language]
    review, last = told.review, told.review.last
    assert last is not None
    panel = SmallPanel(name="overall", title=task, low=0, high=4, given=(), sentence=reads)
    open_note = next(it for it in review.notes if not it.never_print)
    return replace(
        review,
        last=replace(last, one_line=line),
        to_bring=tuple(
            replace(it, wording=topic, opening_line=sentence, hard_to_say=hard)
            for it, hard in zip(review.to_bring[:3], (3, 2, 0), strict=True)
        ),
        tasks=(replace(review.tasks[0], wording=task),) * 3,
        patterns=(replace(review.patterns[0], name=pattern),) * 3,
        notes=(replace(open_note, title=note),) * 3,
        panels=(panel,) * 3,
        thought=thought,
        question=question,
    )


@pytest.mark.parametrize("language", ["en", "he"])
@pytest.mark.parametrize("paper", list(Paper))
def test_with_every_part_full_it_is_still_one_side(told: Told, paper: Paper, language: str) -> None:
    """In large print that holds of the parts that are usually ticked, and not on the smallest paper."""
    QLocale.setDefault(HEBREW if language == "he" else QLocale("en_GB"))
    full = filled(told, language)
    made = review_sheet(full, every(full), paper)
    assert made.page_count == 1
    if language == "en":
        text = in_pdf(made)
        for word in FULL["en"]:
            assert word in text
    if paper is not Paper.A5:
        assert review_sheet(full, full.usual_ticks, paper, large=True).page_count == 1


@pytest.mark.parametrize("paper", list(Paper))
def test_it_is_one_side_of_each_paper(told: Told, paper: Paper) -> None:
    assert review_sheet(told.review, told.review.usual_ticks, paper, large=True).page_count == 1
    made = review_sheet(told.review, told.review.usual_ticks, paper)
    [page] = PdfReader(io.BytesIO(pdf(made))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == POINTS[paper]
    assert made.overflow == 0
    assert made.document.toPlainText().count("\n ") >= LINES_AT_LEAST


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
def test_large_print_has_letters_of_sixteen_points_and_is_still_one_side(told: Told, paper: Paper) -> None:
    made = review_sheet(told.review, told.review.usual_ticks, paper, large=True)
    [page] = PdfReader(io.BytesIO(pdf(made))).pages
    sizes = set()

    def look(text: str, matrix: list[float], lines: list[float], _font: object, size: float) -> None:
        if "dunlin" in text:
            sizes.add(round(size * abs(lines[3] * matrix[3])))

    page.extract_text(visitor_text=look)
    assert sizes == {16}


def test_what_does_not_fit_on_one_side_is_said_and_nothing_is_cut(
    window: MainWindow, diary: Diary, told: Told, qtbot: QtBot
) -> None:
    """And what to leave out so that it does fit, which one press does."""
    with diary.change():
        for topic in told.topics:
            diary.topics.save(replace(diary.topics.get(topic), opening_line="A sentence to begin with. " * 3))
    paper = on_paper(window)
    assert not paper.too_long.isVisible()
    for row in (*paper.elements.values(), *paper.topics.values()):
        if not row.isHidden() and not row.is_ticked:
            tick(row)
    choose(paper, Paper.A5)
    paper.bar.large.click()
    lay_out(paper)
    assert paper.too_long.text().startswith("This takes more than one side.")
    assert "avocet" in paper.page.words()
    qtbot.waitUntil(lambda: "Without" in paper.too_long.text())
    assert "“The question to think of”" in paper.too_long.text()
    press_button("Leave that out", paper.too_long)
    lay_out(paper)
    assert not paper.too_long.isVisible()
    assert not paper.elements[Element.QUESTION].is_ticked
    assert paper._sheet(Paper.A5).page_count == 1
    paper.bar.large.click()
    choose(paper, Paper.A4)
    assert not paper.too_long.isVisible()


@pytest.mark.usefixtures("told")
def test_the_preview_beside_the_ticks_is_what_is_written(window: MainWindow, tmp_path: Path) -> None:
    paper = on_paper(window)
    usual = ("sandpiper", "sanderling", "turnstone", "plover", "dunlin", "godwit")
    assert [it for it in (*usual, "avocet", "knot") if it in paper.page.words()] == list(usual)
    tick(paper.elements[Element.LINE])
    tick(next(row for row in paper.topics.values() if row.box.accessibleName() == "avocet"))
    tick(next(row for row in paper.topics.values() if row.box.accessibleName() == "plover"))
    tick(paper.elements[Element.SINCE])
    paper.bar.write_to(tmp_path / "page.pdf")
    [page] = PdfReader(tmp_path / "page.pdf").pages
    written = " ".join(page.extract_text().split())
    assert written.startswith(" ".join(paper.page.words().split()))
    wanted = ("sanderling", "turnstone", "avocet", "dunlin", "godwit", "knot")
    assert [it for it in (*wanted, "sandpiper", "plover", *NEVER) if it in written] == list(wanted)
    paper.bar.write_to(tmp_path / "page.html")
    html = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert [it for it in (*wanted, "sandpiper", "plover", *NEVER) if it in html] == list(wanted)


@pytest.mark.usefixtures("told")
def test_a_page_is_there_at_once_and_its_lines_to_write_on_come_a_layout_a_turn(window: MainWindow) -> None:
    paper = on_paper(window)
    seen: list[int] = []  # how much of the page is filled, turn by turn
    turn = QTimer(window)
    turn.timeout.connect(lambda: seen.append(ink(paper)))
    turn.start(0)
    tick(paper.elements[Element.LINE])
    lay_out(paper)
    turn.stop()
    filled = [after for before, after in pairwise(seen) if before != after]
    assert len(filled) == 2, (
        "without the line, and the few lines to write on; then with as many as there is room for"
    )
    assert filled[0] < filled[1]
    assert seen.index(filled[1]) - seen.index(filled[0]) > 2, "others had their turn"


def ink(paper: PaperCard) -> int:
    """How many rows of pixels of the page, as it is shown, are not blank."""
    drawn = paper.page.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width = drawn.width()
    lines = (bytes(drawn.constScanLine(row))[4 : width - 4] for row in range(drawn.height()))
    return sum(min(it) < 250 for it in lines)


@pytest.mark.usefixtures("told")
def test_ticks_hold_while_one_goes_back_to_the_page(window: MainWindow) -> None:
    paper = on_paper(window)
    tick(paper.elements[Element.LINE])
    QTest.keyClick(paper.elements[Element.LINE].box, Qt.Key.Key_Escape)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    assert page.cards.isVisible()
    assert page.to_paper.hasFocus()
    assert not on_paper(window).elements[Element.LINE].is_ticked


def test_what_is_covered_is_not_even_offered(told: Told, window: MainWindow) -> None:
    assert set(on_paper(window).topics) == set(told.topics)


@pytest.mark.usefixtures("told")
def test_the_ticks_can_be_reached_and_named(window: MainWindow) -> None:
    paper = on_paper(window)
    assert unnamed_controls(window) == []
    assert clipped_words(window) == []
    way = " ".join(tab_cycle(window))
    assert way.count("QCheckBox") == sum(not it.isHidden() for it in paper.elements.values()) + 5


@pytest.mark.usefixtures("told")
def test_the_command_line_writes_what_is_usual(diary: Diary, tmp_path: Path) -> None:
    write_review(diary, tmp_path / "page.pdf", NOON)
    [page] = PdfReader(tmp_path / "page.pdf").pages
    text = page.extract_text()
    assert [it for it in ("sandpiper", "plover", "avocet", "knot", *NEVER) if it in text] == [
        "sandpiper",
        "plover",
    ]


GOLDEN_HEBREW = """
    לפני פגישה 2 עם M. O.
    10 מרץ 2026, 17:00 · בחדר
    השורה שהשארתי לעצמי sandpiper
    מה אני רוצה להביא sanderling “sanderlings, softly” turnstone “turnstones, softly” plover “plovers, softly”
    מה שהתכוונתי לנסות dunlin
    דפוסים ששמתי לב אליהם godwit
    מאז 2 רשומות מאז הפגישה הקודמת. knot
    איך זה נקרא phalarope It stays.
    מחשבה על כך dotterel
    שאלה לחשוב עליה lapwing
    מקום למילים שלי
    מתוך יומן פרטי, הודפס ב-4 מרץ 2026; מי שהדף בידיו מחליט מי יקרא אותו.
    יומן פרטי. לא מכשיר רפואי, לא אבחנה, ולא תחליף למטפל או למטפלת.
"""


def test_the_page_in_hebrew_is_one_side_and_holds_these_words_and_no_other(told: Told) -> None:
    """A reader of PDF files gives Hebrew letters as they stand on the paper, from left to right."""
    QLocale.setDefault(HEBREW)
    made = review_sheet(told.review, every(told.review), Paper.A4)
    assert made.page_count == 1
    read = re.findall(r"\w+", in_pdf(made))
    turned = [it[::-1] if re.search("[א-ת]", it) else it for it in read]
    assert sorted(turned) == sorted(re.findall(r"\w+", GOLDEN_HEBREW))


def on_paper(window: MainWindow) -> PaperCard:
    window.show_subject("before_session", None)
    page = window.page
    assert isinstance(page, BeforeSessionPage)
    page.to_paper.click()
    lay_out(page.paper)
    return page.paper


def lay_out(paper: PaperCard) -> None:
    """Wait until the best layout is there, which is looked for a try a turn."""
    settle()
    while not paper.is_laid_out:
        settle()


def tick(row: TickRow) -> None:
    row.box.setFocus()
    QTest.keyClick(row.box, Qt.Key.Key_Space)
    settle()


def choose(paper: PaperCard, wanted: Paper) -> None:
    choice = paper.bar.paper_choice
    choice.setFocus()
    while paper.bar.paper() is not wanted:
        QTest.keyClick(
            choice, Qt.Key.Key_Down if choice.currentIndex() < choice.count() - 1 else Qt.Key.Key_Home
        )
    lay_out(paper)
