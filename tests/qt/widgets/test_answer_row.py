"""Answering a statement: by mouse, by digits, by arrows; leaving it empty; taking it back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Theme
from therapy_diary.widgets.answer_row import Answer, AnswerRow, Mark
from therapy_diary.widgets.number_row import NumberRow

STATEMENT = "We work on what matters to me"
WORDS = ["not at all", "a little", "partly", "mostly", "completely"]
CANNOT_SAY = "can't say today"
pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def row(qtbot: QtBot) -> AnswerRow:
    row = AnswerRow()
    row.set_question(STATEMENT, WORDS, CANNOT_SAY)
    qtbot.addWidget(row)
    row.resize(800, 100)
    with qtbot.waitExposed(row):
        row.show()
    return row


def heard(row: AnswerRow) -> list[Answer]:
    answers: list[Answer] = []
    row.answered.connect(answers.append)
    return answers


def test_nothing_is_chosen_before_the_person_chooses(row: AnswerRow) -> None:
    assert row.answer() is Mark.UNTOUCHED
    assert not row.is_answered()
    assert not any(it.isChecked() for it in row.segments())


def test_a_click_answers(row: AnswerRow, qtbot: QtBot) -> None:
    answers = heard(row)
    qtbot.mouseClick(row.segments()[3], Qt.MouseButton.LeftButton)
    assert (row.answer(), row.value(), answers) == (3, 3, [3])


def test_cannot_say_is_an_answer_without_a_number(row: AnswerRow, qtbot: QtBot) -> None:
    answers = heard(row)
    qtbot.mouseClick(row.segments()[5], Qt.MouseButton.LeftButton)
    assert row.value() is None
    assert row.is_answered()
    assert answers == [Mark.CANNOT_SAY]


def test_a_click_on_the_chosen_answer_takes_it_back(row: AnswerRow, qtbot: QtBot) -> None:
    answers = heard(row)
    for _ in range(2):
        qtbot.mouseClick(row.segments()[1], Qt.MouseButton.LeftButton)
    assert answers == [1, Mark.UNTOUCHED]
    assert not row.segments()[1].isChecked()


def test_a_double_click_is_one_answer(row: AnswerRow, qtbot: QtBot) -> None:
    segment = row.segments()[2]
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(segment, Qt.MouseButton.LeftButton)
    assert row.answer() == 2


@pytest.mark.parametrize(
    ("typed", "answer"), [("0", 0), ("4", 4), ("x", Mark.CANNOT_SAY), ("X", Mark.CANNOT_SAY)]
)
def test_digits_and_x_answer(row: AnswerRow, qtbot: QtBot, typed: str, answer: Answer) -> None:
    row.segments()[0].setFocus()
    qtbot.keyClicks(row.segments()[0], typed)
    assert row.answer() == answer


def test_a_digit_beyond_the_scale_means_nothing(row: AnswerRow, qtbot: QtBot) -> None:
    qtbot.keyClicks(row.segments()[0], "59")
    assert row.answer() is Mark.UNTOUCHED


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_backspace_takes_an_answer_back(row: AnswerRow, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.mouseClick(row.segments()[2], Qt.MouseButton.LeftButton)
    qtbot.keyClick(row.segments()[2], key)
    assert row.answer() is Mark.UNTOUCHED


def test_arrows_walk_without_answering_until_there_is_an_answer(row: AnswerRow, qtbot: QtBot) -> None:
    row.segments()[0].setFocus()
    qtbot.keyClick(row.segments()[0], Qt.Key.Key_Right)
    assert row.segments()[1].hasFocus()
    assert row.answer() is Mark.UNTOUCHED
    qtbot.keyClick(row.segments()[1], Qt.Key.Key_Space)
    qtbot.keyClick(row.segments()[1], Qt.Key.Key_Right)
    assert row.answer() == 2


def test_arrows_follow_the_eye_from_right_to_left(row: AnswerRow, qtbot: QtBot) -> None:
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert row.segments()[0].x() > row.segments()[1].x()
    row.segments()[0].setFocus()
    qtbot.keyClick(row.segments()[0], Qt.Key.Key_Left)
    assert row.segments()[1].hasFocus()


def test_filling_the_row_says_nothing(row: AnswerRow) -> None:
    answers = heard(row)
    row.set_answer(4)
    row.set_answer(Mark.CANNOT_SAY)
    row.clear()
    assert answers == []
    with pytest.raises(ValueError, match="6"):
        row.set_answer(6)


def test_every_answer_is_read_with_its_statement(row: AnswerRow) -> None:
    names = [it.accessibleName() for it in row.segments()]
    assert names[0] == f"{STATEMENT}: not at all"
    assert names[-1] == f"{STATEMENT}: {CANNOT_SAY}"
    interface = QAccessible.queryAccessibleInterface(row.segments()[0])
    assert interface.role() == QAccessible.Role.RadioButton


def test_two_statements_are_two_stops_of_the_tab_key(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    rows = [AnswerRow(), NumberRow()]
    for it in rows:
        column.addWidget(it)
    rows[0].set_question(STATEMENT, WORDS, CANNOT_SAY)
    rows[1].set_question("Sleep before midnight")
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    assert len(tab_cycle(window)) == 2
    assert unnamed_controls(window) == []
    rows[0].set_answer(3)
    assert len(tab_cycle(window)) == 2
    QApplication.processEvents()


@pytest.mark.thorough(
    but=(
        "LayoutDirection.LeftToRight-80-1000",
        "LayoutDirection.LeftToRight-100-420",
        "LayoutDirection.RightToLeft-100-620",
        "LayoutDirection.RightToLeft-200-240",
        "LayoutDirection.LeftToRight-200-240",
    )
)
@pytest.mark.parametrize("width", [1000, 620, 420, 240])
@pytest.mark.parametrize("size", [80, 100, 200])
@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_no_word_is_cut_however_narrow_the_window_or_large_the_text(
    row: AnswerRow, dressed: Theme, width: int, size: int, direction: Qt.LayoutDirection
) -> None:
    try:
        dressed.set_text_size(size)
        row.setLayoutDirection(direction)
        row.resize(max(width, row.minimumSizeHint().width()), row.height())
        row.resize(row.width(), row.heightForWidth(row.width()))
        places = [it.geometry() for it in row.segments()]
        for segment, place in zip(row.segments(), places, strict=True):
            assert place.width() >= segment.widest_word()
            assert place.height() >= segment.height_at(place.width())
            assert row.rect().contains(place)
        for number, place in enumerate(places):
            assert not any(place.intersects(other) for other in places[number + 1 :])
    finally:
        dressed.set_text_size(100)


@pytest.fixture
def scale(qtbot: QtBot) -> NumberRow:
    scale = NumberRow()
    scale.set_question("Sleep before midnight", ("as at the start", "half way", "as I wish it"))
    qtbot.addWidget(scale)
    scale.resize(800, 100)
    with qtbot.waitExposed(scale):
        scale.show()
    return scale


def test_a_goal_is_rated_by_click_and_taken_back(scale: NumberRow, qtbot: QtBot) -> None:
    heard: list[object] = []
    scale.rated.connect(heard.append)
    qtbot.mouseClick(scale.segments()[10], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseClick(scale.segments()[10], Qt.MouseButton.LeftButton)
    assert heard == [10, None]
    assert scale.value() is None


def test_ten_can_be_typed(scale: NumberRow, qtbot: QtBot) -> None:
    scale.segments()[0].setFocus()
    qtbot.keyClicks(scale.segments()[0], "1")
    qtbot.keyClicks(scale.segments()[1], "0")
    assert scale.value() == 10


def test_the_words_of_the_scale_are_read_with_its_ends(scale: NumberRow) -> None:
    assert scale.segments()[0].accessibleName() == "Sleep before midnight: 0, as at the start"
    assert scale.segments()[3].accessibleName() == "Sleep before midnight: 3"
