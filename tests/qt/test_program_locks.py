"""The whole program, told by the system that the person leaves: another process image, and every word back after it."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.qt.a_safe import CHEAP, PASSPHRASE
from tests.qt.test_locking import SPEAKING, buses
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase

__all__ = ["buses"]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the signals are Linux's")
PATIENCE = 60  # seconds

DRIVER = """
import json, os, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from therapy_diary import program
from therapy_diary.vault.folder import DiaryFolder

folder, state = DiaryFolder(Path(sys.argv[1])), sys.argv[2]
locked, told = program.LOCKED in sys.argv, []

def window(kind):
    return next((it for it in QApplication.topLevelWidgets() if type(it).__name__ == kind and it.isVisible()), None)

def say(**words):
    print(json.dumps(words), flush=True)

def step():
    unlock, main = window("Unlock"), window("MainWindow")
    if unlock is not None and locked and not told:
        told.append(True)
        say(locked=True, pid=os.getpid())
        sys.stdin.readline()
    if unlock is not None and unlock.form.progress.text() == "":
        QTest.keyClicks(unlock.form.passphrase, "four good words here")
        QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)
    if main is None:
        QTimer.singleShot(30, step)
        return
    page = main.page
    if locked:
        cursor = page.form.text.textCursor().position()
        say(page=page.name, text=page.form.text.text(), cursor=cursor, focus=main.focusWidget() is page.form.text)
        main.close()
        return
    main.show_subject("session_note", None)
    main.activateWindow()
    QTest.keyClicks(main.page.form.text, "half a sent")
    if state == "kept":  # as it stands two seconds later
        main.page.form.text.document().setModified(True)
        main.page.set_aside()
    if state == "cursor":
        QTest.keyClick(main.page.form.text, Qt.Key.Key_Home)
    if state == "dialog":
        box = QMessageBox(main)
        box.setText("Really?")
        QTimer.singleShot(0, box.exec)
    say(ready=True)

application = QApplication(sys.argv[:1])
QTimer.singleShot(0, step)
code = program.run(folder, now=lambda: datetime(2026, 3, 4, 12, 0), locked=locked)
say(ended=code)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    """A diary with a therapy."""
    folder = DiaryFolder(tmp_path / "home")
    diary, _ = opening.begin(folder, now=lambda: NOON, way=Passphrase(text=PASSPHRASE, cost=CHEAP))
    with diary.change():
        diary.therapies.begin(label="With N.", started_on=NOON.date())
    diary.close()
    return folder


@pytest.fixture
def speaker(buses: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """Speaks as logind and the screen saver do."""
    speaker = subprocess.Popen(
        [sys.executable, "-c", SPEAKING],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=buses,
    )
    assert speaker.stdout is not None
    assert speaker.stdout.readline() == "ready\n"
    yield speaker
    speaker.kill()
    speaker.communicate()


def line(program: "subprocess.Popen[str]") -> dict[str, object]:
    assert program.stdout is not None
    said = json.loads(program.stdout.readline())
    assert isinstance(said, dict)
    return said


@pytest.mark.parametrize("signal", ["sleep", "lock", "user", "saver"])
@pytest.mark.parametrize("state", ["typing", "kept", "cursor", "dialog"])
def test_it_locks_within_a_second_and_every_word_is_back(
    folder: DiaryFolder, speaker: "subprocess.Popen[str]", buses: dict[str, str], signal: str, state: str
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(folder.path), state],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=buses | {"XDG_RUNTIME_DIR": ""},
    )
    try:
        assert line(program) == {"ready": True}
        assert speaker.stdin is not None
        assert speaker.stdout is not None
        assert speaker.stdout.readline() == "asked\n"  # the program listens
        time.sleep(0.3)  # on both buses
        began = time.monotonic()
        speaker.stdin.write(f"{signal}\n")
        speaker.stdin.flush()
        image = Path(f"/proc/{program.pid}/cmdline")
        while b"--locked" not in image.read_bytes():
            assert time.monotonic() - began < PATIENCE / 10
            time.sleep(0.01)
        took = time.monotonic() - began
        assert line(program) == {"locked": True, "pid": program.pid}
        assert took < 1 or os.getloadavg()[0] > 2  # a machine that does other things may take longer
        assert program.stdin is not None
        program.stdin.write("\n")
        program.stdin.flush()
        assert line(program) == {
            "page": "session_note",
            "text": "half a sent",
            "cursor": 0 if state == "cursor" else 11,
            "focus": True,
        }
    finally:
        program.kill()
        program.communicate()
