"""Our own export: everything in a diary as one JSON file, and back. The format is described in format.md.

One row stands on each line, so a diary with many pictures is written and read without holding it in memory.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import IO, Annotated, Any

import msgspec

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import LeftOut, Skipped, Why
from therapy_diary.exchange.report import FIRST_LINES, LINE, GoOn, Report, always, or_stop
from therapy_diary.exchange.row_rules import RowRules
from therapy_diary.exchange.source import Source
from therapy_diary.storage.attachments import LARGEST
from therapy_diary.storage.connection import RuleBroken
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.shape import Column, Table
from therapy_diary.storage.whole import Receiver

NAME = "therapy-diary"
VERSION = 1
FIRST_LINE = re.compile(
    rb'\s*\{\s*"format"\s*:\s*"therapy-diary"\s*,\s*"version"\s*:\s*(\d{1,9})\s*,\s*"schema"\s*:\s*(\d{1,9})'
)
OUR_LAYOUT = re.compile(rb'\{"format":"therapy-diary","version":\d+,"schema":\d+,"tables":\{\n')
LONGEST_LINE = 64 * 1024 * 1024
DAYS = {"note": "written_at", "session": "starts_at"}
"""Where the days of a diary stand."""

Whole = Annotated[int, msgspec.Meta(ge=-(2**63), le=2**63 - 1)]
_KINDS: dict[str, Any] = {"INTEGER": Whole, "TEXT": str, "BLOB": bytes, "REAL": float}
_row = msgspec.json.Encoder().encode


def write(diary: Diary, file: IO[bytes], go_on: GoOn = always) -> int:
    """Write everything in a diary, the same bytes for the same content. Returns how many rows. Raises ExchangeTrouble."""
    tables = diary.whole.tables()
    head = {"format": NAME, "version": VERSION, "schema": diary.whole.schema()}
    file.write(_row(head)[:-1] + b',"tables":{\n')
    done = 0
    for table in tables:
        file.write(b"" if table is tables[0] else b",\n")
        file.write(_row(table.name) + b":[")
        mark = b"\n"
        for values in diary.whole.rows(table):
            file.write(mark + _row(values))
            mark = b",\n"
            done += 1
            or_stop(go_on, done)
        file.write(b"]" if mark == b"\n" else b"\n]")
    file.write(b"\n}}\n")
    return done


def recognises(source: Source) -> bool:
    """Whether this is one of our own files."""
    if not source.is_file:
        return False
    [name] = source.names
    if FIRST_LINE.match(source.head(name)):
        return True
    top = source.top(name)
    return isinstance(top, dict) and bytes(top.get("format", b"")) == b'"therapy-diary"'


def bring(diary: Diary, source: Source, now: datetime, go_on: GoOn = always) -> Report:
    """Take everything of another diary in, inside one change. What is here already stays as it is here.

    Raises ExchangeTrouble.
    """
    shown = diary.therapies.current()
    tables = {it.name: it for it in diary.whole.tables()}
    with diary.whole.receive() as receiver:
        taken = _Taken(
            receiver=receiver,
            rows={name: _struct(it) for name, it in tables.items()},
            rules=RowRules(diary.measures),
        )
        for name, raw in _rows(source, diary.whole.schema(), set(tables)):
            taken.count += 1
            taken.take(tables[name], raw)
            or_stop(go_on, taken.count)
        taken.finish()
    if shown is not None:
        diary.therapies.keep_on_screen(shown.id)  # what is half written is about that one
    import_ = None
    if taken.new or taken.details:
        import_ = diary.imports.begin(NAME, now)
        diary.imports.note_rows(import_, list(taken.receiver.tops()))
        diary.imports.seal(import_)
    return Report(
        format=NAME,
        found=taken.found,
        new=taken.new,
        already=taken.already,
        skipped=tuple(taken.skipped),
        first=min(taken.days, default=None),
        last=max(taken.days, default=None),
        first_lines=tuple(taken.first_lines),
        id=import_,
    )


@dataclass(slots=True, kw_only=True)
class _Taken:
    """What came so far. Only rows that are records of their own are counted; the rest goes with them."""

    receiver: Receiver
    rows: Mapping[str, type[msgspec.Struct]]
    rules: RowRules
    count: int = 0
    found: int = 0
    new: int = 0
    already: int = 0
    details: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    days: set[date] = field(default_factory=set)
    first_lines: list[str] = field(default_factory=list)

    def take(self, table: Table, raw: bytes | msgspec.Raw) -> None:
        """One row, which may turn out to be none."""
        self.found += table.stands_alone
        try:
            values = _values(raw, self.rows[table.name])
            self.rules.check(table.name, values)
            came = self.receiver.take(table, values)
        except LeftOut as error:
            self.skipped.append(Skipped(what=f"{table.name}, row {self.count}", why=error.why))
            return
        except RuleBroken:
            self.skipped.append(Skipped(what=f"{table.name}, row {self.count}", why=Why.AGAINST_RULES))
            return
        self.details += came and not table.stands_alone
        self.new += came and table.stands_alone
        self.already += not came and table.stands_alone
        if table.name in DAYS:
            self.days.add(date.fromisoformat(values[DAYS[table.name]][:10]))
        if came and table.name == "note" and len(self.first_lines) < FIRST_LINES:
            self.first_lines.append((values.get("title") or values.get("opening") or "")[:LINE])

    def finish(self) -> None:
        """All rows came: some may turn out to be halves whose other half did not."""
        alone = self.receiver.finish()
        self.new -= len(alone)
        self.skipped += [Skipped(what=table, why=Why.NOT_A_RECORD) for table in alone]


def _values(raw: bytes | msgspec.Raw, struct: type[msgspec.Struct]) -> dict[str, Any]:
    """The values of one row, strictly typed. Raises LeftOut."""
    try:
        row = msgspec.json.decode(raw, type=struct)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise LeftOut(Why.NOT_A_RECORD) from error
    given = ((name, getattr(row, name)) for name in row.__struct_fields__)
    values = {name: value for name, value in given if value is not msgspec.UNSET}
    if len(values.get("content") or b"") > LARGEST:
        raise LeftOut(Why.FILE_TOO_LARGE)
    return values


def _struct(table: Table) -> type[msgspec.Struct]:
    """The strict type of a row of this table; a column of a later version may be left out."""
    return msgspec.defstruct(
        table.name, [_field(it) for it in table.columns], kw_only=True, forbid_unknown_fields=True
    )


def _field(column: Column) -> tuple[str, Any] | tuple[str, Any, Any]:
    kind = _KINDS[column.kind]
    if column.may_be_null:
        return (column.name, kind | None, None)
    if column.has_default:
        return (column.name, kind | msgspec.UnsetType, msgspec.UNSET)
    return (column.name, kind)


def _rows(source: Source, schema: int, tables: set[str]) -> Iterator[tuple[str, bytes | msgspec.Raw]]:
    """Every row with the name of its table. Raises ExchangeTrouble."""
    [name] = source.names
    head = source.head(name)
    versions = FIRST_LINE.match(head)
    if versions is None:
        yield from _rows_of_any_layout(source, name, schema, tables)
        return
    _check_versions(int(versions[1]), int(versions[2]), schema)
    if OUR_LAYOUT.match(head):
        yield from _rows_line_by_line(source, tables)
    else:
        yield from _rows_of_any_layout(source, name, schema, tables)


def _check_versions(version: int, schema: int, ours: int) -> None:
    if version > VERSION or schema > ours:
        raise ExchangeTrouble(Trouble.NEWER)
    if version < 1 or schema < 1:
        raise ExchangeTrouble(Trouble.BROKEN)


def _rows_line_by_line(source: Source, tables: set[str]) -> Iterator[tuple[str, bytes]]:
    """As write() lays it out: {head / "table":[ / row, / row / ], / … / }}."""
    table, ended = None, False
    [name] = source.names
    lines = source.lines(name, LONGEST_LINE)
    next(lines)
    for line in (it.rstrip(b"\n") for it in lines):
        if ended or not line:
            raise ExchangeTrouble(Trouble.BROKEN)
        if line == b"}}":
            ended = True
        elif table is not None and line.startswith(b"{"):
            yield table, line.removesuffix(b",")
        elif table is not None and line in {b"]", b"],"}:
            table = None
        elif table is None and (begun := re.fullmatch(rb'"(\w+)":\[(\],?)?', line)):
            table = begun[1].decode()
            if table not in tables:
                raise ExchangeTrouble(Trouble.NEWER)
            table = None if begun[2] else table
        else:
            raise ExchangeTrouble(Trouble.BROKEN)
    if not ended:
        raise ExchangeTrouble(Trouble.BROKEN)


def _rows_of_any_layout(
    source: Source, name: str, schema: int, tables: set[str]
) -> Iterator[tuple[str, msgspec.Raw]]:
    """After some program laid the same JSON out anew."""
    top = source.top(name)
    try:
        if not isinstance(top, dict) or set(top) != {"format", "version", "schema", "tables"}:
            raise ExchangeTrouble(Trouble.BROKEN)
        _check_versions(
            msgspec.json.decode(top["version"], type=int),
            msgspec.json.decode(top["schema"], type=int),
            schema,
        )
        held = msgspec.json.decode(top["tables"], type=dict[str, list[msgspec.Raw]])
    except (msgspec.DecodeError, RecursionError) as error:
        raise ExchangeTrouble(Trouble.BROKEN) from error
    if set(held) - tables:
        raise ExchangeTrouble(Trouble.NEWER)
    for table, rows in held.items():
        yield from ((table, row) for row in rows)
