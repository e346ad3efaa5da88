"""The keyring of the operating system, asked from a safe distance: no call here waits longer than it says.

Tried on Linux with gnome-keyring. The Windows and macOS paths follow the documentation and have not been tried.
"""

import base64
import hashlib
import hmac
import json
import queue
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import IO, Any, Self

import therapy_diary
from therapy_diary.keys.errors import NoKey
from therapy_diary.keys.keyring_process import ASKING, BACKENDS, State
from therapy_diary.keys.slots import KEY_BYTES, DataKey

SERVICE = "local-vault"
"""Says nothing about therapy: the names of items can be guessed from the keyring's file."""
PATIENCE = 5.0
"""Seconds until a keyring that does not answer is given up."""
FOR_PERSON = 120.0
"""Seconds for somebody to type the keyring's password into the window that the system shows."""
WRITTEN_AS = "v1"
BESIDE_PACKAGE = Path(therapy_diary.__file__).parent.parent
"""Where the helper runs: python -m looks for modules there first, and not where we happen to be."""
FROZEN_ARGUMENT = "--keyring-process"
"""With this argument the frozen program must call keyring_process.main() and nothing else."""


class KeychainTrouble(NoKey):
    """The keyring did not hand over the key; state says how."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where in the keyring the data keys of one diary lie."""

    diary: str
    key_ids: tuple[str, ...]
    """The newest first; two while the data key is being replaced."""
    backend: str
    """As written in the key file; another than this system's own is refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the keyring said, and the data keys if it said ok."""

    state: State
    data_keys: tuple[DataKey, ...] = ()
    """The newest first; two only while the data key is being replaced."""

    def unwrap(self) -> tuple[DataKey, ...]:
        """The data keys, at least one. Raises KeychainTrouble."""
        if not self.data_keys:
            raise KeychainTrouble(self.state)
        return self.data_keys


class KeychainRead:
    """A reading that runs beside the start of the window and is asked for its result later."""

    def __init__(self, place: Place, helper: "_Helper") -> None:
        self._place = place
        self._helper = helper

    @classmethod
    def start(cls, place: Place, *, ask: bool = True) -> Self:
        """Begin reading. ask: the system may show its own window to unlock the keyring."""
        return cls(place, _Helper(_request("read", place, ask=ask)))

    def result(self, timeout: float = PATIENCE, *, for_person: float | None = None) -> Answer:
        """The answer, at the latest `timeout` seconds after the start.

        for_person: seconds to wait instead from the moment the system asks the person to unlock the keyring.
        """
        state, values = self._helper.result(timeout, for_person)
        if state != State.OK:
            return Answer(state=state)
        found = tuple(it for value in values if (it := read_value(self._place, value)) is not None)
        return Answer(state=State.OK if found else State.REFUSED, data_keys=found)

    @property
    def asking(self) -> bool:
        """Whether the system is asking the person right now."""
        return self._helper.asking

    @property
    def answered(self) -> bool:
        """Whether result() would answer at once."""
        return self._helper.answered

    def stop(self) -> None:
        """Stop reading; the answer is not wanted any more."""
        self._helper.stop()


def own_backend() -> str | None:
    """The keyring class for this system, as it is written into the key file; None where there is none."""
    return BACKENDS.get(sys.platform)


def available(timeout: float = PATIENCE) -> State:
    """Whether this computer has a keyring that could hold a key. Asks the person nothing."""
    backend = own_backend()
    if backend is None:
        return State.UNAVAILABLE
    place = Place(diary="", key_ids=(), backend=backend)
    return _Helper(_request("look", place, ask=False)).result(timeout)[0]


def keep(
    diary: str, data_key: DataKey, backend: str, timeout: float = PATIENCE, *, for_person: float | None = None
) -> State:
    """Store a data key under a new name, and read it back. Never writes over another value."""
    place = Place(diary=diary, key_ids=(data_key.key_id,), backend=backend)
    request = _request("keep", place, ask=True, value=written_value(diary, data_key))
    return _Helper(request).result(timeout, for_person)[0]


def forget(diary: str, key_id: str, backend: str, timeout: float = PATIENCE) -> State:
    """Take a data key out of the keyring, if that can be done without asking anybody."""
    place = Place(diary=diary, key_ids=(key_id,), backend=backend)
    return _Helper(_request("forget", place, ask=False)).result(timeout)[0]


def written_value(diary: str, data_key: DataKey) -> str:
    """The data key as it is written into the keyring: names, key and a check against half a value."""
    named = f"{WRITTEN_AS}:{diary}:{data_key.key_id}:{base64.b64encode(data_key.key).decode()}"
    return f"{named}:{_check(named)}"


def read_value(place: Place, value: str) -> DataKey | None:
    """The data key in a value from the keyring; None when it is not one of this diary."""
    named, _, check = value.rpartition(":")
    parts = named.split(":")
    if not hmac.compare_digest(check.encode(), _check(named).encode()) or len(parts) != 4:
        return None
    written_as, diary, key_id, coded = parts
    with suppress(ValueError):
        key = base64.b64decode(coded, validate=True)
        if (
            (written_as, diary) == (WRITTEN_AS, place.diary)
            and key_id in place.key_ids
            and len(key) == KEY_BYTES
        ):
            return DataKey(key_id=key_id, key=key)
    return None


def _check(named: str) -> str:
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _request(wanted: str, place: Place, *, ask: bool, value: str = "") -> dict[str, Any]:
    accounts = [f"{place.diary}:{key_id}" for key_id in place.key_ids]
    # Windows moves an older item aside when two share a service, so each diary has its own there
    service = f"{SERVICE}-{place.diary}"
    return {
        "do": wanted,
        "backend": place.backend,
        "service": service,
        "accounts": accounts,
        "ask": ask,
        "value": value,
    }


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FROZEN_ARGUMENT]
    return [sys.executable, "-m", "therapy_diary.keys.keyring_process"]


class _Helper:
    """One helper process with one request."""

    def __init__(self, request: dict[str, Any]) -> None:
        import subprocess  # 5 ms, and a diary that opens by passphrase asks no keyring

        self.asking = self.answered = False
        self._started = monotonic()
        self._lines: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._result: tuple[State, list[str]] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=BESIDE_PACKAGE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError:
            self._result, self.answered = (State.UNAVAILABLE, []), True
            return
        threading.Thread(target=self._read_lines, args=(self._process.stdout,), daemon=True).start()
        if self._process.stdin is not None:
            with suppress(OSError), self._process.stdin as pipe:
                pipe.write(json.dumps(request).encode() + b"\n")

    def result(self, timeout: float, for_person: float | None = None) -> tuple[State, list[str]]:
        """State and values; the helper is gone afterwards."""
        if self._result is None:
            self._result = self._wait(self._started + timeout, for_person)
            self.stop()
        return self._result

    def stop(self) -> None:
        """End the helper if it still runs."""
        self._result = self._result or (State.TIMEOUT, [])
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _wait(self, until: float, for_person: float | None) -> tuple[State, list[str]]:
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, until - monotonic()))
            except queue.Empty:
                return State.TIMEOUT, []
            if line != ASKING:
                return _understood(line)
            if for_person is not None:
                until = monotonic() + for_person

    def _read_lines(self, pipe: IO[bytes]) -> None:
        with pipe:
            for line in pipe:
                self.asking = line.strip() == ASKING
                self._lines.put(line.strip())
                self.answered = not self.asking
        self._lines.put(None)
        self.answered = True


def _understood(line: bytes | None) -> tuple[State, list[str]]:
    """What the helper said; a helper that died without a word leaves the keyring unavailable."""
    try:
        answer = json.loads(line or b"")
        return State(answer["state"]), [str(value) for value in answer["values"]]
    except (ValueError, KeyError, TypeError):
        return State.UNAVAILABLE, []
