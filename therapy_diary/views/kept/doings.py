"""What can be done with a note from wherever it is shown: star it, put it into the bin, bring it back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from therapy_diary.domain.note import NoteId
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Page

STAR_KEYS = "Ctrl+D"


class NoteDoings(QObject):
    """Does it at once, says so, and offers the way back; trouble is told by failed."""

    failed = Signal(StorageError)

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page

    def star(self, note: NoteId, *, starred: bool) -> bool:
        """Star a note, or take its star away; False when that could not be kept."""
        try:
            with self._page.desk.diary.change():
                self._page.desk.diary.notes.star(note, starred=starred)
        except StorageError as error:
            self.failed.emit(error)
            return False
        self._page.said.emit(self.tr("Starred.") if starred else self.tr("No longer starred."))
        return True

    def bin(self, note: NoteId, take_back: Callable[[], object] | None = None) -> bool:
        """Move a note to the bin, with the way back, bring_back() if no other is given; False when it could not be."""
        try:
            with self._page.desk.diary.change():
                self._page.desk.diary.notes.bin(note, self._page.desk.now())
        except StorageError as error:
            self.failed.emit(error)
            return False
        self._page.can_be_undone.emit(
            self.tr("Note moved to the bin."), take_back or (lambda: self.bring_back(note))
        )
        return True

    def bring_back(self, note: NoteId) -> None:
        """Take a note out of the bin. Raises StorageError."""
        with self._page.desk.diary.change():
            self._page.desk.diary.notes.unbin(note)
        self._page.said.emit(self.tr("The note is back."))
