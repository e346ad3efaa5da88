"""What a person's hands do: type, paste, press keys and buttons."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from therapy_diary.desktop.in_turns import InTurns

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
TURNS = 6  # of the event loop: a wrapped line asks for height once its width is known, and a new row is shown later


def settle() -> None:
    """Let what was done come to the screen, to the last piece of a page, and let go of what went from it."""
    while not all(InTurns.all_whole(it) for it in QApplication.topLevelWidgets() if isValid(it)):
        QApplication.processEvents()
    for _ in range(TURNS):
        QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(
    window: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key, where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)
    settle()


def press_button(words: str, root: QWidget) -> None:
    """The first button under `root` of those words, by the keyboard. Raises StopIteration when there is none."""
    settle()  # one that was just added is shown in the next turn
    buttons = (it for it in root.findChildren(QPushButton) if it.isVisible())
    found = next(it for it in buttons if it.text().replace("&", "") == words)
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    settle()


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


def take_hold(words: QWidget) -> None:
    """Press the left button on the middle of some words that are in view."""
    _mouse(words, words.rect().center(), QTest.mousePress)


def carry(words: QWidget, to: QWidget) -> None:
    """Move the mouse from there to the middle of other words."""
    for place in (words.rect().center() + QPoint(0, 4), words.mapFromGlobal(_middle(to))):
        _mouse(words, place, lambda handle, _button, _keys, at: QTest.mouseMove(handle, at))


def drop_on(to: QWidget) -> None:
    """Let go of the button on the middle of some words."""
    _mouse(to, to.rect().center(), QTest.mouseRelease)


def drag(words: QWidget, to: QWidget) -> None:
    """Take hold of words, carry them to others, and let go."""
    take_hold(words)
    carry(words, to)
    drop_on(to)


def _middle(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().center())


def _mouse(widget: QWidget, at: QPoint, act: Callable[..., None]) -> None:
    """To the whole window, which finds out itself what lies there."""
    window = widget.window()
    handle = window.windowHandle()
    assert handle is not None
    act(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, widget.mapTo(window, at))
