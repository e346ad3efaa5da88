"""Whether the pages can read a row that was written elsewhere: what SQL cannot ask of it."""

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from types import MappingProxyType
from typing import Any

from therapy_diary.domain.closing import Section
from therapy_diary.domain.measure import BadMeasure
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.storage.connection import RuleBroken
from therapy_diary.storage.readings import read_reading

DAYS = {"on_date", "until", "valid_from"}
MOMENTS = {"instant", "starts_at"}
"""Columns of these names hold a day or a moment, and so do all whose names end with _on or _at."""

_FAULTS = (BadMeasure, ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError)


def check(table: str, values: Mapping[str, Any]) -> None:
    """Raise RuleBroken unless the pages can read this row."""
    try:
        for name, value in values.items():
            if isinstance(value, str) and not _is_written_so(name, value):
                raise RuleBroken("a day or a moment is not written as one")
        if table in _READ:
            _READ[table](values)
    except _FAULTS as error:
        raise RuleBroken("it cannot be read") from error


def _is_written_so(name: str, value: str) -> bool:
    if name in DAYS or name.endswith("_on"):
        return date.fromisoformat(value).isoformat() == value
    if name in MOMENTS or name.endswith("_at"):
        moment = datetime.fromisoformat(value)
        return value in {moment.isoformat(timespec=it) for it in ("minutes", "seconds")}
    return name != "start_time" or time.fromisoformat(value).isoformat("minutes") == value


def _measure(values: Mapping[str, Any]) -> None:
    read_measure(values["definition_toml"])


def _answers(values: Mapping[str, Any]) -> None:
    answers = json.loads(values["answers_json"])
    if any(it is not None and type(it) is not int for it in answers.values()):
        raise ValueError("an answer is a whole number or none")


def _reading(values: Mapping[str, Any]) -> None:
    read_reading(values["rule"], values["inputs_json"])


def _section(values: Mapping[str, Any]) -> None:
    Section(values["section"])


_READ: Mapping[str, Callable[[Mapping[str, Any]], object]] = MappingProxyType(
    {
        "measure": _measure,
        "measure_answers": _answers,
        "reading": _reading,
        "closing_section": _section,
        "closing_line": _section,
        "closing_tick": _section,
    }
)
