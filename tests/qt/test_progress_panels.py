"""The small panels of the progress page: everything on one axis of time, whole ranges, words, gaps, and files of it."""

import csv
import html
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.reading_the_screen import words_on
from therapy_diary import resources
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.goal import ChangeKind
from therapy_diary.domain.measure import Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.insight.limits import Limits
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panels import panels, panels_by_name
from therapy_diary.reports.charts.style import read_ink
from therapy_diary.storage.diary import Diary
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.page import Desk
from therapy_diary.views.progress import ProgressPage
from therapy_diary.views.records import panel_records_of
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.chart_view import ChartView

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

Show = Callable[[ProgressPage], ProgressPage]
BEGUN = datetime(2025, 11, 4, 17, 0)
WEEKS = 16


@pytest.fixture
def lived(diary: Diary, therapy: Therapy) -> Therapy:
    """Sixteen weekly sessions, each but the fourth rated; a goal that rises and is reworded; a questionnaire; a break."""
    measure = read_measure(resources.text("measures/week_in_brief.toml"))
    with diary.change():
        goal = diary.goals.add(therapy.id, "sleep", BEGUN.date())
        kept = diary.measures.add(measure, Origin.IN_BOX, enabled=True)
        for week in range(WEEKS):
            starts_at = BEGUN + timedelta(weeks=week)
            session = diary.sessions.add(therapy.id, starts_at)
            if week != 3:
                answers: dict[str, int | None] = dict.fromkeys(STATEMENTS, 2 + week % 2)
                diary.alliance_ratings.give(
                    AllianceRating(session=session.id, filled_at=starts_at, answers=answers)
                )
            if week == 5:
                day = starts_at.date() - timedelta(days=1)
                goal = diary.goals.reword(goal.id, "sleep till six", ChangeKind.CLEARER_WORDS, day)
            diary.goals.rate(goal.wording.id, starts_at.date(), min(week, 10), session=session.id)
            given: dict[str, int | None] = {it.id: 2 for it in measure.items}
            diary.measures.answer(kept.id, starts_at + timedelta(days=2), given, therapy=therapy.id)
        begins = BEGUN.date() + timedelta(days=36)
        diary.milestones.mark(therapy.id, begins, MilestoneKind.BREAK, until=begins + timedelta(days=4))
        diary.milestones.mark(
            therapy.id, begins + timedelta(days=9), MilestoneKind.TURNING_POINT, "I said no"
        )
    return therapy


@pytest.fixture
def page(desk: Desk, lived: Therapy, shown: Show, qtbot: QtBot) -> ProgressPage:
    assert lived.label
    page = shown(ProgressPage(desk))
    wait_until_drawn(page, qtbot)
    return page


def wait_until_drawn(page: ProgressPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(
        lambda: all(it.is_drawn() for it in page.findChildren(ChartView) if it.isVisible()),
        timeout=60_000,
    )


def titles(page: ProgressPage) -> list[str]:
    return [it.form.title.text() for it in page.panels.values()]


def rows_of(card: ChartCard) -> list[list[str]]:
    model = card.table
    return [
        [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_everything_that_was_answered_stands_on_one_axis_of_time(page: ProgressPage, lived: Therapy) -> None:
    assert titles(page) == [
        "How it was between us",
        "sleep till six",
        "The week in brief: Week",
        "The week in brief: Rest and tension",
    ]
    diary = page.desk.diary
    voice = window_voice()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    made = panels(panel_records_of(diary, lived, NOON.date()), over, voice)
    spans, edges = set(), set()
    for it in made:
        from therapy_diary.reports.charts.panel_picture import panel_picture

        axes = panel_picture(it, voice).figure(read_ink()).axes[0]
        spans.add(axes.get_xlim())
        edges.add((axes.get_position().x0, axes.get_position().x1))
        low, high = axes.get_ylim()
        assert low < it.low
        assert high > it.high  # always the whole range
    assert len(spans) == len(edges) == 1
    assert [words for _, words in made[0].ticks] == [
        "not at all",
        "a little",
        "partly",
        "mostly",
        "completely",
    ]


@pytest.mark.parametrize(
    ("width", "months"),
    [(2000, [6, 7, 8, 9, 10, 11, 12, 1, 2, 3]), (620, [7, 9, 11, 1, 3]), (420, [7, 10, 1])],
)
def test_the_months_below_a_panel_are_evenly_apart_and_a_new_year_has_its_name(
    page: ProgressPage, lived: Therapy, width: int, months: list[int]
) -> None:
    from matplotlib.text import Text

    from therapy_diary.reports.charts.panel_figure import USUAL_HEIGHT, panel_figure

    diary, voice = page.desk.diary, window_voice()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    made = panels(panel_records_of(diary, lived, NOON.date()), over, voice)[0]
    panel = replace(made, first=date(2025, 5, 20), last=date(2026, 3, 12))

    figure = panel_figure(panel, voice, read_ink(), 14, width, USUAL_HEIGHT)

    said = [it.get_text() for it in figure.findobj(Text) if isinstance(it, Text)]
    firsts = [date(2025 if month > 3 else 2026, month, 1) for month in months]
    wanted = [
        voice.long_day(it) if it in (firsts[0], date(2026, 1, 1)) else voice.short_day(it) for it in firsts
    ]
    every = {
        say(date(year, month, 1))
        for say in (voice.long_day, voice.short_day)
        for year in (2025, 2026)
        for month in range(1, 13)
    }
    assert [it for it in said if it in every] == wanted


def test_the_words_below_a_panel_follow_the_rule(page: ProgressPage) -> None:
    overall, goal, *_ = page.panels.values()
    assert overall.form.sentence.text() == (
        "First three answers: about “partly” (2). Latest three: about “mostly” (3)."
        " Mostly between “partly” (2) and “mostly” (3). No clear direction."
    )
    assert goal.form.sentence.text().endswith(
        "It has been rising: from about 1 (first three) to about 10 (latest three)."
    )


def test_the_table_has_gaps_marks_breaks_and_clearer_words(page: ProgressPage) -> None:
    overall, goal, *_ = page.panels.values()
    rows = rows_of(overall)
    assert rows[3] == ["25 Nov 2025", "4", "", ""]
    assert ["10 Dec 2025", "", "", "break, until 14 Dec 2025"] in rows
    assert ["19 Dec 2025", "", "", "I said no"] in rows
    assert ["8 Dec 2025", "", "", "clearer words: sleep till six"] in rows_of(goal)


def test_a_break_is_named_above_its_column_and_the_key_tells_what_else_is_drawn(
    page: ProgressPage, lived: Therapy
) -> None:
    from matplotlib.text import Text

    from therapy_diary.reports.charts.panel_figure import USUAL_HEIGHT, panel_figure

    diary, voice = page.desk.diary, window_voice()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    overall = panels(panel_records_of(diary, lived, NOON.date()), over, voice)[0]
    for width, named in ((900, 1), (230, 0)):  # where there is no room the table names it
        figure = panel_figure(overall, voice, read_ink(), 14, width, USUAL_HEIGHT)
        said = [it.get_text() for it in figure.findobj(Text) if isinstance(it, Text)]
        assert said.count("break") == named
    assert any("an upright bar is a break" in it for it in words_on(page))


@pytest.mark.parametrize(
    ("bands", "between"),
    [
        (((0.0, 9.0, "less"), (10.0, 20.0, "more")), [9.5]),
        (((0.0, 1.4, "less"), (1.5, 2.9, "some"), (3.0, 4.0, "more")), [1.45, 2.95]),
    ],
)
def test_the_authors_ranges_part_half_way_between_where_one_ends_and_the_next_begins(
    page: ProgressPage,
    lived: Therapy,
    bands: tuple[tuple[float, float, str], ...],
    between: list[float],
) -> None:
    from matplotlib.lines import Line2D

    from therapy_diary.reports.charts.panel_figure import USUAL_HEIGHT, panel_figure

    diary, voice = page.desk.diary, window_voice()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    made = panels(panel_records_of(diary, lived, NOON.date()), over, voice)[-1]

    def level(bands: tuple[tuple[float, float, str], ...]) -> set[float]:
        panel = replace(made, bands=bands)
        axes = panel_figure(panel, voice, read_ink(), 14, 900, USUAL_HEIGHT).axes[0]
        ends = [list(it.get_ydata()) for it in axes.findobj(Line2D) if isinstance(it, Line2D)]  # type: ignore[arg-type]
        return {round(it[0], 6) for it in ends if len(it) == 2 and it[0] == it[1]}

    assert sorted(level(bands) - level(())) == between


def test_a_long_name_of_a_range_is_shortened_and_no_line_crosses_it(
    page: ProgressPage, lived: Therapy
) -> None:
    from matplotlib.colors import to_hex
    from matplotlib.text import Text

    from therapy_diary.reports.charts.panel_figure import USUAL_HEIGHT, panel_figure

    diary, voice, ink = page.desk.diary, window_voice(), read_ink()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    made = panels(panel_records_of(diary, lived, NOON.date()), over, voice)[-1]
    panel = replace(made, bands=((0.0, 2.0, "a range " * 12), (2.1, 4.0, "more")))
    figure = panel_figure(panel, voice, ink, 14, 900, USUAL_HEIGHT)
    figure.canvas.draw()
    said = [it for it in figure.findobj(Text) if isinstance(it, Text)]
    names = [it for it in said if it.get_text() == "more" or it.get_text().startswith("a range")]
    assert len(names) == 2
    for it in names:
        assert it.get_window_extent().width < 0.45 * figure.axes[0].get_window_extent().width
        ground = it.get_bbox_patch()
        assert ground is not None
        assert to_hex(ground.get_facecolor()) == ink.surface.lower()


def test_a_line_passes_no_gap_and_no_break(page: ProgressPage, lived: Therapy) -> None:
    diary, voice = page.desk.diary, window_voice()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    overall, goal, *_ = panels(panel_records_of(diary, lived, NOON.date()), over, voice)
    assert [len(it) for it in overall.stretches()] == [3, 2, 10]
    assert [len(it) for it in goal.stretches()] == [6, 10]
    assert [len(values) for _, values in overall.middle_lines()] == [3, 2, 10]


def test_the_line_of_the_middle_begins_where_the_settings_say(page: ProgressPage, lived: Therapy) -> None:
    diary, voice = page.desk.diary, window_voice()
    over = course(diary.sessions.of(lived.id), diary.milestones.of(lived.id), voice)
    records = panel_records_of(diary, lived, NOON.date())
    for needed, lines in ((15, 3), (16, 0)):  # fifteen ratings
        limits = Limits.changed({"enough_for_a_median_line": needed, "enough_for_a_direction": 20})
        overall = panels(replace(records, limits=limits), over, voice)[0]
        assert len(list(overall.middle_lines())) == lines


def test_the_span_is_chosen_with_the_keyboard_and_named_in_the_sentence(
    page: ProgressPage, qtbot: QtBot
) -> None:
    page.span.setFocus()
    QTest.keyClick(page.span, Qt.Key.Key_Down)
    assert page.span.currentText() == "The last three months"
    assert page.since() == date(2025, 12, 3)
    wait_until_drawn(page, qtbot)
    overall = next(iter(page.panels.values()))
    assert overall.form.sentence.text().startswith("Since 3 Dec 2025: First three answers:")
    assert rows_of(overall)[0][0] == "9 Dec 2025"
    QTest.keyClick(page.span, Qt.Key.Key_End)
    assert page.day.isVisible()
    page.day.setDate(QDate(2026, 2, 1))
    assert len(rows_of(overall)) == 3
    assert overall.form.sentence.text() == "Since 1 Feb 2026: Answers so far: 3."
    page.day.setDate(QDate(2026, 3, 4))
    assert page.panels == {}
    assert page.span.isVisible()  # or nobody would find back


def test_the_keyboard_walks_the_places_and_hears_marks_and_gaps(page: ProgressPage) -> None:
    chart = next(iter(page.panels.values())).form.chart
    chart.setFocus()
    QTest.keyClick(chart, Qt.Key.Key_Home)
    assert chart.point_text().splitlines() == ["Session 1, 4 Nov 2025", "“partly” (2)"]
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.point_text().splitlines() == ["Session 4, 25 Nov 2025", "not answered"]
    QTest.keyClick(chart, Qt.Key.Key_End)
    heard = set()
    for _ in range(WEEKS + 2):
        heard.add(chart.point_text())
        QTest.keyClick(chart, Qt.Key.Key_Left)
    assert "19 Dec 2025\nI said no" in heard


def test_the_pointer_finds_the_nearest_goal_by_its_row(
    page: ProgressPage, diary: Diary, qtbot: QtBot, lived: Therapy
) -> None:
    with diary.change():
        other = diary.goals.add(lived.id, "call my sister", BEGUN.date())
        for week in range(6):
            diary.goals.rate(other.wording.id, BEGUN.date() + timedelta(weeks=week), 2)
    chart = page.cards["goals"].form.chart
    wait_until_drawn(page, qtbot)
    page.area.verticalScrollBar().setValue(chart.mapTo(page.area.widget(), QPoint(0, 0)).y())
    for _ in range(5):
        QApplication.processEvents()
    drawn = chart._drawn
    assert drawn is not None
    for number, (_, rings) in enumerate(drawn.places):
        QTest.mouseMove(chart, QPoint(20, round(rings[0])))  # far from the dot, on its row
        qtbot.waitUntil(lambda number=number: chart.current() == number)  # type: ignore[misc]
    assert chart.point_text().startswith("call my sister")


def test_what_is_shown_is_saved_after_one_sentence(page: ProgressPage, tmp_path: Path, qtbot: QtBot) -> None:
    card = list(page.panels.values())[1]
    assert card.save.accessibleName() == "Save: sleep till six"
    card.save.setFocus()
    QTest.keyClick(card.save, Qt.Key.Key_Space)
    assert card.notice.text() == "A saved chart or table is not encrypted. Whoever has the file can read it."
    going_on = card.notice.findChild(QPushButton)
    assert going_on is not None
    QTest.keyClick(going_on, Qt.Key.Key_Space)
    dialog = card.findChild(QFileDialog, "save_chart")
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "chart.png"))
    dialog.close()
    for kind in ("svg", "pdf", "csv"):
        qtbot.waitUntil(lambda: card.notice.text().startswith("The file is written"))
        card.notice.say("")
        card.write_to(tmp_path / f"chart.{kind}")
    qtbot.waitUntil(lambda: card.notice.text() == "The file is written: chart.csv")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")
    assert "half way" in (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "half way" in PdfReader(tmp_path / "chart.pdf").pages[0].extract_text()
    for words in (card.form.title.text(), card.form.sentence.text(), page.panel_key.text()):
        assert words in " ".join(PdfReader(tmp_path / "chart.pdf").pages[0].extract_text().split())
        assert words in in_one_line(tmp_path / "chart.svg")
    table = list(csv.reader(StringIO((tmp_path / "chart.csv").read_text(encoding="utf-8-sig"))))
    assert table[0] == ["Date", "Session", "Answer", "Remarks"]
    assert table[1:] == rows_of(card)
    assert (tmp_path / "chart.csv").stat().st_mode & 0o077 == 0


def in_one_line(svg: Path) -> str:
    """The words of a drawing, in their order."""
    written = re.findall(r"<text[^>]*>([^<]*)</text>", svg.read_text(encoding="utf-8"))
    return " ".join(html.unescape(" ".join(written)).split())


def test_the_command_line_names_every_panel_of_the_page(
    page: ProgressPage, diary: Diary, lived: Therapy
) -> None:
    named = panels_by_name(panel_records_of(diary, lived, NOON.date()))
    assert [(it.name, it.title) for it in named.values()] == list(zip(page.panels, titles(page), strict=True))


def test_a_chart_in_detail_takes_its_title_and_its_sentence_along(
    page: ProgressPage, tmp_path: Path, qtbot: QtBot, diary: Diary, lived: Therapy
) -> None:
    goal = diary.goals.of(lived.id)[0]
    with diary.change():  # words that are read the other way
        diary.goals.reword(goal.id, "לישון עד 6!", ChangeKind.CLEARER_WORDS, NOON.date())
    page.refresh()
    for name in ("alliance", "goals"):
        card = page.cards[name]
        for kind in ("png", "svg", "pdf"):
            card.notice.say("")
            card.write_to(tmp_path / f"{name}.{kind}")
            qtbot.waitUntil(
                lambda card=card: card.notice.text().startswith("The file is written"), timeout=20_000
            )
        assert QImage(str(tmp_path / f"{name}.png")).height() > 2 * card.form.chart.height()
        words = in_one_line(tmp_path / f"{name}.svg").replace("\u200e", "")
        assert card.form.title.text() in words
        assert card.form.sentence.text() in words
        assert card.form.title.text() in PdfReader(tmp_path / f"{name}.pdf").pages[0].extract_text()


def test_a_place_that_takes_no_file_is_one_sentence(page: ProgressPage, tmp_path: Path, qtbot: QtBot) -> None:
    card = next(iter(page.panels.values()))
    card.write_to(tmp_path / "nowhere" / "chart.csv")
    qtbot.waitUntil(lambda: "no longer there" in card.notice.text())
    card.write_to(tmp_path / "chart.exe")
    assert card.notice.text() == "A chart is saved as PNG, SVG, PDF or CSV."
    assert list(tmp_path.glob("chart*")) == []


def test_words_that_look_like_a_formula_stay_words_in_a_table(
    page: ProgressPage, diary: Diary, lived: Therapy, tmp_path: Path, qtbot: QtBot
) -> None:
    goal = diary.goals.of(lived.id)[0]
    with diary.change():
        diary.goals.rate(goal.wording.id, NOON.date(), 3, words="=HYPERLINK(1)")
    card = list(page.panels.values())[1]
    card.write_to(tmp_path / "chart.csv")
    qtbot.waitUntil((tmp_path / "chart.csv").exists)
    assert "'=HYPERLINK(1)" in (tmp_path / "chart.csv").read_text(encoding="utf-8-sig")


def test_every_control_of_the_panels_has_a_name_and_tab_comes_round(page: ProgressPage) -> None:
    assert unnamed_controls(page.window()) == []
    stops = tab_cycle(page.window())
    assert "QComboBox" in stops[0]
    assert len(stops) > 15
