"""The note editor: Markdown that reads like finished text, and is stored exactly as typed."""

import enum
import re
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.widgets.markdown_highlighter import FIRST_SEEN, MarkdownHighlighter
from therapy_diary.widgets.markdown_marks import continued, in_utf16, read
from therapy_diary.widgets.private_text import PrivateText

LINE_HEIGHT = 155.0  # per cent of the letters
MARGIN = 14  # room for the bar beside a quotation
MOST_SEEN = 120  # paragraphs of one line on a tall screen
LOOK_AHEAD = 12  # paragraphs drawn above and below what is seen


class Inline(enum.StrEnum):
    """A mark on both sides of words; the value is what is typed."""

    BOLD = "**"
    ITALIC = "_"


class Line(enum.StrEnum):
    """A mark at the beginning of a paragraph; the value is what is typed."""

    HEADING = "## "
    BULLETS = "- "
    NUMBERS = "1. "
    QUOTE = "> "


class MarkdownEditor(PrivateText):
    """Headings look larger, bold bold, lists like lists; the marks show where the cursor stands."""

    _highlighter: MarkdownHighlighter | None = None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plain", "true")
        self.document().setDocumentMargin(MARGIN)
        super().set_text("")
        self._highlighter = MarkdownHighlighter(self.document())
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
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            self._new_paragraph(going_on=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return
        super().keyPressEvent(event)

    def _keys(self) -> dict[Any, tuple[Any, ...]]:
        control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        key = Qt.Key
        return {
            control | key.Key_B: (self.toggle_inline, Inline.BOLD),
            control | key.Key_I: (self.toggle_inline, Inline.ITALIC),
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
        if marks.item:
            return Line.NUMBERS if marks.item[0].isdigit() else Line.BULLETS
        return None

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
        if self._highlighter is not None:
            self._highlighter.open_at(self.textCursor().block())

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
        self._look_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        restyled = event.type() in {
            QEvent.Type.StyleChange,
            QEvent.Type.FontChange,
            QEvent.Type.PaletteChange,
        }
        if restyled and self._highlighter is not None:
            self._highlighter.restyle()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and over them bullets and the bar of a quotation."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        open_at = self.textCursor().blockNumber()
        first, last = self._seen()
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            self._decorate(painter, block, is_open=block.blockNumber() == open_at)
            block = block.next()

    def _decorate(self, painter: QPainter, block: QTextBlock, *, is_open: bool) -> None:
        if block.text().lstrip(" \t")[:1] not in set(">-*+"):
            return
        tokens, layout = tokens_in_force(), block.layout()
        marks = read(block.text())
        if layout.lineCount() == 0 or not (marks.quote or marks.item):
            return
        box = self.document().documentLayout().blockBoundingRect(block)
        painter.setPen(Qt.PenStyle.NoPen)
        if marks.quote:
            turned = block.textDirection() == Qt.LayoutDirection.RightToLeft
            edge = box.right() + MARGIN - 5 if turned else box.left() - MARGIN + 2
            painter.setBrush(QColor(tokens.line_strong if is_open else tokens.accent))
            if not is_open:
                painter.drawRoundedRect(QRectF(edge, box.top(), 3, box.height()), 1.5, 1.5)
        elif not is_open and not marks.item[0].isdigit():
            line = layout.lineAt(0)
            across, beyond = _across(line, marks.prefix[0]), _across(line, marks.prefix[0] + 1)
            middle = line.y() + line.ascent() - tokens.px("lead") * 0.32
            painter.setBrush(QColor(tokens.accent))
            centre = box.topLeft() + QPointF((across + beyond) / 2, middle)
            painter.drawEllipse(centre, tokens.px("lead") * 0.17, tokens.px("lead") * 0.17)


def _across(line: QTextLine, place: int) -> float:
    """How far from the left a place of a line is."""
    found: Any = line.cursorToX(place)  # a pair, although its declaration says otherwise
    return float(found[0])


def words_in(text: str) -> int:
    """How many words a person would count, Markdown marks aside."""
    return len(re.findall(r"\w[\w'’\-]*", text))
