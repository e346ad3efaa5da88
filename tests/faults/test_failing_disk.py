"""The n-th write, rename or fsync fails, for every n: once, or from then on.

The person is told, nothing that was kept is touched, and when the disk works again, so does the diary.
"""

import errno
import json
import os
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.faults.amount import VARIABLE
from tests.faults.conftest import Tally
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.backup import copy_to
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="calls are caught by LD_PRELOAD"),
]

NOON = datetime(2026, 3, 4, 12, 0)
STEP = 1 if os.environ.get(VARIABLE) == "full" else 6
"""Every n, or every sixth; the first twelve always."""

UNDER_FAULTS = """
import ctypes, json, sys
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.passphrase import Cost
from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.backup import backups, make_backup, see_that_it_opens
from therapy_diary.vault.errors import FolderTrouble
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import open_with_passphrase
from therapy_diary.vault.restore import lay_out
from therapy_diary.vault.ways_in import change_passphrase
disk = ctypes.CDLL(None)
folder, what, stick, step = DiaryFolder(Path(sys.argv[1])), sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
error, noon, cost = int(sys.argv[5]), datetime(2026, 3, 4, 12, 0), Cost(kibibytes=8192, passes=1, lanes=1)
TOLD = (StorageError, FolderTrouble, NoKey)
diary = open_with_passphrase(folder, "p0")
therapy, key, kept, harms, said, passphrase = diary.therapies.current().id, diary.key, set(), [], {}, "p0"
twice = 0

def save(title):
    with diary.change():
        older = diary.notes.newest(therapy, 1)
        diary.notes.write(therapy, "half of it " * 900, noon, title=title)
        diary.notes.write(therapy, "the other half " * 900, noon, title=title)
        for it in older:
            diary.notes.rewrite(it.id, "again " * 700, noon, title=it.title, session=None, kind=it.kind)

def see(number, failed):
    global diary, passphrase, twice
    if what == "save":
        if failed:
            try:
                save(str(number))
            except StorageError:
                diary.close()
                diary = open_with_passphrase(folder, "p0")
                save(str(number))
        kept.add(str(number))
        # 4: the last fsync of a save failed, and the save was kept all the same, whole
        there = Counter(it.title for it in diary.notes.newest(therapy, 10000))
        wrong = {it: there[it] for it in {*kept, *there} if there[it] not in (2, 4)}
        twice = sum(there[it] == 4 for it in kept)
        if wrong or str(number) not in there:
            harms.append(f"{number} after {failed}: {wrong}")
            kept.intersection_update(there)
    elif what == "backup":
        for it in backups(folder, key):
            see_that_it_opens(folder, it.file, key)
            it.file.unlink()
        folder.tidy()
    elif what == "restore":
        diary = open_with_passphrase(folder, "p0")
        left = len(list(folder.vaults.iterdir()))
        if left > 2:
            harms.append(f"{number}: {left} vaults")
        counted = folder.vault().id
        for it in folder.vaults.iterdir():
            if it.name != counted:
                import shutil
                shutil.rmtree(it)
        diary.close()
    else:
        for way in ("p1" if passphrase == "p0" else "p0", passphrase):
            try:
                open_with_passphrase(folder, way).close()
            except NoKey:
                continue
            passphrase = way
            break
        else:
            harms.append(f"{number}: no passphrase opens it")
    if what != "restore" and not diary.examine().whole:
        harms.append(f"{number}: damaged")

def do(number):
    if what == "save":
        save(str(number))
    elif what == "backup":
        make_backup(folder, diary.file, key, noon + timedelta(seconds=number))
    elif what == "restore":
        with lay_out(folder, stick) as found:
            found.look(found.keys.open_by_passphrase("p0"))
            found.restore(noon)
    else:
        change_passphrase(folder, key, "p1" if passphrase == "p0" else "p0", cost)

if what == "restore":
    diary.close()
number = 0
for forever in (0, 1):
    n = 1
    while n < 2000:
        number += 1
        failed = None
        disk.fault_after(n, error, forever)
        try:
            do(number)
        except TOLD as trouble:
            failed = type(trouble).__name__
        except Exception as trouble:
            failed = type(trouble).__name__
            harms.append(f"{number}: n={n} raised {failed}")
        calls = disk.fault_calls()
        disk.fault_after(0, 0, 0)
        said[failed] = said.get(failed, 0) + 1
        try:
            see(number, failed)
        except TOLD as trouble:
            harms.append(f"{number}: n={n} after {failed}: {type(trouble).__name__}")
            break
        if calls < n:
            break
        n += 1 if n < 12 else step
print(json.dumps({"faults": number, "said": {str(k): v for k, v in said.items()}, "harms": harms[:9], "twice": twice}))
"""


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that makes calls fail; skipped without a compiler, unless it is required."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        if os.environ.get("THERAPY_DIARY_TEST_REQUIRE") == "all":
            pytest.fail("needs a C compiler")
        pytest.skip("needs a C compiler")
    built = tmp_path_factory.mktemp("shim") / "faulty_disk.so"
    source = Path(__file__).with_name("faulty_disk.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", built, source, "-ldl"], check=True)
    return built


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a diary and, beside it, a backup."""
    place = tmp_path_factory.mktemp("begun")
    folder = DiaryFolder(place / "diary")
    cost = Cost(kibibytes=8192, passes=1, lanes=1)
    diary, _ = begin(folder, now=lambda: NOON, way=Passphrase(text="p0", cost=cost))
    with diary.change():
        diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4))
    copy_to(folder, diary.file, diary.key, place / "stick.diarybackup", NOON)
    diary.close()
    return place


def under_faults(shim: Path, begun: Path, place: Path, what: str, error: int) -> dict[str, object]:
    """What came of it: how many faults, what was said, what was harmed."""
    shutil.copytree(begun, place)
    done = subprocess.run(
        [
            *(sys.executable, "-c", UNDER_FAULTS, str(place / "diary"), what),
            *(str(place / "stick.diarybackup"), str(STEP), str(error)),
        ],
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr[-2000:]
    found: dict[str, object] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC], ids=["broken", "full"])
@pytest.mark.parametrize("what", ["save", "backup", "restore", "passphrase"])
def test_a_call_that_fails_is_told_and_harms_nothing(
    shim: Path, begun: Path, tmp_path: Path, what: str, error: int, tally: Tally
) -> None:
    found = under_faults(shim, begun, tmp_path / "here", what, error)

    tally("faults", found["faults"])
    tally("said", found["said"])
    tally("kept though told otherwise, then twice", found["twice"])
    assert found["harms"] == []
    assert isinstance(found["faults"], int)
    assert found["faults"] > 12
    assert isinstance(found["twice"], int)
    assert found["twice"] <= found["faults"] / 8


def test_control_a_disk_that_only_says_it_wrote_is_seen_to_do_harm(
    shim: Path, begun: Path, tmp_path: Path, tally: Tally
) -> None:
    found = under_faults(shim, begun, tmp_path / "here", "save", 0)

    tally("harms", found["harms"])
    assert found["harms"]
