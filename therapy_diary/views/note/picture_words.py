"""What is said about pictures: how large they are, and why one was not taken."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from therapy_diary.desktop.pictures import LARGEST_FILE, MOST_PIXELS, PictureRefused, Why

CONTEXT = "Pictures"
SENTENCES = {
    Why.TOO_LARGE: QT_TRANSLATE_NOOP(
        "Pictures", "A picture can have at most {most}. Save it smaller, then try again."
    ),
    Why.TOO_MANY_PIXELS: QT_TRANSLATE_NOOP(
        "Pictures", "A picture can have at most {pixels} million pixels. Save it smaller, then try again."
    ),
    Why.NO_PICTURE: QT_TRANSLATE_NOOP(
        "Pictures", "This is no picture that can be taken. It can be JPEG, PNG, WebP, GIF or BMP."
    ),
    Why.LIES: QT_TRANSLATE_NOOP(
        "Pictures",
        "The file says {says} and holds {holds}, so it was not taken. Save it anew, then try again.",
    ),
    Why.BROKEN: QT_TRANSLATE_NOOP(
        "Pictures", "The picture is damaged and was not taken. Save it anew, then try again."
    ),
    Why.NOT_READ: QT_TRANSLATE_NOOP(
        "Pictures", "The file could not be read. Look whether it is still there."
    ),
}
"""Why a picture was not taken, and what helps."""


def size_in_words(size: int) -> str:
    """A number of bytes, as "412 kB"."""
    figures = 1 if size >= 1_000_000 else 0
    return QLocale().formattedDataSize(size, figures, QLocale.DataSizeFormat.DataSizeSIFormat)


def refusal_in_words(error: PictureRefused) -> str:
    """The sentence on a picture that was not taken."""
    return QCoreApplication.translate(CONTEXT, str(SENTENCES[error.why])).format(
        most=size_in_words(LARGEST_FILE),
        pixels=QLocale().toString(MOST_PIXELS // 1_000_000),
        says=error.says,
        holds=error.holds,
    )
