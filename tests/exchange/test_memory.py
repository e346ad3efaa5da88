"""What somebody made large on purpose, or by mistake, is refused in little memory: 512 MB for the whole process."""

import gzip
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.test_tar import header

pytestmark = pytest.mark.thorough

MOST = 512 * 1024 * 1024
GIGABYTES = 2 * 1024**3
BRING = """
import resource, sys
from datetime import datetime
from pathlib import Path
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.errors import ExchangeTrouble
from therapy_diary.storage.diary import Diary

diary = Diary.create(Path(sys.argv[1]), bytes(32))
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]), int(sys.argv[3])))
try:
    report = bring(diary, Path(sys.argv[2]), now=datetime(2026, 3, 4, 12))
except ExchangeTrouble as error:
    print(error.kind)
else:
    print(report.new, *sorted({it.why for it in report.skipped}))
print(diary.counts()["notes"])
"""
CARELESS = """
import resource, sys
from pathlib import Path

resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[3]), int(sys.argv[3])))
try:
    Path(sys.argv[2]).read_bytes()
except MemoryError:
    print("no memory")
"""


def told(program: str, tmp_path: Path, source: Path) -> list[str]:
    """What a process says that may take no more than so much memory."""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "diary.db"), str(source), str(MOST)],
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:-1]


def hole(place: Path, beginning: bytes = b"") -> Path:
    """A file of two gigabytes that takes no room on the disk."""
    place.parent.mkdir(parents=True, exist_ok=True)
    with place.open("wb") as file:
        file.write(beginning)
        file.truncate(GIGABYTES)
    return place


def bomb(place: Path, name: str) -> Path:
    """A small ZIP with two gigabytes in one member."""
    with (
        zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        packed.open(name, "w", force_zip64=True) as member,
    ):
        for _ in range(GIGABYTES // 2**24):
            member.write(bytes(2**24))
    return place


def lying_bomb(place: Path, name: str) -> Path:
    """The same, its list of members saying that it is small."""
    content = bytearray(bomb(place, name).read_bytes())
    with zipfile.ZipFile(place) as packed:
        entry = packed.start_dir
    content[entry + 24 : entry + 28] = (1000).to_bytes(4, "little")
    place.write_bytes(content)
    return place


def packed_tar(place: Path, size: int, some: bytes, *names: str) -> Path:
    """A tar packed by gzip: one member of so many bytes, some of them over and over, and a note of each of these names behind it."""
    over_and_over = gzip.compress(some, compresslevel=1)
    notes = (header(b"00000000005\0", name=it.encode()) + b"words".ljust(512, b"\0") for it in names)
    with place.open("wb") as packed:
        packed.write(gzip.compress(header(f"{size:011o}\0".encode(), name=b"film.mp4")))
        for _ in range(size // len(some)):
            packed.write(over_and_over)
        packed.write(gzip.compress(b"".join(notes) + bytes(1024)))
    return place


SOURCES: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a JSON file": (lambda it: hole(it / "in.json", b'{"entries": ['), "too_large"),
    "a text": (lambda it: hole(it / "in.txt", b"[2020-01-01 10:00] T\n"), "too_large"),
    "a table": (lambda it: hole(it / "in.csv", b"full_date,mood,note\n"), "too_large"),
    "a property list": (
        lambda it: hole(it / "J.dayone/entries/A.doentry", b"<?xml").parents[1],
        "0 too_large",
    ),
    "a note in a folder": (
        lambda it: hole(it / "notes/2020-01-01.md", b"words " * 1000).parent,
        "0 too_large",
    ),
    "XML": (lambda it: hole(it / "d/DiaroBackup.xml", b"<data>").parent, "too_large"),
    "a ZIP that grows": (lambda it: bomb(it / "in.zip", "Journal.json"), "unpacks_too_far"),
    "a tar with a large head": (
        lambda it: hole(it / "in.jex", header(b"17777770000\0", b"x")),
        "broken",
    ),
    "a tar with a large note": (
        lambda it: hole(it / "in.jex", header(b"17777770000\0", name=b"2020-01-01.md") + b"words " * 1000),
        "0 too_large",
    ),
    "a packed tar that grows": (
        lambda it: packed_tar(it / "in.tgz", GIGABYTES, bytes(2**20)),
        "unpacks_too_far",
    ),
    "a ZIP that lies": (lambda it: lying_bomb(it / "in.zip", "2020-01-01.md"), "0 unreadable"),
}


@pytest.mark.parametrize("case", SOURCES)
def test_two_gigabytes_are_refused_in_little_memory(tmp_path: Path, case: str) -> None:
    make, expected = SOURCES[case]
    assert told(BRING, tmp_path, make(tmp_path)) == [expected, "0"]


def test_two_gigabytes_beside_a_note_stay_behind_and_the_note_comes(tmp_path: Path) -> None:
    folder = tmp_path / "notes"
    hole(folder / "film.mp4")
    (folder / "2020-01-01.md").write_text("By the lake ![[film.mp4]]")
    assert told(BRING, tmp_path, folder) == ["1 file_too_large", "1"]


def test_a_packed_tar_larger_than_the_memory_is_read_from_its_end(tmp_path: Path) -> None:
    names = [f"2020-01-{day:02}.md" for day in range(1, 32)]
    place = packed_tar(tmp_path / "in.tgz", 600 * 2**20, os.urandom(2**20), *names)
    assert told(BRING, tmp_path, place) == ["31", "31"]


def day_one_of(place: Path, megabytes: int) -> Path:
    """A large export, with one emoji in it, for which Python would take four bytes a letter."""
    text = "All the words of a day by the lake. " * 1400
    with place.open("w", encoding="utf-8") as file:
        file.write('{"metadata": {"version": "1.0"}, "entries": [\n')
        for number in range(megabytes * 20):
            mark = "\U0001f426" if number == 7 else ""
            file.write(
                f'{{"uuid": "{number:032X}", "creationDate": "2024-01-01T10:00:00Z", "text": "{mark}{text}"}},\n'
            )
        file.write('{"uuid": "F", "creationDate": "2024-01-01T10:00:00Z", "text": "the last"}]}')
    return place


def one_text_of(place: Path, megabytes: int) -> Path:
    """A text of that size for jrnl, with one emoji."""
    day = "[2020-01-01 10:00] A day by the lake\n" + "All the words of a day. " * 2000 + "\n"
    with place.open("w", encoding="utf-8") as file:
        file.write("[2019-01-01 10:00] \U0001f426\n")
        for _ in range(megabytes * 1_000_000 // len(day)):
            file.write(day)
    return place


def test_ninety_megabytes_of_entries_come_along_in_little_memory(tmp_path: Path) -> None:
    assert told(BRING, tmp_path, day_one_of(tmp_path / "Journal.json", 88)) == ["1761", "1761"]


def test_thirty_megabytes_of_text_come_along_in_little_memory(tmp_path: Path) -> None:
    [new, notes] = told(BRING, tmp_path, one_text_of(tmp_path / "jrnl.txt", 30))
    assert int(new) == int(notes) > 500


def test_control_a_careless_program_runs_out_of_memory(tmp_path: Path) -> None:
    assert told(CARELESS, tmp_path, hole(tmp_path / "in.json")) == ["no memory"]
