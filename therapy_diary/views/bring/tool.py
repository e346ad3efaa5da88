"""A small button with a drawing, for one thing that can be done to one topic."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from therapy_diary.desktop.icons import icon


def tool(drawing: str, does: str, about: str, parent: QWidget) -> QToolButton:
    """does: what it is for, which stands in the tooltip; about: what it is done to, for a screen reader."""
    made = QToolButton(parent)
    made.setIcon(icon(drawing, "text2"))
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setToolTip(does)
    made.setAccessibleName(f"{does}: {about}")
    return made
