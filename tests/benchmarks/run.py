"""Measures everything, prints the tables, and keeps them beside this file with the date and the versions.

python packaging/dev.py bench                all of it: ten minutes, the first time also ten to write the diaries
python packaging/dev.py bench start [ROUNDS] only how long a start takes
python packaging/dev.py bench store          only searching and saving
python packaging/dev.py bench bring          only bringing another diary along
... --keep                                   and write tests/benchmarks/RESULTS.md
"""

import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # run by its path, it must find the package of tests

from tests.benchmarks import bringing, start_up, storing

RESULTS = Path(__file__).with_name("RESULTS.md")
SIZES = [1_000, 10_000, 100_000]
ROUNDS = 15


def start(rounds: int) -> list[str]:
    lines = start_up.table(SIZES, "offscreen", rounds)
    screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "--auto-servernum"]
    if not screen or shutil.which(screen[0]):
        command = [*screen, sys.executable, __file__, "xcb", str(rounds)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        lines += ["", *done.stdout.splitlines()]
    return lines


def heading() -> str:
    from sqlcipher3 import dbapi2 as sqlcipher

    return (
        f"{datetime.now():%Y-%m-%d}, {os.cpu_count()} cores, Python {platform.python_version()},"
        f" PySide6 {version('PySide6-Essentials')}, sqlcipher3 {version('sqlcipher3')} (SQLite {sqlcipher.sqlite_version}),"
        f" plain SQLite {sqlite3.sqlite_version}, load {os.getloadavg()[0]:.1f} at the end."
    )


def main(arguments: list[str]) -> int:
    keep = "--keep" in arguments
    words = [it for it in arguments if it != "--keep"]
    what, rounds = words[0] if words else "all", int(words[1]) if words[1:] else ROUNDS
    if what == "xcb":
        print("\n".join(start_up.table(SIZES, "xcb", rounds)))
        return 0
    parts = []
    if what in ("all", "start"):
        parts += ["## Start", "", *start(rounds), ""]
    if what in ("all", "store"):
        parts += ["## Searching and saving", "", *storing.table(SIZES), ""]
    if what in ("all", "bring"):
        parts += ["## Bringing 10,000 entries along", "", *bringing.table(), ""]
    text = "\n".join(["# Measured", "", heading(), "", *parts])
    print(text)
    if keep:
        RESULTS.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
