"""The closing tables: an ending that was begun, and the sections of its worksheet."""

from datetime import date

from therapy_diary.domain.closing import Closing, ClosingSection, DecidedBy, Section, Variant
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import maybe_date, maybe_text


class Closings:
    """At most one ending for a therapy."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, closing: Closing) -> None:
        """Keep an ending, in place of what was said about it before; its sections stay."""
        self._connection.execute(
            "INSERT INTO closing (therapy, variant, decided_by, opened_on, planned_last_on, sessions_set_aside)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (therapy) DO UPDATE SET variant = excluded.variant,"
            " decided_by = excluded.decided_by, planned_last_on = excluded.planned_last_on,"
            " sessions_set_aside = excluded.sessions_set_aside",
            [
                closing.therapy,
                closing.variant,
                closing.decided_by,
                closing.opened_on.isoformat(),
                maybe_text(closing.planned_last_on),
                closing.sessions_set_aside,
            ],
        )

    def at(self, therapy: TherapyId) -> Closing | None:
        """The ending of a therapy, once begun."""
        row = self._connection.execute("SELECT * FROM closing WHERE therapy = ?", [therapy]).fetchone()
        return None if row is None else _closing(row)

    def write(self, therapy: TherapyId, section: ClosingSection) -> None:
        """Keep one section of the worksheet. The ending must have been begun."""
        self._connection.execute(
            "INSERT INTO closing_section (therapy, section, my_text, draw, in_print) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (therapy, section) DO UPDATE SET my_text = excluded.my_text, draw = excluded.draw,"
            " in_print = excluded.in_print",
            [therapy, section.section, section.my_text, int(section.draw), int(section.in_print)],
        )

    def sections(self, therapy: TherapyId) -> dict[Section, ClosingSection]:
        """The sections somebody wrote in or switched, by name."""
        rows = self._connection.execute("SELECT * FROM closing_section WHERE therapy = ?", [therapy])
        found = [
            ClosingSection(
                section=Section(row["section"]),
                my_text=row["my_text"],
                draw=bool(row["draw"]),
                in_print=bool(row["in_print"]),
            )
            for row in rows
        ]
        return {it.section: it for it in found}


def _closing(row: Row) -> Closing:
    return Closing(
        therapy=TherapyId(row["therapy"]),
        variant=Variant(row["variant"]),
        decided_by=None if row["decided_by"] is None else DecidedBy(row["decided_by"]),
        opened_on=date.fromisoformat(row["opened_on"]),
        planned_last_on=maybe_date(row["planned_last_on"]),
        sessions_set_aside=row["sessions_set_aside"],
        finished_on=maybe_date(row["finished_on"]),
    )
