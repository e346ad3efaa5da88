"""What can be wrong with the diary folder or with a backup, in terms of what the person can do about it.

FolderTrouble
├── NoDiaryYet         begin a diary, or choose the folder it is in
├── DiaryAlreadyHere   open it
├── FolderInUse        go to the window that is open
├── PointerMissing     put current.json back, or restore a backup
├── PointerDamaged     put current.json back, or restore a backup
├── PointerTooNew      update the program
├── VaultMissing       put the vaults folder back, or restore a backup
├── NothingToUndo      nothing: the diary that counts was never exchanged
└── BackupTrouble
    ├── NotABackup         choose another file
    ├── BackupMissing      plug the stick in, or choose another file
    ├── BackupDamaged      choose another backup
    ├── BackupTooNew       update the program
    ├── BackupHasOtherKey  open it with the passphrase or the code of its time
    └── PlaceTaken         choose another name
"""


class FolderTrouble(Exception):
    """The diary folder, or a backup, is not as it must be, and no bug of ours is to blame."""


class NoDiaryYet(FolderTrouble):
    """No diary was ever begun in this folder."""


class DiaryAlreadyHere(FolderTrouble):
    """A diary was to begin in a folder that has one."""


class FolderInUse(FolderTrouble):
    """The program has this diary open already."""


class PointerMissing(FolderTrouble):
    """There are diaries in the folder, but current.json, which says which one counts, is gone."""


class PointerDamaged(FolderTrouble):
    """current.json cannot be read."""


class PointerTooNew(FolderTrouble):
    """A later version of the program wrote current.json."""


class VaultMissing(FolderTrouble):
    """current.json names a diary that is not in the folder."""


class NothingToUndo(FolderTrouble):
    """No diary was put aside that could be taken back."""


class BackupTrouble(FolderTrouble):
    """A backup cannot be made or read, and no bug of ours is to blame. The diary itself is as it was."""


class NotABackup(BackupTrouble):
    """Another kind of file."""


class BackupMissing(BackupTrouble):
    """There is no file at this place."""


class BackupDamaged(BackupTrouble):
    """The backup is not as it was written."""


class BackupTooNew(BackupTrouble):
    """A later version of the program wrote this backup."""


class BackupHasOtherKey(BackupTrouble):
    """The backup is of an earlier key, or of another diary."""


class PlaceTaken(BackupTrouble):
    """There is a file at the place where the backup was to go; nothing is ever written over."""
