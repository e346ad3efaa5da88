"""What a page shows while there is nothing on it yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import px
from therapy_diary.widgets.glyph import Glyph

ROOM_FOR_ICON = 14  # times the height of the letters


class EmptyState(QWidget):
    """A large quiet icon, a title, one sentence, and one thing to do."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph(self)
        self._title = QLabel(self)
        self._title.setProperty("role", "h2")
        self._sentence = QLabel(self)
        self._sentence.setProperty("role", "sub")
        self._button = QPushButton(self)
        self._button.setProperty("kind", "primary")
        self._button.setCursor(Qt.CursorShape.PointingHandCursor)
        self._button.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(2)
        column.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for label in (self._title, self._sentence):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(12)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The icon gives way to the words where there is little room."""
        super().resizeEvent(event)
        self._glyph.setVisible(self.height() >= ROOM_FOR_ICON * px())

    def say(self, glyph: str, title: str, sentence: str, action: str = "", action_icon: str = "plus") -> None:
        """Fill it in; without `action` there is no button."""
        self._glyph.show_icon(glyph, "accent", 2.8)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.setIcon(icon(action_icon, "on_accent"))
        self._button.setVisible(bool(action))
