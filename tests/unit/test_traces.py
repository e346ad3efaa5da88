"""What the program does before Qt is there, so that it leaves nothing behind."""

import os
import sys
from pathlib import Path

import pytest

from therapy_diary.desktop.traces import start_no_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is a message bus of the session")
ADDRESS = "DBUS_SESSION_BUS_ADDRESS"


def test_without_a_bus_none_is_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    start_no_bus()
    assert os.environ[ADDRESS] == "disabled:"


def test_a_bus_that_is_there_is_left_to_be_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(ADDRESS, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "bus").touch()
    start_no_bus()
    assert ADDRESS not in os.environ
    monkeypatch.setenv(ADDRESS, "unix:path=/somewhere")
    start_no_bus()
    assert os.environ[ADDRESS] == "unix:path=/somewhere"
