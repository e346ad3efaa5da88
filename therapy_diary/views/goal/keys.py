"""Keys that act while the focus is inside one part of a page."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_keys(part: QWidget, keys: QKeySequence | QKeySequence.StandardKey, act: Callable[[], object]) -> None:
    """Do this when the keys are pressed somewhere inside that part, and nowhere else."""
    shortcut = QShortcut(QKeySequence(keys), part)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
