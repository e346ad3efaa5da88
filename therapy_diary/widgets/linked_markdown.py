"""Check boxes, links and pictures in Markdown that is being written: ticked, followed, opened, and erased in one go."""

import mimetypes
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip

from therapy_diary.widgets.dropped_files import local_files
from therapy_diary.widgets.markdown_marks import Link, as_label, in_utf16, label_of, read
from therapy_diary.widgets.markdown_paint import box_of
from therapy_diary.widgets.markdown_view import MarkdownView, is_picture
from therapy_diary.widgets.private_text import to_document
from therapy_diary.widgets.utf16 import part_of

PICTURE_MEDIA = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
PLAIN_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class LinkedMarkdown(MarkdownView):
    """What a link leads to and where a picture comes from is for whoever listens to the signals."""

    link_begun = Signal()  # [[ was typed, and stands before the cursor
    link_followed = Signal(str)  # the uid of a note
    picture_opened = Signal(str)  # the name of a picture of this note
    description_wanted = Signal(str)  # the same, to be put into words
    word_taught = Signal(str)  # a word that is right although no dictionary has it
    pictures_offered = Signal(list)  # pasted or dropped: a Path, bytes or a QImage each

    _for_chosen: tuple[tuple[str, Callable[[], object]], ...] = ()

    _stood_at = 0  # the cursor, before it moved

    # what can be done with them

    def offer_for_chosen(self, words: str, act: Callable[[], object]) -> None:
        """One more thing in the menu of the text, while words are chosen."""
        self._for_chosen = (*self._for_chosen, (words, act))

    def act_here(self) -> bool:
        """Do what stands at the cursor: follow the link, open the picture, tick the box; False when there is none."""
        return self._act(self.textCursor())

    def link_here(self) -> Link | None:
        """The link or picture at the cursor."""
        return _link_at(self.textCursor())

    def insert_link(self, words: str, uid: str) -> None:
        """Put a link to another note at the cursor; it takes the place of [[ before it and of chosen words."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        if not cursor.hasSelection() and self._before_cursor(2) == "[[":
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, 2)
        cursor.insertText(to_document(f"[{as_label(words)}](note:{uid})"))
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def insert_picture(self, words: str, name: str) -> None:
        """Put a picture in a paragraph of its own, after the one in which the cursor stands."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        if cursor.block().text().strip():
            cursor.insertText("\n")
        cursor.insertText(to_document(f"![{as_label(words)}](attachment:{name})"))
        if not cursor.block().next().isValid():
            cursor.insertText("\n")
        else:
            cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def description_of(self, name: str) -> str:
        """The words that stand for a picture; empty when there are none, or no such picture."""
        block = self._paragraph_of(name)
        return "" if block is None else label_of(block.text(), read(block.text()).links[0])

    def describe(self, name: str, words: str) -> None:
        """Let other words stand for a picture; can be undone."""
        block = self._paragraph_of(name)
        if block is None or words == self.description_of(name):
            return
        start, length = read(block.text()).links[0].label
        edit = self.cursor_at(block.position() + start)
        edit.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(to_document(as_label(words)))

    def takes_files(self, files: list[Path]) -> bool:
        """Pictures, by their names; what they really are is looked at when they are taken."""
        return any((mimetypes.guess_type(it.name)[0] or "").startswith("image/") for it in files)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words; offer pictures, and files that may be pictures, to whoever keeps them."""
        files = local_files(source)
        media = next((it for it in PICTURE_MEDIA if source.hasFormat(it)), None)
        if files:
            self.pictures_offered.emit(files)
        elif source.hasText():
            super().insertFromMimeData(source)
        elif media is not None:
            self.pictures_offered.emit([source.data(media).data()])
        elif source.hasImage():
            self.pictures_offered.emit([source.imageData()])

    def linked_uids(self) -> set[str]:
        """The notes that this one leads to."""
        return set(re.findall(r"\]\(note:([^()\s]{1,300})\)", self.document().toRawText()))

    def _paragraph_of(self, name: str) -> QTextBlock | None:
        """The first paragraph that is this picture."""
        block = self.document().begin()
        while block.isValid():
            if f"](attachment:{name})" in block.text() and read(block.text()).is_picture:
                return block
            block = block.next()
        return None

    def _act(self, cursor: QTextCursor) -> bool:
        link = _link_at(cursor)
        if link is None:
            return self._tick(cursor.block())
        if link.is_picture:
            self.picture_opened.emit(link.target)
        elif not link.is_file:
            self.link_followed.emit(link.target)
        return not link.is_file or link.is_picture

    def _tick(self, block: QTextBlock) -> bool:
        """Turn the tick of a check box; False when the paragraph has none."""
        marks = read(block.text())
        if marks.box is None:
            return False
        edit = self.cursor_at(block.position() + marks.box)
        edit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
        edit.insertText(" " if marks.ticked else "x")
        return True

    # keys near them

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_plain = not event.modifiers() & ~PLAIN_KEYS
        if is_plain and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._erase_whole(event):
            return
        super().keyPressEvent(event)
        if event.text() == "[" and self._before_cursor(2) == "[[":
            self.link_begun.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self.step_out_of_picture()
        super().inputMethodEvent(event)

    def _before_cursor(self, units: int) -> str:
        cursor = self.textCursor()
        place = cursor.positionInBlock()
        return in_utf16(cursor.block().text())[max(place - units, 0) : place]

    def _is_typing(self, event: QKeyEvent) -> bool:
        return event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~PLAIN_KEYS

    def step_out_of_picture(self) -> None:
        """Words typed at a picture begin a paragraph below it."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and is_picture(cursor.block()):
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText("\n")
            self.setTextCursor(cursor)

    def _erase_whole(self, event: QKeyEvent) -> bool:
        """Erase a picture, or the mark of a check box, in one go; a picture beside the cursor is stepped on first."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        block, marks = cursor.block(), read(cursor.block().text())
        is_back = event.key() == Qt.Key.Key_Backspace
        if marks.is_picture:
            _erase(cursor, block.position(), block.length() - 1)
            return True
        if is_back and marks.box is not None and cursor.positionInBlock() <= sum(marks.prefix):
            start, length = marks.prefix
            _erase(cursor, block.position() + start, length)
            return True
        if self._erase_link(cursor, marks.links, is_back=is_back):
            return True
        beside = block.previous() if is_back and cursor.atBlockStart() else QTextBlock()
        if not is_back and cursor.atBlockEnd():
            beside = block.next()
        if not is_picture(beside):
            return False
        if not block.text():
            _erase(cursor, block.position() - is_back, 1)
            return True
        cursor.setPosition(beside.position() + (beside.length() - 1 if is_back else 0))
        self.setTextCursor(cursor)
        return True

    def _erase_link(self, cursor: QTextCursor, links: tuple[Link, ...], *, is_back: bool) -> bool:
        """A link is erased in one go from outside; from within its words, never a hidden mark of it."""
        place, block = cursor.positionInBlock(), cursor.block()
        for link in links:
            end, first, last = link.start + link.length, link.label[0], sum(link.label)
            if place == (end if is_back else link.start):
                _erase(cursor, block.position() + link.start, link.length)
                return True
            if place == (first if is_back else last):
                cursor.setPosition(block.position() + (link.start if is_back else end))
                self.setTextCursor(cursor)
        return False

    def _keep_off_hidden(self) -> None:
        """The cursor passes hidden words, those of a picture and where a link leads to, in one step."""
        cursor = self.textCursor()
        place, before = cursor.position(), self._stood_at
        self._stood_at = place
        block = cursor.block()
        if cursor.hasSelection() or "](" not in block.text():
            return
        marks, here = read(block.text()), cursor.positionInBlock()
        spans = ((0, block.length() - 1),) if marks.is_picture else marks.hidden
        for start, length in spans:
            if start < here < start + length:
                is_back = place < before <= block.position() + start + length
                cursor.setPosition(block.position() + (start if is_back else start + length))
                self.setTextCursor(cursor)
                return

    # the mouse, and the menu of what it points at

    def mousePressEvent(self, event: QMouseEvent) -> None:
        here = self.cursorForPosition(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton:
            if self._box_at(event.position()) and self._tick(here.block()):
                return
            is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_control and _link_at(here) is not None and self._act(here):
                return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        here = self.cursorForPosition(event.position().toPoint())
        if self._box_at(event.position()):
            self._tick(here.block())
        elif is_picture(here.block()):
            self._act(here)
        else:
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        shape = Qt.CursorShape.PointingHandCursor if self._box_at(event.position()) else None
        self.viewport().setCursor(shape or Qt.CursorShape.IBeamCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Say how to open what the mouse rests on."""
        if not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        link = _link_at(self.cursorForPosition(event.pos()))
        if link is None or (link.is_file and not link.is_picture):
            QToolTip.hideText()
        elif link.is_picture:
            QToolTip.showText(
                event.globalPos(), self.tr("Double-click or Ctrl+Enter opens the picture"), self
            )
        else:
            QToolTip.showText(event.globalPos(), self.tr("Ctrl+click or Ctrl+Enter opens the note"), self)
        return True

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Before what every text offers: what can be done with the link, picture or box there."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        here = self.cursorForPosition(event.pos()) if by_mouse else self.textCursor()
        menu = self.createStandardContextMenu(event.pos())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers, before = self._offers(here), menu.actions()[0]
        if self.textCursor().hasSelection():
            offers = [*offers, *self._for_chosen]
        for words, act in offers:
            action = QAction(words, menu)
            action.triggered.connect(act)
            menu.insertAction(before, action)
        if offers:
            menu.insertSeparator(before)
        menu.popup(event.globalPos() if by_mouse else self._below_cursor())

    def _offers(self, here: QTextCursor) -> list[tuple[str, Callable[[], object]]]:
        link = _link_at(here)
        if link is None and self._spelling is not None and (offers := self._better_words(here)):
            return offers
        if link is None:
            ticks = read(here.block().text()).box is not None
            return [(self.tr("Tick or untick"), lambda: self._tick(here.block()))] if ticks else []
        if link.is_picture:
            name = link.target
            return [
                (self.tr("Open the picture"), lambda: self.picture_opened.emit(name)),
                (self.tr("Describe the picture …"), lambda: self.description_wanted.emit(name)),
            ]
        return [] if link.is_file else [(self.tr("Open the note"), lambda: self._act(here))]

    def _better_words(self, here: QTextCursor) -> list[tuple[str, Callable[[], object]]]:
        """What may have been meant by a word that is not known."""
        assert self._spelling is not None  # noqa: S101
        line, place = here.block().text(), here.positionInBlock()
        for start, length in self._spelling.wrong_in(in_utf16(line)):
            if start <= place <= start + length:
                word = part_of(line, start, length)
                edit = self.cursor_at(here.block().position() + start)
                edit.setPosition(edit.position() + length, QTextCursor.MoveMode.KeepAnchor)
                offers: list[tuple[str, Callable[[], object]]] = [
                    (it.replace("&", "&&"), partial(edit.insertText, it))
                    for it in self._spelling.suggestions(word)
                ]
                keep = self.tr("Keep this word in the diary's own dictionary")
                return [*offers, (keep, partial(self.word_taught.emit, word))]
        return []

    def _below_cursor(self) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())

    def _box_at(self, place: QPointF) -> bool:
        """Whether there is a check box at this place of the view."""
        block = self.cursorForPosition(place.toPoint()).block()
        room = box_of(block, self.document().documentLayout().blockBoundingRect(block))
        return room is not None and room.adjusted(-4, -4, 4, 4).contains(place + self._scrolled())

    def _follow_cursor(self) -> None:
        self._keep_off_hidden()
        super()._follow_cursor()


def _link_at(cursor: QTextCursor) -> Link | None:
    """The link or picture in which a cursor stands."""
    marks, place = read(cursor.block().text()), cursor.positionInBlock()
    if marks.is_picture:
        return marks.links[0]
    return next((it for it in marks.links if it.start <= place <= it.start + it.length), None)


def _erase(cursor: QTextCursor, start: int, length: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
