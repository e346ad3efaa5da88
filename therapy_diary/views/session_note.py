"""The page where a note is written: about a session, or between two."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QLocale, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QToolButton, QWidget

from therapy_diary.desktop.background import Task, shared_background
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.in_turns import InTurns, Late
from therapy_diary.domain.draft import Draft
from therapy_diary.domain.found import Found
from therapy_diary.domain.note import LONGEST_TEXT, Note, NoteId, NoteKind
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.domain.storable import without_nul
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.session_note import Ui_SessionNote
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.notes import OPENING
from therapy_diary.vault.sentences import CONTEXT, sentence_for
from therapy_diary.views.draft_writer import DraftWriter, Put
from therapy_diary.views.finding.in_text import first_find
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.kept.beginnings import Beginning, Beginnings, end_of_first_gap
from therapy_diary.views.kept.doings import STAR_KEYS, NoteDoings
from therapy_diary.views.kept.note_strip import NoteStrip, NoteWays
from therapy_diary.views.note.about import About
from therapy_diary.views.note.arrangement import Arrangement
from therapy_diary.views.note.tools import NoteTools
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_picker import SessionPicker
from therapy_diary.views.unfinished_note import (
    NEW,
    NotePlace,
    UnfinishedNote,
    decoded,
    is_note_place,
    note_at,
    place_in,
    place_of,
)
from therapy_diary.widgets.aloud import say_aloud
from therapy_diary.widgets.markdown_editor import words_in
from therapy_diary.widgets.notice import Tone

PAUSE = 1_200  # milliseconds without a key after which the draft is kept
LONGEST_WAIT = 1_900  # the same while the person types on and on
TRY_AGAIN = 5_000  # after a save that failed
LONG_TEXT = 30_000  # characters; above it, words are counted in pauses only, and beside the window
COUNTING = "counting beside the window"
FIELDS = ("text", "title", "line")


class SessionNotePage(Page):
    """A title, the text, when it was written, a line for next time. Everything typed is in the diary within two seconds."""

    name: ClassVar[str] = "session_note"

    turns: InTurns
    beginnings, strip, ways = Late[Beginnings](), Late[NoteStrip](), Late[NoteWays]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = Ui_SessionNote()
        self._therapy: Therapy | None = None
        self._note: Note | None = None  # as the diary holds it; None while it is not one yet
        self._begun_at: datetime | None = None  # of a note brought back: when it was written
        self._looked_for_drafts = False
        self._changed = False  # by the person, since the diary last had it as a note
        self._nul_said = False
        self._counting: Task | None = None
        self._unkept = QElapsedTimer()  # since the first key that no draft holds
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._keep_draft)
        self._writer = DraftWriter(desk.diary, self)
        self._writer.written.connect(self._draft_kept)
        self._writer.failed.connect(self._draft_failed)
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Take up what the diary holds now; the text, the title and the choices stay as they are."""
        if not self._looked_for_drafts:
            if self._current_therapy() is not None:
                self._bring_back_or_begin()
        elif self._catch_up():
            self._show_kept()
            self._follow_elsewhere()

    def show_subject(self, subject: object) -> None:
        """Show a Note, one that was Found, the note of a session (its id or a Session), or room for a new one (None)."""
        was_asked_before = self._looked_for_drafts
        self.refresh()
        if self._therapy is None:
            return
        if self._is_here(subject) or (subject is None and not was_asked_before and self._note is None):
            self.form.text.setFocus()
            return
        try:
            self.keep()
        except StorageError as error:
            self._say_trouble(error)
            return
        if isinstance(subject, Found):
            self._open_found(subject)
        elif isinstance(subject, Note):
            self._open(subject.id)
        elif isinstance(subject, Session):
            self._open_session(subject.id)
        elif isinstance(subject, int):
            self._open_session(SessionId(subject))
        else:
            self._begin()
        self.form.text.setFocus()

    def keep(self) -> None:
        """Make what is typed a note, and forget its draft. Nothing typed makes no note. Raises StorageError."""
        self.tools.give()
        if not self._changed:
            return
        self._timer.stop()
        try:
            self._write()
        except StorageError:
            self._timer.start(TRY_AGAIN)
            raise

    def set_aside(self) -> None:
        """Keep the page as a draft, cursor and all: a lock is no decision that this is a note."""
        self.tools.give()
        if self._changed:
            self._timer.stop()
            try:
                self._write_draft()
            except StorageError:
                self._timer.start(TRY_AGAIN)
                raise

    def bookmark(self) -> str:
        """The note, and where the cursor stands in which field."""
        focus = self.focusWidget()
        place = NotePlace(
            note=None if self._note is None else self._note.id,
            cursor=self.form.text.cursor_place(),
            field=next((it for it in FIELDS if getattr(self.form, it) is focus), FIELDS[0]),
        )
        return place.encoded()

    def return_to(self, bookmark: str) -> None:
        """Show the note again, with the cursor where it was."""
        place = place_in(bookmark)
        self.refresh()
        if place is None or self._therapy is None:
            return
        if place.note is not None and (self._note is None or self._note.id != place.note):
            with suppress(KeyError):
                self._open(NoteId(place.note))
        self.form.text.put_cursor(place.cursor)
        field: QWidget = getattr(self.form, place.field if place.field in FIELDS else FIELDS[0])
        field.setFocus()

    def session_in_view(self) -> SessionId | None:
        """The session chosen, if it is in the diary."""
        return self.about.session

    def find_in_text(self) -> None:
        """What the key for finding means here."""
        if self._therapy is not None:
            self.tools.open_find()

    def can_check_spelling(self) -> bool:
        """Whether there is a dictionary to check words with."""
        return self.tools.spelling.is_there

    def check_spelling(self) -> None:
        """Follow the choice whether words are checked."""
        self.tools.spelling.check()

    def write_quietly(self, quiet: bool) -> None:
        """Leave nothing but the text, or show again what is around it."""
        self.tools.put_away()
        self.arrangement.write_quietly(quiet)

    # what stands on the page

    def _current_therapy(self) -> Therapy | None:
        """The therapy to write in; where there is none, the page says so instead."""
        self._therapy = self.desk.diary.therapies.current()
        self.form.empty.setVisible(self._therapy is None)
        self.form.scroll.setVisible(self._therapy is not None and not self.tools.is_viewing)
        if self._therapy is None:
            self.form.empty.say(
                "notebook-pen",
                self.tr("No therapy yet"),
                self.tr("A note belongs to a therapy. Begin one first."),
                self.tr("Go to Today"),
                "arrow-right",
            )
        return self._therapy

    def _catch_up(self) -> bool:
        therapy = self._current_therapy()
        if therapy is None:
            return False
        self.about.show_note(self._note, therapy, self.arrangement.room_beside())
        if self._note is None and not self._changed:
            further = self.tr("Perhaps also: what was hard to say or to hear, and what you agreed on.")
            self._say_quietly(further if self.about.kind is NoteKind.AFTER else "")
        return True

    def _bring_back_or_begin(self) -> None:
        """Once at the start: what a crash or a lock left unfinished, else an empty page."""
        self.tools.pictures.forget_the_lost()
        left = [it for it in self.desk.diary.drafts.all() if is_note_place(it.place) and self._is_out(it)]
        if left:
            self._show_draft(left[0])
        else:
            self._begin()

    def _begin(self, session: SessionId | None = None) -> None:
        """A new note, or what was left of one."""
        draft = self.desk.diary.drafts.at(NEW)
        if draft is not None:
            self._show_draft(draft)
            return
        if session is None:
            self.picker.begin_anew()
        else:
            self.picker.choose(session)
        self._show(None, UnfinishedNote(text=""))

    def _open(self, note: NoteId) -> None:
        draft = self.desk.diary.drafts.at(place_of(note))
        if draft is not None:
            self._show_draft(draft)
            return
        there = self.desk.diary.notes.get(note)
        if self._note is not None and not self._changed and self._stands_here(there):
            return  # and with it what can be undone
        self.picker.choose(there.session)
        self._show(there, UnfinishedNote(text=there.text, title=there.title, kind=there.kind))

    def _open_found(self, found: Found) -> None:
        """Open a note with the words that were found selected."""
        try:
            self._open(NoteId(found.record))
        except KeyError:
            self._begin()  # deleted since
            return
        place = first_find(found, self.form.text.text())
        if place is not None:
            self.form.text.put_cursor(place[0], until=place[1])

    def _is_out(self, draft: Draft) -> bool:
        """Whether the note of a draft is not in the bin: what lies there is left alone."""
        note = note_at(draft.place)
        return note is None or not self.desk.diary.notes.is_binned(note)

    def _follow_elsewhere(self) -> None:
        """Let go of a note that is in the bin now, and take up one that was brought back to what it said."""
        note = self._note
        if note is None or self._changed:
            return
        there = self.desk.diary.notes.of_ids([note.id]).get(note.id)
        if there is None:
            self._begin()
        elif (there.title, there.text, there.edited_at) != (note.title, note.text[:OPENING], note.edited_at):
            self._open(note.id)
        elif (there.starred, there.never_print) != (note.starred, note.never_print):
            self._note = replace(note, starred=there.starred, never_print=there.never_print)
            self._show_strip()

    def _open_session(self, session: SessionId) -> None:
        """The session's newest note of the kind that would be written now, else a new one."""
        self.picker.choose(session)
        kind = self.about.kind_by_session()
        there = [it for it in self.desk.diary.second_looks.first_notes(session) if it.kind is kind]
        if there:
            self._open(there[-1].id)
        else:
            self._begin(session)

    def _show_draft(self, draft: Draft) -> None:
        unfinished, number = decoded(draft.text), note_at(draft.place)
        try:
            note = None if number is None else self.desk.diary.notes.get(number)
        except KeyError:
            note = None  # the note is gone, its unfinished words are not
        about = unfinished.about()
        if isinstance(about, datetime):
            self.picker.choose_start(about)
        else:
            self.picker.choose(about)
        self._show(note, unfinished)
        self.form.text.put_cursor(draft.cursor)
        self._changed = True
        self._begun_at = draft.kept_at
        self.form.saved.show_saved(draft.kept_at)
        self._say_quietly(self.tr("Brought back what you had not kept yet."))

    def _show(self, note: Note | None, written: UnfinishedNote) -> None:
        self._looked_for_drafts = True
        self._timer.stop()
        self._note, self._begun_at, self._changed = note, None, False
        self._nul_said = False
        self.tools.begin(None if note is None else note.id)
        self.form.title.setText(written.title)
        self.form.title.home(False)  # a long title is shown from its beginning
        self.form.text.set_text(written.text)
        self.about.show_kind(written.kind or NoteKind.BETWEEN, chosen=written.kind is not None)
        self.about.line.take_up(written.line)
        self.form.saved.show_nothing()
        self.form.trouble.say("")
        self._say_quietly("")
        self._count_words(written.text)
        self.tools.look_at_links()
        if self._catch_up():
            self._show_kept()

    def _stands_here(self, note: Note) -> bool:
        """Whether the page shows this note as the diary has it."""
        shown = (self.form.text.text(), self.form.title.text(), self.about.kind, self.picker.chosen())
        is_same = self._note is not None and self._note.id == note.id
        return is_same and shown == (note.text, note.title, note.kind, note.session)

    def _is_here(self, subject: object) -> bool:
        """Whether what was asked for is on the page already, as a note that was brought back may be."""
        if not self._changed:
            return False
        if isinstance(subject, Note):
            return self._note is not None and self._note.id == subject.id
        if isinstance(subject, Session | int):
            return self.picker.chosen() == (subject.id if isinstance(subject, Session) else subject)
        return self._note is None

    def _written(self) -> UnfinishedNote:
        about = self.picker.chosen()
        return UnfinishedNote(
            text=self.form.text.text(),
            title=without_nul(self.form.title.text()).strip(),
            line=self.about.line.text() if self.about.line.is_touched else None,
            kind=self.about.kind,
            session=None if isinstance(about, datetime) else about,
            start=about if isinstance(about, datetime) else None,
        )

    # keeping it

    def _person_changed(self) -> None:
        if not self._changed or not self._timer.isActive():
            self._unkept.start()
        self._changed = True
        self.form.leave.clear()
        self.form.saved.show_waiting()
        if type(self).beginnings.is_there(self):
            self.beginnings.hide()
        self._say_quietly("")
        if self.form.text.document().characterCount() < LONG_TEXT:
            self._count_words(self.form.text.text())
        self._timer.start(min(PAUSE, max(0, LONGEST_WAIT - self._unkept.elapsed())))

    def _keep_draft(self) -> None:
        """Begin to put the page into the encrypted file as it stands; goes on trying while that fails."""
        self._writer.write(self._draft())

    def _draft_kept(self) -> None:
        if not self._timer.isActive():  # nothing was typed since
            self._count_words(self.form.text.text())
            self._say_saved(self.desk.now())

    def _draft_failed(self, error: StorageError) -> None:
        self._say_trouble(error)
        self._timer.start(TRY_AGAIN)

    def _write_draft(self) -> None:
        """The same at once, for the window cannot wait."""
        put = self._draft()
        self._writer.forget()
        with self.desk.diary.quiet_change():
            put(self.desk.diary)

    def _draft(self) -> Put:
        """What puts the page as it stands now into the drafts."""
        written, now, cursor = self._written(), self.desk.now(), self.form.text.cursor_place()
        place = place_of(self._note.id if self._note else None)
        nothing = self._note is None and written.is_empty and not written.line

        def put(diary: Diary) -> None:
            if nothing:
                diary.drafts.discard(place)
            else:
                diary.drafts.keep(place, written.encoded(), cursor, now)

        return put

    def _write(self) -> None:
        self._writer.forget()
        written, now, diary = self._written(), self.desk.now(), self.desk.diary
        place = place_of(self._note.id if self._note else None)
        note, line_waits = self._note, False
        with diary.change():
            diary.drafts.discard(place)
            if note is not None or not written.is_empty or written.line:
                session = self.picker.ensure(diary)
                note = self._write_note(written, session, now)
                line_waits = self._write_line(written, session, note, now)
                if note is not None:
                    self.tools.pictures.hand_over(note.id, written.text)
        self._note, self._changed, self._begun_at = note, False, None
        if note is not None:
            self.tools.pictures.is_kept(note.id)
        self.about.line.is_touched = line_waits
        if self._catch_up():
            self._show_kept()
        if note is not None:
            self._say_saved(now)
            self.said.emit(self.form.saved.text())
        else:
            self.form.saved.show_nothing()

    def _write_note(self, written: UnfinishedNote, session: Session | None, now: datetime) -> Note | None:
        """The note as it now is in the diary. Its earlier words are kept as a version."""
        notes, note, kind = self.desk.diary.notes, self._note, written.kind or NoteKind.BETWEEN
        about = None if session is None else session.id
        if note is None:
            if written.is_empty or self._therapy is None:
                return None
            return notes.write(
                self._therapy.id,
                written.text,
                self._begun_at or now,
                session=about,
                kind=kind,
                title=written.title,
            )
        if (note.text, note.title, note.session, note.kind) == (written.text, written.title, about, kind):
            return note
        return notes.rewrite(note.id, written.text, now, title=written.title, session=about, kind=kind)

    def _write_line(
        self, written: UnfinishedNote, session: Session | None, note: Note | None, now: datetime
    ) -> bool:
        """Keep the line with its session; True when it has to wait in a draft until one is picked."""
        if written.line is None:
            return False
        diary = self.desk.diary
        if session is None:
            if written.line:
                diary.drafts.keep(
                    place_of(note.id if note else None), written.encoded(), self.form.text.cursor_place(), now
                )
            return bool(written.line)
        if session.one_line != written.line:
            diary.sessions.save(replace(session, one_line=written.line))
        return False

    # what is said about it

    def _say_saved(self, at: datetime) -> None:
        self.form.trouble.say("")
        self.form.saved.show_saved(at)

    def _say_trouble(self, error: StorageError) -> None:
        sentence = sentence_for(error, lambda text: QCoreApplication.translate(CONTEXT, text))
        self.form.saved.show_nothing()
        if self.form.trouble.text() != sentence:
            self.form.trouble.say(sentence, Tone.WRONG, aloud=True)

    def _say_quietly(self, sentence: str) -> None:
        self.form.quiet.setText(sentence)
        self.form.quiet.setVisible(bool(sentence))

    def _tell(self, sentence: str) -> None:
        """Say what happened to the text, on the page and aloud."""
        self._say_quietly(sentence)
        say_aloud(self, sentence)

    def _say_too_long(self) -> None:
        most = QLocale().toString(LONGEST_TEXT // 1_000_000)
        words = self.tr(
            "A note holds {most} million characters. What you pasted is longer, and still in the clipboard."
        )
        self._tell(words.format(most=most))

    def _say_nul_once(self) -> None:
        if not self._nul_said:
            self._nul_said = True
            self._say_quietly(self.tr("One kind of character cannot be stored, and was left out (NUL)."))

    def _count_words(self, text: str) -> None:
        """Say how many words there are: at once, or those of a long text when a thread has counted them."""
        if self._counting is not None:
            self._counting.cancel()
            self._counting = None
        if len(text) < LONG_TEXT:
            self._say_count(words_in(text))
        else:
            self._counting = shared_background(COUNTING).run(lambda: words_in(text), self._say_count)

    def _say_count(self, words: int) -> None:
        self.form.count.setText("" if self.is_quiet else self.tr("%n word(s)", "", words))

    # its star and tags, its versions, the bin, and what an empty one may begin with

    def _add_kept(self) -> None:
        """What hangs on the note stands below the text; the ways to its versions and to the bin at its side."""
        self.doings = NoteDoings(self)
        self.doings.failed.connect(self._say_trouble)
        on_keys(self, QKeySequence(STAR_KEYS), self._turn_star)

    def _pieces(self) -> Iterator[None]:
        """What can wait for a moment while one begins to write."""
        form, scroll = self.form, self.form.scroll
        beginnings = Beginnings(self.desk.diary, form.column)
        form.writing.insertWidget(form.writing.indexOf(form.quiet), beginnings)
        beginnings.chosen.connect(self._begin_with)
        self.beginnings = beginnings
        self._show_beginnings()
        strip = NoteStrip(self.desk.diary, self._kept_note, form.column)
        strip.failed.connect(self._say_trouble)
        strip.grew.connect(
            lambda: QTimer.singleShot(0, self, lambda: scroll.ensureWidgetVisible(strip.field))
        )
        strip.said.connect(self._say_quietly)
        form.writing.addWidget(strip)
        strip.show()
        self.strip = strip
        self._show_strip()
        yield
        self.ways = NoteWays(form.side)
        self.ways.versions_wanted.connect(self._show_versions)
        self.ways.bin_wanted.connect(self._move_to_bin)
        form.sideLayout.insertWidget(form.sideLayout.count() - 1, self.ways)
        self._show_ways()
        self.about.show_others()
        yield
        yield from self.tools.pieces()
        self._order_stops()

    def _show_kept(self) -> None:
        self._show_beginnings()
        self._show_strip()
        self._show_ways()

    def _show_beginnings(self) -> None:
        if type(self).beginnings.is_there(self):
            is_empty = self._note is None and not self.form.text.text().strip()
            self.beginnings.show_for(self._therapy.id if self._therapy else None, is_empty=is_empty)

    def _turn_star(self) -> None:
        self.strip.turn_star()

    def _show_strip(self) -> None:
        if type(self).strip.is_there(self):
            self.strip.show_note(self._note)

    def _show_ways(self) -> None:
        if type(self).ways.is_there(self):
            self.ways.setVisible(self._note is not None)

    def _kept_note(self) -> Note | None:
        self.keep()
        return self._note

    def _begin_with(self, beginning: Beginning) -> None:
        """Put it where the cursor is, as typed; Ctrl+Z takes it away."""
        text = self.form.text
        text.insert_as_person(beginning.text)
        if beginning.kind is not None and not self.about.kind_is_chosen:
            self.about.show_kind(beginning.kind, chosen=True)
        self.form.text.put_cursor(end_of_first_gap(beginning.text))
        text.setFocus()

    def _show_versions(self) -> None:
        self.asked_for.emit("versions", self._note)

    def _move_to_bin(self) -> None:
        try:
            note = self._kept_note()
        except StorageError as error:
            self._say_trouble(error)
            return
        if note is not None and self.doings.bin(note.id):
            self.form.text.setFocus()

    # the session

    def _rate(self) -> None:
        """Go and rate the chosen session, which is made if it is not there yet."""
        try:
            self.keep()
            with self.desk.diary.change():
                session = self.picker.ensure(self.desk.diary)
        except StorageError as error:
            self._say_trouble(error)
            return
        if session is not None:
            self.asked_for.emit("alliance", session.id)

    def _another_note(self) -> None:
        """A new note about the same session."""
        chosen = self.picker.chosen()
        try:
            self.keep()
        except StorageError as error:
            self._say_trouble(error)
            return
        self._begin(None if chosen is None or isinstance(chosen, datetime) else chosen)
        self.form.text.setFocus()

    # building, and how it stands

    def _build(self) -> None:
        self.form.setupUi(self)
        self.setObjectName(self.name)
        self.picker = SessionPicker(self)
        self.picker.set_optional(True)
        self.form.aboutRow.insertWidget(0, self.picker, 1)
        self.form.aboutRow.setAlignment(self.form.kind, Qt.AlignmentFlag.AlignTop)
        self.form.bar.attach(self.form.text)
        self.form.text.set_longest(LONGEST_TEXT)
        self.about = About(self.desk, self.form, self.picker)
        self.tools = NoteTools(self.desk, self.form, self)
        self.form.rate.setIcon(icon("handshake"))
        self.form.another.setIcon(icon("plus"))
        self._add_kept()
        self.turns = self.tools.turns = InTurns(self, self._pieces())
        self.about.edited.connect(self._person_changed)
        self.form.title.textEdited.connect(self._person_changed)
        self.form.text.edited.connect(self._person_changed)
        self.about.others.wanted.connect(self.show_subject)
        self.tools.said.connect(self._tell)
        self.tools.to_bring.done.connect(self.can_be_undone)
        self.tools.failed.connect(self._say_trouble)
        self.tools.note_wanted.connect(self.show_subject)
        self.tools.full_screen_wanted.connect(self.full_screen_wanted)
        for field in (self.form.text, self.form.line):
            field.nul_dropped.connect(self._say_nul_once)
        self.form.text.too_long.connect(self._say_too_long)
        self.form.rate.clicked.connect(self._rate)
        self.form.another.clicked.connect(self._another_note)
        self.form.empty.acted.connect(lambda: self.asked_for.emit("today", None))
        self.arrangement = Arrangement(self.desk.theme, self, self.form, self.picker)

    def _order_stops(self) -> None:
        """From the session over the title into the text; its buttons come after it, for most have a key."""
        picker, form = self.picker, self.form
        stops: list[QWidget] = [picker.combo, picker.day, picker.time, form.kind, form.title, form.text]
        stops += [
            *form.bar.findChildren(QToolButton),
            *self.strip.stops(),
            form.line,
            form.rate,
            form.another,
        ]
        stops += [self.ways.versions, self.ways.bin, *self.tools.stops()]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+S, where no menu takes it."""
        if not event.matches(QKeySequence.StandardKey.Save):
            super().keyPressEvent(event)
            return
        try:
            self.keep()
        except StorageError as error:
            self._say_trouble(error)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.arrange()
