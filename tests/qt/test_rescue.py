"""A damaged diary, a backup from a stick, a key file that is gone: what the person sees, and how it goes on."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.faults.torn_page import free_some_pages, tear_unused_page
from tests.keys.conftest import bare_session, keyring, keyring_session
from tests.qt.a_safe import PASSPHRASE, Kept, click, kept
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.test_settings_rooms import by_itself
from therapy_diary.desktop.theme import Choice
from therapy_diary.storage.connection import PAGE_BYTES
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import opening
from therapy_diary.vault.backup import make_backup
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.lock_page import show_on_lock_page
from therapy_diary.vault.opening import Passphrase
from therapy_diary.vault.rescue import can_heal
from therapy_diary.views.rescue import Rescue
from therapy_diary.views.unlock import Unlock

pytestmark = pytest.mark.thorough

__all__ = ["bare_session", "by_itself", "kept", "keyring", "keyring_session"]


def lock_page(kept: Kept) -> Unlock:
    page = Unlock(
        kept.folder, theme=kept.theme, background=kept.safe.background, hold=kept.safe.hold, now=lambda: NOON
    )
    kept.qtbot.addWidget(page)
    page.resize(1000, 800)
    with kept.qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.start()
    return page


def rescue_page(kept: Kept, attempt: Any) -> Rescue:
    page = Rescue(kept.folder, attempt, theme=kept.theme, background=kept.safe.background, now=lambda: NOON)
    kept.qtbot.addWidget(page)
    page.resize(1000, 800)
    with kept.qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.start()
    return page


def rescue_after_lock_page(kept: Kept, typed: str = PASSPHRASE) -> Rescue:
    """From the lock page, with what was typed there, to the page about the damage."""
    lock = lock_page(kept)
    lock.form.passphrase.setText(typed)
    QTest.keyClick(lock.form.passphrase, Qt.Key.Key_Return)
    kept.qtbot.waitUntil(lock.rescue.isVisible)
    with kept.qtbot.waitSignal(lock.rescue_wanted) as wanted:
        click(lock.rescue)
    return rescue_page(kept, wanted.args[0])


def outcome(page: Rescue, act: Callable[[], object], qtbot: QtBot) -> Diary:
    with qtbot.waitSignal(page.opened) as opened:
        act()
    diary = opened.args[0]
    assert isinstance(diary, Diary)
    return diary


def spoil(file: Path, page: int, count: int = 1) -> str:
    """Damage pages of the file; the hash of what is left."""
    whole = bytearray(file.read_bytes())
    for number in range(page, page + count):
        whole[number * PAGE_BYTES + 100] ^= 1
    file.write_bytes(whole)
    return hashlib.sha256(whole).hexdigest()


def spoil_words(kept: Kept) -> None:
    """Damage one page, from the middle on the first that holds words."""
    file = kept.diary.file
    whole = file.read_bytes()
    for number in range(len(whole) // PAGE_BYTES // 2, len(whole) // PAGE_BYTES):
        spoil(file, number)
        if not can_heal(kept.folder, kept.diary.key):
            return
        file.write_bytes(whole)
    raise AssertionError("no page holds words")


def spoil_head(file: Path) -> str:
    """Damage the first page, so that nothing opens."""
    return spoil(file, 0)


# a backup, from the lock page


def test_a_backup_from_a_stick_is_restored_from_the_lock_page(
    kept: Kept, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    stick = made.file.rename(tmp_path / "stick.diarybackup")
    kept.diary.close()
    kept.folder.vault().path.rename(tmp_path / "the diary is gone")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(stick), ""))
    page = lock_page(kept)
    assert "gone from the vaults folder" in page.form.notice.text()
    click(page.from_backup)
    panel = page.restoring()
    qtbot.waitUntil(panel.typed.isVisible)
    QTest.keyClicks(panel.typed, kept.code)
    click(panel.look)
    qtbot.waitUntil(panel.restore.isVisible)
    assert "holds 3 note" in panel.what.text()
    with qtbot.waitSignal(page.opened) as opened:
        click(panel.restore)
    kept.diary = opened.args[0]
    assert kept.diary.counts()["notes"] == 3


def test_contacts_stand_on_the_lock_page_if_that_was_ticked(kept: Kept) -> None:
    assert not lock_page(kept).contacts.isVisible()
    show_on_lock_page(kept.folder, ["Dana: 050"])
    page = lock_page(kept)
    assert "Dana: 050" in page.contacts.text()
    assert page.contacts.isVisible()


@pytest.mark.keyring_daemon
def test_where_it_opens_by_itself_the_lock_page_says_what_it_is_and_offers_a_passphrase(
    by_itself: Kept, qtbot: QtBot
) -> None:
    by_itself.diary.close()
    page = lock_page(by_itself)
    assert "whoever sits at your unlocked session can open it" in page.form.sub.text()
    assert page.passphrase_instead.isVisible()
    with qtbot.waitSignal(page.opened) as opened:
        click(page.passphrase_instead)
    assert page.wants_passphrase
    by_itself.diary = opened.args[0]


# damage


def test_a_damaged_beginning_leads_to_the_newest_backup_and_the_file_is_not_touched(
    kept: Kept, qtbot: QtBot
) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    file = kept.diary.file
    kept.diary.close()
    damaged = spoil_head(file)
    page = rescue_after_lock_page(kept)
    qtbot.waitUntil(page.restore.isVisible)
    assert "holds 3 note" in page.newest.text()
    assert unnamed_controls(page) == []
    tab_cycle(page)
    click(page.restore)
    assert page.panel is not None
    qtbot.waitUntil(page.panel.restore.isVisible)
    kept.diary = outcome(page, page.panel.restore.click, qtbot)
    assert kept.diary.counts()["notes"] == 3
    assert hashlib.sha256(file.read_bytes()).hexdigest() == damaged


def test_what_is_readable_is_rescued_counted_and_opened_only_then(kept: Kept, qtbot: QtBot) -> None:
    with kept.diary.change():
        for number in range(200):
            kept.diary.notes.write(kept.therapy.id, f"word{number} " * 300, NOON)
    file, key = kept.diary.file, kept.diary.key
    kept.diary.close()
    size = file.stat().st_size // PAGE_BYTES
    damaged = spoil(file, size // 2, 2)
    before = kept.folder.vault().id

    page = rescue_page(kept, lambda keys: (keys.named(key),))
    qtbot.waitUntil(page.read.isVisible)
    assert f"Damaged pages: 2 of {size}" in page.what.text()
    assert "no backup beside the diary" in page.newest.text()
    click(page.read)
    qtbot.waitUntil(page.take.isVisible)
    assert page.saved.text().startswith("Rescued: ")
    assert kept.folder.vault().id == before
    kept.diary = outcome(page, page.take.click, qtbot)
    assert kept.folder.vault().id != before
    assert kept.diary.counts()["notes"] >= 190
    assert kept.diary.examine().whole
    assert hashlib.sha256(file.read_bytes()).hexdigest() == damaged


def test_a_key_file_that_is_gone_is_put_back_from_a_backup(kept: Kept, qtbot: QtBot) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    kept.diary.close()
    kept.folder.vault().key_file.unlink()
    lock = lock_page(kept)
    assert "keys.json is not beside the diary" in lock.form.notice.text()
    lock.form.passphrase.setText(PASSPHRASE)
    with qtbot.waitSignal(lock.rescue_wanted) as wanted:
        click(lock.rescue)
    page = rescue_page(kept, wanted.args[0])
    qtbot.waitUntil(page.put_back.isVisible)
    assert "Every page of the diary is whole" in page.what.text()
    kept.diary = outcome(page, page.put_back.click, qtbot)
    assert kept.diary.counts()["notes"] == 3
    kept.diary.close()
    kept.diary = opening.open_with_passphrase(kept.folder, PASSPHRASE)


def test_a_wrong_passphrase_there_is_called_so(kept: Kept, qtbot: QtBot) -> None:
    kept.diary.close()
    page = rescue_page(kept, lambda keys: keys.open_by_passphrase("not this"))
    qtbot.waitUntil(page.notice.isVisible)
    assert "This passphrase does not open" in page.notice.text()
    with qtbot.waitSignal(page.left):
        click(page.leave)


@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK])
def test_the_page_stands_at_twice_the_text(kept: Kept, choice: Choice, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    kept.theme.choose(choice)
    kept.theme.set_text_size(200)
    key = kept.diary.key
    page = rescue_page(kept, lambda keys: (keys.named(key),))
    kept.qtbot.waitUntil(page.other.isVisible)
    page.resize(900, 640)
    QApplication.processEvents()
    assert page.card.width() <= page.view.viewport().width()


# the look at every start


def test_damage_is_said_in_the_open_window_and_leads_to_the_rescue(kept: Kept, qtbot: QtBot) -> None:
    with kept.diary.change():
        for number in range(60):
            kept.diary.notes.write(kept.therapy.id, f"word{number} " * 300, NOON)
    window = kept.window()
    spoil_words(kept)
    window.file_news.look_through()
    qtbot.waitUntil(window.above.news.isVisible)
    assert "A part of the diary file is damaged" in window.above.news.text()
    with qtbot.waitSignal(window.rescue_wanted) as wanted:
        window.above.news.acted.emit()
    page = rescue_page(kept, wanted.args[0])
    qtbot.waitUntil(page.read.isVisible)


def test_a_torn_page_that_holds_no_word_is_told_as_such_and_mended_on_a_click(
    kept: Kept, qtbot: QtBot
) -> None:
    free_some_pages(kept.diary)
    window = kept.window()
    file = kept.diary.file
    tear_unused_page(file, kept.diary.key)
    torn = file.read_bytes()
    window.file_news.look_through()
    qtbot.waitUntil(window.above.news.isVisible)
    assert "none of your words is missing" in window.above.news.text()
    assert file.read_bytes() == torn, "only looked at"
    window.show_subject("session_note", None)
    window.page.form.text.set_text("half a sent")  # type: ignore[union-attr]
    window.page.form.text.edited.emit()  # type: ignore[union-attr]
    window.above.news.acted.emit()
    diary = kept.do_what_was_given_up_for()
    assert diary is not None
    assert diary.examine().whole
    assert diary.counts()["notes"] == 4
    kept.window().file_news.look_through()
    whole: list[object] = []
    kept.safe.background.run(lambda: None, whole.append)
    qtbot.waitUntil(lambda: bool(whole))
    assert not kept.windows[-1].above.news.isVisible()


def test_a_backup_that_meets_a_torn_page_says_no_more_than_that(kept: Kept, qtbot: QtBot) -> None:
    free_some_pages(kept.diary)
    window = kept.window()
    tear_unused_page(kept.diary.file, kept.diary.key)
    assert window.steady is not None
    window.steady.make_if_due()
    qtbot.waitUntil(window.above.news.isVisible)
    assert "none of your words is missing" in window.above.news.text()


def test_the_page_about_damage_mends_what_is_only_torn(kept: Kept, qtbot: QtBot) -> None:
    free_some_pages(kept.diary)
    file, key = kept.diary.file, kept.diary.key
    kept.diary.close()
    tear_unused_page(file, key)
    torn = file.read_bytes()
    page = rescue_page(kept, lambda keys: (keys.named(key),))
    qtbot.waitUntil(page.mend.isVisible)
    assert page.title.text() == "The diary file is torn"
    assert "None of your words is missing" in page.what.text()
    assert not page.read.isVisible()
    assert file.read_bytes() == torn
    kept.diary = outcome(page, page.mend.click, qtbot)
    assert kept.diary.examine().whole
    assert kept.diary.counts()["notes"] == 3


def test_nothing_is_said_about_a_whole_diary(kept: Kept, qtbot: QtBot) -> None:
    window = kept.window()
    window.file_news.look_through()
    done: list[object] = []
    kept.safe.background.run(lambda: None, done.append)  # one after the other: then the look is over
    qtbot.waitUntil(lambda: bool(done))
    assert not window.above.news.isVisible()


def test_a_new_folder_on_another_computer_takes_a_backup_in(kept: Kept, tmp_path: Path) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    elsewhere = DiaryFolder(tmp_path / "another computer")
    opening.begin(elsewhere, now=lambda: NOON, way=Passphrase(text="there"))[0].close()
    page = Unlock(elsewhere, theme=kept.theme, background=kept.safe.background, hold=elsewhere.hold)
    kept.qtbot.addWidget(page)
    page.show()
    panel = page.restoring()
    panel.begin(made.file)
    kept.qtbot.waitUntil(panel.typed.isVisible)
    QTest.keyClicks(panel.typed, PASSPHRASE)
    click(panel.look)
    kept.qtbot.waitUntil(panel.restore.isVisible)
    with kept.qtbot.waitSignal(page.opened) as opened:
        click(panel.restore)
    assert opened.args[0].counts()["notes"] == 3
    opened.args[0].close()


@pytest.mark.keyring_daemon
def test_where_the_keyring_has_the_key_the_rescue_needs_nothing_typed(by_itself: Kept, qtbot: QtBot) -> None:
    make_backup(by_itself.folder, by_itself.diary.file, by_itself.diary.key, NOON)
    by_itself.diary.close()
    spoil_head(by_itself.folder.vault().file)
    lock = lock_page(by_itself)
    click(lock.form.open)
    qtbot.waitUntil(lock.rescue.isVisible)
    with qtbot.waitSignal(lock.rescue_wanted) as wanted:
        click(lock.rescue)
    page = rescue_page(by_itself, wanted.args[0])
    qtbot.waitUntil(page.restore.isVisible)
    click(page.restore)
    assert page.panel is not None
    qtbot.waitUntil(page.panel.restore.isVisible)
    by_itself.diary = outcome(page, page.panel.restore.click, qtbot)
    assert by_itself.diary.counts()["notes"] == 3


def test_a_file_that_was_emptied_or_cut_leads_to_a_backup_too(kept: Kept, qtbot: QtBot) -> None:
    make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    file = kept.diary.file
    kept.diary.close()
    file.write_bytes(b"")
    lock = lock_page(kept)
    lock.form.passphrase.setText(PASSPHRASE)
    QTest.keyClick(lock.form.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "has been emptied" in lock.form.notice.text())
    with qtbot.waitSignal(lock.rescue_wanted) as wanted:
        click(lock.rescue)
    page = rescue_page(kept, wanted.args[0])
    qtbot.waitUntil(page.restore.isVisible)
    assert not page.read.isVisible()
    click(page.restore)
    assert page.panel is not None
    qtbot.waitUntil(page.panel.restore.isVisible)
    kept.diary = outcome(page, page.panel.restore.click, qtbot)
    assert file.read_bytes() == b""


def test_a_restore_from_the_lock_page_that_fails_says_why_and_comes_back_to_the_ways_in(
    kept: Kept, qtbot: QtBot
) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    page = lock_page(kept)
    panel = page.restoring()
    panel.begin(made.file)
    qtbot.waitUntil(panel.typed.isVisible)
    assert page.form.title.text() == "Restore a backup"
    assert not page.form.open.isVisible()
    QTest.keyClicks(panel.typed, PASSPHRASE)
    click(panel.look)
    qtbot.waitUntil(panel.restore.isVisible)
    kept.folder.path.rename(kept.folder.path.with_name("the stick was pulled"))
    click(panel.restore)
    qtbot.waitUntil(page.form.notice.isVisible)
    assert page.form.title.text() == "Your diary is locked"
    assert page.form.open.isVisible()
    assert not panel.isVisible()
    kept.folder.path.with_name("the stick was pulled").rename(kept.folder.path)


def test_leaving_a_backup_on_the_lock_page_comes_back_to_the_passphrase(kept: Kept, qtbot: QtBot) -> None:
    made = make_backup(kept.folder, kept.diary.file, kept.diary.key, NOON)
    page = lock_page(kept)
    panel = page.restoring()
    panel.begin(made.file)
    qtbot.waitUntil(panel.typed.isVisible)
    click(panel.leave)
    assert page.form.byPassphrase.isVisible()
    QTest.keyClicks(page.form.passphrase, PASSPHRASE)
    with qtbot.waitSignal(page.opened) as opened:
        click(page.form.open)
    kept.diary = opened.args[0]
