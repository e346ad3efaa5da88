"""What the editor can do: a note with a picture and boxes to tick, words found in it, and nothing but the text.

What was written for it is erased again, so that no other page shows it.
"""

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QTextCursor

from therapy_diary.tour.camera import HEIGHT, WIDTH, Camera, TourStopped
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage

LAKE = "We talked about **the lake**, and I could stay with it.\n"
BOXES = "- [x] wrote to my sister\n- [ ] walk there again\n\n> Slow is allowed.\n\nThe lake stays.\n"


def take(window: MainWindow, camera: Camera) -> None:
    """Three pictures of a note being written."""
    window.show_subject("session_note", None)
    page = window.page
    if not isinstance(page, SessionNotePage):
        raise TourStopped
    text, picture = page.form.text, QMimeData()
    picture.setImageData(_view_over_hills())
    text.insert_as_person(LAKE)
    text.insertFromMimeData(picture)
    camera.wait(lambda: bool(text.pictures.shown()))
    text.describe(text.pictures.shown()[0], "The lake, early")
    page.tools.description.leave()
    text.insert_as_person(BOXES)
    text.moveCursor(QTextCursor.MoveOperation.End)
    camera.take(window, "note-picture")
    page.find_in_text()
    page.tools.find.field.setText("lake")
    page.tools.find.look()
    camera.take(window, "note-find")
    page.tools.find.close_strip()
    window.quiet.toggle(page)
    window.showNormal()  # what stands in for a screen is smaller than one
    window.resize(WIDTH, HEIGHT)
    camera.take(window, "note-quiet")
    window.quiet.end()
    text.selectAll()
    text.textCursor().removeSelectedText()  # nothing written makes no note


def _view_over_hills() -> QImage:
    """A picture to paste."""
    image = QImage(1200, 720, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    sky = QLinearGradient(0, 0, 0, 720)
    sky.setColorAt(0, QColor("#8fb4c8"))
    sky.setColorAt(1, QColor("#f3e3cb"))
    painter.fillRect(image.rect(), sky)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, height in (("#7d9a8f", 430), ("#567a6c", 500), ("#3d6a8c", 610)):
        painter.setBrush(QColor(colour))
        way = [QPointF(x, height - 60 * ((x // 150) % 3) * (height < 600)) for x in range(0, 1350, 150)]
        painter.drawPolygon([QPointF(0, 720), *way, QPointF(1200, 720)])
    painter.end()
    return image
