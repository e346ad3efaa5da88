from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.desktop.background import Background
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.keys.passphrase import Cost
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import opening
from therapy_diary.vault.errors import FolderInUse
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase
from therapy_diary.views.unlock import Unlock

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four good words here"


@dataclass(frozen=True)
class Begun:
    """A diary that was begun in a folder, and is closed."""

    folder: DiaryFolder
    code: str


@pytest.fixture
def begun(tmp_path: Path) -> Begun:
    folder = DiaryFolder(tmp_path / "folder")
    diary, code = opening.begin(folder, now=lambda: NOON, way=Passphrase(text=PASSPHRASE, cost=CHEAP))
    diary.close()
    return Begun(folder=folder, code=code.text)


@pytest.fixture
def background(theme: Theme) -> Iterator[Background]:
    background = Background(theme)
    yield background
    background.close()


@pytest.fixture
def page(begun: Begun, theme: Theme, background: Background, qtbot: QtBot) -> Unlock:
    page = Unlock(begun.folder, theme=theme, background=background, hold=lambda: None)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    with qtbot.waitExposed(page):
        page.show()
    page.start()
    return page


def try_passphrase(page: Unlock, qtbot: QtBot, words: str) -> None:
    page.form.passphrase.selectAll()
    QTest.keyClicks(page.form.passphrase, words)
    QTest.keyClick(page.form.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.form.notice.isVisible() and page.form.progress.text() != "Opening …")


def opened_by(page: Unlock, qtbot: QtBot) -> Diary:
    """The diary, after Return in the field that is shown."""
    field = page.form.code if page.form.code.isVisible() else page.form.passphrase
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(field, Qt.Key.Key_Return)
    diary = opened.args[0]
    assert isinstance(diary, Diary)
    return diary


def test_the_passphrase_can_be_typed_at_once_and_opens_the_diary(page: Unlock, qtbot: QtBot) -> None:
    assert QApplication.focusWidget() is page.form.passphrase
    QTest.keyClicks(page.form.passphrase, PASSPHRASE)
    diary = opened_by(page, qtbot)
    assert diary.therapies.all() == []
    assert page.form.passphrase.text() == ""
    diary.close()


def test_a_wrong_passphrase_stays_and_is_marked_to_be_typed_again(page: Unlock, qtbot: QtBot) -> None:
    try_passphrase(page, qtbot, "four good words her")
    assert page.form.passphrase.text() == "four good words her"
    assert page.form.passphrase.selectedText() == page.form.passphrase.text()
    assert "does not open the diary" in page.form.notice.text()
    QTest.keyClicks(page.form.passphrase, PASSPHRASE)
    opened_by(page, qtbot).close()


def test_after_some_wrong_ones_there_is_a_quiet_wait(page: Unlock, qtbot: QtBot) -> None:
    try_passphrase(page, qtbot, "one")
    assert page.form.open.isEnabled()
    try_passphrase(page, qtbot, "two")
    assert not page.form.open.isEnabled()
    assert page.form.progress.text() == "You can try again in 1 s."
    qtbot.waitUntil(page.form.open.isEnabled)
    QTest.keyClicks(page.form.passphrase, PASSPHRASE)
    opened_by(page, qtbot).close()


def test_the_recovery_code_opens_it_too_as_it_stands_on_paper(
    page: Unlock, begun: Begun, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.form.code
    QTest.keyClicks(page.form.code, begun.code.replace("-", " "))
    opened_by(page, qtbot).close()
    assert page.form.code.text() == ""


def test_a_mistyped_code_says_which_group_to_look_at(page: Unlock, begun: Begun, qtbot: QtBot) -> None:
    QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
    groups = begun.code.split("-")
    groups[4] = f"{(int(groups[4]) + 1) % 1_000_000:06d}"
    QTest.keyClicks(page.form.code, "-".join(groups))
    QTest.keyClick(page.form.code, Qt.Key.Key_Return)
    qtbot.waitUntil(page.form.notice.isVisible)
    assert "Group 5 " in page.form.notice.text()
    assert page.form.code.text() == "-".join(groups)


def test_there_is_a_way_back_from_the_code_to_the_passphrase(page: Unlock) -> None:
    QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
    assert page.form.byPassphrase.isVisible()
    assert not page.form.byCode.isVisible()


def test_return_presses_the_button_that_has_the_keyboard(page: Unlock) -> None:
    page.form.other.setFocus()
    QTest.keyClick(page.form.other, Qt.Key.Key_Return)
    assert page.form.byCode.isVisible()


def test_the_page_stays_awake_while_the_passphrase_is_tried(page: Unlock, qtbot: QtBot) -> None:
    QTest.keyClicks(page.form.passphrase, PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        QTest.keyClick(page.form.passphrase, Qt.Key.Key_Return)
        assert page.form.progress.text() == "Opening …"
        assert not page.form.open.isEnabled()
        QTest.keyClick(page.form.passphrase, Qt.Key.Key_Return)  # nothing is tried twice at once
    opened.args[0].close()


def damage_keys(begun: Begun) -> None:
    begun.folder.vault().key_file.write_bytes(b"nothing")


def lose_keys(begun: Begun) -> None:
    begun.folder.vault().key_file.unlink()


def lose_diary(begun: Begun) -> None:
    begun.folder.vault().path.rename(begun.folder.path / "elsewhere")


def damage_pointer(begun: Begun) -> None:
    begun.folder.pointer_file.write_text("{}")


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (damage_keys, "keys.json is damaged"),
        (lose_keys, "keys.json is not beside the diary"),
        (lose_diary, "gone from the vaults folder"),
        (damage_pointer, "current.json cannot be read"),
    ],
)
def test_what_is_wrong_with_the_folder_is_said_and_can_be_tried_again(
    begun: Begun, theme: Theme, background: Background, qtbot: QtBot, trouble: object, words: str
) -> None:
    trouble(begun)  # type: ignore[operator]
    page = Unlock(begun.folder, theme=theme, background=background, hold=lambda: None)
    qtbot.addWidget(page)
    page.show()
    page.start()
    assert words in page.form.notice.text()
    assert page.form.open.text() == "Try again"
    keys_are_gone = trouble in (damage_keys, lose_keys)
    assert page.form.byPassphrase.isVisible() == keys_are_gone  # a copy of them may be in a backup
    assert page.rescue.isVisible() == keys_are_gone
    assert page.from_backup.isVisible()
    QTest.mouseClick(page.form.open, Qt.MouseButton.LeftButton)
    assert words in page.form.notice.text()


def test_a_diary_open_in_another_window_can_be_tried_again_once_it_is_closed(
    begun: Begun, theme: Theme, background: Background, qtbot: QtBot
) -> None:
    other = begun.folder.hold()
    held = []

    def hold() -> None:
        if not held:
            held.append(begun.folder.hold())

    page = Unlock(begun.folder, theme=theme, background=background, hold=hold)
    qtbot.addWidget(page)
    page.show()
    page.start()
    assert "already open with this diary" in page.form.notice.text()
    other.release()
    QTest.mouseClick(page.form.open, Qt.MouseButton.LeftButton)
    assert not page.form.notice.isVisible()
    QTest.keyClicks(page.form.passphrase, PASSPHRASE)
    opened_by(page, qtbot).close()
    with pytest.raises(FolderInUse):
        begun.folder.hold()
    held[0].release()


def test_a_damaged_diary_is_never_called_a_wrong_passphrase_only(
    page: Unlock, begun: Begun, qtbot: QtBot
) -> None:
    file = begun.folder.vault().file
    whole = bytearray(file.read_bytes())
    whole[100:200] = bytes(100)
    file.write_bytes(whole)
    try_passphrase(page, qtbot, PASSPHRASE)
    assert "damaged" in page.form.notice.text()
    assert "passphrase does not open" not in page.form.notice.text()


def test_large_text_and_closing_need_no_menu(page: Unlock, theme: Theme) -> None:
    QTest.keyClick(page.form.passphrase, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert theme.text_size == 110
    QTest.keyClick(page.form.passphrase, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not page.isVisible()


def test_whom_to_call_in_danger_stands_on_the_lock(page: Unlock) -> None:
    assert "call your local emergency number" in page.form.emergency.text()
    assert page.form.emergency.isVisible()


def test_the_title_tells_nothing(page: Unlock) -> None:
    assert page.windowTitle() == "Therapy Diary"


@pytest.mark.thorough(but=("100-dark", "200-light"))
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("size", [100, 200])
def test_the_lock_can_be_used_in_every_dress(
    page: Unlock, theme: Theme, choice: Choice, size: int, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    theme.choose(choice)
    theme.set_text_size(size)
    page.resize(900, 640)
    qapp.processEvents()
    assert unnamed_controls(page) == []
    tab_cycle(page)
    assert page.form.column.width() <= page.form.scroll.viewport().width()
