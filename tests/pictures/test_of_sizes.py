"""Every page can be looked at over a diary with nothing in it and over one with three notes."""

import subprocess
import sys
from pathlib import Path

import pytest

from therapy_diary.tour.pages import PAGES

pytestmark = pytest.mark.thorough

ROOT = Path(__file__).parents[2]


def test_every_page_is_taken_over_nothing_and_over_three_notes(tmp_path: Path) -> None:
    """In a process of its own: the application is dressed there as in the program."""
    command = [sys.executable, "-m", "tests.pictures.of_sizes", str(tmp_path), "0", "3"]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    taken = {it.name for it in tmp_path.glob("*.png") if it.stat().st_size}
    assert taken == {f"{page}-{count}.png" for page in PAGES for count in (0, 3)}
