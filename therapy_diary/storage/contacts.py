"""The contact table."""

from datetime import date

from therapy_diary.domain.contact import Contact, ContactId, ContactKind
from therapy_diary.storage.connection import Connection
from therapy_diary.storage.stamps import maybe_date, maybe_text


class Contacts:
    """The person's own contacts, in their order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self, label: str, reach: str, kind: ContactKind, *, hours: str = "", checked_on: date | None = None
    ) -> ContactId:
        """Add a contact at the end of the list."""
        row = self._connection.execute(
            "INSERT INTO contact (position, label, reach, kind, hours, checked_on)"
            " VALUES ((SELECT coalesce(max(position), 0) + 1 FROM contact), ?, ?, ?, ?, ?) RETURNING id",
            [label, reach, kind, hours, maybe_text(checked_on)],
        ).fetchone()
        return ContactId(row["id"])

    def save(self, contact: Contact) -> None:
        """Keep a contact as it now is."""
        self._connection.execute(
            "UPDATE contact SET label = ?, reach = ?, kind = ?, hours = ?, checked_on = ? WHERE id = ?",
            [
                contact.label,
                contact.reach,
                contact.kind,
                contact.hours,
                maybe_text(contact.checked_on),
                contact.id,
            ],
        )

    def remove(self, contact: ContactId) -> None:
        """Take a contact off the list."""
        self._connection.execute("DELETE FROM contact WHERE id = ?", [contact])

    def all(self) -> list[Contact]:
        """Every contact in the person's order."""
        rows = self._connection.execute("SELECT * FROM contact ORDER BY position, id")
        return [
            Contact(
                id=ContactId(row["id"]),
                position=row["position"],
                label=row["label"],
                reach=row["reach"],
                kind=ContactKind(row["kind"]),
                hours=row["hours"],
                checked_on=maybe_date(row["checked_on"]),
            )
            for row in rows
        ]
