"""Watches how long the window keeps a key or a click waiting: the longest turn of its event loop, act by act."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 1  # milliseconds


@dataclass(slots=True)
class Longest:
    """Milliseconds: on the clock, and those of them in which the processor worked for the window's thread."""

    clock: float = 0.0
    work: float = 0.0


class LongestTurn(QObject):
    """A timer that should tick every millisecond; what comes between two ticks is a turn that kept everything waiting."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest: dict[str, Longest] = {}
        self._act = ""
        self._seen = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def begin(self, act: str) -> None:
        """From now on the turns belong to this act."""
        self._look()
        self._act = act

    def _look(self) -> None:
        clock, work = self._seen
        self._seen = time.perf_counter(), time.thread_time()
        if not self._act:
            return
        so_far = self.longest.setdefault(self._act, Longest())
        so_far.clock = max(so_far.clock, (self._seen[0] - clock) * 1000 - TICK)
        so_far.work = max(so_far.work, (self._seen[1] - work) * 1000)


class Acts(QObject):
    """Does one thing after the other in the running window, with a pause after each as a person makes it."""

    def __init__(self, watch: LongestTurn, done: Callable[[], object]) -> None:
        super().__init__(watch)
        self._watch, self._done = watch, done
        self._waiting: list[tuple[str, Callable[[], object], int]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._next)

    def then(self, act: str, do: Callable[[], object], pause: int = 40) -> None:
        """Do this, and let so many milliseconds pass."""
        self._waiting.append((act, do, pause))

    def start(self) -> None:
        """Begin, once the event loop runs."""
        self._timer.start(0)

    def _next(self) -> None:
        if not self._waiting:
            self._watch.begin("")
            self._done()
            return
        act, do, pause = self._waiting.pop(0)
        self._watch.begin(act)
        do()
        self._timer.start(pause)
