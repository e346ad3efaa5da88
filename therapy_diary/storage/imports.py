"""Notes that came from another diary: where each came from, its tags, and how a whole import is taken back."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from therapy_diary.domain.note import NoteId, NoteKind
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Row
from therapy_diary.storage.notes import OPENING
from therapy_diary.storage.query import OTHER_SCRIPT
from therapy_diary.storage.shape import Table, number_of, tables
from therapy_diary.storage.stamps import new_uids, second

INDEXING = ("note_text_is_found", "findable_comes")
"""The triggers that put each note into the index of the search."""
MANY = 300
"""Rows to take back from which on it is quicker to write the index of the search anew."""
ROOMY = -128_000
"""Pages held in memory during a large change, as KiB."""
WORDS_AT_ONCE, WORDS_USUALLY = 16 * 1024 * 1024, 1024 * 1024
"""Bytes of words that wait in memory, during a large change and otherwise, before they are written into the index."""
INDEXES = ("find_word", "find_part")
SEALED_BY_TRACES = {"note_text", "note_source", "note_said"}
"""Tables with a row for each note that need not be hashed: a change to a text leaves a version and a time of editing, which
are, and nothing changes where a note came from."""
BEGINNING_OF_TEXT = ("note", "opening")
"""The column that changes only with the text, so it need not be hashed either."""
ONE, SEVERAL = 1, 2
"""The forms of what was said: one hash; that, and behind it those of the entries that it holds, with blanks between."""
NO_OFFSET = 10_000
"""Stands for None on the way to the file: the library looks for an adapter for each None, a thirtieth of an import."""
NONE = "[]"
"""No numbers, as JSON."""

DAY = 24 * 60
YEAR_0 = 365 * DAY
"""Minutes from the beginning of the year 0, where the places in the index begin, to the day before the year 1, the day 0."""

ImportId = NewType("ImportId", int)


@dataclass(slots=True, kw_only=True)  # a frozen one takes three times as long to make, and there are many
class Incoming:
    """A note on its way in, free of NUL characters, with an identity that no note of this source here has.

    said is a second one, of what the source says itself, where identity is of what was read out of that. After it, each
    behind a blank, those of the entries that it holds, by which each is known should it come by itself one day.
    """

    written_at: datetime
    title: str
    text: str
    source: str
    identity: str
    record: str
    said: str | None = None
    zone: str = ""
    utc_offset_min: int | None = None
    instant: datetime | None = None
    day_only: bool = False
    starred: bool = False
    may_be_printed: bool = False
    tags: tuple[str, ...] = ()
    mood: int | None = None
    mood_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """One import that was kept."""

    id: ImportId
    format: str
    brought_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What is known of where a note came from."""

    source: str
    day_only: bool
    mood: int | None
    mood_words: str
    record: str


class Imports:
    """Imports, and what came with them."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_at_once = False
        self._last_of_minute: dict[int, int] | None = None

    def known(self, source: str) -> set[str]:
        """The identities of the notes that came from a source before; those of what was said also of others, being hashes."""
        rows = self._connection.execute(
            f"SELECT identity FROM note_source WHERE source = ? UNION ALL SELECT said FROM note_said WHERE form = {ONE}",
            [source],
        )
        several = self._connection.execute(f"SELECT said FROM note_said WHERE form = {SEVERAL}")
        return {row[0] for row in rows}.union(*(row[0].split(" ") for row in several))

    def own(self) -> set[str]:
        """The identities of all notes in this diary, wherever they were written."""
        return {row["uid"] for row in self._connection.execute("SELECT uid FROM note")}

    def begin(
        self, format_: str, brought_at: datetime, *, began_therapy: TherapyId | None = None
    ) -> ImportId:
        """Write down that an import begins."""
        row = self._connection.execute(
            "INSERT INTO import (format, brought_at, began_therapy) VALUES (?, ?, ?) RETURNING id",
            [format_, second(brought_at), began_therapy],
        ).fetchone()
        return ImportId(row["id"])

    def add(self, import_: ImportId, therapy: TherapyId, coming: Sequence[Incoming]) -> list[NoteId]:
        """Put notes into a therapy, between sessions, and never printed unless the person said so."""
        first = 1 + int(self._connection.execute("SELECT coalesce(max(id), 0) FROM note").fetchone()[0])
        numbered = list(enumerate(coming, start=first))
        many = self._connection.cursor().executemany
        many(
            "INSERT INTO note (id, uid, therapy, kind, title, opening, written_at, utc_offset_min, zone, starred,"
            f" never_print) VALUES (?, ?, {therapy:d}, '{NoteKind.BETWEEN}', ?, ?, ?, nullif(?, {NO_OFFSET}), ?, ?, ?)",
            [
                (
                    note,
                    uid,
                    it.title,
                    it.text[:OPENING],
                    second(it.written_at),
                    NO_OFFSET if it.utc_offset_min is None else it.utc_offset_min,
                    it.zone,
                    int(it.starred),
                    int(not it.may_be_printed),
                )
                for (note, it), uid in zip(numbered, new_uids(len(numbered)), strict=True)
            ],
        )
        many("INSERT INTO note_text (note, text) VALUES (?, ?)", [(note, it.text) for note, it in numbered])
        self._index(numbered)
        many(
            "INSERT INTO note_source (note, source, identity, day_only, instant, mood, mood_words, record)"
            " VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, 0), ?, ?)",
            [
                (
                    note,
                    it.source,
                    it.identity,
                    int(it.day_only),
                    "" if it.instant is None else second(it.instant),
                    it.mood or 0,
                    it.mood_words,
                    it.record,
                )
                for note, it in numbered
            ],
        )
        many(
            f"INSERT INTO note_said (note, said, form) VALUES (?1, ?2, iif(instr(?2, ' '), {SEVERAL}, {ONE}))",
            [(note, it.said) for note, it in numbered if it.said is not None],
        )
        many(
            "INSERT OR IGNORE INTO note_tag (note, tag) VALUES (?, ?)",
            [(note, tag) for note, it in numbered for tag in it.tags],
        )
        self.note_rows(import_, (("note", note) for note, _ in numbered))
        return [NoteId(note) for note, _ in numbered]

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """Inside, notes go into the search index batch by batch: one by one takes three times as long.

        The triggers that do it for each are taken out and put back as they were; all within the one change.
        """
        ask = self._connection.execute
        [cache] = ask("PRAGMA cache_size").fetchone()
        ask(f"PRAGMA cache_size = {ROOMY}").fetchall()
        try:
            rows = [
                ask("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", [it]).fetchone()
                for it in INDEXING
            ]
            for it in INDEXING:
                ask(f"DROP TRIGGER {it}")
            for it in INDEXES:
                ask(f"INSERT INTO {it} ({it}, rank) VALUES ('hashsize', {WORDS_AT_ONCE})")
            self._is_at_once = True
            yield
            for it in INDEXES:
                ask(f"INSERT INTO {it} ({it}, rank) VALUES ('hashsize', {WORDS_USUALLY})")
            for row in rows:
                ask(row["sql"])
        finally:
            self._is_at_once, self._last_of_minute = False, None
            ask(f"PRAGMA cache_size = {cache:d}").fetchall()

    def _index(self, numbered: list[tuple[int, Incoming]]) -> None:
        """Put new notes into the index of the search, as its triggers would.

        In the order of time: FTS5 writes all words that wait before it takes one in for an earlier row.
        """
        if not self._is_at_once:
            return
        many = self._connection.cursor().executemany
        places = self._place(numbered)
        rising = sorted(numbered, key=lambda pair: places[pair[0]])
        many(
            "INSERT INTO find_word (rowid, title, text) VALUES (?, ?, ?)",
            [(places[note], it.title, it.text) for note, it in rising],
        )
        many(
            "INSERT INTO find_part (rowid, title, text) VALUES (?, ?, ?)",
            [
                (places[note], f"{it.title}  ", f"{it.text}  ")
                for note, it in rising
                if not (it.title.isascii() and it.text.isascii())
                and (OTHER_SCRIPT.search(it.title) or OTHER_SCRIPT.search(it.text))
            ],
        )

    def _place(self, numbered: list[tuple[int, Incoming]]) -> dict[int, int]:
        """Say where new notes stand in the order of time; those of one minute one after the other.

        The same as in the view findable_place, which is asked about what no longer fits into its minute.
        """
        ask = self._connection.execute
        if self._last_of_minute is None:
            taken = ask(
                "SELECT id / 1024 AS minute, max(id) AS last"
                " FROM (SELECT id FROM findable UNION ALL SELECT id FROM once_findable) GROUP BY minute"
            )
            self._last_of_minute = {row["minute"]: row["last"] for row in taken}
        last, places, left = self._last_of_minute, dict[int, int](), list[int]()
        for note, it in numbered:
            at = it.written_at
            minute = at.toordinal() * DAY + at.hour * 60 + at.minute + YEAR_0
            place = last.get(minute, minute * 1024 - 1) + 1
            if place < (minute + 1) * 1024:
                last[minute] = places[note] = place
            else:
                left.append(note)
        self._connection.cursor().executemany(
            "INSERT INTO findable (id, kind, record) VALUES (?, 'note', ?)",
            [(place, note) for note, place in places.items()],
        )
        for note in left:
            row = ask(
                "INSERT INTO findable (id, kind, record, part) SELECT id, kind, record, part FROM findable_place"
                " WHERE kind = 'note' AND record = ? RETURNING id",
                [note],
            ).fetchone()
            places[note] = row["id"]
            last[row["id"] // 1024] = row["id"]
        return places

    def note_rows(self, import_: ImportId, rows: Iterable[tuple[str, int]]) -> None:
        """Write down which rows came; those that belong to them need no mention."""
        self._connection.cursor().executemany(
            "INSERT INTO import_row (import, place, number) VALUES (?, ?, ?)",
            [(import_, place, number) for place, number in rows],
        )

    def seal(self, import_: ImportId) -> None:
        """Remember how everything that came looks, so that any later change to it shows."""
        self._connection.execute("UPDATE import SET seal = ? WHERE id = ?", [self._seal_of(import_), import_])

    def all(self) -> list[Import]:
        """Every import that was kept and not undone, the latest first."""
        rows = self._connection.execute("SELECT * FROM import ORDER BY id DESC")
        return [
            Import(
                id=ImportId(row["id"]),
                format=row["format"],
                brought_at=datetime.fromisoformat(row["brought_at"]),
            )
            for row in rows
        ]

    def can_undo(self, import_: ImportId) -> bool:
        """Whether everything is as it came, and nothing else in the diary points to it."""
        row = self._connection.execute("SELECT seal FROM import WHERE id = ?", [import_]).fetchone()
        return row is not None and row["seal"] == self._seal_of(import_)

    def undo(self, import_: ImportId) -> bool:
        """Take out all that came with an import. False, and nothing done, when something was built on it."""
        if not self.can_undo(import_):
            return False
        began = self._connection.execute(
            "SELECT began_therapy FROM import WHERE id = ?", [import_]
        ).fetchone()
        with self._index_cleared_at_once(import_):
            for table in reversed(tables(self._connection)):
                if table.number is not None:
                    self._connection.execute(
                        f"DELETE FROM {table.name} WHERE {table.number} IN"
                        " (SELECT number FROM import_row WHERE import = ? AND place = ?)",
                        [import_, table.name],
                    )
                elif table.word is not None:
                    self._forget_words(import_, table, table.word)
        self._connection.execute("DELETE FROM import WHERE id = ?", [import_])
        if began["began_therapy"] is not None:
            self._forget_if_empty(TherapyId(began["began_therapy"]))
        return True

    def _forget_words(self, import_: ImportId, table: Table, column: str) -> None:
        rows = self._connection.execute(
            "SELECT number FROM import_row WHERE import = ? AND place = ?", [import_, table.name]
        ).fetchall()
        came = {row["number"] for row in rows}
        for row in self._connection.execute(f"SELECT {column} FROM {table.name}").fetchall():
            if number_of(row[0]) in came:
                self._connection.execute(f"DELETE FROM {table.name} WHERE {column} = ?", [row[0]])

    def tags_of(self, note: NoteId) -> list[str]:
        """The tags of one note."""
        rows = self._connection.execute("SELECT tag FROM note_tag WHERE note = ? ORDER BY tag", [note])
        return [row["tag"] for row in rows]

    def origin_of(self, note: NoteId) -> Origin | None:
        """Where a note came from; None for one written here."""
        row = self._connection.execute("SELECT * FROM note_source WHERE note = ?", [note]).fetchone()
        return None if row is None else _origin(row)

    @contextmanager
    def _index_cleared_at_once(self, import_: ImportId) -> Iterator[None]:
        """Inside, many words leave the index marked as gone; then it is written anew, so that none is left in the file.

        Wiping each as it goes takes six times as long.
        """
        ask = self._connection.execute
        [many] = ask("SELECT count(*) >= ? FROM import_row WHERE import = ?", [MANY, import_]).fetchone()
        if not many:
            yield
            return
        for index in ("find_word", "find_part"):
            ask(f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 0)")
        yield
        for index in ("find_word", "find_part"):
            ask(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            ask(f"INSERT INTO {index} ({index}, rank) VALUES ('secure-delete', 1)")

    def _forget_if_empty(self, therapy: TherapyId) -> None:
        """Take out a therapy that an import began, unless something else was put into it since."""
        holds = any(
            self._connection.execute(
                f"SELECT 1 FROM {table.name} WHERE {it.column} = ? LIMIT 1", [therapy]
            ).fetchone()
            for table in tables(self._connection)
            for it in table.references
            if it.table == "therapy"
        )
        if not holds:
            self._connection.execute("DELETE FROM therapy WHERE id = ?", [therapy])

    def _seal_of(self, import_: ImportId) -> str:
        """A hash of every row that came, with all that belongs to it, and of how many others point there."""
        seal = hashlib.sha256()
        came: dict[str, str] = {}
        shape = tables(self._connection)
        empty = self._empty(shape)
        for table in shape:
            came_here = "" if table.name in SEALED_BY_TRACES else _that_came(table)
            if not came_here or table.name in empty:
                continue
            row = self._connection.execute(  # one answer for all: an object for each row is most of a seal's work
                f"SELECT json_group_array(json_array({_plainly(table)}) ORDER BY {', '.join(table.key)}) AS told,"
                f" json_group_array({table.number or 'NULL'}) AS numbers FROM {table.name} WHERE {came_here}",
                {"import": import_, "place": table.name, **_parents(table, came)},
            ).fetchone()
            if row["told"] == NONE:
                continue  # rows of others, that came to an empty table later, are none of this import
            if table.number is not None:
                came[table.name] = row["numbers"]
            seal.update(f"{table.name}: {row['told']}".encode("utf-8", "surrogatepass"))
        for table in shape:
            for it in table.references:
                if not it.belongs and it.table in came:
                    row = self._connection.execute(
                        f"SELECT count(*) FROM {table.name} WHERE {it.column} IN (SELECT value FROM json_each(?))",
                        [came[it.table] if table.name not in empty else NONE],
                    ).fetchone()
                    seal.update(f"{table.name}.{it.column}: {row[0]}".encode())
        return seal.hexdigest()

    def _empty(self, shape: Iterable[Table]) -> set[str]:
        """The tables without a row: most of them, and each question about ten thousand notes takes its time."""
        ask = self._connection.execute
        return {it.name for it in shape if ask(f"SELECT 1 FROM {it.name} LIMIT 1").fetchone() is None}


def _plainly(table: Table) -> str:
    """What shows whether the rows of a table were changed; of a blob its length."""
    told = [it for it in table.columns if (table.name, it.name) != BEGINNING_OF_TEXT]
    return ", ".join(f"length({it.name})" if it.kind == "BLOB" else it.name for it in told)


def _that_came(table: Table) -> str:
    """The condition for rows that an import brought, or that belong to such a row."""
    listed = [
        f"{it.column} IN (SELECT value FROM json_each(:{it.column}))" for it in table.references if it.belongs
    ]
    if table.number is not None:
        listed.append(
            f"{table.number} IN (SELECT number FROM import_row WHERE import = :import AND place = :place)"
        )
    return " OR ".join(listed)


def _parents(table: Table, came: dict[str, str]) -> dict[str, str]:
    return {it.column: came.get(it.table, NONE) for it in table.references if it.belongs}


def _origin(row: Row) -> Origin:
    return Origin(
        source=row["source"],
        day_only=bool(row["day_only"]),
        mood=row["mood"],
        mood_words=row["mood_words"],
        record=row["record"],
    )
