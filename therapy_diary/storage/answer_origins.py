"""Where answers to a questionnaire came from that were given in another program, and when they were, as that program knew it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from therapy_diary.domain.measure import MeasureAnswersId, MeasureId
from therapy_diary.storage.connection import Connection
from therapy_diary.storage.stamps import second


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerOrigin:
    """The program, the moment in UTC and the zone where they are known, and what it said there, as JSON."""

    source: str
    record: str
    zone: str = ""
    utc_offset_min: int | None = None
    instant: datetime | None = None


class AnswerOrigins:
    """What is known of answers that were brought along."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def keep(self, known: Iterable[tuple[MeasureAnswersId, AnswerOrigin]]) -> None:
        """Say of these answers where they came from."""
        self._connection.cursor().executemany(
            "INSERT INTO measure_answers_source (answers, source, zone, utc_offset_min, instant, record)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [
                (
                    answers,
                    it.source,
                    it.zone,
                    it.utc_offset_min,
                    None if it.instant is None else second(it.instant),
                    it.record,
                )
                for answers, it in known
            ],
        )

    def of(self, measure: MeasureId) -> dict[MeasureAnswersId, AnswerOrigin]:
        """What is known of the answers to a questionnaire; nothing of those given here."""
        rows = self._connection.execute(
            "SELECT it.* FROM measure_answers_source AS it JOIN measure_answers ON measure_answers.id = it.answers"
            " WHERE measure = ?",
            [measure],
        )
        return {
            MeasureAnswersId(row["answers"]): AnswerOrigin(
                source=row["source"],
                record=row["record"],
                zone=row["zone"],
                utc_offset_min=row["utc_offset_min"],
                instant=None if row["instant"] is None else datetime.fromisoformat(row["instant"]),
            )
            for row in rows
        }
