"""An icon standing by itself beside words."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from therapy_diary.desktop.icons import draw_icon
from therapy_diary.desktop.theme import tokens_in_force


class Glyph(QWidget):
    """One icon in a colour of the theme; says nothing to a screen reader, the words beside it do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._role = "text2"
        self._times = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_icon(self, name: str, role: str = "text2", times: float = 1.0) -> None:
        """Show the icon of that name in that colour of the theme, `times` as large as in a button."""
        self._name, self._role, self._times = name, role, times
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = round(tokens_in_force().size("icon") * self._times)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        if not self._name:
            return
        place = QStyle.alignedRect(
            self.layoutDirection(), Qt.AlignmentFlag.AlignCenter, self.sizeHint(), self.rect()
        )
        draw_icon(QPainter(self), self._name, place, tokens_in_force().colour(self._role))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self.updateGeometry()
