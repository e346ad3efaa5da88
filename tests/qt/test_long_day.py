"""Hours at the window leave nothing behind in the process; in full numbers: packaging/dev.py bench soak."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.soak import Amount, Day
from therapy_diary.desktop.theme import Theme

pytestmark = pytest.mark.thorough

AT_MOST = 1.10


@pytest.fixture
def day(theme: Theme, tmp_path: Path) -> Iterator[Day]:
    assert theme  # light and at 100 % again afterwards
    day = Day(tmp_path)
    yield day
    day.end()


@pytest.mark.skipif(sys.platform != "linux", reason="memory and handles are read from /proc")
def test_saves_searches_and_page_switches_leave_no_memory_and_no_handle_behind(day: Day) -> None:
    first, last = day.live(Amount(saves=40, searches=8, switches=11))
    assert last.memory <= first.memory * AT_MOST
    assert last.handles <= first.handles
    assert last.threads <= first.threads + 1
    assert last.widgets <= first.widgets * AT_MOST
    assert last.objects <= first.objects * AT_MOST
