"""Keeps X11's primary selection empty: what is merely selected there can be read by every program."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QClipboard, QGuiApplication


def empty_primary_selection() -> None:
    """Take it back, and leave the copied text alone."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


def keep_out_of_primary() -> None:
    """Empty it now, and once more when Qt is done: some ways of selecting fill it after they have told us."""
    empty_primary_selection()
    QTimer.singleShot(0, empty_primary_selection)
