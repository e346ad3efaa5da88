"""The drawer beside a section: the person's own material, from which a click puts one thing in."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.reports.pages.drawer import Compartment, Piece
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.words_and_acts import WordsAndActs


class DrawerCard(Card):
    """Closed until it is opened. What lies in it is fetched only then."""

    put_in = Signal(str)
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = self.column(10)
        self.handle = button(self.tr("Drawer: from my diary"), self._turn, "link")
        self.handle.setCheckable(True)
        in_a_row(column, self.handle)
        self._inside = QWidget(self)
        self._rows = QVBoxLayout(self._inside)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        column.addWidget(self._inside)
        self._shown: Sequence[Compartment] | None = None
        self._turn()

    def is_open(self) -> bool:
        """Whether what lies in it is to be seen."""
        return self.handle.isChecked()

    def show_compartments(self, compartments: Sequence[Compartment]) -> None:
        """Lay out what there is for the section in view."""
        if compartments == self._shown:
            return
        self._shown = compartments
        clear(self._rows)
        self._rows.addWidget(words(self._about(compartments), "caption", self._inside))
        for it in compartments:
            self._rows.addWidget(words(it.title, "label", self._inside))
            for piece in it.pieces:
                self._rows.addWidget(self._row(piece))

    def _about(self, compartments: Sequence[Compartment]) -> str:
        if not compartments:
            return self.tr("Nothing lies here for this section.")
        return self.tr("Nothing goes in by itself. Notes that are never to be printed are not here.")

    def _row(self, piece: Piece) -> QWidget:
        row = WordsAndActs(self._inside)
        row.words.addWidget(along(piece.text, "", row))
        if piece.aside:
            row.words.addWidget(words(piece.aside, "caption", row))
        act = button(self.tr("Put in"), self._putting_in(piece.text), "chip")
        act.setAccessibleDescription(piece.text)
        row.add_act(act)
        return row

    def _putting_in(self, text: str) -> Callable[[], None]:
        return lambda: self.put_in.emit(text)

    def _turn(self) -> None:
        self.handle.setIcon(icon("chevron-up" if self.is_open() else "chevron-down", "accent"))
        self._inside.setVisible(self.is_open())
        if self.is_open():
            self.opened.emit()
