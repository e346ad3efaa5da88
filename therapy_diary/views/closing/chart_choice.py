"""Which small chart stands on the road: one of those that have something in them, or none."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from therapy_diary.domain.closing import NO_CHART
from therapy_diary.views.room import words


class ChartChoice(QWidget):
    """Hidden where there is nothing to choose from."""

    chosen = Signal(str)
    """The name of a chart, or that of none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.which = QComboBox(self)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(12)
        label = words(self.tr("Small chart"), "label", self)
        label.setBuddy(self.which)
        self.which.setAccessibleName(label.text())
        self.which.activated.connect(lambda _: self.chosen.emit(self.which.currentData()))
        row.addWidget(label)
        row.addWidget(self.which, 1)

    def show_choice(self, offered: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer these, by name and title."""
        self.setVisible(bool(offered))
        there = [(self.which.itemData(it), self.which.itemText(it)) for it in range(self.which.count())]
        wanted = [*offered, (NO_CHART, self.tr("No chart"))]
        if there != wanted:
            self.which.clear()
            for name, title in wanted:
                self.which.addItem(title, name)
        place = self.which.findData(chosen)
        self.which.setCurrentIndex(place if place >= 0 else self.which.count() - 1)
