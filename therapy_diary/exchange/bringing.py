"""Brings another diary along: looks what it is, what is new in it, and puts that into a therapy, whole or not at all."""

import re
from collections.abc import Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from pathlib import Path

from therapy_diary.domain.note import LONGEST_TEXT, NoteId
from therapy_diary.domain.pointing import files_named
from therapy_diary.domain.storable import storable
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.exchange import archive
from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.formats import FORMATS, Format, check_locked
from therapy_diary.exchange.found import Found, FoundRating, LeftOut, Skipped, Why
from therapy_diary.exchange.known_again import Identity, KnownAgain, plain
from therapy_diary.exchange.records import link_to
from therapy_diary.exchange.report import FIRST_LINES, LINE, Counts, GoOn, Report, always, or_stop
from therapy_diary.exchange.source import Source, opened
from therapy_diary.exchange.tracked import RatingsIn
from therapy_diary.storage.attachments import LARGEST
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.imports import ImportId, Incoming
from therapy_diary.storage.tags import LONGEST_TAG

FIRST_THERAPY = "My therapy"
BATCH, LARGEST_BATCH = 2_000, 4_000_000
"""Entries, and letters in them, that wait to be written together."""
LONGEST_TITLE = 400
MOST_MOODS = 40
"""Names of moods a person may be asked about."""
LONGEST_RECORD = 8 * 1024 * 1024


_BEGINS_AS_JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[\[{"\]])')


class _OnlyLooking(Exception):
    """Takes a change back that was made to see what it would do."""


def look_through(
    diary: Diary,
    path: Path,
    *,
    now: datetime,
    name: str | None = None,
    split: bool = False,
    go_on: GoOn = always,
    here: tzinfo | None = None,
) -> Report:
    """What bring() would do, without doing it. Raises ExchangeTrouble and StorageError."""
    with opened(path, go_on) as source:
        kind = recognise(source, name)
        if kind.name != archive.NAME:
            return _Bringing(diary=diary, now=now, go_on=go_on, dry=True, split=split).all_of(
                kind, source, here
            )
        reports: list[Report] = []
        with suppress(_OnlyLooking), diary.quiet_change():
            reports.append(archive.bring(diary, source, now, go_on))
            raise _OnlyLooking
        return replace(reports[0], id=None)


def bring(
    diary: Diary,
    path: Path,
    *,
    now: datetime,
    name: str | None = None,
    therapy: TherapyId | None = None,
    moods: Mapping[str, int | None] | None = None,
    split: bool = False,
    go_on: GoOn = always,
    here: tzinfo | None = None,
    announce: bool = True,
) -> Report:
    """Bring what is new along, as one change that can be undone with diary.imports.undo().

    It goes into this therapy, else the current one, else one that is begun. name asks for a format of formats.FORMATS;
    moods says which of the five, 1 to 5, a mood's name means, as the person placed it; its word is kept in any case.
    split: days that hold several entries are split at their headings. here is the zone for entries that do not say theirs,
    else this computer's. Beside the window, on a thread of its own, let announce be False: whoever watches the diary is
    told on the thread that changed it. Raises ExchangeTrouble and StorageError.
    """
    with opened(path, go_on) as source:
        kind = recognise(source, name)
        with diary.change() if announce else diary.quiet_change():
            if kind.name == archive.NAME:
                return archive.bring(diary, source, now, go_on)
            bringing = _Bringing(
                diary=diary, now=now, go_on=go_on, therapy=therapy, placed=moods or {}, split=split
            )
            return bringing.all_of(kind, source, here)


def recognise(source: Source, name: str | None = None) -> Format:
    """What kind of diary this is, by what is in it. Raises ExchangeTrouble."""
    check_locked(source)
    if name is not None:
        wanted = next((it for it in FORMATS if it.name == name), None)
        if wanted is None or not wanted.recognises(source):
            raise ExchangeTrouble(Trouble.OTHER_FORMAT)
        return wanted
    for kind in FORMATS:
        if kind.recognises(source):
            return kind
    raise ExchangeTrouble(Trouble.BROKEN if _holds_broken_json(source) else Trouble.NOT_KNOWN)


def _holds_broken_json(source: Source) -> bool:
    """Whether something that should be JSON is none, or cannot be read at all."""
    names = source.names if source.is_file else source.ending(".json")
    heads = {it: source.head(it) for it in names[:5]}
    return any(
        (_BEGINS_AS_JSON.match(head) and source.top(it) is None) or (not head and source.size(it) > 0)
        for it, head in heads.items()
    )


def _trouble(why: Why) -> Trouble:
    """What it means for a whole source that its one file could not be read."""
    return {Why.TOO_LARGE: Trouble.TOO_LARGE, Why.LOCKED: Trouble.ZIP_LOCKED}.get(why, Trouble.BROKEN)


@dataclass(slots=True)
class _Entry:
    """One entry as this diary will hold it. why: it stays behind; identity is None where the same was met before."""

    found: Found
    title: str
    text: str
    tags: tuple[str, ...]
    identity: Identity | None
    why: Why | None


@dataclass(slots=True, kw_only=True)
class _Bringing:
    """One import under way."""

    diary: Diary
    now: datetime
    go_on: GoOn
    dry: bool = False
    split: bool = False
    therapy: TherapyId | None = None
    placed: Mapping[str, int | None] = field(default_factory=dict)
    moods: dict[str, int | None] = field(default_factory=dict)
    name: str = ""
    import_: ImportId | None = None
    done: int = 0
    new: int = 0
    already: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    first: date | None = None
    last: date | None = None
    first_lines: list[str] = field(default_factory=list)
    waiting: list[tuple[Incoming, Found]] = field(default_factory=list)
    has_several: bool = False
    more_found: int = 0
    more_new: int = 0
    letters: int = 0
    known: KnownAgain = field(init=False)
    ratings: RatingsIn = field(init=False)

    def __post_init__(self) -> None:
        self.known = KnownAgain(self.diary.imports)
        self.ratings = RatingsIn(self.diary)

    def all_of(self, kind: Format, source: Source, here: tzinfo | None) -> Report:
        """Everything a source holds."""
        self.name = kind.name
        self.skipped += [Skipped(what=_at(name), why=why) for name, why in source.refused]
        try:
            with nullcontext() if self.dry else self.diary.imports.at_once():
                for it in kind.read(source, here):
                    self._one(it)
                self._put_in()
        except LeftOut as error:
            raise ExchangeTrouble(_trouble(error.why)) from error
        if self.import_ is not None:
            self.diary.imports.seal(self.import_)
        return Report(
            format=kind.name,
            found=self.done,
            new=self.new,
            already=self.already,
            skipped=tuple(self.skipped),
            first=self.first,
            last=self.last,
            first_lines=tuple(self.first_lines),
            rated=tuple(self.ratings.names),
            moods=self.moods if None in self.moods.values() else {},
            guessed=source.guessed,
            otherwise=self._otherwise() if self.has_several else None,
            id=self.import_,
        )

    def _otherwise(self) -> Counts:
        """The counts had the person chosen the other way about days that hold several entries."""
        way = -1 if self.split else 1
        return Counts(found=self.done + way * self.more_found, new=self.new + way * self.more_new)

    def _one(self, it: Found | FoundRating | Skipped) -> None:
        self.done += 1
        or_stop(self.go_on, self.done)
        if isinstance(it, Skipped):
            self.skipped.append(it)
        elif isinstance(it, FoundRating):
            self._rating(it)
        elif it.parts:
            self._several(it)
        else:
            self._entry(it)

    def _rating(self, found: FoundRating) -> None:
        """Keep it among the ratings; as a note as well where it says more, and only so where it is none."""
        note = found.note
        if self.known.came_as_it_is(note) or not self.ratings.takes(found):
            self._entry(note)
            return
        before, is_here = self.new, self.ratings.is_here(found)
        if not self.ratings.tells_all(found):
            self._entry(note)
        else:
            self._count_day(note.written_at.date())
            if is_here:
                self.already += 1
            else:
                self._count_new(note.title)
        if self.new > before and not is_here:
            self.ratings.wait(found)

    def _count_day(self, day: date) -> None:
        if self.first is None or day < self.first:
            self.first = day
        if self.last is None or day > self.last:
            self.last = day

    def _count_new(self, line: str) -> None:
        self.new += 1
        if len(self.first_lines) < FIRST_LINES:
            self.first_lines.append(line[:LINE])

    def _several(self, found: Found) -> None:
        """One that holds several: as a whole, or each by itself, as the person chose. It is here if it came either way."""
        whole = self._looked_at(found)
        parts = [self._looked_at(it) for it in found.parts]
        is_here, here = self._is_here(whole), {place for place, it in enumerate(parts) if self._is_here(it)}
        if not is_here and len(here) < len(parts) and self.known.has_any(found.source):
            for places, before in found.stages():
                if self.known.came_as_it_is(before):
                    here.update(places)
        is_here = is_here or len(here) == len(parts)
        new = [not is_here and place not in here for place in range(len(parts))]
        self.has_several = self.has_several or len(parts) > 1
        self.more_found += len(parts) - 1
        self.more_new += sum(new) - (not is_here)
        if self.split:
            self.done += len(parts) - 1
            for it, is_new in zip(parts, new, strict=True):
                self._take(it, is_new=is_new)
            return
        if whole.identity is not None:
            whole.identity.of_parts = tuple(
                it.identity.said for it in parts if it.identity and it.identity.said
            )
        self._take(whole, is_new=not is_here)

    def _entry(self, found: Found) -> None:
        looked_at = self._looked_at(found)
        self._take(looked_at, is_new=not self._is_here(looked_at))

    def _looked_at(self, found: Found) -> "_Entry":
        """An entry as this diary will hold it, and what it is known by; why it stays behind, if it does."""
        title, text = plain(found)
        if len(title) > LONGEST_TITLE:
            title, text = "", f"{title}\n\n{text}".strip("\n")
        tags = tuple(dict.fromkeys(it for tag in found.tags if (it := _as_tag(tag)))) if found.tags else ()
        why: Why | None = None
        if len(text) > LONGEST_TEXT:
            why = Why.TOO_LARGE
        elif not title and not text.strip():
            title = storable(found.mood_words).strip() or ", ".join(tags)[:LONGEST_TITLE]
            why = None if title or found.files else Why.EMPTY
        identity = None if why else self.known.identity(found, title, text)
        return _Entry(found, _in_a_line(title, found), text, tags, identity, why)

    def _is_here(self, it: "_Entry") -> bool:
        return not it.why and (it.identity is None or self.known.is_here(it.found.source, it.identity))

    def _take(self, it: "_Entry", *, is_new: bool) -> None:
        """Count an entry, and let it wait to be written where it is new."""
        found = it.found
        if it.why is not None:
            self.skipped.append(Skipped(what=f"entry {self.done}", why=it.why))
            return
        self._count_day(found.written_at.date())
        if not is_new or it.identity is None:
            self.already += 1
            return
        self._count_new(it.title or it.text.split("\n", 1)[0])
        self.skipped += found.lost
        mood = self._mood(found)
        if not self.dry:
            self.waiting.append((_incoming(it, it.identity, mood), found))
            self.letters += len(it.text)
            if len(self.waiting) >= BATCH or self.letters >= LARGEST_BATCH:
                self._put_in()

    def _mood(self, found: Found) -> int | None:
        """Which of the five its mood is: as the person placed its name, else as the source says."""
        if found.mood_words and len(self.moods) < MOST_MOODS:
            self.moods.setdefault(found.mood_words, found.mood)
        return self.placed.get(found.mood_words, found.mood)

    def _put_in(self) -> None:
        """Write what waits."""
        if self.dry or not (self.waiting or self.ratings.any_wait):
            return
        if self.import_ is None:
            self._begin()
        assert self.import_ is not None  # noqa: S101
        assert self.therapy is not None  # noqa: S101
        notes = self.diary.imports.add(self.import_, self.therapy, [it for it, _ in self.waiting])
        for note, (_, found) in zip(notes, self.waiting, strict=True):
            if found.files:
                self._files(note, found)
        self.waiting.clear()
        self.letters = 0
        self.ratings.put_in(self.import_, self.therapy)

    def _begin(self) -> None:
        began = None
        if self.therapy is None:
            current = self.diary.therapies.current()
            if current is None:
                current = self.diary.therapies.begin(label=FIRST_THERAPY, started_on=self.now.date())
                began = current.id
            self.therapy = current.id
        self.import_ = self.diary.imports.begin(self.name, self.now, began_therapy=began)

    def _files(self, note: NoteId, found: Found) -> None:
        for it in found.files:
            try:
                content = it.content(LARGEST)
            except LeftOut as error:
                why = Why.FILE_TOO_LARGE if error.why is Why.TOO_LARGE else error.why
                self.skipped.append(
                    Skipped(what=f"a file of the entry of {found.written_at.date()}", why=why)
                )
                continue
            self.diary.attachments.add(note, it.name, it.media, content, self.now)


def _incoming(it: _Entry, identity: Identity, mood: int | None) -> Incoming:
    found = it.found
    return Incoming(
        written_at=found.written_at,
        title=it.title,
        text=_with_files_shown(it.text, found),
        source=found.source,
        identity=identity.name,
        said=identity.said and " ".join((identity.said, *identity.of_parts)),
        record=found.record if len(found.record) <= LONGEST_RECORD else "{}",
        zone=found.zone,
        utc_offset_min=found.offset_min,
        instant=found.instant,
        day_only=found.day_only,
        starred=found.starred,
        may_be_printed=found.may_be_printed,
        tags=it.tags,
        mood=mood,
        mood_words=storable(found.mood_words),
    )


def _in_a_line(title: str, found: Found) -> str:
    """A title as this diary has them, known by how it was written; one of our own notes is as it is."""
    return (
        title
        if title.isprintable() or found.source == archive.NAME
        else " ".join(it for line in title.splitlines() if (it := line.strip()))
    )


def _as_tag(said: str) -> str:
    """A tag as this diary has them; what another program allowed beyond that is in the record."""
    return " ".join(storable(said).replace('"', "'").split())[:LONGEST_TAG].strip()


def _with_files_shown(text: str, found: Found) -> str:
    """The text with what it does not point to at its end: what is nowhere in a note is never seen again.

    In our own notes, what stands nowhere stood nowhere before.
    """
    if found.source == archive.NAME or not found.files:
        return text
    shown = files_named(text)
    left = [link_to(it.name) for it in found.files if it.name not in shown]
    return "\n\n".join(it for it in (text, *left) if it)


def _at(name: str) -> str:
    """A member of an archive by its last part, which tells enough."""
    return name.replace("\\", "/").rpartition("/")[2][:60] or "a member"
