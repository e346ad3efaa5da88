"""The worksheet as a page: HTML that a printer lays out well, and that reads aloud well as a file of its own."""

import functools
import unicodedata
from typing import TYPE_CHECKING, Any

from therapy_diary import resources
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.words import PageWords
from therapy_diary.reports.pages.worksheet import SheetSection, Worksheet

if TYPE_CHECKING:
    import jinja2
    import jinja2.runtime
    import markupsafe

RULED = 4
"""Lines to write on that an empty section gets where there is room."""
CHART_MARK = "\ufffc"  # stands where the printer puts the chart; taken out of everything the person wrote


def worksheet_page(
    worksheet: Worksheet,
    *,
    chart: RoadChart | None = None,
    on_paper: bool = True,
    narrow: bool = False,
    first_lines: int = RULED,
    second_lines: int = RULED,
) -> str:
    """The worksheet as one HTML page. The words are in it as they are, never as markup.

    on_paper leaves a mark for the chart, which the printer draws, and turns tables round for right-to-left, which
    QTextDocument does not do; otherwise the drawing itself is in the page, and a browser can open it. Where there is
    little room across, narrow puts titles above what they stand beside else. first_lines and second_lines are how many
    lines to write on an empty section of each page gets, or a few more, and its own fewest at least.
    """
    ruled_lines = {
        it.section: lines_for(it, second_lines if it.second_page else first_lines) for it in worksheet.printed
    }
    return render(
        "worksheet.html.j2",
        worksheet.words,
        on_paper=on_paper,
        sheet=worksheet,
        narrow=narrow,
        ruled_lines=ruled_lines,
        chart="" if chart is None else chart.svg.decode("utf-8"),
        chart_sentence="" if chart is None else chart.sentence,
    )


def lines_for(section: SheetSection, wanted: int) -> int:
    """How many lines to write on each part of a section gets, where so many are wanted for all of an empty one."""
    if not section.ruled or section.lines or section.goals or section.chart:
        return section.ruled
    return max(section.ruled, -(-wanted // max(len(section.parts), 1)))


def render(template: str, words: PageWords, *, on_paper: bool, **told: Any) -> str:
    """Fill a template of resources/pages."""
    return str(
        _templates()
        .get_template(template)
        .render(
            words=words,
            word=words.word,
            on_paper=on_paper,
            mirrored=on_paper and words.direction == "rtl",
            **told,
        )
    )


@functools.cache
def _templates() -> "jinja2.Environment":
    """The templates, each compiled once: that takes longer than filling it."""
    import jinja2

    @jinja2.pass_context
    def direction(context: "jinja2.runtime.Context", text: str) -> str:
        return direction_of(text, context["words"].direction)

    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: resources.text(f"pages/{name}")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_without_mark,
    )
    environment.filters["direction"] = direction
    environment.filters["led_by"] = led_by
    environment.filters["paragraphs"] = paragraphs
    environment.filters["drawing"] = drawing_in_html
    return environment


def direction_of(text: str, otherwise: str = "ltr") -> str:
    """Which way a paragraph runs: that of its first letter with a direction, as in every editor."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind == "L":
            return "ltr"
        if kind in {"R", "AL"}:
            return "rtl"
    return otherwise


def paragraphs(text: str) -> list[str]:
    """The paragraphs of what somebody typed; empty lines only part them."""
    return [it.strip() for it in text.splitlines() if it.strip()]


def led_by(inside: "markupsafe.Markup", heading: str, direction: str) -> "markupsafe.Markup":
    """Paragraphs with a heading at the head of the first line, where that runs the same way; else above it."""
    import markupsafe

    begin, first, rest = inside.strip().partition(">")
    if begin.startswith("<p") and f'dir="{direction}"' in begin:
        template = markupsafe.Markup('{}{}<span class="lead">{}</span>&#160;&#160; {}')
        return template.format(begin, first, heading, rest)
    return markupsafe.Markup("<h2>{}</h2>{}").format(heading, inside)


def drawing_in_html(svg: str) -> Any:
    """An SVG file as it may stand inside HTML: without its XML declaration and document type."""
    import markupsafe

    return markupsafe.Markup(svg[max(svg.find("<svg"), 0) :])  # noqa: S704  # ours, and no word of the person in it unescaped


def _without_mark(value: Any) -> Any:
    import markupsafe

    if isinstance(value, str) and not isinstance(value, markupsafe.Markup):
        return value.replace(CHART_MARK, "")
    return value
