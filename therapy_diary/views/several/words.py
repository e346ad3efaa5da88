"""How a therapy is told in a line: its name, from when to when, and where it stands."""

from PySide6.QtCore import QObject

from therapy_diary.domain.therapy import Therapy, TherapyState
from therapy_diary.views.days import date_in_words


class TherapyWords(QObject):
    """The same few words wherever therapies are listed. Each state is said in the same tone."""

    def name(self, therapy: Therapy) -> str:
        """What the person calls it, whichever way it runs."""
        return f"\u2068{therapy.label.strip()}\u2069"

    def span(self, therapy: Therapy) -> str:
        """From when, and to when once it has ended."""
        since = date_in_words(therapy.started_on)
        if therapy.ended_on is None:
            return self.tr("Since {day}").format(day=since)
        return self.tr("From {first} to {last}").format(first=since, last=date_in_words(therapy.ended_on))

    def state(self, therapy: Therapy) -> str:
        """Where it stands."""
        return {
            TherapyState.STARTING: self.tr("beginning"),
            TherapyState.ACTIVE: self.tr("going on"),
            TherapyState.PAUSED: self.tr("paused"),
            TherapyState.ENDING: self.tr("coming to its end"),
            TherapyState.CLOSED: self.tr("ended"),
        }[therapy.state]

    def line(self, therapy: Therapy) -> str:
        """From, to, and where it stands."""
        return f"{self.span(therapy)} · {self.state(therapy)}"
