"""The letters on paper: the shipped ones, in two heights."""

from PySide6.QtGui import QFont

from therapy_diary.desktop.fonts import FAMILIES

BODY, SMALL = 14, 10  # heights of letters in pixels: 10.5 and 7.5 points


def font_of(height: int) -> QFont:
    """The shipped letters so many pixels high, with the same outlines on every device."""
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(height)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    # Inter draws the colon of 17:00 higher, as a shape that has no letter behind it: read back, the time would be 1700
    font.setFeature(QFont.Tag("calt"), 0)
    return font
