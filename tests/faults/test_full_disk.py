"""The disk fills up in the middle of a save. What was there stays, the person is told, and later it saves again."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiskFull

KEY = b"k" * 32

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(os.name != "posix", reason="file sizes are limited by RLIMIT_FSIZE"),
]

WRITER = """
import resource, signal, sys
from datetime import datetime
from pathlib import Path
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryUnavailable
file, room, noon = Path(sys.argv[1]), int(sys.argv[2]), datetime(2026, 3, 4, 12, 0)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
diary = Diary.open(file, b"k" * 32)
therapy = diary.therapies.current().id
resource.setrlimit(resource.RLIMIT_FSIZE, (file.stat().st_size + room, resource.RLIM_INFINITY))
saved = 0
try:
    while saved < 100:
        with diary.change():
            diary.notes.write(therapy, "The first half. " * 400, noon, title=str(saved))
            diary.notes.write(therapy, "The second half. " * 400, noon, title=str(saved))
        saved += 1
except DiaryUnavailable as error:
    print(type(error).__name__, saved)
kept = len(diary.notes.newest(therapy, 1000))
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with diary.change():
    diary.notes.write(therapy, "There is room again.", noon)
print(kept, diary.examine().problems)
diary.close()
"""


ROOMS = [0, 1, 4096, 5000, 20_000, 65_536, 200_000, 300_001]
CHANCE = chances(8)
MORE = [CHANCE.randrange(400_000) for _ in range(amount(short=0, full=392))]


@pytest.mark.parametrize("room", [*ROOMS, *MORE])
def test_a_full_disk_takes_nothing_back_and_saves_again_when_there_is_room(tmp_path: Path, room: int) -> None:
    file = tmp_path / "diary.db"
    diary = Diary.create(file, KEY)
    with diary.change():
        diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4))
    diary.close()

    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(file), str(room)], capture_output=True, text=True, check=True
    )

    (said, saved), (kept, *problems) = (line.split() for line in done.stdout.splitlines())
    assert said in {"DiskFull", "DiskTrouble"}
    assert (int(kept), problems) == (2 * int(saved), ["()"])
    diary = Diary.open(file, KEY)
    assert diary.examine().counts["notes"] == 2 * int(saved) + 1
    assert diary.examine().whole
    diary.close()


def test_control_a_program_that_writes_its_file_anew_loses_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("The first half. " * 4000)
    careless = f"""
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
text = open({str(file)!r}).read() + "The second half. " * 4000
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
open({str(file)!r}, "w").write(text)
"""
    done = subprocess.run([sys.executable, "-c", careless], capture_output=True, text=True, check=False)
    assert "File too large" in done.stderr
    assert len(file.read_text()) < len("The first half. " * 4000)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount a small disk"
)
def test_a_disk_that_is_really_full_is_called_full(tmp_path: Path) -> None:
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tmp_path)], check=False
    ).returncode:
        pytest.skip("this system lets nobody mount")
    try:
        diary = Diary.create(tmp_path / "diary.db", KEY)
        with diary.change():
            therapy = diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4)).id
        with pytest.raises(DiskFull):
            for _ in range(1000):
                with diary.change():
                    diary.notes.write(therapy, "One more page. " * 500, datetime(2026, 3, 4, 12, 0))
        assert diary.examine().whole
        diary.close()
        Diary.open(tmp_path / "diary.db", KEY).close()
    finally:
        subprocess.run(["umount", "-l", str(tmp_path)], check=True)
