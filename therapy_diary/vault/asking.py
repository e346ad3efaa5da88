"""Asks the keyring for the key of a diary, before anything that reads diaries is loaded."""

from therapy_diary.keys import slots
from therapy_diary.keys.errors import NoSuchWay
from therapy_diary.keys.keychain import KeychainRead, Place
from therapy_diary.keys.slots import KeyFile
from therapy_diary.vault.folder import DiaryFolder, Vault, told_plainly


def start_keyring_read(folder: DiaryFolder, *, ask: bool = True) -> KeychainRead:
    """Begin asking the keyring; the answer is fetched later. Raises NoSuchWay and what ways() raises."""
    return read_keyring_for(keys_of(folder.vault()), ask=ask)


def read_keyring_for(keys: KeyFile, *, ask: bool = True) -> KeychainRead:
    """The same for any key file, such as that of a backup. Raises NoSuchWay."""
    if keys.backend is None:
        raise NoSuchWay
    key_ids = tuple(generation.key_id for generation in reversed(keys.generations))
    return KeychainRead.start(Place(diary=keys.diary, key_ids=key_ids, backend=keys.backend), ask=ask)


def keys_of(vault: Vault) -> KeyFile:
    """What keys.json of a vault holds. Raises KeyFileMissing, KeyFileDamaged, KeyFileTooNew or a StorageError."""
    with told_plainly():
        return slots.load(vault.key_file)
