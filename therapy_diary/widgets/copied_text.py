"""Marks what is copied as private, so that histories of the clipboard leave it out."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

NEVER_IN_HISTORY = {  # what clipboard managers of KDE, Windows and macOS look for
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "application/x-nspasteboard-concealed-type": b"1",
}


def marked_secret(text: str) -> QMimeData:
    """Text for the clipboard that asks clipboard histories not to keep it."""
    data = QMimeData()
    data.setText(text)
    for kind, value in NEVER_IN_HISTORY.items():
        data.setData(kind, value)
    return data


def mark_what_is_copied() -> None:
    """Mark what any field of ours has just put on the clipboard, also those that are Qt's own."""
    clipboard = QGuiApplication.clipboard()
    data = clipboard.mimeData() if clipboard.ownsClipboard() else None
    if data is not None and data.hasText() and not data.hasFormat(next(iter(NEVER_IN_HISTORY))):
        clipboard.setMimeData(marked_secret(data.text()))
