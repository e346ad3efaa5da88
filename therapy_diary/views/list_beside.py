"""A short list beside what is chosen in it, or above it where the page is narrow."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QListWidget

from therapy_diary.desktop.theme import Tokens

ROOM_FOR_BOTH = 620  # page width, in pixels at 100 % text, from which the list stands beside
SHOWN_ABOVE = 3  # rows in view where it stands above
LEAST = 80  # pixels wide, with nothing in it
ANY = 16_777_215  # Qt's word for "as high as it likes"


def place_list(rows: QListWidget, parts: QBoxLayout, page_width: int, tokens: Tokens) -> None:
    """Make the list as wide as its longest row, and lay it out by the room there is. parts: the list and the rest."""
    high, count = tokens.size("control"), rows.count()
    texts = (rows.item(row).text() for row in range(count))
    widest = max((rows.fontMetrics().horizontalAdvance(it) for it in texts), default=LEAST)
    for row in range(count):
        rows.item(row).setSizeHint(QSize(widest + 24, high))
    beside = page_width >= tokens.scaled(ROOM_FOR_BOTH)
    directions = QBoxLayout.Direction
    parts.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
    rows.setFixedWidth(widest + 44)
    shown = min(max(count, 1), SHOWN_ABOVE)
    rows.setMaximumHeight(ANY if beside else shown * high + 12)
