"""The checklist tables."""

from collections.abc import Mapping
from datetime import date

from therapy_diary.domain.checklist import FORM_VERSION, ChecklistAnswer, ChecklistAnswers, ChecklistId
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row


class Checklists:
    """Answers to the reflective checklist, at most one set a day."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def answer(
        self,
        therapy: TherapyId,
        answered_on: date,
        answers: Mapping[int, ChecklistAnswer],
        *,
        session: SessionId | None = None,
        form_version: int = FORM_VERSION,
    ) -> ChecklistId:
        """Keep the answers of a day, in place of those given earlier the same day."""
        row = self._connection.execute(
            "INSERT INTO checklist_answers (therapy, session, answered_on, form_version) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (therapy, answered_on) DO UPDATE SET session = excluded.session,"
            " form_version = excluded.form_version RETURNING id",
            [therapy, session, answered_on.isoformat(), form_version],
        ).fetchone()
        self._connection.execute("DELETE FROM checklist_answer WHERE checklist = ?", [row["id"]])
        self._connection.executemany(
            "INSERT INTO checklist_answer (checklist, question, answer, words) VALUES (?, ?, ?, ?)",
            [(row["id"], question, given.answer, given.words) for question, given in sorted(answers.items())],
        )
        return ChecklistId(row["id"])

    def of(self, therapy: TherapyId) -> list[ChecklistAnswers]:
        """Every set of answers, oldest first."""
        given: dict[int, dict[int, ChecklistAnswer]] = {}
        for row in self._connection.execute(
            "SELECT checklist_answer.* FROM checklist_answer JOIN checklist_answers"
            " ON checklist_answers.id = checklist_answer.checklist WHERE therapy = ?",
            [therapy],
        ):
            given.setdefault(row["checklist"], {})[row["question"]] = ChecklistAnswer(
                answer=row["answer"], words=row["words"]
            )
        rows = self._connection.execute(
            "SELECT * FROM checklist_answers WHERE therapy = ? ORDER BY answered_on", [therapy]
        )
        return [_checklist(row, given.get(row["id"], {})) for row in rows]


def _checklist(row: Row, answers: dict[int, ChecklistAnswer]) -> ChecklistAnswers:
    return ChecklistAnswers(
        id=ChecklistId(row["id"]),
        therapy=TherapyId(row["therapy"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        answered_on=date.fromisoformat(row["answered_on"]),
        answers=answers,
        form_version=row["form_version"],
    )
