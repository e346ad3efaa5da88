"""A part that lies folded until somebody opens it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon


class Fold(QWidget):
    """A button with the part's name, and below it what it opens."""

    opened = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(title, self)
        self.button.setProperty("kind", "ghost")
        self.button.setCheckable(True)
        self.button.clicked.connect(lambda: self.set_open(self.button.isChecked()))
        self._inside = QWidget(self)
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(0, 4, 0, 4)
        self.column.setSpacing(12)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(4)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        outer.addWidget(self._inside)
        self.set_open(False)

    def is_open(self) -> bool:
        """Whether what it holds is shown."""
        return self.button.isChecked()

    def set_open(self, is_open: bool) -> None:
        """Show what it holds, or fold it away."""
        self.button.setChecked(is_open)
        self.button.setIcon(icon("chevron-up" if is_open else "chevron-down"))
        self._inside.setVisible(is_open)
        if is_open:
            self.opened.emit()
