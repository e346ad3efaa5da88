"""A whole home on a disk of its own. The raw disk is searched afterwards, also what was deleted on it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.faults.amount import amount
from tests.faults.conftest import Tally
from tests.faults.program import PASSPHRASE, Program, home_in, running
from tests.faults.whole_session import SENTENCE, begin, live, lock_and_open, write
from tests.secret_forms import forms_of, forms_of_text, found
from therapy_diary.keys.recovery import parse
from therapy_diary.keys.slots import load
from therapy_diary.vault.folder import DiaryFolder

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk as Linux does"),
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None,
        reason="only root may mount a disk, and mkfs.ext4 makes one",
    ),
]

MEGABYTES = 48


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[tuple[Path, Path]]:
    """The raw image of a small disk, and where it is mounted; unmounted in the end."""
    image, place = tmp_path / "disk.img", tmp_path / "mounted"
    place.mkdir()
    with image.open("wb") as opened:
        opened.truncate(MEGABYTES * 1024 * 1024)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True)
    if subprocess.run(
        ["mount", "-o", "loop", str(image), str(place)], check=False, capture_output=True
    ).returncode:
        pytest.skip("this system lets nobody mount")
    yield image, place
    subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


def closed_well(program: Program, outside: Path) -> str:
    """Everything, also an export that is cancelled once; what is sent out goes to another disk."""
    code = live(program, outside)
    assert program.quit() == 0
    return code


def killed_while_saving(program: Program, _: Path) -> str:
    code = begin(program)
    write(program)
    program.begin_to_do(
        "db = main.desk.diary._connection\n"
        "db.execute('BEGIN IMMEDIATE')\n"
        "db.execute('PRAGMA cache_size = 5')\n"
        "therapy = main.desk.diary.therapies.current().id\n"
        f"[main.desk.diary.notes.write(therapy, {SENTENCE!r} * 300, main.desk.now()) for _ in range(30)]\n"
        "os.kill(os.getpid(), 9)"
    )
    program.process.wait(60)
    return code


def crashed(program: Program, _: Path) -> str:
    code = begin(program)
    write(program)
    program.begin_to_do("os.kill(os.getpid(), 11)")
    program.process.wait(60)
    return code


def cancelled_export(program: Program, outside: Path) -> str:
    """A PDF is given up in its dialog, and the export of everything to another disk in the middle."""
    code = begin(program)
    write(program)
    program.do("main.show_page('before_session')")
    program.do("page.to_paper.click(); page.paper.bar.save.click(); page.paper.bar.notice.acted.emit()")
    program.wait_for("page.paper.bar.findChild(QFileDialog) is not None")
    program.do("page.paper.bar.findChild(QFileDialog).reject()")
    program.do(
        "from therapy_diary.exchange.choice import Choice\n"
        "from therapy_diary.exchange.errors import ExchangeTrouble\n"
        "from therapy_diary.exchange.taking import Kind, take\n"
        f"place, all_notes = Path({str(outside / 'out')!r}), Choice(never_printed=True)\n"
        "try:\n"
        "    take(main.desk.diary, place, Kind.MARKDOWN, choice=all_notes, go_on=lambda done: done < 2)\n"
        "except ExchangeTrouble: pass"
    )
    assert list(outside.iterdir()) == [], "given up, and nothing left"
    assert program.quit() == 0
    return code


def locked_and_killed(program: Program, _: Path) -> str:
    code = begin(program)
    write(program)
    lock_and_open(program)
    return code


FLOWS: list[Callable[[Program, Path], str]] = [
    *(killed_while_saving, closed_well, crashed, cancelled_export, locked_and_killed)
]


@pytest.mark.parametrize("flow", FLOWS[: amount(short=1, full=5)], ids=lambda it: it.__name__)
def test_nothing_readable_is_anywhere_on_the_raw_disk(
    disk: tuple[Path, Path], tmp_path: Path, flow: Callable[[Program, Path], str], tally: Tally
) -> None:
    image, home = disk
    outside = tmp_path / "outside"
    outside.mkdir()
    settings = home_in(home)
    folder = home / ".local" / "share" / "therapy-diary"
    with running(folder, tmp_path / "errors", settings) as program:
        code = parse(flow(program, outside))
    key = load(DiaryFolder(folder).vault().key_file).open_by_code(code)[0].key
    secrets = {
        "text": forms_of_text(SENTENCE),
        "passphrase": forms_of_text(PASSPHRASE),
        "recovery code": [*forms_of_text(code.text), *forms_of(code.secret)],
        "key": forms_of(key),
    }
    subprocess.run(["umount", str(home)], check=True)
    raw = image.read_bytes()
    tally("bytes of the raw disk that are not zero", len(raw) - raw.count(0))
    assert b"therapy-diary-keys" in raw, "the disk holds what it should"
    assert found(secrets, raw) == set()


def test_control_a_file_that_was_deleted_is_found_on_the_raw_disk(disk: tuple[Path, Path]) -> None:
    image, home = disk
    note = home / "note.txt"
    with note.open("w") as opened:
        opened.write(f"{SENTENCE}\n" * 1000)
        opened.flush()
        os.fsync(opened.fileno())
    note.unlink()
    subprocess.run(["umount", str(home)], check=True)
    assert found({"text": forms_of_text(SENTENCE)}, image.read_bytes()) == {"text"}
