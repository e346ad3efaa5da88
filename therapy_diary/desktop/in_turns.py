"""How a page comes to the screen that has more on it than one turn of the event loop can make."""

from collections.abc import Iterator
from typing import Any, Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

Part = TypeVar("Part")


class InTurns(QObject):
    """Makes the rest of a page while it is in view, one piece a turn, so that no key waits for all of it.

    A page that is left or taken away is made no further; it goes on when it comes back.
    """

    went_on = Signal()
    """One more piece is there."""

    def __init__(self, page: QWidget, pieces: Iterator[None]) -> None:
        """pieces: makes one each time it is asked to go on, from the top of the page to its foot."""
        super().__init__(page)
        self._pieces: Iterator[None] | None = pieces
        self._making = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._make_one)
        page.installEventFilter(self)

    @property
    def is_whole(self) -> bool:
        """Whether everything is there."""
        return self._pieces is None

    @classmethod
    def all_whole(cls, window: QWidget) -> bool:
        """Whether no page in view within that window has anything still to come."""
        made = window.findChildren(cls)
        return all(it.is_whole or not it.is_in_view() for it in made)

    def is_in_view(self) -> bool:
        """Whether the page is, so that it is being made."""
        page = self.parent()
        return isinstance(page, QWidget) and page.isVisible()

    def make_all(self) -> None:
        """Make at once what is not there yet: somebody asks for it. While a piece is made it changes nothing."""
        while self._pieces is not None and not self._making:
            self._make_one()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on while the page is in view."""
        if event.type() == QEvent.Type.Show and self._pieces is not None:
            self._timer.start()
        elif event.type() == QEvent.Type.Hide:
            self._timer.stop()
        return super().eventFilter(watched, event)

    def _make_one(self) -> None:
        if self._pieces is None or self._making:
            return
        self._making = True
        try:
            next(self._pieces)
        except StopIteration:
            self._pieces = None
            self._timer.stop()
        except Exception:
            self._pieces = None  # once is enough: else each turn would say it again
            self._timer.stop()
            raise
        finally:
            self._making = False
        self.went_on.emit()


def those_there(owner: object, *names: str) -> list[Any]:
    """Those of these parts, Late ones or cached ones, that were made; asking so makes nothing."""
    return [vars(owner)[name] for name in names if name in vars(owner)]


class MadeInTurns(Protocol):
    """A page of which a part may not be there yet."""

    @property
    def turns(self) -> InTurns | None: ...


class Late(Generic[Part]):
    """A part of a page that comes in its turn, and at once for whoever asks for it: `rows = Late[list[Row]]()`."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, page: None, owner: type) -> "Late[Part]": ...
    @overload
    def __get__(self, page: MadeInTurns, owner: type) -> Part: ...
    def __get__(self, page: Any, owner: type) -> Any:
        if page is None:
            return self
        if self._name not in vars(page) and page.turns is not None:
            page.turns.make_all()
        if self._name not in vars(page):
            raise AttributeError(self._name, name=self._name, obj=page)
        return vars(page)[self._name]

    def __set__(self, page: object, part: Part) -> None:
        vars(page)[self._name] = part

    def is_there(self, page: object) -> bool:
        """Whether it was made; asking so makes nothing."""
        return self._name in vars(page)
