"""Where a version of the setting is written down: from which day on, and what holds from then."""

from dataclasses import dataclass, fields
from datetime import date, time

from PySide6.QtCore import QLocale, QTime, Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QVBoxLayout, QWidget

from therapy_diary.domain.setting import Frequency, Place, Setting, Terms
from therapy_diary.views.agreed.words import SettingWords
from therapy_diary.views.days import qdate, whole_year_format
from therapy_diary.views.half_given import Given, given_words
from therapy_diary.views.room import above, button, in_a_row, labelled, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.date_fields import ClockField, DayField, settle_fields
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice

USUAL_TIME, USUAL_MINUTES = time(17, 0), 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """What the form holds."""

    valid_from: date
    weekday: int | None
    start_time: time | None
    minutes: int | None
    frequency: Frequency
    place: Place
    terms: Terms


class SettingForm(Card):
    """Begins with what holds now; every field can stay as it is, or empty."""

    edited = Signal()
    wanted = Signal(object)
    """An Agreed that is to be kept."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = SettingWords(self)
        column = self.column(10)
        column.addWidget(words(self.tr("What holds from a day on"), "h3", self))
        self._add_meeting(column)
        self.texts: dict[str, GrowingText] = {}
        for name, title in self._words.terms().items():
            text = self.texts[name] = GrowingText(self)
            text.set_lines(1, 12)
            text.textChanged.connect(self.edited)
            labelled(column, title, text)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.keep = button(self.tr("Keep this version"), self._keep, "primary")
        in_a_row(column, self.keep, button(self.tr("Cancel"), self.cancelled.emit, "ghost"))
        settle_fields(self)

    def begin(self, now: Setting | None, today: date) -> None:
        """Start from what holds now, valid from today."""
        self.blockSignals(True)  # a form filled by the program was not edited
        terms = Terms() if now is None else now.terms
        at = USUAL_TIME if now is None or now.start_time is None else now.start_time
        self._fill(
            today,
            None if now is None else now.weekday,
            at,
            USUAL_MINUTES if now is None else (now.minutes or 0),
            Frequency.WEEKLY if now is None else now.frequency,
            Place.ROOM if now is None else now.place,
        )
        for name, text in self.texts.items():
            text.set_text("" if name == "why_changed" else getattr(terms, name))
        self.blockSignals(False)

    def given(self) -> Given:
        """What the fields hold, for a draft."""
        agreed = self._agreed()
        return {
            "from": agreed.valid_from.isoformat(),
            "weekday": agreed.weekday,
            "time": self.at.time().toString("HH:mm"),
            "minutes": self.minutes.value(),
            "frequency": agreed.frequency.value,
            "place": agreed.place.value,
            **{name: text.text() for name, text in self.texts.items()},
        }

    def set_given(self, given: Given) -> None:
        """Show what a draft kept. Raises ValueError for one that is none of ours."""
        self.blockSignals(True)
        weekday, minutes = given.get("weekday"), given.get("minutes")
        self._fill(
            date.fromisoformat(given_words(given, "from")),
            weekday if isinstance(weekday, int) else None,
            time.fromisoformat(given_words(given, "time")),
            minutes if isinstance(minutes, int) else 0,
            Frequency(given_words(given, "frequency")),
            Place(given_words(given, "place")),
        )
        for name, text in self.texts.items():
            text.set_text(given_words(given, name))
        self.blockSignals(False)

    # inside

    def _add_meeting(self, column: QVBoxLayout) -> None:
        self.since, self.at, self.minutes = DayField(self), ClockField(self), QSpinBox(self)
        self.weekday, self.frequency, self.place = QComboBox(self), QComboBox(self), QComboBox(self)
        self.since.setDisplayFormat(whole_year_format())
        self.minutes.setRange(0, 480)
        self.minutes.setSingleStep(5)
        self.minutes.setSpecialValueText(self.tr("open"))
        self.weekday.addItem(self.tr("No fixed day"), None)
        locale = QLocale()
        for place in range(7):
            day = (locale.firstDayOfWeek().value - 1 + place) % 7 + 1
            self.weekday.addItem(locale.standaloneDayName(day), day)
        for it in Frequency:
            self.frequency.addItem(self._words.frequency(it), it)
        for where in Place:
            self.place.addItem(self._words.place(where), where)
        holder = QWidget(self)
        flow = FlowLayout(holder, spacing=14)
        for title, field in (
            (self.tr("From"), self.since),
            (self.tr("Weekday"), self.weekday),
            (self.tr("Time"), self.at),
            (self.tr("Minutes"), self.minutes),
            (self.tr("How often"), self.frequency),
            (self.tr("Place"), self.place),
        ):
            flow.addWidget(above(title, field))
        column.addWidget(holder)
        for choice in (self.weekday, self.frequency, self.place):
            choice.activated.connect(lambda _: self._chosen())
        self.since.dateChanged.connect(lambda _: self._chosen())
        self.at.timeChanged.connect(lambda _: self._chosen())
        self.minutes.valueChanged.connect(lambda _: self._chosen())

    def _chosen(self) -> None:
        self.at.setEnabled(self.weekday.currentData() is not None)
        self.trouble.say("")
        self.edited.emit()

    def _fill(
        self, since: date, weekday: int | None, at: time, minutes: int, frequency: Frequency, place: Place
    ) -> None:
        self.since.setDate(qdate(since))
        self.weekday.setCurrentIndex(max(self.weekday.findData(weekday), 0))
        self.at.setTime(QTime(at.hour, at.minute))
        self.minutes.setValue(minutes)
        self.frequency.setCurrentIndex(self.frequency.findData(frequency))
        self.place.setCurrentIndex(self.place.findData(place))
        self.at.setEnabled(self.weekday.currentData() is not None)

    def _agreed(self) -> Agreed:
        weekday: int | None = self.weekday.currentData()
        at = self.at.time()
        return Agreed(
            valid_from=self.since.day(),
            weekday=weekday,
            start_time=None if weekday is None else time(at.hour(), at.minute()),
            minutes=self.minutes.value() or None,
            frequency=Frequency(self.frequency.currentData()),
            place=Place(self.place.currentData()),
            terms=Terms(**{it.name: self.texts[it.name].text().strip() for it in fields(Terms)}),
        )

    def _keep(self) -> None:
        if 0 < self.minutes.value() < 5:
            self.trouble.say(self.tr("A session lasts five minutes or more; 0 leaves it open."), aloud=True)
            self.minutes.setFocus()
            return
        self.wanted.emit(self._agreed())
