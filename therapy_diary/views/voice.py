"""How charts and their sentences speak in the window."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from therapy_diary.reports.charts.voice import Voice
from therapy_diary.views.days import compact_date, qdate


def window_voice() -> Voice:
    """In the language of the window, with its dates and numbers."""
    locale = QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    short = "MMM d" if pattern.find("M") < pattern.find("d") else "d MMM"

    def short_day(day: date) -> str:
        return locale.toString(qdate(day), short)

    def number(value: float) -> str:
        rounded = round(float(value), 1)  # a median of whole numbers is a whole number
        return locale.toString(rounded, "f", 0 if rounded.is_integer() else 1)

    return Voice(
        translate=QCoreApplication.translate,
        short_day=short_day,
        long_day=compact_date,
        number=number,
    )
