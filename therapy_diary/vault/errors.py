"""What can be wrong with the diary folder, in terms of what the person can do about it.

FolderTrouble
├── NoDiaryYet         begin a diary, or choose the folder it is in
├── DiaryAlreadyHere   open it
├── FolderInUse        go to the window that is open
├── PointerMissing     put current.json back, or restore a backup
├── PointerDamaged     put current.json back, or restore a backup
├── PointerTooNew      update the program
└── VaultMissing       put the vaults folder back, or restore a backup
"""


class FolderTrouble(Exception):
    """The diary folder is not as it must be, and no bug of ours is to blame."""


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
