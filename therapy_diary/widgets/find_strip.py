"""The strip over a text that finds words in it: next, the one before, and how many there are. Nothing of it is kept."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.widgets.aloud import say_aloud
from therapy_diary.widgets.private_text import PrivateText

LONGEST = 200  # characters that can be looked for
MOST_MARKED = 400  # finds that are coloured, around the one that is shown
AFTER_A_KEY = 200  # milliseconds until the finds follow a text that is being changed


class FindStrip(QFrame):
    """Looks while one types; Enter goes on, Shift+Enter back, Esc closes and leaves the cursor at what was found."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor: PrivateText | None = None
        self._places: list[tuple[int, int]] = []
        self._shown = -1  # which of them the person looks at
        self.setProperty("role", "well")
        self.field = QLineEdit(self)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in this text"))
        self.field.textEdited.connect(lambda _: self.look())
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.before = self._button(
            "chevron-up", self.tr("The one before"), "Shift+Enter", lambda: self.go(-1)
        )
        self.next = self._button("chevron-down", self.tr("Next"), "Enter", lambda: self.go(1))
        self.shut = self._button("x", self.tr("Close"), "Esc", self.close_strip)
        self._follow = QTimer(self, singleShot=True, interval=AFTER_A_KEY)
        self._follow.timeout.connect(lambda: self._look(from_cursor=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.addWidget(self.field, 1)
        for part in (self.count, self.before, self.next, self.shut):
            row.addWidget(part)
        self.hide()

    def attach(self, editor: PrivateText) -> None:
        """Find in this text. Call once."""
        self._editor = editor
        editor.edited.connect(self._text_changed)

    def open(self) -> None:
        """Take the keyboard; words chosen in the text are looked for at once."""
        if self._editor is None:
            return
        chosen = self._editor.textCursor().selectedText()
        if 0 < len(chosen) <= LONGEST and "\u2029" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look(from_cursor=True)

    def look(self) -> None:
        """Find what stands in the field, and show the first find from the cursor on."""
        self._look(from_cursor=True)

    def close_strip(self) -> None:
        """Forget what was looked for, and go back to the text."""
        self.hide()
        if self._editor is not None:
            self._editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go(self, steps: int) -> None:
        """Show the find so many further on; from the last on to the first."""
        if self._places:
            self._show((self._shown + steps) % len(self._places))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_strip()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.isHidden():
            return  # with the page, and comes back with it
        self.field.clear()
        self._places, self._shown = [], -1
        if self._editor is not None:
            self._editor.setExtraSelections([])

    def _text_changed(self) -> None:
        if not self.isHidden():
            self._follow.start()

    def _look(self, *, from_cursor: bool) -> None:
        """Find the words anew; from_cursor: and show the first from where the cursor stands."""
        if self._editor is None or self.isHidden():
            return
        self._places = self._editor.places_of(self.field.text())
        start = self._editor.textCursor().selectionStart()
        later = (number for number, (place, _) in enumerate(self._places) if place >= start)
        self._shown = next(later, 0) if self._places else -1
        for button in (self.before, self.next):
            button.setEnabled(bool(self._places))
        if self._places and from_cursor:
            self._show(self._shown)
            return
        self._say()
        self._colour()

    def _show(self, number: int) -> None:
        assert self._editor is not None  # noqa: S101
        self._shown = number
        start, length = self._places[number]
        cursor = self._editor.cursor_at(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        self._say()
        self._colour()

    def _say(self) -> None:
        if not self.field.text():
            words = ""
        elif not self._places:
            words = self.tr("Not in this text")
        else:
            words = self.tr("{number} of {all}").format(number=self._shown + 1, all=len(self._places))
        if words != self.count.text():
            self.count.setText(words)
            if words:
                say_aloud(self, words)

    def _colour(self) -> None:
        """Colour the finds; the one that is shown stands out by a line as well."""
        assert self._editor is not None  # noqa: S101
        tokens = tokens_in_force()
        first = max(self._shown - MOST_MARKED // 2, 0)
        marks = []
        for number, (start, length) in enumerate(self._places[first : first + MOST_MARKED], start=first):
            mark = QTextEdit.ExtraSelection()
            cursor = self._editor.cursor_at(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            looks = QTextCharFormat()
            looks.setBackground(QColor(tokens.accent if number == self._shown else tokens.accent_soft))
            looks.setForeground(QColor(tokens.on_accent if number == self._shown else tokens.on_accent_soft))
            looks.setFontUnderline(number == self._shown)
            mark.cursor, mark.format = cursor, looks
            marks.append(mark)
        self._editor.setExtraSelections(marks)

    def _button(self, glyph: str, name: str, keys: str, act: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(glyph))
        button.setAccessibleName(name)
        button.setToolTip(f"{name}  {keys}")
        button.clicked.connect(act)
        return button
