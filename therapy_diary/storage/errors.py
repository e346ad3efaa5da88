"""What can go wrong with the diary file, in terms of what the person can do about it.

StorageError
├── DiaryUnavailable        the diary is whole; something around it is in the way
│   ├── DiaryBusy           close the other program, try again
│   ├── DiskFull            make room, save again
│   ├── ReadOnly            allow writing, or plug the disk in properly
│   ├── Unreadable          allow reading
│   └── DiskTrouble         look at the disk, save again
├── NotHere                 this is not the file we look for
│   ├── DiaryMissing        look for it, or restore a backup
│   ├── DiaryEmpty          restore a backup
│   ├── NotADiary           choose another file
│   ├── DiaryExists         open it instead
│   └── DiaryReplaced       copy the text out, then open the diary again
├── NoteTooLong             put a part of it into another note
├── WrongKeyOrDamaged       try the other way in, or restore a backup: SQLCipher cannot tell the two apart
├── DiaryDamaged            restore a backup, or rescue what can be read
├── DiaryTooNew             update the program
└── WrongLibrary            install the program again

None carries a word of the diary. The sentences for the person are in vault/sentences.py.
"""

import errno
import os

DISK_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
WRITING_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}


class StorageError(Exception):
    """The diary file cannot do what was asked, and no bug of ours is to blame."""


class DiaryUnavailable(StorageError):
    """The diary is whole, but something around it is in the way."""


class DiaryBusy(DiaryUnavailable):
    """Another program holds the file."""


class DiskFull(DiaryUnavailable):
    """There is no room; nothing of this change was kept, everything before it was."""


class ReadOnly(DiaryUnavailable):
    """The file, its folder or its disk may not be written."""


class Unreadable(DiaryUnavailable):
    """The person's account on this computer may not read the file."""


class DiskTrouble(DiaryUnavailable):
    """The disk did not read or write as it should."""


class NotHere(StorageError):
    """What lies at this place is not the diary we look for."""


class DiaryMissing(NotHere):
    """There is no file at this place."""


class DiaryEmpty(NotHere):
    """The file has no bytes. SQLite would open it as a new and empty diary."""


class NotADiary(NotHere):
    """Another kind of file, a folder or a link; or an unencrypted database."""


class DiaryExists(NotHere):
    """A diary was to begin where there is a file already."""


class DiaryReplaced(NotHere):
    """The file was moved, deleted, replaced or overwritten while it was open."""


class NoteTooLong(StorageError):
    """A text of more than LONGEST_TEXT characters: nothing of it was kept, and what stood there before was."""


class WrongKeyOrDamaged(StorageError):
    """The key does not open this file, or the start of the file is damaged."""


class DiaryDamaged(StorageError):
    """The right key, but parts of the file are not as they were written."""


class DiaryTooNew(StorageError):
    """A later version of the program wrote this file."""


class WrongLibrary(StorageError):
    """The encrypting library is missing, too old, or ignores a safety setting."""


_KIND_OF_CODE: dict[int, type[StorageError]] = {
    5: DiaryBusy,  # SQLITE_BUSY
    6: DiaryBusy,  # SQLITE_LOCKED
    8: ReadOnly,  # SQLITE_READONLY
    10: DiskTrouble,  # SQLITE_IOERR
    11: DiaryDamaged,  # SQLITE_CORRUPT
    13: DiskFull,  # SQLITE_FULL
    14: ReadOnly,  # SQLITE_CANTOPEN: after the guards of connect(), a journal that may not be made
    15: DiskTrouble,  # SQLITE_PROTOCOL: locks that do not work, as on some network disks
    26: DiaryDamaged,  # SQLITE_NOTADB: after opening; connect() itself says WrongKeyOrDamaged
}


def kind_of(error: Exception) -> type[StorageError] | None:
    """What an error of SQLCipher means to the person; None when it is a bug of ours or a rule of the schema."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else _KIND_OF_CODE.get(code & 0xFF)


def kind_of_os(error: OSError) -> type[StorageError]:
    """What an error of the file system means to the person."""
    if error.errno in DISK_FULL:
        return DiskFull
    if error.errno in WRITING_FORBIDDEN:
        return Unreadable if _may_not_be_read(error.filename) else ReadOnly
    if error.errno in {errno.ENOTDIR, errno.EISDIR, errno.EEXIST}:
        return NotADiary
    return DiaryMissing if error.errno == errno.ENOENT else DiskTrouble


def _may_not_be_read(file: object) -> bool:
    """Whether it is there and closed to us; the system says "not permitted" of reading and of writing alike."""
    if not isinstance(file, (str, os.PathLike)):
        return False
    try:
        os.lstat(file)
    except PermissionError:
        return True  # in a folder that is closed to us
    except OSError:
        return False
    return not os.access(file, os.R_OK, effective_ids=os.access in os.supports_effective_ids)
