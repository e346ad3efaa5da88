"""The way in by the keyring of this computer, seen from the window, with a real keyring."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.keys.conftest import KeyringSession, bare_session, keyring, keyring_session
from therapy_diary.desktop.background import Background
from therapy_diary.desktop.shell import Shell
from therapy_diary.desktop.theme import Theme, tokens_in_force
from therapy_diary.preferences import Preferences
from therapy_diary.program import Program
from therapy_diary.vault import asking, opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Keyring, WayIn
from therapy_diary.views.first_run import FirstRun
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.unlock import Unlock

__all__ = ["bare_session", "keyring", "keyring_session"]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.keyring_daemon,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
]


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(tmp_path / "folder")


@pytest.fixture
def background(theme: Theme) -> Iterator[Background]:
    background = Background(theme)
    yield background
    background.close()


@pytest.fixture
def code(keyring: KeyringSession, folder: DiaryFolder) -> str:  # noqa: ARG001 - the key lies in it
    """The recovery code of a diary that opens by itself."""
    diary, code = opening.begin(folder, now=lambda: NOON, way=Keyring())
    diary.close()
    return code.text


def lock_page(folder: DiaryFolder, theme: Theme, background: Background, qtbot: QtBot) -> Unlock:
    page = Unlock(folder, theme=theme, background=background, hold=lambda: None)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def items() -> list[str]:
    """What the keyring holds."""
    import secretstorage

    with closing(secretstorage.dbus_init()) as bus:
        return [it.get_label() for it in secretstorage.get_default_collection(bus).get_all_items()]


@pytest.mark.usefixtures("keyring")
def test_who_chooses_so_never_types_anything(
    folder: DiaryFolder, theme: Theme, background: Background, qtbot: QtBot
) -> None:
    pages = FirstRun(folder, theme=theme, background=background, now=lambda: NOON, hold=lambda: None)
    qtbot.addWidget(pages)
    pages.show()
    pages.start()
    QTest.mouseClick(pages.form.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(pages.form.byItself.isVisible)
    pages.form.byItself.click()
    QTest.mouseClick(pages.form.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pages.form.steps.currentWidget() is pages.form.code)
    assert opening.ways(folder) == {WayIn.KEYRING, WayIn.RECOVERY}
    before = items()
    pages.close()  # before the code was asked back
    assert not folder.has_diary()
    assert len(items()) == len(before) - 1


@pytest.mark.usefixtures("code")
def test_a_diary_opens_without_a_touch(
    folder: DiaryFolder, theme: Theme, background: Background, qtbot: QtBot
) -> None:
    page = lock_page(folder, theme, background, qtbot)
    with qtbot.waitSignal(page.opened) as opened:
        page.start(asking.start_keyring_read(folder))
        assert page.form.progress.text() == "Asking the keyring of this computer …"
    opened.args[0].close()


@pytest.fixture
def program(folder: DiaryFolder, qapp: QApplication, theme: Theme) -> Iterator[Program]:
    """The whole program, once a therapy was begun in the diary."""
    diary = opening.open_with_keyring(folder, asking.start_keyring_read(folder), 20)
    with diary.change():
        diary.therapies.begin(label="With N.", started_on=NOON.date())
    diary.close()
    program = Program(folder, qapp, theme, Preferences.load(folder.settings), lambda: NOON)
    yield program
    program.close()
    if program.window is not None:
        program.window.deleteLater()


@pytest.mark.usefixtures("code")
def test_until_the_key_is_here_the_window_has_its_colours_and_asks_nothing(
    folder: DiaryFolder, program: Program, qtbot: QtBot
) -> None:
    program.unlock(asking.start_keyring_read(folder))
    assert isinstance(program.window, Shell)
    qtbot.waitUntil(program.window.isVisible)
    tokens = tokens_in_force()
    picture = program.window.grab().toImage()
    assert picture.pixelColor(4, picture.height() // 2).name() == tokens.sidebar.lower()
    assert picture.pixelColor(picture.width() - 4, picture.height() // 2).name() == tokens.bg.lower()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))


@pytest.mark.usefixtures("code")
def test_a_keyring_that_takes_its_time_brings_the_lock_page_and_then_the_diary(
    keyring: KeyringSession, folder: DiaryFolder, program: Program, qtbot: QtBot
) -> None:
    keyring.freeze()
    program.unlock(asking.start_keyring_read(folder))
    qtbot.waitUntil(lambda: isinstance(program.window, Unlock))
    page = program.window
    assert isinstance(page, Unlock)
    assert page.form.progress.text() == "Asking the keyring of this computer …"
    keyring.thaw()
    qtbot.waitUntil(lambda: isinstance(program.window, MainWindow))


@pytest.mark.usefixtures("code")
def test_a_key_that_is_gone_from_the_keyring_brings_the_lock_page_with_the_reason(
    keyring: KeyringSession, folder: DiaryFolder, program: Program, qtbot: QtBot
) -> None:
    keyring.empty()
    program.unlock(asking.start_keyring_read(folder))
    qtbot.waitUntil(lambda: isinstance(program.window, Unlock))
    page = program.window
    assert isinstance(page, Unlock)
    qtbot.waitUntil(page.form.notice.isVisible)
    assert page.keyring_had_nothing


@pytest.mark.usefixtures("code")
def test_after_a_lock_one_key_opens_it(
    folder: DiaryFolder, theme: Theme, background: Background, qtbot: QtBot
) -> None:
    page = lock_page(folder, theme, background, qtbot)
    page.start()
    assert not page.form.byPassphrase.isVisible()
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.form.open, Qt.Key.Key_Return)
    opened.args[0].close()


def test_nobody_has_to_wait_for_a_frozen_keyring(
    keyring: KeyringSession,
    code: str,
    folder: DiaryFolder,
    theme: Theme,
    background: Background,
    qtbot: QtBot,
) -> None:
    page = lock_page(folder, theme, background, qtbot)
    keyring.freeze()
    page.start(asking.start_keyring_read(folder))
    assert not page.form.open.isEnabled()
    QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
    assert page.form.open.isEnabled()
    QTest.keyClicks(page.form.code, code)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.form.code, Qt.Key.Key_Return)
    opened.args[0].close()


@pytest.mark.usefixtures("code")
def test_a_keyring_without_the_key_never_means_a_new_diary(
    keyring: KeyringSession, folder: DiaryFolder, theme: Theme, background: Background, qtbot: QtBot
) -> None:
    keyring.empty()
    page = lock_page(folder, theme, background, qtbot)
    page.start(asking.start_keyring_read(folder))
    qtbot.waitUntil(page.form.notice.isVisible)
    assert "open the diary with your recovery code" in page.form.notice.text()
    assert page.form.other.isVisible()
    assert folder.has_diary()
