"""What opens below the row of chips, one at a time: the tags, the days, how to search."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from therapy_diary.views.finding.filters import DAY, HOW_TO, TAG, Filters
from therapy_diary.views.finding.timeline_list import OF_NOTES, Shown, TimelineModel
from therapy_diary.views.page import Desk

if TYPE_CHECKING:  # at run time each comes as it is first opened
    from therapy_diary.views.finding.month import DayMarks
    from therapy_diary.views.finding.panel import Panel


class Panels(QWidget):
    """Each is built when it is first opened. The chip that opened it puts it away, and so does Esc."""

    changed = Signal()
    """Something was opened, or put away."""

    def __init__(self, desk: Desk, model: TimelineModel, filters: Filters, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model, self._filters = desk, model, filters
        self._made: dict[str, Callable[[], Panel]] = {
            TAG: self._tag_panel,
            DAY: self._day_panel,
            HOW_TO: self._how_to_panel,
        }
        self._built: dict[str, Panel] = {}
        self._open: Panel | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        filters.opened.connect(self._open_or_close)
        filters.narrowed.connect(self._follow)
        self.hide()

    def show_searching(self, *, searching: bool) -> None:
        """Put away what does not belong to a search, or what belongs to nothing else."""
        if self._open is not None and (self._open.name == HOW_TO) is not searching:
            self.close_panel()

    def close_panel(self) -> None:
        """Put away what is open, with the keyboard back on its chip."""
        if self._open is None:
            return
        panel, self._open = self._open, None
        focus = QApplication.focusWidget()
        if focus is not None and panel.isAncestorOf(focus):
            self._filters.openers[panel.name].setFocus()
        panel.hide()
        self.hide()
        self._filters.show_open("")
        self.changed.emit()

    def _open_or_close(self, name: str) -> None:
        was = self._open
        self.close_panel()
        if was is not None and was.name == name:
            return
        self._open = panel = self._panel(name)
        self._follow()
        self.show()
        panel.show()
        self._filters.show_open(name)
        self.changed.emit()
        panel.open()

    @property
    def is_open(self) -> bool:
        """Whether something is."""
        return self._open is not None

    def _panel(self, name: str) -> "Panel":
        if name not in self._built:
            panel = self._made[name]()
            panel.left.connect(self.close_panel)
            self._column.addWidget(panel)
            self._built[name] = panel
        return self._built[name]

    def _tag_panel(self) -> "Panel":
        from therapy_diary.views.finding.tag_panel import TagPanel

        tags = TagPanel(self._desk.diary, self)
        tags.chosen.connect(self._take_tag)
        tags.renamed.connect(self._take_tag)
        return tags

    def _day_panel(self) -> "Panel":
        from therapy_diary.views.finding.month import DayPanel

        days = DayPanel(self._marks, lambda: self._desk.now().date(), self)
        days.chosen.connect(self._take_day)
        return days

    def _how_to_panel(self) -> "Panel":
        from therapy_diary.views.finding.how_to import HowToPanel

        return HowToPanel(self)

    def _take_tag(self, tag: str) -> None:
        self.close_panel()
        now = self._filters.now
        shown = now.shown if now.shown in OF_NOTES else Shown.ALL  # only notes have tags
        self._filters.choose(replace(now, shown=shown, tag=tag))

    def _take_day(self, day: date) -> None:
        self.close_panel()
        self._filters.choose(replace(self._filters.now, until=day))

    def _follow(self) -> None:
        """Let what is open show what is chosen."""
        if self._open is not None:
            self._open.follow(self._filters.now)

    def _marks(self, first: date, last: date) -> "dict[date, DayMarks]":
        """What there is of these days."""
        from therapy_diary.views.finding.month import DayMarks

        therapy = self._desk.diary.therapies.current()
        if therapy is None:
            return {}
        begin, end = datetime.combine(first, datetime.min.time()), datetime.combine(last, datetime.max.time())
        held = [it for it in self._model.sessions.values() if it.is_held and begin <= it.starts_at <= end]
        ratings = self._desk.diary.alliance_ratings
        rated = {it.starts_at.date() for it in held if ratings.at(it.id) is not None}
        met = {it.starts_at.date() for it in held}
        written = self._desk.diary.notes.days_between(therapy.id, first, last)
        return {
            day: DayMarks(session=day in met, rated=day in rated, note=day in written)
            for day in met | written
        }
