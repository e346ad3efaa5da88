"""What may be in the way of printing or writing a file, and the sentence for each."""

import errno
from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP


class Obstacle(StrEnum):
    """What is in the way of writing a file."""

    FULL = "full"
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    OTHER = "other"


SENTENCES: Mapping[Obstacle, str] = {
    Obstacle.FULL: str(
        QT_TRANSLATE_NOOP(
            "PaperBar",
            "There is no room on that disk. Nothing was written there; your words are in the diary.",
        )
    ),
    Obstacle.FORBIDDEN: str(
        QT_TRANSLATE_NOOP(
            "PaperBar", "That folder may not be written to. Choose another one; your words are in the diary."
        )
    ),
    Obstacle.MISSING: str(
        QT_TRANSLATE_NOOP(
            "PaperBar", "That folder is no longer there. Choose another one; your words are in the diary."
        )
    ),
    Obstacle.OTHER: str(
        QT_TRANSLATE_NOOP(
            "PaperBar", "Nothing could be written there. Choose another place; your words are in the diary."
        )
    ),
}
"""What the window and the terminal say about each, in English; the window's translation is the paper bar's."""


class PrintProblem(Exception):
    """The page could not be written. `kind` says what is in the way; nothing of it was left behind."""

    def __init__(self, kind: Obstacle) -> None:
        super().__init__(kind)
        self.kind = kind


def obstacle_of(error: OSError) -> Obstacle:
    """What an error of the system says is in the way."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return Obstacle.FULL
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return Obstacle.FORBIDDEN
    return Obstacle.MISSING if error.errno == errno.ENOENT else Obstacle.OTHER
