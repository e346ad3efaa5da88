"""Answers that are given but not saved yet, kept in the encrypted file so that nothing is lost on the way."""

import json
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from therapy_diary.storage.errors import StorageError
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.page import Desk

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
        self._desk.diary.drafts.discard(place)
        self._waiting.pop(place, None)

    def keep(self) -> None:
        """Write at once whatever waits. Raises StorageError, and goes on waiting, when it cannot."""
        if not self._waiting:
            return
        drafts, now = self._desk.diary.drafts, self._desk.now()
        with self._desk.diary.quiet_change():
            for place, given in self._waiting.items():
                if given is None:
                    drafts.discard(place)
                else:
                    drafts.keep(place, json.dumps(given, ensure_ascii=False), 0, now)
        self._waiting.clear()
        self._timer.stop()
        if self._failing:
            self._failing = False
            self.recovered.emit()

    def _write(self) -> None:
        try:
            self.keep()
        except StorageError as error:
            self._failing = True
            self._timer.start(TRY_AGAIN)
            self.failed.emit(error)


def given_words(given: Given, key: str) -> str:
    """The words kept under a key; empty when there are none."""
    words = given.get(key)
    return words if isinstance(words, str) else ""


def trouble_in_words(error: StorageError) -> str:
    """Why something could not be kept, in one sentence in the language of the window."""
    return sentence_for(error, lambda text: QCoreApplication.translate(CONTEXT, text))
