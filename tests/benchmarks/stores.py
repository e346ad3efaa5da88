"""The diaries that are measured, and beside each the same notes in plain SQLite; built once and kept for the next run."""

import hashlib
import itertools
import os
import shutil
import sqlite3
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

from tests.benchmarks import corpus
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.migrate import steps
from therapy_diary.storage.stamps import second

KEY = bytes(range(32))
AT_ONCE = 5000
NOW = datetime(2026, 3, 4, 12, 0)

PLAIN = """
CREATE TABLE note (id INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL, written_at TEXT NOT NULL);
CREATE TABLE version (id INTEGER PRIMARY KEY, note INTEGER NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL);
CREATE VIRTUAL TABLE word USING fts5 (title, text, content = 'note', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO word (word, rank) VALUES ('rank', 'bm25(4.0, 1.0)');
CREATE VIRTUAL TABLE part USING fts5 (title, text, content = 'note', content_rowid = 'id', detail = none, tokenize = 'trigram');
CREATE TRIGGER comes AFTER INSERT ON note BEGIN
    INSERT INTO word (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
    INSERT INTO part (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
CREATE TRIGGER changes AFTER UPDATE OF title, text ON note BEGIN
    INSERT INTO word (word, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
    INSERT INTO part (part, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
    INSERT INTO word (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
    INSERT INTO part (rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
"""
"""What anybody would build who wants search: the tables, and both indexes kept in step by triggers."""


def shelf() -> Path:
    """Where files of this very corpus and schema are kept."""
    recipe = [*map(repr, corpus.entries(100)), PLAIN, *steps()]
    name = hashlib.sha256("".join(recipe).encode()).hexdigest()[:12]
    place = Path(tempfile.gettempdir()) / f"therapy-diary-bench-{name}"
    place.mkdir(exist_ok=True)
    return place


def diary_of(count: int) -> Path:
    """A diary of so many notes, one in six about a session."""
    file = shelf() / f"{count}" / "diary.db"
    if not file.exists():
        shutil.rmtree(file.parent, ignore_errors=True)
        beside = shelf() / f"{count}.part"
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir()
        _fill(Diary.create(beside / file.name, KEY), count)
        beside.rename(file.parent)
    return file


def newest_of(size: int, count: int) -> Path:
    """A diary of the newest so many notes of that one: the same rows on the screen, and nothing below them."""
    file = shelf() / f"{size}.newest-{count}" / "diary.db"
    if not file.exists():
        file.parent.mkdir(exist_ok=True)
        beside = file.with_suffix(".part")
        beside.unlink(missing_ok=True)
        diary = Diary.create(beside, KEY)
        with diary.change():
            therapy = diary.therapies.begin(label="Therapy", started_on=corpus.BEGIN.date()).id
            for entry in itertools.islice(corpus.entries(size), size - count, None):
                diary.notes.write(therapy, entry.text, entry.moment, title=entry.title)
        diary.close()
        beside.rename(file)
    return file


def plain_of(count: int) -> Path:
    """The same notes in plain SQLite."""
    file = shelf() / f"{count}.plain.db"
    if not file.exists():
        beside = file.with_suffix(".part")
        beside.unlink(missing_ok=True)
        connection = sqlite3.connect(beside)
        connection.executescript(PLAIN)
        connection.executemany(
            "INSERT INTO note (title, text, written_at) VALUES (?, ?, ?)",
            ((it.title, it.text, second(it.moment)) for it in corpus.entries(count)),
        )
        connection.commit()
        connection.close()
        beside.rename(file)
    return file


def scratch(file: Path) -> Path:
    """A copy to write into, of this process alone."""
    copy = file.with_name(f"{file.name}.{os.getpid()}.scratch")
    shutil.copyfile(file, copy)
    return copy


def throw_away(copy: Path) -> None:
    """Delete what scratch() made, and what SQLite put beside it."""
    for file in (copy, copy.with_name(f"{copy.name}-journal")):
        file.unlink(missing_ok=True)


def _fill(diary: Diary, count: int) -> None:
    therapy = None
    waiting = corpus.entries(count)
    done = 0
    if not count:
        with diary.change():
            diary.therapies.begin(label="Therapy", started_on=NOW.date())
    while done < count:
        with diary.change():
            for number, entry in zip(range(min(AT_ONCE, count - done)), waiting, strict=False):
                if therapy is None:
                    therapy = diary.therapies.begin(label="Therapy", started_on=entry.moment.date()).id
                about = None
                if (done + number) % 6 == 0 and done + number < 6000:
                    about = diary.sessions.add(therapy, entry.moment - timedelta(hours=2)).id
                diary.notes.write(therapy, entry.text, entry.moment, session=about, title=entry.title)
        done += AT_ONCE
    diary.close()
