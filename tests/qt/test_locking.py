"""The diary locks without being asked, loses nothing, and comes back where the person was."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON, ROOT
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.test_main_window import WORDS, every_text, half_write_a_note, holds, name_in_view, press
from therapy_diary.desktop.background import Background
from therapy_diary.desktop.idle_lock import IdleLock
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.therapy import Therapy
from therapy_diary.keys.passphrase import Cost
from therapy_diary.preferences import Preferences
from therapy_diary.storage.connection import connect
from therapy_diary.storage.diary import Diary
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.vault.opening import Passphrase
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.safe import Safe
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.window.curtain import Curtain

CHEAP = Cost(kibibytes=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "four good words here"
MINUTE = 60.0


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


Build = Callable[[], MainWindow]


@pytest.fixture
def build(
    diary: Diary,
    therapy: Therapy,  # noqa: ARG001 - it is in the diary
    theme: Theme,
    preferences: Preferences,
    clock: Clock,
    qtbot: QtBot,
    diary_file: Path,
) -> Iterator[Build]:
    """A function that shows the window over the diary, opened anew the second time."""
    opened = [diary]

    def make() -> MainWindow:
        fresh = opened.pop() if opened else Diary.open(diary_file, KEY)
        window = MainWindow(fresh, now=lambda: NOON, theme=theme, preferences=preferences, idle_clock=clock)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        return window

    return make


def pass_time(window: MainWindow, clock: Clock, seconds: float) -> None:
    """Let time pass as the timer would see it, second by second."""
    for _ in range(round(seconds)):
        clock.now += 1
        window.idle.look()


@contextmanager
def held_by_another_program(file: Path) -> Iterator[None]:
    """The diary's file as it is while another program writes into it."""
    with closing(connect(file, KEY)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


# by the clock


def test_after_ten_minutes_without_a_touch_the_diary_is_locked(
    build: Build, clock: Clock, diary_file: Path, qtbot: QtBot
) -> None:
    window = build()
    half_write_a_note(window)
    with qtbot.waitSignal(window.locked):
        pass_time(window, clock, 10 * MINUTE)
    with closing(Diary.open(diary_file, KEY)) as again:
        assert holds(again, WORDS)
        assert again.notes.newest(again.therapies.all()[0].id, 9) == []  # a draft: nobody said it was done


def test_half_a_minute_before_it_says_so_and_any_key_puts_it_off(
    build: Build, clock: Clock, qtbot: QtBot
) -> None:
    window = build()
    page = half_write_a_note(window)
    with qtbot.assertNotEmitted(window.locked):
        pass_time(window, clock, 9.4 * MINUTE)
        assert not window.above.soon.isVisible()
        pass_time(window, clock, 0.2 * MINUTE)
        assert "The diary locks in 24 s" in window.above.soon.text()
        QTest.keyClick(page.form.text, Qt.Key.Key_X)
        assert not window.above.soon.isVisible()
        pass_time(window, clock, 9.4 * MINUTE)


def test_the_warning_has_a_button_too(build: Build, clock: Clock, qtbot: QtBot) -> None:
    window = build()
    with qtbot.assertNotEmitted(window.locked):
        pass_time(window, clock, 9.6 * MINUTE)
        window.above.soon.acted.emit()
        pass_time(window, clock, 9.4 * MINUTE)


@pytest.mark.parametrize("how", ["mouse", "wheel"])
def test_reading_with_the_mouse_counts_as_being_there(build: Build, clock: Clock, how: str) -> None:
    window = build()
    pass_time(window, clock, 9.6 * MINUTE)
    assert window.above.soon.isVisible()
    handle = window.windowHandle()
    if how == "mouse":
        QTest.mouseMove(handle, QPoint(300, 300))
    else:
        QTest.wheelEvent(handle, QPoint(300, 300), QPoint(0, -120))
    QApplication.processEvents()
    assert not window.above.soon.isVisible()


def test_the_minutes_are_the_persons_and_none_means_never(
    build: Build, clock: Clock, preferences: Preferences, qtbot: QtBot
) -> None:
    preferences.change(lock_after=2)
    window = build()
    window.idle.set_minutes(0)
    with qtbot.assertNotEmitted(window.locked):
        pass_time(window, clock, 30 * MINUTE)
    window.idle.set_minutes(2)
    with qtbot.waitSignal(window.locked):
        pass_time(window, clock, 2 * MINUTE)


@pytest.mark.usefixtures("theme")
def test_time_asleep_counts(qtbot: QtBot, qapp: QApplication) -> None:
    clock = Clock()
    idle = IdleLock(10, qapp, clock)
    clock.now += 8 * 60 * MINUTE  # the lid was closed over night, and nobody told us
    with qtbot.waitSignal(idle.ran_out):
        idle.look()
    idle.stop()
    idle.deleteLater()


@pytest.mark.parametrize("kind", ["message", "file"])
def test_no_dialog_delays_it(build: Build, clock: Clock, kind: str, qtbot: QtBot) -> None:
    window = build()
    half_write_a_note(window)
    box = QMessageBox(window) if kind == "message" else QFileDialog(window)
    QTimer.singleShot(50, window, lambda: pass_time(window, clock, 10 * MINUTE))
    with qtbot.waitSignal(window.locked):
        box.exec()  # returns because the lock closes it
    assert not box.isVisible()


@pytest.mark.parametrize("kind", ["message", "file"])
def test_the_key_locks_while_a_dialog_is_in_front(build: Build, kind: str, qtbot: QtBot) -> None:
    window = build()
    half_write_a_note(window)
    box = QMessageBox(window) if kind == "message" else QFileDialog(window)
    QTimer.singleShot(50, window, box.hide)
    box.exec()  # the second time the key is there already; given twice it would do nothing

    def lock() -> None:
        in_front = QApplication.focusWidget() or box
        QTest.keyClick(in_front, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(50, window, lock)
    with qtbot.waitSignal(window.locked):
        box.exec()
    assert not box.isVisible()


def test_a_window_put_away_locks_if_that_was_chosen(
    build: Build, preferences: Preferences, qtbot: QtBot
) -> None:
    window = build()
    with qtbot.assertNotEmitted(window.locked, wait=50):
        window.showMinimized()
    window.showNormal()
    preferences.change(lock_minimised=1)
    with qtbot.waitSignal(window.locked):
        window.showMinimized()


# back again


TEXT = "First line, 👩‍👩‍👧 and שלום.\n\nSecond, half a sent"


def test_after_the_lock_the_text_is_there_byte_for_byte_with_its_cursor(build: Build, qtbot: QtBot) -> None:
    window = build()
    page = half_write_a_note(window)
    page.form.text.set_text(TEXT)
    page.form.text.edited.emit()
    page.form.title.setText("A title")
    cursor = page.form.text.textCursor()
    cursor.setPosition(len(TEXT.encode("utf-16-le")) // 2 - 9)
    page.form.text.setTextCursor(cursor)
    page.form.text.setFocus()
    with qtbot.waitSignal(window.locked):
        window.lock()
    again = build()
    assert name_in_view(again) == "session_note"
    page = again.page
    assert isinstance(page, SessionNotePage)
    assert page.form.text.text() == TEXT
    assert page.form.title.text() == "A title"
    assert page.form.text.textCursor().position() == len(TEXT.encode("utf-16-le")) // 2 - 9
    assert QApplication.focusWidget() is page.form.text


def test_a_note_that_was_only_read_is_open_again_at_the_same_word(
    build: Build, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        note = diary.notes.write(therapy.id, "one two three four", NOON)
        diary.notes.write(therapy.id, "a later one", NOON)
    window = build()
    window.show_subject("session_note", note)
    page = window.page
    assert isinstance(page, SessionNotePage)
    cursor = page.form.text.textCursor()
    cursor.setPosition(8)
    page.form.text.setTextCursor(cursor)
    with qtbot.waitSignal(window.locked):
        window.lock()
    again = build()
    page = again.page
    assert isinstance(page, SessionNotePage)
    assert page.form.text.text() == "one two three four"
    assert page.form.text.textCursor().position() == 8
    again.close()
    assert again.desk.diary.drafts.all() == []


def test_any_other_page_comes_back_too(build: Build, qtbot: QtBot) -> None:
    window = build()
    window.show_page("goals")
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert name_in_view(build()) == "goals"


def test_an_answer_half_given_about_an_older_session_comes_back_there(
    build: Build, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        older, _ = (diary.sessions.add(therapy.id, datetime(2026, 2, day, 17, 0)).id for day in (3, 10))
    window = build()
    window.show_subject("alliance", older)
    segments = window.page.statements[0].row.segments()  # type: ignore[union-attr]
    QTest.mouseClick(segments[2], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.locked):
        window.lock()
    page = build().page
    assert page is not None
    assert page.name == "alliance"
    assert page.picker.chosen() == older  # type: ignore[attr-defined]
    assert page.statements[0].row.answer() == 2  # type: ignore[attr-defined]


# when it cannot be saved


def test_a_lock_that_cannot_save_hides_the_words_and_locks_as_soon_as_it_can(
    build: Build, diary_file: Path, qtbot: QtBot
) -> None:
    window = build()
    half_write_a_note(window)
    with held_by_another_program(diary_file):
        with qtbot.assertNotEmitted(window.locked):
            window.lock()
        curtain = window.centralWidget()
        assert isinstance(curtain, Curtain)
        assert "Another program is using the diary file" in curtain.why.text()
        assert not window.menus.isVisible()
        QAccessible.setActive(True)
        assert WORDS not in "\n".join(every_text(QAccessible.queryAccessibleInterface(window)))
        picture = window.grab().toImage()
        assert picture.pixelColor(30, 300) == picture.pixelColor(30, 500)  # no column of pages
    with qtbot.waitSignal(window.locked):
        pass  # nobody does anything: it is tried again
    with closing(Diary.open(diary_file, KEY)) as again:
        assert holds(again, WORDS)


def test_the_words_behind_the_curtain_can_be_had_back(build: Build, diary_file: Path) -> None:
    window = build()
    page = half_write_a_note(window)
    diary_file.rename(diary_file.with_name("elsewhere.db"))
    window.lock()
    curtain = window.centralWidget()
    assert isinstance(curtain, Curtain)
    assert curtain.typed is None  # nothing is known that could be asked for
    assert unnamed_controls(window) == []
    QTest.mouseClick(curtain.show_again, Qt.MouseButton.LeftButton)
    assert page.form.text.text() == WORDS
    assert page.form.text.isVisible()
    assert window.menus.isVisible()


def test_the_window_cannot_be_closed_over_words_behind_the_curtain(build: Build, diary_file: Path) -> None:
    window = build()
    half_write_a_note(window)
    diary_file.rename(diary_file.with_name("elsewhere.db"))
    window.lock()
    window.close()
    assert window.isVisible()
    diary_file.with_name("elsewhere.db").rename(diary_file)


@pytest.fixture
def safe(tmp_path: Path, theme: Theme) -> Iterator[tuple[Safe, Diary, str]]:
    """The folder of a diary that opens by passphrase, the diary, and its code."""
    folder = DiaryFolder(tmp_path / "folder")
    diary, code = opening.begin(folder, now=lambda: NOON, way=Passphrase(text=PASSPHRASE, cost=CHEAP))
    with diary.change():
        diary.therapies.begin(label="With N.", started_on=NOON.date())
    background, hold = Background(theme), folder.hold()
    safe = Safe(folder=folder, background=background, hold=lambda: hold, cost=CHEAP)
    yield (
        Safe(folder=folder, background=background, hold=lambda: hold, keys=safe.key_file()),
        diary,
        code.text,
    )
    background.close()
    hold.release()
    diary.close()


@pytest.mark.parametrize("by", ["passphrase", "code"])
def test_behind_a_passphrase_the_curtain_asks_for_it(
    safe: tuple[Safe, Diary, str], by: str, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    place, diary, code = safe
    window = MainWindow(diary, now=lambda: NOON, theme=theme, preferences=preferences, safe=place)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    half_write_a_note(window)
    place.folder.path.rename(place.folder.path.with_name("the stick was pulled"))
    window.lock()
    curtain = window.centralWidget()
    assert isinstance(curtain, Curtain)
    assert curtain.typed is not None
    tab_cycle(window)
    QTest.keyClicks(curtain.typed, "not this one")
    QTest.keyClick(curtain.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(curtain.notice.isVisible)
    assert isinstance(window.centralWidget(), Curtain)
    QTest.keyClicks(curtain.typed, PASSPHRASE if by == "passphrase" else code)
    QTest.keyClick(curtain.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.page is not None and window.page.isVisible())
    place.folder.path.with_name("the stick was pulled").rename(place.folder.path)
    press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


# what the system says

BUS = ["dbus-daemon", "--session", "--nofork", "--print-address=1"]


HEARING = """
import os, subprocess, sys, time
from PySide6.QtCore import QCoreApplication, QEventLoop
from therapy_diary.desktop.session_signals import SessionSignals
application = QCoreApplication([])
signals, heard = SessionSignals(), []
signals.leaving.connect(heard.append)
signals.begin()
print("listens", "PySide6.QtDBus" in sys.modules, flush=True)
def live(until, most=5):
    end = time.monotonic() + most
    while not until() and time.monotonic() < end:
        application.processEvents(QEventLoop.AllEvents, 20)
live(lambda: signals.delays_sleep and signals.knows_session)
print("delays sleep", signals.delays_sleep, flush=True)
for _ in range(4):
    print("go on", flush=True)
    heard.clear()
    began = time.monotonic()
    live(lambda: heard)
    print(*heard, time.monotonic() - began < 1, flush=True)
"""
SPEAKING = """
import os, sys
from jeepney import *
from jeepney.io.blocking import open_dbus_connection
system = open_dbus_connection(os.environ["DBUS_SYSTEM_BUS_ADDRESS"], enable_fds=True)
session = open_dbus_connection(os.environ["DBUS_SESSION_BUS_ADDRESS"])
bus = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
system.send_and_get_reply(new_method_call(bus, "RequestName", "su", ("org.freedesktop.login1", 4)))
session.send_and_get_reply(new_method_call(bus, "RequestName", "su", ("org.gnome.ScreenSaver", 4)))
def at(path, of):
    return DBusAddress(path, "org.freedesktop.login1", of)
mine = "/org/freedesktop/login1/session/_31"
print("ready", flush=True)
asked = 0
while asked < 2:
    message = system.receive(timeout=20)
    if message.header.message_type != MessageType.method_call:
        continue
    asked += 1
    if message.header.fields[HeaderFields.member] == "GetSession":
        system.send(new_method_return(message, "o", (mine,)))
    else:
        system.send(new_method_return(message, "h", (os.pipe()[1],)))
print("asked", flush=True)
signals = {
    "sleep": (system, new_signal(at("/org/freedesktop/login1", "org.freedesktop.login1.Manager"), "PrepareForSleep", "b", (True,))),
    "lock": (system, new_signal(at(mine, "org.freedesktop.login1.Session"), "Lock")),
    "user": (system, new_signal(at(mine, "org.freedesktop.DBus.Properties"), "PropertiesChanged", "sa{sv}as",
             ("org.freedesktop.login1.Session", {"Active": ("b", False)}, []))),
    "saver": (session, new_signal(DBusAddress("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "org.gnome.ScreenSaver"),
             "ActiveChanged", "b", (True,))),
}
for line in sys.stdin:
    connection, signal = signals[line.strip()]
    connection.send(signal)
"""


@pytest.fixture
def buses() -> Iterator[dict[str, str]]:
    """A system bus and a session bus of our own, as environment."""
    import shutil

    if sys.platform != "linux" or shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    running = [
        subprocess.Popen(BUS, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) for _ in range(2)
    ]
    addresses = [it.stdout.readline().strip() for it in running if it.stdout is not None]
    names = ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS")
    more = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), "XDG_SESSION_ID": "1"}
    yield os.environ | dict(zip(names, addresses, strict=True)) | more
    for it in running:
        it.kill()
        it.communicate()


@pytest.mark.thorough  # within a second, which is none on a starved machine
def test_sleep_screen_lock_and_change_of_user_are_heard_at_once(buses: dict[str, str]) -> None:
    def start(script: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [sys.executable, "-c", script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=buses,
        )

    speaker = start(SPEAKING)
    assert speaker.stdout is not None
    assert speaker.stdin is not None
    assert speaker.stdout.readline() == "ready\n"
    hearer = start(HEARING)
    assert hearer.stdout is not None
    try:
        assert hearer.stdout.readline() == "listens True\n"  # from begin() on, not some time after it
        assert hearer.stdout.readline() == "delays sleep True\n"
        for said, heard in (("sleep", "sleep"), ("lock", "screen"), ("user", "user"), ("saver", "screen")):
            assert hearer.stdout.readline() == "go on\n"
            speaker.stdin.write(f"{said}\n")
            speaker.stdin.flush()
            assert hearer.stdout.readline() == f"{heard} True\n"
    finally:
        for it in (speaker, hearer):
            it.kill()
            it.communicate()
