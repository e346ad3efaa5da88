"""The program is killed at a random moment while it saves. Whatever it had said was saved is there, and whole."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError

KEY = b"k" * 32
TRIALS = amount(short=30, full=600)
LEAST_INSIDE = amount(short=1, full=60)
"""Kills in the middle of a save, without which the trial shows little; about a quarter of them come there."""
IN_ONE_DIARY = 50
MOST_REPORTS = 6
FIRST_SAVE = 0.05
"""Seconds, for a kill before any report."""

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
            diary.notes.write(therapy, f"{number}{part} " * 900, datetime(2026, 3, 4, 12, 0), title=str(number))
        for old in older:
            again, moment = f"{old.title} again " * 500, datetime(2026, 3, 5)
            diary.notes.rewrite(old.id, again, moment, title=old.title, session=None, kind=old.kind)
    os.write(1, b"%d\\n" % number)
"""


class StoppedByItself(Exception):
    """The program did not save until it was killed: it met harm that an earlier kill had done."""


@dataclass(frozen=True, slots=True)
class Killed:
    """What a writer had said and done when it was killed."""

    reported: list[int]
    """The numbers of the saves it had reported."""
    in_the_middle: bool
    """Whether it left a save by half, which its journal has to take back."""


def kill_a_writer(file: Path, manner: str, first: int, chance: random.Random) -> Killed:
    """Start saving notes in twos, and kill it after a few reports, somewhere in the save that follows.

    Raises StoppedByItself.
    """
    command = [sys.executable, "-c", WRITER, str(file), manner, str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        began, awaited = time.monotonic(), chance.randrange(MOST_REPORTS)
        said = [writer.stdout.readline() for _ in range(awaited)]
        one_save = (time.monotonic() - began) / awaited if awaited else FIRST_SAVE
        try:
            writer.wait(chance.random() * one_save)
        except subprocess.TimeoutExpired:
            writer.kill()
        said += writer.stdout.read().split()
    if writer.returncode != -signal.SIGKILL:
        raise StoppedByItself
    journal = file.with_name(f"{file.name}-journal")
    hot = journal.exists() and any(journal.read_bytes()[:8])
    return Killed([int(it) for it in said], hot)


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


def trials(file: Path, manner: str, seed: int, many: int) -> tuple[list[str], list[Killed]]:
    """What was wrong after each of some kills, in one diary that goes on until it is harmed; and the kills."""
    chance, harms, kills = chances(seed), list[str](), list[Killed]()
    for _ in range(many):
        first = last_number(file) + 1
        try:
            kills.append(kill_a_writer(file, manner, first, chance))
            harms.append(harm_in(file, max(kills[-1].reported, default=first - 1)))
        except StoppedByItself:
            harms.append("it met harm while saving")
        if harms[-1]:
            break
    return harms, kills


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
    harms, kills = list[str](), list[Killed]()
    for number in range(0, TRIALS, IN_ONE_DIARY):  # one that grew for ever would only cost time
        copy, many = copy_of(file, number), min(IN_ONE_DIARY, TRIALS - number)
        found, killed = trials(copy, "as the program does", seed=7 + number, many=many)
        harms, kills = harms + found, kills + killed

    after, inside = sum(bool(it.reported) for it in kills), sum(it.in_the_middle for it in kills)
    tally("kills", len(kills))
    tally("saves reported", sum(len(it.reported) for it in kills))
    tally("kills after a reported save, kills in the middle of one", f"{after}, {inside}")

    assert harms == [""] * TRIALS
    assert after > TRIALS / 2
    assert inside >= LEAST_INSIDE


def test_control_the_same_without_a_journal_is_seen_to_do_harm(file: Path, tally: Tally) -> None:
    harms = [it for seed in range(3) for it in trials(copy_of(file, seed), "careless", seed, many=15)[0]]

    tally("harmed", f"{sum(map(bool, harms))} of {len(harms)}")

    assert any(harms)


def copy_of(file: Path, number: int) -> Path:
    """The same diary under another name."""
    return Path(shutil.copy(file, file.with_name(f"{number}.db")))
