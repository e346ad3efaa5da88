"""The offer to make several entries of a day that holds several, with how many there would be either way."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from therapy_diary.exchange.report import Counts
from therapy_diary.views.room import words


class SplitOffer(QWidget):
    """Whole unless the person ticks it; it asks for another look, and nothing is changed."""

    chosen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.tick = QCheckBox(self.tr("Split days at their headings"), self)
        self.tick.clicked.connect(self.chosen)
        self.other_way = words("", "caption", self)
        column.addWidget(self.tick)
        column.addWidget(self.other_way)
        self.offer(None, split=False)

    def offer(self, otherwise: Counts | None, *, split: bool) -> None:
        """Show how it was looked at, and what the other way would bring; hide where no day holds several."""
        self.setVisible(otherwise is not None)
        self.tick.setChecked(split)
        if otherwise is None:
            return
        says = (
            self.tr("Left whole: entries found {found}, new {new}.")
            if split
            else self.tr("Some days hold several entries. Split: entries found {found}, new {new}.")
        )
        found, new = (QLocale().toString(it) for it in (otherwise.found, otherwise.new))
        self.other_way.setText(says.format(found=found, new=new))
        self.tick.setAccessibleDescription(self.other_way.text())
