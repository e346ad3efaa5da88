"""After the session: one form from the note to the two parts. Any of it may stay empty, and all of it is kept as it comes."""

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.in_turns import InTurns, Late
from therapy_diary.domain.session import Session, SessionId, SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.insight import second_pass
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.after.alliance import AlliancePart
from therapy_diary.views.after.hard import SIGN_LINE, DifficultyPart, SignsPart
from therapy_diary.views.after.note import NotePart
from therapy_diary.views.after.part import Line, Part, Sitting
from therapy_diary.views.after.rest import GoalsPart, MatchPart, PartsPart, SecondLookPart
from therapy_diary.views.after.topics import TopicsPart
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import start_in_words
from therapy_diary.views.finding.entry_words import plain_words
from therapy_diary.views.half_given import HalfGiven, given_words, trouble_in_words
from therapy_diary.views.milestone.strip import MarkStrip
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.session_picker import SessionPicker
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.heading import Heading
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.saved_state import SavedState
from therapy_diary.widgets.scrolled_column import ScrolledColumn

HERE = "after:"
NEW = HERE + "new"
PAUSE = 1_200  # milliseconds from the first key to the file
ROOM_FOR_BOTH = 860  # page width from which the note stays beside the questions, in pixels at 100 % text
SIDE = 340  # width of the note then
PINNED = 300  # characters of the note of which as many are shown as fit in a line
LEAST_NOTE = 150  # height of the note where it stands above them
SECOND_LOOK, SIGNS = "second_look", "signs"
"""What may be asked for together with a session, as a pair."""


class AfterSessionPage(Page):
    """The note stays in view while the questions pass by; earlier answers are not shown before new ones are given."""

    name: ClassVar[str] = "after_session"

    turns: InTurns
    parts = Late[list[Part]]()
    """All of them, the note first."""
    second, topics, alliance = Late[SecondLookPart](), Late[TopicsPart](), Late[AlliancePart]()
    difficulty, signs = Late[DifficultyPart](), Late[SignsPart]()
    goals, both, match = Late[GoalsPart](), Late[PartsPart](), Late[MatchPart]()
    marks, done = Late[MarkStrip](), Late[QPushButton]()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.half = HalfGiven(desk, self)
        self._therapy: Therapy | None = None
        self._shown: SessionId | datetime | None = None  # what the form is filled in for
        self._is_shown = self._was_quiet = False
        self._going_on = False
        self._ours = False  # whether the diary is being changed from here
        self._in_hand = False  # whether a draft says that the form is being filled in
        self._looked_for_drafts = False
        self._there: list[Part] = []  # those of the parts that were made
        self._waiting: dict[str, str] = {}  # half-typed words that are not on a line yet, by its key
        self._unsaid: list[str] | None = None  # "can't say" of a draft, until the alliance shows it
        self._number, self._can_rate, self._looks_again = 1, True, False
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._keep_draft)
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Show the sessions the diary holds now; what is on the form stays."""
        if self._ours:
            return
        self._therapy = self.desk.diary.therapies.current()
        self.empty.setVisible(self._therapy is None)
        self.whole.setVisible(self._therapy is not None)
        if self._therapy is None:
            return
        self.picker.show_diary(self.desk.diary, self._therapy, self.desk.now)
        if not self._looked_for_drafts:
            self._looked_for_drafts = True
            self._choose_half_given()
        if self._is_shown and self._in_hand:
            self._choose(
                self._shown
            )  # another session may be likelier by now, but not under the person's hands
        elif not self._is_shown or self.picker.chosen() != self._shown or self._was_quiet != self.is_quiet:
            self._load()

    def show_subject(self, subject: object) -> None:
        """Show the form of one session; of a pair (session, "second_look" or "signs") with the keyboard there."""
        session, part = subject if isinstance(subject, tuple) else (subject, "")
        self.refresh()
        if self._therapy is not None and isinstance(session, int) and session != self._shown:
            self._leave()
            self.picker.choose(SessionId(session))
            self._load()
        if self._therapy is None:
            return
        if part == SIGNS and not self.signs.isHidden():
            self.signs.open_first()
        elif self._looks_again and (part == SECOND_LOOK or self.second.is_empty()):
            self.second.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.passing.ensureWidgetVisible(self.second)
        elif not self.note.isHidden():
            self.note.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Put every word on the form where it belongs, and forget the draft. Raises StorageError."""
        if self._therapy is None or not self._is_shown:
            return
        self._pause.stop()
        if self._in_hand:
            self.turns.make_all()  # words that wait for a part that is not there yet
        for part in self._there:
            part.keep_words()
        for part in self._there:
            part.keep_waiting()
        changed = [it for it in self._lines() if it.is_changed]
        if changed:
            self._write(changed)
        elif self._in_hand:
            self.half.touch(self._place(), None)
            self.half.keep()
        self._in_hand = False

    def set_aside(self) -> None:
        """Keep the form as it stands: a lock is no decision that its words are finished."""
        if self._is_shown:
            for part in self._there:
                part.keep_words()
            for part in self._there:
                part.keep_waiting()
            if self._pause.isActive():
                self._pause.stop()
                self._touch()
        self.half.keep()

    def bookmark(self) -> str:
        """The session, and where the cursor stands in which field."""
        focus = self.focusWidget()
        line = next((it for it in self._lines() if it.field is focus), None)
        place = 0 if line is None else line.field.textCursor().position()
        chosen = self._shown if isinstance(self._shown, int) else None
        return json.dumps([chosen, "" if line is None else line.key, place])

    def return_to(self, bookmark: str) -> None:
        """Back to it, with everything that was on the form."""
        try:
            session, key, place = json.loads(bookmark)
        except (ValueError, TypeError):
            return
        if isinstance(session, int):
            self.picker.choose(SessionId(session))
            self._looked_for_drafts = True
        self._going_on = True
        self._is_shown = False
        self.refresh()
        line = self._line(key)
        if line is not None and isinstance(place, int):
            cursor = line.field.textCursor()
            cursor.setPosition(min(place, line.field.document().characterCount() - 1))
            line.field.setTextCursor(cursor)
            line.field.setFocus()

    def save_asked(self) -> bool:
        """Keep everything, and say so."""
        try:
            self.keep()
        except StorageError as error:
            self._say_failed(error)
            return True
        self._say_kept()
        self.said.emit(self.saved.text())
        return True

    def session_in_view(self) -> SessionId | None:
        """The session the form is about."""
        return self._shown if isinstance(self._shown, int) else None

    def hideEvent(self, event: QHideEvent) -> None:
        """Answers given now are earlier ones when the person comes back."""
        super().hideEvent(event)
        if not event.spontaneous() and not self._in_hand:
            self._is_shown = self._going_on = False
            self.picker.begin_anew()

    # which session

    def _choose_half_given(self) -> None:
        """Come back to the form that a crash or a lock left half filled in."""
        places = self.desk.diary.drafts.places()
        place = next((it for it in places if it.startswith(HERE)), None)
        if place is None:
            return
        number = place.removeprefix(HERE)
        if number.isdecimal():
            self.picker.choose(SessionId(int(number)))
        else:
            with suppress(ValueError):
                start = given_words(self.half.at(NEW) or {}, "start")
                self.picker.choose_start(datetime.fromisoformat(start))

    def _session_picked(self) -> None:
        """Another session: what was on the form stays with its own, or goes along from one that is not there yet."""
        wanted, carried = self.picker.chosen(), dict[str, str]()
        if isinstance(self._shown, datetime):
            self._pause.stop()
            if self._in_hand:
                self.turns.make_all()  # words that wait for a part that is not there yet go along as well
            carried = {it.key: it.field.text() for it in self._lines() if it.is_changed}
            self.half.touch(NEW, None)
        elif self._shown is not None:
            self._choose(self._shown)
            self._leave()
            self._choose(wanted)
        self._load()
        if carried:
            self._carry(carried)

    def _choose(self, session: SessionId | datetime | None) -> None:
        if isinstance(session, datetime):
            self.picker.choose_start(session)
        else:
            self.picker.choose(session)

    def _carry(self, texts: Mapping[str, str]) -> None:
        """Words that were typed before the right session was chosen; below those that stand there already."""
        for line in self._lines():
            words, there = texts.get(line.key, ""), line.field.text()
            if words:
                line.field.set_text(f"{there}\n\n{words}" if there.strip() else words)
        self._touch()

    def _leave(self) -> None:
        try:
            self.keep()
        except StorageError as error:
            self._say_failed(error)
        self._going_on = False

    def _ensure(self) -> Session | None:
        """The session, made if it is not there yet. Inside a change."""
        session = self.picker.ensure(self.desk.diary)
        if session is not None and session.id != self._shown:
            self.half.settle(NEW)
            self._shown = session.id
        return session

    def _place(self) -> str:
        return f"{HERE}{self._shown}" if isinstance(self._shown, int) else NEW

    # filling it in

    def _load(self) -> None:
        """Show the form for the chosen session, with what was half typed on it."""
        self._shown, self._is_shown, self._was_quiet = self.picker.chosen(), True, self.is_quiet
        session = self.desk.diary.sessions.get(self._shown) if isinstance(self._shown, int) else None
        half = self.half.at(self._place())
        self._in_hand = half is not None
        self._going_on = self._going_on or self._in_hand
        self._take_up(half or {})
        self._number = self._number_of(session)
        self._can_rate = self._say_whether_it_can_be_rated(session)
        for part in self._there:
            self._fill_in(part)
        if self.turns.is_whole:
            self.done.setVisible(self._can_rate)
            self._order_tabs()
        self.saved.show_nothing()
        self.trouble.say("")

    def _take_up(self, half: Mapping[str, object]) -> None:
        """Hold what was half typed until what it belongs to is there."""
        texts, unsaid = half.get("texts"), half.get("unsaid")
        words = texts if isinstance(texts, dict) else {}
        self._waiting = {key: it for key, it in words.items() if isinstance(it, str)}
        self._unsaid = [str(it) for it in unsaid] if isinstance(unsaid, list) else []

    def _order_tabs(self) -> None:
        """Tab follows the order of the parts, whose rows come and go; while they are made it does so by itself."""
        if not type(self).parts.is_there(self):
            return
        stops: list[QWidget] = [self.picker.combo, self.picker.day, self.picker.time]
        for part in (self.notice, self.trouble, *self.parts, self.marks):
            stops += [it for it in part.findChildren(QWidget) if it.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for before, after in pairwise([*stops, self.done]):
            self.setTabOrder(before, after)

    def _number_of(self, session: Session | None) -> int:
        """Which session it is, or will be."""
        if session is not None:
            number = self.desk.diary.sessions.number_of(session.id)
            if number is not None:
                return number
        therapy, before = self._therapy, self._shown if isinstance(self._shown, datetime) else None
        starts = before or (session.starts_at if session is not None else self.desk.now())
        held = [] if therapy is None else self.desk.diary.sessions.held(therapy.id)
        return 1 + sum(it.starts_at < starts for it in held)

    def _say_whether_it_can_be_rated(self, session: Session | None) -> bool:
        """Only a session that took place can be answered for; one that did not is said to be so."""
        if self.picker.has_begun():
            self.notice.say("")
            return True
        if session is None or session.state is SessionState.PLANNED:
            self.notice.say(self.tr("This session has not begun. Choose one that has."))
        else:
            self.notice.say(
                self.tr("This session did not take place, so there is nothing to answer for it."),
                action=self.tr("Write a note about it"),
            )
        return False

    def _look_again(self, session: Session | None) -> None:
        """A second look is offered a day or two later, and shown beside the first note for good once it was written."""
        look = None if session is None else self.desk.diary.second_looks.at(session.id)
        offered = session is not None and second_pass.is_offered(
            session, has_note=self.note.has_note, has_second_look=look is not None, now=self.desk.now()
        )
        self._looks_again = self._can_rate and (offered or look is not None)
        if self._looks_again:
            self.note.only_show()

    def _fill_in(self, part: Part) -> None:
        """Show one part for the session, with what was half typed in it."""
        session = self.desk.diary.sessions.get(self._shown) if isinstance(self._shown, int) else None
        part.setVisible(self._can_rate)
        part.show_sitting(Sitting(session=session, number=self._number, going_on=self._going_on))
        if not self._can_rate:
            part.hide()
        if part is self.note:
            self._look_again(session)
        elif isinstance(part, SecondLookPart):
            part.setVisible(self._looks_again)
            look = None if session is None else self.desk.diary.second_looks.at(session.id)
            told = self.tr("Written on {day}")
            part.show_when("" if look is None else told.format(day=start_in_words(look.note.written_at)))
        self._fill_words(part)

    def _fill_words(self, part: Part) -> None:
        """Show what was half typed in one part, each word once: from then on it is the person's to change."""
        if isinstance(part, SignsPart) and any(key.startswith(SIGN_LINE) for key in self._waiting):
            part.fold.set_open(True)  # its fields are made then
        for line in part.lines:
            if line.key in self._waiting:
                line.field.set_text(self._waiting.pop(line.key))
                line.field.show()
        if isinstance(part, AlliancePart) and self._unsaid is not None:
            part.set_unsaid(self._unsaid)
            self._unsaid = None

    def _given(self) -> dict[str, object]:
        """What is on the form and not in the diary, as a draft keeps it."""
        start = self._shown.isoformat(timespec="minutes") if isinstance(self._shown, datetime) else ""
        changed = {it.key: it.field.text() for it in self._lines() if it.is_changed}
        unsaid = self.alliance.unsaid() if self._unsaid is None else self._unsaid
        return {"texts": changed | self._waiting, "unsaid": unsaid, "start": start}

    def _lines(self) -> list[Line]:
        """Those that are there."""
        return [line for part in self._there for line in part.lines]

    def _line(self, key: str) -> Line | None:
        """The line of that key, made now if it is not there yet."""
        for look_on in (True, False):
            line = next((it for it in self._lines() if it.key == key), None)
            if line is not None or not look_on:
                return line
            self.turns.make_all()
        return None

    # keeping it

    def _write(self, changed: list[Line]) -> None:
        """Put these words into the diary. Raises StorageError, and keeps them on the form and in the draft."""
        self._ours = True
        try:
            with self.desk.diary.change():
                session = self._ensure()
                for line in changed:
                    if session is not None:
                        line.put(session, line.field.text())
                self.half.settle(self._place())
        except StorageError:
            self._shown = self.picker.chosen()  # a session that was just made is not there after all
            self._touch()
            raise
        finally:
            self._ours = False
        for line in changed:
            line.stored = line.field.text()
        self.trouble.say("")

    def _typed(self) -> None:
        self._in_hand = True
        self.saved.show_waiting()
        if not self._pause.isActive():
            self._pause.start(PAUSE)

    def _keep_draft(self) -> None:
        """Put the words into the encrypted file as they stand; HalfGiven goes on trying while that fails."""
        self._touch()
        try:
            self.half.keep()
        except StorageError as error:
            self._say_failed(error)
        else:
            self._say_kept()

    def _kept(self) -> None:
        """An answer is in the diary; that the person is in the middle of it is remembered too."""
        if self._therapy is not None:
            self.picker.show_diary(self.desk.diary, self._therapy, self.desk.now)
        self._going_on = True
        for part in self._there:
            if isinstance(part, GoalsPart):
                part.be_about(self.session_in_view())
        self._touch()
        self._say_kept()

    def _touch(self) -> None:
        self._in_hand = True
        self.half.touch(self._place(), self._given())

    def _say_kept(self) -> None:
        self.trouble.say("")
        self.saved.show_saved(self.desk.now())

    def _say_failed(self, error: StorageError) -> None:
        if self._is_shown:
            self._shown = self.picker.chosen()  # a session that was just made is not there after all
        self.saved.show_nothing()
        if self.trouble.text() != trouble_in_words(error):
            self.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    # what leads elsewhere

    def _open_note(self, note: object) -> None:
        self.asked_for.emit("session_note", note if note is not None else self.session_in_view())

    def _finish(self) -> None:
        """Everything is kept as the page is left."""
        self.asked_for.emit("today", None)

    # building

    def _build(self) -> None:
        self.empty = EmptyState(self)
        self.empty.say(
            "notebook-pen",
            self.tr("No therapy yet"),
            self.tr("Begin with the therapy this diary is about."),
            self.tr("Go to Today"),
            "arrow-right",
        )
        self.empty.acted.connect(lambda: self.asked_for.emit("today", None))
        self.whole = QWidget(self)
        self._build_passing()
        self._build_aside()
        self.turns = InTurns(self, self._pieces())
        self._row = QHBoxLayout(self.whole)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.aside)
        self._row.addWidget(self.passing, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self.pinned = ElidedLabel(self)
        self.pinned.setProperty("role", "sub")
        self.pinned.setContentsMargins(40, 8, 40, 4)
        self.pinned.hide()
        page.addWidget(self.empty)
        page.addWidget(self.pinned)
        page.addWidget(self.whole, 1)
        self.passing.verticalScrollBar().valueChanged.connect(self._pin_note)
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(self._say_kept)
        self.desk.theme.changed.connect(self._arrange)  # and once the page has its width

    def _build_aside(self) -> None:
        """What stays in view: which session it is, the note, the line for next time."""
        self.aside = QWidget(self.whole)
        self.heading = Heading(self.aside)
        self.heading.set_title(self.tr("After the session"))
        self.heading.set_sub(self.tr("Any part may stay empty."))
        self.picker = SessionPicker(self.aside)
        self.picker.set_begun_only(True)
        self.picker.picked.connect(self._session_picked)
        self.notice, self.trouble = Notice(self.aside), Notice(self.aside)
        self.notice.acted.connect(lambda: self._open_note(None))
        self.note = NotePart(self.desk, self._keeping, self.aside)
        self._add(self.note)
        self.note.opened.connect(self._open_note)
        self.note.to_bring.done.connect(self.can_be_undone)
        self.note.to_bring.said.connect(self.said)
        self.note.to_bring.failed.connect(self._say_failed)
        self.saved = SavedState(self.aside)
        self._aside_column = QVBoxLayout(self.aside)
        self._aside_column.setSpacing(12)
        for widget in (self.heading, self.picker, self.notice, self.trouble):
            self._aside_column.addWidget(widget)
        self._aside_column.addWidget(self.note, 1)
        self._aside_column.addWidget(self.saved)

    def _build_passing(self) -> None:
        """What passes by, empty."""
        self._inside = QWidget(self.whole)
        self.passing = ScrolledColumn(self._inside, self.whole)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(24, 32, 32, 24)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        ReadableWidth(self.desk.theme, self, self._inside)

    def _pieces(self) -> Iterator[None]:
        """What passes by, in its order. Each part is filled in as soon as it is there."""
        desk, ensure, inside = self.desk, self._keeping, self._inside
        self.second = SecondLookPart(desk, ensure, inside)
        yield from self._pieces_of(self.second)
        self.topics = TopicsPart(desk, ensure, inside)
        yield from self._pieces_of(self.topics)
        self.alliance = AlliancePart(desk, ensure, inside)
        self.alliance.asked.turns = self.turns
        self.alliance.opened.connect(lambda: self.asked_for.emit("alliance", self.session_in_view()))
        yield from self._pieces_of(self.alliance)
        self.difficulty = DifficultyPart(desk, ensure, inside)
        yield from self._pieces_of(self.difficulty)
        self.signs = SignsPart(desk, ensure, inside)
        yield from self._pieces_of(self.signs)
        self.goals = GoalsPart(desk, ensure, self.half, inside)
        self.goals.said.connect(lambda _: self._say_kept())
        yield from self._pieces_of(self.goals)
        self.both = PartsPart(desk, ensure, inside)
        yield from self._pieces_of(self.both)
        self.match = MatchPart(desk, ensure, inside)
        yield from self._pieces_of(self.match)
        self._build_foot()
        self.parts = self._there
        self._order_tabs()

    def _pieces_of(self, part: Part) -> Iterator[None]:
        self._add(part)
        self._column.insertWidget(self._column.count() - 1, part)
        if self._is_shown:
            self._fill_in(part)
        else:
            part.hide()
        yield
        for _ in part.pieces():
            if self._is_shown:
                self._fill_words(part)
            yield
        if self._is_shown:
            self._fill_words(part)

    def _add(self, part: Part) -> None:
        part.kept.connect(self._kept)
        part.typed.connect(self._typed)
        part.failed.connect(self._say_failed)
        part.grown.connect(self._order_tabs)
        self._there.append(part)

    def _build_foot(self) -> None:
        """Marks of the session, and the way out."""
        self.marks = MarkStrip(self._inside)
        self.marks.wanted.connect(
            lambda kind: self.asked_for.emit("milestones", (kind, self.session_in_view()))
        )
        self.marks.signs_wanted.connect(self.signs.open_first)
        self.done = QPushButton(icon("check", "on_accent"), self.tr("That is all for today"), self._inside)
        self.done.setProperty("kind", "primary")
        self.done.clicked.connect(self._finish)
        self.done.setVisible(self._can_rate)
        place = self._column.count() - 1
        self._column.insertWidget(place, self.marks)
        self._column.insertWidget(place + 1, self.done, 0, Qt.AlignmentFlag.AlignTrailing)

    def _keeping(self) -> Session | None:
        return self._ensure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The note stays beside the questions where there is room, else it stands above them."""
        scaled = self.desk.theme.tokens().scaled
        beside = self.width() >= scaled(ROOM_FOR_BOTH)
        if beside != (self.aside.parentWidget() is self.whole):
            focus = self.focusWidget()
            (self._row if beside else self._column).insertWidget(0, self.aside)
            self.aside.lower()  # first among its siblings: the keyboard comes to it first
            self.aside.show()
            if focus is not None and self.aside.isAncestorOf(focus):
                focus.setFocus()
        self.aside.setFixedWidth(scaled(SIDE) + 60) if beside else self.aside.setMaximumWidth(16_777_215)
        if not beside:
            self.aside.setMinimumWidth(0)
        self._set_margins(self._aside_column, (40, 32, 4, 20) if beside else (0, 0, 0, 0))
        self._set_margins(self._column, (20, 32, 32, 24) if beside else (40, 32, 32, 24))
        self.note.text.setMinimumHeight(scaled(LEAST_NOTE))
        self._pin_note()

    def _pin_note(self) -> None:
        """Where the note scrolls away with the rest, its first words stay above the questions."""
        above = (
            self.aside.parentWidget() is self.whole
            or self.passing.verticalScrollBar().value() < self.aside.height()
        )
        words = "" if above or self.note.isHidden() else plain_words(self.note.text.text()[:PINNED])
        self.pinned.setText(words)
        self.pinned.setVisible(bool(words))

    def _set_margins(self, layout: QVBoxLayout, around: tuple[int, int, int, int]) -> None:
        """Margins as they are from left to right; Qt does not turn them round by itself."""
        before, above, behind, below = around
        if self.isRightToLeft():
            before, behind = behind, before
        layout.setContentsMargins(before, above, behind, below)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange and not self.isHidden():
            self._arrange()
