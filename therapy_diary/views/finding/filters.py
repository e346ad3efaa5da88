"""The row above the list: the search, what to show of it all, and, while searching, what comes first."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.domain.found import Order
from therapy_diary.views.days import compact_date
from therapy_diary.views.finding.timeline_list import Narrowed, Shown
from therapy_diary.widgets.flow_layout import FlowLayout

TAG, DAY, HOW_TO = "tag", "day", "how_to"
OPENERS = {TAG: "tag", DAY: "calendar", HOW_TO: "circle-question-mark"}
"""What can be opened below the row, and the icon of the chip that opens it."""
WIDTH_OF_SEARCH = 260  # pixels at 100 % text


class Filters(QWidget):
    """Chips of which one is chosen, and three that open something: the tags, the days, how to search."""

    narrowed = Signal(object)
    """What the person wants to see now: Narrowed."""
    order_chosen = Signal(object)
    opened = Signal(str)
    """One of OPENERS was pressed: what it opens is to be shown, or put away if it is there."""
    beside_wanted = Signal()
    """The passages of what is searched for, or of the tag that is chosen, are to be seen side by side."""
    search_left = Signal()
    """Esc was pressed in the search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = Narrowed()
        self._row = FlowLayout(self)
        self.search = self._add_search()
        self.shown = self._add_shown()
        self.orders = self._add_orders()
        self.openers = {name: self._add_opener(name, drawing) for name, drawing in OPENERS.items()}
        self.everything = self._chip(self.tr("Show everything"), self.tr("Show everything"))
        self.everything.setCheckable(False)
        self.everything.clicked.connect(lambda: self.choose(Narrowed()))
        self.beside = self._chip(self.tr("Then and now"), self.tr("Then and now, side by side"))
        self.beside.setCheckable(False)
        self.beside.clicked.connect(self.beside_wanted)
        self._open = ""
        self._searching = False
        self._follow()

    @property
    def now(self) -> Narrowed:
        """What is chosen."""
        return self._now

    @property
    def order(self) -> Order:
        """What comes first while searching."""
        return next(order for order, button in self.orders.items() if button.isChecked())

    def choose(self, now: Narrowed) -> None:
        """Show that this is chosen, and tell it where it is news."""
        is_news = now != self._now
        self._now = now
        self._follow()
        if is_news:
            self.narrowed.emit(now)

    def show_searching(self, *, searching: bool) -> None:
        """Offer what helps a search, or what narrows the list."""
        self._searching = searching
        self._follow()

    def show_open(self, name: str) -> None:
        """Show which of OPENERS is open; none for an empty name."""
        self._open = name
        self._follow()

    def fit(self) -> None:
        """Widths that grow with the text; a chip must not become narrower than it is high."""
        tokens = tokens_in_force()
        self.search.setMinimumWidth(tokens.scaled(WIDTH_OF_SEARCH))
        for button in (*self.shown.values(), *self.orders.values()):
            button.setMinimumWidth(tokens.px() * 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_height()

    def event(self, event: QEvent) -> bool:
        """Other chips take another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._keep_height()
        return super().event(event)

    def _keep_height(self) -> None:
        """No line of chips is squeezed, however low the page is."""
        self.setMinimumHeight(self._row.heightForWidth(self.width()))

    def stops(self) -> list[QWidget]:
        """What Tab comes to, in order."""
        return [
            self.search,
            *self.shown.values(),
            *self.orders.values(),
            *self.openers.values(),
            self.everything,
            self.beside,
        ]

    # building

    def _add_search(self) -> QLineEdit:
        search = QLineEdit(self)
        search.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        search.setPlaceholderText(self.tr("Search your diary"))
        search.setAccessibleName(self.tr("Search your diary"))
        search.setClearButtonEnabled(True)
        search.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), search)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self.search_left)
        self._row.addWidget(search)
        return search

    def _add_shown(self) -> dict[Shown, QPushButton]:
        words = {
            Shown.ALL: self.tr("All"),
            Shown.SESSIONS: self.tr("Sessions"),
            Shown.NOTES: self.tr("Notes"),
            Shown.STARRED: self.tr("Starred"),
            Shown.MILESTONES: self.tr("Milestones"),
            Shown.BREAKS: self.tr("Breaks"),
        }
        group = QButtonGroup(self)
        buttons: dict[Shown, QPushButton] = {}
        for shown, label in words.items():
            button = self._chip(label, self.tr("Show: {what}").format(what=label))
            button.setChecked(shown is Shown.ALL)
            button.clicked.connect(
                lambda _=False, it=shown: self.choose(replace(self._now, shown=it, tag=None))
            )
            group.addButton(button)
            buttons[shown] = button
        return buttons

    def _add_orders(self) -> dict[Order, QPushButton]:
        group = QButtonGroup(self)
        buttons: dict[Order, QPushButton] = {}
        for order, label in (
            (Order.DATE, self.tr("Newest first")),
            (Order.MATCH, self.tr("Best match first")),
        ):
            button = self._chip(label, label)
            button.setChecked(order is Order.DATE)
            button.clicked.connect(lambda _=False, it=order: self.order_chosen.emit(it))
            group.addButton(button)
            buttons[order] = button
        return buttons

    def _add_opener(self, name: str, drawing: str) -> QPushButton:
        button = self._chip("", "")
        button.setIcon(icon(drawing))
        button.clicked.connect(lambda: self.opened.emit(name))
        return button

    def _chip(self, label: str, name: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("kind", "chip")
        button.setCheckable(True)
        button.setAccessibleName(name)
        self._row.addWidget(button)
        return button

    def _follow(self) -> None:
        """Let the chips say what is chosen and what is open."""
        now, tag, day, how_to = self._now, *self.openers.values()
        for button in (*self.shown.values(), tag, day):
            button.setVisible(not self._searching)
        for button in (*self.orders.values(), how_to):
            button.setVisible(self._searching)
        self.everything.setVisible(not self._searching and not (now.tag is None and now.until is None))
        self.beside.setVisible(self._searching or now.tag is not None)
        self.shown[now.shown].setChecked(True)
        tag.setText(self.tr("Tag") if now.tag is None else f"#{now.tag}".replace("&", "&&"))
        tag.setAccessibleName(
            self.tr("Choose a tag") if now.tag is None else self.tr("Tag: {tag}").format(tag=now.tag)
        )
        until = None if now.until is None else compact_date(now.until)
        day.setText(self.tr("Go to a day") if until is None else self.tr("Up to {day}").format(day=until))
        how_to.setText(self.tr("How to search"))
        for button in (day, how_to):
            button.setAccessibleName(button.text())
        for name, button in self.openers.items():
            is_set = {"tag": now.tag is not None, "day": now.until is not None}.get(name, False)
            button.setChecked(is_set or self._open == name)
