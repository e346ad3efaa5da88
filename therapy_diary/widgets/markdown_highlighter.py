"""Draws Markdown as finished text while the document keeps its marks."""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.widgets.markdown_marks import BOLD, ITALIC, Marks, read

DRAWN = 1
ALL_AT_ONCE = 400  # paragraphs; a longer text is drawn where it is looked at
FIRST_SEEN = 60
HEADINGS = {1: "h2", 2: "h3", 3: "lead"}


class MarkdownHighlighter(QSyntaxHighlighter):
    """Larger headings, bold, italic, calm quotations; marks vanish where the cursor is not."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._open = -1  # number of the paragraph whose marks are shown
        self._window = (0, ALL_AT_ONCE)  # numbers of the paragraphs that are drawn
        self._tokens = tokens_in_force()

    def begin(self) -> None:
        """Expect another text, seen from its beginning."""
        self._open, self._window = 0, (0, FIRST_SEEN - 2)

    def look_at(self, first: int, last: int) -> None:
        """Draw these paragraphs if they have not been drawn; called as the text is scrolled."""
        if self.document().blockCount() <= ALL_AT_ONCE:
            first, last = 0, ALL_AT_ONCE
        self._window = (first, last)
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if block.userState() != DRAWN:
                # Set here and not while drawing: a changed state makes Qt draw all that follows, too.
                block.setUserState(DRAWN)
                if _has_marks(block.text()):
                    self.rehighlightBlock(block)
            block = block.next()

    def open_at(self, block: QTextBlock) -> None:
        """Show the marks of this paragraph, and hide those of the one before."""
        number = block.blockNumber()
        if number == self._open:
            return
        before = self.document().findBlockByNumber(self._open)
        self._open = number
        for changed in (before, block):
            if changed.isValid() and _has_marks(changed.text()):
                self.rehighlightBlock(changed)
        if before.isValid() and not self._is_drawn(before.blockNumber()):
            before.setUserState(-1)

    def restyle(self) -> None:
        """Take up the theme and text size now in force."""
        self._tokens = tokens_in_force()
        first, last = self._window
        block = self.document().begin()
        while block.isValid():
            block.setUserState(DRAWN if first <= block.blockNumber() <= last else -1)
            block = block.next()
        self.rehighlight()

    def _is_drawn(self, number: int) -> bool:
        first, last = self._window
        return first <= number <= last or number == self._open

    def highlightBlock(self, text: str) -> None:
        number = self.currentBlock().blockNumber()
        if not self._is_drawn(number):
            return
        self.setCurrentBlockState(DRAWN)
        if not _has_marks(text):
            return
        marks = read(text)
        shown = number == self._open
        whole = self._paragraph_format(marks)
        if whole is not None:
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, whole)
        for start, length, style in marks.styles:
            for place in range(start, start + length):
                self.setFormat(place, 1, _with_style(self.format(place), style))
        for start, length in marks.marks:
            self.setFormat(start, length, self._mark_format(shown=shown, keep_width=False))
        start, length = marks.prefix
        if length:
            keep = bool(marks.item)
            self.setFormat(
                start, length, self._mark_format(shown=shown or marks.item[:1].isdigit(), keep_width=keep)
            )

    def _paragraph_format(self, marks: Marks) -> QTextCharFormat | None:
        if marks.heading:
            made = QTextCharFormat()
            made.setProperty(
                QTextCharFormat.Property.FontPixelSize, self._tokens.px(HEADINGS.get(marks.heading, "body"))
            )
            made.setFontWeight(QFont.Weight.DemiBold)
            return made
        if marks.quote:
            made = QTextCharFormat()
            made.setForeground(QColor(self._tokens.text2))
            made.setFontItalic(True)
            return made
        return None

    def _mark_format(self, *, shown: bool, keep_width: bool) -> QTextCharFormat:
        """A mark in quiet grey; hidden, it is transparent and, unless its room is needed, hair-thin."""
        made = QTextCharFormat()
        if shown:
            made.setForeground(QColor(self._tokens.text3))
            return made
        made.setForeground(QColor(0, 0, 0, 0))
        if not keep_width:
            made.setProperty(QTextCharFormat.Property.FontPixelSize, 1)
            made.setFontStretch(1)
        return made


def _has_marks(text: str) -> bool:
    """Quickly: whether the paragraph can hold any mark at all."""
    return "*" in text or "_" in text or text.lstrip(" \t")[:1] in set("#>-+0123456789")


def _with_style(given: QTextCharFormat, style: int) -> QTextCharFormat:
    if style & BOLD:
        given.setFontWeight(QFont.Weight.DemiBold)
    if style & ITALIC:
        given.setFontItalic(True)
    return given
