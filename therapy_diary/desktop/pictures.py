"""From bytes or pixels of unknown origin to a picture that may be kept: what it is, is seen by its content.

Every picture is drawn anew: what else the file held, such as the place where a photo was taken, does not come along.
Nothing here needs a window, so it may run beside it.
"""

import enum
from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

LARGEST_FILE = 25 * 1024 * 1024
"""Bytes of a picture as it comes."""
MOST_PIXELS = 50_000_000
"""Above it a picture is not opened: as many as the finest telephones give, and 200 MB of memory."""
LONGEST_SIDE = 2560
"""Pixels of a picture as it is kept; a larger one is made smaller."""
QUALITY = 88
LARGE_DRAWING = (
    3 * 1024 * 1024
)  # bytes of a PNG above which a picture without see-through parts becomes a JPEG

_SIGNS = {
    b"\xff\xd8\xff": "jpeg",
    b"\x89PNG\r\n\x1a\n": "png",
    b"GIF87a": "gif",
    b"GIF89a": "gif",
    b"BM": "bmp",
}
_ENDINGS = {
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".jfif": "jpeg",
    ".png": "png",
    ".gif": "gif",
    ".bmp": "bmp",
    ".webp": "webp",
}


class Why(enum.StrEnum):
    """Why a picture is not taken."""

    TOO_LARGE = "too large"  # more bytes than LARGEST_FILE
    TOO_MANY_PIXELS = "too many pixels"
    NO_PICTURE = "no picture"  # of no kind that is known here
    LIES = "lies"  # its name says one kind, its content is another
    BROKEN = "broken"
    NOT_READ = "not read"  # the file is not there or may not be opened


class PictureRefused(Exception):
    """A picture that is not taken. says and holds are kinds such as "png", where it lies about them."""

    def __init__(self, why: Why, *, says: str = "", holds: str = "") -> None:
        super().__init__(why)
        self.why, self.says, self.holds = why, says, holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready to be kept. media is image/jpeg or image/png."""

    content: bytes
    media: str

    @property
    def ending(self) -> str:
        """How a file with it would end."""
        return "jpg" if self.media == "image/jpeg" else "png"


def may_be_picture(name: str) -> bool:
    """Whether a file of this name says it is a picture of a kind that is taken."""
    return PurePath(name).suffix.lower() in _ENDINGS


def redrawn(content: bytes, name: str = "") -> Picture:
    """A picture file, drawn anew. name is the file's, if it had one. Raises PictureRefused."""
    if len(content) > LARGEST_FILE:
        raise PictureRefused(Why.TOO_LARGE)
    kind = _kind_of(content)
    if kind is None:
        raise PictureRefused(Why.NO_PICTURE)
    says = _ENDINGS.get(PurePath(name).suffix.lower(), kind)
    if says != kind:
        raise PictureRefused(Why.LIES, says=says.upper(), holds=kind.upper())
    return redrawn_image(_opened(content, kind, LONGEST_SIDE), as_photo=kind == "jpeg")


def redrawn_image(image: QImage, *, as_photo: bool = False) -> Picture:
    """Pixels as a picture file; as_photo: small rather than exact. Raises PictureRefused."""
    if image.isNull():
        raise PictureRefused(Why.BROKEN)
    if image.width() * image.height() > MOST_PIXELS:
        raise PictureRefused(Why.TOO_MANY_PIXELS)
    image = _within(image, QSize(LONGEST_SIDE, LONGEST_SIDE))
    has_holes = image.hasAlphaChannel()
    if not as_photo or has_holes:
        drawing = _written(image, "png")
        if has_holes or len(drawing) <= LARGE_DRAWING:
            return Picture(content=drawing, media="image/png")
    return Picture(content=_written(image, "jpeg"), media="image/jpeg")


def small(content: bytes, room: QSize) -> QImage:
    """A picture no larger than this room. Raises PictureRefused."""
    kind = _kind_of(content)
    if kind is None:
        raise PictureRefused(Why.NO_PICTURE)
    image = _opened(content, kind, max(room.width(), room.height()))
    return _within(image, room)


def _kind_of(content: bytes) -> str | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    return next((kind for sign, kind in _SIGNS.items() if content.startswith(sign)), None)


def _opened(content: bytes, kind: str, side: int) -> QImage:
    """The first image of a file, upright; pixels are counted before any is drawn."""
    held = QByteArray(content)
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty():
        raise PictureRefused(Why.BROKEN)
    if size.width() * size.height() > MOST_PIXELS or _is_wide(reader, size):
        raise PictureRefused(Why.TOO_MANY_PIXELS)
    if (
        kind == "jpeg" and max(size.width(), size.height()) > side
    ):  # others are drawn whole before they shrink
        reader.setScaledSize(
            size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    image = reader.read()
    if image.isNull():
        raise PictureRefused(Why.BROKEN)
    return image


def _is_wide(reader: QImageReader, size: QSize) -> bool:
    """Whether it has so fine colours that it takes more memory than Qt gives to any image."""
    width = QImage.toPixelFormat(reader.imageFormat()).bitsPerPixel() // 8
    return size.width() * size.height() * width > reader.allocationLimit() * 1024 * 1024


def _within(image: QImage, room: QSize) -> QImage:
    if image.width() <= room.width() and image.height() <= room.height():
        return image
    mode = Qt.AspectRatioMode.KeepAspectRatio
    return image.scaled(room, mode, Qt.TransformationMode.SmoothTransformation)


def _written(image: QImage, kind: str) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    bare = image.copy()
    for key in bare.textKeys():
        bare.setText(key, "")  # what a camera or a program wrote into the file
    writer = QImageWriter(buffer, QByteArray(kind.encode()))
    if kind == "jpeg":
        writer.setQuality(QUALITY)
    if not writer.write(bare):
        raise PictureRefused(Why.BROKEN)
    return bytes(held.data())
