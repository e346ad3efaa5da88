"""Tells a screen reader a sentence at once, wherever the keyboard is."""

from PySide6.QtWidgets import QWidget


def say_aloud(widget: QWidget, sentence: str) -> None:
    """Announce a sentence that has appeared in this widget."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 3 ms, which no start needs

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
