"""The one folder a diary consists of, and the lock that lets one program at a time work in it.

current.json            which vault counts: a small pointer, replaced whole
vaults/<id>/diary.db    the encrypted diary
vaults/<id>/keys.json   its key, wrapped, one slot for each way in
backups/  log/  settings.ini  diary.lock
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Annotated, Self

import msgspec

from therapy_diary.keys import slots
from therapy_diary.keys.whole_file import keep_names, sweep, write_whole
from therapy_diary.storage.errors import StorageError, kind_of_os
from therapy_diary.vault.errors import (
    DiaryAlreadyHere,
    FolderInUse,
    FolderTrouble,
    NoDiaryYet,
    PointerDamaged,
    PointerMissing,
    PointerTooNew,
    VaultMissing,
)

FORMAT = "therapy-diary-folder"
VERSION = 1
OWNER_ONLY = 0o700
UNFINISHED = ".part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """What current.json says."""

    format: str
    version: int
    vault: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")]
    """A name without any slash: a pointer never leads out of the folder."""
    since: str
    """Local wall time at which this vault became the one that counts."""
    previous: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{32}\Z")] | None = None
    """The one that counted before a backup was restored; it stays on the disk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vault:
    """One diary file with its key file."""

    id: str
    path: Path

    @property
    def file(self) -> Path:
        """The encrypted diary."""
        return self.path / "diary.db"

    @property
    def key_file(self) -> Path:
        """The key, wrapped once for each way in."""
        return self.path / slots.NAME


@dataclass(frozen=True, slots=True)
class DiaryFolder:
    """The folder of one diary. Making this object touches nothing on the disk."""

    path: Path

    @property
    def pointer_file(self) -> Path:
        """Says which vault counts."""
        return self.path / "current.json"

    @property
    def vaults(self) -> Path:
        """The diary that counts, and those that were put aside."""
        return self.path / "vaults"

    @property
    def backups(self) -> Path:
        """Backups the program makes by itself."""
        return self.path / "backups"

    @property
    def log(self) -> Path:
        """Log files, which hold no word of the diary."""
        return self.path / "log"

    @property
    def settings(self) -> Path:
        """Choices kept outside the diary: look and window size only."""
        return self.path / "settings.ini"

    @property
    def lock_file(self) -> Path:
        """Never deleted: who holds a lock on it works in the folder."""
        return self.path / "diary.lock"

    def has_diary(self) -> bool:
        """Whether there is anything that must not be taken for an empty folder, damaged or not."""
        try:
            self.vault()
        except NoDiaryYet:
            return False
        except (PointerMissing, PointerDamaged, PointerTooNew, VaultMissing):
            return True
        return True

    def vault(self) -> Vault:
        """The vault that counts. Raises a FolderTrouble or a StorageError; never guesses."""
        pointer = self._pointer()
        if pointer is None:
            raise PointerMissing if self._whole_vaults() else NoDiaryYet
        vault = self.vault_named(pointer.vault)
        if vault.path.is_dir():
            return vault
        raise NoDiaryYet if self.unfinished(pointer.vault).path.is_dir() else VaultMissing

    def vault_named(self, vault_id: str) -> Vault:
        """The vault of this name, whether it exists or not."""
        return Vault(id=vault_id, path=self.vaults / vault_id)

    def unfinished(self, vault_id: str) -> Vault:
        """The same while it is being made. A vault counts only under its final name."""
        return Vault(id=vault_id, path=self.vaults / f"{vault_id}{UNFINISHED}")

    def put_aside(self) -> Vault | None:
        """The vault that counted before a restore, if there was one and it is still there. Raises as vault()."""
        pointer = self._pointer()
        if pointer is None or pointer.previous is None:
            return None
        vault = self.vault_named(pointer.previous)
        return vault if vault.path.is_dir() else None

    def prepare(self) -> None:
        """Make the folder and its parts, for its owner only. Raises StorageError."""
        with told_plainly():
            self.path.mkdir(OWNER_ONLY, parents=True, exist_ok=True)
            if not any(self.path.iterdir()):
                self.path.chmod(OWNER_ONLY)
            for part in (self.vaults, self.backups, self.log):
                part.mkdir(OWNER_ONLY, exist_ok=True)

    def sweep(self) -> None:
        """Remove what a beginning left that was cut short. Raises DiaryAlreadyHere if there is a diary."""
        if self.has_diary():
            raise DiaryAlreadyHere
        with told_plainly():
            for leftover in self.vaults.glob(f"*{UNFINISHED}"):
                shutil.rmtree(leftover, ignore_errors=True)
            self.pointer_file.unlink(missing_ok=True)
        sweep(self.pointer_file)

    def tidy(self) -> None:
        """Remove what a backup, a restore or a rescue left that was cut short; nothing that counts. Never raises."""
        with suppress(OSError, FolderTrouble, StorageError):
            counts = self.vault().id
            for leftover in (*self.vaults.glob(f"*{UNFINISHED}"), *self.backups.glob(f"*{UNFINISHED}")):
                if leftover != self.unfinished(counts).path:
                    shutil.rmtree(leftover) if leftover.is_dir() else leftover.unlink()
            sweep(self.pointer_file)

    def point_to(self, vault_id: str, now: datetime, previous: str | None = None) -> None:
        """Make this vault the one that counts; one atomic step. Raises OSError."""
        keep_names(self.vaults)  # after a power cut the pointer must not be there without what it points to
        since = now.replace(microsecond=0).isoformat()
        pointer = Pointer(format=FORMAT, version=VERSION, vault=vault_id, since=since, previous=previous)
        write_whole(self.pointer_file, msgspec.json.format(msgspec.json.encode(pointer), indent=1) + b"\n")

    def finish(self, vault_id: str) -> Vault:
        """Give an unfinished vault its final name; from here on it counts if it is pointed to. Raises OSError."""
        finished = self.vault_named(vault_id)
        self.unfinished(vault_id).path.rename(finished.path)
        keep_names(self.vaults)
        with suppress(OSError):  # the folder above may be closed to us
            keep_names(self.path.parent)
        return finished

    def discard(self, vault_id: str) -> None:
        """Take back a vault that was never handed over, and the pointer to it."""
        with suppress(OSError):
            self.pointer_file.unlink(missing_ok=True)
        for vault in (self.unfinished(vault_id), self.vault_named(vault_id)):
            shutil.rmtree(vault.path, ignore_errors=True)

    def hold(self) -> "Hold":
        """Keep other copies of the program out until released. Raises FolderInUse or a StorageError."""
        self.prepare()
        with told_plainly():
            return Hold(self.lock_file)

    def _pointer(self) -> Pointer | None:
        try:
            raw = self.pointer_file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise kind_of_os(error) from error
        try:
            pointer = msgspec.json.decode(raw, type=Pointer, strict=True)
        except (msgspec.MsgspecError, ValueError, RecursionError) as error:
            raise PointerDamaged from error
        if pointer.format != FORMAT:
            raise PointerDamaged
        if pointer.version > VERSION:
            raise PointerTooNew
        return pointer

    def _whole_vaults(self) -> list[Path]:
        with told_plainly():
            if not self.vaults.is_dir():
                return []
            return [it for it in self.vaults.iterdir() if it.is_dir() and it.suffix != UNFINISHED]


class Hold:
    """The lock on a diary folder. It falls with the process that holds it, however that ends."""

    def __init__(self, lock_file: Path) -> None:
        self._descriptor: int | None = os.open(lock_file, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            lock(self._descriptor)
        except BlockingIOError as error:
            self.release()
            raise FolderInUse from error
        except BaseException:
            self.release()
            raise

    @property
    def shared(self) -> tuple[int, ...]:
        """What a process started by this one must keep open to hold the folder as well."""
        return () if self._descriptor is None else (self._descriptor,)

    def release(self) -> None:
        """Let others in."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        """Hold for the length of a block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Release at its end."""
        self.release()


def lock(descriptor: int) -> None:
    """Lock an open file against all other processes. Raises BlockingIOError when another holds it."""
    if os.name == "nt":
        import msvcrt  # not tried: no Windows at hand

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError as error:
            raise BlockingIOError from error
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def told_plainly() -> Iterator[None]:
    """Trouble with the file system inside comes out as a StorageError."""
    try:
        yield
    except OSError as error:
        raise kind_of_os(error) from error
