"""Gives a diary file a new key. Runs as a process of its own: SQLCipher holds up every thread while it does this.

One JSON object comes in on standard input: file, old, new (keys as hexadecimal). Out goes one word: "done", or the name
of the StorageError. The file opens with the old key or the new one whenever this process ends, and never with neither.
"""

import json
import os
import sys
from contextlib import closing
from pathlib import Path

import therapy_diary
from therapy_diary.storage import errors
from therapy_diary.storage.connection import change_key, connect
from therapy_diary.storage.errors import DiskTrouble, StorageError

FROZEN_ARGUMENT = "--rekey-process"
"""With this argument the frozen program must call rekey.main() and nothing else."""
DONE = "done"
LARGEST = 64 * 1024
BESIDE_PACKAGE = Path(therapy_diary.__file__).parent.parent


def give_new_key(file: Path, old: bytes, new: bytes, keep_open: tuple[int, ...] = ()) -> None:
    """Encrypt a diary file that nobody has open under a new key. Raises StorageError, and then the old key holds.

    keep_open: descriptors the process shares, such as that of the lock on the folder: should the program be killed
    meanwhile, nobody else gets in before this is over.
    """
    import subprocess  # 5 ms, and hardly any start changes the key

    request = json.dumps({"file": str(file), "old": old.hex(), "new": new.hex()})
    shared = {"pass_fds": keep_open} if os.name == "posix" else {}
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            _command(),
            input=request.encode() + b"\n",
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=BESIDE_PACKAGE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
            **shared,  # type: ignore[call-overload]
        )
    except OSError as error:
        raise DiskTrouble from error
    said = done.stdout.decode().strip()
    if said != DONE:
        kind = getattr(errors, said, DiskTrouble) if said else DiskTrouble
        raise kind if isinstance(kind, type) and issubclass(kind, StorageError) else DiskTrouble


def main() -> int:
    """Answer one request. Should this process crash, no image of its memory, which holds keys, is written."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    request = b""
    while not request.endswith(b"\n") and len(request) < LARGEST and (piece := os.read(0, LARGEST)):
        request += piece
    asked = json.loads(request)
    try:
        with closing(connect(Path(asked["file"]), bytes.fromhex(asked["old"]))) as opened:
            change_key(opened, bytes.fromhex(asked["new"]))
        said = DONE
    except StorageError as error:
        said = type(error).__name__
    os.write(1, said.encode() + b"\n")
    return 0


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_ARGUMENT]
    return [sys.executable, "-m", "therapy_diary.storage.rekey"]


if __name__ == "__main__":
    main()
