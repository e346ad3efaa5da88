"""The sign_moment table."""

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.sign import Sign, SignMoment, SignMomentId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row


class Signs:
    """Moments that showed that it helps, each sign at most once for a session."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def collect(self, session: SessionId, sign: Sign, words: str = "") -> SignMoment:
        """Keep a sign of a session; one that is there already gets these words."""
        row = self._connection.execute(
            "INSERT INTO sign_moment (session, sign, words) VALUES (?, ?, ?)"
            " ON CONFLICT (session, sign) DO UPDATE SET words = excluded.words RETURNING *",
            [session, sign, words],
        ).fetchone()
        return _moment(row)

    def take_back(self, session: SessionId, sign: Sign) -> None:
        """Forget a sign of a session, as the person took it back."""
        self._connection.execute("DELETE FROM sign_moment WHERE session = ? AND sign = ?", [session, sign])

    def at(self, session: SessionId) -> list[SignMoment]:
        """The signs of a session, in their fixed order."""
        rows = self._connection.execute(
            "SELECT * FROM sign_moment WHERE session = ? ORDER BY sign", [session]
        )
        return [_moment(row) for row in rows]

    def of(self, therapy: TherapyId) -> list[SignMoment]:
        """Every sign of a therapy, in the order of its sessions."""
        rows = self._connection.execute(
            "SELECT sign_moment.* FROM sign_moment JOIN session ON session.id = sign_moment.session"
            " WHERE session.therapy = ? ORDER BY session.starts_at, session.id, sign",
            [therapy],
        )
        return [_moment(row) for row in rows]


def _moment(row: Row) -> SignMoment:
    return SignMoment(
        id=SignMomentId(row["id"]),
        session=SessionId(row["session"]),
        sign=Sign(row["sign"]),
        words=row["words"],
    )
