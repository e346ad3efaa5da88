"""The open diary file is replaced, deleted, moved, overwritten or emptied. Nothing is called saved that is not."""

import os
import shutil
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import PASSPHRASE, begun, running
from therapy_diary.vault.opening import open_with_passphrase

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="an open file cannot be taken away elsewhere"),
]

ROUNDS = amount(short=1, full=10)
UNSAVED = "main.above.notice.isVisible() and page.form.text.text() == {text!r} and page.form.text.isVisible()"


def replaced(file: Path, aside: Path, older: bytes) -> None:
    file.rename(aside)
    file.write_bytes(older)


def deleted(file: Path, aside: Path, older: bytes) -> None:
    assert older
    os.link(file, aside)
    file.unlink()


def moved(file: Path, aside: Path, older: bytes) -> None:
    assert older
    file.rename(aside)


def overwritten(file: Path, aside: Path, older: bytes) -> None:
    shutil.copy(file, aside)
    file.write_bytes(older)


ACTS: list[Callable[[Path, Path, bytes], None]] = [replaced, deleted, moved, overwritten]


def put_back(file: Path, aside: Path, act: object) -> None:
    """As it was: the very same file where it was taken away, the same bytes where it was written over."""
    if act is overwritten:
        file.write_bytes(aside.read_bytes())
        aside.unlink()
    else:
        file.unlink(missing_ok=True)
        aside.rename(file)


def test_a_save_into_a_file_that_is_not_the_diarys_any_more_is_refused_and_the_words_stay(
    tmp_path: Path, tally: Tally
) -> None:
    folder, _ = begun(tmp_path / "diary")
    file, aside, said, saved = folder.vault().file, folder.vault().path / "aside", set[str](), list[str]()
    older = file.read_bytes()
    with running(folder.path, tmp_path / "errors") as program:
        program.unlock()
        for number in range(ROUNDS * len(ACTS)):
            act = ACTS[number % len(ACTS)]
            text = f"words {number}"
            program.begin_note(text)
            act(file, aside, older)
            imposter = file.read_bytes() if file.exists() else None
            program.do("main.save_now()")
            assert program.do(UNSAVED.format(text=text)), act
            said.add(program.do("main.above.notice.text()"))
            assert (file.read_bytes() if file.exists() else None) == imposter
            put_back(file, aside, act)
            program.do("main.save_now()")
            assert not program.do("main.above.notice.isVisible()"), (
                act,
                program.do("main.above.notice.text()"),
            )
            saved.append(text)
        assert program.quit() == 0
    with closing(open_with_passphrase(folder, PASSPHRASE)) as diary:
        therapy = diary.therapies.current()
        assert therapy is not None
        kept = [it.text for it in diary.notes.newest(therapy.id, 1000)]
        assert diary.examine().whole
    tally("acts, all refused", len(saved))
    tally("said", sorted(said))
    assert sorted(kept) == sorted(saved)


def test_a_file_that_was_emptied_is_not_written_to_and_once_its_bytes_are_back_the_words_are_saved(
    tmp_path: Path, tally: Tally
) -> None:
    for number in range(ROUNDS):
        folder, _ = begun(tmp_path / str(number))
        file = folder.vault().file
        with running(folder.path, tmp_path / "errors") as program:
            program.unlock()
            program.begin_note("saved before")
            program.do("main.save_now()")
            whole = file.read_bytes()
            os.truncate(file, 0)
            program.do("QTest.keyClicks(page.form.text, ' and after')")
            program.do("main.save_now()")
            assert program.do(UNSAVED.format(text="saved before and after"))
            assert program.do("main.above.notice.text()")
            program.do("main.show_page('timeline')")
            program.do("main.show_page('session_note')")
            assert file.read_bytes() == b""
            file.write_bytes(whole)
            program.do("main.save_now()")
            assert not program.do("main.above.notice.isVisible()"), program.do("main.above.notice.text()")
            assert program.quit() == 0
        whole = file.read_bytes()
        os.truncate(file, 0)
        with running(folder.path, tmp_path / "errors") as program:
            program.wait_for("unlock is not None")
            program.do("QTest.keyClicks(unlock.form.passphrase, 'four good words here')")
            program.do("QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)")
            program.wait_for("unlock.form.notice.isVisible()")
            assert program.do("main is None and first is None"), "never taken for a new diary"
        file.write_bytes(whole)
        with closing(open_with_passphrase(folder, PASSPHRASE)) as diary:
            assert diary.examine().whole
            therapy = diary.therapies.current()
            assert therapy is not None
            texts = [diary.notes.get(it.id).text for it in diary.notes.newest(therapy.id, 9)]
            assert texts == ["saved before and after"]
    tally("emptied, all refused", ROUNDS)


def test_control_a_program_that_holds_on_to_the_file_calls_saved_what_is_gone(tmp_path: Path) -> None:
    import sqlite3

    file, lost = tmp_path / "plain.db", 0
    for act in (replaced, moved):
        with closing(sqlite3.connect(file)) as plain:
            plain.execute("CREATE TABLE IF NOT EXISTS note (text)")
            plain.commit()
            plain.execute("PRAGMA locking_mode = EXCLUSIVE")
            plain.execute("PRAGMA journal_mode = MEMORY")
            plain.execute("DELETE FROM note")
            plain.commit()
            older = file.read_bytes()
            act(file, tmp_path / "aside", older)
            plain.execute("INSERT INTO note VALUES ('saved')")
            plain.commit()
        with closing(sqlite3.connect(file)) as again:
            found = again.execute("SELECT name FROM sqlite_schema").fetchall()
            lost += not found or again.execute("SELECT * FROM note").fetchall() == []
        (tmp_path / "aside").unlink()
        file.unlink()
    assert lost == 2
