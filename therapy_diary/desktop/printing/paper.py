"""The papers a page is made for, and how large they are in CSS pixels."""

from enum import StrEnum

from PySide6.QtCore import QLocale, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize

PIXELS_PER_INCH = 96
MARGIN, SMALL_MARGIN = 18.0, 13.0  # millimetres on every side


class Paper(StrEnum):
    """The paper a page is made for."""

    A4 = "a4"
    LETTER = "letter"
    A5 = "a5"

    @property
    def page_size(self) -> QPageSize:
        """The size as Qt names it."""
        return QPageSize(
            {
                Paper.A4: QPageSize.PageSizeId.A4,
                Paper.LETTER: QPageSize.PageSizeId.Letter,
                Paper.A5: QPageSize.PageSizeId.A5,
            }[self]
        )

    @property
    def whole(self) -> QSizeF:
        """The paper from edge to edge, in CSS pixels."""
        size = self.page_size.size(QPageSize.Unit.Millimeter)
        return QSizeF(pixels(size.width()), pixels(size.height()))

    @property
    def margin(self) -> float:
        """Millimetres on every side: fewer where the paper itself is small."""
        return SMALL_MARGIN if self is Paper.A5 else MARGIN

    @property
    def body(self) -> QSizeF:
        """The room for text on one page, in CSS pixels."""
        return self.whole - QSizeF(2 * pixels(self.margin), 2 * pixels(self.margin))

    @property
    def page_layout(self) -> QPageLayout:
        """One upright page from edge to edge, as Qt takes it; the margins are in what is drawn."""
        layout = QPageLayout(self.page_size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        return layout


def usual_paper() -> Paper:
    """The size of paper that lies in the printers of this country."""
    us = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    return Paper.LETTER if us else Paper.A4


def pixels(millimetres: float) -> float:
    """A length on paper in CSS pixels."""
    return millimetres / 25.4 * PIXELS_PER_INCH
