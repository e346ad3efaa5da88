"""A part that lies folded until somebody opens it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon


class Fold(QWidget):
    """A button with the part's name, and below it what it opens: made then, so that the page is there sooner."""

    made = Signal()
    """What it holds was made."""

    def __init__(
        self, title: str, make: Callable[[QVBoxLayout], object], parent: QWidget | None = None
    ) -> None:
        """make: puts what the fold holds into its column, once."""
        super().__init__(parent)
        self._make: Callable[[QVBoxLayout], object] | None = make
        self.button = QPushButton(title, self)
        self.button.setProperty("kind", "ghost")
        self.button.setCheckable(True)
        self.button.clicked.connect(lambda: self.set_open(self.button.isChecked()))
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(12)
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
        if is_open:
            self.make()
        self.button.setChecked(is_open)
        self.button.setIcon(icon("chevron-up" if is_open else "chevron-down"))
        self._inside.setVisible(is_open)

    def make(self) -> None:
        """Make what it holds, unless it is there."""
        if self._make is not None:
            make, self._make = self._make, None
            make(self._column)
            self.made.emit()
