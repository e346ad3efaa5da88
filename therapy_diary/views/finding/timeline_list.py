"""What stands on the timeline, newest first, read from the diary a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from heapq import merge

from PySide6.QtCore import QObject

from therapy_diary.domain.alliance import CORE
from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.note import Note
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.views.finding.entry import Entry, EntryList, ModelIndex
from therapy_diary.views.finding.entry_words import EntryWords, moment_of, with_months

FIRST_PAGE = 12  # notes read before the first paint: each one shown costs half a millisecond of laying out
PAGE = 60  # notes read at once when the list is scrolled


class Shown(StrEnum):
    """What the person wants to see of it all."""

    ALL = "all"
    SESSIONS = "sessions"
    NOTES = "notes"
    STARRED = "starred"
    MILESTONES = "milestones"
    BREAKS = "breaks"


OF_NOTES = (Shown.ALL, Shown.SESSIONS, Shown.NOTES, Shown.STARRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What of the timeline is shown. until: this day and those before it. A tag leaves only the notes that carry it."""

    shown: Shown = Shown.ALL
    tag: str | None = None
    until: date | None = None

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Narrowed()

    @property
    def end(self) -> datetime | None:
        """The moment before which everything shown lies."""
        if self.until is None or self.until == date.max:
            return None
        return datetime.combine(self.until + timedelta(days=1), time())


class TimelineModel(EntryList):
    """Notes with their sessions, sessions without notes, milestones and breaks, with a heading for each month.

    Sessions and milestones are read at once, for they are few and short; notes come in pages as the list is scrolled.
    """

    def __init__(self, diary: Diary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._words = EntryWords(self)
        self._therapy: TherapyId | None = None
        self._narrowed = Narrowed()
        self.sessions: dict[SessionId, Session] = {}
        self.milestones: list[Milestone] = []
        self._numbers: dict[SessionId, int] = {}
        self._planned: Session | None = None  # the next one
        self._waiting: list[Session | Milestone] = []  # newest last; not placed among the notes yet
        self._last: Note | None = None
        self._more = False

    def show_therapy(self, therapy: TherapyId, now: datetime, narrowed: Narrowed, *, least: int = 1) -> None:
        """Begin again with what the diary holds now, and read on until `least` rows are there."""
        self.beginResetModel()
        self._therapy, self._narrowed = therapy, narrowed
        self._entries, self._last, self._more = [], None, True
        self._read_sessions(therapy, now)
        while self._more and len(self._entries) < least:
            self._entries += self._next_page(therapy)
        self.endResetModel()

    def counts(self) -> tuple[int, date | None, Session | None]:
        """How many sessions took place, the day of the first, and the next one that is planned."""
        held = [it for it in self.sessions.values() if it.is_held]
        return len(held), min((it.starts_at.date() for it in held), default=None), self._planned

    def note_entry(self, note: Note, tags: list[str]) -> Entry:
        """The row of a note."""
        session = None if note.session is None else self.sessions.get(note.session)
        bars = () if session is None else self._bars(session.id)
        number = None if session is None else self._numbers.get(session.id)
        return self._words.note(note, session, number, bars, tags)

    def session_title(self, note: Note) -> str:
        """What the session of a note is called; nothing where it has none."""
        session = None if note.session is None else self.sessions.get(note.session)
        return "" if session is None else self._words.session_name(session, self._numbers.get(session.id))

    def session_entry(self, session: Session) -> Entry:
        """The row of a session nothing was written about."""
        return self._words.session(session, self._numbers.get(session.id), self._bars(session.id))

    def milestone_entry(self, mark: Milestone) -> Entry:
        """The row of a milestone or a break."""
        return self._words.milestone(mark)

    def canFetchMore(self, parent: ModelIndex) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: ModelIndex) -> None:
        if not parent.isValid() and self._more and self._therapy is not None:
            self.add(self._next_page(self._therapy))

    # reading

    def _read_sessions(self, therapy: TherapyId, now: datetime) -> None:
        sessions = self._diary.sessions.of(therapy)
        held = [it.id for it in sessions if it.is_held]
        self.sessions = {it.id: it for it in sessions}
        numbered = not self._diary.choices.is_quiet
        self._numbers = {session: number for number, session in enumerate(held, start=1) if numbered}
        to_come = [it for it in sessions if it.state is SessionState.PLANNED and it.starts_at > now]
        self._planned = min(to_come, key=lambda it: it.starts_at, default=None)
        self.milestones = self._diary.milestones.of(therapy)
        waiting: list[Session | Milestone] = []
        shown, end = self._narrowed.shown, self._narrowed.end
        if self._narrowed.tag is None:
            if shown in {Shown.ALL, Shown.SESSIONS}:
                waiting += [it for it in sessions if it.state is not SessionState.PLANNED]
            if shown in {Shown.ALL, Shown.MILESTONES, Shown.BREAKS}:
                wanted = {Shown.MILESTONES: (False,), Shown.BREAKS: (True,)}.get(shown, (False, True))
                waiting += [it for it in self.milestones if (it.kind is MilestoneKind.BREAK) in wanted]
        self._waiting = sorted((it for it in waiting if end is None or moment_of(it) < end), key=moment_of)

    def _next_page(self, therapy: TherapyId) -> list[Entry]:
        """The rows of the next notes, and of everything that belongs between them."""
        notes: list[Note] = []
        most = FIRST_PAGE if self._last is None else PAGE
        if self._narrowed.shown in OF_NOTES:
            notes = self._diary.notes.newest(
                therapy,
                most,
                before=self._last,
                until=self._narrowed.end if self._last is None else None,
                about_sessions=self._narrowed.shown is Shown.SESSIONS,
                starred=self._narrowed.shown is Shown.STARRED,
                tag=self._narrowed.tag,
            )
        self._more = len(notes) == most
        self._last = notes[-1] if notes else self._last
        others: list[Session | Milestone] = []
        while self._waiting and (not self._more or moment_of(self._waiting[-1]) >= notes[-1].written_at):
            others.append(self._waiting.pop())
        tags = self._diary.tags.of_each(it.id for it in notes)
        entries: list[Entry] = []
        for it in merge(notes, others, key=moment_of, reverse=True):
            if isinstance(it, Note):
                entries.append(self.note_entry(it, tags.get(it.id, [])))
            elif isinstance(it, Milestone):
                entries.append(self.milestone_entry(it))
            elif not self._diary.notes.is_written_about(it.id):
                entries.append(self.session_entry(it))
        return with_months(entries, self._entries[-1] if self._entries else None)

    def _bars(self, session: SessionId) -> tuple[int | None, ...]:
        rating = None if self._diary.choices.is_quiet else self._diary.alliance_ratings.at(session)
        return () if rating is None else tuple(rating.answer(it) for it in CORE)
