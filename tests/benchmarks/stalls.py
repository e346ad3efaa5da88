"""How long the window keeps a key or a click waiting with 100,000 notes, on a usual disk and on a slow one."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import stores

CHILD = Path(__file__).with_name("acts.py")
SHIM = Path(__file__).with_name("slow_disk.c")
ROOT = Path(__file__).parents[2]
SLOW = 200
"""Milliseconds that the slow disk takes longer for each wait."""
Turns = dict[str, tuple[float, float]]


def drive(what: str, file: Path, *, slow_by: int = 0, shim: Path | None = None) -> tuple[Turns, float]:
    """One process doing these acts: the longest turn of each, on the clock and of the processor, and its memory in MiB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if shim is not None:
        environment |= {"LD_PRELOAD": str(shim), "SLOW_DISK_MS": str(slow_by)}
    done = subprocess.run(
        [sys.executable, CHILD, what, file], env=environment, check=True, stdout=subprocess.PIPE
    )
    answer = json.loads(done.stdout.splitlines()[-1])
    return {act: (float(clock), float(work)) for act, (clock, work) in answer["turns"].items()}, float(
        answer["memory"]
    )


def slow_disk(folder: Path) -> Path | None:
    """The library that makes the disk slow; None where there is no compiler for it."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        return None
    built = folder / "slow_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", built, SHIM, "-ldl"], check=True)
    return built


def turns(size: int, rounds: int) -> list[str]:
    """The lines of a Markdown table: each act's longest turn, the least of so many runs.

    The least, because other programs can only make a turn longer; the clock stands while they have the cores.
    """
    measured: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory() as place:
        shim = slow_disk(Path(place))
        for what, slow in (("use", 0), ("long", 0), *([("slow", SLOW)] if shim else [])):
            for _ in range(rounds):
                file = stores.scratch(stores.diary_of(size))
                found, _memory = drive(what, file, slow_by=slow, shim=shim if slow else None)
                for act, turn in found.items():
                    name = f"{act}, each fsync {SLOW} ms slower" if slow else act
                    measured.setdefault(name, []).append(turn)
    lines = [
        f"| longest turn of the event loop, {size:,} notes | ms on the clock | ms of the processor |",
        "|---|--:|--:|",
    ]
    for act, runs in measured.items():
        clock, work = min(it[0] for it in runs), min(it[1] for it in runs)
        lines.append(f"| {act} | {clock:.0f} | {work:.0f} |")
    return lines


def memory(size: int, rounds: int) -> list[str]:
    """The lines of a Markdown table: the most memory of the window over so many notes and over none, in turns."""
    full, empty = stores.diary_of(size), stores.diary_of(0)
    pairs = [(drive("look", full)[1], drive("look", empty)[1]) for _ in range(rounds)]
    used = [(drive("use", stores.scratch(full))[1], drive("use", stores.scratch(empty))[1])]
    lines = ["| most memory | MiB | × the same with an empty diary |", "|---|--:|--:|"]
    for what, found in ((f"timeline, {size:,} notes", pairs), ("and after some minutes of use", used)):
        ratio = statistics.median(it / floor for it, floor in found)
        lines.append(f"| {what} | {statistics.median(it for it, _ in found):.0f} | {ratio:.2f} |")
    return lines
