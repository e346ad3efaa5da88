"""The pictures of the note on the page: into the encrypted file, into the text, and back on the screen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage

from therapy_diary.desktop.background import shared_background
from therapy_diary.desktop.pictures import (
    LARGEST_FILE,
    LONGEST_SIDE,
    Picture,
    PictureRefused,
    Why,
    may_be_picture,
    redrawn,
    redrawn_image,
    small,
)
from therapy_diary.domain.note import NoteId
from therapy_diary.domain.pointing import files_named
from therapy_diary.storage.attachments import Content
from therapy_diary.storage.errors import StorageError
from therapy_diary.storage.stamps import new_uid
from therapy_diary.views.note.picture_words import refusal_in_words, size_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.unfinished_note import place_of
from therapy_diary.widgets.markdown_editor import MarkdownEditor

MOST_AT_ONCE = 20
"""Pictures taken from one paste or drop."""
Offered = Path | bytes | QImage


class Pictures(QObject):
    """Takes what is pasted or dropped, beside the window; keeps it with the draft until the note is kept."""

    added = Signal(str, str)
    """A picture stands in the text: its name, and a sentence that says how large it is."""
    opened = Signal(str, QImage, int)
    """A picture in its full size: its name, and how many bytes it has."""
    refused = Signal(str)  # why a picture was not taken, in a sentence
    failed = Signal(object)  # the StorageError that kept a picture out

    def __init__(self, desk: Desk, editor: MarkdownEditor, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._editor = desk, editor
        self._note: NoteId | None = None
        self._turn = 0  # which showing of a note this is: what was begun in another is not put in here
        self.background = shared_background("pictures")
        editor.pictures_offered.connect(self.take)
        editor.pictures.wanted.connect(self._fetch)

    def begin(self, note: NoteId | None) -> None:
        """Another note is shown; what was put into the one before and taken out again goes for good."""
        self._turn += 1
        left, self._note = place_of(self._note), note
        self._editor.pictures.forget()
        self._forget({left} - self._with_drafts())

    def forget_the_lost(self) -> None:
        """At the start: what waits with a draft that is not there any more belongs to nothing."""
        self._forget(self._desk.diary.draft_attachments.places() - self._with_drafts())

    def hand_over(self, note: NoteId, text: str) -> None:
        """Inside the change that keeps the note: give it the pictures that its text points to."""
        self._desk.diary.draft_attachments.hand_over(
            place_of(self._note), note, files_named(text), place_of(note)
        )

    def is_kept(self, note: NoteId) -> None:
        """The note is in the diary now, and goes on being written."""
        self._note = note

    def take(self, offered: list[Offered]) -> None:
        """Put pictures into the text where the cursor stands."""
        if len(offered) > MOST_AT_ONCE:
            self.refused.emit(
                self.tr("That is more than {most} at once. Try fewer.").format(most=MOST_AT_ONCE)
            )
            return
        turn = self._turn
        for it in offered:
            self.background.run(partial(_redrawn, it), partial(self._put_in, turn), self._tell, for_whom=self)

    def open(self, name: str) -> None:
        """Bring a picture in its full size, or say that it is not there."""
        self._draw(name, QSize(LONGEST_SIDE, LONGEST_SIDE), self._tell_opened)

    def content(self, name: str) -> Content | None:
        """The picture of that name, as the text has it; from the draft or from the note."""
        real, diary = unquote(name), self._desk.diary
        waiting = diary.draft_attachments.named(place_of(self._note), real)
        if waiting is not None or self._note is None:
            return waiting
        return diary.attachments.named(self._note, real)

    def _with_drafts(self) -> set[str]:
        return set(self._desk.diary.drafts.places())

    def _forget(self, places: set[str]) -> None:
        diary = self._desk.diary
        wanted = places & diary.draft_attachments.places()
        if not wanted:
            return
        try:
            with diary.quiet_change():
                for place in wanted:
                    diary.draft_attachments.discard(place)
        except StorageError:
            return  # they take room and nothing else, and are looked for again at the next start

    def _put_in(self, turn: int, picture: Picture) -> None:
        if turn != self._turn:
            self.refused.emit(self.tr("The picture was not added: another note was opened meanwhile."))
            return
        name = f"picture-{new_uid()[:8]}.{picture.ending}"
        diary = self._desk.diary
        try:
            with diary.quiet_change():
                diary.draft_attachments.add(
                    place_of(self._note), name, picture.media, picture.content, self._desk.now()
                )
        except StorageError as error:
            self.failed.emit(error)
            return
        self._editor.insert_picture("", name)
        size = size_in_words(len(picture.content))
        self.added.emit(name, self.tr("The picture is in the note, {size}.").format(size=size))

    def _tell(self, error: Exception) -> None:
        why = error if isinstance(error, PictureRefused) else PictureRefused(Why.BROKEN)
        self.refused.emit(refusal_in_words(why))

    def _fetch(self, name: str) -> None:
        """Show a picture that has come into view."""
        self._draw(name, self._editor.pictures.largest(), self._show)

    def _draw(self, name: str, room: QSize, then: Callable[[str, QImage | None, int], None]) -> None:
        """Draw a picture beside the window, as long as the note is the same; None where there is none."""
        try:
            held = self.content(name)
        except StorageError:
            held = None
        if held is None:
            then(name, None, 0)
            return
        turn, content = self._turn, held.content

        def tell(image: QImage | None) -> None:
            if turn == self._turn:
                then(name, image, len(content))

        self.background.run(lambda: small(content, room), tell, lambda _: tell(None), for_whom=self)

    def _show(self, name: str, image: QImage | None, _size: int) -> None:
        if image is None:
            self._editor.pictures.show_missing(name)
        else:
            self._editor.pictures.show(name, image)

    def _tell_opened(self, name: str, image: QImage | None, size: int) -> None:
        if image is None:
            self.refused.emit(self.tr("This picture is not in the diary any more."))
        else:
            self.opened.emit(name, image, size)


def _redrawn(offered: Offered) -> Picture:
    """Beside the window. Raises PictureRefused."""
    if isinstance(offered, QImage):
        return redrawn_image(offered)
    if isinstance(offered, bytes):
        return redrawn(offered)
    if not may_be_picture(offered.name):
        raise PictureRefused(Why.NO_PICTURE)
    return redrawn(_read(offered), offered.name)


def _read(path: Path) -> bytes:
    """A file, as far as it may be taken. Raises PictureRefused."""
    try:
        if not path.is_file():
            raise PictureRefused(Why.NOT_READ)
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise PictureRefused(Why.NOT_READ) from error
