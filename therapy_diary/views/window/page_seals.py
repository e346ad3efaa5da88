"""Whether every page of the open diary's file is as it was written: looked at beside the window, soon after the start."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryDamaged, StorageError, WrongKeyOrDamaged
from therapy_diary.views.safe import Safe, WhileClosed

if TYPE_CHECKING:
    from therapy_diary.desktop.background import Task

LOOK_AFTER = 4_000  # milliseconds from the start until the whole file is looked through


class State(StrEnum):
    """What the file turned out to be."""

    WHOLE = "whole"
    TORN = "torn"
    """Damaged where no word of the diary lies, as by a power cut: written anew, it is whole."""
    DAMAGED = "damaged"


class PageSeals(QObject):
    """Looks by a connection of its own; changes nothing."""

    found = Signal(State)

    def __init__(self, diary: Diary, safe: Safe, parent: QObject) -> None:
        super().__init__(parent)
        self._diary, self._safe = diary, safe
        self._task: Task | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._soon.start(LOOK_AFTER)

    def look(self) -> None:
        """Look through every page now."""
        folder, file, key = self._safe.folder, self._diary.file, self._diary.key

        def work() -> State:
            from therapy_diary.storage.copying import look_through
            from therapy_diary.vault.rescue import can_heal

            try:
                if look_through(file, key).findings.whole:
                    return State.WHOLE
            except (DiaryDamaged, WrongKeyOrDamaged):
                pass
            return State.TORN if can_heal(folder, key) else State.DAMAGED

        background = self._safe.background
        self._task = background.run(work, self.found.emit, self._failed, for_whom=self)

    def mend(self, said: str) -> WhileClosed:
        """What makes a torn file whole once the diary is closed, and says so."""
        from therapy_diary.vault.rescue import open_healed

        folder, key = self._safe.folder, self._diary.key
        return WhileClosed(lambda: open_healed(folder, key), said)

    def stop(self) -> None:
        """The diary is about to be closed: tell nothing any more."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()

    def _failed(self, error: Exception) -> None:
        """Another program at the file, or a disk just gone, is said when something is to be saved."""
        if not isinstance(error, StorageError):
            raise error  # a bug of ours: mishap takes it
