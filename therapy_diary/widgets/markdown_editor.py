"""The note editor: Markdown under a few keys, stored exactly as typed."""

import enum
import functools
import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from therapy_diary.widgets.linked_markdown import PLAIN_KEYS, LinkedMarkdown
from therapy_diary.widgets.markdown_marks import continued, in_utf16, read
from therapy_diary.widgets.markdown_view import TARGET

WORD = re.compile(r"\w[\w'’\-]*")


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


class MarkdownEditor(LinkedMarkdown):
    """Marks around words and at the beginning of paragraphs, put there and taken away by keys and buttons."""

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = event.keyCombination()
        for wanted, act, *what in _keys():
            if keys == wanted:
                act(self, *what)
                return
        if self._is_typing(event):
            self.step_out_of_picture()
        if not event.modifiers() & ~PLAIN_KEYS and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._new_paragraph(going_on=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

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


def words_in(text: str) -> int:
    """How many words a person would count, Markdown marks and where links lead to aside."""
    if "](" in text:
        text = TARGET.sub("]", text)
    # a line at a time: in between, other threads may go on
    return sum(len(WORD.findall(it)) for it in text.split("\n"))


@functools.cache
def _keys() -> tuple[tuple[Any, ...], ...]:
    """Each key, what it does, and with what. Made once: it is looked at with every letter that is typed."""
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    key, editor = Qt.Key, MarkdownEditor
    return (
        (control | key.Key_B, editor.toggle_inline, Inline.BOLD),
        (control | key.Key_I, editor.toggle_inline, Inline.ITALIC),
        (control | key.Key_Return, editor.act_here),
        (control | key.Key_Enter, editor.act_here),
        (control | shift | key.Key_9, editor.toggle_line, Line.TASKS),
        (control | shift | key.Key_ParenLeft, editor.toggle_line, Line.TASKS),
        (control | shift | key.Key_8, editor.toggle_line, Line.BULLETS),
        (control | shift | key.Key_Asterisk, editor.toggle_line, Line.BULLETS),
        (control | shift | key.Key_7, editor.toggle_line, Line.NUMBERS),
        (control | shift | key.Key_Ampersand, editor.toggle_line, Line.NUMBERS),
        (control | key.Key_BracketRight, editor.indent, 1),
        (control | key.Key_BracketLeft, editor.indent, -1),
    )
