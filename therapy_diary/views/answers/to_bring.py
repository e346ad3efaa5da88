"""The quiet offer to make a question, such as one of the checklist, something to bring."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.domain.questions import Question
from therapy_diary.domain.therapy import TherapyId
from therapy_diary.domain.topic import TopicKind
from therapy_diary.storage.errors import StorageError
from therapy_diary.views.half_given import trouble_in_words
from therapy_diary.views.page import Desk

OF_LIFE = {"4", "7"}  # these ask about the person's life; the others about the two of them


class Offer(QWidget):
    """A link under one question, which turns into a few words once it was taken."""

    def __init__(
        self, desk: Desk, question: Question, source: str = "checklist", kind: TopicKind | None = None
    ) -> None:
        """kind: what the topic is about; None asks the question."""
        super().__init__()
        self._desk = desk
        self._question = question
        self._source, self._kind = source, kind
        self._therapy: TherapyId | None = None
        self.button = QPushButton(self.tr("Make this something to bring"), self)
        self.button.setProperty("kind", "link")
        self.button.setIcon(icon("plus", "accent"))
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.setAccessibleDescription(question.text)
        self.button.clicked.connect(self._take)
        self.words = QLabel(self)
        self.words.setProperty("role", "caption")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        row.addWidget(self.words, 1)
        self.hide()

    def show_for(self, therapy: TherapyId, offered: bool) -> None:
        """Offer it, or say that it waits already; nothing at all when not `offered`."""
        self._therapy = therapy
        waits = offered and any(
            it.wording == self._question.text for it in self._desk.diary.topics.waiting(therapy)
        )
        self.button.setVisible(not waits)
        self.words.setText(self.tr("This is among what you want to bring.") if waits else "")
        self.setVisible(offered)

    def _take(self) -> None:
        if self._therapy is None:
            return
        of_life = TopicKind.CONTENT if self._question.key in OF_LIFE else TopicKind.RELATIONSHIP
        kind = self._kind or of_life
        try:
            with self._desk.diary.change():
                self._desk.diary.topics.add(
                    self._therapy,
                    self._question.text,
                    self._desk.now().date(),
                    kind=kind,
                    source=self._source,
                )
        except StorageError as error:
            self.words.setText(trouble_in_words(error))
            return
        had_focus = self.button.hasFocus()
        self.show_for(self._therapy, offered=True)
        if had_focus:
            self.focusNextChild()
