"""How charts and their sentences speak in the window."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from therapy_diary.reports.charts.voice import Voice


def window_voice() -> Voice:
    """In the language of the window, with its dates and numbers."""
    locale = QLocale()
    pattern = locale.dateFormat(QLocale.FormatType.ShortFormat)
    short = "MMM d" if pattern.find("M") < pattern.find("d") else "d MMM"
    in_full = "MMM d, yyyy" if short.startswith("M") else "d MMM yyyy"

    def day_as(form: str, day: date) -> str:
        return locale.toString(QDate(day.year, day.month, day.day), form)

    def number(value: float) -> str:
        rounded = round(float(value), 1)  # a median of whole numbers is a whole number
        return locale.toString(rounded, "f", 0 if rounded.is_integer() else 1)

    return Voice(
        translate=QCoreApplication.translate,
        short_day=lambda day: day_as(short, day),
        long_day=lambda day: day_as(in_full, day),
        number=number,
    )
