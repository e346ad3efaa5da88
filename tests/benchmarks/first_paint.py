"""Show one window and say when it was painted: first_paint.py KIND STARTED FILE (started by start_up.py).

Prints one line of JSON: the milliseconds since STARTED, those of them a processor worked for it, and the heavy
libraries imported by then.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # at run time each kind of window imports what it needs, as the program does
    from PySide6.QtWidgets import QWidget

KEY = bytes(range(32))
HEAVY = ("cryptography", "jinja2", "keyring", "matplotlib", "numpy", "zxcvbn", "PySide6.QtPrintSupport")


def tell_at_first_paint(window: "QWidget", started: float) -> None:
    """End the process as soon as the window has been painted, children and all."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    def tell() -> None:
        milliseconds = (time.monotonic() - started) * 1000
        heavy = [it for it in HEAVY if it in sys.modules]
        work = time.process_time() * 1000
        print(json.dumps({"ms": milliseconds, "work": work, "heavy": heavy}), flush=True)
        os._exit(0)

    class FirstPaint(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, tell)
            return False

    window.installEventFilter(FirstPaint(window))


def empty_window(_file: Path, _page: str) -> "QWidget":
    """The least Qt can show: the floor under every other figure."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    QApplication([])
    window = QMainWindow()
    window.resize(1100, 720)
    return window


def diary_window(file: Path, page: str) -> "QWidget":
    """The main window over an opened diary, put together as the program does it, on one page."""
    from datetime import datetime

    from therapy_diary import app
    from therapy_diary.preferences import Preferences
    from therapy_diary.storage.diary import Diary

    preferences = Preferences.load(file.with_name("settings.ini"))
    preferences.change(page=page)
    _, theme = app.dress(preferences)
    return app.build_window(Diary.open(file, KEY), datetime.now, theme, preferences)


def lock_page(file: Path, _page: str) -> "QWidget":
    """The page that asks for the passphrase: the first thing the program itself shows."""
    from datetime import datetime

    from therapy_diary import app
    from therapy_diary.preferences import Preferences
    from therapy_diary.program import Program
    from therapy_diary.vault.folder import DiaryFolder

    folder = DiaryFolder(file.parent)
    preferences = Preferences.load(folder.settings)
    application, theme = app.dress(preferences)
    program = Program(folder, application, theme, preferences, datetime.now)
    program.is_the_only_one(has_diary=True)
    program.unlock()
    assert program.window is not None
    return program.window


def run_program(folder: Path, started: float, *, first_window: bool) -> int:
    """The whole program, from its command line on, over a diary that opens by the keyring."""
    from therapy_diary import cli, program
    from therapy_diary.preferences import Preferences

    class Watched(program.Program):
        def _show(self, window: "QWidget") -> None:
            if first_window or type(window).__name__ == "MainWindow":
                tell_at_first_paint(window, started)
            super()._show(window)

    program.Program = Watched  # type: ignore[misc]
    Preferences.load(folder / "settings.ini").change(page="timeline")
    return cli.main(["--diary", str(folder)])


WINDOWS: dict[str, Callable[[Path, str], "QWidget"]] = {
    "empty": empty_window,
    "lock": lock_page,
    "today": diary_window,
    "timeline": diary_window,
}


def main(kind: str, started: str, file: str) -> int:
    if kind != "empty":
        from therapy_diary.__main__ import begin_quickly

        begin_quickly()
    if kind in ("keyring", "shell"):
        return run_program(Path(file), float(started), first_window=kind == "shell")
    window = WINDOWS[kind](Path(file), kind)
    tell_at_first_paint(window, float(started))
    window.show()
    from PySide6.QtWidgets import QApplication

    return QApplication.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
