"""In what steps a module is imported before it is needed, so that none of them takes long."""

import re
import sys
from collections.abc import Iterator
from importlib.util import find_spec

OURS = re.compile(rf"^from ({__name__.partition('.')[0]}[\w.]*) import", re.MULTILINE)
"""An import at the head of a module: those that are to come later stand inside a function."""


def still_to_import(name: str, seen: set[str] | None = None) -> Iterator[str]:
    """A module and those of ours that it needs, each after those that it needs itself; without those that are there.

    A page imports fifty of them, which would take a tenth of a second in one go. A program that was frozen has no source
    to look into: there the module comes as a whole.
    """
    seen = set[str]() if seen is None else seen
    if name in sys.modules or name in seen:
        return
    seen.add(name)
    spec = find_spec(name)
    read = getattr(None if spec is None else spec.loader, "get_source", None)
    for needed in OURS.findall((read(name) or "") if callable(read) else ""):
        yield from still_to_import(needed, seen)
    yield name
