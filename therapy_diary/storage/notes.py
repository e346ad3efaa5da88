"""The note tables: a narrow row for lists, the text beside it, and drafts of what is not a note yet."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from therapy_diary.domain.draft import Draft
from therapy_diary.domain.note import LONGEST_TEXT, Note, NoteId, NoteKind, NoteVersion, storable
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.errors import NoteTooLong
from therapy_diary.storage.stamps import new_uid, offset_of, second

OPENING = 280  # characters of a note's text that a list may show without reading the whole
MOST_VERSIONS = 50  # of each note
DAYS_IN_BIN = 30

_COLUMNS = "note.*, note_text.text AS text FROM note JOIN note_text ON note_text.note = note.id"
_NARROW = "note.*, note.opening AS text FROM note"


class Notes:
    """Notes, newest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(
        self,
        therapy: TherapyId,
        text: str,
        written_at: datetime,
        *,
        session: SessionId | None = None,
        kind: NoteKind = NoteKind.BETWEEN,
        title: str = "",
    ) -> Note:
        """Add a note. NUL characters are left out. Raises NoteTooLong."""
        text, title = _checked(text), storable(title)
        row = self._connection.execute(
            "INSERT INTO note (uid, therapy, session, kind, title, opening, written_at, utc_offset_min)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
            [
                new_uid(),
                therapy,
                session,
                kind,
                title,
                text[:OPENING],
                second(written_at),
                offset_of(written_at),
            ],
        ).fetchone()
        self._connection.execute("INSERT INTO note_text (note, text) VALUES (?, ?)", [row["id"], text])
        return self.get(NoteId(row["id"]))

    def rewrite(
        self,
        note: NoteId,
        text: str,
        edited_at: datetime,
        *,
        title: str,
        session: SessionId | None,
        kind: NoteKind,
    ) -> Note:
        """Replace a note's title and text, and say which session it belongs to; what stood there is kept as a version.

        The words of that version leave the search index later: see settle(). Raises NoteTooLong.
        """
        text, title = _checked(text), storable(title)
        ask = self._connection.execute
        kept = ask(
            "INSERT INTO note_version (note, kept_at, title, text)"
            " SELECT note.id, ?, note.title, note_text.text FROM note JOIN note_text ON note_text.note = note.id"
            " WHERE note.id = ? AND (note.title <> ? OR note_text.text <> ?) RETURNING id",
            [second(edited_at), note, title, text],
        ).fetchone()
        if kept is not None:
            self._take_out(note, kept["id"])
        ask(
            "UPDATE note SET title = ?, opening = ?, session = ?, kind = ?, edited_at = ? WHERE id = ?",
            [title, text[:OPENING], session, kind, second(edited_at), note],
        )
        if kept is not None:
            ask("INSERT INTO note_text (note, text) VALUES (?, ?)", [note, text])
        ask(
            "DELETE FROM note_version WHERE note = ?1 AND id NOT IN"
            f" (SELECT id FROM note_version WHERE note = ?1 ORDER BY id DESC LIMIT {MOST_VERSIONS})",
            [note],
        )
        return self.get(note)

    def _take_out(self, note: NoteId, version: int) -> None:
        """Take a text out that is a version now: the next one is indexed once, together with its title."""
        self._connection.execute(
            "INSERT INTO once_findable (id, version, other_script)"
            " SELECT id, ?, other_script FROM findable_text WHERE kind = 'note' AND record = ?",
            [version, note],
        )
        self._connection.execute("DELETE FROM note_text WHERE note = ?", [note])

    def unsettled(self, longest: int = LONGEST_TEXT) -> int | None:
        """A version, of at most so many characters, whose words are still in the search index; None if there is none."""
        row = self._connection.execute(
            "SELECT version FROM once_findable JOIN note_version ON note_version.id = version"
            " WHERE length(text) <= ? LIMIT 1",
            [longest],
        ).fetchone()
        return None if row is None else int(row["version"])

    def settle(self, version: int) -> None:
        """Take the words of a version out of the search index: in a large diary a tenth of a second for each page of text.

        Searches are right before and after. It is for a quiet moment, and keeps the index small.
        """
        self._connection.execute("DELETE FROM once_findable WHERE version = ?", [version])

    def versions(self, note: NoteId) -> list[NoteVersion]:
        """What stood in a note before, the latest first; the last fifty."""
        rows = self._connection.execute("SELECT * FROM note_version WHERE note = ? ORDER BY id DESC", [note])
        return [_version(row) for row in rows]

    def bring_back(self, version: NoteVersion, edited_at: datetime) -> Note:
        """Let a note say again what it said then; what it says now becomes a version in turn."""
        now = self.get(version.note)
        return self.rewrite(
            now.id, version.text, edited_at, title=version.title, session=now.session, kind=now.kind
        )

    def star(self, note: NoteId, *, starred: bool) -> None:
        """Star a note or not."""
        self._connection.execute("UPDATE note SET starred = ? WHERE id = ?", [int(starred), note])

    def bin(self, note: NoteId, binned_at: datetime) -> None:
        """Put a note into the bin: no list shows it and no search finds it, until it is taken out or the bin is emptied."""
        self._connection.execute("UPDATE note SET binned_at = ? WHERE id = ?", [second(binned_at), note])

    def unbin(self, note: NoteId) -> None:
        """Take a note out of the bin, to where it stood."""
        self._connection.execute("UPDATE note SET binned_at = NULL WHERE id = ?", [note])

    def binned(self) -> list[tuple[Note, datetime]]:
        """What is in the bin and since when, the latest first, each with only the opening of its text."""
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE binned_at IS NOT NULL ORDER BY binned_at DESC, id DESC"
        )
        return [(_note(row), datetime.fromisoformat(row["binned_at"])) for row in rows]

    def empty_bin(self, now: datetime, *, days: int = DAYS_IN_BIN) -> int:
        """Delete for good what has been in the bin for so many days, versions and pictures too; how many notes."""
        gone = self._connection.execute(
            "DELETE FROM note WHERE binned_at <= ?", [second(now - timedelta(days=days))]
        )
        return int(gone.rowcount)

    def mark(self, note: NoteId, *, starred: bool, never_print: bool) -> None:
        """Star a note or not, and let it be printed or not."""
        self._connection.execute(
            "UPDATE note SET starred = ?, never_print = ? WHERE id = ?",
            [int(starred), int(never_print), note],
        )

    def get(self, note: NoteId) -> Note:
        """The note of that id, whole. Raises KeyError."""
        row = self._connection.execute(f"SELECT {_COLUMNS} WHERE note.id = ?", [note]).fetchone()
        if row is None:
            raise KeyError(note)
        return _note(row)

    def of_session(self, session: SessionId) -> list[Note]:
        """The notes of one session, whole, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} WHERE note.session = ? AND binned_at IS NULL ORDER BY written_at, id",
            [session],
        )
        return [_note(row) for row in rows]

    def is_written_about(self, session: SessionId) -> bool:
        """Whether a session has a note."""
        row = self._connection.execute(
            "SELECT 1 FROM note WHERE session = ? AND binned_at IS NULL LIMIT 1", [session]
        ).fetchone()
        return row is not None

    def newest(
        self, therapy: TherapyId, limit: int, *, before: Note | None = None, about_sessions: bool = False
    ) -> list[Note]:
        """A page of notes, newest first, each with only the opening of its text; the next page starts below before.

        about_sessions leaves out those that belong to no session.
        """
        kind = " AND session IS NOT NULL" if about_sessions else ""
        below = "" if before is None else " AND (written_at, id) < (?, ?)"
        place = [] if before is None else [second(before.written_at), before.id]
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE therapy = ? AND binned_at IS NULL{kind}{below} ORDER BY written_at DESC, id DESC LIMIT ?",
            [therapy, *place, limit],
        )
        return [_note(row) for row in rows]

    def starred(self, therapy: TherapyId) -> list[Note]:
        """Starred notes, newest first, each with only the opening of its text."""
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE therapy = ? AND binned_at IS NULL AND starred = 1 ORDER BY written_at DESC, id DESC",
            [therapy],
        )
        return [_note(row) for row in rows]

    def search(self, therapy: TherapyId, words: str, limit: int) -> list[Note]:
        """Notes that hold what is typed, newest first, each with the passage where it stands; see query.py."""
        from therapy_diary.storage.search import Search  # not before the first key is typed into the search

        found = Search(self._connection).find(words, limit, notes_of=therapy)
        return [replace(self._narrow(NoteId(it.record)), text=it.passage.text) for it in found]

    def _narrow(self, note: NoteId) -> Note:
        return _note(self._connection.execute(f"SELECT {_NARROW} WHERE id = ?", [note]).fetchone())

    def since(self, therapy: TherapyId, moment: datetime) -> list[Note]:
        """Notes written after a moment, newest first, each with only the opening of its text."""
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE therapy = ? AND binned_at IS NULL AND written_at > ? ORDER BY written_at DESC, id DESC",
            [therapy, second(moment)],
        )
        return [_note(row) for row in rows]

    def printable(self, therapy: TherapyId) -> Iterator[Note]:
        """The notes the person allowed to be printed, whole, oldest first."""
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} WHERE therapy = ? AND binned_at IS NULL AND never_print = 0 ORDER BY written_at, id",
            [therapy],
        )
        return (_note(row) for row in rows)


class Drafts:
    """Unfinished texts, one for each place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, place: str, text: str, cursor: int, kept_at: datetime) -> None:
        """Keep what is typed so far, in place of what was kept before."""
        self._connection.execute(
            "INSERT INTO draft (place, text, cursor, kept_at) VALUES (?, ?, ?, ?) ON CONFLICT (place)"
            " DO UPDATE SET text = excluded.text, cursor = excluded.cursor, kept_at = excluded.kept_at",
            [place, storable(text), cursor, second(kept_at)],
        )

    def at(self, place: str) -> Draft | None:
        """What is kept for a place."""
        row = self._connection.execute("SELECT * FROM draft WHERE place = ?", [place]).fetchone()
        return None if row is None else _draft(row)

    def all(self) -> list[Draft]:
        """Every draft, the latest kept first."""
        return [_draft(row) for row in self._connection.execute("SELECT * FROM draft ORDER BY kept_at DESC")]

    def places(self) -> list[str]:
        """Where drafts wait, the latest kept first; their texts are not read."""
        rows = self._connection.execute("SELECT place FROM draft ORDER BY kept_at DESC")
        return [str(row["place"]) for row in rows]

    def discard(self, place: str) -> None:
        """Forget the draft of a place, once it has become a note."""
        self._connection.execute("DELETE FROM draft WHERE place = ?", [place])


def _checked(text: str) -> str:
    if len(text) > LONGEST_TEXT:
        raise NoteTooLong
    return storable(text)


def _note(row: Row) -> Note:
    return Note(
        id=NoteId(row["id"]),
        uid=row["uid"],
        therapy=TherapyId(row["therapy"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        kind=NoteKind(row["kind"]),
        title=row["title"],
        text=row["text"],
        written_at=datetime.fromisoformat(row["written_at"]),
        edited_at=None if row["edited_at"] is None else datetime.fromisoformat(row["edited_at"]),
        starred=bool(row["starred"]),
        never_print=bool(row["never_print"]),
    )


def _version(row: Row) -> NoteVersion:
    return NoteVersion(
        id=row["id"],
        note=NoteId(row["note"]),
        kept_at=datetime.fromisoformat(row["kept_at"]),
        title=row["title"],
        text=row["text"],
    )


def _draft(row: Row) -> Draft:
    return Draft(
        place=row["place"],
        text=row["text"],
        cursor=row["cursor"],
        kept_at=datetime.fromisoformat(row["kept_at"]),
    )
