"""How long searching and saving take, beside the same in plain SQLite, in diaries of 1,000 to 100,000 notes.

Each figure is the middle of many; ours and the plain one take turns, so that a busy minute slows both. Searching is counted
in processor time, for all it needs is in memory; saving until it is on the disk. Plain is the
SQLite that comes with Python: its index of words leaves deleted words in the file until they happen to be merged away. So
saving is measured once more beside the same tables in the library of ours, without a key, that wipes them at once.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from itertools import cycle
from pathlib import Path
from typing import Any

from tests.benchmarks import corpus, stores
from therapy_diary.domain.found import Order
from therapy_diary.storage.diary import Diary

FEWEST, MOST = 15, 150  # turns
ENOUGH = 2.0  # seconds for one figure, where fewer turns fill them
SAVES, WIPES = 40, 7  # fewer than the versions kept of a note: the oldest goes with the words it holds
SHOWN = 50
NOW = stores.NOW

SEARCHES = {  # what is typed, and what plain SQLite is asked
    "rare word": (f"{corpus.RARE} ", f'"{corpus.RARE}"'),
    "common word": (f"{corpus.COMMON} ", f'"{corpus.COMMON}"'),
    "beginning of a word": (f"{corpus.PREFIX}*", f'"{corpus.PREFIX}" *'),
    "phrase": (f'"{corpus.PHRASE}"', f'"{corpus.PHRASE}"'),
    "two words": (f"{corpus.TWO_WORDS} ", " AND ".join(f'"{it}"' for it in corpus.TWO_WORDS.split())),
}
PARTS = {
    "part of a word, Hebrew": corpus.HEBREW,
    "part of a word, Chinese": corpus.CHINESE,
    "two signs, Chinese": corpus.TWO_SIGNS,
}
BY_WORD = (
    "SELECT rowid, highlight(word, 0, char(2), char(3)), snippet(word, 1, char(2), char(3), '…', 32)"
    " FROM word WHERE word MATCH ? ORDER BY {order} LIMIT ?"
)
BY_PART = (
    "SELECT rowid, title, substr(text, max(1, instr(text, ?1) - 40), 160) FROM part WHERE text LIKE ?2"
    " ORDER BY rowid DESC LIMIT ?3"
)
BY_LOOKING = (  # no index of groups of three can help with two signs
    "SELECT id, title, substr(text, max(1, instr(text, ?1) - 40), 160) FROM note WHERE text LIKE ?2"
    " ORDER BY id DESC LIMIT ?3"
)


def turns(
    *doings: Callable[[], object], count: int = 0, clock: Callable[[], float] = time.perf_counter
) -> tuple[float, ...]:
    """The middle of the milliseconds each took; count: how often, 0 for as often as there is time."""
    begun = clock()
    for do in doings:  # the first turn fills the caches
        do()
    once = clock() - begun
    times: list[list[float]] = [[] for _ in doings]
    for _ in range(count or min(max(FEWEST, round(ENOUGH / once)), MOST)):
        for kept, do in zip(times, doings, strict=True):
            begun = clock()
            do()
            kept.append((clock() - begun) * 1000)
    return tuple(map(statistics.median, times))


def searching(diary: Diary, plain: sqlite3.Connection) -> dict[str, tuple[float, ...]]:
    """What each search takes, ours and plain."""
    found = {}
    for order, by in ((Order.DATE, "rowid DESC"), (Order.MATCH, "rank")):
        for name, (typed, match) in SEARCHES.items():
            sql = BY_WORD.format(order=by)
            found[f"{name}, by {order}"] = turns(
                lambda typed=typed, order=order: diary.search.find(typed, SHOWN, order=order),
                lambda sql=sql, match=match: plain.execute(sql, [match, SHOWN]).fetchall(),
                clock=time.thread_time,
            )
    for name, text in PARTS.items():
        sql = BY_PART if len(text) > 2 else BY_LOOKING
        found[name] = turns(
            lambda text=text: diary.search.find(text, SHOWN),
            lambda text=text, sql=sql: plain.execute(sql, [text, f"%{text}%", SHOWN]).fetchall(),
            clock=time.thread_time,
        )
    return found


def saving(
    diary: Diary, plain: sqlite3.Connection, wiping: sqlite3.Connection
) -> dict[str, tuple[float, ...]]:
    """What one new note, and one rewritten note, take until they are on the disk with their index entries.

    Beside the plain one that wipes by itself: it writes so much that whatever comes next has to wait.
    """
    new, anew = writing(diary), rewriting(diary)
    return {
        "saving a new note": turns(new, writing_plain(plain), count=SAVES),
        "saving a note anew": turns(anew, rewriting_plain(plain), count=SAVES),
        "saving a new note, plain wipes words too": turns(new, writing_plain(wiping), count=WIPES),
        "saving a note anew, plain wipes words too": turns(anew, rewriting_plain(wiping), count=WIPES),
    }


def writing(diary: Diary) -> Callable[[], None]:
    """What saves one new note after the other."""
    therapy = diary.therapies.current()
    assert therapy is not None
    texts = enumerate(cycle(_texts()))

    def write() -> None:
        number, text = next(texts)
        with diary.change():
            diary.notes.write(therapy.id, text, NOW + timedelta(minutes=number))

    return write


def rewriting(diary: Diary) -> Callable[[], None]:
    """What saves the newest note again and again, each time with another text."""
    therapy = diary.therapies.current()
    assert therapy is not None
    note = diary.notes.newest(therapy.id, 1)[0]
    texts = cycle(_texts())

    def rewrite() -> None:
        with diary.change():
            diary.notes.rewrite(
                note.id, next(texts), NOW, title=note.title, session=note.session, kind=note.kind
            )

    return rewrite


def writing_plain(plain: sqlite3.Connection) -> Callable[[], None]:
    """The same as writing() in plain SQLite."""
    texts = cycle(_texts())

    def write() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            "INSERT INTO note (title, text, written_at) VALUES ('', ?, ?)", [next(texts), NOW.isoformat()]
        )
        plain.execute("COMMIT")

    return write


def rewriting_plain(plain: sqlite3.Connection) -> Callable[[], None]:
    """The same as rewriting() in plain SQLite."""
    texts = cycle(_texts())

    def rewrite() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            "INSERT INTO version (note, title, text) SELECT id, title, text FROM note ORDER BY id DESC LIMIT 1"
        )
        plain.execute("UPDATE note SET text = ? WHERE id = (SELECT max(id) FROM note)", [next(texts)])
        plain.execute("COMMIT")

    return rewrite


def _texts() -> list[str]:
    return [it.text for it in corpus.entries(200)]


def as_ours(file: Path) -> sqlite3.Connection:
    """Plain SQLite with the same promises about what is on the disk after a commit."""
    return _promising(sqlite3.connect(file, isolation_level=None))


def as_ours_wiping(file: Path) -> sqlite3.Connection:
    """The same in the library of ours, without a key, and its index of words keeps no deleted word either."""
    from sqlcipher3 import dbapi2 as library

    connection: sqlite3.Connection = _promising(library.connect(str(file), isolation_level=None))
    connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 1)")
    connection.execute("INSERT INTO part (part, rank) VALUES ('secure-delete', 1)")
    return connection


def _promising(connection: Any) -> Any:
    for pragma in (
        "journal_mode = TRUNCATE",
        "synchronous = EXTRA",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def measure(count: int) -> dict[str, tuple[float, ...]]:
    """Every figure for one size: ours, the plain one, and of savings also the plain one that wipes."""
    files = [stores.scratch(stores.diary_of(count)), stores.scratch(stores.plain_of(count))]
    files.append(stores.scratch(files[1]))
    with (
        closing(Diary.open(files[0], stores.KEY)) as diary,
        closing(as_ours(files[1])) as plain,
        closing(as_ours_wiping(files[2])) as wiping,
    ):
        found = {**searching(diary, plain), **saving(diary, plain, wiping)}
    for file in files:
        stores.throw_away(file)
    return found


def table(sizes: list[int]) -> list[str]:
    """The lines of a Markdown table: milliseconds and how many times plain SQLite, for each size."""
    all_sizes = [measure(it) for it in sizes]
    lines = [
        "| what | " + " | ".join(f"{it:,} notes: ms | × plain" for it in sizes) + " |",
        "|---|" + "--:|" * (2 * len(sizes)),
    ]
    lines += [_line(name, [it[name] for it in all_sizes]) for name in all_sizes[0]]
    return lines


def _line(name: str, figures: list[tuple[float, ...]]) -> str:
    return f"| {name} | {' | '.join(f'{ours:.2f} | {ours / plain:.2f}' for ours, plain in figures)} |"
