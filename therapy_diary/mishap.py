"""What happens after an unforeseen error: a log line without any word of the diary, and a calm word to the person.

The text of an exception often holds what somebody wrote: int(), strptime, KeyError and many others quote what they were
given. So only its type and the places it passed are written down: file, line, function, and the program's version.
"""

import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType

from therapy_diary import __version__

NAME = "therapy-diary.log"
LARGEST = 256 * 1024
"""Bytes; then the file is put aside as .old, in place of the one before."""
PACKAGE = Path(__file__).parent


def record(error: BaseException, folder: Path) -> Path:
    """Write down where an error came from, and say in which file. A disk that refuses is no second error."""
    return write_down(f"{type(error).__name__} {_places(error.__traceback__)}", folder)


def write_down(what: str, folder: Path) -> Path:
    """Add one line to the log. The words must be ours, never the person's or a library's."""
    file = folder / NAME
    with suppress(OSError):
        folder.mkdir(0o700, parents=True, exist_ok=True)
        if file.exists() and file.stat().st_size > LARGEST:
            file.replace(file.with_suffix(".old"))
        when = datetime.now().isoformat(
            timespec="seconds"
        )  # of this computer, also where the diary's clock is fixed
        with file.open("a", encoding="utf-8") as log:
            log.write(f"{when} {__version__} {what}\n")
        file.chmod(0o600)
    return file


def watch(folder: Path, tell: Callable[[], object]) -> None:
    """From now on, write down every error that nobody caught, in any thread; then call tell()."""

    def caught(kind: type[BaseException], trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            raise SystemExit(1)
        write_down(f"{kind.__name__} {_places(trace)}", folder)
        tell()

    sys.excepthook = lambda kind, _, trace: caught(kind, trace)
    threading.excepthook = lambda it: caught(it.exc_type, it.exc_traceback)
    sys.unraisablehook = lambda it: caught(it.exc_type, it.exc_traceback)


def _places(trace: TracebackType | None) -> str:
    """The way the error took, outermost first: module:line function."""
    frames = [
        f"{_module(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]
    return " < ".join(reversed(frames)) or "nowhere"


def _module(file: str) -> str:
    """A file's name without the folders it lies in, which may hold the person's name."""
    path = Path(file)
    return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else path.name
