"""What a row of another diary must be beyond its types, so that every page can show it: what SQL cannot ask of it.

Questionnaires are let in by the same strict reading as a file that is added, and their answers only with them.
"""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

import msgspec

from therapy_diary.domain.closing import Section
from therapy_diary.domain.measure import Measure, Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import BadMeasure, OtherContent
from therapy_diary.exchange.found import LeftOut, Why
from therapy_diary.storage.measures import Measures
from therapy_diary.storage.readings import is_readable

DAYS = {"on_date", "until", "valid_from"}
"""Columns of these names hold a day, and so do all whose names end with _on."""
SECTIONS = {"closing_section", "closing_line", "closing_tick"}
"""Tables whose rows belong to a section of the worksheet."""


class RowRules:
    """Looks at rows on their way in. Answers belong to one exact file: without it they stay behind as well."""

    def __init__(self, measures: Measures) -> None:
        self._kept = measures
        self._came: dict[object, Measure] = {}

    def check(self, table: str, values: Mapping[str, Any]) -> None:
        """Refuse a row that may not stand in a diary. Raises LeftOut."""
        _check_dates(values)
        if table == "measure":
            self._came[values.get("id")] = self._measure(values)
        elif table == "measure_answers":
            self._check_answers(values)
        elif not _can_be_shown(table, values):
            raise LeftOut(Why.AGAINST_RULES)

    def _measure(self, values: Mapping[str, Any]) -> Measure:
        try:
            added_by_me = values["origin"] == Origin.ADDED_BY_ME
            measure = read_measure(values["definition_toml"], added_by_me=added_by_me, is_kept=True)
            self._kept.check(measure)
        except OtherContent as error:
            raise LeftOut(Why.OTHER_QUESTIONNAIRE) from error
        except BadMeasure as error:
            raise LeftOut(Why.NO_QUESTIONNAIRE) from error
        if any(getattr(measure, key) != values[key] for key in ("code", "version", "sha256")):
            raise LeftOut(Why.NO_QUESTIONNAIRE)
        return measure

    def _check_answers(self, values: Mapping[str, Any]) -> None:
        measure = self._came.get(values["measure"])
        if measure is None:
            raise LeftOut(Why.BELONGS_NOWHERE)
        try:
            measure.check_answers(msgspec.json.decode(values["answers_json"], type=dict[str, int | None]))
        except (msgspec.DecodeError, RecursionError, ValueError) as error:
            raise LeftOut(Why.AGAINST_RULES) from error


def _can_be_shown(table: str, values: Mapping[str, Any]) -> bool:
    """Whether a reading has all it was made of, and a part of the worksheet a section it belongs to."""
    if table == "reading":
        return is_readable(values["rule"], values["inputs_json"])
    return table not in SECTIONS or values["section"] in set(Section)


def _check_dates(values: Mapping[str, Any]) -> None:
    """Days and moments are written as this diary writes them: a moment is the wall time of a clock, without a zone."""
    for name, value in values.items():
        try:
            is_right = not isinstance(value, str) or _is_written_so(name, value)
        except ValueError as error:
            raise LeftOut(Why.ABSURD_DATE) from error
        if not is_right:
            raise LeftOut(Why.ABSURD_DATE)


def _is_written_so(name: str, value: str) -> bool:
    if name in DAYS or name.endswith("_on"):
        return date.fromisoformat(value).isoformat() == value
    if name == "instant" or name.endswith("_at"):
        moment = datetime.fromisoformat(value)
        return value in {moment.isoformat(timespec=it) for it in ("minutes", "seconds")} and not moment.tzinfo
    return name != "start_time" or time.fromisoformat(value).isoformat("minutes") == value
