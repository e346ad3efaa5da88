"""What is in a ZIP, a tar or a tar packed by gzip, listed without unpacking: members that would lie outside and what is no file are named, never read."""

import re
import stat
import struct
import tarfile
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.found import Why
from therapy_diary.exchange.gzipped import FREE_OF_RATIO, LARGEST_RATIO, MARK, Gunzipped
from therapy_diary.exchange.report import GoOn, always

MOST_NAMES = 100_000
LARGEST_HEAD, LARGEST_HEADS, LARGEST_SHARED = 16 * 1024, 64 * 1024 * 1024, 1024
"""Bytes of a tar about one member, its name, and what else a program says of it; in PAX about all; in PAX for all that follow."""
MOST_DIGITS = 100
"""Digits in a row that PAX may hold: some Pythons read it anew from each of them."""
BLOCK = 512
LOCKED_FLAG = 0x1
UTF8_FLAG = 0x800
UNIX = 3
"""The system of a ZIP's member whose kind stands with it."""
PASSED_OVER = ("__MACOSX", "node_modules")
TAR_MARK, TAR_MARK_AT = b"ustar", 257
_OTHER_MARKS = re.compile(
    rb"BZh[1-9]1AY&SY|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd", re.DOTALL
)
"""How archives begin that are not read: bzip2, xz, 7-Zip, RAR and Zstandard. Nothing can be read from their middle."""
KIND_AT, PAX, PAX_SHARED = 156, {b"x", b"g", b"X"}, b"g"
_PAX_LINE = re.compile(rb"(\d{1,5}) [^=\n\0]{1,300}=")
_MANY_DIGITS = re.compile(rb"\d{%d}" % (MOST_DIGITS + 1))
_FAULTS = (
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    struct.error,
    EOFError,
    ValueError,
    OverflowError,
    RecursionError,
    NotImplementedError,
)

Member = zipfile.ZipInfo | tarfile.TarInfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The files in an archive by name, in order; and the members that are not let in, with why."""

    archive: zipfile.ZipFile | tarfile.TarFile
    members: dict[str, Member]
    refused: tuple[tuple[str, Why], ...]


@contextmanager
def listed(path: Path, go_on: GoOn = always) -> Iterator[Listing | None]:
    """List an archive; None for a file that is none. Raises ExchangeTrouble."""
    with path.open("rb") as file, listing_of(file, path.stat().st_size, go_on) as listing:
        yield listing


@contextmanager
def listing_of(file: IO[bytes], size: int, go_on: GoOn = always) -> Iterator[Listing | None]:
    """The same for an open file of so many bytes."""
    head = file.read(BLOCK)
    if head[:4] in {b"PK\x03\x04", b"PK\x05\x06"}:
        with _zip(file) as listing:
            yield listing
    elif _is_tar(head):
        with _tar(file, size) as listing:
            yield listing
    elif head.startswith(MARK):
        unpacked = Gunzipped(file, size, go_on)
        if not _is_tar(unpacked.read(BLOCK)):
            raise ExchangeTrouble(Trouble.PACKED_OTHERWISE)
        with _tar(unpacked, unpacked.size) as listing:
            yield listing
    elif _OTHER_MARKS.match(head):
        raise ExchangeTrouble(Trouble.PACKED_OTHERWISE)
    else:
        yield None


def _is_tar(head: bytes) -> bool:
    return head[TAR_MARK_AT:].startswith(TAR_MARK)


def size_of(member: Member) -> int:
    """Bytes of a member, as the archive says."""
    return member.file_size if isinstance(member, zipfile.ZipInfo) else member.size


def _is_passed_over(name: str) -> bool:
    """Whether a file belongs to a program and not to the person."""
    return any(it.startswith(".") or it in PASSED_OVER for it in PurePosixPath(name).parts)


@contextmanager
def _zip(file: IO[bytes]) -> Iterator[Listing]:
    size = file.seek(0, 2)
    try:
        archive = zipfile.ZipFile(file)
        members = [it for it in archive.infolist() if not it.is_dir()]
    except _FAULTS as error:
        raise ExchangeTrouble(Trouble.BROKEN) from error
    with archive:
        unpacked = sum(it.file_size for it in members)
        if len(members) > MOST_NAMES:
            raise ExchangeTrouble(Trouble.TOO_LARGE)
        if unpacked > FREE_OF_RATIO and unpacked > LARGEST_RATIO * size:
            raise ExchangeTrouble(Trouble.UNPACKS_TOO_FAR)
        if members and all(it.flag_bits & LOCKED_FLAG for it in members):
            raise ExchangeTrouble(Trouble.ZIP_LOCKED)
        yield _sorted_out(archive, [(_name_in_zip(it), it, _is_file_in_zip(it)) for it in members])


@contextmanager
def _tar(file: IO[bytes] | Gunzipped, size: int) -> Iterator[Listing]:
    """A tar, as Joplin writes. One with holes in its members would be larger than it shows."""
    file.seek(0)
    sparing = _Sparing(file)
    try:
        archive = tarfile.TarFile(fileobj=sparing, encoding="utf-8", errors="replace")  # type: ignore[arg-type]
        members = [it for it in _members(archive, sparing, size) if not it.isdir()]
    except (*_FAULTS, OSError) as error:
        raise ExchangeTrouble(Trouble.BROKEN) from error
    sparing.left = None
    with archive:
        yield _sorted_out(archive, [(_plainly(it.name), it, it.isreg()) for it in members])


def _members(archive: tarfile.TarFile, file: "_Sparing", size: int) -> Iterator[tarfile.TarInfo]:
    """Every member, each after the one before and within the file, up to the empty block at the end."""
    count, end = 0, 0
    while (it := archive.next()) is not None:
        file.left = LARGEST_HEAD
        count += 1
        if it.issparse():
            raise ExchangeTrouble(Trouble.UNPACKS_TOO_FAR)
        if count > MOST_NAMES:
            raise ExchangeTrouble(Trouble.TOO_LARGE)
        if it.size < 0 or it.offset_data < end or it.offset_data + it.size > size:
            raise ExchangeTrouble(Trouble.BROKEN)
        end = it.offset_data + (-(-it.size // BLOCK) * BLOCK if it.isreg() else 0)
        yield it
    file.left = BLOCK
    file.seek(end)
    if file.read(BLOCK) != bytes(BLOCK):
        raise ExchangeTrouble(Trouble.BROKEN)


class _Sparing:
    """A file that gives only so many bytes until it is allowed more, and in PAX only what can be read in a moment.

    So no head of a member fills the memory, nor takes longer than its file is long.
    """

    def __init__(self, file: IO[bytes] | Gunzipped) -> None:
        self._file = file
        self._pax_left, self._shared_left = LARGEST_HEADS, LARGEST_SHARED
        self._announced = b""
        self.left: int | None = LARGEST_HEAD
        """None is without limit, when all heads are read."""

    def read(self, size: int = -1) -> bytes:
        """As of a file. Raises tarfile.ReadError."""
        if self.left is None:
            return self._file.read(size)
        if not 0 <= size <= self.left:
            raise tarfile.ReadError("too much about one member")
        self.left -= size
        content = self._file.read(size)
        if self._announced:
            self._check_pax(content, is_shared=self._announced == PAX_SHARED)
            self._announced = b""
        elif size == BLOCK and content[KIND_AT : KIND_AT + 1] in PAX:
            self._announced = content[KIND_AT : KIND_AT + 1]
        return content

    def _check_pax(self, content: bytes, *, is_shared: bool) -> None:
        self._pax_left -= len(content)
        self._shared_left -= len(content) if is_shared else 0
        if min(self._pax_left, self._shared_left) < 0 or not _is_pax(content):
            raise tarfile.ReadError("no PAX that can be read in a moment")

    def seek(self, place: int, whence: int = 0) -> int:
        """As of a file."""
        return self._file.seek(place, whence)

    def tell(self) -> int:
        """As of a file."""
        return self._file.tell()


def _is_pax(content: bytes) -> bool:
    """Whether this is lines of “length key=value”, each as long as it says, and zeros after them."""
    if _MANY_DIGITS.search(content):
        return False
    place = 0
    while content[place : place + 1] not in {b"", b"\0"}:
        begin = _PAX_LINE.match(content, place)
        if begin is None:
            return False
        end = place + int(begin[1])
        if end <= begin.end() or end > len(content) or content[end - 1 : end] != b"\n":
            return False
        place = end
    return not content[place:].strip(b"\0")


def _sorted_out(archive: zipfile.ZipFile | tarfile.TarFile, named: list[tuple[str, Member, bool]]) -> Listing:
    refused = [
        (name, Why.UNSAFE_PATH if _leads_out(name) else Why.NOT_A_FILE)
        for name, _, is_file in named
        if _leads_out(name) or not is_file
    ]
    inside = [(name, it) for name, it, is_file in named if is_file and not _leads_out(name)]
    return Listing(
        archive=archive,
        members=dict(sorted((it for it in inside if not _is_passed_over(it[0])), key=lambda pair: pair[0])),
        refused=tuple(refused),
    )


def _name_in_zip(member: zipfile.ZipInfo) -> str:
    """The name of a member; programs that write UTF-8 do not always say so."""
    name = member.filename
    if not member.flag_bits & UTF8_FLAG:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = member.filename
    return _plainly(name)


def _is_file_in_zip(member: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(member.external_attr >> 16) if member.create_system == UNIX else 0
    return kind in {0, stat.S_IFREG}


def _plainly(name: str) -> str:
    return unicodedata.normalize("NFC", name.replace("\\", "/"))


def _leads_out(name: str) -> bool:
    return name.startswith("/") or ".." in PurePosixPath(name).parts or name[1:2] == ":" or "\0" in name
