"""What every test may ask for."""

import os
import runpy
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from therapy_diary.storage.diary import Diary

ROOT = Path(__file__).parent.parent
NOON = datetime(2026, 3, 4, 12, 0)
KEY = b"k" * 32

# In CI the same examples each time: a change is judged by what it changed. New ones are hunted everywhere else.
settings.register_profile("in ci", derandomize=True, deadline=None, database=None)
if os.environ.get("CI"):
    settings.load_profile("in ci")

runpy.run_path(str(ROOT / "packaging" / "generate.py"), run_name="__main__")  # forms that match ui/


def stay_here(event: str, arguments: tuple[object, ...]) -> None:
    """Let no test, and so nothing of ours that runs in one, reach for the network; sockets of this computer may be."""
    if event == "socket.getaddrinfo" or (event == "socket.connect" and isinstance(arguments[1], tuple)):
        raise AssertionError(f"something reached for the network: {event}")


sys.addaudithook(stay_here)


@pytest.fixture
def diary(tmp_path: Path) -> Iterator[Diary]:
    """A real, encrypted, empty diary."""
    diary = Diary.create(tmp_path / "diary.db", key=KEY)
    yield diary
    diary.close()
