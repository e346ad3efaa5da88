"""How one row of the timeline or of a search is drawn: a card on a rail, or the heading of a month."""

from functools import lru_cache

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from therapy_diary.desktop.icons import draw_icon
from therapy_diary.desktop.theme import font, px, tokens_in_force
from therapy_diary.views.finding.drawn_words import laid_out, line_height, words_layout
from therapy_diary.views.finding.entry import Entry, EntryKind, Marks

BODY_LINES = 2
PAD = 16
GAP = 10  # between two cards
CHIP_PAD = 11
CHIP_GAP = 6
BAR_COUNT = 3
LEAST_ZERO = 6  # pixels: an answer of 0 is drawn, as it is an answer
MEDIUM, DEMI_BOLD = QFont.Weight.Medium, QFont.Weight.DemiBold

LOOKS = {  # circle, icon's colour, icon
    EntryKind.SESSION: ("accent_soft", "on_accent_soft", "message-circle"),
    EntryKind.NOTE: ("inset", "text2", "notebook-pen"),
    EntryKind.MILESTONE: ("ok_soft", "ok", "sprout"),
    EntryKind.BREAK: ("hover", "text2", "calendar-off"),
    EntryKind.TOPIC: ("inset", "text2", "message-square-quote"),
    EntryKind.GOAL: ("inset", "text2", "target"),
    EntryKind.CHECKLIST: ("inset", "text2", "list-checks"),
    EntryKind.ENDING: ("inset", "text2", "sunset"),
}
MOST_KEPT = 500
OTHER_LETTERS = (QEvent.Type.FontChange, QEvent.Type.StyleChange)
ALONG = Qt.AlignmentFlag.AlignLeft


class CardDelegate(QStyledItemDelegate):
    """Draws the rows in the theme in force; everything turns round in a right-to-left window."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._sizes: dict[int, tuple[Entry, QSize]] = {}
        self._room = 0  # the width they are for
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Other letters make other heights. There are no editors, whose events this is meant for."""
        del watched
        if event.type() in OTHER_LETTERS:
            self._sizes.clear()
        return False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Kept, because a list asks for the height of every row each time it grows."""
        del option
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        if (room := _room_in(self._view)) != self._room:
            self._room = room
            self._sizes.clear()
        kept = self._sizes.get(id(entry))
        if kept is None or kept[0] is not entry:
            if len(self._sizes) > MOST_KEPT + 2 * index.model().rowCount():
                self._sizes.clear()  # of rows that are there no more
            kept = self._sizes[id(entry)] = (entry, self._size_of(entry))
        return kept[1]

    def _size_of(self, entry: Entry) -> QSize:
        if entry.kind is EntryKind.MONTH:
            return QSize(100, px() * 3)
        height = 2 * PAD + _height("caption") + 4 + line_height(font("h3", DEMI_BOLD))
        if entry.body:
            room = self._room - self._rail() - 2 * PAD - 2
            lines = laid_out(entry.body, font(), room, BODY_LINES, ALONG)[0].lineCount()
            height += 2 + lines * line_height(font())
        if entry.chips or entry.bars:
            height += 10 + self._chip_height()
        return QSize(100, height + GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind is EntryKind.MONTH:
            self._draw_month(painter, option, entry)
        else:
            self._draw_rail(painter, option, entry)
            card = option.rect.adjusted(self._rail(), 0, -2, -GAP)
            self._draw_box(painter, option, self._turned(option, card))
            self._draw_words(painter, option, card.adjusted(PAD, PAD, -PAD, -PAD), entry)
        painter.restore()

    # the parts of a row; rectangles are thought left to right, and turned when they are drawn

    def _draw_month(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        room = option.rect.adjusted(self._rail(), 0, 0, -8)
        look = font("caption", DEMI_BOLD)
        room.setTop(room.bottom() - line_height(look))
        self._line(painter, option, room, entry.title, look, tokens_in_force().text3)

    def _draw_rail(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry) -> None:
        tokens, whole = tokens_in_force(), option.rect
        side = round(px() * 2.15)
        middle = whole.left() + 2 + side // 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line))
        painter.drawRect(self._turned(option, QRect(middle - 1, whole.top(), 2, whole.height())))
        circle = self._turned(option, QRect(whole.left() + 2, whole.top() + PAD - 4, side, side))
        fill, ink, name = LOOKS[entry.kind]
        painter.setBrush(QColor(tokens.bg))
        painter.drawEllipse(circle.adjusted(-4, -4, 4, 4))
        painter.setBrush(QColor(tokens.colour(fill)))
        painter.drawEllipse(circle)
        inset = side // 4
        draw_icon(painter, name, circle.adjusted(inset, inset, -inset, -inset), tokens.colour(ink))

    def _draw_box(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        tokens, state = tokens_in_force(), QStyle.StateFlag
        pen = QPen(QColor(tokens.line), 1)
        if option.state & state.State_MouseOver:
            pen = QPen(QColor(tokens.line_strong), 1)
        if option.state & state.State_Selected:
            pen = QPen(QColor(tokens.accent), 1.5)
        if option.state & state.State_HasFocus:
            pen = QPen(QColor(tokens.focus), 2)
        radius = tokens.size("radius_card")
        painter.setBrush(QColor(tokens.surface))
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(card).adjusted(1, 1, -1, -1), radius, radius)

    def _draw_words(self, painter: QPainter, option: QStyleOptionViewItem, room: QRect, entry: Entry) -> None:
        tokens, down = tokens_in_force(), room.top()

        def place(height: int) -> QRect:
            return QRect(room.left(), down, room.width(), height)

        caption, heading = font("caption", MEDIUM), font("h3", DEMI_BOLD)
        self._line(painter, option, place(_height("caption")), entry.day, caption, tokens.text3)
        down += _height("caption") + 4
        self._draw_title(painter, option, place(line_height(heading)), entry, heading)
        down += line_height(heading)
        if entry.body:
            down += 2
            along = QStyle.visualAlignment(option.direction, ALONG)
            body = words_layout(entry.body, font(), room.width(), BODY_LINES, along, entry.body_marks)
            painter.setPen(QColor(tokens.text2))
            body.draw(painter, QPointF(self._turned(option, room).left(), down))
            down += body.lineCount() * line_height(font())
        down += 10
        row = place(self._chip_height())
        if entry.bars:
            row.setWidth(row.width() - self._bars_width() - GAP)
        self._draw_chips(painter, option, row, entry.chips)
        if entry.bars:
            self._draw_bars(painter, option, place(self._chip_height()), entry.bars)

    def _draw_title(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, entry: Entry, look: QFont
    ) -> None:
        """The title, and the star at the end of its line."""
        tokens = tokens_in_force()
        if entry.starred:
            side = px()
            where = QRect(row.right() + 1 - side, row.center().y() - side // 2, side, side)
            draw_icon(painter, "star", self._turned(option, where), tokens.accent)
            row = row.adjusted(0, 0, -side - GAP, 0)
        self._line(painter, option, row, entry.title, look, tokens.text, entry.title_marks)

    def _draw_chips(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, chips: tuple[str, ...]
    ) -> None:
        """Small labels one after the other; what has no room is left out, but the first is cut."""
        tokens, look, start = tokens_in_force(), font("caption", MEDIUM), row.left()
        for words in chips:
            width = QFontMetrics(look).horizontalAdvance(words) + 2 * CHIP_PAD + 4
            left = row.right() + 1 - start
            if width > left and start > row.left():
                return
            chip = QRect(start, row.top(), min(width, left), row.height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.inset))
            painter.drawRoundedRect(QRectF(self._turned(option, chip)), row.height() / 2, row.height() / 2)
            self._line(painter, option, chip.adjusted(CHIP_PAD, 0, -CHIP_PAD, 0), words, look, tokens.text2)
            start += width + CHIP_GAP

    def _draw_bars(
        self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, bars: tuple[int | None, ...]
    ) -> None:
        """Aims, way and connection at the end of the row; an empty frame where one was not answered."""
        tokens, look = tokens_in_force(), font("caption")
        (width, gap), high = self._bar_sizes(), max(round(px() * 0.43), 4)
        label = self.tr("Between you")
        label_width = QFontMetrics(look).horizontalAdvance(label) + 4
        start = row.right() + 1 - self._bars_width()
        if start - label_width - 2 * gap > row.left() + row.width() // 2:
            where = QRect(start - label_width - gap, row.top(), label_width, row.height())
            self._line(painter, option, where, label, look, tokens.text3)
        top = row.center().y() - high // 2
        for number, (value, colour) in enumerate(zip(bars, (tokens.d1, tokens.d2, tokens.d3), strict=True)):
            self._draw_bar(
                painter, option, QRect(start + number * (width + gap), top, width, high), value, colour
            )

    def _draw_bar(
        self, painter: QPainter, option: QStyleOptionViewItem, track: QRect, value: int | None, colour: str
    ) -> None:
        tokens, radius = tokens_in_force(), track.height() / 2
        turned = QRectF(self._turned(option, track))
        if value is None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.line), 1))
            painter.drawRoundedRect(turned.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.hover))
        painter.drawRoundedRect(turned, radius, radius)
        filled = QRect(track)
        filled.setWidth(max(round(track.width() * value / 4), LEAST_ZERO))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(QRectF(self._turned(option, filled)), radius, radius)

    def _line(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        room: QRect,
        text: str,
        look: QFont,
        colour: str,
        marks: Marks = (),
    ) -> None:
        """One line of words, in the middle of the room's height."""
        along = QStyle.visualAlignment(option.direction, ALONG)
        made = words_layout(text, look, room.width(), 1, along, marks)
        painter.setPen(QColor(colour))
        down = room.center().y() + 1 - made.boundingRect().height() / 2
        made.draw(painter, QPointF(self._turned(option, room).left(), down))

    @staticmethod
    def _turned(option: QStyleOptionViewItem, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, option.rect, rect)

    @staticmethod
    def _bar_sizes() -> tuple[int, int]:
        """How long a bar is, and the gap to the next."""
        return px() * 3, round(px() * 0.7)

    def _bars_width(self) -> int:
        width, gap = self._bar_sizes()
        return BAR_COUNT * width + (BAR_COUNT - 1) * gap

    @staticmethod
    def _rail() -> int:
        return round(px() * 3.3)

    @staticmethod
    def _chip_height() -> int:
        return _height("caption") + 8


def _room_in(view: QListView) -> int:
    """How wide its viewport is. For viewport() itself, an object of Qt's own making, PySide makes every class of widgets."""
    bar = view.verticalScrollBar()
    return view.contentsRect().width() - (bar.width() if bar.isVisible() else 0)


def _height(role: str) -> int:
    return _height_at(role, px(role))


@lru_cache(maxsize=64)
def _height_at(role: str, pixels: int) -> int:
    """Kept, because every row asks for it; the pixels are part of the key, for the text size may change."""
    del pixels
    return QFontMetrics(font(role, MEDIUM)).height()
