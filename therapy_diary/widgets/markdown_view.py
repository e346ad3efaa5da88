"""Markdown that reads like finished text while the document keeps every mark: how it looks, and nothing about keys."""

import re

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.spelling import Spelling
from therapy_diary.widgets.markdown_highlighter import FIRST_SEEN, LINE_HEIGHT, MarkdownHighlighter
from therapy_diary.widgets.markdown_marks import label_of, read
from therapy_diary.widgets.markdown_paint import MARGIN, decorate
from therapy_diary.widgets.note_pictures import NotePictures
from therapy_diary.widgets.private_text import PrivateText

MOST_SEEN = 120  # paragraphs of one line on a tall screen
LOOK_AHEAD = 12  # paragraphs drawn above and below what is seen
TARGET = re.compile(r"\]\((?:note|attachment):[^()\s]*\)")
"""The end of a link to a note or a file, which is never shown."""


class MarkdownView(PrivateText):
    """Headings look larger, bold bold, lists like lists; the marks show where the cursor stands."""

    _highlighter: MarkdownHighlighter | None = None
    _spelling: Spelling | None = None
    _unseen = TARGET

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

    def set_text(self, text: str) -> None:
        super().set_text(text)
        self._follow_cursor()
        self._look_soon()

    def check_spelling(self, spelling: Spelling | None) -> None:
        """Underline words that no dictionary has; None ends it."""
        self._spelling = spelling
        if self._highlighter is not None:
            self._highlighter.check_spelling(spelling, lambda: self.textCursor().position())

    def show_gone(self, uids: set[str]) -> None:
        """Draw the links to these notes as ones that lead nowhere any more."""
        if self._highlighter is not None:
            self._highlighter.show_gone(frozenset(uids))

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
            if is_picture(block):
                link = read(block.text()).links[0]
                chosen = is_open and (self.hasFocus() or self.textCursor().hasSelection())
                self.pictures.paint(painter, block, room, link.target, label_of(block.text(), link), chosen)
            else:
                decorate(painter, block, room, is_open=is_open)
            block = block.next()

    def _draw_pictures_again(self) -> None:
        if self._highlighter is not None:
            self._highlighter.draw_again(lambda marks: marks.is_picture)
        self.viewport().update()

    def _scrolled(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def is_picture(block: QTextBlock) -> bool:
    """Whether a paragraph is one picture and nothing else."""
    return block.isValid() and block.text().startswith("![") and read(block.text()).is_picture
