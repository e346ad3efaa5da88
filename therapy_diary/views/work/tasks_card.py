"""What was agreed to try, and what was learnt from it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.task import LONGEST_WORDING, Outcome, Task, TaskId
from therapy_diary.domain.therapy import Therapy
from therapy_diary.views.column_page import along, clear, widgets_in
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import HalfGiven, given_words, keep_or_say
from therapy_diary.views.page import Desk
from therapy_diary.views.room import button, in_a_row, words
from therapy_diary.views.work.words import outcome_in_words
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.words_and_acts import WordsAndActs

DRAFT = "task:new"
LEARNT = "task:learnt:"
OFFERED = (Outcome.TRIED, Outcome.DONE, Outcome.LET_GO)


class TasksCard(Card):
    """Open ones first; those that are done or let go lie folded below."""

    said = Signal(str)

    def __init__(self, desk: Desk, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._half = desk, half
        self._therapy: Therapy | None = None
        self._shown: list[Task] | None = None
        self.learnt: dict[TaskId, QLineEdit] = {}
        column = self.column(10)
        column.addWidget(words(self.tr("What I mean to try"), "h3", self))
        column.addWidget(
            words(
                self.tr("Something small between sessions. Trying is enough; so is letting go."), "sub", self
            )
        )
        self.trouble = Notice(self)
        column.addWidget(self.trouble)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(14)
        column.addLayout(self.rows)
        self._add_line(column)
        self.more = button(self.tr("Tried, done or let go"), self._fold, "link")
        self.more.setCheckable(True)
        in_a_row(column, self.more)
        self.past = QVBoxLayout()
        self.past.setSpacing(12)
        column.addLayout(self.past)

    def show_therapy(self, therapy: Therapy) -> None:
        """Show what the diary holds; what is half typed stays."""
        self._therapy = therapy
        draft = None if self.wording.text() else self._half.at(DRAFT)
        if draft is not None:
            self.wording.setText(given_words(draft, "wording"))
        tasks = self._desk.diary.tasks.of(therapy.id)
        if tasks == self._shown:
            return
        self._shown = tasks
        self.learnt = {}
        clear(self.rows)
        clear(self.past)
        for it in tasks:
            (self.rows if it.outcome is Outcome.OPEN else self.past).addWidget(self._row(it))
        self.more.setVisible(self.past.count() > 0)
        self._fold()

    # pieces

    def _add_line(self, column: QVBoxLayout) -> None:
        self.wording = QLineEdit(self)
        self.wording.setMaxLength(LONGEST_WORDING)
        self.wording.setPlaceholderText(self.tr("Something to try, in one line"))
        self.wording.setAccessibleName(self.tr("Something to try, in one line"))
        self.wording.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.wording.textEdited.connect(self._typed)
        self.wording.returnPressed.connect(self._add)
        self.add = button(self.tr("Add"), self._add, "primary")
        self.add.setIcon(icon("plus", "on_accent"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.wording, 1)
        row.addWidget(self.add)
        column.addLayout(row)

    def _row(self, it: Task) -> QWidget:
        row = WordsAndActs(self)
        row.words.addWidget(along(it.wording, "label", row))
        told = self.tr("since {day}").format(day=date_in_words(it.created_on))
        if it.outcome is not Outcome.OPEN:
            told = f"{outcome_in_words(it.outcome)} · {told}"
        row.words.addWidget(words(told, "caption", row))
        if it.outcome is not Outcome.OPEN:
            row.words.addWidget(self._learnt_field(it, row))
        for outcome in OFFERED:
            if outcome is not it.outcome:
                row.add_act(self._mark(it, outcome))
        if it.outcome is not Outcome.OPEN:
            again = button(self.tr("Open again"), lambda: self._save(it, Outcome.OPEN), "chip")
            again.setAccessibleDescription(it.wording)
            row.add_act(again)
        return row

    def _mark(self, it: Task, outcome: Outcome) -> QPushButton:
        said = {
            Outcome.TRIED: self.tr("Tried"),
            Outcome.DONE: self.tr("Done"),
            Outcome.LET_GO: self.tr("Let go"),
        }[outcome]
        made = button(said, lambda: self._save(it, outcome), "chip")
        made.setAccessibleDescription(it.wording)
        return made

    def _learnt_field(self, it: Task, holder: QWidget) -> QLineEdit:
        """What was learnt: kept with the task when it is entered, marked or left, and as a draft meanwhile."""
        field = self.learnt[it.id] = QLineEdit(holder)
        draft = self._half.at(f"{LEARNT}{it.uid}")
        field.setText(it.learnt if draft is None else given_words(draft, "learnt"))
        field.setPlaceholderText(self.tr("What I learnt from it"))
        field.setAccessibleName(self.tr("What I learnt from it"))
        field.setAccessibleDescription(it.wording)
        field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        field.textEdited.connect(
            lambda text: self._half.touch(
                f"{LEARNT}{it.uid}", None if text == it.learnt else {"learnt": text}
            )
        )
        field.returnPressed.connect(lambda: self._keep_learnt(it, field.text()))
        return field

    def _fold(self) -> None:
        shown = self.more.isChecked() and not self.more.isHidden()
        self.more.setIcon(icon("chevron-up" if shown else "chevron-down", "accent"))
        for row in widgets_in(self.past):
            row.setVisible(shown)

    # the person's acts

    def _typed(self, text: str) -> None:
        self._half.touch(DRAFT, {"wording": text} if text else None)

    def _add(self) -> None:
        wording = self.wording.text()
        if self._therapy is None or not wording.strip():
            self.wording.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        therapy, diary = self._therapy.id, self._desk.diary
        held = diary.sessions.held(therapy)

        def change() -> None:
            diary.tasks.add(
                therapy,
                wording.strip(),
                self._desk.now().date(),
                session=held[-1].id if held else None,
            )
            self._half.settle(DRAFT)

        self.wording.clear()  # before the diary tells this page, which leaves typed words alone
        if not self._keep(change):
            self.wording.setText(wording)
            self._typed(wording)
            return
        self.wording.setFocus(Qt.FocusReason.OtherFocusReason)
        self.said.emit(self.tr("Kept."))

    def keep(self) -> None:
        """Keep what was learnt with its task, as the page is left. Raises StorageError."""
        tasks = {it.id: it for it in self._shown or []}
        changed = {
            task: field.text() for task, field in self.learnt.items() if field.text() != tasks[task].learnt
        }
        if changed:
            with self._desk.diary.change():
                for task, learnt in changed.items():
                    self._put_learnt(tasks[task], learnt)

    def _keep_learnt(self, it: Task, learnt: str) -> None:
        if self._keep(lambda: self._put_learnt(it, learnt)):
            self.said.emit(self.tr("Kept."))

    def _put_learnt(self, it: Task, learnt: str) -> None:
        self._desk.diary.tasks.save(replace(it, learnt=learnt))
        self._half.settle(f"{LEARNT}{it.uid}")

    def _save(self, it: Task, outcome: Outcome) -> None:
        """Say what became of a task, with what stands beside it."""
        field = self.learnt.get(it.id)
        task = replace(it, outcome=outcome, learnt=it.learnt if field is None else field.text())
        if outcome is not Outcome.OPEN:
            self.more.setChecked(True)

        def change() -> None:
            self._desk.diary.tasks.save(task)
            self._half.settle(f"{LEARNT}{it.uid}")

        if self._keep(change):
            if it.id in self.learnt:
                self.learnt[it.id].setFocus(Qt.FocusReason.OtherFocusReason)
            self.said.emit(self.tr("Marked: {outcome}.").format(outcome=outcome_in_words(outcome)))

    def _keep(self, change: Callable[[], None]) -> bool:
        return keep_or_say(self._desk.diary, change, self.trouble)
