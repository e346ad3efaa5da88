"""The goal tables: goals, their dated wordings and their ratings."""

from datetime import date

from therapy_diary.domain.goal import (
    ChangeKind,
    Goal,
    GoalId,
    GoalRating,
    GoalRatingId,
    GoalState,
    GoalWording,
    Level,
    Shared,
    WordingId,
)
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import maybe_date, maybe_text, new_uid


class Goals:
    """Goals in the order the person put them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        therapy: TherapyId,
        wording: str,
        opened_on: date,
        *,
        level: Level = Level.OTHER,
        shared: Shared = Shared.NOT_DISCUSSED,
    ) -> Goal:
        """Add a goal with its first wording, at the end of the list."""
        row = self._connection.execute(
            "INSERT INTO goal (uid, therapy, position, level, shared, opened_on) VALUES (?, ?,"
            " (SELECT coalesce(max(position), 0) + 1 FROM goal WHERE therapy = ?), ?, ?, ?) RETURNING id",
            [new_uid(), therapy, therapy, level, shared, opened_on.isoformat()],
        ).fetchone()
        self._word(row["id"], 1, opened_on, wording, ChangeKind.FIRST, "")
        return self.get(GoalId(row["id"]))

    def reword(self, goal: GoalId, wording: str, kind: ChangeKind, valid_from: date, why: str = "") -> Goal:
        """Give a goal new words; the earlier ones stay. kind is clearer words or a new aim."""
        self._word(goal, len(self.get(goal).wordings) + 1, valid_from, wording, kind, why)
        return self.get(goal)

    def save(self, goal: Goal) -> None:
        """Keep the goal's place, level, agreement, state and end as they now are. Wordings change by reword()."""
        self._connection.execute(
            "UPDATE goal SET position = ?, level = ?, shared = ?, state = ?, closed_on = ?, closing_words = ?,"
            " replaced_by = ? WHERE id = ?",
            [
                goal.position,
                goal.level,
                goal.shared,
                goal.state,
                maybe_text(goal.closed_on),
                goal.closing_words,
                goal.replaced_by,
                goal.id,
            ],
        )

    def rate(
        self,
        wording: WordingId,
        rated_on: date,
        value: int,
        *,
        session: SessionId | None = None,
        words: str = "",
    ) -> None:
        """Keep where the person is with a goal on a day, in place of what was given earlier the same day."""
        self._connection.execute(
            "INSERT INTO goal_rating (wording, session, rated_on, value, words) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (wording, rated_on) DO UPDATE SET session = excluded.session, value = excluded.value,"
            " words = excluded.words",
            [wording, session, rated_on.isoformat(), value, words],
        )

    def take_back(self, wording: WordingId, rated_on: date) -> None:
        """Forget what was given on a day, as the person took it back."""
        self._connection.execute(
            "DELETE FROM goal_rating WHERE wording = ? AND rated_on = ?", [wording, rated_on.isoformat()]
        )

    def rating_on(self, wording: WordingId, day: date) -> GoalRating | None:
        """What was given on a day, if anything."""
        row = self._connection.execute(
            "SELECT * FROM goal_rating WHERE wording = ? AND rated_on = ?", [wording, day.isoformat()]
        ).fetchone()
        return None if row is None else _rating(row)

    def get(self, goal: GoalId) -> Goal:
        """The goal of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM goal WHERE id = ?", [goal]).fetchone()
        if row is None:
            raise KeyError(goal)
        return self._goal(row)

    def worded(self, wording: WordingId) -> GoalId | None:
        """The goal that has or had these words."""
        row = self._connection.execute("SELECT goal FROM goal_wording WHERE id = ?", [wording]).fetchone()
        return None if row is None else GoalId(row["goal"])

    def of(self, therapy: TherapyId) -> list[Goal]:
        """Every goal of a therapy in the person's order, whatever became of it."""
        rows = self._connection.execute(
            "SELECT * FROM goal WHERE therapy = ? ORDER BY position, id", [therapy]
        )
        return [self._goal(row) for row in rows.fetchall()]

    def ratings_of(self, goal: GoalId) -> list[GoalRating]:
        """Every rating of a goal under any of its wordings, oldest first."""
        rows = self._connection.execute(
            "SELECT goal_rating.* FROM goal_rating JOIN goal_wording ON goal_wording.id = goal_rating.wording"
            " WHERE goal_wording.goal = ? ORDER BY rated_on, goal_rating.id",
            [goal],
        )
        return [_rating(row) for row in rows]

    def _word(
        self, goal: int, version: int, valid_from: date, wording: str, kind: ChangeKind, why: str
    ) -> None:
        self._connection.execute(
            "INSERT INTO goal_wording (goal, version, valid_from, wording, change_kind, why) VALUES (?, ?, ?, ?, ?, ?)",
            [goal, version, valid_from.isoformat(), wording, kind, why],
        )

    def _goal(self, row: Row) -> Goal:
        wordings = self._connection.execute(
            "SELECT * FROM goal_wording WHERE goal = ? ORDER BY version", [row["id"]]
        )
        return Goal(
            id=GoalId(row["id"]),
            uid=row["uid"],
            therapy=TherapyId(row["therapy"]),
            position=row["position"],
            level=Level(row["level"]),
            shared=Shared(row["shared"]),
            state=GoalState(row["state"]),
            opened_on=date.fromisoformat(row["opened_on"]),
            closed_on=maybe_date(row["closed_on"]),
            closing_words=row["closing_words"],
            replaced_by=None if row["replaced_by"] is None else GoalId(row["replaced_by"]),
            wordings=tuple(_wording(it) for it in wordings),
        )


def _wording(row: Row) -> GoalWording:
    return GoalWording(
        id=WordingId(row["id"]),
        goal=GoalId(row["goal"]),
        version=row["version"],
        valid_from=date.fromisoformat(row["valid_from"]),
        wording=row["wording"],
        change_kind=ChangeKind(row["change_kind"]),
        why=row["why"],
    )


def _rating(row: Row) -> GoalRating:
    return GoalRating(
        id=GoalRatingId(row["id"]),
        wording=WordingId(row["wording"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        rated_on=date.fromisoformat(row["rated_on"]),
        value=row["value"],
        words=row["words"],
    )
