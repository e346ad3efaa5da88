"""The keys that work before there is a menu bar: larger and smaller text, and closing."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import Theme

STEP = 10  # per cent


def give_early_keys(window: QWidget, theme: Theme) -> None:
    """Let a window without menus be closed and made readable by the usual keys."""
    doings = (
        (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), lambda: theme.text_size + STEP),
        ([QKeySequence("Ctrl+=")], lambda: theme.text_size + STEP),
        (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), lambda: theme.text_size - STEP),
        ([QKeySequence("Ctrl+0")], lambda: 100),
    )
    for keys, wanted in doings:
        for key in keys:
            QShortcut(key, window).activated.connect(lambda wanted=wanted: theme.set_text_size(wanted()))
    for name in ("Ctrl+Q", "Ctrl+W"):
        QShortcut(QKeySequence(name), window).activated.connect(window.close)
