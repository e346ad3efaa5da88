"""What a window puts off until it has been painted, and what only saves a wait, until nobody waits for anything."""

from collections.abc import Callable, Iterator
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from therapy_diary.desktop.after_first_paint import LOOK_AGAIN, AfterFirstPaint
from therapy_diary.desktop.background import charts_background
from therapy_diary.domain.therapy import Therapy
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Page


def pieces(done: list[str], *names: str) -> Iterator[Callable[[], object]]:
    """Things to do, each of which says its name."""
    for name in names:
        yield lambda name=name: done.append(name)


def test_what_is_put_off_comes_in_order_and_what_saves_a_wait_last(qapp: QApplication, qtbot: QtBot) -> None:
    done: list[str] = []
    later = AfterFirstPaint(qapp)
    later.at_rest(pieces(done, "first page", "second page"))
    later.then(lambda: done.append("listen"))
    later.then(lambda: done.append("back up"))
    qapp.processEvents()
    assert done == []
    later.painted()
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done == ["listen", "back up", "first page", "second page"]
    later.then(lambda: done.append("asked for afterwards"))
    qtbot.waitUntil(lambda: done[-1] == "asked for afterwards")
    later.deleteLater()


def test_one_piece_a_turn_and_none_once_it_is_forgotten(qapp: QApplication, qtbot: QtBot) -> None:
    done: list[str] = []
    window = QObject()
    later = AfterFirstPaint(window)
    later.painted()
    later.at_rest(pieces(done, "one", "two", "three"))
    while not done:
        qapp.processEvents()
    assert done == ["one"]
    later.forget()
    qtbot.wait(50)
    assert done == ["one"]


def test_while_a_page_is_made_or_a_chart_drawn_nothing_else_takes_the_time(
    window: MainWindow,
    therapy: Therapy,  # noqa: ARG001 - it is in the diary
    qtbot: QtBot,
) -> None:
    done: list[str] = []
    window.later.at_rest(pieces(done, "what was to come"))
    qtbot.waitUntil(lambda: bool(done))
    made_ahead = [it.name for it in window.stack.findChildren(Page) if it is not window.page]
    assert made_ahead == ["session_note"], "writing is what one wants soonest"
    assert all(not it.isVisible() for it in window.stack.findChildren(Page) if it is not window.page)

    assert window.show_page("checklist")
    page = window.page
    assert page is not None
    assert not page.is_whole
    window.later.at_rest(pieces(done, "a module"))
    window.later.then(lambda: done.append("put off"))
    while not page.is_whole:
        assert "a module" not in done
        QApplication.processEvents()
    qtbot.waitUntil(lambda: "a module" in done)
    assert done[1:] == ["put off", "a module"]

    charts, release, drawn = charts_background(), Event(), list[str]()
    charts.run(release.wait, lambda _: drawn.append("a chart"))
    window.later.at_rest(pieces(drawn, "a module"))
    qtbot.wait(3 * LOOK_AGAIN)
    assert drawn == []
    release.set()
    qtbot.waitUntil(lambda: drawn == ["a chart", "a module"])
    assert not charts.is_working
