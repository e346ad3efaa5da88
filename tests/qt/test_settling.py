"""The search index is tidied while nobody is there, and never in the way of somebody who is."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.test_locking import Clock
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow

pytestmark = pytest.mark.thorough


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def quiet_window(
    diary: Diary, therapy: Therapy, theme: Theme, preferences: Preferences, clock: Clock, qtbot: QtBot
) -> MainWindow:
    """The window over a diary with a note that was written anew twice."""
    with diary.change():
        note = diary.notes.write(therapy.id, "a lantern", NOON)
        for text in ("a harbour", "a heron"):
            diary.notes.rewrite(note.id, text, NOON, title="", session=None, kind=note.kind)
    window = MainWindow(diary, now=lambda: NOON, theme=theme, preferences=preferences, idle_clock=clock)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def settled_after(seconds: float, window: MainWindow, clock: Clock) -> Callable[[], bool]:
    def settled() -> bool:
        clock.now += seconds
        window.settling.look()
        return window.desk.diary.notes.unsettled() is None

    return settled


def test_words_of_versions_leave_the_index_once_it_is_quiet(
    quiet_window: MainWindow, diary: Diary, clock: Clock, qtbot: QtBot
) -> None:
    qtbot.waitUntil(settled_after(20, quiet_window, clock))
    assert [diary.search.count(it) for it in ("lantern", "harbour", "heron")] == [0, 0, 1]
    blocks = b"".join(bytes(it[0]) for it in diary._connection.execute("SELECT block FROM find_word_data"))
    assert b"heron" in blocks
    assert b"lantern" not in blocks


def test_a_very_long_version_waits_until_nobody_is_there(
    quiet_window: MainWindow, diary: Diary, clock: Clock, qtbot: QtBot
) -> None:
    (note,) = diary.notes.newest(diary.therapies.current().id, 1)  # type: ignore[union-attr]
    with diary.change():
        for text in ("zyzzyva " * 5_000, "a heron"):
            diary.notes.rewrite(note.id, text, NOON, title="", session=None, kind=note.kind)
    qtbot.waitUntil(lambda: settled_after(20, quiet_window, clock)() or diary.notes.unsettled(20_000) is None)
    QTest.keyClick(quiet_window.windowHandle(), Qt.Key.Key_Shift)
    for _ in range(5):
        assert not settled_after(20, quiet_window, clock)()
    qtbot.waitUntil(settled_after(20, quiet_window, clock))
    assert diary.search.count("zyzzyva") == 0


def test_nothing_is_done_while_somebody_types(quiet_window: MainWindow, clock: Clock) -> None:
    settled = settled_after(4, quiet_window, clock)
    for _ in range(10):
        QTest.keyClick(quiet_window.windowHandle(), Qt.Key.Key_Shift)
        assert not settled()


def test_a_lock_ends_it(quiet_window: MainWindow, clock: Clock) -> None:
    quiet_window.lock()
    clock.now += 20
    assert not quiet_window.settling.waits
