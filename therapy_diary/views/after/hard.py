"""What kind of hard it was, and the signs that it helps: folded, for those who want them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from therapy_diary.domain.difficulty import ON_SCREEN, DifficultyCheck
from therapy_diary.domain.session import Session
from therapy_diary.domain.sign import Sign
from therapy_diary.views.after.fold import Fold
from therapy_diary.views.after.part import Line, Part, Sitting
from therapy_diary.views.answers.statement import Statement, rule
from therapy_diary.views.days import day_in_words
from therapy_diary.views.page import Desk
from therapy_diary.views.wording import form_in_use
from therapy_diary.widgets.notice import Notice
from therapy_diary.widgets.words_label import words_label

SIGN_LINE = "sign:"
"""How the key of a line about a sign begins."""


class DifficultyPart(Part):
    """Seven statements in one mixed list without headings, which would lead the answer."""

    rests_when_quiet: ClassVar[bool] = True

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        self.questions = form_in_use("difficulty")
        self._statements: list[Statement] = []
        self._rules: list[QFrame] = []
        self._check: DifficultyCheck | None = None
        self._closed = False
        self.fold = Fold(self.questions.title, self._make, self)
        self.fold.made.connect(self.grown)
        self._column.addWidget(self.fold)

    @property
    def statements(self) -> list[Statement]:
        """The seven, in the order of the screen."""
        self.fold.make()
        return self._statements

    def _make(self, column: QVBoxLayout) -> None:
        column.addWidget(words_label(self.questions.intro, "sub", self))
        self.notice = Notice(self)
        self.notice.acted.connect(self._show_answers)
        column.addWidget(self.notice)
        form = replace(self.questions, no_answer="")  # left out is what no answer means
        for key in ON_SCREEN:
            if self._statements:
                self._rules.append(rule(self))
                column.addWidget(self._rules[-1])
            statement = Statement(self.questions.question(key), form, parent=self)
            statement.changed.connect(self._answered)
            column.addWidget(statement)
            self._statements.append(statement)
        self._fill()
        self._close(closed=self._closed)

    def show_sitting(self, sitting: Sitting) -> None:
        checks = self.desk.diary.difficulty_checks
        self._check = None if sitting.session is None else checks.at(sitting.session.id)
        self._fill()
        self._close(closed=self._check is not None and not sitting.going_on)
        self.fold.set_open(self._check is not None and sitting.going_on)

    def _fill(self) -> None:
        for statement in self._statements:
            key = statement.question.key
            statement.set_given(None if self._check is None else self._check.answer(key))

    def _close(self, *, closed: bool) -> None:
        self._closed, words = closed, ""
        if not self._statements:
            return  # nothing stands there yet
        if closed and self._check is not None:
            day = day_in_words(self._check.filled_at.date())
            words = self.tr("You answered for this session on {day}.").format(day=day)
        self.notice.say(words, action=self.tr("Change those answers") if words else "")
        for part in (*self._statements, *self._rules):
            part.setHidden(closed)

    def _show_answers(self) -> None:
        self._close(closed=False)
        self.statements[0].row.segments()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self) -> None:
        self.keep(self._put)

    def _put(self, session: Session) -> None:
        checks = self.desk.diary.difficulty_checks
        answers = {it.question.key: it.row.value() for it in self.statements}
        if all(it is None for it in answers.values()):
            checks.take_back(session.id)
            self._check = None
            return
        self._check = DifficultyCheck(
            session=session.id,
            filled_at=self.desk.now(),
            answers=answers,
            form_version=self.questions.version,
        )
        checks.give(self._check)


class SignsPart(Part):
    """Four signs: one tap keeps a moment, and a line of words may go with it. Never counted."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        self.questions = form_in_use("signs")
        self._statements: dict[Sign, Statement] = {}
        self._there: dict[Sign, str] = {}  # the words of each sign the diary holds
        self.fold = Fold(self.questions.title, self._make, self)
        self.fold.made.connect(self.grown)
        self._column.addWidget(self.fold)

    @property
    def statements(self) -> dict[Sign, Statement]:
        """The four."""
        self.fold.make()
        return self._statements

    def _make(self, column: QVBoxLayout) -> None:
        column.addWidget(words_label(self.questions.intro, "sub", self))
        form = replace(self.questions, no_answer="")
        wanted = self.tr("A line about it, if you like")
        for question in self.questions.questions:
            if self._statements:
                column.addWidget(rule(self))
            sign, statement = Sign(question.key), Statement(question, form, wanted, self)
            column.addWidget(statement)
            statement.row.answered.connect(partial(self._tapped, sign))
            if statement.line is not None:
                line = Line(key=f"{SIGN_LINE}{sign}", field=statement.line, put=partial(self._put, sign))
                self.add_line(line)
            self._statements[sign] = statement
        self._fill()

    def show_sitting(self, sitting: Sitting) -> None:
        signs = [] if sitting.session is None else self.desk.diary.signs.at(sitting.session.id)
        self._there = {it.sign: it.words for it in signs}
        self._fill()
        self.fold.set_open(bool(self._there))

    def _fill(self) -> None:
        for line, (sign, statement) in zip(self.lines, self._statements.items(), strict=True):
            statement.set_given(0 if sign in self._there else None)
            line.fill(self._there.get(sign, ""))
            line.field.setVisible(sign in self._there)

    def open_first(self) -> None:
        """Unfold, with the keyboard on the first sign."""
        self.fold.set_open(True)
        next(iter(self.statements.values())).row.segments()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _tapped(self, sign: Sign, _: object) -> None:
        statement = self.statements[sign]
        happened = statement.row.value() is not None

        def write(session: Session) -> None:
            if happened:
                self.desk.diary.signs.collect(session.id, sign, statement.words())
            else:
                self.desk.diary.signs.take_back(session.id, sign)

        self.keep(write)
        if statement.line is not None:
            statement.line.setVisible(happened or bool(statement.words()))

    def _put(self, sign: Sign, session: Session, text: str) -> None:
        """Words about a sign say that it happened."""
        statement = self.statements[sign]
        if text.strip() or statement.row.value() is not None:
            statement.set_given(0)
            self.desk.diary.signs.collect(session.id, sign, text.strip())
