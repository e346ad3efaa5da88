"""The line for next time, which belongs to a session and not to a note: what stands there, and what is said about it."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from therapy_diary.domain.session import LONGEST_LINE
from therapy_diary.domain.storable import without_nul
from therapy_diary.widgets.growing_text import GrowingText


class LineForNextTime(QObject):
    """Follows the chosen session until the person touches it; from then on it is theirs."""

    edited = Signal()  # by the person

    def __init__(self, card: QWidget, field: GrowingText, hint: QLabel) -> None:
        super().__init__(card)
        self._card, self._field, self._hint = card, field, hint
        self.is_touched = False
        field.set_lines(1, 6)
        field.keep_to_one_line(LONGEST_LINE)
        field.edited.connect(self._edited)
        field.too_long.connect(lambda: self._say(self.tr("That is the most that fits here.")))

    def text(self) -> str:
        """The line as it would be kept: no blanks around it, no break in it."""
        return " ".join(without_nul(self._field.text()).split())

    def take_up(self, line: str | None) -> None:
        """Another note: the line a draft holds, or None when it shall follow the session."""
        self.is_touched = line is not None
        if line is not None:
            self._field.set_text(line)

    def follow(self, *, has_session: bool, there: str) -> None:
        """Show the line of the chosen session, or say in what the person's differs from it."""
        if not self.is_touched and self.text() != there:
            self._field.set_text(there)
        hint = ""
        if self.text() and not has_session:
            hint = self.tr("Pick a session above, and this line is kept with it.")
        elif self.is_touched and there and there != self.text():
            hint = self.tr("So far it says: {line}").format(line=f"\u2068{there}\u2069")
        elif len(self.text()) >= LONGEST_LINE:
            hint = self.tr("That is the most that fits here.")
        self._say(hint)
        self._card.setVisible(has_session or bool(self.text()))

    def _say(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _edited(self) -> None:
        self.is_touched = True
        self.edited.emit()
