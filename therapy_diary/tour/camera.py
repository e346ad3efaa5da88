"""The camera: waits until a window stands still, and writes what it shows into a folder."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from therapy_diary.desktop.in_turns import InTurns
from therapy_diary.views.review.panels_card import PanelsCard
from therapy_diary.widgets.chart_view import ChartView

WIDTH, HEIGHT, TALLEST = 1280, 832, 3000
TURNS = 5
PAUSE = 0.005  # seconds between two looks
PATIENCE = 180.0  # seconds until a chart that is not drawn is an error


class TourStopped(Exception):
    """A page did not come to rest."""


class Camera:
    """Writes pictures of windows, named after the look they are in, into one folder."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._folder = folder
        self.look = ""
        """The last part of each name: light or dark."""
        self.taken: list[Path] = []

    def show(self, window: QWidget) -> None:
        """Open a window in the size of the pictures."""
        window.resize(WIDTH, HEIGHT)
        window.show()

    def take(self, window: QWidget, name: str) -> None:
        """A picture of a window as it stands once nothing is being drawn any more."""
        self.settle(window)
        place = self.place(f"{name}-{self.look}.png")
        if not window.grab().save(str(place)):
            raise OSError(f"not written: {place.name}")

    def take_whole(self, window: QWidget, name: str) -> None:
        """The same of a window that is made as tall as what it shows."""
        self.settle(window)
        areas = [it for it in window.findChildren(QScrollArea) if it.isVisible()]
        hidden = max((it.verticalScrollBar().maximum() for it in areas), default=0)
        window.resize(WIDTH, min(TALLEST, HEIGHT + hidden))
        self.take(window, name)
        window.resize(WIDTH, HEIGHT)

    def put_away(self, *windows: QWidget) -> None:
        """Let windows go now, not whenever Python likes."""
        for window in windows:
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def place(self, name: str) -> Path:
        """The path of a file that is to be written, counted among those taken."""
        path = self._folder / name
        self.taken.append(path)
        return path

    def settle(self, window: QWidget) -> None:
        """Let the window do what it has to, until every visible chart is drawn."""
        self._application.processEvents()
        self.wait(lambda: InTurns.all_whole(window))
        self.wait(lambda: all(it.is_drawn() for it in window.findChildren(ChartView) if it.isVisible()))
        self.wait(lambda: all(it.is_drawn() for it in window.findChildren(PanelsCard)))
        for _ in range(
            TURNS
        ):  # a part asks for its height once its width is known, and so does what it is in
            self._application.processEvents()

    def wait(self, happened: Callable[[], bool]) -> None:
        """Let the windows live until something has happened. Raises TourStopped when it does not."""
        end = monotonic() + PATIENCE
        while not happened():
            if monotonic() > end:
                raise TourStopped
            self._application.processEvents()
            sleep(PAUSE)  # whoever draws beside the window needs Python as well
