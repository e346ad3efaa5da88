"""Icons that take their colour from the theme each time they are painted."""

import functools

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from therapy_diary import resources
from therapy_diary.desktop.theme import tokens_in_force

DISABLED_OPACITY = 0.45
TURNED = frozenset({"arrow-right", "list", "redo-2", "undo-2"})
"""Drawings that run along the line: turned round where lines run from right to left."""
APART = {"list-ordered": "list-ordered-rtl"}
"""Drawings that have figures in them, which cannot be turned: another one is drawn there."""


@functools.lru_cache(maxsize=256)
def _drawing(name: str, colour: str) -> QSvgRenderer:
    """The icon in one colour, with the thinner stroke that suits our text."""
    svg = resources.text(f"icons/{name}.svg").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.replace('stroke-width="2"', 'stroke-width="1.75"').encode()))


def draw_icon(painter: QPainter, name: str, rect: QRect | QRectF, colour: str | QColor) -> None:
    """Paint an icon into `rect`; for delegates and widgets that draw themselves."""
    place, shade = QRectF(rect), QColor(colour).name()
    if QGuiApplication.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        _drawing(name, shade).render(painter, place)
        return
    painter.save()
    if name in TURNED:
        painter.translate(2 * place.center().x(), 0)
        painter.scale(-1, 1)
    _drawing(APART.get(name, name), shade).render(painter, place)
    painter.restore()


class ThemedIcon(QIconEngine):
    """One Lucide drawing that is recoloured at paint time, so it follows the theme, the state and any screen."""

    def __init__(self, name: str, role: str, role_on: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._role_on = role_on

    def clone(self) -> QIconEngine:
        return ThemedIcon(self._name, self._role, self._role_on)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        chosen = state == QIcon.State.On or mode == QIcon.Mode.Selected
        colour = tokens_in_force().colour(self._role_on if chosen else self._role)
        painter.save()
        if mode == QIcon.Mode.Disabled:
            painter.setOpacity(DISABLED_OPACITY)
        draw_icon(painter, self._name, _square_in(rect), colour)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """The icon as pixels: `size` is what it takes up on the page, `scale` how fine the screen is."""
        if size.isEmpty():
            return QPixmap()  # a button that has no room yet asks for nothing
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap


def _square_in(rect: QRect) -> QRect:
    """Where the drawing stands: in a wide box at the beginning of the line, with the rest as room before the words."""
    side = min(rect.width(), rect.height())
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    return QRect(rect.right() + 1 - side if mirrored else rect.left(), rect.top(), side, side)


def icon(name: str, role: str = "text2", role_on: str = "on_accent_soft") -> QIcon:
    """The icon of that name (resources/icons/names.toml); roles are colour names of the theme.

    `role_on` is the colour when checked or selected. Raises FileNotFoundError when there is no such icon.
    """
    resources.path(f"icons/{name}.svg")
    return QIcon(ThemedIcon(name, role, role_on))
