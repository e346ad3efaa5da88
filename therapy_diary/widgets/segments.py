"""A row of segments of which at most one is chosen: radio buttons drawn as boxes with words in them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QSizePolicy, QStyle, QWidget

from therapy_diary.desktop.theme import font, tokens_in_force

TEXT_FLAGS = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
PADDING = 10
RELAID = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange)
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Segment(QRadioButton):
    """One answer: a radio button to the keyboard and the screen reader, a box with words to the eye."""

    def __init__(self, label: str, *, apart: bool, parent: QWidget) -> None:
        super().__init__(label.replace("&", "&&"), parent)
        self.label = label
        self.apart = apart
        self._ring = False
        self._letters = 0  # the text size for which the widths and heights were measured
        self._widths: dict[str, int] = {}
        self._heights: dict[int, int] = {}
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def widest_word(self) -> int:
        """The width below which a word would have to be cut."""
        return max(self._width_of(word) for word in self.label.split() or [""])

    def height_at(self, width: int) -> int:
        """The height its words need in a box of that width."""
        self._forget_other_letters()
        if width not in self._heights:
            room = QRect(0, 0, max(width - 2 * PADDING, 1), 10_000)
            words = _metrics().boundingRect(room, int(TEXT_FLAGS), self.label).height()
            self._heights[width] = max(tokens_in_force().size("control") + 2, words + 14)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = self._width_of(self.label)
        return QSize(width, self.height_at(width))

    def _width_of(self, words: str) -> int:
        self._forget_other_letters()
        if words not in self._widths:
            self._widths[words] = _metrics().horizontalAdvance(words) + 2 * PADDING
        return self._widths[words]

    def _forget_other_letters(self) -> None:
        """A row is arranged a dozen times before it is first seen: each thing is measured once per text size."""
        if self._letters != tokens_in_force().base_px:
            self._letters = tokens_in_force().base_px
            self._widths.clear()
            self._heights.clear()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens, chosen = tokens_in_force(), self.isChecked()
        fill = tokens.hover if self.underMouse() and self.isEnabled() else tokens.surface
        border, words = tokens.line_strong, tokens.text2 if self.apart else tokens.text
        if chosen:
            fill, border, words = tokens.accent, tokens.accent, tokens.on_accent
            if self.apart:
                fill, words = tokens.accent_soft, tokens.on_accent_soft
        if not self.isEnabled():
            words = tokens.text2 if chosen else tokens.text3
            fill, border = tokens.inset if not chosen else tokens.hover, tokens.line
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, box = tokens.size("radius_control"), QRectF(self.rect())
        if self._ring and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
            box, radius = box.adjusted(3, 3, -3, -3), radius - 2
        dashed = self.apart and not chosen
        painter.setPen(QPen(QColor(border), 1, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setFont(font("body", QFont.Weight.DemiBold if chosen else QFont.Weight.Normal))
        painter.setPen(QColor(words))
        painter.drawText(self.rect().adjusted(4, 0, -4, 0), int(TEXT_FLAGS), self.label)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click is not a second answer; it would take the first one back."""
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The row knows what a key means; space stays the button's own."""
        self._ring = True
        self.update()
        row = self.parentWidget()
        if not (isinstance(row, SegmentRow) and row.take_key(self, event)):
            super().keyPressEvent(event)


class SegmentRow(QWidget):
    """Segments side by side, one tab stop for all of them; arrows walk, Backspace takes the answer back."""

    chosen = Signal(int)  # by the person only: the index, or -1 when they took the answer back

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []
        self._index = -1
        self._arrangements: dict[tuple[int, int], tuple[list[QRect], int]] = {}
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # what is chosen

    def index(self) -> int:
        """Which segment is chosen, counted from 0; -1 when none is."""
        return self._index

    def choose(self, index: int) -> None:
        """Show that segment as chosen, or none for -1; says nothing to anybody."""
        self._index = index
        self._group.setExclusive(False)
        for number, segment in enumerate(self._segments):
            segment.setChecked(number == index)
        self._group.setExclusive(True)
        self._one_tab_stop(max(index, 0))

    def segments(self) -> Sequence[Segment]:
        """The radio buttons, in order."""
        return tuple(self._segments)

    def fill(self, statement: str, labels: Sequence[str], apart: str | None = None) -> None:
        """Put these answers in place of those before; `apart` is one more, set off from the scale."""
        words = [(label, False) for label in labels] + ([] if apart is None else [(apart, True)])
        if words != [(it.label, it.apart) for it in self._segments]:
            self._replace(words)
        self._arrangements.clear()
        for segment in self._segments:
            segment.setAccessibleName(f"{statement}: {segment.label}" if statement else segment.label)
        self.setAccessibleName(statement)
        self.choose(-1)
        self._place()

    def _replace(self, words: Sequence[tuple[str, bool]]) -> None:
        for segment in self._segments:
            self._group.removeButton(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [Segment(label, apart=apart, parent=self) for label, apart in words]
        for number, segment in enumerate(self._segments):
            self._group.addButton(segment, number)
            segment.show()

    # the person's acts

    def take_key(self, segment: Segment, event: QKeyEvent) -> bool:
        """Do what a key means on a segment; False when it means nothing here."""
        here = self._segments.index(segment)
        key = Qt.Key(event.key())
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not plain:
            return False
        if key in STEPS:
            sideways = key in {Qt.Key.Key_Left, Qt.Key.Key_Right}
            turned = sideways and self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            self._walk(here, here + STEPS[key] * (-1 if turned else 1))
        elif key in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._act(-1)
        elif (wanted := self.index_for_key(event)) is not None:
            self._segments[wanted].setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._act(wanted)
        else:
            return False
        return True

    def index_for_key(self, event: QKeyEvent) -> int | None:
        """Which segment a typed character chooses, if any."""
        text = event.text()
        scale = sum(not it.apart for it in self._segments)
        if len(text) == 1 and text.isdecimal() and int(text) < scale:
            return int(text)
        if text.lower() == "x" and scale < len(self._segments):
            return scale
        return None

    def _walk(self, here: int, there: int) -> None:
        there = min(max(there, 0), len(self._segments) - 1)
        if there == here:
            return
        self._one_tab_stop(there)
        self._segments[there].setFocus(Qt.FocusReason.TabFocusReason)
        if self._index == here:  # as with every radio button: the choice goes along once there is one
            self._act(there)

    def _clicked(self, index: int) -> None:
        self._act(-1 if index == self._index else index)

    def _act(self, index: int) -> None:
        if index == self._index:
            return
        stop = self._index if index < 0 else index
        self.choose(index)
        self._one_tab_stop(max(stop, 0))
        self.chosen.emit(index)

    def _one_tab_stop(self, index: int) -> None:
        for number, segment in enumerate(self._segments):
            policy = Qt.FocusPolicy.StrongFocus if number == index else Qt.FocusPolicy.ClickFocus
            segment.setFocusPolicy(policy)

    # where things stand

    def arrange(self, width: int) -> tuple[list[QRect], int]:
        """Where each segment stands, left to right, in a row of that width, and the height of it all."""
        raise NotImplementedError

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arranged(width)[1]

    def _arranged(self, width: int) -> tuple[list[QRect], int]:
        """What arrange() says, asked once for each width and text size: a row is asked a dozen times before it is seen."""
        asked = width, tokens_in_force().base_px
        if asked not in self._arrangements:
            self._arrangements[asked] = self.arrange(width)
        return self._arrangements[asked]

    def sizeHint(self) -> QSize:
        width = sum(it.sizeHint().width() + 8 for it in self._segments)
        return QSize(width, self.heightForWidth(max(self.width(), 1)))

    def minimumSizeHint(self) -> QSize:
        least = max((it.widest_word() for it in self._segments), default=0)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in RELAID:
            self._place()

    def _place(self) -> None:
        places, height = self._arranged(self.width())
        for segment, place in zip(self._segments, places, strict=True):
            segment.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
        self.updateGeometry()
        self.update()


def _metrics() -> QFontMetrics:
    """Of the heavier weight, so that choosing a segment moves nothing."""
    return QFontMetrics(font("body", QFont.Weight.DemiBold))
