"""The helper process that talks to the keyring of the operating system.

A keyring may be frozen, or wait for ever for somebody to answer its window, and its library takes 0.1 s to load. Here
neither holds up the diary: the parent reads a pipe, and ends this process when it has waited long enough. On Linux a key
that lies where that library puts it is read without the library, which is loaded for everything else.

One JSON object comes in on standard input. Out go, a line each, perhaps "asking" (the system is asking the person to
unlock the keyring), and then one JSON object. The key travels over these pipes only.
"""

import json
import os
import sys
from contextlib import suppress
from enum import StrEnum
from importlib import import_module
from typing import Any

ASKING = b"asking"
LARGEST = 64 * 1024


class State(StrEnum):
    """How the keyring answered."""

    OK = "ok"
    MISSING = "missing"
    """The keyring is open and holds nothing of this name. Never a reason to begin a new diary."""
    LOCKED = "locked"
    """It is locked, and nobody was asked or could be asked to unlock it."""
    DISMISSED = "dismissed"
    """The person was asked to unlock it and did not."""
    UNAVAILABLE = "unavailable"
    """There is no keyring on this computer, or it does not work."""
    TIMEOUT = "timeout"
    """It did not answer in time."""
    REFUSED = "refused"
    """It is not the keyring this diary was given to, or it did not hold what it was given."""


BACKENDS = {
    "linux": "keyring.backends.SecretService.Keyring",  # GNOME, and KDE since 5.97
    "darwin": "keyring.backends.macOS.Keyring",
    "win32": "keyring.backends.Windows.WinVaultKeyring",
}
"""The one class for each system. Others of the library store plain text, store nothing, or choose among themselves."""


class Answered(Exception):
    """The request is answered, before its end."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self.state = state


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Do what is asked, and say how it went. Raises nothing: any failure is a state."""
    values: list[str] = []
    try:
        if request["backend"] != BACKENDS.get(sys.platform):
            return {"state": State.REFUSED, "values": []}
        state, values = _do(request)
    except Answered as answered:
        state = answered.state
    except Exception as error:  # the library lets through what it finds below itself
        state = State.LOCKED if type(error).__name__ == "KeyringLocked" else State.UNAVAILABLE
    return {"state": state, "values": values}


def _do(request: dict[str, Any]) -> tuple[State, list[str]]:
    opened = _wake_secret_service(may_ask=request["ask"]) if sys.platform == "linux" else None
    wanted, service = request["do"], request["service"]
    if wanted == "read":
        return _read(service, request["accounts"], opened)
    if wanted == "keep":
        return _keep(service, request["accounts"][0], request["value"]), []
    if wanted == "forget":
        return _forget(service, request["accounts"][0]), []
    _backend()  # "look": it can be built, and on Linux it has answered
    return State.OK, []


def _backend() -> Any:
    """The backend, built directly: keyring.get_keyring() would heed the environment and files beside it."""
    for name in [name for name in os.environ if name.startswith("KEYRING_PROPERTY_")]:
        del os.environ[name]
    module, _, name = BACKENDS[sys.platform].rpartition(".")
    backend = getattr(import_module(module), name)()
    if sys.platform == "win32":
        backend.persist = "local machine"  # the default roams to other computers of a company
    return backend


def _wake_secret_service(*, may_ask: bool) -> Any:
    """The Secret Service's collection, unlocked if need be and the person may be asked. Raises Answered."""
    import secretstorage

    collection = secretstorage.Collection(secretstorage.dbus_init())
    if not collection.is_locked():
        return collection
    if not may_ask:
        raise Answered(State.LOCKED)
    os.write(1, ASKING + b"\n")
    if collection.unlock() or collection.is_locked():
        has_screen = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        raise Answered(State.DISMISSED if has_screen else State.LOCKED)
    return collection


def _read(service: str, accounts: list[str], opened: Any) -> tuple[State, list[str]]:
    values, backend = [], None
    for account in accounts:
        value = None if opened is None else _lying_in(opened, service, account)
        if not value:  # the library has the last word on what cannot be read as it lies
            backend = backend or _backend()
            value = backend.get_password(service, account)
        if value:
            values.append(value)
    return (State.OK if values else State.MISSING), values


def _lying_in(collection: Any, service: str, account: str) -> str | None:
    """The value under the names that the library gives it, if it can be read without asking anybody."""
    with suppress(Exception):  # whatever is in the way, the library is asked next
        for item in collection.search_items({"username": account, "service": service}):
            if not item.is_locked():
                return str(item.get_secret().decode())
    return None


def _keep(service: str, account: str, value: str) -> State:
    """Put a value under a name that is free, and see with fresh eyes that it is there."""
    if _backend().get_password(service, account) not in (None, value):
        return State.REFUSED
    _backend().set_password(service, account, value)
    return State.OK if _backend().get_password(service, account) == value else State.REFUSED


def _forget(service: str, account: str) -> State:
    if _backend().get_password(service, account) is None:
        return State.MISSING
    _backend().delete_password(service, account)
    return State.OK


def leave_no_memory() -> None:
    """Should this process crash, no image of its memory, which holds the key, is written to the disk."""
    if os.name == "posix":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Answer one request. By descriptor, because a program without a console has no sys.stdin."""
    leave_no_memory()
    request = b""
    while not request.endswith(b"\n") and len(request) < LARGEST:
        piece = os.read(0, LARGEST)
        if not piece:
            break
        request += piece
    os.write(1, json.dumps(answer(json.loads(request))).encode() + b"\n")
    return 0


if __name__ == "__main__":
    main()
    os._exit(0)  # no tidying: the answer is out, and the parent waits
