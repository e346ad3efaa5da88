"""Puts back the pages that say which tables a diary has: without one of them, nothing else in it can be found.

They hold no word of the diary and lie in the same places in every copy of it. So a twin is made, with the same key and the
same first bytes, from a backup or from a diary that begins now; its pages fit into the damaged file byte for byte. The
first of them also says how many pages there are, and what lies beyond would be taken for nothing: so the twin is filled up
until it is no shorter than the damaged file.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from therapy_diary.storage.connection import (
    PAGE_BYTES,
    Connection,
    broken_seals,
    connect,
    connect_to_wreck,
    create,
    pour,
    salt_of,
)
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.migrate import migrate

SPOILED = b"\xa5" * 16
FILLING = 1 << 20  # bytes of one row that only takes room


def put_schema_back(copy: Path, key: bytes, donor: Path | None) -> bool:
    """Put the damaged pages of the schema back into a copy of a damaged diary; whether it fits together then.

    donor: a whole diary of the same key and the same past, such as an unpacked backup; None: one that begins now. When
    it does not fit, the copy is as it was. Raises StorageError, OSError.
    """
    before = copy.read_bytes()
    with _twin(copy, key, donor) as twin:
        pages = [it for it in broken_seals(copy, key) if _is_of_schema(twin, key, it)]
        os.truncate(copy, max(len(before), twin.stat().st_size))
        with copy.open("r+b") as opened:
            for page in pages:
                opened.seek((page - 1) * PAGE_BYTES)
                opened.write(_page(twin, page))
        if pages and _schema(copy, key) == _schema(twin, key):
            return True
    copy.write_bytes(before)
    return False


@contextmanager
def _twin(copy: Path, key: bytes, donor: Path | None) -> Iterator[Path]:
    twin = copy.with_name("twin.db")
    try:
        with closing(create(twin, key, salt_of(copy))) as opened:
            if donor is None:
                migrate(opened)
            else:
                with closing(connect(donor, key, read_only=True)) as source:
                    pour(source, opened)
            _fill_up(opened, copy.stat().st_size)
        yield twin
    finally:
        twin.unlink(missing_ok=True)


def _fill_up(opened: Connection, least: int) -> None:
    """Make the twin at least so many bytes long; what it is filled with stays in it."""
    missing = least - opened.file.stat().st_size
    for row in range(0 if missing <= 0 else missing // FILLING + 1):
        room = "x" * min(FILLING, missing + PAGE_BYTES)
        opened.execute("INSERT INTO meta (key, value) VALUES (?, ?)", [f"room {row}", room])


def _is_of_schema(twin: Path, key: bytes, page: int) -> bool:
    """Whether nothing can be found any more without this page: tried on the twin, which is whole again afterwards."""
    whole = _page(twin, page)
    if len(whole) < PAGE_BYTES:
        return False
    at = (page - 1) * PAGE_BYTES + PAGE_BYTES // 2
    with twin.open("r+b") as opened:
        opened.seek(at)
        opened.write(SPOILED)
    try:
        return _schema(twin, key) is None
    finally:
        with twin.open("r+b") as opened:
            opened.seek(at - PAGE_BYTES // 2)
            opened.write(whole)


def _page(file: Path, page: int) -> bytes:
    with file.open("rb") as opened:
        opened.seek((page - 1) * PAGE_BYTES)
        return opened.read(PAGE_BYTES)


def _schema(file: Path, key: bytes) -> list[tuple[object, ...]] | None:
    """Every table with its place in the file, or None where that cannot be read."""
    with suppress(StorageError), closing(connect_to_wreck(file, key)) as opened:
        found = opened.execute("SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema ORDER BY rowid")
        return [tuple(row) for row in found]
    return None
