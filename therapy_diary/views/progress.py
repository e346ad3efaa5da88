"""The page with the person's own answers over time: three charts, each with one sentence and a table."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.background import Background
from therapy_diary.forms.progress import Ui_Progress
from therapy_diary.reports.charts.catalogue import CHARTS, ChartRecords, picture
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.records import chart_records_of
from therapy_diary.views.voice import window_voice


class ProgressPage(Page):
    """Draws what was answered, and no more: gaps stay gaps, and no number stands for the person."""

    name: ClassVar[str] = "progress"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.form = Ui_Progress()
        self.form.setupUi(self)
        self.setObjectName(self.name)
        self.form.heading.set_title(self.tr("Progress"))
        self.form.heading.set_sub(
            self.tr("Your own answers, over the sessions. A gap is where nothing was answered.")
        )
        application = QCoreApplication.instance()
        self._background = Background(
            application
        )  # not the page's own: a page must not wait for a thread to end
        if application is not None:
            application.aboutToQuit.connect(self._background.close)
        self.cards = {name: ChartCard(self._background, self) for name in CHARTS}
        for card in self.cards.values():
            self.form.cards.addWidget(card)
        ReadableWidth(desk.theme, self, self.form.column)
        self._shown: ChartRecords | None = None

    def refresh(self) -> None:
        """Draw what the diary holds now, unless that is what is drawn."""
        records = chart_records_of(self.desk.diary, self.desk.diary.therapies.current())
        if records == self._shown:
            return
        self._shown = records
        for name, card in self.cards.items():
            card.show_picture(picture(name, records, window_voice()), follows_pointer=name != "goals")
