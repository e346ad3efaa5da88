"""What a note is about: the session and the kind, the line for next time, and what else belongs to that session."""

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from therapy_diary.domain.note import Note, NoteKind
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.session_note import Ui_SessionNote
from therapy_diary.storage.diary import Diary
from therapy_diary.views.kinds_of_note import kind_in_words
from therapy_diary.views.note.line_for_next_time import LineForNextTime
from therapy_diary.views.note.other_notes import OtherNotes
from therapy_diary.views.page import Desk
from therapy_diary.views.session_picker import SessionPicker

LATELY = 4  # notes offered where none is of the same session


class About(QObject):
    """Everything beside the text follows the session that is chosen; the kind does until the person chooses one."""

    edited = Signal()
    """The person chose a session or a kind, or wrote the line."""

    def __init__(self, desk: Desk, form: Ui_SessionNote, picker: SessionPicker) -> None:
        super().__init__(picker)
        self._desk, self._form, self.picker = desk, form, picker
        self.kind_is_chosen = False
        form.kind.addItems([kind_in_words(it) for it in NoteKind])
        self.line = LineForNextTime(form.nextTime, form.line, form.lineHint)
        self.others = OtherNotes(form.others, form.othersTitle, form.othersLayout)
        self._therapy: Therapy | None = None
        self._note: Note | None = None
        self._room = 0
        self._shows_others = False  # from when show_others() was first called
        picker.picked.connect(self._session_picked)
        form.kind.activated.connect(self._kind_picked)
        self.line.edited.connect(self._line_edited)

    def show_note(self, note: Note | None, therapy: Therapy, room: int) -> None:
        """Follow this note of a therapy; None is a new one. room: how many pixels wide a name beside the text may be."""
        self._note, self._therapy, self._room = note, therapy, room
        self.picker.show_diary(self._desk.diary, therapy, self._desk.now)
        self._follow()

    @property
    def kind(self) -> NoteKind:
        """The kind that is shown."""
        return list(NoteKind)[max(self._form.kind.currentIndex(), 0)]

    def show_kind(self, kind: NoteKind, *, chosen: bool) -> None:
        """Show a kind. chosen: it stays when another session is picked."""
        self._form.kind.setCurrentIndex(list(NoteKind).index(kind))
        self.kind_is_chosen = chosen

    def kind_by_session(self) -> NoteKind:
        """What a new note about the chosen session would be."""
        if self.picker.chosen() is None:
            return NoteKind.BETWEEN
        return NoteKind.AFTER if self.picker.has_begun() else NoteKind.BEFORE

    @property
    def session(self) -> SessionId | None:
        """The session chosen, if it is in the diary."""
        chosen = self.picker.chosen()
        return None if isinstance(chosen, datetime) else chosen

    def show_others(self) -> None:
        """Offer other notes from now on."""
        self._shows_others = True
        if self._therapy is not None:
            self._show_others(self._session())

    # inside

    def _follow(self) -> None:
        if not self.kind_is_chosen:
            self.show_kind(self.kind_by_session(), chosen=False)
        self._prompt()
        chosen, session = self.picker.chosen(), self._session()
        there = "" if session is None else session.one_line
        self.line.follow(has_session=chosen is not None, there=there)
        quiet = self._desk.diary.choices.is_quiet
        self._form.between.setVisible(chosen is not None and self.picker.has_begun() and not quiet)
        self._ask_how_it_was(
            answered=session is not None and self._desk.diary.alliance_ratings.at(session.id) is not None
        )
        self._form.another.setVisible(self._note is not None)
        if self._shows_others:
            self._show_others(session)

    def _session(self) -> Session | None:
        number = self.session
        try:
            return None if number is None else self._desk.diary.sessions.get(number)
        except KeyError:
            return None

    def _session_picked(self) -> None:
        self._follow()
        self.edited.emit()

    def _kind_picked(self) -> None:
        self.kind_is_chosen = True
        self._prompt()
        self.edited.emit()

    def _line_edited(self) -> None:
        self.edited.emit()
        session = self._session()
        there = "" if session is None else session.one_line
        self.line.follow(has_session=self.picker.chosen() is not None, there=there)

    def _prompt(self) -> None:
        """What an empty page asks."""
        self._form.text.setPlaceholderText(
            {
                NoteKind.BEFORE: self.tr("What would you like to bring?"),
                NoteKind.AFTER: self.tr("What stayed with you?"),
                NoteKind.BETWEEN: self.tr("What is on your mind?"),
            }[self.kind]
        )

    def _show_others(self, session: Session | None) -> None:
        """The other notes about this session, or those written lately; a button each."""
        diary, chosen = self._desk.diary, self.picker.chosen()
        if session is not None:
            notes, title = diary.notes.of_session(session.id), self.tr("Also about this session")
        else:
            notes, title = self._lately(diary), self.tr("Written lately")
        here = None if self._note is None else self._note.id
        others = [it for it in notes if it.id != here]
        self.others.show_notes(title, others, self._room, of_one_session=chosen is not None)

    def _lately(self, diary: Diary) -> list[Note]:
        if self.picker.chosen() is not None or self._therapy is None:
            return []
        return diary.notes.newest(self._therapy.id, LATELY)

    def _ask_how_it_was(self, *, answered: bool) -> None:
        """Ask once; answers are opened on their own page and never shown beside a note."""
        form = self._form
        if answered:
            form.betweenWords.setText(self.tr("You have answered how it was."))
            form.rate.setText(self.tr("Open the answers"))
            form.rate.setAccessibleName(self.tr("Open the answers on how it was between you"))
        else:
            form.betweenWords.setText(self.tr("How was it between you this time? It takes about a minute."))
            form.rate.setText(self.tr("Answer"))
            form.rate.setAccessibleName(self.tr("Answer how it was between you"))
