"""One thing that was said: when, what came of it, and how it was received."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from therapy_diary.domain.topic import PastTopic, Received, Topic, TopicState
from therapy_diary.views.bring.words import kind_words, received_question, received_words, state_words
from therapy_diary.views.column_page import along
from therapy_diary.views.days import date_in_words
from therapy_diary.views.half_given import Given, HalfGiven, given_words
from therapy_diary.views.room import button, words
from therapy_diary.widgets.answer_row import AnswerRow
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.menu_tool import MenuTool, Tool
from therapy_diary.widgets.private_text import PrivateText
from therapy_diary.widgets.words_and_acts import WordsAndActs

PLACE = "topics:came:"
RECEIVED = tuple(Received)


class SaidRow(QWidget):
    """Reads as a line of the person's own evidence; the pencil opens the field for what came of it."""

    wanted = Signal()  # what stands in the fields is to be kept
    marked = Signal(object)  # a TopicState

    def __init__(self, past: PastTopic, half: HalfGiven, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic, self._half = past.topic, half
        self.outcome: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = WordsAndActs(self)
        self._say(past)
        self._add_acts()
        column.addWidget(self.line)
        if half.at(self.place) is not None:
            self.open()

    @property
    def place(self) -> str:
        """Where its draft lies."""
        return f"{PLACE}{self.topic.uid}"

    def open(self) -> PrivateText:
        """Show the fields, with what was half given; the one for words."""
        if self.outcome is None:
            self.outcome = self._fields()
            layout = self.layout()
            if layout is not None:
                layout.addWidget(self.outcome)
            half = self._half.at(self.place)
            self.came.set_text(self.topic.what_came_of_it if half is None else given_words(half, "came"))
            self._show_received(self.topic.received if half is None else given_words(half, "received"))
            for it in (self.pencil, *self._told):
                it.hide()
        return self.came

    @property
    def is_changed(self) -> bool:
        """Whether anything here is not in the diary."""
        return self.outcome is not None and self.put_into(self.topic) != self.topic

    def put_into(self, topic: Topic) -> Topic:
        """The topic with what stands here."""
        answer = self.received.value()
        return replace(
            topic,
            what_came_of_it=self.came.text().strip(),
            received=None if answer is None else RECEIVED[answer],
        )

    # inside

    def _say(self, past: PastTopic) -> None:
        topic, row = past.topic, self.line
        about = [date_in_words(past.on), kind_words()[topic.kind]]
        if topic.state is TopicState.PARTLY:
            about.append(self.tr("brought in part"))
        row.words.addWidget(words(" · ".join(about), "caption", row))
        row.words.addWidget(along(topic.wording, "label", row))
        self._told: list[QWidget] = []  # what the fields show, while they are open
        if topic.what_came_of_it.strip():
            self._told.append(along(topic.what_came_of_it.strip(), "", row))
        if topic.received is not None:
            said = self.tr("How it was received: {how}").format(how=received_words()[topic.received])
            self._told.append(words(said, "caption", row))
        for it in self._told:
            row.words.addWidget(it)

    def _add_acts(self) -> None:
        wording = self.topic.wording
        self.pencil = Tool("pencil", self.tr("What came of it"), wording, self.line)
        self.pencil.clicked.connect(lambda _=False: self.open().setFocus(Qt.FocusReason.OtherFocusReason))
        self.ways = MenuTool("ellipsis", self.tr("How it stands"), wording, self.line)
        other = TopicState.BROUGHT if self.topic.state is TopicState.PARTLY else TopicState.PARTLY
        self.acts = {
            other: self.ways.offer(state_words()[other], partial(self.marked.emit, other)),
            TopicState.WAITING: self.ways.offer(
                self.tr("Bring it again"), partial(self.marked.emit, TopicState.WAITING)
            ),
        }
        for made in (self.ways, self.pencil):
            self.line.add_act(made)

    def _fields(self) -> QWidget:
        holder = QWidget(self)
        self.came, self.received = GrowingText(holder), AnswerRow(holder)
        self.came.set_lines(1, 10)
        self.came.setPlaceholderText(self.tr("What came of it, if you like"))
        self.came.setAccessibleName(f"{self.tr('What came of it')}: {self.topic.wording}")
        question = received_question()
        self.received.set_question(question, list(received_words().values()), None)
        self.came.edited.connect(self._typed)
        self.received.answered.connect(lambda _: self._typed())
        keep, cancel = (
            button(self.tr("Keep"), self.wanted.emit, "primary"),
            button(self.tr("Cancel"), self._cancel, "ghost"),
        )
        acts = QHBoxLayout()
        acts.setSpacing(10)
        acts.addWidget(keep)
        acts.addWidget(cancel)
        acts.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.came)
        column.addWidget(words(question, "caption", holder))
        column.addWidget(self.received)
        column.addLayout(acts)
        return holder

    def _show_received(self, received: object) -> None:
        if isinstance(received, str) and received in RECEIVED:
            self.received.set_answer(RECEIVED.index(Received(received)))
        else:
            self.received.clear()

    def _given(self) -> Given:
        answer = self.received.value()
        return {"came": self.came.text(), "received": "" if answer is None else RECEIVED[answer].value}

    def _typed(self) -> None:
        self._half.touch(self.place, self._given() if self.is_changed else None)

    def _cancel(self) -> None:
        self._half.touch(self.place, None)
        self.shut()
        self.pencil.setFocus(Qt.FocusReason.OtherFocusReason)

    def shut(self) -> None:
        """Put the fields away."""
        if self.outcome is not None:
            self.outcome.hide()
            self.outcome.deleteLater()
            self.outcome = None
            for it in (self.pencil, *self._told):
                it.show()
