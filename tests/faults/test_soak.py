"""One process for a long time: thousands of saves, hundreds of locks, backups. It does not grow, and it does not die."""

import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import NOON
from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import PASSPHRASE, Program, begun, running
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.keys.slots import load
from therapy_diary.vault.backup import backups
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import open_with_passphrase, open_with_recovery

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")]

ROUNDS = amount(short=6, full=100)
SAVES = amount(short=4, full=50)
"""In each round, with one backup and two windows that are closed as for a lock."""
LOCKS = amount(short=3, full=20)
"""Real ones, which replace the process, besides."""
FEW = 2
"""Of the first and of the last processes; the one of them that has least open speaks for them."""
SHOWN = ("timeline", "progress")
"""Before each lock; the second draws charts, and the lock comes when they are there."""
DRAWN = (
    "(lambda charts: bool(charts) and all(it.is_drawn() for it in charts))"
    "([it for it in main.page.findChildren(QWidget) if type(it).__name__ == 'ChartView' and it.isVisible()])"
)
GROWTH = 1.10
WARM = 2
"""The first half of the rounds: in these a program may still be loading what it needs."""

STAY = """
from therapy_diary.storage.diary import Diary
def lock(program):
    program._diary = None
    program.open(Diary.open(folder.vault().file, kept['key']))
__import__("therapy_diary.program").program.Program.lock = lock
"""
"""A lock ends this process, and with it everything that grew. Here the next window opens in the same one."""
WRITE = """
main.show_subject('session_note', None)
main.page.form.text.set_text({text!r})
main.page.form.text.edited.emit()
main.save_now()
"""


def size_of(pid: int) -> tuple[int, int]:
    """How many files a process has open, and how many kilobytes of memory it holds."""
    status = Path(f"/proc/{pid}/status").read_text()
    (resident,) = [int(it.split()[1]) for it in status.splitlines() if it.startswith("VmRSS")]
    return len(list(Path(f"/proc/{pid}/fd").iterdir())), resident


def answered_a_few_times(folder: DiaryFolder) -> None:
    """Sessions with answers, so that there is something to draw."""
    with closing(open_with_passphrase(folder, PASSPHRASE)) as diary, diary.change():
        therapy = diary.therapies.all()[0].id
        for week in range(8):
            session = diary.sessions.add(therapy, NOON - timedelta(weeks=8 - week))
            answers = {it: (week + number) % 5 for number, it in enumerate(STATEMENTS)}
            diary.alliance_ratings.give(
                AllianceRating(session=session.id, filled_at=session.starts_at, answers=answers)
            )


def back_up(program: Program, number: int) -> None:
    program.do(
        "from datetime import timedelta; from therapy_diary.vault.backup import make_backup\n"
        "moment = main.desk.now() + timedelta(hours=13) * " + str(number) + "\n"
        "make_backup(folder, main.desk.diary.file, main.desk.diary.key, moment)"
    )


def one_round(program: Program, number: int) -> None:
    """Saves, two locks, and one backup."""
    for save in range(SAVES):
        program.do(WRITE.format(text=f"round {number} save {save} " + "words " * 50))
    for page in SHOWN:
        program.do(f"main.show_page({page!r})")
        if page == "progress":
            program.wait_for(DRAWN)
        program.do("QTimer.singleShot(0, main.lock)")
        program.wait_for("main is not None and main.isVisible()")
    back_up(program, number)


def test_saves_locks_and_backups_leave_it_as_large_as_it_was(tmp_path: Path, tally: Tally) -> None:
    folder, code = begun(tmp_path / "diary")
    answered_a_few_times(folder)
    with running(folder.path, tmp_path / "errors") as program:
        program.wait_for("unlock is not None")
        program.do(STAY)
        program.unlock()
        program.do("kept['key'] = main.desk.diary.key")
        pid, sizes = program.pid(), list[tuple[int, int]]()
        for number in range(ROUNDS):
            one_round(program, number)
            sizes.append(size_of(pid))
        assert not program.is_locked(pid)
        assert program.quit() == 0
    warm, last = sizes[max(1, len(sizes) // WARM) - 1], sizes[-1]
    tally("saves, locks, backups", f"{ROUNDS * SAVES}, {ROUNDS * 2}, {ROUNDS}")
    tally("files open, memory in kB, now and then", sizes[:: max(1, ROUNDS // 10)])
    tally("files open, memory: warm, at the end", f"{warm[0]}, {warm[1]} kB; {last[0]}, {last[1]} kB")
    assert last[0] <= warm[0] * GROWTH
    assert last[1] <= warm[1] * GROWTH
    with closing(open_with_recovery(folder, code.text)) as diary:
        assert diary.counts()["notes"] == ROUNDS * SAVES
        assert diary.examine().whole
        key = load(folder.vault().key_file).open_by_code(code)[0].key
        assert backups(folder, key)


def test_locks_that_replace_the_process_hand_nothing_on(tmp_path: Path, tally: Tally) -> None:
    folder, _ = begun(tmp_path / "diary")
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        pid, sizes = program.pid(), list[tuple[int, int]]()
        for _ in range(LOCKS + 1):
            program.begin_note("half a sent")
            sizes.append(size_of(pid))
            program.begin_to_do("main.lock()")
            program.wait_for_new_start()
            program.unlock()
        assert program.quit() == 0
    tally("locks", LOCKS + 1)
    tally("files open, memory: first, last", f"{sizes[0]}; {sizes[-1]}")
    # what is handed on stays; what the look at all pages has open just then does not, and the very first process is
    # asked before it has begun to hear the system
    first, last = sizes[1 : FEW + 1], sizes[-FEW:]
    assert min(it[0] for it in last) <= min(it[0] for it in first) * GROWTH
    assert min(it[1] for it in last) <= min(it[1] for it in first) * GROWTH


def test_control_a_program_that_forgets_to_close_is_seen_to_grow(tmp_path: Path) -> None:
    folder, _ = begun(tmp_path / "diary")
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        before = size_of(program.pid())
        program.do("kept['open'] = [open(main.desk.diary.file, 'rb') for _ in range(100)]")
        program.do("kept['held'] = [bytes(range(256)) * 4096 for _ in range(100)]")
        after = size_of(program.pid())
    assert after[0] > before[0] * GROWTH
    assert after[1] > before[1] * GROWTH
