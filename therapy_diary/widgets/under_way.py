"""Long work that the window waits for: what is being done, how far it is, and a way to stop it."""

import threading

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

SHOWN_AFTER = 400  # milliseconds: what is done sooner needs no box
LOOK = 100  # milliseconds between two looks at how far it is
LONGEST_STOP = 1.0  # seconds a lock waits for work that was told to stop


class UnderWay(QDialog):
    """Lies over its window and takes every key and click, so that nothing is changed meanwhile. A lock stops the work."""

    lock_wanted = Signal()

    def __init__(self, says: str, most: int, parent: QWidget) -> None:
        """most: how many steps there are; 0 when nobody knows."""
        super().__init__(parent)
        self._done, self._stop, self._ended = 0, threading.Event(), threading.Event()
        self.setWindowTitle(self.tr("Therapy Diary"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.says = QLabel(says, self)
        self.says.setWordWrap(True)
        self.says.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, most)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(says)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.stop.setAccessibleName(self.tr("Stop"))
        self.stop.clicked.connect(self.ask_to_stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(16)
        column.addWidget(self.says)
        column.addWidget(self.bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)
        self.setMinimumWidth(380)
        self._look = QTimer(self)
        self._look.setInterval(LOOK)
        self._look.timeout.connect(lambda: self.bar.setValue(self._done))

    def begin(self) -> None:
        """Keep the window still from now on; be seen a little later."""
        self.setWindowOpacity(0)
        QTimer.singleShot(SHOWN_AFTER, self, lambda: self.setWindowOpacity(1))
        self._look.start()
        self.open()

    def goes_on(self, done: int) -> bool:
        """In the thread: so much is done; whether to go on."""
        self._done = done
        return not self._stop.is_set()

    def has_ended(self) -> None:
        """In the thread: nothing more is done to the diary, and nothing half done is left."""
        self._ended.set()

    def ask_to_stop(self) -> None:
        """Stop at the next step; what was begun is taken back."""
        self._stop.set()
        self.stop.setEnabled(False)

    def done(self, result: int) -> None:
        """Go, the bar where the work came to."""
        self.bar.setValue(self._done)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc asks to stop, and waits for it as the button does; Ctrl+L locks, as everywhere."""
        if event.key() == Qt.Key.Key_Escape:
            self.ask_to_stop()
        elif event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.lock_wanted.emit()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A lock closes every box: let go of the diary first."""
        self.ask_to_stop()
        self._ended.wait(LONGEST_STOP)
        super().closeEvent(event)
