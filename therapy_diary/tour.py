"""A walk through the real windows: one picture of each page over the demo diary, light and dark, and the two PDFs.

It needs no screen: Qt draws into memory. Pages longer than the window are taken whole.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from therapy_diary.demo import Demo, demo
from therapy_diary.vault.folder import DiaryFolder

if TYPE_CHECKING:  # at run time these load Qt, which must not happen before _in_memory()
    from PySide6.QtWidgets import QApplication, QWidget

    from therapy_diary.desktop.theme import Theme
    from therapy_diary.preferences import Preferences
    from therapy_diary.views.main_window import MainWindow

WIDTH, HEIGHT, TALLEST = 1280, 832, 3000
SHARPNESS = "2"  # pixels of the picture for each of the window
PATIENCE = 180.0  # seconds until a chart that is not drawn is an error
THEMES = ("light", "dark")
PASSPHRASE = "harbour lamp seven willow"  # noqa: S105 - of a diary that lasts for seven pictures
THERAPIST = "Noa"
PAGES = (
    "today",
    "timeline",
    "session_note",
    "alliance",
    "checklist",
    "goals",
    "progress",
    "before_session",
    "therapy",
    "setting",
    "tasks_and_patterns",
    "questionnaires",
    "too_much",
    "ending",
    "settings",
    "help",
)


class TourStopped(Exception):
    """A page did not come to rest."""


def take_tour(folder: Path, *, language: str | None = None) -> list[Path]:
    """Walk through every page and write what is seen into the folder. Returns the files. Raises OSError or PrintProblem."""
    _in_memory()
    from therapy_diary.app import dress
    from therapy_diary.desktop.theme import Choice
    from therapy_diary.desktop.traces import hear_qt, keep_charts_inside
    from therapy_diary.preferences import Preferences

    hear_qt(lambda _: None)  # memory is no screen, and Qt says so at every window
    folder.mkdir(parents=True, exist_ok=True)
    with demo() as told, TemporaryDirectory() as place:
        keep_charts_inside(told.folder)
        preferences = Preferences.load(Path(place) / "settings.ini")
        application, theme = dress(preferences, language)
        camera = _Camera(application, folder)
        for look in THEMES:
            theme.choose(Choice(look))
            _first_pages(Path(place) / look, theme, told.now, camera, look)
            _walk(told, theme, preferences, camera, look)
        _papers(told, camera)
        return camera.taken


class _Camera:
    """Writes pictures of windows into one folder."""

    def __init__(self, application: "QApplication", folder: Path) -> None:
        self._application = application
        self._folder = folder
        self.taken: list[Path] = []

    def take(self, window: "QWidget", name: str) -> None:
        """A picture of a window as it stands once nothing is being drawn any more."""
        self.settle(window)
        place = self.place(f"{name}.png")
        if not window.grab().save(str(place)):
            raise OSError(f"not written: {place.name}")

    def put_away(self, window: "QWidget") -> None:
        """Let a window go now, not whenever Python likes."""
        from PySide6.QtCore import QCoreApplication, QEvent

        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def place(self, name: str) -> Path:
        """The path of a file that is to be written, counted among those taken."""
        path = self._folder / name
        self.taken.append(path)
        return path

    def settle(self, window: "QWidget") -> None:
        """Let the window do what it has to, until every visible chart is drawn."""
        from therapy_diary.widgets.chart_view import ChartView

        self._application.processEvents()
        self.wait(lambda: all(it.is_drawn() for it in window.findChildren(ChartView) if it.isVisible()))
        self._application.processEvents()

    def wait(self, happened: Callable[[], bool]) -> None:
        """Let the windows live until something has happened. Raises TourStopped when it does not."""
        end = monotonic() + PATIENCE
        while not happened():
            if monotonic() > end:
                raise TourStopped
            self._application.processEvents()


def _first_pages(place: Path, theme: "Theme", now: datetime, camera: _Camera, look: str) -> None:
    """The first start, gone through as a person would, and the page that asks for the passphrase afterwards."""
    from therapy_diary.desktop.background import Background
    from therapy_diary.views.first_run import FirstRun
    from therapy_diary.views.unlock import Unlock

    folder, background = DiaryFolder(place), Background()
    pages = FirstRun(folder, theme=theme, background=background, now=lambda: now, hold=lambda: None)
    pages.begun.connect(lambda diary: diary.close())
    form = pages.form
    pages.resize(WIDTH, HEIGHT)
    pages.show()
    camera.take(pages, f"first-1-welcome-{look}")
    form.next.click()
    form.passphrase.setText(PASSPHRASE)
    form.again.setText(PASSPHRASE)
    camera.take(pages, f"first-2-opens-{look}")
    form.next.click()
    camera.wait(form.code.isVisible)
    camera.take(pages, f"first-3-code-{look}")
    form.next.click()
    groups = form.groups.accessibleDescription().split(", ")
    for field in (form.first, form.second):
        field.setText(groups[field.property("place") - 1])
    camera.take(pages, f"first-4-check-{look}")
    form.next.click()
    form.name.setText(THERAPIST)
    camera.take(pages, f"first-5-therapy-{look}")
    form.next.click()
    lock = Unlock(folder, theme=theme, background=background, hold=lambda: None)
    lock.resize(WIDTH, HEIGHT)
    lock.show()
    lock.start()
    camera.take(lock, f"unlock-{look}")
    background.close()
    for window in (pages, lock):
        camera.put_away(window)


def _walk(told: Demo, theme: "Theme", preferences: "Preferences", camera: _Camera, look: str) -> None:
    """Every page of the main window."""
    from therapy_diary.app import build_window

    window = build_window(told.diary, lambda: told.now, theme, preferences)
    window.resize(WIDTH, HEIGHT)
    window.show()
    for name in PAGES:
        window.show_subject(name, _subject(told, name))
        with _whole_page(window, camera):
            camera.take(window, f"{name}-{look}")
    _be_quiet(window, camera, look)
    window.close()
    camera.put_away(window)


def _be_quiet(window: "MainWindow", camera: _Camera, look: str) -> None:
    """Quiet mode: a page that shows no numbers, and what stands in the place of one that rests."""
    window.be_quiet(True)
    for name in ("before_session", "progress"):
        window.show_page(name)
        with _whole_page(window, camera):
            camera.take(window, f"quiet-{name}-{look}")
    window.be_quiet(False)


def _subject(told: Demo, name: str) -> object:
    """What a page is to show: the latest session where it is about one."""
    if name not in ("session_note", "alliance"):
        return None
    therapy = told.diary.therapies.current()
    return None if therapy is None else told.diary.sessions.held(therapy.id)[-1].id


@contextmanager
def _whole_page(window: "QWidget", camera: _Camera) -> Iterator[None]:
    """Make the window as tall as the page in view needs."""
    from PySide6.QtWidgets import QScrollArea

    camera.settle(window)
    hidden = [it.verticalScrollBar().maximum() for it in window.findChildren(QScrollArea) if it.isVisible()]
    window.resize(WIDTH, min(TALLEST, HEIGHT + max(hidden, default=0)))
    yield
    window.resize(WIDTH, HEIGHT)


def _papers(told: Demo, camera: _Camera) -> None:
    from therapy_diary.paper import write_review, write_worksheet

    write_worksheet(told.diary, camera.place("worksheet.pdf"), told.now)
    write_review(told.diary, camera.place("before-session.pdf"), told.now)


def _in_memory() -> None:
    """Before Qt is loaded: draw into memory, sharply."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = SHARPNESS
