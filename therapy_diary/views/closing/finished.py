"""The pages of a finished ending: to be read, printed again, and opened again. Nothing on them changes any more."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.sheet import Sheet
from therapy_diary.domain.closing import Audience, Section, Snapshot
from therapy_diary.domain.found import FoundOnPage
from therapy_diary.reports.pages.road_chart import RoadChart
from therapy_diary.reports.pages.snapshot import BadSnapshot, FrozenPages, thawed
from therapy_diary.reports.pages.worksheet import SheetSection, Worksheet, goal_line
from therapy_diary.views.closing.audience import AUDIENCES, AudienceRow
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.sheets import worksheet_file, worksheet_sheet
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.heading import Heading
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.paper_bar import PaperBar


class FinishedRoom(QWidget):
    """Shows one finish at a time, the newest first, as it stood for one audience."""

    open_again = Signal()
    back = Signal()
    """To the worksheet that is being written on, or to the questions before it."""
    goes_on = Signal()
    """The therapy is not over after all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshots: Sequence[Snapshot] = ()
        self._pages: FrozenPages | None = None
        self._texts: dict[Section, list[QLabel]] = {}  # what stands in each section of the page in view
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 32, 40, 20)
        column.setSpacing(14)
        self.heading = Heading(self)
        self.heading.set_title(self.tr("Ending"))
        column.addWidget(self.heading)
        self.notice = Notice(self)
        column.addWidget(self.notice)
        self.which = QComboBox(self)
        self.which.setAccessibleName(self.tr("Finished on"))
        self.which.activated.connect(self._choose)
        in_a_row(column, self.which)
        self.audience = AudienceRow(self.tr("These pages are"), self)
        self.audience.turned.connect(self._show_page)
        column.addWidget(self.audience)
        self.card = Card(self)
        self._lines = self.card.column(6)
        column.addWidget(self.card)
        self.open = button(self.tr("Open it again"), self.open_again.emit)
        self.go_back = button(self.tr("Back"), self.back.emit)
        self.go_on = button(self.tr("The therapy goes on"), self.goes_on.emit, "ghost")
        in_a_row(column, self.open, self.go_back, self.go_on)
        self.bar = PaperBar(self)
        self.bar.offer(self._sheet, self._file)
        self.bar.offer_large()
        column.addWidget(self.bar)
        column.addStretch(1)

    def show_snapshots(self, snapshots: Sequence[Snapshot], *, writing: bool) -> None:
        """Show what was finished; writing says that the ending was opened again or taken back since."""
        if snapshots != self._snapshots:
            self._snapshots = snapshots
            self.which.clear()
            for it in reversed(snapshots):
                told = self.tr("Finished on {date}").format(date=date_in_words(it.finished_on))
                number = self.tr("{finished} ({number})").format(finished=told, number=it.number)
                self.which.addItem(number if len(snapshots) > 1 else told, it.number)
            self.which.setVisible(len(snapshots) > 1)
            self._choose()
        self.open.setVisible(not writing)
        self.go_on.setVisible(not writing)
        self.go_back.setVisible(writing)

    def show_found(self, found: FoundOnPage) -> None:
        """Show the page that holds words a search found, with the first of them selected and in view."""
        row = self.which.findData(found.number)
        if row < 0:
            return  # deleted since
        self.which.setCurrentIndex(row)
        self.audience.choose(AUDIENCES.index(Audience(found.audience)))
        self._choose()
        texts = self._texts.get(Section(found.section), [])
        wanted = [found.passage.text[start : start + length] for start, length in found.passage.marks[:1]]
        holds = [(it, it.text().find(word)) for word in wanted for it in texts if word in it.text()]
        first = holds[0][0] if holds else next(iter(texts), None)
        if first is not None:
            first.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            for label, place in holds[:1]:
                label.setSelection(place, len(wanted[0]))
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, first, lambda: _bring_into_view(first))  # once it has its place

    def page(self) -> Worksheet | None:
        """The page in view, None when it cannot be read."""
        return None if self._pages is None else self._pages.pages.get(self.audience.audience())

    def _choose(self) -> None:
        snapshot = next((it for it in self._snapshots if it.number == self.which.currentData()), None)
        if snapshot is None:
            return
        told = self.tr("Finished on {date}").format(date=date_in_words(snapshot.finished_on))
        self.heading.set_sub(told)
        try:
            self._pages = thawed(snapshot.pages)
        except BadSnapshot:
            self._pages = None
            self.notice.say(self.tr("These pages cannot be read by this version of the program."), Tone.MIND)
        else:
            self.notice.say(
                self.tr("So the pages stood on that day. Later changes in the diary leave them alone.")
            )
        self._show_page()

    def _show_page(self) -> None:
        clear(self._lines)
        self._texts = {}
        page = self.page()
        self.card.setVisible(page is not None)
        self.bar.setVisible(page is not None)
        if page is None:
            return
        self._lines.addWidget(along(page.title, "h2", self.card))
        for section in page.printed:
            self._show_section(section, page)
        self._lines.addWidget(along(page.footer, "caption", self.card))

    def _show_section(self, section: SheetSection, page: Worksheet) -> None:
        if section.ruled and not (section.lines or section.goals or section.my_text.strip()):
            return  # lines to write on by hand are for paper
        self._lines.addSpacing(8)
        self._lines.addWidget(words(section.title, "h3", self.card))
        for line in section.lines:
            text = f"{line.aside}  \u2068{line.text}\u2069" if line.aside else line.text
            self._add(section, text, "sub")
        for goal in section.goals:
            self._add(section, goal_line(goal, page.words), "sub")
        if section.chart and self._pages is not None and self._pages.chart is not None:
            self._add(section, self._pages.chart.sentence, "caption")
        if section.my_text.strip():
            self._add(section, section.my_text, "")

    def _add(self, section: SheetSection, text: str, role: str) -> None:
        label = along(text, role, self.card)
        self._lines.addWidget(label)
        self._texts.setdefault(section.section, []).append(label)

    def _made(self) -> tuple[Worksheet, RoadChart | None]:
        page = self.page()
        if page is None or self._pages is None:
            raise RuntimeError("the bar is hidden while there is no page")
        return page, self._pages.chart

    def _sheet(self, paper: Paper) -> Sheet:
        page, chart = self._made()
        return worksheet_sheet(page, paper, chart, large=self.bar.wants_large())

    def _file(self) -> str:
        return worksheet_file(*self._made())


def _bring_into_view(label: QLabel) -> None:
    """Scroll so far that it stands below the top of what is in view."""
    area = label.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        area.ensureWidgetVisible(label, 0, area.viewport().height() // 3)
