"""The few lines that the lock page may show to anybody: contacts, if the person wants them there, unencrypted."""

from contextlib import suppress

from therapy_diary.keys.whole_file import write_whole
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.folder import DiaryFolder, told_plainly

NAME = "lock-page.txt"
LARGEST = 8 * 1024
"""Bytes that are read; ours has a few hundred."""


def show_on_lock_page(folder: DiaryFolder, lines: list[str]) -> None:
    """Put these lines, readable by anybody who has the folder, beside the diary. Raises StorageError."""
    with told_plainly():
        write_whole(folder.path / NAME, "\n".join(lines).encode())


def hide_from_lock_page(folder: DiaryFolder) -> None:
    """Take them away again. Raises StorageError."""
    with told_plainly():
        (folder.path / NAME).unlink(missing_ok=True)


def is_on_lock_page(folder: DiaryFolder) -> bool:
    """Whether the person wants contacts there."""
    return (folder.path / NAME).exists()


def on_lock_page(folder: DiaryFolder) -> list[str]:
    """The lines; none when there is no file or it cannot be read."""
    with suppress(OSError, StorageError, ValueError):
        with (folder.path / NAME).open("rb") as opened:
            text = opened.read(LARGEST).decode("utf-8", "ignore")
        return [it for it in text.splitlines() if it.strip()]
    return []
