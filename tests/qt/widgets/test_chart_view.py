"""Looking at a chart: with the eye, the pointer, the arrow keys and a screen reader."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from therapy_diary.desktop.background import Background
from therapy_diary.desktop.theme import Choice, Theme, Tokens
from therapy_diary.widgets.chart_view import ChartPoint, ChartView

if TYPE_CHECKING:
    from matplotlib.figure import Figure

VALUES = (2, 3, 1, 4)
POINTS = [ChartPoint(x=n, text=f"Session {n + 1}: {it} of 4", markers=(it,)) for n, it in enumerate(VALUES)]


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background()
    yield background
    background.close()


class Builder:
    """Draws a plain line, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, int, str]] = []

    def __call__(self, tokens: Tokens, width: int, height: int) -> "Figure":
        from matplotlib.figure import Figure

        self.asked.append((tokens.name, width, height, threading.current_thread().name))
        figure = Figure(figsize=(width / 100, height / 100), dpi=100, facecolor=tokens.surface)
        axes = figure.add_axes((0.1, 0.1, 0.8, 0.8))
        axes.plot(VALUES, color=tokens.d1)
        axes.set_xlim(-0.5, 3.5)
        return figure


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def chart(qtbot: QtBot, dressed: Theme, background: Background, builder: Builder) -> ChartView:
    assert dressed
    chart = ChartView()
    qtbot.addWidget(chart)
    chart.set_background(background)
    chart.resize(600, 300)
    chart.show_chart("How it was between us", "It rose a little.", builder, POINTS)
    with qtbot.waitSignal(chart.drawn):
        chart.show()
    return chart


def test_the_figure_is_built_beside_the_window_at_its_size(chart: ChartView, builder: Builder) -> None:
    assert builder.asked[-1][:3] == ("light", 600, 300)
    assert builder.asked[-1][3] != threading.main_thread().name
    colours = {chart.grab().toImage().pixelColor(x, 150).name() for x in range(600)}
    assert len(colours) > 3


def test_another_theme_draws_it_again(
    chart: ChartView, builder: Builder, dressed: Theme, qtbot: QtBot
) -> None:
    try:
        with qtbot.waitSignal(chart.drawn):
            dressed.choose(Choice.DARK)
        assert builder.asked[-1][0] == "dark"
    finally:
        dressed.choose(Choice.LIGHT)


def test_arrow_keys_stop_at_every_point(chart: ChartView, qtbot: QtBot) -> None:
    chart.setFocus()
    said = []
    for key in (
        Qt.Key.Key_Right,
        Qt.Key.Key_Right,
        Qt.Key.Key_End,
        Qt.Key.Key_Right,
        Qt.Key.Key_Left,
        Qt.Key.Key_Home,
    ):
        qtbot.keyClick(chart, key)
        said.append(chart.current())
    assert said == [0, 1, 3, 3, 2, 0]
    assert chart.point_text() == "Session 1: 2 of 4"
    qtbot.keyClick(chart, Qt.Key.Key_Escape)
    assert chart.current() == -1


def test_the_pointer_finds_the_nearest_point(chart: ChartView, qtbot: QtBot) -> None:
    axis = 60 + 480 * (2 + 0.5) / 4
    qtbot.mouseMove(chart, QPoint(round(axis) + 4, 120))
    qtbot.waitUntil(lambda: chart.current() == 2)
    before = chart.grab().toImage()
    qtbot.mouseMove(chart, QPoint(4, 120))
    qtbot.waitUntil(lambda: chart.current() == -1)
    assert chart.grab().toImage() != before


def test_a_screen_reader_hears_a_chart_with_a_sentence(chart: ChartView, qtbot: QtBot) -> None:
    interface = QAccessible.queryAccessibleInterface(chart)
    assert interface.role() == QAccessible.Role.Graphic
    assert interface.text(QAccessible.Text.Name) == "How it was between us"
    assert interface.text(QAccessible.Text.Description) == "It rose a little."
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert interface.text(QAccessible.Text.Description) == "Session 4: 4 of 4 It rose a little."


def test_a_forgotten_chart_shows_and_says_nothing(chart: ChartView) -> None:
    chart.forget()
    assert not chart.is_drawn()
    assert chart.point_text() == ""
    assert chart.accessibleDescription() == ""
