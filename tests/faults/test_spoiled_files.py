"""Key files and backups with random harm: refused in one plain word, or the very same; never a wrong key, no file elsewhere."""

import json
import os
import subprocess
import sys
import time
import zipfile
from collections import Counter
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT
from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.keys.slots import CHECKSUM, DataKey, dump, new_generation, new_key_file, parse
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.backup import copy_to, see_that_it_opens
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin

pytestmark = pytest.mark.thorough

KEY_FILES = amount(short=600, full=12_000)
BACKUPS = amount(short=60, full=20_000)
GUIDED_SECONDS = amount(short=3, full=1800)
LONGEST_READING = 0.05
"""Seconds of this processor for reading a key file, without deriving a key."""
MOST_MEMORY = 300
"""Megabytes more than before."""
NOON = datetime(2026, 3, 4, 12, 0)
CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
CODE = RecoveryCode(secret=bytes(range(16)))
KEY = DataKey(key_id="0" * 16, key=bytes(range(32)))
JUNK: list[Any] = [
    *(None, True, -1, 0, 2**31, 2**63, 10**400, 1.5, "", "A" * 100_000, "=", [], {}, [[]] * 50, "9" * 5000),
    {"kibibytes": 2**31, "passes": 1, "lanes": 1},
    {"kibibytes": 8192, "passes": 10**9, "lanes": 1},
    {"kibibytes": 8, "passes": 1, "lanes": 8},
]


def spoiled(raw: bytes, chance: Any, longest: int) -> bytes:
    """These bytes with a little harm done."""
    harmed = bytearray(raw)
    for _ in range(chance.choice([1, 1, 2, 5])):
        at = chance.randrange(len(harmed)) if harmed else 0
        kind = chance.randrange(4)
        if kind == 0 and harmed:
            harmed[at] = chance.randrange(256)
        elif kind == 1:
            del harmed[at : at + chance.randrange(1, longest)]
        elif kind == 2:
            harmed[at:at] = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 20)))
        else:
            del harmed[max(1, at) :]
    return bytes(harmed)


def rebuilt(body: bytes, chance: Any) -> bytes:
    """The same JSON with a value taken out or exchanged for junk, anywhere."""
    value = json.loads(body)
    places = [it for it in _places(value) if it]
    for _ in range(chance.choice([1, 1, 2])):
        *way, last = chance.choice(places)
        inside = value
        try:
            for step in way:
                inside = inside[step]
            if chance.random() < 0.2:
                del inside[last]
            else:
                inside[last] = json.loads(json.dumps(chance.choice(JUNK)))
        except (KeyError, IndexError, TypeError):
            continue
    return json.dumps(value).encode()


def _places(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [above, *(place for key, it in inside for place in _places(it, (*above, key)))]


def reset_peak() -> None:
    """Begin to count the most memory this process ever held anew."""
    if sys.platform == "linux":
        Path("/proc/self/clear_refs").write_text("5")


def memory(what: str) -> int:
    """Megabytes: VmRSS now, or VmHWM at most."""
    if sys.platform != "linux":
        return 0
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(it.split()[1]) // 1024 for it in lines if it.startswith(what))


def opened(raw: bytes, after_accident: bool) -> str:
    """What comes of a key file: refused, or the right key; anything else is an error of ours."""
    try:
        keys = parse(raw, after_accident=after_accident)
    except NoKey:
        return "refused"
    found = "slots refused"
    for attempt in (lambda: keys.open_by_code(CODE), lambda: keys.open_by_passphrase("p")):
        try:
            assert all(it.key == KEY.key for it in attempt()), "a wrong key"
            found = "the right key"
        except NoKey:
            continue
    return found


def test_a_spoiled_key_file_is_refused_or_gives_the_right_key(tally: Tally) -> None:
    generation = new_generation("d" * 32, KEY, CODE, "p", CHEAP)
    raw = dump(new_key_file("d" * 32, generation, backend=None))
    body, chance, seen, slowest = raw.rpartition(CHECKSUM)[0], chances(6), Counter[str](), 0.0
    opened(raw, after_accident=False)  # what is loaded once is loaded now
    reset_peak()
    before = memory("VmRSS")
    deep = [b"[" * 100_000, b'{"a":' * 50_000, b"\xff" * 100, b"", b"null", b"9" * 60_000]
    for number in range(KEY_FILES):
        harmed = spoiled(raw, chance, 30) if number % 2 else rebuilt(body, chance)
        harmed = deep[number] if number < len(deep) else harmed
        start = time.process_time()
        with suppress(NoKey):
            parse(harmed, after_accident=number % 4 != 1)
        slowest = max(slowest, time.process_time() - start)
        seen[opened(harmed, after_accident=number % 4 != 1)] += 1
    grown = memory("VmHWM") - before
    tally("seen", dict(seen))
    tally("slowest reading, memory beyond what was held", f"{slowest * 1000:.0f} ms, {grown} MB")
    assert set(seen) <= {"refused", "slots refused", "the right key"}
    assert seen["refused"] > KEY_FILES / 3
    assert slowest < LONGEST_READING
    assert grown < MOST_MEMORY


def test_control_a_reader_that_only_takes_the_json_falls_over(tally: Tally) -> None:
    raw = dump(new_key_file("d" * 32, new_generation("d" * 32, KEY, CODE, "p", CHEAP), backend=None))
    body, chance, fell = raw.rpartition(CHECKSUM)[0], chances(6), 0
    for number in range(200):
        harmed = spoiled(raw, chance, 30) if number % 2 else rebuilt(body, chance)
        try:
            value = json.loads(harmed.rpartition(CHECKSUM)[0] or harmed)
            [
                bytes.fromhex(slot["kind"]) or slot["wrapped"]
                for it in value["generations"]
                for slot in it["slots"]
            ]
        except Exception:
            fell += 1
    tally("fell over", f"{fell} of 200")
    assert fell > 20


@pytest.mark.skipif(
    subprocess.run([sys.executable, "-c", "import atheris"], check=False, capture_output=True).returncode
    != 0,
    reason="atheris is not installed: pip install atheris, where there is a wheel of it",
)
def test_no_key_file_that_is_guided_by_what_it_reaches_makes_it_fall_over(
    tmp_path: Path, tally: Tally
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    generation = new_generation("d" * 32, KEY, CODE, "p", CHEAP)
    (corpus / "whole").write_bytes(dump(new_key_file("d" * 32, generation, backend=None)))
    done = subprocess.run(
        [
            *(sys.executable, "-m", "tests.faults.fuzz_key_files", str(corpus)),
            *(f"-max_total_time={GUIDED_SECONDS}", f"-rss_limit_mb={MOST_MEMORY + 200}", "-max_len=8192"),
        ],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    last = [it for it in done.stderr.splitlines() if it.startswith(("Done", "stat", "#"))][-1:]
    tally("seconds, and what the fuzzer said last", f"{GUIDED_SECONDS}: {last}")
    assert done.returncode == 0, done.stderr[-3000:]


def test_control_an_unpacker_that_asks_no_question_takes_another_diary_and_writes_elsewhere(
    tmp_path: Path,
) -> None:
    folder = DiaryFolder(tmp_path / "diary")
    diary, _ = begin(folder, now=lambda: NOON, way=Passphrase(text="p", cost=CHEAP))
    made = copy_to(folder, diary.file, diary.key, tmp_path / "good.diarybackup", NOON)
    diary.close()
    bad = tmp_path / "bad.diarybackup"
    with zipfile.ZipFile(made.file) as good, zipfile.ZipFile(bad, "w") as forged:
        for name in good.namelist():
            forged.writestr(name, good.read(name) if name != "diary.db" else bytes(4096))
        forged.writestr("../escaped.txt", b"elsewhere")
    with zipfile.ZipFile(bad) as taken:
        for name in taken.namelist():
            (tmp_path / "out").mkdir(exist_ok=True)
            (tmp_path / "out" / name).write_bytes(taken.read(name))
    assert (tmp_path / "out" / "diary.db").read_bytes() == bytes(4096)
    assert (tmp_path / "escaped.txt").exists()
    with pytest.raises(FolderTrouble):
        see_that_it_opens(folder, bad, diary.key)


@pytest.mark.skipif(os.name != "posix", reason="the file system is compared as it is on POSIX")
def test_a_spoiled_backup_is_refused_or_the_very_same(tmp_path: Path, tally: Tally) -> None:
    folder = DiaryFolder(tmp_path / "diary")
    diary, _ = begin(folder, now=lambda: NOON, way=Passphrase(text="p", cost=CHEAP))
    with diary.change():
        therapy = diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4)).id
        diary.notes.write(therapy, "The first. " * 900, NOON)
    made = copy_to(folder, diary.file, diary.key, tmp_path / "good.diarybackup", NOON)
    raw, chance, seen = made.file.read_bytes(), chances(7), Counter[str]()
    bad = tmp_path / "bad.diarybackup"
    for number in range(BACKUPS):
        ends = raw[:2500] if number % 3 == 0 else raw[-500:] if number % 3 == 1 else raw
        harmed = raw.replace(ends, spoiled(ends, chance, 5000), 1)
        bad.write_bytes(harmed)
        try:
            same = see_that_it_opens(folder, bad, diary.key) == made.summary
            seen["the very same" if same else "SOMETHING ELSE"] += 1
        except (FolderTrouble, StorageError, NoKey) as error:
            seen[type(error).__name__] += 1
    diary.close()
    tally("seen", dict(seen))
    assert seen["SOMETHING ELSE"] == 0
    assert seen["BackupDamaged"] > BACKUPS / 3
    assert {it.name for it in tmp_path.iterdir()} == {"diary", "good.diarybackup", "bad.diarybackup"}
    assert list(folder.backups.iterdir()) == []
