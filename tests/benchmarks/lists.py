"""What a long list costs beside a short one: its first paint, and a screen of scrolling: lists.py FILE (or table())."""

import json
import os
import statistics
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

from tests.benchmarks import stores

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
SCREENS = 8  # a list of 100 notes has no more
SHORT = 100


def table(size: int, rounds: int) -> list[str]:
    """The lines of a Markdown table; the two lists take turns, and show the same notes first."""
    short, long = stores.newest_of(size, SHORT), stores.diary_of(size)
    found = [(_measure(short), _measure(long)) for _ in range(rounds + 1)][1:]  # the first warms the caches
    lines = [f"| list | ms, {SHORT} notes | ms, {size:,} notes | × |", "|---|--:|--:|--:|"]
    for number, what in enumerate(("page built and painted", "one screen further, painted")):
        ours = [(it[number], floor[number]) for floor, it in found]
        ratio = statistics.median(it / floor for it, floor in ours)
        shorter, longer = (statistics.median(it[place] for it in ours) for place in (1, 0))
        lines.append(f"| {what} | {shorter:.1f} | {longer:.1f} | {ratio:.2f} |")
    return lines


def _measure(file: Path) -> tuple[float, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, __file__, file], env=environment, check=True, stdout=subprocess.PIPE
    )
    first, scrolled = json.loads(done.stdout)
    return first, scrolled


def main(file: str) -> int:
    """In a process of its own: processor milliseconds of the page's first paint, and the median of a screen."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QAbstractScrollArea

    from therapy_diary import app
    from therapy_diary.preferences import Preferences
    from therapy_diary.storage.diary import Diary

    preferences = Preferences.load(Path(file).with_name("settings.ini"))
    preferences.change(page="today")
    application, theme = app.dress(preferences)
    window = app.build_window(Diary.open(Path(file), KEY), datetime.now, theme, preferences)
    window.resize(1280, 832)
    window.show()
    _settle(application)
    began = time.process_time()
    window.show_page("timeline")
    application.processEvents()
    first = time.process_time() - began
    _settle(application)
    shown = window.findChild(QAbstractScrollArea, "list")
    took = []
    for _ in range(SCREENS):
        began = time.process_time()
        QTest.keyClick(shown, Qt.Key.Key_PageDown)
        application.processEvents()
        took.append(time.process_time() - began)
    print(json.dumps([first * 1000, statistics.median(took) * 1000]), flush=True)
    os._exit(0)


def _settle(application: object) -> None:
    """Let what follows the first paint be done."""
    until = time.monotonic() + 0.6
    while time.monotonic() < until:
        application.processEvents()  # type: ignore[attr-defined]
        time.sleep(0.01)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
