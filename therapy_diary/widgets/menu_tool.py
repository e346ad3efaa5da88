"""Small buttons with a drawing, for what can be done to one thing: one act, or a menu of several below itself."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from therapy_diary.desktop.icons import icon


class Tool(QToolButton):
    """One thing that can be done."""

    def __init__(self, drawing: str, does: str, about: str, parent: QWidget | None = None) -> None:
        """does: what it is for, which stands in the tooltip; about: what it is done to, for a screen reader."""
        super().__init__(parent)
        self.setIcon(icon(drawing, "text2"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(does)
        self.setAccessibleName(f"{does}: {about}")


class MenuTool(Tool):
    """The menu is shown without stopping the program: a lock must not wait for it."""

    def __init__(self, drawing: str, does: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(drawing, does, about, parent)
        self.menu_of_acts = QMenu(self)
        self.clicked.connect(lambda: self.menu_of_acts.popup(self.mapToGlobal(QPoint(0, self.height()))))

    def offer(self, said: str, do: Callable[[], object]) -> QAction:
        """One more thing that can be done."""
        act = self.menu_of_acts.addAction(said.replace("&", "&&"))
        act.triggered.connect(lambda _=False: do())
        return act
