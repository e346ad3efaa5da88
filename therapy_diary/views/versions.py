"""The page of a note's earlier versions: what changed since, what it said, and bringing one back."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QListWidgetItem, QPushButton, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.icons import icon
from therapy_diary.domain.difference import Change, Piece, difference
from therapy_diary.domain.note import Note, NoteId, NoteVersion
from therapy_diary.forms.versions import Ui_Versions
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.days import clock_in_words, compact_date
from therapy_diary.views.finding.entry_words import title_and_body
from therapy_diary.views.half_given import trouble_in_words
from therapy_diary.views.list_beside import place_list
from therapy_diary.views.page import Desk, Page
from therapy_diary.widgets.difference_text import Look
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.notice import Tone

ID = Qt.ItemDataRole.UserRole
LEAST_LINES = 10  # of the text that stay in view, times the height of its letters
LONGEST_SPOKEN = 400  # characters of what came or went that are told as a description
LOOKS = {Change.SAME: Look.PLAIN, Change.GONE: Look.STRUCK, Change.NEW: Look.UNDERLINED}


class VersionsPage(Page):
    """Shows up to fifty versions of one note. Nothing is changed by looking."""

    name: ClassVar[str] = "versions"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._note: Note | None = None
        self._version: NoteVersion | None = None
        self._compared = 0  # counts the comparisons asked for: an answer to an earlier one is dropped
        self._background = Background(self)
        self.form = Ui_Versions()
        self._build()

    def refresh(self) -> None:
        """Read the note and its versions anew, and stay at the version in view."""
        if self._note is not None:
            with suppress(KeyError):
                self._note = self.desk.diary.notes.get(self._note.id)
        self._show_list()

    def show_subject(self, subject: object) -> None:
        """Show the versions of a Note."""
        if isinstance(subject, Note):
            self._note, self._version = subject, None
            self.form.trouble.say("")
            self.refresh()
            self.form.list.setFocus()

    def bookmark(self) -> str:
        """The note."""
        return "" if self._note is None else str(self._note.id)

    def return_to(self, bookmark: str) -> None:
        """Show it again."""
        if bookmark.isdecimal():
            with suppress(KeyError):
                self.show_subject(self.desk.diary.notes.get(NoteId(int(bookmark))))

    # building

    def _build(self) -> None:
        form = self.form
        form.setupUi(self)
        self.setObjectName(self.name)
        form.heading.set_title(self.tr("Earlier versions"))
        self.to_note = QPushButton(icon("notebook-pen"), self.tr("To the note"))
        self.to_note.clicked.connect(self._go_to_note)
        form.heading.add_action(self.to_note)
        form.list.setProperty("plain", "true")
        self._add_ways()
        self.bring = QPushButton(icon("rotate-ccw", "on_accent"), self.tr("Bring this back"))
        self.bring.setProperty("kind", "primary")
        self.bring.clicked.connect(self._bring_back)
        FlowLayout(form.acts).addWidget(self.bring)
        form.list.currentItemChanged.connect(self._show_version)
        form.empty.acted.connect(lambda: self.asked_for.emit("timeline", None))
        self.desk.theme.changed.connect(self._fit)
        self.desk.theme.changed.connect(form.text.draw_again)
        ReadableWidth(self.desk.theme, self, form.column)
        for before, after in (
            (self.to_note, form.list),
            (form.list, self.changes),
            (self.changes, self.as_it_was),
            (self.as_it_was, form.text),
            (form.text, self.bring),
        ):
            self.setTabOrder(before, after)
        self._fit()

    def _add_ways(self) -> None:
        """Two chips: what changed, or the version by itself."""
        row, group = FlowLayout(self.form.ways), QButtonGroup(self)
        self.changes, self.as_it_was = QPushButton(self.tr("What changed")), QPushButton(self.tr("As it was"))
        for button in (self.changes, self.as_it_was):
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setAccessibleName(button.text())
            button.clicked.connect(self._show_text)
            group.addButton(button)
            row.addWidget(button)
        self.changes.setChecked(True)

    # showing

    def _show_list(self) -> None:
        form, note = self.form, self._note
        heads = [] if note is None else self.desk.diary.notes.version_heads(note.id)
        chosen = None if self._version is None else self._version.id
        form.list.blockSignals(True)  # filled by the program: only what is chosen in the end is shown
        form.list.clear()
        for head in heads:
            item = QListWidgetItem(self._until(head.kept_at), form.list)
            item.setData(ID, head.id)
            if head.id == chosen:
                form.list.setCurrentItem(item)
        if heads and form.list.currentRow() < 0:
            form.list.setCurrentRow(0)
        form.list.blockSignals(False)
        form.body.setVisible(bool(heads))
        form.empty.setVisible(not heads)
        self.to_note.setVisible(note is not None)
        title = "" if note is None else title_and_body(note)[0]
        form.heading.set_sub(f"\u2068{title}\u2069" if title else "")
        form.empty.say(
            "history",
            self.tr("No earlier versions"),
            self.tr("When you change a note, what it said before is kept here. The last fifty are."),
            self.tr("Go to the timeline") if note is None else "",
            "arrow-right",
        )
        self._fit()
        self._show_version()

    def _until(self, moment: datetime) -> str:
        return self.tr("Until {day}, {time}").format(
            day=compact_date(moment.date()), time=clock_in_words(moment)
        )

    def _show_version(self) -> None:
        if self.form.list.currentRow() < 0:
            self._version = None
            return
        number = int(self.form.list.currentItem().data(ID))
        if self._version is None or self._version.id != number:
            self._version = self.desk.diary.notes.version(number)
        self._show_text()

    def _show_text(self) -> None:
        """The version, or what changed from it to the note as it is now; compared beside the window."""
        self._compared += 1
        asked, note, version = self._compared, self._note, self._version
        if note is None or version is None:
            return
        then, now = _whole(version.title, version.text), _whole(note.title, note.text)
        if self.as_it_was.isChecked():
            self.form.legend.setText(self.tr("What the note said then."))
            self.form.text.setAccessibleDescription("")
            self.form.text.show_pieces([(Look.PLAIN, then)])
            return

        def done(pieces: list[Piece]) -> None:
            if asked == self._compared:
                self._show_pieces(pieces)

        self._background.run(lambda: difference(then, now), done, for_whom=self)

    def _show_pieces(self, pieces: list[Piece]) -> None:
        gone = " … ".join(it.text.strip() for it in pieces if it.change is Change.GONE and it.text.strip())
        new = " … ".join(it.text.strip() for it in pieces if it.change is Change.NEW and it.text.strip())
        if gone or new:
            legend = self.tr("From then to now: struck through is gone, underlined is new.")
        else:
            legend = self.tr("The note says now what it said then.")
        self.form.legend.setText(legend)
        self.form.text.show_pieces(_apart(pieces))
        told = [self.tr("Gone since then: {words}").format(words=gone[:LONGEST_SPOKEN])] if gone else []
        told += [self.tr("New since then: {words}").format(words=new[:LONGEST_SPOKEN])] if new else []
        self.form.text.setAccessibleDescription(". ".join(told))

    # acting

    def _go_to_note(self) -> None:
        if self._note is not None:
            self.asked_for.emit("session_note", self._note)

    def _bring_back(self) -> None:
        """Let the note say this again; what it says now becomes a version, and so can be brought back in turn."""
        version = self._version
        if version is None:
            return
        try:
            self._write_back(version)
        except StorageError as error:
            self.form.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)
            return
        latest = self.desk.diary.notes.version_heads(version.note)[0]
        self.can_be_undone.emit(
            self.tr("The note says again what it said then."),
            lambda: self._write_back(self.desk.diary.notes.version(latest.id)),
        )

    def _write_back(self, version: NoteVersion) -> None:
        with self.desk.diary.change():
            self.desk.diary.notes.bring_back(version, self.desk.now())

    # fitting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        tokens = self.desk.theme.tokens()
        place_list(self.form.list, self.form.parts, self.width(), tokens)
        self.form.text.setMinimumHeight(LEAST_LINES * tokens.px())


def _apart(pieces: list[Piece]) -> Iterator[tuple[Look, str]]:
    """The pieces as they look, with a thin gap where a word that went meets the one that came for it."""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if (
            before is not None
            and Change.SAME not in (before.change, piece.change)
            and not piece.text[0].isspace()
        ):
            yield Look.PLAIN, "\u2009"
        yield LOOKS[piece.change], piece.text


def _whole(title: str, text: str) -> str:
    """A note as one text: its title, if it has one, above the rest."""
    return f"{title}\n\n{text}" if title else text
