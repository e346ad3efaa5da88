import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from therapy_diary.views.mishap_word import MishapWord


def boxes() -> list[QMessageBox]:
    return [it for it in QApplication.topLevelWidgets() if isinstance(it, QMessageBox) and it.isVisible()]


def test_an_error_in_any_thread_is_told_once_calmly_and_in_nobodys_way(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    word = MishapWord(tmp_path / "log", qapp)
    for _ in range(3):
        thread = threading.Thread(target=word.happened.emit)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(boxes()))
    (box,) = boxes()
    assert not box.isModal()
    assert str(tmp_path / "log") in box.informativeText()
    assert "!" not in box.text() + box.informativeText()
    box.close()
