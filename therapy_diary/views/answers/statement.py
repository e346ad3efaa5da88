"""One statement or question with its worded answers, and perhaps room for a line of words."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from therapy_diary.domain.questions import Question, QuestionSet
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.answer_row import AnswerRow, Mark
from therapy_diary.widgets.growing_text import GrowingText

BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
NOT_SAID = "x"  # how "can't say" stands in a draft


class Statement(QWidget):
    """The words, the answers under them, and no answer until the person gives one.

    A form whose no_answer is empty has no answer set apart.
    """

    changed = Signal()  # by the person only

    def __init__(
        self, question: Question, form: QuestionSet, words_wanted: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self._text = QLabel(question.text, self)
        self._text.setProperty("role", "question")
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        stand_along_page(self._text)
        self.row = AnswerRow(self)
        self.row.set_question(question.text, form.answers, form.no_answer or None)
        self.row.answered.connect(lambda _: self.changed.emit())
        for segment in self.row.segments():
            segment.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._text)
        self._column.addWidget(self.row)
        self.line: GrowingText | None = None
        if words_wanted:
            self.line = GrowingText(self)
            self.line.set_lines(1, 8)
            self.line.setProperty("ruled", True)
            self.line.setPlaceholderText(words_wanted)
            self.line.setAccessibleName(f"{question.text} {words_wanted}")
            self.line.edited.connect(self.changed)
            self._column.addWidget(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def add_below(self, widget: QWidget) -> None:
        """Put something under the answers."""
        self._column.addWidget(widget)

    def words(self) -> str:
        """The line as typed, without the space around it."""
        return "" if self.line is None else self.line.text().strip()

    def set_words(self, words: str) -> None:
        """Fill the line, unless it says so already."""
        if self.line is not None and self.line.text() != words:
            self.line.set_text(words)

    def given(self) -> int | str | None:
        """The answer as a draft keeps it: 0 … 4, "x" for "can't say", None for no answer."""
        answer = self.row.answer()
        if answer is Mark.CANNOT_SAY:
            return NOT_SAID
        return answer if isinstance(answer, int) else None

    def set_given(self, given: object) -> None:
        """Show an answer as a draft keeps it; what is none of them shows as no answer."""
        if given == NOT_SAID:
            self.row.set_answer(Mark.CANNOT_SAY)
        elif isinstance(given, int) and 0 <= given < sum(not it.apart for it in self.row.segments()):
            self.row.set_answer(given)
        else:
            self.row.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Scroll the words into view along with the answer that Tab leads to."""
        if isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() in BY_KEY:
            above: QWidget | None = self.parentWidget()
            while above is not None and not isinstance(above, QScrollArea):
                above = above.parentWidget()
            if above is not None:
                above.ensureWidgetVisible(self._text, 0, 8)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()


def rule(parent: QWidget | None = None) -> QFrame:
    """A thin line between two statements."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    return line
