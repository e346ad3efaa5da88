"""Deletes a whole diary from this computer, or what was put aside beside it: first what opens it, then the rest."""

import shutil
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from therapy_diary.keys import keychain, slots
from therapy_diary.keys.errors import NoKey
from therapy_diary.vault.folder import DiaryFolder, told_plainly
from therapy_diary.vault.lock_page import hide_from_lock_page


def erase(folder: DiaryFolder, *, backups_too: bool) -> None:
    """Remove the diary, those put aside, and their keys; the look of the window stays.

    Call it while folder.hold() is held and no diary is open. The keys go first: what a kill, or the disk itself, leaves
    behind is a file nobody can open. Backups elsewhere, exported files and paper are out of reach. Raises StorageError;
    then something may be left, and it can be called again.
    """
    with told_plainly():
        vaults = [it for it in folder.vaults.iterdir() if it.is_dir()] if folder.vaults.is_dir() else []
        _remove_keys(vaults)
        hide_from_lock_page(folder)
        for vault in vaults:
            shutil.rmtree(vault)
        if backups_too and folder.backups.is_dir():
            shutil.rmtree(folder.backups)
        folder.pointer_file.unlink(missing_ok=True)


def put_aside(folder: DiaryFolder) -> tuple[Path, ...]:
    """The diaries beside the one that counts, which restores and rescues left there. Raises FolderTrouble or StorageError."""
    counts = folder.vault().path
    with told_plainly():
        return tuple(it for it in folder.vaults.iterdir() if it.is_dir() and it != counts)


def erase_put_aside(folder: DiaryFolder, now: datetime) -> None:
    """Remove them, and the keys that open nothing else. The last restore can then no longer be taken back.

    Call it while folder.hold() is held. Raises FolderTrouble or StorageError; then it can be called again.
    """
    vaults, counts = put_aside(folder), folder.vault()
    with told_plainly():
        folder.point_to(counts.id, now)  # first, so that nothing points to what is half gone
        _remove_keys(vaults, spared=_key_ids(counts.key_file))
        for vault in vaults:
            shutil.rmtree(vault)


def _remove_keys(vaults: Sequence[Path], spared: frozenset[str] = frozenset()) -> None:
    """The keys of these vaults, but those of the spared names: from the keyring, then from the disk."""
    for vault in vaults:
        key_file = vault / slots.NAME
        with suppress(OSError, NoKey):
            keys = slots.load(key_file)
            for generation in keys.generations:
                if keys.backend is not None and generation.key_id not in spared:
                    keychain.forget(keys.diary, generation.key_id, keys.backend)
        for copy in vault.glob(f"{key_file.stem}*"):
            copy.unlink()


def _key_ids(key_file: Path) -> frozenset[str]:
    return frozenset(it.key_id for it in slots.load(key_file).generations)
