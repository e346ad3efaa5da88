"""What hangs on a note that is being written: its star, whether it may leave the diary, its tags, and ways on from it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.note import Note
from therapy_diary.storage.diary import Diary
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.tags import tag_in
from therapy_diary.views.finding.tag_field import TagField
from therapy_diary.widgets.flow_layout import FlowLayout

AskNote = Callable[[], Note | None]
"""Keeps what is on the page, and gives the note it is now; None while nothing is written. Raises StorageError."""


class NoteStrip(QWidget):
    """A star, whether it may be printed, a chip for each tag, and a field for another.

    Del or Backspace on a tag takes it away, as a click does.
    """

    failed = Signal(StorageError)
    said = Signal(str)
    grew = Signal()
    """The field for a tag has come into view."""

    def __init__(self, diary: Diary, ask_note: AskNote, parent: QWidget) -> None:
        super().__init__(parent)
        self._diary, self._ask_note = diary, ask_note
        self._note: Note | None = None
        self.chips: dict[str, QPushButton] = {}
        self._row = FlowLayout(holder := QWidget(self), spacing=6)
        self.star = self._chip("")
        self.star.setCheckable(True)
        self.star.clicked.connect(self.turn_star)
        self.printable = self._chip(self.tr("May be printed and taken out"))
        self.printable.setCheckable(True)
        self.printable.setAccessibleName(self.printable.text())
        self.printable.clicked.connect(self._turn_printable)
        self.add = self._chip(self.tr("Tag"))
        self.add.setIcon(icon("plus"))
        self.add.setAccessibleName(self.tr("Add a tag"))
        self.add.clicked.connect(self._open_field)
        self.field = TagField(self.tr("A tag, such as family"), diary.tags.fitting, self, only_known=False)
        self.field.picked.connect(self._put)
        self.field.left.connect(self._close_field)
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(holder)
        column.addWidget(self.field)
        self.show_note(None)

    def show_note(self, note: Note | None) -> None:
        """Show what this note has; None for one that is not written yet."""
        self._note = note
        starred = note is not None and note.starred
        self.star.setChecked(starred)
        self.star.setIcon(icon("star"))
        self.star.setText(self.tr("Starred") if starred else self.tr("Star"))
        self.star.setAccessibleName(self.star.text())
        printable = note is not None and not note.never_print
        self.printable.setChecked(printable)
        self.printable.setIcon(icon("printer") if printable else icon("lock"))
        tags = [] if note is None else self._diary.tags.of(note.id)
        if tags != list(self.chips):
            self._show_tags(tags)

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [
            self.star,
            self.printable,
            *self.chips.values(),
            self.add,
            self.field.typed,
            self.field.offered,
        ]

    def turn_star(self) -> None:
        """Star the note, or take its star away."""
        self._change(lambda note: self._diary.notes.star(note.id, starred=not note.starred))

    def _turn_printable(self) -> None:
        """Let the note be drawn onto paper and taken out, or keep it in the diary."""
        self._change(
            lambda note: self._diary.notes.mark(
                note.id, starred=note.starred, never_print=not note.never_print
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Del and Backspace on a tag."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self._take(str(watched.property("tag")))
            return True
        return super().eventFilter(watched, event)

    # inside

    def _show_tags(self, tags: list[str]) -> None:
        for button in self.chips.values():
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._row.removeWidget(self.add)
        self.chips = {tag: self._tag_chip(tag) for tag in tags}
        self._row.addWidget(self.add)
        for before, after in zip(self.stops(), self.stops()[1:], strict=False):
            QWidget.setTabOrder(before, after)

    def _tag_chip(self, tag: str) -> QPushButton:
        button = self._chip(f"#{tag}".replace("&", "&&"))
        button.setIcon(icon("x"))
        button.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        )
        button.setAccessibleName(self.tr("Take the tag {tag} away").format(tag=tag))
        button.setToolTip(button.accessibleName())
        button.setProperty("tag", tag)
        button.installEventFilter(self)
        button.clicked.connect(lambda: self._take(tag))
        button.show()
        return button

    def _chip(self, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", "chip")
        self._row.addWidget(button)
        return button

    def _open_field(self) -> None:
        self.field.show()
        self.field.open()
        self.grew.emit()

    def _close_field(self) -> None:
        self.field.hide()
        self.add.setFocus()

    def _put(self, typed: str) -> None:
        try:
            tag = tag_in(typed)
        except ValueError:
            self.said.emit(self.tr("A tag has no quotation marks, and at most 60 letters."))
            return
        if self._change(lambda note: self._diary.tags.put(note.id, tag)):
            self._close_field()

    def _take(self, tag: str) -> None:
        if self._change(lambda note: self._diary.tags.take(note.id, tag)):
            self.add.setFocus()

    def _change(self, do: Callable[[Note], object]) -> bool:
        try:
            note = self._ask_note()
            if note is not None:
                with self._diary.change():
                    do(note)
        except StorageError as error:
            self.failed.emit(error)
            note = None
        else:
            if note is None:
                self.said.emit(self.tr("Write a word first: there is no note yet."))
        self.show_note(self._note if note is None else self._diary.notes.get(note.id))
        return note is not None


class NoteWays(QWidget):
    """Two quiet buttons beside a note."""

    versions_wanted = Signal()
    bin_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.versions = self._button("history", self.tr("Earlier versions"), self.versions_wanted)
        self.bin = self._button("trash-2", self.tr("Move to the bin"), self.bin_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for button in (self.versions, self.bin):
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)

    def _button(self, drawing: str, text: str, asks: SignalInstance) -> QPushButton:
        button = QPushButton(icon(drawing), text, self)
        button.setProperty("kind", "ghost")
        button.setAccessibleName(text)
        button.clicked.connect(asks)
        return button
