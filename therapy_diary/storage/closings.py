"""The closing tables: an ending that was begun, its worksheet line by line, and the pages of each finish."""

from datetime import date

from therapy_diary.domain.closing import (
    Audience,
    Closing,
    ClosingLine,
    ClosingSection,
    DecidedBy,
    Section,
    Snapshot,
    Tick,
    Ticks,
    Variant,
)
from therapy_diary.domain.milestone import MilestoneId
from therapy_diary.domain.therapy import EndKind, TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.stamps import maybe_date, maybe_text

EVERY_FINISH = (
    "SELECT therapy, number, finished_on, snapshot_json FROM closing_snapshot"
    " UNION ALL SELECT therapy,"
    " 1 + (SELECT count(*) FROM closing_snapshot AS earlier WHERE earlier.therapy = closing.therapy),"
    " finished_on, snapshot_json FROM closing WHERE finished_on IS NOT NULL"
)
"""The newest stands with its closing, the earlier ones beside it."""


class Closings:
    """At most one ending for a therapy."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, closing: Closing) -> None:
        """Keep an ending, in place of what was said about it before; its sections, its chart and finished pages stay."""
        self.open_again(closing.therapy)
        self._connection.execute(
            "INSERT INTO closing (therapy, variant, decided_by, why, opened_on, planned_last_on, sessions_set_aside)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (therapy) DO UPDATE SET variant = excluded.variant,"
            " decided_by = excluded.decided_by, why = excluded.why, planned_last_on = excluded.planned_last_on,"
            " sessions_set_aside = excluded.sessions_set_aside",
            [
                closing.therapy,
                closing.variant,
                closing.decided_by,
                closing.why,
                closing.opened_on.isoformat(),
                maybe_text(closing.planned_last_on),
                closing.sessions_set_aside,
            ],
        )

    def at(self, therapy: TherapyId) -> Closing | None:
        """The ending of a therapy, once begun."""
        row = self._connection.execute("SELECT * FROM closing WHERE therapy = ?", [therapy]).fetchone()
        return None if row is None else _closing(row)

    def choose_chart(self, therapy: TherapyId, chart: str) -> None:
        """Keep which small chart stands on the worksheet. The ending must have been begun."""
        self._connection.execute("UPDATE closing SET chart = ? WHERE therapy = ?", [chart, therapy])

    def remember_mark(self, therapy: TherapyId, mark: MilestoneId | None) -> None:
        """Keep which milestone finishing set for the last session. The ending must have been begun."""
        self._connection.execute("UPDATE closing SET last_mark = ? WHERE therapy = ?", [mark, therapy])

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

    def see(self, therapy: TherapyId, line: ClosingLine) -> None:
        """Keep that a line of the diary was seen, and how the person words it. The ending must have been begun."""
        self._connection.execute(
            "INSERT INTO closing_line (therapy, section, line, seen, my_words) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (therapy, section, line) DO UPDATE SET seen = excluded.seen, my_words = excluded.my_words",
            [therapy, line.section, line.line, line.seen, line.my_words],
        )

    def lines(self, therapy: TherapyId) -> dict[tuple[Section, str], ClosingLine]:
        """The lines that were seen, by section and record."""
        rows = self._connection.execute("SELECT * FROM closing_line WHERE therapy = ?", [therapy])
        found = [
            ClosingLine(
                section=Section(row["section"]),
                line=row["line"],
                seen=row["seen"],
                my_words=row["my_words"],
            )
            for row in rows
        ]
        return {(it.section, it.line): it for it in found}

    def tick(self, therapy: TherapyId, tick: Tick) -> None:
        """Keep a tick that was set or taken away. The ending must have been begun."""
        self._connection.execute(
            "INSERT INTO closing_tick (therapy, audience, section, line, in_print) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (therapy, audience, section, line) DO UPDATE SET in_print = excluded.in_print",
            [therapy, tick.audience, tick.section, tick.line, int(tick.in_print)],
        )

    def ticks(self, therapy: TherapyId) -> Ticks:
        """Every tick that was set or taken away."""
        rows = self._connection.execute("SELECT * FROM closing_tick WHERE therapy = ?", [therapy])
        return Ticks(
            {
                (Audience(row["audience"]), Section(row["section"]), row["line"]): bool(row["in_print"])
                for row in rows
            }
        )

    def finish(self, therapy: TherapyId, day: date, pages: str) -> None:
        """Keep the pages, as JSON, as they stand on that day. Those of an earlier finish stay beside them."""
        self.open_again(therapy)
        self._connection.execute(
            "UPDATE closing SET finished_on = ?, snapshot_json = ? WHERE therapy = ?",
            [day.isoformat(), pages, therapy],
        )

    def open_again(self, therapy: TherapyId) -> None:
        """Let a finished ending be written on again. Its pages are put with the earlier ones."""
        self._connection.execute(
            "INSERT INTO closing_snapshot (therapy, number, finished_on, snapshot_json)"
            " SELECT therapy, 1 + (SELECT count(*) FROM closing_snapshot AS earlier WHERE earlier.therapy = closing.therapy),"
            " finished_on, snapshot_json FROM closing WHERE therapy = ? AND finished_on IS NOT NULL",
            [therapy],
        )
        self._connection.execute(
            "UPDATE closing SET finished_on = NULL, snapshot_json = NULL WHERE therapy = ?", [therapy]
        )

    def snapshots(self, therapy: TherapyId) -> list[Snapshot]:
        """The pages of every finish, oldest first."""
        rows = self._connection.execute(
            f"SELECT * FROM ({EVERY_FINISH}) WHERE therapy = ? ORDER BY number", [therapy]
        )
        return [snapshot_of(row) for row in rows]


def snapshot_of(row: Row) -> Snapshot:
    """A row of EVERY_FINISH as a record."""
    return Snapshot(
        number=row["number"],
        finished_on=date.fromisoformat(row["finished_on"]),
        pages=row["snapshot_json"],
    )


def _closing(row: Row) -> Closing:
    return Closing(
        therapy=TherapyId(row["therapy"]),
        variant=Variant(row["variant"]),
        decided_by=None if row["decided_by"] is None else DecidedBy(row["decided_by"]),
        why=None if row["why"] is None else EndKind(row["why"]),
        opened_on=date.fromisoformat(row["opened_on"]),
        planned_last_on=maybe_date(row["planned_last_on"]),
        sessions_set_aside=row["sessions_set_aside"],
        finished_on=maybe_date(row["finished_on"]),
        chart=row["chart"],
        last_mark=None if row["last_mark"] is None else MilestoneId(row["last_mark"]),
    )
