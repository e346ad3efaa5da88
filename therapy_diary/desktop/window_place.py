"""Where a window stood on the screen, written as settings.ini keeps it."""

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

USUAL_SIZE = (1280, 832)


def place_of(window: QWidget) -> str:
    """Place and size of a window, in hexadecimal."""
    return bytes(window.saveGeometry().data()).hex()


def put_in_place(window: QWidget, kept: str) -> None:
    """Put a window where one stood before; the usual size when nothing readable is kept."""
    geometry = QByteArray.fromHex(kept.encode(errors="replace"))
    if geometry.isEmpty() or not window.restoreGeometry(geometry):
        window.resize(*USUAL_SIZE)
