"""A span of the diary gathered as one page to read, for a browser or for paper."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QLocale

from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.sheet import Sheet, sheet
from therapy_diary.domain.milestone import Milestone
from therapy_diary.domain.note import Note
from therapy_diary.domain.therapy import Therapy
from therapy_diary.exchange.choice import Choice, Part
from therapy_diary.exchange.report import GoOn, or_stop
from therapy_diary.reports.pages.note_html import FileOf, note_html
from therapy_diary.reports.pages.reading_page import Entry, Group, reading_page
from therapy_diary.reports.pages.words import PageWords, page_words
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import date_in_words, start_in_words
from therapy_diary.views.milestone.words import kind_words

AT_ONCE = 200  # notes whose rows are read together
ANY_NUMBER = 100_000  # pages


def reading_html(diary: Diary, choice: Choice, now: datetime, go_on: GoOn, *, on_paper: bool = False) -> str:
    """The page. Raises ExchangeTrouble when it is stopped, and a StorageError."""
    words = page_words("reading", QLocale().name())
    therapies = [it for it in diary.therapies.all() if choice.therapy in {None, it.id}]
    notes = sorted((it for therapy in therapies for it in _chosen(diary, therapy, choice)), key=_when)
    entries = list(_entries(diary, notes, words, go_on))
    page = reading_page(
        entries,
        _lists(diary, therapies, words, choice),
        words,
        span=_span(notes, words),
        footer=_footer(words, now),
        on_paper=on_paper,
    )
    or_stop(go_on, len(notes))
    return page


def reading_sheet(diary: Diary, choice: Choice, now: datetime, go_on: GoOn, paper: Paper) -> Sheet:
    """The same laid out for paper."""
    words = page_words("reading", QLocale().name())
    return sheet(
        reading_html(diary, choice, now, go_on, on_paper=True),
        paper,
        footer=(_footer(words, now),),
        page_number=words.word("page", "page_number"),
        right_to_left=words.direction == "rtl",
        most_pages=ANY_NUMBER,
    )


def _when(note: Note) -> tuple[datetime, int]:
    return note.written_at, note.id


def _chosen(diary: Diary, therapy: Therapy, choice: Choice) -> Iterator[Note]:
    last: Note | None = None
    while Part.NOTES in choice.parts and (page := diary.notes.newest(therapy.id, AT_ONCE, before=last)):
        last = page[-1]
        for it in page:
            if choice.spans(it.written_at.date()) and (choice.never_printed or not it.never_print):
                yield it


def _entries(diary: Diary, notes: list[Note], words: PageWords, go_on: GoOn) -> Iterator[Entry]:
    there = {it.uid for it in notes}
    for done, narrow in enumerate(notes, start=1):
        or_stop(go_on, done)
        note = diary.notes.get(narrow.id)
        tags = [f"#{it}" for it in diary.imports.tags_of(note.id)]
        yield Entry(
            anchor=f"n{note.uid}",
            title=note.title.strip() or words.word("headings", "untitled"),
            when=start_in_words(note.written_at),
            told=" · ".join([words.word("kind", note.kind), *tags]),
            plain=note.text,
            body=note_html(
                note.text, _files_of(diary, note), lambda uid: f"n{uid}" if uid in there else None
            ),
        )


def _files_of(diary: Diary, note: Note) -> FileOf:
    def file_of(name: str) -> tuple[str, bytes] | None:
        found = diary.attachments.named(note.id, name)
        return None if found is None else (found.media, found.content)

    return file_of


def _lists(diary: Diary, therapies: list[Therapy], words: PageWords, choice: Choice) -> list[Group]:
    groups = {
        Part.TOPICS: [
            it.wording
            for therapy in therapies
            for it in diary.topics.of(therapy.id)
            if choice.spans(it.created_on) and (choice.covered or not it.covered)
        ],
        Part.GOALS: [
            it.wording.wording
            for therapy in therapies
            for it in diary.goals.of(therapy.id)
            if choice.spans(it.opened_on)
        ],
        Part.MILESTONES: [
            _mark(it)
            for therapy in therapies
            for it in diary.milestones.of(therapy.id)
            if choice.spans(it.on_date)
        ],
    }
    return [
        Group(title=words.word("headings", part), lines=tuple(lines))
        for part, lines in groups.items()
        if part in choice.parts
    ]


def _mark(mark: Milestone) -> str:
    days = [mark.on_date, *([mark.until] if mark.until else [])]
    when = " – ".join(date_in_words(it) for it in days)
    return " · ".join(filter(None, (when, kind_words()[mark.kind], mark.words.strip())))


def _span(notes: list[Note], words: PageWords) -> str:
    if not notes:
        return words.word("page", "empty")
    first, last = (date_in_words(it.written_at.date()) for it in (notes[0], notes[-1]))
    return words.filled("page", "span", first=first, last=last)


def _footer(words: PageWords, now: datetime) -> str:
    return words.filled("page", "printed", date=date_in_words(now.date()))
