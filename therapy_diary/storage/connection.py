"""Opens the encrypted file with every guard we know of, and keeps a group of writes whole.

SQLCipher opens an empty file as a new diary, makes a plaintext file when the key is forgotten, and takes a raw key
of the wrong length for a passphrase, all without a word. So each of these is looked at before and after.
"""

import os
import re
import stat
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from therapy_diary.domain.storable import storable
from therapy_diary.storage.errors import (
    DiaryDamaged,
    DiaryEmpty,
    DiaryExists,
    DiaryMissing,
    DiaryReplaced,
    DiaryUnavailable,
    DiskTrouble,
    NotADiary,
    ReadOnly,
    StorageError,
    WrongKeyOrDamaged,
    WrongLibrary,
    kind_of,
    kind_of_os,
)

if TYPE_CHECKING:
    import sqlite3 as sqlcipher  # the same interface; sqlcipher3 ships no types
else:
    from sqlcipher3 import dbapi2 as sqlcipher

Row = sqlcipher.Row
Failure = sqlcipher.Error
RuleBroken = sqlcipher.IntegrityError
"""A rule of the schema was broken: never translated, because it is for the caller to know."""

APPLICATION = 0x44494152  # "DIAR", in the header of each diary
KEY_BYTES = 32
SALT_BYTES = 16
PAGE_BYTES = 4096
PIECE_BYTES = 256
SHORT = 400
"""Bytes that lie beside their row, on a page whose damage SQLite notices by itself."""
OLDEST_LIBRARY = (4, 18)  # before it, two memory errors in FTS5 and one in ATTACH
ROWS_AT_ONCE = 100
BUSY_SECONDS = 2.0  # the window cannot stand still for longer; a virus scanner seldom needs more
PLAINTEXT_HEAD = b"SQLite format 3\0"

SAFETY = {  # name -> (what to ask for, what it must read back as)
    "synchronous": ("EXTRA", 3),
    "secure_delete": ("ON", 1),
    "temp_store": ("MEMORY", 2),
    "foreign_keys": ("ON", 1),
    "trusted_schema": ("OFF", 0),
    "cell_size_check": ("ON", 1),
    "mmap_size": ("0", 0),
    "locking_mode": ("NORMAL", "normal"),
}

P = ParamSpec("P")
R = TypeVar("R")


def _in_our_words(method: Callable[Concatenate["Cursor", P], R]) -> Callable[Concatenate["Cursor", P], R]:
    """The same method, raising the StorageError that an error of SQLCipher amounts to."""

    @wraps(method)
    def spoken(cursor: "Cursor", /, *args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return method(cursor, *args, **kwargs)
        except MemoryError as error:  # seldom for want of memory: SQLCipher says so of a page it cannot open
            raise DiaryUnavailable from error
        except Failure as error:
            kind = kind_of(error)
            if kind is None:
                raise
            raise kind from error

    return spoken


class Cursor(sqlcipher.Cursor):
    """Rows on their way out of the file; trouble with the file comes as a StorageError.

    SQLCipher delivers zeros, and no error, where the last page of a long text is damaged: the end of a note would be
    missing without a word, and gone for good at the next save. So no NUL goes into a text, and one that comes out is
    damage. A picture may end in zeros; then every seal of the file is looked at.
    """

    @_in_our_words
    def execute(self, sql: str, values: Any = (), /) -> "Cursor":
        """Run a statement; of its texts the file gets what it can hold, see storable()."""
        _check_not_emptied(self.connection)
        super().execute(sql, _storable(values))
        return self

    @_in_our_words
    def executemany(self, sql: str, many: Iterable[Any], /) -> "Cursor":
        """Run a statement for each of these values."""
        super().executemany(sql, map(_storable, many))
        return self

    @_in_our_words
    def fetchone(self) -> Any:
        """The next row, or None."""
        row = super().fetchone()
        return None if row is None else self._as_written([row])[0]

    @_in_our_words
    def fetchmany(self, size: int | None = None) -> list[Any]:
        """The next rows."""
        return self._as_written(super().fetchmany(size or self.arraysize))

    @_in_our_words
    def fetchall(self) -> list[Any]:
        """All rows that are left."""
        return self._as_written(super().fetchall())

    @_in_our_words
    def __next__(self) -> Any:
        """The next row."""
        return self._as_written([super().__next__()])[0]

    def __iter__(self) -> Iterator[Any]:  # type: ignore[override]
        """The rows that are left, some at a time: one at a time costs more than what is made of it."""
        while rows := self.fetchmany(ROWS_AT_ONCE):
            yield from rows

    def _as_written(self, rows: list[Any]) -> list[Any]:
        for row in rows:
            for value in row:
                if type(value) is str:
                    if "\0" in value:
                        raise DiaryDamaged
                elif type(value) is bytes and value.endswith(b"\0") and len(value) > SHORT:
                    seals = self.connection.cursor(sqlcipher.Cursor)
                    if seals.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
                        raise DiaryDamaged
        return rows


_PLAIN = frozenset((int, float, bytes, bool, type(None)))
"""Types of values that are no text."""


def _storable(values: Any) -> Any:
    for it in values.values() if isinstance(values, dict) else values:
        kind = type(it)
        if kind is str:
            if "\0" in it or not it.isascii():
                break
        elif kind not in _PLAIN:
            break
    else:  # nearly always, and an import asks sixty thousand times
        return values
    if isinstance(values, dict):
        return {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}
    return [storable(value) if isinstance(value, str) else value for value in values]


class Connection(sqlcipher.Connection):
    """An open diary file, and what it looked like when this connection saw it last."""

    file: Path
    key: bytes
    """Kept for copies and new slots. SQLCipher holds it as long; both end with the process, at the latest at a lock."""
    identity: tuple[int, int]
    """Device and inode: another file at the same place has another."""
    writes: int | None = None
    """The count in meta after our last transaction; None before the table exists."""
    turn: threading.RLock
    """Whoever writes has it, from the beginning of a transaction to its end: the window, or what keeps drafts beside it."""

    def cursor(self, factory: type[Cursor] = Cursor) -> Cursor:  # type: ignore[override]
        """A cursor that speaks our errors."""
        return super().cursor(factory)


def check_library() -> None:
    """Raise WrongLibrary unless the encrypting library is there and new enough; before any file is looked at."""
    with closing(sqlcipher.connect(":memory:")) as connection:
        _check_library(connection)


def create(file: Path, key: bytes, salt: bytes = b"") -> Connection:
    """Begin a diary in a new file. Leaves no file behind when it fails. Raises StorageError.

    salt: the 16 bytes the file is to begin with, for a twin whose pages fit into another file; else random ones.
    """
    _check_key(key)
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError as error:
        raise DiaryExists from error
    except OSError as error:
        raise kind_of_os(error) from error
    connection = None
    try:
        connection = _unlock(file, key, read_only=False, salt=salt)
        _make_durable(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        _check_encrypted(file)
    except BaseException:
        if connection is not None:
            connection.close()
        for leftover in (file, file.with_name(f"{file.name}-journal")):
            leftover.unlink(missing_ok=True)
        raise
    return connection


def connect(file: Path, key: bytes, *, read_only: bool = False) -> Connection:
    """Open a diary file that is there. Changes nothing in a file that it refuses. Raises StorageError."""
    _check_key(key)
    _check_file(file)
    connection = _unlock(file, key, read_only=read_only)
    try:
        _check_application(connection)
        _make_durable(connection)
        connection.writes = _count_of_writes(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_to_wreck(file: Path, key: bytes) -> Connection:
    """Open a damaged diary only to read, row by row, what can still be read of it. Raises StorageError."""
    _check_key(key)
    _check_file(file)
    return _unlock(file, key, read_only=True)


def broken_seals(file: Path, key: bytes) -> list[int]:
    """The pages that are not as they were written, also of a file that opens no more. Raises StorageError.

    For a copy of a diary: what a crash left in its journal is put in first.
    """
    _check_key(key)
    _check_file(file)
    with closing(_keyed(file, key, read_only=False)) as connection:
        said = [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
    return [int(found[1]) for it in said if (found := re.search(r"page (\d+)", it))]


def pieces_of(connection: Connection, table: str, column: str, row: int) -> Iterator[bytes]:
    """One long value, piece by piece, until its end or the first piece that cannot be read. Raises StorageError."""
    try:
        with closing(connection.open_blob(table, column, row, True)) as opened:  # type: ignore[attr-defined]
            while piece := opened.read(PIECE_BYTES):
                yield piece
    except Failure as error:
        raise kind_of(error) or DiaryDamaged from error


def salt_of(file: Path) -> bytes:
    """The 16 random bytes a diary file begins with. Without them the key is of no use, so a copy is worth keeping."""
    return _head(file)


def pour(source: Connection, target: Connection) -> None:
    """Put every page of one open diary into another, under the key of that one. Raises StorageError.

    In one step: in several, each save from elsewhere would begin the copy anew.
    """
    try:
        source.backup(target)
    except Failure as error:
        raise kind_of(error) or DiskTrouble from error


def change_key(connection: Connection, key: bytes) -> None:
    """Encrypt every page anew, all or none. Holds up every thread of the process: see rekey.py. Raises StorageError."""
    _check_key(key)
    written = _as_sqlcipher_reads_it(key)
    try:
        connection.reset_key(written)  # type: ignore[attr-defined]
    except Failure as error:
        raise kind_of(error) or DiskTrouble from error
    finally:
        written[:] = bytes(len(written))
    connection.key = key


def library() -> str:
    """Which SQLCipher this is, over which SQLite."""
    with closing(sqlcipher.connect(":memory:")) as connection:
        version = connection.execute("PRAGMA cipher_version").fetchone()
    return f"SQLCipher {version[0] if version else 'missing'}, SQLite {sqlcipher.sqlite_version}"


def is_complete(statement: str) -> bool:
    """Whether this is a whole SQL statement, counting a trigger and its body as one."""
    return sqlcipher.complete_statement(statement)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """Keep all the writes made inside, or none of them, once whoever is writing is done. Raises StorageError.

    SQLite does not notice when a sync program overwrites the file with an older copy of itself. So the diary counts
    its transactions, and a count that this connection does not remember stops it.
    """
    with connection.turn:
        if connection.in_transaction:
            raise RuntimeError("a change inside a change")
        try:
            _check_identity(connection)
            connection.execute("BEGIN IMMEDIATE")
            found = _count_of_writes(connection)
            _check_count(connection, found)
            yield
            if found is not None:
                connection.execute("UPDATE meta SET value = ? WHERE key = 'writes'", (str(found + 1),))
            connection.execute("COMMIT")
        except BaseException as error:
            _roll_back(connection)
            if isinstance(error, StorageError) and not isinstance(error, DiaryReplaced):
                _check_identity(connection)  # to SQLite a moved file is merely read-only
            raise
        connection.writes = None if found is None else found + 1


def _check_key(key: bytes) -> None:
    if len(key) != KEY_BYTES:  # SQLCipher would take it for a passphrase
        raise ValueError(f"a data key has {KEY_BYTES} bytes")


def _check_file(file: Path) -> None:
    """Refuse by looks whatever SQLCipher would open wrongly or call by the wrong name."""
    try:
        found = file.lstat()
    except FileNotFoundError as error:
        raise DiaryMissing from error
    except OSError as error:
        raise kind_of_os(error) from error
    if not stat.S_ISREG(found.st_mode):
        raise NotADiary
    if found.st_size == 0:
        raise DiaryEmpty
    if _head(file) == PLAINTEXT_HEAD:
        raise NotADiary
    if found.st_size < PAGE_BYTES:
        raise DiaryDamaged


def _check_encrypted(file: Path) -> None:
    if _head(file) == PLAINTEXT_HEAD:
        raise WrongLibrary


def _head(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(SALT_BYTES)
    except OSError as error:
        raise kind_of_os(error) from error


def _unlock(file: Path, key: bytes, *, read_only: bool, salt: bytes = b"") -> Connection:
    """A connection that has the key, has read a page with it, and has every safety setting that writes nothing."""
    connection = _keyed(file, key, read_only=read_only, salt=salt)
    try:
        _read_a_page(connection)
        _make_safe(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _keyed(file: Path, key: bytes, *, read_only: bool, salt: bytes = b"") -> Connection:
    """A connection that has the key and has read nothing yet."""
    place = f"{file.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}"
    try:
        connection = sqlcipher.connect(
            place,
            uri=True,
            isolation_level=None,
            timeout=BUSY_SECONDS,
            factory=Connection,
            check_same_thread=False,  # opened beside the window, where the key is derived, and then handed to it
        )
    except Failure as error:
        raise DiskTrouble from error
    try:
        connection.row_factory, connection.turn = Row, threading.RLock()
        connection.file, connection.identity, connection.key = file.absolute(), _identity(file), key
        _check_library(connection)
        connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes to stderr, into session logs
        _give_key(connection, key + salt)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_library(connection: sqlcipher.Connection) -> None:
    answer = connection.execute("PRAGMA cipher_version").fetchone()
    if answer is None:
        raise WrongLibrary
    major, minor = (int(it) for it in str(answer[0]).split()[0].split(".")[:2])
    if (major, minor) < OLDEST_LIBRARY:
        raise WrongLibrary


def _give_key(connection: Connection, key: bytes) -> None:
    """Hand over the raw key. Never as SQL text: errors, traces and the statement cache would keep it."""
    written = _as_sqlcipher_reads_it(key)
    try:
        connection.set_key(written)  # type: ignore[attr-defined]
    finally:
        written[:] = bytes(len(written))


def _as_sqlcipher_reads_it(key: bytes) -> bytearray:
    written = bytearray(b"x'" + bytes(2 * len(key)) + b"'")
    for index, value in enumerate(key):
        written[2 + 2 * index] = b"0123456789abcdef"[value >> 4]
        written[3 + 2 * index] = b"0123456789abcdef"[value & 15]
    return written


def _read_a_page(connection: Connection) -> None:
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except DiaryDamaged as error:
        raise WrongKeyOrDamaged from error


def _check_application(connection: Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise NotADiary


def _make_safe(connection: Connection) -> None:
    """Ask for every safety setting and believe only what is read back."""
    for name, (wanted, _) in SAFETY.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
    for name, (_, expected) in SAFETY.items():
        if connection.execute(f"PRAGMA {name}").fetchone()[0] != expected:
            raise WrongLibrary


def _make_durable(connection: Connection) -> None:
    """Keep the whole diary in one file after each commit; takes a file back out of WAL mode."""
    if connection.execute("PRAGMA journal_mode = TRUNCATE").fetchone()[0] != "truncate":
        raise ReadOnly


def _identity(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError as error:
        raise kind_of_os(error) from error
    return found.st_dev, found.st_ino


def _check_identity(connection: Connection) -> None:
    try:
        same = _identity(connection.file) == connection.identity
    except DiaryMissing as error:
        raise DiaryReplaced from error
    if not same:
        raise DiaryReplaced


def _check_not_emptied(connection: sqlcipher.Connection) -> None:
    """Refuse an open diary whose file lost all its bytes, before SQLCipher looks at it.

    It would take that for a new file, and this connection could not read the old one any more when its bytes are put back.
    """
    if getattr(connection, "writes", None) is None or connection.in_transaction:
        return  # there is no diary in it yet
    with suppress(OSError):  # what is gone is for others to say
        if connection.file.stat().st_size == 0:  # type: ignore[attr-defined]
            raise DiaryReplaced


def _check_count(connection: Connection, found: int | None) -> None:
    if connection.writes is not None and found != connection.writes:
        raise DiaryReplaced


def _roll_back(connection: Connection) -> None:
    """Take back what is open; a full disk may have done so already."""
    if connection.in_transaction:
        with suppress(StorageError, Failure):
            connection.execute("ROLLBACK")


def _count_of_writes(connection: Connection) -> int | None:
    """How many transactions the file has seen; None in a file that has no table for it yet."""
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").fetchone() is None:
        return None
    row = connection.execute("SELECT value FROM meta WHERE key = 'writes'").fetchone()
    return None if row is None else int(row[0])
