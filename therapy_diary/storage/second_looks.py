"""The second_look table: which notes are a second look at their session."""

from datetime import datetime

from therapy_diary.domain.note import Note, NoteId, NoteKind
from therapy_diary.domain.second_look import FORM_VERSION, SecondLook
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.storage.connection import Connection
from therapy_diary.storage.notes import Notes


class SecondLooks:
    """One second look for a session, kept as a note of its own: the first note is never touched."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._notes = Notes(connection)

    def write(self, session: Session, text: str, written_at: datetime, *, title: str = "") -> SecondLook:
        """Keep what the person now sees; a second look that is there already says this from now on, its old words a version."""
        there = self.at(session.id)
        if there is not None:
            note = self._notes.rewrite(
                there.note.id,
                text,
                written_at,
                title=there.note.title,
                session=session.id,
                kind=there.note.kind,
            )
            return SecondLook(note=note, form_version=there.form_version)
        note = self._notes.write(
            session.therapy, text, written_at, session=session.id, kind=NoteKind.AFTER, title=title
        )
        self._connection.execute(
            "INSERT INTO second_look (note, form_version) VALUES (?, ?)", [note.id, FORM_VERSION]
        )
        return SecondLook(note=note)

    def at(self, session: SessionId) -> SecondLook | None:
        """The second look at a session; one in the bin is none."""
        row = self._connection.execute(
            "SELECT second_look.* FROM note JOIN second_look ON second_look.note = note.id"
            " WHERE note.session = ? AND note.binned_at IS NULL ORDER BY note.written_at, note.id LIMIT 1",
            [session],
        ).fetchone()
        if row is None:
            return None
        return SecondLook(note=self._notes.get(NoteId(row["note"])), form_version=row["form_version"])

    def first_notes(self, session: SessionId) -> list[Note]:
        """The notes of a session that are no second look, whole, oldest first."""
        looks = {
            row["note"]
            for row in self._connection.execute(
                "SELECT second_look.note FROM second_look JOIN note ON note.id = second_look.note WHERE note.session = ?",
                [session],
            )
        }
        return [it for it in self._notes.of_session(session) if it.id not in looks]
