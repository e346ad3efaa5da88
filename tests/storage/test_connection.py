"""What the file lets in, what it refuses unchanged, and what it keeps whole."""

import errno
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from therapy_diary.storage import connection as storage
from therapy_diary.storage.connection import Connection, connect, create, transaction
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import (
    DiaryBusy,
    DiaryDamaged,
    DiaryEmpty,
    DiaryExists,
    DiaryMissing,
    DiaryReplaced,
    DiaryTooNew,
    DiskFull,
    NotADiary,
    ReadOnly,
    StorageError,
    WrongKeyOrDamaged,
    WrongLibrary,
    kind_of_os,
)

KEY = bytes(range(32))


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary file with forty rows, closed."""
    file = tmp_path_factory.mktemp("good") / "diary.db"
    Diary.create(file, KEY).close()
    connection = connect(file, KEY)
    with transaction(connection):
        connection.execute("CREATE TABLE kept (text TEXT NOT NULL UNIQUE)")
        connection.executemany("INSERT INTO kept VALUES (?)", [(f"{number} " * 500,) for number in range(40)])
    connection.close()
    return file


@pytest.fixture
def file(good: Path, tmp_path: Path) -> Path:
    """A copy of it to do things to."""
    return Path(shutil.copy(good, tmp_path / "diary.db"))


@pytest.fixture
def connection(file: Path) -> Iterator[Connection]:
    """The copy, open."""
    opened = connect(file, KEY)
    yield opened
    opened.close()


def raw(file: Path, key: bytes = KEY) -> sqlcipher.Connection:
    """The file as another program opens it, without any of our guards."""
    opened = sqlcipher.connect(str(file), isolation_level=None)
    opened.set_key(bytearray(b"x'" + key.hex().encode() + b"'"))
    return opened


def seen(file: Path) -> str:
    """What would differ if anything had been changed."""
    if file.is_symlink() or not file.is_file():
        return f"{file.is_symlink()} {file.is_dir()} {file.exists()}"
    return hashlib.sha256(file.read_bytes()).hexdigest()


def cut_to(size: int) -> Callable[[Path], object]:
    return lambda file: os.truncate(file, size)


def one_page_cut_off(file: Path) -> None:
    os.truncate(file, file.stat().st_size - 4096)


def plaintext(file: Path) -> None:
    file.unlink()
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE note (text)")
    other.close()


def folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def link(file: Path) -> None:
    file.rename(file.with_name("elsewhere.db"))
    file.symlink_to(file.with_name("elsewhere.db"))


def flipped(place: int) -> Callable[[Path], object]:
    def flip(file: Path) -> None:
        content = bytearray(file.read_bytes())
        content[place] ^= 1
        file.write_bytes(content)

    return flip


def by_pragma(statement: str) -> Callable[[Path], object]:
    def change(file: Path) -> None:
        other = raw(file)
        other.execute(statement).fetchall()
        other.close()

    return change


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(Path.unlink, DiaryMissing, id="missing"),
        pytest.param(cut_to(0), DiaryEmpty, id="emptied"),
        pytest.param(cut_to(100), DiaryDamaged, id="cut to a hundred bytes"),
        pytest.param(cut_to(4096), WrongKeyOrDamaged, id="cut to its first page"),
        pytest.param(one_page_cut_off, WrongKeyOrDamaged, id="one page cut off"),
        pytest.param(plaintext, NotADiary, id="unencrypted database"),
        pytest.param(folder, NotADiary, id="a folder"),
        pytest.param(link, NotADiary, id="a symbolic link"),
        pytest.param(lambda it: it.write_bytes(os.urandom(20_480)), WrongKeyOrDamaged, id="garbage"),
        pytest.param(flipped(3), WrongKeyOrDamaged, id="one bit of the salt flipped"),
        pytest.param(flipped(2000), WrongKeyOrDamaged, id="one bit of the first page flipped"),
        pytest.param(
            by_pragma("PRAGMA application_id = 5"), NotADiary, id="another program's file, same key"
        ),
        pytest.param(by_pragma("PRAGMA user_version = 99"), DiaryTooNew, id="written by a later version"),
    ],
)
def test_what_is_not_a_whole_diary_is_refused_by_its_right_name_and_left_as_it_was(
    file: Path, harm: Callable[[Path], object], said: type[StorageError]
) -> None:
    harm(file)
    before = seen(file)

    with pytest.raises(StorageError) as refused:
        Diary.open(file, KEY)

    assert type(refused.value) is said
    assert seen(file) == before


def test_control_a_program_that_only_connects_takes_a_plain_or_empty_file_for_a_diary(tmp_path: Path) -> None:
    for content in (b"", None):
        file = tmp_path / f"{content is None}.db"
        if content is None:
            with closing(sqlite3.connect(file)) as plain:
                plain.execute("CREATE TABLE note (text)")
                plain.commit()
        else:
            file.write_bytes(content)
        with closing(
            sqlite3.connect(file)
        ) as taken:  # Python's own library, which knows no keys, minds neither
            taken.execute("PRAGMA key = 'a secret'")
            taken.execute("CREATE TABLE more (text)")
            taken.execute("INSERT INTO more VALUES ('in plain words')")
            taken.commit()
        assert b"in plain words" in file.read_bytes()


def test_a_wrong_key_changes_nothing_and_says_nothing_on_the_terminal(
    file: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = seen(file)

    with pytest.raises(WrongKeyOrDamaged):
        connect(file, bytes(32))

    assert (seen(file), capfd.readouterr()) == (before, ("", ""))


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_key_of_another_length_never_becomes_a_passphrase(file: Path, tmp_path: Path, length: int) -> None:
    before = seen(file)

    with pytest.raises(ValueError, match="32 bytes"):
        connect(file, bytes(length))
    with pytest.raises(ValueError, match="32 bytes"):
        create(tmp_path / "new.db", bytes(length))

    assert seen(file) == before
    assert not (tmp_path / "new.db").exists()


def test_a_file_that_another_program_holds_is_called_busy_and_opens_later(file: Path) -> None:
    other = raw(file)
    other.execute("BEGIN EXCLUSIVE")
    before = seen(file)
    try:
        with pytest.raises(DiaryBusy):
            connect(file, KEY)
    finally:
        other.close()

    assert seen(file) == before
    connect(file, KEY).close()


def test_a_file_left_in_another_journal_mode_opens_and_is_put_right(file: Path) -> None:
    by_pragma("PRAGMA journal_mode = WAL")(file)

    connection = connect(file, KEY)

    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "truncate"
    assert connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 40
    connection.close()


def test_every_safety_setting_holds_in_an_open_diary(connection: Connection) -> None:
    for name, expected in {
        "journal_mode": "truncate",
        "synchronous": 3,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
        "cipher_memory_security": "0",
    }.items():
        assert (name, connection.execute(f"PRAGMA {name}").fetchone()[0]) == (name, expected)


def test_a_library_without_encryption_is_refused() -> None:
    plain = sqlite3.connect(":memory:")
    with pytest.raises(WrongLibrary):
        storage._check_library(plain)  # type: ignore[arg-type]
    plain.close()


def test_a_new_diary_is_readable_by_its_owner_only_and_lies_in_one_file(tmp_path: Path) -> None:
    connection = create(tmp_path / "a#b ?%.db", KEY)
    connection.execute("CREATE TABLE kept (text TEXT)")

    assert (tmp_path / "a#b ?%.db").stat().st_mode & 0o777 == 0o600
    assert sum(it.stat().st_size for it in tmp_path.iterdir() if it.suffix != ".db") == 0
    connection.close()


def test_a_new_diary_never_takes_the_place_of_a_file(file: Path) -> None:
    before = seen(file)

    with pytest.raises(DiaryExists):
        create(file, KEY)

    assert seen(file) == before


def test_a_diary_opened_for_reading_reads_and_cannot_be_changed(file: Path) -> None:
    before = seen(file)
    connection = connect(file, KEY, read_only=True)

    assert connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 40
    with pytest.raises(ReadOnly), transaction(connection):
        connection.execute("DELETE FROM kept")
    connection.close()

    assert seen(file) == before


def test_a_damaged_page_is_named_when_it_is_read_and_never_delivered(file: Path) -> None:
    for page in range(1, 20):
        flipped(file.stat().st_size - page * 4096 + 50)(file)
    connection = connect(file, KEY)

    with pytest.raises(DiaryDamaged):
        connection.execute("SELECT text FROM kept").fetchall()

    connection.close()


def test_a_change_that_fails_leaves_nothing_behind(connection: Connection) -> None:
    with pytest.raises(ZeroDivisionError), transaction(connection):
        connection.execute("DELETE FROM kept")
        _ = 1 / 0

    assert connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 40
    with transaction(connection):
        connection.execute("DELETE FROM kept")


def test_a_broken_rule_of_the_schema_is_not_called_trouble_with_the_disk(connection: Connection) -> None:
    with pytest.raises(storage.RuleBroken), transaction(connection):
        connection.execute("INSERT INTO kept VALUES ('one')")
        connection.execute("INSERT INTO kept VALUES ('one')")

    assert connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 40


def test_a_change_inside_a_change_is_a_mistake_of_ours_and_spoils_neither(connection: Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO kept VALUES ('outer')")
        with pytest.raises(RuntimeError), transaction(connection):
            pass

    assert connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 41


def test_a_full_disk_keeps_what_was_there_and_saves_again_when_there_is_room(connection: Connection) -> None:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages + 1}").fetchall()

    with pytest.raises(DiskFull), transaction(connection):
        connection.execute("INSERT INTO kept VALUES (?)", ("long " * 10_000,))
    assert connection.execute("SELECT count(*) FROM kept").fetchone()[0] == 40

    connection.execute("PRAGMA max_page_count = 1000000").fetchall()
    with transaction(connection):
        connection.execute("INSERT INTO kept VALUES (?)", ("long " * 10_000,))


def older_copy_put_back_in_place(file: Path, older: Path) -> None:
    with file.open("r+b") as opened:
        opened.write(older.read_bytes())
        opened.truncate()


@pytest.mark.parametrize(
    "act",
    [
        pytest.param(lambda file, older: older.replace(file), id="replaced"),
        pytest.param(lambda file, _: file.unlink(), id="deleted"),
        pytest.param(lambda file, _: file.rename(file.with_name("elsewhere.db")), id="moved away"),
        pytest.param(
            lambda file, _: file.parent.rename(file.parent.with_name("renamed")), id="folder renamed"
        ),
        pytest.param(older_copy_put_back_in_place, id="overwritten by an older copy of itself"),
    ],
)
def test_a_diary_that_was_replaced_while_open_is_not_written_to(
    good: Path, tmp_path: Path, act: Callable[[Path, Path], object]
) -> None:
    (tmp_path / "vault").mkdir()
    file = Path(shutil.copy(good, tmp_path / "vault" / "diary.db"))
    connection = connect(file, KEY)
    older = Path(shutil.copy(file, file.with_name("older.db")))
    with transaction(connection):
        connection.execute("INSERT INTO kept VALUES ('newer')")
    act(file, older)

    with pytest.raises(DiaryReplaced), transaction(connection):
        connection.execute("INSERT INTO kept VALUES ('newest')")

    connection.close()
    for left in tmp_path.rglob("*.db"):
        opened = raw(left)
        assert opened.execute("SELECT count(*) FROM kept WHERE text = 'newest'").fetchone()[0] == 0
        opened.close()


def test_trouble_with_the_file_system_has_the_same_names() -> None:
    found = [
        kind_of_os(OSError(code, "")) for code in (errno.ENOSPC, errno.EROFS, errno.EACCES, errno.ENOENT)
    ]

    assert found == [DiskFull, ReadOnly, ReadOnly, DiaryMissing]


def test_the_damaged_end_of_a_long_text_is_never_taken_for_its_end(file: Path) -> None:
    connection = connect(file, KEY)
    with transaction(connection):
        connection.execute("INSERT INTO kept (text) VALUES (?)", ["word " * 3000])
    number = connection.execute("SELECT max(rowid) FROM kept").fetchone()[0]
    connection.close()
    pages, refused = file.stat().st_size // 4096, 0
    for page in range(pages - 4, pages):
        whole = file.read_bytes()
        flipped(page * 4096 + 100)(file)
        connection = connect(file, KEY)
        for fetch in ("fetchone", "fetchall", "fetchmany"):
            with pytest.raises(DiaryDamaged):
                getattr(connection.execute("SELECT text FROM kept WHERE rowid = ?", [number]), fetch)()
            refused += 1
        connection.close()
        file.write_bytes(whole)

    assert refused == 12


def test_no_nul_character_gets_into_the_file(connection: Connection) -> None:
    connection.execute("CREATE TABLE said (words)")
    connection.execute("INSERT INTO said VALUES (?)", ["a\0b"])
    connection.executemany("INSERT INTO said VALUES (:it)", [{"it": "c\0"}, {"it": "d"}])

    assert [row[0] for row in connection.execute("SELECT words FROM said")] == ["ab", "c", "d"]


def test_a_picture_may_end_in_zeros_and_is_never_made_to(tmp_path: Path) -> None:
    file = tmp_path / "diary.db"
    connection = create(file, KEY)
    connection.execute("CREATE TABLE picture (content BLOB NOT NULL)")
    for content in (b"P" * 9000 + bytes(3000), b"P" * 15_000):
        connection.execute("INSERT INTO picture VALUES (?)", [content])
    assert [len(row[0]) for row in connection.execute("SELECT content FROM picture")] == [12_000, 15_000]
    connection.close()
    raw, delivered, refused = file.read_bytes(), 0, 0
    for page in range(2, len(raw) // 4096):
        file.write_bytes(raw)
        flipped(page * 4096 + 100)(file)
        for row in (1, 2):
            connection = connect(file, KEY)
            try:
                found = connection.execute("SELECT content FROM picture WHERE rowid = ?", [row]).fetchone()[0]
            except StorageError:
                refused += 1
            else:
                assert found in (b"P" * 9000 + bytes(3000), b"P" * 15_000)
                delivered += 1
            connection.close()

    assert refused >= 6
    assert delivered >= 2
