"""Track & Graph's CSV: a number for something that is tracked, with a label and a note, on each line."""

import csv
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial

from therapy_diary.exchange.daylio_csv import columns_of, rows_of
from therapy_diary.exchange.found import Found, FoundRating, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import Results, as_json, each
from therapy_diary.exchange.source import Source
from therapy_diary.exchange.tracked import scale_of

SOURCE = "track-and-graph"
LABEL = "Track & Graph"
NEEDED = {"featurename", "timestamp", "value"}
_LEGACY = re.compile(r"(-?[\d.]+):(?!\d\d(?::|$))(.*)", re.DOTALL)
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class _Said:
    """What a line says: of what, which value as it stands there, its number where it is one, and its label."""

    name: str
    value: str
    number: float | None
    label: str


def recognises(source: Source) -> bool:
    """Whether its first line names these columns."""
    return source.is_file and set(columns_of(source)) >= NEEDED


def read(source: Source, here: tzinfo | None) -> Results:
    """Every line: a rating where all numbers of its name are such as one rates with, else a note."""
    text = source.text(source.names[0])
    try:
        scales = _scales(text)
        yield from each(rows_of(text), partial(_entry, scales=scales, here=here), "line")
    except csv.Error:
        yield Skipped(what="the rest of the file", why=Why.UNREADABLE)


def _scales(text: str) -> dict[str, dict[int, str]]:
    """The steps of everything that was rated; none for what was measured."""
    rated: dict[str, set[tuple[float | None, str]]] = {}
    with suppress(csv.Error):  # said when the lines themselves are read
        for row in rows_of(text):
            said = _said(row)
            rated.setdefault(said.name, set()).add((said.number, said.label))
    return {name: scale_of(it) for name, it in rated.items() if name}


def _said(row: Row) -> _Said:
    value, label = row.get("value", "").strip(), row.get("label", "").strip()
    legacy = None if label else _LEGACY.fullmatch(value)
    if legacy is not None:
        value, label = legacy[1], legacy[2].strip()
    number = float(value) if _NUMBER.fullmatch(value) else None
    return _Said(row.get("featurename", "").strip(), value, number, label)


def _entry(row: Row, *, scales: Mapping[str, dict[int, str]], here: tzinfo | None) -> Found | FoundRating:
    if not row.get("timestamp", "").strip():
        raise LeftOut(Why.NO_DATE)
    when, _, zone = row["timestamp"].strip().partition("[")
    moment = moment_of(when, zone.rstrip("]"), here=here)
    said = _said(row)
    words = f"{said.value} ({said.label})" if said.label and said.label != said.value else said.value
    note = Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=moment.day_only,
        zone=moment.zone,
        instant=moment.instant,
        title=f"{said.name}: {words}",
        text=row.get("note", ""),
        tags=(said.name,) if said.name else (),
        record=as_json(row),
        said=(row["timestamp"], f"{said.name}: {row.get('value')} {row.get('label')}", row.get("note", "")),
    )
    if not said.name or said.number is None or said.number != int(said.number):
        return note
    return FoundRating(
        source_label=LABEL,
        name=said.name,
        value=int(said.number),
        label=said.label,
        scale=scales.get(said.name, {}),
        note=note,
    )
