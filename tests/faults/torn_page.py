"""A page that nothing uses is torn, as a power cut may leave it."""

from contextlib import closing, suppress
from pathlib import Path

from therapy_diary.storage.connection import PAGE_BYTES, connect
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError


def free_some_pages(diary: Diary) -> None:
    """Keep something long and throw it away for good, so that the file has pages without a use."""
    with diary.change():
        diary._connection.execute("CREATE TABLE for_a_moment (text)")
        diary._connection.execute("INSERT INTO for_a_moment VALUES (?)", ["word " * 20_000])
    with diary.change():
        diary._connection.execute("DROP TABLE for_a_moment")


def tear(file: Path, page: int) -> None:
    """Let half of a page, counted from 1, be what it never was."""
    with file.open("r+b") as opened:
        opened.seek((page - 1) * PAGE_BYTES + PAGE_BYTES // 2)
        opened.write(b"torn" * (PAGE_BYTES // 8))


def tear_unused_page(file: Path, key: bytes) -> None:
    """Tear the last page that SQLite does without; the diary is closed, or nothing is being saved."""
    whole = file.read_bytes()
    for page in range(len(whole) // PAGE_BYTES, 1, -1):
        tear(file, page)
        with suppress(StorageError), closing(connect(file, key, read_only=True)) as opened:
            if [row[0] for row in opened.execute("PRAGMA integrity_check")] == ["ok"]:
                return
        file.write_bytes(whole)
    raise AssertionError("every page is in use")
