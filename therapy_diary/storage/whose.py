"""To which therapy a text belongs that a search has found."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from therapy_diary.domain.found import Found, FoundKind
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection

SOURCES: Mapping[FoundKind, str] = MappingProxyType(
    {
        FoundKind.NOTE: "SELECT id, therapy FROM note WHERE id IN ({})",
        FoundKind.TOPIC: "SELECT id, therapy FROM topic WHERE id IN ({})",
        FoundKind.GOAL: "SELECT goal_wording.id, therapy FROM goal_wording JOIN goal ON goal.id = goal"
        " WHERE goal_wording.id IN ({})",
        FoundKind.CHECKLIST: "SELECT id, therapy FROM checklist_answers WHERE id IN ({})",
        FoundKind.ENDING: "SELECT therapy, therapy FROM closing WHERE therapy IN ({})",
    }
)
"""For each kind, how the therapy of its rows is read."""


class Whose:
    """Reads it for a page of finds at once: one query for each kind among them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, found: Iterable[Found]) -> dict[tuple[FoundKind, int], TherapyId]:
        """The therapy of each, by kind and record. What was deleted since is left out."""
        records: dict[FoundKind, set[int]] = {}
        for it in found:
            records.setdefault(it.kind, set()).add(it.record)
        known: dict[tuple[FoundKind, int], TherapyId] = {}
        for kind, ids in records.items():
            rows = self._connection.execute(SOURCES[kind].format(", ".join("?" * len(ids))), sorted(ids))
            known |= {(kind, record): TherapyId(therapy) for record, therapy in rows}
        return known
