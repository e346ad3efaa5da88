"""The last of the first pages: who the therapy is with and when. Every field can stay empty."""

from collections.abc import Callable
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from therapy_diary.domain.therapy import LONGEST_NAME, Approach
from therapy_diary.forms.first_run import Ui_FirstRun
from therapy_diary.storage.diary import Diary
from therapy_diary.widgets.date_fields import settle_fields

USUAL_TIME = QTime(17, 0)


class TherapyForm:
    """Fills the fields of that page, and makes a therapy of what they hold."""

    def __init__(self, form: Ui_FirstRun, now: Callable[[], datetime]) -> None:
        self._form, self._now = form, now
        for approach, words in (
            (Approach.UNSURE, self.tr("I am not sure")),
            (Approach.DYNAMIC, self.tr("Talking about what comes up, and between us")),
            (Approach.FOCUSED, self.tr("Working on agreed matters, with exercises")),
            (Approach.MIXED, self.tr("Some of both")),
        ):
            form.approach.addItem(words, approach)
        form.weekday.addItem(self.tr("No fixed day"), None)
        locale = QLocale()
        first = locale.firstDayOfWeek().value
        for place in range(7):
            day = (first - 1 + place) % 7 + 1
            form.weekday.addItem(locale.standaloneDayName(day), day)
        form.weekday.activated.connect(self._day_chosen)
        form.name.setMaxLength(LONGEST_NAME - 20)
        form.reason.setAccessibleName(self.tr("Why you came"))
        form.since.setCalendarPopup(True)
        settle_fields(form.therapy)
        self.clear()

    def tr(self, text: str) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("TherapyForm", text)

    def clear(self) -> None:
        """Leave everything open, begun today."""
        form, today = self._form, self._now()
        form.name.clear()
        form.approach.setCurrentIndex(0)
        form.since.setDate(QDate(today.year, today.month, today.day))
        form.weekday.setCurrentIndex(0)
        form.time.setTime(USUAL_TIME)
        form.reason.set_text("")
        self._day_chosen()

    def begin(self, diary: Diary) -> None:
        """Begin the therapy that the fields tell of, as one change. Raises StorageError."""
        form = self._form
        name = form.name.text().strip()
        label = self.tr("With {name}").format(name=name) if name else self.tr("My therapy")
        since: date = form.since.date().toPython()  # type: ignore[assignment]
        weekday: int | None = form.weekday.currentData()
        with diary.change():
            therapy = diary.therapies.begin(
                label=label,
                started_on=since,
                therapist_name=name,
                approach=Approach(form.approach.currentData()),
                reason_for_coming=form.reason.text().strip(),
            )
            if weekday is not None:
                at = form.time.time()
                diary.settings.agree(
                    therapy.id, since, weekday=weekday, start_time=time(at.hour(), at.minute())
                )

    def _day_chosen(self) -> None:
        """A time means something once there is a day."""
        self._form.time.setEnabled(self._form.weekday.currentData() is not None)
