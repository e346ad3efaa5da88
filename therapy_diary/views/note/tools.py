"""What can be done with the text of a note beyond writing it: find, link, show pictures, fill the screen."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget

from therapy_diary.desktop.in_turns import InTurns, Late
from therapy_diary.domain.note import NoteId
from therapy_diary.forms.session_note import Ui_SessionNote
from therapy_diary.views.note.description_strip import DescriptionStrip
from therapy_diary.views.note.link_picker import LinkPicker
from therapy_diary.views.note.picture_view import PictureView
from therapy_diary.views.note.pictures import Pictures
from therapy_diary.views.note.spelling import NoteSpelling
from therapy_diary.views.note.to_bring import ToBring
from therapy_diary.views.page import Desk
from therapy_diary.widgets.find_strip import FindStrip

MARGIN = 40  # pixels of the page seen above and below the line one writes in


class NoteTools(QObject):
    """The strips over the text, their buttons in the bar, and the picture in its full size."""

    said = Signal(str)  # a sentence on what happened to the text
    failed = Signal(object)  # a StorageError
    note_wanted = Signal(object)  # a Note: a link was followed
    full_screen_wanted = Signal()

    find, picker = Late[FindStrip](), Late[LinkPicker]()
    description, view = Late[DescriptionStrip](), Late[PictureView]()

    def __init__(self, desk: Desk, form: Ui_SessionNote, page: QWidget) -> None:
        super().__init__(page)
        self.turns: InTurns | None = None
        """What makes the rest, see pieces(); set by the page."""
        self._desk, self._form, self._page = desk, form, page
        self._note: NoteId | None = None
        self._viewed = ""  # the name of the picture in its full size
        self.pictures = Pictures(desk, form.text, self)
        self.spelling = NoteSpelling(desk, form.text, self.pictures.background, self)
        self.to_bring = ToBring(desk, form.text, page)
        self._add_buttons()
        self._connect()

    def pieces(self) -> Iterator[None]:
        """Makes what is hidden until it is asked for, one after the other."""
        form, page, text = self._form, self._page, self._form.text
        self.description = DescriptionStrip(form.stripRoom)
        self.description.described.connect(text.describe)
        form.strips.addWidget(self.description)
        self.picker = LinkPicker(self._desk.diary, form.stripRoom)
        self.picker.chosen.connect(self._link)
        form.strips.addWidget(self.picker)
        for room in (self.picker, self.description):
            room.left.connect(self._back_to_text)
        yield
        find = FindStrip(form.stripRoom)
        find.attach(text)
        form.strips.addWidget(find)
        self.find = find
        yield
        view = PictureView(page)
        view.described.connect(lambda words: text.describe(self._viewed, words))
        view.closed.connect(self._leave_picture)
        form.page.insertWidget(0, view)
        self.view = view

    @property
    def is_viewing(self) -> bool:
        """Whether a picture stands in the place of the page."""
        return type(self).view.is_there(self) and not self.view.isHidden()

    def begin(self, note: NoteId | None) -> None:
        """Another note is shown: nothing that was asked about the one before is asked any more."""
        self._note = note
        self.pictures.begin(note)
        self.spelling.begin()
        if type(self).view.is_there(self):  # the last of them
            self.find.hide()
            self.picker.hide()
            self.description.forget()
            self.view.close_view()

    def give(self) -> None:
        """Put what is half said about a picture into the text."""
        if type(self).view.is_there(self):
            self.view.give()
            self.description.give()

    def look_at_links(self) -> None:
        """Draw links to notes that are in the bin, or gone, as what they are."""
        uids = self._form.text.linked_uids()
        self._form.text.show_gone(self._desk.diary.notes.gone_of(uids) if uids else set())

    def put_away(self) -> None:
        """Ask nothing about a picture any more."""
        if type(self).description.is_there(self):
            self.description.put_away()

    def open_find(self) -> None:
        """Find words in the text."""
        if self.find.isHidden():
            self._one_strip()
        self.find.open()

    def _one_strip(self) -> None:
        """One question at a time."""
        self.description.put_away()
        self.picker.hide()
        self.find.hide()

    def stops(self) -> list[QWidget]:
        """What the Tab key passes at the end of the page."""
        return [
            self.description.field,
            self.description.done,
            self.picker.field,
            self.picker.shut,
            self.picker.list,
            self.find.field,
            self.find.before,
            self.find.next,
            self.find.shut,
        ]

    def _connect(self) -> None:
        text = self._form.text
        text.cursorPositionChanged.connect(self._keep_in_sight)
        text.link_begun.connect(self._ask_for_note)
        text.link_followed.connect(self._follow)
        text.picture_opened.connect(self.pictures.open)
        self.pictures.opened.connect(self._show_large)
        text.description_wanted.connect(lambda name: self._ask_what_it_shows(name, now=True))
        self.pictures.added.connect(self._say_added)
        self.pictures.refused.connect(self.said)
        self.pictures.failed.connect(self.failed)
        self.spelling.failed.connect(self.failed)
        self.to_bring.failed.connect(self.failed)
        self.to_bring.said.connect(self.said)

    def _add_buttons(self) -> None:
        bar = self._form.bar
        bar.add_gap()
        self.link_button = bar.add("link", self.tr("Link to a note"), "[[", self._ask_for_note)
        self.picture_button = bar.add("image", self.tr("Picture"), "", self._ask_for_picture)
        self.to_bring.add_button(bar)
        bar.add_gap()
        self.find_button: QToolButton = bar.add(
            "search", self.tr("Find in this note"), "Ctrl+Shift+F", self.open_find
        )
        self.screen_button = bar.add(
            "maximize", self.tr("Only the text"), "F11", self.full_screen_wanted.emit
        )

    # links

    def _ask_for_note(self) -> None:
        self._one_strip()
        therapy = self._desk.diary.therapies.current()
        if therapy is not None:
            self.picker.open(therapy.id, self._note)

    def _link(self, words: str, uid: str) -> None:
        self._form.text.insert_link(words, uid)
        self._back_to_text()

    def _follow(self, uid: str) -> None:
        """Show the note that a link leads to, or say why it cannot be."""
        notes = self._desk.diary.notes
        note = notes.by_uid(uid)
        if note is not None:
            self.note_wanted.emit(note)
            return
        if notes.is_binned_by_uid(uid):
            self.said.emit(self.tr("That note is in the bin. It can be brought back from there."))
        else:
            self.said.emit(self.tr("That note is not in the diary any more."))
        self.look_at_links()

    # pictures

    def _ask_for_picture(self) -> None:
        title = self.tr("A picture for this note")
        kinds = self.tr("Pictures (*.jpg *.jpeg *.png *.webp *.gif *.bmp)")
        chosen, _ = QFileDialog.getOpenFileNames(self._page.window(), title, "", kinds)
        if chosen:
            self.pictures.take([Path(it) for it in chosen])

    def _say_added(self, name: str, sentence: str) -> None:
        self._ask_what_it_shows(name, now=False)
        self.said.emit(sentence)

    def _ask_what_it_shows(self, name: str, *, now: bool) -> None:
        self._one_strip()
        self.description.ask(name, self._form.text.description_of(name), now=now)

    def _show_large(self, name: str, image: QImage, size: int) -> None:
        """Show a picture in its full size, in place of the page."""
        self.description.give()
        self._viewed = name
        self._form.scroll.hide()
        self.view.open(image, size, self._form.text.description_of(name))

    def _leave_picture(self) -> None:
        self._viewed = ""
        self._form.scroll.show()
        self._back_to_text()

    def _keep_in_sight(self) -> None:
        """The page may be longer than the window: what is written or found stays in view."""
        text, column = self._form.text, self._form.column
        if text.isVisible():
            caret = text.viewport().mapTo(column, text.cursorRect().center())
            self._form.scroll.ensureVisible(0, caret.y(), 0, MARGIN)

    def _back_to_text(self) -> None:
        self._form.text.setFocus(Qt.FocusReason.OtherFocusReason)
