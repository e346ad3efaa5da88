"""Answering one questionnaire: its own words, one row of answers for each item, nothing chosen beforehand."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.contact import Contact
from therapy_diary.domain.measure import KeptMeasure
from therapy_diary.insight.measure_score import reaches_safety
from therapy_diary.views.column_page import along
from therapy_diary.views.half_given import Given
from therapy_diary.views.measure.support import Support
from therapy_diary.views.measure.whose import whose
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.widgets.answer_row import AnswerRow
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice


class Answering(Card):
    """Every item may be left out; what was chosen can be taken back with Backspace."""

    edited = Signal()
    wanted = Signal()
    cancelled = Signal()

    def __init__(self, kept: KeptMeasure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        measure = kept.measure
        self.rows: dict[str, AnswerRow] = {}
        column = self._column = self.column(14)
        column.addWidget(along(measure.title, "h2", self))
        if measure.intro:
            column.addWidget(along(measure.intro, "sub", self))
        for item in measure.items:
            question = along(item.text, "question", self)
            column.addWidget(question)
            row = self.rows[item.id] = AnswerRow(self)
            row.set_question(item.text, [it.label for it in item.choices], None)
            row.answered.connect(lambda _: self.edited.emit())
            column.addWidget(row)
        column.addWidget(words(self.tr("Anything may be left out."), "caption", self))
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.support = Support(self)
        self.keep = button(self.tr("Keep these answers"), self._keep, "primary")
        in_a_row(column, self.keep, button(self.tr("Leave it"), self.cancelled.emit, "ghost"))
        if measure.rights.holder:
            column.addWidget(along(whose(measure.rights), "caption", self))

    def answers(self) -> dict[str, int | None]:
        """What was chosen, as values of the file; None for what was left out."""
        return {
            item.id: None if (place := self.rows[item.id].value()) is None else item.choices[place].value
            for item in self.kept.measure.items
        }

    def set_given(self, given: Given | Mapping[str, int | None]) -> None:
        """Show answers as a draft kept them; what is none of this questionnaire's stays open."""
        for item in self.kept.measure.items:
            values = [it.value for it in item.choices]
            value = given.get(item.id)
            if isinstance(value, int) and value in values:
                self.rows[item.id].set_answer(values.index(value))
            else:
                self.rows[item.id].clear()

    def show_support(self, contacts: Callable[[], Sequence[Contact]]) -> None:
        """Show contacts right below the first answer that the file marks for it, for as long as it is so answered."""
        reached = reaches_safety(self.kept.measure, self.answers())
        if not reached:
            self.support.hide()
        elif self.support.isHidden():
            self._column.insertWidget(self._column.indexOf(self.rows[reached[0].id]) + 1, self.support)
            self.support.show_contacts(contacts())

    def _keep(self) -> None:
        if all(it is None for it in self.answers().values()):
            self.trouble.say(self.tr("Nothing is answered yet."), aloud=True)
            return
        self.trouble.say("")
        self.wanted.emit()
