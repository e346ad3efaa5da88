"""One thing to bring, as it stands on the page before a session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.insight.review import HARD_TO_SAY
from therapy_diary.views.bring.words import state_words
from therapy_diary.views.column_page import along
from therapy_diary.widgets.words_and_acts import WordsAndActs


class TopicRow(WordsAndActs):
    """The topic's words, its first sentence in large type where it is hard to say, and what may come of it."""

    marked = Signal(object)  # a TopicState

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        words = self.words
        is_hard = topic.hard_to_say >= HARD_TO_SAY
        words.addWidget(along(topic.wording, "label", self))
        if topic.opening_line.strip():
            words.addWidget(along(f"“{topic.opening_line.strip()}”", "h3" if is_hard else "sub", self))
        if topic.state is TopicState.LATER:
            words.addWidget(along(self.tr("put off for later"), "caption", self))
        self.buttons = {state: self._button(state, said) for state, said in self._states()}
        for button in self.buttons.values():
            self.add_act(button)

    def _states(self) -> list[tuple[TopicState, str]]:
        return [(state, said) for state, said in state_words().items() if state is not TopicState.WAITING]

    def _button(self, state: TopicState, said: str) -> QPushButton:
        button = QPushButton(said, self)
        button.setProperty("kind", "chip")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{said}: {self.topic.wording}")
        button.setVisible(state is not self.topic.state)
        button.clicked.connect(lambda: self.marked.emit(state))
        return button
