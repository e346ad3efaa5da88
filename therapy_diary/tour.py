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
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from therapy_diary.desktop.theme import Theme
    from therapy_diary.preferences import Preferences
    from therapy_diary.views.main_window import MainWindow

WIDTH, HEIGHT, TALLEST = 1280, 832, 3000
SHARPNESS = "2"  # pixels of the picture for each of the window
TURNS = 5
PATIENCE = 180.0  # seconds until a chart that is not drawn is an error
THEMES = ("light", "dark")
PASSPHRASE = "harbour lamp seven willow"  # noqa: S105 - of a diary that lasts for seven pictures
THERAPIST = "Noa"
SEARCHED = TAGGED = "sister"
JOTTED_DOWN = "The dream again, this time with the door open."
NOTES_LOOKED_AT = 200
PAGES = (
    "today",
    "timeline",
    "session_note",
    "after_session",
    "alliance",
    "checklist",
    "goals",
    "milestones",
    "progress",
    "before_session",
    "topics",
    "same_subject",
    "therapy",
    "setting",
    "tasks_and_patterns",
    "questionnaires",
    "side_by_side",
    "too_much",
    "ending",
    "versions",
    "bin",
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
            _keys(Path(place) / f"keys-{look}", told.now, theme, preferences, camera, look)
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
        from therapy_diary.views.review.panels_card import PanelsCard
        from therapy_diary.widgets.chart_view import ChartView

        self._application.processEvents()
        self.wait(lambda: all(it.is_drawn() for it in window.findChildren(ChartView) if it.isVisible()))
        self.wait(lambda: all(it.is_drawn() for it in window.findChildren(PanelsCard)))
        for _ in range(
            TURNS
        ):  # a part asks for its height once its width is known, and so does what it is in
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
    _on_paper(window, camera, look)
    _second_look(told, window, camera, look)
    _mark(told, window, camera, look)
    _end(told, window, camera, look)
    _find_ones_way(window, camera, look)
    _jot_down(window, camera, look)
    _bring(window, camera, look)
    _be_quiet(window, camera, look)
    _writing(window, camera, look)
    _two(told, window, camera, look)
    window.close()
    camera.put_away(window)


def _two(told: Demo, window: "MainWindow", camera: _Camera, look: str) -> None:
    """What needs a second therapy: see tour_of_two.py."""
    from therapy_diary.tour_of_two import take_two

    def take(name: str) -> None:
        with _whole_page(window, camera):
            camera.take(window, f"{name}-{look}")

    take_two(told, window, take)


def _keys(
    place: Path, now: datetime, theme: "Theme", preferences: "Preferences", camera: _Camera, look: str
) -> None:
    """What needs a folder with keys: see tour_of_keys.py."""
    from therapy_diary.tour_of_keys import take_keys

    def take(window: "QWidget", name: str) -> None:
        if name:
            camera.take(window, f"{name}-{look}")
        else:
            camera.settle(window)

    take_keys(place, theme, preferences, now, take, camera.wait)


def _on_paper(window: "MainWindow", camera: _Camera, look: str) -> None:
    """What goes onto paper before a session, and the very page beside it."""
    from therapy_diary.views.before_session import BeforeSessionPage

    window.show_page("before_session")
    page = window.page
    if not isinstance(page, BeforeSessionPage):
        raise TourStopped
    page.to_paper.click()
    with _whole_page(window, camera):
        camera.take(window, f"before_session-paper-{look}")
    page.paper.back.click()


def _second_look(told: Demo, window: "MainWindow", camera: _Camera, look: str) -> None:
    """The form after a session with its folded parts open, and two days later, with the first note beside the second look."""
    from therapy_diary.views.after_session import SECOND_LOOK, AfterSessionPage

    window.show_subject("after_session", _subject(told, "after_session"))
    page = window.page
    if not isinstance(page, AfterSessionPage):
        raise TourStopped
    page.difficulty.fold.set_open(True)
    page.signs.fold.set_open(True)
    page.passing.ensureWidgetVisible(page.signs)
    camera.take(window, f"after_session-folded-{look}")
    window.show_subject("after_session", (_subject(told, "after_session"), SECOND_LOOK))
    camera.take(window, f"after_session-second-look-{look}")


def _mark(told: Demo, window: "MainWindow", camera: _Camera, look: str) -> None:
    """A moment being marked, and a goal with all it went through."""
    from therapy_diary.domain.milestone import MilestoneKind
    from therapy_diary.views.goals import GoalsPage

    window.show_subject("milestones", (MilestoneKind.BREAK, _subject(told, "after_session")))
    camera.take(window, f"milestones-mark-{look}")
    window.show_subject("goals", None)
    page = window.page
    if not isinstance(page, GoalsPage):
        raise TourStopped
    for card in page.cards.values():
        card.history.click()
    with _whole_page(window, camera):
        camera.take(window, f"goals-history-{look}")


def _end(told: Demo, window: "MainWindow", camera: _Camera, look: str) -> None:
    """A section of the worksheet with its drawer open, the last step, and the pages that were kept; then it is undone."""
    from therapy_diary.domain.closing import Section
    from therapy_diary.views.ending import EndingPage

    window.show_subject("ending", None)
    page = window.page
    if not isinstance(page, EndingPage):
        raise TourStopped
    sheet, before = page.worksheet, told.diary.therapies.current()
    sheet.show_section(Section.WHAT_HELPED)
    sheet.drawer.handle.click()
    with _whole_page(window, camera):
        camera.take(window, f"ending-drawer-{look}")
    sheet.drawer.handle.click()
    sheet.ask_to_finish()
    with _whole_page(window, camera):
        camera.take(window, f"ending-finish-{look}")
    sheet.finish.finish.click()
    with _whole_page(window, camera):
        camera.take(window, f"ending-finished-{look}")
    if before is not None:
        with told.diary.change():
            told.diary.therapies.save(before)
            told.diary.closings.open_again(before.id)


def _be_quiet(window: "MainWindow", camera: _Camera, look: str) -> None:
    """Quiet mode: a page that shows no numbers, and what stands in the place of one that rests."""
    window.be_quiet(True)
    for name in ("before_session", "progress"):
        window.show_page(name)
        with _whole_page(window, camera):
            camera.take(window, f"quiet-{name}-{look}")
    window.be_quiet(False)


def _writing(window: "MainWindow", camera: _Camera, look: str) -> None:
    """What the editor can do: a note with a picture and boxes to tick, words found in it, and nothing but the text.

    What was written for it is erased again, so that no other page shows it.
    """
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QTextCursor

    from therapy_diary.views.session_note import SessionNotePage

    window.show_subject("session_note", None)
    page = window.page
    assert isinstance(page, SessionNotePage)  # noqa: S101
    text, picture = page.form.text, QMimeData()
    picture.setImageData(_view_over_hills())
    text.insert_as_person("We talked about **the lake**, and I could stay with it.\n")
    text.insertFromMimeData(picture)
    camera.wait(lambda: bool(text.pictures.shown()))
    text.describe(text.pictures.shown()[0], "The lake, early")
    page.tools.description.leave()
    text.insert_as_person(
        "- [x] wrote to my sister\n- [ ] walk there again\n\n> Slow is allowed.\n\nThe lake stays.\n"
    )
    text.moveCursor(QTextCursor.MoveOperation.End)
    camera.take(window, f"note-picture-{look}")
    page.find_in_text()
    page.tools.find.field.setText("lake")
    page.tools.find.look()
    camera.take(window, f"note-find-{look}")
    page.tools.find.close_strip()
    window.quiet.toggle(page)
    window.showNormal()  # what stands in for a screen is smaller than one
    window.resize(WIDTH, HEIGHT)
    camera.take(window, f"note-quiet-{look}")
    window.quiet.end()
    text.selectAll()
    text.textCursor().removeSelectedText()  # nothing written makes no note


def _view_over_hills() -> "QImage":
    """A picture to paste."""
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

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


def _subject(told: Demo, name: str) -> object:
    """What a page is to show: the latest session where it is about one."""
    from therapy_diary.domain.subject import Subject

    if name == "same_subject":
        return Subject(tag=TAGGED)
    therapy = told.diary.therapies.current()
    if therapy is None or name not in ("session_note", "after_session", "alliance", "versions"):
        return None
    if name == "versions":
        notes = told.diary.notes
        changed = (it for it in notes.newest(therapy.id, NOTES_LOOKED_AT) if notes.version_heads(it.id))
        return next(changed, None)
    return told.diary.sessions.held(therapy.id)[-1].id


def _find_ones_way(window: "MainWindow", camera: _Camera, look: str) -> None:
    """The timeline with what can be opened on it, and with what a search found."""
    from therapy_diary.views.timeline import TimelinePage

    page = window.page_named("timeline")
    if not isinstance(page, TimelinePage):
        raise TourStopped
    window.show_subject("timeline", None)
    for name in ("day", "tag"):
        page.filters.openers[name].click()
        camera.take(window, f"timeline-{name}-{look}")
        page.panels.close_panel()
    page.search_for(SEARCHED)
    camera.wait(lambda: page.found.count() > 0)
    camera.take(window, f"search-{look}")
    page.filters.openers["how_to"].click()
    camera.take(window, f"search-how-to-{look}")
    page.search_for("")


def _jot_down(window: "MainWindow", camera: _Camera, look: str) -> None:
    """The strip for a line from any page."""
    window.show_subject("goals", None)
    window.jot_down()
    if window.capture is not None:
        window.capture.text.insert_as_person(JOTTED_DOWN)
        camera.take(window, f"quick-capture-{look}")
        window.capture.text.set_text("")
        window.capture.leave()


def _bring(window: "MainWindow", camera: _Camera, look: str) -> None:
    """What is to be brought, with everything open that can be opened; nothing of it is changed."""
    from therapy_diary.views.topics import TopicsPage

    window.show_subject("topics", "add")
    page = window.page
    if not isinstance(page, TopicsPage):
        raise TourStopped
    page.new.offer.open.click()
    page.waiting.more.click()
    page.covered.door.click()
    page.said_before.rows()[0].pencil.click()
    [*page.waiting.rows.rows.values()][-1].pencil.click()
    with _whole_page(window, camera):
        camera.take(window, f"topics-open-{look}")


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
