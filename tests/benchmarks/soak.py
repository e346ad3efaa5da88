"""A long day at the real window in one process: thousands of saves, searches and page switches, and what has grown then.

Typed with keys into the window as the program builds it, over an encrypted diary. Before the first look every page has
been in view, everything has been searched for, and some notes are there: what comes only once has come.
"""

import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass, fields
from datetime import datetime, timedelta
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.benchmarks import corpus
from therapy_diary import app
from therapy_diary.desktop.in_turns import InTurns
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.window.page_stack import PAGES

KEY = bytes(range(32))
BEGUN = datetime(2026, 3, 4, 12)
NEW_NOTE_EACH = 10  # saves; those between write the same note anew
SETTLED_EACH = 50  # saves: a quiet moment
TOLD_EACH = 250  # saves, to whoever waits for the end
WARM_SAVES = 2 * NEW_NOTE_EACH
FOUND_AFTER = 30  # milliseconds for what is looked for beside the window
ASKED = ("mother", "anx", '"good night"', "sleep -work", corpus.HEBREW, corpus.TWO_SIGNS, "tag:calm", "NEAR(")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """How often each is done."""

    saves: int
    searches: int
    switches: int


FULL = Amount(saves=5000, searches=500, switches=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a process holds at one moment."""

    memory: float
    """MiB that are in memory."""
    handles: int
    threads: int
    widgets: int
    objects: int
    """Of Python."""

    @classmethod
    def now(cls, window: QObject) -> "Look":
        """See after everything that can go has gone."""
        QApplication.sendPostedEvents(None, 0)
        QApplication.processEvents()
        gc.collect()
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return cls(
            memory=pages * os.sysconf("SC_PAGE_SIZE") / 2**20,
            handles=len(os.listdir("/proc/self/fd")),  # noqa: PTH208 - a number, not the paths
            threads=len(os.listdir("/proc/self/task")),  # noqa: PTH208
            widgets=len(window.findChildren(QObject)),
            objects=len(gc.get_objects()),
        )


class Clock:
    """Seconds that pass when somebody says so: for the moments of notes, and for what waits for quiet."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds

    def now(self) -> datetime:
        """The wall time, a minute later each time."""
        self.seconds += 60
        return BEGUN + timedelta(seconds=self.seconds)


class Day:
    """One window that is worked in from morning to night."""

    def __init__(self, folder: Path) -> None:
        preferences = Preferences.load(folder / "settings.ini")
        self.application, theme = app.dress(preferences)
        self.diary, self.clock = Diary.create(folder / "diary.db", KEY), Clock()
        with self.diary.change():
            self.diary.therapies.begin(label="Therapy", started_on=BEGUN.date())
        self.window = MainWindow(
            self.diary, now=self.clock.now, theme=theme, preferences=preferences, idle_clock=self.clock
        )
        self.window.idle.set_minutes(0)  # minutes pass quickly here, and it would lock
        self.window.show()
        self.window.activateWindow()
        self._words = cycle(word for it in corpus.entries(200) for word in it.text.split() if word.isascii())

    def live(self, amount: Amount) -> tuple[Look, Look]:
        """Do it all in turns; what the process held before, once everything had been seen, and after."""
        self._do(Amount(saves=WARM_SAVES, searches=len(ASKED), switches=len(PAGES)))
        first = Look.now(self.window)
        self._do(amount)
        return first, Look.now(self.window)

    def _do(self, amount: Amount) -> None:
        doings = (
            (amount.saves, self._save),
            (amount.searches, self._search),
            (amount.switches, self._switch),
        )
        steps = max(count for count, _ in doings)
        for step in range(steps):
            for count, do in doings:
                for number in range(step * count // steps, (step + 1) * count // steps):
                    do(number)
                    QApplication.processEvents()
            if step % TOLD_EACH == TOLD_EACH - 1:
                print(f"{step + 1} of {steps}", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Close the window, as the person does."""
        self.window.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.diary.close()

    def _save(self, number: int) -> None:
        if number % NEW_NOTE_EACH == 0:
            self.window.show_subject("session_note", None)
        elif self.window.page is None or self.window.page.name != "session_note":
            self.window.show_page("session_note")
        page = self.window.page
        assert isinstance(page, SessionNotePage)
        page.form.text.setFocus()
        self._type(page.form.text, " ".join(islice(self._words, 2)) + " ")
        QTest.keyClick(page.form.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        if number % SETTLED_EACH == SETTLED_EACH - 1:
            while self.diary.notes.unsettled() is not None:
                self.clock.seconds += 60
                self.window.settling.look()

    def _search(self, number: int) -> None:
        self.window.show_subject("timeline", "search")
        field = QApplication.focusWidget()
        assert field is not None
        self._type(field, ASKED[number % len(ASKED)])
        QTest.qWait(FOUND_AFTER)

    def _switch(self, number: int) -> None:
        self.window.show_page(list(PAGES)[number % len(PAGES)])
        while not InTurns.all_whole(self.window):  # as a person waits who has come to read it
            QApplication.processEvents()

    def _type(self, field: QWidget, words: str) -> None:
        """Key by key; what no key of this keyboard gives comes from the input method."""
        if words.isascii():
            QTest.keyClicks(field, words)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(words)
        QApplication.sendEvent(field, composed)


def table() -> list[str]:
    """The lines of a Markdown table, from a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, __file__, *map(str, asdict(FULL).values())]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    first, last, clock, worked = json.loads(done.stdout)
    told = f"{FULL.saves:,} saves, {FULL.searches} searches and {FULL.switches} page switches, typed into one window"
    lines = [
        f"{told}: {worked / 60:.0f} minutes of the processor, {clock / 60:.0f} by the clock.",
        "",
        "| | at first | at the end | growth |",
        "|---|--:|--:|--:|",
    ]
    for it in fields(Look):
        before, after = first[it.name], last[it.name]
        lines.append(f"| {it.name} | {before:.0f} | {after:.0f} | {(after / before - 1) * 100:+.1f} % |")
    return lines


def main(saves: int, searches: int, switches: int) -> int:
    """Live a day and print what the process held."""
    with tempfile.TemporaryDirectory() as place:
        began = time.monotonic()
        day = Day(Path(place))
        looks = day.live(Amount(saves=saves, searches=searches, switches=switches))
        day.end()
    print(json.dumps([*(asdict(it) for it in looks), time.monotonic() - began, time.process_time()]))
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
