"""The key that locks, also while a dialog bars the menus of the window behind it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

NAME = "lock"


class LockKey(QObject):
    """Gives each dialog that comes to the front the keys of the lock; without a dialog they are the menu's."""

    def __init__(self, keys: Sequence[QKeySequence], lock: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._keys, self._lock = list(keys), lock
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._reach_dialogs)

    def _reach_dialogs(self) -> None:
        for dialog in QApplication.topLevelWidgets():
            if dialog.isModal() and dialog.findChild(QShortcut, NAME) is None:
                for key in self._keys:
                    shortcut = QShortcut(key, dialog)
                    shortcut.setObjectName(NAME)
                    shortcut.activated.connect(self._lock)
