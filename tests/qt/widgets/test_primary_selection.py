"""On X11 a selection is offered to every program at once, without copying. Ours is not: tried on a real X server."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.needs import needs

ROOT = Path(__file__).parents[3]
SELECTING = """
import sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.markdown_editor import MarkdownEditor
from therapy_diary.widgets.passphrase_field import PassphraseField

application = QApplication([])
for kind in (QTextEdit, GrowingText, MarkdownEditor, PassphraseField):
    field = kind()
    field.resize(400, 120)
    field.show()
    QTest.qWaitForWindowExposed(field)
    field.setFocus()
    if kind is PassphraseField:
        field.setText("canary words")
        field.findChild(QToolButton).click()
        inside = field
    else:
        field.setPlainText("canary words")
        inside = field.viewport()
    offered = []

    def look():
        application.processEvents()
        offered.append(QGuiApplication.clipboard().text(QClipboard.Mode.Selection))

    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    look()
    QTest.mouseDClick(inside, Qt.MouseButton.LeftButton, pos=QPoint(40, 18))
    QTest.mouseRelease(inside, Qt.MouseButton.LeftButton, pos=QPoint(40, 18))
    look()
    QTest.mouseClick(inside, Qt.MouseButton.LeftButton, pos=QPoint(300, 18))  # else the next press drags
    QTest.mousePress(inside, Qt.MouseButton.LeftButton, pos=QPoint(5, 18))
    QTest.mouseMove(inside, QPoint(90, 18))
    QTest.mouseRelease(inside, Qt.MouseButton.LeftButton, pos=QPoint(90, 18))
    look()
    QTest.keyClick(field, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    look()
    field.hide()
    print(kind.__name__, "offers" if any(offered) else "keeps")
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 offers a mere selection")
@needs("xvfb-run")
def test_selecting_words_offers_them_to_no_other_program() -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    said = subprocess.run(
        ["xvfb-run", "-a", sys.executable, "-c", SELECTING],
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    ).stdout.split("\n")
    assert said[0] == "QTextEdit offers"  # so the trial can tell
    assert said[1:4] == ["GrowingText keeps", "MarkdownEditor keeps", "PassphraseField keeps"]
