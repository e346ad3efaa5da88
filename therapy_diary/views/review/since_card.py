"""What was written since the last session: how much, and a few titles, those with a star first."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.domain.note import Note
from therapy_diary.insight.review import MANY_NOTES, Review
from therapy_diary.views.column_page import clear
from therapy_diary.views.room import words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.elided_label import ElidedLabel


class SinceCard(Card):
    """Says nothing about what was not written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column(4)
        column.setContentsMargins(20, 12, 20, 10)
        column.addWidget(words(self.tr("Since then"), "h3", self))
        self.told = words("", "sub", self)
        column.addWidget(self.told)
        self._titles = QVBoxLayout()
        self._titles.setSpacing(2)
        column.addLayout(self._titles)

    def show_review(self, review: Review, *, quiet: bool) -> None:
        """Show what the review has; quiet leaves the number out."""
        self.told.setText(self._words(len(review.notes), quiet=quiet))
        clear(self._titles)
        for note in review.pinned:
            self._titles.addWidget(_opening_label(note))

    def _words(self, notes: int, *, quiet: bool) -> str:
        if notes == 0:
            return self.tr("Nothing written since the last session. That is fine.")
        if quiet:
            return self.tr("What you wrote since the last session:")
        if notes == 1:
            return self.tr("You wrote one note since the last session.")
        if notes > MANY_NOTES:
            return self.tr("You wrote many notes since the last session.")
        told = self.tr("You wrote {count} notes since the last session.")
        return told.format(count=QLocale().toString(notes))


def _opening_label(note: Note) -> ElidedLabel:
    label = ElidedLabel()
    label.setText(note.title.strip() or " ".join(note.text.split()))
    return label
