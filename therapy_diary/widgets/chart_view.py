"""A chart that can be looked at, pointed at, walked with the keyboard, and heard."""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from therapy_diary.desktop.background import Background, Task
from therapy_diary.desktop.theme import Tokens, font, px, tokens_in_force

if TYPE_CHECKING:
    from matplotlib.figure import Figure

DPI = 100  # at which builders measure their figures
SETTLED = 80  # milliseconds without a change of size before the figure is drawn again
REACH = 24  # pixels from a point within which the pointer means it
TIP_WIDTH = 280

Build = Callable[[Tokens, int, int], "Figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartPoint:
    """One place to stop at, such as a session: where it stands on the first axes, and what is said there."""

    x: float
    text: str
    markers: tuple[float, ...] = ()  # the values to ring, in the units of the first axes


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A figure turned into pixels, with every point's place in the widget's own pixels."""

    image: QImage
    places: tuple[tuple[float, tuple[float, ...]], ...]
    top: float
    bottom: float


def draw(
    build: Build, points: Sequence[ChartPoint], tokens: Tokens, width: int, height: int, ratio: float
) -> Drawn:
    """Build the figure and render it; takes tens of milliseconds and the first time a second, so not for the UI thread."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure = build(tokens, width, height)
    figure.set_dpi(DPI * ratio)
    canvas: Any = FigureCanvasAgg(figure)  # matplotlib leaves it untyped
    canvas.draw()
    pixels = bytes(canvas.buffer_rgba())
    across, down = canvas.get_width_height()
    image = QImage(pixels, across, down, 4 * across, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    axes = figure.axes[0]
    places = []
    for point in points:
        left = float(axes.transData.transform((point.x, 0))[0]) / ratio
        rings = tuple(
            (down - float(axes.transData.transform((point.x, it))[1])) / ratio for it in point.markers
        )
        places.append((left, rings))
    return Drawn(
        image=image,
        places=tuple(places),
        top=(down - float(axes.bbox.y1)) / ratio,
        bottom=(down - float(axes.bbox.y0)) / ratio,
    )


class ChartView(QLabel):
    """Shows one figure; a cursor over it stops at its points, by pointer or by arrow keys.

    A label with a picture, because a screen reader takes that for a graphic by itself. An accessibility interface of our
    own would have Qt hand every object to Python, those being taken down too, and memory does not survive that.
    """

    pointed = Signal(int)  # the person came to that point; -1 when they left
    drawn = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build: Build | None = None
        self._points: tuple[ChartPoint, ...] = ()
        self._background: Background | None = None
        self._task: Task | None = None
        self._drawn: Drawn | None = None
        self._current = -1
        self._by_rows = False
        self._least_height = 180
        self._sentence = ""
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._draw)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_background(self, background: Background | None) -> None:
        """Draw figures there from now on; None draws them here, which is for tests."""
        self._background = background

    def set_by_rows(self, by_rows: bool) -> None:
        """Whether the points lie one under the other, so that the pointer means the nearest row."""
        self._by_rows = by_rows

    def set_least_height(self, height: int) -> None:
        """The height in pixels at 100 % text below which the chart does not shrink."""
        self._least_height = height
        self.updateGeometry()

    def show_chart(self, title: str, sentence: str, build: Build, points: Sequence[ChartPoint]) -> None:
        """Show this figure; the sentence says what it shows to who cannot see it."""
        self.setAccessibleName(title)
        self._sentence = sentence
        self._build = build
        self._points = tuple(points)
        self._drawn = None
        self._select(-1)
        self._describe()
        self._draw_soon(0)

    def current(self) -> int:
        """The point under the cursor, counted from 0; -1 for none."""
        return self._current

    def point_text(self) -> str:
        """What is said at the cursor."""
        return self._points[self._current].text if 0 <= self._current < len(self._points) else ""

    def is_drawn(self) -> bool:
        """Whether the figure is to be seen."""
        return self._drawn is not None

    def forget(self) -> None:
        """Drop the figure and what is known about it, as when the diary is locked."""
        self._later.stop()
        if self._task is not None:
            self._task.cancel()
        self._build, self._points, self._drawn, self._current = None, (), None, -1
        self._sentence = ""
        self._describe()
        self.clear()

    # drawing

    def _draw_soon(self, wait: int) -> None:
        if self._build is not None and self.isVisible():
            self._later.start(wait)

    def _draw(self) -> None:
        if self._build is None or self.width() < 2 or self.height() < 2:
            return
        if self._task is not None:
            self._task.cancel()
        work = functools.partial(
            draw,
            self._build,
            self._points,
            tokens_in_force(),
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
        )
        if self._background is None:
            self._take(work())
        else:
            self._task = self._background.run(work, self._take)

    def _take(self, drawn: Drawn) -> None:
        self._drawn = drawn
        self.setPixmap(QPixmap.fromImage(drawn.image))
        self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        tokens = tokens_in_force()
        if self._drawn is not None:
            painter.drawPixmap(self.rect(), self.pixmap())
            if self._current >= 0:
                self._paint_cursor(painter, self._drawn, tokens)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = tokens.size("radius_control")
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)

    def _paint_cursor(self, painter: QPainter, drawn: Drawn, tokens: Tokens) -> None:
        across, rings = drawn.places[self._current]
        if not self._by_rows:
            painter.setPen(QPen(QColor(tokens.line_strong), 1))
            painter.drawLine(QPointF(across, drawn.top), QPointF(across, drawn.bottom))
        painter.setPen(QPen(QColor(tokens.text), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for height in rings:
            painter.drawEllipse(QPointF(across, height), 6, 6)
        text = self.point_text()
        painter.setFont(font("caption"))
        wrap = int(Qt.TextFlag.TextWordWrap)
        room = QRect(0, 0, min(TIP_WIDTH * px() // 14, self.width() // 2), 10_000)
        box = QFontMetrics(font("caption")).boundingRect(room, wrap, text).adjusted(-12, -8, 12, 8)
        left = across + 12 if across + 12 + box.width() < self.width() else across - 12 - box.width()
        top = drawn.top
        if self._by_rows and rings:
            top = min(rings[0] + 12, self.height() - box.height() - 2)
        box.moveTopLeft(QPointF(max(left, 2), max(top, 4)).toPoint())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.text))
        painter.drawRoundedRect(box, 8, 8)
        painter.setPen(QColor(tokens.surface))
        painter.drawText(box.adjusted(12, 8, -12, -8), wrap, text)

    def sizeHint(self) -> QSize:
        return QSize(480, round(self._least_height * px() / 14) + 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, round(self._least_height * px() / 14))

    # the person

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        here = self._current
        wanted = {
            # Time runs to the right in every language, so these are not turned round.
            Qt.Key.Key_Left: max(here - 1, 0) if here >= 0 else last,
            Qt.Key.Key_Right: min(here + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if wanted is not None and last >= 0:
            self._select(wanted, aloud=True)
        elif event.key() == Qt.Key.Key_Escape and here >= 0:
            self._select(-1)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if self._drawn is None or not self._drawn.places:
            return
        away = [self._away(place, event.position()) for place in self._drawn.places]
        near = min(range(len(away)), key=away.__getitem__)
        self._select(near if away[near] <= REACH else -1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._select(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._select(-1)
        self.update()

    def _away(self, place: tuple[float, tuple[float, ...]], pointer: QPointF) -> float:
        """How far a point is from the pointer: along the rows where points lie in rows, else across."""
        across, rings = place
        if self._by_rows:
            return min((abs(it - pointer.y()) for it in rings), default=float("inf"))
        return abs(across - pointer.x())

    def _select(self, index: int, *, aloud: bool = False) -> None:
        if index == self._current:
            return
        self._current = index
        self._describe()
        self.update()
        self.pointed.emit(index)
        if aloud:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.point_text()))

    def _describe(self) -> None:
        """What a screen reader says of the chart: the point under the cursor first, then the sentence."""
        self.setAccessibleDescription(" ".join(it for it in (self.point_text(), self._sentence) if it))

    # what changes around it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._drawn is None:
            self._draw_soon(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw_soon(0 if self._drawn is None else SETTLED)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange}:
            self.updateGeometry()
            self._draw_soon(0)
