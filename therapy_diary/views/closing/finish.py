"""The last step of an ending: when the therapy ended and why, before its pages are kept as they stand."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QWidget

from therapy_diary.domain.closing import Closing, DecidedBy, Variant
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import EndKind, Therapy
from therapy_diary.views.closing.last_session import last_by
from therapy_diary.views.closing.words import end_kind_words
from therapy_diary.views.days import date_in_words, pydate, qdate, whole_year_format
from therapy_diary.views.room import button, in_a_row, labelled, words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.notice import Notice


class FinishCard(Card):
    """Asks, and says what finishing does. Hidden until it is asked for."""

    wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._to_mark: Sequence[Session] = ()
        column = self.column(10)
        column.addWidget(words(self.tr("Finish"), "h2", self))
        column.addWidget(
            words(
                self.tr(
                    "The pages are kept as they stand now. What you change in the diary later leaves them alone."
                    " The therapy counts as closed. You can read on, write on, and open the ending again."
                ),
                "sub",
                self,
            )
        )
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.ended_on = QDateEdit(self)
        self.ended_on.setCalendarPopup(True)
        self.ended_on.setDisplayFormat(whole_year_format())
        self.kind = QComboBox(self)
        for kind, name in end_kind_words().items():
            self.kind.addItem(name, kind)
        labelled(column, self.tr("The therapy ended on"), self.ended_on)
        labelled(column, self.tr("How it came to its end"), self.kind)
        self.mark_last = QCheckBox(self)
        column.addWidget(self.mark_last)
        self.ended_on.dateChanged.connect(lambda _: self._name_last())
        self.finish = button(self.tr("Keep the pages and close"), self.wanted.emit, "primary")
        in_a_row(column, self.finish, button(self.tr("Not now"), self.left.emit, "ghost"))
        for field in (self.ended_on, self.kind):
            column.setAlignment(field, Qt.AlignmentFlag.AlignLeading)
        settle_fields(self)
        self.hide()

    def ask(
        self,
        therapy: Therapy,
        closing: Closing,
        to_mark: Sequence[Session],
        last_held: date | None,
        today: date,
    ) -> None:
        """Offer what is likely: the day and the kind that are known, else those of the last session and the worksheet.

        to_mark are the sessions of which the last by the day of the end may be marked as such.
        """
        self._to_mark = to_mark
        ended = therapy.ended_on or last_held or closing.planned_last_on or today
        self.ended_on.setMinimumDate(qdate(therapy.started_on))
        self.ended_on.setDate(qdate(max(ended, therapy.started_on)))
        self.kind.setCurrentIndex(self.kind.findData(therapy.end_kind or closing.why or _likely(closing)))
        self.mark_last.setChecked(True)
        self._name_last()
        self.trouble.say("")
        self.show()
        self.ended_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def answers(self) -> tuple[date, EndKind]:
        """When it ended, and why."""
        return pydate(self.ended_on.date()), EndKind(self.kind.currentData())

    def marks_last(self) -> bool:
        """Whether the last session is to be marked as such."""
        return self.mark_last.isChecked()

    def _name_last(self) -> None:
        """Say which session that would be, by its day."""
        session = last_by(self._to_mark, pydate(self.ended_on.date()))
        self.mark_last.setVisible(session is not None)
        if session is not None:
            told = self.tr("Mark {date} as the last session")
            self.mark_last.setText(told.format(date=date_in_words(session.starts_at.date())))


def _likely(closing: Closing) -> EndKind:
    if closing.variant is Variant.FIT:
        return EndKind.LACK_OF_FIT
    return EndKind.OUTSIDE_REASONS if closing.decided_by is DecidedBy.OUTSIDE else EndKind.GOALS_REACHED
