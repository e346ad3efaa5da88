"""One folder, one diary, one program at a time; what is missing is said and never replaced."""

import os
import signal
import stat
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from therapy_diary.paths import diary_folder, keep_to_owner, usual_folder
from therapy_diary.storage.errors import NotADiary
from therapy_diary.vault.errors import (
    FolderInUse,
    NoDiaryYet,
    PointerDamaged,
    PointerMissing,
    PointerTooNew,
    VaultMissing,
)
from therapy_diary.vault.folder import DiaryFolder

NOON = datetime(2026, 3, 4, 12, 0)
ID = "0123456789abcdef" * 2


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    """A folder with a vault that counts, though with no files in it."""
    folder = DiaryFolder(tmp_path / "diary")
    folder.prepare()
    folder.vault_named(ID).path.mkdir()
    folder.point_to(ID, NOON)
    return folder


def test_a_folder_that_is_not_there_has_no_diary_and_looking_makes_none(tmp_path: Path) -> None:
    folder = DiaryFolder(tmp_path / "diary")

    with pytest.raises(NoDiaryYet):
        folder.vault()

    assert not folder.has_diary()
    assert list(tmp_path.iterdir()) == []


def test_an_empty_folder_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    (tmp_path / "diary").mkdir()
    (tmp_path / "diary").chmod(0o755)

    DiaryFolder(tmp_path / "diary").prepare()

    assert stat.S_IMODE((tmp_path / "diary").stat().st_mode) == 0o700


def test_the_pointer_leads_to_the_vault_that_counts(folder: DiaryFolder) -> None:
    folder.vault_named("f" * 32).path.mkdir()

    assert folder.vault().file == folder.path / "vaults" / ID / "diary.db"
    folder.point_to("f" * 32, NOON)
    assert folder.vault().id == "f" * 32


def test_a_pointer_that_is_gone_is_not_an_empty_folder(folder: DiaryFolder) -> None:
    folder.pointer_file.unlink()

    with pytest.raises(PointerMissing):
        folder.vault()
    assert folder.has_diary()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", PointerDamaged),
        (b"\xff\x00", PointerDamaged),
        (b"[" * 50_000, PointerDamaged),
        (b'{"format": "x", "version": 1, "vault": "%s", "since": ""}' % ID.encode(), PointerDamaged),
        (
            b'{"format": "therapy-diary-folder", "version": 1, "vault": "../../x", "since": ""}',
            PointerDamaged,
        ),
        (
            b'{"format": "therapy-diary-folder", "version": 2, "vault": "%s", "since": ""}' % ID.encode(),
            PointerTooNew,
        ),
    ],
)
def test_a_pointer_that_says_nothing_sensible_is_left_alone(
    folder: DiaryFolder, content: bytes, said: type[Exception]
) -> None:
    folder.pointer_file.write_bytes(content)

    with pytest.raises(said):
        folder.vault()
    assert folder.has_diary()
    assert folder.pointer_file.read_bytes() == content


def test_a_vault_that_is_gone_is_not_an_empty_folder(folder: DiaryFolder) -> None:
    folder.vault_named(ID).path.rmdir()

    with pytest.raises(VaultMissing):
        folder.vault()
    assert folder.has_diary()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("a shopping list")

    with pytest.raises(NotADiary):
        DiaryFolder(tmp_path / "diary").vault()


def test_one_program_at_a_time_works_in_a_folder(folder: DiaryFolder) -> None:
    with folder.hold(), pytest.raises(FolderInUse):
        folder.hold()

    folder.hold().release()


HOLDER = """
import os, sys, time
from pathlib import Path
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.errors import FolderInUse
try:
    hold = DiaryFolder(Path(sys.argv[1])).hold()
except FolderInUse:
    os.write(1, b"out")
else:
    os.write(1, b"in!")
    time.sleep(60)
"""


@pytest.mark.skipif(os.name != "posix", reason="needs kill -9")
def test_of_three_started_at_once_one_gets_in_and_a_kill_frees_the_folder(folder: DiaryFolder) -> None:
    for _ in range(2):
        started = [
            subprocess.Popen([sys.executable, "-c", HOLDER, str(folder.path)], stdout=subprocess.PIPE)
            for _ in range(3)
        ]
        said = [process.stdout.read(3) if process.stdout else b"" for process in started]
        for process in started:
            process.send_signal(signal.SIGKILL)
            process.communicate()

        assert sorted(said) == [b"in!", b"out", b"out"]
    folder.hold().release()


def test_the_folder_is_the_one_asked_for_then_the_one_in_the_environment_then_the_usual_one() -> None:
    chosen = {"THERAPY_DIARY_HOME": "/somewhere/else"}

    assert diary_folder(Path("/given"), chosen) == Path("/given")
    assert diary_folder(None, chosen) == Path("/somewhere/else")
    assert diary_folder(None, {"THERAPY_DIARY_HOME": ""}) == usual_folder()
    assert diary_folder(Path("~/x"), {}) == Path("~/x").expanduser()
    assert usual_folder().name == "therapy-diary"


@pytest.mark.skipif(os.name != "posix", reason="POSIX file modes")
def test_what_the_program_writes_is_for_the_owner_only(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        keep_to_owner()
        (tmp_path / "export.json").write_text("{}")
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "export.json").stat().st_mode) == 0o600
