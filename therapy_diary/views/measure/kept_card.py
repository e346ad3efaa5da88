"""One questionnaire that is switched on: when it was answered last, answering it, and its history on request."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.icons import icon
from therapy_diary.domain.measure import Every, KeptMeasure, MeasureAnswers
from therapy_diary.reports.charts.panel import Panel
from therapy_diary.reports.charts.panel_picture import panel_key, panel_picture
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.column_page import along
from therapy_diary.views.days import date_in_words
from therapy_diary.views.measure.shelf import of_file
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.words_and_acts import WordsAndActs


class KeptMeasureCard(Card):
    """Shows no number until the history is asked for, and the authors' ranges only where they are asked for, too."""

    answer_wanted = Signal()
    off_wanted = Signal()
    bands_wanted = Signal(bool)
    correct_wanted = Signal(object)
    """The answers of the latest time are to be changed: a MeasureAnswers."""

    def __init__(
        self, kept: KeptMeasure, background: Background | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kept, self._background = kept, background
        self._latest: MeasureAnswers | None = None
        column = self.column(8)
        row = WordsAndActs(self)
        row.words.addWidget(of_file(along(kept.measure.title, "h3", row), kept.measure))
        self._when = words("", "sub", row)
        row.words.addWidget(self._when)
        self.answer = self._act(row, self.tr("Answer"), self.answer_wanted.emit)
        self.history = self._act(row, self.tr("History"), self._fold)
        self.history.setCheckable(True)
        self.off = self._act(row, self.tr("Switch off"), self.off_wanted.emit)
        column.addWidget(row)
        self.bands = QCheckBox(self.tr("Show the authors' ranges"), self)
        self.bands.clicked.connect(self.bands_wanted)
        self.correct = button(self.tr("Change the latest answers"), self._correct, "link")
        self._past = QVBoxLayout()
        self._past.setSpacing(10)
        column.addLayout(self._past)
        self.key = words(panel_key(window_voice()), "caption", self)
        column.addWidget(self.key)
        column.addWidget(self.bands)
        self._below = in_a_row(column, self.correct)
        self.charts: dict[str, ChartCard] = {}
        self._panels: Callable[[], Sequence[Panel]] = tuple

    def show_answers(
        self, answers: Sequence[MeasureAnswers], panels: Callable[[], Sequence[Panel]], *, shows_bands: bool
    ) -> None:
        """Show when it was answered last; panels makes the history once that is asked for."""
        self._latest = answers[-1] if answers else None
        self._panels = panels
        self._when.setText(self._told())
        self.bands.setChecked(shows_bands)
        self.history.setVisible(bool(answers))
        self._fold()

    def _told(self) -> str:
        suggestion = {
            Every.NEVER: "",
            Every.WEEKLY: self.tr("meant for about once a week"),
            Every.FORTNIGHTLY: self.tr("meant for about every two weeks"),
            Every.MONTHLY: self.tr("meant for about once a month"),
            Every.EACH_SESSION: self.tr("meant for each session"),
        }[self.kept.measure.every]
        when = self.tr("Not answered yet")
        if self._latest is not None:
            day = date_in_words(self._latest.answered_at.date())
            when = self.tr("Answered on {day}").format(day=day)
        return " · ".join(it for it in (when, suggestion) if it)

    def _act(self, row: WordsAndActs, text: str, do: object) -> QPushButton:
        made = button(text, do, "chip")  # type: ignore[arg-type]
        made.setAccessibleName(f"{text}: {self.kept.measure.title}")
        row.add_act(of_file(made, self.kept.measure))
        return made

    def _fold(self) -> None:
        shown = self.history.isChecked() and not self.history.isHidden()
        self.history.setIcon(icon("chevron-up" if shown else "chevron-down"))
        self.bands.setVisible(shown and any(it.bands for it in self.kept.measure.scales))
        for part in (self.key, self._below):
            part.setVisible(shown)
        if not shown:
            for card in self.charts.values():
                card.hide()
            return
        for panel in self._panels():
            if panel.name not in self.charts:
                self.charts[panel.name] = ChartCard(self._background, self)
                self._past.addWidget(self.charts[panel.name])
            self.charts[panel.name].show_picture(panel_picture(panel, window_voice()))
            self.charts[panel.name].show()

    def _correct(self) -> None:
        if self._latest is not None:
            self.correct_wanted.emit(self._latest)
