"""What was written on one subject, from the first passage on and the latest: by a tag at once, by words beside the window."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from therapy_diary.desktop.background import Background
from therapy_diary.domain.found import Found, Order
from therapy_diary.domain.note import Note
from therapy_diary.domain.subject import Subject
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.search import SearchBeside

PAGE = 8  # passages in between that are brought at once
LONGEST = 900  # characters of the first and of the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Some words of a note. opens is what the page of notes is asked to show."""

    record: int
    written_at: datetime
    title: str
    text: str = field(repr=False)
    opens: Note | Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """The first passage, the latest, and a page of those in between; latest is None while there is only one."""

    first: Passage | None
    latest: Passage | None
    between: tuple[Passage, ...]
    is_all: bool


class Passages(QObject):
    """Asks for one subject at a time. Of each passage only what is shown is read."""

    found = Signal(object)
    """Ends."""
    more = Signal(object, bool)
    """Further passages in between, and whether that is all."""
    failed = Signal(StorageError)

    def __init__(self, diary: Diary, parent: QObject) -> None:
        super().__init__(parent)
        self._diary = diary
        self._background: Background | None = None
        self._beside: SearchBeside | None = None
        self._asked = 0  # counts the questions: an answer to an earlier one is dropped
        self._subject = Subject()
        self._therapy: TherapyId | None = None
        self._last: Passage | None = None  # the last one brought
        self._latest: Passage | None = None

    def look_for(self, subject: Subject, therapy: TherapyId) -> None:
        """Find the ends of a subject in a therapy, and what comes after the first."""
        self.stop()
        self._subject, self._therapy = subject, therapy
        if subject.tag:
            notes = self._diary.notes
            page = notes.from_first(therapy, subject.tag, PAGE + 2)
            latest = notes.newest(therapy, 1, tag=subject.tag)
            self._tell_ends([self._of_note(it) for it in page], [self._of_note(it) for it in latest])
        elif subject.words:
            self._run(None)

    def go_on(self) -> None:
        """Bring what comes after the last one brought."""
        therapy, last = self._therapy, self._last
        if therapy is None or last is None:
            return
        if isinstance(last.opens, Note):
            page = self._diary.notes.from_first(therapy, self._subject.tag, PAGE + 1, after=last.opens)
            self._tell_more([self._of_note(it) for it in page])
        else:
            self._run(last.opens.place)

    def stop(self) -> None:
        """Bring nothing of what was asked so far."""
        self._asked += 1
        if self._beside is not None:
            self._beside.stop()

    def close(self) -> None:
        """Stop, and close the connection; the next question opens another."""
        self.stop()
        if self._background is not None:
            self._background.close()
        beside, self._beside = self._beside, None
        if beside is not None:
            beside.close()

    # inside

    def _run(self, past: int | None) -> None:
        """Search beside the window: for the ends, or for what comes past a place."""
        asked, words, therapy = self._asked, self._subject.words, self._therapy
        if self._background is None:
            self._background = Background(self)

        def find() -> tuple[list[Found], list[Found]] | None:
            if self._beside is None:
                self._beside = self._diary.search_beside()
            from therapy_diary.storage.search import SearchStopped

            try:
                page = self._beside.find(words, PAGE + 2, order=Order.OLDEST, below=past, notes_of=therapy)
                latest = self._beside.find(words, 1, notes_of=therapy) if past is None else []
            except SearchStopped:
                return None
            return page, latest

        def done(answer: tuple[list[Found], list[Found]] | None) -> None:
            if answer is None or asked != self._asked:
                return
            page, latest = ([_of_found(it) for it in found] for found in answer)
            if past is None:
                self._tell_ends(page, latest)
            else:
                self._tell_more(page)

        def failed(error: Exception) -> None:
            if not isinstance(error, StorageError):
                raise error  # a bug of ours: mishap takes it
            self.failed.emit(error)

        self._background.run(find, done, failed, for_whom=self)

    def _tell_ends(self, page: Sequence[Passage], latest: Sequence[Passage]) -> None:
        first = self._whole(page[0]) if page else None
        last = latest[0] if latest and first is not None and latest[0].record != first.record else None
        self._latest = last
        between, is_all = self._in_between(page[1:])
        self.found.emit(
            Ends(
                first=first,
                latest=None if last is None else self._whole(last),
                between=between,
                is_all=is_all,
            )
        )

    def _tell_more(self, page: Sequence[Passage]) -> None:
        self.more.emit(*self._in_between(page))

    def _in_between(self, page: Sequence[Passage]) -> tuple[tuple[Passage, ...], bool]:
        """A page of those that are not the latest, and whether that is all: one more than a page was asked for."""
        latest = None if self._latest is None else self._latest.record
        others = [it for it in page if it.record != latest]
        shown = tuple(others[:PAGE])
        self._last = shown[-1] if shown else None
        return shown, len(others) <= PAGE

    def _whole(self, passage: Passage) -> Passage:
        """More of a note's words than a list shows; of a search, the passage where they stand is what is wanted."""
        if isinstance(passage.opens, Found):
            return passage
        text = self._diary.notes.beginning(passage.opens.id, LONGEST + 1)
        return _passage(passage.opens, text)

    @staticmethod
    def _of_note(note: Note) -> Passage:
        return _passage(note, note.text)


def _passage(note: Note, text: str) -> Passage:
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()} …"
    return Passage(record=note.id, written_at=note.written_at, title=note.title.strip(), text=cut, opens=note)


def _of_found(found: Found) -> Passage:
    return Passage(
        record=found.record,
        written_at=found.moment,
        title=found.title.text.strip(),
        text=found.passage.text,
        opens=found,
    )
