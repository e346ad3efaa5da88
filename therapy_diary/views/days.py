"""How days and times stand on the screen: in few forms, each the same on every page, as this country writes them."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

ENGLISH = (QLocale.Language.English, QLocale.Language.C)
_WEEKDAY = re.compile(r"d{4},?\s*|,?\s*d{4}")
_YEAR_AT_THE_END = re.compile(r"[\s,،]*y+$")


def day_in_words(day: date) -> str:
    """A day one can meet on, with its weekday: "Tuesday 10 March 2026"."""
    return _written(day, _without_comma(_in_full()))


def date_in_words(day: date) -> str:
    """A day since which, or on which, something is so: "10 March 2026"."""
    return _written(day, _without_weekday(_in_full()))


def short_day(day: date) -> str:
    """A day in a list that tells the year itself: "Tue 10 Mar"."""
    if not _YEAR_AT_THE_END.search(_in_full()):
        return _written(day, QLocale().dateFormat(QLocale.FormatType.ShortFormat))
    pattern = _YEAR_AT_THE_END.sub("", _in_full()).replace("dddd", "ddd").replace("MMMM", "MMM")
    return _written(day, _without_comma(pattern))


def compact_date(day: date) -> str:
    """A day with its year where room is dear, as in a table: "10 Mar 2026"."""
    return _written(day, _without_weekday(_in_full()).replace("MMMM", "MMM"))


def start_in_words(moment: datetime) -> str:
    """A day and a time one can meet at: "Tuesday 10 March 2026, 17:00"."""
    return f"{day_in_words(moment.date())}, {clock_in_words(moment)}"


def moment_in_words(moment: datetime) -> str:
    """When something happened, to the minute, where room is dear: "10 Mar 2026, 17:00". Kept together in any script."""
    return f"\u2068{compact_date(moment.date())}, {clock_in_words(moment)}\u2069"


def clock_in_words(moment: datetime) -> str:
    """A time of day: "17:00"."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def qdate(day: date) -> QDate:
    """A day as a date field takes it."""
    return QDate(day.year, day.month, day.day)


def pydate(day: QDate) -> date:
    """A day out of a date field."""
    return date(day.year(), day.month(), day.day())


def whole_year_format() -> str:
    """How a field shows a day: in this country's figures, with four of them for the year."""
    pattern = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return pattern if "yyyy" in pattern else pattern.replace("yy", "yyyy")


def _in_full() -> str:
    return QLocale().dateFormat(QLocale.FormatType.LongFormat)


def _without_weekday(pattern: str) -> str:
    return _WEEKDAY.sub("", pattern).strip(" ,،")


def _without_comma(pattern: str) -> str:
    """The British comma after a weekday is one too many in our sentences."""
    return re.sub(r"\b(d{3,4}), d ", r"\1 d ", pattern) if QLocale().language() in ENGLISH else pattern


def _written(day: date, pattern: str) -> str:
    return QLocale().toString(qdate(day), pattern)
