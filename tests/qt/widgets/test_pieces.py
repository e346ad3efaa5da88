"""The small pieces of a page: cards, notices, what is saved, what is empty, a passphrase."""

from datetime import datetime

import pytest
from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.qt.audit import clipped_words, unnamed_controls
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Theme
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.date_fields import settle_fields
from therapy_diary.widgets.elided_label import ElidedLabel
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.flow_layout import FlowLayout
from therapy_diary.widgets.heading import Heading
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.passphrase_field import PassphraseField
from therapy_diary.widgets.saved_state import SavedState

pytestmark = pytest.mark.usefixtures("dressed")


def test_a_notice_is_there_only_while_it_says_something(qtbot: QtBot) -> None:
    window = QWidget()
    notice = Notice(window)
    qtbot.addWidget(window)
    window.show()
    assert not notice.isVisible()
    notice.say("The last backup is 12 days old.", Tone.MIND, "Back up now", aloud=True)
    assert notice.isVisible()
    assert notice.property("role") == "warning"
    with qtbot.waitSignal(notice.acted):
        qtbot.mouseClick(notice.findChild(QPushButton), Qt.MouseButton.LeftButton)
    notice.say("")
    assert not notice.isVisible()


def test_an_empty_page_offers_one_thing_to_do(qtbot: QtBot) -> None:
    state = EmptyState()
    qtbot.addWidget(state)
    state.say("sprout", "No goals yet", "A goal can be small.", "Write a first goal")
    state.show()
    with qtbot.waitSignal(state.acted):
        qtbot.mouseClick(state.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert unnamed_controls(state) == []


def test_what_is_saved_is_said_with_its_time(qtbot: QtBot) -> None:
    state = SavedState()
    qtbot.addWidget(state)
    assert state.text() == ""
    state.show_waiting()
    state.show_saved(datetime(2026, 8, 18, 14, 32))
    time = QLocale().toString(datetime(2026, 8, 18, 14, 32).time(), QLocale.FormatType.ShortFormat)
    assert state.text() == f"Saved on this computer, {time}"
    state.show_failed("The disk is full. What you wrote is still here.")
    assert state.accessibleName().startswith("The disk is full")


def test_a_heading_has_a_quiet_line_only_when_there_is_one(qtbot: QtBot) -> None:
    heading = Heading()
    qtbot.addWidget(heading)
    heading.show()
    heading.set_title("Timeline")
    alone = heading.sizeHint().height()
    heading.set_sub("23 sessions since 3 March")
    qtbot.waitUntil(lambda: heading.sizeHint().height() > alone)
    heading.set_sub("")
    qtbot.waitUntil(lambda: heading.sizeHint().height() == alone)


def test_a_card_can_be_the_chosen_one(qtbot: QtBot) -> None:
    card = Card()
    qtbot.addWidget(card)
    card.column().addWidget(ElidedLabel())
    card.set_selected(True)
    assert card.property("selected") == "true"


def test_a_long_line_is_shortened_and_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.setText("The phone call that I kept putting off for several weeks")
    label.resize(120, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(900, 20)
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_chips_break_into_lines_that_begin_at_the_edge(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    window = QWidget()
    window.setLayoutDirection(direction)
    flow = FlowLayout(window)
    chips = [QPushButton(word) for word in ("All", "Sessions", "Milestones", "Breaks", "Topics", "Notes")]
    for chip in chips:
        flow.addWidget(chip)
    qtbot.addWidget(window)
    window.resize(260, flow.heightForWidth(260))
    window.show()
    assert len({it.y() for it in chips}) > 1
    assert all(window.rect().contains(it.geometry()) for it in chips)
    if direction == Qt.LayoutDirection.RightToLeft:
        assert chips[0].geometry().right() == window.rect().right()
    else:
        assert chips[0].x() == 0


def test_what_belongs_together_stays_on_one_line_while_there_is_room(qtbot: QtBot) -> None:
    window = QWidget()
    flow = FlowLayout(window, spacing=10)
    boxes = [QWidget(window) for _ in range(5)]
    for it in boxes:
        it.setFixedSize(100, 20)
    flow.add_together(*boxes[:2])
    flow.add_together(*boxes[2:4])
    flow.add_together(boxes[4])
    qtbot.addWidget(window)
    window.show()

    def lines(width: int) -> list[int]:
        window.resize(width, flow.heightForWidth(width))
        QApplication.processEvents()
        heights = [it.y() for it in boxes]
        return [heights.count(it) for it in sorted(set(heights))]

    assert lines(540) == [5]
    assert lines(539) == [4, 1]
    assert lines(430) == [4, 1]
    assert lines(429) == [2, 3]  # the pair goes down together
    assert lines(150) == [1, 1, 1, 1, 1]


@pytest.fixture
def passphrase(qtbot: QtBot) -> PassphraseField:
    field = PassphraseField()
    field.setAccessibleName("Passphrase")
    qtbot.addWidget(field)
    field.resize(320, 40)
    with qtbot.waitExposed(field):
        field.show()
    return field


def test_a_passphrase_can_be_looked_at_and_is_hidden_again(passphrase: PassphraseField, qtbot: QtBot) -> None:
    qtbot.keyClicks(passphrase, "four quiet garden words")
    assert passphrase.displayText() != passphrase.text()
    eye = passphrase.findChild(QToolButton)
    qtbot.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert passphrase.displayText() == "four quiet garden words"
    assert eye.accessibleName() == "Hide what is typed"
    passphrase.clear_and_hide()
    assert passphrase.echoMode() == QLineEdit.EchoMode.Password
    assert unnamed_controls(passphrase) == []


def test_caps_lock_is_noticed_by_what_it_does(passphrase: PassphraseField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(passphrase.caps_lock_seen, check_params_cb=bool):
        qtbot.keyClick(passphrase, "A")  # a capital although Shift is not held
    with qtbot.waitSignal(passphrase.caps_lock_seen, check_params_cb=lambda on: not on):
        qtbot.keyClick(passphrase, "a")


def test_the_eye_does_not_cover_the_words(passphrase: PassphraseField) -> None:
    for direction in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        passphrase.setLayoutDirection(direction)
        eye = passphrase.findChild(QToolButton).geometry()
        margins = passphrase.textMargins()
        assert passphrase.rect().contains(eye)
        if direction == Qt.LayoutDirection.RightToLeft:
            assert eye.center().x() < 40 < 40 + margins.left()
        else:
            assert eye.center().x() > passphrase.width() - 40
            assert margins.right() >= eye.width()


def test_numbers_stand_off_the_edge_and_no_day_is_red(qtbot: QtBot) -> None:
    window = QWidget()
    number, day = QSpinBox(window), QDateEdit(window)
    day.setCalendarPopup(True)
    qtbot.addWidget(window)
    settle_fields(window)
    line = number.findChild(QLineEdit)
    assert line is not None
    assert line.textMargins().left() > 4
    with qtbot.waitExposed(window):
        window.show()
    assert day.findChild(QCalendarWidget) is None  # it is made when it is opened
    arrow = QPoint(day.width() - 6, day.height() // 2)
    qtbot.mousePress(day, Qt.MouseButton.LeftButton, pos=arrow)
    opened = QApplication.activePopupWidget()
    assert opened is not None
    opened.close()
    sunday = day.calendarWidget().weekdayTextFormat(Qt.DayOfWeek.Sunday)
    assert sunday.foreground().color().name() != "#ff0000"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_an_icon_leaves_room_before_the_words_of_a_button(
    direction: Qt.LayoutDirection, qapp: QApplication, theme: Theme
) -> None:
    assert theme
    qapp.setLayoutDirection(direction)
    drawn = icon("plus").pixmap(QSize(24, 18)).toImage()
    columns = [any(drawn.pixelColor(x, y).alpha() for y in range(18)) for x in range(24)]
    assert any(columns)
    assert not any(columns[:6] if direction == Qt.LayoutDirection.RightToLeft else columns[18:])


def test_the_icon_of_a_button_grows_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("Write a note")
    button.setIcon(icon("plus"))
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    before = button.iconSize()
    theme.set_text_size(200)
    assert button.iconSize() == 2 * before


def test_a_heading_is_as_tall_as_its_words_at_every_width(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    heading = Heading()
    heading.set_title("Ending")
    heading.set_sub(
        "Begun on 17 February 2026, last session planned for 31 March 2026, four set aside for it"
    )
    heading.add_action(QPushButton("Take back the ending"))
    column.addWidget(heading)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.show()
    for width in (900, 420, 300):
        window.resize(width, 500)
        qtbot.waitUntil(lambda: heading.height() >= heading.heightForWidth(heading.width()))
        assert clipped_words(window) == []


@pytest.mark.parametrize("kind", ["", "primary", "ghost", "link", "danger", "chip"])
def test_a_button_grows_by_nothing_when_it_takes_the_keyboard(kind: str, qtbot: QtBot) -> None:
    window = QWidget()
    row = QVBoxLayout(window)
    buttons = [QPushButton("Write a note"), QPushButton("Write a note")]
    for button in buttons:
        button.setProperty("kind", kind)
        row.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    buttons[0].setFocus()
    qtbot.waitUntil(buttons[0].hasFocus)
    for button in buttons:
        button.updateGeometry()
        button.setText("Write another note")
    assert buttons[0].sizeHint() == buttons[1].sizeHint()
