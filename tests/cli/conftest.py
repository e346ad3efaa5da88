"""A diary that was begun at the command line, and one with the story of the demo in it."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.cli.in_process import called
from tests.conftest import NOON
from therapy_diary import resources
from therapy_diary.demo import tell
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin

PASSPHRASE = "four plain words here"
PATIENCE = 600  # seconds, on a machine that does other things as well


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture(scope="session")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder that init leaves and the code it prints, once for the whole run: to be copied, never opened.

    The key of a passphrase is meant to take its time, and a beginning makes it more than once.
    """
    folder = tmp_path_factory.mktemp("begun") / "home"
    done = called(folder, "init", "--passphrase-stdin", "--json", typed=f"{PASSPHRASE}\n")
    assert done.returncode == 0, done.stderr
    return folder, str(json.loads(done.stdout)["recovery_code"])


@pytest.fixture
def code(begun: tuple[Path, str], home: Path) -> str:
    """The recovery code of a diary at home that was begun and opens by passphrase."""
    folder, code = begun
    shutil.copytree(folder, home)
    return code


@pytest.fixture
def told(home: Path) -> str:
    """The story of the demo in a diary at home, which opens by passphrase at once; the time at which it stands.

    For a test of many commands: --demo tells the story anew with each, which takes three times as long as a chart.
    """
    story = tomllib.loads(resources.text("demo/story.toml"))
    way = Passphrase(text=PASSPHRASE, cost=Cost(kibibytes=8 * 1024, passes=1, lanes=1))
    folder = DiaryFolder(home)
    with folder.hold():
        diary, _ = begin(folder, now=lambda: NOON, way=way)
        tell(story, diary)
        diary.close()
    return str(story["now"].isoformat())
