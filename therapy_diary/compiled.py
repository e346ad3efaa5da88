"""What is made out of text at every start, made beforehand: packaging/compile_start.py writes it.

Python keeps its modules compiled. It does not keep what a library compiles by itself: the methods of our records, six for
each, and the modules that Qt's binding carries inside its library. Measured, that is a twelfth of a start. The table of our
colours, which needs a reader of its own, is kept beside them.
"""

import dataclasses
import marshal
import sys
from builtins import (
    compile as compiled_now,
)  # whoever keeps a library's code looks in here, and puts another in its place
from collections.abc import Callable
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any, Self, TypeVar

from therapy_diary import resources

Text = str | bytes
Made = TypeVar("Made")


class Compiled:
    """What was made, by the very text it was made of. What is not there is made when it is asked for."""

    def __init__(self, by_text: dict[Text, Any] | None = None) -> None:
        self.by_text = {} if by_text is None else by_text

    @classmethod
    def kept(cls, name: str) -> Self:
        """What lies in the file of this name. Of another Python, damaged or missing: nothing, and nothing is raised."""
        try:
            written = _file(name).read_bytes()
            by_text = marshal.loads(written[len(MAGIC_NUMBER) :]) if written.startswith(MAGIC_NUMBER) else {}  # noqa: S302 - it lies beside our modules, and is trusted as they are
        except (OSError, ValueError, EOFError, TypeError):
            by_text = {}
        return cls(by_text if isinstance(by_text, dict) else {})

    def keep(self, name: str) -> None:
        """Write the file of this name, whole at once."""
        file = _file(name)
        file.parent.mkdir(exist_ok=True)
        beside = file.with_name(f".{file.name}")
        beside.write_bytes(MAGIC_NUMBER + marshal.dumps(self.by_text))
        beside.replace(file)

    def made(self, text: Text, make: Callable[[], Made]) -> Made:
        """What make() makes of the text."""
        if text not in self.by_text:
            self.by_text[text] = make()
        made: Made = self.by_text[text]
        return made

    def code(self, text: Text, name: str) -> CodeType:
        """The code of a module with this text. name: as it stands in tracebacks."""
        return self.made(text, lambda: compiled_now(text, name, "exec", dont_inherit=True))


def make_records_quickly(compiled: Compiled) -> None:
    """Call it before the first record is made: dataclasses take the code of their methods from there."""

    def run(text: str, *names: Any) -> None:
        exec(compiled.code(text, "<string>"), *names)  # noqa: S102 - as the library does, with its own text

    dataclasses.exec = run  # type: ignore[attr-defined]  # found before the built-in one


def _file(name: str) -> Path:
    return resources.ROOT / "compiled" / f"{name}.{sys.implementation.cache_tag}"
