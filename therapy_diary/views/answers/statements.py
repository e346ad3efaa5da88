"""The statements of a form one under the other, made one after the other: a form of eight is too much for one turn."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from therapy_diary.desktop.in_turns import InTurns
from therapy_diary.domain.questions import QuestionSet
from therapy_diary.views.answers.statement import NOT_SAID, Statement, rule

Answers = dict[str, int | str]
"""By the key of the question, as a draft keeps them."""


class Statements(QObject):
    """What is given to a statement that is not there yet waits for it, and is already said to be given."""

    changed = Signal()
    """An answer or a line was changed by the person."""
    made = Signal(Statement)

    def __init__(
        self, form: QuestionSet, card: QWidget, column: QVBoxLayout, words_wanted: str = "", *, ruled: bool
    ) -> None:
        """card: what the statements lie on, and column: where; words_wanted: asks for a line about each."""
        super().__init__(card)
        self.turns: InTurns | None = None
        """What makes them, for whoever needs all of them at once."""
        self._form, self._card, self._column = form, card, column
        self._words_wanted, self._ruled = words_wanted, ruled
        self._there: dict[str, Statement] = {}
        self._answers: dict[str, object] = {}
        self._words: dict[str, str] = {}

    def pieces(self) -> Iterator[None]:
        """Makes one of them each time it is asked to go on."""
        for question in self._form.questions:
            if self._there and self._ruled:
                self._column.addWidget(rule(self._card))
            statement = Statement(question, self._form, self._words_wanted, self._card)
            self._column.addWidget(statement)
            self._there[question.key] = statement
            self._fill(statement)
            statement.show()  # at once: whoever asked for it may want to go there by Tab
            statement.changed.connect(self.changed)
            self.made.emit(statement)
            yield

    def all(self) -> Sequence[Statement]:
        """All of them, in their order, made now where they are not there yet."""
        if self.turns is not None:
            self.turns.make_all()
        return tuple(self._there.values())

    def there(self) -> Sequence[Statement]:
        """Those that are there."""
        return tuple(self._there.values())

    def first_stop(self) -> QWidget | None:
        """Where the keyboard begins; None while nothing is there."""
        first = next(iter(self._there.values()), None)
        segments = () if first is None else first.row.segments()
        return next((it for it in segments if it.focusPolicy() & Qt.FocusPolicy.TabFocus), None)

    def fill(self, answers: Mapping[str, object], words: Mapping[str, str]) -> None:
        """Show these answers, as a draft keeps them, and these lines; none where there is none. Says nothing."""
        self._answers, self._words = dict(answers), dict(words)
        for statement in self._there.values():
            self._fill(statement)

    def answers(self) -> Answers:
        """What is answered: a number, or "x" for "can't say"."""
        given = {it.key: self._answer(it.key) for it in self._form.questions}
        return {key: answer for key, answer in given.items() if answer is not None}

    def value(self, key: str) -> int | None:
        """The number given; None both for "can't say" and for no answer."""
        answer = self._answer(key)
        return answer if isinstance(answer, int) else None

    def values(self) -> dict[str, int | None]:
        """The number given to each, as value() says it."""
        return {it.key: self.value(it.key) for it in self._form.questions}

    def said_count(self) -> str:
        """How many are answered, in words."""
        values = self.values().values()
        words = self.tr("{answered} of {all} answered. You can leave any of them empty.")
        return words.format(answered=sum(it is not None for it in values), all=len(values))

    def words(self) -> dict[str, str]:
        """The lines, without the empty ones."""
        lines = {
            key: it.words() if (it := self._there.get(key)) is not None else self._words.get(key, "").strip()
            for key in (question.key for question in self._form.questions)
        }
        return {key: line for key, line in lines.items() if line}

    def _answer(self, key: str) -> int | str | None:
        if (statement := self._there.get(key)) is not None:
            return statement.given()
        given = self._answers.get(key)
        if given == NOT_SAID and self._form.no_answer:
            return NOT_SAID
        is_number = isinstance(given, int) and 0 <= given < len(self._form.answers)
        return given if is_number and isinstance(given, int) else None

    def _fill(self, statement: Statement) -> None:
        key = statement.question.key
        statement.set_given(self._answers.get(key))
        statement.set_words(self._words.get(key, ""))
