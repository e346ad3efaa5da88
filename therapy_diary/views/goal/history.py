"""What a goal went through: its wordings with their days and reasons, and under each aim how the numbers went."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.domain.goal import HIGHEST, LOWEST, ChangeKind, Goal, GoalWording
from therapy_diary.insight.goal_progress import GoalLine, goal_lines
from therapy_diary.reports.charts.course import Course, course
from therapy_diary.storage.diary import Diary
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.voice import window_voice
from therapy_diary.widgets.dot_line import DotLine
from therapy_diary.widgets.words_label import words_label


class GoalHistory(QWidget):
    """The newest aim first; within an aim the newest words first. Read when it is opened."""

    def __init__(self, diary: Diary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._diary = diary
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(4)

    def show_goal(self, goal: Goal) -> None:
        """Tell the goal's history as the diary has it now."""
        clear(self._column)
        sessions, milestones = self._diary.sessions.of(goal.therapy), self._diary.milestones.of(goal.therapy)
        over = course(sessions, milestones, window_voice())
        for line in reversed(goal_lines(goal, self._diary.goals.ratings_of(goal.id))):
            for wording in reversed(line.wordings):
                self._tell_wording(wording)
            self._tell_numbers(line, over)

    def _tell_wording(self, wording: GoalWording) -> None:
        kind = {
            ChangeKind.FIRST: self.tr("First written"),
            ChangeKind.CLEARER_WORDS: self.tr("Clearer words"),
            ChangeKind.NEW_AIM: self.tr("A new aim"),
        }[wording.change_kind]
        when = words_label(f"{kind} · {date_in_words(wording.valid_from)}", "caption", self)
        self._column.addWidget(when)
        self._column.addWidget(along(wording.wording, "label", self))
        if wording.why:
            self._column.addWidget(along(wording.why, "sub", self))

    def _tell_numbers(self, line: GoalLine, over: Course) -> None:
        """The numbers as dots, and in words for whoever cannot see them."""
        if line.ratings:
            dots = DotLine(LOWEST, HIGHEST, self)
            breaks = over.shaded(line.ratings[0].rated_on, line.ratings[-1].rated_on)
            dots.show_numbers([(it.rated_on, it.value) for it in line.ratings], breaks=breaks)
            dots.setAccessibleName(self._numbers(line))
            self._column.addWidget(dots)
        self._column.addWidget(words_label(self._numbers(line), "caption", self))

    def _numbers(self, line: GoalLine) -> str:
        """The numbers of one aim: all of them while they are few, else then and now."""
        seen = line.comparison
        if not line.ratings:
            return self.tr("No number was given for these words.")
        if seen.first is None or seen.latest is None:
            given = ", ".join(QLocale().toString(it.value) for it in line.ratings)
            return self.tr("Numbers so far: {given}").format(given=given)
        first, latest = (QLocale().toString(float(it), "g", 3) for it in (seen.first, seen.latest))
        words = self.tr("From about {first} (first three) to about {latest} (latest three)")
        return words.format(first=first, latest=latest)
