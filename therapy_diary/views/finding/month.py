"""A month as a grid of days, each read out in full with what there is of it, to go to a day."""

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QWidget,
)

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import font, px, tokens_in_force
from therapy_diary.views.days import date_in_words
from therapy_diary.views.finding.panel import Panel
from therapy_diary.views.finding.timeline_list import Narrowed
from therapy_diary.widgets.aloud import say_aloud

WEEKS, WEEK = 6, 7
NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
DAY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True, kw_only=True)
class DayMarks:
    """What there is of one day."""

    session: bool = False
    rated: bool = False
    note: bool = False


Marks = Mapping[date, DayMarks]
AskMarks = Callable[[date, date], Marks]
"""What there is of the days from one to another."""


class MonthModel(QAbstractTableModel):
    """Six weeks around a month, beginning on this country's first day of the week."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first = date(2000, 1, 1)  # of the month
        self._start = self.first
        self.marks: Marks = {}

    def show_month(self, month: date, ask: AskMarks) -> None:
        """Show the month of that day."""
        self.beginResetModel()
        self.first = month.replace(day=1)
        back = (self.first.isoweekday() - QLocale().firstDayOfWeek().value) % WEEK
        begin = self.first.toordinal() - back
        last = date.max.toordinal() - WEEKS * WEEK
        self._start = date.fromordinal(min(max(begin, 1), last))
        self.marks = ask(self._start, self._start + timedelta(days=WEEKS * WEEK - 1))
        self.endResetModel()

    def day(self, index: Index) -> date:
        """The day of a cell."""
        return self._start + timedelta(days=index.row() * WEEK + index.column())

    def index_of(self, day: date) -> QModelIndex:
        """The cell of a day."""
        row, column = divmod((day - self._start).days, WEEK)
        return self.index(row, column)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else WEEKS

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else WEEK

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        day = self.day(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().toString(day.day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(day)
        return day if role == DAY else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        weekday = (QLocale().firstDayOfWeek().value - 1 + section) % WEEK + 1
        if role == Qt.ItemDataRole.DisplayRole:
            return QLocale().standaloneDayName(weekday, QLocale.FormatType.ShortFormat)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return QLocale().standaloneDayName(weekday)
        return None

    def _spoken(self, day: date) -> str:
        """Such as "13 March 2026, session, rated"."""
        there = self.marks.get(day, DayMarks())
        parts = [date_in_words(day)]
        parts += [self.tr("session")] if there.session else []
        parts += [self.tr("rated")] if there.rated else []
        parts += [self.tr("note")] if there.note else []
        return ", ".join(parts)


class DayDelegate(QStyledItemDelegate):
    """Draws a day: a filled dot below it for a session, a line for a note."""

    today = date.min

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, model = tokens_in_force(), index.model()
        if not isinstance(model, MonthModel):
            return
        day, room = model.day(index), QRectF(option.rect).adjusted(2, 2, -2, -2)
        state = QStyle.StateFlag
        chosen, inside = bool(option.state & state.State_Selected), day.month == model.first.month
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.accent_soft if chosen else tokens.surface))
        if day == self.today:
            painter.setPen(QPen(QColor(tokens.accent), 1.5))
        if option.state & state.State_HasFocus:
            painter.setPen(QPen(QColor(tokens.focus), 2))
        painter.drawRoundedRect(room, 8, 8)
        ink = tokens.on_accent_soft if chosen else tokens.text if inside else tokens.text3
        painter.setPen(QColor(ink))
        painter.setFont(font("body", QFont.Weight.DemiBold if day == self.today else QFont.Weight.Normal))
        words = room.adjusted(0, 0, 0, -room.height() * 0.22)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, QLocale().toString(day.day))
        draw_marks(
            painter, QPointF(room.center().x(), room.bottom() - room.height() * 0.2), model.marks.get(day)
        )
        painter.restore()


def draw_marks(painter: QPainter, middle: QPointF, there: DayMarks | None) -> None:
    """A dot for a session and a line for a note, beside each other around that point."""
    if there is None:
        return
    tokens, size = tokens_in_force(), px() * 0.2
    painter.setPen(Qt.PenStyle.NoPen)
    aside = size * 1.3 if there.session and there.note else 0.0
    if there.session:
        painter.setBrush(QColor(tokens.accent))
        painter.drawEllipse(middle - QPointF(aside, 0), size, size)
    if there.note:
        painter.setBrush(QColor(tokens.text2))
        painter.drawRect(QRectF(middle.x() + aside - size, middle.y() - 1, 2 * size, 2.5))


class MonthGrid(QTableView):
    """The days: arrows go from day to day and on into other months, Page keys by months, with Ctrl by years."""

    chosen = Signal(object)
    """A day was chosen with Enter or the mouse."""
    turned = Signal()
    """Another month is shown."""

    def __init__(self, ask: AskMarks, parent: QWidget) -> None:
        super().__init__(parent)
        self._ask = ask
        self.days = MonthModel(self)
        self._delegate = DayDelegate(self)
        self.setModel(self.days)
        self.setItemDelegate(self._delegate)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(8)
        self.horizontalHeader().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fit()

    def fit(self) -> None:
        """As large as its text asks for."""
        wide, high = round(px() * 3.1), round(px() * 2.5)
        self.horizontalHeader().setDefaultSectionSize(wide)
        self.verticalHeader().setDefaultSectionSize(high)
        self.setFixedSize(WEEK * wide + 4, WEEKS * high + self.horizontalHeader().sizeHint().height() + 4)

    def go_to(self, day: date, today: date | None = None) -> None:
        """Let the keyboard stand on a day, in its month."""
        if today is not None:
            self._delegate.today = today
        if (day.year, day.month) != (self.days.first.year, self.days.first.month) or today is not None:
            self.days.show_month(day, self._ask)
            self.turned.emit()
        self.setCurrentIndex(self.days.index_of(day))

    def day(self) -> date:
        """Where the keyboard stands."""
        return self.days.day(self.currentIndex())

    def turn(self, months: int) -> None:
        """So many months on or back, to the same day of the month where there is one."""
        here = self.day()
        count = min(max(here.year * 12 + here.month - 1 + months, 12), 9998 * 12)
        year, month = divmod(count, 12)
        self.go_to(date(year, month + 1, min(here.day, monthrange(year, month + 1)[1])))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, keys = event.key(), Qt.Key
        on = -1 if self.isRightToLeft() else 1
        by_days = {keys.Key_Left: -on, keys.Key_Right: on, keys.Key_Up: -WEEK, keys.Key_Down: WEEK}
        by_months = {keys.Key_PageUp: -1, keys.Key_PageDown: 1}
        if key in by_days:
            ordinal = min(max(self.day().toordinal() + by_days[keys(key)], 1), date(9998, 1, 1).toordinal())
            self.go_to(date.fromordinal(ordinal))
        elif key in by_months:
            years = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.turn(by_months[keys(key)] * (12 if years else 1))
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.chosen.emit(self.day())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.days.day(index))


class Legend(QWidget):
    """Says what the marks below the days mean."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for there, words in (
            (DayMarks(session=True), self.tr("session")),
            (DayMarks(note=True), self.tr("note")),
        ):
            label = QLabel(words)
            label.setProperty("role", "caption")
            row.addWidget(_Mark(there))
            row.addWidget(label)
            row.addSpacing(10)
        row.addStretch(1)


class _Mark(QWidget):
    """One mark by itself."""

    def __init__(self, there: DayMarks) -> None:
        super().__init__()
        self._there = there

    def sizeHint(self) -> QSize:
        return QSize(px(), px())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: object) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_marks(painter, QRectF(self.rect()).center(), self._there)
        painter.end()


class DayPanel(Panel):
    """A month to leaf through; choosing a day goes there in the list."""

    name: ClassVar[str] = "day"

    chosen = Signal(object)

    def __init__(self, ask: AskMarks, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.title = QLabel(self)
        self.title.setProperty("role", "h3")
        self.grid = MonthGrid(ask, self)
        self.turners = {
            -12: self._turner(-12, self.tr("Year before"), ("chevrons-left", "chevrons-right")),
            -1: self._turner(-1, self.tr("Month before"), ("chevron-left", "chevron-right")),
            1: self._turner(1, self.tr("Month after"), ("chevron-right", "chevron-left")),
            12: self._turner(12, self.tr("Year after"), ("chevrons-right", "chevrons-left")),
        }
        head = QHBoxLayout()
        for months in (-12, -1):
            head.addWidget(self.turners[months])
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignCenter)
        for months in (1, 12):
            head.addWidget(self.turners[months])
        head.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.grid)
        self.column.addWidget(Legend(self))
        self.grid.setAccessibleName(self.tr("Days of the month"))
        self.grid.chosen.connect(self.chosen)
        self.grid.turned.connect(self._say_month)
        self.grid.selectionModel().currentChanged.connect(self._follow_day)

    def follow(self, now: Narrowed) -> None:
        """Show the month of the day that is chosen, else of today, with the keyboard on it."""
        self.grid.fit()
        self.grid.go_to(now.until or self._today(), self._today())
        self._say_month()

    def open(self) -> None:
        self.grid.setFocus()

    def _follow_day(self, day: QModelIndex) -> None:
        """Scroll to where the keyboard stands, where the card is taller than its room."""
        if day.isValid():
            room = self.grid.visualRect(day)
            place = self.grid.viewport().mapTo(self._inside, room.center())
            self.ensureVisible(place.x(), place.y(), room.width(), room.height())

    def _turner(self, months: int, name: str, drawings: tuple[str, str]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(drawings[self.isRightToLeft()]))
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.grid.turn(months))
        return button

    def _say_month(self) -> None:
        first = self.grid.days.first
        year = QLocale().toString(QDate(first.year, 1, 1), "yyyy")
        words = f"{QLocale().standaloneMonthName(first.month)} {year}"
        if words != self.title.text():
            self.title.setText(words)
            if self.isVisible():
                say_aloud(self, words)
