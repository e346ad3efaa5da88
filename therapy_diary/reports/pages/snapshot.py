"""The pages of a finished ending as JSON: what was printed and agreed, whatever changes in the diary later."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from therapy_diary.domain.closing import ALLIANCE_CHART, Audience, Section
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.words import page_words
from therapy_diary.reports.pages.worksheet import SheetSection, Worksheet
from therapy_diary.reports.pages.worksheet_records import GoalRow, Line

FORMAT = 1


class BadSnapshot(Exception):
    """The JSON is not the pages of an ending, as far as this version of the program knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPages:
    """The page for each audience, and the small chart that may be on it."""

    pages: Mapping[Audience, Worksheet]
    chart: RoadChart | None


def frozen(pages: Mapping[Audience, Worksheet], chart: RoadChart | None) -> str:
    """The pages as JSON. Only what goes on paper is in it: nothing that was switched off, for anybody."""
    if not any(section.chart for page in pages.values() for section in page.printed):
        chart = None
    return json.dumps(
        {
            "format": FORMAT,
            "language": next(iter(pages.values())).words.language,
            "chart": None if chart is None else chart.svg.decode(),
            "chart_name": None if chart is None else chart.name,
            "chart_sentence": None if chart is None else chart.sentence,
            "pages": {str(audience): _page(page) for audience, page in pages.items()},
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def thawed(snapshot: str) -> FrozenPages:
    """The pages out of such JSON. Raises BadSnapshot."""
    try:
        told = json.loads(snapshot)
        if told["format"] != FORMAT:
            raise BadSnapshot
        return FrozenPages(
            pages={
                Audience(audience): _worksheet(page, told["language"])
                for audience, page in told["pages"].items()
            },
            chart=_chart(told),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadSnapshot from error


def _chart(told: Mapping[str, Any]) -> RoadChart | None:
    """The small chart; before there was a choice it was always the same one, and nothing said so."""
    if told["chart"] is None:
        return None
    sentence = told.get("chart_sentence") or page_words("worksheet", told["language"]).word("drawn", "chart")
    return RoadChart(
        name=str(told.get("chart_name") or ALLIANCE_CHART),
        sentence=str(sentence),
        svg=str(told["chart"]).encode(),
    )


def _page(page: Worksheet) -> dict[str, Any]:
    return {
        "title": page.title,
        "footer": page.footer,
        "sections": [
            {name: value for name, value in asdict(it).items() if name != "offers"} for it in page.printed
        ],
    }


def _worksheet(told: Mapping[str, Any], language: str) -> Worksheet:
    return Worksheet(
        words=page_words("worksheet", language),
        title=str(told["title"]),
        footer=str(told["footer"]),
        sections=tuple(_section(it) for it in told["sections"]),
    )


def _section(told: Mapping[str, Any]) -> SheetSection:
    return SheetSection(
        **{
            **told,
            "section": Section(told["section"]),
            "parts": tuple(told["parts"]),
            "lines": tuple(Line(**it) for it in told["lines"]),
            "goals": tuple(GoalRow(**it) for it in told["goals"]),
            "offers": (),
        }
    )
