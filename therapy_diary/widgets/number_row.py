"""A scale from 0 to 10 with words under 0, 5 and 10, for how near a goal is."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from therapy_diary.desktop.theme import font, tokens_in_force
from therapy_diary.widgets.segments import SegmentRow

STEPS = 11
BROKEN_AFTER = 6
GAP = 6
TEN_WITHIN = 900  # milliseconds between the 1 and the 0 of a typed 10


class NumberRow(SegmentRow):
    """Eleven numbers of which one may be chosen; nothing is chosen beforehand."""

    rated = Signal(object)  # the number, or None when the person took it back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ("", "", "")
        self._since_one = QElapsedTimer()
        self.chosen.connect(lambda index: self.rated.emit(None if index < 0 else index))
        self.fill("", [str(number) for number in range(STEPS)])

    def set_question(self, text: str, words: Sequence[str] = ("", "", "")) -> None:
        """Rate `text`; `words` stand under 0, 5 and 10. Clears the answer."""
        self._words = tuple(words)
        self.fill(text, [str(number) for number in range(STEPS)])
        for number, word in zip((0, 5, 10), self._words, strict=True):
            if word:
                segment = self.segments()[number]
                segment.setAccessibleName(f"{segment.accessibleName()}, {word}")

    def value(self) -> int | None:
        """0 … 10, or None when nothing is chosen."""
        return None if self.index() < 0 else self.index()

    def set_value(self, value: int | None) -> None:
        """Show this number, without a signal; raises ValueError outside 0 … 10."""
        if value is not None and not 0 <= value < STEPS:
            raise ValueError(value)
        self.choose(-1 if value is None else value)

    def clear(self) -> None:
        """No number, without a signal."""
        self.choose(-1)

    def index_for_key(self, event: QKeyEvent) -> int | None:
        """Digits; a 0 soon after a 1 makes it 10."""
        wanted = super().index_for_key(event)
        if wanted == 0 and self._since_one.isValid() and self._since_one.elapsed() < TEN_WITHIN:
            wanted = 10
        self._since_one.invalidate()
        if wanted == 1:
            self._since_one.start()
        return wanted

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        """One row of eleven, or 0–5 above 6–10 when they would get too narrow; words below."""
        segments = self.segments()
        needed = max(it.widest_word() for it in segments) - 8
        in_a_row = STEPS if (width + GAP) // STEPS - GAP >= needed else BROKEN_AFTER
        each = min((width + GAP) // in_a_row - GAP, round(tokens_in_force().px("body") * 6.5))
        height = segments[0].height_at(each)
        places = [
            QRect((each + GAP) * (n % in_a_row), (height + GAP) * (n // in_a_row), each, height)
            for n in range(STEPS)
        ]
        bottom = places[-1].bottom() + 1
        return places, bottom + self._words_height(places, width)

    def sizeHint(self) -> QSize:
        return QSize(tokens_in_force().px("body") * 40, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        places, _ = self.arrange(self.width())
        painter = QPainter(self)
        painter.setFont(font("caption"))
        painter.setPen(QColor(tokens_in_force().text3))
        for rect, flags, words in self._captions(places, self.width()):
            visual = QStyle.visualRect(self.layoutDirection(), self.rect(), rect)
            turned = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag(flags))
            painter.drawText(visual, int(turned) | int(Qt.TextFlag.TextWordWrap), words)

    def _words_height(self, places: list[QRect], width: int) -> int:
        metrics = QFontMetrics(font("caption"))
        wrap = int(Qt.TextFlag.TextWordWrap)
        tall = (
            metrics.boundingRect(rect, wrap, words).height()
            for rect, _, words in self._captions(places, width)
        )
        return max(tall, default=-4) + 6

    def _captions(self, places: list[QRect], width: int) -> list[tuple[QRect, Qt.AlignmentFlag, str]]:
        """The words with where they stand: under their numbers, or as one line when the row is broken."""
        if not any(self._words):
            return []
        top, tall = places[-1].bottom() + 5, 10_000
        flag = Qt.AlignmentFlag
        if places[-1].top() > 0:
            told = " · ".join(
                f"{n} \u2068{word}\u2069" for n, word in zip((0, 5, 10), self._words, strict=True) if word
            )
            return [(QRect(0, top, width, tall), flag.AlignLeft, told)]
        full = places[-1].right() + 1
        third = full // 3 - 4
        middle = places[5].center().x()
        return [
            (QRect(0, top, third, tall), flag.AlignLeft, self._words[0]),
            (QRect(middle - third // 2, top, third, tall), flag.AlignHCenter, self._words[1]),
            (QRect(full - third, top, third, tall), flag.AlignRight, self._words[2]),
        ]
