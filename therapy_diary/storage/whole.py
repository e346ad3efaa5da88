"""Every row of a diary, out and in again, as plain values: for our own lossless export."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from therapy_diary.storage.connection import Connection, RuleBroken
from therapy_diary.storage.migrate import version_of
from therapy_diary.storage.shape import Table, number_of, tables

Values = dict[str, Any]

OTHER_HALVES = {"note": "note_text", "goal": "goal_wording"}
"""Tables whose rows say nothing without a row of another table, which names them in a column called as they are."""


class Whole:
    """All content of a diary, table by table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def tables(self) -> list[Table]:
        """Every table with content, those that others refer to first."""
        return tables(self._connection)

    def schema(self) -> int:
        """Which shape the diary has: the number of the last step it has seen."""
        return version_of(self._connection)

    def rows(self, table: Table) -> Iterator[Values]:
        """Every row of a table in the order of its key."""
        order = ", ".join(table.key)
        found = self._connection.execute(f"SELECT * FROM {table.name} ORDER BY {order}")
        is_large = any(it.kind == "BLOB" for it in table.columns)  # each may be a whole file: one at a time
        for row in iter(found.fetchone, None) if is_large else found:
            yield {column.name: row[column.name] for column in table.columns}

    def count(self, table: Table) -> int:
        """How many rows a table has."""
        return int(self._connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0])

    @contextmanager
    def receive(self) -> Iterator["Receiver"]:
        """What takes rows in, inside one change.

        A rating stays with its session when that turns out not to have been held, but none can be given to such a one.
        What comes was given once, so the rules about giving are out for as long as it takes.
        """
        rules = self._connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%\\_needs\\_%' ESCAPE '\\'"
        ).fetchall()
        for rule in rules:
            self._connection.execute(f"DROP TRIGGER {rule['name']}")
        yield Receiver(self._connection)
        for rule in rules:
            self._connection.execute(rule["sql"])


class Receiver:
    """Takes the rows of another diary in, parents first, and knows which were here already.

    A row keeps its number where that is free; references follow when it is not. A row is here already when one of its
    unique keys is, or, in a table without any, when the very same row is.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._numbers: dict[str, dict[int, int]] = {}
        self._came: dict[str, set[int]] = {}
        self._last: dict[str, int] = {}
        self._later: list[tuple[Table, str, int, int]] = []

    def take(self, table: Table, values: Mapping[str, Any]) -> bool:
        """Put one row in; False when it is here already. Raises RuleBroken when it may not stand in a diary."""
        values, own = self._pointed_here(table, values)
        here = self._find(table, values)
        if here is not None:
            self._remember(table, own, here)
            return False
        placed = self._insert(table, values)
        self._remember(table, own, placed)
        if table.word:
            placed = number_of(values[table.word])
        if placed is not None:
            self._came.setdefault(table.name, set()).add(placed)
        return True

    def finish(self) -> list[str]:
        """Set the references within a table, which may point to rows that came later.

        Then take out again what came without its other half; returns the table of each.
        """
        for table, column, row, target in self._later:
            numbers = self._numbers.get(table.name, {})
            if numbers.get(row) in self._came.get(table.name, ()):
                self._connection.execute(
                    f"UPDATE {table.name} SET {column} = ? WHERE {table.number} = ?",
                    [numbers.get(target), numbers[row]],
                )
        alone = [self._take_out(name, half) for name, half in OTHER_HALVES.items()]
        return self._gone() if any(alone) else []

    def _take_out(self, table: str, half: str) -> int:
        """Take out the rows that came without their halves, and what belongs to them; returns how many."""
        rows = self._connection.execute(
            f"SELECT id FROM {table} WHERE id NOT IN (SELECT {table} FROM {half})"
        )
        alone = {row["id"] for row in rows} & self._came.get(table, set())
        for number in alone:
            self._connection.execute(f"DELETE FROM {table} WHERE id = ?", [number])
        return len(alone)

    def _gone(self) -> list[str]:
        """What came and is there no more, forgotten now; the table of each."""
        gone = []
        for table in (it for it in tables(self._connection) if it.number and it.name in self._came):
            there = {row[0] for row in self._connection.execute(f"SELECT {table.number} FROM {table.name}")}
            gone += [table.name] * (len(self._came[table.name] - there) if table.stands_alone else 0)
            self._came[table.name] &= there
        return gone

    def tops(self) -> Iterator[tuple[str, int]]:
        """The rows that came and belong to no other row that came, as table and number; of words, what stands for it."""
        for table in tables(self._connection):
            if table.word:
                yield from ((table.name, it) for it in sorted(self._came.get(table.name, ())))
            if table.number is None:
                continue
            parents = [it for it in table.references if it.belongs]
            for number in sorted(self._came.get(table.name, ())):
                row = self._connection.execute(
                    f"SELECT * FROM {table.name} WHERE {table.number} = ?", [number]
                ).fetchone()
                if not any(row[it.column] in self._came.get(it.table, ()) for it in parents):
                    yield table.name, number

    def _pointed_here(self, table: Table, given: Mapping[str, Any]) -> tuple[Values, int | None]:
        """The row with its references as they are in this diary, and its number in the other one."""
        values = dict(given)
        own = values.get(table.number) if table.number else None
        for it in table.references:
            target = values.get(it.column)
            if target is None:
                continue
            if it.table == table.name:
                values[it.column] = None
                self._later.append((table, it.column, own or 0, target))
                continue
            found = self._numbers.get(it.table, {}).get(target)
            if found is None and it.belongs:
                raise RuleBroken("it belongs to something that is not there")
            values[it.column] = found
        return values, own

    def _find(self, table: Table, values: Values) -> int | None:
        """The number of this row if it is here already; 0 for one that has none."""
        if not self._last_before(table):
            return None
        groups = table.unique or (tuple(it.name for it in table.columns if it.name != table.number),)
        limit = (
            f" AND {table.number} <= {self._last_before(table)}" if table.number and not table.unique else ""
        )
        for group in groups:
            same = " AND ".join(f"{column} IS ?" for column in group)
            row = self._connection.execute(
                f"SELECT {table.number or 0} FROM {table.name} WHERE {same}{limit} LIMIT 1",
                [values.get(column) for column in group],
            ).fetchone()
            if row is not None:
                return int(row[0])
        return None

    def _last_before(self, table: Table) -> int:
        """The highest number a table had before anything came; of a table without numbers, whether it had a row."""
        if table.name not in self._last:
            what = f"coalesce(max({table.number}), 0)" if table.number else "count(*)"
            self._last[table.name] = int(
                self._connection.execute(f"SELECT {what} FROM {table.name}").fetchone()[0]
            )
        return self._last[table.name]

    def _insert(self, table: Table, values: Values) -> int | None:
        if table.number and table.stands_alone and self._is_taken(table, values.get(table.number)):
            values = {name: value for name, value in values.items() if name != table.number}
        names = ", ".join(values)
        holes = ", ".join("?" * len(values))
        cursor = self._connection.execute(
            f"INSERT INTO {table.name} ({names}) VALUES ({holes})", list(values.values())
        )
        return cursor.lastrowid if table.number else None

    def _is_taken(self, table: Table, number: Any) -> bool:
        return number <= self._last_before(table) or number in self._came.get(table.name, ())

    def _remember(self, table: Table, own: int | None, here: int | None) -> None:
        if own is not None and here is not None:
            self._numbers.setdefault(table.name, {})[own] = here
