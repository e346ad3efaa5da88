"""What a row says: the words of a note, a session, a milestone, on the screen and aloud."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QObject

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.domain.note import Note
from therapy_diary.domain.session import Session, SessionState
from therapy_diary.views.days import day_in_words, short_day
from therapy_diary.views.finding.entry import Entry, EntryKind
from therapy_diary.views.kinds_of_note import kind_in_words
from therapy_diary.views.milestone.words import kind_words

LONGEST_TITLE = 120
TAGS_SHOWN = 4
_MARKED = re.compile(r"[ \t]*[-+#>]|[^*_\[]*[*_\[]")
"""A line that may have marks in it: most have none, and need not be read for them."""
Bars = tuple[int | None, ...]


class EntryWords(QObject):
    """Makes rows of records."""

    def note(
        self, note: Note, session: Session | None, number: int | None, bars: Bars, tags: Iterable[str]
    ) -> Entry:
        """A note's row. number: the session's, None where it was not held."""
        title, body = title_and_body(note)
        kind, when, tags = kind_in_words(note.kind), note.written_at, tuple(tags)
        name = "" if session is None else self.session_name(session, number)
        day = day_in_words(when.date() if session is None else session.starts_at.date())
        spoken = ", ".join(it for it in (name, day, kind) if it)
        spoken = ". ".join(it for it in (f"{spoken}: {title}" if title else spoken, body) if it)
        parts = [with_stop(spoken)]
        if note.starred:
            parts.append(self.tr("Starred."))
        if tags:
            parts.append(self.tr("Tags: {tags}.").format(tags=", ".join(tags)))
        return Entry(
            kind=EntryKind.NOTE if session is None else EntryKind.SESSION,
            moment=when,
            day=short_day(when.date()),
            title=named(name, title) or kind,
            body=body,
            chips=(kind, *(f"#{it}" for it in tags[:TAGS_SHOWN])),
            starred=note.starred,
            bars=bars,
            spoken=" ".join(parts) + self.bars_spoken(bars),
            subject=note,
        )

    def session(self, session: Session, number: int | None, bars: Bars) -> Entry:
        """The row of a session nothing was written about."""
        name = self.session_name(session, number)
        day = day_in_words(session.starts_at.date())
        spoken = ". ".join(it for it in (f"{name}, {day}", session.one_line) if it)
        return Entry(
            kind=EntryKind.SESSION if session.is_held else EntryKind.BREAK,
            moment=session.starts_at,
            day=short_day(session.starts_at.date()),
            title=name,
            body=session.one_line,
            bars=bars,
            spoken=with_stop(spoken) + self.bars_spoken(bars),
            subject=session.id,
        )

    def milestone(self, mark: Milestone) -> Entry:
        """The row of a milestone or a break."""
        kind = kind_words()[mark.kind]
        days, spoken_days = short_day(mark.on_date), day_in_words(mark.on_date)
        if mark.until is not None and mark.until != mark.on_date:
            days = f"{days} – {short_day(mark.until)}"
            spoken_days = self.tr("{first} to {last}").format(
                first=spoken_days, last=day_in_words(mark.until)
            )
        spoken = f"{kind}, {spoken_days}" + (f": {mark.words}" if mark.words else "")
        return Entry(
            kind=EntryKind.BREAK if mark.kind is MilestoneKind.BREAK else EntryKind.MILESTONE,
            moment=moment_of(mark),
            day=days,
            title=kind,
            body=mark.words,
            spoken=with_stop(spoken),
            subject=mark,
        )

    def session_name(self, session: Session, number: int | None) -> str:
        """Such as "Session 12"."""
        if number:
            return self.tr("Session {number}").format(number=number)
        return {
            SessionState.PLANNED: self.tr("Planned session"),
            SessionState.CANCELLED_BY_ME: self.tr("Cancelled by you"),
            SessionState.CANCELLED_BY_THERAPIST: self.tr("Cancelled by your therapist"),
            SessionState.MISSED: self.tr("Missed session"),
        }.get(session.state, self.tr("Session"))

    def bars_spoken(self, bars: Bars) -> str:
        """The three answers in words, after a blank; nothing where nothing was rated."""
        if not bars:
            return ""
        names = (self.tr("aims"), self.tr("way of working"), self.tr("connection"))
        left_out = self.tr("not answered")
        parts = (
            f"{name} {left_out if value is None else value}" for name, value in zip(names, bars, strict=True)
        )
        return " " + self.tr("Between you, from 0 to 4: {parts}.").format(parts=", ".join(parts))


def moment_of(thing: Note | Session | Milestone) -> datetime:
    """Where it stands in time; a mark stands at the end of its day, above what happened on it."""
    if isinstance(thing, Note):
        return thing.written_at
    if isinstance(thing, Session):
        return thing.starts_at
    return datetime.combine(thing.until or thing.on_date, time(23, 59))


def month_heading(moment: datetime) -> Entry:
    """The row above a month."""
    locale, day = QLocale(), moment.date()
    year = locale.toString(QDate(day.year, 1, 1), "yyyy")
    words = f"{locale.standaloneMonthName(day.month)} {year}"
    return Entry(kind=EntryKind.MONTH, moment=moment, title=words, spoken=words)


def with_months(entries: Iterable[Entry], before: Entry | None) -> list[Entry]:
    """The rows with a heading for each month; before is the row above the first."""
    rows: list[Entry] = []
    last: date | None = None if before is None else before.moment.date()
    for entry in entries:
        day = entry.moment.date()
        if last is None or (last.year, last.month) != (day.year, day.month):
            rows.append(month_heading(entry.moment))
        rows.append(entry)
        last = day
    return rows


def named(name: str, title: str) -> str:
    """A session's name and a note's title on one line; the title keeps its own direction."""
    return f"{name} – \u2068{title}\u2069" if name and title else name or title


def plain_words(text: str) -> str:
    """Markdown text on one line, without its marks."""
    lines = (_without_marks(line) for line in text.splitlines())
    return " ".join(" ".join(lines).split())


def title_and_body(note: Note) -> tuple[str, str]:
    """The title, or a short first line in its place; and the words below it."""
    if note.title.strip():
        return note.title.strip(), plain_words(note.text)
    first, _, rest = note.text.lstrip().partition("\n")
    heading = plain_words(first)
    if not rest.strip() or len(heading) > LONGEST_TITLE:
        return "", plain_words(note.text)
    return heading, plain_words(rest)


def with_stop(sentence: str) -> str:
    """The sentence with a full stop, if it ends without one."""
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."


def _without_marks(line: str) -> str:
    if not _MARKED.match(line):
        return line
    from therapy_diary.widgets.markdown_marks import read

    marks = read(line)
    hidden = {(start, length) for start, length in (*marks.marks, *marks.hidden) if length}
    if marks.prefix[1] and not marks.item[:1].isdigit():
        hidden.add(marks.prefix)
    if not hidden:
        return line
    units = bytearray(line.encode("utf-16-le", "surrogatepass"))  # as Qt counts
    for start, length in sorted(hidden, reverse=True):
        del units[2 * start : 2 * (start + length)]
    return units.decode("utf-16-le", "replace")
