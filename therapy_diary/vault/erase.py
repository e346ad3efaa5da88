"""Deletes a whole diary from this computer: first what opens it, then the rest."""

import shutil
from contextlib import suppress

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
        for vault in vaults:
            key_file = vault / slots.NAME
            with suppress(OSError, NoKey):
                keys = slots.load(key_file)
                for generation in keys.generations:
                    if keys.backend is not None:
                        keychain.forget(keys.diary, generation.key_id, keys.backend)
            for copy in vault.glob(f"{key_file.stem}*"):
                copy.unlink()
        hide_from_lock_page(folder)
        for vault in vaults:
            shutil.rmtree(vault)
        if backups_too and folder.backups.is_dir():
            shutil.rmtree(folder.backups)
        folder.pointer_file.unlink(missing_ok=True)
