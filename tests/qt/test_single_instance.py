import stat
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from therapy_diary.desktop.single_instance import LONGEST_PATH, SingleInstance, address_of

ASK = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from therapy_diary.desktop.single_instance import SingleInstance
application = QCoreApplication([])
sys.exit(0 if SingleInstance(Path(sys.argv[1])).raise_other() else 7)
"""


@pytest.fixture
def first(tmp_path: Path) -> SingleInstance:
    return SingleInstance(tmp_path)


def test_a_second_start_brings_the_first_window_forward(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    first.listen()
    second = subprocess.Popen([sys.executable, "-c", ASK, str(tmp_path)])
    with qtbot.waitSignal(first.raised):
        pass
    assert second.wait(10) == 0
    first.close()


def test_a_start_on_another_diary_finds_nobody(first: SingleInstance, tmp_path: Path) -> None:
    first.listen()
    (tmp_path / "other").mkdir()
    assert not SingleInstance(tmp_path / "other").raise_other()
    first.close()


def test_what_a_crash_left_behind_is_cleared_away(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    import socket

    crashed = socket.socket(socket.AF_UNIX)
    crashed.bind(first.address)
    crashed.close()
    assert Path(first.address).exists()
    assert not first.raise_other()
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert SingleInstance(tmp_path).raise_other()
    first.close()


def test_nobody_else_may_knock(first: SingleInstance) -> None:
    first.listen()
    assert stat.S_IMODE(Path(first.address).stat().st_mode) & 0o077 == 0
    first.close()


def test_the_address_does_not_name_the_folder_and_fits_the_system(tmp_path: Path) -> None:
    folder = tmp_path / "my therapy with Dana"
    folder.mkdir()
    runtime = tmp_path / "run"
    runtime.mkdir()
    assert "Dana" not in address_of(folder, str(runtime))
    deep = tmp_path / ("d" * 120)
    deep.mkdir()
    assert len(address_of(deep, "")) <= LONGEST_PATH
