"""What every test may ask for."""

import gc
import os
import runpy
import shutil
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from therapy_diary import resources
from therapy_diary.__main__ import SELDOM
from therapy_diary.demo import tell
from therapy_diary.storage.diary import Diary

ROOT = Path(__file__).parent.parent
NOON = datetime(2026, 3, 4, 12, 0)
KEY = b"k" * 32

# In CI the same examples each time: a change is judged by what it changed. New ones are hunted everywhere else.
settings.register_profile("in ci", derandomize=True, deadline=None, database=None)
if os.environ.get("CI"):
    settings.load_profile("in ci")

runpy.run_path(str(ROOT / "packaging" / "generate.py"), run_name="__main__")  # forms that match ui/


def pytest_addoption(parser: pytest.Parser) -> None:
    which = parser.getgroup("which tests, where none is named").addoption
    which(
        "--thorough",
        action="store_true",
        help="all of them, also those that take long or try many combinations",
    )
    which("--rest", action="store_true", help="only what is otherwise left to --thorough")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave what is marked `thorough` to a thorough run, but for the combinations that stand for the others."""
    if config.args_source is not config.ArgsSource.TESTPATHS or config.getoption("thorough"):
        return  # who names a folder, a file or a test means it
    found, standing, usual, rest = set[str](), set[str](), list[pytest.Item](), list[pytest.Item]()
    for item in items:
        but = [set(it.kwargs.get("but", ())) for it in item.iter_markers("thorough")]
        test, _, combination = item.nodeid.removesuffix("]").partition("[")
        found.add(f"{test}[{combination}]")
        standing |= {f"{test}[{it}]" for it in set().union(*but)}
        (usual if all(combination in it for it in but) else rest).append(item)
    if gone := standing - found:
        raise pytest.UsageError(f"not there, so they stand for no others: {', '.join(sorted(gone))}")
    items[:], left_out = (rest, usual) if config.getoption("rest") else (usual, rest)
    config.hook.pytest_deselected(items=left_out)


def pytest_collection_finish() -> None:
    """Look for rings of objects as seldom as the program does; what all the tests loaded stays, and is not looked through."""
    gc.freeze()
    gc.set_threshold(SELDOM, 10, 10)


def stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Let no test, and so nothing of ours that runs in one, reach for the network; sockets of this computer may be."""
    if event == "socket.getaddrinfo" or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        raise AssertionError(f"something reached for the network: {event}")


sys.addaudithook(stay_here)


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a real, encrypted, empty diary, made once for the whole run: to be copied, never opened."""
    file = tmp_path_factory.mktemp("empty") / "diary.db"
    Diary.create(file, key=KEY).close()
    return file


@pytest.fixture(scope="session")
def told_diary(empty_diary: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the story of the demo in it."""
    file = tmp_path_factory.mktemp("told") / "diary.db"
    with a_copy(empty_diary, file) as diary:
        tell(tomllib.loads(resources.text("demo/story.toml")), diary)
    return file


@contextmanager
def a_copy(of: Path, file: Path) -> Iterator[Diary]:
    """An open diary of this test alone: making one takes ten times as long as opening it, and telling a story longer."""
    diary = Diary.open(shutil.copy(of, file), key=KEY)
    try:
        yield diary
    finally:
        diary.close()


@pytest.fixture
def diary(empty_diary: Path, tmp_path: Path) -> Iterator[Diary]:
    """A real, encrypted, empty diary."""
    with a_copy(empty_diary, tmp_path / "diary.db") as diary:
        yield diary
