"""A diary in a folder of its own, open in a window, as the rooms about keys and backups need it."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from therapy_diary.desktop.background import Background
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.therapy import Therapy
from therapy_diary.keys.passphrase import Cost
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder, Hold
from therapy_diary.vault.opening import Keyring, Passphrase
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.safe import Safe, WhileClosed
from therapy_diary.views.settings import SettingsPage

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four good words here"


@dataclass
class Kept:
    """A diary with one therapy and three notes, and everything around it."""

    folder: DiaryFolder
    diary: Diary
    therapy: Therapy
    code: str
    safe: Safe
    theme: Theme
    preferences: Preferences
    qtbot: QtBot
    given_up: list[WhileClosed] = field(default_factory=list)
    windows: list[MainWindow] = field(default_factory=list)

    def window(self) -> MainWindow:
        """The main window in front, over the open diary."""
        window = MainWindow(
            self.diary, now=lambda: NOON, theme=self.theme, preferences=self.preferences, safe=self.safe
        )
        window.given_up.connect(self.given_up.append)
        self.qtbot.addWidget(window)
        self.windows.append(window)
        window.resize(1280, 832)
        with self.qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    def room(self, name: str, window: MainWindow | None = None) -> Any:
        """A room of the settings, in front."""
        window = window or self.window()
        window.show_subject("settings", name)
        page = window.page
        assert isinstance(page, SettingsPage)
        return page.room(name)

    def do_what_was_given_up_for(self) -> Diary | None:
        """What the program does once the window is gone; the diary it then opens."""
        (work,) = self.given_up
        self.given_up.clear()
        found = work()
        if found is not None:
            self.diary = found
        return found


def keep(
    place: Path, way: Passphrase | Keyring, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> Iterator[Kept]:
    """Begin such a diary, and let go of everything in the end."""
    folder = DiaryFolder(place)
    diary, code = begun(folder, way)
    yield from around(folder, diary, code, theme, preferences, qtbot)


def begun(folder: DiaryFolder, way: Passphrase | Keyring) -> tuple[Diary, str]:
    """A diary with one therapy and three notes, open, and its recovery code."""
    diary, code = opening.begin(folder, now=lambda: NOON, way=way)
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", therapist_name="N.", started_on=NOON.date())
        for number in range(3):
            diary.notes.write(therapy.id, f"note {number}", NOON)
    return diary, code.text


def around(
    folder: DiaryFolder, diary: Diary, code: str, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> Iterator[Kept]:
    """What a window needs around an open diary, let go of in the end."""
    therapy = diary.therapies.current()
    assert therapy is not None
    background = Background(theme)
    hold: Hold = folder.hold()
    safe = Safe(folder=folder, background=background, hold=lambda: hold, cost=CHEAP)
    kept = Kept(
        folder=folder, diary=diary, therapy=therapy, code=code, theme=theme, qtbot=qtbot,
        preferences=preferences,
        safe=Safe(folder=folder, background=background, hold=lambda: hold, cost=CHEAP, keys=safe.key_file()),
    )  # fmt: skip
    yield kept
    for window in kept.windows:
        window.close()  # before its diary is
    background.close()
    hold.release()
    kept.diary.close()


@pytest.fixture(scope="session")
def kept_folder(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of such a diary that opens by passphrase, and its code, once for the whole run: to be copied, never opened."""
    folder = DiaryFolder(tmp_path_factory.mktemp("kept") / "folder")
    diary, code = begun(folder, Passphrase(text=PASSPHRASE, cost=CHEAP))
    diary.close()
    return folder.path, code


@pytest.fixture
def kept(
    kept_folder: tuple[Path, str], tmp_path: Path, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> Iterator[Kept]:
    """A diary that opens by passphrase."""
    made, code = kept_folder
    folder = DiaryFolder(shutil.copytree(made, tmp_path / "folder"))
    diary = opening.open_with_passphrase(folder, PASSPHRASE)
    yield from around(folder, diary, code, theme, preferences, qtbot)


def click(widget: QWidget) -> None:
    """Press a button, wherever it is on the page."""
    assert widget.isEnabled()
    widget.click()  # type: ignore[attr-defined]
