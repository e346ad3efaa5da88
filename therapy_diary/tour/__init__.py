"""A walk through the real windows: one picture of each page over the demo diary, light and dark, and the two PDFs.

It needs no screen: Qt draws into memory. Pages longer than the window are taken whole. Each module is a stretch of the way.
"""

import os
from pathlib import Path

SHARPNESS = "2"  # pixels of the picture for each of the window


def take_tour(folder: Path, *, language: str | None = None) -> list[Path]:
    """Walk through every page and write what is seen into the folder. Returns the files. Raises OSError or PrintProblem."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = SHARPNESS
    from therapy_diary.tour.walk import walk  # loads Qt, which reads these two as it starts

    return walk(folder, language)
