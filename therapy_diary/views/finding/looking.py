"""Looks for words beside the window; what was asked before is stopped when something else is asked."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from therapy_diary.desktop.background import Background
from therapy_diary.domain.found import Found, FoundOnPage, Order
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.query import understood
from therapy_diary.storage.search import SearchBeside, SearchStopped
from therapy_diary.views.finding.on_pages import found_on_pages

PAGE = 50  # texts brought at once
MOST_BY_MATCH = 200  # and no more after them: who sorts by match looks at the first
LEAST_LETTERS = 2
Answer = TypeVar("Answer")
WHOLE_WORD_ALONE = "\u2e80"  # from here on, one letter is a word


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """A page of what was found. is_all: there is no more below it. is_more: it goes below a page that is there.

    on_pages comes with the first: what stands on the pages of finished endings.
    """

    found: list[Found] = field(repr=False)
    on_pages: list[FoundOnPage] = field(repr=False, default_factory=list)
    is_all: bool
    is_more: bool


class Looking(QObject):
    """One search at a time, through a connection of its own that is open only while the person searches."""

    found = Signal(object)
    """A page: FoundPage."""
    counted = Signal(int)
    """How much there is in all, where that is more than one page."""
    failed = Signal(StorageError)

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._background = Background(self)
        self._beside: SearchBeside | None = None
        self._asked = 0  # counts the questions: an answer to an earlier one is dropped

    def look_for(self, words: str, order: Order, below: int | None = None) -> None:
        """Find a page of what holds the words; what was looked for before is stopped."""
        asked = self.stop()
        most = PAGE if order is Order.DATE else MOST_BY_MATCH

        def ask(search: SearchBeside) -> FoundPage:
            found = search.find(words, most, order=order, below=below)
            on_pages = found_on_pages(search, words) if below is None else []
            is_all = len(found) < most
            return FoundPage(found=found, on_pages=on_pages, is_all=is_all, is_more=below is not None)

        def tell_count(count: int) -> None:
            if count >= most:
                self.counted.emit(count)

        self._run(asked, ask, self.found.emit)
        if below is None:
            self._run(asked, lambda it: it.count(words), tell_count)

    def stop(self) -> int:
        """Bring nothing of what was asked so far. Returns the number of the next question."""
        self._asked += 1
        if self._beside is not None:
            self._beside.stop()
        return self._asked

    def close(self) -> None:
        """Stop, and close the connection; the next question opens another."""
        self.stop()
        self._background.close()
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.close()

    # inside

    def _run(
        self, asked: int, question: Callable[[SearchBeside], Answer], tell: Callable[[Answer], None]
    ) -> None:
        def done(answer: Answer | None) -> None:
            if asked == self._asked and answer is not None:
                tell(answer)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error  # a bug of ours: mishap takes it
            if asked == self._asked:
                self.failed.emit(error)

        self._background.run(lambda: self._ask(asked, question), done, failed, for_whom=self)

    def _ask(self, asked: int, question: Callable[[SearchBeside], Answer]) -> Answer | None:
        """In the thread."""
        if asked != self._asked:
            return None
        if self._beside is None:
            self._beside = self._diary.search_beside()
        try:
            return question(self._beside)
        except SearchStopped:
            return None


def asks_for_something(typed: str) -> bool:
    """Whether it is worth looking: two letters, or one that is a word, or a day or a tag."""
    query = understood(typed)
    letters = sum(it.isalnum() for term in query.terms for it in term.text)
    has_word = any(it >= WHOLE_WORD_ALONE for term in query.terms for it in term.text)
    return letters >= LEAST_LETTERS or has_word or not (query.is_empty or query.terms)
