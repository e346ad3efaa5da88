"""A few numbers given over time, as dots on their whole range: small enough to stand under the words they belong to."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from therapy_diary.desktop.theme import tokens_in_force

USUAL_HEIGHT = 3.2  # times the height of the letters
DOT = 0.2  # the radius of a dot, by the same measure


class DotLine(QWidget):
    """Dots only: nothing joins two numbers, so nothing is said about the time between. Its words belong beside it.

    Breaks are shaded behind them.
    """

    def __init__(
        self, lowest: float, highest: float, parent: QWidget | None = None, *, height: float = USUAL_HEIGHT
    ) -> None:
        """height: times that of the letters."""
        super().__init__(parent)
        self._height = height
        self._lowest, self._highest = lowest, highest
        self._given: list[tuple[int, float]] = []
        self._hollow: set[int] = set()
        self._breaks: list[tuple[int, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_numbers(
        self,
        given: Sequence[tuple[date, float]],
        *,
        hollow: Sequence[date] = (),
        breaks: Sequence[tuple[date, date]] = (),
    ) -> None:
        """Show these, each on its day; hollow on some days, and with breaks from a first to a last day."""
        self._given = [(day.toordinal(), value) for day, value in given]
        self._hollow = {it.toordinal() for it in hollow}
        self._breaks = [(begins.toordinal(), ends.toordinal()) for begins, ends in breaks]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, round(self._height * tokens_in_force().base_px))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        tokens = tokens_in_force()
        radius = DOT * tokens.base_px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = radius + 2, self.width() - radius - 2
        top, bottom = radius + 2, self.height() - radius - 2
        first, last = (self._given[0][0], self._given[-1][0]) if self._given else (0, 0)

        def across(day: float) -> float:
            return left if first == last else left + (right - left) * (day - first) / (last - first)

        for begins, ends in self._breaks:
            edges = across(max(begins - 0.5, first)), across(min(ends + 0.5, last))
            painter.fillRect(QRectF(edges[0], 0, edges[1] - edges[0], self.height()), QColor(tokens.hover))
        painter.setPen(QPen(QColor(tokens.line), 1))
        for share in (0.0, 0.5, 1.0):
            y = round(bottom - share * (bottom - top)) + 0.5
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setPen(QPen(QColor(tokens.accent), 2))
        for day, value in self._given:
            painter.setBrush(QColor(tokens.surface if day in self._hollow else tokens.accent))
            share = (value - self._lowest) / (self._highest - self._lowest)
            painter.drawEllipse(QPointF(across(day), bottom - share * (bottom - top)), radius, radius)
