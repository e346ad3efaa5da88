"""The sentences of the person's own words, each with its tick for the page in view. Folded until they are asked for."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.own_sentences import key_of, sentences
from therapy_diary.views.column_page import clear
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.tick_row import TickRow


class OwnTicks(QWidget):
    """Hidden where there is one sentence at most: that has the tick of its section."""

    ticked = Signal(str, bool)
    """The key of a sentence, and whether it stands on the page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.handle = button(self.tr("Sentence by sentence"), self._turn, "link")
        self.handle.setCheckable(True)
        self.off = words("", "caption", self)
        in_a_row(column, self.handle)
        column.addWidget(self.off)
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        column.addWidget(self._inside)
        self.rows: dict[str, TickRow] = {}
        self._text = ""
        self._stays: Callable[[str], bool] = bool
        self._turn()

    def show_text(self, text: str, stays: Callable[[str], bool]) -> None:
        """Show the sentences of a text; stays says of each key whether it stands on the page."""
        self._text, self._stays = text, stays
        there = {key_of(it): it for it in sentences(text)}
        off = [it for it in there if not stays(it)]
        self.setVisible(len(there) > 1 or bool(off))
        self.off.setText(self.tr("%n sentence(s) of yours stay off this page.", "", len(off)))
        self.off.setVisible(bool(off))
        if self.handle.isChecked():
            self._show_rows(there)

    def _show_rows(self, there: dict[str, str]) -> None:
        if list(there) != list(self.rows):
            clear(self._column)
            self.rows = {key: self._row(key, it) for key, it in there.items()}
        for key, row in self.rows.items():
            row.tick(self._stays(key))

    def _row(self, key: str, sentence: str) -> TickRow:
        row = TickRow(sentence, self._inside)
        row.ticked.connect(lambda: self.ticked.emit(key, row.is_ticked))
        self._column.addWidget(row)
        return row

    def _turn(self) -> None:
        is_open = self.handle.isChecked()
        self.handle.setIcon(icon("chevron-up" if is_open else "chevron-down", "accent"))
        self._inside.setVisible(is_open)
        if is_open:
            self.show_text(self._text, self._stays)
