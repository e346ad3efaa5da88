"""Pictures to paste and drop, honest ones and others."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter


def painting(width: int = 400, height: int = 300, colour: str = "teal") -> QImage:
    """A picture of one colour with a corner of another."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    for side in range(min(width, height) // 4):
        image.setPixelColor(side, side, QColor("orange"))
    return image


def as_file(image: QImage, kind: str, remark: str = "") -> bytes:
    """The picture as a file of that kind, with words in it that nobody sees."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if remark:
        writer.setText("Comment", remark)
    assert writer.write(image)
    return bytes(held.data())


MUCH = 1 << 20


def nothing_but_zeros(count: int) -> bytes:
    """So many zeros as zlib packs them, without packing each: a piece that stands for itself, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    piece = packer.compress(bytes(MUCH)) + packer.flush(zlib.Z_FULL_FLUSH)
    rest = packer.compress(bytes(count % MUCH)) + packer.flush()
    checksum = (count % 65521) << 16 | 1  # what adler32 comes to over zeros
    return b"\x78\xda" + piece * (count // MUCH) + rest + struct.pack(">I", checksum)


def bomb(side: int, depth: int = 1, colour: int = 0) -> bytes:
    """A small PNG of very many pixels; depth bits for each of its parts."""
    parts = {0: 1, 2: 3, 6: 4}[colour]
    packed = nothing_but_zeros(side * (1 + (side * depth * parts + 7) // 8))
    head = struct.pack(">IIBBBBB", side, side, depth, colour, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
