"""The difficulty_check table."""

from datetime import datetime

from therapy_diary.domain.difficulty import STATEMENTS, DifficultyCheck
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import second

_NAMES = ", ".join(STATEMENTS)
_PLACES = ", ".join("?" for _ in STATEMENTS)
_UPDATES = ", ".join(f"{it} = excluded.{it}" for it in STATEMENTS)


class DifficultyChecks:
    """What kind of hard it was, at most one check for a held session."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def give(self, check: DifficultyCheck) -> None:
        """Keep a check, in place of an earlier one for the session. Only a held session can have one."""
        self._connection.execute(
            f"INSERT INTO difficulty_check (session, form_version, filled_at, {_NAMES}) VALUES (?, ?, ?, {_PLACES})"
            " ON CONFLICT (session) DO UPDATE SET form_version = excluded.form_version,"
            f" filled_at = excluded.filled_at, {_UPDATES}",
            [
                check.session,
                check.form_version,
                second(check.filled_at),
                *(check.answer(it) for it in STATEMENTS),
            ],
        )

    def take_back(self, session: SessionId) -> None:
        """Forget the check of a session, as the person took every mark back."""
        self._connection.execute("DELETE FROM difficulty_check WHERE session = ?", [session])

    def at(self, session: SessionId) -> DifficultyCheck | None:
        """The check given for a session."""
        row = self._connection.execute(
            "SELECT * FROM difficulty_check WHERE session = ?", [session]
        ).fetchone()
        return None if row is None else _check(row)

    def of(self, therapy: TherapyId) -> list[DifficultyCheck]:
        """Every check of a therapy, in the order of its sessions."""
        rows = self._connection.execute(
            "SELECT difficulty_check.* FROM difficulty_check JOIN session ON session.id = difficulty_check.session"
            " WHERE session.therapy = ? ORDER BY session.starts_at, session.id",
            [therapy],
        )
        return [_check(row) for row in rows]


def _check(row: Row) -> DifficultyCheck:
    return DifficultyCheck(
        session=SessionId(row["session"]),
        filled_at=datetime.fromisoformat(row["filled_at"]),
        answers={it: row[it] for it in STATEMENTS},
        form_version=row["form_version"],
    )
