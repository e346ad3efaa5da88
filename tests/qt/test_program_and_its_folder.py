"""The whole program in a process of its own, when something is done to the diary while it is closed."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NOON, ROOT
from tests.qt.a_safe import CHEAP, PASSPHRASE
from therapy_diary.keys import slots
from therapy_diary.keys.recovery import new_code
from therapy_diary.storage.connection import PAGE_BYTES
from therapy_diary.vault import opening
from therapy_diary.vault.backup import make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase

pytestmark = pytest.mark.thorough

PATIENCE = 600  # seconds

DRIVER = """
import json, sys
from datetime import datetime
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from therapy_diary import program
from therapy_diary.vault.folder import DiaryFolder

folder, act = DiaryFolder(Path(sys.argv[1])), sys.argv[2]
done, ticks = [], []

def window(kind):
    return next((it for it in QApplication.topLevelWidgets() if type(it).__name__ == kind and it.isVisible()), None)

def say(**words):
    print(json.dumps(words), flush=True)

def paper(code):
    groups = code.groups.accessibleDescription().split(", ")
    code.next.click()
    for label, field in zip(code._labels, (code.first, code.second)):
        field.setText(groups[int(label.text().split()[-1]) - 1])
    code.check.click()

def begin(main):
    main.show_subject("settings", {"restore": "backups", "key": "opening", "delete": "delete"}[act])
    room = main.page.room(main.page.bookmark())
    if act == "restore":
        room.list.currentItem() or (room.list.count() and room.list.setCurrentRow(0))
        if room.panel.restore.isVisible():
            room.panel.restore.click()
            return True
        if room.list.count() and not room.panel.isVisible():
            room.bring_back.click()
        return False
    if act == "key":
        if not room.key_code.isVisible():
            room.key_passphrase.setText("four good words here")
            room.make_key.isEnabled() and room.make_key.click()
            return False
        paper(room.key_code)
    if act == "delete":
        room.delete_everything.click()
        room.twice_everything.typed.setText("delete")
        room.twice_everything.go.click()
    return True

def step():
    ticks.append(1)
    unlock, main, first, rescue = (window(it) for it in ("Unlock", "MainWindow", "FirstRun", "Rescue"))
    if len(ticks) > 900:
        say(stuck=True)
        QApplication.exit(3)
        return
    if done and act == "delete" and first is not None:
        say(first_pages=True)
        first.close()
        return
    if rescue is not None and rescue.panel is not None and not done:
        if rescue.panel.restore.isVisible():
            rescue.panel.restore.click()
            done.append(1)
        elif not rescue.panel.isVisible():
            say(found=rescue.what.text())
            rescue.restore.click()
    elif unlock is not None and not done and unlock.form.progress.text() == "":
        if unlock.rescue.isVisible():
            unlock.rescue.click()
        else:
            QTest.keyClicks(unlock.form.passphrase, "four good words here")
            QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)
    elif main is not None and act == "paper":
        say(news=main.above.news.text())
        main.close()
        return
    elif main is not None and done and act != "delete":
        diary = main.desk.diary
        say(notes=diary.counts()["notes"], whole=diary.examine().whole)
        main.close()
        return
    elif main is not None and not done and begin(main):
        done.append(1)
    QTimer.singleShot(30, step)

application = QApplication(sys.argv[:1])
QTimer.singleShot(0, step)
code = program.run(folder, now=lambda: datetime(2026, 3, 4, 12, 0))
say(ended=code)
"""


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    """A diary with two notes, of which a backup has one."""
    folder = DiaryFolder(tmp_path / "home")
    diary, _ = opening.begin(folder, now=lambda: NOON, way=Passphrase(text=PASSPHRASE, cost=CHEAP))
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=NOON.date())
        diary.notes.write(therapy.id, "one", NOON)
    make_backup(folder, diary.file, diary.key, NOON)
    with diary.change():
        diary.notes.write(therapy.id, "two", NOON)
    diary.close()
    return folder


def run(folder: DiaryFolder, act: str) -> list[dict[str, object]]:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_RUNTIME_DIR": "",
    }
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(folder.path), act],
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return [json.loads(it) for it in done.stdout.splitlines()]


def test_a_restore_ends_with_the_restored_diary_open(folder: DiaryFolder) -> None:
    before = folder.vault()
    assert run(folder, "restore") == [{"notes": 1, "whole": True}, {"ended": 0}]
    assert folder.put_aside() == before


def test_a_new_key_ends_with_the_same_diary_open(folder: DiaryFolder) -> None:
    key = opening.open_with_passphrase(folder, PASSPHRASE)
    old = key.key
    key.close()
    assert run(folder, "key") == [{"notes": 2, "whole": True}, {"ended": 0}]
    again = opening.open_with_passphrase(folder, PASSPHRASE)
    assert again.key != old
    again.close()


def test_deleting_everything_ends_at_the_first_pages(folder: DiaryFolder) -> None:
    assert run(folder, "delete") == [{"first_pages": True}, {"ended": 0}]
    assert not folder.has_diary()


def test_a_diary_that_does_not_open_any_more_leads_over_the_rescue_to_its_backup(
    folder: DiaryFolder,
) -> None:
    file = folder.vault().file
    spoiled = bytearray(file.read_bytes())
    spoiled[:PAGE_BYTES] = bytes(PAGE_BYTES)
    file.write_bytes(spoiled)
    said = run(folder, "rescue")
    assert "found" in said[0]
    assert said[-2:] == [{"notes": 1, "whole": True}, {"ended": 0}]
    assert file.read_bytes() == spoiled


def test_after_a_change_of_the_key_that_was_cut_short_it_is_said_that_one_paper_holds(
    folder: DiaryFolder,
) -> None:
    vault = folder.vault()
    keys = slots.load(vault.key_file)
    generation = slots.new_generation(keys.diary, slots.DataKey.new(), new_code(), PASSPHRASE, CHEAP)
    slots.save(vault.key_file, keys.with_next(generation))
    (said, _) = run(folder, "paper")
    assert "Only one of your two papers" in str(said["news"])
    assert run(folder, "paper")[0] == {"news": ""}
