"""The person's words come back exactly as they went in, and go nowhere else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from therapy_diary.widgets.growing_text import GrowingText
from therapy_diary.widgets.private_text import PrivateText

pytestmark = pytest.mark.usefixtures("dressed")
ODD = "\r\n\u2028\u2029\xa0\u200f\ufdd0\ufdd1\ufff0\ufff1\ufff2\ufff3\ufff4\ufff8\ufffc\ufeff\t \U0001f600é"
TEXTS = st.text(
    st.one_of(st.sampled_from(ODD), st.characters(exclude_characters="\0", exclude_categories=("Cs",))),
    max_size=60,
)


@pytest.fixture
def field(qtbot: QtBot) -> GrowingText:
    field = GrowingText()
    qtbot.addWidget(field)
    field.resize(400, 80)
    with qtbot.waitExposed(field):
        field.show()
    return field


@given(text=TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_every_text_comes_back_to_the_character(field: GrowingText, text: str) -> None:
    field.set_text(text)
    assert field.text() == text


@given(text=TEXTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_copied_words_are_the_words(field: GrowingText, text: str) -> None:
    field.set_text(text)
    field.selectAll()
    if text:
        field.copy()
        copied = QApplication.clipboard().mimeData()
        assert copied.data("x-kde-passwordManagerHint").data() == b"secret"
        assert copied.text() == text


def test_a_copy_holds_words_and_no_looks(field: GrowingText) -> None:
    field.set_text("one\r\ntwo 😀")
    field.selectAll()
    field.copy()
    copied = QApplication.clipboard().mimeData()
    assert copied.text() == "one\r\ntwo 😀"
    assert not copied.hasHtml()


def test_pasting_takes_the_words_only_and_says_when_it_leaves_something_out(
    field: GrowingText, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setHtml("<b>one</b>")
    data.setText("one\r\ntw\0o")
    with qtbot.waitSignals([field.nul_dropped, field.edited]):
        field.insertFromMimeData(data)
    assert field.text() == "one\ntwo"
    assert "bold" not in field.toHtml()


def test_filling_is_not_editing(field: GrowingText, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.edited, wait=10):
        field.set_text("filled by the program")
    with qtbot.waitSignal(field.edited):
        qtbot.keyClicks(field, "!")


def test_the_field_grows_with_what_is_written(field: GrowingText, qtbot: QtBot) -> None:
    small = field.height()
    field.set_text("\n".join("line" for _ in range(9)))
    qtbot.waitUntil(lambda: field.height() > 2 * small)
    field.set_text("")
    qtbot.waitUntil(lambda: field.height() == small)


def test_the_field_scrolls_when_it_gets_very_long(field: GrowingText, qtbot: QtBot) -> None:
    field.set_lines(1, 5)
    field.set_text("\n".join("line" for _ in range(50)))
    qtbot.waitUntil(lambda: field.verticalScrollBar().maximum() > 0)
    assert field.height() < 200


def test_tab_leaves_the_field(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    field, after = GrowingText(), QLineEdit()
    column.addWidget(field)
    column.addWidget(after)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert field.text() == ""


def test_each_paragraph_finds_its_own_direction(field: GrowingText) -> None:
    field.set_text("left\nימין")
    block = field.document().firstBlock()
    assert block.textDirection() == Qt.LayoutDirection.LeftToRight
    assert block.next().textDirection() == Qt.LayoutDirection.RightToLeft


def test_input_methods_are_asked_not_to_learn(qtbot: QtBot) -> None:
    field = PrivateText()
    qtbot.addWidget(field)
    assert field.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
