"""The backups the program makes by itself: an hour apart at the least, once something changed, beside the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from therapy_diary.storage.errors import DiaryDamaged, WrongKeyOrDamaged
from therapy_diary.views.page import Desk
from therapy_diary.views.room import KNOWN, in_words
from therapy_diary.views.safe import Safe

if TYPE_CHECKING:  # at run time it comes with the first backup: 8 ms that the window need not wait for
    from therapy_diary.desktop.background import Task
    from therapy_diary.vault.backup import Turn

PAUSE = (
    20_000  # milliseconds after a change or the start, so that the backup holds more than its first second
)
TRY_AGAIN = 600_000  # after one that failed


class SteadyBackup(QObject):
    """Watches the diary; a backup half made when the window closes is cut short and tidied at the next start."""

    said = Signal(str)
    """In one sentence, how it went."""
    holds_less = Signal()
    """The new one holds much less than the one before."""
    damaged = Signal()
    """The diary could not be copied because it is damaged."""

    def __init__(self, desk: Desk, safe: Safe, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._safe, self._stopped = desk, safe, False
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.make_if_due)
        self._timer.start(PAUSE)  # for what was written last before the program was closed
        desk.changed.connect(self._changed)

    @property
    def waits(self) -> bool:
        """Whether it will soon be seen whether a backup is due."""
        return self._timer.isActive()

    def stop(self) -> None:
        """The diary is about to be closed: begin no backup any more."""
        self._timer.stop()
        self._stopped = True
        if self._task is not None:
            self._task.cancel()

    def make_if_due(self) -> None:
        """Make one now if something changed since the newest, and that is an hour old."""
        folder, diary, now = self._safe.folder, self._desk.diary, self._desk.now()
        file, key = diary.file, diary.key

        def work() -> "Turn":
            from therapy_diary.vault.backup import backup_if_due

            return backup_if_due(folder, file, key, now)

        self._timer.stop()
        self._task = self._safe.background.run(work, self._looked, self._failed)

    def _changed(self) -> None:
        if not self._timer.isActive() and not self._stopped:
            self._timer.start(PAUSE)

    def _looked(self, turn: "Turn") -> None:
        from therapy_diary.vault.backup import fewer

        if turn.wait is not None:
            self._timer.start(round(turn.wait.total_seconds() * 1000))
        if turn.made is None:
            return
        self.said.emit(self.tr("Backed up on this computer."))
        new, then = turn.made.summary, None if turn.before is None else turn.before.summary
        if new is not None and then is not None and fewer(new, then):
            self.holds_less.emit()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KNOWN):
            raise error  # a bug of ours: mishap takes it
        if isinstance(error, (DiaryDamaged, WrongKeyOrDamaged)):
            self.damaged.emit()
            return
        self.said.emit(self.tr("The backup was not made. {why}").format(why=in_words(error)))
        self._timer.start(TRY_AGAIN)
