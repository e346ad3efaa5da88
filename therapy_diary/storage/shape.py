"""What tables a diary has, as the file itself tells it: columns, keys, and which row belongs to which."""

import hashlib
from dataclasses import dataclass, field

from therapy_diary.storage.connection import Connection

OF_THIS_FILE = {"meta", "draft", "draft_attachment", "import", "import_row", "findable", "once_findable"}
"""Tables about this one file or this one moment: they do not leave with the diary's content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its SQL type, and whether a row may leave it out or leave it empty."""

    name: str
    kind: str
    may_be_null: bool
    has_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A column that names a row elsewhere. belongs: that row takes this one with it when it goes."""

    column: str
    table: str
    belongs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table. unique are the column groups, besides its own number, by which a row is recognised."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    references: tuple[Reference, ...] = ()
    unique: tuple[tuple[str, ...], ...] = ()
    names: frozenset[str] = field(default_factory=frozenset)

    @property
    def number(self) -> str | None:
        """The whole-number column that is the row's own key, None when several columns are or it is a text."""
        return self._only_key("INTEGER")

    @property
    def word(self) -> str | None:
        """The text column that is the row's own key, None when there is none."""
        return self._only_key("TEXT")

    @property
    def stands_alone(self) -> bool:
        """Whether a row is a record of its own, and not the second half of one in another table."""
        return not {it.column for it in self.references if it.belongs} & set(self.key)

    def _only_key(self, kind: str) -> str | None:
        kinds = [it.kind for it in self.columns if it.name in self.key]
        return self.key[0] if kinds == [kind] else None


def number_of(word: str) -> int:
    """What stands for a row whose key is a text where only numbers can be kept."""
    return int.from_bytes(hashlib.sha256(word.encode()).digest()[:7], "big")


def tables(connection: Connection) -> list[Table]:
    """Every table with content of the diary, those that others refer to first."""
    found = connection.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
        " ORDER BY name"
    ).fetchall()
    waiting = [_table(connection, row["name"]) for row in found if row["name"] not in OF_THIS_FILE]
    ordered: list[Table] = []
    while waiting:
        placed = {it.name for it in ordered}
        ready = [it for it in waiting if {to.table for to in it.references} <= placed | {it.name}]
        ordered += ready
        waiting = [it for it in waiting if it not in ready]
        if not ready:
            raise RuntimeError("tables that refer to each other in a ring")
    return ordered


def _table(connection: Connection, name: str) -> Table:
    described = connection.execute(f"PRAGMA table_info({name})").fetchall()
    columns = tuple(
        Column(
            name=row["name"],
            kind=row["type"],
            may_be_null=not row["notnull"] and not row["pk"],
            has_default=row["dflt_value"] is not None,
        )
        for row in described
    )
    key = tuple(row["name"] for row in sorted(described, key=lambda it: it["pk"]) if row["pk"])
    references = tuple(
        Reference(column=row["from"], table=row["table"], belongs=row["on_delete"] == "CASCADE")
        for row in sorted(
            connection.execute(f"PRAGMA foreign_key_list({name})").fetchall(), key=lambda it: it["from"]
        )
    )
    names = frozenset(it.name for it in columns)
    alone = Table(name=name, columns=columns, key=key, references=references)
    unique = _unique(connection, name)
    if not alone.stands_alone:
        unique = (key, *unique)
    return Table(
        name=name,
        columns=columns,
        key=key,
        references=references,
        unique=tuple(dict.fromkeys(unique)),
        names=names,
    )


def _unique(connection: Connection, name: str) -> tuple[tuple[str, ...], ...]:
    """The column groups that the schema keeps different in every row."""
    groups = []
    for index in sorted(
        connection.execute(f"PRAGMA index_list({name})").fetchall(), key=lambda it: it["name"]
    ):
        if index["unique"] and not index["partial"]:
            rows = connection.execute(f"PRAGMA index_info({index['name']})").fetchall()
            groups.append(tuple(row["name"] for row in rows))
    return tuple(groups)
