"""Looks through a whole diary: every page, every rule, and how much it holds."""

from dataclasses import dataclass, field

from therapy_diary.storage.connection import Connection
from therapy_diary.storage.migrate import version_of

COUNTED = {
    "therapies": "therapy",
    "sessions": "session",
    "notes": "note",
    "alliance_ratings": "alliance_rating",
    "checklists": "checklist_answers",
    "goals": "goal",
    "goal_ratings": "goal_rating",
    "topics": "topic",
    "attachments": "attachment",
}
"""The names under which counts are told, and their tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What looking through a diary found. Problems name pages and tables, never a word of the diary."""

    schema: int
    counts: dict[str, int] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.problems


def examine(connection: Connection) -> Findings:
    """Check the seal of every page, SQLite's own structure and every reference, and count the records."""
    problems = [f"page: {it}" for it in damaged_pages(connection)]
    problems += [
        f"structure: {row[0]}" for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"
    ]
    problems += [f"reference: {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
    problems += [
        f"note without text: {row[0]}"
        for row in connection.execute("SELECT id FROM note WHERE id NOT IN (SELECT note FROM note_text)")
    ]
    return Findings(schema=version_of(connection), counts=counted(connection), problems=tuple(problems))


def counted(connection: Connection) -> dict[str, int]:
    """How many records of each kind there are."""
    return {
        name: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for name, table in COUNTED.items()
    }


def damaged_pages(connection: Connection) -> list[str]:
    """A line for every page whose seal is broken. It reads the file itself, so nothing may be half saved."""
    return [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
