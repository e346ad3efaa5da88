"""A library that is too old, that ends the program or that does not encrypt. The start refuses it in one plain sentence."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.faults.program import PASSPHRASE, begun, running

pytestmark = pytest.mark.thorough

START = """
import os, sys
import PySide6
PySide6.__version__ = ".".join(map(str, {version}))
sys.version_info = {python}
from therapy_diary import cli
sys.exit(cli.main(["--diary", sys.argv[1]]))
"""


OTHER_LIBRARY = """
from sqlcipher3 import dbapi2
class Told:
    def fetchone(self):
        return ({version!r},)
class Connection(dbapi2.Connection):
    def execute(self, sql, *values):
        return Told() if sql == "PRAGMA cipher_version" else super().execute(sql, *values)
connect = dbapi2.connect
dbapi2.connect = lambda place, **more: connect(place, **dict(factory=Connection) | more)
dbapi2.Connection = Connection
"""
"""Runs before ours: the library as it is, but for the version it tells."""


def told_as(version: str, place: Path) -> dict[str, str]:
    """The environment in which the encrypting library says that it is of this version."""
    place.mkdir()
    (place / "sitecustomize.py").write_text(OTHER_LIBRARY.format(version=version))
    return os.environ | {"PYTHONPATH": f"{place}{os.pathsep}{ROOT}", "QT_QPA_PLATFORM": "offscreen"}


WINDOW = """
import sys
from PySide6.QtWidgets import QMessageBox
from therapy_diary import cli
QMessageBox.critical = lambda *said: print(said[-1], file=sys.stderr)  # nobody is there to close the box
sys.exit(cli.main(["--diary", sys.argv[1]]))
"""
CHECK = """
import sys
from therapy_diary import cli
sys.exit(cli.main(["--diary", sys.argv[1], "check", "--passphrase-stdin"]))
"""


@pytest.mark.parametrize(
    ("version", "start", "refused"),
    [
        ("4.5.6 community", CHECK, True),
        ("4.17.9 community", CHECK, True),
        ("4.18.0 community", CHECK, False),
        ("4.17.9 community", WINDOW, True),
    ],
    ids=["years old", "a little old", "just right", "a little old, in the window"],
)
def test_an_old_encrypting_library_is_refused_and_nothing_is_touched(
    tmp_path: Path, version: str, start: str, refused: bool
) -> None:
    folder, _ = begun(tmp_path / "diary")
    before = {it: it.read_bytes() for it in folder.path.rglob("*") if it.is_file()}
    done = subprocess.run(
        [sys.executable, "-B", "-c", start, str(folder.path)],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        env=told_as(version, tmp_path / "library"),
        timeout=120,
        check=False,
    )
    assert done.returncode == int(refused), done.stderr
    assert ("too old; install Therapy Diary again" in done.stderr) == refused
    assert ("Every page and every rule" in done.stdout) != refused
    assert {it: it.read_bytes() for it in before} == before


def test_a_library_that_is_too_old_only_for_the_file_is_refused_on_the_lock_page(tmp_path: Path) -> None:
    folder, _ = begun(tmp_path / "diary")
    before = folder.vault().file.read_bytes()
    with running(folder.path, tmp_path / "errors") as program:
        program.wait_for("unlock is not None")
        program.do("import therapy_diary.storage.connection as it; it.OLDEST_LIBRARY = (99, 0)")
        program.do(f"QTest.keyClicks(unlock.form.passphrase, {PASSPHRASE!r})")
        program.do("QTest.keyClick(unlock.form.passphrase, Qt.Key.Key_Return)")
        program.wait_for("unlock.form.notice.isVisible()")
        assert "too old; install Therapy Diary again" in program.do("unlock.form.notice.text()")
        assert program.do("main is None and first is None")
        assert folder.vault().file.read_bytes() == before
        program.do(
            "it = __import__('therapy_diary.storage.connection', fromlist=['x']); it.OLDEST_LIBRARY = (4, 18)"
        )
        program.do("unlock.form.passphrase.clear()")
        program.unlock()  # control: with the library as it is, the same page opens it
        assert program.quit() == 0


def test_no_plain_diary_is_begun_with_a_library_that_does_not_encrypt(tmp_path: Path) -> None:
    plain = "import sys, sqlite3.dbapi2 as plain; sys.modules['sqlcipher3.dbapi2'] = plain; import sqlcipher3; sqlcipher3.dbapi2 = plain"
    command = "from therapy_diary import cli; sys.exit(cli.main(['--diary', sys.argv[1], 'init', '--passphrase-stdin']))"
    done = subprocess.run(
        [sys.executable, "-c", f"{plain}\n{command}", str(tmp_path / "diary")],
        input=f"{PASSPHRASE}\n",
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "too old; install Therapy Diary again" in done.stderr
    assert not [it for it in tmp_path.rglob("*") if it.suffix == ".db"]


@pytest.mark.parametrize(
    ("version", "python", "refused"),
    [((6, 12, 0), (3, 11, 7), True), ((6, 12, 3), (3, 11, 7), True), ((6, 11, 3), (3, 11, 7), False)],
)
def test_a_binding_that_ends_the_program_is_refused_at_the_start(
    tmp_path: Path, version: tuple[int, ...], python: tuple[int, ...], refused: bool
) -> None:
    script = START.format(version=version, python=python)
    if not refused:  # it would go on to the first pages: end it there
        script = script.replace(
            "sys.exit(",
            "from PySide6.QtCore import QTimer; from therapy_diary import program; end = program.Program.begin\n"
            "program.Program.begin = lambda it: (end(it), QTimer.singleShot(0, it.window.close))\nsys.exit(",
        )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=120,
    )
    assert (done.returncode, "PySide6 ends the program" in done.stderr) == (
        (1, True) if refused else (0, False)
    )
    assert "Traceback" not in done.stderr


def imports_of_plain_sqlite(source: str) -> list[int]:
    """The lines that import Python's own sqlite3, other than for the type checker."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = []
    named = [
        (node.lineno, name)
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [it.name for it in node.names]
        )
    ]
    return [line for line, name in named if name.split(".")[0] == "sqlite3"]


def test_nothing_of_ours_imports_the_library_that_does_not_encrypt() -> None:
    modules = sorted((ROOT / "therapy_diary").rglob("*.py"))
    assert len(modules) > 200
    assert [it.name for it in modules if imports_of_plain_sqlite(it.read_text(encoding="utf-8"))] == []


def test_control_a_module_that_imports_it_is_seen() -> None:
    assert imports_of_plain_sqlite("import os\nfrom sqlite3 import dbapi2\n") == [2]
    assert imports_of_plain_sqlite("def f():\n    import sqlite3\n") == [2]
    assert imports_of_plain_sqlite("if TYPE_CHECKING:\n    import sqlite3\n") == []
