"""Choosing a look: every window follows at once, and the system is followed when that was chosen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from therapy_diary import resources
from therapy_diary.desktop.fonts import FAMILIES, font_files, load_fonts
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Choice, Theme, load_tokens, px, style_sheet, tokens_in_force


@pytest.fixture
def theme(dressed: Theme) -> Iterator[Theme]:
    yield dressed
    dressed.choose(Choice.LIGHT)
    dressed.set_text_size(100)


def test_a_choice_reaches_every_window_and_is_told(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.choose(Choice.DARK)
    assert tokens_in_force() == load_tokens()["dark"]
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(load_tokens()["dark"].bg)


def test_the_same_choice_again_changes_nothing(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed, wait=10):
        theme.choose(Choice.LIGHT)


def test_the_system_is_followed_only_when_that_was_chosen(theme: Theme) -> None:
    hints = QGuiApplication.styleHints()
    theme.choose(Choice.SYSTEM)
    try:
        hints.setColorScheme(Qt.ColorScheme.Dark)
        assert theme.tokens().name == tokens_in_force().name
        if hints.colorScheme() == Qt.ColorScheme.Dark:  # the offscreen platform may not know schemes
            assert tokens_in_force().name == "dark"
        theme.choose(Choice.CONTRAST)
        hints.setColorScheme(Qt.ColorScheme.Light)
        assert tokens_in_force().name == "contrast"
    finally:
        hints.unsetColorScheme()


def test_larger_text_makes_labels_and_buttons_taller(theme: Theme, qtbot: QtBot) -> None:
    button, label = QPushButton("Save"), QLabel("Words")
    for widget in (button, label):
        qtbot.addWidget(widget)
        widget.show()
    before = button.sizeHint().height(), label.sizeHint().height(), px("h1")
    theme.set_text_size(200)
    after = button.sizeHint().height(), label.sizeHint().height(), px("h1")
    assert all(new > 1.7 * old for old, new in zip(before, after, strict=True))


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_every_style_sheet_is_complete_and_turns_round(name: str) -> None:
    sheet = style_sheet(load_tokens()[name])
    assert "$" not in sheet
    assert "padding-left" not in sheet.split("*/", 1)[1]


def test_our_own_letters_are_used(dressed: Theme) -> None:
    assert set(FAMILIES) <= set(load_fonts())
    assert QApplication.font().family() == "Inter"
    assert len(font_files()) == 9
    assert dressed.text_size == 100


def shades(image_of: QIcon) -> set[str]:
    image = image_of.pixmap(QSize(24, 24)).toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_takes_the_colour_of_the_theme_now_in_force(theme: Theme) -> None:
    leaf = icon("leaf", "accent")
    assert load_tokens()["light"].accent.lower() in shades(leaf)
    theme.choose(Choice.DARK)
    assert load_tokens()["dark"].accent.lower() in shades(leaf)


def test_an_icon_is_sharp_on_a_fine_screen() -> None:
    pixmap = icon("leaf").pixmap(QSize(18, 18), 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)


def test_an_icon_that_does_not_ship_is_noticed() -> None:
    with pytest.raises(FileNotFoundError):
        icon("unicorn")
    with pytest.raises(FileNotFoundError):
        resources.path("theme/other.qss")
