"""A card that opens between the row of chips and the list, and may scroll where there is little room."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from therapy_diary.views.finding.timeline_list import Narrowed
from therapy_diary.widgets.card import Card

LEAST_HEIGHT = 90


class Panel(QScrollArea):
    """Esc puts it away."""

    name: ClassVar[str]

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setMinimumHeight(LEAST_HEIGHT)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(self._inside)
        column.addWidget(card)
        self.setWidget(self._inside)  # which also filters its events
        self.column = card.column(10)

    def sizeHint(self) -> QSize:
        """As tall as what it holds at this width."""
        width = max(self.viewport().width(), 200)
        high = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else 0
        return QSize(width, max(high, self._inside.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when what is inside does."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def open(self) -> None:
        """Come into view, with the keyboard where it is used."""

    def follow(self, now: Narrowed) -> None:
        """Show what is chosen now."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, wherever inside."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
