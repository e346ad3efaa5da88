"""Drives every reader with atheris, guided by what each byte makes it do, and keeps count in a file.

    python -m tests.exchange.fuzz_readers COUNTS.json READER,READER -atheris_runs=500000 -max_len=4096 FOLDER

FOLDER holds what it begins with and what it finds. README.md beside this file says how to run it with the rest.
"""

import json
import os
import signal
import sys
from dataclasses import fields
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["therapy_diary.exchange"]):
    from tests.exchange.fuzzed import READERS, Tally, chosen, read_one

EACH = 500
"""Runs between two times the count is written."""


def main(counts: Path, names: str, arguments: list[str]) -> None:
    """Run; it ends the process, at the first surprise with a file crash-… of what brought it about."""
    tally, among = Tally(), [it for it in READERS if it.name in names.split(",")]

    def one(content: bytes) -> None:
        """The first byte chooses the reader, the rest is its file."""
        read_one(chosen(content[0] if content else 0, among), content[1:], tally)
        if tally.runs.total() % EACH == 0:
            tell()

    def tell() -> None:
        told = {it.name: dict(getattr(tally, it.name)) for it in fields(tally)}
        counts.write_text(json.dumps(told), encoding="utf-8")

    def end(*_: object) -> None:
        tell()
        os._exit(0)

    signal.signal(signal.SIGTERM, end)
    atheris.Setup([sys.argv[0], *arguments], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3:])
