"""Topics that wait no more, the newest first, some at a time: it costs no more however many there are."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.domain.topic import PastTopic
from therapy_diary.views.column_page import clear, widgets_in
from therapy_diary.views.room import button, in_a_row

AT_ONCE = 10

Place = tuple[str, int]
Read = Callable[[int, Place | None], list[PastTopic]]
"""So many of them that stand before a place, the newest first; None for the newest there are."""


class PastList(QWidget):
    """Rows made by whoever shows the list, a button for earlier ones, and one back to the newest."""

    def __init__(self, read: Read, make: Callable[[PastTopic], QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._read, self._make = read, make
        self._from: Place | None = None
        self._wanted = AT_ONCE
        self.shown: list[PastTopic] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.newest = button(self.tr("From the newest"), self._begin_anew, "link")
        self.more = button(self.tr("Show earlier ones"), self._read_on, "link")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        in_a_row(column, self.newest)
        column.addLayout(self._rows)
        in_a_row(column, self.more)
        self._holder(self.newest).hide()

    def show_list(self) -> None:
        """Read again as much as is shown; rows are made anew only where something changed."""
        found = self._read(self._wanted + 1, self._from)
        there = found[: self._wanted]
        if there != self.shown:
            self.shown = there
            clear(self._rows)
            for it in there:
                self._rows.addWidget(self._make(it))
        self._holder(self.more).setVisible(len(found) > self._wanted)
        self._holder(self.newest).setVisible(self._from is not None)

    def show_from(self, place: Place) -> None:
        """Begin with the one at that place."""
        self._from, self._wanted = (place[0], place[1] + 1), AT_ONCE
        self.show_list()

    def rows(self) -> list[QWidget]:
        """The rows, from top to bottom."""
        return [*widgets_in(self._rows)]

    def _read_on(self) -> None:
        """Read what comes before the last one shown, and put it below; the rows that are there stay."""
        before = self.shown[-1].place if self.shown else None
        found = self._read(AT_ONCE + 1, before)
        added = found[:AT_ONCE]
        self.shown = [*self.shown, *added]
        self._wanted = len(self.shown)
        rows = [self._make(it) for it in added]
        for row in rows:
            self._rows.addWidget(row)
        self._holder(self.more).setVisible(len(found) > AT_ONCE)
        if rows:
            _put_keyboard(rows[0])

    def _begin_anew(self) -> None:
        self._from, self._wanted = None, AT_ONCE
        self.show_list()

    def _holder(self, link: QWidget) -> QWidget:
        return link.parentWidget() or link


def _put_keyboard(row: QWidget) -> None:
    """Go on reading where the list was read on."""
    first = next((it for it in row.findChildren(QWidget) if it.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
    if first is not None:
        first.setFocus(Qt.FocusReason.OtherFocusReason)
