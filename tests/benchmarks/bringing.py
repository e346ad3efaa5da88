"""How long it takes to bring 10,000 entries along, beside the same rows in a plain SQLite table, and in how much memory."""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from tests.benchmarks import corpus
from therapy_diary.exchange.bringing import bring
from therapy_diary.storage.diary import Diary

COUNT = 10_000
ROUNDS = 5
KEY = bytes(range(32))
MOST_MEMORY = 300  # megabytes
ALONE = """
import sys
from datetime import datetime
from pathlib import Path
from therapy_diary.exchange.bringing import bring
from therapy_diary.storage.diary import Diary

diary = Diary.create(Path(sys.argv[1]), bytes(range(32)))
assert bring(diary, Path(sys.argv[2]), now=datetime(2026, 3, 4, 12)).new == 10_000
told = Path("/proc/self/status").read_text()
print(next(int(it.split()[1]) for it in told.splitlines() if it.startswith("VmHWM")))
"""


def table() -> list[str]:
    """The lines of a Markdown table."""
    entries = [(it.title, it.text, it.moment) for it in corpus.entries(COUNT)]
    with tempfile.TemporaryDirectory() as place:
        source = Path(place) / "jrnl.json"
        source.write_text(
            json.dumps({"tags": {}, "entries": [_as_jrnl(*it) for it in entries]}), encoding="utf-8"
        )
        peak = _peak(Path(place) / "peak.db", source)
        pairs = [(_plain(Path(place), entries), _ours(Path(place), source)) for _ in range(ROUNDS)]
    words = ["| | wall, s | processor, s |", "|---|---|---|"]
    for name, kind in (
        ("plain FTS5 (title, text, moment, record)", 0),
        ("import, encrypted, with the search index", 1),
    ):
        wall, cpu = (statistics.median(it[kind][part] for it in pairs) for part in (0, 1))
        words.append(f"| {name} | {wall:.2f} | {cpu:.2f} |")
    most = f"at most {MOST_MEMORY} MB" if peak <= MOST_MEMORY else f"MORE THAN {MOST_MEMORY} MB"
    return [
        *words,
        "",
        f"Memory of a process that does only this, at its peak (VmHWM): {peak:.0f} MB, {most}.",
    ]


def _peak(file: Path, source: Path) -> float:
    """Megabytes, as Linux counts them for a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE, str(file), str(source)], capture_output=True, text=True, check=True
    )
    return int(done.stdout) / 1000


def _as_jrnl(title: str, text: str, moment: datetime) -> dict[str, object]:
    on, at = moment.strftime("%Y-%m-%d"), moment.strftime("%H:%M")
    return {"title": title, "body": text, "date": on, "time": at, "tags": [], "starred": False}


def _plain(place: Path, entries: list[tuple[str, str, datetime]]) -> tuple[float, float]:
    file = place / "plain.db"
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute(
        "CREATE VIRTUAL TABLE note USING fts5 (title, text, moment UNINDEXED, record UNINDEXED)"
    )
    rows = [
        (title, text, moment.isoformat(), json.dumps(_as_jrnl(title, text, moment)))
        for title, text, moment in entries
    ]
    begun = time.perf_counter(), time.process_time()
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO note VALUES (?, ?, ?, ?)", rows)
    connection.execute("COMMIT")
    took = time.perf_counter() - begun[0], time.process_time() - begun[1]
    connection.close()
    file.unlink()
    return took


def _ours(place: Path, source: Path) -> tuple[float, float]:
    diary = Diary.create(place / "diary.db", KEY)
    begun = time.perf_counter(), time.process_time()
    bring(diary, source, now=datetime(2026, 3, 4, 12))
    took = time.perf_counter() - begun[0], time.process_time() - begun[1]
    diary.close()
    diary.file.unlink()
    return took
