"""A coloured box with a sentence to know, to mind, or about what went wrong."""

import enum

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from therapy_diary.widgets.aloud import say_aloud
from therapy_diary.widgets.glyph import Glyph


class Tone(enum.StrEnum):
    """What a notice is about; the value is the frame's role in app.qss."""

    KNOW = "notice"
    MIND = "warning"
    WRONG = "error"


_LOOKS = {
    Tone.KNOW: ("info", "info"),
    Tone.MIND: ("triangle-alert", "warn"),
    Tone.WRONG: ("circle-alert", "danger"),
}


class Notice(QFrame):
    """An icon, a sentence, and perhaps one button; hidden while it has nothing to say."""

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._button = QPushButton(self)
        self._button.setProperty("kind", "link")
        self._button.clicked.connect(self.acted)
        self._button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(self._glyph)
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self.hide()

    def say(self, text: str, tone: Tone = Tone.KNOW, action: str = "", *, aloud: bool = False) -> None:
        """Show a sentence, with a button when `action` names one; an empty text hides the box.

        `aloud` tells a screen reader at once, for what changed while the person was elsewhere on the page.
        """
        if not text and self.isHidden() and not self.text():
            return  # as at every start and every turn of a page: dressing what nobody sees takes 2 ms
        name, role = _LOOKS[tone]
        self.setProperty("role", str(tone))
        self._glyph.show_icon(name, role)
        self._words.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.setAccessibleName(text)
        for widget in (self, self._words, self._button):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.setVisible(bool(text))
        if text and aloud:
            say_aloud(self, text)

    def ask_first(self, text: str, action: str) -> None:
        """Show what to mind before something is done, say it aloud, and put the keyboard on the button that does it."""
        self.say(text, Tone.MIND, action, aloud=True)
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """The sentence now shown."""
        return self._words.text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
