"""How long searching and saving take, beside the same in plain SQLite, in diaries of 1,000 to 100,000 notes.

Each figure is the middle of many; ours and the plain one take turns, so that a busy minute slows both.
"""

import sqlite3
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from tests.benchmarks import corpus, stores
from therapy_diary.domain.found import Order
from therapy_diary.domain.note import NoteId
from therapy_diary.storage.diary import Diary

TURNS, SAVES = 15, 60
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


def turns(ours: Callable[[], object], plain: Callable[[], object], count: int) -> tuple[float, float]:
    """The middle of the milliseconds each took."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(count + 1):
        for kept, do in zip(times, (ours, plain), strict=True):
            begun = time.perf_counter()
            do()
            if number:  # the first turn fills the caches
                kept.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def searching(diary: Diary, plain: sqlite3.Connection) -> dict[str, tuple[float, float]]:
    """What each search takes, ours and plain."""
    found = {}
    for order, by in ((Order.DATE, "rowid DESC"), (Order.MATCH, "rank")):
        for name, (typed, match) in SEARCHES.items():
            sql = BY_WORD.format(order=by)
            found[f"{name}, by {order}"] = turns(
                lambda typed=typed, order=order: diary.search.find(typed, SHOWN, order=order),
                lambda sql=sql, match=match: plain.execute(sql, [match, SHOWN]).fetchall(),
                TURNS,
            )
    for name, text in PARTS.items():
        sql = BY_PART if len(text) > 2 else BY_LOOKING
        found[name] = turns(
            lambda text=text: diary.search.find(text, SHOWN),
            lambda text=text, sql=sql: plain.execute(sql, [text, f"%{text}%", SHOWN]).fetchall(),
            TURNS,
        )
    return found


def saving(diary: Diary, plain: sqlite3.Connection) -> dict[str, tuple[float, float]]:
    """What one new note, and one rewritten note, take until they are on the disk with their index entries."""
    therapy = diary.therapies.current()
    assert therapy is not None
    texts = [it.text for it in corpus.entries(200)]
    clock = iter(range(1_000_000))
    note = diary.notes.newest(therapy.id, 1)[0]

    def write() -> None:
        number = next(clock)
        with diary.change():
            diary.notes.write(therapy.id, texts[number % 200], NOW + timedelta(minutes=number))

    def write_plain() -> None:
        number = next(clock)
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            "INSERT INTO note (title, text, written_at) VALUES ('', ?, ?)",
            [texts[number % 200], NOW.isoformat()],
        )
        plain.execute("COMMIT")

    def rewrite() -> None:
        with diary.change():
            diary.notes.rewrite(
                NoteId(note.id),
                texts[next(clock) % 200],
                NOW,
                title=note.title,
                session=note.session,
                kind=note.kind,
            )

    def rewrite_plain() -> None:
        plain.execute("BEGIN IMMEDIATE")
        plain.execute(
            "INSERT INTO version (note, title, text) SELECT id, title, text FROM note ORDER BY id DESC LIMIT 1"
        )
        plain.execute(
            "UPDATE note SET text = ? WHERE id = (SELECT max(id) FROM note)", [texts[next(clock) % 200]]
        )
        plain.execute("COMMIT")

    return {
        "saving a new note": turns(write, write_plain, SAVES),
        "saving a note anew": turns(rewrite, rewrite_plain, SAVES),
    }


def as_ours(file: Path) -> sqlite3.Connection:
    """Plain SQLite with the same promises about what is on the disk after a commit."""
    connection = sqlite3.connect(file, isolation_level=None)
    for pragma in (
        "journal_mode = TRUNCATE",
        "synchronous = EXTRA",
        "secure_delete = ON",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def measure(count: int) -> dict[str, tuple[float, float]]:
    """Every figure for one size, ours and plain."""
    file, beside = stores.scratch(stores.diary_of(count)), stores.scratch(stores.plain_of(count))
    diary, plain = Diary.open(file, stores.KEY), as_ours(beside)
    try:
        return {**searching(diary, plain), **saving(diary, plain)}
    finally:
        diary.close()
        plain.close()
        file.unlink()
        beside.unlink()


def table(sizes: list[int]) -> list[str]:
    """The lines of a Markdown table: milliseconds and how many times plain SQLite, for each size."""
    all_sizes: list[dict[str, Any]] = [measure(it) for it in sizes]
    lines = [
        "| what | " + " | ".join(f"{it:,} notes: ms | × plain" for it in sizes) + " |",
        "|---|" + "--:|" * (2 * len(sizes)),
    ]
    for name in all_sizes[0]:
        cells = (f"{ours:.2f} | {ours / plain:.2f}" for ours, plain in (it[name] for it in all_sizes))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return lines
