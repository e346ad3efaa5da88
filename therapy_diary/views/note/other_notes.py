"""The other notes about a session, or those written lately: a button each, in a card beside the text."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from therapy_diary.domain.note import Note
from therapy_diary.views.days import short_day
from therapy_diary.views.kinds_of_note import kind_in_words
from therapy_diary.views.note.note_names import name_of

SHOWN = 6


class OtherNotes(QObject):
    """Ways to a few other notes; their card is hidden while there are none."""

    wanted = Signal(object)  # the Note to be shown

    def __init__(self, card: QWidget, title: QLabel, column: QVBoxLayout) -> None:
        super().__init__(card)
        self._card, self._title, self._column = card, title, column
        self._buttons: list[QPushButton] = []
        self._shown: object = None
        card.hide()

    def show_notes(self, title: str, notes: list[Note], room: int, *, of_one_session: bool) -> None:
        """Offer the last of these; room is how many pixels wide a name may get."""
        self._title.setText(title)
        wanted = notes[-SHOWN:], room, of_one_session
        if wanted == self._shown:
            return
        self._shown = wanted
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(it, room, of_one_session=of_one_session) for it in notes[-SHOWN:]]
        self._card.setVisible(bool(notes))

    def _button(self, note: Note, room: int, *, of_one_session: bool) -> QPushButton:
        begins = kind_in_words(note.kind) if of_one_session else short_day(note.written_at.date())
        words = f"{begins}: {name_of(note)}"
        button = QPushButton(self._card)
        button.setProperty("kind", "link")
        shown = self._card.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(words[:200])
        button.clicked.connect(lambda: self.wanted.emit(note))
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        button.show()
        return button
