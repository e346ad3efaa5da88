"""The list of the worksheet's sections, with a mark at each that says how far it is."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QListWidget, QListWidgetItem

from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.closing import ClosingSection, Section
from therapy_diary.reports.pages.worksheet import SheetSection, Worksheet

WIDTH = 216  # pixels at 100 % text
LEAST_BESIDE = 340  # for what stands beside the list; where there is less room, it stands below
AROUND = 80
ROWS_ABOVE = 4  # of the list where the rest stands below it


class SectionList(QObject):
    """Fills, marks and places a list; which section is chosen is the list's own matter."""

    def __init__(self, rows: QListWidget, panes: QBoxLayout, theme: Theme) -> None:
        super().__init__(rows)
        self._rows, self._panes, self._theme = rows, panes, theme

    def sections(self) -> list[Section]:
        """The sections listed, in order."""
        return [
            Section(self._rows.item(it).data(Qt.ItemDataRole.UserRole)) for it in range(self._rows.count())
        ]

    def fill(self, page: Worksheet, chosen: Section) -> Section:
        """List the sections of a page, and say which is then chosen: the same, where the page has it."""
        here = [it.section for it in page.sections]
        if self.sections() == here:
            return chosen
        self._rows.blockSignals(True)
        self._rows.clear()
        for it in page.sections:
            item = QListWidgetItem(it.short)
            item.setData(Qt.ItemDataRole.UserRole, it.section)
            self._rows.addItem(item)
        chosen = chosen if chosen in here else here[0]
        self._rows.setCurrentRow(here.index(chosen))
        self._rows.blockSignals(False)
        return chosen

    def mark(self, page: Worksheet, written: Mapping[Section, ClosingSection]) -> None:
        """A pencil beside the person's own words, an eye where something waits to be seen, another for what stays off."""
        told = {
            "pencil": self.tr("{section}, with your words"),
            "eye": self.tr("{section}, with lines from the diary to look at"),
            "eye-off": self.tr("{section}, not on this page"),
            "minus": self.tr("{section}, still empty"),
        }
        for row, section in enumerate(self.sections()):
            item, mark = self._rows.item(row), _mark(page.section(section), written.get(section))
            item.setIcon(icon(mark, "accent" if mark in ("pencil", "eye") else "text3"))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told[mark].format(section=item.text()))

    def place(self, width: int) -> None:
        """Beside the rest and whole, or above it and short, by the width of the page."""
        tokens, rows = self._theme.tokens(), self._rows
        count, side = rows.count(), tokens.size("icon") - 2
        rows.setIconSize(QSize(side, side))
        beside = width - AROUND >= tokens.scaled(WIDTH + LEAST_BESIDE)
        directions = QBoxLayout.Direction
        self._panes.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        if beside:
            rows.setFixedWidth(tokens.scaled(WIDTH))
        else:
            rows.setMinimumWidth(0)
            rows.setMaximumWidth(width)
        shown = count if beside else min(count, ROWS_ABOVE)
        rows.setFixedHeight(sum(rows.sizeHintForRow(it) for it in range(shown)) + 6)
        rows.scrollToItem(rows.currentItem())


def _mark(section: SheetSection, mine: ClosingSection | None) -> str:
    if not section.in_print:
        return "eye-off"
    if section.has_unseen:
        return "eye"
    return "pencil" if mine is not None and mine.my_text.strip() else "minus"
