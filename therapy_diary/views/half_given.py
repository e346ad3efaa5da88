"""Answers that are given but not saved yet, kept in the encrypted file so that nothing is lost on the way."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.draft_writer import DraftWriter, Put
from therapy_diary.views.page import Desk
from therapy_diary.widgets.notice import Notice, Tone

WAIT = 1_500  # milliseconds from the first change to the file
TRY_AGAIN = 5_000

Given = Mapping[str, Any]
"""What was given so far, in what JSON can hold."""


class HalfGiven(QObject):
    """Keeps half-given answers as drafts, one for each place, within two seconds."""

    failed = Signal(StorageError)  # they could not be written; they stay here, and it is tried again
    recovered = Signal()  # they were written after all

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._waiting: dict[str, Given | None] = {}
        self._failing = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._write)
        self._given: dict[str, Given | None] = {}  # to the writer
        self._writer = DraftWriter(desk.diary, self)
        self._writer.written.connect(self._written)
        self._writer.failed.connect(self._went_wrong)

    def touch(self, place: str, given: Given | None) -> None:
        """Say what is now given at that place; None when there is nothing left to keep."""
        self._waiting[place] = given
        if not self._timer.isActive():
            self._timer.start(WAIT)

    def at(self, place: str) -> Given | None:
        """What is half given at that place, as last touched or as the diary holds it."""
        if place in self._waiting:
            return self._waiting[place]
        draft = self._desk.diary.drafts.at(place)
        if draft is None:
            return None
        try:
            found = json.loads(draft.text)
        except ValueError:
            return None
        return found if isinstance(found, dict) else None

    def settle(self, place: str) -> None:
        """Forget what is half given there, as it is saved now. Call it inside diary.change()."""
        self._writer.forget()
        self._desk.diary.drafts.discard(place)
        self._waiting.pop(place, None)
        if self._waiting and not self._timer.isActive():
            self._timer.start(WAIT)

    def keep(self) -> None:
        """Write at once whatever waits. Raises StorageError, and goes on waiting, when it cannot."""
        if not self._waiting:
            return
        put = self._drafts(self._waiting)
        self._writer.forget()
        with self._desk.diary.quiet_change():
            put(self._desk.diary)
        self._waiting.clear()
        self._timer.stop()
        self._is_kept()

    def _write(self) -> None:
        """Begin to write whatever waits, beside the window."""
        self._given = dict(self._waiting)
        if self._given:
            self._writer.write(self._drafts(self._given))

    def _drafts(self, waiting: Mapping[str, Given | None]) -> Put:
        """What puts all this into the drafts, as it is now."""
        now = self._desk.now()
        written = {
            place: None if given is None else json.dumps(given, ensure_ascii=False)
            for place, given in waiting.items()
        }

        def put(diary: Diary) -> None:
            for place, text in written.items():
                if text is None:
                    diary.drafts.discard(place)
                else:
                    diary.drafts.keep(place, text, 0, now)

        return put

    def _written(self) -> None:
        """Wait for nothing but what was touched since."""
        touched = {place: it for place, it in self._waiting.items() if self._given.get(place, self) is not it}
        self._waiting = touched
        self._is_kept()

    def _went_wrong(self, error: StorageError) -> None:
        self._failing = True
        self._timer.start(TRY_AGAIN)
        self.failed.emit(error)

    def _is_kept(self) -> None:
        if self._failing:
            self._failing = False
            self.recovered.emit()


def given_words(given: Given, key: str) -> str:
    """The words kept under a key; empty when there are none."""
    words = given.get(key)
    return words if isinstance(words, str) else ""


def trouble_in_words(error: StorageError) -> str:
    """Why something could not be kept, in one sentence in the language of the window."""
    from therapy_diary.vault.sentences import CONTEXT, sentence_for  # with all the keys: 20 ms

    return sentence_for(error, lambda text: QCoreApplication.translate(CONTEXT, text))


def keep_or_say(diary: Diary, change: Callable[[], object], trouble: Notice) -> bool:
    """Put a change into the diary; when that fails say so in the notice, and nothing is changed. Whether it went well."""
    try:
        with diary.change():
            change()
    except StorageError as error:
        trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
        return False
    trouble.say("")
    return True
