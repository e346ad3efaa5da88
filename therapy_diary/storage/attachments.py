"""The attachment table: pictures and other files that belong to a note, inside the encrypted file."""

from dataclasses import dataclass
from datetime import datetime

from therapy_diary.domain.note import NoteId
from therapy_diary.domain.pointing import files_named
from therapy_diary.storage.connection import Connection
from therapy_diary.storage.stamps import new_uid, second

LARGEST = 25 * 1024 * 1024
"""Bytes of one attachment: a photo or a few minutes of sound; a film stays where it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file that belongs to a note, without its content. media is its type, such as image/jpeg."""

    id: int
    uid: str
    note: NoteId
    name: str
    media: str
    size: int
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The bytes of a file, and its type."""

    media: str
    content: bytes


class TooLarge(ValueError):
    """An attachment above LARGEST."""


class Attachments:
    """Files that belong to notes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, note: NoteId, name: str, media: str, content: bytes, added_at: datetime) -> Attachment:
        """Keep a file with a note. Raises TooLarge."""
        _check_size(content)
        row = self._connection.execute(
            "INSERT INTO attachment (uid, note, name, media, size, added_at, content) VALUES (?, ?, ?, ?, ?, ?, ?)"
            " RETURNING id",
            [new_uid(), note, name, media, len(content), second(added_at), content],
        ).fetchone()
        return next(it for it in self.of(note) if it.id == row["id"])

    def of(self, note: NoteId) -> list[Attachment]:
        """The files of one note, in the order they came."""
        rows = self._connection.execute(
            "SELECT id, uid, note, name, media, size, added_at FROM attachment WHERE note = ? ORDER BY id",
            [note],
        )
        return [
            Attachment(
                id=row["id"],
                uid=row["uid"],
                note=NoteId(row["note"]),
                name=row["name"],
                media=row["media"],
                size=row["size"],
                added_at=datetime.fromisoformat(row["added_at"]),
            )
            for row in rows
        ]

    def content(self, attachment: int) -> bytes:
        """The bytes of one file. Raises KeyError."""
        row = self._connection.execute("SELECT content FROM attachment WHERE id = ?", [attachment]).fetchone()
        if row is None:
            raise KeyError(attachment)
        return bytes(row["content"])

    def remove(self, attachment: int) -> None:
        """Take a file out of the diary, for good."""
        self._connection.execute("DELETE FROM attachment WHERE id = ?", [attachment])

    def named(self, note: NoteId, name: str) -> Content | None:
        """The file of that name that belongs to a note; the first, where two have it."""
        row = self._connection.execute(
            "SELECT media, content FROM attachment WHERE note = ? AND name = ? ORDER BY id LIMIT 1",
            [note, name],
        ).fetchone()
        return None if row is None else Content(media=row["media"], content=bytes(row["content"]))

    def let_go(self, note: NoteId, names: set[str]) -> None:
        """Delete those of these files that neither the note nor any of its versions points to any more."""
        if not names:
            return
        rows = self._connection.execute(
            "SELECT text FROM note_text WHERE note = ?1 UNION ALL SELECT text FROM note_version WHERE note = ?1",
            [note],
        )
        needed = {name for row in rows for name in files_named(row["text"])}
        for name in names - needed:
            self._connection.execute("DELETE FROM attachment WHERE note = ? AND name = ?", [note, name])


class DraftAttachments:
    """Files put into a note that is still being written; place is that of its draft."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, place: str, name: str, media: str, content: bytes, added_at: datetime) -> None:
        """Keep a file with a draft. Raises TooLarge."""
        _check_size(content)
        self._connection.execute(
            "INSERT INTO draft_attachment (place, name, media, size, added_at, content) VALUES (?, ?, ?, ?, ?, ?)",
            [place, name, media, len(content), second(added_at), content],
        )

    def named(self, place: str, name: str) -> Content | None:
        """The file of that name that waits with a draft."""
        row = self._connection.execute(
            "SELECT media, content FROM draft_attachment WHERE place = ? AND name = ?", [place, name]
        ).fetchone()
        return None if row is None else Content(media=row["media"], content=bytes(row["content"]))

    def hand_over(self, place: str, note: NoteId, names: set[str], note_place: str) -> None:
        """Give these to the note that the draft has become; the others wait with the note's own draft, to be undone."""
        for name in sorted(names):
            self._connection.execute(
                "INSERT INTO attachment (uid, note, name, media, size, added_at, content)"
                " SELECT ?, ?, name, media, size, added_at, content FROM draft_attachment WHERE place = ? AND name = ?",
                [new_uid(), note, place, name],
            )
            self._connection.execute(
                "DELETE FROM draft_attachment WHERE place = ? AND name = ?", [place, name]
            )
        if note_place != place:
            self._connection.execute(
                "UPDATE draft_attachment SET place = ? WHERE place = ?", [note_place, place]
            )

    def places(self) -> set[str]:
        """The drafts with which files wait."""
        return {
            row["place"] for row in self._connection.execute("SELECT DISTINCT place FROM draft_attachment")
        }

    def discard(self, place: str) -> None:
        """Delete what waits with a draft, for good."""
        self._connection.execute("DELETE FROM draft_attachment WHERE place = ?", [place])


def _check_size(content: bytes) -> None:
    if len(content) > LARGEST:
        raise TooLarge(f"an attachment has at most {LARGEST} bytes")
