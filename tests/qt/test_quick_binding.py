"""Qt's binding says and does the same however it got up, and a start compiles nothing that was compiled beforehand."""

import subprocess
import sys
from pathlib import Path

import pytest

from therapy_diary import compiled, resources
from therapy_diary.compiled import Compiled

pytestmark = pytest.mark.thorough

TOLD = """
import sys

if sys.argv[1] != "usual":
    import builtins, re
    from therapy_diary.compiled import Compiled
    from therapy_diary.desktop.quick_binding import quick_start

    before, store = (builtins.compile, re.compile), Compiled.kept("binding") if sys.argv[1] == "kept" else Compiled()
    known = len(store.by_text)
    with quick_start(store):
        import PySide6
    assert (builtins.compile, re.compile) == before
    assert known == (len(store.by_text) if sys.argv[1] == "kept" else 0) and len(store.by_text) > 10
from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.support.signature import get_signature
from PySide6.support.signature.lib.pyi_generator import Formatter

for module in (QtCore, QtGui, QtWidgets):
    for owner in sorted(name for name in dir(module) if name.startswith(("QAb", "QLi", "QTi"))):
        for name, made in sorted(getattr(getattr(module, owner), "__dict__", {}).items()):
            if callable(made):
                print(owner, name, get_signature(made))
for wrong in (lambda: QtCore.QPoint("here"), lambda: QtGui.QColor.fromRgb("red", [], 1.5), lambda: QtCore.QTimer.singleShot()):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(Formatter.split("a: typing.Union[int, str], b: int = {1: (2, 3)}"), Formatter.opt_uni_searcher.pattern)
"""


def told(how: str) -> list[str]:
    command = [sys.executable, "-c", TOLD, how]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()


def test_signatures_and_messages_are_the_same_to_the_last_sign() -> None:
    usual = told("usual")
    assert len(usual) > 300
    assert told("kept") == usual
    assert told("anew") == usual


STARTED = """
import sys
from datetime import date, datetime
from pathlib import Path
from therapy_diary.compiled import Compiled, make_records_quickly

records = Compiled.kept("records")
known = len(records.by_text)
make_records_quickly(records)
from therapy_diary import app, program
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary

diary = Diary.create(Path(sys.argv[1]) / "diary.db", bytes(32))
therapy = diary.therapies.begin(label="Therapy", started_on=date(2026, 1, 5)).id
diary.notes.write(therapy, "A note.", datetime(2026, 1, 6, 9, 0))
preferences = Preferences.load(Path(sys.argv[1]) / "settings.ini")
preferences.change(page=sys.argv[2])
application, theme = app.dress(preferences)
window = app.build_window(diary, datetime.now, theme, preferences)
window.show()
application.sendPostedEvents()
print(known > 100, list(records.by_text)[known:], "tomllib" in sys.modules, flush=True)
"""


@pytest.mark.parametrize("page", ["today", "timeline"])
def test_the_first_page_of_a_diary_makes_nothing_that_was_made_beforehand(page: str, tmp_path: Path) -> None:
    command = [sys.executable, "-c", STARTED, str(tmp_path), page]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said == "True [] False\n"


@pytest.mark.parametrize("written", [b"", b"\0" * 40, b"of another Python", b"one bit", None])
def test_a_damaged_or_missing_file_leaves_everything_to_be_compiled(
    written: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resources, "ROOT", tmp_path)
    (tmp_path / "compiled").mkdir()
    store = Compiled()
    assert store.code("1 + 1", "here").co_filename == "here"
    store.keep("records")
    assert list(Compiled.kept("records").by_text) == ["1 + 1"]
    (file,) = (tmp_path / "compiled").iterdir()
    whole = bytearray(file.read_bytes())
    if written is None:
        file.unlink()
    elif written == b"one bit":
        whole[-3] ^= 4
        file.write_bytes(whole)
    else:
        file.write_bytes(written or whole[: len(compiled.HEAD) + 9])
    assert Compiled.kept("records").by_text == {}
