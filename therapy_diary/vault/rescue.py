"""What to do about a damaged diary: say what is damaged, and save what can be read, without ever touching the file.

Everything happens on a copy. What is saved becomes a diary of its own beside the damaged one, and counts only when the
person wants it to.
"""

import errno
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from therapy_diary.keys import slots
from therapy_diary.keys.errors import KeyFileDamaged, KeyFileMissing, NoKey
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.keys.whole_file import NEW_FILE, keep_names, write_whole
from therapy_diary.storage.connection import PAGE_BYTES, broken_seals, connect, connect_to_wreck, salt_of
from therapy_diary.storage.copying import look_through, write_anew
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryBusy, DiaryDamaged, DiskFull, StorageError, WrongKeyOrDamaged
from therapy_diary.storage.rescue import Rescued, Words, rescue
from therapy_diary.storage.schema_pages import put_schema_back
from therapy_diary.vault import bundle
from therapy_diary.vault.backup import Backup, backups, look_into
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder, Vault, told_plainly

JOURNAL = "-journal"
ANEW = "anew.db"
LENGTHENED = 64 * 1024 * 1024
"""Bytes a copy gets at its end while it is opened; they take no room on the disk."""
DONORS = 3
"""Backups, the newest first, that are asked for what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """What is wrong with a diary file, and what there is instead."""

    pages: int
    damaged: int
    """How many of them are not as they were written."""
    beyond_rescue: bool
    """The first page is gone: nothing can be found any more, only a backup helps."""
    heals: bool
    """What is damaged holds no word of the diary: heal() makes it whole."""
    newest: Backup | None
    """The newest backup that was seen whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A new diary of what could be read. It counts only after restore.switch_to()."""

    vault: Vault
    rescued: Rescued


def damage_of(folder: DiaryFolder, data_key: DataKey) -> Damage:
    """Look at the diary that counts, on a copy, page by page. Raises a FolderTrouble or a StorageError."""
    vault = folder.vault()
    newest = next((it for it in backups(folder, data_key.key) if it.verified and it.summary), None)
    with told_plainly(), _copied(folder, vault) as copy:
        pages = copy.stat().st_size // PAGE_BYTES
        damaged = pages
        with suppress(StorageError):
            damaged = len(broken_seals(copy, data_key.key))
        heals = damaged > 0 and _is_whole_anew(copy, data_key.key, copy.with_name(ANEW))
        _make_openable(copy, folder, data_key)
        try:
            connect_to_wreck(copy, data_key.key).close()
        except StorageError:
            return Damage(pages=pages, damaged=damaged, beyond_rescue=True, heals=False, newest=newest)
    return Damage(pages=pages, damaged=damaged, beyond_rescue=False, heals=heals, newest=newest)


def save_what_is_readable(
    folder: DiaryFolder, data_key: DataKey, now: datetime, words: Words | None = None
) -> Saved:
    """Make a new diary of what can be read, with the same keys, and look through it.

    Call it while folder.hold() is held and the diary is closed. Raises DiaryDamaged when nothing can be read, or another
    StorageError, FolderTrouble or KeyFileMissing; then nothing is left of it.
    """
    vault, new = folder.vault(), folder.unfinished(secrets.token_hex(16))
    try:
        with told_plainly():
            new.path.mkdir(0o700)
            keys = _key_file_for(folder, data_key)
            with _copied(folder, vault) as copy:
                _make_openable(copy, folder, data_key)
                rescued = _readable(copy, data_key, new.file, now, words or Words())
            slots.save(new.key_file, keys.only(data_key).with_salt(salt_of(new.file)))
            _see_that_it_is_whole(new, data_key)
            return Saved(vault=folder.finish(new.id), rescued=rescued)
    except BaseException:
        shutil.rmtree(new.path, ignore_errors=True)
        raise


def can_heal(folder: DiaryFolder, key: bytes) -> bool:
    """Whether heal() would make the diary whole. Changes nothing, and may run beside an open diary.

    Raises a FolderTrouble or a StorageError, such as for a full disk.
    """
    with told_plainly(), _place_beside(folder) as place:
        return _is_whole_anew(folder.vault().file, key, place / ANEW)


def heal(folder: DiaryFolder, key: bytes) -> bool:
    """Whether the diary is whole again after being written anew: a power cut can tear a page that nothing uses.

    Written anew from a copy; only when everything is whole there does it take the place of the diary, in one step. Call it
    while folder.hold() is held and the diary is closed. Raises a FolderTrouble or a StorageError.
    """
    vault = folder.vault()
    journal = vault.file.with_name(vault.file.name + JOURNAL)
    with told_plainly(), _copied(folder, vault) as copy:
        anew = copy.with_name(ANEW)
        if not _is_whole_anew(copy, key, anew):
            return False
        connect(vault.file, key).close()  # what a crash left in the journal must not get into the new file
        if journal.exists() and journal.stat().st_size:
            return False
        with anew.open("r+b") as opened:
            os.fsync(opened.fileno())
        anew.replace(vault.file)
        keep_names(vault.path)
    return True


def open_healed(folder: DiaryFolder, key: bytes) -> Diary:
    """The diary, once heal() made it whole. Raises DiaryDamaged where it cannot, and what heal() raises."""
    if not heal(folder, key):
        raise DiaryDamaged
    return Diary.open(folder.vault().file, key)


def _is_whole_anew(file: Path, key: bytes, anew: Path) -> bool:
    """Write a diary anew into a new file; whether all of it could be read, and is whole there.

    Raises DiskFull or DiaryBusy, which say nothing about the diary.
    """
    os.close(os.open(anew, NEW_FILE, 0o600))
    try:
        write_anew(file, key, anew)
        return look_through(anew, key).findings.whole
    except (DiaryBusy, DiskFull):
        raise
    except StorageError:
        return False


def key_files(folder: DiaryFolder) -> list[KeyFile]:
    """The key file of the diary, as far as it can be read, and the copies of it that lie in the backups."""
    found = list[KeyFile]()
    with suppress(FolderTrouble, OSError):
        raw = folder.vault().key_file.read_bytes()
        with suppress(NoKey):
            found.append(slots.parse(raw, after_accident=True))
    for backup in backups(folder):
        with suppress(FolderTrouble, StorageError, NoKey):
            found.append(bundle.read_keys(backup.file))
    return found


def open_key_files(
    folder: DiaryFolder, attempt: Callable[[KeyFile], tuple[DataKey, ...]]
) -> tuple[KeyFile, tuple[DataKey, ...]]:
    """The first of those key files that opens, with what it holds: for when keys.json itself is damaged or gone.

    attempt: such as `lambda it: it.open_by_code(code)`. Raises the NoKey of the first, or KeyFileMissing.
    """
    refusal: NoKey = KeyFileMissing()
    for number, keys in enumerate(key_files(folder)):
        try:
            return keys, attempt(keys)
        except NoKey as error:
            refusal = refusal if number else error
    raise refusal


def put_key_file_back(folder: DiaryFolder, keys: KeyFile, data_key: DataKey) -> None:
    """Make this the key file of the diary, once its key has been seen to open it; the damaged one is put aside.

    Raises KeyFileDamaged when it is not the right one, or a StorageError.
    """
    vault = folder.vault()
    if not keys.knows(data_key):
        raise KeyFileDamaged
    connect(vault.file, data_key.key, read_only=True).close()
    with told_plainly():
        if vault.key_file.exists():
            write_whole(vault.key_file.with_suffix(".damaged"), vault.key_file.read_bytes())
        slots.save(vault.key_file, keys.with_salt(salt_of(vault.file)))


@contextmanager
def _copied(folder: DiaryFolder, vault: Vault) -> Iterator[Path]:
    """A copy of the diary file to work on, with what a crash left beside it."""
    with _place_beside(folder) as place:
        copy = place / vault.file.name
        copy_over_bad_places(vault.file, copy)
        journal = vault.file.with_name(vault.file.name + JOURNAL)
        if journal.exists():
            copy_over_bad_places(journal, place / journal.name)
        yield copy


@contextmanager
def _place_beside(folder: DiaryFolder) -> Iterator[Path]:
    """A folder for unfinished work on the same disk, gone afterwards; after a kill, the next start sweeps it."""
    place = folder.vaults / f"{secrets.token_hex(16)}.part"
    place.mkdir(0o700)
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def copy_over_bad_places(source: Path, target: Path) -> int:
    """Copy a file page by page; what the disk does not deliver becomes zeros. How many pages that were."""
    bad = 0
    with (
        source.open("rb", buffering=0) as reading,
        os.fdopen(os.open(target, NEW_FILE, 0o600), "wb") as writing,
    ):
        size = source.stat().st_size
        for at in range(0, size, PAGE_BYTES):
            length = min(PAGE_BYTES, size - at)
            try:
                reading.seek(at)
                page = reading.read(length) or b""
            except OSError as error:
                if error.errno != errno.EIO:
                    raise
                page, bad = b"", bad + 1
            writing.write(page.ljust(length, b"\0"))
    return bad


def _make_openable(copy: Path, folder: DiaryFolder, data_key: DataKey) -> None:
    """Put right, on the copy, what keeps a diary from being opened at all; one thing after the other until it opens.

    The key opens nothing without the first 16 bytes of the file, which the key file remembers. A journal that is damaged
    itself is left out. A file that was cut off is lengthened, so that SQLite looks at what is left of it. And the pages
    that say which tables there are lie in the backups too, or in any new diary.
    """
    salts = [it.cipher_salt for it in key_files(folder) if it.knows(data_key) and it.cipher_salt is not None]
    mends: tuple[Callable[[], object], ...] = (
        lambda: None,
        *(partial(_put_first_bytes, copy, salt) for salt in salts[:1]),
        lambda: copy.with_name(copy.name + JOURNAL).unlink(missing_ok=True),
        lambda: os.truncate(copy, 2 * copy.stat().st_size + LENGTHENED),
        lambda: os.truncate(copy, size),
        *(partial(_schema_from, copy, folder, it, data_key) for it in backups(folder)[:DONORS]),
        lambda: put_schema_back(copy, data_key.key, None),
    )
    size = copy.stat().st_size
    for mend in mends:
        with suppress(StorageError, FolderTrouble, NoKey):
            mend()
            with closing(connect_to_wreck(copy, data_key.key)) as opened:
                pages = int(opened.execute("PRAGMA page_count").fetchone()[0])
            if copy.stat().st_size > pages * PAGE_BYTES:
                os.truncate(copy, pages * PAGE_BYTES)
            return


def _schema_from(copy: Path, folder: DiaryFolder, backup: Backup, data_key: DataKey) -> None:
    """Put the schema back from a backup."""
    place = folder.vaults / f"{secrets.token_hex(16)}.part"
    try:
        bundle.unpack(backup.file, place)
        look_into(place, data_key.key)
        put_schema_back(copy, data_key.key, place / bundle.DIARY)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _put_first_bytes(copy: Path, salt: bytes) -> None:
    with copy.open("r+b") as opened:
        opened.write(salt)


def _key_file_for(folder: DiaryFolder, data_key: DataKey) -> KeyFile:
    for keys in key_files(folder):
        if keys.knows(data_key):
            return keys
    raise KeyFileMissing


def _see_that_it_is_whole(vault: Vault, data_key: DataKey) -> None:
    if not look_through(vault.file, data_key.key).findings.whole:
        raise DiaryDamaged


def _readable(copy: Path, data_key: DataKey, target: Path, now: datetime, words: Words) -> Rescued:
    try:
        return rescue(copy, data_key.key, target, now, words)
    except WrongKeyOrDamaged as error:
        raise DiaryDamaged from error
