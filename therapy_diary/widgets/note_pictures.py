"""The small pictures in the note editor: asked for when they come into view, and let go of when there are many."""

from collections import OrderedDict

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QTextBlock

from therapy_diary.desktop.icons import draw_icon
from therapy_diary.desktop.theme import tokens_in_force

TALLEST = 220  # pixels at 100 % text
GAP = 8  # above, below, and between the picture and its words
HELD = 24  # pictures in memory at once
FINENESS = 2  # pixels of the picture for each of the page, for screens that have so many


class NotePictures(QObject):
    """What is known of the pictures of one note. Whoever has them answers `wanted` with `show` or `show_missing`."""

    wanted = Signal(str)  # the name of a picture that comes into view
    resized = Signal()  # another room is needed than before

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: OrderedDict[str, QImage] = OrderedDict()
        self._sizes: dict[str, QSize] = {}
        self._asked: set[str] = set()
        self._missing: set[str] = set()
        self._width = 600

    def forget(self) -> None:
        """Another note: its pictures are other ones, even where they are called the same."""
        for held in (self._images, self._sizes, self._asked, self._missing):
            held.clear()

    def largest(self) -> QSize:
        """How many pixels a picture may have; more are of no use here."""
        return QSize(FINENESS * 1200, FINENESS * self._tallest())

    def show(self, name: str, image: QImage) -> None:
        """Here is a picture that was wanted, no larger than largest()."""
        self._asked.discard(name)
        self._missing.discard(name)
        self._images[name] = image
        while len(self._images) > HELD:
            self._images.popitem(last=False)
        is_new = self._sizes.get(name) != image.size()
        self._sizes[name] = image.size()
        if is_new:
            self.resized.emit()

    def shown(self) -> list[str]:
        """The pictures that can be seen, by name."""
        return list(self._images)

    def show_missing(self, name: str) -> None:
        """The picture that was wanted is not there."""
        self._missing.add(name)
        self.resized.emit()

    def fit_into(self, width: int) -> None:
        """The pictures have so many pixels of room from side to side."""
        if width != self._width and width > 0:
            self._width = width
            self.resized.emit()

    def restyle(self) -> None:
        """Take up another text size."""
        self.resized.emit()

    def height_of(self, name: str) -> float:
        """How many pixels of the page a picture takes, with its words and the room around it."""
        return self._size_of(name).height() + 3 * GAP + _caption().height()

    def paint(
        self, painter: QPainter, block: QTextBlock, room: QRectF, name: str, words: str, chosen: bool
    ) -> None:
        """Paint a picture with its words into the room of its paragraph; chosen: the cursor stands there."""
        tokens = tokens_in_force()
        size = self._size_of(name)
        turned = block.textDirection() == Qt.LayoutDirection.RightToLeft
        left = room.right() - size.width() if turned else room.left()
        place = QRectF(left, room.top() + GAP, size.width(), size.height())
        image = self._images.get(name)
        if image is None:
            self._paint_place(painter, place, name)
        else:
            self._images.move_to_end(name)
            _paint_rounded(painter, place, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.focus if chosen else tokens.line), 2 if chosen else 1))
        painter.drawRoundedRect(place, 6, 6)
        said = self.tr("This picture is not in the diary any more.") if name in self._missing else words
        self._paint_words(painter, QRectF(room.left(), place.bottom() + GAP, room.width(), 0), said, turned)

    def _paint_place(self, painter: QPainter, place: QRectF, name: str) -> None:
        """Where a picture is to come."""
        tokens = tokens_in_force()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.inset))
        painter.drawRoundedRect(place, 6, 6)
        side = tokens.px("h2")
        icon = QRectF(place.center().x() - side / 2, place.center().y() - side / 2, side, side)
        draw_icon(painter, "image", icon, tokens.text3)
        if name not in self._asked and name not in self._missing:
            self._asked.add(name)
            self.wanted.emit(name)

    def _paint_words(self, painter: QPainter, line: QRectF, words: str, turned: bool) -> None:
        letters = _caption()
        painter.setFont(_caption_font())
        painter.setPen(QColor(tokens_in_force().text2))
        line.setHeight(letters.height())
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        shown = letters.elidedText(words, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(
            line, int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter), shown
        )

    def _size_of(self, name: str) -> QSize:
        """How large a picture is drawn: never larger than it is, and within the column."""
        if name in self._missing:
            return QSize(min(TALLEST, self._width), self._tallest() // 3)
        known = self._sizes.get(name)
        room = QSize(self._width, self._tallest())
        if known is None:
            return QSize(min(room.width(), room.height() * 4 // 3), room.height())
        shown = known.scaled(known.boundedTo(room), Qt.AspectRatioMode.KeepAspectRatio)
        return shown.expandedTo(QSize(1, 1))

    def _tallest(self) -> int:
        return tokens_in_force().scaled(TALLEST)


def _paint_rounded(painter: QPainter, place: QRectF, image: QImage) -> None:
    outline = QPainterPath()
    outline.addRoundedRect(place, 6, 6)
    painter.save()
    painter.setClipPath(outline)
    painter.drawImage(place, image)
    painter.restore()


def _caption_font() -> QFont:
    font = QFont()
    font.setPixelSize(tokens_in_force().px("caption"))
    return font


def _caption() -> QFontMetricsF:
    return QFontMetricsF(_caption_font())
