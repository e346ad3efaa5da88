"""Reads the rows of a table whose tree has lost its top: every page of the file is tried as a table of its own.

The rows of a table lie in the leaves of a tree of pages; the pages above only lead there. Where one of those is damaged
SQLite finds no leaf below it, though each of them is whole and sealed by itself. So a twin is made, with the same key, the
same first bytes and as many pages, whose first page calls other pages the beginnings of tables. That page fits onto a copy
of the damaged file byte for byte, and SQLite itself then reads what lies there.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from therapy_diary.storage.connection import (
    PAGE_BYTES,
    Connection,
    broken_seals,
    connect_to_wreck,
    create,
    salt_of,
    transaction,
)
from therapy_diary.storage.errors import StorageError

ROOM = 3600
"""Bytes of the first page in which other pages are called tables."""
FILLING = 64 * 1024 * 1024
"""Bytes by which the twin is made longer in one step."""
NOT_THERE = b"-"
"""What SQLite delivers in the place of a column that a row is too short to have."""
KINDS = {"INTEGER": int, "TEXT": str}


class Leaves:
    """A damaged file, page by page. Works in the folder of the file, which needs room for it twice."""

    def __init__(self, damaged: Path, key: bytes) -> None:
        self._damaged, self._key = damaged, key
        self._twin, self._patched = damaged.with_name("twin.part"), damaged.with_name("patched.part")

    def rows(self, types: list[str], known: set[int]) -> Iterator[tuple[Any, ...]]:
        """Every row of a table with columns of these SQL types, INTEGER or TEXT; the first is the row's own number.

        Without the numbers that are known already. It is for the caller to know that no other table of the file has such
        rows. What lies on a page with a broken seal does not come. Raises StorageError, OSError.
        """
        seen = set(known)
        try:
            shutil.copyfile(self._damaged, self._patched)
            pages = self._patched.stat().st_size // PAGE_BYTES
            broken = set(broken_seals(self._patched, self._key))
            whole = [it for it in range(2, pages + 1) if it not in broken]
            at_once = ROOM // (len(_table_at(pages, len(types))) + 2 * len(str(pages)) + 20)
            with closing(create(self._twin, self._key, salt_of(self._damaged))) as twin:
                _lengthen(twin, pages)
                os.truncate(self._patched, self._twin.stat().st_size)
                for at in range(0, len(whole), at_once):
                    _call_tables(twin, whole[at : at + at_once], len(types))
                    self._take_over_first_page()
                    for row in self._rows_of(whole[at : at + at_once], types, seen):
                        seen.add(row[0])
                        yield row
        finally:
            for file in (self._twin, self._patched):
                file.unlink(missing_ok=True)
                file.with_name(f"{file.name}-journal").unlink(missing_ok=True)

    def _take_over_first_page(self) -> None:
        with self._twin.open("rb") as source, self._patched.open("r+b") as target:
            target.write(source.read(PAGE_BYTES))

    def _rows_of(self, pages: list[int], types: list[str], seen: set[int]) -> Iterator[tuple[Any, ...]]:
        """What lies in those of the pages that are leaves; a new connection after each error."""
        columns = ", ".join(f"c{number}" for number in range(1, len(types)))
        asked = f"SELECT c0, more, rowid, {columns}"
        with closing(_Reader(self._patched, self._key)) as reader:
            for page in pages:
                for number in [it[0] for it in reader.ask(f"SELECT rowid FROM p{page}") if it[0] not in seen]:
                    for own, beyond, *row in reader.ask(f"{asked} FROM p{page} WHERE rowid = {number}"):
                        if own is None and beyond == NOT_THERE and _fits(row, types):
                            yield tuple(row)


class _Reader:
    def __init__(self, file: Path, key: bytes) -> None:
        self._file, self._key = file, key
        self._connection = connect_to_wreck(file, key)

    def ask(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows; none where they cannot be read."""
        try:
            return [tuple(row) for row in self._connection.execute(sql)]
        except StorageError:
            self.close()
            self._connection = connect_to_wreck(self._file, self._key)
            return []

    def close(self) -> None:
        self._connection.close()


def _fits(row: list[Any], types: list[str]) -> bool:
    return all(value is None or type(value) is KINDS[kind] for value, kind in zip(row, types, strict=True))


def _lengthen(twin: Connection, pages: int) -> None:
    """Give the twin at least so many pages: SQLite believes the first page about how many there are."""
    for pragma in ("journal_mode = MEMORY", "synchronous = OFF"):  # nobody misses it after a crash
        twin.execute(f"PRAGMA {pragma}")
    with transaction(twin):
        twin.execute("CREATE TABLE filling (content)")
        for at in range(0, pages * PAGE_BYTES, FILLING):
            twin.execute("INSERT INTO filling VALUES (zeroblob(?))", [min(FILLING, pages * PAGE_BYTES - at)])
    twin.execute("PRAGMA writable_schema = ON")


def _table_at(page: int, columns: int) -> str:
    named = ",".join(f"c{number}" for number in range(columns))
    absent = f"DEFAULT x'{NOT_THERE.hex()}'"
    return f"CREATE TABLE p{page}({named} {absent},more {absent})"


def _call_tables(twin: Connection, pages: list[int], columns: int) -> None:
    """Let the first page of the twin say that at each of these pages a table with so many columns begins."""
    with transaction(twin):
        twin.execute("DELETE FROM sqlite_schema")
        twin.executemany(
            "INSERT INTO sqlite_schema VALUES ('table', ?, ?, ?, ?)",
            [(f"p{page}", f"p{page}", page, _table_at(page, columns)) for page in pages],
        )
