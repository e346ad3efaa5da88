"""The memory of another process, read from outside, as a debugger or a hibernation image would show it. For root on Linux."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from tests.secret_forms import found


def pieces_of(pid: int) -> Iterator[bytes]:
    """Every stretch of memory of a process that can be read."""
    with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
        for row in Path(f"/proc/{pid}/maps").read_text().splitlines():
            span, rights = row.split()[:2]
            begin, end = (int(it, 16) for it in span.split("-"))
            if not rights.startswith("r") or row.endswith(("[vvar]", "[vsyscall]")):
                continue
            try:
                memory.seek(begin)
                yield memory.read(end - begin)
            except (OSError, OverflowError, ValueError):
                continue


def found_in(pid: int, secrets: Mapping[str, Iterable[bytes]]) -> set[str]:
    """The names of the secrets that are anywhere in the memory of a process."""
    return {name for piece in pieces_of(pid) for name in found(secrets, piece)}
