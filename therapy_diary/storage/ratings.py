"""The alliance_rating table."""

from datetime import datetime

from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import second

_NAMES = ", ".join(STATEMENTS)
_PLACES = ", ".join("?" for _ in STATEMENTS)
_UPDATES = ", ".join(f"{it} = excluded.{it}" for it in STATEMENTS)


class AllianceRatings:
    """How it was between them, at most one rating for a held session."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def give(self, rating: AllianceRating) -> None:
        """Keep a rating, in place of an earlier one for the session. Only a held session can be rated."""
        self._connection.execute(
            f"INSERT INTO alliance_rating (session, form_version, filled_at, one_change, {_NAMES})"
            f" VALUES (?, ?, ?, ?, {_PLACES}) ON CONFLICT (session) DO UPDATE SET"
            f" form_version = excluded.form_version, filled_at = excluded.filled_at, one_change = excluded.one_change, {_UPDATES}",
            [
                rating.session,
                rating.form_version,
                second(rating.filled_at),
                rating.one_change,
                *(rating.answer(it) for it in STATEMENTS),
            ],
        )

    def take_back(self, session: SessionId) -> None:
        """Forget the rating of a session, as the person took every answer back."""
        self._connection.execute("DELETE FROM alliance_rating WHERE session = ?", [session])

    def at(self, session: SessionId) -> AllianceRating | None:
        """The rating given for a session."""
        row = self._connection.execute(
            "SELECT * FROM alliance_rating WHERE session = ?", [session]
        ).fetchone()
        return None if row is None else _rating(row)

    def of(self, therapy: TherapyId) -> list[AllianceRating]:
        """Every rating of a therapy, in the order of its sessions."""
        rows = self._connection.execute(
            "SELECT alliance_rating.* FROM alliance_rating JOIN session ON session.id = alliance_rating.session"
            " WHERE session.therapy = ? ORDER BY session.starts_at, session.id",
            [therapy],
        )
        return [_rating(row) for row in rows]

    def first_rated(self, therapy: TherapyId, limit: int) -> list[SessionId]:
        """The first sessions of a therapy that were rated, so many at most."""
        rows = self._connection.execute(
            "SELECT session.id FROM session JOIN alliance_rating ON alliance_rating.session = session.id"
            " WHERE session.therapy = ? ORDER BY session.starts_at, session.id LIMIT ?",
            [therapy, limit],
        )
        return [SessionId(row["id"]) for row in rows]


def _rating(row: Row) -> AllianceRating:
    return AllianceRating(
        session=SessionId(row["session"]),
        filled_at=datetime.fromisoformat(row["filled_at"]),
        answers={it: row[it] for it in STATEMENTS},
        one_change=row["one_change"],
        form_version=row["form_version"],
    )
