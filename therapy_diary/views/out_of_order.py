"""A day that seems out of order is kept as it was given, and said to be so."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from therapy_diary.domain.therapy import Therapy


def remark_on(day: date, therapy: Therapy | None, today: date) -> str:
    """What to say of something that was kept for this day; empty where there is nothing to remark."""
    if therapy is not None and day < therapy.started_on:
        return QCoreApplication.translate("OutOfOrder", "Kept. The day lies before the therapy began.")
    if day > today:
        return QCoreApplication.translate("OutOfOrder", "Kept. The day is still to come.")
    return ""
