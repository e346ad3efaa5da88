"""The person's own contacts beside an answer that asks for them: calmly, and nothing is blocked, kept specially, or sent."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.contact import Contact
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.card import Card


class Support(Card):
    """Hidden until there is a reason to show it."""

    contacts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = self.column(8)
        self.hide()

    def show_contacts(self, contacts: Sequence[Contact]) -> None:
        """Show these."""
        clear(self._column)
        self._column.addWidget(words(self.tr("If it gets too much"), "h3", self))
        for it in contacts:
            self._column.addWidget(along(it.label, "caption", self))
            self._column.addWidget(along(f"{it.reach} {it.hours}".strip(), "label", self))
        alone = self.tr("Nobody reads this diary. If you are in danger, call your local emergency number.")
        self._column.addWidget(words(alone, "sub", self))
        self.more = button(self.tr("Your contacts"), self.contacts_wanted.emit, "link")
        in_a_row(self._column, self.more)
        self.show()
