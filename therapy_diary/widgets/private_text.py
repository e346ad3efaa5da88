"""A field for the person's own words: kept exactly as typed, and kept from other programs."""

import re
from bisect import bisect_left
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QKeyEvent, QMouseEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from therapy_diary.widgets.copied_text import marked_secret
from therapy_diary.widgets.dropped_files import local_files
from therapy_diary.widgets.primary_selection import empty_primary_selection, keep_out_of_primary
from therapy_diary.widgets.utf16 import part_of, split_at, units_in

# Qt breaks lines at these and forgets which it was; each travels inside the document as characters that
# are never drawn. The last one marks those five themselves, should a text contain them.
_STAND_INS = {
    "\r\n": "\ufff0\n",
    "\r": "\ufff1\n",
    "\u2029": "\ufff2\n",
    "\ufdd0": "\ufff3",
    "\ufdd1": "\ufff4",
}
_ESCAPE = "\ufff8"
_SPECIAL = re.compile("\r\n|[\r\u2029\ufdd0\ufdd1\ufff0-\ufff4\ufff8]")
_STOOD_IN = re.compile("\ufff8([\ufff0-\ufff4\ufff8])|[\ufff0-\ufff2]\n?|[\ufff3\ufff4\ufff8]")
_ORIGINALS = {stand_in: original for original, stand_in in _STAND_INS.items()}
_MARKS = [it[0] for it in _STAND_INS.values()] + [_ESCAPE]

LONGEST_WORD = 5_000  # characters without a blank


def to_document(text: str) -> str:
    """The text as a QTextDocument can hold it without losing a character. NUL is the caller's to remove."""
    if not any(it in text for it in (*_STAND_INS, *_MARKS)):
        return text  # found out twenty times as fast, and true of nearly all
    return _SPECIAL.sub(lambda it: _STAND_INS.get(it[0], _ESCAPE + it[0]), text)


def from_document(raw: str) -> str:
    """The text that `to_document` was given, from QTextDocument.toRawText()."""
    lines = raw.replace("\u2029", "\n")
    if not any(it in lines for it in _MARKS):
        return lines
    return _STOOD_IN.sub(lambda it: it[1] or _ORIGINALS.get(it[0], ""), lines)


class PrivateText(QTextEdit):
    """Plain text of several lines; Tab leaves it, each paragraph finds its own direction."""

    edited = Signal()  # the person changed the text; never when the program fills it
    nul_dropped = Signal()  # a character that no diary can hold was left out of what was pasted
    too_long = Signal()  # what was pasted does not fit, and is still in the clipboard

    _filling = False
    _longest = 1_000_000
    _unseen: re.Pattern[str] | None = None  # what stands in the text and is not shown

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(True)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhMultiLine)
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        self.document().contentsChange.connect(self._tell)
        self.selectionChanged.connect(keep_out_of_primary)

    def set_longest(self, characters: int) -> None:
        """How long the text may get by pasting; what is longer is not taken, and too_long says so."""
        self._longest = characters

    def text(self) -> str:
        """What was typed, to the character."""
        return from_document(self.document().toRawText())

    def set_text(self, text: str) -> None:
        """Fill the field; forgets what could be undone, and says nothing but that a NUL was left out."""
        self._wrap_for(text)
        self._filling = True
        try:
            self._fill(to_document(text.replace("\0", "")))
        finally:
            self._filling = False
        if "\0" in text:
            self.nul_dropped.emit()

    def takes_files(self, files: list[Path]) -> bool:  # noqa: ARG002 - for those that do
        """Whether files that are dropped here are for this field; else they are for the window it is in."""
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files alone that are not for this field: nobody drops one to have its path typed."""
        files = local_files(event.mimeData())
        if files and not self.takes_files(files):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste words only, never their looks, with the line ends of this computer made into ours."""
        text = source.text()
        chosen = self.textCursor().selectionEnd() - self.textCursor().selectionStart()
        if self.document().characterCount() - chosen + len(text) > self._longest:
            self.too_long.emit()
            return
        plain = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")
        self._wrap_for(plain)
        self.textCursor().insertText(to_document(plain))
        self.ensureCursorVisible()
        if "\0" in text:
            self.nul_dropped.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def createMimeDataFromSelection(self) -> QMimeData:
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return marked_secret(from_document(part_of(self.document().toRawText(), start, end - start)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() != "\0":
            super().keyPressEvent(event)
            empty_primary_selection()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        empty_primary_selection()

    def insert_as_person(self, text: str) -> None:
        """Put words at the cursor as if typed: undoable, and told as an edit."""
        self.textCursor().insertText(to_document(text))

    def places_of(self, words: str) -> list[tuple[int, int]]:
        """Where these words stand, whether their letters are large or small: (start, length) in UTF-16 units.

        What the person does not see, see _unseen, is passed over.
        """
        raw = self.document().toRawText()
        unseen = [it.span() for it in self._unseen.finditer(raw)] if self._unseen is not None else []
        found, units, seen = [], 0, 0
        for it in re.finditer(re.escape(to_document(words)), raw, re.IGNORECASE) if words else ():
            beside = bisect_left(unseen, (it.end(), 0)) - 1  # the last that begins before the find ends
            if beside >= 0 and it.start() < unseen[beside][1]:
                continue
            units += units_in(raw[seen : it.start()])
            found.append((units, units_in(it[0])))
            units, seen = units + found[-1][1], it.end()
        return found

    def cursor_place(self) -> int:
        """Where the cursor stands, in characters of the text."""
        before, _ = split_at(self.document().toRawText(), self.textCursor().position())
        return len(from_document(before))

    def put_cursor(self, characters: int, until: int | None = None) -> None:
        """Put the cursor behind so many characters of the text, and select from there until so many."""
        text, cursor = self.text(), self.textCursor()
        cursor.setPosition(units_in(to_document(text[:characters])))
        if until is not None:
            cursor.setPosition(units_in(to_document(text[:until])), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def cursor_at(self, position: int) -> QTextCursor:
        """A cursor of its own at that place of the document, in UTF-16 units."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return cursor

    def _fill(self, text: str) -> None:
        """Put the text into the emptied document, outside of what can be undone."""
        self.setPlainText(text)

    def _wrap_for(self, text: str) -> None:
        """Looking for a good break in a word without end takes Qt minutes: such a text breaks anywhere."""
        if max(map(len, text.split()), default=0) > LONGEST_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)

    def _tell(self, _position: int, removed: int, added: int) -> None:
        if not self._filling and (removed or added):
            self.edited.emit()
