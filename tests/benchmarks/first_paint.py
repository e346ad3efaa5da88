"""Show one window and say when it was painted: first_paint.py KIND STARTED FILE (started by start_up.py).

Prints one line of JSON: the milliseconds since STARTED, and the heavy libraries imported by then.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

KEY = bytes(range(32))
HEAVY = ("cryptography", "jinja2", "keyring", "matplotlib", "numpy", "zxcvbn", "PySide6.QtPrintSupport")


class FirstPaint(QObject):
    """Waits for the first paint of a window, children and all, and then ends the process."""

    def __init__(self, started: float) -> None:
        super().__init__()
        self._started = started

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        milliseconds = (time.monotonic() - self._started) * 1000
        print(
            json.dumps({"ms": milliseconds, "heavy": [it for it in HEAVY if it in sys.modules]}), flush=True
        )
        os._exit(0)


def empty_window(_application: QApplication, _file: Path) -> QMainWindow:
    """The least Qt can show: the floor under every other figure."""
    window = QMainWindow()
    window.resize(1100, 720)
    return window


def diary_window(application: QApplication, file: Path) -> QMainWindow:
    """The main window over an opened diary, put together as therapy_diary.app does it, on the page of today."""
    from therapy_diary.desktop.fonts import load_fonts
    from therapy_diary.desktop.theme import Choice, Theme
    from therapy_diary.preferences import Preferences
    from therapy_diary.storage.diary import Diary
    from therapy_diary.views.main_window import MainWindow

    preferences = Preferences.load(file.with_name("settings.ini"))
    load_fonts()
    theme = Theme(Choice.LIGHT)
    theme.apply(application)
    return MainWindow(Diary.open(file, KEY), now=datetime.now, theme=theme, preferences=preferences)


WINDOWS: dict[str, Callable[[QApplication, Path], QMainWindow]] = {
    "empty": empty_window,
    "diary": diary_window,
}


def main(kind: str, started: str, file: str) -> int:
    application = QApplication([])
    window = WINDOWS[kind](application, Path(file))
    watcher = FirstPaint(float(started))
    window.installEventFilter(watcher)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
