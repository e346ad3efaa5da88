"""The way taken from page to page: back and forward along it, as in a browser."""


class Way:
    """The names of the pages in the order they were gone to, and where on it one is."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._place = -1

    @property
    def here(self) -> str:
        """Where one is. Raises IndexError before the first step."""
        return self._names[self._place]

    def lead_to(self, name: str) -> None:
        """Go on to a page; what lay ahead is no longer there."""
        del self._names[self._place + 1 :]
        if self._names[-1:] != [name]:
            self._names.append(name)
        self._place = len(self._names) - 1

    def goes(self, steps: int) -> bool:
        """Whether there is a page so many steps along; -1 is back, 1 forward."""
        return 0 <= self._place + steps < len(self._names)

    def ahead(self, steps: int) -> str:
        """The page so many steps along. Only where the way goes so far."""
        return self._names[self._place + steps]

    def walk(self, steps: int) -> None:
        """Be so many steps along."""
        self._place += steps
