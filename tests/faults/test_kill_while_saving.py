"""The program is killed at a random moment while it saves. Whatever it had said was saved is there, and whole."""

import os
import shutil
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError

KEY = b"k" * 32
TRIALS = amount(short=15, full=600)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs kill -9")

WRITER = """
import itertools, os, sys
from datetime import datetime
from pathlib import Path
from therapy_diary.storage.diary import Diary
diary = Diary.open(Path(sys.argv[1]), b"k" * 32)
therapy = diary.therapies.current().id
if sys.argv[2] == "careless":
    diary._connection.execute("PRAGMA journal_mode = OFF")
    diary._connection.execute("PRAGMA synchronous = OFF")
    diary._connection.execute("PRAGMA cache_size = 10")
os.write(1, b"go\\n")
for number in itertools.count(int(sys.argv[3])):
    with diary.change():
        older = diary.notes.newest(therapy, 4)
        for part in "ab":
            diary.notes.write(therapy, f"{number}{part} " * 6000, datetime(2026, 3, 4, 12, 0), title=str(number))
        for old in older:
            again, moment = f"{old.title} again " * 3000, datetime(2026, 3, 5)
            diary.notes.rewrite(old.id, again, moment, title=old.title, session=None, kind=old.kind)
    os.write(1, b"%d\\n" % number)
"""


class StoppedByItself(Exception):
    """The program did not save until it was killed: it met harm that an earlier kill had done."""


def kill_a_writer(file: Path, manner: str, first: int, seconds: float) -> int:
    """Start saving notes in twos, kill it after a while; the number of the last save it reported.

    Raises StoppedByItself.
    """
    command = [sys.executable, "-c", WRITER, str(file), manner, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        try:
            writer.wait(seconds)
        except subprocess.TimeoutExpired:
            writer.kill()
        said = writer.stdout.read().split()
    if writer.returncode != -signal.SIGKILL:
        raise StoppedByItself
    return int(said[-1]) if said else first - 1


def harm_in(file: Path, acknowledged: int) -> str:
    """What is wrong with the diary after a kill; empty when nothing is."""
    try:
        diary = Diary.open(file, KEY)
        try:
            findings = diary.examine()
            therapy = diary.therapies.current()
            assert therapy is not None
            titles = [note.title for note in diary.notes.newest(therapy.id, 1_000_000)]
        finally:
            diary.close()
    except StorageError as error:
        return type(error).__name__
    if not findings.whole:
        return "; ".join(findings.problems[:3])
    if any(titles.count(str(number)) != 2 for number in range(acknowledged + 1)):
        return "a save that was reported is gone"
    extra = {int(title) for title in titles} - set(range(acknowledged + 1))
    if extra - {acknowledged + 1} or any(titles.count(str(number)) != 2 for number in extra):
        return "half a save"
    return ""


def trials(file: Path, manner: str, seed: int, many: int = TRIALS) -> list[str]:
    """What was wrong after each of some kills, in one diary that goes on until it is harmed."""
    chance, acknowledged, harms = chances(seed), -1, list[str]()
    for _ in range(many):
        try:
            acknowledged = kill_a_writer(file, manner, acknowledged + 1, chance.random() * 0.15)
            harms.append(harm_in(file, acknowledged))
        except StoppedByItself:
            harms.append("it met harm while saving")
        if harms[-1]:
            break
        acknowledged = last_number(file)
    return harms


def last_number(file: Path) -> int:
    """The number of the last save that is in the diary; one more than reported if the kill came in between."""
    diary = Diary.open(file, KEY)
    therapy = diary.therapies.current()
    assert therapy is not None
    numbers = [int(note.title) for note in diary.notes.newest(therapy.id, 1_000_000)]
    diary.close()
    return max(numbers, default=-1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A diary with one therapy."""
    diary = Diary.create(tmp_path / "diary.db", KEY)
    with diary.change():
        diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4))
    diary.close()
    return tmp_path / "diary.db"


def test_no_save_that_was_reported_is_lost_and_none_is_kept_by_half(file: Path, tally: Tally) -> None:
    harms = trials(file, "as the program does", seed=7)

    tally("kills", TRIALS)
    tally("saves reported", last_number(file) + 1)

    assert harms == [""] * TRIALS
    assert last_number(file) > 0


def test_control_the_same_without_a_journal_is_seen_to_do_harm(file: Path, tally: Tally) -> None:
    harms = [harm for seed in range(3) for harm in trials(copy_of(file, seed), "careless", seed, many=15)]

    tally("harmed", f"{sum(map(bool, harms))} of {len(harms)}")

    assert any(harms)


def copy_of(file: Path, number: int) -> Path:
    """The same diary under another name."""
    return Path(shutil.copy(file, file.with_name(f"{number}.db")))
