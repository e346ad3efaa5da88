"""A picture of every page over diaries of nothing, of three notes and of a hundred thousand, for a person to judge.

    python -m tests.pictures.of_sizes FOLDER [COUNT ...]

The diaries are those of the benchmarks, whose sessions are answered first; writing the great one takes some minutes, once.
"""

import os
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

COUNTS = (0, 3, 100_000)


def take(folder: Path, counts: list[int]) -> list[Path]:
    """Take them all. Each is named after its page and the number of notes. Returns the files."""
    os.environ |= {"QT_QPA_PLATFORM": "offscreen"}
    from tests.benchmarks import stores
    from tests.pictures.grown import grow
    from therapy_diary.app import build_window, dress
    from therapy_diary.desktop.traces import keep_charts_inside
    from therapy_diary.preferences import Preferences
    from therapy_diary.storage.diary import Diary
    from therapy_diary.tour.camera import Camera
    from therapy_diary.tour.pages import every_page

    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        keep_charts_inside(Path(place))
        preferences = Preferences.load(Path(place) / "settings.ini")
        application, theme = dress(preferences)
        camera = Camera(application, folder)
        for count in counts:
            camera.look = str(count)
            copy = stores.scratch(stores.diary_of(count))
            with closing(Diary.open(copy, stores.KEY)) as diary:
                grow(diary)
                window = build_window(diary, lambda: stores.NOW, theme, preferences)
                camera.show(window)
                every_page(diary, window, camera)
                camera.put_away(window)
            stores.throw_away(copy)
        return camera.taken


if __name__ == "__main__":
    where, *chosen = sys.argv[1:]
    for it in take(Path(where), list(map(int, chosen)) or list(COUNTS)):
        print(it)
