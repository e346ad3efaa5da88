"""A box to tick with words beside it that wrap, however long they are."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.words_label import words_label


class TickRow(QWidget):
    """A press on the words ticks, too."""

    ticked = Signal()
    """By the person."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setAccessibleName(text)
        self.box.clicked.connect(lambda _: self.ticked.emit())
        label = words_label(text, "", self)
        stand_along_page(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)

    @property
    def is_ticked(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def tick(self, ticked: bool) -> None:
        """Tick it, or not, without telling anybody."""
        self.box.setChecked(ticked)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self.isEnabled() and self.rect().contains(event.position().toPoint()):
            self.box.click()
