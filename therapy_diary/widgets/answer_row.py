"""The worded answers to one statement, in a row; nothing is chosen beforehand and an answer can be taken back."""

import enum
from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import tokens_in_force
from therapy_diary.widgets.segments import SegmentRow

GAP = 8
APART = 16
MOST_LINES_HIGH = 3
WIDEST = 190  # of one segment, at 100 % text


class Mark(enum.Enum):
    """The two answers that are no number."""

    UNTOUCHED = "untouched"
    CANNOT_SAY = "cannot_say"


Answer = int | Mark


class AnswerRow(SegmentRow):
    """A row of worded answers, 0 … n-1, and one set apart for "can't say"."""

    answered = Signal(object)  # the new Answer; only when the person chose it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = 0
        self.chosen.connect(lambda index: self.answered.emit(self._answer_at(index)))

    def set_question(self, text: str, labels: Sequence[str], cannot_say: str | None) -> None:
        """Offer these answers to the statement `text`; None leaves out the segment set apart. Clears the answer."""
        self._scale = len(labels)
        self.fill(text, labels, cannot_say)

    def answer(self) -> Answer:
        """0 … n-1, or why there is no number."""
        return self._answer_at(self.index())

    def set_answer(self, answer: Answer) -> None:
        """Show this answer, without a signal; raises ValueError when the row does not offer it."""
        wanted = -1
        if answer is Mark.CANNOT_SAY:
            wanted = self._scale
        elif isinstance(answer, int):
            wanted = answer
        if not -1 <= wanted < len(self.segments()):
            raise ValueError(answer)
        self.choose(wanted)

    def value(self) -> int | None:
        """The number chosen; None both for "can't say" and for no answer."""
        answer = self.answer()
        return answer if isinstance(answer, int) else None

    def is_answered(self) -> bool:
        """Whether the person chose anything, "can't say" included."""
        return self.answer() is not Mark.UNTOUCHED

    def clear(self) -> None:
        """No answer, without a signal."""
        self.choose(-1)

    def _answer_at(self, index: int) -> Answer:
        if index < 0:
            return Mark.UNTOUCHED
        return index if index < self._scale else Mark.CANNOT_SAY

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        """All in one row if the words fit; else the one set apart below; else one under the other."""
        segments = self.segments()
        scale = segments[: self._scale]
        widest = tokens_in_force().scaled(WIDEST)
        if not segments:
            return [], 0
        for count in (len(segments), len(scale)):
            apart = APART if count > len(scale) else 0
            each = min((width - apart - GAP * (count - 1)) // max(count, 1), widest)
            needed = max(it.widest_word() for it in segments[:count])
            height = max(it.height_at(each) for it in segments[:count]) if each >= needed else 0
            if not 0 < height <= self._most_high():
                continue
            places = [
                QRect((each + GAP) * n + (apart if n >= len(scale) else 0), 0, each, height)
                for n in range(count)
            ]
            if count < len(segments):
                hint = segments[count].sizeHint()
                room = min(max(hint.width() + 16, each), width)
                below = segments[count].height_at(room)
                places.append(QRect(0, height + GAP, room, below))
                height += GAP + below
            return places, height
        return self._one_under_the_other(width, widest)

    def _one_under_the_other(self, width: int, widest: int) -> tuple[list[QRect], int]:
        places: list[QRect] = []
        below = 0
        for number, segment in enumerate(self.segments()):
            each = min(width, widest * 2)
            below += 6 if number == self._scale and number else 0
            places.append(QRect(0, below, each, segment.height_at(each)))
            below += places[-1].height() + 4
        return places, below - 4

    def _most_high(self) -> int:
        return tokens_in_force().px("body") * 2 * MOST_LINES_HIGH
