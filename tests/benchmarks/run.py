"""Measures, prints the tables, and keeps them beside this file with the date and the versions.

python packaging/dev.py bench                everything; the first time it takes ten minutes more to write the diaries
python packaging/dev.py bench start [ROUNDS] only how long a start takes
python packaging/dev.py bench store          only searching and saving
python packaging/dev.py bench growth         only how the costs grow with the diary
python packaging/dev.py bench bring          only bringing another diary along
python packaging/dev.py bench peers [ROUNDS] only other diaries beside ours; needs their packages and an X server
python packaging/dev.py bench soak           only whether a long day at the window leaves anything behind
python packaging/dev.py bench charts [ROUNDS] | lists [ROUNDS] | turns [ROUNDS] | memory [ROUNDS]
... --keep                                   and put what was measured into tests/benchmarks/RESULTS.md
"""

import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # run by its path, it must find the package of tests

from tests.benchmarks import bringing, charts, growth, lists, peers, soak, stalls, start_up, storing

RESULTS = Path(__file__).with_name("RESULTS.md")
SIZES = [1_000, 10_000, 100_000]
ROUNDS = 15
MOST_ROUNDS = 5  # of the other diaries: each takes a minute


def start(rounds: int) -> list[str]:
    lines = start_up.table(SIZES, "offscreen", rounds)
    screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "--auto-servernum"]
    if not screen or shutil.which(screen[0]):
        command = [*screen, sys.executable, __file__, "xcb", str(rounds)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        lines += ["", *done.stdout.splitlines()]
    return lines


def circumstances() -> str:
    """When, where and with what it was measured: each table has its own."""
    from sqlcipher3 import dbapi2 as sqlcipher

    return (
        f"{datetime.now():%Y-%m-%d}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, Python {platform.python_version()},"
        f" PySide6 {version('PySide6-Essentials')}, sqlcipher3 {version('sqlcipher3')} (SQLite {sqlcipher.sqlite_version}),"
        f" plain SQLite {sqlite3.sqlite_version}."
    )


def keep(fresh: dict[str, str]) -> None:
    """Put tables in the place of the ones of the same heading; the others stay."""
    kept = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Measured\n"
    first, *rest = kept.split("\n## ")
    parts = {it.partition("\n")[0]: it.partition("\n")[2].strip() for it in rest} | fresh
    text = "".join(f"\n\n## {heading}\n\n{part}" for heading, part in parts.items())
    RESULTS.write_text(f"{first.strip()}{text}\n", encoding="utf-8")


def main(arguments: list[str]) -> int:
    words = [it for it in arguments if it != "--keep"]
    what, rounds = words[0] if words else "all", int(words[1]) if words[1:] else ROUNDS
    if what == "xcb":
        print("\n".join(start_up.table(SIZES, "xcb", rounds)))
        return 0
    known: dict[str, tuple[str, Callable[[], list[str]]]] = {
        "start": ("Start", lambda: start(rounds)),
        "store": ("Searching and saving", lambda: storing.table(SIZES)),
        "growth": ("As the diary grows", lambda: growth.table(SIZES)),
        "peers": ("Other diaries", lambda: peers.table(min(rounds, MOST_ROUNDS))),
        "soak": ("A long day", soak.table),
        "bring": ("Bringing another diary along", bringing.table),
        "charts": ("Charts", lambda: charts.table(min(rounds, 7))),
        "lists": ("Long lists", lambda: lists.table(SIZES[-1], rounds)),
        "turns": ("The window keeps nothing waiting", lambda: stalls.turns(SIZES[-1], min(rounds, 3))),
        "memory": ("Memory", lambda: stalls.memory(SIZES[-1], min(rounds, 5))),
    }
    fresh = {}
    for name, (heading, measure) in known.items():
        if what in ("all", name):
            lines = measure()
            fresh[heading] = "\n".join([circumstances(), "", *lines])
            print(f"## {heading}\n\n{fresh[heading]}\n")
    if "--keep" in arguments:
        keep(fresh)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
