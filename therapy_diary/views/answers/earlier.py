"""The earlier answers to the checklist as a plain table: eight questions down, the days across."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QSizePolicy, QTableWidget, QTableWidgetItem

from therapy_diary.domain.checklist import ChecklistAnswers
from therapy_diary.domain.questions import Question, QuestionSet
from therapy_diary.views.days import compact_date, day_in_words

MARK = "…"  # behind an answer that has a line of words


class EarlierAnswers(QObject):
    """Fills the table, and says below it what stands in the chosen place."""

    def __init__(self, table: QTableWidget, cell: QLabel, questions: QuestionSet) -> None:
        super().__init__(table)
        self._table = table
        self._cell = cell
        self._questions = questions
        self._days: list[date] = []
        table.currentCellChanged.connect(self._tell_cell)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setHighlightSections(False)

    def show(self, given: Sequence[ChecklistAnswers]) -> None:
        """Show these, the latest first."""
        table, questions = self._table, self._questions.questions
        latest_first = sorted(given, key=lambda it: it.answered_on, reverse=True)
        self._days = [it.answered_on for it in latest_first]
        table.clear()
        table.setRowCount(len(questions))
        table.setColumnCount(len(latest_first))
        table.setVerticalHeaderLabels([it.short for it in questions])
        table.setHorizontalHeaderLabels([compact_date(it.answered_on) for it in latest_first])
        for row, question in enumerate(questions):
            for column, answers in enumerate(latest_first):
                table.setItem(row, column, self._item(question, answers))
        self._cell.setText(self.tr("Choose an answer to read the whole question and your line."))
        self.fit()

    def go_to(self, key: str, day: date) -> None:
        """Choose the answer to a question on a day, if it is there."""
        keys = [it.key for it in self._questions.questions]
        if key in keys and day in self._days:
            self._table.setCurrentCell(keys.index(key), self._days.index(day))
            self._table.setFocus()

    def fit(self) -> None:
        """Be as tall as the eight questions are."""
        table = self._table
        table.resizeRowsToContents()
        bar = table.horizontalScrollBar().sizeHint().height()
        table.setFixedHeight(
            table.verticalHeader().length() + table.horizontalHeader().sizeHint().height() + bar
        )

    def _item(self, question: Question, answers: ChecklistAnswers) -> QTableWidgetItem:
        given = answers.answers.get(int(question.key))
        words, line = "", ""
        if given is not None:
            is_number = given.answer is not None
            words = self._questions.answers[given.answer or 0] if is_number else self._questions.no_answer
            words, line = ("" if given.words and not is_number else words), given.words
        item = QTableWidgetItem(f"{words} {MARK}".strip() if line else words)
        told = [day_in_words(answers.answered_on), question.text, words or self.tr("No answer.")]
        item.setData(Qt.ItemDataRole.UserRole, "\n".join([*told, *([line] if line else [])]))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join([*told, *([line] if line else [])]))
        return item

    def _tell_cell(self, row: int, column: int) -> None:
        item = self._table.item(row, column)
        if item is not None:
            self._cell.setText(str(item.data(Qt.ItemDataRole.UserRole)))
