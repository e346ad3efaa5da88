"""The calm word after an unforeseen error."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox


class MishapWord(QObject):
    """Shows one box at a time, in the way of nothing: the diary can be used, locked and closed beside it."""

    happened = Signal()
    """An error was written down; may be emitted in any thread."""

    def __init__(self, log: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._log = log
        self._box: QMessageBox | None = None
        self.happened.connect(self._say, Qt.ConnectionType.QueuedConnection)

    def _say(self) -> None:
        if self._box is not None and self._box.isVisible():
            return
        box = self._box = QMessageBox(QApplication.activeWindow())
        box.setWindowTitle(self.tr("Therapy Diary"))
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(self.tr("Something went wrong inside the program."))
        box.setInformativeText(
            self.tr(
                "What was saved is safe, and you can go on. If it happens again, close the diary and open it anew."
                "\n\nThe place of the error, and no word of yours, is written down in:\n{folder}"
            ).format(folder=self._log)
        )
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.setWindowModality(Qt.WindowModality.NonModal)
        box.show()
