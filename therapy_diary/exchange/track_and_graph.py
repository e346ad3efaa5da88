"""Track & Graph's CSV: a number for something that is tracked, with a label and a note, on each line."""

import csv
import re
from datetime import tzinfo
from functools import partial

from therapy_diary.exchange.daylio_csv import columns_of, rows_of
from therapy_diary.exchange.found import Found, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import moment_of
from therapy_diary.exchange.records import Results, as_json, each
from therapy_diary.exchange.source import Source

SOURCE = "track-and-graph"
NEEDED = {"featurename", "timestamp", "value"}
_LEGACY = re.compile(r"(-?[\d.]+):(?!\d\d(?::|$))(.*)", re.DOTALL)


def recognises(source: Source) -> bool:
    """Whether its first line names these columns."""
    return source.is_file and set(columns_of(source)) >= NEEDED


def read(source: Source, here: tzinfo | None) -> Results:
    """Every line."""
    try:
        yield from each(rows_of(source.text(source.names[0])), partial(_entry, here=here), "line")
    except csv.Error:
        yield Skipped(what="the rest of the file", why=Why.UNREADABLE)


def _entry(row: dict[str, str], *, here: tzinfo | None) -> Found:
    if not row.get("timestamp", "").strip():
        raise LeftOut(Why.NO_DATE)
    moment = moment_of(row["timestamp"].strip(), here=here)
    value, label = row.get("value", "").strip(), row.get("label", "").strip()
    legacy = None if label else _LEGACY.fullmatch(value)
    if legacy is not None:
        value, label = legacy[1], legacy[2]
    name = row.get("featurename", "").strip()
    said = f"{value} ({label})" if label and label != value else value
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=moment.day_only,
        instant=moment.instant,
        title=f"{name}: {said}",
        text=row.get("note", ""),
        tags=(name,) if name else (),
        record=as_json(row),
    )
