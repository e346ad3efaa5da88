"""The whole way, stretch by stretch, once in each look."""

from pathlib import Path
from tempfile import TemporaryDirectory

from therapy_diary.app import dress
from therapy_diary.demo import demo
from therapy_diary.desktop.theme import Choice
from therapy_diary.desktop.traces import hear_qt, keep_charts_inside
from therapy_diary.paper import write_review, write_worksheet
from therapy_diary.preferences import Preferences
from therapy_diary.tour import first_pages, keys, pages
from therapy_diary.tour.camera import Camera
from therapy_diary.tour.scene import Scene

LOOKS = (Choice.LIGHT, Choice.DARK)


def walk(folder: Path, language: str | None) -> list[Path]:
    """Take every picture and write both PDFs. Returns the files. Raises OSError, PrintProblem or TourStopped."""
    hear_qt(lambda _: None)  # memory is no screen, and Qt says so at every window
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        keep_charts_inside(Path(place))
        preferences = Preferences.load(Path(place) / "settings.ini")
        application, theme = dress(preferences, language)
        camera = Camera(application, folder)
        for look in LOOKS:
            theme.choose(look)
            camera.look = look.value
            with demo() as told:  # told anew: the way through it leaves something behind
                scene = Scene(camera, theme, preferences, told.now)
                first_pages.take(scene, Path(place) / look.value)
                pages.take(scene, told)
                keys.take(scene, Path(place) / f"keys-{look.value}")
        with demo() as told:
            write_worksheet(told.diary, camera.place("worksheet.pdf"), told.now)
            write_review(told.diary, camera.place("before-session.pdf"), told.now)
        return camera.taken
