"""The backup the program makes by itself: after the first change of a day, beside the window."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from therapy_diary.storage.errors import DiaryDamaged, WrongKeyOrDamaged
from therapy_diary.views.page import Desk
from therapy_diary.views.room import KNOWN, in_words
from therapy_diary.views.safe import Safe

if TYPE_CHECKING:  # at run time it comes with the first backup: 8 ms that the window need not wait for
    from therapy_diary.vault.backup import Backup

PAUSE = 20_000  # milliseconds after the change, so that the backup holds more than its first second
TRY_AGAIN = 600_000  # after one that failed


class DailyBackup(QObject):
    """Watches the diary; a backup half made when the window closes is cut short and tidied at the next start."""

    said = Signal(str)
    """In one sentence, how it went."""
    holds_less = Signal()
    """The new one holds much less than the one before."""
    damaged = Signal()
    """The diary could not be copied because it is damaged."""

    def __init__(self, desk: Desk, safe: Safe, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._safe = desk, safe
        self._done_on: date | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.make_if_due)
        desk.changed.connect(self._changed)

    @property
    def waits(self) -> bool:
        """Whether a backup is about to be made."""
        return self._timer.isActive()

    def make_if_due(self) -> None:
        """Make one now if today has none yet."""
        folder, diary, now = self._safe.folder, self._desk.diary, self._desk.now()
        if self._done_on == now.date():
            return
        file, key = diary.file, diary.key

        def work() -> "tuple[Backup, Backup | None] | None":
            from therapy_diary.vault.backup import backups, make_backup

            newest = next((it for it in backups(folder, key) if it.verified and it.summary), None)
            if newest is not None and newest.made.date() == now.date():
                return None
            return make_backup(folder, file, key, now), newest

        self._done_on = now.date()
        self._timer.stop()
        self._safe.background.run(work, self._made, self._failed)

    def _changed(self) -> None:
        if self._done_on != self._desk.now().date() and not self._timer.isActive():
            self._timer.start(PAUSE)

    def _made(self, made: "tuple[Backup, Backup | None] | None") -> None:
        from therapy_diary.vault.backup import fewer

        if made is None:
            return
        self.said.emit(self.tr("Backed up on this computer."))
        new, before = made
        then = None if before is None else before.summary
        if new.summary is not None and then is not None and fewer(new.summary, then):
            self.holds_less.emit()

    def _failed(self, error: Exception) -> None:
        self._done_on = None
        if not isinstance(error, KNOWN):
            raise error  # a bug of ours: mishap takes it
        if isinstance(error, (DiaryDamaged, WrongKeyOrDamaged)):
            self.damaged.emit()
            return
        self.said.emit(self.tr("Today's backup was not made. {why}").format(why=in_words(error)))
        self._timer.start(TRY_AGAIN)
