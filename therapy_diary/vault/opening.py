"""Begins a diary, and opens it by whatever the person has: this computer, a passphrase, or the recovery code.

Nothing counts as kept until it has been read back from the disk. Nothing that is missing, locked or damaged is ever
taken for a new diary.
"""

import secrets
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from therapy_diary.keys import keychain, recovery, slots
from therapy_diary.keys.errors import KeyFileDamaged, NoKey
from therapy_diary.keys.keychain import KeychainRead, KeychainTrouble, Place
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.slots import DataKey, KeyFile, SlotKind
from therapy_diary.storage.connection import salt_of
from therapy_diary.storage.copying import waits_for_migration
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryDamaged, WrongKeyOrDamaged
from therapy_diary.vault.asking import keys_of
from therapy_diary.vault.folder import DiaryFolder, Vault, told_plainly
from therapy_diary.vault.new_key import settle

LONGEST_DELAY = 30.0
TIDYING = 2.0
"""Seconds for a keyring that has just failed to give back what it may have taken."""


class WayIn(StrEnum):
    """What can open a diary."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - the word for a way in
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passphrase:
    """The diary opens by this passphrase, typed each time."""

    text: str = field(repr=False)
    cost: Cost = field(default_factory=Cost)


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyring:
    """The diary opens by itself in this person's session on this computer."""


def begin(
    folder: DiaryFolder, *, now: Callable[[], datetime], way: Passphrase | Keyring
) -> tuple[Diary, RecoveryCode]:
    """Begin a diary, see with fresh eyes that it opens, and only then hand it over with its recovery code.

    Call it while folder.hold() is held. A failure half way leaves neither a diary nor a pointer nor a keyring item.
    Raises DiaryAlreadyHere, EmptyPassphrase, TooLittleMemory, KeychainTrouble or a StorageError.
    """
    folder.sweep()
    folder.prepare()
    diary_id, data_key, code = secrets.token_hex(16), DataKey.new(), recovery.new_code()
    vault, keys = folder.unfinished(diary_id), None
    try:
        with told_plainly():
            vault.path.mkdir(0o700)
            keys = _new_keys(diary_id, data_key, code, way)
            slots.save(vault.key_file, keys)
            if isinstance(way, Keyring):
                _give_to_keyring(diary_id, data_key)
            Diary.create(vault.file, data_key.key).close()
            slots.save(vault.key_file, keys.with_salt(salt_of(vault.file)))
            _see_that_it_opens(vault, data_key, code, way)
            folder.point_to(diary_id, now())
            vault = folder.finish(diary_id)
            return Diary.open(vault.file, data_key.key), code
    except BaseException:
        folder.discard(diary_id)
        if keys is not None and keys.backend is not None:
            keychain.forget(diary_id, data_key.key_id, keys.backend, TIDYING)
        raise


def ways(folder: DiaryFolder) -> frozenset[WayIn]:
    """What opens this diary. Raises what DiaryFolder.vault() raises, KeyFileMissing, KeyFileDamaged, KeyFileTooNew."""
    keys = keys_of(folder.vault())
    found = {WayIn.RECOVERY if kind == SlotKind.RECOVERY else WayIn.PASSPHRASE for kind in keys.kinds}
    return frozenset(found | ({WayIn.KEYRING} if keys.backend else set()))


def open_with_passphrase(
    folder: DiaryFolder, passphrase: str, now: Callable[[], datetime] = datetime.now
) -> Diary:
    """Open by passphrase; takes some tenths of a second. Raises a NoKey, FolderTrouble or StorageError.

    now: for the date of the backup that is made before a diary of an earlier version is brought up to date.
    """
    vault = folder.vault()
    keys = keys_of(vault)
    return _opened(folder, vault, keys, keys.open_by_passphrase(passphrase), now)


def open_with_recovery(folder: DiaryFolder, typed: str, now: Callable[[], datetime] = datetime.now) -> Diary:
    """Open by recovery code, as it was typed. Raises as open_with_passphrase()."""
    code = recovery.parse(typed)
    vault = folder.vault()
    keys = keys_of(vault)
    return _opened(folder, vault, keys, keys.open_by_code(code), now)


def open_with_keyring(
    folder: DiaryFolder,
    read: KeychainRead,
    timeout: float = keychain.PATIENCE,
    *,
    for_person: float | None = None,
    now: Callable[[], datetime] = datetime.now,
) -> Diary:
    """Open by what the keyring says, see KeychainRead.result(). Raises KeychainTrouble and as the others do."""
    data_keys = read.result(timeout, for_person=for_person).unwrap()
    vault = folder.vault()
    return _opened(folder, vault, keys_of(vault), data_keys, now)


def delay_after(failures: int) -> float:
    """Seconds to wait after so many wrong passphrases in a row: 0, 0, 1, 2, 4 … up to 30.

    Slows down a hand at the keyboard. Against a copy of the files only the cost of the passphrase helps.
    """
    return 0.0 if failures < 2 else min(LONGEST_DELAY, 2.0 ** min(failures - 2, 10))


def _new_keys(diary_id: str, data_key: DataKey, code: RecoveryCode, way: Passphrase | Keyring) -> KeyFile:
    if isinstance(way, Passphrase):
        generation = slots.new_generation(diary_id, data_key, code, way.text, way.cost)
        return slots.new_key_file(diary_id, generation, backend=None)
    generation = slots.new_generation(diary_id, data_key, code)
    return slots.new_key_file(diary_id, generation, backend=_own_backend())


def _own_backend() -> str:
    backend = keychain.own_backend()
    if backend is None:
        raise KeychainTrouble(State.UNAVAILABLE)
    return backend


def _give_to_keyring(diary_id: str, data_key: DataKey) -> None:
    state = keychain.keep(diary_id, data_key, _own_backend(), for_person=keychain.FOR_PERSON)
    if state != State.OK:
        raise KeychainTrouble(state)


def _see_that_it_opens(
    vault: Vault, data_key: DataKey, code: RecoveryCode, way: Passphrase | Keyring
) -> None:
    """Read everything back as a stranger would who has only the disk, the paper, and the way chosen."""
    keys = keys_of(vault)
    found = [keys.open_by_code(recovery.parse(code.text))]
    if isinstance(way, Passphrase):
        found.append(keys.open_by_passphrase(way.text))
    else:
        place = Place(diary=keys.diary, key_ids=(data_key.key_id,), backend=_own_backend())
        found.append(KeychainRead.start(place).result().unwrap())
    if any(data_keys != (data_key,) for data_keys in found):
        raise KeyFileDamaged
    Diary.open(vault.file, data_key.key).close()


def _opened(
    folder: DiaryFolder,
    vault: Vault,
    keys: KeyFile,
    data_keys: tuple[DataKey, ...],
    now: Callable[[], datetime],
) -> Diary:
    """Open the file with the first key that fits. A key that the key file vouches for is never called wrong.

    What a kill left behind is tidied: half a backup or restore, and the other key of a change of keys.
    """
    for data_key in data_keys:
        try:
            if waits_for_migration(vault.file, data_key.key):
                from therapy_diary.vault.backup import make_backup  # rare, and 10 ms at every start

                make_backup(folder, vault.file, data_key.key, now(), label="before-update")
            diary = Diary.open(vault.file, data_key.key)
        except WrongKeyOrDamaged:
            continue
        folder.tidy()
        with suppress(OSError, NoKey):
            settle(vault, data_key)
        return diary
    raise DiaryDamaged if any(keys.knows(it) for it in data_keys) else WrongKeyOrDamaged
