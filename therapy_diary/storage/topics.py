"""The topic table."""

from collections.abc import Sequence
from datetime import date

from therapy_diary.domain.session import SessionId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import PastTopic, Received, Topic, TopicId, TopicKind, TopicState
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import new_uid

_WHEN = "coalesce(session.starts_at, topic.created_on || 'T00:00')"


class Topics:
    """What the person wants to bring, in their order.

    A list that is to be shown holds no covered topic; those are asked for by name, with covered().
    """

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
        covered: bool = False,
        source: str = "me",
    ) -> Topic:
        """Add a topic that waits, at the end of the list."""
        row = self._connection.execute(
            "INSERT INTO topic (uid, therapy, position, kind, wording, hard_to_say, opening_line, covered,"
            " created_on, source)"
            " VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM topic WHERE therapy = ?), ?, ?, ?, ?, ?, ?, ?)"
            " RETURNING *",
            [
                new_uid(),
                therapy,
                therapy,
                kind,
                wording,
                hard_to_say,
                opening_line,
                int(covered),
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

    def take_back(self, topic: TopicId) -> None:
        """Forget a topic that was just made, as the person took it back."""
        self._connection.execute("DELETE FROM topic WHERE id = ?", [topic])

    def get(self, topic: TopicId) -> Topic:
        """The topic of that id. Raises KeyError."""
        row = self._connection.execute("SELECT * FROM topic WHERE id = ?", [topic]).fetchone()
        if row is None:
            raise KeyError(topic)
        return _topic(row)

    def of(self, therapy: TherapyId) -> list[Topic]:
        """Every topic of a therapy, covered ones too, in the person's order."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE therapy = ? ORDER BY position, id", [therapy]
        )
        return [_topic(row) for row in rows]

    def waiting(self, therapy: TherapyId) -> list[Topic]:
        """Those still to be brought that are not covered, in the person's order."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE therapy = ? AND state IN ('waiting', 'later') AND NOT covered"
            " ORDER BY position, id",
            [therapy],
        )
        return [_topic(row) for row in rows]

    def covered(self, therapy: TherapyId) -> list[Topic]:
        """Those that are covered, in the person's order. Their words are shown to nobody who did not ask for them."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE therapy = ? AND covered ORDER BY position, id", [therapy]
        )
        return [_topic(row) for row in rows]

    def how_many_covered(self, therapy: TherapyId) -> int:
        """How many are covered, without reading a word of them."""
        found = self._connection.execute(
            "SELECT count(*) AS many FROM topic WHERE therapy = ? AND covered", [therapy]
        )
        return int(found.fetchone()["many"])

    def past(
        self,
        therapy: TherapyId,
        states: Sequence[TopicState],
        most: int,
        before: tuple[str, int] | None = None,
    ) -> list[PastTopic]:
        """The newest `most` in these states that are not covered and stand before a place, the newest first."""
        held = ", ".join("?" * len(states))
        until = "" if before is None else f"AND ({_WHEN}, topic.id) < (?, ?)"
        rows = self._connection.execute(
            f"SELECT topic.*, moment FROM (SELECT topic.id AS found, {_WHEN} AS moment"
            " FROM topic LEFT JOIN session ON session.id = topic.brought_in"
            f" WHERE topic.therapy = ? AND topic.state IN ({held}) AND NOT topic.covered {until}"
            " ORDER BY moment DESC, topic.id DESC LIMIT ?) JOIN topic ON topic.id = found"
            " ORDER BY moment DESC, found DESC",
            [therapy, *states, *(before or ()), most],
        )
        return [_past(row) for row in rows]

    def place_in_past(self, topic: TopicId) -> tuple[str, int]:
        """Where a topic stands among those that wait no more. Raises KeyError."""
        row = self._connection.execute(
            f"SELECT {_WHEN} AS moment FROM topic LEFT JOIN session ON session.id = topic.brought_in"
            " WHERE topic.id = ?",
            [topic],
        ).fetchone()
        if row is None:
            raise KeyError(topic)
        return row["moment"], topic

    def brought_in(self, session: SessionId) -> list[Topic]:
        """Those that were brought into a session, or partly, and are not covered, in the person's order."""
        rows = self._connection.execute(
            "SELECT * FROM topic WHERE brought_in = ? AND state IN ('brought', 'partly') AND NOT covered"
            " ORDER BY position, id",
            [session],
        )
        return [_topic(row) for row in rows]


def _past(row: Row) -> PastTopic:
    return PastTopic(
        topic=_topic(row), on=date.fromisoformat(row["moment"][:10]), place=(row["moment"], row["id"])
    )


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
