"""A sheet as a PDF."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPdfWriter

from therapy_diary.desktop.printing.drawing import Drawn, draw
from therapy_diary.desktop.printing.private_file import write_private
from therapy_diary.desktop.printing.sheet import Sheet

RESOLUTION = 1200  # dots per inch


def pdf(sheet: Sheet, drawn: Drawn = lambda _page, _pages: None) -> bytes:
    """The page as a PDF: vectors, embedded letters, and no word about the person in its properties.

    drawn is told after each page, and may raise to end it.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(sheet.paper.page_layout)
    writer.setTitle("Document")
    writer.setCreator("")
    try:
        draw(sheet, writer, drawn=drawn)
    finally:
        del writer  # before what it writes into
    return bytes(buffer.data().data())


def write_pdf(sheet: Sheet, path: Path) -> None:
    """Write the PDF for this person's eyes only, whole or not at all. Raises PrintProblem."""
    write_private(pdf(sheet), path)
