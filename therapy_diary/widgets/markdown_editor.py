"""The note editor: Markdown that reads like finished text, and is stored exactly as typed."""

import enum
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QToolTip, QWidget

from therapy_diary.desktop.spelling import Spelling
from therapy_diary.widgets.markdown_highlighter import FIRST_SEEN, LINE_HEIGHT, MarkdownHighlighter
from therapy_diary.widgets.markdown_marks import Link, as_label, continued, in_utf16, label_of, part_of, read
from therapy_diary.widgets.markdown_paint import MARGIN, box_of, decorate
from therapy_diary.widgets.note_pictures import NotePictures
from therapy_diary.widgets.private_text import PrivateText, to_document

MOST_SEEN = 120  # paragraphs of one line on a tall screen
LOOK_AHEAD = 12  # paragraphs drawn above and below what is seen
PICTURE_MEDIA = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp")
PLAIN_KEYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


_TARGET = re.compile(r"\]\((?:note|attachment):[^()\s]*\)")


class Inline(enum.StrEnum):
    """A mark on both sides of words; the value is what is typed."""

    BOLD = "**"
    ITALIC = "_"


class Line(enum.StrEnum):
    """A mark at the beginning of a paragraph; the value is what is typed."""

    HEADING = "## "
    TASKS = "- [ ] "
    BULLETS = "- "
    NUMBERS = "1. "
    QUOTE = "> "


class MarkdownEditor(PrivateText):
    """Headings look larger, bold bold, lists like lists; the marks show where the cursor stands.

    What a link leads to and where a picture comes from is for whoever listens to the signals.
    """

    link_begun = Signal()  # [[ was typed, and stands before the cursor
    link_followed = Signal(str)  # the uid of a note
    picture_opened = Signal(str)  # the name of a picture of this note
    description_wanted = Signal(str)  # the same, to be put into words
    word_taught = Signal(str)  # a word that is right although no dictionary has it
    pictures_offered = Signal(list)  # pasted or dropped: a Path, bytes or a QImage each

    _highlighter: MarkdownHighlighter | None = None
    _unseen = _TARGET
    _spelling: Spelling | None = None
    _stood_at = 0  # the cursor, before it moved

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", "true")
        self.document().setDocumentMargin(MARGIN)
        super().set_text("")
        self._highlighter = MarkdownHighlighter(self.document())
        self.pictures = NotePictures(self)
        self.pictures.resized.connect(self._draw_pictures_again)
        self._highlighter.make_room(self.pictures.height_of)
        self.cursorPositionChanged.connect(self._follow_cursor)
        self._looking = QTimer(self, singleShot=True, interval=0)  # once the view has settled
        self._looking.timeout.connect(self._look)
        self.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # what the bar and the keys do

    def toggle_inline(self, mark: Inline) -> None:
        """Put the marks around the chosen words or the word at the cursor, or take them away."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        if not cursor.hasSelection():
            place = self.textCursor()
            place.insertText(mark * 2)
            place.movePosition(QTextCursor.MoveOperation.Left, n=len(mark))
            self.setTextCursor(place)
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        cursor.beginEditBlock()
        first, last = self.cursor_at(start).blockNumber(), self.cursor_at(end).blockNumber()
        for number in range(last, first - 1, -1):
            block = self.document().findBlockByNumber(number)
            until = block.position() + block.length() - 1
            self._toggle_part(cursor, max(start, block.position()), min(end, until), mark)
        cursor.endEditBlock()

    def toggle_line(self, mark: Line) -> None:
        """Make the chosen paragraphs a heading, list or quotation, or ordinary again."""
        cursor = self.textCursor()
        first = self.cursor_at(cursor.selectionStart()).blockNumber()
        last = self.cursor_at(cursor.selectionEnd()).blockNumber()
        remove = all(self._line_of(number) is mark for number in range(first, last + 1))
        cursor.beginEditBlock()
        count = 0
        for number in range(first, last + 1):
            block = self.document().findBlockByNumber(number)
            start, length = read(block.text()).prefix
            edit = self.cursor_at(block.position() + start)
            edit.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
            if remove or (first != last and not block.text().strip()):
                edit.removeSelectedText()
                continue
            count += 1
            edit.insertText(f"{count}. " if mark is Line.NUMBERS else mark)
        cursor.endEditBlock()

    def inline_here(self) -> set[Inline]:
        """Which inline marks hold where the cursor stands."""
        cursor = self.textCursor()
        place = cursor.positionInBlock()
        styles = [
            style
            for start, length, style in read(cursor.block().text()).styles
            if start < place < start + length
        ]
        return {
            mark for mark, bit in ((Inline.BOLD, 1), (Inline.ITALIC, 2)) if any(it & bit for it in styles)
        }

    def line_here(self) -> Line | None:
        """What kind of paragraph the cursor stands in."""
        return self._line_of(self.textCursor().blockNumber())

    def indent(self, steps: int) -> None:
        """Move the chosen list items in (1) or out (-1) by two blanks."""
        cursor = self.textCursor()
        first = self.cursor_at(cursor.selectionStart()).blockNumber()
        last = self.cursor_at(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = self.document().findBlockByNumber(number)
            edit = self.cursor_at(block.position())
            if steps > 0:
                edit.insertText("  ")
            else:
                blanks = len(block.text()[:2]) - len(block.text()[:2].lstrip(" "))
                edit.setPosition(block.position() + blanks, QTextCursor.MoveMode.KeepAnchor)
                edit.removeSelectedText()
        cursor.endEditBlock()

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._follow_cursor()
        self._look_soon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.keyCombination()
        for wanted, act in self._keys().items():
            if keys == wanted:
                act[0](*act[1:])
                return
        is_plain = not event.modifiers() & ~PLAIN_KEYS
        if is_plain and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._erase_whole(event):
            return
        if self._is_typing(event):
            self._step_out_of_picture()
        if is_plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._new_paragraph(going_on=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)
        if event.text() == "[" and self._before_cursor(2) == "[[":
            self.link_begun.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._step_out_of_picture()
        super().inputMethodEvent(event)

    def _keys(self) -> dict[Any, tuple[Any, ...]]:
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key
        return {
            control | key.Key_B: (self.toggle_inline, Inline.BOLD),
            control | key.Key_I: (self.toggle_inline, Inline.ITALIC),
            control | key.Key_Return: (self.act_here,),
            control | key.Key_Enter: (self.act_here,),
            control | shift | key.Key_9: (self.toggle_line, Line.TASKS),
            control | shift | key.Key_ParenLeft: (self.toggle_line, Line.TASKS),
            control | shift | key.Key_8: (self.toggle_line, Line.BULLETS),
            control | shift | key.Key_Asterisk: (self.toggle_line, Line.BULLETS),
            control | shift | key.Key_7: (self.toggle_line, Line.NUMBERS),
            control | shift | key.Key_Ampersand: (self.toggle_line, Line.NUMBERS),
            control | key.Key_BracketRight: (self.indent, 1),
            control | key.Key_BracketLeft: (self.indent, -1),
        }

    def _new_paragraph(self, *, going_on: bool) -> None:
        cursor = self.textCursor()
        block = cursor.block()
        after_mark = cursor.positionInBlock() >= sum(read(block.text()).prefix)
        goes_on = continued(block.text()) if going_on and after_mark and not cursor.hasSelection() else None
        cursor.beginEditBlock()
        if goes_on is not None and goes_on.ends:
            edit = self.cursor_at(block.position())
            edit.setPosition(block.position() + goes_on.ends, QTextCursor.MoveMode.KeepAnchor)
            edit.removeSelectedText()
        else:
            cursor.insertText("\n")
            if goes_on is not None and cursor.block().previous() == block:
                cursor.insertText(goes_on.text)
        cursor.endEditBlock()
        self.ensureCursorVisible()

    def _toggle_part(self, cursor: QTextCursor, start: int, end: int, mark: Inline) -> None:
        """Within one paragraph: marks around start … end, or away when they are there."""
        block = self.document().findBlock(start)
        line, offset = in_utf16(block.text()), block.position()
        part = line[start - offset : end - offset]
        start += len(part) - len(part.lstrip())
        end -= len(part) - len(part.rstrip())
        if start >= end:
            return
        width = len(mark)
        inside = line[start - offset : end - offset]
        around = line[max(start - offset - width, 0) : end - offset + width]
        edit = QTextCursor(cursor)
        if around == f"{mark}{inside}{mark}":
            spots = [(end, width), (start - width, width)]
        elif len(inside) > 2 * width and inside.startswith(mark) and inside.endswith(mark):
            spots = [(end - width, width), (start, width)]
        else:
            edit.setPosition(end)
            edit.insertText(mark)
            edit.setPosition(start)
            edit.insertText(mark)
            return
        for place, length in spots:
            edit.setPosition(place)
            edit.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
            edit.removeSelectedText()

    def _line_of(self, number: int) -> Line | None:
        marks = read(self.document().findBlockByNumber(number).text())
        if marks.heading:
            return Line.HEADING
        if marks.quote:
            return Line.QUOTE
        if marks.box is not None:
            return Line.TASKS
        if marks.item:
            return Line.NUMBERS if marks.item[0].isdigit() else Line.BULLETS
        return None

    # check boxes, links and pictures

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

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take words; offer pictures, and files that may be pictures, to whoever keeps them."""
        files = [Path(it.toLocalFile()) for it in source.urls() if it.isLocalFile()]
        media = next((it for it in PICTURE_MEDIA if source.hasFormat(it)), None)
        if files:
            self.pictures_offered.emit(files)
        elif source.hasText():
            super().insertFromMimeData(source)
        elif media is not None:
            self.pictures_offered.emit([source.data(media).data()])
        elif source.hasImage():
            self.pictures_offered.emit([source.imageData()])

    def check_spelling(self, spelling: Spelling | None) -> None:
        """Underline words that no dictionary has; None ends it."""
        self._spelling = spelling
        if self._highlighter is not None:
            self._highlighter.check_spelling(spelling, lambda: self.textCursor().position())

    def linked_uids(self) -> set[str]:
        """The notes that this one leads to."""
        return set(re.findall(r"\]\(note:([^()\s]{1,300})\)", self.document().toRawText()))

    def show_gone(self, uids: set[str]) -> None:
        """Draw the links to these notes as ones that lead nowhere any more."""
        if self._highlighter is not None:
            self._highlighter.show_gone(frozenset(uids))

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

    def _before_cursor(self, units: int) -> str:
        cursor = self.textCursor()
        place = cursor.positionInBlock()
        return in_utf16(cursor.block().text())[max(place - units, 0) : place]

    def _is_typing(self, event: QKeyEvent) -> bool:
        return event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~PLAIN_KEYS

    def _step_out_of_picture(self) -> None:
        """Words typed at a picture begin a paragraph below it."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and _is_picture(cursor.block()):
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
        if not _is_picture(beside):
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
        elif _is_picture(here.block()):
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

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    # how it looks

    def _fill(self, text: str) -> None:
        """Give the empty document its line height first; every paragraph then takes it over."""
        shape = QTextBlockFormat()
        shape.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if self._highlighter is not None:
            self._highlighter.begin()
        self.document().setUndoRedoEnabled(False)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(shape)
        # What is seen first is drawn while it goes in; the rest follows as one change, laid out once.
        lines = text.split("\n", FIRST_SEEN)
        for part in ("\n".join(lines[:FIRST_SEEN]), "".join(f"\n{line}" for line in lines[FIRST_SEEN:])):
            cursor.beginEditBlock()
            cursor.insertText(part)
            cursor.endEditBlock()
        self.document().setUndoRedoEnabled(True)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _follow_cursor(self) -> None:
        self._keep_off_hidden()
        if self._highlighter is not None:
            self._highlighter.open_at(self.textCursor().block())
            if self._spelling is not None:
                self._highlighter.look_at_word()

    def _look_soon(self) -> None:
        if self._highlighter is not None:
            self._looking.start()

    def _look(self) -> None:
        if self._highlighter is None:
            return
        first, last = self._seen()
        self._highlighter.look_at(max(first - LOOK_AHEAD, 0), last + LOOK_AHEAD)

    def _seen(self) -> tuple[int, int]:
        view = self.viewport().rect()
        first = self.cursorForPosition(view.topLeft()).blockNumber()
        last = self.cursorForPosition(view.bottomRight()).blockNumber()
        return first, min(last, first + MOST_SEEN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pictures.fit_into(self.viewport().width() - 2 * MARGIN)
        self._look_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        restyled = event.type() in {
            QEvent.Type.StyleChange,
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
        }
        if restyled and self._highlighter is not None:
            self.pictures.restyle()
            self._highlighter.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and over them bullets, boxes, pictures and the bar of a quotation."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-self._scrolled())
        open_at = self.textCursor().blockNumber()
        layout, below = self.document().documentLayout(), self._scrolled().y() + self.viewport().height()
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        while block.isValid() and (room := layout.blockBoundingRect(block)).top() <= below:
            is_open = block.blockNumber() == open_at
            if _is_picture(block):
                link = read(block.text()).links[0]
                chosen = is_open and self.hasFocus()
                self.pictures.paint(painter, block, room, link.target, label_of(block.text(), link), chosen)
            else:
                decorate(painter, block, room, is_open=is_open)
            block = block.next()

    def _draw_pictures_again(self) -> None:
        if self._highlighter is not None:
            self._highlighter.draw_again(lambda marks: marks.is_picture)
        self.viewport().update()


def _link_at(cursor: QTextCursor) -> Link | None:
    """The link or picture in which a cursor stands."""
    marks, place = read(cursor.block().text()), cursor.positionInBlock()
    if marks.is_picture:
        return marks.links[0]
    return next((it for it in marks.links if it.start <= place <= it.start + it.length), None)


def _is_picture(block: QTextBlock) -> bool:
    return block.isValid() and block.text().startswith("![") and read(block.text()).is_picture


def _erase(cursor: QTextCursor, start: int, length: int) -> None:
    cursor.setPosition(start)
    cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def words_in(text: str) -> int:
    """How many words a person would count, Markdown marks and where links lead to aside."""
    if "](" in text:
        text = _TARGET.sub("]", text)
    return len(re.findall(r"\w[\w'’\-]*", text))
