"""One row of the timeline or of what a search found, and the list of them that a view asks."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from therapy_diary.domain.note import Note

NOWHERE = QModelIndex()
ModelIndex = QModelIndex | QPersistentModelIndex
Marks = tuple[tuple[int, int], ...]


class EntryKind(Enum):
    """What one row is."""

    MONTH = "month"
    SESSION = "session"
    NOTE = "note"
    MILESTONE = "milestone"
    BREAK = "break"
    TOPIC = "topic"
    GOAL = "goal"
    CHECKLIST = "checklist"
    ENDING = "ending"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row. bars are aims, way and connection, 0 to 4, None where not answered; no bars where nothing was rated.

    Marks say where in title and body the words searched for stand: start and length in characters.
    subject is what Enter opens: a Note, a SessionId, a Milestone, what was Found, or nothing.
    """

    kind: EntryKind
    moment: datetime
    title: str
    spoken: str
    day: str = ""
    body: str = ""
    title_marks: Marks = ()
    body_marks: Marks = ()
    chips: tuple[str, ...] = ()
    starred: bool = False
    bars: tuple[int | None, ...] = ()
    subject: object = None


class EntryList(QAbstractListModel):
    """Rows for a list view. Headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []

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

    def first_card(self) -> int | None:
        """The first row that is no heading."""
        rows = enumerate(self._entries)
        return next((row for row, entry in rows if entry.kind is not EntryKind.MONTH), None)

    def change(self, row: int, entry: Entry) -> None:
        """Show something else in a row."""
        self._entries[row] = entry
        index = self.index(row)
        self.dataChanged.emit(index, index)

    def drop(self, row: int) -> tuple[int, list[Entry]]:
        """Take a row away, and the heading above it if nothing is left under that. Returns what put_back() needs."""
        first = row
        alone_below = row + 1 >= len(self._entries) or self._entries[row + 1].kind is EntryKind.MONTH
        if alone_below and row > 0 and self._entries[row - 1].kind is EntryKind.MONTH:
            first = row - 1
        gone = self._entries[first : row + 1]
        self.beginRemoveRows(QModelIndex(), first, row)
        del self._entries[first : row + 1]
        self.endRemoveRows()
        return first, gone

    def put_back(self, first: int, gone: list[Entry]) -> None:
        """Put rows where they were."""
        self.beginInsertRows(QModelIndex(), first, first + len(gone) - 1)
        self._entries[first:first] = gone
        self.endInsertRows()

    def add(self, fresh: list[Entry]) -> None:
        """Put rows below those that are there."""
        if fresh:
            self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(fresh) - 1)
            self._entries += fresh
            self.endInsertRows()

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
