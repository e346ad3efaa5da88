"""What opens a diary can be changed; until the new way has been seen to work from the disk, the old one holds."""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.keys.conftest import KeyringSession
from therapy_diary.keys import slots
from therapy_diary.keys.errors import (
    EmptyPassphrase,
    KeyFileDamaged,
    MistypedCode,
    NoSuchWay,
    WrongCode,
    WrongPassphrase,
)
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode, new_code
from therapy_diary.storage.connection import connect
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError, WrongKeyOrDamaged
from therapy_diary.storage.rekey import give_new_key
from therapy_diary.vault.asking import start_keyring_read
from therapy_diary.vault.backup import backups, make_backup
from therapy_diary.vault.errors import FolderInUse
from therapy_diary.vault.folder import DiaryFolder, Hold
from therapy_diary.vault.new_key import replace_key, was_interrupted
from therapy_diary.vault.opening import (
    Keyring,
    Passphrase,
    WayIn,
    begin,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery,
    ways,
)
from therapy_diary.vault.ways_in import (
    change_code,
    change_passphrase,
    check_code,
    remember_here,
    stop_remembering,
)

NOON = datetime(2026, 3, 4, 12, 0)
CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
WALK = Passphrase(text="a long walk", cost=CHEAP)
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's")


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(tmp_path / "diary")


@pytest.fixture
def begun(folder: DiaryFolder) -> tuple[bytes, RecoveryCode]:
    """The key and the code of a diary about Ruth that opens by passphrase."""
    return begin_by(folder, WALK)


def begin_by(folder: DiaryFolder, way: Passphrase | Keyring) -> tuple[bytes, RecoveryCode]:
    with folder.hold():
        diary, code = begin(folder, now=lambda: NOON, way=way)
        with diary.change():
            diary.therapies.begin(label="With Ruth", started_on=date(2026, 3, 4))
        key = diary.key
        diary.close()
    return key, code


def labels(diary: Diary) -> list[str]:
    found = [it.label for it in diary.therapies.all()]
    diary.close()
    return found


def by_keyring(folder: DiaryFolder) -> Diary:
    return open_with_keyring(folder, start_keyring_read(folder))


# The passphrase and the code


def test_a_new_passphrase_opens_the_diary_and_the_old_one_does_not(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    key, code = begun

    change_passphrase(folder, key, "a quiet harbour", CHEAP)

    with pytest.raises(WrongPassphrase):
        open_with_passphrase(folder, "a long walk")
    assert labels(open_with_passphrase(folder, "a quiet harbour")) == ["With Ruth"]
    assert labels(open_with_recovery(folder, code.text)) == ["With Ruth"]


def test_an_empty_passphrase_changes_nothing(folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]) -> None:
    before = folder.vault().key_file.read_bytes()

    with pytest.raises(EmptyPassphrase):
        change_passphrase(folder, begun[0], "", CHEAP)

    assert folder.vault().key_file.read_bytes() == before


def test_a_new_code_opens_the_diary_and_the_old_paper_does_not(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    key, old = begun
    new = new_code()

    change_code(folder, key, new)

    with pytest.raises(WrongCode):
        open_with_recovery(folder, old.text)
    assert labels(open_with_recovery(folder, new.text)) == ["With Ruth"]
    assert labels(open_with_passphrase(folder, "a long walk")) == ["With Ruth"]


def test_the_paper_can_be_checked_without_being_shown(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    key, code = begun

    check_code(folder, key, code.text.replace("-", " "))
    with pytest.raises(WrongCode):
        check_code(folder, key, new_code().text)
    with pytest.raises(MistypedCode) as mistyped:
        check_code(folder, key, code.text[:-1] + str((int(code.text[-1]) + 1) % 10))
    assert mistyped.value.groups == (8,)


def test_a_key_of_another_diary_changes_nothing(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    before = folder.vault().key_file.read_bytes()

    for change in (
        lambda: change_passphrase(folder, b"z" * 32, "a quiet harbour", CHEAP),
        lambda: change_code(folder, b"z" * 32, new_code()),
    ):
        with pytest.raises(KeyFileDamaged):
            change()

    assert folder.vault().key_file.read_bytes() == before
    assert begun


CHANGE = """
import os, resource, signal, sys
from pathlib import Path
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.ways_in import change_passphrase
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
try:
    change_passphrase(DiaryFolder(Path(sys.argv[1])), bytes.fromhex(sys.argv[2]), "new", Cost(kibibytes=8192, passes=1, lanes=1))
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(os.name != "posix", reason="file sizes are limited by RLIMIT_FSIZE")
@pytest.mark.parametrize("room", [0, 100, 700])
def test_without_room_for_the_new_passphrase_the_old_one_holds(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode], room: int
) -> None:
    before = folder.vault().key_file.read_bytes()
    command = [sys.executable, "-c", CHANGE, str(folder.path), begun[0].hex(), str(room)]

    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert said in {"DiskFull", "DiskTrouble"}
    assert folder.vault().key_file.read_bytes() == before
    assert [it.name for it in folder.vault().path.iterdir() if "part" in it.name] == []


# This computer


@linux_only
@pytest.mark.keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_diary_that_asked_each_time_can_open_by_itself_and_stop_doing_so(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    key, _ = begun

    remember_here(folder, key)
    assert ways(folder) == {WayIn.KEYRING, WayIn.PASSPHRASE, WayIn.RECOVERY}
    assert labels(by_keyring(folder)) == ["With Ruth"]
    remembered = slots.load(folder.vault().key_file)

    assert stop_remembering(folder, key) == State.OK
    assert ways(folder) == {WayIn.PASSPHRASE, WayIn.RECOVERY}
    with pytest.raises(NoSuchWay):
        start_keyring_read(folder)
    slots.save(folder.vault().key_file, remembered)
    with pytest.raises(KeychainTrouble) as trouble:
        by_keyring(folder)
    assert trouble.value.state == State.MISSING, "the keyring holds nothing any more"


@linux_only
@pytest.mark.keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_diary_that_opened_by_itself_needs_a_passphrase_before_it_stops(folder: DiaryFolder) -> None:
    key, code = begin_by(folder, Keyring())

    with pytest.raises(EmptyPassphrase):
        stop_remembering(folder, key)
    assert labels(by_keyring(folder)) == ["With Ruth"]

    assert stop_remembering(folder, key, "a long walk", CHEAP) == State.OK
    assert labels(open_with_passphrase(folder, "a long walk")) == ["With Ruth"]
    assert labels(open_with_recovery(folder, code.text)) == ["With Ruth"]


@linux_only
@pytest.mark.keyring_daemon
def test_a_keyring_that_stays_locked_is_said_when_remembering_ends(
    folder: DiaryFolder, keyring: KeyringSession
) -> None:
    key, _ = begin_by(folder, Keyring())
    keyring.lock()

    assert stop_remembering(folder, key, "a long walk", CHEAP) == State.LOCKED
    assert ways(folder) == {WayIn.PASSPHRASE, WayIn.RECOVERY}


@pytest.mark.usefixtures("bare_session")
def test_a_computer_without_a_keyring_remembers_nothing_and_says_so(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    before = folder.vault().key_file.read_bytes()

    with pytest.raises(KeychainTrouble):
        remember_here(folder, begun[0])

    assert folder.vault().key_file.read_bytes() == before


# The key itself


def test_after_a_change_of_keys_only_the_new_secrets_open_the_diary(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    old_key, old_code = begun
    code = new_code()
    old_keys = folder.vault().key_file.read_bytes()

    with folder.hold() as hold:
        diary = replace_key(folder, hold, old_key, code=code, passphrase="a quiet harbour", cost=CHEAP)

    assert diary.key != old_key
    assert diary.examine().whole
    assert labels(diary) == ["With Ruth"]
    assert labels(open_with_passphrase(folder, "a quiet harbour")) == ["With Ruth"]
    assert labels(open_with_recovery(folder, code.text)) == ["With Ruth"]
    with pytest.raises(WrongCode):
        open_with_recovery(folder, old_code.text)
    with pytest.raises(WrongPassphrase):
        open_with_passphrase(folder, "a long walk")
    with pytest.raises(WrongKeyOrDamaged):
        connect(folder.vault().file, old_key)
    folder.vault().key_file.write_bytes(old_keys)
    with pytest.raises(StorageError):
        open_with_passphrase(folder, "a long walk")


def test_a_diary_with_a_passphrase_keeps_one_through_a_change_of_keys(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    before = folder.vault().key_file.read_bytes()

    with folder.hold() as hold, pytest.raises(EmptyPassphrase):
        replace_key(folder, hold, begun[0], code=new_code())

    assert folder.vault().key_file.read_bytes() == before
    assert labels(open_with_passphrase(folder, "a long walk")) == ["With Ruth"]


def test_backups_from_before_a_change_of_keys_are_told_apart(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode]
) -> None:
    key, _ = begun
    make_backup(folder, folder.vault().file, key, NOON)
    with folder.hold() as hold:
        diary = replace_key(folder, hold, key, code=new_code(), passphrase="x y z", cost=CHEAP)
    make_backup(folder, diary.file, diary.key, NOON.replace(day=5))

    assert [it.summary is None for it in backups(folder, diary.key)] == [False, True]
    diary.close()


@linux_only
@pytest.mark.keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_diary_that_opens_by_itself_does_so_after_a_change_of_keys(folder: DiaryFolder) -> None:
    key, _ = begin_by(folder, Keyring())
    old = slots.load(folder.vault().key_file)
    code = new_code()

    with folder.hold() as hold:
        replace_key(folder, hold, key, code=code).close()

    assert labels(by_keyring(folder)) == ["With Ruth"]
    assert labels(open_with_recovery(folder, code.text)) == ["With Ruth"]
    slots.save(folder.vault().key_file, old)
    with pytest.raises(KeychainTrouble) as trouble:
        by_keyring(folder)
    assert trouble.value.state == State.MISSING, "the old key is gone from the keyring"


@linux_only
@pytest.mark.keyring_daemon
def test_a_keyring_that_takes_no_new_key_leaves_the_old_one_in_force(
    folder: DiaryFolder, keyring: KeyringSession
) -> None:
    key, code = begin_by(folder, Keyring())
    keyring.lock()

    with folder.hold() as hold, pytest.raises(KeychainTrouble):
        replace_key(folder, hold, key, code=new_code())

    keyring.unlock()
    assert labels(by_keyring(folder)) == ["With Ruth"]
    assert labels(open_with_recovery(folder, code.text)) == ["With Ruth"]
    assert len(slots.load(folder.vault().key_file).generations) == 1


def held(folder: DiaryFolder) -> Hold:
    """The lock on the folder, as soon as the process that a killed program had started is done with it."""
    for _ in range(1000):
        with suppress(FolderInUse):
            return folder.hold()
        time.sleep(0.01)
    raise AssertionError("nobody lets go of the folder")


REPLACE = """
import os, sys
from pathlib import Path
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import parse
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.new_key import replace_key, was_interrupted
import cryptography.hazmat.primitives.kdf.argon2, cryptography.hazmat.primitives.ciphers.aead
folder, cost = DiaryFolder(Path(sys.argv[1])), Cost(kibibytes=8192, passes=1, lanes=1)
with folder.hold() as hold:
    os.write(1, b"go\\n")
    replace_key(folder, hold, bytes.fromhex(sys.argv[2]), code=parse(sys.argv[3]), passphrase=sys.argv[4], cost=cost).close()
    os.write(1, b"done\\n")
"""


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
@pytest.mark.parametrize("seconds", [0.0, 0.02, 0.06, 0.15, 0.25])
def test_a_kill_while_the_key_changes_leaves_one_of_the_two_in_force(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode], seconds: float
) -> None:
    key, old = begun
    new = new_code()
    command = [sys.executable, "-c", REPLACE, str(folder.path), key.hex(), new.text, "a quiet harbour"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as replacing:
        assert replacing.stdout is not None
        replacing.stdout.readline()
        try:
            replacing.wait(seconds)
        except subprocess.TimeoutExpired:
            replacing.send_signal(signal.SIGKILL)

    opened = list[str]()
    with held(folder):
        for code in (old, new):
            with suppress(WrongCode, StorageError):
                opened += labels(open_with_recovery(folder, code.text))
    assert opened
    assert len(slots.load(folder.vault().key_file).generations) == 1


@pytest.mark.parametrize("got", ["no further than the key file", "as far as the diary"])
def test_a_change_of_keys_that_was_cut_short_is_known_and_tidied_at_the_next_opening(
    folder: DiaryFolder, begun: tuple[bytes, RecoveryCode], got: str
) -> None:
    key, old = begun
    vault, new, code = folder.vault(), slots.DataKey.new(), new_code()
    keys = slots.load(vault.key_file)
    generation = slots.new_generation(keys.diary, new, code, "a long walk", CHEAP)
    slots.save(vault.key_file, keys.with_next(generation))
    if got == "as far as the diary":
        give_new_key(vault.file, key, new.key)
    holds, does_not = (old, code) if got != "as far as the diary" else (code, old)

    assert was_interrupted(folder)
    assert labels(open_with_passphrase(folder, "a long walk")) == ["With Ruth"]

    assert not was_interrupted(folder)
    assert labels(open_with_recovery(folder, holds.text)) == ["With Ruth"]
    with pytest.raises(WrongCode):
        open_with_recovery(folder, does_not.text)
