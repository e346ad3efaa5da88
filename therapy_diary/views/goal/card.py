"""One open goal: its words, where the person is with it today, and what else can be done with it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.goal import ChangeKind, Goal, GoalState, Level, Shared, WordingId
from therapy_diary.domain.questions import Question
from therapy_diary.domain.session import SessionId
from therapy_diary.domain.topic import TopicKind
from therapy_diary.forms.goal_card import Ui_GoalCard
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.answers.to_bring import Offer
from therapy_diary.views.days import date_in_words
from therapy_diary.views.goal.editor import GoalEditor, Worded
from therapy_diary.views.goal.ending import GoalEnding
from therapy_diary.views.goal.history import GoalHistory
from therapy_diary.views.goal.keys import on_keys
from therapy_diary.views.goal.review import StillRight
from therapy_diary.views.goal.words import level_words, shared_words
from therapy_diary.views.half_given import WAIT, HalfGiven, trouble_in_words
from therapy_diary.views.page import Desk
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.notice import Tone


class Before(NamedTuple):
    """What stood for a wording on a day before the person's last act; value is None when nothing did."""

    wording: WordingId
    day: date
    value: int | None
    words: str


class GoalCard(Card):
    """A goal with a row of eleven numbers. A number is kept as soon as it is chosen, and can be taken back."""

    moved = Signal(int)  # -1 up, 1 down
    ended = Signal(GoalState)
    said = Signal(str)
    reviewed = Signal()  # it was looked at: still right, or about to change
    grown = Signal()  # by the room for other words, which nobody needs who only comes to give a number

    def __init__(
        self,
        desk: Desk,
        half: HalfGiven,
        goal: Goal,
        parent: QWidget | None = None,
        *,
        only_number: bool = False,
    ) -> None:
        """only_number: ask where the person is with it, and offer nothing else."""
        super().__init__(parent)
        self.about: SessionId | None = None  # the session after which the number is given, if any
        self._only_number = only_number
        self._editor: GoalEditor | None = None
        self._history: GoalHistory | None = None
        self.review: StillRight | None = None
        self._desk = desk
        self._half = half
        self.goal = goal
        self._before: Before | None = None
        self._line = ""  # as the diary has it
        self._day = desk.now().date()
        self._timer = QTimer(self, singleShot=True, interval=WAIT)
        self._timer.timeout.connect(self._try_to_keep)
        self._build()
        self.show_goal(goal)
        draft = None if only_number else half.at(self._place)
        if draft is not None:
            self.form.change.setChecked(True)
            self._show_doors()
            self.editor.set_given(draft)
        elif not only_number and self.ending.closing_words():
            self.form.end.setChecked(True)
            self._show_doors()

    def show_goal(self, goal: Goal) -> None:
        """Show the goal as the diary has it now; leaves what is half typed alone."""
        form, changed = self.form, goal.wording != self.goal.wording
        untouched = self._editor is not None and not self._editor.is_changed()
        self.goal = goal
        form.wording.setText(goal.wording.wording)
        stand_along_page(form.wording)
        form.first.setText(_first_words(goal, self.tr("First written as “{words}”, {day}")))
        form.first.setVisible(len(goal.wordings) > 1 and not self._only_number)
        known = [] if goal.level is Level.OTHER else [level_words()[goal.level]]
        form.facts.setText(" · ".join([*known, shared_words()[goal.shared]]))
        if not self._only_number:
            self.offer.show_for(goal.therapy, offered=goal.shared is not Shared.AGREED)
        if self._history is not None and self.history.isChecked():
            self._history.show_goal(goal)
        if changed or not form.numbers.accessibleName():
            self._ask()
        if untouched:
            self.editor.show_goal(goal)
        self._show_rating()

    @property
    def editor(self) -> GoalEditor:
        """The room for other words, made when it is first wanted."""
        if self._editor is None:
            self._editor = GoalEditor(self.goal, self)
            self._editor.edited.connect(self._touch)
            self._editor.wanted.connect(self._reworded)
            self._editor.cancelled.connect(self._cancel)
            self.form.column.addWidget(self._editor)
            self.grown.emit()
        return self._editor

    def ask_review(self, *, asked: bool) -> None:
        """Ask whether it is still the right aim, or leave that."""
        if asked and self.review is None:
            self.review = StillRight(self.goal.wording.wording, self)
            self.review.yes.connect(self.reviewed)
            self.review.clearer_words.connect(lambda: self._reword_as(ChangeKind.CLEARER_WORDS))
            self.review.another_aim.connect(lambda: self._reword_as(ChangeKind.NEW_AIM))
            self.review.set_aside.connect(lambda: self.ended.emit(GoalState.SET_ASIDE))
            self.form.column.insertWidget(1, self.review)
            self.grown.emit()
        if self.review is not None:
            self.review.setVisible(asked)

    def _reword_as(self, kind: ChangeKind) -> None:
        """Open the room for other words, which are known to be clearer ones or a new aim."""
        self.form.change.setChecked(True)
        self._change_clicked()
        self.editor.choose_kind(kind)
        self.reviewed.emit()

    def show_place(self, *, first: bool, last: bool) -> None:
        """Where it stands among the others."""
        for button, sibling, at_end in (
            (self.form.up, self.form.down, first),
            (self.form.down, self.form.up, last),
        ):
            if at_end and button.hasFocus() and not (first and last):
                sibling.setEnabled(True)
                sibling.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(not at_end)

    def keep(self) -> None:
        """Put the line of words into the diary. Raises StorageError."""
        self._timer.stop()
        value, words = self.form.numbers.value(), self.form.words.text().strip()
        if value is None or words == self._line:
            return
        with self._desk.diary.change():
            self._rate(Before(self.goal.wording.id, self._today(), value, words))
        self._line = words
        self.form.trouble.say("")

    def stops(self) -> list[QWidget]:
        """Everything in it that Tab may reach, in order."""
        found = [it for it in self.findChildren(QWidget) if it.focusPolicy() != Qt.FocusPolicy.NoFocus]
        last = [it for it in found if self._editor is not None and self._editor.isAncestorOf(it)]
        return [*(it for it in found if it not in last), *last]

    # where the person is with it

    def _rated(self, value: int | None) -> None:
        goals, wording, today = self._desk.diary.goals, self.goal.wording.id, self._today()
        rating = goals.rating_on(wording, today)
        before = Before(wording, today, None, "")
        if rating is not None:
            before = before._replace(value=rating.value, words=rating.words)
        self._put(before._replace(value=value, words=self.form.words.text().strip()), before)

    def _undo(self) -> None:
        before = self._before
        if before is not None:
            self._put(before, None)
            self.form.numbers.segments()[before.value or 0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, now: Before, undo: Before | None) -> None:
        """Keep what is now so, with what to go back to."""
        kept = self._before
        self._timer.stop()
        self._before = undo
        try:
            with self._desk.diary.change():
                self._rate(now)
        except StorageError as error:
            self._before = kept
            self._show_rating()
            self._say_failed(error)
            return
        self.form.trouble.say("")
        self._show_rating()
        words = self.tr("Kept.") if now.value is not None else self.tr("Taken back.")
        self.form.keptWords.setText(words if undo else "")
        self.said.emit(words)

    def _rate(self, now: Before) -> None:
        """Write it, inside a change. A number once given after a session goes on belonging to that."""
        goals = self._desk.diary.goals
        if now.value is None:
            goals.take_back(now.wording, now.day)
            return
        there = goals.rating_on(now.wording, now.day)
        session = self.about or (None if there is None else there.session)
        goals.rate(now.wording, now.day, now.value, session=session, words=now.words)

    def _show_rating(self) -> None:
        """What was given today, and nothing of other days."""
        if self._day != self._today():
            self._day, self._before, self._line = self._today(), None, ""
            self.form.words.set_text("")
        rating = self._desk.diary.goals.rating_on(self.goal.wording.id, self._today())
        form = self.form
        value, line = (None, "") if rating is None else (rating.value, rating.words)
        typing = form.words.text().strip() != self._line
        if form.numbers.value() != value:
            form.numbers.set_value(value)
        if line != self._line and not typing and rating is not None:
            form.words.set_text(line)
        self._line = line
        form.words.setVisible(rating is not None)
        form.kept.setVisible(self._before is not None)

    def _line_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _try_to_keep(self) -> None:
        try:
            self.keep()
        except StorageError as error:
            self._timer.start()
            self._say_failed(error)

    def _say_failed(self, error: StorageError) -> None:
        if self.form.trouble.text() != trouble_in_words(error):
            self.form.trouble.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    # other words

    def _reworded(self, given: Worded) -> None:
        goals = self._desk.diary.goals
        try:
            self.keep()
            with self._desk.diary.change():
                if given.kind is not None:
                    self._reword(given.wording, given.kind, given.why)
                goals.save(replace(goals.get(self.goal.id), level=given.level, shared=given.shared))
                self._half.settle(self._place)
        except StorageError as error:
            self._touch()
            self.editor.say_failed(error)
            return
        self.show_goal(goals.get(self.goal.id))
        self._leave_editor()
        self.said.emit(self.tr("Kept."))

    def _reword(self, wording: str, kind: ChangeKind, why: str) -> None:
        """Put the new words into the diary; with clearer words today's number goes along, as the aim is the same."""
        goals, today, earlier = self._desk.diary.goals, self._today(), self.goal.wording
        goal = goals.reword(self.goal.id, wording, kind, today, why)
        rating = goals.rating_on(earlier.id, today)
        if kind is ChangeKind.CLEARER_WORDS and rating is not None:
            goals.take_back(earlier.id, today)
            goals.rate(goal.wording.id, today, rating.value, session=rating.session, words=rating.words)

    def _leave_editor(self) -> None:
        self.form.change.setChecked(False)
        self.editor.show_goal(self.goal)
        self._show_doors()
        self.form.change.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cancel(self) -> None:
        self._half.touch(self._place, None)
        self._leave_editor()

    def _touch(self) -> None:
        self._half.touch(self._place, self.editor.given() if self.editor.is_changed() else None)

    # what is shown

    def _build(self) -> None:
        self.form = form = Ui_GoalCard()
        form.setupUi(self)
        form.up.setIcon(icon("arrow-up"))
        form.down.setIcon(icon("arrow-down"))
        form.up.clicked.connect(lambda: self.moved.emit(-1))
        form.down.clicked.connect(lambda: self.moved.emit(1))
        form.numbers.rated.connect(self._rated)
        form.words.set_lines(1, 8)
        form.words.setPlaceholderText(self.tr("A line about it, if you like"))
        form.words.edited.connect(self._line_edited)
        form.undo.clicked.connect(self._undo)
        self.history = QPushButton(icon("history"), self.tr("How it went …"), form.doors)
        self.history.setProperty("kind", "ghost")
        self.history.setCheckable(True)
        self.history.clicked.connect(self._show_doors)
        self.doors = FlowLayout(form.doors)
        for door in (form.change, form.end, self.history, form.kept):
            self.doors.addWidget(door)
        form.change.setIcon(icon("pencil"))
        form.end.setIcon(icon("flag"))
        form.change.clicked.connect(self._change_clicked)
        form.end.clicked.connect(self._end_clicked)
        for part in (form.up, form.down, form.change, form.end, self.history, form.facts, form.first):
            part.setHidden(self._only_number)
        if self._only_number:
            form.ending.hide()
            return
        self._add_doors()
        self._show_doors()
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            on_keys(self, QKeySequence(keys), _sender(self.moved.emit, step))

    def _add_doors(self) -> None:
        """What is behind the buttons, and the offer to bring a goal that is not agreed on."""
        self.ending = GoalEnding(self.goal, self._half, self.form.ending)
        self.ending.chosen.connect(self.ended)
        self.ending.not_now.connect(self.form.end.click)
        self.form.endingColumn.addWidget(self.ending)
        wording = Question(key="goal", text=self.goal.wording.wording, short="", part="")
        self.offer = Offer(self._desk, wording, source="me", kind=TopicKind.GOALS)
        self.doors.addWidget(self.offer)

    def _change_clicked(self) -> None:
        self.form.end.setChecked(False)
        self._show_doors()
        if self.form.change.isChecked():
            self.editor.form.wording.setFocus(Qt.FocusReason.OtherFocusReason)
            self.editor.form.wording.moveCursor(QTextCursor.MoveOperation.End)

    def _end_clicked(self) -> None:
        self._show_doors()

    def _show_doors(self) -> None:
        """What is behind the two buttons, when it was opened."""
        if self._editor is not None or self.form.change.isChecked():
            self.editor.setVisible(self.form.change.isChecked())
        self.form.ending.setVisible(self.form.end.isChecked() and not self.form.change.isChecked())
        if self.history.isChecked() and self._history is None:
            self._history = GoalHistory(self._desk.diary, self)
            self.form.column.addWidget(self._history)
        if self._history is not None:
            self._history.setVisible(self.history.isChecked())
            self._history.show_goal(self.goal)

    def _ask(self) -> None:
        """Ask where the person is with these words; a new wording begins without an answer."""
        self._before = None
        words = (
            self.tr("no nearer than when I started"),
            self.tr("about half way"),
            self.tr("as far as I wanted to get"),
        )
        self.form.numbers.set_question(f"{self.goal.wording.wording}: {self.form.question.text()}", words)
        self.form.words.setAccessibleName(f"{self.goal.wording.wording}: {self.form.words.placeholderText()}")
        for button in (
            self.form.up,
            self.form.down,
            self.form.change,
            self.form.end,
            self.form.undo,
            self.history,
        ):
            button.setAccessibleDescription(self.goal.wording.wording)
        self.form.words.set_text("")
        self._line = ""

    @property
    def _place(self) -> str:
        return f"goal:{self.goal.id}"

    def _today(self) -> date:
        return self._desk.now().date()


def _sender(emit: Callable[..., None], what: object) -> Callable[[], None]:
    """A slot that sends this, whatever the button says."""
    return lambda: emit(what)


def _first_words(goal: Goal, sentence: str) -> str:
    day = goal.first_wording.valid_from
    return sentence.format(words=f"\u2068{goal.first_wording.wording}\u2069", day=date_in_words(day))
