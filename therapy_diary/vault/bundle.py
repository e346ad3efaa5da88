"""The one file that a backup is, NAME.diarybackup: written so that any computer can read it, and read with suspicion.

A zip without compression with exactly three members: manifest.json, keys.json (the key, wrapped once for each way in)
and diary.db (the encrypted diary). Nothing readable stands in it but dates, sizes and names of keys; how much the diary
holds is sealed under its key.
"""

import hashlib
import os
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Annotated

import msgspec
from msgspec import Meta

from therapy_diary.keys import slots
from therapy_diary.keys.sealed import seal, unseal
from therapy_diary.keys.slots import Id, KeyFile
from therapy_diary.keys.whole_file import NEW_FILE, keep_names
from therapy_diary.storage.errors import kind_of_os
from therapy_diary.vault.errors import BackupDamaged, BackupMissing, BackupTooNew, NotABackup

SUFFIX = ".diarybackup"
FORMAT = "therapy-diary-backup"
VERSION = 1
MANIFEST, KEYS, DIARY = "manifest.json", slots.NAME, "diary.db"
MEMBERS = (MANIFEST, KEYS, DIARY)
LARGEST = {MANIFEST: 16 * 1024, KEYS: slots.LARGEST, DIARY: 16 * 1024**3}
PIECE = 1024 * 1024
HEAD = b"PK\x03\x04"
PURPOSE = "therapy diary backup summary v1"
DAY_ONE = (1980, 1, 1, 0, 0, 0)  # the date inside the zip says nothing
SPOILED = (
    zipfile.BadZipFile, EOFError, NotImplementedError, OverflowError, RecursionError, RuntimeError, struct.error,
    ValueError, KeyError,
)  # fmt: skip
"""What zipfile raises over bytes that are not as they were written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How much the diary held when the backup was made."""

    schema: int
    writes: int
    """How many changes the diary had seen."""
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says about itself before it is opened."""

    format: str
    version: int
    min_reader: int
    diary: Id
    made: datetime
    """Local wall time."""
    size: Annotated[int, Meta(gt=0)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    sealed: bytes = b""

    def summary(self, key: bytes) -> Summary | None:
        """What was sealed under the diary's key; None with another key, or when a word here was changed."""
        content = unseal(key, PURPOSE, self.sealed, self._company())
        return None if content is None else msgspec.json.decode(content, type=Summary)

    def with_summary(self, summary: Summary, key: bytes) -> "Manifest":
        """The same with its summary sealed in."""
        return replace(self, sealed=seal(key, PURPOSE, msgspec.json.encode(summary), self._company()))

    def _company(self) -> bytes:
        return msgspec.json.encode(replace(self, sealed=b""), order="sorted")


def describe(diary_file: Path, keys: KeyFile, summary: Summary, key: bytes, made: datetime) -> Manifest:
    """The manifest for this diary file. Raises OSError."""
    manifest = Manifest(
        format=FORMAT,
        version=VERSION,
        min_reader=VERSION,
        diary=keys.diary,
        made=made.replace(microsecond=0),
        size=diary_file.stat().st_size,
        sha256=_hash(diary_file),
    )
    return manifest.with_summary(summary, key)


def pack(folder: Path, manifest: Manifest, bundle: Path) -> None:
    """Write keys.json and diary.db of a folder into a new bundle, and force it to the disk. Raises OSError.

    The disk is asked to forget what it has in memory of it, so that whoever reads it next reads the disk.
    """
    with os.fdopen(os.open(bundle, NEW_FILE, 0o600), "wb") as opened:
        with zipfile.ZipFile(opened, "w", zipfile.ZIP_STORED) as packed:
            packed.writestr(_entry(MANIFEST), msgspec.json.encode(manifest))
            packed.writestr(_entry(KEYS), (folder / KEYS).read_bytes())
            with (
                (folder / DIARY).open("rb") as source,
                packed.open(
                    _entry(DIARY), "w", force_zip64=manifest.size >= zipfile.ZIP64_LIMIT // 2
                ) as target,
            ):
                while piece := source.read(PIECE):
                    target.write(piece)
        opened.flush()
        os.fsync(opened.fileno())
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(opened.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def read_manifest(bundle: Path) -> Manifest:
    """What the bundle says about itself, without its diary being looked at. Raises BackupTrouble or StorageError."""
    with _opened(bundle) as packed:
        return _manifest(packed)


def read_keys(bundle: Path) -> KeyFile:
    """The key file in the bundle alone. Raises as read_manifest(), and KeyFileDamaged or KeyFileTooNew."""
    with _opened(bundle) as packed, packed.open(KEYS) as member:
        return slots.parse(member.read(slots.LARGEST + 1))


def unpack(bundle: Path, folder: Path) -> Manifest:
    """Put keys.json and diary.db into a new folder, once the diary's hash is as it was. Raises as read_manifest().

    Nothing is written outside the folder, and nothing that was written is opened before its hash was seen.
    """
    with _opened(bundle) as packed:
        manifest = _manifest(packed)
        folder.mkdir(0o700)
        with packed.open(KEYS) as member:
            _write(member, folder / KEYS, LARGEST[KEYS])
        with packed.open(DIARY) as member:
            found = _write(member, folder / DIARY, manifest.size)
        if found != manifest.sha256:
            raise BackupDamaged
        keep_names(folder)
    return manifest


@contextmanager
def _opened(bundle: Path) -> Iterator[zipfile.ZipFile]:
    """The bundle as a zip of the right shape; whatever is wrong with its bytes comes out as a BackupTrouble."""
    try:
        if not bundle.exists():
            raise BackupMissing
        if not bundle.is_file():
            raise NotABackup
        with bundle.open("rb") as opened:
            if opened.read(len(HEAD)) != HEAD:
                raise NotABackup
            with zipfile.ZipFile(opened) as packed:
                _check_shape(packed, bundle.stat().st_size)
                yield packed
    except SPOILED as error:
        raise BackupDamaged from error
    except OSError as error:
        if error.errno in (None, 22):  # a place before the beginning of the file
            raise BackupDamaged from error
        raise kind_of_os(error) from error


def _check_shape(packed: zipfile.ZipFile, size: int) -> None:
    """Exactly our members, stored as they are, within their sizes and within the file."""
    entries = packed.infolist()
    if [it.filename for it in entries] != list(MEMBERS):
        raise NotABackup if MANIFEST not in {it.filename for it in entries} else BackupDamaged
    for it in entries:
        stored = it.compress_type == zipfile.ZIP_STORED and it.file_size == it.compress_size
        if not stored or it.flag_bits & 1 or not 0 < it.file_size <= min(LARGEST[it.filename], size):
            raise BackupDamaged


def _manifest(packed: zipfile.ZipFile) -> Manifest:
    with packed.open(MANIFEST) as member:
        raw = member.read(LARGEST[MANIFEST] + 1)
    try:
        preface = msgspec.json.decode(raw, type=_Preface, strict=True)
        if preface.format != FORMAT:
            raise NotABackup
        if preface.min_reader > VERSION:
            raise BackupTooNew
        manifest = msgspec.json.decode(raw, type=Manifest, strict=True)
    except msgspec.MsgspecError as error:
        raise BackupDamaged from error
    if manifest.size != packed.getinfo(DIARY).file_size or manifest.made.tzinfo is not None:
        raise BackupDamaged
    return manifest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Preface:
    format: str
    min_reader: int


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, DAY_ONE)
    entry.external_attr = 0o600 << 16
    return entry


def _write(member: IO[bytes], file: Path, most: int) -> str:
    """Write a member out, at most so many bytes; its hash."""
    seen, digest = 0, hashlib.sha256()
    with os.fdopen(os.open(file, NEW_FILE, 0o600), "wb") as opened:
        while piece := member.read(PIECE):
            seen += len(piece)
            if seen > most:
                raise BackupDamaged
            digest.update(piece)
            opened.write(piece)
        opened.flush()
        os.fsync(opened.fileno())
    return digest.hexdigest()


def _hash(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
