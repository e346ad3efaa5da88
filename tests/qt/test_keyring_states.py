"""Every state a keyring can be in: one plain sentence on the lock page, and a way on, with a real keyring."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.keys.conftest import INTERNAL, KeyringSession, bare_session, keyring, keyring_session
from tests.keys.prompting import person
from tests.qt.a_safe import Kept
from tests.qt.test_rescue import lock_page
from tests.qt.test_settings_rooms import by_itself
from therapy_diary.keys import blank_keyring, keychain, slots
from therapy_diary.keys.keyring_process import State
from therapy_diary.vault import asking, opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.views.first_run import FirstRun
from therapy_diary.views.unlock import Unlock

__all__ = ["bare_session", "by_itself", "keyring", "keyring_session"]

pytestmark = [
    pytest.mark.thorough,
    pytest.mark.keyring_daemon,
    pytest.mark.skipif(sys.platform != "linux", reason="the Secret Service is Linux's"),
]
SECONDS = 6.0  # five for the keyring, one for this machine


@contextmanager
def missing(session: KeyringSession, _: DiaryFolder) -> Iterator[None]:
    session.empty()
    yield


@contextmanager
def locked(session: KeyringSession, _: DiaryFolder) -> Iterator[None]:
    session.lock()
    yield


@contextmanager
def dismissed(session: KeyringSession, _: DiaryFolder) -> Iterator[None]:
    session.lock()
    with pytest.MonkeyPatch.context() as patch, person("dismiss"):
        patch.setenv("DISPLAY", ":99")  # else nobody can have been asked
        yield


@contextmanager
def frozen(session: KeyringSession, _: DiaryFolder) -> Iterator[None]:
    session.freeze()
    yield
    session.thaw()


@contextmanager
def no_bus(_: KeyringSession, __: DiaryFolder) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
        yield


@contextmanager
def other_backend(_: KeyringSession, folder: DiaryFolder) -> Iterator[None]:
    file = folder.vault().key_file
    keys = slots.load(file)
    slots.save(file, keys.with_backend("keyrings.alt.file.PlaintextKeyring"))
    yield


Stage = Callable[[KeyringSession, DiaryFolder], object]


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (missing, "does not hold the key"),
        (locked, "locked"),
        (dismissed, "stayed locked"),
        (frozen, "did not answer"),
        (no_bus, "No working keyring was found"),
        (other_backend, "not the keyring the diary was given to"),
    ],
    ids=["missing", "locked", "dismissed", "frozen", "no bus", "refused"],
)
def test_each_state_has_its_sentence_within_five_seconds_and_the_code_leads_on(
    keyring: KeyringSession, by_itself: Kept, state: Stage, sentence: str, qtbot: QtBot
) -> None:
    by_itself.diary.close()
    with state(keyring, by_itself.folder):  # type: ignore[attr-defined]
        page = lock_page(by_itself)
        began = time.monotonic()
        QTest.keyClick(page.form.open, Qt.Key.Key_Return)
        qtbot.waitUntil(page.form.notice.isVisible)
        assert time.monotonic() - began < SECONDS
        assert sentence in page.form.notice.text()
        assert by_itself.folder.has_diary()
        QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
        QTest.keyClicks(page.form.code, by_itself.code)
        with qtbot.waitSignal(page.opened) as opened:
            QTest.keyClick(page.form.code, Qt.Key.Key_Return)
        by_itself.diary = opened.args[0]
        assert by_itself.diary.counts()["notes"] == 3
        assert page.keyring_had_nothing == (state is missing)


def test_while_the_system_asks_and_nobody_answers_the_code_leads_on(
    keyring: KeyringSession, by_itself: Kept, qtbot: QtBot
) -> None:
    by_itself.diary.close()
    keyring.lock()
    with person("hang"):
        page = lock_page(by_itself)
        QTest.keyClick(page.form.open, Qt.Key.Key_Return)
        assert page.form.progress.text() == "Asking the keyring of this computer …"
        QTest.mouseClick(page.form.other, Qt.MouseButton.LeftButton)
        QTest.keyClicks(page.form.code, by_itself.code)
        with qtbot.waitSignal(page.opened) as opened:
            QTest.keyClick(page.form.code, Qt.Key.Key_Return)
        by_itself.diary = opened.args[0]


def test_a_keyring_with_an_empty_password_is_known_by_its_file_and_minded(
    keyring: KeyringSession, by_itself: Kept
) -> None:
    import secretstorage
    from secretstorage.util import DBusAddressWrapper, format_secret, open_session

    data = blank_keyring.data_home()
    assert data.is_relative_to(keyring.root)
    room = by_itself.room("opening")
    assert not blank_keyring.is_blank(data)
    assert not room.blank.isVisible()
    with closing(secretstorage.dbus_init()) as bus:
        service = DBusAddressWrapper("/org/freedesktop/secrets", INTERNAL, bus)
        empty = format_secret(open_session(bus), b"", "text/plain")
        label = {"org.freedesktop.Secret.Collection.Label": ("s", "blank")}
        (path,) = service.call("CreateWithMasterPassword", "a{sv}(oayays)", label, empty)
        secretstorage.Collection(bus, path).create_item("an item", {"of": "test"}, b"readable")
    try:
        default = data / "keyrings" / "default"
        was = default.read_bytes() if default.exists() else None
        default.write_text("blank")
        assert b"readable" in (data / "keyrings" / "blank.keyring").read_bytes()
        assert blank_keyring.is_blank(data)
        room.refresh()
        assert "no password" in room.blank.text()
        lock = Unlock(
            by_itself.folder,
            theme=by_itself.theme,
            background=by_itself.safe.background,
            hold=lambda: None,
        )
        by_itself.qtbot.addWidget(lock)
        lock.start()
        assert "no password" in lock.form.sub.text()
        pages = FirstRun(
            by_itself.folder,
            theme=by_itself.theme,
            background=by_itself.safe.background,
            now=lambda: NOON,
            hold=lambda: None,
        )
        by_itself.qtbot.addWidget(pages)
        pages.offer_keyring(State.OK)
        assert "no password" in pages.form.byItselfSub.text()
    finally:
        with closing(secretstorage.dbus_init()) as bus:
            secretstorage.Collection(bus, path).delete()
        if was is None:
            default.unlink()
        else:
            default.write_bytes(was)


def test_a_keyring_that_lost_the_key_can_be_given_it_again(
    keyring: KeyringSession, by_itself: Kept, qtbot: QtBot
) -> None:
    with missing(keyring, by_itself.folder):
        window = by_itself.window()
        window.file_news.offer_keyring()
        assert "does not hold the key" in window.above.news.text()
        window.above.news.acted.emit()
        room = by_itself.room("opening", window)
        room.remember.click()
        qtbot.waitUntil(lambda: "opens by itself here" in room.itself_said.text())
    opening.open_with_keyring(by_itself.folder, asking.start_keyring_read(by_itself.folder)).close()


def test_on_another_computer_nothing_is_taken_for_new(
    keyring: KeyringSession,  # noqa: ARG001 - it holds nothing of this diary
    by_itself: Kept,
    tmp_path: Path,
) -> None:
    import shutil

    by_itself.diary.close()
    copy = DiaryFolder(shutil.copytree(by_itself.folder.path, tmp_path / "copied"))
    keys = slots.load(copy.vault().key_file)
    keychain.forget(keys.diary, keys.generations[0].key_id, keys.backend or "")
    diary = opening.open_with_recovery(copy, by_itself.code, lambda: NOON)
    assert diary.counts()["notes"] == 3
    diary.close()
