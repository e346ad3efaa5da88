"""Each reason to lock, whatever the person is doing just then: locked at once, and every word back after it."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import PASSPHRASE, Program, begun, running
from tests.qt.test_locking import SPEAKING, buses
from therapy_diary.keys.slots import load
from therapy_diary.vault.backup import backups, see_that_it_opens
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import open_with_passphrase

__all__ = ["buses"]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="the signals are Linux's"),
]

AT_MOST = 1.0
"""Seconds to the lock, without those in which it was ready to go on and the machine did other things."""
AT_LONGEST = 3.0
"""Seconds to the lock, whatever the machine does."""
HALF = "half a sent"
FROM_OUTSIDE = {"sleep", "screen", "user", "saver"}
FROM_INSIDE = {
    "key": "QTest.keyClick(QApplication.focusWidget() or main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)",
    "minutes": "main.idle._clock = lambda: 1e12; main.idle.look()",
    "put away": "main._preferences.change(lock_minimised=1); main.showMinimized()",
}
LISTENS = (
    "(lambda found: found and found[0].delays_sleep and found[0].knows_session)"
    "([it for it in main.children() if type(it).__name__ == 'SessionSignals'])"
)


@dataclass(frozen=True, slots=True)
class Took:
    """How long a lock took, in seconds."""

    seconds: float
    starved: float
    """Of these, how long the thread of the window was ready and got no processor: what Linux counted."""

    @property
    def is_prompt(self) -> bool:
        """What a busy machine took is not held against it, but only up to a bound, behind which nothing hides."""
        return self.seconds - self.starved < AT_MOST and self.seconds < AT_LONGEST


def waited_for_processor(pid: int) -> float:
    """For how many seconds in all the first thread of a process was ready and got no processor."""
    return int(Path(f"/proc/{pid}/task/{pid}/schedstat").read_text().split()[1]) / 1e9


def seconds_to_lock(program: Program, pid: int) -> Took:
    """Wait until the process is locked. Raises Failed."""
    before = waited_for_processor(pid)
    seconds = program.wait_for_lock(pid)
    return Took(seconds, waited_for_processor(pid) - before)


def reading(program: Program) -> None:
    program.do("main.show_page('goals')")


def typing(program: Program) -> None:
    program.begin_note(HALF)


def kept_as_draft(program: Program) -> None:
    program.begin_note(HALF)
    program.do("page._keep_draft(); QTest.keyClick(page.form.text, Qt.Key.Key_Home)")


def asked_by_a_dialog(program: Program) -> None:
    program.begin_note(HALF)
    program.do(
        "kept['box'] = QMessageBox(main); kept['box'].setText('?'); QTimer.singleShot(0, kept['box'].exec)"
    )
    program.wait_for("kept['box'].isVisible()")


def saving(program: Program) -> None:
    """Another note is written again and again, as fast as the disk takes it, while the signal comes."""
    program.begin_note(HALF)
    program.do(
        "kept['diary'], kept['therapy'] = main.desk.diary, main.desk.diary.therapies.current().id\n"
        "def save():\n"
        "    with kept['diary'].quiet_change():\n"
        "        kept['diary'].notes.write(kept['therapy'], 'saved ' * 30_000, main.desk.now())\n"
        "kept['timer'] = QTimer(main)\n"
        "kept['timer'].timeout.connect(save)\n"
        "globals()['main'], globals()['save'] = main, save\n"
        "kept['timer'].start(0)"
    )


def backing_up(program: Program) -> None:
    """A backup is made beside the window."""
    program.begin_note(HALF)
    program.do("main.steady.make_if_due()")


STATES: list[Callable[[Program], None]] = [
    *(reading, typing, kept_as_draft, asked_by_a_dialog, saving, backing_up)
]
ALL = [(trigger, state) for trigger in (*FROM_OUTSIDE, *FROM_INSIDE) for state in STATES]
EACH_ONCE = list(zip([*sorted(FROM_OUTSIDE), *FROM_INSIDE], [*STATES, typing], strict=True))


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


@pytest.mark.parametrize(
    ("trigger", "state"),
    ALL if amount(short=0, full=1) else EACH_ONCE,
    ids=lambda it: it if isinstance(it, str) else it.__name__,
)
def test_it_locks_within_a_second_and_every_word_is_back(
    tmp_path: Path,
    buses: dict[str, str],
    speaker: "subprocess.Popen[str]",
    trigger: str,
    state: Callable[[Program], None],
    tally: Tally,
) -> None:
    folder, _ = begun(tmp_path / "diary")
    names = ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "XDG_SESSION_ID")
    with running(folder.path, tmp_path / "errors", {name: buses[name] for name in names}) as program:
        program.unlock()
        program.wait_for(LISTENS)
        state(program)
        pid = program.pid()
        if trigger in FROM_OUTSIDE:
            assert speaker.stdin is not None
            speaker.stdin.write(f"{'lock' if trigger == 'screen' else trigger}\n")
            speaker.stdin.flush()
        else:
            program.begin_to_do(FROM_INSIDE[trigger])
        took = seconds_to_lock(program, pid)
        assert took.is_prompt, took
        program.unlock()
        if state is reading:
            assert program.do("page.name") == "goals"
        else:
            shown = "[page.name, page.form.text.text(), page.form.text.textCursor().position()]"
            cursor = 0 if state is kept_as_draft else len(HALF)
            assert program.do(shown) == ["session_note", HALF, cursor]
            assert program.do("main.focusWidget() is page.form.text")
        assert program.quit() == 0
    tally("seconds to the lock, of these without a processor", f"{took.seconds:.2f}, {took.starved:.2f}")
    harmless(folder, saved=state is saving)


def harmless(folder: DiaryFolder, *, saved: bool) -> None:
    """The diary is whole, no other note is there by half, and what can be seen of backups is whole too."""
    with closing(open_with_passphrase(folder, PASSPHRASE)) as diary:
        assert diary.examine().whole
        therapy = diary.therapies.current()
        assert therapy is not None
        texts = [diary.notes.get(it.id).text for it in diary.notes.newest(therapy.id, 10_000)]
        assert set(texts) <= {"saved " * 30_000, HALF}, "the half is a note since the window was closed"
        assert any(it != HALF for it in texts) == saved
    key = load(folder.vault().key_file).open_by_passphrase(PASSPHRASE)[0].key
    for it in backups(folder, key):
        see_that_it_opens(folder, it.file, key)


def test_control_a_lock_that_waits_for_something_is_seen_however_busy_the_machine_is(
    tmp_path: Path, tally: Tally
) -> None:
    folder, _ = begun(tmp_path / "diary")
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        typing(program)
        pid = program.pid()
        program.begin_to_do(f"QTimer.singleShot({round(AT_LONGEST * 1000) + 100}, main.lock)")
        took = seconds_to_lock(program, pid)
    tally("seconds to a lock that waits", f"{took.seconds:.2f}, {took.starved:.2f}")
    assert not took.is_prompt
    assert not Took(AT_MOST + 0.1, 0.0).is_prompt
    assert Took(AT_MOST + 0.1, 0.5).is_prompt


def test_control_a_program_that_is_only_hidden_is_seen_not_to_be_locked(tmp_path: Path) -> None:
    folder, _ = begun(tmp_path / "diary")
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        typing(program)
        program.do("main.hide()")
        assert not program.is_locked(program.pid())
