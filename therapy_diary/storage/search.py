"""Finds texts by their words, newest first or best match first; what was asked is kept nowhere.

The index is kept in step by the triggers of migrations 0003, 0004 and 0010. "Newest first" is the
order of its row numbers: sorting by a date would take a third of a second for a common word in a hundred thousand notes.
"""

import re
from collections.abc import Collection, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from therapy_diary.domain.closing import Snapshot
from therapy_diary.domain.found import BEGIN, END, Found, FoundKind, Order, place_of
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.closings import EVERY_FINISH, snapshot_of
from therapy_diary.storage.connection import Connection, Failure, Row
from therapy_diary.storage.query import Query, Term, understood

MORE = "…"
WORDS_SHOWN = 32
MARKED = (
    f"highlight(find_word, 0, '{BEGIN}', '{END}'),"
    f" snippet(find_word, 1, '{BEGIN}', '{END}', '{MORE}', {WORDS_SHOWN})"
)
KINDS = {it.value: it for it in FoundKind}
GROUP = 3  # letters by which parts of words are indexed
PASSAGE = 160  # characters around a find in a script that does not part its words
AT_ONCE = 64  # rows
INTERRUPTED = 9  # SQLite's code
BEYOND = "\U0010ffff"


class SearchStopped(Exception):
    """Somebody asked for something else meanwhile."""


@dataclass(slots=True, kw_only=True)
class _Sql:
    """A query on its way to SQL: the table that leads, the name of its row number, and what must hold of a row."""

    leading: str = "findable"
    source: str = "findable"
    id: str = "findable.id"
    conditions: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def lead(self, table: str, match: str) -> None:
        """Let a full-text table lead: it gives its rows in order of number, or of rank, without sorting."""
        self.leading = table
        self.source = f"{table} CROSS JOIN findable ON findable.id = {table}.rowid"
        self.id = f"{table}.rowid"
        self.need(f"{table} MATCH ?", match)

    @property
    def has_words(self) -> bool:
        return self.leading == "find_word"

    def need(self, condition: str, *values: object) -> None:
        self.conditions.append(condition)
        self.values += values

    def where(self) -> str:
        return " AND ".join(self.conditions) or "1"

    def shown(self) -> str:
        """The query for what is found: its title and text, marked where FTS5 can do it."""
        if self.has_words:
            texts, source = MARKED, self.source
        else:
            texts = "whole.title, whole.text"
            source = f"{self.source} CROSS JOIN findable_text AS whole ON whole.id = findable.id"
        return (
            f"SELECT findable.id, findable.kind, findable.record, findable.part, {texts} FROM {source}"
            f" WHERE {self.where()}"
        )

    def counted(self) -> str:
        """The query for how much is found: by the leading table alone, if that will do."""
        if self.leading == "findable" or any("findable." in it for it in self.conditions):
            return f"SELECT count(*) FROM {self.source} WHERE {self.where()}"
        others = f"{self.id} NOT IN (SELECT id FROM once_findable)"
        return f"SELECT count(*) FROM {self.leading} WHERE {self.where()} AND {others}"


class Search:
    """Looks for words in everything written."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(
        self,
        typed: str,
        limit: int = 50,
        *,
        order: Order = Order.DATE,
        below: int | None = None,
        kinds: Collection[FoundKind] = (),
        notes_of: TherapyId | None = None,
        still_typing: bool = True,
    ) -> list[Found]:
        """What holds the words typed; see query.py for what can be typed. Never an error, whatever the text.

        below: the place of the last one shown, for the next page in order of date, either way. kinds: only these; none means all.
        notes_of: only notes of that therapy. Raises SearchStopped after SearchBeside.stop().
        """
        query = understood(typed, still_typing=still_typing)
        if query.is_empty:
            return []
        sql = _sql(query, kinds, notes_of, by_hand=True)
        way, past = ("ASC", ">") if order is Order.OLDEST else ("DESC", "<")
        if below is not None:
            sql.need(f"{sql.id} {past} ?", below)
        if sql.has_words:
            first = "find_word.rank" if order is Order.MATCH else f"{sql.id} {way}"
            rows = self._read(f"{sql.shown()} ORDER BY {first} LIMIT ?", [*sql.values, limit])
            return [_found(*row) for row in rows]
        rows_in_order = self._read(f"{sql.shown()} ORDER BY {sql.id} {way}", sql.values)
        with closing(rows_in_order):
            return list(islice(_by_hand(rows_in_order, [it.text for it in query.parts if it.wanted]), limit))

    def count(
        self,
        typed: str,
        *,
        kinds: Collection[FoundKind] = (),
        notes_of: TherapyId | None = None,
        still_typing: bool = True,
    ) -> int:
        """How many texts find() would bring without a limit. Raises SearchStopped."""
        query = understood(typed, still_typing=still_typing)
        if query.is_empty:
            return 0
        sql = _sql(query, kinds, notes_of)
        [(count,)] = self._read(sql.counted(), sql.values)
        return int(count)

    def finished(self) -> list[tuple[TherapyId, Snapshot]]:
        """The pages of every finished ending, which no index holds: there are few of them. Raises SearchStopped."""
        return [(TherapyId(it["therapy"]), snapshot_of(it)) for it in self._read(EVERY_FINISH, [])]

    def open_topics(self) -> frozenset[str]:
        """The uid of every topic that is not kept covered. Raises SearchStopped."""
        return frozenset(uid for (uid,) in self._read("SELECT uid FROM topic WHERE covered = 0", []))

    def _read(self, sql: str, values: list[Any]) -> Generator[Row, None, None]:
        try:
            with closing(self._connection.execute(sql, values)) as rows:
                while len(some := rows.fetchmany(AT_ONCE)) == AT_ONCE:
                    yield from some
                yield from some
        except Failure as error:
            if getattr(error, "sqlite_errorcode", None) == INTERRUPTED:
                raise SearchStopped from error
            raise


class SearchBeside(Search):
    """The same through a connection of its own: for a thread beside the window, stopped when the words change."""

    def stop(self) -> None:
        """End what is being looked for; from any thread."""
        self._connection.interrupt()

    def close(self) -> None:
        """Nothing can be looked for afterwards."""
        self._connection.close()


def _sql(
    query: Query, kinds: Collection[FoundKind], notes_of: TherapyId | None, *, by_hand: bool = False
) -> _Sql:
    """by_hand: where no index of words leads, the texts themselves are looked at by whoever reads the rows."""
    sql = _Sql()
    words, parts = query.words, query.parts
    if words:
        _need_words(sql, words)
    if parts:
        _need_parts(sql, parts, by_hand=by_hand and not sql.has_words)
    for tag in query.tags:
        has = "IN" if tag.wanted else "NOT IN"
        sql.need(
            f"{sql.id} {has} (SELECT it.id FROM note_tag JOIN findable AS it ON it.kind = 'note' AND it.record = note"
            " WHERE tag = ? COLLATE NOCASE)",
            tag.text,
        )
    if query.from_day is not None:
        sql.need(f"{sql.id} >= ?", place_of(query.from_day))
    if query.until is not None:
        sql.need(f"{sql.id} < ?", place_of(query.until))
    if notes_of is not None:
        sql.need(
            "findable.kind = 'note' AND (SELECT therapy FROM note WHERE note.id = findable.record) = ?",
            notes_of,
        )
    elif kinds:
        sql.need(f"findable.kind IN ({', '.join('?' * len(kinds))})", *sorted(kinds))
    return sql


def _need_words(sql: _Sql, words: Sequence[Term]) -> None:
    """Whole words and their beginnings, by the index of words."""
    wanted = [it for it in words if it.wanted]
    without = [it for it in words if not it.wanted]
    if wanted:
        every = " AND ".join(_phrase(it) for it in wanted)
        sql.lead("find_word", f"({every})" + "".join(f" NOT {_phrase(it)}" for it in without))
        return
    for term in without:
        sql.need("findable.id NOT IN (SELECT rowid FROM find_word WHERE find_word MATCH ?)", _phrase(term))


def _need_parts(sql: _Sql, parts: Sequence[Term], *, by_hand: bool) -> None:
    """Letters anywhere in a word: by groups of three, and then by the text itself unless that is done by hand.

    One or two letters, which are whole words in Chinese, by the groups that begin with them.
    """
    wanted = [it.text for it in parts if it.wanted]
    groups = {text[start : start + GROUP] for text in wanted for start in range(len(text) - GROUP + 1)}
    if groups:
        match = " AND ".join(_phrase(Term(text=it)) for it in sorted(groups))
        if sql.has_words:
            sql.need(f"{sql.id} IN (SELECT rowid FROM find_part WHERE find_part MATCH ?)", match)
        else:
            sql.lead("find_part", match)
    for text in (it.casefold() for it in wanted if len(it) < GROUP):
        sql.need(
            f"{sql.id} IN (SELECT doc FROM find_group WHERE term >= ? AND term < ?)", text, text + BEYOND
        )
    for term in parts:
        if not term.wanted or (len(term.text) > GROUP and not by_hand):
            like = "%" + "".join(f"\\{it}" if it in "\\%_" else it for it in term.text) + "%"
            holds = f"{'' if term.wanted else 'NOT '}EXISTS"
            sql.need(
                f"{holds} (SELECT 1 FROM findable_text AS it WHERE it.id = findable.id"
                " AND (it.title LIKE ? ESCAPE '\\' OR it.text LIKE ? ESCAPE '\\'))",
                like,
                like,
            )


def _phrase(term: Term) -> str:
    quoted = term.text.replace('"', '""')
    return f'"{quoted}" *' if term.is_prefix else f'"{quoted}"'


def _found(number: int, kind: str, record: int, part: str, title: str, text: str) -> Found:
    return Found(kind=KINDS[kind], record=record, part=part, place=number, raw_title=title, raw_passage=text)


def _by_hand(rows: Iterable[Row], wanted: Sequence[str]) -> Iterator[Found]:
    """Which of these hold the very letters wanted, marked; their groups of three may stand apart."""
    each = [_any_of([it]) for it in wanted if len(it) > GROUP]
    every = _any_of(sorted(wanted, key=len, reverse=True))
    for number, kind, record, part, title, text in rows:
        if all(it.search(title) or it.search(text) for it in each):
            passage = _passage(text, every)
            yield _found(number, kind, record, part, every.sub(_mark, title), every.sub(_mark, passage))


def _any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """What finds each of these in a text as LIKE would, the first first; of none, nothing.

    Letters that have no case are found sooner.
    """
    joined = "|".join(map(re.escape, terms)) or r"(?!)"
    return re.compile(joined, 0 if joined.lower() == joined.upper() else re.IGNORECASE | re.ASCII)


def _mark(found: re.Match[str]) -> str:
    return f"{BEGIN}{found[0]}{END}"


def _passage(text: str, wanted: re.Pattern[str]) -> str:
    """The part of a text around the first find."""
    found = wanted.search(text)
    start = max(0, (found.start() if found else 0) - PASSAGE // 4)
    end = start + PASSAGE
    return (MORE if start else "") + text[start:end] + (MORE if end < len(text) else "")
