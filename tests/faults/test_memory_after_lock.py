"""The memory of the lock page is searched from outside, as a debugger or a hibernation image would show it."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import PASSPHRASE, Program, begun, running
from tests.foreign_memory import found_in
from tests.secret_forms import forms_of, forms_of_text
from therapy_diary.keys.slots import load

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(
        sys.platform != "linux" or not hasattr(os, "geteuid") or os.geteuid() != 0,
        reason="a program that hides its memory shows it to root only",
    ),
]

TRIALS = amount(short=1, full=5)
SENTENCE = "the heron told nobody about the lighthouse"


def live(program: Program) -> None:
    """Open the diary by its passphrase and write: a note that is saved, a topic, and half of another note."""
    program.unlock()
    program.begin_note(SENTENCE)
    program.do("main.save_now()")
    program.do("main.show_subject('timeline', None)")
    program.begin_note(f"half {SENTENCE}")


def test_the_lock_page_remembers_neither_text_nor_key_nor_passphrase(tmp_path: Path, tally: Tally) -> None:
    before = list[set[str]]()
    for trial in range(TRIALS):
        folder, code = begun(tmp_path / str(trial))
        keys = load(folder.vault().key_file)
        secrets: dict[str, Iterable[bytes]] = {
            "text": forms_of_text(SENTENCE),
            "key": forms_of(keys.open_by_code(code)[0].key),
            "passphrase": [it for it in forms_of_text(PASSPHRASE) if len(it) > 8],
            "code": forms_of_text(code.text),
        }
        with running(folder.path, tmp_path / "errors") as program:
            live(program)
            pid = program.pid()
            before.append(found_in(pid, secrets))
            program.begin_to_do("main.lock()")
            program.wait_for_lock(pid)
            program.wait_for("unlock is not None")
            assert found_in(pid, secrets) == set()
            program.unlock()
            assert program.wait_for("main.page.name == 'session_note'")
            assert program.do("page.form.text.text()") == f"half {SENTENCE}"
    tally("locks, nothing found", TRIALS)
    tally("found before the lock", sorted(set.union(*before)))
    assert all({"text", "key"} <= it for it in before), "the search finds nothing, so it shows nothing"


def test_control_a_program_that_is_only_hidden_remembers_it_all(tmp_path: Path) -> None:
    folder, code = begun(tmp_path / "diary")
    key = load(folder.vault().key_file).open_by_code(code)[0].key
    secrets: dict[str, Iterable[bytes]] = {"text": forms_of_text(SENTENCE), "key": forms_of(key)}
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        program.begin_note(SENTENCE)
        program.do("main.hide()")
        assert found_in(program.pid(), secrets) == {"text", "key"}
