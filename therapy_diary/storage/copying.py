"""Makes a second, whole copy of a diary, and looks at any diary file without changing it."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from therapy_diary.storage.connection import Connection, connect, create, pour
from therapy_diary.storage.errors import DiaryDamaged, DiaryTooNew
from therapy_diary.storage.examine import Findings, examine
from therapy_diary.storage.migrate import newest, version_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a copy holds: seen in the copy after it was closed and opened again."""

    findings: Findings
    writes: int
    """How many changes the diary had seen."""


def copy_whole(source: Path, key: bytes, target: Path, new_key: bytes | None = None) -> Copied:
    """Copy a diary, as of its last save, into a new file under the same key or another. Raises StorageError.

    By connections of its own, so that it can run beside the window: nothing half-saved gets into the copy. The copy is
    opened again and must hold as many rows in each table as the source did; otherwise DiaryDamaged.
    """
    with closing(connect(source, key, read_only=True)) as opened:
        opened.execute("BEGIN")  # what is counted and what is copied are the same moment
        expected = rows(opened)
        with closing(create(target, new_key or key)) as copy:
            pour(opened, copy)
    found = look_through(target, new_key or key)
    with closing(connect(target, new_key or key, read_only=True)) as copy:
        if rows(copy) != expected or not found.findings.whole:
            raise DiaryDamaged
    return found


def look_through(file: Path, key: bytes) -> Copied:
    """Examine a diary file page by page and rule by rule, changing nothing in it. Raises StorageError."""
    with closing(connect(file, key, read_only=True)) as opened:
        if version_of(opened) > newest():
            raise DiaryTooNew
        return Copied(findings=examine(opened), writes=opened.writes or 0)


def write_anew(file: Path, key: bytes, target: Path) -> None:
    """Write a diary anew into an empty file, under the same key, without the pages nothing uses. Raises StorageError.

    They are not even read; in place, SQLite would read them before it overwrites them, and stumble over a torn one.
    """
    with closing(connect(file, key)) as opened:
        opened.execute("VACUUM INTO ?", [str(target)])


def writes_of(file: Path, key: bytes) -> int:
    """How many changes a diary has seen. Raises StorageError."""
    with closing(connect(file, key, read_only=True)) as opened:
        return opened.writes or 0


def waits_for_migration(file: Path, key: bytes) -> bool:
    """Whether opening this diary will bring it up to a later shape. Raises StorageError."""
    with closing(connect(file, key)) as opened:
        return version_of(opened) < newest()


def tables_of(connection: Connection) -> list[str]:
    """The tables of a diary with rows of their own, not those that SQLite keeps for itself."""
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
        " AND name NOT LIKE 'sqlite_%' ORDER BY name"
    )
    return [str(row[0]) for row in found]


def rows(connection: Connection) -> dict[str, int]:
    """How many rows each table has."""
    return {
        table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for table in tables_of(connection)
    }
