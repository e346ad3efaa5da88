"""Replaces the data key itself, for somebody who fears that an old copy and an old secret are in wrong hands.

A new passphrase alone does not help against them: it opens the same key as the one before. A kill at any moment leaves a
diary that opens by its keyring, and by the old code or the new one; the next opening tidies up.
"""

from contextlib import closing, suppress

from therapy_diary.keys import keychain, slots
from therapy_diary.keys.errors import EmptyPassphrase, KeyFileDamaged
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.slots import DataKey, KeyFile, SlotKind
from therapy_diary.storage.connection import connect
from therapy_diary.storage.copying import look_through
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryDamaged, WrongKeyOrDamaged
from therapy_diary.storage.rekey import give_new_key
from therapy_diary.vault.folder import DiaryFolder, Hold, Vault, told_plainly


def replace_key(
    folder: DiaryFolder,
    hold: Hold,
    key: bytes,
    *,
    code: RecoveryCode,
    passphrase: str | None = None,
    cost: Cost | None = None,
) -> Diary:
    """Give the diary a new key, with a new recovery code, and open it by that.

    The diary must be closed, and the code on paper already. The passphrase is needed, typed again, where there is one.
    Backups made before keep the old key and the old code. Raises NoKey or a StorageError; the diary then opens as before.
    """
    vault = folder.vault()
    with told_plainly():
        before = slots.load(vault.key_file)
        old = before.named(key)
        if old is None or (SlotKind.PASSPHRASE in before.kinds and passphrase is None):
            raise KeyFileDamaged if old is None else EmptyPassphrase
        new = DataKey.new()
        generation = slots.new_generation(before.diary, new, code, passphrase, cost)
        alone = before.only(old)
        slots.save(vault.key_file, alone.with_next(generation), lambda it: _see_that_it_opens(it, new, code))
        try:
            _keep_in_keyring(before, new)
            give_new_key(vault.file, old.key, new.key, hold.shared)
        except BaseException:
            _settle_by_what_opens(vault, (old, new))
            raise
        if not look_through(vault.file, new.key).findings.whole:
            raise DiaryDamaged
        settle(vault, new)
    return Diary.open(vault.file, new.key)


def was_interrupted(folder: DiaryFolder) -> bool:
    """Whether a change of keys was cut short, to be asked before opening, which tidies.

    Then one of two papers holds, and the person does well to check which: see ways_in.check_code(). Raises a
    FolderTrouble, a StorageError or a NoKey.
    """
    with told_plainly():
        return len(slots.load(folder.vault().key_file).generations) > 1


def settle(vault: Vault, data_key: DataKey) -> None:
    """Forget every generation but that of the key that opened the diary; the old keyring item goes first.

    Does nothing when there is only one. Raises OSError.
    """
    keys = slots.load(vault.key_file)
    if len(keys.generations) == 1 or not keys.knows(data_key):
        return
    for generation in keys.generations:
        if generation.key_id != data_key.key_id and keys.backend is not None:
            keychain.forget(keys.diary, generation.key_id, keys.backend)
    slots.save(vault.key_file, keys.only(data_key))


def _settle_by_what_opens(vault: Vault, data_keys: tuple[DataKey, ...]) -> None:
    """After a failure: see which of the keys the file has now, and forget the other."""
    for data_key in data_keys:
        with suppress(WrongKeyOrDamaged), closing(connect(vault.file, data_key.key)):
            settle(vault, data_key)
            return


def _see_that_it_opens(keys: KeyFile, new: DataKey, code: RecoveryCode) -> None:
    if new not in keys.open_by_code(code):
        raise KeyFileDamaged


def _keep_in_keyring(keys: KeyFile, new: DataKey) -> None:
    if keys.backend is None:
        return
    state = keychain.keep(keys.diary, new, keys.backend, for_person=keychain.FOR_PERSON)
    if state != State.OK:
        raise KeychainTrouble(state)
