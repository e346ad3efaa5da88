"""The attachment table: pictures and other files that belong to a note, inside the encrypted file."""

from dataclasses import dataclass
from datetime import datetime

from therapy_diary.domain.note import NoteId
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


class TooLarge(ValueError):
    """An attachment above LARGEST."""


class Attachments:
    """Files that belong to notes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, note: NoteId, name: str, media: str, content: bytes, added_at: datetime) -> Attachment:
        """Keep a file with a note. Raises TooLarge."""
        if len(content) > LARGEST:
            raise TooLarge(f"an attachment has at most {LARGEST} bytes")
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
