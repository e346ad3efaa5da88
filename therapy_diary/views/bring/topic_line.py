"""The words of one thing to bring, wherever it is shown."""

from PySide6.QtWidgets import QWidget

from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.insight.review import HARD_TO_SAY
from therapy_diary.views.column_page import along
from therapy_diary.widgets.words_and_acts import WordsAndActs


class TopicLine(WordsAndActs):
    """What it is, its first sentence in large type where it is hard to say, and whether it was put off."""

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        is_hard = topic.hard_to_say >= HARD_TO_SAY
        self.words.addWidget(along(topic.wording, "label", self))
        if topic.opening_line.strip():
            said = f"“{topic.opening_line.strip()}”"
            self.words.addWidget(along(said, "h3" if is_hard else "sub", self))
        if topic.state is TopicState.LATER:
            self.words.addWidget(along(self.tr("put off for later"), "caption", self))
