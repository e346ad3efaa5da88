"""What stands on the timeline, newest first, read from the diary a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import Enum, StrEnum
from heapq import merge

from PySide6.QtCore import QAbstractListModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapy_diary.domain.alliance import CORE
from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.note import Note
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import day_in_words, short_day
from therapy_diary.views.kinds_of_note import kind_in_words
from therapy_diary.views.milestone.words import kind_words
from therapy_diary.widgets.markdown_marks import read

FIRST_PAGE = 12  # notes read before the first paint: each one shown costs half a millisecond of laying out
PAGE = 60  # notes read at once when the list is scrolled
MOST_FOUND = 200  # notes shown for a search
NOWHERE = QModelIndex()
ModelIndex = QModelIndex | QPersistentModelIndex
LONGEST_TITLE = 120


class Shown(StrEnum):
    """What the person wants to see of it all."""

    ALL = "all"
    SESSIONS = "sessions"
    NOTES = "notes"
    MILESTONES = "milestones"
    BREAKS = "breaks"


OF_NOTES = (Shown.ALL, Shown.SESSIONS, Shown.NOTES)


class EntryKind(Enum):
    """What one row of the timeline is."""

    MONTH = "month"
    SESSION = "session"
    NOTE = "note"
    MILESTONE = "milestone"
    BREAK = "break"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. bars are aims, way and connection, 0 to 4, None where not answered; no bars where nothing was rated.

    subject is what Enter opens: a Note, a SessionId, a Milestone, or nothing.
    """

    kind: EntryKind
    moment: datetime
    title: str
    spoken: str
    day: str = ""
    body: str = ""
    chip: str = ""
    bars: tuple[int | None, ...] = ()
    subject: object = None


class TimelineModel(QAbstractListModel):
    """Notes with their sessions, sessions without notes, milestones and breaks, with a heading for each month.

    Sessions and milestones are read at once, for they are few and short; notes come in pages as the list is scrolled.
    """

    def __init__(self, diary: Diary, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._entries: list[Entry] = []
        self._therapy: TherapyId | None = None
        self._shown = Shown.ALL
        self._sessions: dict[SessionId, Session] = {}
        self._numbers: dict[SessionId, int] = {}
        self._planned: Session | None = None  # the next one
        self._waiting: list[Session | Milestone] = []  # newest last; not placed among the notes yet
        self._last: Note | None = None
        self._more = False

    def show_therapy(
        self, therapy: TherapyId, now: datetime, shown: Shown, *, words: str = "", least: int = 1
    ) -> None:
        """Begin again with what the diary holds now, and read on until `least` rows are there.

        With words, only what holds all of them, and at most so many of the newest notes as MOST_FOUND.
        """
        self.beginResetModel()
        self._therapy, self._shown = therapy, shown
        self._entries, self._last, self._more = [], None, not words.strip()
        self._read_sessions(therapy, now)
        if words.strip():
            self._entries = self._with_months(self._found(therapy, words))
        while self._more and len(self._entries) < least:
            self._entries += self._next_page(therapy)
        self.endResetModel()

    def entry(self, index: ModelIndex) -> Entry:
        """The row there."""
        return self._entries[index.row()]

    def row_of(self, subject: object) -> int | None:
        """Where a subject stands among the rows read so far; a Note is known by its id."""
        for row, entry in enumerate(self._entries):
            here = entry.subject
            same = isinstance(here, Note) and isinstance(subject, Note) and here.id == subject.id
            if same or (not isinstance(here, Note) and here is not None and here == subject):
                return row
        return None

    def counts(self) -> tuple[int, date | None, Session | None]:
        """How many sessions took place, the day of the first, and the next one that is planned."""
        held = [it for it in self._sessions.values() if it.is_held]
        return len(held), min((it.starts_at.date() for it in held), default=None), self._planned

    # what a list view asks

    def rowCount(self, parent: ModelIndex = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return entry.spoken
        return entry if role == Qt.ItemDataRole.UserRole else None

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or self._entries[index.row()].kind is EntryKind.MONTH:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def canFetchMore(self, parent: ModelIndex) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: ModelIndex) -> None:
        if parent.isValid() or not self._more or self._therapy is None:
            return
        fresh = self._next_page(self._therapy)
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(fresh) - 1)
            self._entries += fresh
            self.endInsertRows()

    # reading

    def _read_sessions(self, therapy: TherapyId, now: datetime) -> None:
        sessions = self._diary.sessions.of(therapy)
        held = [it.id for it in sessions if it.is_held]
        self._sessions = {it.id: it for it in sessions}
        self._numbers = {session: number for number, session in enumerate(held, start=1)}
        to_come = [it for it in sessions if it.state is SessionState.PLANNED and it.starts_at > now]
        self._planned = min(to_come, key=lambda it: it.starts_at, default=None)
        waiting: list[Session | Milestone] = []
        if self._shown in {Shown.ALL, Shown.SESSIONS}:
            waiting += [it for it in sessions if it.state is not SessionState.PLANNED]
        if self._shown in {Shown.ALL, Shown.MILESTONES, Shown.BREAKS}:
            wanted = {Shown.MILESTONES: (False,), Shown.BREAKS: (True,)}.get(self._shown, (False, True))
            marks = self._diary.milestones.of(therapy)
            waiting += [it for it in marks if (it.kind is MilestoneKind.BREAK) in wanted]
        self._waiting = sorted(waiting, key=_moment)

    def _next_page(self, therapy: TherapyId) -> list[Entry]:
        """The rows of the next notes, and of everything that belongs between them."""
        notes: list[Note] = []
        most = FIRST_PAGE if self._last is None else PAGE
        if self._shown in OF_NOTES:
            about_sessions = self._shown is Shown.SESSIONS
            notes = self._diary.notes.newest(therapy, most, before=self._last, about_sessions=about_sessions)
        self._more = len(notes) == most
        self._last = notes[-1] if notes else self._last
        others: list[Session | Milestone] = []
        while self._waiting and (not self._more or _moment(self._waiting[-1]) >= notes[-1].written_at):
            others.append(self._waiting.pop())
        both = merge(notes, others, key=_moment, reverse=True)
        entries = [made for it in both if (made := self._entry_of(it)) is not None]
        return self._with_months(entries)

    def _found(self, therapy: TherapyId, words: str) -> list[Entry]:
        """The rows of everything that holds these words."""
        notes: list[Note] = []
        if self._shown in OF_NOTES:
            notes = self._diary.notes.search(therapy, words, MOST_FOUND)
            notes = [it for it in notes if it.session is not None or self._shown is not Shown.SESSIONS]
        wanted, others = words.casefold().split(), reversed(self._waiting)
        both = merge(notes, others, key=_moment, reverse=True)
        entries = [made for it in both if (made := self._entry_of(it)) is not None]
        return [
            it
            for it in entries
            if isinstance(it.subject, Note) or all(word in it.spoken.casefold() for word in wanted)
        ]

    def _with_months(self, entries: list[Entry]) -> list[Entry]:
        before = self._entries[-1].moment if self._entries else None
        rows: list[Entry] = []
        for entry in entries:
            if before is None or (before.year, before.month) != (entry.moment.year, entry.moment.month):
                words = _month_in_words(entry.moment.date())
                rows.append(Entry(kind=EntryKind.MONTH, moment=entry.moment, title=words, spoken=words))
            rows.append(entry)
            before = entry.moment
        return rows

    def _entry_of(self, thing: Note | Session | Milestone) -> Entry | None:
        if isinstance(thing, Note):
            return self._note_entry(thing)
        if isinstance(thing, Milestone):
            return self._milestone_entry(thing)
        return None if self._diary.notes.is_written_about(thing.id) else self._session_entry(thing)

    def _note_entry(self, note: Note) -> Entry:
        session = None if note.session is None else self._sessions.get(note.session)
        title, body = _title_and_body(note)
        kind, when = kind_in_words(note.kind), note.written_at
        name = "" if session is None else self._session_name(session)
        bars = () if session is None else self._bars(session.id)
        day = day_in_words(when.date() if session is None else session.starts_at.date())
        spoken = ", ".join(it for it in (name, day, kind) if it)
        spoken = ". ".join(it for it in (f"{spoken}: {title}" if title else spoken, body) if it)
        return Entry(
            kind=EntryKind.NOTE if session is None else EntryKind.SESSION,
            moment=when,
            day=short_day(when.date()),
            title=f"{name} – \u2068{title}\u2069" if name and title else name or title or kind,
            body=body,
            chip=kind,
            bars=bars,
            spoken=_with_stop(spoken) + self._bars_spoken(bars),
            subject=note,
        )

    def _session_entry(self, session: Session) -> Entry:
        name, bars = self._session_name(session), self._bars(session.id)
        day = day_in_words(session.starts_at.date())
        spoken = ". ".join(it for it in (f"{name}, {day}", session.one_line) if it)
        return Entry(
            kind=EntryKind.SESSION if session.is_held else EntryKind.BREAK,
            moment=session.starts_at,
            day=short_day(session.starts_at.date()),
            title=name,
            body=session.one_line,
            bars=bars,
            spoken=_with_stop(spoken) + self._bars_spoken(bars),
            subject=session.id,
        )

    def _milestone_entry(self, mark: Milestone) -> Entry:
        kind = kind_words()[mark.kind]
        days, spoken_days = short_day(mark.on_date), day_in_words(mark.on_date)
        if mark.until is not None and mark.until != mark.on_date:
            days = f"{days} – {short_day(mark.until)}"
            spoken_days = self.tr("{first} to {last}").format(
                first=spoken_days, last=day_in_words(mark.until)
            )
        spoken = f"{kind}, {spoken_days}" + (f": {mark.words}" if mark.words else "")
        return Entry(
            kind=EntryKind.BREAK if mark.kind is MilestoneKind.BREAK else EntryKind.MILESTONE,
            moment=_moment(mark),
            day=days,
            title=kind,
            body=mark.words,
            spoken=_with_stop(spoken),
            subject=mark,
        )

    # words

    def _session_name(self, session: Session) -> str:
        if number := self._numbers.get(session.id):
            return self.tr("Session {number}").format(number=number)
        return {
            SessionState.PLANNED: self.tr("Planned session"),
            SessionState.CANCELLED_BY_ME: self.tr("Cancelled by you"),
            SessionState.CANCELLED_BY_THERAPIST: self.tr("Cancelled by your therapist"),
            SessionState.MISSED: self.tr("Missed session"),
        }.get(session.state, self.tr("Session"))

    def _bars(self, session: SessionId) -> tuple[int | None, ...]:
        rating = self._diary.alliance_ratings.at(session)
        return () if rating is None else tuple(rating.answer(it) for it in CORE)

    def _bars_spoken(self, bars: tuple[int | None, ...]) -> str:
        if not bars:
            return ""
        names = (self.tr("aims"), self.tr("way of working"), self.tr("connection"))
        left_out = self.tr("not answered")
        parts = (
            f"{name} {left_out if value is None else value}" for name, value in zip(names, bars, strict=True)
        )
        return " " + self.tr("Between you, from 0 to 4: {parts}.").format(parts=", ".join(parts))


def _moment(thing: Note | Session | Milestone) -> datetime:
    """Where it stands in time; a mark stands at the end of its day, above what happened on it."""
    if isinstance(thing, Note):
        return thing.written_at
    if isinstance(thing, Session):
        return thing.starts_at
    return datetime.combine(thing.until or thing.on_date, time(23, 59))


def plain_words(text: str) -> str:
    """Markdown text on one line, without its marks."""
    lines = (_without_marks(line) for line in text.splitlines())
    return " ".join(" ".join(lines).split())


def _month_in_words(day: date) -> str:
    locale = QLocale()
    return f"{locale.standaloneMonthName(day.month)} {locale.toString(QDate(day.year, 1, 1), 'yyyy')}"


def _title_and_body(note: Note) -> tuple[str, str]:
    """The title, or a short first line in its place; and the words below it."""
    if note.title.strip():
        return note.title.strip(), plain_words(note.text)
    first, _, rest = note.text.lstrip().partition("\n")
    heading = plain_words(first)
    if not rest.strip() or len(heading) > LONGEST_TITLE:
        return "", plain_words(note.text)
    return heading, plain_words(rest)


def _without_marks(line: str) -> str:
    marks = read(line)
    hidden = {(start, length) for start, length in marks.marks if length}
    if marks.prefix[1] and not marks.item[:1].isdigit():
        hidden.add(marks.prefix)
    if not hidden:
        return line
    units = bytearray(line.encode("utf-16-le", "surrogatepass"))  # as Qt counts
    for start, length in sorted(hidden, reverse=True):
        del units[2 * start : 2 * (start + length)]
    return units.decode("utf-16-le", "replace")


def _with_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
