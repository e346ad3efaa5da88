"""The note tables: a narrow row for lists, the text beside it, and drafts of what is not a note yet."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from therapy_diary.domain.draft import NOTES, Draft
from therapy_diary.domain.note import LONGEST_TEXT, Note, NoteId, NoteKind, NoteVersion, VersionHead
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.storable import storable
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.drafts_aside import ASIDE
from therapy_diary.storage.errors import NoteTooLong
from therapy_diary.storage.stamps import new_uid, offset_of, second

OPENING = 280  # characters of a note's text that a list may show without reading the whole
MOST_VERSIONS = 50  # of each note
DAYS_IN_BIN = 30
RARE_TAG = 1000  # notes that are sorted sooner than all notes are gone through

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
        forgotten = ask(
            "DELETE FROM note_version WHERE note = ?1 AND id NOT IN"
            f" (SELECT id FROM note_version WHERE note = ?1 ORDER BY id DESC LIMIT {MOST_VERSIONS}) RETURNING text",
            [note],
        ).fetchall()
        if forgotten:
            from therapy_diary.domain.pointing import files_named
            from therapy_diary.storage.attachments import Attachments

            names = {name for row in forgotten for name in files_named(row["text"])}
            Attachments(self._connection).let_go(note, names)
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

    def version_heads(self, note: NoteId) -> list[VersionHead]:
        """The same without their texts."""
        rows = self._connection.execute(
            "SELECT id, kept_at, title FROM note_version WHERE note = ? ORDER BY id DESC", [note]
        )
        return [
            VersionHead(id=row["id"], kept_at=datetime.fromisoformat(row["kept_at"]), title=row["title"])
            for row in rows
        ]

    def version(self, version: int) -> NoteVersion:
        """One version, whole. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM note_version WHERE id = ?", [version]).fetchone()
        if row is None:
            raise KeyError(version)
        return _version(row)

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

    def is_binned(self, note: NoteId) -> bool:
        """Whether a note is in the bin."""
        row = self._connection.execute(
            "SELECT 1 FROM note WHERE id = ? AND binned_at IS NOT NULL", [note]
        ).fetchone()
        return row is not None

    def unbin(self, note: NoteId) -> None:
        """Take a note out of the bin, to where it stood."""
        self._connection.execute("UPDATE note SET binned_at = NULL WHERE id = ?", [note])

    def binned(
        self, limit: int = 100, *, below: tuple[Note, datetime] | None = None
    ) -> list[tuple[Note, datetime]]:
        """A page of what is in the bin and since when, the latest first, each with only the opening of its text."""
        under = "" if below is None else " AND (binned_at, id) < (?, ?)"
        place = [] if below is None else [second(below[1]), below[0].id]
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE binned_at IS NOT NULL{under} ORDER BY binned_at DESC, id DESC LIMIT ?",
            [*place, limit],
        )
        return [(_note(row), datetime.fromisoformat(row["binned_at"])) for row in rows]

    def delete(self, note: NoteId) -> None:
        """Delete a note of the bin for good, its versions, tags, pictures and draft too. One that is not there stays."""
        gone = self._connection.execute("DELETE FROM note WHERE id = ? AND binned_at IS NOT NULL", [note])
        if gone.rowcount:
            here = f"{NOTES}{note}"
            self._connection.execute(
                "DELETE FROM draft WHERE place = ? OR place LIKE ?", [here, f"{ASIDE}%:{here}"]
            )

    def bin_is_due(self, now: datetime, *, days: int = DAYS_IN_BIN) -> bool:
        """Whether anything has been in the bin for so many days."""
        due = "SELECT 1 FROM note WHERE binned_at IS NOT NULL AND binned_at <= ? LIMIT 1"
        return self._connection.execute(due, [second(now - timedelta(days=days))]).fetchone() is not None

    def empty_bin(self, now: datetime, *, days: int = DAYS_IN_BIN) -> int:
        """Delete for good what has been in the bin for so many days, versions, pictures and drafts too; how many notes."""
        due = [second(now - timedelta(days=days))]
        self._connection.execute(
            f"DELETE FROM draft WHERE place IN (SELECT '{NOTES}' || id FROM note WHERE binned_at <= ?1 UNION ALL"
            f" SELECT '{ASIDE}' || therapy.uid || ':{NOTES}' || note.id FROM note JOIN therapy ON therapy.id = therapy"
            " WHERE binned_at <= ?1)",
            due,
        )
        gone = self._connection.execute("DELETE FROM note WHERE binned_at <= ?", due)
        return int(gone.rowcount)

    def mark(self, note: NoteId, *, starred: bool, never_print: bool) -> None:
        """Star a note or not, and let it be printed or not."""
        self._connection.execute(
            "UPDATE note SET starred = ?, never_print = ? WHERE id = ?",
            [int(starred), int(never_print), note],
        )

    def of_ids(self, notes: Sequence[NoteId]) -> dict[NoteId, Note]:
        """Those of these notes that are there and not in the bin, each with only the opening of its text."""
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE binned_at IS NULL AND id IN ({', '.join('?' * len(notes))})", list(notes)
        )
        return {NoteId(row["id"]): _note(row) for row in rows}

    def days_between(self, therapy: TherapyId, first: date, last: date) -> set[date]:
        """The days, first and last included, on which notes were written."""
        rows = self._connection.execute(
            "SELECT DISTINCT substr(written_at, 1, 10) FROM note WHERE therapy = ? AND binned_at IS NULL"
            " AND written_at >= ? AND written_at < ?",
            [therapy, first.isoformat(), f"{last.isoformat()}U"],
        )
        return {date.fromisoformat(row[0]) for row in rows}

    def get(self, note: NoteId) -> Note:
        """The note of that id, whole. Raises KeyError."""
        row = self._connection.execute(f"SELECT {_COLUMNS} WHERE note.id = ?", [note]).fetchone()
        if row is None:
            raise KeyError(note)
        return _note(row)

    def by_uid(self, uid: str) -> Note | None:
        """The note of that uid, whole, unless it is in the bin or gone."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} WHERE note.uid = ? AND binned_at IS NULL", [uid]
        ).fetchone()
        return None if row is None else _note(row)

    def is_binned_by_uid(self, uid: str) -> bool:
        """Whether the note of that uid lies in the bin."""
        row = self._connection.execute("SELECT binned_at FROM note WHERE uid = ?", [uid]).fetchone()
        return row is not None and row["binned_at"] is not None

    def gone_of(self, uids: set[str]) -> set[str]:
        """Those of these uids that no note has, or only one in the bin."""
        holes = ", ".join("?" * len(uids))
        rows = self._connection.execute(
            f"SELECT uid FROM note WHERE binned_at IS NULL AND uid IN ({holes})", list(uids)
        )
        return uids - {row["uid"] for row in rows}

    def written_between(self, therapy: TherapyId, since: date, until: date, limit: int) -> list[Note]:
        """Notes from a day to a day, newest first, each with only the opening of its text."""
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE therapy = ? AND binned_at IS NULL AND written_at >= ? AND written_at < ?"
            " ORDER BY written_at DESC, id DESC LIMIT ?",
            [therapy, since.isoformat(), (until + timedelta(days=1)).isoformat(), limit],
        )
        return [_note(row) for row in rows]

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
        self,
        therapy: TherapyId,
        limit: int,
        *,
        before: Note | None = None,
        until: datetime | None = None,
        about_sessions: bool = False,
        starred: bool = False,
        tag: str | None = None,
    ) -> list[Note]:
        """A page of notes, newest first, each with only the opening of its text; the next page starts below before.

        until: only what was written before that moment. about_sessions leaves out those that belong to no session;
        starred, those without a star; tag, those without that tag.
        """
        is_rare = tag is not None and self._is_rare(tag)
        # the plus keeps SQLite from going through all notes where the tag leads to a few
        needed = ["+therapy = ?" if is_rare else "therapy = ?", "binned_at IS NULL"]
        values: list[object] = [therapy]
        if about_sessions:
            needed.append("session IS NOT NULL")
        if starred:
            needed.append("starred = 1")
        if tag is not None:
            has_it = "SELECT 1 FROM note_tag WHERE note_tag.note = note.id AND tag = ?"
            needed.append(
                "id IN (SELECT note FROM note_tag WHERE tag = ?)" if is_rare else f"EXISTS ({has_it})"
            )
            values.append(tag)
        if until is not None:
            needed.append("written_at < ?")
            values.append(second(until))
        if before is not None:
            needed.append("(written_at, id) < (?, ?)")
            values += [second(before.written_at), before.id]
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE {' AND '.join(needed)} ORDER BY written_at DESC, id DESC LIMIT ?",
            [*values, limit],
        )
        return [_note(row) for row in rows]

    def from_first(
        self, therapy: TherapyId, tag: str, limit: int, *, after: Note | None = None
    ) -> list[Note]:
        """A page of the notes with a tag, oldest first, each with only the opening of its text; the next begins after one."""
        is_rare = self._is_rare(tag)
        has_it = "SELECT 1 FROM note_tag WHERE note_tag.note = note.id AND tag = ?"
        needed = [
            "+therapy = ?" if is_rare else "therapy = ?",
            "binned_at IS NULL",
            "id IN (SELECT note FROM note_tag WHERE tag = ?)" if is_rare else f"EXISTS ({has_it})",
        ]
        values: list[object] = [therapy, tag]
        if after is not None:
            needed.append("(written_at, id) > (?, ?)")
            values += [second(after.written_at), after.id]
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE {' AND '.join(needed)} ORDER BY written_at, id LIMIT ?", [*values, limit]
        )
        return [_note(row) for row in rows]

    def beginning(self, note: NoteId, characters: int) -> str:
        """So much of a note's text and no more; empty for a note that is not there."""
        row = self._connection.execute(
            "SELECT substr(text, 1, ?) AS text FROM note_text WHERE note = ?", [characters, note]
        ).fetchone()
        return "" if row is None else str(row["text"])

    def _is_rare(self, tag: str) -> bool:
        """Whether so few notes have a tag that it leads to them; else all are gone through in order of time."""
        more = self._connection.execute(
            "SELECT 1 FROM note_tag WHERE tag = ? LIMIT 1 OFFSET ?", [tag, RARE_TAG]
        ).fetchone()
        return more is None

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

    def since(self, therapy: TherapyId, moment: datetime, limit: int) -> list[Note]:
        """At most so many notes written after a moment, newest first, each with only the opening of its text."""
        rows = self._connection.execute(
            f"SELECT {_NARROW} WHERE therapy = ? AND binned_at IS NULL AND written_at > ? ORDER BY written_at DESC, id DESC LIMIT ?",
            [therapy, second(moment), limit],
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
