"""The whole program in a process of its own: started as a person starts it, driven by its own event loop."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import NOON, ROOT
from tests.foreign_memory import found_in
from tests.secret_forms import forms_of_text
from therapy_diary.keys.passphrase import Cost
from therapy_diary.mishap import NAME
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four good words here"
PATIENCE = 600  # seconds

DRIVER = """
import json, os, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from therapy_diary import program
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.views.unlock import Unlock

folder, act = DiaryFolder(Path(sys.argv[1])), sys.argv[2]
locked = program.LOCKED in sys.argv
HEAVY = ("cryptography", "jinja2", "keyring", "matplotlib", "numpy", "zxcvbn", "PySide6.QtPrintSupport")

def window(kind):
    from PySide6.QtWidgets import QApplication
    return next((it for it in QApplication.topLevelWidgets() if type(it).__name__ == kind and it.isVisible()), None)

def say(**words):
    print(json.dumps(words), flush=True)

def step():
    unlock, main = window("Unlock"), window("MainWindow")
    if unlock is not None:
        if locked:
            say(locked=True, pid=os.getpid())
            return
        if act == "wait":
            say(waiting=True)
            return
        if unlock.form.progress.text() == "":
            QTest.keyClicks(unlock.form.passphrase, "four good words here")
            QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)
    if main is None:
        QTimer.singleShot(50, step)
        return
    heavy = [it for it in HEAVY if it in sys.modules and it != "cryptography"]
    say(page=main.page.name, heavy=heavy, title=main.windowTitle())
    if act == "lock":
        main.show_subject("session_note", None)
        QTest.keyClicks(main.page.form.text, "".join(reversed(sys.argv[3])))
        main.menus.lock.trigger()
    else:
        main.menus.quit.trigger()

from PySide6.QtWidgets import QApplication
application = QApplication(sys.argv[:1])
QTimer.singleShot(0, step)
code = program.run(folder, now=lambda: datetime(2026, 3, 4, 12, 0), locked=locked)
say(ended=code)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    """A diary that opens by passphrase."""
    folder = DiaryFolder(tmp_path / "home")
    diary, _ = opening.begin(folder, now=lambda: NOON, way=Passphrase(text=PASSPHRASE, cost=CHEAP))
    with diary.change():
        diary.therapies.begin(label="With N.", started_on=NOON.date())
    diary.close()
    return folder


def start(folder: DiaryFolder, *arguments: str) -> subprocess.Popen[str]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_RUNTIME_DIR": "",
    }
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(folder.path), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    )


@pytest.fixture
def locked(folder: DiaryFolder) -> Iterator[subprocess.Popen[str]]:
    """The program after a note was half written and the diary locked."""
    program = start(folder, "lock", "".join(reversed(CANARY)))
    yield program
    program.kill()
    program.communicate()


CANARY = "a verdict that was only silence"


def line(program: subprocess.Popen[str]) -> dict[str, object]:
    assert program.stdout is not None
    said = json.loads(program.stdout.readline())
    assert isinstance(said, dict)
    return said


def test_the_program_unlocks_shows_today_and_ends_well(folder: DiaryFolder) -> None:
    program = start(folder, "quit")
    out, err = program.communicate(timeout=PATIENCE)
    first, last = (json.loads(it) for it in out.splitlines())
    assert first == {"page": "today", "heavy": [], "title": "Therapy Diary"}
    assert last == {"ended": 0}
    assert "Traceback" not in err


def test_everything_it_left_is_in_its_own_folder_and_its_owners_only(
    folder: DiaryFolder, tmp_path: Path
) -> None:
    start(folder, "quit").communicate(timeout=PATIENCE)
    assert [it.name for it in tmp_path.iterdir()] == ["home"]
    for it in folder.path.rglob("*"):
        assert it.stat().st_mode & 0o077 == 0, it
    log = (folder.log / NAME).read_text() if (folder.log / NAME).exists() else ""
    assert [
        it for it in log.splitlines() if "QtWarningMsg" not in it
    ] == []  # the offscreen platform complains
    kept = folder.settings.read_text()
    assert str(tmp_path) not in kept
    assert set(re.findall(r"^(\w+) =", kept, re.MULTILINE)) == {
        "theme",
        "text_size",
        "geometry",
        "page",
        "lock_after",
        "lock_minimised",
        "place_told",
        "out_of_captures",
        "spelling",
    }


def test_a_second_start_ends_at_once_and_leaves_the_first_alone(folder: DiaryFolder) -> None:
    first = start(folder, "wait")
    assert line(first) == {"waiting": True}
    out, _ = start(folder, "wait").communicate(timeout=PATIENCE)
    assert json.loads(out) == {"ended": 0}
    assert first.poll() is None
    first.kill()
    first.communicate()


def test_a_start_after_a_crash_finds_the_diary_free(folder: DiaryFolder) -> None:
    first = start(folder, "wait")
    assert line(first) == {"waiting": True}
    first.kill()
    first.communicate()
    out, _ = start(folder, "quit").communicate(timeout=PATIENCE)
    assert json.loads(out.splitlines()[-1]) == {"ended": 0}


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_lock_is_a_new_process_image_that_remembers_nothing(
    locked: "subprocess.Popen[str]",
) -> None:
    assert line(locked)["page"] == "today"
    said = line(locked)
    assert said == {"locked": True, "pid": locked.pid}
    assert b"--locked" in Path(f"/proc/{locked.pid}/cmdline").read_bytes()
    assert limit_of_core(locked.pid) == ["0", "0"]
    as_typed = PASSPHRASE.encode("utf-16-le")  # in UTF-8 it stands in the script that this process was given
    secrets = {"text": forms_of_text(CANARY), "passphrase": [as_typed]}
    assert found_in(os.getpid(), secrets) == {"text", "passphrase"}  # what is there is found
    assert found_in(locked.pid, secrets) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_the_note_that_was_half_written_is_there_after_the_lock(
    locked: "subprocess.Popen[str]", folder: DiaryFolder
) -> None:
    line(locked)
    line(locked)
    locked.kill()
    locked.wait()
    diary = opening.open_with_passphrase(folder, PASSPHRASE)
    therapy = diary.therapies.current()
    assert therapy is not None
    texts = [it.text for it in [*diary.drafts.all(), *diary.notes.newest(therapy.id, 9)]]
    assert any(CANARY in it for it in texts)
    diary.close()


def limit_of_core(pid: int) -> list[str]:
    (limit,) = [it for it in Path(f"/proc/{pid}/limits").read_text().splitlines() if "core file" in it]
    return limit.split()[4:6]
