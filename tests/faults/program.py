"""The real program in a process of its own, told from outside what the person in front of it does.

What is to be done goes in as a line of Python through stdin, and what came of it comes back as JSON through stdout. A lock
replaces the process, and both go on.
"""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import NOON, ROOT
from therapy_diary.keys.passphrase import Cost
from therapy_diary.keys.recovery import RecoveryCode
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four good words here"
PATIENCE = 600  # seconds, on a machine that does other things as well

DRIVER = """
import json, os, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QSocketNotifier, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton, QWidget
from therapy_diary import program
from therapy_diary.vault.folder import DiaryFolder

folder = DiaryFolder(Path(sys.argv[1]))
waiting, kept = bytearray(), {}

def window(kind):
    return next((it for it in QApplication.topLevelWidgets() if type(it).__name__ == kind and it.isVisible()), None)

def names():
    main = window("MainWindow")
    return globals() | {
        "main": main, "unlock": window("Unlock"), "first": window("FirstRun"), "page": main.page if main else None,
    }

def hear():
    global waiting
    came = os.read(0, 65536)
    if not came:
        notifier.setEnabled(False)
    waiting += came
    while b"\\n" in waiting:
        line, _, rest = bytes(waiting).partition(b"\\n")
        waiting = bytearray(rest)
        number, code = json.loads(line)
        try:
            try:
                found = eval(code, names())
            except SyntaxError:
                found = exec(code, names())
            said = json.dumps({"number": number, "found": found if isinstance(found, str | int | float | list | bool) else None})
        except Exception as error:
            said = json.dumps({"number": number, "failed": f"{type(error).__name__} {error}"})
        os.write(1, said.encode() + b"\\n")

os.write(1, json.dumps({"begun": os.getpid()}).encode() + b"\\n")
application = QApplication(sys.argv[:1])
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(hear)
code = program.run(folder, now=lambda: datetime(2026, 3, 4, 12, 0), locked=program.LOCKED in sys.argv)
notifier.setEnabled(False)
os.write(1, json.dumps({"ended": code}).encode() + b"\\n")
"""


class Failed(AssertionError):
    """What was to be done could not be done."""


@dataclass(slots=True)
class Program:
    """One running program. A line for do() may use main, page, unlock, first, folder, Qt, QTest and what Qt has of widgets."""

    process: "subprocess.Popen[bytes]"
    errors: Path
    """What it wrote to stderr."""
    asked: int = 0
    """Lines it was given."""
    heard: bytes = b""
    """What it said and nobody has read yet."""

    def do(self, code: str) -> Any:
        """Let it do this; what the expression came to. Raises Failed."""
        self.begin_to_do(code)
        return self.outcome()

    def begin_to_do(self, code: str) -> None:
        """Let it do this, without waiting."""
        assert self.process.stdin is not None
        self.asked += 1
        self.process.stdin.write(json.dumps([self.asked, code]).encode() + b"\n")
        self.process.stdin.flush()

    def outcome(self) -> Any:
        """What came of the last line. Raises Failed."""
        said: dict[str, Any] = {}
        while (
            said.get("number") != self.asked and "ended" not in said
        ):  # what nobody waited for is passed over
            said = self._next()
        if "failed" in said or "ended" in said:
            raise Failed(f"{said} {self.errors.read_text(errors='replace')[-2000:]}")
        return said["found"]

    def _next(self) -> dict[str, Any]:
        """The next thing it says. Raises Failed when it says nothing for too long."""
        assert self.process.stdout is not None
        while b"\n" not in self.heard:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            came = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not came:
                gone = "is gone" if ready else "says nothing"
                raise Failed(f"the program {gone} {self.errors.read_text(errors='replace')[-2000:]}")
            self.heard += came
        line, _, self.heard = self.heard.partition(b"\n")
        said: dict[str, Any] = json.loads(line)
        return said

    def wait_for_new_start(self) -> None:
        """Wait until another process has taken its place, as a lock does each time. Raises Failed."""
        while "begun" not in self._next():
            pass

    def wait_for(self, code: str) -> Any:
        """Ask again and again until it is so. Raises Failed."""
        until = time.monotonic() + PATIENCE
        while not (found := self.do(code)):
            if time.monotonic() > until:
                raise Failed(f"never: {code}")
            time.sleep(0.02)
        return found

    def unlock(self, passphrase: str = PASSPHRASE) -> None:
        """Type the passphrase once the lock page is there, and wait for the diary."""
        self.wait_for("unlock is not None or main is not None")
        self.do(
            f"QTest.keyClicks(unlock.form.passphrase, {passphrase!r});"
            " QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)"
        )
        self.wait_for("main is not None")

    def begin_note(self, text: str) -> None:
        """Begin a new note and type."""
        self.do(
            "main.show_subject('session_note', None); main.activateWindow();"
            f" QTest.keyClicks(main.page.form.text, {text!r})"
        )

    def pid(self) -> int:
        """Its process, also where another program started it."""
        return int(self.do("os.getpid()"))

    def is_locked(self, pid: int) -> bool:
        """Whether the process was replaced by one that shows the lock page."""
        return b"--locked" in Path(f"/proc/{pid}/cmdline").read_bytes()

    def wait_for_lock(self, pid: int) -> float:
        """Seconds until the process is locked. Raises Failed."""
        began = time.monotonic()
        while not self.is_locked(pid):
            if time.monotonic() > began + PATIENCE:
                raise Failed("it does not lock")
            time.sleep(0.01)
        return time.monotonic() - began

    def quit(self) -> int:
        """Close the window and wait for the end; the exit code."""
        self.begin_to_do("main.close()")
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """End it at once, as kill -9 does."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


@contextmanager
def running(
    folder: Path, errors: Path, settings: dict[str, str] | None = None, before: Sequence[str] = ()
) -> Iterator[Program]:
    """The program on this folder; killed in the end, if it has not ended.

    settings: more environment; before: a command that starts it, such as a tracer.
    """
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_RUNTIME_DIR": "",
    }
    with errors.open("wb") as said:
        process = subprocess.Popen(
            [*before, sys.executable, "-B", "-c", DRIVER, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
            start_new_session=True,
            env=environment | (settings or {}),
        )
    program = Program(process, errors)
    try:
        yield program
    finally:
        program.kill()


def begun(place: Path) -> tuple[DiaryFolder, RecoveryCode]:
    """A folder with a diary and one therapy, which opens by PASSPHRASE; its recovery code."""
    folder = DiaryFolder(place)
    diary, code = opening.begin(folder, now=lambda: NOON, way=Passphrase(text=PASSPHRASE, cost=CHEAP))
    with diary.change():
        diary.therapies.begin(label="With N.", started_on=NOON.date())
    diary.close()
    return folder, code


def home_in(place: Path) -> dict[str, str]:
    """The environment of somebody whose home folder is new; every folder in it is there."""
    folders = {
        "HOME": place,
        "TMPDIR": place / "tmp",
        "XDG_DATA_HOME": place / ".local" / "share",
        "XDG_CONFIG_HOME": place / ".config",
        "XDG_CACHE_HOME": place / ".cache",
        "XDG_STATE_HOME": place / ".local" / "state",
    }
    for it in folders.values():
        it.mkdir(mode=0o700, parents=True, exist_ok=True)
    return {name: str(it) for name, it in folders.items()} | {"MPLCONFIGDIR": "", "SQLITE_TMPDIR": str(place)}
