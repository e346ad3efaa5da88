"""Daylio's CSV: one mood with its activities and a note on each line."""

import csv
import io
import re
from collections.abc import Iterator
from datetime import date, datetime, time, tzinfo

from therapy_diary.exchange import html_text
from therapy_diary.exchange.found import Found, LeftOut, Skipped, Why
from therapy_diary.exchange.moments import moment_at, plainly
from therapy_diary.exchange.records import Results, as_json, each
from therapy_diary.exchange.source import TEXT_MARKS, Source
from therapy_diary.exchange.worded_date import read_date

SOURCE = "daylio"
MOODS = {"rad": 5, "good": 4, "meh": 3, "bad": 2, "awful": 1}
"""The names that come with Daylio; of any other nobody knows where it stands, so only its word is kept."""
NEEDED = ({"full_date", "mood", "note"}, {"year", "date", "mood", "note"})
"""The columns of today, and of the years when a date stood in two."""
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}) ?[:.h時시] ?(\d{2})(?!\d)")
_AFTER_NOON = re.compile(r"(?i)p\.? ?m|μ\.? ?μ|下午|午後|오후|ös|чп|אחה")
_BEFORE_NOON = re.compile(r"(?i)a\.? ?m|π\.? ?μ|上午|午前|오전|öö|дп|לפנה")
"""How phones write the two halves of a day. One that is written in no such way leaves the day, which is known."""
LONGEST_FIELD = 4 * 1024 * 1024


def recognises(source: Source) -> bool:
    """Whether its first line names these columns, in whatever order."""
    columns = set(columns_of(source)) if source.is_file else set()
    return any(columns >= it for it in NEEDED)


def read(source: Source, here: tzinfo | None) -> Results:  # noqa: ARG001 - local time only
    """Every line."""
    try:
        yield from each(rows_of(source.text(source.names[0])), _entry, "line")
    except csv.Error:
        yield Skipped(what="the rest of the file", why=Why.UNREADABLE)


def columns_of(source: Source) -> list[str]:
    """The names in the first line of a CSV file."""
    head = source.head(source.names[0])
    encoding = next((it for mark, it in TEXT_MARKS if head.startswith(mark)), "utf-8")
    first = head.decode(encoding, "replace").lstrip("\ufeff")
    first = re.split(r"[\r\n]", first, maxsplit=1)[0]
    try:
        rows = csv.reader([first], delimiter=_between(first))
        return [it.strip().strip('"').strip().lower() for it in next(rows, [])]
    except csv.Error:
        return []


def rows_of(text: str) -> Iterator[dict[str, str]]:
    """Each line by the names of its columns, in small letters. Raises csv.Error."""
    csv.field_size_limit(LONGEST_FIELD)
    text = text.lstrip("\ufeff").replace("\0", "")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_between(text.partition("\n")[0]))
    names = [it.strip().lower() for it in next(reader, [])]
    for row in reader:
        if row:
            yield dict(zip(names, row, strict=False))


def _between(first: str) -> str:
    """What stands between columns: a spreadsheet that kept the file anew may have put something else than a comma."""
    return max((",", ";", "\t"), key=first.count)


def _entry(row: dict[str, str]) -> Found:
    moment = moment_at(_when(row))
    mood = row.get("mood", "").strip()
    activities = [it.strip() for it in row.get("activities", "").split("|")]
    note, files = html_text.words_and_files(row.get("note", ""))
    return Found(
        source=SOURCE,
        written_at=moment.wall,
        day_only=moment.day_only,
        title=row.get("note_title", "").strip(),
        text="\n\n".join(it for it in (note, _scales(row)) if it),
        tags=tuple(it for it in activities if it),
        mood=MOODS.get(mood.casefold()),
        mood_words=mood,
        record=as_json(row),
        said=(
            " ".join(row[it] for it in ("full_date", "year", "date", "time") if row.get(it)),
            row.get("note_title", ""),
            row.get("note", ""),
        ),
        files=files,
    )


def _when(row: dict[str, str]) -> date:
    """The day, with its time where that can be read."""
    on = row.get("full_date", "").strip() or f"{row.get('date', '')} {row.get('year', '')}".strip()
    if not on:
        raise LeftOut(Why.NO_DATE)
    read = read_date(on)
    day = read.date() if isinstance(read, datetime) else read
    clock = _clock(row.get("time", ""))
    return day if clock is None else datetime.combine(day, clock)


def _clock(said: str) -> time | None:
    found = _CLOCK.search(plainly(said))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    half = bool(_AFTER_NOON.search(said)) - bool(_BEFORE_NOON.search(said))
    if half and hour <= 12:
        hour = hour % 12 + (12 if half > 0 else 0)
    return time(hour, minute) if hour <= 23 and minute <= 59 else None


def _scales(row: dict[str, str]) -> str:
    """What was rated beside the mood, such as how one slept: a list below the note. Not all of it is a number."""
    return "\n".join(f"- {it.strip()}" for it in row.get("scales", "").split("|") if it.strip())
