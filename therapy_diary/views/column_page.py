"""A page that is one column: a heading, cards under it, and a scroll bar when they need more room."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLayout, QScrollArea, QVBoxLayout, QWidget

from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.room import words
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.heading import Heading


class ColumnPage(Page):
    """Builds the column; a page puts its cards into it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("role", "page")
        self.area = QScrollArea(self)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidgetResizable(True)
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(40, 28, 40, 16)
        self.column.setSpacing(14)
        self.heading = Heading(inside)
        self.column.addWidget(self.heading)
        self.area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        ReadableWidth(desk.theme, self, inside)

    def order_tabs(self) -> None:
        """Let Tab follow the order on the screen: rows that were made anew would else come last."""
        order_tabs_along(self.column)

    def add_card(self, title: str = "") -> QVBoxLayout:
        """A new card below what is there; what goes into it is added to its column."""
        card = Card(self.area.widget())
        column = card.column(10)
        if title:
            column.addWidget(words(title, "h3", card))
        self.column.addWidget(card)
        return column


def order_tabs_along(layout: QLayout) -> None:
    """Let Tab follow a layout from top to bottom, whatever was made when."""
    for before, after in pairwise(stops_in(layout)):
        QWidget.setTabOrder(before, after)


def stops_in(layout: QLayout) -> Iterator[QWidget]:
    """Where Tab stops inside a layout, in the order of the screen."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is None:
            if inner is not None:
                yield from stops_in(inner)
        elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif (laid_out := widget.layout()) is not None:
            yield from stops_in(laid_out)
        else:
            yield from (
                it for it in widget.findChildren(QWidget) if it.focusPolicy() & Qt.FocusPolicy.TabFocus
            )


def widgets_in(layout: QVBoxLayout) -> Iterator[QWidget]:
    """The widgets a layout holds, from top to bottom."""
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is not None and (widget := item.widget()) is not None:
            yield widget


def clear(layout: QLayout) -> None:
    """Take away everything a layout holds."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            clear(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def along(text: str, role: str, parent: QWidget) -> QLabel:
    """The person's own words on a line that stands along the page, whichever way they run."""
    label = words(text, role, parent)
    stand_along_page(label)
    return label
