"""Slow work beside the window: its outcome comes back, unless nobody wants it any more."""

import subprocess
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT
from therapy_diary.desktop.background import Background, charts_background


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    assert qtbot
    background = Background()
    yield background
    background.close()


def test_the_result_comes_back_to_the_thread_of_the_window(background: Background, qtbot: QtBot) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, bool]] = []

    def work() -> int:
        return threading.get_ident()

    background.run(work, lambda there: seen.append((there, threading.get_ident() == here)))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != here
    assert seen[0][1]


def test_an_error_comes_back_as_it_was_raised(background: Background, qtbot: QtBot) -> None:
    errors: list[Exception] = []

    def work() -> None:
        raise OSError("the disk is full")

    background.run(work, failed=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], OSError)


def test_an_error_that_nobody_is_there_for_is_no_secret(background: Background, qtbot: QtBot) -> None:
    def work() -> None:
        raise OSError("the disk is full")

    after = list[int]()
    with qtbot.captureExceptions() as raised:
        background.run(work)
        background.run(lambda: 1, after.append)
        qtbot.waitUntil(lambda: after == [1])
    assert [it[0] for it in raised] == [OSError]


def test_work_is_done_one_piece_after_the_other(background: Background, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        background.run(lambda number=number: order.append(number))
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_nothing_is_told_of_work_that_is_no_longer_wanted(background: Background, qtbot: QtBot) -> None:
    gate, told, after = threading.Event(), list[object](), list[object]()
    task = background.run(lambda: gate.wait(10), told.append)
    task.cancel()
    gate.set()
    background.run(lambda: None, after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert told == []


def test_closing_leaves_no_thread(qtbot: QtBot) -> None:
    assert qtbot
    background = Background()
    running, told = list[threading.Thread](), list[object]()
    background.run(lambda: running.append(threading.current_thread()), told.append)
    background.close()
    QCoreApplication.processEvents()
    assert not any(it.is_alive() for it in running)
    assert told == []


def test_a_thousand_pieces_of_work_leave_no_thread_and_lose_no_memory(qtbot: QtBot) -> None:
    """Each piece let go of what it was given without Python's lock once, and the program died some time later."""
    background, told, thing = Background(), [], object()
    before = sys.getrefcount(thing)
    for _ in range(1000):
        background.run(lambda: thing, told.append)
    qtbot.waitUntil(lambda: len(told) == 1000)
    told.clear()
    background.close()

    assert not [it for it in threading.enumerate() if it.name == "beside the window"]
    assert sys.getrefcount(thing) - before < 50


def test_an_outcome_for_somebody_who_is_gone_is_told_to_nobody(background: Background, qtbot: QtBot) -> None:
    told = list[int]()
    gone, stays = QObject(), QObject()
    begin = threading.Event()

    def work() -> int:
        assert begin.wait(5)
        return 1

    background.run(work, told.append, for_whom=gone)
    background.run(lambda: 2, told.append, for_whom=stays)
    gone.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    begin.set()
    qtbot.waitUntil(lambda: told == [2])


def test_all_charts_are_drawn_in_one_thread_also_after_an_idle_moment(qtbot: QtBot) -> None:
    threads = set[threading.Thread]()
    for _ in range(5):
        done = list[object]()
        charts_background().run(lambda: threads.add(threading.current_thread()), done.append)
        qtbot.waitUntil(lambda done=done: bool(done))  # nothing waits any more

    assert len(threads) == 1
    charts_background().close()
    assert not any(it.is_alive() for it in threads)


def test_after_it_was_closed_another_chart_can_be_drawn(qtbot: QtBot) -> None:
    charts_background().close()
    done = list[int]()
    charts_background().run(lambda: 1, done.append)
    qtbot.waitUntil(lambda: done == [1])
    charts_background().close()


def test_a_lasting_thread_keeps_no_program_from_its_end() -> None:
    forgets_to_close = (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        "from therapy_diary.desktop.background import charts_background\n"
        "application = QCoreApplication([])\n"
        "charts_background().run(lambda: 1, lambda _: None)\n"
        "application.processEvents()\n"
    )
    subprocess.run([sys.executable, "-c", forgets_to_close], check=True, timeout=600, cwd=ROOT)
