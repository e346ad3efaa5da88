"""The pattern tables: what keeps coming back, and the moments it was seen in."""

from datetime import date

from therapy_diary.domain.pattern import Pattern, PatternId, PatternMoment, PatternMomentId, SeenIn
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import new_uid


class Patterns:
    """Patterns in the order they were named."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def name(self, therapy: TherapyId, name: str, words: str = "") -> Pattern:
        """Name a pattern. One of that name in this therapy is there already, and stays as it is."""
        self._connection.execute(
            "INSERT INTO pattern (uid, therapy, name, words) VALUES (?, ?, ?, ?) ON CONFLICT (therapy, name) DO NOTHING",
            [new_uid(), therapy, name, words],
        )
        row = self._connection.execute(
            "SELECT * FROM pattern WHERE therapy = ? AND name = ?", [therapy, name]
        ).fetchone()
        return _pattern(row)

    def save(self, pattern: Pattern) -> None:
        """Keep the pattern's name and words as they now are."""
        self._connection.execute(
            "UPDATE pattern SET name = ?, words = ? WHERE id = ?", [pattern.name, pattern.words, pattern.id]
        )

    def take_back(self, pattern: PatternId) -> None:
        """Forget a pattern and its moments."""
        self._connection.execute("DELETE FROM pattern WHERE id = ?", [pattern])

    def of(self, therapy: TherapyId) -> list[Pattern]:
        """Every pattern of a therapy."""
        rows = self._connection.execute("SELECT * FROM pattern WHERE therapy = ? ORDER BY id", [therapy])
        return [_pattern(row) for row in rows]

    def seen(
        self,
        pattern: PatternId,
        seen_on: date,
        place: SeenIn,
        words: str = "",
        *,
        session: SessionId | None = None,
    ) -> PatternMoment:
        """Keep a moment in which a pattern was seen."""
        row = self._connection.execute(
            "INSERT INTO pattern_seen (pattern, session, seen_on, place, words) VALUES (?, ?, ?, ?, ?) RETURNING *",
            [pattern, session, seen_on.isoformat(), place, words],
        ).fetchone()
        return _moment(row)

    def unsee(self, moment: PatternMomentId) -> None:
        """Forget a moment, as the person took it back."""
        self._connection.execute("DELETE FROM pattern_seen WHERE id = ?", [moment])

    def moments_of(self, therapy: TherapyId) -> list[PatternMoment]:
        """Every moment of every pattern of a therapy, oldest first."""
        rows = self._connection.execute(
            "SELECT pattern_seen.* FROM pattern_seen JOIN pattern ON pattern.id = pattern_seen.pattern"
            " WHERE pattern.therapy = ? ORDER BY seen_on, pattern_seen.id",
            [therapy],
        )
        return [_moment(row) for row in rows]


def _pattern(row: Row) -> Pattern:
    return Pattern(
        id=PatternId(row["id"]),
        uid=row["uid"],
        therapy=TherapyId(row["therapy"]),
        name=row["name"],
        words=row["words"],
    )


def _moment(row: Row) -> PatternMoment:
    return PatternMoment(
        id=PatternMomentId(row["id"]),
        pattern=PatternId(row["pattern"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        seen_on=date.fromisoformat(row["seen_on"]),
        place=SeenIn(row["place"]),
        words=row["words"],
    )
