"""Every page of the window over a full diary: named, reachable by keyboard, and whole at every size, colour and direction."""

import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.qt.audit import clipped_words, scrolled_sideways, tab_cycle, unnamed_controls
from tests.qt.hands import settle
from therapy_diary.app import build_window
from therapy_diary.demo import Demo, demo
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.subject import Subject
from therapy_diary.preferences import Preferences
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.review.panels_card import PanelsCard
from therapy_diary.views.window.page_stack import PAGES
from therapy_diary.widgets.chart_view import ChartView

ROOT = Path(__file__).parents[2]
HEAVY = ("PySide6.QtPrintSupport", "cryptography", "jinja2", "keyring", "matplotlib", "numpy", "zxcvbn")
SIZES = {"usual": (1280, 832), "small": (900, 640)}
ABOUT_A_SESSION = ("session_note", "after_session", "alliance")
SUBJECT = Subject(tag="sister")


@pytest.fixture(scope="module")
def told() -> Iterator[Demo]:
    with demo() as made:
        yield made


@pytest.fixture
def window(told: Demo, theme: Theme, preferences: Preferences, qtbot: QtBot) -> MainWindow:
    window = build_window(told.diary, lambda: told.now, theme, preferences)
    qtbot.addWidget(window)
    window.resize(*SIZES["usual"])
    with qtbot.waitExposed(window):
        window.show()
    return window


def come_to(window: MainWindow, name: str, told: Demo, qtbot: QtBot) -> None:
    """Show a page with something on it, and wait until it is drawn."""
    therapy = told.diary.therapies.current()
    assert therapy is not None
    latest = told.diary.sessions.held(therapy.id)[-1].id
    subject = SUBJECT if name == "same_subject" else None
    window.show_subject(name, latest if name in ABOUT_A_SESSION else subject)
    assert window.page is not None
    assert window.page.name == name
    settle()
    charts = [it for it in window.findChildren(ChartView) if it.isVisible()]
    panels = window.findChildren(PanelsCard)
    qtbot.waitUntil(lambda: all(it.is_drawn() for it in (*charts, *panels)))
    settle()


def test_a_page_is_called_as_its_module_is(window: MainWindow) -> None:
    for name in PAGES:
        kind = getattr(import_module(f"therapy_diary.views.{name}"), PAGES[name])
        page = window.page_named(name)
        assert isinstance(page, kind)
        assert page.objectName() == page.name == name


def test_every_control_has_a_name_and_tab_comes_round(window: MainWindow, told: Demo, qtbot: QtBot) -> None:
    unnamed, stops = dict[str, list[str]](), dict[str, int]()
    for name in PAGES:
        come_to(window, name, told, qtbot)
        unnamed[name] = unnamed_controls(window)
        stops[name] = len(tab_cycle(window))
    assert {name: it for name, it in unnamed.items() if it} == {}
    assert {name: it for name, it in stops.items() if it <= 3} == {}


@pytest.mark.thorough(but=("200-small",))
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_is_cut_and_nothing_scrolls_sideways(
    size: str, percent: int, window: MainWindow, told: Demo, theme: Theme, qtbot: QtBot
) -> None:
    theme.set_text_size(percent)
    window.resize(*SIZES[size])
    cut, sideways = dict[str, list[str]](), dict[str, list[str]]()
    for name in PAGES:
        come_to(window, name, told, qtbot)
        cut[name] = clipped_words(window)
        sideways[name] = scrolled_sideways(window)
    assert {name: it for name, it in cut.items() if it} == {}
    assert {name: it for name, it in sideways.items() if it} == {}


@pytest.mark.thorough
@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
def test_it_can_be_drawn_in_every_colour_in_both_directions(
    look: Choice, window: MainWindow, told: Demo, theme: Theme, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.choose(look)
    cut = dict[str, list[str]]()
    for direction in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        qapp.setLayoutDirection(direction)
        for name in PAGES:
            come_to(window, name, told, qtbot)
            assert not window.grab().isNull(), name
            cut[f"{name}, {direction.name}"] = clipped_words(window)
    assert {name: it for name, it in cut.items() if it} == {}


def test_the_first_paint_of_none_loads_anything_heavy(tmp_path: Path) -> None:
    """One process, which never comes to the turn of the loop after a paint, and a window of its own for each page."""
    program = (
        "import sys; from pathlib import Path; from therapy_diary.app import build_window, dress\n"
        "from therapy_diary.demo import demo; from therapy_diary.preferences import Preferences\n"
        "from therapy_diary.views.window.page_stack import PAGES\n"
        f"place = Path({str(tmp_path)!r}) / 'settings.ini'\n"
        "with demo() as told:\n"
        "    preferences = Preferences.load(place); application, theme = dress(preferences, None)\n"
        "    for name in PAGES:\n"
        "        window = build_window(told.diary, lambda: told.now, theme, preferences)\n"
        "        window.page_named(name); window.show_page(name); window.show(); window.grab()\n"
        f"        print(name, *[it for it in {HEAVY!r} if it in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == list(PAGES), (
        "the first line with more than a name is of the page that does"
    )
