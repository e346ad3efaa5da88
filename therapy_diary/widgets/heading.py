"""The title of a page with a quiet line under it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.words_label import breakable


class Heading(QWidget):
    """A title, a line that says where the person is, and room at the end for the page's buttons.

    Both may hold words of the person's own.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = _line("h1")
        self._sub = _line("sub")
        self._sub.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(10)
        self._row.addWidget(self._title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._row)
        column.addWidget(self._sub)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_title(self, text: str) -> None:
        self._title.setText(breakable(text))
        stand_along_page(self._title)
        self.setAccessibleName(text)

    def set_sub(self, text: str) -> None:
        """The line under the title; empty takes it away."""
        self._sub.setText(text)
        stand_along_page(self._sub)
        self._sub.setVisible(bool(text))

    def add_action(self, button: QWidget) -> None:
        """Put a button at the end of the title's line."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)


def _line(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
