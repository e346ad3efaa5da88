"""What the window knows of the folder around an open diary; the made-up diary has none."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from therapy_diary.desktop.background import Background
from therapy_diary.keys import recovery, slots
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.slots import KeyFile
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder, Hold, told_plainly
from therapy_diary.vault.place import Risk, risk_of

MOUNTS = Path("/proc/mounts")
"""Linux's list of disks; elsewhere there is none."""


@dataclass(frozen=True, slots=True)
class WhileClosed:
    """Something to be done to the diary while it is closed, and what to say once it is open again."""

    work: Callable[[], Diary | None]
    """Returns the diary open again, or None. Raises NoKey, a FolderTrouble or a StorageError."""
    said: str = ""

    def __call__(self) -> Diary | None:
        """Do it."""
        return self.work()


@dataclass(frozen=True, slots=True, kw_only=True)
class Safe:
    """The folder, what keeps others out of it, and the one who does slow work beside the window."""

    folder: DiaryFolder
    background: Background
    hold: Callable[[], Hold]
    """The lock on the folder, which this program has. Raises FolderInUse or a StorageError."""
    keys: KeyFile | None = None
    """The key file as it was when the diary was opened: for when its disk is gone."""
    cost: Cost | None = None
    """What one guess of a new passphrase costs; the usual when None."""

    def key_file(self) -> KeyFile | None:
        """The key file as it is now, else as it was."""
        with suppress(FolderTrouble, NoKey, StorageError), told_plainly():
            return slots.load(self.folder.vault().key_file)
        return self.keys

    def opens_by_itself(self) -> bool:
        """Whether the keyring of this computer opens this diary without anything being typed."""
        keys = self.key_file()
        return keys is not None and keys.backend is not None

    def risk(self) -> Risk | None:
        """What speaks against the place where the folder lies, if anything does."""
        mounts = ""
        with suppress(OSError):
            mounts = MOUNTS.read_text(encoding="utf-8", errors="replace")
        return risk_of(self.folder.path.resolve(), mounts)

    def is_passphrase(self, typed: str, key: bytes) -> bool:
        """Whether this passphrase opens the diary of that key. Takes some tenths of a second."""
        keys = self.key_file()
        if keys is None or not typed.strip():
            return False
        with suppress(NoKey):
            return any(it.key == key for it in keys.open_by_passphrase(typed))
        return False

    def is_opened_by(self, typed: str, key: bytes) -> bool:
        """Whether this passphrase, or this recovery code, opens it. Takes some tenths of a second."""
        keys = self.key_file()
        if keys is None or self.is_passphrase(typed, key):
            return keys is not None
        with suppress(NoKey):
            return any(it.key == key for it in keys.open_by_code(recovery.parse(typed)))
        return False
