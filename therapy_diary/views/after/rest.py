"""The end of the form: goals, what each of the two did, how the match is so far, and a second look."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.goal import Goal, GoalId, GoalState
from therapy_diary.domain.questions import Question
from therapy_diary.domain.session import Session, SessionId
from therapy_diary.views.after.part import Line, Part, Sitting
from therapy_diary.views.answers.to_bring import Offer
from therapy_diary.views.goal.card import GoalCard
from therapy_diary.views.half_given import HalfGiven
from therapy_diary.views.page import Desk
from therapy_diary.views.room import labelled
from therapy_diary.views.thoughts import limits_in_use
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.words_label import words_label

MOST_GOALS = 3


class GoalsPart(Part):
    """Up to three open goals, each with the row of numbers that its own page has."""

    rests_when_quiet: ClassVar[bool] = True

    said = Signal(str)

    def __init__(
        self,
        desk: Desk,
        ensure: Callable[[], Session | None],
        half: HalfGiven,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(desk, ensure, parent)
        self._half = half
        self._goals: list[Goal] = []
        self._about: SessionId | None = None
        self._whole = False
        self.cards: dict[GoalId, GoalCard] = {}
        self.add_title(self.tr("Your goals"))

    def show_sitting(self, sitting: Sitting) -> None:
        therapy = self.desk.diary.therapies.current()
        goals = [] if therapy is None else self.desk.diary.goals.of(therapy.id)
        self._goals = [it for it in goals if it.state is GoalState.OPEN][:MOST_GOALS]
        there = [it.id for it in self._goals if self._whole or it.id in self.cards]
        if list(self.cards) != there:
            for card in self.cards.values():
                card.hide()
                card.deleteLater()
            self.cards = {}
            for goal in self._goals if self._whole else ():
                self._add(goal)
        self.be_about(None if sitting.session is None else sitting.session.id)
        for goal in self._goals:
            if goal.id in self.cards:
                self.cards[goal.id].show_goal(goal)
        self.setVisible(bool(self._goals))

    def be_about(self, session: SessionId | None) -> None:
        """The session that the numbers belong to."""
        self._about = session
        for card in self.cards.values():
            card.about = session

    def pieces(self) -> Iterator[None]:
        while (goal := next((it for it in self._goals if it.id not in self.cards), None)) is not None:
            self._add(goal)
            self.cards[goal.id].show_goal(goal)
            yield
        self._whole = True

    def _add(self, goal: Goal) -> None:
        card = self.cards[goal.id] = GoalCard(self.desk, self._half, goal, self, only_number=True)
        card.about = self._about
        card.said.connect(self.said)
        self._column.addWidget(card)
        card.show()

    def keep_words(self) -> None:
        """Put the lines beside the numbers into the diary. Raises StorageError."""
        for card in self.cards.values():
            card.keep()


class PartsPart(Part):
    """What each of the two did: the work is done by both."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        for key, words in (
            ("my_part", self.tr("My part today")),
            ("their_part", self.tr("My therapist's part today")),
        ):
            field = GrowingText(self)
            field.set_lines(1, 8)
            labelled(self._column, words, field)
            self.add_line(Line(key=key, field=field, put=partial(self._put, key)))

    def show_sitting(self, sitting: Sitting) -> None:
        session = sitting.session
        mine, theirs = self.lines
        mine.fill("" if session is None else session.my_part)
        theirs.fill("" if session is None else session.their_part)

    def _put(self, key: str, session: Session, text: str) -> None:
        sessions, words = self.desk.diary.sessions, text.strip()
        now = sessions.get(session.id)
        sessions.save(replace(now, my_part=words) if key == "my_part" else replace(now, their_part=words))


class MatchPart(Part):
    """One question at the fourth session, to think of; it can become something to bring."""

    rests_when_quiet: ClassVar[bool] = True

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        question = Question(key="match", text=self.tr("How is the match so far?"), short="", part="")
        self.add_title(
            question.text, self.tr("Finding out can take some sessions. There is nothing to answer here.")
        )
        self.offer = Offer(desk, question, source="me")
        self._column.addWidget(self.offer)

    def show_sitting(self, sitting: Sitting) -> None:
        therapy = self.desk.diary.therapies.current()
        after = limits_in_use(self.desk.diary).getting_to_know
        wanted = therapy is not None and 0 < after == sitting.number - 1
        self.setVisible(wanted)
        if therapy is not None:
            self.offer.show_for(therapy.id, offered=wanted)


class SecondLookPart(Part):
    """What it looks like a day or two later. The first note is never changed by it."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        self.question = self.tr("Does it look different today?")
        self.add_title(self.question, self.tr("Your first note stays as it is."))
        self.when = words_label("", "caption", self)
        self._column.addWidget(self.when)
        self.text = GrowingText(self)
        self.text.set_lines(4, 16)
        self.text.setAccessibleName(self.question)
        self._column.addWidget(self.text)
        self.add_line(Line(key="second", field=self.text, put=self._put))

    def show_sitting(self, sitting: Sitting) -> None:
        look = None if sitting.session is None else self.desk.diary.second_looks.at(sitting.session.id)
        self.lines[0].fill("" if look is None else look.note.text)

    def is_empty(self) -> bool:
        """Whether nothing is written in it yet."""
        return not self.text.text()

    def show_when(self, words: str) -> None:
        """Say when the second look was written; empty while it was not."""
        self.when.setText(words)
        self.when.setVisible(bool(words))

    def _put(self, session: Session, text: str) -> None:
        looks = self.desk.diary.second_looks
        if text.strip() or looks.at(session.id) is not None:
            looks.write(session, text, self.desk.now(), title=self.tr("A second look"))
