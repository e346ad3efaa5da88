"""Watches how long the window keeps a key or a click waiting: the longest turn of its event loop, act by act."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

TICK = 1  # milliseconds


def stood_in_line(place: str = "/proc/thread-self/schedstat") -> float:
    """Seconds in which a thread could have run and other programs had the cores; of a folder of threads, all of them.

    To take away what is not ours on a busy computer. 0 where the system does not count it.
    """
    path = Path(place)
    try:
        if path.is_dir():
            return sum(stood_in_line(str(it / "schedstat")) for it in path.iterdir())
        return int(path.read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, ValueError, IndexError):
        return 0.0


@dataclass(slots=True)
class Longest:
    """Milliseconds: on the clock without the time in which other programs had the cores, and those of the processor."""

    clock: float = 0.0
    work: float = 0.0


class LongestTurn(QObject):
    """A timer that should tick every millisecond; what comes between two ticks is a turn that kept everything waiting."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.longest: dict[str, Longest] = {}
        self._act = ""
        self._seen = self._clocks()
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
        self._seen = self._clocks()
        if not self._act:
            return
        so_far = self.longest.setdefault(self._act, Longest())
        so_far.clock = max(so_far.clock, (self._seen[0] - clock) * 1000 - TICK)
        so_far.work = max(so_far.work, (self._seen[1] - work) * 1000)

    @staticmethod
    def _clocks() -> tuple[float, float]:
        return time.perf_counter() - stood_in_line(), time.thread_time()


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
