"""A file packed by gzip, read from any place in it as if it were not, with limits and without unpacking it anywhere."""

import bisect
import io
import zlib
from dataclasses import dataclass
from typing import IO

from therapy_diary.exchange.errors import ExchangeTrouble, Trouble
from therapy_diary.exchange.report import GoOn, always, or_stop

MARK = b"\x1f\x8b\x08"
LARGEST_RATIO = 100
"""An archive of text unpacks to about 4 times its size, one of pictures to its own."""
FREE_OF_RATIO = 16 * 1024 * 1024
"""Bytes unpacked that no ratio is asked for: a small file may well be all spaces."""
MOST_UNPACKED = 8 * 1024**3
PIECE = 16 * 1024
"""Bytes read at once, and kept with each place to go on from."""
CHUNK = 256 * 1024
MOST_PARTS = 1_000_000
"""Packed files one after the other: a part of no bytes takes its time as well."""
MOST_PLACES, NEAREST = 1024, 128 * 1024
"""Places to go on from that are kept, of about 50 KB each, and how many bytes lie between them as long as there are few."""
_WITH_HEAD = 31


@dataclass(frozen=True, slots=True)
class _Place:
    """How far it was unpacked, what was read for that, and the unpacking as it stood there."""

    unpacked: int
    packed: int
    unpacking: "zlib._Decompress"


class Gunzipped:
    """What a file packed by gzip holds, to be read as a file. Reading backwards goes on from a place kept before."""

    def __init__(self, file: IO[bytes], packed: int, go_on: GoOn = always) -> None:
        """Unpack all of it once without keeping it, to see whether it is whole. Raises ExchangeTrouble."""
        self._file = file
        self._places = list[_Place]()
        self._between = NEAREST
        self._parts = self._wanted = self._at = 0
        self._waiting = b""
        self._unpacking = zlib.decompressobj(_WITH_HEAD)
        file.seek(0)
        try:
            self._look_through(max(FREE_OF_RATIO, LARGEST_RATIO * packed), go_on)
        except zlib.error as error:
            raise ExchangeTrouble(Trouble.BROKEN) from error
        self.size = self._at
        """Bytes unpacked."""

    def read(self, size: int = -1) -> bytes:
        """As of a file. It may raise zlib.error where that was changed since it was looked through."""
        left = self.size - self._wanted
        size = left if size < 0 else min(size, left)
        if size <= 0:
            return b""
        self._go_to_wanted()
        parts = list[bytes]()
        while size > 0 and (part := self._next(size)):
            parts.append(part)
            size -= len(part)
        self._wanted = self._at
        return b"".join(parts)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        """As of a file."""
        begin = {io.SEEK_SET: 0, io.SEEK_CUR: self._wanted, io.SEEK_END: self.size}[whence]
        self._wanted = max(0, begin + place)
        return self._wanted

    def tell(self) -> int:
        """As of a file."""
        return self._wanted

    def _look_through(self, most: int, go_on: GoOn) -> None:
        while self._next(CHUNK):
            or_stop(go_on, 0)
            if self._at > MOST_UNPACKED:
                raise ExchangeTrouble(Trouble.TOO_LARGE)
            if self._at > most:
                raise ExchangeTrouble(Trouble.UNPACKS_TOO_FAR)
            self._keep_place()
        if not self._unpacking.eof:
            raise ExchangeTrouble(Trouble.BROKEN)

    def _next(self, most: int) -> bytes:
        """The next bytes, at most so many; none at the end, or where it was cut."""
        while True:
            if self._unpacking.eof and not self._goes_on():
                return b""
            self._waiting = self._waiting or self._file.read(PIECE)
            unpacked = self._unpacking.decompress(self._waiting, most)
            is_cut = not unpacked and not self._waiting and not self._unpacking.eof
            self._waiting = self._unpacking.unconsumed_tail or self._unpacking.unused_data
            if unpacked or is_cut:
                self._at += len(unpacked)
                return unpacked

    def _goes_on(self) -> bool:
        """Whether another packed file follows the one that ended, as where two were put together. Zeros may fill the end."""
        while not (rest := self._waiting.lstrip(b"\0")):
            self._waiting = self._file.read(PIECE)
            if not self._waiting:
                return False
        self._waiting = rest
        self._parts += 1
        if self._parts > MOST_PARTS:
            raise zlib.error("more parts than anybody put together")
        self._unpacking = zlib.decompressobj(_WITH_HEAD)
        return True

    def _keep_place(self) -> None:
        last = self._places[-1].unpacked if self._places else 0
        if self._at - last < self._between or self._unpacking.eof:
            return
        packed = self._file.tell() - len(self._waiting)
        self._places.append(_Place(self._at, packed, self._unpacking.copy()))
        if len(self._places) > MOST_PLACES:
            self._places = self._places[1::2]
            self._between *= 2

    def _go_to_wanted(self) -> None:
        """Go on unpacking up to what is wanted, from the nearest place before it."""
        number = bisect.bisect_right(self._places, self._wanted, key=lambda it: it.unpacked)
        near = self._places[number - 1] if number else None
        if self._at > self._wanted or (near is not None and near.unpacked > self._at):
            self._go_back_to(near)
        while self._at < self._wanted and self._next(min(CHUNK, self._wanted - self._at)):
            pass

    def _go_back_to(self, place: _Place | None) -> None:
        """Be where that place is; at the beginning for none."""
        self._waiting = b""
        self._file.seek(0 if place is None else place.packed)
        self._at = 0 if place is None else place.unpacked
        self._unpacking = zlib.decompressobj(_WITH_HEAD) if place is None else place.unpacking.copy()
