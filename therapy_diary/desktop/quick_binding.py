"""Lets Qt's binding get up quickly: what it has in Python is compiled beforehand, and its longest patterns wait for a use."""

import builtins
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from therapy_diary.compiled import Compiled

PART = "shibokensupport"
"""The package that the binding carries inside its library, as text."""


@contextmanager
def quick_start(compiled: Compiled) -> Iterator[None]:
    """Import PySide6 for the first time inside of this.

    The binding reads a dozen modules out of its own library at every start, compiles them, and works out three patterns of
    6,000 signs each that only read signatures, for help and for messages about wrong calls. Measured, that is a fifth of what
    an empty window takes. What the binding can do stays the same: a text that is not among those compiled beforehand is
    compiled now, and a pattern is worked out once something is looked for with it.
    """
    usual, worked_out = builtins.compile, re.compile

    def kept(source: Any, filename: Any, *rest: Any, **more: Any) -> Any:
        if isinstance(source, bytes) and str(filename).startswith(f"{PART}/"):
            return compiled.code(source, filename)
        return usual(source, filename, *rest, **more)

    def later(pattern: Any, flags: Any = 0) -> Any:
        asks = sys._getframe(1).f_globals.get("__name__", "")  # noqa: SLF001 - who compiles says nothing else
        return _Later(pattern, flags) if asks.startswith(f"{PART}.") else worked_out(pattern, flags)

    builtins.compile, re.compile = kept, later
    try:
        yield
    finally:
        builtins.compile, re.compile = usual, worked_out


class _Later:
    """A pattern, or a way of looking with it, that is worked out when it is called."""

    def __init__(self, pattern: str, flags: int, way: str = "match") -> None:
        self.pattern, self.flags, self.way = pattern, flags, way

    def __getattr__(self, way: str) -> "_Later":
        """The binding takes a way of looking from a pattern at once, and calls it when it reads a signature."""
        getattr(re.Pattern, way)  # raises AttributeError as a pattern does
        return _Later(self.pattern, self.flags, way)

    def __call__(self, *where: Any, **more: Any) -> Any:
        return getattr(re.compile(self.pattern, self.flags), self.way)(*where, **more)
