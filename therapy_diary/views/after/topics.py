"""What was to be brought: brought, partly, or later; what came of it, and how it was received."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from therapy_diary.domain.questions import Question, QuestionSet
from therapy_diary.domain.session import Session
from therapy_diary.domain.topic import SPOKEN, Received, Topic, TopicId, TopicState
from therapy_diary.views.after.part import Line, Part, Sitting
from therapy_diary.views.answers.statement import Statement, rule
from therapy_diary.views.bring.words import received_question, received_words, state_words
from therapy_diary.views.column_page import clear
from therapy_diary.views.page import Desk
from therapy_diary.views.room import words
from therapy_diary.widgets.answer_row import AnswerRow

STATES = (*SPOKEN, TopicState.LATER)
RECEIVED = tuple(Received)
AT_ONCE = 3  # topics on the form before the rest is folded away


class _Reception(QWidget):
    """How it was received: four answers, and none of them needed."""

    def __init__(self, wording: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.row = AnswerRow(self)
        self.row.set_question(f"{received_question()}: {wording}", list(received_words().values()), None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(words(received_question(), "caption", self))
        column.addWidget(self.row)

    def show_received(self, received: Received | None) -> None:
        if received is None:
            self.row.clear()
        else:
            self.row.set_answer(RECEIVED.index(received))

    def received(self) -> Received | None:
        answer = self.row.value()
        return None if answer is None else RECEIVED[answer]


class TopicsPart(Part):
    """A row for each thing that waited, and for those brought into this session; room for what came of it."""

    def __init__(
        self, desk: Desk, ensure: Callable[[], Session | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, ensure, parent)
        self.rows: dict[TopicId, Statement] = {}
        self.receptions: dict[TopicId, _Reception] = {}
        self._topics: dict[TopicId, Topic] = {}
        self._wanted: list[Topic] = []  # those that a row is made for
        self._whole = False
        self.add_title(self.tr("What you wanted to bring"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(14)
        self._column.addLayout(self._rows)
        self.more = QPushButton(self.tr("Show the others"), self)
        self.more.setProperty("kind", "link")
        self.more.clicked.connect(self._unfold)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_sitting(self, sitting: Sitting) -> None:
        topics = self._topics_for(sitting.session)
        self._topics = {it.id: it for it in topics}
        self._wanted = topics if sitting.going_on else topics[:AT_ONCE]
        wanted = [it.id for it in self._wanted]
        if list(self.rows) != (wanted if self._whole else wanted[: len(self.rows)]):
            self._forget_rows()
        for topic in self._wanted:
            if topic.id in self.rows:
                self._show(topic)
            elif self._whole:
                self._add(topic)
        self.setVisible(bool(topics))
        self._fold(sitting)

    def _topics_for(self, session: Session | None) -> list[Topic]:
        therapy = self.desk.diary.therapies.current()
        if therapy is None:
            return []
        topics, here = self.desk.diary.topics, None if session is None else session.id
        brought = [] if here is None else topics.brought_in(here)
        return [*topics.waiting(therapy.id), *brought]

    def pieces(self) -> Iterator[None]:
        while (topic := next((it for it in self._wanted if it.id not in self.rows), None)) is not None:
            self._add(topic)
            yield
        self._whole = True

    def _forget_rows(self) -> None:
        clear(self._rows)
        self.rows, self.lines, self.receptions = {}, [], {}

    def _add(self, topic: Topic) -> None:
        answers = tuple(state_words()[it] for it in STATES)
        form = QuestionSet(version=1, title="", intro="", answers=answers, no_answer="", questions=())
        if self.rows:
            self._rows.addWidget(rule(self))
        question = Question(key=str(topic.id), text=topic.wording, short="", part="")
        row = Statement(question, form, self.tr("What came of it, if you like"), self)
        row.row.answered.connect(partial(self._mark, topic.id))
        self._rows.addWidget(row)
        row.show()
        self.rows[topic.id] = row
        reception = self.receptions[topic.id] = _Reception(topic.wording, row)
        reception.row.answered.connect(partial(self._receive, topic.id))
        row.add_below(reception)
        if row.line is not None:
            self.add_line(Line(key=f"came:{topic.id}", field=row.line, put=partial(self._put, topic.id)))
        self._show(topic)

    def _show(self, topic: Topic) -> None:
        row = self.rows[topic.id]
        for line in self.lines:
            if line.field is row.line:
                line.fill(topic.what_came_of_it)
        if topic.state in STATES:
            row.row.set_answer(STATES.index(topic.state))
        else:
            row.row.clear()
        self.receptions[topic.id].show_received(topic.received)
        self._show_outcome(topic)

    def _show_outcome(self, topic: Topic) -> None:
        """What came of it can be said once it was brought, or if it was said before."""
        self.receptions[topic.id].setVisible(topic.is_spoken)
        line = self.rows[topic.id].line
        if line is not None:
            line.setVisible(topic.is_spoken or bool(line.text()))

    def _mark(self, topic: TopicId, _: object) -> None:
        answer = self.rows[topic].row.value()
        state = TopicState.WAITING if answer is None else STATES[answer]

        def write(session: Session) -> None:
            brought = session.id if state in SPOKEN else None
            marked = replace(self._topics[topic], state=state, brought_in=brought)
            self.desk.diary.topics.save(marked)
            self._topics[topic] = marked

        self.keep(write)
        self._show_outcome(self._topics[topic])

    def _receive(self, topic: TopicId, _: object) -> None:
        received = self.receptions[topic].received()

        def write(_session: Session) -> None:
            self._topics[topic] = replace(self._topics[topic], received=received)
            self.desk.diary.topics.save(self._topics[topic])

        self.keep(write)

    def _put(self, topic: TopicId, _: Session, text: str) -> None:
        self._topics[topic] = replace(self._topics[topic], what_came_of_it=text.strip())
        self.desk.diary.topics.save(self._topics[topic])

    def _fold(self, sitting: Sitting) -> None:
        self.more.setVisible(len(self._topics) > AT_ONCE and not sitting.going_on)

    def _unfold(self) -> None:
        for topic in list(self._topics.values()):
            if topic.id not in self.rows:
                self._add(topic)
        self.grown.emit()
        list(self.rows.values())[AT_ONCE].row.segments()[0].setFocus()
        self.more.hide()
