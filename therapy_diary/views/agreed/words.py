"""What was agreed, and what happened to it, in words."""

from datetime import date, datetime

from PySide6.QtCore import QLocale, QObject

from therapy_diary.domain.setting import Frequency, Place, Setting
from therapy_diary.domain.setting_event import SettingEventKind
from therapy_diary.views.days import clock_in_words


class SettingWords(QObject):
    """Every name of the setting in the language of the window."""

    def frequency(self, it: Frequency) -> str:
        """How often."""
        return {
            Frequency.TWICE_WEEKLY: self.tr("twice a week"),
            Frequency.WEEKLY: self.tr("every week"),
            Frequency.FORTNIGHTLY: self.tr("every two weeks"),
            Frequency.MONTHLY: self.tr("every month"),
            Frequency.IRREGULAR: self.tr("without a fixed rhythm"),
        }[it]

    def place(self, it: Place) -> str:
        """Where."""
        return {
            Place.ROOM: self.tr("in the room"),
            Place.ONLINE: self.tr("online"),
            Place.PHONE: self.tr("by phone"),
            Place.MIXED: self.tr("in the room or from afar"),
        }[it]

    def terms(self) -> dict[str, str]:
        """What may be agreed besides, by the names of Terms."""
        return {
            "confidentiality": self.tr("Confidentiality, as I understood it"),
            "contact_between": self.tr("Contact between sessions"),
            "cancelling": self.tr("Cancelling"),
            "breaks": self.tr("Breaks and holidays"),
            "inside_outside": self.tr("What belongs inside, and what outside"),
            "open_questions": self.tr("What I still want to ask"),
            "why_changed": self.tr("Why it changed"),
        }

    def happening(self, it: SettingEventKind) -> str:
        """What happened."""
        return {
            SettingEventKind.TIME_MOVED: self.tr("Moved to another time"),
            SettingEventKind.CUT_SHORT: self.tr("Cut short"),
            SettingEventKind.CANCELLED: self.tr("Cancelled"),
            SettingEventKind.LATE: self.tr("One of us was late"),
            SettingEventKind.CONTACT_OUTSIDE: self.tr("Contact outside of sessions"),
            SettingEventKind.PRIVACY: self.tr("Something about privacy"),
            SettingEventKind.PLACE_CHANGED: self.tr("Another place"),
            SettingEventKind.BREAK: self.tr("A break"),
            SettingEventKind.LINE_CROSSED: self.tr("A line was crossed"),
            SettingEventKind.NOT_SAFE: self.tr("I do not feel safe"),
            SettingEventKind.OTHER: self.tr("Something else"),
        }[it]

    def meeting(self, it: Setting) -> str:
        """Day, time, length, rhythm and place on one line: "Tuesday, 17:00, 50 minutes, every week, in the room"."""
        parts = []
        if it.weekday is not None:
            parts.append(QLocale().standaloneDayName(it.weekday))
        if it.start_time is not None:
            parts.append(clock_in_words(datetime.combine(date.min, it.start_time)))
        if it.minutes is not None:
            parts.append(self.tr("{count} minutes").format(count=QLocale().toString(it.minutes)))
        parts += [self.frequency(it.frequency), self.place(it.place)]
        return self.tr(", ").join(parts)
