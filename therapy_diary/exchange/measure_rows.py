"""The questionnaires of another diary, and their answers: let in by the same strict reading as a file that is added."""

from collections.abc import Mapping
from typing import Any

import msgspec

from therapy_diary.domain.measure import Measure, Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import BadMeasure, OtherContent
from therapy_diary.exchange.found import LeftOut, Why
from therapy_diary.storage.measures import Measures


class MeasureRows:
    """Looks at rows on their way in. Answers belong to one exact file: without it they stay behind as well."""

    def __init__(self, measures: Measures) -> None:
        self._kept = measures
        self._came: dict[object, Measure] = {}

    def check(self, table: str, values: Mapping[str, Any]) -> None:
        """Refuse a row that may not stand in a diary; one of another table is let through. Raises LeftOut."""
        if table == "measure":
            self._came[values.get("id")] = self._measure(values)
        elif table == "measure_answers":
            self._check_answers(values)

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
