"""Where another therapy is begun, or what is written about the one on the screen is changed."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from therapy_diary.domain.therapy import LONGEST_NAME, Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import whole_year_format
from therapy_diary.views.half_given import Given, given_words
from therapy_diary.views.room import above, button, in_a_row, labelled, words
from therapy_diary.views.therapy_form import TherapyForm
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.date_fields import ClockField, DayField, settle_fields
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.notice import Notice


class TherapyEditor(Card):
    """The fields of the first pages, and what the therapy is called. All of them can stay empty."""

    edited = Signal()
    kept = Signal()
    """What stands in the fields is to be kept."""
    cancelled = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: Therapy | None = None
        column = self.column(10)
        self.title = words("", "h3", self)
        column.addWidget(self.title)
        self.name, self.label = QLineEdit(self), QLineEdit(self)
        self.label.setMaxLength(LONGEST_NAME)
        self.approach, self.weekday = QComboBox(self), QComboBox(self)
        self.since, self.time = DayField(self), ClockField(self)
        self.since.setDisplayFormat(whole_year_format())
        self.reason = GrowingText(self)
        labelled(column, self.tr("Your therapist's first name"), self.name)
        labelled(column, self.tr("What you call this therapy"), self.label)
        labelled(column, self.tr("How the therapy works"), self.approach)
        self._when = QWidget(self)
        flow = FlowLayout(self._when, spacing=14)
        for title, field in (
            (self.tr("Since when"), self.since),
            (self.tr("Usual day"), self.weekday),
            (self.tr("Usual time"), self.time),
        ):
            flow.addWidget(above(title, field))
        column.addWidget(self._when)
        labelled(column, self.tr("Why you came"), self.reason)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.keep = button("", self.kept.emit, "primary")
        in_a_row(column, self.keep, button(self.tr("Cancel"), self.cancelled.emit, "ghost"))
        self.form = TherapyForm(self, now)
        settle_fields(self)
        self._connect()
        self._show_label()

    def begin(self) -> None:
        """Room for another therapy, begun today."""
        self._changes = None
        self.form.clear()
        self.label.clear()
        self._show(self.tr("Another therapy"), self.tr("Begin this therapy"))

    def change(self, therapy: Therapy) -> None:
        """What is written about a therapy."""
        self._changes = therapy
        self.form.show(therapy)
        self.label.setText(therapy.label)
        self._show(self.tr("What is written about this therapy"), self.tr("Keep the changes"))

    @property
    def changes(self) -> Therapy | None:
        """The therapy that is changed; None where another is begun."""
        return self._changes

    def put(self, diary: Diary) -> Therapy:
        """Put what the fields say into the diary, inside a change."""
        if self._changes is None:
            return self.form.begin(diary, self.label.text())
        changed = self.form.changed(diary.therapies.get(self._changes.id), self.label.text())
        diary.therapies.save(changed)
        return changed

    def given(self) -> Given:
        """What the fields hold, for a draft."""
        return {**self.form.given(), "label": self.label.text()}

    def set_given(self, given: Given) -> None:
        """Show what a draft kept."""
        self.form.set_given(given)
        self.label.setText(given_words(given, "label"))
        self._show_label()

    def _connect(self) -> None:
        for field in (self.name, self.label):
            field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
            field.textEdited.connect(lambda _: self.edited.emit())
            field.returnPressed.connect(self.kept)
        self.name.textEdited.connect(lambda _: self._show_label())
        self.reason.edited.connect(self.edited)
        for choice in (self.approach, self.weekday):
            choice.activated.connect(lambda _: self.edited.emit())
        self.since.dateChanged.connect(lambda _: self._touched())
        self.time.timeChanged.connect(lambda _: self._touched())

    def _touched(self) -> None:
        """Days and times say nothing while the program fills them in: the card is not in view then."""
        if self.isVisible():
            self.edited.emit()

    def _show_label(self) -> None:
        """Empty, it is called as it would be."""
        self.label.setPlaceholderText(self.form.usual_label())

    def _show(self, title: str, keep: str) -> None:
        self.title.setText(title)
        self.keep.setText(keep)
        self.keep.setAccessibleName(keep)
        self._when.setVisible(self._changes is None)
        self.trouble.say("")
        self._show_label()
