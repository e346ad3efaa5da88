"""How long the diary takes to its first paint, beside an empty window of the same library.

    python packaging/dev.py bench [ROUNDS]

Each round starts one process of each kind, one after the other, so that a busy minute slows both.
The time runs from just before the process is started until the first paint is on the window.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date, datetime, timedelta
from pathlib import Path

from therapy_diary.storage.diary import Diary

CHILD = Path(__file__).with_name("first_paint.py")
KEY = bytes(range(32))
SESSIONS = 40


def prepare_diary(file: Path) -> None:
    """A diary of forty weekly sessions, each with a note."""
    diary = Diary.create(file, KEY)
    with diary.change():
        therapy = diary.therapies.begin(label="Therapy", started_on=date(2025, 5, 6))
        for week in range(SESSIONS):
            starts_at = datetime(2025, 5, 6, 17, 0) + timedelta(weeks=week)
            session = diary.sessions.add(therapy.id, starts_at)
            diary.notes.write(therapy.id, "What stayed with me.\n\n" * 40, starts_at, session=session.id)
    diary.close()


def first_paint(kind: str, file: Path, platform: str) -> tuple[float, list[str]]:
    """The milliseconds one process took, and the heavy libraries it had imported by then."""
    environment = {**os.environ, "QT_QPA_PLATFORM": platform, "PYTHONDONTWRITEBYTECODE": ""}
    command = [sys.executable, CHILD, kind, repr(time.monotonic()), file]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    answer = json.loads(done.stdout)
    return answer["ms"], answer["heavy"]


def compare(file: Path, platform: str, rounds: int) -> None:
    empty, diary = [], []
    heavy: list[str] = []
    for number in range(rounds + 1):
        base, _nothing = first_paint("empty", file, platform)
        ours, heavy = first_paint("diary", file, platform)
        if number:  # the first round only warms the byte code and the file cache
            empty.append(base)
            diary.append(ours)
    for name, times in (("empty window", empty), ("the diary", diary)):
        low, middle, high = statistics.quantiles(times, n=4)
        print(
            f"{platform:10} {name:13} {middle:5.0f} ms to the first paint (half of them {low:.0f} to {high:.0f})"
        )
    ratio = statistics.median(ours / base for ours, base in zip(diary, empty, strict=True))
    print(
        f"{platform:10} ratio         {ratio:5.2f}    heavy libraries imported: {', '.join(heavy) or 'none'}"
    )


def main(rounds: int = 15, platform: str = "offscreen") -> int:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "diary.db"
        prepare_diary(file)
        compare(file, platform, rounds)
    if platform == "offscreen" and (os.environ.get("DISPLAY") or shutil.which("xvfb-run")):
        screen = [] if os.environ.get("DISPLAY") else ["xvfb-run", "--auto-servernum"]
        again = [*screen, sys.executable, __file__, str(rounds), "xcb"]
        return subprocess.run(again, check=False).returncode
    return 0


if __name__ == "__main__":
    sys.exit(main(*[int(it) for it in sys.argv[1:2]], *sys.argv[2:3]))
