"""Spelling of the note on the page: the dictionaries of this computer, and the person's own words from the diary."""

from functools import partial

from PySide6.QtCore import QLocale, QObject, Signal

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.spelling import Spelling, can_check, spelling_for
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.page import Desk
from therapy_diary.widgets.markdown_editor import MarkdownEditor

PLAIN = "en-US"  # the language of a computer that was told no other


class NoteSpelling(QObject):
    """Opens dictionaries beside the window, once; where there are none, nothing is offered."""

    failed = Signal(object)  # the StorageError that kept a word out of the diary

    def __init__(self, desk: Desk, editor: MarkdownEditor, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._editor, self._background = desk, editor, background
        self._spelling: Spelling | None = None
        self._asked = False
        editor.word_taught.connect(self._learn)

    @property
    def is_there(self) -> bool:
        """Whether this computer has a dictionary for a language of the person."""
        return self._spelling is not None

    def begin(self) -> None:
        """Look for dictionaries, the first time there is something to check."""
        if self._asked or not can_check():
            return
        self._asked = True
        own, languages = self._desk.diary.own_words.all(), languages_of_the_person()
        self._background.run(partial(spelling_for, languages, own), self._take_up, for_whom=self)

    def check(self) -> None:
        """Follow the choice whether words are checked."""
        self._editor.check_spelling(self._spelling if self._desk.checks_spelling() else None)

    def _take_up(self, spelling: Spelling | None) -> None:
        self._spelling = spelling
        self.check()

    def _learn(self, word: str) -> None:
        if self._spelling is None:
            return
        try:
            with self._desk.diary.quiet_change():
                self._desk.diary.own_words.add(word)
        except StorageError as error:
            self.failed.emit(error)
            return
        self._spelling.learn(word)
        self._editor.check_spelling(self._spelling)


def languages_of_the_person() -> list[str]:
    """The languages this computer and this program speak, such as "he-IL"."""
    tags = [*QLocale().uiLanguages(), *QLocale.system().uiLanguages()]
    return list(dict.fromkeys(PLAIN if it == "C" else it for it in tags))
