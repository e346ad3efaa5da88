"""The curtain over the window while the diary must lock and what is half typed cannot be written yet."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError

if TYPE_CHECKING:
    from therapy_diary.views.safe import Safe
    from therapy_diary.views.window.curtain import Curtain

LOCK_AGAIN = 2_000  # milliseconds until a lock that had to wait is tried again


class Covering(QObject):
    """Takes what the window shows out of it, and holds on to it until it can be written or somebody may see it."""

    lock_again = Signal()
    uncovered = Signal()

    def __init__(self, window: QMainWindow, diary: Diary, safe: "Safe | None") -> None:
        super().__init__(window)
        self._window, self._diary, self._safe = window, diary, safe
        self._curtain: Curtain | None = None
        self.behind: QWidget | None = None
        """What is covered."""
        self._again = QTimer(self)
        self._again.setInterval(LOCK_AGAIN)
        self._again.timeout.connect(self.lock_again)

    @property
    def is_on(self) -> bool:
        """Whether the window is covered."""
        return self._curtain is not None

    def cover(self, error: StorageError) -> None:
        """Show nothing of the diary but why it cannot lock, and ask again and again whether it can."""
        from therapy_diary.vault.sentences import CONTEXT, sentence_for

        if self._curtain is None:
            self._curtain = self._draw()
        self._curtain.say_why(sentence_for(error, lambda text: QApplication.translate(CONTEXT, text)))

    def uncover(self) -> None:
        """Take the curtain away, for somebody who has shown that the diary is theirs."""
        if self.behind is None:
            return
        behind, self.behind, self._curtain = self.behind, None, None
        self._again.stop()
        self._window.setCentralWidget(behind)
        behind.show()
        self._window.menuBar().setEnabled(True)
        self._window.menuBar().show()
        self.uncovered.emit()

    def stop(self) -> None:
        """Ask no more."""
        self._again.stop()

    def _draw(self) -> "Curtain":
        from therapy_diary.views.window.curtain import Curtain

        window, safe, key = self._window, self._safe, self._diary.key
        asks = safe is not None and not safe.opens_by_itself()
        proof = (lambda typed: safe.is_opened_by(typed, key)) if safe is not None and asks else None
        # outside of the window, for what is inside it can be read by other programs; but gone with it
        behind = self.behind = window.takeCentralWidget()
        if behind is not None:
            window.destroyed.connect(behind.deleteLater)
        curtain = Curtain(proof, None if safe is None else safe.background)
        curtain.lifted.connect(self.uncover)
        window.menuBar().setEnabled(False)
        window.menuBar().hide()
        window.setCentralWidget(curtain)
        self._again.start()
        return curtain
