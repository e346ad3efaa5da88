"""A line of words that wraps, and never takes what it shows for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def words_label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in the letters of that role of the style sheet, such as "h3", "label" or "caption"."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
