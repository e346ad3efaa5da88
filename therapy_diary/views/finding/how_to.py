"""What can be typed into the search, said with examples."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from therapy_diary.views.finding.panel import Panel
from therapy_diary.widgets.words_label import words_label


class HowToPanel(Panel):
    """A short table: what is typed, and what it finds."""

    name: ClassVar[str] = "how_to"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = [
            (self.tr("mother sleep"), self.tr("texts that hold both words")),
            (self.tr("anx*"), self.tr("words that begin like this")),
            (self.tr('"good night"'), self.tr("these words, one after the other")),
            (self.tr("sleep -work"), self.tr("texts with the first word and without the second")),
            (self.tr("tag:family"), self.tr("notes with this tag")),
            (
                self.tr("after:2026-02 before:2026-04"),
                self.tr("what was written from February to March 2026"),
            ),
        ]
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for line, (typed, finds) in enumerate(rows):
            grid.addWidget(words_label(typed, "label"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words_label(finds, "sub"), line, 1)
        self.column.addLayout(grid)
        self.column.addWidget(
            words_label(
                self.tr("Accents and capitals make no difference. What you search for is not kept."),
                "caption",
            )
        )
