"""What the window and the terminal say when a diary does not open or does not save: what happened, what to do."""

from collections.abc import Callable

from therapy_diary.keys import errors as keys
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.storage import errors as storage
from therapy_diary.vault import errors as vault

CONTEXT = "sentences"
"""The name under which translators find these."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name lupdate looks for
    """The text itself, marked for translators."""
    return text


_OF_ERROR: dict[type[Exception], str] = {
    storage.DiaryBusy: QT_TRANSLATE_NOOP(
        "sentences", "Another program is using the diary file; close it there and try again."
    ),
    storage.DiskFull: QT_TRANSLATE_NOOP(
        "sentences", "The disk is full and this was not saved; make some room and save again."
    ),
    storage.ReadOnly: QT_TRANSLATE_NOOP(
        "sentences",
        "The diary's folder cannot be written to; allow writing there, or move the diary elsewhere.",
    ),
    storage.Unreadable: QT_TRANSLATE_NOOP(
        "sentences",
        "Your account on this computer may not read the diary's files; allow it to, then try again.",
    ),
    storage.DiskTrouble: QT_TRANSLATE_NOOP(
        "sentences",
        "The disk did not read or write as it should; check that it is connected, then try again.",
    ),
    storage.DiaryUnavailable: QT_TRANSLATE_NOOP(
        "sentences", "The diary file cannot be reached just now; check the disk and try again."
    ),
    storage.DiaryMissing: QT_TRANSLATE_NOOP(
        "sentences", "The diary file is not where it was; put it back, or restore a backup."
    ),
    storage.DiaryEmpty: QT_TRANSLATE_NOOP(
        "sentences", "The diary file has been emptied from outside; restore a backup."
    ),
    storage.NotADiary: QT_TRANSLATE_NOOP(
        "sentences", "What lies at this place is not a diary of this program; choose another folder or file."
    ),
    storage.DiaryExists: QT_TRANSLATE_NOOP(
        "sentences", "There is a file at this place already; open it, or choose another folder."
    ),
    storage.DiaryReplaced: QT_TRANSLATE_NOOP(
        "sentences",
        "The diary file was moved or replaced while open; copy your text, then close and reopen the diary.",
    ),
    storage.NotHere: QT_TRANSLATE_NOOP(
        "sentences", "The diary is not at this place; look for it, or restore a backup."
    ),
    storage.NoteTooLong: QT_TRANSLATE_NOOP(
        "sentences", "A note holds about four million characters; put a part of this one into another note."
    ),
    storage.WrongKeyOrDamaged: QT_TRANSLATE_NOOP(
        "sentences", "The key does not fit, or the file is damaged; try another way in, or restore a backup."
    ),
    storage.DiaryDamaged: QT_TRANSLATE_NOOP(
        "sentences", "Your key is right, but the diary file is damaged; restore a backup."
    ),
    storage.DiaryTooNew: QT_TRANSLATE_NOOP(
        "sentences", "A newer version of Therapy Diary wrote this diary; update the program to open it."
    ),
    storage.WrongLibrary: QT_TRANSLATE_NOOP(
        "sentences",
        "The part of the program that encrypts is missing or too old; install Therapy Diary again.",
    ),
    storage.StorageError: QT_TRANSLATE_NOOP(
        "sentences", "The diary file could not do this; close the diary, open it again, and try once more."
    ),
    keys.WrongPassphrase: QT_TRANSLATE_NOOP(
        "sentences", "This passphrase does not open the diary; type it again, or use your recovery code."
    ),
    keys.EmptyPassphrase: QT_TRANSLATE_NOOP("sentences", "The passphrase is empty; type one."),
    keys.WrongCode: QT_TRANSLATE_NOOP(
        "sentences",
        "This recovery code belongs to another diary, or to an older key; look for the right one.",
    ),
    keys.NoSuchWay: QT_TRANSLATE_NOOP(
        "sentences", "This diary was not set up to open that way; choose another way in."
    ),
    keys.TooLittleMemory: QT_TRANSLATE_NOOP(
        "sentences",
        "There is too little free memory to check the passphrase; close other programs and try again.",
    ),
    keys.KeyFileMissing: QT_TRANSLATE_NOOP(
        "sentences", "The file keys.json is not beside the diary; put it back, or restore a backup."
    ),
    keys.KeyFileDamaged: QT_TRANSLATE_NOOP(
        "sentences", "The file keys.json is damaged; put an older copy back, or restore a backup."
    ),
    keys.KeyFileTooNew: QT_TRANSLATE_NOOP(
        "sentences",
        "A newer version of Therapy Diary wrote keys.json; update the program to open this diary.",
    ),
    keys.NoKey: QT_TRANSLATE_NOOP("sentences", "The key to the diary could not be had; try another way in."),
    vault.NoDiaryYet: QT_TRANSLATE_NOOP(
        "sentences", "There is no diary in this folder yet; begin one, or choose another folder."
    ),
    vault.DiaryAlreadyHere: QT_TRANSLATE_NOOP(
        "sentences", "There is a diary in this folder already; open it, or choose another folder."
    ),
    vault.FolderInUse: QT_TRANSLATE_NOOP(
        "sentences", "Therapy Diary is already open with this diary; go to that window, or close it first."
    ),
    vault.PointerMissing: QT_TRANSLATE_NOOP(
        "sentences", "The file current.json is gone from the diary folder; put it back, or restore a backup."
    ),
    vault.PointerDamaged: QT_TRANSLATE_NOOP(
        "sentences", "The file current.json cannot be read; put an older copy back, or restore a backup."
    ),
    vault.PointerTooNew: QT_TRANSLATE_NOOP(
        "sentences", "A newer version of Therapy Diary made this folder; update the program to open it."
    ),
    vault.VaultMissing: QT_TRANSLATE_NOOP(
        "sentences", "The diary is gone from the vaults folder; put it back, or restore a backup."
    ),
    vault.NothingToUndo: QT_TRANSLATE_NOOP(
        "sentences", "No earlier diary was put aside here, so there is nothing to take back."
    ),
    vault.NotABackup: QT_TRANSLATE_NOOP(
        "sentences", "This file is not a backup of this program; choose a file that ends in .diarybackup."
    ),
    vault.BackupMissing: QT_TRANSLATE_NOOP(
        "sentences", "There is no backup at this place; check that the disk or stick is plugged in."
    ),
    vault.BackupDamaged: QT_TRANSLATE_NOOP(
        "sentences", "This backup is damaged and was not used; choose another one."
    ),
    vault.BackupTooNew: QT_TRANSLATE_NOOP(
        "sentences", "A newer version of Therapy Diary wrote this backup; update the program to restore it."
    ),
    vault.BackupHasOtherKey: QT_TRANSLATE_NOOP(
        "sentences",
        "This backup has another key; open it with the passphrase or recovery code of its time.",
    ),
    vault.PlaceTaken: QT_TRANSLATE_NOOP(
        "sentences", "There is a file of this name already; choose another name for the backup."
    ),
    vault.BackupTrouble: QT_TRANSLATE_NOOP(
        "sentences", "The backup could not be made or read; the diary itself is as it was."
    ),
    vault.FolderTrouble: QT_TRANSLATE_NOOP(
        "sentences", "The diary folder is not as it should be; put back what was moved, or restore a backup."
    ),
}

_OF_KEYRING: dict[State, str] = {
    State.MISSING: QT_TRANSLATE_NOOP(
        "sentences", "This computer's keyring does not hold the key; open the diary with your recovery code."
    ),
    State.LOCKED: QT_TRANSLATE_NOOP(
        "sentences", "This computer's keyring is locked; unlock it and try again, or use your recovery code."
    ),
    State.DISMISSED: QT_TRANSLATE_NOOP(
        "sentences", "The keyring stayed locked; try again and unlock it, or use your recovery code."
    ),
    State.UNAVAILABLE: QT_TRANSLATE_NOOP(
        "sentences", "No working keyring was found on this computer; use a passphrase or your recovery code."
    ),
    State.TIMEOUT: QT_TRANSLATE_NOOP(
        "sentences", "This computer's keyring did not answer; try again, or use your recovery code."
    ),
    State.REFUSED: QT_TRANSLATE_NOOP(
        "sentences", "This is not the keyring the diary was given to; open the diary with your recovery code."
    ),
}

BLANK_KEYRING = QT_TRANSLATE_NOOP(
    "sentences",
    "This computer's keyring has no password, so whoever gets its disk can read the key; a passphrase is safer.",
)

_WRONG_GROUP = QT_TRANSLATE_NOOP(
    "sentences", "Group {groups} of the recovery code cannot be right; compare it with your paper."
)
_WRONG_GROUPS = QT_TRANSLATE_NOOP(
    "sentences", "Groups {groups} of the recovery code cannot be right; compare them with your paper."
)
_WRONG_LENGTH = QT_TRANSLATE_NOOP(
    "sentences", "The recovery code has 48 digits and {digits} were typed; compare it with your paper."
)
_WRONG_LENGTH_AT = QT_TRANSLATE_NOOP(
    "sentences", "The recovery code has 48 digits and {digits} were typed; look at group {groups} first."
)


def _as_it_is(text: str) -> str:
    return text


def sentence_for(error: Exception, translate: Callable[[str], str] = _as_it_is) -> str:
    """One sentence for a NoKey, a FolderTrouble or a StorageError. Raises KeyError for any other error."""
    if isinstance(error, keys.MistypedCode):
        return _about_the_code(error, translate)
    if isinstance(error, KeychainTrouble) and error.state in _OF_KEYRING:
        return translate(_OF_KEYRING[error.state])
    for kind in type(error).__mro__:
        if kind in _OF_ERROR:
            return translate(_OF_ERROR[kind])
    raise KeyError(type(error).__name__)


def _about_the_code(error: keys.MistypedCode, translate: Callable[[str], str]) -> str:
    """Names the groups to look at, and the count when that is wrong."""
    if error.digits != 48:
        text = _WRONG_LENGTH_AT if error.groups and error.digits else _WRONG_LENGTH
    else:
        text = _WRONG_GROUP if len(error.groups) == 1 else _WRONG_GROUPS
    shown = error.groups if error.digits == 48 else error.groups[:1]
    return translate(text).format(groups=", ".join(str(place) for place in shown), digits=error.digits)
