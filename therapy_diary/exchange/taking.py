"""Takes everything out of a diary as files that anyone can read: whole or not at all, and for their owner only."""

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO

from therapy_diary.exchange import archive
from therapy_diary.exchange.choice import Choice
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.markdown_out import write_folder
from therapy_diary.exchange.ratings_csv import write_ratings
from therapy_diary.exchange.report import GoOn, always
from therapy_diary.storage.diary import Diary

FILE_MODE, FOLDER_MODE = 0o600, 0o700


class Kind(StrEnum):
    """What it is written as."""

    JSON = "json"
    MARKDOWN = "markdown"
    CSV = "csv"


def take(
    diary: Diary, target: Path, kind: Kind, *, choice: Choice | None = None, go_on: GoOn = always
) -> None:
    """Write a diary to a file, or to a folder for Markdown. Raises ExchangeTrouble, and StorageError.

    JSON is lossless and holds everything; choice says what goes into Markdown and CSV.
    """
    if kind is Kind.MARKDOWN:
        with _whole_folder(target) as folder:
            write_folder(diary, folder, choice or Choice(), go_on)
        return
    with _whole_file(target) as file:
        if kind is Kind.CSV:
            write_ratings(diary, file, go_on, choice)
        else:
            archive.write(diary, file, go_on)


@contextmanager
def _whole_file(target: Path) -> Iterator[IO[bytes]]:
    """A file that appears under its name only when all of it is on the disk."""
    part = _beside(target)
    try:
        if target.is_dir() or (target.exists() and target.stat().st_size):
            raise ExchangeTrouble(Trouble.PLACE_TAKEN)
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE), "wb") as file:  # noqa: PTH123
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise ExchangeTrouble(_trouble(error)) from error
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _whole_folder(target: Path) -> Iterator[Path]:
    """A folder that appears under its name only when everything is in it."""
    part = _beside(target)
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise ExchangeTrouble(Trouble.PLACE_TAKEN)
        part.mkdir(mode=FOLDER_MODE)
        yield part
        if target.exists():
            target.rmdir()
        part.rename(target)
    except OSError as error:
        raise ExchangeTrouble(_trouble(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}.part")


def _trouble(error: OSError) -> Trouble:
    return Trouble.MISSING if error.errno == errno.ENOENT else Trouble.NOT_WRITTEN
