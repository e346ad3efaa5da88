"""Where the person sees that nothing is lost: "Saved on this computer, 14:32"."""

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from therapy_diary.widgets.aloud import say_aloud
from therapy_diary.widgets.glyph import Glyph


class SavedState(QWidget):
    """An icon and a few words; empty until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._glyph = Glyph(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        row.addWidget(self._glyph)
        row.addWidget(self._words)
        self.show_nothing()

    def show_saved(self, at: datetime) -> None:
        """Everything typed is in the diary since then."""
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        self._say("circle-check", "ok", "saved", self.tr("Saved on this computer, {time}").format(time=time))

    def show_waiting(self) -> None:
        """Something typed is not in the diary yet."""
        self._say("clock", "text3", "caption", self.tr("Writing …"))

    def show_failed(self, why: str) -> None:
        """It could not be saved; `why` is a sentence the person can act on. Told to a screen reader at once."""
        self._say("circle-alert", "danger", "error", why)
        say_aloud(self, why)

    def show_nothing(self) -> None:
        """Nothing was typed and nothing saved."""
        self._say("", "text3", "caption", "")

    def text(self) -> str:
        """The words now shown."""
        return self._words.text()

    def _say(self, glyph: str, colour: str, role: str, words: str) -> None:
        self._glyph.show_icon(glyph, colour, 0.85)
        self._glyph.setVisible(bool(glyph))
        self._words.setText(words)
        if self._words.property("role") != role:
            self._words.setProperty("role", role)
            self._words.style().unpolish(self._words)
            self._words.style().polish(self._words)
        self.setAccessibleName(words)
