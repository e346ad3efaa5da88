"""The three small panels: an open goal, how it was between the two, one questionnaire; the last answers and one sentence each."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapy_diary.desktop.background import shared_background
from therapy_diary.domain.therapy import Therapy
from therapy_diary.insight.small_panel import SmallPanel
from therapy_diary.reports.charts.small_panels import SmallPanels
from therapy_diary.views.column_page import clear
from therapy_diary.views.half_given import keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.records import small_panels_of
from therapy_diary.views.room import words
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.dot_line import DotLine
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.menu_tool import MenuTool
from therapy_diary.widgets.notice import Notice

GOAL, SCALE = "goal", "scale"
LOW = 2.2  # times the height of the letters, for the dots: three stand one above the other


class PanelsCard(Card):
    """Judges the answers beside the window, which takes a moment where there are many. Hidden while there are none."""

    shown = Signal()
    """The panels are there, or are known not to be."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._work: SmallPanels | None = None  # what is wanted
        self._drawn: SmallPanels | None = None  # what is shown
        self.panels: tuple[SmallPanel, ...] = ()
        self._background = shared_background("panels")
        column = self.column(4)
        column.setContentsMargins(20, 12, 20, 12)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.hide()

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what was answered, unless numbers are to be hidden."""
        diary = self._desk.diary
        if diary.choices.is_quiet:
            self._work = self._drawn = None
            self._show_panels(())
            return
        work = small_panels_of(diary, therapy, self._desk.now().date())
        if work == self._work:
            return
        self._work, voice = work, window_voice()
        self._background.run(lambda: work.made(voice), partial(self._made, work), for_whom=self)

    def is_drawn(self) -> bool:
        """Whether what is shown is what the diary holds."""
        return self._work is self._drawn

    def _made(self, work: SmallPanels, panels: tuple[SmallPanel, ...]) -> None:
        if work is self._work:
            self._drawn = work
            self._show_panels(panels)

    def _show_panels(self, panels: tuple[SmallPanel, ...]) -> None:
        self.panels = panels
        clear(self._rows)
        for it in panels:
            self._rows.addWidget(self._row(it))
        self.setVisible(bool(panels))
        self.shown.emit()

    def _row(self, panel: SmallPanel) -> QWidget:
        """Its title and its dots beside each other, and below them what may be said."""
        row = QWidget(self)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        title = ElidedLabel(row)
        title.setProperty("role", "label")
        title.setText(panel.title)
        dots = DotLine(panel.low, panel.high, row, height=LOW)
        dots.show_numbers(panel.given, hollow=panel.hollow, breaks=panel.breaks)
        head.addWidget(title, 3)
        if panel.others:
            head.addWidget(self._chooser(panel, row))
        head.addWidget(dots, 2)
        column.addLayout(head)
        column.addWidget(words(panel.sentence, "caption", row))
        return row

    def _chooser(self, panel: SmallPanel, row: QWidget) -> MenuTool:
        """What else could stand here."""
        chooser = MenuTool("chevron-down", self.tr("Show another"), panel.title, row)
        for name, title in panel.others:
            act = chooser.offer(title, partial(self._choose, name))
            act.setCheckable(True)
            act.setChecked(name == panel.name)
        return chooser

    def _choose(self, name: str) -> None:
        kind = GOAL if name.startswith(GOAL) else SCALE
        keep_or_say(self._desk.diary, lambda: self._desk.diary.choices.choose_panel(kind, name), self.trouble)
