"""Finds texts by their words, newest first or best match first; what was asked is kept nowhere.

The index is kept in step by the triggers of migrations/0003_finding.sql. "Newest first" is the order of its row
numbers: sorting by a date would take a third of a second for a common word in a hundred thousand notes.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from therapy_diary.domain.found import BEGIN, END, Found, FoundKind, Order, place_of
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.connection import Connection, Failure, Row
from therapy_diary.storage.query import Query, Term, understood

MORE = "…"
WORDS_SHOWN = 32
PASSAGE = 160  # characters around a find in a script that does not part its words
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

    def counted(self) -> str:
        """Where rows come from when they are only counted: the leading table alone, if that will do."""
        return self.source if any("findable." in it for it in self.conditions) else self.leading

    def shown(self) -> str:
        """Title and text of a row, marked where FTS5 can do it, and where they come from."""
        if self.has_words:
            title = f"highlight(find_word, 0, '{BEGIN}', '{END}')"
            text = f"snippet(find_word, 1, '{BEGIN}', '{END}', '{MORE}', {WORDS_SHOWN})"
            return f"{title} AS title, {text} AS text FROM {self.source}"
        return f"whole.title, whole.text FROM {self.source} CROSS JOIN findable_text AS whole ON whole.id = findable.id"


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

        below: the place of the last one shown, for the next page in order of date. kinds: only these; none means all.
        notes_of: only notes of that therapy. Raises SearchStopped after SearchBeside.stop().
        """
        query = understood(typed, still_typing=still_typing)
        if query.is_empty:
            return []
        sql = _sql(query, kinds, notes_of)
        if below is not None:
            sql.need(f"{sql.id} < ?", below)
        by_match = order is Order.MATCH and sql.has_words
        rows = self._ask(
            f"SELECT findable.id, findable.kind, findable.record, findable.part, {sql.shown()} WHERE {sql.where()}"
            f" ORDER BY {'find_word.rank' if by_match else f'{sql.id} DESC'} LIMIT ?",
            [*sql.values, limit],
        )
        by_hand = None if sql.has_words else _any_of(it.text for it in query.parts if it.wanted)
        return [_found(row, by_hand) for row in rows]

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
        return int(self._ask(f"SELECT count(*) FROM {sql.counted()} WHERE {sql.where()}", sql.values)[0][0])

    def _ask(self, sql: str, values: list[Any]) -> list[Row]:
        try:
            return self._connection.execute(sql, values).fetchall()
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


def _sql(query: Query, kinds: Collection[FoundKind], notes_of: TherapyId | None) -> _Sql:
    sql = _Sql()
    _need_words(sql, query)
    _need_parts(sql, query)
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


def _need_words(sql: _Sql, query: Query) -> None:
    """Whole words and their beginnings, by the index of words."""
    wanted = [it for it in query.words if it.wanted]
    without = [it for it in query.words if not it.wanted]
    if wanted:
        every = " AND ".join(_phrase(it) for it in wanted)
        sql.lead("find_word", f"({every})" + "".join(f" NOT {_phrase(it)}" for it in without))
        return
    for term in without:
        sql.need("findable.id NOT IN (SELECT rowid FROM find_word WHERE find_word MATCH ?)", _phrase(term))


def _need_parts(sql: _Sql, query: Query) -> None:
    """Letters anywhere in a word: by groups of three, and then by the text itself.

    One or two letters, which are whole words in Chinese, by the groups that begin with them.
    """
    wanted = [it.text for it in query.parts if it.wanted]
    groups = {text[start : start + 3] for text in wanted for start in range(len(text) - 2)}
    if groups:
        match = " AND ".join(_phrase(Term(text=it)) for it in sorted(groups))
        if sql.has_words:
            sql.need(f"{sql.id} IN (SELECT rowid FROM find_part WHERE find_part MATCH ?)", match)
        else:
            sql.lead("find_part", match)
    for text in (it.casefold() for it in wanted if len(it) < 3):
        sql.need(
            f"{sql.id} IN (SELECT doc FROM find_group WHERE term >= ? AND term < ?)", text, text + BEYOND
        )
    for term in query.parts:
        if len(term.text) > 3 or not term.wanted:
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


def _found(row: Row, by_hand: re.Pattern[str] | None) -> Found:
    """by_hand: what to mark where FTS5 has not done it."""
    number, kind, record, part, title, text = row
    if by_hand is not None:
        mark = rf"{BEGIN}\g<0>{END}"
        title, text = by_hand.sub(mark, title), by_hand.sub(mark, _passage(text, by_hand))
    return Found(
        kind=FoundKind(kind), record=record, part=part, place=number, raw_title=title, raw_passage=text
    )


def _any_of(terms: Iterable[str]) -> re.Pattern[str]:
    """What finds each of these in a text, the longest first; of none, nothing."""
    every = "|".join(re.escape(it) for it in sorted(terms, key=len, reverse=True))
    return re.compile(every or r"(?!)", re.IGNORECASE)


def _passage(text: str, wanted: re.Pattern[str]) -> str:
    """The part of a text around the first find."""
    found = wanted.search(text)
    start = max(0, (found.start() if found else 0) - PASSAGE // 4)
    end = start + PASSAGE
    return (MORE if start else "") + text[start:end] + (MORE if end < len(text) else "")
