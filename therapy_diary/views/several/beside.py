"""One of two therapies that stand side by side, as cards that say the same of either."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.reports.charts.panel_picture import panel_picture
from therapy_diary.reports.charts.voice import Voice
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.goal.words import state_words
from therapy_diary.views.milestone.words import kind_words
from therapy_diary.views.room import words
from therapy_diary.views.several.in_short import GoalInShort, InShort
from therapy_diary.views.several.words import TherapyWords
from therapy_diary.widgets.card import Card


class Beside(QObject):
    """The cards of one therapy, in the same order and the same colours as those of the other."""

    def __init__(self, background: Background, page: QWidget) -> None:
        super().__init__(page)
        self._words = TherapyWords(self)
        self._shown: InShort | None = None
        self.chart = ChartCard(background, page)
        head, between, goals, hard = (Card(page) for _ in range(4))
        self._head, self._goals, self._hard = head.column(6), goals.column(6), hard.column(6)
        room = QVBoxLayout(between)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self.chart)
        self._no_chart = words(self.tr("Nothing was answered."), "sub", between)
        self._no_chart.setContentsMargins(20, 16, 20, 16)
        room.addWidget(self._no_chart)
        room.addStretch(1)
        self.cards = (head, between, goals, hard)

    def show_therapy(self, told: InShort, voice: Voice) -> None:
        """Show this one."""
        if told == self._shown:
            return
        self._shown = told
        self._show_head(told)
        self.chart.setVisible(told.between is not None)
        self._no_chart.setVisible(told.between is None)
        if told.between is not None:
            self.chart.show_picture(panel_picture(told.between, voice))
        self._show_goals(told, voice)
        self._show_hard(told)

    def _show_head(self, told: InShort) -> None:
        page = _emptied(self._head)
        self._head.addWidget(along(told.therapy.label, "h2", page))
        self._head.addWidget(words(self._words.span(told.therapy), "sub", page))

    def _show_goals(self, told: InShort, voice: Voice) -> None:
        card = _emptied(self._goals)
        self._goals.addWidget(words(self.tr("Goals, first and last"), "h3", card))
        for it in told.goals:
            self._goals.addSpacing(4)
            self._goals.addWidget(along(it.goal.first_wording.wording, "label", card))
            if it.goal.wording != it.goal.first_wording:
                last = self.tr("in the end: {words}").format(words=f"\u2068{it.goal.wording.wording}\u2069")
                self._goals.addWidget(along(last, "", card))
            if said := self._rated(it, voice):
                self._goals.addWidget(words(said, "caption", card))
        if not told.goals:
            self._goals.addWidget(words(self.tr("None were written down."), "sub", card))
        self._goals.addStretch(1)

    def _rated(self, it: GoalInShort, voice: Voice) -> str:
        """Its first and latest number with their days, and what became of it."""
        given = [each for each in (it.first, it.last) if each is not None]
        parts = [
            self.tr("{number} on {day}").format(
                number=voice.number(each.value), day=date_in_words(each.rated_on)
            )
            for each in given
        ]
        return " · ".join([*parts, *([state_words()[it.goal.state]] if it.goal.closed_on else [])])

    def _show_hard(self, told: InShort) -> None:
        card = _emptied(self._hard)
        self._hard.addWidget(words(self.tr("What was hard"), "h3", card))
        kinds = kind_words()
        said = [
            (it.words.strip() or kinds[it.kind], f"{kinds[it.kind]} · {date_in_words(it.on_date)}")
            for it in told.hard
        ]
        said += [(it, self.tr("written at the end")) for it in told.written]
        for text, about in said:
            self._hard.addSpacing(4)
            self._hard.addWidget(along(text, "", card))
            self._hard.addWidget(words(about, "caption", card))
        if not said:
            self._hard.addWidget(words(self.tr("Nothing is noted."), "sub", card))
        self._hard.addStretch(1)


def _emptied(column: QVBoxLayout) -> QWidget:
    """The card of a column, with nothing in it any more."""
    clear(column)
    card = column.parentWidget()
    if card is None:
        raise RuntimeError("a column without its card")
    return card
