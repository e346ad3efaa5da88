"""A file or a folder dropped anywhere on a window, where nothing below takes it, such as a note that takes pictures."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class DroppedFiles(QObject):
    """Hands on the first of what was dropped."""

    def __init__(self, window: QWidget, take: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files and folders of this computer, nothing else."""
        if not isinstance(event, QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        places = local_files(event.mimeData())
        if not places:
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._take(places[0])
        return True


def local_files(data: QMimeData) -> list[Path]:
    """The files and folders of this computer among what is dragged."""
    return [Path(it.toLocalFile()) for it in data.urls() if it.isLocalFile()]
