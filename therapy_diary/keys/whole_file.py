"""Replaces a small file by a new one, whole or not at all, also when the power fails in between."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MARK = ".part"
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def write_whole(
    file: Path, content: bytes, proof: Callable[[Path], object] | None = None, *, force: bool = True
) -> None:
    """Put this content into the file, readable by its owner only. Raises OSError, and then the old file is intact.

    Written beside it, forced to the disk, renamed: a plain overwrite is damaged in two of three power cuts.
    proof: looks at the new file before it takes the place of the old one, and raises when it is no good.
    force: wait for the disk; False where losing the content costs nothing and waiting would.
    """
    beside = file.with_name(f"{file.name}.{os.urandom(4).hex()}{MARK}")
    try:
        with os.fdopen(os.open(beside, NEW_FILE, 0o600), "wb") as opened:
            opened.write(content)
            opened.flush()
            if force:
                os.fsync(opened.fileno())
        if proof is not None:
            proof(beside)
        beside.replace(file)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise
    if force:
        keep_names(file.parent)


def keep_names(folder: Path) -> None:
    """Force the names in a folder to the disk: a file that is safe under a lost name is lost."""
    if os.name != "posix":
        return  # Windows keeps names in its own journal, and cannot open a folder
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def sweep(file: Path) -> None:
    """Remove what interrupted writes of this file left beside it."""
    for leftover in file.parent.glob(f"{file.name}.*{MARK}"):
        with suppress(OSError):
            leftover.unlink()
