# ruff: noqa: S608 - these are meant to be wrong
"""The program fails or dies with a word of the diary in its hands. The word is in no log, on no stderr, in no core file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import begun, running
from tests.secret_forms import forms_of_text
from therapy_diary import mishap

pytestmark = [pytest.mark.thorough, pytest.mark.skipif(os.name != "posix", reason="ends by signals")]

CANARY = "ZEBRACANARY"
WORDS = f"my mother said {CANARY}"
CAUSE = f"try: int({WORDS!r})\nexcept ValueError as error: raise RuntimeError({WORDS!r}) from error"
MISTAKES = {
    "a number": f"int({WORDS!r})",
    "a date": f"datetime.strptime({WORDS!r}, '%Y')",
    "JSON": f"json.loads({WORDS!r})",
    "a name that is not known": "{}[" + repr(WORDS) + "]",
    "a file's name": f"open('/nowhere/' + {WORDS!r})",
    "an encoding": f"({WORDS!r} + chr(233)).encode('ascii')",
    "SQL": f"kept['db'].execute('INSERT INTO note VALUES ({WORDS} oops)')",
    "a search": f"kept['db'].execute('SELECT * FROM findable WHERE findable MATCH ?', ['\"' + {WORDS!r}]).fetchall()",
    "a column": f"kept['db'].execute('SELECT {CANARY} FROM note')",
    "a rule of the diary": "kept['db'].execute('INSERT INTO note_text VALUES (1, ?)', [" + repr(WORDS) + "])",
    "a promise": f"(_ for _ in ()).throw(AssertionError({WORDS!r}))",
    "a command": f"__import__('subprocess').run(['false', {WORDS!r}], check=True)",
    "a table of text": f"list(__import__('csv').reader([{WORDS!r} * 20000]))",
    "XML": f"__import__('xml.etree.ElementTree').etree.ElementTree.fromstring('<a>' + {WORDS!r} + '&bad;</a>')",
    "a key": f"kept['db'].execute(\"PRAGMA key = x'{CANARY}'\")",
    "a cause": f"exec({CAUSE!r})",
}
PLACES = {
    "in a slot": "QTimer.singleShot(0, wrong)",
    "in a thread": "t = __import__('threading').Thread(target=wrong); t.start(); t.join()",
    "beside the window": "main._safe.background.run(wrong)",
    "when let go": "type('Bad', (), {'__del__': lambda self: wrong()})()",
}
OF_SQL = ("SQL", "a search", "a column", "a rule of the diary", "a key")
"""These belong to the thread that has the connection."""


def said_by(place: Path, folder: Path) -> bytes:
    """Everything outside the encrypted file that the program can have written to."""
    logs = [it for it in folder.rglob("*") if it.is_file() and it.suffix != ".db"]
    return place.read_bytes() + b"".join(it.read_bytes() for it in logs)


def shows(place: bytes) -> bool:
    return any(form in place for form in forms_of_text(CANARY))


def test_no_mistake_of_the_program_tells_a_word(tmp_path: Path, tally: Tally) -> None:
    folder, _ = begun(tmp_path / "diary")
    made = 0
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        program.begin_note(WORDS)
        program.do("main.save_now()")
        program.do("kept['db'] = main.desk.diary._connection")
        log = folder.log / mishap.NAME
        for where, how in PLACES.items():
            for what, mistake in MISTAKES.items():
                if what in OF_SQL and where not in ("in a slot", "when let go"):
                    continue
                before = log.read_text().count("\n") if log.exists() else 0
                program.do(f"def wrong():\n    {mistake}\n{how}")
                program.wait_for(f"(folder.log / {mishap.NAME!r}).read_text().count(chr(10)) > {before}")
                made += 1
        program.do(f"__import__('atexit').register(lambda: {MISTAKES['a number']})")
        program.do(f"kept['last'] = type('Bad', (), {{'__del__': lambda self: {MISTAKES['JSON']}}})()")
        assert program.do("page.form.text.text()") == WORDS, "the window lives on, with every word in it"
        assert program.quit() == 0
    tally("mistakes written down", made)
    written = said_by(tmp_path / "errors", folder.path)
    assert log.read_text().count("ValueError") >= 4
    assert not shows(written)


@pytest.mark.parametrize("how", ["SIGSEGV", "SIGABRT"])
def test_a_program_that_dies_leaves_no_core_and_no_word(tmp_path: Path, how: str, tally: Tally) -> None:
    folder, _ = begun(tmp_path / "diary")
    place = tmp_path / "work"
    place.mkdir()
    for _ in range(amount(short=1, full=5)):
        with running(folder.path, tmp_path / "errors", before=_with_cores_in(place)) as program:
            program.unlock()
            program.begin_note(WORDS)
            program.begin_to_do(f"os.kill(os.getpid(), {int(signal.Signals[how])})")
            assert program.process.wait(60) in (-signal.Signals[how], 128 + signal.Signals[how])
        assert not shows(said_by(tmp_path / "errors", folder.path))
        assert list(place.iterdir()) == []
    tally("deaths", amount(short=1, full=5))


def _with_cores_in(place: Path) -> tuple[str, ...]:
    """A shell that allows core files of any size, and lets them fall into a folder."""
    return ("sh", "-c", f'ulimit -c unlimited; cd "{place}"; exec "$@"', "sh")


def test_control_a_careless_program_tells_it_all(tally: Tally) -> None:
    told = 0
    for mistake in (it for what, it in MISTAKES.items() if what not in OF_SQL):
        script = f"import json, os\nfrom datetime import datetime\n{mistake}"
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
        told += shows(done.stderr)
    tally("mistakes whose stderr tells the word", told)
    assert told >= 7


@pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux puts core files")
def test_control_a_careless_program_leaves_a_core_with_the_word_in_it(tmp_path: Path) -> None:
    pattern = Path("/proc/sys/kernel/core_pattern").read_text().strip()
    if pattern != "core":
        pytest.skip("core files go elsewhere here")
    script = f"import os; word = {CANARY!r}.encode('utf-16-le') * 2; os.abort()"
    subprocess.run(
        [*_with_cores_in(tmp_path), sys.executable, "-c", script], check=False, capture_output=True
    )
    cores = list(tmp_path.iterdir())
    assert cores
    assert any(shows(it.read_bytes()) for it in cores)
