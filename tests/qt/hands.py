"""What a person's hands do: type, paste, press keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def type_in(field: QWidget, words: str, qtbot: QtBot) -> None:
    """Letter by letter; what no key of this keyboard gives comes from the input method, as it does for the person."""
    field.setFocus()
    for letter in words:
        if letter.isascii():
            qtbot.keyClicks(field, letter)
        else:
            composed = QInputMethodEvent()
            composed.setCommitString(letter)
            QApplication.sendEvent(field, composed)


def paste_in(field: QWidget, text: str, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
