"""Draws Markdown as finished text while the document keeps its marks."""

from collections.abc import Callable

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QSyntaxHighlighter,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
)

from therapy_diary.desktop.spelling import Spelling
from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.widgets.markdown_marks import BOLD, ITALIC, LONGEST, Link, Marks, in_utf16, read

LINE_HEIGHT = 155.0  # per cent of the letters

DRAWN = 1
ALL_AT_ONCE = 400  # paragraphs; a longer text is drawn where it is looked at
FIRST_SEEN = 60
HAIR = -0.5  # pixels between hidden letters, which are half a pixel wide themselves
HEADINGS = {1: "h2", 2: "h3", 3: "lead"}


class MarkdownHighlighter(QSyntaxHighlighter):
    """Larger headings, bold, italic, calm quotations; marks vanish where the cursor is not."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._open = -1  # number of the paragraph whose marks are shown
        self._window = (0, ALL_AT_ONCE)  # numbers of the paragraphs that are drawn
        self._tokens = tokens_in_force()
        self._picture_height: Callable[[str], float] = lambda _: 0.0
        self._gone: frozenset[str] = frozenset()
        self._spelling: Spelling | None = None
        self._writing_at: Callable[[], int] = lambda: -1
        self._half_written: tuple[int, int, int] | None = (
            None  # paragraph, start and end of a word left alone
        )

    def make_room(self, picture_height: Callable[[str], float]) -> None:
        """Ask this how many pixels high a picture is to be drawn."""
        self._picture_height = picture_height

    def show_gone(self, uids: frozenset[str]) -> None:
        """Draw the links to these notes as ones that lead nowhere."""
        if uids != self._gone:
            self._gone = uids
            self.draw_again(lambda marks: any(not it.is_file for it in marks.links))

    def check_spelling(self, spelling: Spelling | None, writing_at: Callable[[], int]) -> None:
        """Underline words that are not known; writing_at: the place in the text where a word may be half written."""
        self._spelling, self._writing_at = spelling, writing_at
        first, last = self._window
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            self.rehighlightBlock(block)
            block = block.next()

    def look_at_word(self) -> None:
        """Look again at a word that was left alone, once the cursor has left it."""
        if self._half_written is None:
            return
        number, start, end = self._half_written
        block = self.document().findBlockByNumber(number)
        if not start < self._writing_at() - block.position() <= end:
            self._half_written = None
            if block.isValid():
                self.rehighlightBlock(block)

    def draw_again(self, wanted: Callable[[Marks], bool]) -> None:
        """Draw anew the drawn paragraphs whose marks are wanted."""
        first, last = self._window
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if "](" in block.text() and wanted(read(block.text())):
                self.rehighlightBlock(block)
            block = block.next()

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
                if self._needs_drawing(block.text()):
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
            if changed.isValid() and self._needs_drawing(changed.text()):
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
        if not self._needs_drawing(text):
            return
        marks = read(text)
        if marks.is_picture:
            self._draw_picture(text, marks.links[0])
            return
        self._draw_words(text, marks, shown=number == self._open)
        if self._spelling is not None and len(text) <= LONGEST:
            self._underline_unknown(in_utf16(text), marks, self._spelling)

    def _needs_drawing(self, text: str) -> bool:
        return _has_marks(text) or (self._spelling is not None and bool(text))

    def _underline_unknown(self, text: str, marks: Marks, spelling: Spelling) -> None:
        writing = self._writing_at() - self.currentBlock().position()
        for start, length in spelling.wrong_in(text):
            is_seen = not any(it < start + length and start < it + span for it, span in marks.hidden)
            if is_seen and start < writing <= start + length:
                self._half_written = (self.currentBlock().blockNumber(), start, start + length)
                continue
            if not is_seen:
                continue
            for place in range(start, start + length):
                made = self.format(place)
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
                made.setUnderlineColor(QColor(self._tokens.danger))
                self.setFormat(place, 1, made)

    def _draw_words(self, text: str, marks: Marks, *, shown: bool) -> None:
        whole = self._paragraph_format(marks)
        if whole is not None:
            self.setFormat(0, len(text.encode("utf-16-le")) // 2, whole)
        for start, length, style in marks.styles:
            for place in range(start, start + length):
                self.setFormat(place, 1, _with_style(self.format(place), style))
        for link in marks.links:
            for place in range(link.label[0], sum(link.label)):
                self.setFormat(place, 1, self._as_link(self.format(place), link))
        shown = shown or not text[sum(marks.prefix) :].strip()  # a mark with no words yet is all there is
        for start, length in marks.hidden:
            self.setFormat(start, length, self._mark_format(shown=False, keep_width=False))
        for start, length in marks.marks:
            self.setFormat(start, length, self._mark_format(shown=shown, keep_width=False))
        start, length = marks.prefix
        if length:
            seen = (shown and marks.box is None) or marks.item[:1].isdigit()
            self.setFormat(start, length, self._mark_format(shown=seen, keep_width=bool(marks.item)))
        if marks.box is not None:  # a blank and an x are not equally wide, and boxes stand below each other
            self.setFormat(marks.box, 1, self._mark_format(shown=False, keep_width=False))

    def _draw_picture(self, text: str, link: Link) -> None:
        """Hide the words and leave room for the picture: one hair-thin letter is as high as it is."""
        self.setFormat(
            0, len(text.encode("utf-16-le")) // 2, self._mark_format(shown=False, keep_width=False)
        )
        tall = self._mark_format(shown=False, keep_width=False)
        font = self.document().defaultFont()
        of_letters = self._picture_height(link.target) / (LINE_HEIGHT / 100)
        size = of_letters * QFontInfo(font).pixelSize() / QFontMetricsF(font).height()
        tall.setProperty(QTextCharFormat.Property.FontPixelSize, max(round(size), 1))
        self.setFormat(0, 1, tall)

    def _as_link(self, given: QTextCharFormat, link: Link) -> QTextCharFormat:
        is_gone = not link.is_file and link.target in self._gone
        given.setForeground(QColor(self._tokens.text3 if is_gone else self._tokens.accent))
        line = QTextCharFormat.UnderlineStyle
        given.setUnderlineStyle(line.DotLine if is_gone else line.SingleUnderline)
        return given

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
            made.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            made.setFontLetterSpacing(HAIR)
        return made


def _has_marks(text: str) -> bool:
    """Quickly: whether the paragraph can hold any mark at all."""
    return "*" in text or "_" in text or "](" in text or text.lstrip(" \t")[:1] in set("#>-+0123456789")


def _with_style(given: QTextCharFormat, style: int) -> QTextCharFormat:
    if style & BOLD:
        given.setFontWeight(QFont.Weight.DemiBold)
    if style & ITALIC:
        given.setFontItalic(True)
    return given
