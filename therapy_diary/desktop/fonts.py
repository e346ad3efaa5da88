"""The letters of the program: Inter, with Noto Sans for Hebrew and Arabic, shipped so that every computer shows the same."""

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from therapy_diary import resources

FAMILIES = ("Inter", "Noto Sans Hebrew", "Noto Sans Arabic")


def font_files() -> list[Path]:
    """Every shipped font file, regular weights first; charts register the same files with matplotlib."""
    files = sorted(resources.path("fonts").glob("*.ttf"))
    return sorted(files, key=lambda it: not it.stem.endswith("-Regular"))


def load_fonts() -> list[str]:
    """Make the shipped fonts known to Qt; returns the families found. Call once, after QApplication."""
    families: list[str] = []
    for file in font_files():
        number = QFontDatabase.addApplicationFont(str(file))
        families += QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return list(dict.fromkeys(families))
