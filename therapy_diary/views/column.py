"""How wide a page's column may grow, at every text size."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from therapy_diary.desktop.theme import Theme, px

WIDEST = 940  # pixels at 100 % text; beside the navigation and a scroll bar in the usual window
AROUND = 80  # margins left and right, which do not grow


LOW = 26  # times the height of the letters: a page lower than this has no room for all of its parts


def is_low(page: QWidget) -> bool:
    """Whether a page is so low, for the size of its text, that only one of its parts can be used at a time."""
    return page.height() < LOW * px()


class ReadableWidth(QObject):
    """Lets some parts of a page grow no wider than reads well; follows the text size."""

    def __init__(self, theme: Theme, page: QWidget, *parts: QWidget) -> None:
        super().__init__(page)
        self._theme = theme
        self._parts = parts
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        widest = self._theme.tokens().scaled(WIDEST) + AROUND
        for part in self._parts:
            part.setMaximumWidth(widest)
