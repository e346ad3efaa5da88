"""A line of words that wraps, and never takes what it shows for markup."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

WITHOUT_END = re.compile(r"\S{31,}")  # no language has such words; a web address, or a key held down, has
PIECE = re.compile(
    r"(\S{10})(?=[^\s\u0300-\u036f\u0591-\u05c7\u200d\ufe0f])"
)  # never before what joins a letter
MAY_BREAK = "\u200b"


def words_label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """A label in the letters of that role of the style sheet, such as "h3", "label" or "caption"."""
    label = QLabel(breakable(text), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label


def breakable(text: str) -> str:
    """The text with places to break inside words without end, which a label would else cut off."""
    return WITHOUT_END.sub(lambda it: PIECE.sub(rf"\1{MAY_BREAK}", it[0]), text)
