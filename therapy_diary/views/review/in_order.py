"""Cards that are read one after the other: in two columns where there is room for them, else in one."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapy_diary.desktop.theme import px
from therapy_diary.views.column_page import widgets_in

LEAST_ROOM = 54  # times the height of the letters, for two columns
GAP = 8
USUAL_SHARES = (29, 21)  # how the two share the room


class InOrder(QWidget):
    """A card stands in the first column or the second; in one column, all stand in the order they were given in."""

    def __init__(self, parent: QWidget | None = None, *, shares: tuple[int, int] = USUAL_SHARES) -> None:
        super().__init__(parent)
        self._shares = shares
        self._first: Sequence[QWidget] = ()
        self._second: Sequence[QWidget] = ()
        self._order: Sequence[QWidget] = ()
        self._columns = QVBoxLayout(), QVBoxLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for column, share in zip(self._columns, shares, strict=True):
            column.setSpacing(GAP)
            row.addLayout(column, share)
        self._row = row

    def put(self, order: Sequence[QWidget], second: Sequence[QWidget]) -> None:
        """Show these in this order; in two columns, those of the second stand there."""
        self._order = tuple(order)
        self._first = tuple(it for it in order if it not in second)
        self._second = tuple(it for it in order if it in second)
        self._arrange()

    def taller_by(self, card: QWidget, more: int) -> int:
        """How many pixels higher it would be if one of the cards were so many higher than it is."""
        now = [max(it.heightForWidth(it.geometry().width()), 0) for it in self._columns]
        column = next((at for at, it in enumerate(self._columns) if it.indexOf(card) >= 0), 0)
        other = now[1 - column]
        return max(now[column] + more, other) - max(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        beside = self.width() >= LEAST_ROOM * px()
        wanted = (self._first, self._second) if beside else (self._order, ())
        if [tuple(widgets_in(it)) for it in self._columns] == list(wanted):
            return
        for column in self._columns:
            while column.takeAt(0) is not None:
                pass
        for column, cards in zip(self._columns, wanted, strict=True):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._row.setStretch(1, self._shares[1] if beside else 0)
        self._row.setSpacing(GAP if beside else 0)
