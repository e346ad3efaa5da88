"""The topic table."""

from datetime import date

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import Received, Topic, TopicId, TopicKind, TopicState
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import new_uid


class Topics:
    """What the person wants to bring, in their order."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        therapy: TherapyId,
        wording: str,
        created_on: date,
        *,
        kind: TopicKind = TopicKind.CONTENT,
        hard_to_say: int = 0,
        opening_line: str = "",
        source: str = "me",
    ) -> Topic:
        """Add a topic that waits, at the end of the list."""
        row = self._connection.execute(
            "INSERT INTO topic (uid, therapy, position, kind, wording, hard_to_say, opening_line, created_on, source)"
            " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM topic WHERE therapy = ?), ?, ?, ?, ?, ?, ?)"
            " RETURNING *",
            [
                new_uid(),
                therapy,
                therapy,
                kind,
                wording,
                hard_to_say,
                opening_line,
                created_on.isoformat(),
                source,
            ],
        ).fetchone()
        return _topic(row)

    def save(self, topic: Topic) -> None:
        """Keep the topic as it now is."""
        self._connection.execute(
            "UPDATE topic SET position = ?, kind = ?, wording = ?, hard_to_say = ?, opening_line = ?, state = ?,"
            " brought_in = ?, what_came_of_it = ?, received = ?, covered = ? WHERE id = ?",
            [
                topic.position,
                topic.kind,
                topic.wording,
                topic.hard_to_say,
                topic.opening_line,
                topic.state,
                topic.brought_in,
                topic.what_came_of_it,
                topic.received,
                int(topic.covered),
                topic.id,
            ],
        )

    def get(self, topic: TopicId) -> Topic:
        """The topic of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM topic WHERE id = ?", [topic]).fetchone()
        if row is None:
            raise KeyError(topic)
        return _topic(row)

    def of(self, therapy: TherapyId) -> list[Topic]:
        """Every topic of a therapy, in the person's order."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE therapy = ? ORDER BY position, id", [therapy]
        )
        return [_topic(row) for row in rows]

    def waiting(self, therapy: TherapyId) -> list[Topic]:
        """Those still to be brought, in the person's order."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE therapy = ? AND state IN ('waiting', 'later') ORDER BY position, id",
            [therapy],
        )
        return [_topic(row) for row in rows]

    def brought_in(self, session: SessionId) -> list[Topic]:
        """Those that were brought into a session, or partly, in the person's order."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE brought_in = ? AND state IN ('brought', 'partly') ORDER BY position, id",
            [session],
        )
        return [_topic(row) for row in rows]


def _topic(row: Row) -> Topic:
    return Topic(
        id=TopicId(row["id"]),
        uid=row["uid"],
        therapy=TherapyId(row["therapy"]),
        position=row["position"],
        kind=TopicKind(row["kind"]),
        wording=row["wording"],
        hard_to_say=row["hard_to_say"],
        opening_line=row["opening_line"],
        covered=bool(row["covered"]),
        state=TopicState(row["state"]),
        created_on=date.fromisoformat(row["created_on"]),
        brought_in=None if row["brought_in"] is None else SessionId(row["brought_in"]),
        what_came_of_it=row["what_came_of_it"],
        received=None if row["received"] is None else Received(row["received"]),
    )
