"""Writing a note: the text stays Markdown to the character and looks finished."""

import time
from urllib.parse import unquote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.pace import at_this_pace
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.pointing import files_named
from therapy_diary.widgets.markdown_bar import MarkdownBar
from therapy_diary.widgets.markdown_editor import Inline, Line, MarkdownEditor, words_in
from therapy_diary.widgets.markdown_marks import BOLD, ITALIC, as_label, label_of, read
from therapy_diary.widgets.markdown_paint import box_of

pytestmark = pytest.mark.usefixtures("dressed")


@pytest.fixture
def editor(qtbot: QtBot) -> MarkdownEditor:
    editor = MarkdownEditor()
    editor.setAccessibleName("Note")
    qtbot.addWidget(editor)
    editor.resize(700, 600)
    with qtbot.waitActive(editor):
        editor.show()
    editor.setFocus()
    return editor


def select(editor: MarkdownEditor, start: int, end: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def formats(editor: MarkdownEditor, number: int) -> list[tuple[int, int, bool]]:
    """What is drawn differently in a paragraph: start, length, and whether it is hidden."""
    layout = editor.document().findBlockByNumber(number).layout()
    return [(it.start, it.length, it.format.foreground().color().alpha() == 0) for it in layout.formats()]


@given(
    text=st.text(
        st.one_of(
            st.sampled_from("*_#->1. \n\r\u2028\u2029\xa0א😀"),
            st.characters(exclude_characters="\0", exclude_categories=("Cs",)),
        ),
        max_size=80,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_note_is_stored_exactly_as_typed(editor: MarkdownEditor, text: str) -> None:
    editor.set_text(text)
    assert editor.text() == text


@given(text=st.text(st.sampled_from("*_ab \\😀"), max_size=40))
def test_marks_are_found_without_losing_the_place(text: str) -> None:
    length = len(text.encode("utf-16-le")) // 2
    marks = read(text)
    assert all(start >= 0 and start + span <= length for start, span, _ in marks.styles)
    assert all(start >= 0 and start + span <= length for start, span in marks.marks)


@pytest.mark.parametrize(
    ("line", "styles"),
    [
        ("a **b** c", ((2, 5, BOLD),)),
        ("a *b* _c_", ((2, 3, ITALIC), (6, 3, ITALIC))),
        ("***both***", ((0, 10, BOLD | ITALIC),)),
        ("2 * 3 * 4", ()),
        ("a_name_like_this", ()),
        ("a ** b ** c", ()),
        (r"\*not\*", ()),
        ("😀 **b**", ((3, 5, BOLD),)),
        ("**a _b_ c**", ((0, 11, BOLD), (4, 3, ITALIC))),
    ],
)
def test_what_counts_as_bold_and_italic(line: str, styles: tuple[tuple[int, int, int], ...]) -> None:
    assert tuple(sorted(read(line).styles)) == styles


def test_typing_and_ctrl_b(editor: MarkdownEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "slowing down helped")
    select(editor, 0, 12)
    qtbot.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "**slowing down** helped"
    select(editor, 2, 14)
    qtbot.keyClick(editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "slowing down helped"


def test_ctrl_i_takes_the_word_at_the_cursor_and_undo_takes_it_back(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "tired")
    qtbot.keyClick(editor, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "_tired_"
    editor.undo()
    assert editor.text() == "tired"


def test_bold_goes_round_each_paragraph_of_a_selection(editor: MarkdownEditor) -> None:
    editor.set_text("one \n\ntwo 😀")
    editor.selectAll()
    editor.toggle_inline(Inline.BOLD)
    assert editor.text() == "**one** \n\n**two 😀**"


def test_enter_goes_on_with_a_list_and_ends_it(editor: MarkdownEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "- one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "after")
    assert editor.text() == "- one\n- two\nafter"


def test_a_numbered_list_counts_on(editor: MarkdownEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "9. nine")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "ten")
    assert editor.text() == "9. nine\n10. ten"


def test_shift_enter_is_a_plain_new_line(editor: MarkdownEditor, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "> said")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "x")
    assert editor.text() == "> said\nx"


@pytest.mark.parametrize(
    ("line", "made"),
    [
        (Line.HEADING, "## one\n\n## two"),
        (Line.BULLETS, "- one\n\n- two"),
        (Line.NUMBERS, "1. one\n\n2. two"),
        (Line.QUOTE, "> one\n\n> two"),
    ],
)
def test_paragraphs_become_a_list_and_change_their_kind(
    editor: MarkdownEditor, line: Line, made: str
) -> None:
    editor.set_text("one\n\n- two")
    editor.selectAll()
    editor.toggle_line(line)
    assert editor.text() == made


def test_a_list_is_moved_in_and_out(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("- one")
    qtbot.keyClick(editor, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "  - one"
    qtbot.keyClick(editor, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "- one"


def test_marks_show_only_where_the_cursor_is(editor: MarkdownEditor) -> None:
    editor.set_text("first **bold**\nsecond **bold**")
    assert not any(hidden for _, _, hidden in formats(editor, 0))
    assert [(start, length) for start, length, hidden in formats(editor, 1) if hidden] == [(7, 2), (13, 2)]
    editor.moveCursor(QTextCursor.MoveOperation.End)
    assert [(start, length) for start, length, hidden in formats(editor, 0) if hidden] == [(6, 2), (12, 2)]


def test_looking_and_changing_the_theme_are_not_editing(
    editor: MarkdownEditor, dressed: Theme, qtbot: QtBot
) -> None:
    editor.set_text("# a\n\n**b**\n\n- c")
    with qtbot.assertNotEmitted(editor.edited, wait=30):
        editor.moveCursor(QTextCursor.MoveOperation.End)
        dressed.choose(Choice.DARK)
        dressed.choose(Choice.LIGHT)
    assert not editor.document().isUndoAvailable()


@pytest.mark.thorough  # a starved machine takes twenty times as long for this, and twice as long for sums
def test_a_megabyte_is_set_quickly_and_typing_stays_smooth_wherever_the_cursor_is(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    """In time of the processor: what else a computer does is not the editor's."""
    words = "- **bold** and _italic_ words of an imported diary\n" * 21_000
    began = time.process_time()
    editor.set_text(words)
    assert time.process_time() - began < at_this_pace(3)  # 0.6 s on an ordinary computer
    for place in (QTextCursor.MoveOperation.End, QTextCursor.MoveOperation.Start):
        editor.moveCursor(place)
        qtbot.wait(1)  # what scrolling brings is drawn before the first key
        began = time.process_time()
        qtbot.keyClicks(editor, "twenty letters typed")
        a_key = (time.process_time() - began) / 20
        assert a_key < at_this_pace(0.1)  # 3 ms at the end and 26 ms at the beginning
    assert editor.text() == f"twenty letters typed{words}twenty letters typed"


def test_a_long_note_is_drawn_where_it_is_looked_at(editor: MarkdownEditor, qtbot: QtBot) -> None:
    editor.set_text("**bold** words\n" * 3000)
    assert not formats(editor, 2990)
    editor.verticalScrollBar().setValue(editor.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: bool(formats(editor, 2990)))


def test_the_bar_does_what_its_buttons_say(qtbot: QtBot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    bar, editor = MarkdownBar(), MarkdownEditor()
    editor.setAccessibleName("Note")
    bar.attach(editor)
    column.addWidget(bar)
    column.addWidget(editor)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    editor.setFocus()
    qtbot.keyClicks(editor, "to try")
    buttons = {it.accessibleName(): it for it in bar.children() if hasattr(it, "accessibleName")}
    qtbot.mouseClick(buttons["Bullet list"], Qt.MouseButton.LeftButton)
    assert editor.text() == "- to try"
    assert editor.hasFocus()
    assert buttons["Bullet list"].isChecked()
    qtbot.mouseClick(buttons["Undo"], Qt.MouseButton.LeftButton)
    assert editor.text() == "to try"
    assert unnamed_controls(window) == []
    assert "MarkdownEditor" in " ".join(tab_cycle(window))


def test_words_are_counted_as_a_person_counts() -> None:
    assert words_in("**don't** – stop, שלום") == 3


@pytest.mark.parametrize(
    ("line", "box", "ticked"),
    [
        ("- [ ] call", 3, False),
        ("  * [x] call", 5, True),
        ("- [X]", 3, True),
        ("1. [ ] a", None, False),
        ("- []", None, False),
    ],
)
def test_what_counts_as_a_check_box(line: str, box: int | None, ticked: bool) -> None:
    marks = read(line)
    assert (marks.box, marks.ticked) == (box, ticked)


def test_a_check_box_is_ticked_with_the_keyboard_and_with_the_mouse(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "call her")
    qtbot.keyClick(
        editor, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert editor.text() == "- [ ] call her"
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "- [x] call her"
    block = editor.document().firstBlock()
    box = box_of(block, editor.document().documentLayout().blockBoundingRect(block))
    assert box is not None
    qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert editor.text() == "- [ ] call her"
    editor.undo()
    assert editor.text() == "- [x] call her"


def test_a_check_list_goes_on_unticked_and_backspace_takes_the_box_whole(
    editor: MarkdownEditor, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "- [x] one")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "two")
    assert editor.text() == "- [x] one\n- [ ] two"
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    for _ in range(6):
        qtbot.keyClick(editor, Qt.Key.Key_Right)
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == "- [x] one\ntwo"


@pytest.mark.parametrize("words", ["שלום עולם", "مرحبا بالعالم"])
def test_home_and_end_go_to_the_ends_of_a_line_from_right_to_left(
    editor: MarkdownEditor, words: str, qtbot: QtBot
) -> None:
    editor.insert_as_person(f"{words}\nhello world")
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
    at_start = editor.cursorRect().x()
    qtbot.keyClick(editor, Qt.Key.Key_End)
    assert editor.textCursor().positionInBlock() == len(words)
    assert editor.cursorRect().x() < at_start  # the end is on the left
    qtbot.keyClick(editor, Qt.Key.Key_Home)
    assert editor.textCursor().positionInBlock() == 0
    qtbot.keyClick(editor, Qt.Key.Key_Left)  # on, as the line runs
    assert editor.textCursor().positionInBlock() == 1
    qtbot.keyClick(editor, Qt.Key.Key_Right)
    assert editor.textCursor().positionInBlock() == 0
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    assert editor.textCursor().block().textDirection() == Qt.LayoutDirection.LeftToRight


@given(text=st.text(st.sampled_from("[]()!note:attachment\\ a_*😀\n"), max_size=60))
def test_links_are_found_without_losing_the_place(text: str) -> None:
    for paragraph in text.split("\n"):
        length = len(paragraph.encode("utf-16-le")) // 2
        for link in read(paragraph).links:
            assert 0 <= link.start < link.start + link.length <= length
            assert link.start < link.label[0] <= sum(link.label) < link.start + link.length


@given(words=st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), max_size=30))
def test_any_words_can_stand_for_a_link_and_come_back(words: str) -> None:
    line = f"a [{as_label(words)}](note:{'0' * 32}) b"
    (link,) = read(line).links
    assert label_of(line, link) == words


def test_what_is_read_in_a_text_is_what_is_drawn() -> None:
    """The reader of whole texts and the one that draws agree on what a picture of the note is."""
    text = "![a](attachment:b%20c.png) [d](attachment:e.pdf) [f](note:12) ![g](https://h) [attachment:i]"
    drawn = {unquote(it.target) for it in read(text).links if it.is_file}
    assert drawn == files_named(text) == {"b c.png", "e.pdf"}
