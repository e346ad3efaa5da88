"""Backups that still have an earlier key of this diary: a new key does not reach them until they are made again."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from pathlib import Path

from therapy_diary.keys import slots
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.slots import DataKey, KeyFile
from therapy_diary.vault import bundle
from therapy_diary.vault.backup import Backup, make_again
from therapy_diary.vault.errors import BackupHasOtherKey, FolderTrouble
from therapy_diary.vault.folder import DiaryFolder, told_plainly

Attempt = Callable[[KeyFile], tuple[DataKey, ...]]
"""Gets the keys out of a key file by what the person has. Raises a NoKey."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeAgain:
    """How far it came."""

    made: int
    left: int
    """How many still have their older key: what was typed does not open them, or they are damaged."""


def of_older_keys(found: Sequence[Backup], diary: str) -> tuple[Backup, ...]:
    """Those of this diary that do not open with the key they were listed with; the newest first."""
    return tuple(it for it in found if it.diary == diary and it.summary is None)


def make_all_again(
    folder: DiaryFolder, older: Sequence[Backup], attempt: Attempt, key: bytes, now: datetime
) -> MadeAgain:
    """Make these backups again under the present key, each by itself; takes some tenths of a second for each.

    Raises the NoKey of the first when what was typed opens none of them, and a StorageError when the disk is in the way;
    then every backup not yet made again is as it was.
    """
    with told_plainly():
        present = slots.load(folder.vault().key_file)
    made, known, wrong = 0, tuple[DataKey, ...](), list[NoKey]()
    for it in older:
        try:
            found = _key_of(it.file, known, attempt)
            make_again(folder, it.file, found.key, present, key, now)
        except NoKey as error:
            wrong.append(error)
            continue
        except FolderTrouble:
            continue
        known = (*known, found)
        made += 1
    if not made and wrong:
        raise wrong[0]
    return MadeAgain(made=made, left=len(older) - made)


def _key_of(file: Path, known: tuple[DataKey, ...], attempt: Attempt) -> DataKey:
    """The key of a backup: one that is known already, for trying a passphrase takes long; else by what was typed."""
    keys, manifest = bundle.read_keys(file), bundle.read_manifest(file)
    for it in chain(known, _lazily(attempt, keys)):
        if manifest.summary(it.key) is not None:
            return it
    raise BackupHasOtherKey


def _lazily(attempt: Attempt, keys: KeyFile) -> Iterator[DataKey]:
    yield from attempt(keys)
