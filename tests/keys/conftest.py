"""A real GNOME keyring in a session of its own; nothing of the developer's keyring is touched."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

PASSWORD = "test-password"
REQUIRE = "THERAPY_DIARY_TEST_REQUIRE"
DEFAULT = "/org/freedesktop/secrets/aliases/default"
INTERNAL = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
NOT_FOR_TESTS = (
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "GNOME_KEYRING_CONTROL",
    "PYTHON_KEYRING_BACKEND",
    "SSH_AUTH_SOCK",
    "XDG_SESSION_TYPE",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyringSession:
    """One private bus with one keyring daemon on it."""

    root: Path
    bus: str
    daemon: "subprocess.Popen[bytes]"

    def lock(self) -> None:
        """Lock the keyring, as the screen saver of some desktops does."""
        import secretstorage

        with closing(secretstorage.dbus_init()) as bus:
            secretstorage.get_default_collection(bus).lock()

    def unlock(self) -> None:
        """Unlock it again without asking anybody."""
        import secretstorage
        from secretstorage.util import DBusAddressWrapper, format_secret, open_session

        with closing(secretstorage.dbus_init()) as bus:
            secret = format_secret(open_session(bus), PASSWORD.encode(), "text/plain")
            service = DBusAddressWrapper("/org/freedesktop/secrets", INTERNAL, bus)
            service.call("UnlockWithMasterPassword", "o(oayays)", DEFAULT, secret)

    def empty(self) -> None:
        """Throw away every item in it."""
        import secretstorage

        with closing(secretstorage.dbus_init()) as bus:
            for it in secretstorage.get_default_collection(bus).get_all_items():
                it.delete()

    def freeze(self) -> None:
        """Stop the daemon in the middle of whatever it does."""
        self.daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.daemon.send_signal(signal.SIGCONT)


def environment_of(root: Path) -> dict[str, str]:
    """A home and a session that hold nothing."""
    folders = {
        "HOME": root / "home",
        "XDG_RUNTIME_DIR": root / "run",
        "XDG_DATA_HOME": root / "home" / ".local" / "share",
        "XDG_CONFIG_HOME": root / "home" / ".config",
        "XDG_CACHE_HOME": root / "home" / ".cache",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(folder) for name, folder in folders.items()}


@pytest.fixture(scope="session")
def keyring_session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeyringSession]:
    """The bus and the daemon, started once. Skips when they are not installed, unless they are required."""
    missing = [it for it in ("dbus-daemon", "gnome-keyring-daemon") if shutil.which(it) is None]
    if sys.platform != "linux":
        missing = ["Linux"]
    if missing and os.environ.get(REQUIRE) == "all":
        pytest.fail(f"{REQUIRE}=all, and this needs {', '.join(missing)}")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")
    with started(tmp_path_factory.mktemp("keyring"), unlocked=True) as session:
        yield session


@contextmanager
def started(root: Path, *, unlocked: bool) -> Iterator[KeyringSession]:
    """A bus and a daemon of their own, ended with the block; unlocked: with a keyring that is open, else with none."""
    environment = {name: it for name, it in os.environ.items() if name not in NOT_FOR_TESTS} | environment_of(
        root
    )
    with running(
        ["dbus-daemon", "--session", "--nofork", "--print-address"], environment, stdout=subprocess.PIPE
    ) as bus:
        assert bus.stdout is not None
        address = bus.stdout.readline().decode().strip()
        command = ["gnome-keyring-daemon", "--foreground", *(["--unlock"] * unlocked), "--components=secrets"]
        with running(command, environment | {"DBUS_SESSION_BUS_ADDRESS": address}) as daemon:
            assert daemon.stdin is not None
            if unlocked:
                daemon.stdin.write(PASSWORD.encode())
            daemon.stdin.close()
            yield KeyringSession(root=root, bus=address, daemon=daemon)


@contextmanager
def running(
    command: list[str], environment: dict[str, str], *, stdout: int = subprocess.DEVNULL
) -> Iterator["subprocess.Popen[bytes]"]:
    """A program that does not outlive the block, whatever happens in it."""
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=stdout, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.fixture
def bare_session(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A session without any bus, in an empty home."""
    for name in (*NOT_FOR_TESTS, "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment_of(tmp_path).items():
        monkeypatch.setenv(name, value)
    return tmp_path


@pytest.fixture
def keyring(
    keyring_session: KeyringSession,
    bare_session: Path,  # noqa: ARG001 - for what it takes out of the environment
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[KeyringSession]:
    """The keyring of this session: unlocked, awake, and left so."""
    for name, value in environment_of(keyring_session.root).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", keyring_session.bus)
    yield keyring_session
    keyring_session.thaw()
    keyring_session.unlock()
