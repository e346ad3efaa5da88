"""A column of a page that scrolls up and down, and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrolledColumn(QScrollArea):
    """Shows a widget as wide as there is room; the keyboard stops at what is inside, not at the area itself."""

    def __init__(self, inside: QWidget | None = None, parent: QWidget | None = None) -> None:
        """inside: best empty still, or made within viewport(): all it holds is dressed anew when it is put there."""
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        if inside is not None:
            self.setWidget(inside)
