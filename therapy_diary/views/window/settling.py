"""Takes the words of versions out of the search index, one after the other, while nobody touches anything."""

from contextlib import suppress

from PySide6.QtCore import QObject, QTimer

from therapy_diary.desktop.idle_lock import IdleLock
from therapy_diary.domain.note import LONGEST_TEXT
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk

QUIET = 10.0
"""Seconds without a touch: a version takes up to a tenth of a second, which must not meet a key."""
NOBODY_THERE = 120.0
"""Seconds without a touch after which a very long version may take its seconds."""
USUAL = 20_000  # characters, some ten pages
LOOK_AGAIN = 5_000  # milliseconds while somebody is there
ONE_BY_ONE = 500  # milliseconds from one version to the next


class Settling(QObject):
    """Looks after every change, and once after the start for what the last run left.

    In the thread of the window: a second connection that writes would look to this one like a file that was replaced.
    """

    def __init__(self, desk: Desk, idle: IdleLock, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._idle = desk.diary, idle
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        desk.changed.connect(self._begin)
        self._begin()

    @property
    def waits(self) -> bool:
        """Whether it is going to look."""
        return self._timer.isActive()

    def look(self) -> None:
        """Settle one version if it is quiet. The timer does this until none is left."""
        if not self._diary.is_open:
            return
        quiet, notes = self._idle.quiet_for, self._diary.notes
        if quiet < QUIET:
            self._timer.start(LOOK_AGAIN)
            return
        with suppress(StorageError):  # trouble with the file is said when something is to be saved
            version = notes.unsettled(LONGEST_TEXT if quiet >= NOBODY_THERE else USUAL)
            if version is not None:
                with self._diary.quiet_change():
                    notes.settle(version)
                self._timer.start(ONE_BY_ONE)
            elif notes.unsettled() is not None:
                self._timer.start(LOOK_AGAIN)

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    def _begin(self) -> None:
        if not self._timer.isActive():
            self._timer.start(LOOK_AGAIN)
