"""Words that begin where the lines of the page begin, in whatever direction they are written themselves."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStyle


def stand_along_page(label: QLabel) -> None:
    """Keep a label that shows the person's words at the side where everything else begins.

    Left to itself, a label stands English words on the left of a Hebrew page, and Hebrew ones on the right of an English.
    """
    across = QStyle.visualAlignment(label.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
    upright = label.alignment() & Qt.AlignmentFlag.AlignVertical_Mask
    label.setAlignment(across | upright | Qt.AlignmentFlag.AlignAbsolute)
