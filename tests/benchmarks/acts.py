"""Drives the real window through a few minutes of use: acts.py WHAT FILE (started by stalls.py).

Prints one line of JSON: for each act the longest turn of the event loop in milliseconds, on the clock and of the
processor, and the most memory the process had, in MiB.
"""

import json
import os
import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from tests.benchmarks.longest_turn import Acts, LongestTurn
from therapy_diary import app
from therapy_diary.__main__ import begin_quickly
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.window.page_stack import PAGES

KEY = bytes(range(32))
WORDS = "It was quiet today, and I said more than I had meant to say. "
SETTLE = 1_500  # milliseconds after the first paint, before anything is measured
DRAFT = 2_500  # milliseconds in which what was typed gets into the file


def type_words(acts: Acts, act: str, field: Callable[[], QWidget], words: str = WORDS) -> None:
    """Key by key, eight a second and more; then wait for the draft."""
    acts.then(act, lambda: field().setFocus())
    for letter in words:
        acts.then(act, lambda letter=letter: QTest.keyClicks(field(), letter), 60)
    acts.then(act, lambda: None, DRAFT)


def switch_pages(acts: Acts, window: MainWindow) -> None:
    """Every page, once to be built and once more."""
    for round_ in ("a page for the first time", "a page again"):
        for name in PAGES:
            acts.then(f"{round_}: {name}", lambda name=name: window.show_page(name), 250)


def scroll(acts: Acts, window: MainWindow) -> None:
    """A hundred screens of the timeline."""
    acts.then("scrolling", lambda: window.show_page("timeline"), 300)
    for _ in range(100):
        acts.then("scrolling", lambda: _press(_timeline(window), Qt.Key.Key_PageDown), 30)


def search(acts: Acts, window: MainWindow) -> None:
    """Letter by letter: a word that is everywhere, one that is rare, and two."""
    acts.then("searching", lambda: window.show_subject("timeline", "search"), 300)
    for words in ("the", "zweitausend", "day week"):
        for letter in words:
            acts.then("searching", lambda letter=letter: QTest.keyClicks(_focus(window), letter), 60)
        acts.then("searching", lambda: None, 800)
        acts.then("searching", lambda: _press(_focus(window), Qt.Key.Key_Escape), 400)


def write(acts: Acts, window: MainWindow) -> None:
    """A note, with its draft, then the page left, which makes it a note."""
    acts.then("a note begun", lambda: window.show_subject("session_note", None), 300)
    type_words(acts, "typing a note", lambda: window.page.form.text)  # type: ignore[union-attr]


def write_on_a_slow_disk(acts: Acts, window: MainWindow) -> None:
    """Everywhere one types on and on."""
    write(acts, window)
    type_words(acts, "typing a title", lambda: window.page.form.title)  # type: ignore[union-attr]
    acts.then("", lambda: window.show_subject("before_session", "add"), 3_000)
    type_words(acts, "typing what to bring", lambda: window.page.bring.wording)  # type: ignore[union-attr]
    acts.then("", lambda: window.show_page("goals"), 3_000)


def write_much(acts: Acts, window: MainWindow) -> None:
    """A note of one million characters: opened, then typed into at its end."""
    long = (WORDS * 8 + "\n\n") * (1_000_000 // (len(WORDS) * 8 + 2))

    def open_it() -> None:
        diary = window.desk.diary
        therapy = diary.therapies.current()
        if therapy is None:
            raise RuntimeError("the measured diary has no therapy")
        with diary.change():
            written = diary.notes.write(therapy.id, long, datetime(2026, 3, 4, 12, 0))
        acts_open.append(written)

    acts_open: list[object] = []
    acts.then("", open_it, 500)
    acts.then("opening a note of 1 MB", lambda: window.show_subject("session_note", acts_open[0]), 3_000)
    type_words(acts, "typing into a note of 1 MB", lambda: window.page.form.text)  # type: ignore[union-attr]


def look_only(acts: Acts, window: MainWindow) -> None:
    """The timeline, as it opens."""
    acts.then("", lambda: window.show_page("timeline"), 1_000)


def use(acts: Acts, window: MainWindow) -> None:
    write(acts, window)
    scroll(acts, window)
    search(acts, window)
    switch_pages(acts, window)


WHAT = {"use": use, "slow": write_on_a_slow_disk, "long": write_much, "look": look_only}


def _timeline(window: MainWindow) -> QWidget:
    return window.findChild(QAbstractScrollArea, "list")


def _focus(window: MainWindow) -> QWidget:
    return QApplication.focusWidget() or window


def _press(widget: QWidget, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)


def most_memory() -> float:
    """MiB at the worst moment."""
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
    return int(found[1]) / 1024 if found else 0.0


def main(what: str, file: str) -> int:
    begin_quickly()  # as the program does
    preferences = Preferences.load(Path(file).with_name("settings.ini"))
    preferences.change(page="timeline")
    application, theme = app.dress(preferences)
    diary = Diary.open(Path(file), KEY)
    window = app.build_window(diary, datetime.now, theme, preferences)
    window.idle.set_minutes(0)
    watch = LongestTurn(window)

    def tell() -> None:
        turns = {act: (it.clock, it.work) for act, it in watch.longest.items() if act}
        print(json.dumps({"turns": turns, "memory": most_memory()}), flush=True)
        os._exit(0)

    acts = Acts(watch, tell)
    WHAT[what](acts, window)
    window.resize(1280, 832)
    window.show()
    window.activateWindow()
    QTimer.singleShot(SETTLE, acts.start)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
