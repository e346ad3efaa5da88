"""The person's own answers over time: small panels on one axis of time, and below them three charts in detail."""

from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from therapy_diary.desktop.background import charts_background
from therapy_diary.reports.charts.catalogue import CHARTS, ChartRecords, picture
from therapy_diary.reports.charts.course import course
from therapy_diary.reports.charts.panel import Panel
from therapy_diary.reports.charts.panel_picture import panel_key, panel_picture
from therapy_diary.reports.charts.panels import PanelRecords, panels
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.column_page import ColumnPage, widgets_in
from therapy_diary.views.days import whole_year_format
from therapy_diary.views.page import Desk
from therapy_diary.views.records import chart_records_of, panel_records_of
from therapy_diary.views.room import words
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.date_fields import DayField, settle_fields
from therapy_diary.widgets.flow_layout import FlowLayout

SPANS = {"whole": 0, "quarter": 91, "half": 182, "year": 365, "own": -1}
"""What can be chosen, in days back from today; 0 is everything, -1 a day of one's own."""


class ProgressPage(ColumnPage):
    """Draws what was answered, and no more: gaps stay gaps, and no number stands for the person."""

    name: ClassVar[str] = "progress"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.heading.set_title(self.tr("Progress"))
        self.heading.set_sub(
            self.tr("Your own answers, over the sessions. A gap is where nothing was answered.")
        )
        self._background = charts_background()
        self._add_span()
        self.panel_key = words(panel_key(window_voice()), "caption", self)
        self.column.addWidget(self.panel_key)
        self.panels: dict[str, ChartCard] = {}
        self._panels = QVBoxLayout()
        self._panels.setSpacing(14)
        self.column.addLayout(self._panels)
        self._detail = words(self.tr("Session by session"), "h2", self)
        self.column.addWidget(self._detail)
        self.cards = {name: ChartCard(self._background, self) for name in CHARTS}
        for card in self.cards.values():
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._shown: ChartRecords | None = None
        self._panels_shown: tuple[PanelRecords | None, date | None] | None = None

    def refresh(self) -> None:
        """Draw what the diary holds now, unless that is what is drawn."""
        therapy = self.desk.diary.therapies.current()
        records = chart_records_of(self.desk.diary, therapy)
        today = self.desk.now().date()
        of_panels = None if therapy is None else panel_records_of(self.desk.diary, therapy, today)
        if records == self._shown and (of_panels, self.since()) == self._panels_shown:
            return
        self._panels_shown = of_panels, self.since()
        if records != self._shown:
            self._shown = records
            for name, card in self.cards.items():
                card.show_picture(picture(name, records, window_voice()), by_rows=name == "goals")
        self._show_panels(records, of_panels)
        self.order_tabs()

    def since(self) -> date | None:
        """From which day on the panels show; None for everything."""
        days = SPANS[self.span.currentData()]
        if days > 0:
            return self.desk.now().date() - timedelta(days=days)
        return self.day.day() if days < 0 else None

    # building

    def _add_span(self) -> None:
        self._span_row = QWidget(self)
        flow = FlowLayout(self._span_row, spacing=10)
        label = words(self.tr("Time shown"), "label", self._span_row)
        label.setWordWrap(False)
        self.span, self.day = QComboBox(self._span_row), DayField(self._span_row)
        for name, title in (
            ("whole", self.tr("The whole time")),
            ("quarter", self.tr("The last three months")),
            ("half", self.tr("The last six months")),
            ("year", self.tr("The last year")),
            ("own", self.tr("Since a day of my own")),
        ):
            self.span.addItem(title, name)
        self.span.setAccessibleName(self.tr("Time shown"))
        label.setBuddy(self.span)
        self.day.setDisplayFormat(whole_year_format())
        self.day.setAccessibleName(self.tr("Since this day"))
        begun = self.desk.now().date() - timedelta(days=SPANS["half"])
        self.day.show_day(begun)
        self.day.setVisible(False)
        for part in (label, self.span, self.day):
            flow.addWidget(part)
        settle_fields(self._span_row)
        self.span.activated.connect(lambda _: self._choose_span())
        self.day.dateChanged.connect(lambda _: self.refresh())
        self.column.addWidget(self._span_row)

    def _choose_span(self) -> None:
        self.day.setVisible(self.span.currentData() == "own")
        self.refresh()

    # the panels

    def _show_panels(self, records: ChartRecords, of_panels: PanelRecords | None) -> None:
        """One card for each panel, in their order; a card that is there stays."""
        voice = window_voice()
        made: tuple[Panel, ...] = ()
        if of_panels is not None:
            over = course(records.sessions, records.milestones, voice)
            made = panels(of_panels, over, voice, self.since())
        wanted = {it.name for it in made}
        for gone in [it for it in self.panels if it not in wanted]:
            card = self.panels.pop(gone)
            self._panels.removeWidget(card)
            card.hide()
            card.deleteLater()
        for it in made:
            card = self.panels.get(it.name) or ChartCard(self._background, self)
            self.panels[it.name] = card
            card.show_picture(panel_picture(it, voice))
        order = [self.panels[it.name] for it in made]
        if list(widgets_in(self._panels)) != order:
            for card in order:
                self._panels.removeWidget(card)
            for card in order:
                self._panels.addWidget(card)
        has_panels = bool(made) or self.span.currentData() != "whole"
        for part in (self._span_row, self._detail):
            part.setVisible(has_panels)
        self.panel_key.setVisible(bool(made))
