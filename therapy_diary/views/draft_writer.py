"""Puts what is being typed into the encrypted file beside the window: a disk that takes its time holds up no key."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from therapy_diary.desktop.background import Background
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError

Put = Callable[[Diary], object]
"""Writes what it was made with. It runs in a thread, so it holds on to words and numbers only, never to a control."""


class DraftWriter(QObject):
    """Writes one draft at a time; of those that come meanwhile only the newest matters.

    Whoever writes by the window's own hand calls forget() first. What is being written at that moment is then over
    before the window's own write begins, and what was not begun is never written: a draft cannot come back after the
    note that it became.
    """

    written = Signal()
    """The last one that was given is in the file."""
    failed = Signal(StorageError)
    """It could not be written. The words are still where they came from."""

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._background = Background(self)
        self._wanted: Put | None = None
        self._begun: Put | None = None

    def write(self, put: Put) -> None:
        """Write this, in place of what was given before and is not written yet."""
        self._wanted = put
        if self._begun is None:
            self._begin(put)

    def forget(self) -> None:
        """Write nothing of what was given, unless it is being written right now; say nothing about it either way."""
        self._wanted = None

    def _begin(self, put: Put) -> None:
        self._begun = put
        self._background.run(lambda: self._write(put), self._done, self._went_wrong)

    def _write(self, put: Put) -> None:
        """In the thread."""
        if self._wanted is not put:
            return
        with self._diary.quiet_change():
            if self._wanted is put:  # asked again: while it waited for its turn the window may have written
                put(self._diary)

    def _done(self, _nothing: object) -> None:
        if self._over():
            self.written.emit()

    def _went_wrong(self, error: Exception) -> None:
        was_wanted = self._over()
        if not isinstance(error, StorageError):
            raise error  # a bug of ours: mishap takes it
        if was_wanted:
            self.failed.emit(error)

    def _over(self) -> bool:
        """Whether what has just ended is what was wanted last; else that is begun."""
        begun, wanted = self._begun, self._wanted
        self._begun = None
        if wanted is None or wanted is begun:
            self._wanted = None
            return wanted is not None
        self._begin(wanted)
        return False
