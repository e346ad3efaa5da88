"""The measure tables: whole questionnaire files, and the answers given to them."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from therapy_diary.domain.measure import (
    KeptMeasure,
    Measure,
    MeasureAnswers,
    MeasureAnswersId,
    MeasureId,
    Origin,
)
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.measure_flaw import Flaw, OtherContent
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import second


class Measures:
    """Questionnaires as their files were, so that old answers stay readable exactly as asked."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, measure: Measure, origin: Origin, *, enabled: bool = False) -> KeptMeasure:
        """Keep a questionnaire. The very same file is there already, and stays as it is.

        Raises OtherContent when another file has its code and version: answers belong to one exact file.
        """
        self.check(measure)
        row = self._connection.execute(
            "SELECT * FROM measure WHERE code = ? AND version = ?", [measure.code, measure.version]
        ).fetchone()
        if row is None:
            row = self._connection.execute(
                "INSERT INTO measure (code, version, definition_toml, sha256, origin, enabled) VALUES (?, ?, ?, ?, ?, ?)"
                " RETURNING *",
                [measure.code, measure.version, measure.toml, measure.sha256, origin, enabled],
            ).fetchone()
        return _kept(row)

    def check(self, measure: Measure) -> None:
        """Refuse another file under a code and version that are taken. Raises OtherContent."""
        row = self._connection.execute(
            "SELECT sha256 FROM measure WHERE code = ? AND version = ?", [measure.code, measure.version]
        ).fetchone()
        if row is not None and row["sha256"] != measure.sha256:
            raise OtherContent(Flaw.OTHER_CONTENT, code=measure.code, version=measure.version)

    def enable(self, measure: MeasureId, enabled: bool) -> None:
        """Offer a questionnaire, or offer it no longer. Its answers stay."""
        self._connection.execute("UPDATE measure SET enabled = ? WHERE id = ?", [enabled, measure])

    def take_back(self, measure: MeasureId) -> None:
        """Forget a questionnaire that was never answered. Raises RuleBroken when it was."""
        self._connection.execute("DELETE FROM measure WHERE id = ?", [measure])

    def get(self, measure: MeasureId) -> KeptMeasure:
        """The questionnaire of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM measure WHERE id = ?", [measure]).fetchone()
        if row is None:
            raise KeyError(measure)
        return _kept(row)

    def all(self) -> list[KeptMeasure]:
        """Every questionnaire in the diary, in the order they came."""
        return [_kept(row) for row in self._connection.execute("SELECT * FROM measure ORDER BY id")]

    def answer(
        self,
        measure: MeasureId,
        answered_at: datetime,
        answers: Mapping[str, int | None],
        *,
        therapy: TherapyId | None = None,
    ) -> MeasureAnswersId:
        """Keep the answers of one time, as chosen. Raises ValueError for an answer the questionnaire does not have."""
        self.get(measure).measure.check_answers(answers)
        row = self._connection.execute(
            "INSERT INTO measure_answers (measure, therapy, answered_at, answers_json) VALUES (?, ?, ?, ?) RETURNING id",
            [measure, therapy, second(answered_at), json.dumps(dict(answers), sort_keys=True)],
        ).fetchone()
        return MeasureAnswersId(row["id"])

    def answer_all(
        self,
        measure: MeasureId,
        given: Sequence[tuple[datetime, Mapping[str, int | None]]],
        *,
        therapy: TherapyId | None = None,
    ) -> list[MeasureAnswersId]:
        """Keep the answers of many times. Raises ValueError for an answer the questionnaire does not have."""
        asked = self.get(measure).measure
        for _, answers in given:
            asked.check_answers(answers)
        first = 1 + int(
            self._connection.execute("SELECT coalesce(max(id), 0) FROM measure_answers").fetchone()[0]
        )
        numbered = list(enumerate(given, start=first))
        self._connection.cursor().executemany(
            "INSERT INTO measure_answers (id, measure, therapy, answered_at, answers_json) VALUES (?, ?, ?, ?, ?)",
            [
                (number, measure, therapy, second(when), json.dumps(dict(answers), sort_keys=True))
                for number, (when, answers) in numbered
            ],
        )
        return [MeasureAnswersId(number) for number, _ in numbered]

    def correct(self, given: MeasureAnswersId, answers: Mapping[str, int | None]) -> None:
        """Put other answers in the place of those given, as the person changed them; the time stays."""
        self.get(self.given(given).measure).measure.check_answers(answers)
        self._connection.execute(
            "UPDATE measure_answers SET answers_json = ? WHERE id = ?",
            [json.dumps(dict(answers), sort_keys=True), given],
        )

    def forget(self, given: MeasureAnswersId) -> None:
        """Forget the answers of one time, as the person took them back."""
        self._connection.execute("DELETE FROM measure_answers WHERE id = ?", [given])

    def given(self, given: MeasureAnswersId) -> MeasureAnswers:
        """The answers of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM measure_answers WHERE id = ?", [given]).fetchone()
        if row is None:
            raise KeyError(given)
        return _answers(row)

    def answers_of(self, measure: MeasureId) -> list[MeasureAnswers]:
        """All answers to a questionnaire, oldest first, in and between therapies."""
        rows = self._connection.execute(
            "SELECT * FROM measure_answers WHERE measure = ? ORDER BY answered_at, id", [measure]
        )
        return [_answers(row) for row in rows]


def _kept(row: Row) -> KeptMeasure:
    origin = Origin(row["origin"])
    return KeptMeasure(
        id=MeasureId(row["id"]),
        measure=read_measure(row["definition_toml"], added_by_me=origin is Origin.ADDED_BY_ME, is_kept=True),
        origin=origin,
        enabled=bool(row["enabled"]),
    )


def _answers(row: Row) -> MeasureAnswers:
    return MeasureAnswers(
        id=MeasureAnswersId(row["id"]),
        measure=MeasureId(row["measure"]),
        therapy=None if row["therapy"] is None else TherapyId(row["therapy"]),
        answered_at=datetime.fromisoformat(row["answered_at"]),
        answers=json.loads(row["answers_json"]),
    )
