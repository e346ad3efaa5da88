"""Words that were only selected are offered to no other program; copied ones are marked as private. On a real X server."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit

from tests.conftest import ROOT
from tests.qt.a_safe import Kept, kept
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.window.page_stack import PAGES

__all__ = ["kept"]

SELECTING = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextBrowser
from therapy_diary.app import dress
from therapy_diary.preferences import Preferences

application = QApplication([])
for dressed in (False, True):
    if dressed:
        dress(Preferences.load(Path(sys.argv[1])))
    for kind in (QLineEdit, QTextBrowser):
        field = kind()
        field.setText("canary words")
        field.show()
        QTest.qWaitForWindowExposed(field)
        field.setFocus()
        offered = []
        for _ in range(3):
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            field.selectAll()
            application.processEvents()
            offered.append(QGuiApplication.clipboard().text(QClipboard.Mode.Selection))
            QTest.qWait(50)
            offered.append(QGuiApplication.clipboard().text(QClipboard.Mode.Selection))
        QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        application.processEvents()
        copied = QGuiApplication.clipboard().mimeData()
        marked = copied.hasFormat("x-kde-passwordManagerHint")
        print(kind.__name__, "offers" if offered[-1] else "keeps", copied.text(), marked)
        field.hide()
QGuiApplication.clipboard().setText("meant for elsewhere")
application.processEvents()
print(QGuiApplication.clipboard().text())
"""


@pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("xvfb-run") is None, reason="xvfb is not installed"
)
def test_what_is_selected_stays_inside_and_what_is_copied_goes_out(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", SELECTING, str(tmp_path / "settings.ini")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    ).stdout.splitlines()
    assert said[0] == "QLineEdit offers canary words False"  # so the trial can tell
    assert said[2:] == [
        "QLineEdit keeps canary words True",
        "QTextBrowser keeps canary words True",
        "meant for elsewhere",
    ]


def test_input_methods_are_told_not_to_learn_what_is_typed(window: MainWindow) -> None:
    for name in PAGES:
        assert window.show_page(name)
        lines = [
            it
            for it in window.findChildren(QLineEdit)
            if not isinstance(it.parent(), QAbstractSpinBox | QComboBox) and not it.isReadOnly()
        ]
        texts = [it for it in window.findChildren(QTextEdit) if not it.isReadOnly()]
        learnt = [
            f"{it.objectName() or it.accessibleName()} in {type(it.parent()).__name__}"
            for it in (*lines, *texts)
            if not it.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
        ]
        assert learnt == [], name
    assert lines
    assert texts


def test_nor_what_is_typed_into_the_rooms_about_keys_and_contacts(kept: Kept) -> None:
    window = kept.window()
    for room in ("opening", "contacts"):
        learnt = [
            it.accessibleName()
            for it in kept.room(room, window).findChildren(QLineEdit)
            if not isinstance(it.parent(), QAbstractSpinBox | QComboBox)
            and not it.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
        ]
        assert learnt == []
