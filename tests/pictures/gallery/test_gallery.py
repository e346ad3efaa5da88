"""Writes a picture of every control in every look, for a person to judge: GALLERY=folder pytest tests/pictures/gallery."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTimeEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from therapy_diary.desktop.fonts import load_fonts
from therapy_diary.desktop.icons import icon
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.widgets.answer_row import AnswerRow, Mark
from therapy_diary.widgets.card import Card
from therapy_diary.widgets.date_fields import settle_calendar, settle_fields
from therapy_diary.widgets.empty_state import EmptyState
from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.heading import Heading
from therapy_diary.widgets.markdown_bar import MarkdownBar
from therapy_diary.widgets.markdown_editor import MarkdownEditor
from therapy_diary.widgets.notice import Notice, Tone
from therapy_diary.widgets.number_row import NumberRow
from therapy_diary.widgets.passphrase_field import PassphraseField
from therapy_diary.widgets.saved_state import SavedState

pytestmark = pytest.mark.thorough

LOOKS = [
    (Choice.LIGHT, 100, False),
    (Choice.DARK, 100, False),
    (Choice.CONTRAST, 100, False),
    (Choice.LIGHT, 100, True),
    (Choice.DARK, 200, False),
    (Choice.LIGHT, 80, False),
]
ENGLISH = ["not at all", "a little", "partly", "mostly", "completely"]
HEBREW = ["בכלל לא", "מעט", "חלקית", "ברובו", "לגמרי"]
NOTE = """## The call I kept putting off

We went back to the call with my sister. **Slowing down made it possible** to stay with it, she _said_.

> The silence is only the time the other person needs.

- Write the first sentence before I dial.
- להתקשר ביום **ראשון**
"""


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    load_fonts()
    theme = Theme(Choice.LIGHT)
    theme.apply(qapp)
    yield theme
    theme.choose(Choice.LIGHT)
    theme.set_text_size(100)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize(("choice", "size", "mirrored"), LOOKS)
def test_a_picture_of_every_control(
    theme: Theme, qtbot: QtBot, tmp_path: Path, choice: Choice, size: int, mirrored: bool
) -> None:
    theme.choose(choice)
    theme.set_text_size(size)
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    QApplication.setLayoutDirection(direction)
    folder = Path(os.environ.get("GALLERY", tmp_path))
    for name, page in (("answers", answers(mirrored)), ("controls", controls()), ("writing", writing())):
        area = QScrollArea()
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setWidget(page)
        window = QWidget()
        window.setProperty("role", "page")
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        qtbot.addWidget(window)
        window.resize(1000, 860)
        with qtbot.waitExposed(window):
            window.show()
        QApplication.processEvents()
        look = f"{choice}-{size}{'-mirrored' if mirrored else ''}"
        assert window.grab().save(str(folder / f"{name}-{look}.png"))
        window.hide()


def answers(mirrored: bool) -> QWidget:
    page, column = sheet()
    heading = Heading()
    heading.set_title("איך היה בינינו" if mirrored else "How it was between us")
    heading.set_sub("Session 23, Tuesday 18 August. Nothing has to be answered.")
    column.addWidget(heading)
    notice = Notice()
    notice.say("A lower answer is information, not a complaint.")
    column.addWidget(notice)
    words, apart = (HEBREW, "לא יודעת היום") if mirrored else (ENGLISH, "can't say today")
    for answer in (3, Mark.CANNOT_SAY, Mark.UNTOUCHED):
        row = AnswerRow()
        row.set_question("We worked on what matters to me.", words, apart)
        row.set_answer(answer)
        put_in_card(column, "We worked on what matters to me.", row)
        if answer == 3:
            row.segments()[3].setFocus(Qt.FocusReason.TabFocusReason)
    scale = NumberRow()
    scale.set_question("Sleep before midnight", ("as when I began", "half way", "as I wish it"))
    scale.set_value(6)
    put_in_card(column, "Sleep before midnight", scale)
    column.addStretch(1)
    return page


def controls() -> QWidget:
    page, column = sheet()
    buttons = QHBoxLayout()
    for kind, words, glyph in (
        ("primary", "Save", "check"),
        ("", "Print", "printer"),
        ("ghost", "Not now", ""),
        ("danger", "Move to the bin", ""),
        ("link", "Show as table", ""),
        ("chip", "Sessions", ""),
    ):
        button = QPushButton(words)
        button.setProperty("kind", kind)
        if kind == "chip":
            button.setCheckable(True)
            button.setChecked(True)
        if glyph:
            button.setIcon(icon(glyph, "on_accent" if kind == "primary" else "text2"))
        buttons.addWidget(button)
    disabled = QPushButton("Disabled")
    disabled.setEnabled(False)
    buttons.addWidget(disabled)
    tool = QToolButton()
    tool.setIcon(icon("ellipsis"))
    buttons.addWidget(tool)
    buttons.addStretch(1)
    column.addLayout(buttons)
    column.addLayout(fields())
    column.addWidget(calendar())
    settle_fields(page)
    tabs = QTabWidget()
    tabs.addTab(table(), "Table")
    tabs.addTab(QLabel("Words"), "Words")
    column.addWidget(tabs)
    listing = QListWidget()
    listing.addItems(["Session 23", "Session 22", "Break"])
    listing.setCurrentRow(1)
    column.addWidget(listing)
    for tone in Tone:
        notice = Notice()
        notice.say("The last backup is 12 days old.", tone, "Back up now")
        column.addWidget(notice)
    return page


def fields() -> QGridLayout:
    grid = QGridLayout()
    grid.setSpacing(10)
    wrong, choice = QLineEdit("12345"), QComboBox()
    wrong.setProperty("state", "error")
    choice.addItems(["Weekly", "Every two weeks"])
    search = QLineEdit()
    search.setPlaceholderText("Search your diary")
    search.addAction(icon("search", "text3"), QLineEdit.ActionPosition.LeadingPosition)
    day, time, minutes, secret = QDateEdit(QDate(2026, 8, 18)), QTimeEdit(), QSpinBox(), PassphraseField()
    day.setCalendarPopup(True)
    minutes.setSuffix(" min")
    secret.setText("four quiet words")
    slider, bar = QSlider(Qt.Orientation.Horizontal), QProgressBar()
    slider.setValue(60)
    bar.setValue(40)
    ticked, empty, chosen, other = (
        QCheckBox("Lock when asleep"),
        QCheckBox("Ask"),
        QRadioButton("Dark"),
        QRadioButton("Light"),
    )
    ticked.setChecked(True)
    chosen.setChecked(True)
    every: list[QWidget] = [
        search,
        wrong,
        secret,
        choice,
        day,
        time,
        minutes,
        slider,
        bar,
        ticked,
        empty,
        QLabel(""),
        chosen,
        other,
    ]
    for number, widget in enumerate(every):
        grid.addWidget(widget, number // 3, number % 3)
    return grid


def calendar() -> QCalendarWidget:
    made = QCalendarWidget()
    made.setSelectedDate(QDate(2026, 8, 18))
    settle_calendar(made)
    return made


def table() -> QTableWidget:
    made = QTableWidget(3, 3)
    made.setHorizontalHeaderLabels(["Session", "Overall", "Feeling"])
    for row in range(3):
        for place, words in enumerate((f"{21 + row}", "3", "lighter")):
            made.setItem(row, place, QTableWidgetItem(words))
    made.selectRow(1)
    return made


def writing() -> QWidget:
    page, column = sheet()
    saved = SavedState()
    saved.show_saved(NOON)
    column.addWidget(saved)
    bar, editor = MarkdownBar(), MarkdownEditor()
    bar.attach(editor)
    editor.set_text(NOTE)
    editor.setMinimumHeight(360)
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    column.addWidget(bar)
    card = Card()
    card.column().addWidget(editor)
    column.addWidget(card)
    words = GrowingText()
    words.setPlaceholderText("What stays with you?")
    column.addWidget(words)
    empty = EmptyState()
    empty.say("sprout", "No goals yet", "A goal can be small.", "Write a first goal")
    column.addWidget(empty)
    return page


def sheet() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(40, 32, 40, 32)
    column.setSpacing(14)
    return page, column


def put_in_card(column: QVBoxLayout, statement: str, control: QWidget) -> None:
    card = Card()
    inside = card.column()
    label = QLabel(statement)
    label.setProperty("role", "question")
    label.setWordWrap(True)
    inside.addWidget(label)
    inside.addWidget(control)
    column.addWidget(card)
