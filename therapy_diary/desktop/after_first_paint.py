"""In what order a window comes to the screen: what is seen is painted first, and the rest follows piece by piece."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

Piece = Callable[[], object]
AT_THE_LATEST = (
    1_000  # milliseconds: a window put away or covered is not painted, and must lock at sleep as well
)


class AfterFirstPaint(QObject):
    """Puts off what the first paint of a window can do without: listening to the system, backups.

    One piece a turn of the event loop, in the order given, so that a key pressed in between is not kept waiting.
    """

    def __init__(self, window: QObject) -> None:
        super().__init__(window)
        self._waiting: list[Iterator[Piece]] = []
        self._painted = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._do_next)
        QTimer.singleShot(AT_THE_LATEST, self, self.painted)

    def then(self, piece: Piece) -> None:
        """Do this after the first paint and after what was put off before it; once."""
        self.then_each(iter((piece,)))

    def then_each(self, pieces: Iterator[Piece]) -> None:
        """The same with several, each of which is asked for in its turn."""
        self._waiting.append(pieces)
        if self._painted:
            self._timer.start()

    def forget(self) -> None:
        """Do nothing of what still waits: the window is about to go."""
        self._waiting.clear()

    def painted(self) -> None:
        """The window says that it has been painted; only the first time matters."""
        if not self._painted:
            self._painted = True
            self._timer.start()

    def _do_next(self) -> None:
        piece = None
        while self._waiting and (piece := next(self._waiting[0], None)) is None:
            self._waiting.pop(0)
        if piece is not None:
            piece()
        if not self._waiting:
            self._timer.stop()
