"""The reading table: what was shown, with the data of that day, and what the person answered."""

import json
from datetime import date, datetime
from typing import Any

from therapy_diary.domain.reading import (
    RULE_VERSION,
    Reading,
    ReadingId,
    Reason,
    Response,
    Rule,
    SessionInput,
    ShownReading,
)
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import maybe_date, maybe_text, second


class Readings:
    """Readings that were shown. They stay as they were, whatever becomes of the rules and the answers."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def show(self, therapy: TherapyId, reading: Reading, shown_at: datetime) -> ShownReading:
        """Keep that a reading was shown. The latest one, not answered and resting on the same, is the same showing."""
        inputs = _written(reading)
        row = self._connection.execute(
            "SELECT * FROM reading WHERE therapy = ? ORDER BY id DESC LIMIT 1", [therapy]
        ).fetchone()
        same = row is not None and (row["rule"], row["inputs_json"], row["response"]) == (
            reading.rule,
            inputs,
            Response.NONE,
        )
        if not same:
            row = self._connection.execute(
                "INSERT INTO reading (therapy, rule, rule_version, shown_at, inputs_json) VALUES (?, ?, ?, ?, ?) RETURNING *",
                [therapy, reading.rule, RULE_VERSION, second(shown_at), inputs],
            ).fetchone()
        return _shown(row)

    def respond(self, reading: ReadingId, response: Response, *, topic: TopicId | None = None) -> None:
        """Keep what the person made of a reading; topic is the one it became."""
        self._connection.execute(
            "UPDATE reading SET response = ?, topic = ? WHERE id = ?", [response, topic, reading]
        )

    def turn_on_again(self, therapy: TherapyId) -> None:
        """Show readings again, as the person chose in the settings."""
        self._connection.execute(
            "UPDATE reading SET response = ? WHERE therapy = ? AND response = ?",
            [Response.NONE, therapy, Response.TURNED_OFF],
        )

    def of(self, therapy: TherapyId) -> list[ShownReading]:
        """Every reading that was shown in a therapy, oldest first."""
        rows = self._connection.execute("SELECT * FROM reading WHERE therapy = ? ORDER BY id", [therapy])
        return [_shown(row) for row in rows]


def is_readable(rule: str, inputs_json: str) -> bool:
    """Whether what is kept of a reading can be shown again."""
    try:
        _reading(rule, inputs_json)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return False
    return True


def _written(reading: Reading) -> str:
    """A reading without its rule, as JSON: the same reading always gives the same text."""
    inputs = {
        "sessions": [
            {
                "number": it.number,
                "day": it.day.isoformat(),
                "answers": dict(it.answers),
            }
            for it in reading.sessions
        ],
        "reasons": list(reading.reasons),
        "counted": reading.counted,
        "is_growing": reading.is_growing,
        "brought_on": maybe_text(reading.brought_on),
        "marked_on": [it.isoformat() for it in reading.marked_on],
        "score": reading.score,
        "low": reading.low,
        "high": reading.high,
    }
    return json.dumps(inputs, sort_keys=True)


def _reading(rule: str, inputs_json: str) -> Reading:
    """A reading as it is kept. Raises ValueError, TypeError, LookupError or AttributeError for what is none."""
    inputs: dict[str, Any] = json.loads(inputs_json)
    counted = inputs["counted"]
    return Reading(
        rule=Rule(rule),
        sessions=tuple(
            SessionInput(
                number=it["number"],
                day=date.fromisoformat(it["day"]),
                answers=it["answers"],
            )
            for it in inputs["sessions"]
        ),
        reasons=tuple(Reason(it) for it in inputs["reasons"]),
        counted=None if counted is None else (counted[0], counted[1]),
        is_growing=inputs["is_growing"],
        brought_on=maybe_date(inputs["brought_on"]),
        marked_on=tuple(date.fromisoformat(it) for it in inputs["marked_on"]),
        score=inputs["score"],
        low=inputs["low"],
        high=inputs["high"],
    )


def _shown(row: Row) -> ShownReading:
    return ShownReading(
        id=ReadingId(row["id"]),
        therapy=TherapyId(row["therapy"]),
        reading=_reading(row["rule"], row["inputs_json"]),
        rule_version=row["rule_version"],
        shown_at=datetime.fromisoformat(row["shown_at"]),
        response=Response(row["response"]),
        topic=None if row["topic"] is None else TopicId(row["topic"]),
    )
