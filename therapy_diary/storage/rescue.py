"""Gets out of a damaged diary whatever can still be read, row by row, into a new and whole one.

SQLCipher seals each page: a damaged one delivers nothing, never something wrong. After it, though, the connection refuses
the good pages too, so every error is answered with a new connection. Measured: of 1,000 notes with 10 of 1,157 pages
damaged, one SELECT delivers 60, this way 985.
"""

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from therapy_diary.storage.connection import (
    Connection,
    Failure,
    Row,
    RuleBroken,
    connect_to_wreck,
    create,
    pieces_of,
    transaction,
)
from therapy_diary.storage.errors import DiaryDamaged, StorageError
from therapy_diary.storage.examine import COUNTED
from therapy_diary.storage.leaves import Leaves
from therapy_diary.storage.migrate import migrate
from therapy_diary.storage.stamps import minute, new_uid, second

DERIVED = {"findable", "once_findable"}
"""Tables that are made anew from the others."""
KNOWN_BY_LOOKS = ("note", "note_text")
"""Tables whose rows look like those of no other: they are found even when the page that leads to them is damaged."""
FOUND_AGAIN = (
    "UPDATE note_text SET text = text",
    "UPDATE topic SET wording = wording",
    "UPDATE goal_wording SET wording = wording",
    "UPDATE checklist_answer SET words = words",
    "UPDATE closing_section SET my_text = my_text",
)
"""Each row as if it were written now, so that it can be searched for."""
FAR_ENOUGH = 2000
"""Rows to try behind the last that could be read, where nothing says how many there were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What stands where something could not be read, in the person's language."""

    therapy: str = "A therapy (its name could not be read)"
    note: str = "A note (its title and date could not be read)"
    session: str = "(its date could not be read)"
    goal: str = "(its wording could not be read)"
    rest: str = "[The rest of this note could not be read.]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescued:
    """How many records of each kind were saved, and how many there were as far as can be known."""

    saved: dict[str, int] = field(default_factory=dict)
    there: dict[str, int] = field(default_factory=dict)
    cut: int = 0
    """Notes of which only the first lines were saved."""
    lost: int = 0
    """Rows of any kind that could not be read, also where others that hang on them brought them back without content."""

    @property
    def everything(self) -> bool:
        """Whether nothing known to have been there is missing."""
        nothing_lost = self.cut == self.lost == 0
        return nothing_lost and all(self.saved[name] >= count for name, count in self.there.items())


def rescue(damaged: Path, key: bytes, target: Path, now: datetime, words: Words) -> Rescued:
    """Make a new, whole diary of what can be read in a damaged one, which is only read. Raises StorageError.

    What lost its anchor is anchored anew rather than dropped: a text without its note becomes a note again, and a note
    without its text keeps its first lines. The new file has the same key.
    """
    with closing(Wreck(damaged, key)) as wreck, closing(create(target, key)) as whole:
        migrate(whole)
        there, cut, lost = dict[str, int](), 0, 0
        whole.execute("PRAGMA foreign_keys = OFF")
        with transaction(whole):
            triggers = _without_triggers(whole)
            for table, numbered in _tables(whole):
                if table in wreck.tables:
                    taken = _copy_table(wreck, whole, table, words.rest, numbered=numbered)
                    if table in KNOWN_BY_LOOKS and (taken.lost or taken.cut):
                        taken = _copy_leaves(wreck, whole, table, taken)
                    there[table] = max(taken.saved + taken.lost, len(wreck.ids(table)))
                    cut += len(taken.cut)
                    lost += taken.lost
            cut += _anchor(whole, now, words)
            for script in (*triggers, *FOUND_AGAIN):
                whole.execute(script)
        kept = {
            name: int(whole.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
            for name, table in COUNTED.items()
        }
    there_by_name = {name: there.get(table, 0) for name, table in COUNTED.items()}
    return Rescued(saved=kept, there=there_by_name, cut=cut, lost=lost)


class Wreck:
    """A damaged diary that is asked again with a new connection after each error."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file, self._key = file, key
        self.leaves = Leaves(file, key)
        self._connection = connect_to_wreck(file, key)
        self._known: dict[str, set[int]] = {}
        self._all_known: dict[str, bool] = {}
        self.tables = self._names_of_tables()

    def close(self) -> None:
        """Close the file, unchanged."""
        self._connection.close()

    def ask(self, sql: str, *values: object) -> list[Row] | None:
        """The rows, or None where they cannot be read."""
        try:
            return self._connection.execute(sql, values).fetchall()
        except StorageError:
            self.renew()
            return None

    def stream(self, sql: str, *values: object) -> Iterator[Row]:
        """Row after row until the end or the first that cannot be read; then raises StorageError."""
        try:
            yield from self._connection.execute(sql, values)
        except StorageError:
            self.renew()
            raise

    def renew(self) -> None:
        """Begin anew, without what the last error left behind."""
        self._connection.close()
        self._connection = connect_to_wreck(self._file, self._key)

    def beginning(self, note: int) -> str:
        """The text of a note up to where it cannot be read."""
        found = b""
        try:
            for piece in pieces_of(self._connection, "note_text", "text", note):
                found += piece
                if b"\0" in piece:
                    break
        except StorageError:
            self.renew()
        return found.partition(b"\0")[0].decode("utf-8", "ignore").rstrip()

    def columns(self, table: str) -> list[str]:
        """The columns of a table."""
        return list(self.types(table))

    def types(self, table: str) -> dict[str, str]:
        """The SQL type of each column of a table."""
        return {str(row[1]): str(row[2]) for row in self._about("table_info", table)}

    def ids(self, table: str) -> set[int]:
        """The rows that the indexes of the table speak of; empty where there is none."""
        if table not in self._known:
            self._known[table], self._all_known[table] = set(), False
            indexes = [str(row[1]) for row in self._about("index_list", table) if not row[4]]
            for index in indexes:
                with suppress(StorageError, Failure):  # no numbers in a table that is its own index
                    for row in self.stream(f"SELECT rowid FROM {table} INDEXED BY {index}"):
                        self._known[table].add(int(row[0]))
                    self._all_known[table] = True
        return self._known[table]

    def knows_all(self, table: str) -> bool:
        """Whether one of the indexes could be read from end to end."""
        self.ids(table)
        return self._all_known[table]

    def parents(self, table: str) -> dict[str, str]:
        """Which column points to which table."""
        return {str(row[3]): str(row[2]) for row in self._about("foreign_key_list", table)}

    def keyed_by(self, table: str) -> list[str]:
        """The columns of the primary key, in its order."""
        info = self._about("table_info", table)
        return [str(row[1]) for row in sorted(info, key=lambda row: row[5]) if row[5]]

    def _about(self, what: str, table: str) -> list[Row]:
        return self._connection.execute(f"PRAGMA {what}({table})").fetchall()

    def _names_of_tables(self) -> set[str]:
        """Without the schema nothing can be found at all. Raises DiaryDamaged."""
        found = self.ask("SELECT name FROM sqlite_schema WHERE type = 'table'")
        if found is None:
            self.close()
            raise DiaryDamaged
        return {str(row[0]) for row in found}


def _tables(whole: Connection) -> list[tuple[str, bool]]:
    """The tables with content, those first that others hang on, and whether their rows have numbers."""
    kinds = {
        str(name): not without
        for name, without in whole.execute("SELECT name, wr FROM pragma_table_list WHERE type = 'table'")
    }
    names = [str(row[0]) for row in whole.execute("SELECT name FROM sqlite_schema ORDER BY rowid")]
    return [(name, kinds[name]) for name in names if name in kinds and name not in DERIVED]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    saved: int = 0
    lost: int = 0
    cut: frozenset[int] = frozenset()
    """The numbers of rows that were saved without their end."""


Numbered = tuple[int, tuple[Any, ...] | None]
"""A row with its number; None in its place where it cannot be read."""


def _copy_table(wreck: Wreck, whole: Connection, table: str, rest: str, *, numbered: bool) -> _Taken:
    """Copy what can be read of a table. Of a note's text that is damaged further on, the beginning is kept."""
    columns = [row[1] for row in whole.execute(f"PRAGMA table_info({table})")]
    shared = [name for name in wreck.columns(table) if name in columns]
    if not shared:
        return _Taken()
    reader = _numbered_rows if numbered else _keyed_rows
    saved, lost, cut = 0, 0, set[int]()
    verb = "INSERT OR IGNORE" if table == "meta" else "INSERT"
    sql = f"{verb} INTO {table} ({', '.join(shared)}) VALUES ({', '.join('?' * len(shared))})"
    for number, row in reader(wreck, table, shared):
        try:
            if row is not None:
                whole.execute(sql, row)
                saved += 1
            elif table == "note_text" and (start := wreck.beginning(number)):
                whole.execute("INSERT INTO note_text VALUES (?, ?)", [number, f"{start}\n\n{rest}"])
                cut.add(number)
            else:
                lost += 1
        except RuleBroken:
            lost += 1
    return _Taken(saved=saved + len(cut), lost=lost, cut=frozenset(cut))


def _copy_leaves(wreck: Wreck, whole: Connection, table: str, taken: _Taken) -> _Taken:
    """Copy what could not be found from above, or not to its end, but lies whole in a leaf."""
    types = wreck.types(table)
    saved = {int(row[0]) for row in whole.execute(f"SELECT rowid FROM {table}")}
    sql = f"INSERT INTO {table} ({', '.join(types)}) VALUES ({', '.join('?' * len(types))})"
    more, cut = 0, set(taken.cut)
    for row in wreck.leaves.rows(list(types.values()), saved - cut):
        with suppress(RuleBroken):
            whole.execute(
                f"DELETE FROM {table} WHERE rowid = ?", [row[0]]
            )  # what was saved of it, if anything
            whole.execute(sql, row)
            more += row[0] not in cut
            cut.discard(row[0])
    return _Taken(saved=taken.saved + more, lost=max(0, taken.lost - more), cut=frozenset(cut))


def _numbered_rows(wreck: Wreck, table: str, columns: list[str]) -> Iterator[Numbered]:
    """Each row of a table in the order of its numbers."""
    wanted = f"SELECT rowid, {', '.join(columns)} FROM {table}"
    last: int | None = None
    going = True
    while going:
        beyond = ("", ()) if last is None else ("WHERE rowid > ?", (last,))
        try:
            for row in wreck.stream(f"{wanted} {beyond[0]} ORDER BY rowid", *beyond[1]):
                last = int(row[0])
                yield last, tuple(row)[1:]
            going = False
        except StorageError:
            last = yield from _step_over(wreck, table, wanted, last)
            going = last is not None


def _step_over(
    wreck: Wreck, table: str, wanted: str, last: int | None
) -> Generator[Numbered, None, int | None]:
    """Try number after number until a row can be read again; its number, or None at the end."""
    for number in _numbers_after(wreck, table, last):
        rows = wreck.ask(f"{wanted} WHERE rowid = ?", number)
        if rows:
            yield number, tuple(rows[0])[1:]
            return number
        if rows is None and (number in wreck.ids(table) or not wreck.knows_all(table)):
            yield number, None
    return None


def _numbers_after(wreck: Wreck, table: str, last: int | None) -> Iterable[int]:
    """The numbers that rows may have: by an index, by the rows these hang on, or else all that are possible."""
    keys, parents = wreck.keyed_by(table), wreck.parents(table)
    names = parents[keys[0]] if len(keys) == 1 and keys[0] in parents else table
    first = 1 if last is None else last + 1
    if wreck.knows_all(names):
        return sorted(it for it in wreck.ids(names) if it >= first)
    rows = wreck.ask(f"SELECT max(rowid) FROM {table}")
    top = int(rows[0][0]) if rows and rows[0][0] is not None else (last or 0) + FAR_ENOUGH
    return range(first, max(top, *wreck.ids(names), 0) + 1)


def _keyed_rows(wreck: Wreck, table: str, columns: list[str]) -> Iterator[Numbered]:
    """The rows of a table without numbers: from both ends, and by what they hang on."""
    keys, parents = wreck.keyed_by(table), wreck.parents(table)
    places = [columns.index(key) for key in keys]
    wanted, seen = f"SELECT {', '.join(columns)} FROM {table}", set[tuple[Any, ...]]()
    asked: list[tuple[str, tuple[object, ...]]] = [
        (f"{wanted} ORDER BY {', '.join(f'{key} {way}' for key in keys)}", ()) for way in ("ASC", "DESC")
    ]
    if keys[0] in parents:
        above = sorted(wreck.ids(parents[keys[0]]))
        asked += [(f"{wanted} WHERE {keys[0]} = ?", (number,)) for number in above]
    for sql, values in asked:
        try:
            for row in wreck.stream(sql, *values):
                key = tuple(row[place] for place in places)
                if key not in seen:
                    seen.add(key)
                    yield len(seen), tuple(row)
            if not values:
                return  # one way through without an error: nothing is missing
        except StorageError:
            continue


# Anchoring anew


def _without_triggers(whole: Connection) -> list[str]:
    """Take the triggers off while rows arrive in the order of tables; their scripts."""
    found = whole.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in found:
        whole.execute(f"DROP TRIGGER {name}")
    return [str(script) for _, script in found]


def _anchor(whole: Connection, now: datetime, words: Words) -> int:
    """Leave no row that points nowhere, and no note without text; how many notes have only their first lines.

    Texts are kept at any price.
    """
    whole.execute(
        "INSERT INTO goal_wording (goal, version, valid_from, wording, change_kind) SELECT id, 1, opened_on, ?, 'first' "
        "FROM goal WHERE id NOT IN (SELECT goal FROM goal_wording)",
        [words.goal],
    )
    cut = whole.execute(
        "INSERT INTO note_text (note, text) SELECT id, trim(opening || char(10) || char(10) || ?, char(10)) FROM note "
        "WHERE id NOT IN (SELECT note FROM note_text)",
        [words.rest],
    ).rowcount
    for _ in range(10):
        broken = {
            (str(row[0]), str(row[2]), int(row[3])) for row in whole.execute("PRAGMA foreign_key_check")
        }
        if not broken:
            return cut
        for table, parent, number in sorted(broken):
            _mend(whole, table, parent, number, now, words)
    raise DiaryDamaged


def _mend(whole: Connection, table: str, parent: str, number: int, now: datetime, words: Words) -> None:
    """Mend one kind of reference that leads nowhere: make its end anew, or loosen it, or give the row up."""
    column, end = next(
        (row[3], row[4]) for row in whole.execute(f"PRAGMA foreign_key_list({table})") if row[0] == number
    )
    astray = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {end} FROM {parent})"
    must = {row[1]: row[3] or row[5] for row in whole.execute(f"PRAGMA table_info({table})")}
    if parent in _ENDS:
        for row in whole.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {astray}").fetchall():
            _make(whole, parent, int(row[0]), now, words)
    elif must[column]:
        whole.execute(f"DELETE FROM {table} WHERE {astray}")
    else:
        whole.execute(f"UPDATE {table} SET {column} = NULL WHERE {astray}")


_THERAPY = "coalesce((SELECT min(id) FROM therapy), 1)"
_ENDS = {
    "therapy": "INSERT INTO therapy (id, uid, label, started_on) VALUES (:id, :uid, :therapy, coalesce("
    "(SELECT min(substr(written_at, 1, 10)) FROM note WHERE therapy = :id), "
    "(SELECT min(substr(starts_at, 1, 10)) FROM session WHERE therapy = :id), substr(:now, 1, 10)))",
    "session": f"INSERT INTO session (id, uid, therapy, starts_at, state, one_line) VALUES (:id, :uid, {_THERAPY}, "
    "coalesce((SELECT substr(filled_at, 1, 16) FROM alliance_rating WHERE session = :id), "
    "(SELECT substr(filled_at, 1, 16) FROM difficulty_check WHERE session = :id), "
    "(SELECT substr(min(written_at), 1, 16) FROM note WHERE session = :id), :minute), 'held', :session)",
    "note": f"INSERT INTO note (id, uid, therapy, kind, title, opening, written_at) VALUES (:id, :uid, {_THERAPY}, "
    "'between', :note, coalesce((SELECT substr(text, 1, 280) FROM note_text WHERE note = :id), ''), "
    "coalesce((SELECT max(kept_at) FROM note_version WHERE note = :id), :now))",
    "goal": f"INSERT INTO goal (id, uid, therapy, position, level, opened_on) VALUES (:id, :uid, {_THERAPY}, :id, "
    "'other', coalesce((SELECT min(valid_from) FROM goal_wording WHERE goal = :id), substr(:now, 1, 10)))",
}
"""How to make anew what other rows hang on; {id} is the number they know it by."""


def _make(whole: Connection, parent: str, number: int, now: datetime, words: Words) -> None:
    values = {
        "id": number,
        "uid": new_uid(),
        "now": second(now),
        "minute": minute(now),
        "therapy": words.therapy,
        "note": words.note,
        "session": words.session,
    }
    try:
        whole.execute(_ENDS[parent], values)
    except RuleBroken:  # there is a session at that minute already
        _make_aside(whole, values)


def _make_aside(whole: Connection, values: dict[str, object]) -> None:
    """A session at a minute that no other has."""
    taken = {row[0] for row in whole.execute("SELECT starts_at FROM session")}
    minutes = (f"{str(values['now'])[:10]}T{at // 60:02d}:{at % 60:02d}" for at in range(24 * 60))
    whole.execute(
        f"INSERT INTO session (id, uid, therapy, starts_at, state, one_line) "
        f"VALUES (:id, :uid, {_THERAPY}, :minute, 'held', :session)",
        values | {"minute": next(it for it in minutes if it not in taken)},
    )
