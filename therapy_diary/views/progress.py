"""The person's own answers over time: small panels on one axis of time, and below them three charts in detail."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from therapy_diary.desktop.background import charts_background
from therapy_diary.desktop.in_turns import InTurns, Late
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

    turns: InTurns
    cards = Late[dict[str, ChartCard]]()
    """The charts in detail, by their names."""

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
        self._made: dict[str, Panel] = {}  # what the panels show
        self._panel_cards: dict[str, ChartCard] = {}  # those that are there
        self._detail_cards: dict[str, ChartCard] = {}  # likewise
        self._panels, self._details = QVBoxLayout(), QVBoxLayout()
        for cards in (self._panels, self._details):
            cards.setSpacing(14)
        self.column.addLayout(self._panels)
        self._detail = words(self.tr("Session by session"), "h2", self)
        self._detail.hide()
        self.column.addWidget(self._detail)
        self.column.addLayout(self._details)
        self.column.addStretch(1)
        self._has_read = False
        for part in (self._span_row, self.panel_key):
            part.hide()  # until it is known whether there is something to show
        self._shown: ChartRecords | None = None
        self._panels_shown: tuple[PanelRecords | None, date | None] | None = None
        self.turns = InTurns(self, self._pieces())

    @property
    def panels(self) -> dict[str, ChartCard]:
        """The small panels, by their names, from top to bottom."""
        self.turns.make_all()
        return {it: self._panel_cards[it] for it in self._made}

    def refresh(self) -> None:
        """Draw what the diary holds now, unless that is what is drawn."""
        if not self._has_read:
            return  # all that was ever answered is much to read: that is a piece of its own
        therapy = self.desk.diary.therapies.current()
        records = chart_records_of(self.desk.diary, therapy)
        today = self.desk.now().date()
        of_panels = None if therapy is None else panel_records_of(self.desk.diary, therapy, today)
        if records == self._shown and (of_panels, self.since()) == self._panels_shown:
            return
        self._panels_shown = of_panels, self.since()
        if records != self._shown:
            self._shown = records
            for name, card in self._detail_cards.items():
                self._show_detail(name, card)
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
        self._made = {it.name: it for it in made}
        for name in [it for it in self._panel_cards if it not in self._made]:
            gone = self._panel_cards.pop(name)
            self._panels.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for it in made:
            if self.turns.is_whole or it.name in self._panel_cards:
                self._show_panel(it)
        order = [card for it in made if (card := self._panel_cards.get(it.name)) is not None]
        if list(widgets_in(self._panels)) != order:
            for card in order:
                self._panels.removeWidget(card)
            for card in order:
                self._panels.addWidget(card)
        self._span_row.setVisible(self._has_panels())
        self._detail.setVisible(self._has_panels() and self.turns.is_whole)
        self.panel_key.setVisible(bool(made))

    def _has_panels(self) -> bool:
        return bool(self._made) or self.span.currentData() != "whole"

    def _show_panel(self, panel: Panel) -> None:
        card = self._panel_cards.get(panel.name)
        if card is None:
            card = self._panel_cards[panel.name] = ChartCard(self._background, self.area.widget())
            names = [*self._made]
            above = names[: names.index(panel.name)]
            self._panels.insertWidget(sum(it in self._panel_cards for it in above), card)
            below = (self._panel_cards.get(it) for it in names[len(above) + 1 :])
            card.stackUnder(
                next((it for it in below if it), self._detail)
            )  # so it is read aloud in its place
        card.show_picture(panel_picture(panel, window_voice()))

    def _show_detail(self, name: str, card: ChartCard) -> None:
        if self._shown is not None:
            card.show_picture(picture(name, self._shown, window_voice()), by_rows=name == "goals")

    def _pieces(self) -> Iterator[None]:
        """What the diary holds, then one card after the other, from the top."""
        self._has_read = True
        self.refresh()
        yield
        yield from self._missing_panels()
        self._detail.setVisible(self._has_panels())
        for name in CHARTS:
            card = self._detail_cards[name] = ChartCard(self._background, self.area.widget())
            self._details.addWidget(card)
            self._show_detail(name, card)
            yield
        yield from self._missing_panels()  # those that came meanwhile
        self.cards = self._detail_cards
        self._detail.setVisible(self._has_panels())
        self.order_tabs()

    def _missing_panels(self) -> Iterator[None]:
        while (missing := [it for it in self._made if it not in self._panel_cards]) != []:
            self._show_panel(self._made[missing[0]])
            yield
