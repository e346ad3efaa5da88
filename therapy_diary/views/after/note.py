"""The note of the session, and the line for next time: what was written stays beside the questions."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from therapy_diary.domain.note import Note, NoteKind
from therapy_diary.domain.session import LONGEST_LINE, Session
from therapy_diary.views.after.part import Line, Part, Sitting
from therapy_diary.views.note.to_bring import ToBring
from therapy_diary.views.page import Desk
from therapy_diary.views.room import labelled
from therapy_diary.views.unfinished_note import NEW, decoded, place_of
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.markdown_editor import MarkdownEditor
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.words_label import words_label


class NotePart(Part):
    """Writes the note after the session. One that lies half written on its own page is left there, and said to be."""

    opened = Signal(object)
    """The note is wanted on its own page: a Note, or None for the one not finished there."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        self._note: Note | None = None
        self.text = MarkdownEditor(self)
        self.text.setAccessibleName(self.tr("Your note"))
        self.text.setPlaceholderText(self.tr("What stayed with you?"))
        self.elsewhere = Notice(self)
        self.elsewhere.acted.connect(lambda: self.opened.emit(None))
        self.to_bring = ToBring(desk, self.text, self)
        self.open = QPushButton(self.tr("Open the note on its own page"), self)
        self.open.setProperty("kind", "link")
        self.open.clicked.connect(lambda: self.opened.emit(self._note))
        self.line = GrowingText(self)
        self.line.set_lines(1, 6)
        self.line.keep_to_one_line(LONGEST_LINE)
        self._column.addWidget(words_label(self.tr("Your note"), "h3", self))
        self._column.addWidget(self.elsewhere)
        self._column.addWidget(self.text, 1)
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeading)
        labelled(self._column, self.tr("One line for next time?"), self.line)
        self.add_line(Line(key="note", field=self.text, put=self._put_note))
        self.add_line(Line(key="line", field=self.line, put=self._put_line))

    @property
    def has_note(self) -> bool:
        """Whether the session has a first note."""
        return self._note is not None

    def show_sitting(self, sitting: Sitting) -> None:
        session = sitting.session
        notes = [] if session is None else self.desk.diary.second_looks.first_notes(session.id)
        after = [it for it in notes if it.kind is NoteKind.AFTER] or notes
        self._note = after[-1] if after else None
        note, line = self.lines
        note.fill("" if self._note is None else self._note.text)
        line.fill("" if session is None else session.one_line)
        self._show_elsewhere(session)
        self.open.setVisible(self._note is not None)
        self.text.setReadOnly(not self.elsewhere.isHidden())

    def only_show(self) -> None:
        """Let the first note be read and not written, beside a second look at it."""
        self.text.setReadOnly(True)

    def _show_elsewhere(self, session: Session | None) -> None:
        """Say so when this very note lies half written on its own page."""
        drafts = self.desk.diary.drafts
        waits = self._note is not None and drafts.at(place_of(self._note.id)) is not None
        begun = drafts.at(NEW)
        if begun is not None and self._note is None and session is not None:
            waits = decoded(begun.text).about() == session.id
        words = self.tr("This note lies half written on its own page.") if waits else ""
        self.elsewhere.say(words, action=self.tr("Go on writing") if waits else "")

    def _put_note(self, session: Session, text: str) -> None:
        notes, now = self.desk.diary.notes, self.desk.now()
        if self._note is None:
            if text.strip():
                self._note = notes.write(session.therapy, text, now, session=session.id, kind=NoteKind.AFTER)
        else:
            note = self._note
            self._note = notes.rewrite(
                note.id, text, now, title=note.title, session=note.session, kind=note.kind
            )

    def _put_line(self, session: Session, text: str) -> None:
        sessions = self.desk.diary.sessions
        sessions.save(replace(sessions.get(session.id), one_line=" ".join(text.split())[:LONGEST_LINE]))
