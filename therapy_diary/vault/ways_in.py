"""Changes what opens a diary, while its key and everything in it stay as they are.

Every change is written beside the old key file, read back from the disk, and seen to open the diary's key with the new
secret, before it takes the old one's place.
"""

from therapy_diary.keys import keychain, recovery, slots
from therapy_diary.keys.errors import EmptyPassphrase, KeyFileDamaged, WrongCode
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.slots import DataKey, KeyFile, SlotKind
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.folder import DiaryFolder, Vault, told_plainly


def change_passphrase(folder: DiaryFolder, key: bytes, passphrase: str, cost: Cost | None = None) -> None:
    """Let a new passphrase open the diary instead of the old one, or for the first time. Takes some tenths of a second.

    Whoever has a copy of the old key file and knows the old passphrase still gets in there: see replace_key().
    Raises EmptyPassphrase, TooLittleMemory, KeyFileDamaged or a StorageError; then the old one still opens it.
    """
    vault, keys, data_key = _present(folder, key)
    _save(vault, keys.with_slot(data_key, passphrase, cost), data_key, passphrase)


def change_code(folder: DiaryFolder, key: bytes, code: RecoveryCode) -> None:
    """Let a new recovery code open the diary instead of the old one. Show it and ask two groups back before.

    The old paper opens nothing here any more, but still opens older backups. Raises as change_passphrase().
    """
    vault, keys, data_key = _present(folder, key)
    _save(vault, keys.with_slot(data_key, code), data_key, code)


def check_code(folder: DiaryFolder, key: bytes, typed: str) -> None:
    """See whether what stands on the paper opens this diary, without showing it. Raises MistypedCode or WrongCode."""
    vault = folder.vault()
    with told_plainly():
        keys = slots.load(vault.key_file)
    if not any(it.key == key for it in keys.open_by_code(recovery.parse(typed))):
        raise WrongCode


def remember_here(folder: DiaryFolder, key: bytes) -> None:
    """Let the diary open by itself in this session on this computer. The other ways in stay.

    Whoever sits at the unlocked session can then open it. Raises KeychainTrouble, KeyFileDamaged or a StorageError.
    """
    vault, keys, data_key = _present(folder, key)
    backend = keychain.own_backend()
    if backend is None:
        raise KeychainTrouble(State.UNAVAILABLE)
    state = keychain.keep(keys.diary, data_key, backend, for_person=keychain.FOR_PERSON)
    if state != State.OK:
        raise KeychainTrouble(state)
    try:
        with told_plainly():
            slots.save(vault.key_file, keys.with_backend(backend))
    except StorageError:
        if keys.backend != backend:
            keychain.forget(keys.diary, data_key.key_id, backend)
        raise


def stop_remembering(
    folder: DiaryFolder, key: bytes, passphrase: str | None = None, cost: Cost | None = None
) -> State:
    """Let the diary open by passphrase only, and take its key out of the keyring; whether that could be done.

    A passphrase is needed when there was none. State.OK or State.MISSING: nothing is left in the keyring. Any other: it
    may still hold the key, and the person must be told. Raises as change_passphrase(), and EmptyPassphrase without one.
    """
    vault, keys, data_key = _present(folder, key)
    if passphrase is None and SlotKind.PASSPHRASE not in keys.kinds:
        raise EmptyPassphrase
    after = keys.with_backend(None)
    if passphrase is None:
        with told_plainly():
            slots.save(vault.key_file, after)
    else:
        _save(vault, after.with_slot(data_key, passphrase, cost), data_key, passphrase)
    if keys.backend is None:
        return State.MISSING
    return keychain.forget(keys.diary, data_key.key_id, keys.backend)


def _present(folder: DiaryFolder, key: bytes) -> tuple[Vault, KeyFile, DataKey]:
    """The key file as it is on the disk, and the open diary's key by its name there."""
    vault = folder.vault()
    with told_plainly():
        keys = slots.load(vault.key_file)
    data_key = keys.named(key)
    if data_key is None:
        raise KeyFileDamaged
    return vault, keys, data_key


def _save(vault: Vault, keys: KeyFile, data_key: DataKey, secret: str | RecoveryCode) -> None:
    def proof(read_back: KeyFile) -> None:
        opened = (
            read_back.open_by_code(secret)
            if isinstance(secret, RecoveryCode)
            else read_back.open_by_passphrase(secret)
        )
        if data_key not in opened or read_back != keys:
            raise KeyFileDamaged

    with told_plainly():
        slots.save(vault.key_file, keys, proof)
