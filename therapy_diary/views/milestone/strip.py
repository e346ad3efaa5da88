"""The quick way to mark a moment: a button for each kind that is wanted often, with its key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.views.milestone.keys import KEYS, SIGN_KEY
from therapy_diary.views.milestone.words import kind_icon, kind_words
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.words_label import words_label


class MarkStrip(QWidget):
    """A line of chips. It marks nothing itself: the page of milestones takes the words."""

    wanted = Signal(object)
    """A MilestoneKind."""
    signs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(words_label(self.tr("Mark this moment"), "caption", self))
        chips = QWidget(self)
        row = FlowLayout(chips, spacing=8)
        self.sign = self._chip(self.tr("A sign that it helps"), "leaf", SIGN_KEY)
        self.sign.clicked.connect(self.signs_wanted)
        row.addWidget(self.sign)
        self.chips: dict[MilestoneKind, QPushButton] = {}
        for kind, key in KEYS.items():
            chip = self._chip(kind_words()[kind], kind_icon(kind), key)
            chip.clicked.connect(lambda _=False, it=kind: self.wanted.emit(it))
            row.addWidget(chip)
            self.chips[kind] = chip
        column.addWidget(chips)

    def _chip(self, words: str, drawing: str, key: str) -> QPushButton:
        chip = QPushButton(icon(drawing), words, self)
        chip.setProperty("kind", "chip")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.setToolTip(QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))
        return chip
