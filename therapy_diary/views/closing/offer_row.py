"""One line the diary offers for a section: its tick, its words, and room to put it differently."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from therapy_diary.domain.storable import without_nul
from therapy_diary.reports.pages.worksheet import CHART, Offer
from therapy_diary.views.room import button
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.tick_row import TickRow
from therapy_diary.widgets.words_label import words_label

GAP = 10  # pixels


class OfferRow(QWidget):
    """Shows the line as the diary has it, and beneath it the words that stand on the page in its place, if any."""

    ticked = Signal(bool)
    reworded = Signal(str)
    """By the person: their own words, empty for those of the diary."""

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self.tick = TickRow(offer.text, self)
        self.tick.ticked.connect(lambda: self.ticked.emit(self.tick.is_ticked))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, self.tick.box.sizeHint().width() - GAP // 2)
        grid.setColumnStretch(1, 1)
        level = QVBoxLayout()  # with the button beside it, which is higher than one line
        level.addStretch(1)
        level.addWidget(self.tick)
        level.addStretch(1)
        grid.addLayout(level, 0, 0, 1, 2)
        self.change = button(self.tr("Other words"), self._change, "link")
        self.change.setAccessibleDescription(offer.text)
        grid.addWidget(self.change, 0, 2)
        self.change.setVisible(offer.key != CHART)
        if offer.aside:
            grid.addWidget(words_label(offer.aside, "caption", self), 1, 1, 1, 2)
        self.words = GrowingText(self)
        self.words.set_lines(1, 12)
        self.words.setAccessibleName(self.tr("In my words: {line}").format(line=offer.text))
        self.words.edited.connect(lambda: self.reworded.emit(without_nul(self.words.text())))
        grid.addWidget(self.words, 2, 1, 1, 2)
        self.show_offer(offer, on=True, taken_in=True)

    def show_offer(self, offer: Offer, *, on: bool, taken_in: bool) -> None:
        """The same line as it now stands; words that are being typed stay as they are."""
        self.offer = offer
        self.tick.tick(on)
        for it in (self.tick, self.change, self.words):
            it.setEnabled(taken_in)
        if self.words.text() != offer.my_words and not self.words.hasFocus():
            self.words.set_text(offer.my_words)
        self._show_words(bool(offer.my_words) or self.words.hasFocus())

    def _show_words(self, wanted: bool) -> None:
        self.words.setVisible(wanted)
        self.change.setText(self.tr("As in the diary") if wanted else self.tr("Other words"))
        self.change.setAccessibleName(self.change.text())

    def _change(self) -> None:
        """Begin with the words of the diary, or go back to them."""
        back = not self.words.isHidden()
        self.words.set_text("" if back else self.offer.words)
        self._show_words(not back)
        if back:
            self.change.setFocus()
        else:
            self.words.setFocus()
        self.reworded.emit(self.words.text())
