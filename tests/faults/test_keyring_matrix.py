"""The real keyring in each state it can be in. The program says which within five seconds, and the code leads on."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import running
from tests.keys.conftest import (
    PASSWORD,
    KeyringSession,
    bare_session,
    environment_of,
    keyring,
    keyring_session,
    started,
)
from tests.keys.prompting import person
from tests.secret_forms import forms_of
from therapy_diary.keys import slots
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Keyring

__all__ = ["bare_session", "keyring", "keyring_session"]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.keyring_daemon,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
]
SECONDS = 6.0  # five for the keyring, one for this machine
LIVELY = 1.5  # seconds in which the window answers, whatever the keyring does
OPENS = "(it opens)"
ASKING = "(it asks)"


@dataclass(frozen=True, slots=True)
class Case:
    """A diary whose key was given to this keyring."""

    session: KeyringSession
    folder: DiaryFolder
    place: Path


State = Callable[[Case], AbstractContextManager[dict[str, str]]]


def as_it_should_be(_: Case) -> AbstractContextManager[dict[str, str]]:
    return nullcontext({})


def deleted(case: Case) -> AbstractContextManager[dict[str, str]]:
    case.session.empty()
    return nullcontext({})


def of_another_diary_only(case: Case) -> AbstractContextManager[dict[str, str]]:
    case.session.empty()
    opening.begin(DiaryFolder(case.place / "other"), now=lambda: NOON, way=Keyring())[0].close()
    return nullcontext({})


def locked(case: Case) -> AbstractContextManager[dict[str, str]]:
    case.session.lock()
    return nullcontext({})


def locked_before(mode: str) -> State:
    @contextmanager
    def before_somebody(case: Case) -> Iterator[dict[str, str]]:
        case.session.lock()
        with person(mode):
            yield {"DISPLAY": ":99"}  # else nobody can have been asked

    return before_somebody


@contextmanager
def frozen(case: Case) -> Iterator[dict[str, str]]:
    case.session.freeze()
    yield {}
    case.session.thaw()


@contextmanager
def killed(case: Case) -> Iterator[dict[str, str]]:
    """The daemon dies; the bus may start it again, locked."""
    with started(case.place / "session", unlocked=True) as session:
        session.daemon.kill()
        session.daemon.wait()
        yield environment_of(session.root) | {"DBUS_SESSION_BUS_ADDRESS": session.bus}


@contextmanager
def without_a_collection(case: Case) -> Iterator[dict[str, str]]:
    with started(case.place / "session", unlocked=False) as session:
        yield environment_of(session.root) | {"DBUS_SESSION_BUS_ADDRESS": session.bus}


def without_a_bus(_: Case) -> AbstractContextManager[dict[str, str]]:
    return nullcontext({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"})


def given_to(backend: str) -> State:
    def other_backend(case: Case) -> AbstractContextManager[dict[str, str]]:
        file = case.folder.vault().key_file
        slots.save(file, slots.load(file).with_backend(backend))
        return nullcontext({})

    return other_backend


def told_to_use(backend: str) -> State:
    return lambda _: nullcontext({"PYTHON_KEYRING_BACKEND": backend})


CASES: dict[str, tuple[State, tuple[str, ...]]] = {
    "ok": (as_it_should_be, (OPENS,)),
    "missing": (of_another_diary_only, ("does not hold the key",)),
    "deleted": (deleted, ("does not hold the key",)),
    "locked": (locked, ("locked",)),
    "locked, dismissed": (locked_before("dismiss"), ("stayed locked",)),
    "locked, not answered": (locked_before("hang"), (ASKING, "did not answer")),
    "locked, wrong password": (locked_before("wrong:not this one"), ("stayed locked",)),
    "locked, right password": (locked_before(f"password:{PASSWORD}"), (OPENS,)),
    "frozen": (frozen, ("did not answer",)),
    "killed": (killed, ("locked", "No working keyring was found", "does not hold the key")),
    "no collection": (
        without_a_collection,
        ("locked", "No working keyring was found", "does not hold the key"),
    ),
    "no bus": (without_a_bus, ("No working keyring was found",)),
    "null": (given_to("keyring.backends.null.Keyring"), ("not the keyring the diary was given to",)),
    "alt": (given_to("keyrings.alt.file.PlaintextKeyring"), ("not the keyring the diary was given to",)),
    "environment": (told_to_use("keyring.backends.null.Keyring"), (OPENS,)),
}


IN_SHORT = ("locked, wrong password", "killed", "no collection", "environment")
"""Those that tests/keys/test_keychain.py and tests/qt/test_keyring_states.py do not go through in every run."""


@pytest.mark.parametrize("name", CASES if amount(short=0, full=1) else IN_SHORT)
def test_each_state_is_said_in_time_and_the_code_leads_on(
    keyring: KeyringSession, tmp_path: Path, name: str, tally: Tally
) -> None:
    folder = DiaryFolder(tmp_path / "diary")
    diary, code = opening.begin(folder, now=lambda: NOON, way=Keyring())
    key = diary.key
    with diary.change():
        diary.therapies.begin(label="With N.", started_on=NOON.date())
    diary.close()
    state, expected = CASES[name]
    with (
        state(Case(keyring, folder, tmp_path)) as settings,
        running(folder.path, tmp_path / "errors", settings) as program,
    ):
        program.wait_for("unlock is not None or main is not None")
        began, slowest, said = time.monotonic(), 0.0, ""
        while not said and time.monotonic() < began + SECONDS:
            asked = time.monotonic()
            if program.do("main is not None"):
                said = OPENS
            elif program.do("main is None and unlock.form.notice.isVisible()"):
                said = program.do("unlock.form.notice.text()")
            slowest = max(slowest, (time.monotonic() - asked) / 2)
            time.sleep(0.05)
        said = said or (ASKING if program.do("unlock.form.progress.text()") else "")
        tally(name, f"{said} {time.monotonic() - began:.1f} s")
        assert any(it in said for it in expected), said
        assert slowest < LIVELY
        assert program.do("first is None"), "never taken for a folder without a diary"
        if said != OPENS:
            program.do("unlock.form.other.click()")
            program.do(f"QTest.keyClicks(unlock.form.code, {code.text!r})")
            program.do("QTest.keyClick(unlock.form.code, Qt.Key.Key_Return)")
            program.wait_for("main is not None")
        assert program.do("main.desk.diary.counts()['therapies']") == 1
        assert program.quit() == 0
    files = [it for place in (tmp_path, keyring.root) for it in place.rglob("*") if it.is_file()]
    kept = b"".join(it.read_bytes() for it in files)
    assert not any(form in kept for form in forms_of(key))


def test_control_a_program_that_takes_whatever_keyring_there_is_writes_it_in_plain(tmp_path: Path) -> None:
    planted = (
        "from keyring.backend import KeyringBackend\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 100\n"
        "    def get_password(self, service, username): return None\n"
        f"    def set_password(self, service, username, password): open({str(tmp_path / 'plain')!r}, 'w').write(password)\n"
    )
    (tmp_path / "planted.py").write_text(planted)
    subprocess.run(
        [sys.executable, "-c", "import keyring; keyring.set_password('a', 'b', 'the key')"],
        env={"PYTHONPATH": str(tmp_path), "PYTHON_KEYRING_BACKEND": "planted.Keyring", "HOME": str(tmp_path)},
        check=True,
    )
    assert (tmp_path / "plain").read_text() == "the key"
