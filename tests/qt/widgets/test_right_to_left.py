"""Small pieces where lines run from right to left, as in Hebrew."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDateEdit, QLabel, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from therapy_diary.desktop.icons import icon
from therapy_diary.widgets.along_page import stand_along_page
from therapy_diary.widgets.date_fields import settle_fields

pytestmark = pytest.mark.usefixtures("dressed", "from_right_to_left")


@pytest.fixture
def from_right_to_left(qapp: QApplication) -> Iterator[None]:
    """The program as it stands in Hebrew."""
    before = QLocale()
    QLocale.setDefault(QLocale("he_IL"))
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_a_time_and_a_day_read_the_same_in_a_hebrew_window(window: QWidget) -> None:
    time, day = QTimeEdit(QTime(17, 0), window), QDateEdit(QDate(2026, 3, 4), window)
    settle_fields(window)
    settle_fields(window)
    assert (time.text(), day.text()) == ("17:00", "4.3.2026")


def test_english_words_begin_where_a_hebrew_page_begins(window: QWidget) -> None:
    label = QLabel("Sleep, most nights", window)
    label.resize(400, 40)
    stand_along_page(label)
    drawn = label.grab().toImage()
    left, right = drawn.copy(0, 0, 150, 40), drawn.copy(250, 0, 150, 40)
    assert one_colour(left)
    assert not one_colour(right)


def test_undo_points_back_along_the_line_in_a_hebrew_window(qapp: QApplication) -> None:
    turned = icon("undo-2").pixmap(48, 48).toImage()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    usual = icon("undo-2").pixmap(48, 48).toImage()
    assert far_apart(usual, turned) > 100
    assert far_apart(usual.flipped(Qt.Orientation.Horizontal), turned) < 20


def far_apart(one: QImage, other: QImage) -> int:
    """How many pixels differ by more than the soft edge of a line does."""
    return sum(
        abs(one.pixelColor(x, y).alpha() - other.pixelColor(x, y).alpha()) > 128
        for x in range(one.width())
        for y in range(one.height())
    )


def one_colour(picture: QImage) -> bool:
    return len({picture.pixel(x, y) for x in range(picture.width()) for y in range(picture.height())}) == 1
