"""The program is killed while it makes a backup, restores one, changes what opens the diary, or brings it up to date.

Whatever it was doing, the diary opens as before or as after, is whole, and every backup that can be seen is good.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.faults.amount import amount, chances
from tests.faults.conftest import Tally
from therapy_diary.keys import slots
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode, new_code
from therapy_diary.storage.connection import connect, create
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.examine import examine
from therapy_diary.storage.migrate import migrate, run_step, steps, version_of
from therapy_diary.vault.backup import backups, copy_to, see_that_it_opens
from therapy_diary.vault.errors import FolderInUse
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin, open_with_passphrase, open_with_recovery

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(os.name != "posix", reason="needs kill -9")]

NOON = datetime(2026, 3, 4, 12, 0)
KEY = b"k" * 32
CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
TRIALS = amount(short=7, full=400)
NOTES = 300

DOING = """
import itertools, os, sys
from datetime import datetime, timedelta
from pathlib import Path
import cryptography.hazmat.primitives.ciphers.aead, cryptography.hazmat.primitives.kdf.argon2
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import parse
from therapy_diary.keys.slots import load
from therapy_diary.vault import backup, bundle, new_key, opening, restore, ways_in
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.storage.migrate import run_step
from therapy_diary.storage.connection import connect
folder, what, key, file = DiaryFolder(Path(sys.argv[1])), sys.argv[2], bytes.fromhex(sys.argv[3]), Path(sys.argv[4])
noon, cost = datetime(2026, 3, 4, 12, 0), Cost(kibibytes=8192, passes=1, lanes=1)
hold = folder.hold()
vault = folder.vault() if what != "migration" else None
os.write(1, b"go\\n")
for number in itertools.count():
    if what == "backup":
        backup.make_backup(folder, vault.file, key, noon + timedelta(seconds=number))
    elif what == "restore":
        with restore.lay_out(folder, file) as found:
            found.look(found.keys.open_by_passphrase("a long walk"))
            found.restore(noon)
    elif what == "passphrase":
        ways_in.change_passphrase(folder, key, sys.argv[5 + number % 2], cost)
    elif what == "code":
        ways_in.change_code(folder, key, parse(sys.argv[5 + number % 2]))
    elif what == "new key":
        new_key.replace_key(folder, hold, key, code=parse(sys.argv[5]), passphrase="a long walk", cost=cost).close()
        break
    else:
        run_step(connect(file, key), int(sys.argv[5]), Path(sys.argv[6]).read_text())
        break
os.write(1, b"done\\n")
"""


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[DiaryFolder, RecoveryCode]:
    """A diary with some hundred notes that opens by passphrase and code."""
    folder = DiaryFolder(tmp_path_factory.mktemp("begun") / "diary")
    way = Passphrase(text="a long walk", cost=CHEAP)
    with folder.hold():
        diary, code = begin(folder, now=lambda: NOON, way=way)
        fill(diary)
        diary.close()
    return folder, code


def fill(diary: Diary) -> None:
    with diary.change():
        therapy = diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4)).id
        for number in range(NOTES):
            diary.notes.write(therapy, f"note {number} " * 200, NOON, title=str(number))


def key_of(folder: DiaryFolder) -> bytes:
    return slots.load(folder.vault().key_file).open_by_passphrase("a long walk")[0].key


def kill_it(chance: random.Random, longest: float, *arguments: str) -> bool:
    """Do it in a process of its own and kill that after a while; whether it was in the middle."""
    with subprocess.Popen([sys.executable, "-c", DOING, *arguments], stdout=subprocess.PIPE) as doing:
        assert doing.stdout is not None
        doing.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            doing.wait(chance.random() * longest)
        doing.kill()
        return b"done" not in doing.stdout.read()


def how_long(*arguments: str) -> float:
    """Seconds it takes when nobody kills it."""
    with subprocess.Popen([sys.executable, "-c", DOING, *arguments], stdout=subprocess.PIPE) as doing:
        assert doing.stdout is not None
        doing.stdout.readline()
        start = time.monotonic()
        doing.stdout.readline()
        return time.monotonic() - start


@contextmanager
def held(folder: DiaryFolder) -> Iterator[None]:
    """The folder, once a process that the killed one had started is done with it."""
    until = time.monotonic() + 20
    while True:
        try:
            hold = folder.hold()
            break
        except FolderInUse:
            assert time.monotonic() < until, "nobody lets go of the folder"
            time.sleep(0.01)
    with hold:
        yield


def harm_in(diary: Diary) -> str:
    """What is wrong with an open diary; empty when nothing is."""
    with closing(diary):
        found = diary.examine()
    if not found.whole:
        return "; ".join(found.problems[:3])
    return "" if found.counts["notes"] == NOTES else f"{found.counts['notes']} notes"


def told(tally: Tally, killed: int, harms: list[str]) -> None:
    tally("killed in the middle", f"{killed} of {TRIALS}")
    assert [harm for harm in harms if harm] == []
    assert killed >= max(1, TRIALS // 4), "the kills come too late to show anything"


def test_backups_that_can_be_seen_are_whole_after_any_kill(
    begun: tuple[DiaryFolder, RecoveryCode], tally: Tally
) -> None:
    folder, _ = begun
    key, chance, killed, harms, seen = key_of(folder), chances(1), 0, list[str](), 0
    for _ in range(TRIALS):
        killed += kill_it(chance, 0.4, str(folder.path), "backup", key.hex(), "-")
        with held(folder):
            harms.append(harm_in(open_with_passphrase(folder, "a long walk")))
            for it in backups(folder, key):
                harms.append("" if it.summary and not it.trouble else f"{it.file.name}: {it.trouble!r}")
                see_that_it_opens(folder, it.file, key)
                seen += 1
                it.file.unlink()
    tally("visible backups, all whole", seen)
    assert seen >= max(1, TRIALS // 10), "on a busy machine few get as far as their name"
    told(tally, killed, harms)


def test_a_restore_is_there_or_not_after_any_kill(
    begun: tuple[DiaryFolder, RecoveryCode], tmp_path: Path, tally: Tally
) -> None:
    folder, _ = begun
    stick = copy_to(folder, folder.vault().file, key_of(folder), tmp_path / "stick.diarybackup", NOON).file
    chance, killed, harms, vaults = chances(2), 0, list[str](), set[str]()
    for _ in range(TRIALS):
        killed += kill_it(chance, 0.25, str(folder.path), "restore", key_of(folder).hex(), str(stick))
        with held(folder):
            harms.append(harm_in(open_with_passphrase(folder, "a long walk")))
            vaults.add(folder.vault().id)
            harms += [f"left: {it.name}" for it in folder.vaults.glob("*.part")]
    tally("different diaries that counted", len(vaults))
    told(tally, killed, harms)


@pytest.mark.parametrize("what", ["passphrase", "code"])
def test_one_of_the_two_ways_in_opens_after_any_kill(
    begun: tuple[DiaryFolder, RecoveryCode], what: str, tally: Tally
) -> None:
    folder, code = begun
    key, chance, killed, harms, which = key_of(folder), chances(3), 0, list[str](), Counter[str]()
    other = new_code()
    pair = ["a long walk", "a quiet harbour"] if what == "passphrase" else [code.text, other.text]
    open_by = open_with_passphrase if what == "passphrase" else open_with_recovery
    for _ in range(TRIALS):
        killed += kill_it(chance, 0.12, str(folder.path), what, key.hex(), "-", *reversed(pair))
        opened = list[str]()
        with held(folder):
            for secret in pair:
                with suppress(NoKey):
                    harms.append(harm_in(open_by(folder, secret)))
                    opened.append(secret)
        which[str(pair.index(opened[0]))] += 1
        harms.append("" if len(opened) == 1 else f"{len(opened)} ways open it")
    tally("opened by the old / the new", f"{which['0']} / {which['1']}")
    _back_to(folder, key, pair[0], what)
    told(tally, killed, harms)


def _back_to(folder: DiaryFolder, key: bytes, secret: str, what: str) -> None:
    from therapy_diary.keys.recovery import parse
    from therapy_diary.vault.ways_in import change_code, change_passphrase

    if what == "passphrase":
        change_passphrase(folder, key, secret, CHEAP)
    else:
        change_code(folder, key, parse(secret))


def test_the_old_key_or_the_new_one_opens_after_any_kill(
    begun: tuple[DiaryFolder, RecoveryCode], tally: Tally
) -> None:
    folder, code = begun
    chance, killed, harms, which = chances(4), 0, list[str](), Counter[str]()
    for _ in range(TRIALS):
        key, new = key_of(folder), new_code()
        killed += kill_it(chance, 0.5, str(folder.path), "new key", key.hex(), "-", new.text)
        with held(folder):
            harms.append(harm_in(open_with_passphrase(folder, "a long walk")))
            opened = list[RecoveryCode]()
            for paper in (code, new):
                with suppress(NoKey):
                    open_with_recovery(folder, paper.text).close()
                    opened.append(paper)
            many = len(slots.load(folder.vault().key_file).generations)
        harms.append("" if len(opened) == 1 and many == 1 else f"{len(opened)} codes, {many} generations")
        which["new" if opened[0] == new else "old"] += 1
        code = opened[0]
    tally("codes in force: old / new", f"{which['old']} / {which['new']}")
    told(tally, killed, harms)


STEP = """
CREATE TABLE note_new (id INTEGER PRIMARY KEY, title TEXT NOT NULL, extra TEXT NOT NULL) STRICT;
INSERT INTO note_new SELECT note.id, title, text || text || text FROM note JOIN note_text ON note = id;
CREATE TABLE more (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
INSERT INTO more SELECT id, extra || extra || extra || extra FROM note_new;
UPDATE note SET starred = 1;
"""


def test_a_step_to_a_newer_shape_is_taken_whole_or_not_at_all_after_any_kill(
    tmp_path: Path, tally: Tally
) -> None:
    file, chance, killed, harms, which = (
        tmp_path / "diary.db",
        chances(5),
        0,
        list[str](),
        Counter[str](),
    )
    diary = Diary.create(file, KEY)
    fill(diary)
    diary.close()
    old = file.read_bytes()
    (tmp_path / "step.sql").write_text(STEP)
    before = len(steps())
    step = (
        str(tmp_path / "folder"),
        "migration",
        KEY.hex(),
        str(file),
        str(before + 1),
        str(tmp_path / "step.sql"),
    )
    longest = 1.2 * how_long(*step)
    file.write_bytes(old)
    for _ in range(TRIALS):
        killed += kill_it(chance, longest, *step)
        with closing(connect(file, KEY)) as opened:
            version = version_of(opened) - before
            tables = opened.execute(
                "SELECT count(*) FROM sqlite_schema WHERE name IN ('more', 'note_new')"
            ).fetchone()
            starred = opened.execute("SELECT count(*) FROM note WHERE starred").fetchone()
            harms.append("" if (tables[0], starred[0]) == (2 * version, NOTES * version) else "half a step")
            harms += examine(opened).problems
        which[str(version)] += 1
        if version:
            file.write_bytes(old)
    tally("old / new shape", f"{which['0']} / {which['1']}")
    told(tally, killed, harms)


def test_control_an_overwritten_key_file_is_seen_to_be_harmed_by_kills(tmp_path: Path, tally: Tally) -> None:
    careless = """
import itertools, os, sys
content = b"x" * 3_000_000
os.write(1, b"go\\n")
for number in itertools.count():
    with open(sys.argv[1], "wb") as opened:
        opened.write(content)
"""
    file, chance, harms = tmp_path / "keys.json", chances(6), 0
    for _ in range(8):
        with subprocess.Popen([sys.executable, "-c", careless, str(file)], stdout=subprocess.PIPE) as doing:
            assert doing.stdout is not None
            doing.stdout.readline()
            with suppress(subprocess.TimeoutExpired):
                doing.wait(0.02 + chance.random() * 0.05)
            doing.kill()
        harms += file.stat().st_size != 3_000_000
    tally("harmed", f"{harms} of 8")
    assert harms


def test_a_diary_that_begins_is_whole_or_not_there(tmp_path: Path) -> None:
    """The migration of an empty file, which is how every diary begins."""
    file = tmp_path / "diary.db"
    with closing(create(file, KEY)) as opened:
        with pytest.raises(Exception, match="no such table"):
            run_step(opened, 1, steps()[0] + "DROP TABLE nowhere;\n")
        migrate(opened)
        assert examine(opened).whole
    with pytest.raises(StorageError):
        connect(file, b"z" * 32)
