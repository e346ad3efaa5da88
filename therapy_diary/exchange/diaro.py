"""Diaro's backup: a ZIP with one XML file of tables, and photos beside it."""

from datetime import datetime, tzinfo
from functools import partial
from pathlib import PurePosixPath
from xml.parsers import expat

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Found, FoundFile, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import from_milliseconds
from therapy_diary.exchange.records import Results, as_json, each, file_in, not_there
from therapy_diary.exchange.source import Source

SOURCE = "diaro"
INSIDE = "DiaroBackup.xml"
FOLDERS = ("photo", "audio", "video", "file")
Row = dict[str, str]


class _Forbidden(Exception):
    """The XML declares things that a backup has no need of."""


class _Tables:
    """Reads <data><table name="…"><r><column>text</column>…</r>…</table>…</data>; attributes of a row count as columns."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}
        self._table: str | None = None
        self._row: Row | None = None
        self._column: str | None = None
        self._words: list[str] = []
        self._depth = 0

    def read(self, content: bytes) -> None:
        """Take a whole file in. Raises _Forbidden and ExpatError."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words.append
        parser.Parse(content, True)

    def _refuse(self, *_: object) -> None:
        raise _Forbidden

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._words.clear()
        if name == "table":
            self._table = attributes.get("name", "")
        elif self._table is not None and self._row is None and name == "r":
            self._row = dict(attributes)
        elif self._row is not None and self._column is None:
            self._column = name

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._row is not None and name == self._column:
            self._row[name] = "".join(self._words)
            self._column = None
        elif self._row is not None and name == "r" and self._column is None:
            self.rows.setdefault(self._table or "", []).append(self._row)
            self._row = None
        elif name == "table":
            self._table = None
        self._words.clear()


def recognises(source: Source) -> bool:
    """Whether that file is in it."""
    return any(PurePosixPath(it).name == INSIDE for it in source.names)


def read(source: Source, here: tzinfo | None) -> Results:
    """Every entry. Raises ExchangeTrouble."""
    name = next(it for it in source.names if PurePosixPath(it).name == INSIDE)
    tables = _Tables()
    try:
        tables.read(source.read(name))
    except (_Forbidden, expat.ExpatError, ValueError, LookupError) as error:
        raise ExchangeTrouble(Trouble.BROKEN) from error
    named = {kind: _titles(tables.rows.get(f"diaro_{kind}", [])) for kind in ("tags", "folders", "moods")}
    files: dict[str, list[Row]] = {}
    for row in tables.rows.get("diaro_attachments", []):
        files.setdefault(row.get("entry_uid", ""), []).append(row)
    entries = tables.rows.get("diaro_entries", [])
    yield from each(entries, partial(_entry, named=named, files=files, source=source, here=here))


def _titles(rows: list[Row]) -> dict[str, str]:
    return {it["uid"]: it.get("title", "") for it in rows if "uid" in it}


def _entry(
    row: Row,
    *,
    named: dict[str, dict[str, str]],
    files: dict[str, list[Row]],
    source: Source,
    here: tzinfo | None,
) -> Found:
    if not row.get("date", "").strip():
        raise LeftOut(Why.NO_DATE)
    offset = row.get("tz_offset", "").strip()
    moment = from_milliseconds(int(row["date"]), offset, here=here)
    tags = [named["tags"].get(it, "") for it in row.get("tags", "").split(",") if it.strip()]
    folder = named["folders"].get(row.get("folder_uid", ""), "")
    own, lost = _files(files.get(row.get("uid", ""), []), source, moment.wall)
    mood = row.get("mood") or row.get("mood_uid") or ""
    return Found(
        source=SOURCE,
        source_id=row.get("uid", ""),
        written_at=moment.wall,
        instant=moment.instant,
        title=row.get("title", ""),
        text=row.get("text", ""),
        tags=tuple(it for it in (*tags, folder) if it),
        mood=6 - int(mood) if mood in {"1", "2", "3", "4", "5"} else None,
        mood_words=named["moods"].get(mood, ""),
        record=as_json(row),
        files=own,
        lost=lost,
    )


def _files(
    rows: list[Row], source: Source, wall: datetime
) -> tuple[tuple[FoundFile, ...], tuple[Skipped, ...]]:
    """The files of an entry, and those that are not in the backup."""
    found, lost = [], []
    for name in (PurePosixPath(it.get("filename", "")).name for it in rows):
        places = (source.by_tail.get(f"{folder}/{name}") for folder in FOLDERS)
        place = next((it for it in places if it and name), None)
        if place is None:
            lost.append(not_there(wall))
        else:
            found.append(file_in(source, place, name))
    return tuple(found), tuple(lost)
