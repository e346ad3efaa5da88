"""Starts programs under an X server and says when each could be used: watch_window.py ROUNDS (started by peers.py).

Runs by the system's own Python, for python3-xlib. On standard input a JSON object: name -> {"command", "environment"}; on
standard output name -> a list of {"usable", "idle", "work", "memory"}: the seconds until its window had been painted for the
last time and until its processor rested (or null), the seconds a processor had worked for it at that last paint, and its MiB.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from Xlib import X, display
from Xlib.error import XError
from Xlib.ext import damage

QUIET = 1.5  # seconds without a large repaint and without work
WORKING = 0.05  # of a processor; a cursor that blinks needs less
PATIENCE = 180.0
LARGE = 0.04  # of the window
LEAST = (300, 200)  # smaller windows are splash screens and the like
NOT_FOR_PROGRAMS = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED")
"""With these a program in Python would be translated anew at every start."""
TICKS = os.sysconf("SC_CLK_TCK")


def processes(session: int) -> dict[int, float]:
    """The processes that descend from one, and the seconds a processor worked for each."""
    found = {}
    for place in Path("/proc").iterdir():
        if place.name.isdigit():
            with suppress(OSError):  # it has just ended
                said = _said_of(place)
                if int(said[3]) == session and said[0] != "Z":
                    found[int(place.name)] = (int(said[11]) + int(said[12])) / TICKS
    return found


def has_work(process: int) -> bool:
    """Whether a thread of it works or waits for a processor or the disk: on a busy machine it may not get far."""
    with suppress(OSError):
        return any(_said_of(it)[0] in "RD" for it in Path(f"/proc/{process}/task").iterdir())
    return False


def _said_of(place: Path) -> list[str]:
    return (place / "stat").read_text().rsplit(")", 1)[1].split()


def memory_of(process: int) -> float:
    """MiB of one process, shared pages divided among those that share them."""
    with suppress(OSError):
        return int(Path(f"/proc/{process}/smaps_rollup").read_text().split("\nPss:")[1].split()[0]) / 1024
    return 0.0


class Screen:
    """The windows that the window manager knows, and what is painted in one of them."""

    def __init__(self) -> None:
        self.display = display.Display()
        self.root = self.display.screen().root
        self.known_list = self.display.intern_atom("_NET_CLIENT_LIST")
        self.root.change_attributes(event_mask=X.PropertyChangeMask | X.SubstructureNotifyMask)
        self.display.damage_query_version()
        self.before = self._windows()
        self.display.sync()
        self.area = 0

    def _windows(self) -> set[int]:
        said = self.root.get_full_property(self.known_list, X.AnyPropertyType)
        return set(said.value) if said else set()

    def find(self) -> bool:
        """Whether a large enough window has come into view; from then on it is watched."""
        for number in self._windows() - self.before:
            window = self.display.create_resource_object("window", number)
            with suppress(XError):  # it is gone again
                is_seen = window.get_attributes().map_state == X.IsViewable
                size = window.get_geometry()
                if is_seen and size.width >= LEAST[0] and size.height >= LEAST[1]:
                    self.area = size.width * size.height
                    window.damage_create(damage.DamageReportRawRectangles)
                    self.display.sync()
                    return True
        return False

    def was_painted(self) -> bool:
        """Whether a large part of the window was painted since the last look."""
        painted = False
        while self.display.pending_events():
            event = self.display.next_event()
            if event.type == self.display.extension_event.DamageNotify:
                painted |= event.area.width * event.area.height >= LARGE * self.area
        return painted

    def wait(self, seconds: float) -> None:
        """Until something happens on the screen, and no longer than so many seconds."""
        select.select([self.display.fileno()], [], [], seconds)

    def close(self) -> None:
        """See no more."""
        self.display.close()


def watch(command: list[str], environment: dict[str, str]) -> dict[str, float | None]:
    """Start one program, wait until it rests, and end it."""
    screen = Screen()
    begun = time.monotonic()
    around = {name: value for name, value in os.environ.items() if name not in NOT_FOR_PROGRAMS}
    started = subprocess.Popen(
        command,
        env={**around, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    mapped: float | None = None
    painted, busy, by_then = 0.0, None, 0.0
    alive, looked, worked = dict[int, float](), 0.0, 0.0
    try:
        while (now := time.monotonic() - begun) < PATIENCE:
            if now - looked > 0.15:
                alive = processes(started.pid)
                work = sum(alive.values())
                if (work - worked) / (now - looked) > WORKING or any(map(has_work, alive)):
                    busy = now
                looked, worked = now, work
            if mapped is None:
                if screen.find():
                    mapped = painted = time.monotonic() - begun
                    by_then = sum(processes(started.pid).values())
            elif screen.was_painted():
                painted = time.monotonic() - begun
                by_then = sum(processes(started.pid).values())
            elif now - max(painted, busy or 0.0) > QUIET:
                break
            screen.wait(0.005 if mapped is None else 0.05)
        return {
            "usable": painted,
            "idle": busy,
            "work": by_then,
            "memory": sum(map(memory_of, alive)),
        }
    finally:
        end(started)
        screen.close()


def end(started: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for process in processes(started.pid):
            with suppress(ProcessLookupError):
                os.kill(process, sign)
        until = time.monotonic() + 3
        while processes(started.pid) and time.monotonic() < until:
            started.poll()
            time.sleep(0.05)
    started.wait()


def main(rounds: int) -> int:
    jobs = json.load(sys.stdin)
    manager = subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    found = {name: [] for name in jobs}
    try:
        for number in range(rounds + 1):
            for name, job in jobs.items():
                seen = watch(job["command"], job["environment"])
                if number:  # the first round fills caches and writes what a first start writes
                    found[name].append(seen)
                print(f"{name}: {seen}", file=sys.stderr, flush=True)
    finally:
        manager.terminate()
    json.dump(found, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
