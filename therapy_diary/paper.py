"""The worksheet, the page before a session and the charts as files, for the command line: drawn without a window."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.pdf import write_pdf
from therapy_diary.desktop.printing.private_file import write_private
from therapy_diary.domain.closing import Audience, Closing, Variant
from therapy_diary.domain.therapy import Therapy
from therapy_diary.reports.charts.catalogue import CHARTS, picture, picture_bytes
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panel_picture import panel_picture
from therapy_diary.reports.charts.panels import panels_by_name, panels_named
from therapy_diary.reports.charts.picture import Picture
from therapy_diary.reports.pages.snapshot import BadSnapshot, FrozenPages, thawed
from therapy_diary.storage.diary import Diary
from therapy_diary.views.records import chart_records_of, panel_records_of, records_of
from therapy_diary.views.sheets import (
    review_of,
    review_sheet,
    small_chart,
    worksheet_of,
    worksheet_sheet,
)
from therapy_diary.views.voice import window_voice


class NothingToDraw(Exception):
    """The diary has no therapy in it yet."""


class NothingAnswered(Exception):
    """The chart has nothing to draw yet. Its words are the sentence that says when it will."""


class NoSuchChart(Exception):
    """No chart has that name. Its arguments are the names there are."""


class IsQuiet(Exception):
    """Quiet mode is on: no numbers and no charts."""


class CannotBeRead(Exception):
    """The pages of a finished ending are none that this version of the program knows."""


def write_worksheet(
    diary: Diary,
    out: Path,
    now: datetime,
    paper: Paper = Paper.A4,
    audience: Audience = Audience.ME,
    *,
    large: bool = False,
) -> list[str]:
    """Write the ending's worksheet as a PDF for an audience; that of a finished ending as it was kept.

    Of a therapy whose ending was not begun, as it would be now. Returns the sections whose lines from the diary
    nobody has looked at yet: they are not on the page. Raises NothingToDraw, CannotBeRead, IsQuiet.
    """
    therapy = _therapy(diary)
    if diary.choices.is_quiet:
        raise IsQuiet
    begun = diary.closings.at(therapy.id)
    with _letters():
        if begun is not None and begun.finished_on is not None:
            kept = _finished(diary.closings.snapshots(therapy.id)[-1].pages)
            write_pdf(worksheet_sheet(kept.pages[audience], paper, kept.chart, large=large), out)
            return []
        closing = begun or Closing(
            therapy=therapy.id, variant=Variant.GOALS, decided_by=None, opened_on=now.date()
        )
        records = records_of(diary, therapy, closing, now.date())
        chart = small_chart(records)
        made = worksheet_of(
            records,
            blanks=False,
            chart=chart,
            audience=audience,
            only_seen=begun is not None,
        )
        write_pdf(worksheet_sheet(made, paper, chart, large=large), out)
    return [it.short for it in made.sections if it.has_unseen and it.in_print and begun is not None]


def _finished(pages: str) -> FrozenPages:
    try:
        return thawed(pages)
    except BadSnapshot as error:
        raise CannotBeRead from error


def write_review(
    diary: Diary, out: Path, now: datetime, paper: Paper = Paper.A4, *, large: bool = False
) -> int:
    """Write what usually goes on paper of the page before a session as a PDF. Returns how many sides it takes."""
    therapy = _therapy(diary)
    with _letters():
        gathered = review_of(diary, therapy, now)
        quiet = diary.choices.is_quiet
        made = review_sheet(gathered, gathered.usual_ticks, paper, quiet=quiet, large=large)
        write_pdf(made, out)
    return made.page_count


def write_chart(diary: Diary, name: str, out: Path, today: date) -> None:
    """Write one chart as .svg, .png or .pdf, in the light colours, with its sentence.

    Raises NoSuchChart, NothingAnswered where there is nothing to draw yet, and IsQuiet.
    """
    therapy = _therapy(diary)
    if diary.choices.is_quiet:
        raise IsQuiet
    with _letters():
        drawn = _picture(diary, therapy, name, today)
        if drawn.is_empty:
            raise NothingAnswered(drawn.sentence)
        write_private(picture_bytes(drawn, out.suffix.lower().removeprefix(".")), out)


def _picture(diary: Diary, therapy: Therapy, name: str, today: date) -> Picture:
    """The chart of that name, or of that title, of all the page of progress shows."""
    records, voice = chart_records_of(diary, therapy), window_voice()
    if name in CHARTS:
        return picture(name, records, voice)
    of_panels = panel_records_of(diary, therapy, today)
    there = panels_by_name(of_panels)
    wanted = {it.name for short, it in there.items() if name in (short, it.title)}
    if not wanted:
        raise NoSuchChart((*CHARTS, *there))
    over = course(records.sessions, records.milestones, voice)
    made = panels_named(wanted, of_panels, over, voice)
    if not made:
        raise NothingAnswered(voice.translate("charts", "Nothing was answered in this span."))
    return panel_picture(made[0], voice)


def _therapy(diary: Diary) -> Therapy:
    therapy = diary.therapies.current()
    if therapy is None:
        raise NothingToDraw
    return therapy


@contextmanager
def _letters() -> Iterator[None]:
    """Qt's part that lays out text, without a window, with the shipped letters and in the system's language."""
    from PySide6.QtWidgets import QApplication

    from therapy_diary.desktop.fonts import load_fonts
    from therapy_diary.desktop.language import speak

    running = QApplication.instance()
    if running is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        running = QApplication(sys.argv[:1])
        load_fonts()
        speak(running)
    yield
    del running
