"""What the person pointed to, be it a file, a folder or an archive: names and bytes, read with limits and never unpacked."""

import codecs
import lzma
import os
import re
import stat
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, KeysView, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import IO

import msgspec

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import LeftOut, Why
from therapy_diary.exchange.packed import (
    LOCKED_FLAG,
    MOST_NAMES,
    PASSED_OVER,
    Listing,
    Member,
    listed,
    size_of,
)
from therapy_diary.exchange.report import GoOn, always

LARGEST_DOCUMENT = 96 * 1024 * 1024
"""Bytes of one file of JSON, which is read entry by entry."""
LARGEST_TEXT = 32 * 1024 * 1024
"""Bytes of one file of text, which is held as a whole. A diary of 30 years at a page a day has about 30 MB."""
FAULTS = (
    OSError,
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)
MOST_READ = 8 * 1024**3
"""Bytes read from one source in all, pictures and sound included."""
HEAD = 4096
CHUNK = 1024 * 1024
TEXT_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

_HALF = rb"\ud"
_ESCAPE = re.compile(
    rb"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[dD][89a-fA-F][0-9a-fA-F]{2}|.)",
    re.DOTALL,
)

Top = dict[str, msgspec.Raw] | list[msgspec.Raw] | None


class Source:
    """Files under names with forward slashes; a single file has its own name."""

    def __init__(
        self,
        path: Path,
        places: Mapping[str, Path | Member],
        *,
        packed: Listing | None = None,
    ) -> None:
        self.path = path
        self.is_file = (packed is None and places == {path.name: path}) or _is_all_in_one(tuple(places))
        """Whether one file is all there is; it may stand alone in a folder or an archive."""
        self.refused = () if packed is None else packed.refused
        """Members of an archive that would lie outside of it or are no files, each with why it is not let in."""
        self.guessed = False
        """Whether some text was not UTF-8 and was read as Windows wrote it in Western Europe."""
        self._places = places
        self._archive = None if packed is None else packed.archive
        self._read = 0
        self._top: tuple[str, Top] | None = None
        self._inside: tuple[str, str, Top] | None = None

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every file, in order of its path."""
        return tuple(self._places)

    @cached_property
    def by_tail(self) -> dict[str, str]:
        """Files by their last folder and name, such as photos/a.jpeg, wherever the export was unpacked."""
        return {"/".join(PurePosixPath(it).parts[-2:]): it for it in self._places}

    @cached_property
    def by_stem(self) -> dict[str, str]:
        """Files by their names without what follows the first dot."""
        return {PurePosixPath(it).name.partition(".")[0]: it for it in self._places}

    @cached_property
    def by_folder(self) -> dict[str, list[str]]:
        """The files of each last folder."""
        found: dict[str, list[str]] = {}
        for it in self._places:
            found.setdefault(PurePosixPath(it).parent.name, []).append(it)
        return found

    @property
    def names_set(self) -> KeysView[str]:
        """The same, for asking whether a file is there."""
        return self._places.keys()

    def ending(self, *ends: str) -> list[str]:
        """The files whose names end so, in small or capital letters."""
        return [it for it in self._places if it.lower().endswith(ends)]

    def size(self, name: str) -> int:
        """Bytes of a file, as far as its place says."""
        place = self._places[name]
        return place.stat().st_size if isinstance(place, Path) else size_of(place)

    def head(self, name: str) -> bytes:
        """The first bytes of a file; none when it cannot be read."""
        try:
            with self._opened(self._places[name]) as opened:
                return opened.read(HEAD)  # type: ignore[no-any-return, attr-defined]
        except FAULTS:
            return b""

    def read(self, name: str, limit: int = LARGEST_DOCUMENT) -> bytes:
        """A whole file. Raises LeftOut when it is missing, too large or cannot be read."""
        place = self._places.get(name)
        if place is None:
            raise LeftOut(Why.FILE_MISSING)
        if isinstance(place, zipfile.ZipInfo) and place.flag_bits & LOCKED_FLAG:
            raise LeftOut(Why.LOCKED)
        try:
            if self.size(name) > limit:
                raise LeftOut(Why.TOO_LARGE)
            with self._opened(place) as opened:
                content: bytes = opened.read(limit + 1)  # type: ignore[attr-defined]
        except FAULTS as error:
            raise LeftOut(Why.UNREADABLE) from error
        if len(content) > limit:
            raise LeftOut(Why.TOO_LARGE)
        self._read += len(content)
        if self._read > MOST_READ:
            raise ExchangeTrouble(Trouble.TOO_LARGE)
        return content

    def lines(self, name: str, longest: int) -> Iterator[bytes]:
        """The lines of a file with their ends, one that is longer in pieces, without holding them all."""
        with self._opened(self._places[name]) as opened:
            while line := opened.readline(longest):  # type: ignore[attr-defined]
                yield line

    def text(self, name: str, limit: int = LARGEST_TEXT) -> str:
        """A whole file as text, line ends as \\n. Raises LeftOut."""
        return self.decoded(self.read(name, limit))

    def decoded(self, content: bytes) -> str:
        """Bytes as text: by their mark, else as UTF-8, else as Windows wrote it in Western Europe."""
        encoding = next((it for mark, it in TEXT_MARKS if content.startswith(mark)), "utf-8")
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            self.guessed = True
            text = content.decode("cp1252", "replace")
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def top(self, name: str) -> Top:
        """The outermost level of a JSON file, what is below left as it is; None when it is no such file.

        Raises ExchangeTrouble for a file too large to look at.
        """
        if self._top is None or self._top[0] != name:
            self._top = (name, self._parsed(name))
        return self._top[1]

    def inside(self, name: str, key: str) -> Top:
        """What one key of that level holds, in the same way. Several readers ask for it before one of them takes it."""
        if self._inside is None or self._inside[:2] != (name, key):
            top = self.top(name)
            held = top.get(key) if isinstance(top, dict) else None
            self._inside = (name, key, None if held is None else outermost(held))
        return self._inside[2]

    def _parsed(self, name: str) -> Top:
        head = self.head(name)
        if not head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith((b"{", b"[")):
            return None
        try:
            content = self.read(name)
        except LeftOut as error:
            if error.why is Why.TOO_LARGE:
                raise ExchangeTrouble(Trouble.TOO_LARGE) from error
            raise ExchangeTrouble(Trouble.BROKEN) from error
        if content.startswith((b"\xff\xfe", b"\xfe\xff")) or not _is_utf8(content):
            content = self.decoded(content).encode()
        content = content.removeprefix(b"\xef\xbb\xbf")
        top = outermost(content)
        if top is None and _HALF in content.lower():
            top = outermost(_ESCAPE.sub(_whole_pairs, content))
        return top

    @contextmanager
    def _opened(self, place: Path | Member) -> Iterator[object]:
        opened: IO[bytes] | None = None
        if isinstance(place, Path):
            opened = place.open("rb")
        elif isinstance(place, zipfile.ZipInfo) and isinstance(self._archive, zipfile.ZipFile):
            opened = self._archive.open(place)
        elif isinstance(place, tarfile.TarInfo) and isinstance(self._archive, tarfile.TarFile):
            opened = self._archive.extractfile(place)
        if opened is not None:
            with opened:
                yield opened


def outermost(content: bytes | msgspec.Raw) -> Top:
    """The keys or items of a JSON text, their values not looked into; None when it is not JSON."""
    try:
        return msgspec.json.decode(content, type=dict[str, msgspec.Raw] | list[msgspec.Raw])
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return None


def _whole_pairs(escape: re.Match[bytes]) -> bytes:
    """An escape as it was; half of a surrogate pair, which some programs leave when they cut a text, as U+FFFD."""
    return rb"\ufffd" if len(escape[0]) == 6 and escape[0][1:3].lower() == b"ud" else escape[0]


@contextmanager
def opened(path: Path, go_on: GoOn = always) -> Iterator[Source]:
    """The source at a path, for as long as it is read. go_on is asked while it is unpacked. Raises ExchangeTrouble."""
    try:
        found = path.stat()
    except FileNotFoundError as error:
        raise ExchangeTrouble(Trouble.MISSING) from error
    except (OSError, ValueError) as error:
        raise ExchangeTrouble(Trouble.UNREADABLE) from error
    try:
        if stat.S_ISDIR(found.st_mode):
            yield Source(path, dict(_walk(path)))
        elif not stat.S_ISREG(found.st_mode):
            raise ExchangeTrouble(Trouble.NOT_KNOWN)
        else:
            with listed(path, go_on) as packed:
                yield Source(path, {path.name: path} if packed is None else packed.members, packed=packed)
    except OSError as error:
        raise ExchangeTrouble(Trouble.UNREADABLE) from error


def _walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder; links and hidden folders are not followed."""
    for count, (name, place) in enumerate(sorted(_files(folder))):
        if count >= MOST_NAMES:
            raise ExchangeTrouble(Trouble.TOO_LARGE)
        yield name, place


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    for where, folders, files in os.walk(folder):
        folders[:] = [it for it in folders if not it.startswith(".") and it not in PASSED_OVER]
        for file in files:
            place = Path(where, file)
            if not file.startswith(".") and stat.S_ISREG(place.lstat().st_mode):
                yield unicodedata.normalize("NFC", place.relative_to(folder).as_posix()), place


def _is_all_in_one(names: tuple[str, ...]) -> bool:
    """Whether the only file is one of those that hold a whole diary, packed to be sent, say. A text below a day's path is none."""
    if len(names) != 1:
        return False
    name = names[0].lower()
    return name.endswith((".json", ".csv")) or (name.endswith(".txt") and "/" not in name)


def _is_utf8(content: bytes) -> bool:
    """Piece by piece: one emoji in a long text would make the whole of it take four bytes a letter."""
    reader = codecs.getincrementaldecoder("utf-8")()
    view = memoryview(content)
    try:
        for place in range(0, len(view), CHUNK):
            reader.decode(view[place : place + CHUNK])
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
