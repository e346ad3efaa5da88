"""Words chosen in a note become something to bring; the note stays as it is."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.topic import LONGEST_WORDING, Topic
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.finding.entry_words import plain_words
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.page import Desk
from therapy_diary.widgets.markdown_bar import MarkdownBar
from therapy_diary.widgets.markdown_editor import MarkdownEditor
from therapy_diary.widgets.private_text import from_document

KEYS = "Ctrl+Shift+K"


class ToBring(QObject):
    """In the menu of the text, under a key, and as a button where there is a bar."""

    done = Signal(str, object)
    """A sentence, and the function that takes it back; see Page.can_be_undone."""
    said = Signal(str)
    failed = Signal(StorageError)

    def __init__(self, desk: Desk, text: MarkdownEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._text = desk, text
        text.offer_for_chosen(self.tr("Make this something to bring"), self.take)
        on_keys(text, QKeySequence(KEYS), self.take)

    def add_button(self, bar: MarkdownBar) -> None:
        """Put the button beside what else can be done with the text; it waits for words to be chosen."""
        self.button = bar.add(
            "message-square-quote", self.tr("Make the chosen words something to bring"), KEYS, self.take
        )
        self.button.setEnabled(self._text.textCursor().hasSelection())
        self._text.selectionChanged.connect(
            lambda: self.button.setEnabled(self._text.textCursor().hasSelection())
        )

    def take(self) -> None:
        """Keep the chosen words among what is to be brought."""
        therapy, diary = self._desk.diary.therapies.current(), self._desk.diary
        wording = plain_words(from_document(self._text.textCursor().selectedText()))
        if therapy is None or not wording:
            self.said.emit(self.tr("Choose the words in your note first."))
            return
        is_long = len(wording) > LONGEST_WORDING
        try:
            with diary.change():
                topic = diary.topics.add(
                    therapy.id, _beginning(wording), self._desk.now().date(), source="note"
                )
        except StorageError as error:
            self.failed.emit(error)
            return
        told = self.tr("Kept for the next session.")
        if is_long:
            told = self.tr("The beginning of it is kept for the next session: 400 letters.")
        self.done.emit(told, self._take_back(topic))

    def _take_back(self, topic: Topic) -> Callable[[], None]:
        diary = self._desk.diary

        def take_back() -> None:
            with diary.change():
                diary.topics.take_back(topic.id)

        return take_back


def _beginning(wording: str) -> str:
    """As much as a topic holds, to the end of a word."""
    if len(wording) <= LONGEST_WORDING:
        return wording
    room = wording[: LONGEST_WORDING - 1]
    return f"{room.rpartition(' ')[0] or room}…"
