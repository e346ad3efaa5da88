"""Where one milestone is given its kind, its day and its words."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from therapy_diary.domain.milestone import Milestone, MilestoneKind
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.days import qdate, whole_year_format
from therapy_diary.views.half_given import Given, given_words, trouble_in_words
from therapy_diary.views.milestone.words import kind_words
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice, Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What the person gave for a milestone."""

    kind: MilestoneKind
    on_date: date
    words: str
    until: date | None


class MilestoneEditor(QWidget):
    """Kind, day, for a break its last day if that is known, and a line of words."""

    edited = Signal()  # by the person
    wanted = Signal(object)  # Marked: to be kept
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = QComboBox(self)
        for kind, words in kind_words().items():
            self.kind.addItem(words, kind)
        self.day, self.until = self._date_field(), self._date_field()
        self.has_end = QCheckBox(self.tr("The last day is known"), self)
        self.words = GrowingText(self)
        self.words.set_lines(1, 8)
        self.trouble = Notice(self)
        self.keep = QPushButton(self.tr("Keep this milestone"), self)
        self.keep.setProperty("kind", "primary")
        self.cancel = QPushButton(self.tr("Leave it"), self)
        self.cancel.setProperty("kind", "ghost")
        self._lay_out()
        self.kind.activated.connect(self._edited)
        self.day.dateChanged.connect(self._edited)
        self.until.dateChanged.connect(self._edited)
        self.has_end.clicked.connect(self._edited)
        self.words.edited.connect(self._edited)
        self.keep.clicked.connect(self.save)
        self.cancel.clicked.connect(self.cancelled)
        self._filling = False

    def show_new(self, kind: MilestoneKind, day: date) -> None:
        """Room for a new milestone."""
        self._fill(kind, day, None, "")

    def show_milestone(self, milestone: Milestone) -> None:
        """One that is there, to be changed."""
        self._fill(milestone.kind, milestone.on_date, milestone.until, milestone.words)

    def given(self) -> dict[str, object]:
        """What stands here, as a draft keeps it."""
        until = self._until()
        return {
            "kind": str(self._kind()),
            "day": self._day().isoformat(),
            "until": None if until is None else until.isoformat(),
            "words": self.words.text(),
        }

    def set_given(self, given: Given) -> None:
        """Show what a draft kept; what is none of it is passed over."""
        try:
            until = given.get("until")
            self._fill(
                MilestoneKind(given_words(given, "kind")),
                date.fromisoformat(given_words(given, "day")),
                date.fromisoformat(until) if isinstance(until, str) else None,
                given_words(given, "words"),
            )
        except ValueError:
            self.words.set_text(given_words(given, "words"))

    def say_failed(self, error: StorageError) -> None:
        """Say why it could not be kept; everything stays where it is."""
        self.say(trouble_in_words(error))

    def say(self, words: str) -> None:
        """Say what keeps it from being kept."""
        self.trouble.say(words, Tone.WRONG, aloud=True)

    def save(self) -> None:
        """Ask for it to be kept, if a break does not end before it begins."""
        until = self._until()
        if until is not None and until < self._day():
            self.say(self.tr("The last day lies before the first. Change one of the two."))
            return
        self.wanted.emit(
            Marked(
                kind=self._kind(),
                on_date=self._day(),
                words=self.words.text().strip(),
                until=until,
            )
        )

    def _kind(self) -> MilestoneKind:
        return MilestoneKind(self.kind.currentData())

    def _day(self) -> date:
        given = self.day.date()
        return date(given.year(), given.month(), given.day())

    def _until(self) -> date | None:
        if self._kind() is not MilestoneKind.BREAK or not self.has_end.isChecked():
            return None
        given = self.until.date()
        return date(given.year(), given.month(), given.day())

    def _fill(self, kind: MilestoneKind, day: date, until: date | None, words: str) -> None:
        self._filling = True
        self.kind.setCurrentIndex(self.kind.findData(kind))
        self.day.setDate(qdate(day))
        end = until or day
        self.until.setDate(qdate(end))
        self.has_end.setChecked(until is not None)
        self.words.set_text(words)
        self.trouble.say("")
        self._show_end()
        self._filling = False

    def _edited(self) -> None:
        if self._filling:
            return
        self.trouble.say("")
        self._show_end()
        self.edited.emit()

    def _show_end(self) -> None:
        """Only a break has a last day."""
        is_break = self._kind() is MilestoneKind.BREAK
        self.has_end.setVisible(is_break)
        for part in (self._end_label, self.until):
            part.setVisible(is_break and self.has_end.isChecked())

    def _date_field(self) -> QDateEdit:
        field = QDateEdit(self)
        field.setCalendarPopup(True)
        field.setDisplayFormat(whole_year_format())
        return field

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setColumnStretch(1, 1)
        self._end_label = QLabel(self.tr("Last day"), self)
        kind, day = QLabel(self.tr("What it was"), self), QLabel(self.tr("Day"), self)
        rows = ((kind, self.kind), (day, self.day), (None, self.has_end), (self._end_label, self.until))
        for number, (label, field) in enumerate(rows):
            grid.addWidget(field, number, 1)
            if label is not None:
                label.setProperty("role", "label")
                label.setBuddy(field)
                field.setAccessibleName(label.text())
                grid.addWidget(label, number, 0)
        column.addLayout(grid)
        self.words.setAccessibleName(self.tr("In your words"))
        self.words.setPlaceholderText(self.tr("In your words, if you like"))
        column.addWidget(self.words)
        column.addWidget(self.trouble)
        buttons = QWidget(self)
        flow = FlowLayout(buttons, spacing=10)
        flow.addWidget(self.keep)
        flow.addWidget(self.cancel)
        column.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        settle_fields(self)
