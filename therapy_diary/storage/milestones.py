"""The milestone table."""

from datetime import date

from therapy_diary.domain.milestone import Milestone, MilestoneId, MilestoneKind
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import maybe_date, maybe_text


class Milestones:
    """Dated marks, oldest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(
        self,
        therapy: TherapyId,
        on_date: date,
        kind: MilestoneKind,
        words: str = "",
        *,
        session: SessionId | None = None,
        until: date | None = None,
    ) -> Milestone:
        """Add a mark; until is the last day of a break."""
        row = self._connection.execute(
            "INSERT INTO milestone (therapy, session, on_date, until, kind, words) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
            [therapy, session, on_date.isoformat(), maybe_text(until), kind, words],
        ).fetchone()
        return _milestone(row)

    def save(self, milestone: Milestone) -> None:
        """Keep the mark as it now is: its day, kind, words, session and last day. Raises RuleBroken."""
        self._connection.execute(
            "UPDATE milestone SET session = ?, on_date = ?, until = ?, kind = ?, words = ? WHERE id = ?",
            [
                milestone.session,
                milestone.on_date.isoformat(),
                maybe_text(milestone.until),
                milestone.kind,
                milestone.words,
                milestone.id,
            ],
        )

    def take_back(self, milestone: MilestoneId) -> None:
        """Forget a mark, as the person took it back."""
        self._connection.execute("DELETE FROM milestone WHERE id = ?", [milestone])

    def of(self, therapy: TherapyId) -> list[Milestone]:
        """Every mark of a therapy, oldest first."""
        rows = self._connection.execute(
            "SELECT * FROM milestone WHERE therapy = ? ORDER BY on_date, id", [therapy]
        )
        return [_milestone(row) for row in rows]


def _milestone(row: Row) -> Milestone:
    return Milestone(
        id=MilestoneId(row["id"]),
        therapy=TherapyId(row["therapy"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        on_date=date.fromisoformat(row["on_date"]),
        kind=MilestoneKind(row["kind"]),
        words=row["words"],
        until=maybe_date(row["until"]),
    )
