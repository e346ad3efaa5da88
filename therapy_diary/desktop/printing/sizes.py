"""How large headings and pictures are, where Qt would make them larger than they were given or than a page."""

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QImage,
    QPixmap,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextImageFormat,
)

TALLEST_PICTURE = 0.9  # of a page: a line of words has room with it


def take_sizes_as_given(document: QTextDocument) -> None:
    """Qt makes headings larger than the size they were given; this takes that back."""
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            for piece in _pieces(block):
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                form = piece.charFormat()
                form.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                cursor.setCharFormat(form)
        block = block.next()


def fit_pictures(document: QTextDocument, body: QSizeF) -> None:
    """Make what is too large for a page as large as one; Qt sees to the width alone, and a tall picture would be cut.

    A picture is a line to Qt, and the room between lines would grow with it.
    """
    block = document.begin()
    while block.isValid():
        for piece in (it for it in _pieces(block) if it.charFormat().isImageFormat()):
            _fit_picture(document, piece, piece.charFormat().toImageFormat(), body)
            as_high_as_it_is = QTextBlockFormat()
            as_high_as_it_is.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            QTextCursor(block).mergeBlockFormat(as_high_as_it_is)
        block = block.next()


def _fit_picture(document: QTextDocument, piece: QTextFragment, form: QTextImageFormat, body: QSizeF) -> None:
    image = document.resource(QTextDocument.ResourceType.ImageResource, QUrl(form.name()))
    room = QSizeF(body.width(), body.height() * TALLEST_PICTURE)
    if not isinstance(image, QImage | QPixmap) or image.isNull():
        return
    if image.width() <= room.width() and image.height() <= room.height():
        return
    fitted = QSizeF(image.size()).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    form.setWidth(fitted.width())
    form.setHeight(fitted.height())
    cursor = QTextCursor(document)
    cursor.setPosition(piece.position())
    cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(form)


def _pieces(block: QTextBlock) -> list[QTextFragment]:
    """The stretches of a paragraph that look alike."""
    found, place = [], block.begin()
    while not place.atEnd():
        found.append(place.fragment())
        place += 1
    return found
