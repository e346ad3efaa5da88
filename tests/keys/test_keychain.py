"""The keyring of the system, in each state it can be in. Never a wait without end, never plain text, never a guess."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest

from tests.keys.conftest import PASSWORD, KeyringSession
from tests.keys.prompting import person
from tests.pace import at_this_pace
from tests.secret_forms import forms_of
from therapy_diary.keys import keychain
from therapy_diary.keys.keychain import KeychainRead, KeychainTrouble, Place
from therapy_diary.keys.keyring_process import State
from therapy_diary.keys.slots import DataKey

SECRET_SERVICE = "keyring.backends.SecretService.Keyring"
DIARY = "d" * 32

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
]
keyring_daemon = pytest.mark.keyring_daemon


@pytest.fixture
def key() -> DataKey:
    """A data key no keyring has seen."""
    return DataKey.new()


def place_of(key: DataKey, backend: str = SECRET_SERVICE) -> Place:
    return Place(diary=DIARY, key_ids=(key.key_id,), backend=backend)


@keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_key_that_was_stored_is_read_back(key: DataKey) -> None:
    assert keychain.available() == State.OK
    assert keychain.keep(DIARY, key, SECRET_SERVICE) == State.OK

    reading = KeychainRead.start(place_of(key))

    assert reading.result().unwrap() == (key,)
    assert reading.result().unwrap() == (key,)


READ_BY_ITSELF = """
import json, sys
from therapy_diary.keys import keyring_process
print(keyring_process.answer(json.loads(sys.argv[1]))["state"], "keyring" in sys.modules)
"""


@keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_key_that_lies_there_is_read_without_waiting_for_the_library(key: DataKey) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)

    def read_of(one: DataKey) -> str:
        request = keychain._request("read", place_of(one), ask=False)
        command = [sys.executable, "-c", READ_BY_ITSELF, json.dumps(request)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()

    assert read_of(key) == "ok False"
    assert read_of(DataKey.new()) == "missing True"  # the library has the last word on that


@keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_missing_item_is_called_missing(key: DataKey) -> None:
    answer = KeychainRead.start(place_of(key)).result()

    assert answer.state == State.MISSING
    with pytest.raises(KeychainTrouble):
        answer.unwrap()


@keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_an_item_can_be_forgotten_and_then_is_missing(key: DataKey) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)

    assert keychain.forget(DIARY, key.key_id, SECRET_SERVICE) == State.OK
    assert KeychainRead.start(place_of(key)).result().state == State.MISSING


@keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_a_key_is_never_written_over_another(key: DataKey) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)

    other = DataKey(key_id=key.key_id, key=b"x" * 32)

    assert keychain.keep(DIARY, other, SECRET_SERVICE) == State.REFUSED
    assert KeychainRead.start(place_of(key)).result().unwrap() == (key,)


@keyring_daemon
@pytest.mark.usefixtures("keyring")
def test_while_the_key_is_being_replaced_both_are_found(key: DataKey) -> None:
    newer = DataKey.new()
    for it in (key, newer):
        keychain.keep(DIARY, it, SECRET_SERVICE)

    place = Place(diary=DIARY, key_ids=(newer.key_id, key.key_id), backend=SECRET_SERVICE)

    assert KeychainRead.start(place).result().unwrap() == (newer, key)


@keyring_daemon
def test_a_locked_keyring_that_nobody_can_unlock_is_called_locked(
    key: DataKey, keyring: KeyringSession
) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)
    keyring.lock()

    assert KeychainRead.start(place_of(key)).result().state == State.LOCKED
    assert KeychainRead.start(place_of(key), ask=False).result().state == State.LOCKED
    assert keychain.available() == State.LOCKED


@keyring_daemon
def test_a_person_who_closes_the_window_leaves_it_locked(
    key: DataKey, keyring: KeyringSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":no-such-display")
    keychain.keep(DIARY, key, SECRET_SERVICE)
    keyring.lock()

    with person("dismiss"):
        assert KeychainRead.start(place_of(key)).result().state == State.DISMISSED


@keyring_daemon
def test_a_person_who_does_not_answer_is_not_waited_for(key: DataKey, keyring: KeyringSession) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)
    keyring.lock()
    began = monotonic()

    with person("hang"):
        reading = KeychainRead.start(place_of(key))
        assert reading.result(timeout=2.0).state == State.TIMEOUT

    assert reading.asking
    assert monotonic() - began < 2 + at_this_pace(3, monotonic)


@keyring_daemon
def test_a_person_who_types_the_password_gets_in(key: DataKey, keyring: KeyringSession) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)
    keyring.lock()

    with person(f"password:{PASSWORD}"):
        assert KeychainRead.start(place_of(key)).result(for_person=10.0).unwrap() == (key,)


@keyring_daemon
def test_a_key_can_be_stored_in_a_keyring_that_is_unlocked_for_it(
    key: DataKey, keyring: KeyringSession
) -> None:
    keyring.lock()

    with person(f"password:{PASSWORD}"):
        assert keychain.keep(DIARY, key, SECRET_SERVICE, for_person=10.0) == State.OK

    assert KeychainRead.start(place_of(key)).result().unwrap() == (key,)


@keyring_daemon
def test_a_frozen_daemon_is_given_up_in_time(key: DataKey, keyring: KeyringSession) -> None:
    keychain.keep(DIARY, key, SECRET_SERVICE)
    keyring.freeze()
    began = monotonic()

    reading = KeychainRead.start(place_of(key))
    stopped = KeychainRead.start(place_of(key))
    stopped.stop()

    assert reading.result(timeout=1.0).state == State.TIMEOUT
    assert stopped.result().state == State.TIMEOUT
    assert keychain.available(timeout=0.5) == State.TIMEOUT
    assert monotonic() - began < 1.5 + at_this_pace(1.5, monotonic)
    assert keychain.PATIENCE <= 5.0
    keyring.thaw()
    assert KeychainRead.start(place_of(key)).result().unwrap() == (key,)


def files_below(root: Path) -> bytes:
    return b"".join(it.read_bytes() for it in root.rglob("*") if it.is_file())


def test_without_a_bus_there_is_no_keyring_and_nothing_is_written(key: DataKey, bare_session: Path) -> None:
    assert keychain.available() == State.UNAVAILABLE
    assert keychain.keep(DIARY, key, SECRET_SERVICE) == State.UNAVAILABLE
    assert KeychainRead.start(place_of(key)).result().state == State.UNAVAILABLE

    assert not any(form in files_below(bare_session) for form in forms_of(key.key))


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyrings.alt.file.PlaintextKeyring",
        "os.path",
        "",
    ],
)
def test_a_backend_that_is_not_this_systems_own_is_refused(
    key: DataKey, bare_session: Path, backend: str
) -> None:
    assert keychain.keep(DIARY, key, backend) == State.REFUSED
    assert KeychainRead.start(place_of(key, backend)).result().state == State.REFUSED

    assert not any(form in files_below(bare_session) for form in forms_of(key.key))


PLANTED = """
from keyring.backend import KeyringBackend
from pathlib import Path
class Keyring(KeyringBackend):
    priority = 100
    def get_password(self, service, username):
        return None
    def set_password(self, service, username, password):
        (Path.home() / "plain.txt").write_text(password)
"""


def by_environment(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "planted.Keyring")
    monkeypatch.setenv("PYTHONPATH", str(home))


def by_null(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert home.is_dir()


def by_property(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/org/freedesktop/secrets/collection/session")
    assert home.is_dir()


def by_file(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = home / ".config" / "python_keyring"
    config.mkdir(parents=True, exist_ok=True)
    (config / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=planted.Keyring\nkeyring-path={home}\n"
    )
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND", raising=False)


@keyring_daemon
@pytest.mark.parametrize("force", [by_environment, by_null, by_property, by_file])
def test_nobody_can_slip_in_another_backend(
    key: DataKey,
    keyring: KeyringSession,
    monkeypatch: pytest.MonkeyPatch,
    force: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    home = keyring.root / "home"
    (home / "planted.py").write_text(PLANTED)
    force(home, monkeypatch)
    if force in {by_environment, by_file}:  # the trap works: the library by itself walks into it
        by_itself = "import keyring; keyring.set_password('somebody', 'else', 'entirely')"
        subprocess.run([sys.executable, "-c", by_itself], check=True)
        (home / "plain.txt").unlink()

    assert keychain.keep(DIARY, key, SECRET_SERVICE) == State.OK

    assert not (home / "plain.txt").exists()
    assert not any(form in files_below(keyring.root) for form in forms_of(key.key))
    for name in ("PYTHON_KEYRING_BACKEND", "KEYRING_PROPERTY_PREFERRED_COLLECTION"):
        monkeypatch.delenv(name, raising=False)
    assert KeychainRead.start(place_of(key)).result().unwrap() == (key,)


@pytest.mark.usefixtures("bare_session")
def test_the_key_travels_neither_as_argument_nor_in_the_environment(key: DataKey) -> None:
    value = keychain.written_value(DIARY, key)
    seen = b""
    while not seen:  # nothing of a process can be read any more that has ended before we looked
        helper = keychain._Helper(keychain._request("keep", place_of(key), ask=True, value=value))
        assert helper._process is not None
        process = Path("/proc") / str(helper._process.pid)
        seen = (process / "cmdline").read_bytes() + (process / "environ").read_bytes()
        helper.stop()

    assert b"keyring_process" in seen
    assert not any(form in seen for form in forms_of(key.key))


def test_half_a_value_or_one_of_another_diary_is_no_key(key: DataKey) -> None:
    value = keychain.written_value(DIARY, key)
    elsewhere = Place(diary="e" * 32, key_ids=(key.key_id,), backend=SECRET_SERVICE)
    renamed = Place(diary=DIARY, key_ids=("0" * 16,), backend=SECRET_SERVICE)

    assert keychain.read_value(place_of(key), value) == key
    assert len(value) < 200
    for wrong in (
        value[:-1],
        value[1:],
        "",
        ":" * 4,
        value.replace("v1", "v2"),
        value.upper(),
        "\udce4" + value,
    ):
        assert keychain.read_value(place_of(key), wrong) is None
    assert keychain.read_value(elsewhere, value) is None
    assert keychain.read_value(renamed, value) is None
