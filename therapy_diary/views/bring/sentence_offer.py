"""A first sentence for what is hard to say: offered behind a button, put in where one is chosen."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.topic import TopicKind
from therapy_diary.insight.first_sentences import Manner, nearest_first
from therapy_diary.views.bring.words import first_sentences, manner_words
from therapy_diary.views.room import button, grow_to_rows, words
from therapy_diary.widgets.flow_layout import FlowLayout

HIGHEST = 320  # pixels of the list, before it scrolls


class SentenceOffer(QWidget):
    """Nothing is put in unasked: a sentence goes where the person chooses it, and is theirs to change."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = TopicKind.CONTENT
        self.open = button(self.tr("Offer me a first sentence"), self._fold, "link")
        self.open.setCheckable(True)
        self.well = QFrame(self)
        self.well.setProperty("role", "well")
        self.manners = {it: self._manner(it, said) for it, said in manner_words().items()}
        self.list = QListWidget(self.well)
        self.list.setAccessibleName(self.tr("First sentences"))
        self.list.setProperty("plain", "true")
        grow_to_rows(self.list, HIGHEST)
        self.list.activated.connect(self._choose)
        self.list.clicked.connect(self._choose)
        self._lay_out()
        self._fold()

    def show_kind(self, kind: TopicKind) -> None:
        """Offer first what goes with this kind of topic."""
        if kind is not self._kind:
            self._kind = kind
            if self.open.isChecked():
                self._fill()

    def fold(self) -> None:
        """Put the sentences away."""
        self.open.setChecked(False)
        self._fold()

    @property
    def manner(self) -> Manner:
        """The manner they are offered in."""
        return next(it for it, chip in self.manners.items() if chip.isChecked())

    def _manner(self, manner: Manner, said: str) -> QPushButton:
        chip = button(said, self._fill, "chip")
        chip.setCheckable(True)
        chip.setChecked(manner is Manner.PLAIN)
        return chip

    def _lay_out(self) -> None:
        group, row = QButtonGroup(self), QWidget(self.well)
        flow = FlowLayout(row)
        for chip in self.manners.values():
            group.addButton(chip)
            flow.addWidget(chip)
        inside = QVBoxLayout(self.well)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(row)
        inside.addWidget(words(self.tr("Choose one, and change it as you like."), "caption", self.well))
        inside.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.well)

    def _fold(self) -> None:
        opened = self.open.isChecked()
        self.open.setIcon(icon("chevron-up" if opened else "chevron-down", "accent"))
        self.well.setVisible(opened)
        if opened:
            self._fill()

    def _fill(self) -> None:
        """The sentences are read when they are first asked for."""
        row = self.list.currentRow()
        self.list.clear()
        self.list.addItems([it.said[self.manner] for it in nearest_first(first_sentences(), self._kind)])
        self.list.setCurrentRow(row)

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data())
