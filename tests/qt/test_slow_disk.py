"""A disk that does not answer: typing goes on, and every word is in the file once it does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import needs
from therapy_diary.storage.diary import Diary

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]
SHIM = ROOT / "tests" / "benchmarks" / "slow_disk.c"
KEY = bytes(range(32))

TYPING = """
import os, sys, time
from datetime import datetime
from pathlib import Path
from PySide6.QtTest import QTest
from therapy_diary import app
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary

file, stuck = Path(sys.argv[1]), Path(os.environ["SLOW_DISK_WHILE"])
diary = Diary.create(file, bytes(range(32)))
with diary.change():
    diary.therapies.begin(label="With N.", started_on=datetime(2026, 1, 6).date())
application, theme = app.dress(Preferences.load(file.with_name("settings.ini")))
window = app.build_window(diary, datetime.now, theme, Preferences.load(file.with_name("settings.ini")))
window.show()

def pass_time(seconds, until=lambda: False):
    end = time.monotonic() + seconds
    while time.monotonic() < end and not until():
        application.processEvents()
        time.sleep(0.005)

def fields():
    window.show_subject("session_note", None)
    note = window.page.form
    yield "session_note", note.text, lambda: any("second words" in it.text for it in diary.drafts.all())
    window.show_subject("before_session", "add")
    yield "before_session", window.page.bring.wording, lambda: any("second words" in it.text for it in diary.drafts.all() if it.place.startswith("topic"))

for name, field, kept in fields():
    pass_time(0.5)
    stuck.touch()
    QTest.keyClicks(field, "first words, ")
    pass_time(3)  # the draft is on its way, and the disk does not answer
    QTest.keyClicks(field, "second words")
    application.processEvents()
    typed = field.text() if callable(field.text) else ""
    print(name, "typed" if typed == "first words, second words" else repr(typed), flush=True)
    stuck.unlink()
    pass_time(10, kept)
    print(name, "kept" if kept() else "lost", flush=True)
    window.show_page("help")
window.close()
print("closed", flush=True)
os._exit(0)
"""


@needs("gcc")
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="needs LD_PRELOAD")
def test_while_the_disk_does_not_answer_one_types_on_and_nothing_is_lost(tmp_path: Path) -> None:
    shim, file = tmp_path / "slow_disk.so", tmp_path / "diary.db"
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", shim, SHIM, "-ldl"], check=True)
    environment = os.environ | {
        "LD_PRELOAD": str(shim),
        "SLOW_DISK_WHILE": str(tmp_path / "stuck"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", TYPING, file],
        env=environment,
        check=False,
        stdout=subprocess.PIPE,
        text=True,
        timeout=600,
    )
    assert done.stdout.splitlines() == [
        "session_note typed",
        "session_note kept",
        "before_session typed",
        "before_session kept",
        "closed",
    ]
    diary = Diary.open(file, KEY)
    therapy = diary.therapies.current()
    assert therapy is not None
    assert [it.text for it in diary.notes.newest(therapy.id, 5)] == ["first words, second words"]
    diary.close()
