"""A picture of a note, as large as the page, with the words that stand for it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from therapy_diary.desktop.icons import icon
from therapy_diary.views.note.picture_words import size_in_words

LONGEST = 300  # characters that stand for a picture


class PictureView(QWidget):
    """Shown in place of the page; Esc leads back to the text."""

    described = Signal(str)  # the words for the picture, as the person leaves it
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("picture_view")
        self.canvas = _Canvas(self)
        self.size_label = QLabel(self)
        self.size_label.setProperty("role", "caption")
        self.words = QLineEdit(self)
        self.words.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.words.setMaxLength(LONGEST)
        self.words.setPlaceholderText(self.tr("What does the picture show?"))
        self.words.setAccessibleName(self.tr("What does the picture show?"))
        self.words.returnPressed.connect(self.close_view)
        self.back = QPushButton(self.tr("Back to the note"), self)
        self.back.setIcon(icon("x"))
        self.back.clicked.connect(self.close_view)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.words, 1)
        foot.addWidget(self.back)
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 24, 40, 16)
        column.setSpacing(10)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.size_label)
        column.addLayout(foot)
        self.hide()

    def open(self, image: QImage, size: int, words: str) -> None:
        """Show a picture; size is how many bytes it takes in the diary."""
        self.canvas.show_image(image, words or self.tr("A picture without a description"))
        told = self.tr("{width} × {height} pixels, {size}, in the encrypted diary only")
        self.size_label.setText(
            told.format(width=image.width(), height=image.height(), size=size_in_words(size))
        )
        self.words.setText(words)
        self.words.setCursorPosition(0)
        self.show()
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def give(self) -> None:
        """Tell what stands for the picture, as it is written here so far."""
        if not self.isHidden():
            self.described.emit(self.words.text().strip())

    def close_view(self) -> None:
        """Leave the picture, and tell what stands for it."""
        if self.isHidden():
            return
        self.give()
        self.hide()
        self.canvas.show_image(QImage(), "")
        self.words.clear()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_view()
        else:
            super().keyPressEvent(event)


class _Canvas(QWidget):
    """The picture itself, never larger than it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(80, 80)

    def show_image(self, image: QImage, words: str) -> None:
        """Show this; words stand for it where it cannot be seen."""
        self._image = image
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = self.size()
        size: QSize = self._image.size().scaled(
            self._image.size().boundedTo(room), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(
            (room.width() - size.width()) / 2,
            (room.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(place, self._image)
