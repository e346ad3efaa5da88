"""The white box that holds one matter of a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


class Card(QFrame):
    """A box with a thin line around it; in a form it takes the form's layout, else `column` gives it one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")

    def column(self, spacing: int = 10) -> QVBoxLayout:
        """Lay out what the card holds from top to bottom, with the usual margins."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(spacing)
        return layout

    def set_selected(self, selected: bool) -> None:
        """Draw the card as the chosen one of several."""
        self.setProperty("selected", "true" if selected else "false")
        self.style().unpolish(self)
        self.style().polish(self)
