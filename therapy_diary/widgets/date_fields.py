"""Puts right what a style sheet cannot reach in fields for dates, times and numbers."""

import re
from datetime import date

from PySide6.QtCore import QChildEvent, QDate, QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCalendarWidget,
    QDateEdit,
    QDateTimeEdit,
    QLineEdit,
    QTimeEdit,
    QToolButton,
    QWidget,
)

from therapy_diary.desktop.icons import icon

SIDE = 9  # pixels, as in every other field


class DayField(QDateEdit):
    """A day with a calendar; Tab leaves it at once, and the arrow keys walk through its parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)

    def day(self) -> date:
        """The day that stands in it."""
        given = self.date()
        return date(given.year(), given.month(), given.day())

    def show_day(self, day: date) -> None:
        """Put a day in that the person did not choose: nobody is told of a change."""
        with QSignalBlocker(self):
            self.setDate(QDate(day.year, day.month, day.day))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QAbstractSpinBox.focusNextPrevChild(self, forward)


class ClockField(QTimeEdit):
    """A time of day that Tab leaves at once, too."""

    def focusNextPrevChild(self, forward: bool) -> bool:
        return QAbstractSpinBox.focusNextPrevChild(self, forward)


def settle_fields(root: QWidget) -> None:
    """Give the fields under `root` room beside their text, and their calendars no red days. Call after setupUi."""
    for field in root.findChildren(QAbstractSpinBox):
        line = field.findChild(QLineEdit)
        popup = isinstance(field, QDateTimeEdit) and field.calendarPopup()
        if line is not None and not popup:
            line.setTextMargins(SIDE, 0, SIDE, 0)
        if field.isRightToLeft():
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            if isinstance(field, QDateTimeEdit):
                _turn_round(field)
        if isinstance(field, QDateTimeEdit) and popup:
            _SettledWhenOpened(field)


class _SettledWhenOpened(QObject):
    """Puts a field's calendar right when it is first opened: to make one takes as long as ten buttons, and few are."""

    def __init__(self, field: QDateTimeEdit) -> None:
        super().__init__(field)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The calendar's window is about to be shown."""
        if event.type() == QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            opened = event.child()
            if isinstance(watched, QDateTimeEdit) and isinstance(opened, QWidget) and opened.isWindow():
                settle_calendar(watched.calendarWidget())
        return super().eventFilter(watched, event)


def _turn_round(field: QDateTimeEdit) -> None:
    """Where lines run from right to left Qt writes 17:00 as 00:17, though digits run as everywhere: turn it back."""
    if field.property("turned"):
        return
    field.setProperty("turned", True)
    parts = re.split(r"([^A-Za-z]+)", field.displayFormat())
    field.setDisplayFormat("".join(reversed(parts)))


def settle_calendar(calendar: QCalendarWidget) -> None:
    """Every day in the colour of words: red is for what went wrong."""
    for day in (Qt.DayOfWeek.Friday, Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        calendar.setWeekdayTextFormat(day, QTextCharFormat())
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setGridVisible(False)
    mirrored = calendar.layoutDirection() == Qt.LayoutDirection.RightToLeft
    arrows = ("chevron-right", "chevron-left") if mirrored else ("chevron-left", "chevron-right")
    for name, arrow in zip(("qt_calendar_prevmonth", "qt_calendar_nextmonth"), arrows, strict=True):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(arrow))
