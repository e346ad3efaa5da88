"""What a row of another diary must be beyond its types, so that every page can show it.

Questionnaires are let in by the same strict reading as a file that is added, and their answers only with them.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from therapy_diary.domain.measure import Measure, Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import BadMeasure, OtherContent
from therapy_diary.exchange.found import LeftOut, Why
from therapy_diary.storage.measures import Measures
from therapy_diary.storage.readings import is_readable


class RowRules:
    """Looks at rows on their way in. Answers belong to one exact file: without it they stay behind as well."""

    def __init__(self, measures: Measures) -> None:
        self._kept = measures
        self._came: dict[object, Measure] = {}

    def check(self, table: str, values: Mapping[str, Any]) -> None:
        """Refuse a row that may not stand in a diary. Raises LeftOut."""
        _check_moments(values)
        if table == "measure":
            self._came[values.get("id")] = self._measure(values)
        elif table == "measure_answers":
            self._check_answers(values)
        elif table == "reading" and not is_readable(values["rule"], values["inputs_json"]):
            raise LeftOut(Why.AGAINST_RULES)

    def _measure(self, values: Mapping[str, Any]) -> Measure:
        try:
            added_by_me = values["origin"] == Origin.ADDED_BY_ME
            measure = read_measure(values["definition_toml"], added_by_me=added_by_me)
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


def _check_moments(values: Mapping[str, Any]) -> None:
    """Days are checked by the file itself, moments are not: each is the wall time of a clock, without a zone."""
    for name, value in values.items():
        if name.endswith("_at") and isinstance(value, str):
            try:
                has_zone = datetime.fromisoformat(value).tzinfo is not None
            except ValueError as error:
                raise LeftOut(Why.ABSURD_DATE) from error
            if has_zone:
                raise LeftOut(Why.ABSURD_DATE)
