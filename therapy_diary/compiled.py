"""What is made out of text at every start, made beforehand: packaging/compile_start.py writes it.

Python keeps its modules compiled. It does not keep what a library compiles by itself: the methods of our records, six for
each, and the modules that Qt's binding carries inside its library. Measured, that is a twelfth of a start. The table of our
colours, which needs a reader of its own, is kept beside them.
"""

import dataclasses
import marshal
import os
import sys
from builtins import compile as compiled_now  # the name itself is another's while a library is kept
from collections.abc import Callable
from contextlib import suppress
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType
from typing import Any, Self, TypeVar
from zlib import crc32

from therapy_diary import resources

HEAD = MAGIC_NUMBER  # of the form in which this Python keeps code
START = len(HEAD) + 4  # with a checksum: damaged code could end the program
Text = str | bytes
Made = TypeVar("Made")


class Compiled:
    """What was made, by the very text it was made of. What is not there is made when it is asked for."""

    def __init__(self, by_text: dict[Text, Any] | None = None) -> None:
        self.by_text = {} if by_text is None else by_text

    @classmethod
    def kept(cls, name: str) -> Self:
        """What lies in the file of this name. Of another Python, damaged or missing: nothing, and nothing is raised."""
        with suppress(Exception):  # whatever is in the file, it is only a saving of time
            written = _file(name).read_bytes()
            if (
                written[: len(HEAD)] == HEAD
                and crc32(written[START:]).to_bytes(4) == written[len(HEAD) : START]
            ):
                return cls(marshal.loads(written[START:]))  # noqa: S302 - it lies beside our modules, and is trusted as they are
        return cls()

    def keep(self, name: str) -> None:
        """Write the file of this name, whole at once."""
        file, body = _file(name), marshal.dumps(self.by_text)
        file.parent.mkdir(exist_ok=True)
        beside = file.with_name(f".{file.name}.{os.getpid()}")  # several may write at a time
        beside.write_bytes(HEAD + crc32(body).to_bytes(4) + body)
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
