"""The setting_event table."""

from datetime import date

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.setting_event import SettingEvent, SettingEventId, SettingEventKind
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicId
from therapy_diary.storage.connection import Connection, Row


class SettingEvents:
    """What happened to the setting, oldest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(
        self,
        therapy: TherapyId,
        on_date: date,
        kind: SettingEventKind,
        words: str = "",
        *,
        session: SessionId | None = None,
    ) -> SettingEvent:
        """Add an event."""
        row = self._connection.execute(
            "INSERT INTO setting_event (therapy, session, on_date, kind, words) VALUES (?, ?, ?, ?, ?) RETURNING *",
            [therapy, session, on_date.isoformat(), kind, words],
        ).fetchone()
        return _event(row)

    def save(self, event: SettingEvent) -> None:
        """Keep the event as it now is: its day, kind, words, session, and the topic it became."""
        self._connection.execute(
            "UPDATE setting_event SET session = ?, on_date = ?, kind = ?, words = ?, topic = ? WHERE id = ?",
            [event.session, event.on_date.isoformat(), event.kind, event.words, event.topic, event.id],
        )

    def take_back(self, event: SettingEventId) -> None:
        """Forget an event, as the person took it back."""
        self._connection.execute("DELETE FROM setting_event WHERE id = ?", [event])

    def of(self, therapy: TherapyId) -> list[SettingEvent]:
        """Every event of a therapy, oldest first."""
        rows = self._connection.execute(
            "SELECT * FROM setting_event WHERE therapy = ? ORDER BY on_date, id", [therapy]
        )
        return [_event(row) for row in rows]


def _event(row: Row) -> SettingEvent:
    return SettingEvent(
        id=SettingEventId(row["id"]),
        therapy=TherapyId(row["therapy"]),
        session=None if row["session"] is None else SessionId(row["session"]),
        on_date=date.fromisoformat(row["on_date"]),
        kind=SettingEventKind(row["kind"]),
        words=row["words"],
        topic=None if row["topic"] is None else TopicId(row["topic"]),
    )
