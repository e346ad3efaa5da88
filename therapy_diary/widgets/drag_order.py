"""Rows below each other that can be dragged by their words to another place. Nothing waits for the drop: a lock is not held up."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid

THICK = 3  # pixels of the line that shows where a row would come to stand
NEAR_EDGE = 24


class DragOrder(QObject):
    """Watches the rows it is given. Buttons and fields in them keep their own presses; Escape lets a row go back."""

    moved = Signal(QWidget, int)
    """A row, and so many places down."""

    def __init__(self, rows: Callable[[], Sequence[QWidget]], parent: QWidget) -> None:
        """Rows gives them from top to bottom as they now stand."""
        super().__init__(parent)
        self._rows = rows
        self._held: QWidget | None = None
        self._from = QPoint()
        self._line: QWidget | None = None

    def watch(self, row: QWidget) -> None:
        """Let a row be dragged."""
        row.setCursor(Qt.CursorShape.OpenHandCursor)
        row.installEventFilter(self)
        row.destroyed.connect(self._gone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._line is not None and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._let_go()
                return True
        elif isinstance(event, QMouseEvent) and isinstance(watched, QWidget) and watched in self._rows():
            return self._on_mouse(watched, event)
        return False

    def _on_mouse(self, row: QWidget, event: QMouseEvent) -> bool:
        kind, place = event.type(), event.globalPosition().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._held, self._from = row, place
            return True
        if self._held is not row:
            return False
        if kind == QEvent.Type.MouseMove:
            far = (place - self._from).manhattanLength() >= QApplication.startDragDistance()
            if self._line is not None or far:
                self._drag_to(row, place)
            return True
        if kind == QEvent.Type.MouseButtonRelease:
            steps = 0 if self._line is None else self._target(place) - list(self._rows()).index(row)
            self._let_go()
            if steps:
                self.moved.emit(row, steps)
            return True
        return False

    def _drag_to(self, row: QWidget, place: QPoint) -> None:
        """Show where the row would come to stand, and bring that place into view."""
        around = row.parentWidget()
        if around is None:
            return
        if self._line is None:
            self._line = _line(around)
            row.setCursor(Qt.CursorShape.ClosedHandCursor)
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        rows, target = list(self._rows()), self._target(place)
        other = rows[target]
        below = target > rows.index(row)
        y = other.geometry().bottom() + 1 if below else other.geometry().top() - THICK
        self._line.setGeometry(other.x(), y, other.width(), THICK)
        self._line.raise_()
        self._line.setVisible(other is not row)
        area: QWidget | None = around
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea) and (inside := area.widget()) is not None:
            at = inside.mapFromGlobal(place)
            area.ensureVisible(at.x(), at.y(), 0, NEAR_EDGE)

    def _target(self, place: QPoint) -> int:
        """The number of the row that lies under a height, or nearest to it."""
        rows = list(self._rows())

        def away(number: int) -> int:
            row = rows[number]
            y = row.mapFromGlobal(place).y()
            return max(-y, y - row.height(), 0)

        return min(range(len(rows)), key=away)

    def _gone(self) -> None:
        """A row was taken away; it may have been the one that is held."""
        if self._held is not None and not isValid(self._held):
            self._let_go()

    def _let_go(self) -> None:
        if self._held is not None and isValid(self._held):
            self._held.setCursor(Qt.CursorShape.OpenHandCursor)
        if self._line is not None:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self._line.hide()
            self._line.deleteLater()
        self._held = self._line = None


def _line(around: QWidget) -> QWidget:
    line = QWidget(around)
    line.setAutoFillBackground(True)
    palette = line.palette()
    palette.setColor(line.backgroundRole(), palette.color(palette.ColorRole.Highlight))
    line.setPalette(palette)
    line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return line
