"""A diary is begun whole or not at all, and opens by what the person has."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from therapy_diary.keys.errors import (
    EmptyPassphrase,
    KeyFileDamaged,
    KeyFileMissing,
    MistypedCode,
    NoSuchWay,
    WrongCode,
    WrongPassphrase,
)
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode, new_code
from therapy_diary.keys.slots import load
from therapy_diary.storage.errors import (
    DiaryDamaged,
    DiaryEmpty,
    DiaryMissing,
    DiskFull,
    DiskTrouble,
    ReadOnly,
    StorageError,
    Unreadable,
)
from therapy_diary.vault.asking import start_keyring_read
from therapy_diary.vault.errors import DiaryAlreadyHere, FolderTrouble, NoDiaryYet
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import (
    Passphrase,
    WayIn,
    begin,
    delay_after,
    open_with_passphrase,
    open_with_recovery,
    ways,
)

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
WALK = Passphrase(text="a long walk", cost=CHEAP)


def noon() -> datetime:
    return datetime(2026, 3, 4, 12, 0)


def contents(path: Path) -> dict[str, bytes]:
    return {str(it.relative_to(path)): it.read_bytes() for it in sorted(path.rglob("*")) if it.is_file()}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RecoveryCode]:
    """A folder with a diary about one therapy, and its code."""
    folder = DiaryFolder(tmp_path_factory.mktemp("begun") / "diary")
    with folder.hold():
        diary, code = begin(folder, now=noon, way=WALK)
        with diary.change():
            diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4))
        diary.close()
    return folder.path, code


@pytest.fixture
def folder(begun: tuple[Path, RecoveryCode], tmp_path: Path) -> DiaryFolder:
    """A copy of it, as after a move to another computer."""
    return DiaryFolder(shutil.copytree(begun[0], tmp_path / "diary"))


@pytest.fixture
def code(begun: tuple[Path, RecoveryCode]) -> RecoveryCode:
    """The code on its paper."""
    return begun[1]


def test_a_diary_opens_by_its_passphrase_and_by_its_code(folder: DiaryFolder, code: RecoveryCode) -> None:
    assert ways(folder) == {WayIn.PASSPHRASE, WayIn.RECOVERY}
    for diary in (open_with_passphrase(folder, "a long walk"), open_with_recovery(folder, code.text)):
        assert [it.label for it in diary.therapies.all()] == ["With Ruth"]
        diary.close()


def test_a_wrong_passphrase_or_code_changes_nothing(folder: DiaryFolder) -> None:
    before = contents(folder.path)

    with pytest.raises(WrongPassphrase):
        open_with_passphrase(folder, "a short walk")
    with pytest.raises(WrongCode):
        open_with_recovery(folder, new_code().text)
    with pytest.raises(MistypedCode):
        open_with_recovery(folder, "123456")
    with pytest.raises(NoSuchWay):
        start_keyring_read(folder)

    assert contents(folder.path) == before


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_everything_in_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    folder, before = DiaryFolder(tmp_path / "diary"), os.umask(0)
    try:
        with folder.hold():
            begin(folder, now=noon, way=WALK)[0].close()
    finally:
        os.umask(before)

    modes = {it: stat.S_IMODE(it.stat().st_mode) for it in (folder.path, *folder.path.rglob("*"))}
    assert len(modes) >= 9
    assert {it.name: mode for it, mode in modes.items() if mode != (0o700 if it.is_dir() else 0o600)} == {}


def test_the_key_file_remembers_how_the_diary_file_begins(folder: DiaryFolder) -> None:
    vault = folder.vault()

    assert load(vault.key_file).cipher_salt == vault.file.read_bytes()[:16]


def test_a_second_diary_is_not_begun_in_the_same_folder(folder: DiaryFolder) -> None:
    before = contents(folder.path)

    with folder.hold(), pytest.raises(DiaryAlreadyHere):
        begin(folder, now=noon, way=WALK)

    assert contents(folder.path) == before


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(lambda it: it.vault().key_file.unlink(), KeyFileMissing, id="no key file"),
        pytest.param(lambda it: it.vault().key_file.write_bytes(b""), KeyFileDamaged, id="empty key file"),
        pytest.param(lambda it: it.vault().file.unlink(), DiaryMissing, id="no diary file"),
        pytest.param(lambda it: it.vault().file.write_bytes(b""), DiaryEmpty, id="empty diary file"),
        pytest.param(lambda it: it.vault().file.write_bytes(bytes(9000)), DiaryDamaged, id="damaged diary"),
        pytest.param(lambda it: it.pointer_file.unlink(), FolderTrouble, id="no pointer"),
        pytest.param(lambda it: it.pointer_file.write_bytes(b"?"), FolderTrouble, id="damaged pointer"),
        pytest.param(lambda it: shutil.rmtree(it.vaults), FolderTrouble, id="no vaults"),
    ],
)
def test_what_is_missing_or_damaged_is_said_and_never_taken_for_a_new_diary(
    folder: DiaryFolder, harm: Callable[[DiaryFolder], object], said: type[Exception]
) -> None:
    harm(folder)
    before = contents(folder.path)

    with pytest.raises(said) as refused:
        open_with_passphrase(folder, "a long walk")
    assert not isinstance(refused.value, NoDiaryYet)
    with pytest.raises(DiaryAlreadyHere):
        begin(folder, now=noon, way=WALK)

    assert contents(folder.path) == before


def test_an_empty_passphrase_begins_nothing(tmp_path: Path) -> None:
    folder = DiaryFolder(tmp_path / "diary")

    with pytest.raises(EmptyPassphrase):
        begin(folder, now=noon, way=Passphrase(text="", cost=CHEAP))

    assert contents(folder.path) == {}
    assert not folder.has_diary()


BEGIN = """
import os, resource, signal, sys
from datetime import datetime
from pathlib import Path
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin
import cryptography.hazmat.primitives.kdf.argon2, cryptography.hazmat.primitives.ciphers.aead
import cryptography.hazmat.primitives.kdf.hkdf, sqlcipher3
folder, limit = DiaryFolder(Path(sys.argv[1])), int(sys.argv[2])
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
os.write(1, b"go\\n")
way = Passphrase(text="a long walk", cost=Cost(kibibytes=8192, passes=1, lanes=1))
try:
    diary, code = begin(folder, now=lambda: datetime(2026, 3, 4), way=way)
except Exception as error:
    print(type(error).__name__, flush=True)
else:
    print(code.text, flush=True)
    diary.close()
"""


def begin_elsewhere(path: Path, limit: int = 0) -> "subprocess.Popen[bytes]":
    started = subprocess.Popen([sys.executable, "-c", BEGIN, str(path), str(limit)], stdout=subprocess.PIPE)
    assert started.stdout is not None
    started.stdout.readline()
    return started


@pytest.mark.skipif(os.name != "posix", reason="file sizes are limited by RLIMIT_FSIZE")
@pytest.mark.parametrize("limit", [50, 1000, 5000, 60_000])
def test_a_disk_without_room_begins_nothing_and_later_begins_well(tmp_path: Path, limit: int) -> None:
    folder = DiaryFolder(tmp_path / "diary")

    said = begin_elsewhere(folder.path, limit).communicate()[0].decode().strip()

    assert said in {kind.__name__ for kind in (DiskFull, DiskTrouble)}
    assert contents(folder.path) == {}
    assert list(folder.vaults.iterdir()) == []
    diary, _ = begin(folder, now=noon, way=WALK)
    diary.close()


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_a_kill_while_beginning_leaves_a_whole_diary_or_none(tmp_path: Path) -> None:
    for trial in range(12):
        folder = DiaryFolder(tmp_path / str(trial))
        started = begin_elsewhere(folder.path)
        try:
            started.wait(trial * 0.008)
        except subprocess.TimeoutExpired:
            started.send_signal(signal.SIGKILL)
        started.communicate()
        if folder.has_diary():
            open_with_passphrase(folder, "a long walk").close()
        else:
            begin(folder, now=noon, way=WALK)[0].close()
            assert [it.name for it in folder.vaults.iterdir()] == [folder.vault().id]


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A folder this process may look into and not write to; as root, by becoming nobody for a while."""
    place = Path(tempfile.mkdtemp())
    place.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65_534)
    yield place
    os.seteuid(os.getuid())
    place.rmdir()


@pytest.fixture
def foreign_diary() -> Iterator[DiaryFolder]:
    """A diary whose files may be found by this process; as root, by becoming nobody for a while."""
    place = Path(tempfile.mkdtemp())
    folder = DiaryFolder(place)
    begin(folder, now=noon, way=WALK)[0].close()
    for it in (place, *place.rglob("*")):
        it.chmod(0o755 if it.is_dir() else 0o644)
    if os.geteuid() == 0:
        os.seteuid(65_534)
    yield folder
    os.seteuid(os.getuid())
    shutil.rmtree(place)


@contextmanager
def closed(it: Path) -> Iterator[None]:
    """With this file or folder closed to everybody but its owner, who is root or has no right either."""
    before, user = it.stat().st_mode, os.geteuid()
    os.seteuid(os.getuid())
    it.chmod(0)
    os.seteuid(user)
    yield
    os.seteuid(os.getuid())
    it.chmod(before)
    os.seteuid(user)


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_files_that_may_not_be_read_are_called_so_and_not_closed_to_writing(
    foreign_diary: DiaryFolder,
) -> None:
    vault = foreign_diary.vault()
    for it in (foreign_diary.pointer_file, vault.path, vault.key_file, vault.file):
        with closed(it), pytest.raises(Unreadable):
            open_with_passphrase(foreign_diary, "a long walk")


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_a_folder_that_may_not_be_written_begins_nothing(closed_folder: Path) -> None:
    with pytest.raises(ReadOnly):
        begin(DiaryFolder(closed_folder), now=noon, way=WALK)
    with pytest.raises(ReadOnly):
        DiaryFolder(closed_folder / "diary").hold()

    assert list(closed_folder.iterdir()) == []


def test_an_open_diary_moved_away_refuses_to_save(folder: DiaryFolder) -> None:
    diary = open_with_passphrase(folder, "a long walk")
    folder.path.rename(folder.path.with_name("elsewhere"))

    with pytest.raises(StorageError), diary.change():
        diary.therapies.begin(label="Lost", started_on=date(2026, 3, 4))

    diary.close()


def test_wrong_passphrases_make_the_next_try_wait_longer_up_to_half_a_minute() -> None:
    assert [delay_after(failures) for failures in range(10)] == [0, 0, 1, 2, 4, 8, 16, 30, 30, 30]
    assert delay_after(10**6) == 30
