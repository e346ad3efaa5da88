"""What every stretch of the tour is given: a camera, and how windows are dressed."""

from dataclasses import dataclass
from datetime import datetime

from therapy_diary.desktop.theme import Theme
from therapy_diary.preferences import Preferences
from therapy_diary.tour.camera import Camera


@dataclass(frozen=True, slots=True)
class Scene:
    """The camera, the look and the moment in which pictures are taken."""

    camera: Camera
    theme: Theme
    preferences: Preferences
    now: datetime
