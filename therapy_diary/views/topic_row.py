"""One thing to bring, as it stands on the page before a session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from therapy_diary.desktop.theme import px
from therapy_diary.domain.topic import Topic, TopicState
from therapy_diary.insight.review import HARD_TO_SAY
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.flow_layout import FlowLayout

LEAST_WORDS = 24  # times the height of the letters, beside the buttons


class TopicRow(QFrame):
    """The topic's words, its first sentence in large type where it is hard to say, and what may come of it."""

    marked = Signal(object)  # a TopicState

    def __init__(self, topic: Topic, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic = topic
        words = QVBoxLayout()
        words.setSpacing(2)
        is_hard = topic.hard_to_say >= HARD_TO_SAY
        wording = _label(topic.wording, "label")
        words.addWidget(wording)
        if topic.opening_line.strip():
            words.addWidget(_label(f"“{topic.opening_line.strip()}”", "h3" if is_hard else "sub"))
        if topic.state is TopicState.LATER:
            words.addWidget(_label(self.tr("put off for later"), "caption"))
        self.buttons = {state: self._button(state, said) for state, said in self._states()}
        acts = QWidget(self)
        flow = FlowLayout(acts, spacing=6)
        for button in self.buttons.values():
            flow.addWidget(button)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 2, 0, 2)
        self._row.setSpacing(16)
        self._row.addLayout(words, 1)
        self._row.addWidget(acts, 0, Qt.AlignmentFlag.AlignTop)
        self._acts = acts

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What came of it stands beside the words, or below them where these would get too narrow to read well."""
        super().resizeEvent(event)
        wanted = sum(it.sizeHint().width() + 6 for it in self.buttons.values())
        beside = self.width() >= wanted + LEAST_WORDS * px()
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._row.setSpacing(16 if beside else 6)
        self._acts.setMinimumWidth(wanted if beside else 0)

    def _states(self) -> list[tuple[TopicState, str]]:
        return [
            (TopicState.BROUGHT, self.tr("Brought")),
            (TopicState.PARTLY, self.tr("Partly")),
            (TopicState.LATER, self.tr("Later")),
            (TopicState.LET_GO, self.tr("Let go")),
        ]

    def _button(self, state: TopicState, said: str) -> QPushButton:
        button = QPushButton(said, self)
        button.setProperty("kind", "chip")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAccessibleName(f"{said}: {self.topic.wording}")
        button.setVisible(state is not self.topic.state)
        button.clicked.connect(lambda: self.marked.emit(state))
        return button


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    stand_along_page(label)
    return label
