"""Writes the same entries, one a day, as journals of RedNotebook, CherryTree and Lifeograph and as a diary of ours.

Each in the format that the program itself writes (RedNotebook 2.29, CherryTree 0.99, Lifeograph 2.0); the text is the same
in all of them.
"""

import itertools
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

from tests.benchmarks import corpus
from therapy_diary.keys.passphrase import Cost
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase, begin

FIRST_DAY = date(1999, 1, 1)
PASSPHRASE = Passphrase(text="a passphrase to measure by", cost=Cost(kibibytes=8 * 1024, passes=1, lanes=1))
KEY_FILE = "ours.key"
EXAMPLE_DIARY = Path("/usr/share/net.sourceforge.Lifeograph/diaries/example.diary")
"""Comes with Lifeograph; its head says how a diary is set up."""
WRITTEN = 1_700_000_000  # seconds: when CherryTree and Lifeograph are told it was written
CHERRYTREE = """
CREATE TABLE node (node_id INTEGER UNIQUE, name TEXT, txt TEXT, syntax TEXT, tags TEXT, is_ro INTEGER, is_richtxt INTEGER,
    has_codebox INTEGER, has_table INTEGER, has_image INTEGER, level INTEGER, ts_creation INTEGER, ts_lastsave INTEGER);
CREATE TABLE codebox (node_id INTEGER, offset INTEGER, justification TEXT, txt TEXT, syntax TEXT, width INTEGER, height INTEGER,
    is_width_pix INTEGER, do_highl_bra INTEGER, do_show_linenum INTEGER);
CREATE TABLE grid (node_id INTEGER, offset INTEGER, justification TEXT, txt TEXT, col_min INTEGER, col_max INTEGER);
CREATE TABLE image (node_id INTEGER, offset INTEGER, justification TEXT, anchor TEXT, png BLOB, filename TEXT, link TEXT, time INTEGER);
CREATE TABLE children (node_id INTEGER UNIQUE, father_id INTEGER, sequence INTEGER);
CREATE TABLE bookmark (node_id INTEGER UNIQUE, sequence INTEGER);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What was written on one day."""

    day: date
    title: str
    text: str


def days(count: int) -> Iterator[Day]:
    """So many days in a row, each with an entry."""
    for number, it in enumerate(corpus.entries(count)):
        yield Day(day=FIRST_DAY + timedelta(days=number), title=it.title, text=it.text)


def rednotebook(place: Path, count: int) -> None:
    """A folder with a YAML file for each month."""
    import yaml

    place.mkdir()
    dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    for (year, month), its in itertools.groupby(days(count), lambda it: (it.day.year, it.day.month)):
        content = {it.day.day: {"text": f"=== {it.title} ===\n{it.text}\n"} for it in its}
        words = yaml.dump(content, Dumper=dumper, allow_unicode=True)
        (place / f"{year:04d}-{month:02d}.txt").write_text(words, encoding="utf-8")


def cherrytree(place: Path, count: int) -> None:
    """One SQLite file: years, months in them, days in those."""
    numbers = itertools.count(1)
    with sqlite3.connect(place) as connection:
        connection.executescript(CHERRYTREE)

        def node(name: str, text: str, father: int, sequence: int) -> int:
            number = next(numbers)
            rich = (
                f'<?xml version="1.0" encoding="UTF-8"?>\n<node><rich_text>{escape(text)}</rich_text></node>'
            )
            connection.execute(
                "INSERT INTO node VALUES (?, ?, ?, 'custom-colors', '', 0, 1, 0, 0, 0, 0, ?, ?)",
                (number, name, rich, WRITTEN, WRITTEN),
            )
            connection.execute("INSERT INTO children VALUES (?, ?, ?)", (number, father, sequence))
            return number

        for year, in_year in itertools.groupby(days(count), lambda it: it.day.year):
            above = node(str(year), "", 0, year - FIRST_DAY.year + 1)
            for month, in_month in itertools.groupby(in_year, lambda it: it.day.month):
                of_month = node(f"{month:02d}", "", above, month)
                for it in in_month:
                    node(f"{it.day.day:02d} {it.title}", it.text, of_month, it.day.day)
    connection.close()


def lifeograph(place: Path, count: int) -> None:
    """One text file, under the head of the example that comes with the program."""
    example = EXAMPLE_DIARY.read_text(encoding="utf-8")
    chapters = "ID10004\nC ADefault"
    head = f"{example[: example.index(chapters)]}{chapters}\n\n"
    with place.open("w", encoding="utf-8") as opened:
        opened.write(head)
        for number, it in enumerate(days(count), start=20_001):
            code = (it.day.year << 19) | (it.day.month << 15) | (it.day.day << 10) | 1
            lines = "".join(f"Ep<{line}\n" for line in (it.title, *it.text.split("\n")))
            stamps = f"Ec{WRITTEN}\nEe{WRITTEN}\nEt{WRITTEN}\n"
            opened.write(f"ID{number}\nE __n_{code}\n{stamps}{lines}\n")


def ours(place: Path, count: int) -> None:
    """A folder of ours, encrypted, and beside it its key."""
    folder = DiaryFolder(place)
    with folder.hold():
        diary, _ = begin(folder, now=datetime.now, way=PASSPHRASE)
        place.with_name(KEY_FILE).write_bytes(diary.key)
        with diary.change():
            therapy = diary.therapies.begin(label="Therapy", started_on=FIRST_DAY).id
            for it in days(count):
                diary.notes.write(therapy, it.text, datetime.combine(it.day, time(10)), title=it.title)
        diary.close()
