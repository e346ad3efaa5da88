"""Pages on paper: what the PDF holds when it is read back, and what happens when it cannot be written."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog  # noqa: TID253  # what is tested here
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from tests.needs import needs
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.pdf import pdf, write_pdf
from therapy_diary.desktop.printing.printer import preview, print_paper
from therapy_diary.desktop.printing.problem import Obstacle, PrintProblem
from therapy_diary.desktop.printing.sheet import Sheet, sheet
from therapy_diary.domain.closing import ClosingSection, Section, Variant
from therapy_diary.keys.recovery import new_code
from therapy_diary.reports.pages.words import page_words
from therapy_diary.reports.pages.worksheet import worksheet
from therapy_diary.reports.pages.worksheet_page import worksheet_page
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.views.code_paper import print_code
from therapy_diary.views.sheets import (
    small_chart,
    worksheet_of,
    worksheet_sheet,
)

pytestmark = pytest.mark.thorough

POINTS = {Paper.A4: (595, 842), Paper.LETTER: (612, 792), Paper.A5: (420, 595)}
HEBREW = "לדבר עם אבא"


@pytest.fixture
def records(demo_records: Records) -> Records:
    return demo_records


def laid_out(records: Records, paper: Paper = Paper.A4, *, blanks: bool = False) -> Sheet:
    drawing = small_chart(records)
    assert drawing is not None
    return worksheet_sheet(worksheet_of(records, blanks=blanks, chart=drawing), paper, drawing)


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def words(content: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(content).pages).split())


def streams(content: bytes) -> bytes:
    return b"".join(page.get_contents().get_data() for page in read(content).pages)  # type: ignore[union-attr]


@pytest.mark.parametrize("paper", [Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("variant", list(Variant))
@pytest.mark.parametrize("blanks", [False, True])
def test_the_worksheet_takes_one_or_two_pages(
    records: Records, paper: Paper, variant: Variant, blanks: bool
) -> None:
    told = replace(records, closing=replace(records.closing, variant=variant))
    if blanks:
        told = replace(told, written={})
    made = laid_out(told, paper, blanks=blanks)
    pages = read(pdf(made)).pages
    assert len(pages) == made.page_count
    assert 1 <= len(pages) <= 2
    assert made.overflow == 0
    for page in pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == POINTS[paper]


def test_what_was_written_and_what_was_drawn_can_be_read_in_the_pdf(records: Records) -> None:
    told = words(pdf(laid_out(records)))
    for expected in (
        "Looking back on my therapy with Noa",
        "I came for sleep and stayed for everything that kept me awake.",
        "Say what I mean before I boil",
        "I called my sister first",
        "Thank you for counting the funny stories.",
        "whoever holds this page decides who reads it.",
        "Not a medical device, not a diagnosis, not a substitute for your therapist.",
        "2 / 2",
    ):
        assert expected in told


@needs("pdftotext")
def test_hebrew_can_be_read_in_the_pdf(records: Records, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    write_pdf(laid_out(records), file)
    read_back = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, check=True
    ).stdout.decode()
    plain = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", read_back)
    assert HEBREW in plain or HEBREW[::-1] in plain


def test_every_font_is_embedded(records: Records) -> None:
    fonts = {}
    for page in read(pdf(laid_out(records))).pages:
        for font in page["/Resources"]["/Font"].values():  # type: ignore[index]
            for inner in font.get_object()["/DescendantFonts"]:
                descriptor = inner.get_object()["/FontDescriptor"].get_object()
                fonts[descriptor["/FontName"]] = any(it.startswith("/FontFile") for it in descriptor)
    assert any("Inter" in it for it in fonts)
    assert any("Hebrew" in it for it in fonts)
    assert all(fonts.values()), fonts


def test_the_chart_is_lines_and_not_a_picture(records: Records) -> None:
    with_chart = pdf(laid_out(records))
    without = pdf(worksheet_sheet(worksheet_of(records, blanks=False), Paper.A4))
    for page in read(with_chart).pages:
        assert "/Image" not in str(
            [it.get_object() for it in page["/Resources"].get("/XObject", {}).values()]
        )  # type: ignore[index]
    assert b"BI\n" not in streams(with_chart)
    # The line between forty sessions: many more strokes than the rules of the page.
    assert streams(with_chart).count(b" l\n") > streams(without).count(b" l\n") + 30
    assert "not at all" in words(with_chart)


def test_the_properties_of_the_file_say_nothing_about_the_person(records: Records) -> None:
    content = pdf(laid_out(records))
    about = read(content).metadata
    assert about is not None
    assert about.title == "Document"
    assert not about.author
    assert not about.subject
    assert not about.creator
    assert b"Noa" not in content
    assert str(Path.home()).encode() not in content


def test_two_thousand_words_are_announced_and_none_is_cut(records: Records) -> None:
    many = " ".join(f"word{number}." for number in range(2000))
    told = replace(
        records, written={Section.GOOD_BYE: ClosingSection(section=Section.GOOD_BYE, my_text=many)}
    )
    made = laid_out(told)
    assert made.page_count > 2
    assert made.overflow > 20
    found = [int(it) for it in re.findall(r"word(\d+)\.", words(pdf(made)).replace(" ", ""))]
    # Qt draws the last line of a page once more above the next one, where it is clipped away.
    assert list(dict.fromkeys(found)) == list(range(2000))


def test_a_word_without_end_is_broken_and_not_cut(records: Records) -> None:
    told = replace(
        records, written={Section.GOOD_BYE: ClosingSection(section=Section.GOOD_BYE, my_text="x" * 600)}
    )
    assert words(pdf(laid_out(told))).replace(" ", "").count("x") >= 600


def test_little_to_say_takes_one_page(records: Records) -> None:
    bare = replace(records, written={}, goals=[], milestones=[], topics=[], alliance=[], contacts=[])
    made = worksheet_sheet(worksheet_of(bare, blanks=False), Paper.A4)
    assert made.page_count == 1
    assert "1 / 1" not in words(pdf(made))


def test_the_second_half_begins_on_the_second_page(records: Records) -> None:
    first, second = (" ".join(page.extract_text().split()) for page in read(pdf(laid_out(records))).pages)
    assert "What helped" in first
    assert "What was hard" not in first
    assert second.startswith("What was hard")


def test_a_page_from_right_to_left_has_its_titles_at_the_right(records: Records) -> None:
    turned = replace(page_words("worksheet"), direction="rtl", language="he")
    html = worksheet_page(worksheet(records, turned, format_date=str))
    made = sheet(html, Paper.A4, right_to_left=True)
    places: dict[str, float] = {}
    read(pdf(made)).pages[0].extract_text(
        visitor_text=lambda text, _cm, matrix, _font, _size: places.setdefault(
            " ".join(text.split()), matrix[4]
        )
    )
    assert made.page_count == 2
    title = next(place for text, place in places.items() if "Why I came" in text)
    reason = next(place for text, place in places.items() if "stopped sleeping" in text)
    assert title > reason


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_title_is_the_largest_thing_on_the_page(records: Records, language: str) -> None:
    html = worksheet_page(worksheet(records, page_words("worksheet", language), format_date=str))
    made = sheet(html, Paper.A4, right_to_left=language == "he")
    title = next(iter(made.document.begin())).fragment()
    assert "Noa" in title.text()
    assert title.charFormat().font().pixelSize() == 25


def test_the_file_is_for_this_person_only_and_nothing_else_is_left(records: Records, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    write_pdf(laid_out(records), file)
    assert [it.name for it in tmp_path.iterdir() if it.suffix in {".pdf", ".part"}] == ["page.pdf"]
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    first = file.read_bytes()
    write_pdf(laid_out(records), file)
    assert file.read_bytes()[:8] == first[:8]


def test_a_folder_that_is_gone_a_folder_as_a_file_and_a_device_are_said(
    records: Records, tmp_path: Path
) -> None:
    made = laid_out(records)
    with pytest.raises(PrintProblem) as gone:
        write_pdf(made, tmp_path / "no" / "page.pdf")
    assert gone.value.kind is Obstacle.MISSING
    (tmp_path / "folder.pdf").mkdir()
    with pytest.raises(PrintProblem) as folder:
        write_pdf(made, tmp_path / "folder.pdf")
    assert folder.value.kind is Obstacle.OTHER
    if Path("/dev/full").exists():
        with pytest.raises(PrintProblem):
            write_pdf(made, Path("/dev/full"))
        assert Path("/dev/full").is_char_device()


def test_a_full_disk_is_said_and_what_was_there_stays(records: Records, small_disk: Path) -> None:
    (small_disk / "page.pdf").write_bytes(b"the old page")
    with pytest.raises(PrintProblem) as problem:
        write_pdf(laid_out(records), small_disk / "page.pdf")
    assert problem.value.kind is Obstacle.FULL
    assert [it.name for it in small_disk.iterdir()] == ["page.pdf"]
    assert (small_disk / "page.pdf").read_bytes() == b"the old page"


def test_a_folder_that_may_not_be_written_is_said(records: Records, small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(PrintProblem) as problem:
        write_pdf(laid_out(records), small_disk / "page.pdf")
    assert problem.value.kind is Obstacle.FORBIDDEN
    assert list(small_disk.iterdir()) == []


def test_the_preview_shows_the_pages_and_another_paper_is_laid_out_anew(
    records: Records, qtbot: QtBot, tmp_path: Path
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    asked: list[Paper] = []

    def make(paper: Paper) -> Sheet:
        asked.append(paper)
        return laid_out(records, paper)

    preview(make, Paper.LETTER, window)
    dialog = window.findChild(QPrintPreviewDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: asked == [Paper.LETTER])
    printer = dialog.printer()
    assert printer.docName() == "Document"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    printer.setPageSize(Paper.A4.page_size)
    dialog.paintRequested.emit(printer)
    assert asked[-1] is Paper.A4
    assert words((tmp_path / "printed.pdf").read_bytes()) == words(pdf(laid_out(records)))
    dialog.close()


def test_the_printer_gets_the_same_pages(records: Records, qtbot: QtBot, tmp_path: Path) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    file = tmp_path / "printed.pdf"

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(file))
        dialog.done(QPrintDialog.DialogCode.Accepted)

    QTimer.singleShot(0, answer)
    assert print_paper(lambda paper: laid_out(records, paper), Paper.A4, window)
    content = file.read_bytes()
    assert len(read(content).pages) == 2
    assert words(content) == words(pdf(laid_out(records)))


@pytest.mark.parametrize(
    ("country", "paper"), [("en_GB", Paper.A4), ("en_US", Paper.LETTER), ("he_IL", Paper.A4)]
)
def test_the_recovery_code_is_offered_on_the_paper_of_the_country(
    country: str, paper: Paper, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    offered = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintDialog)
        offered.append(dialog.printer().pageLayout().pageSize().id())
        dialog.done(QPrintDialog.DialogCode.Rejected)

    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        QTimer.singleShot(0, answer)
        print_code(new_code(), window)
    finally:
        QLocale.setDefault(before)
    assert offered == [paper.page_size.id()]
