"""A diary that opens by itself on this computer, and what happens when its keyring does not play along."""

import errno
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.keys.conftest import KeyringSession
from therapy_diary.keys import keychain, slots
from therapy_diary.keys.keychain import KeychainTrouble
from therapy_diary.keys.keyring_process import State
from therapy_diary.storage.errors import DiskFull
from therapy_diary.vault.asking import start_keyring_read
from therapy_diary.vault.errors import DiaryAlreadyHere
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import (
    Keyring,
    WayIn,
    begin,
    open_with_keyring,
    open_with_recovery,
    ways,
)

pytestmark = [
    pytest.mark.keyring_daemon,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
]


def noon() -> datetime:
    return datetime(2026, 3, 4, 12, 0)


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    """A folder where nothing is yet."""
    return DiaryFolder(tmp_path / "diary")


@pytest.mark.usefixtures("keyring")
def test_a_diary_opens_by_itself_and_by_its_code(folder: DiaryFolder) -> None:
    diary, code = begin(folder, now=noon, way=Keyring())
    diary.close()

    assert ways(folder) == {WayIn.KEYRING, WayIn.RECOVERY}
    open_with_keyring(folder, start_keyring_read(folder)).close()
    open_with_recovery(folder, code.text).close()


@pytest.mark.usefixtures("keyring")
def test_on_another_computer_the_code_opens_what_the_keyring_there_does_not(folder: DiaryFolder) -> None:
    diary, code = begin(folder, now=noon, way=Keyring())
    diary.close()
    keys = slots.load(folder.vault().key_file)
    keychain.forget(keys.diary, keys.generations[0].key_id, keys.backend or "")

    with pytest.raises(KeychainTrouble) as trouble:
        open_with_keyring(folder, start_keyring_read(folder))

    assert trouble.value.state == State.MISSING
    with pytest.raises(DiaryAlreadyHere):
        begin(folder, now=noon, way=Keyring())
    open_with_recovery(folder, code.text).close()


@pytest.mark.usefixtures("keyring")
def test_a_copied_folder_opens_from_its_new_place(folder: DiaryFolder, tmp_path: Path) -> None:
    begin(folder, now=noon, way=Keyring())[0].close()

    copy = DiaryFolder(shutil.copytree(folder.path, tmp_path / "copy"))

    open_with_keyring(copy, start_keyring_read(copy)).close()


@pytest.mark.usefixtures("keyring")
def test_a_key_file_that_names_another_keyring_is_refused(folder: DiaryFolder) -> None:
    begin(folder, now=noon, way=Keyring())[0].close()
    file = folder.vault().key_file
    slots.save(file, replace(slots.load(file), backend="keyring.backends.null.Keyring"))

    with pytest.raises(KeychainTrouble) as trouble:
        open_with_keyring(folder, start_keyring_read(folder))

    assert trouble.value.state == State.REFUSED


def locked(session: KeyringSession, _: pytest.MonkeyPatch) -> None:
    session.lock()


def gone(_: KeyringSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")


@pytest.mark.parametrize("harm", [locked, gone])
def test_without_a_working_keyring_nothing_is_begun(
    folder: DiaryFolder,
    keyring: KeyringSession,
    monkeypatch: pytest.MonkeyPatch,
    harm: Callable[[KeyringSession, pytest.MonkeyPatch], None],
) -> None:
    address = keyring.bus
    harm(keyring, monkeypatch)

    with pytest.raises(KeychainTrouble):
        begin(folder, now=noon, way=Keyring())

    assert not folder.has_diary()
    assert list(folder.vaults.iterdir()) == []
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)


@pytest.mark.usefixtures("keyring")
def test_a_beginning_that_fails_after_the_keyring_takes_the_key_back_out(folder: DiaryFolder) -> None:
    def too_late() -> datetime:
        raise OSError(errno.ENOSPC, "no room")

    before = items()
    with pytest.raises(DiskFull):
        begin(folder, now=too_late, way=Keyring())

    assert (items(), folder.has_diary()) == (before, False)


def items() -> int:
    """How many items the keyring holds."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        return len(list(secretstorage.get_default_collection(bus).get_all_items()))
