"""Finds out without which parts a page before a session would be one side, a try at a time, so that the window stays quick."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from therapy_diary.insight.review import Element, Ticks

STAY = (Element.WHEN, Element.BRING, Element.OWN_WORDS)
"""What the page is for: never offered to be left out."""


class OneSide(QObject):
    """Tries single parts first, those that come last on the page before the others; then several of them together."""

    found = Signal(object)
    """The fewest parts without which it fits: a frozenset of Element."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tries: Iterator[frozenset[Element]] = iter(())
        self._fits: Callable[[Ticks], bool] = lambda _: False
        self._ticks = Ticks(elements=frozenset(), topics=frozenset())
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._try)

    def look(self, ticks: Ticks, fits: Callable[[Ticks], bool]) -> None:
        """Begin to try what is ticked; what was begun before is dropped. Nothing is said where no try fits."""
        self._ticks, self._fits = ticks, fits
        self._tries = tries(ticks)
        self._next.start()

    def stop(self) -> None:
        """Try nothing any more."""
        self._next.stop()

    def _try(self) -> None:
        without = next(self._tries, None)
        if without is None:
            return
        if self._fits(replace(self._ticks, elements=self._ticks.elements - without)):
            self.found.emit(without)
        else:
            self._next.start()


def tries(ticks: Ticks) -> Iterator[frozenset[Element]]:
    """What may be left out, the least of it first."""
    last_first = [it for it in reversed(Element) if it in ticks.elements and it not in STAY]
    for it in last_first:
        yield frozenset({it})
    for count in range(2, len(last_first) + 1):
        yield frozenset(last_first[:count])
