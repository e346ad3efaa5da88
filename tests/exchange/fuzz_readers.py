"""Drives every reader with atheris, guided by what each byte makes it do. README.md beside this file says how."""

import sys

import atheris

with atheris.instrument_imports(include=["therapy_diary.exchange"]):
    from tests.exchange.fuzzed import NAMES_OF, READERS, InMemory, read_all


def one(content: bytes) -> None:
    """The first byte chooses the reader, the rest is its file."""
    if content:
        kind = READERS[content[0] % len(READERS)]
        read_all(kind, InMemory(NAMES_OF.get(kind.name, "export.txt"), content[1:]))


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
