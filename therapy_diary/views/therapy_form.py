"""Who a therapy is with and when, as the fields of a form tell it. Every field can stay empty."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QTimeEdit

from therapy_diary.domain.storable import storable
from therapy_diary.domain.therapy import LONGEST_NAME, Approach, Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import qdate
from therapy_diary.views.half_given import Given, given_words
from therapy_diary.widgets.growing_text import GrowingText

USUAL_TIME = QTime(17, 0)
ROOM_FOR_WITH = 20  # characters of a therapy's name that "With" may take in any language


class TherapyFields(Protocol):
    """The fields of a form that tells of a therapy: the first pages have them, and the page Therapy."""

    @property
    def name(self) -> QLineEdit: ...
    @property
    def approach(self) -> QComboBox: ...
    @property
    def since(self) -> QDateEdit: ...
    @property
    def weekday(self) -> QComboBox: ...
    @property
    def time(self) -> QTimeEdit: ...
    @property
    def reason(self) -> GrowingText: ...


class TherapyForm:
    """Fills such fields, and makes a therapy of what they hold."""

    def __init__(self, form: TherapyFields, now: Callable[[], datetime]) -> None:
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
        form.name.setMaxLength(LONGEST_NAME - ROOM_FOR_WITH)
        form.reason.setAccessibleName(self.tr("Why you came"))
        form.since.setCalendarPopup(True)
        self.clear()

    def tr(self, text: str) -> str:
        """The text in the language of the window."""
        return QCoreApplication.translate("TherapyForm", text)

    def clear(self) -> None:
        """Leave everything open, begun today."""
        form, today = self._form, self._now()
        form.name.clear()
        form.approach.setCurrentIndex(0)
        form.since.setDate(qdate(today))
        form.weekday.setCurrentIndex(0)
        form.time.setTime(USUAL_TIME)
        form.reason.set_text("")
        self._day_chosen()

    def begin(self, diary: Diary, label: str = "") -> Therapy:
        """Begin the therapy that the fields tell of, inside a change. label: what it is to be called, if not as usual."""
        form, name = self._form, self._name()
        since: date = form.since.date().toPython()  # type: ignore[assignment]
        weekday: int | None = form.weekday.currentData()
        therapy = diary.therapies.begin(
            label=_line(label) or self.usual_label(),
            started_on=since,
            therapist_name=name,
            approach=Approach(form.approach.currentData()),
            reason_for_coming=storable(form.reason.text().strip()),
        )
        if weekday is not None:
            at = form.time.time()
            diary.settings.agree(therapy.id, since, weekday=weekday, start_time=time(at.hour(), at.minute()))
        return therapy

    def usual_label(self) -> str:
        """What it is called unless the person says otherwise."""
        name = self._name()
        return self.tr("With {name}").format(name=name) if name else self.tr("My therapy")

    def show(self, therapy: Therapy) -> None:
        """Fill in what is known of a therapy. When it takes place belongs to its setting."""
        form = self._form
        form.name.setText(therapy.therapist_name)
        form.approach.setCurrentIndex(form.approach.findData(therapy.approach))
        form.reason.set_text(therapy.reason_for_coming)

    def changed(self, therapy: Therapy, label: str) -> Therapy:
        """The therapy with what the fields say of it now; without a label it is called as usual."""
        return replace(
            therapy,
            label=_line(label) or self.usual_label(),
            therapist_name=self._name(),
            approach=Approach(self._form.approach.currentData()),
            reason_for_coming=storable(self._form.reason.text().strip()),
        )

    def given(self) -> Given:
        """What the fields hold, for a draft."""
        form = self._form
        return {
            "name": form.name.text(),
            "approach": Approach(form.approach.currentData()).value,
            "since": form.since.date().toString("yyyy-MM-dd"),
            "weekday": form.weekday.currentData(),
            "time": form.time.time().toString("HH:mm"),
            "reason": form.reason.text(),
        }

    def set_given(self, given: Given) -> None:
        """Show what a draft kept; what is none of ours is passed over."""
        form, since = self._form, QDate.fromString(given_words(given, "since"), "yyyy-MM-dd")
        at = QTime.fromString(given_words(given, "time"), "HH:mm")
        form.name.setText(given_words(given, "name"))
        form.approach.setCurrentIndex(max(form.approach.findData(given.get("approach")), 0))
        if since.isValid():
            form.since.setDate(since)
        if at.isValid():
            form.time.setTime(at)
        form.weekday.setCurrentIndex(max(form.weekday.findData(given.get("weekday")), 0))
        form.reason.set_text(given_words(given, "reason"))
        self._day_chosen()

    def _name(self) -> str:
        return _line(self._form.name.text())

    def _day_chosen(self) -> None:
        """A time means something once there is a day."""
        self._form.time.setEnabled(self._form.weekday.currentData() is not None)


def _line(text: str) -> str:
    """A text on one line, as the diary can hold it."""
    return storable(" ".join(text.split()))
