"""One source of random bytes or shapes, read by every reader: nothing may come out but entries, skips and our own error."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta, timezone
from pathlib import Path

from therapy_diary.exchange.archive import NAME
from therapy_diary.exchange.errors import ExchangeTrouble
from therapy_diary.exchange.formats import FORMATS, Format, check_locked
from therapy_diary.exchange.found import Found, LeftOut, Skipped
from therapy_diary.exchange.source import Source, opened

HERE = timezone(timedelta(hours=2))
MANY = 500
READERS = tuple(it for it in FORMATS if it.name != NAME)
NAMES_OF = {
    "day-one-classic": "J.dayone/entries/A.doentry",
    "diaro": "DiaroBackup.xml",
    "journey": "a.json",
    "daylio-backup": "backup.daylio",
    "rednotebook": "2019-02.txt",
    "markdown": "2019-02-03.md",
}
"""What the file must be called for its reader to look into it."""


class InMemory(Source):
    """A source with one file, without a disk."""

    def __init__(self, name: str, content: bytes) -> None:
        path = Path(name)
        super().__init__(path, {path.name: path})
        self.content = content
        if "/" in name:
            self._places = {name: path}
            self.is_file = False

    def size(self, name: str) -> int:
        return len(self.content) if name in self._places else 0

    @contextmanager
    def _opened(self, place: object) -> Iterator[object]:  # noqa: ARG002 - there is only one
        import io

        yield io.BytesIO(self.content)


def read_all(kind: Format, source: Source) -> int:
    """Read as bring() does; how many entries came."""
    count = 0
    try:
        check_locked(source)
        if not kind.recognises(source):
            return 0
        for it in kind.read(source, HERE):
            assert isinstance(it, Found | Skipped)
            count += isinstance(it, Found)
            if isinstance(it, Found):
                for file in it.files:
                    try:
                        file.content(1000)
                    except LeftOut:
                        continue
            if count > MANY:
                break
    except (ExchangeTrouble, LeftOut):
        return count
    return count


def read_everywhere(content: bytes) -> int:
    """What every reader makes of these bytes under the name it looks for."""
    return sum(read_all(kind, InMemory(NAMES_OF.get(kind.name, "export.txt"), content)) for kind in READERS)


def read_place(place: Path) -> int:
    """What every reader makes of what lies at a place."""
    count = 0
    for kind in READERS:
        try:
            with opened(place) as source:
                count += read_all(kind, source)
        except ExchangeTrouble:
            continue
    return count
