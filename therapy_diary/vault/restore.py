"""Brings a backup back as a new diary beside the old one, which stays; also on another computer.

Nothing is ever copied over a diary: a journal that a crash left beside the old file would be rolled into the new one.
"""

import secrets
import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from therapy_diary.keys import slots
from therapy_diary.keys.errors import KeyFileDamaged, NoKey
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.storage.connection import salt_of
from therapy_diary.vault import bundle
from therapy_diary.vault.backup import look_into
from therapy_diary.vault.bundle import Manifest
from therapy_diary.vault.errors import (
    BackupDamaged,
    BackupHasOtherKey,
    FolderTrouble,
    NoDiaryYet,
    NothingToUndo,
    PointerDamaged,
    PointerMissing,
    VaultMissing,
)
from therapy_diary.vault.folder import DiaryFolder, Vault, told_plainly


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What would be there after a restore. Every page of it has been looked at."""

    made: datetime
    """Local wall time of the backup."""
    schema: int
    counts: dict[str, int]


class LaidOut:
    """A backup, unpacked where a diary could be, and not counting yet. Gone at the end of a with-block, unless restored.

    Its keys can be asked like those of any diary: keys.open_by_code(), keys.open_by_passphrase(), or the keyring.
    """

    def __init__(self, folder: DiaryFolder, vault: Vault, manifest: Manifest, keys: KeyFile) -> None:
        self._folder = folder
        self._vault = vault
        self.made = manifest.made
        self.keys = keys
        self._preview: Preview | None = None

    def look(self, data_keys: tuple[DataKey, ...]) -> Preview:
        """Look through all of it. Raises BackupDamaged, BackupHasOtherKey, BackupTooNew or a StorageError."""
        for data_key in data_keys:
            with suppress(BackupHasOtherKey):
                found = look_into(self._vault.path, data_key.key).findings
                self._take_over_slots(data_key)
                self._preview = Preview(made=self.made, schema=found.schema, counts=found.counts)
                return self._preview
        raise BackupHasOtherKey

    def restore(self, now: datetime) -> Vault:
        """Make it the diary that counts, in one step; the one before stays on the disk. Call look() first.

        Call it while folder.hold() is held and no diary of this folder is open. Raises a StorageError.
        """
        if self._preview is None:
            raise RuntimeError("a restore without a look")
        put_in = _put_beside if self._folder.has_diary() else _put_alone
        with told_plainly():
            self._vault = put_in(self._folder, self._vault.id, now)
        return self._vault

    def discard(self) -> None:
        """Remove it, unless it was restored."""
        if self._vault.path == self._folder.unfinished(self._vault.id).path:
            shutil.rmtree(self._vault.path, ignore_errors=True)

    def _take_over_slots(self, data_key: DataKey) -> None:
        """With the same key as the present diary, keep its passphrase and code: the person knows them, and not the old."""
        with suppress(NoKey, FolderTrouble), told_plainly():
            present = slots.load(self._folder.vault().key_file)
            if present.knows(data_key) and present.diary == self.keys.diary:
                keys = present.only(data_key).with_salt(salt_of(self._vault.file))
                slots.save(self._vault.key_file, keys)

    def __enter__(self) -> Self:
        """Lay out for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Discard at its end, unless restored."""
        self.discard()


def lay_out(folder: DiaryFolder, file: Path) -> LaidOut:
    """Unpack a backup into the folder, which may be new. Call it while folder.hold() is held.

    Raises BackupTrouble, PointerTooNew, KeyFileTooNew or a StorageError, and then nothing is left.
    """
    folder.prepare()
    with suppress(PointerMissing, PointerDamaged, VaultMissing, NoDiaryYet):  # what a restore is there for
        folder.vault()
    vault = folder.unfinished(secrets.token_hex(16))
    try:
        manifest = bundle.unpack(file, vault.path)
        with told_plainly():
            keys = _keys(vault, manifest)
    except BaseException:
        shutil.rmtree(vault.path, ignore_errors=True)
        raise
    return LaidOut(folder, vault, manifest, keys)


def undo_restore(folder: DiaryFolder, now: datetime) -> Vault:
    """Let the diary count again that was put aside; the restored one is put aside in turn. Nothing is removed.

    Call it while folder.hold() is held and no diary is open. Raises NothingToUndo, FolderTrouble or a StorageError.
    """
    vault = folder.put_aside()
    if vault is None:
        raise NothingToUndo
    with told_plainly():
        folder.point_to(vault.id, now, previous=folder.vault().id)
    return vault


def switch_to(folder: DiaryFolder, vault: Vault, now: datetime) -> None:
    """Let another whole vault of this folder count, such as a rescued one; the one before stays. Raises StorageError."""
    with told_plainly():
        folder.point_to(vault.id, now, previous=_counting(folder))


def _put_beside(folder: DiaryFolder, vault_id: str, now: datetime) -> Vault:
    """Finish the vault, then let it count in place of another. Raises OSError, and then the other counts."""
    vault = folder.finish(vault_id)
    try:
        folder.point_to(vault_id, now, previous=_counting(folder))
    except BaseException:
        if _counting(folder) != vault_id:
            shutil.rmtree(vault.path, ignore_errors=True)
        raise
    return vault


def _put_alone(folder: DiaryFolder, vault_id: str, now: datetime) -> Vault:
    """The same where there is no other: as with a new diary, a pointer to nothing finished is no diary yet."""
    try:
        folder.point_to(vault_id, now)
        return folder.finish(vault_id)
    except BaseException:
        folder.discard(vault_id)
        raise


def _counting(folder: DiaryFolder) -> str | None:
    """The vault that counts now, if anything can be said about that."""
    with suppress(FolderTrouble):
        return folder.vault().id
    return None


def _keys(vault: Vault, manifest: Manifest) -> KeyFile:
    try:
        keys = slots.load(vault.key_file)
    except KeyFileDamaged as error:
        raise BackupDamaged from error
    if keys.diary != manifest.diary:
        raise BackupDamaged
    return keys
