"""What kind of hard it was, and the signs that it helps: folded, for those who want them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt

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
from therapy_diary.widgets.plain_words import plain_words


class DifficultyPart(Part):
    """Seven statements in one mixed list without headings, which would lead the answer."""

    def __init__(self, desk: Desk, ensure: Callable[[], Session | None]) -> None:
        super().__init__(desk, ensure)
        self.questions = form_in_use("difficulty")
        self.fold = Fold(self.questions.title, self)
        self._column.addWidget(self.fold)
        self.fold.column.addWidget(plain_words(self.questions.intro, "sub", self))
        self.notice = Notice(self)
        self.notice.acted.connect(self._show_answers)
        self.fold.column.addWidget(self.notice)
        form = replace(self.questions, no_answer="")  # left out is what no answer means
        self.statements = [Statement(self.questions.question(key), form) for key in ON_SCREEN]
        self._rules = []
        for statement in self.statements:
            if statement is not self.statements[0]:
                self._rules.append(rule())
                self.fold.column.addWidget(self._rules[-1])
            self.fold.column.addWidget(statement)
            statement.changed.connect(self._answered)
        self._check: DifficultyCheck | None = None

    def show_sitting(self, sitting: Sitting) -> None:
        checks = self.desk.diary.difficulty_checks
        self._check = None if sitting.session is None else checks.at(sitting.session.id)
        self._fill()
        self.fold.set_open(self._check is not None and sitting.going_on)
        self._close(self._check is not None and not sitting.going_on)

    def _fill(self) -> None:
        for statement in self.statements:
            key = statement.question.key
            statement.set_given(None if self._check is None else self._check.answer(key))

    def _close(self, closed: bool) -> None:
        words = ""
        if closed and self._check is not None:
            day = day_in_words(self._check.filled_at.date())
            words = self.tr("You answered for this session on {day}.").format(day=day)
        self.notice.say(words, action=self.tr("Change those answers") if words else "")
        for part in (*self.statements, *self._rules):
            part.setHidden(closed)

    def _show_answers(self) -> None:
        self._close(closed=False)
        self.statements[0].row.segments()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self) -> None:
        if not self.keep(self._put):
            self._fill()

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

    def __init__(self, desk: Desk, ensure: Callable[[], Session | None]) -> None:
        super().__init__(desk, ensure)
        questions = form_in_use("signs")
        self.fold = Fold(questions.title, self)
        self._column.addWidget(self.fold)
        self.fold.column.addWidget(plain_words(questions.intro, "sub", self))
        form = replace(questions, no_answer="")
        wanted = self.tr("A line about it, if you like")
        self.statements = {
            Sign(it.key): Statement(it, form, words_wanted=wanted) for it in questions.questions
        }
        for sign, statement in self.statements.items():
            if self.lines:
                self.fold.column.addWidget(rule())
            self.fold.column.addWidget(statement)
            statement.row.answered.connect(partial(self._tapped, sign))
            if statement.line is not None:
                self.add_line(Line(key=f"sign:{sign}", field=statement.line, put=partial(self._put, sign)))

    def show_sitting(self, sitting: Sitting) -> None:
        signs = [] if sitting.session is None else self.desk.diary.signs.at(sitting.session.id)
        there = {it.sign: it.words for it in signs}
        for line, (sign, statement) in zip(self.lines, self.statements.items(), strict=True):
            statement.set_given(0 if sign in there else None)
            line.fill(there.get(sign, ""))
            line.field.setVisible(sign in there)
        self.fold.set_open(bool(there))

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

        if not self.keep(write):
            statement.set_given(None if happened else 0)
        elif statement.line is not None:
            statement.line.setVisible(happened or bool(statement.words()))

    def _put(self, sign: Sign, session: Session, text: str) -> None:
        """A line without its sign would have nothing to stand with; it stays on the form until the sign is tapped."""
        if self.statements[sign].row.value() is not None:
            self.desk.diary.signs.collect(session.id, sign, text.strip())
