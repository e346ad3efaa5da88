"""For whom the page in view is made: for me, for my therapist, or for a next one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.domain.closing import Audience
from therapy_diary.views.closing.words import audience_words
from therapy_diary.widgets.answer_row import AnswerRow

AUDIENCES = tuple(Audience)


class AudienceRow(AnswerRow):
    """One of them is always chosen: mine, to begin with."""

    turned = Signal()
    """Another one was chosen."""

    def __init__(self, statement: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_question(statement, list(audience_words().values()), None)
        self.choose(0)
        self.chosen.connect(self._turn)

    def audience(self) -> Audience:
        """The one chosen."""
        return AUDIENCES[self.index()]

    def _turn(self, index: int) -> None:
        if index < 0:  # taken back: then it is mine
            self.choose(0)
        self.turned.emit()
