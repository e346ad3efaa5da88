"""The task table."""

from datetime import date

from therapy_diary.domain.goal import GoalId
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.task import Outcome, Task, TaskId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import new_uid


class Tasks:
    """What was agreed to try, oldest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        therapy: TherapyId,
        wording: str,
        created_on: date,
        *,
        session: SessionId | None = None,
        goal: GoalId | None = None,
    ) -> Task:
        """Add a task that is open."""
        row = self._connection.execute(
            "INSERT INTO task (uid, therapy, session, goal, wording, created_on) VALUES (?, ?, ?, ?, ?, ?) RETURNING *",
            [new_uid(), therapy, session, goal, wording, created_on.isoformat()],
        ).fetchone()
        return _task(row)

    def save(self, task: Task) -> None:
        """Keep the task as it now is."""
        self._connection.execute(
            "UPDATE task SET session = ?, goal = ?, wording = ?, outcome = ?, learnt = ? WHERE id = ?",
            [task.session, task.goal, task.wording, task.outcome, task.learnt, task.id],
        )

    def take_back(self, task: TaskId) -> None:
        """Forget a task."""
        self._connection.execute("DELETE FROM task WHERE id = ?", [task])

    def of(self, therapy: TherapyId) -> list[Task]:
        """Every task of a therapy, oldest first, whatever became of it."""
        rows = self._connection.execute(
            "SELECT * FROM task WHERE therapy = ? ORDER BY created_on, id", [therapy]
        )
        return [_task(row) for row in rows]

    def open(self, therapy: TherapyId) -> list[Task]:
        """Those that are open or were tried, oldest first."""
        rows = self._connection.execute(
            "SELECT * FROM task WHERE therapy = ? AND outcome IN ('open', 'tried') ORDER BY created_on, id",
            [therapy],
        )
        return [_task(row) for row in rows]


def _task(row: Row) -> Task:
    return Task(
        id=TaskId(row["id"]),
        uid=row["uid"],
        therapy=TherapyId(row["therapy"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        goal=None if row["goal"] is None else GoalId(row["goal"]),
        wording=row["wording"],
        outcome=Outcome(row["outcome"]),
        created_on=date.fromisoformat(row["created_on"]),
        learnt=row["learnt"],
    )
