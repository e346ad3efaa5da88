"""The page of goals: in the person's own words, in their own order, each with where they are today."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.found import Found
from therapy_diary.domain.goal import Goal, GoalId, GoalState, WordingId
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.forms.goals import Ui_Goals
from therapy_diary.insight import goal_review
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.column import ReadableWidth
from therapy_diary.views.column_page import along, clear
from therapy_diary.views.days import date_in_words
from therapy_diary.views.goal.card import GoalCard
from therapy_diary.views.goal.carried import CarriedGoals
from therapy_diary.views.goal.editor import GoalEditor, Worded
from therapy_diary.views.goal.history import GoalHistory
from therapy_diary.views.goal.review import ReviewCard
from therapy_diary.views.goal.words import state_words
from therapy_diary.views.half_given import HalfGiven, trouble_in_words
from therapy_diary.views.page import Desk, Page
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.notice import Tone
from therapy_diary.widgets.words_label import words_label

NEW = "goal:new"
AT_ONCE = 3  # open goals on the page before the rest is folded away


class GoalsPage(Page):
    """Open goals as cards, the first three unfolded; those that ended lie below."""

    name: ClassVar[str] = "goals"
    rests_when_quiet: ClassVar[bool] = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.half = HalfGiven(desk, self)
        self.cards: dict[GoalId, GoalCard] = {}
        self.editor: GoalEditor | None = None
        self._therapy: Therapy | None = None
        self._ended: Goal | None = None  # the one just ended, as it was before
        self._replaces: Goal | None = None  # the goal whose place the one being written is to take
        self._looking = False  # whether the goals are being looked at again
        self._looked_at: set[GoalId] = set()
        self._put_off = False  # in this sitting
        self._build()

    # what the window asks of a page

    def refresh(self) -> None:
        """Show the goals the diary holds now; what is half typed stays."""
        self._therapy = self.desk.diary.therapies.current()
        goals = [] if self._therapy is None else self.desk.diary.goals.of(self._therapy.id)
        if self.editor is None and self._therapy is not None and (half := self.half.at(NEW)) is not None:
            self._replaces = next((it for it in goals if it.id == half.get("replaces")), None)
            self._open_editor()
        self._show_cards([it for it in goals if it.state is GoalState.OPEN])
        self.carried.show_goals([it for it in goals if it.state is GoalState.CARRIED_ON])
        self._show_ended([it for it in goals if it.state is not GoalState.OPEN])
        self._show_parts(goals)
        self._show_review(goals)
        self._order_tabs()

    def show_subject(self, subject: object) -> None:
        """Bring one goal into view: a GoalId, or one that was Found by its words."""
        self.refresh()
        if isinstance(subject, Found):
            subject = self.desk.diary.goals.worded(WordingId(subject.record))
        cards = self.cards | self.carried.cards
        card = cards.get(GoalId(subject)) if isinstance(subject, int) else None
        if card is not None:
            if card.isHidden():
                self.form.more.setChecked(True)
                self._fold()
            self.form.scroll.ensureWidgetVisible(card)

    def keep(self) -> None:
        """Put what is half typed into the encrypted file. Raises StorageError."""
        for card in self.cards.values():
            card.keep()
        self.carried.keep()
        self.half.keep()

    def save_asked(self) -> bool:
        """Keep the words that are being written, as the button beside them does."""
        focus = QApplication.focusWidget()
        for editor in self.findChildren(GoalEditor):
            if focus is not None and editor.isVisible() and editor.isAncestorOf(focus):
                editor.save()
                return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """What was just done can be undone on the page, not from far away."""
        super().hideEvent(event)
        self._ended = None
        self.form.notice.say("")

    # the person's acts

    def _add(self, given: Worded) -> None:
        if self._therapy is None or self.editor is None:
            return
        editor, self.editor = self.editor, None
        try:
            with self.desk.diary.change():
                added = self.desk.diary.goals.add(
                    self._therapy.id,
                    given.wording,
                    self.desk.now().date(),
                    level=given.level,
                    shared=given.shared,
                )
                self._put_in_place(added)
                self.half.settle(NEW)
        except StorageError as error:
            self.editor = editor
            self._touch()
            editor.say_failed(error)
            return
        self._replaces = None
        self._drop(editor)
        self.said.emit(self.tr("Kept."))

    def _put_in_place(self, added: Goal) -> None:
        """Let a new goal take the place of another, inside a change, where that was asked for."""
        if self._replaces is None:
            return
        before = self.desk.diary.goals.get(self._replaces.id)
        self.desk.diary.goals.save(
            replace(
                self._at_its_end(before, GoalState.REPLACED),
                replaced_by=added.id,
            )
        )
        self.desk.diary.goals.save(replace(added, position=before.position))

    def _at_its_end(self, goal: Goal, state: GoalState) -> Goal:
        """The goal as it stands once it ended today, with the line about it; its draft is settled."""
        card = self.cards.get(goal.id)
        words = "" if card is None else card.ending.closing_words()
        if card is not None:
            card.ending.settle()
        today = max(self.desk.now().date(), goal.opened_on)
        return replace(goal, state=state, closed_on=today, closing_words=words)

    def _open_editor(self) -> None:
        """Make room for a new goal, with what was half typed."""
        if self.editor is None:
            self.editor = GoalEditor(None)
            self.editor.edited.connect(self._touch)
            self.editor.wanted.connect(self._add)
            self.editor.cancelled.connect(self._cancel)
            self._new_column.addWidget(self.editor)
            draft = self.half.at(NEW)
            if draft is not None:
                self.editor.set_given(draft)
            self._show_what_it_replaces()

    def _write_one(self) -> None:
        self._open_editor()
        self.refresh()
        if self.editor is not None:
            self.form.scroll.ensureWidgetVisible(self.form.heading)
            self.editor.form.wording.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_what_it_replaces(self) -> None:
        words = self.tr("In place of “{words}”")
        self.in_place_of.setVisible(self._replaces is not None)
        if self._replaces is not None:
            self.in_place_of.setText(words.format(words=f"\u2068{self._replaces.wording.wording}\u2069"))
            stand_along_page(self.in_place_of)

    def _touch(self) -> None:
        if self.editor is not None:
            replaces = None if self._replaces is None else self._replaces.id
            given = {**self.editor.given(), "replaces": replaces}
            self.half.touch(NEW, given if self.editor.is_changed() else None)

    def _cancel(self) -> None:
        editor, self.editor, self._replaces = self.editor, None, None
        self.half.touch(NEW, None)
        if editor is not None:
            self._drop(editor)

    def _drop(self, editor: GoalEditor) -> None:
        editor.hide()
        editor.deleteLater()
        self.refresh()
        if self.add.isVisible():
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, goal: GoalId, step: int) -> None:
        """Change places with the open goal above or below."""
        order = list(self.cards)
        here = order.index(goal)
        there = here + step
        if self._therapy is None or not 0 <= there < len(order):
            return
        if there >= AT_ONCE and not self.form.more.isChecked():
            self.form.more.setChecked(True)
        order[here], order[there] = order[there], order[here]
        goals = {it.id: it for it in self.desk.diary.goals.of(self._therapy.id)}
        wanted = [*order, *(it for it in goals if it not in order)]
        try:
            with self.desk.diary.change():
                for position, it in enumerate(wanted, start=1):
                    if goals[it].position != position:
                        self.desk.diary.goals.save(replace(goals[it], position=position))
        except StorageError as error:
            self._say_failed(error)
            return
        self.form.scroll.ensureWidgetVisible(self.cards[goal])

    def _end(self, goal: GoalId, state: GoalState) -> None:
        try:
            self.cards[goal].keep()
        except StorageError as error:
            self._say_failed(error)
            return
        before = self.desk.diary.goals.get(goal)
        if state is GoalState.REPLACED:
            self._replaces = before
            self._write_one()
            self._show_what_it_replaces()
            return
        try:
            with self.desk.diary.change():
                self.desk.diary.goals.save(self._at_its_end(before, state))
        except StorageError as error:
            self._say_failed(error)
            return
        self._ended = before
        words = self.tr("This goal now stands among those that ended: {state}.")
        self.form.notice.say(words.format(state=state_words()[state]), action=self.tr("Undo"), aloud=True)
        self.form.scroll.ensureWidgetVisible(self.form.notice)

    def _undo_end(self) -> None:
        if self._ended is not None and self._save(self._ended):
            self._ended = None
            self.form.notice.say("")

    def _reopen(self, goal: Goal) -> None:
        if self._save(
            replace(goal, state=GoalState.OPEN, closed_on=None, closing_words="", replaced_by=None)
        ):
            self.form.notice.say("")

    # looking at them again

    def _show_review(self, goals: Sequence[Goal]) -> None:
        """Offer it at each sixth session; while it goes on, ask one question of each open goal."""
        suggested = False
        if self._therapy is not None and self.cards and not self._put_off and not self._looking:
            diary = self.desk.diary
            held, marks = diary.sessions.held(self._therapy.id), diary.milestones.of(self._therapy.id)
            suggested = goal_review.is_suggested(held, goals, marks)
        self.review.setVisible(suggested or self._looking)
        self.review.show_stage(looking=self._looking)
        for goal, card in self.cards.items():
            card.ask_review(asked=self._looking and goal not in self._looked_at)

    def _begin_review(self) -> None:
        self._looking, self._looked_at = True, set()
        self.form.more.setChecked(True)
        self.refresh()
        first = next(iter(self.cards.values())).review
        if first is not None:
            first.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_review_off(self) -> None:
        self._put_off = True
        self.refresh()

    def _reviewed(self, goal: GoalId) -> None:
        self._looked_at.add(goal)
        waiting = [it for it in self.cards if it not in self._looked_at]
        if not waiting:
            self._end_review()
            return
        self.refresh()
        following = self.cards[waiting[0]].review
        if following is not None and not self.cards[goal].form.change.isChecked():
            following.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_review(self) -> None:
        """A milestone says when the goals were looked at; it stands on the charts."""
        if self._therapy is None:
            return
        self._looking = False
        try:
            with self.desk.diary.change():
                self.desk.diary.milestones.mark(
                    self._therapy.id, self.desk.now().date(), MilestoneKind.GOALS_REVIEWED
                )
        except StorageError as error:
            self._looking = True
            self._say_failed(error)
            return
        self.said.emit(self.tr("Kept."))

    def _save(self, goal: Goal) -> bool:
        try:
            with self.desk.diary.change():
                self.desk.diary.goals.save(goal)
        except StorageError as error:
            self._say_failed(error)
            return False
        return True

    def _say_failed(self, error: StorageError) -> None:
        if self.form.notice.text() != trouble_in_words(error):
            self.form.notice.say(trouble_in_words(error), Tone.WRONG, aloud=True)

    # what is shown

    def _build(self) -> None:
        self.form = Ui_Goals()
        self.form.setupUi(self)
        self.form.heading.set_title(self.tr("Goals"))
        self.form.heading.set_sub(self.tr("In your own words. They may change as you go."))
        self.add = QPushButton(self.tr("Add a goal"))
        self.add.setProperty("kind", "primary")
        self.add.setIcon(icon("plus", "on_accent"))
        self.add.clicked.connect(self._write_one)
        self.form.heading.add_action(self.add)
        self._new_column = self.form.newGoal.column()
        self.in_place_of = words_label("", "caption")
        self._new_column.addWidget(self.in_place_of)
        self.review = ReviewCard()
        self.review.begun.connect(self._begin_review)
        self.review.put_off.connect(self._put_review_off)
        self.review.done.connect(self._end_review)
        self.form.columnLayout.insertWidget(2, self.review)
        self.carried = CarriedGoals(self.desk, self.half)
        self.carried.said.connect(self.said)
        self.form.columnLayout.insertWidget(self.form.columnLayout.indexOf(self.form.endedRow), self.carried)
        self.form.more.clicked.connect(self._fold)
        self.form.ended.clicked.connect(self._fold)
        self.form.notice.acted.connect(self._undo_end)
        self.form.empty.acted.connect(self._empty_acted)
        self.half.failed.connect(self._say_failed)
        self.half.recovered.connect(lambda: self.form.notice.say(""))
        self._ended_column: QVBoxLayout = self.form.endedColumn
        ReadableWidth(self.desk.theme, self, self.form.column)

    def _empty_acted(self) -> None:
        if self._therapy is None:
            self.asked_for.emit("today", None)
        else:
            self._write_one()

    def _show_cards(self, goals: Sequence[Goal]) -> None:
        """One card for each open goal, in the person's order; a card that is there stays."""
        wanted = {it.id for it in goals}
        for gone in [it for it in self.cards if it not in wanted]:
            card = self.cards.pop(gone)
            self.form.goals.removeWidget(card)
            card.hide()
            card.deleteLater()
        for goal in goals:
            if goal.id in self.cards:
                self.cards[goal.id].show_goal(goal)
            else:
                self.cards[goal.id] = self._new_card(goal)
        if list(self.cards) != [it.id for it in goals] or self.form.goals.count() != len(goals):
            self.cards = {it.id: self.cards[it.id] for it in goals}
            for card in self.cards.values():
                self.form.goals.removeWidget(card)
            for card in self.cards.values():
                self.form.goals.addWidget(card)
        for number, card in enumerate(self.cards.values()):
            card.show_place(first=number == 0, last=number == len(self.cards) - 1)
        self._fold()

    def _new_card(self, goal: Goal) -> GoalCard:
        card = GoalCard(self.desk, self.half, goal)
        card.moved.connect(lambda step: self._move(goal.id, step))
        card.ended.connect(lambda state: self._end(goal.id, state))
        card.reviewed.connect(lambda: self._reviewed(goal.id))
        card.said.connect(self.said)
        card.grown.connect(self._order_tabs)
        return card

    def _show_ended(self, goals: Sequence[Goal]) -> None:
        clear(self._ended_column)
        for goal in goals:
            self._ended_column.addWidget(self._ended_row(goal))
        self.form.ended.setText(self.tr("Goals that ended ({count})").format(count=len(goals)))
        self.form.ended.setVisible(bool(goals))

    def _ended_row(self, goal: Goal) -> Card:
        card = Card()
        row = QHBoxLayout(card)
        row.setContentsMargins(20, 12, 20, 12)
        words = QVBoxLayout()
        ended = state_words()[goal.state]
        if goal.replaced_by is not None:
            other = self.desk.diary.goals.get(goal.replaced_by).wording.wording
            ended = self.tr("Replaced by “{words}”").format(words=f"\u2068{other}\u2069")
        if goal.closed_on is not None:
            ended = f"{ended} · {date_in_words(goal.closed_on)}"
        parts = [(goal.wording.wording, "question"), (ended, "caption")]
        if goal.closing_words:
            parts.insert(1, (goal.closing_words, "sub"))
        for text, role in parts:
            words.addWidget(along(text, role, card))
        history = GoalHistory(self.desk.diary)
        history.hide()
        words.addWidget(history)
        row.addLayout(words, 1)
        went = QPushButton(self.tr("How it went …"))
        went.setCheckable(True)
        went.clicked.connect(lambda: history.show_goal(goal))
        went.clicked.connect(lambda: history.setVisible(went.isChecked()))
        reopen = QPushButton(self.tr("Open again"))
        reopen.clicked.connect(lambda: self._reopen(goal))
        for button in (went, reopen):
            button.setProperty("kind", "ghost")
            button.setAccessibleDescription(goal.wording.wording)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _fold(self) -> None:
        """The first three open goals are always there; the rest when it was unfolded."""
        unfolded, rest = self.form.more.isChecked(), len(self.cards) - AT_ONCE
        for number, card in enumerate(self.cards.values()):
            card.setVisible(unfolded or number < AT_ONCE)
        self.form.more.setVisible(rest > 0)
        self.form.more.setText(
            self.tr("Fewer goals") if unfolded else self.tr("More goals ({count})").format(count=rest)
        )
        self.form.more.setIcon(icon("chevron-up" if unfolded else "chevron-down"))
        self.form.endedList.setVisible(self.form.ended.isChecked() and not self.form.ended.isHidden())
        self.form.ended.setIcon(icon("chevron-up" if self.form.ended.isChecked() else "chevron-down"))

    def _show_parts(self, goals: Sequence[Goal]) -> None:
        """Either the goals, or how to begin."""
        is_empty = not goals and self.editor is None
        self.form.empty.setVisible(is_empty)
        self.form.scroll.setVisible(not is_empty)
        self.form.newGoal.setVisible(self.editor is not None)
        self.add.setVisible(self.editor is None)
        self.form.endedList.setVisible(self.form.ended.isChecked() and not self.form.ended.isHidden())
        if self._therapy is None:
            self.form.empty.say(
                "sprout", self.tr("No therapy yet"), self.tr("Begin with the therapy this diary is about.")
            )
        elif is_empty:
            self.form.empty.say(
                "sprout",
                self.tr("No goals yet"),
                self.tr("A goal can be small: something to do, to stop doing, or to feel less often."),
                self.tr("Write a first goal"),
            )

    def _order_tabs(self) -> None:
        """Tab follows the order on the screen, which the person may change."""
        stops: list[QWidget] = [self.add]
        for part in (self.form.notice, self.review, self.form.newGoal):
            stops += [it for it in part.findChildren(QWidget) if it.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for card in self.cards.values():
            stops += card.stops()
        stops += [
            self.form.more,
            *self.carried.stops(),
            self.form.ended,
            *self.form.endedList.findChildren(QPushButton),
        ]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)
