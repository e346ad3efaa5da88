"""In what order a window comes to the screen: what is seen is painted first, and the rest follows piece by piece."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

Piece = Callable[[], object]
AT_THE_LATEST = (
    1_000  # milliseconds: a window put away or covered is not painted, and must lock at sleep as well
)
LOOK_AGAIN = 40  # milliseconds, while something is in the making


class AfterFirstPaint(QObject):
    """Puts off what the first paint of a window can do without: listening to the system, backups.

    One piece a turn of the event loop, in the order given, so that a key pressed in between is not kept waiting.
    """

    def __init__(self, window: QObject, is_making: Callable[[], bool] = lambda: False) -> None:
        """is_making: whether the person is waiting for something just now, such as a page that is not whole."""
        super().__init__(window)
        self._is_making = is_making
        self._waiting: list[Iterator[Piece]] = []
        self._spare: list[Iterator[Piece]] = []
        self._painted = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._do_next)
        QTimer.singleShot(AT_THE_LATEST, self, self.painted)

    def then(self, piece: Piece) -> None:
        """Do this after the first paint and after what was put off before it; once."""
        self._put_off(self._waiting, iter((piece,)))

    def at_rest(self, pieces: Iterator[Piece]) -> None:
        """Do these after all others, each asked for in its turn, and none while the person waits for something.

        They only save a wait that may come: whoever needs one sooner does it then.
        """
        self._put_off(self._spare, pieces)

    def forget(self) -> None:
        """Do nothing of what still waits: the window is about to go."""
        self._waiting.clear()
        self._spare.clear()

    def painted(self) -> None:
        """The window says that it has been painted; only the first time matters."""
        if not self._painted:
            self._painted = True
            self._timer.start(0)

    def _put_off(self, among: list[Iterator[Piece]], pieces: Iterator[Piece]) -> None:
        among.append(pieces)
        if self._painted:
            self._timer.start(0)

    def _do_next(self) -> None:
        piece = _first_of(self._waiting)
        if piece is None and self._spare and self._is_making():
            self._timer.start(LOOK_AGAIN)
            return
        self._timer.start(0)
        piece = piece or _first_of(self._spare)
        if piece is None:
            self._timer.stop()
        else:
            piece()


def _first_of(waiting: list[Iterator[Piece]]) -> Piece | None:
    """The piece whose turn it is, taken out; None when none is left."""
    piece = None
    while waiting and (piece := next(waiting[0], None)) is None:
        waiting.pop(0)
    return piece
