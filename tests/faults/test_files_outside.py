"""A new home folder before and after a whole session: nothing but the diary's own folder, and what the person sent out."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.conftest import Tally
from tests.faults.program import begun, home_in, running
from tests.faults.whole_session import SENTENCE, live
from tests.needs import needs
from tests.secret_forms import forms_of_text

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.skipif(sys.platform != "linux", reason="looks where Linux keeps things"),
]

HEARD = re.compile(r"AF_INET6?\b|sin_port|sin6_port")
NETWORK = ("strace", "-f", "--seccomp-bpf", "-qq", "-e", "trace=network", "-o")
ALONE = ("unshare", "--map-root-user", "--net")
"""A network without a single way out."""


def below(place: Path) -> set[Path]:
    """Every file below a folder."""
    return {it for it in place.rglob("*") if not it.is_dir()}


def shows(place: Path) -> bool:
    """Whether a file or its name holds the sentence."""
    content = place.read_bytes() + str(place).encode() if place.is_file() else b""
    return any(form in content for form in forms_of_text(SENTENCE))


@needs("strace")
@needs("unshare")
def test_a_whole_session_without_a_network_leaves_nothing_outside_and_asks_for_no_network(
    tmp_path: Path, tally: Tally
) -> None:
    if subprocess.run([*ALONE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody have a network of their own")
    home, outside, trace = tmp_path / "home", tmp_path / "outside", tmp_path / "trace"
    settings = home_in(home)
    outside.mkdir()
    folder = home / ".local" / "share" / "therapy-diary"
    before = below(tmp_path)
    with running(folder, tmp_path / "errors", settings, (*ALONE, *NETWORK, str(trace))) as program:
        live(program, outside)
        assert not program.do("'sqlite3' in sys.modules"), "only the library that encrypts is loaded"
        program.quit()

    left = below(tmp_path) - before - {trace, tmp_path / "errors"}
    strange = [it for it in left if not it.is_relative_to(folder) and not it.is_relative_to(outside)]
    for_others = [it for it in left if it.exists() and it.stat().st_mode & 0o077 and not it.is_socket()]
    wide = [it for it in folder.rglob("*") if it.is_dir() and it.stat().st_mode & 0o077]
    readable = [it for it in left if it.is_relative_to(folder) and shows(it)]
    calls = [it for it in trace.read_text(errors="replace").splitlines() if HEARD.search(it)]
    tally("files left, all in its folder or sent out", len(left))
    tally("calls for a network, of calls to sockets", f"{len(calls)} of {trace.read_text().count('socket(')}")
    assert strange == []
    assert for_others == []
    assert wide == []
    assert readable == []
    assert any(shows(it) for it in left if it.is_relative_to(outside)), "the search finds what was sent out"
    assert calls == []


def test_a_lock_takes_the_place_where_it_listened_with_it(tmp_path: Path) -> None:
    """Somebody locks and closes the window at once, before the new process listens for later starts itself."""
    folder, _ = begun(tmp_path / "diary")
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    with running(folder.path, tmp_path / "errors", {"XDG_RUNTIME_DIR": str(runtime)}) as program:
        program.unlock()
        program.wait_for(f"any(Path({str(runtime)!r}).iterdir())")
        pid = program.pid()
        program.begin_to_do("main.lock()")
        program.wait_for_lock(pid)
        program.wait_for("unlock is not None")
        program.begin_to_do("unlock.close()")
        assert program.process.wait(60) == 0
    assert list(runtime.iterdir()) == []


@needs("strace")
def test_control_a_program_that_asks_for_a_network_is_heard(tmp_path: Path) -> None:
    asks = "import socket\ntry: socket.create_connection(('127.0.0.1', 9), 0.1)\nexcept OSError: pass"
    subprocess.run([*NETWORK, str(tmp_path / "trace"), sys.executable, "-c", asks], check=True)
    assert HEARD.search((tmp_path / "trace").read_text())


def test_control_a_careless_program_leaves_files_in_the_home_folder(tmp_path: Path) -> None:
    script = (
        "from PySide6.QtCore import QCoreApplication, QSettings\n"
        "application = QCoreApplication([])\n"
        "QSettings('somebody', 'careless').setValue('last', 'x')\n"
        "import matplotlib.font_manager"
    )
    settings = {name: value for name, value in home_in(tmp_path).items() if value}
    environment = {name: value for name, value in os.environ.items() if name != "MPLCONFIGDIR"} | settings
    subprocess.run([sys.executable, "-c", script], check=True, env=environment, capture_output=True)
    left = below(tmp_path)
    assert any(it.suffix == ".conf" for it in left)
    assert any("matplotlib" in str(it) for it in left)
    assert any(it.stat().st_mode & 0o077 for it in left)
