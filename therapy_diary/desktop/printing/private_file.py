"""A file that only this person may read, whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from therapy_diary.desktop.printing.problem import Obstacle, PrintProblem, obstacle_of


def write_private(content: bytes, path: Path) -> None:
    """Write a file that only this person may read, whole or not at all. Raises PrintProblem."""
    if path.exists() and not path.is_file():
        raise PrintProblem(Obstacle.OTHER)  # a folder, or a device that a rename would do away with
    unfinished: Path | None = None
    try:
        number, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)  # made with mode 0600
        unfinished = Path(name)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        if unfinished is not None:
            with contextlib.suppress(OSError):
                unfinished.unlink()
        raise PrintProblem(obstacle_of(error)) from error
