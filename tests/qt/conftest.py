"""What every test of the window may ask for: a desk with a real diary on it, and a page put in front of it."""

import os
import subprocess
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON, a_copy
from tests.qt.a_safe import kept_folder
from therapy_diary.app import build_window
from therapy_diary.desktop.fonts import load_fonts
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.reports.pages.worksheet_records import Records
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.records import records_of

AnyPage = TypeVar("AnyPage", bound=Page)
Shown = Callable[[AnyPage], AnyPage]
PATIENCE = 180_000  # milliseconds: a starved machine may take a minute for what usually takes seconds

__all__ = ["kept_folder"]  # for whoever asks for `kept`


class _Announcer(QObject):
    """What the main window is to the pages: it says that the diary has changed."""

    changed = Signal()


class PatientBot(QtBot):
    """Waits for what is to come for as long as a busy machine needs: the bound says only when to give up."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        is_awaited = more.get("raising") is not False  # else somebody sees for so long that it does not come
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE) if is_awaited else timeout, **more)

    def waitExposed(self, widget: QWidget, *, timeout: int = PATIENCE) -> Any:
        return super().waitExposed(widget, timeout=max(timeout, PATIENCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """A person in front of the window, who is patient."""
    assert qapp
    return PatientBot(request)


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> Iterator[Theme]:
    """The application with its own letters and colours, once for the whole run."""
    load_fonts()
    theme = Theme(Choice.LIGHT)
    theme.apply(qapp)
    yield theme
    qapp.clipboard().clear()  # in memory without a screen it would outlive Python, and what was copied is Python's


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard_at_the_end(qapp: QApplication) -> Iterator[None]:
    """Without a screen, what was copied is taken away after Python has gone, and the process would end in a crash."""
    yield
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        qapp.clipboard().clear(mode)


@pytest.fixture
def theme(dressed: Theme, qapp: QApplication) -> Iterator[Theme]:
    """The theme, light and at 100 % before and after each test, left to right."""
    yield dressed
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # closed windows need no new look
    dressed.choose(Choice.LIGHT)
    dressed.set_text_size(100)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture(autouse=True)
def language_as_before(qapp: QApplication) -> Iterator[None]:
    """Whatever language a test speaks, and however it writes days: the next one begins as the first did."""
    before, translators = QLocale(), qapp.findChildren(QTranslator)
    yield
    QLocale.setDefault(before)
    for it in qapp.findChildren(QTranslator):
        if it not in translators:
            qapp.removeTranslator(it)
            it.deleteLater()


@pytest.fixture
def british() -> Iterator[None]:
    """Days and numbers as in Great Britain, and afterwards as they were written before."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def desk(diary: Diary, theme: Theme) -> Iterator[Desk]:
    """What a page is built on: a real empty diary, a real theme, noon of 4 March 2026."""
    announcer = _Announcer()  # lives as long as the test: its signal dies with it
    forget = diary.watch(announcer.changed.emit)
    yield Desk(diary=diary, changed=announcer.changed, now=lambda: NOON, theme=theme)
    forget()


@pytest.fixture
def therapy(diary: Diary) -> Therapy:
    """A therapy with N., Tuesdays at 17:00 since 6 January 2026."""
    with diary.change():
        begun = diary.therapies.begin(label="With N.", therapist_name="N.", started_on=date(2026, 1, 6))
        diary.settings.agree(begun.id, date(2026, 1, 6), weekday=2, start_time=time(17, 0))
    return begun


@pytest.fixture
def shown(qtbot: QtBot, diary: Diary) -> Iterator[Shown[Page]]:
    """A function that puts a page into a window of 1280 × 832, shows it, and hands it back once all of it is there.

    The windows go before the diary is closed, so that none of them writes into it later.
    """
    del diary
    windows: list[QMainWindow] = []

    def show(page: AnyPage) -> AnyPage:
        window = QMainWindow()
        window.setCentralWidget(page)
        window.resize(1280, 832)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        windows.append(window)  # qtbot holds it by a weak reference only
        qtbot.waitUntil(lambda: page.is_whole)
        return page

    yield show
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def diary_file(tmp_path: Path) -> Path:
    """Where the diary of this test lies."""
    return tmp_path / "diary.db"


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    """Choices in a folder of their own, none made yet."""
    return Preferences.load(tmp_path / "settings.ini")


@pytest.fixture
def window(
    diary: Diary, therapy: Therapy, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> MainWindow:
    """The main window over a diary with a therapy and nothing else, in front, on the page of today."""
    del therapy  # it is in the diary
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with room for 16 kB; needs root on Linux."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(place)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("cannot mount a small disk here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture(scope="session")
def demo_records(told_diary: Path, tmp_path_factory: pytest.TempPathFactory, dressed: Theme) -> Records:
    """What the worksheet of the demo's therapy of forty sessions is made of, with words in most sections."""
    assert dressed
    with a_copy(told_diary, tmp_path_factory.mktemp("records") / "diary.db") as diary:
        therapy = diary.therapies.current()
        assert therapy is not None
        closing = diary.closings.at(therapy.id)
        assert closing is not None
        return records_of(diary, therapy, closing, NOON.date())
