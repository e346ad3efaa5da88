"""A diary and a backup of every version that was ever released: they open, are brought up to date, and hold the same."""

import hashlib
import json
import shutil
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import NOON
from tests.faults.conftest import Tally
from therapy_diary import __version__
from therapy_diary.keys.recovery import parse
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import DiaryTooNew
from therapy_diary.storage.migrate import steps
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import open_with_passphrase, open_with_recovery
from therapy_diary.vault.restore import lay_out

pytestmark = pytest.mark.thorough

RELEASED = Path(__file__).with_name("released")
VERSIONS = sorted(it.name for it in RELEASED.iterdir() if (it / "kept.json").exists())


def kept(version: str) -> Any:
    return json.loads((RELEASED / version / "kept.json").read_text(encoding="utf-8"))


def see_that_all_is_there(diary: Diary, version: str) -> None:
    """As it was written down when that version was released."""
    told = kept(version)
    with closing(diary):
        found = diary.examine()
        assert found.whole
        assert found.schema == len(steps())
        assert {name: diary.counts()[name] for name in told["counts"]} == told["counts"]
        therapy = diary.therapies.current()
        assert therapy is not None
        notes = [diary.notes.get(it.id).text for it in diary.notes.newest(therapy.id, 100)]
        assert sorted(notes) == sorted(told["texts"])
        assert [it.text for it in diary.drafts.all()] == [told["draft"]]


def digest_of(version: str) -> str:
    files = sorted(it for it in (RELEASED / version).rglob("*") if it.is_file())
    return hashlib.sha256(b"".join(it.read_bytes() for it in files)).hexdigest()


def test_this_version_is_among_them() -> None:
    assert __version__ in VERSIONS, "run tests/faults/released/make.py before a release"


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("way", ["passphrase", "code"])
def test_a_diary_of_that_version_opens_and_holds_the_same(
    tmp_path: Path, version: str, way: str, tally: Tally
) -> None:
    before = digest_of(version)
    folder = DiaryFolder(shutil.copytree(RELEASED / version / "diary", tmp_path / "diary"))
    opened = open_with_passphrase if way == "passphrase" else open_with_recovery
    for _ in range(2):  # the second time it is up to date
        see_that_all_is_there(opened(folder, kept(version)[way]), version)
    assert digest_of(version) == before
    tally("versions", ", ".join(VERSIONS))


@pytest.mark.parametrize("version", VERSIONS)
def test_a_backup_of_that_version_is_restored_and_holds_the_same(tmp_path: Path, version: str) -> None:
    folder, told = DiaryFolder(tmp_path / "another computer"), kept(version)
    bundle = shutil.copy(RELEASED / version / "copy.diarybackup", tmp_path / "copy.diarybackup")
    with folder.hold(), lay_out(folder, Path(bundle)) as found:
        preview = found.look(found.keys.open_by_code(parse(told["code"])))
        assert {name: preview.counts[name] for name in told["counts"]} == told["counts"]
        found.restore(NOON)
    see_that_all_is_there(open_with_passphrase(folder, told["passphrase"]), version)


def test_control_a_diary_of_a_later_version_is_not_opened_and_not_changed(tmp_path: Path) -> None:
    folder = DiaryFolder(shutil.copytree(RELEASED / __version__ / "diary", tmp_path / "diary"))
    with closing(open_with_passphrase(folder, kept(__version__)["passphrase"])) as diary:
        diary._connection.execute(f"PRAGMA user_version = {len(steps()) + 1}")
    before = folder.vault().file.read_bytes()
    with pytest.raises(DiaryTooNew):
        open_with_passphrase(folder, kept(__version__)["passphrase"])
    assert folder.vault().file.read_bytes() == before
