"""What a search found, as rows: each with the passage where the words stand."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from therapy_diary.domain.found import Found, FoundKind, FoundOnPage, Marked, Order
from therapy_diary.domain.note import Note, NoteId
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.query import understood
from therapy_diary.views.days import compact_date, day_in_words
from therapy_diary.views.finding.by_hand import marks_in
from therapy_diary.views.finding.entry import Entry, EntryKind, EntryList, Marks, ModelIndex
from therapy_diary.views.finding.entry_words import named, plain_words, with_months, with_stop
from therapy_diary.views.finding.timeline_list import TimelineModel
from therapy_diary.views.wording import form_in_use

KINDS = {
    FoundKind.TOPIC: EntryKind.TOPIC,
    FoundKind.GOAL: EntryKind.GOAL,
    FoundKind.CHECKLIST: EntryKind.CHECKLIST,
    FoundKind.ENDING: EntryKind.ENDING,
}


class FoundModel(EntryList):
    """Notes, topics, goals, lines of the checklist and of the worksheet, finished pages, milestones, lines for next time.

    By date they stand under their months; by match they stand as they fit.
    """

    more_wanted = Signal(object)  # an int that is too long for a C++ one
    """The view was scrolled to the end: the place below which the next page begins."""

    def __init__(self, diary: Diary, timeline: TimelineModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._timeline = timeline
        self._order = Order.DATE
        self._below: int | None = None
        self._by_hand: list[Entry] = []  # newest first; not placed among the others yet
        self.by_hand = 0
        """How many of them there are in all, of which the search knows nothing."""

    def show_found(
        self,
        typed: str,
        found: list[Found],
        order: Order,
        on_pages: Sequence[FoundOnPage] = (),
        *,
        is_all: bool,
    ) -> None:
        """Show a first page."""
        self.beginResetModel()
        self._entries, self._order = [], order
        by_hand = [*self._found_by_hand(typed), *map(self._on_page, on_pages)]
        self._by_hand = sorted(by_hand, key=lambda it: it.moment, reverse=True)
        self.by_hand = len(self._by_hand)
        self._entries = self._rows(found, is_all=is_all)
        self.endResetModel()

    def show_more(self, found: list[Found], *, is_all: bool) -> None:
        """Put another page below."""
        self.add(self._rows(found, is_all=is_all))

    def clear(self) -> None:
        """Forget everything that was found."""
        self.beginResetModel()
        self._entries, self._by_hand, self._below = [], [], None
        self.endResetModel()

    def count(self) -> int:
        """How many cards there are so far."""
        return sum(it.kind is not EntryKind.MONTH for it in self._entries) + len(self._by_hand)

    def canFetchMore(self, parent: ModelIndex) -> bool:
        return not parent.isValid() and self._below is not None

    def fetchMore(self, parent: ModelIndex) -> None:
        if not parent.isValid() and self._below is not None:
            below, self._below = self._below, None
            self.more_wanted.emit(below)

    # rows

    def _rows(self, found: list[Found], *, is_all: bool) -> list[Entry]:
        by_date = self._order is Order.DATE
        self._below = found[-1].place if found and by_date and not is_all else None
        notes = self._diary.notes.of_ids([NoteId(it.record) for it in found if it.kind is FoundKind.NOTE])
        tags = self._diary.tags.of_each(notes)
        whose, entries = self._therapies_of(found), list[Entry]()
        for it in found:
            name = whose.get((it.kind, it.record), "")
            if it.kind is not FoundKind.NOTE:
                entries.append(_in_therapy(self._other(it), name))
            elif (note := notes.get(NoteId(it.record))) is not None:
                entries.append(_in_therapy(self._note(note, tags.get(note.id, []), it), name))
        if not by_date:
            whole, self._by_hand = entries + self._by_hand, []
            return whole
        last = entries[-1].moment if entries and not is_all else None
        placed = [it for it in self._by_hand if last is None or it.moment >= last]
        self._by_hand = self._by_hand[len(placed) :]
        together = sorted([*entries, *placed], key=lambda it: it.moment, reverse=True)
        return with_months(together, self._entries[-1] if self._entries else None)

    def _therapies_of(self, found: list[Found]) -> dict[tuple[FoundKind, int], str]:
        """What the therapy of each is called, where the diary has several: all of them are looked through."""
        labels = self._labels()
        return {it: labels[therapy] for it, therapy in self._diary.whose.of(found).items()} if labels else {}

    def _labels(self) -> dict[TherapyId, str]:
        """What each therapy is called; nothing where there is one only."""
        therapies = self._diary.therapies.all()
        return {it.id: it.label for it in therapies} if len(therapies) > 1 else {}

    def _note(self, note: Note, tags: list[str], found: Found) -> Entry:
        """A note's row, with the passage that was found in place of its beginning."""
        title, passage = _flat(found.title), _flat(found.passage)
        session = self._timeline.session_title(note)
        entry = self._timeline.note_entry(replace(note, text=passage.text), tags)
        before = len(named(session, "\0").split("\0")[0]) if session else 0
        return replace(
            entry,
            day=compact_date(entry.moment.date()),
            title=named(session, title.text) or entry.chips[0],
            title_marks=tuple((start + before, length) for start, length in title.marks),
            body=passage.text,
            body_marks=passage.marks,
            subject=found,
        )

    def _other(self, found: Found) -> Entry:
        label = self._label(found)
        title = _flat(found.title) if found.title.text.strip() else Marked(text=label)
        passage = _flat(found.passage)
        day = found.moment.date()
        spoken = ". ".join(it for it in (f"{label}, {day_in_words(day)}: {title.text}", passage.text) if it)
        return Entry(
            kind=KINDS[found.kind],
            moment=found.moment,
            day=compact_date(day),
            title=title.text,
            title_marks=title.marks,
            body=passage.text,
            body_marks=passage.marks,
            chips=(label,),
            spoken=with_stop(spoken),
            subject=found,
        )

    def _on_page(self, found: FoundOnPage) -> Entry:
        """A section of the pages of a finished ending."""
        label, passage = self.tr("Finished pages"), _flat(found.passage)
        day = found.finished_on
        entry = Entry(
            kind=EntryKind.ENDING,
            moment=found.moment,
            day=compact_date(day),
            title=found.title,
            body=passage.text,
            body_marks=passage.marks,
            chips=(label,),
            spoken=with_stop(f"{label}, {day_in_words(day)}: {found.title}. {passage.text}"),
            subject=found,
        )
        return _in_therapy(entry, self._labels().get(found.therapy, ""))

    def _label(self, found: Found) -> str:
        if found.kind is FoundKind.CHECKLIST:
            texts = {it.key: it.short for it in form_in_use("checklist").questions}
            return texts.get(found.part, self.tr("Reflective checklist"))
        return {
            FoundKind.TOPIC: self.tr("To bring"),
            FoundKind.GOAL: self.tr("Goal"),
            FoundKind.ENDING: self.tr("Ending"),
        }[found.kind]

    def _found_by_hand(self, typed: str) -> list[Entry]:
        """Milestones, and lines for next time, that hold the words; there are few of them."""
        query, timeline = understood(typed, still_typing=True), self._timeline
        made: list[Entry] = []
        for mark in timeline.milestones:
            entry = timeline.milestone_entry(mark)
            marks = marks_in(f"{entry.title}\n{mark.words}", mark.on_date, query)
            if marks is not None:
                made.append(_marked_by_hand(entry, marks))
        for session in timeline.sessions.values():
            marks = marks_in(session.one_line, session.starts_at.date(), query) if session.one_line else None
            if marks is not None:
                made.append(replace(timeline.session_entry(session), body_marks=marks))
        current, therapies = self._diary.therapies.current(), self._diary.therapies.all()
        name = current.label if current is not None and len(therapies) > 1 else ""
        return [_in_therapy(replace(it, day=compact_date(it.moment.date())), name) for it in made]


def _in_therapy(entry: Entry, name: str) -> Entry:
    """The row with the name of its therapy, if that has to be told."""
    if not name:
        return entry
    return replace(entry, chips=(name, *entry.chips), spoken=f"{entry.spoken} {with_stop(name)}")


def _marked_by_hand(entry: Entry, marks: Marks) -> Entry:
    """Marks that count through title and body, with one character between them, given to each."""
    end = len(entry.title)
    return replace(
        entry,
        title_marks=tuple(it for it in marks if it[0] < end),
        body_marks=tuple((start - end - 1, length) for start, length in marks if start > end),
    )


def _flat(marked: Marked) -> Marked:
    """On one line, without the marks of Markdown; finds stay marked."""
    begin, end = "\ue000", "\ue001"  # letters of nobody, so that no reader of Markdown minds them
    text = marked.text.replace(begin, " ").replace(end, " ")
    for start, length in sorted(marked.marks, reverse=True):
        text = f"{text[:start]}{begin}{text[start : start + length]}{end}{text[start + length :]}"
    plain, marks = "", []
    for piece in plain_words(text).split(begin):
        word, ended, rest = piece.partition(end)
        if ended:
            marks.append((len(plain), len(word)))
        plain += word + rest
    return Marked(text=plain, marks=tuple(marks))
