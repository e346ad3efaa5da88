"""The session table."""

from datetime import datetime

from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import minute, new_uid, offset_of

STATES = {it.value: it for it in SessionState}
"""By what the file calls them."""


class Sessions:
    """Meetings, in the order they take place."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._kept: dict[TherapyId, list[Session]] = {}
        self._kept_at: tuple[int, int] | None = None

    def add(
        self, therapy: TherapyId, starts_at: datetime, state: SessionState = SessionState.HELD
    ) -> Session:
        """Add a session. One that starts at the same minute is there already, and is given that state."""
        row = self._connection.execute(
            "INSERT INTO session (uid, therapy, starts_at, utc_offset_min, state) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (therapy, starts_at) DO UPDATE SET state = excluded.state RETURNING *",
            [new_uid(), therapy, minute(starts_at), offset_of(starts_at), state],
        ).fetchone()
        return _session(row)

    def of(self, therapy: TherapyId) -> list[Session]:
        """Every session of a therapy, oldest first. Kept until anything is written, for one page asks for it several times."""
        if self._connection.in_transaction:
            return self._read(therapy)  # which may yet be taken back
        elsewhere = self._connection.execute("PRAGMA data_version").fetchone()[0]
        if self._kept_at != (here := (self._connection.total_changes, elsewhere)):
            self._kept_at, self._kept = here, {}
        if therapy not in self._kept:
            self._kept[therapy] = self._read(therapy)
        return list(self._kept[therapy])

    def _read(self, therapy: TherapyId) -> list[Session]:
        rows = self._connection.execute(
            "SELECT * FROM session WHERE therapy = ? ORDER BY starts_at, id", [therapy]
        )
        return list(map(_session, rows))

    def held(self, therapy: TherapyId) -> list[Session]:
        """Those that took place, oldest first: a session's number is its place in this list, from 1."""
        return [it for it in self.of(therapy) if it.is_held]

    def get(self, session: SessionId) -> Session:
        """The session of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM session WHERE id = ?", [session]).fetchone()
        if row is None:
            raise KeyError(session)
        return _session(row)

    def number_of(self, session: SessionId) -> int | None:
        """Its rank among the held sessions of its therapy, from 1; None when it was not held."""
        row = self._connection.execute(
            "SELECT (SELECT count(*) FROM session AS other WHERE other.therapy = mine.therapy AND other.state = 'held'"
            " AND (other.starts_at, other.id) <= (mine.starts_at, mine.id)) AS number"
            " FROM session AS mine WHERE mine.id = ? AND mine.state = 'held'",
            [session],
        ).fetchone()
        return None if row is None else int(row["number"])

    def save(self, session: Session) -> None:
        """Keep the session as it now is. Its start may move; its therapy may not."""
        self._connection.execute(
            "UPDATE session SET starts_at = ?, state = ?, one_line = ?, my_part = ?, their_part = ? WHERE id = ?",
            [
                minute(session.starts_at),
                session.state,
                session.one_line,
                session.my_part,
                session.their_part,
                session.id,
            ],
        )


def _session(row: Row) -> Session:
    return Session(
        id=SessionId(row["id"]),
        uid=row["uid"],
        therapy=TherapyId(row["therapy"]),
        starts_at=datetime.fromisoformat(row["starts_at"]),
        state=STATES[row["state"]],
        one_line=row["one_line"],
        my_part=row["my_part"],
        their_part=row["their_part"],
    )
