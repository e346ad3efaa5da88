"""What I meant to try, and what I noticed: the part of the page before a session that goes with the approach."""

import functools
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.pattern import Pattern, PatternMoment
from therapy_diary.domain.task import Outcome, Task
from therapy_diary.domain.therapy import Approach, Therapy
from therapy_diary.insight.review import MEANT_SHOWN
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import compact_date
from therapy_diary.views.half_given import keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, words
from therapy_diary.views.work.words import outcome_in_words, place_in_words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.menu_tool import MenuTool
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.words_and_acts import WordsAndActs

NARROW = 12  # times the height of the letters: one small button stands beside any words
OFFERED = (Outcome.TRIED, Outcome.DONE, Outcome.LET_GO)


class MeantCard(Card):
    """Two halves, each behind its title: what goes with the approach is open, the other one key away."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._therapist = ""
        self._read: tuple[list[Task], list[Pattern], list[PatternMoment], str] | None = None
        self._approach: Approach | None = None
        column = self.column(6)
        column.setContentsMargins(20, 8, 20, 8)
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self._halves = QVBoxLayout()
        self._halves.setSpacing(8)
        column.addLayout(self._halves)
        self.tasks = button(self.tr("What I meant to try"), self._fold, "link")
        self.patterns = button(self.tr("Patterns I noticed"), self._fold, "link")
        titles = QWidget(self)
        self._titles = FlowLayout(titles, spacing=10)
        self._halves.addWidget(titles)
        self._tasks, self._patterns = (self._half(it) for it in (self.tasks, self.patterns))
        self.hide()

    def show_therapy(self, therapy: Therapy) -> None:
        """Show at most three of each; hidden while there is none."""
        diary = self._desk.diary
        tasks = diary.tasks.open(therapy.id)[-MEANT_SHOWN:]
        patterns = diary.patterns.of(therapy.id)[-MEANT_SHOWN:]
        moments = diary.patterns.moments_of(therapy.id)
        if therapy.approach is not self._approach:
            self._follow(therapy.approach)
        read = tasks, patterns, moments, therapy.therapist_name
        if read != self._read:
            self._read, self._therapist = read, therapy.therapist_name
            self._fill(tasks, patterns, moments)
        self._fold()
        self.setVisible(bool(tasks or patterns))

    def _follow(self, approach: Approach) -> None:
        """What goes with the approach comes first and open; where both do, or nothing is known, both are folded."""
        self._approach = approach
        order = [(self.tasks, self._tasks), (self.patterns, self._patterns)]
        if approach is Approach.DYNAMIC:
            order.reverse()
        for title, half in order:
            title.setChecked(approach is (Approach.FOCUSED if title is self.tasks else Approach.DYNAMIC))
            self._titles.removeWidget(title)
            self._titles.addWidget(title)
            self._halves.removeWidget(half)
            self._halves.addWidget(half)

    # pieces

    def _half(self, title: QPushButton) -> QWidget:
        """What its title unfolds."""
        title.setCheckable(True)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._halves.addWidget(holder)
        return holder

    def _fill(self, tasks: list[Task], patterns: list[Pattern], moments: list[PatternMoment]) -> None:
        for holder in (self._tasks, self._patterns):
            if (column := holder.layout()) is not None:
                clear(column)
        for task in tasks:
            self._add(self._tasks, self._task(task))
        for pattern in patterns:
            seen = [it for it in moments if it.pattern == pattern.id]
            self._add(self._patterns, self._pattern(pattern, seen))

    @staticmethod
    def _add(holder: QWidget, row: QWidget) -> None:
        if (column := holder.layout()) is not None:
            column.addWidget(row)

    def _task(self, it: Task) -> QWidget:
        row = WordsAndActs(self._tasks, least_words=NARROW)
        row.words.addWidget(along(it.wording, "label", row))
        if it.outcome is not Outcome.OPEN:
            row.words.addWidget(words(outcome_in_words(it.outcome), "caption", row))
        said = {
            Outcome.TRIED: self.tr("Tried"),
            Outcome.DONE: self.tr("Done"),
            Outcome.LET_GO: self.tr("Let go"),
        }
        went = MenuTool("ellipsis", self.tr("How it went"), it.wording, row)
        for outcome in OFFERED:
            if outcome is not it.outcome:
                went.offer(said[outcome], functools.partial(self._mark, it, outcome))
        row.add_act(went)
        return row

    def _pattern(self, it: Pattern, seen: list[PatternMoment]) -> QWidget:
        row = WordsAndActs(self._patterns)
        row.words.addWidget(along(it.name, "label", row))
        if seen:
            last = seen[-1]
            where = place_in_words(last.place, self._therapist)
            told = [compact_date(last.seen_on), where, *([last.words] if last.words else [])]
            line = ElidedLabel(row)
            line.setProperty("role", "caption")
            line.setText(" · ".join(f"\u2068{it}\u2069" for it in told))
            row.words.addWidget(line)
        return row

    def _fold(self) -> None:
        has_tasks, has_patterns = (
            bool(column is not None and column.count())
            for column in (self._tasks.layout(), self._patterns.layout())
        )
        for title, holder, has_any in (
            (self.tasks, self._tasks, has_tasks),
            (self.patterns, self._patterns, has_patterns),
        ):
            title.setVisible(has_any)
            title.setIcon(icon("chevron-up" if title.isChecked() else "chevron-down", "accent"))
            holder.setVisible(has_any and title.isChecked())

    def _mark(self, it: Task, outcome: Outcome) -> None:
        diary, marked = self._desk.diary, replace(it, outcome=outcome)
        if keep_or_say(diary, lambda: diary.tasks.save(marked), self.trouble):
            self.said.emit(self.tr("Marked: {outcome}.").format(outcome=outcome_in_words(outcome)))
