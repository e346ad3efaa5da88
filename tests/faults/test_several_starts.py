"""The program is started twice or three times at the same moment. One of them works in the diary, the others say so."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import PASSPHRASE, Failed, begun, running
from therapy_diary.vault.folder import DiaryFolder

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(os.name != "posix", reason="needs kill -9")]

RACES = amount(short=20, full=200)
STARTS = amount(short=1, full=20)

RACER = """
import sys
from pathlib import Path
from therapy_diary.vault.errors import FolderInUse
from therapy_diary.vault.folder import DiaryFolder
folder = DiaryFolder(Path(sys.argv[1]))
print("ready", flush=True)
for line in sys.stdin:
    if line == "hold\\n":
        try:
            hold = folder.hold()
            print("mine", flush=True)
        except FolderInUse:
            print("taken", flush=True)
    else:
        if "hold" in globals():
            hold.release()
            del hold
        print("let go", flush=True)
"""


def say(racer: "subprocess.Popen[str]", word: str) -> None:
    assert racer.stdin is not None
    racer.stdin.write(f"{word}\n")
    racer.stdin.flush()


def answer(racer: "subprocess.Popen[str]") -> str:
    assert racer.stdout is not None
    return racer.stdout.readline().strip()


def racer(folder: Path) -> "subprocess.Popen[str]":
    begun = subprocess.Popen(
        [sys.executable, "-c", RACER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert answer(begun) == "ready"
    return begun


@pytest.mark.parametrize("many", [2, 3])
def test_of_those_that_begin_at_once_exactly_one_holds_the_folder_and_a_kill_frees_it(
    tmp_path: Path, many: int, tally: Tally
) -> None:
    racers = [racer(tmp_path) for _ in range(many)]
    wrong = list[list[str]]()
    try:
        for race in range(RACES):
            for it in racers:
                say(it, "hold")
            answers = [answer(it) for it in racers]
            if sorted(answers) != ["mine"] + ["taken"] * (many - 1):
                wrong.append(answers)
            if race % 5 == 4:  # the one that has it is killed: no file it left keeps the others out
                at = answers.index("mine")
                racers[at].kill()
                racers[at].communicate()
                DiaryFolder(tmp_path).hold().release()
                racers[at] = racer(tmp_path)
            for it in racers:
                say(it, "let go")
                assert answer(it) == "let go"
    finally:
        for it in racers:
            it.kill()
            it.communicate()
    tally("races", RACES)
    assert wrong == []


def test_control_a_file_that_is_looked_for_and_then_made_lets_two_in_and_stays_after_a_kill(
    tmp_path: Path,
) -> None:
    careless = f"""
import os, time
taken = os.path.exists({str(tmp_path / "lock")!r})
time.sleep(1)
open({str(tmp_path / "lock")!r}, "w").close()
print("taken" if taken else "mine", flush=True)
"""
    both = [
        subprocess.Popen([sys.executable, "-c", careless], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [it.communicate()[0].strip() for it in both]
    again = subprocess.run(
        [sys.executable, "-c", careless], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert (answers, again) == (["mine", "mine"], "taken")


@pytest.mark.parametrize("many", [2, 3])
def test_of_programs_started_at_once_one_shows_the_diary_and_the_others_end_or_say_why(
    tmp_path: Path, many: int, tally: Tally
) -> None:
    folder, _ = begun(tmp_path / "diary")
    ended = refused = 0
    for trial in range(STARTS):
        with ExitStack() as stack:
            programs = [
                stack.enter_context(running(folder.path, tmp_path / f"errors {trial} {number}"))
                for number in range(many)
            ]
            opened = 0
            for it in programs:
                try:
                    it.wait_for("unlock is not None")
                    it.do(
                        f"QTest.keyClicks(unlock.form.passphrase, {PASSPHRASE!r});"
                        " QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)"
                    )
                    it.wait_for("main is not None or unlock.form.notice.isVisible()")
                    shows = it.do("main is not None")
                    assert shows or it.do("unlock.form.notice.text()")
                    opened += shows
                    refused += not shows
                except (Failed, BrokenPipeError):
                    assert it.process.wait(30) == 0
                    ended += 1
            assert opened == 1
        with running(folder.path, tmp_path / f"errors {trial} again") as program:
            program.unlock()  # all were killed, and it opens at once
            assert program.quit() == 0
    tally(
        "starts; ended by themselves; said that it is open elsewhere", f"{STARTS * many}; {ended}; {refused}"
    )
    assert ended + refused == STARTS * (many - 1)
