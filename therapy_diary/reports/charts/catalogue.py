"""The charts of a therapy: from its records to pictures, and from a picture to what a file holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswers
from therapy_diary.domain.goal import Goal, GoalRating
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.domain.session import Session
from therapy_diary.domain.table_cell import harmless
from therapy_diary.insight.limits import DEFAULT, Limits
from therapy_diary.reports.charts.alliance_picture import alliance_picture
from therapy_diary.reports.charts.checklist_picture import checklist_picture
from therapy_diary.reports.charts.course import Course, course
from therapy_diary.reports.charts.goals_picture import goals_picture
from therapy_diary.reports.charts.paper import ONE_AT_A_TIME
from therapy_diary.reports.charts.picture import Picture
from therapy_diary.reports.charts.sheet import sheet_figure
from therapy_diary.reports.charts.style import read_ink
from therapy_diary.reports.charts.voice import Voice

if TYPE_CHECKING:
    from matplotlib.figure import Figure

FORMATS = ("svg", "png", "pdf")
_PNG_DPI = 200
# Nothing that says when, with what or by whom a file was made.
_NO_METADATA: Mapping[str, dict[str, None]] = {
    "svg": dict.fromkeys(("Date", "Creator", "Format", "Type")),
    "png": dict.fromkeys(("Software",)),
    "pdf": dict.fromkeys(("CreationDate", "Creator", "Producer")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRecords:
    """What the charts of one therapy are made of. Two equal ones give the same charts."""

    sessions: tuple[Session, ...]
    milestones: tuple[Milestone, ...]
    ratings: tuple[AllianceRating, ...]
    checklists: tuple[ChecklistAnswers, ...]
    goals: tuple[tuple[Goal, tuple[GoalRating, ...]], ...]
    alliance_form: QuestionSet
    checklist_form: QuestionSet
    limits: Limits = DEFAULT


def _alliance(records: ChartRecords, over: Course, voice: Voice) -> Picture:
    return alliance_picture(over, records.ratings, records.alliance_form, voice, records.limits)


def _checklist(records: ChartRecords, over: Course, voice: Voice) -> Picture:
    return checklist_picture(over, records.checklists, records.checklist_form, voice)


def _goals(records: ChartRecords, over: Course, voice: Voice) -> Picture:
    return goals_picture(over, records.goals, voice, records.limits)


CHARTS: Mapping[str, Callable[[ChartRecords, Course, Voice], Picture]] = {
    "alliance": _alliance,
    "checklist": _checklist,
    "goals": _goals,
}


def picture(name: str, records: ChartRecords, voice: Voice | None = None) -> Picture:
    """The chart of that name, in English unless a voice says otherwise. Raises KeyError for a name not in CHARTS."""
    speaking = Voice() if voice is None else voice
    return CHARTS[name](records, course(records.sessions, records.milestones, speaking), speaking)


def chart_svg(figure: "Figure", family: str | None = None) -> bytes:
    """The figure as SVG with its words as text, the same bytes each time it is drawn.

    family names one font in place of the list, for readers such as Qt's that do not understand a list.
    """
    svg = figure_bytes(figure, "svg")
    return svg if family is None else _in_one_family(svg, family)


def figure_bytes(figure: "Figure", kind: str) -> bytes:
    """The figure as a file of that kind: svg, png or pdf. Raises ValueError for another."""
    if kind not in FORMATS:
        raise ValueError(f"a chart is one of {', '.join(FORMATS)}")
    import matplotlib as mpl

    out = BytesIO()
    settings: Any = {"svg.fonttype": "none", "svg.hashsalt": "therapy-diary", "pdf.fonttype": 42}
    with ONE_AT_A_TIME, mpl.rc_context(settings):
        figure.savefig(
            out, format=kind, dpi=_PNG_DPI if kind == "png" else figure.dpi, metadata=_NO_METADATA[kind],
            facecolor=figure.get_facecolor(),
        )  # fmt: skip
    return out.getvalue()


def picture_bytes(shown: Picture, kind: str) -> bytes:
    """A picture as a file of that kind, in the light colours, with its title, its sentence and its key in it."""
    return figure_bytes(sheet_figure(shown, read_ink()), kind)


def picture_csv(shown: Picture) -> bytes:
    """The table of a picture as CSV in UTF-8, with a mark that tells spreadsheets so. A gap is an empty cell."""
    import csv
    from io import StringIO

    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(shown.columns)
    writer.writerows([_plain(cell) for cell in row] for row in shown.rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: str) -> str:
    """The person's words as words, also where a spreadsheet would take them for a formula; a number below 0 is none."""
    if cell[:1] == "-" and cell[1:].replace(".", "", 1).isdecimal():
        return cell
    return harmless(cell)


def _in_one_family(svg: bytes, family: str) -> bytes:
    import re

    listed = rb"'Inter'(?:, '[^']*')+"
    return re.sub(listed, f"'{family}'".encode(), svg)
