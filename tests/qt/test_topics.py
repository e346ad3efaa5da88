"""The room of what is to be brought: one key from everywhere, in one's own order, said or not, and what stays covered."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.hands import carry, drag, drop_on, press, settle, take_hold
from tests.qt.reading_the_screen import numbers_in, words_on
from tests.qt.test_locking import held_by_another_program
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.closing import Closing, Variant
from therapy_diary.domain.session import Session
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Received, Topic, TopicKind, TopicState
from therapy_diary.insight.first_sentences import Manner
from therapy_diary.paper import write_review, write_worksheet
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.after_session import AfterSessionPage
from therapy_diary.views.bring.editor import TopicEditor
from therapy_diary.views.bring.past_list import AT_ONCE
from therapy_diary.views.bring.room_row import RoomRow
from therapy_diary.views.bring.rows import TopicRows
from therapy_diary.views.bring.said_row import SaidRow
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.timeline import TimelinePage
from therapy_diary.views.topics import TopicsPage
from therapy_diary.views.window.page_stack import PAGES
from therapy_diary.widgets.menu_tool import MenuTool

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
TUESDAY = datetime(2026, 3, 3, 17, 0)
SECRET = "the year of the lighthouse"
PLACES = [it for it in PAGES if it not in ("quiet", "topics")]


@pytest.fixture
def last(diary: Diary, therapy: Therapy) -> Session:
    """Yesterday's session."""
    with diary.change():
        return diary.sessions.add(therapy.id, TUESDAY)


@pytest.fixture
def page(window: MainWindow, last: Session) -> TopicsPage:
    assert last.is_held
    return room(window)


def room(window: MainWindow) -> TopicsPage:
    """Come to the page by its key."""
    press(window, Qt.Key.Key_B, CTRL | SHIFT)
    page = window.page
    assert isinstance(page, TopicsPage)
    return page


def click(button: QAbstractButton | None) -> None:
    assert button is not None
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def choose(combo_of: TopicEditor, *, kind: int = 0, hard: int = 0) -> None:
    """Walk down the two lists of choices with the arrow keys."""
    for combo, steps in ((combo_of.kind, kind), (combo_of.hard, hard)):
        combo.setFocus()
        QTest.keyClick(combo, Qt.Key.Key_Home)
        for _ in range(steps):
            QTest.keyClick(combo, Qt.Key.Key_Down)


def write(page: TopicsPage, words: str, *, kind: int = 0, hard: int = 0, first: str = "") -> None:
    """Write something to bring down, and keep it with Enter."""
    page.new.wording.setFocus()
    QTest.keyClicks(page.new.wording, words)
    choose(page.new, kind=kind, hard=hard)
    if first:
        QTest.keyClicks(page.new.opening, first)
    QTest.keyClick(page.new.opening if first else page.new.wording, Qt.Key.Key_Return)
    settle()


def sentences(editor: TopicEditor) -> list[str]:
    """The first sentences that are offered."""
    model = editor.offer.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def take(editor: TopicEditor, row: int) -> None:
    """Choose one of them with the mouse."""
    offered = editor.offer.list
    place = offered.visualRect(offered.model().index(row, 0)).center()
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=place)


def raise_topics(diary: Diary, therapy: Therapy, *wordings: str) -> list[Topic]:
    with diary.change():
        return [diary.topics.add(therapy.id, it, NOON.date()) for it in wordings]


def row_of(page: TopicsPage, wording: str) -> RoomRow:
    settle()
    return next(it for it in page.findChildren(RoomRow) if it.topic.wording == wording and it.isVisible())


def mark(page: TopicsPage, wording: str, state: TopicState) -> None:
    """Open the small menu beside the topic with the keyboard, and say what came of it."""
    line = row_of(page, wording).line
    choose_in_menu(line.came, line.acts[state])


def choose_in_menu(door: MenuTool, act: QAction) -> None:
    door.setFocus()
    QTest.keyClick(door, Qt.Key.Key_Space)
    settle()
    menu = door.menu_of_acts
    assert menu.isVisible()
    menu.setActiveAction(act)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle()


def said_rows(page: TopicsPage) -> list[SaidRow]:
    settle()
    return page.said_before.rows()


def the(diary: Diary, therapy: Therapy, wording: str) -> Topic:
    return next(it for it in diary.topics.of(therapy.id) if it.wording == wording)


def order(diary: Diary, therapy: Therapy) -> list[str]:
    return [it.wording for it in diary.topics.waiting(therapy.id)]


def undo(window: MainWindow) -> None:
    click(next(it for it in window.above.done.findChildren(QPushButton) if it.text() == "Undo"))


def heard(root: QAccessibleInterface) -> Iterator[str]:
    """Every text of a window that another program can read, shown or not."""
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description):
        yield root.text(kind)
    if (text := root.textInterface()) is not None:
        yield text.text(0, text.characterCount())
    for number in range(root.childCount()):
        if (child := root.child(number)) is not None:
            yield from heard(child)


def all_that_can_be_read(window: QWidget) -> str:
    QAccessible.setActive(True)
    settle()
    root = QAccessible.queryAccessibleInterface(window)
    assert root is not None
    return "\n".join([*heard(root), *words_on(window)])


# from everywhere


def test_one_key_leads_from_every_page_to_the_line_for_something_to_bring(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    for number, name in enumerate(PLACES, start=1):
        window.show_page(name)
        assert window.page is not None
        assert window.page.name == name
        page = room(window)
        assert page.new.wording.hasFocus(), name
        QTest.keyClicks(page.new.wording, f"The letter, from {name}")
        press(window, Qt.Key.Key_Return)
        assert order(diary, therapy) == [f"The letter, from {it}" for it in PLACES[:number]]
        assert page.new.wording.hasFocus(), name
        assert page.new.wording.text() == "", name


def test_today_and_the_page_before_a_session_lead_here(window: MainWindow, last: Session) -> None:
    assert last.is_held
    for name in ("today", "before_session"):
        window.show_page(name)
        assert window.page is not None
        settle()
        ways = [it for it in window.page.findChildren(QPushButton) if it.isVisible()]
        click(next(it for it in ways if it.text() in ("&Add something to bring", "Everything to bring")))
        assert isinstance(window.page, TopicsPage), name


def test_kind_how_hard_and_a_first_sentence_are_kept(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    write(page, "That I was hurt", kind=1, hard=3, first="This is hard to say.")
    topic = the(diary, therapy, "That I was hurt")
    assert (topic.kind, topic.hard_to_say) == (TopicKind.RELATIONSHIP, 3)
    assert (topic.opening_line, topic.state) == ("This is hard to say.", TopicState.WAITING)
    assert not topic.covered
    told = " ".join(words_on(page))
    assert "“This is hard to say.”" in told
    assert "Between the two of us · very hard" in told


def test_every_kind_and_every_step_can_be_chosen(page: TopicsPage, diary: Diary, therapy: Therapy) -> None:
    for kind, hard in product(range(len(TopicKind)), range(4)):
        write(page, f"Something of {kind} and {hard}", kind=kind, hard=hard)
        topic = the(diary, therapy, f"Something of {kind} and {hard}")
        assert (topic.kind, topic.hard_to_say) == (list(TopicKind)[kind], hard)


def test_a_topic_without_words_is_none(page: TopicsPage, diary: Diary, therapy: Therapy) -> None:
    QTest.keyClicks(page.new.wording, "   ")
    QTest.keyClick(page.new.wording, Qt.Key.Key_Return)
    settle()
    assert diary.topics.of(therapy.id) == []
    assert "Write a few words first." in words_on(page)


def test_every_control_has_a_name_and_tab_comes_round(page: TopicsPage, window: MainWindow) -> None:
    write(page, "One")
    write(page, "Two", hard=2)
    click(page.new.offer.open)
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) >= 20


# a first sentence


def test_a_first_sentence_is_offered_in_three_manners_and_put_in_by_nobody_else(page: TopicsPage) -> None:
    editor = page.new
    choose(editor, kind=1, hard=2)
    assert editor.opening.isVisible()
    assert editor.opening.text() == ""
    click(editor.offer.open)
    offered: dict[Manner, list[str]] = {}
    for manner, chip in editor.offer.manners.items():
        click(chip)
        offered[manner] = sentences(editor)
        assert editor.opening.text() == ""
    assert "Last time I nodded, but I did not really agree." in offered[Manner.PLAIN][:4]
    assert len({*map(tuple, offered.values())}) == 3
    click(editor.offer.manners[Manner.SOFT])
    editor.offer.list.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Return):
        QTest.keyClick(editor.offer.list, key)
    assert editor.opening.text() == offered[Manner.SOFT][0]
    assert editor.opening.hasFocus()


def test_a_chosen_sentence_is_changed_as_one_likes_and_own_words_are_not_written_over(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    editor = page.new
    QTest.keyClicks(editor.wording, "The pace")
    click(editor.offer.open)
    first, second = sentences(editor)[:2]
    for row in (0, 1):  # the second takes the place of the first, which nobody changed
        take(editor, row)
    assert editor.opening.text() == second
    QTest.keyClicks(editor.opening, " Truly.")
    take(editor, 0)
    assert editor.opening.text() == f"{second} Truly. {first}"
    QTest.keyClick(editor.opening, Qt.Key.Key_Z, CTRL)
    assert editor.opening.text() == f"{second} Truly."
    QTest.keyClick(editor.opening, Qt.Key.Key_Return)
    assert the(diary, therapy, "The pace").opening_line == f"{second} Truly."


# in place, and in one's own order


def test_a_topic_is_changed_in_place_and_cancel_leaves_it(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    write(page, "The letter")
    click(row_of(page, "The letter").pencil)
    editor = row_of(page, "The letter").editor
    assert editor is not None
    QTest.keyClicks(editor.wording, " to my father")
    choose(editor, kind=6, hard=1)
    QTest.keyClick(editor.wording, Qt.Key.Key_Return)
    settle()
    topic = the(diary, therapy, "The letter to my father")
    assert (topic.kind, topic.hard_to_say) == (TopicKind.ENDING, 1)
    row = row_of(page, "The letter to my father")
    assert row.is_reading
    click(row.pencil)
    assert row.editor is not None
    QTest.keyClicks(row.editor.wording, " and more")
    click(row.editor.cancel)
    assert the(diary, therapy, "The letter to my father") == topic
    assert row.is_reading
    assert diary.drafts.all() == []


def test_what_was_changed_is_kept_when_the_page_is_left(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    write(page, "The letter")
    click(row_of(page, "The letter").pencil)
    editor = row_of(page, "The letter").editor
    assert editor is not None
    QTest.keyClicks(editor.wording, ", twice")
    window.show_page("today")
    assert order(diary, therapy) == ["The letter, twice"]
    assert diary.drafts.all() == []


def test_the_order_is_changed_by_arrows_and_by_keys(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    raise_topics(diary, therapy, "A", "B", "C")
    click(row_of(page, "C").line.up)
    assert order(diary, therapy) == ["A", "C", "B"]
    assert row_of(page, "C").line.up.hasFocus()
    press(window, Qt.Key.Key_Up, ALT)
    assert order(diary, therapy) == ["C", "A", "B"]
    assert not row_of(page, "C").line.up.isEnabled()
    press(window, Qt.Key.Key_Down, ALT)
    press(window, Qt.Key.Key_Down, ALT)
    press(window, Qt.Key.Key_Down, ALT)
    assert order(diary, therapy) == ["A", "B", "C"]
    shown = sorted(("A", "B", "C"), key=lambda it: row_of(page, it).mapTo(page, QPoint()).y())
    assert shown == ["A", "B", "C"]


def words_of(page: TopicsPage, wording: str) -> QLabel:
    """Where a person would take hold of a topic, in view."""
    row = row_of(page, wording)
    page.area.ensureWidgetVisible(row)
    QApplication.processEvents()
    return next(it for it in row.line.findChildren(QLabel) if it.text() == wording)


def test_a_topic_is_dragged_by_its_words_to_another_place_and_can_be_put_back_by_keys(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    raise_topics(diary, therapy, "A", "B", "C", "D")
    drag(words_of(page, "A"), words_of(page, "C"))
    assert order(diary, therapy) == ["B", "C", "A", "D"]
    drag(words_of(page, "D"), words_of(page, "B"))
    assert order(diary, therapy) == ["D", "B", "C", "A"]
    shown = sorted("ABCD", key=lambda it: row_of(page, it).mapTo(page, QPoint()).y())
    assert shown == ["D", "B", "C", "A"]
    press(window, Qt.Key.Key_Down, ALT)  # the keyboard stands on what was moved
    assert order(diary, therapy) == ["B", "D", "C", "A"]


def test_a_short_press_a_drop_in_place_and_escape_move_nothing(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    raise_topics(diary, therapy, "A", "B", "C")
    take_hold(words_of(page, "A"))
    drop_on(words_of(page, "A"))
    drag(words_of(page, "B"), words_of(page, "B"))
    take_hold(words_of(page, "A"))
    carry(words_of(page, "A"), words_of(page, "C"))
    press(window, Qt.Key.Key_Escape)
    drop_on(words_of(page, "C"))
    assert order(diary, therapy) == ["A", "B", "C"]
    assert not diary.choices.has_topics_by_hand(therapy.uid)


def test_a_topic_that_goes_while_it_is_dragged_takes_nothing_with_it(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    a, *_ = raise_topics(diary, therapy, "A", "B", "C")
    take_hold(words_of(page, "A"))
    carry(words_of(page, "A"), words_of(page, "B"))
    with diary.change():
        diary.topics.take_back(a.id)
    settle()
    drop_on(words_of(page, "C"))
    drag(words_of(page, "B"), words_of(page, "C"))
    assert order(diary, therapy) == ["C", "B"]


def test_on_the_page_before_a_session_a_topic_is_dragged_just_so(
    window: MainWindow, last: Session, diary: Diary, therapy: Therapy
) -> None:
    assert last.is_held
    raise_topics(diary, therapy, "A", "B", "C", "D")
    assert window.show_page("before_session")
    QApplication.processEvents()
    shown = window.page_named("before_session")

    def words(wording: str) -> QLabel:
        return next(it for it in shown.findChildren(QLabel) if it.text() == wording and it.isVisible())

    drag(words("C"), words("A"))
    assert order(diary, therapy) == ["C", "A", "B", "D"]


def test_topics_that_share_a_place_can_be_put_in_order_and_no_covered_one_moves(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    a, b, hidden, c = raise_topics(diary, therapy, "A", "B", "Covered", "C")
    with diary.change():
        for it in (b, c):
            diary.topics.save(replace(it, position=a.position))
        diary.topics.save(replace(hidden, covered=True))
    click(row_of(page, "C").line.up)
    click(row_of(page, "C").line.up)
    assert order(diary, therapy) == ["C", "A", "B"]
    assert the(diary, therapy, "Covered").position == hidden.position


# what may come of it


@pytest.mark.parametrize("state", [it for it in TopicState if it is not TopicState.WAITING])
def test_what_came_of_a_topic_is_kept_with_its_session_and_can_be_taken_back(
    state: TopicState, page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy, last: Session
) -> None:
    write(page, "The holidays", hard=2)
    before = the(diary, therapy, "The holidays")
    mark(page, "The holidays", state)
    marked = the(diary, therapy, "The holidays")
    spoken = state in (TopicState.BROUGHT, TopicState.PARTLY)
    assert (marked.state, marked.brought_in) == (state, last.id if spoken else None)
    assert [it.topic.wording for it in said_rows(page)] == (["The holidays"] if spoken else [])
    undo(window)
    assert the(diary, therapy, "The holidays") == before
    assert said_rows(page) == []
    assert row_of(page, "The holidays").isVisible()


def test_undo_leaves_what_was_written_about_it_meanwhile(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    write(page, "The holidays")
    mark(page, "The holidays", TopicState.BROUGHT)
    with diary.change():
        diary.topics.save(replace(the(diary, therapy, "The holidays"), what_came_of_it="Much."))
    undo(window)
    topic = the(diary, therapy, "The holidays")
    assert (topic.state, topic.what_came_of_it) == (TopicState.WAITING, "Much.")


def test_what_is_put_off_comes_last_rolls_on_and_can_be_for_next_time_again(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    raise_topics(diary, therapy, "First", "Second")
    mark(page, "First", TopicState.LATER)
    assert [*(it.topic.wording for it in page.waiting.rows.rows.values())] == ["Second", "First"]
    with diary.change():  # another session passes, and nothing is said about it
        diary.sessions.add(therapy.id, TUESDAY + timedelta(hours=18))
    window.show_page("today")
    page = room(window)
    assert row_of(page, "First").isVisible()
    mark(page, "First", TopicState.WAITING)
    assert [*(it.topic.wording for it in page.waiting.rows.rows.values())] == ["First", "Second"]


def test_what_is_let_go_carries_no_mark_and_can_wait_again(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    write(page, "The joke")
    mark(page, "The joke", TopicState.LET_GO)
    told = " ".join(words_on(page))
    assert "The joke" not in told
    assert not re.search(r"unsaid:|not said|missed|\b[1-9]\d*\b", told)
    assert said_rows(page) == []
    click(page.waiting.more)
    assert "The joke" in words_on(page)
    click(next(it for it in page.findChildren(QPushButton) if it.text() == "Let it wait again"))
    assert order(diary, therapy) == ["The joke"]


def test_after_it_was_marked_the_keyboard_goes_on_with_the_next(
    page: TopicsPage, diary: Diary, therapy: Therapy
) -> None:
    raise_topics(diary, therapy, "First", "Second")
    settle()
    mark(page, "First", TopicState.LET_GO)
    assert row_of(page, "Second").pencil.hasFocus()


# what I said and what came of it


def speak(diary: Diary, therapy: Therapy, count: int, first: date = date(2025, 1, 7)) -> None:
    """So many topics, each brought into a session of its own, a week apart."""
    with diary.change():
        for number in range(count):
            day = first + timedelta(days=7 * number)
            session = diary.sessions.add(therapy.id, datetime(day.year, day.month, day.day, 17, 0))
            topic = diary.topics.add(therapy.id, f"Topic {number}", day)
            diary.topics.save(replace(topic, state=TopicState.BROUGHT, brought_in=session.id))


def test_what_was_said_stands_by_session_the_newest_first_and_reads_on(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    count = 2 * AT_ONCE + 3
    speak(diary, therapy, count)
    page = room(window)
    wanted = [f"Topic {number}" for number in reversed(range(count))]
    assert [it.topic.wording for it in said_rows(page)] == wanted[:AT_ONCE]
    assert "7 January 2025" not in " ".join(words_on(page))
    for shown in (2 * AT_ONCE, count):
        page.said_before.list.more.setFocus()
        press(window, Qt.Key.Key_Space)
        assert [it.topic.wording for it in said_rows(page)] == wanted[:shown]
    assert not page.said_before.list.more.isVisible()
    assert "7 January 2025" in " ".join(words_on(page))


def test_the_list_makes_a_handful_of_rows_also_where_thousands_were_said(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        session = diary.sessions.add(therapy.id, TUESDAY)
        for number in range(3_000):
            topic = diary.topics.add(therapy.id, f"Topic {number}", NOON.date())
            diary.topics.save(replace(topic, state=TopicState.BROUGHT, brought_in=session.id))
    page = room(window)
    assert len(said_rows(page)) == AT_ONCE
    click(page.said_before.list.more)
    rows = [it.topic.wording for it in said_rows(page)]
    assert rows == [f"Topic {number}" for number in range(2_999, 2_999 - 2 * AT_ONCE, -1)]


@pytest.mark.parametrize("received", [None, *Received])
def test_what_came_of_it_and_how_it_was_received_are_kept(
    received: Received | None,
    page: TopicsPage,
    window: MainWindow,
    diary: Diary,
    therapy: Therapy,
    diary_file: Path,
) -> None:
    write(page, "The holidays")
    mark(page, "The holidays", TopicState.BROUGHT)
    [row] = said_rows(page)
    click(row.pencil)
    QTest.keyClicks(row.came, "We found a date.")
    if received is not None:
        click(row.received.segments()[list(Received).index(received)])
    click(next(it for it in row.findChildren(QPushButton) if it.text() == "Keep"))
    kept = the(diary, therapy, "The holidays")
    assert (kept.what_came_of_it, kept.received) == ("We found a date.", received)
    told = " ".join(words_on(page))
    assert "We found a date." in told
    assert ("How it was received" in told) is (received is not None)
    window.close()
    diary.close()
    with closing(Diary.open(diary_file, KEY)) as again:
        assert the(again, therapy, "The holidays") == kept


def test_what_was_said_can_be_partly_said_or_brought_again(
    page: TopicsPage, diary: Diary, therapy: Therapy, last: Session
) -> None:
    write(page, "The holidays")
    mark(page, "The holidays", TopicState.BROUGHT)
    [row] = said_rows(page)
    choose_in_menu(row.ways, row.acts[TopicState.PARTLY])
    topic = the(diary, therapy, "The holidays")
    assert (topic.state, topic.brought_in) == (TopicState.PARTLY, last.id)
    [row] = said_rows(page)
    choose_in_menu(row.ways, row.acts[TopicState.WAITING])
    topic = the(diary, therapy, "The holidays")
    assert (topic.state, topic.brought_in) == (TopicState.WAITING, None)


def test_on_the_form_after_a_session_one_says_how_it_was_received(
    window: MainWindow, diary: Diary, therapy: Therapy, last: Session
) -> None:
    [topic, other] = raise_topics(diary, therapy, "The holidays", "The letter")
    window.show_subject("after_session", last.id)
    page = window.page
    assert isinstance(page, AfterSessionPage)
    settle()
    part = page.topics
    assert not part.receptions[topic.id].isVisible()
    QTest.keyClicks(part.rows[topic.id].row.segments()[0], "0")
    assert part.receptions[topic.id].isVisible()
    assert not part.receptions[other.id].isVisible()
    QTest.keyClicks(part.receptions[topic.id].row.segments()[0], "2")
    assert the(diary, therapy, "The holidays").received is Received.TURNED_AWAY
    QTest.keyClicks(part.receptions[topic.id].row.segments()[0], "\b")
    kept = the(diary, therapy, "The holidays")
    assert (kept.received, kept.state, kept.brought_in) == (None, TopicState.BROUGHT, last.id)


# half written


def test_a_half_typed_topic_waits_while_another_page_is_in_view(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    QTest.keyClicks(page.new.wording, "That I ")
    window.show_page("today")
    assert diary.topics.of(therapy.id) == []
    page = room(window)
    QTest.keyClicks(page.new.wording, "was hurt")
    press(window, Qt.Key.Key_Return)
    assert order(diary, therapy) == ["That I was hurt"]
    assert diary.drafts.all() == []


Field = Callable[[TopicsPage], QWidget]


def in_new(page: TopicsPage) -> QWidget:
    return page.new.wording


def in_change(page: TopicsPage) -> QWidget:
    click(row_of(page, "The letter").pencil)
    editor = row_of(page, "The letter").editor
    assert editor is not None
    return editor.opening if editor.opening.isVisible() else editor.wording


def in_outcome(page: TopicsPage) -> QWidget:
    click(said_rows(page)[0].pencil)
    return said_rows(page)[0].came


@pytest.mark.parametrize("field_of", [in_new, in_change, in_outcome])
def test_a_lock_brings_half_typed_words_back_with_the_cursor(
    field_of: Field,
    page: TopicsPage,
    window: MainWindow,
    diary: Diary,
    therapy: Therapy,
    theme: Theme,
    preferences: Preferences,
    diary_file: Path,
    qtbot: QtBot,
) -> None:
    write(page, "The letter", hard=2, first="It is hard.")
    write(page, "The holidays")
    mark(page, "The holidays", TopicState.BROUGHT)
    before = diary.topics.of(therapy.id)
    field = field_of(page)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "  half a word ")
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClick(field, Qt.Key.Key_Left)
    typed, cursor = field.text(), field.textCursor().position()  # type: ignore[attr-defined]
    with qtbot.waitSignal(window.locked):
        window.lock()
    with closing(Diary.open(diary_file, KEY)) as opened:
        assert opened.topics.of(therapy.id) == before  # a lock is no decision
        again = build_window(opened, lambda: NOON, theme, preferences)
        qtbot.addWidget(again)
        with qtbot.waitExposed(again):
            again.show()
        again.activateWindow()
        assert isinstance(again.page, TopicsPage)
        settle()
        here = again.page.focusWidget()
        assert here is not None
        assert (here.text(), here.textCursor().position()) == (typed, cursor)  # type: ignore[attr-defined]
        again.close()


def test_what_cannot_be_kept_stays_in_the_field_and_is_said(
    page: TopicsPage, diary: Diary, therapy: Therapy, diary_file: Path
) -> None:
    QTest.keyClicks(page.new.wording, "The letter")
    with held_by_another_program(diary_file):
        QTest.keyClick(page.new.wording, Qt.Key.Key_Return)
        settle()
        assert page.new.wording.text() == "The letter"
        assert page.trouble.isVisible()
    QTest.keyClick(page.new.wording, Qt.Key.Key_Return)
    settle()
    assert order(diary, therapy) == ["The letter"]
    assert not page.trouble.isVisible()


# not brought up yet


@pytest.fixture
def covered(diary: Diary, therapy: Therapy, last: Session) -> Topic:
    """A topic of which only a number is to show, and one that anybody may see."""
    assert last.is_held
    with diary.change():
        topic = diary.topics.add(
            therapy.id,
            f"About {SECRET}",
            NOON.date(),
            kind=TopicKind.RELATIONSHIP,
            hard_to_say=3,
            opening_line=f"It is {SECRET}",
            covered=True,
        )
        diary.topics.add(therapy.id, "The open letter", NOON.date())
        diary.closings.begin(
            Closing(therapy=therapy.id, variant=Variant.GOALS, decided_by=None, opened_on=NOON.date())
        )
    return topic


@pytest.mark.usefixtures("covered")
def test_no_page_holds_a_word_of_what_is_covered(window: MainWindow, last: Session) -> None:
    """Of each page all that can be read, of the window around it what is in view; of all of them together at the end."""
    for name in PAGES:
        window.show_subject(name, last.id if name == "after_session" else None)
        assert window.page is not None
        assert window.page.name == name
        read = all_that_can_be_read(window.page)
        assert SECRET not in "\n".join([read, *words_on(window)]), name
        if name in ("topics", "before_session", "after_session"):
            assert "The open letter" in read, name
    assert SECRET not in all_that_can_be_read(window)


@pytest.mark.usefixtures("covered")
def test_only_a_number_shows_until_it_is_opened_and_leaving_the_page_covers_it_again(
    window: MainWindow,
) -> None:
    page = room(window)
    assert "Covered here: 1" in words_on(page)
    click(page.covered.door)
    assert any(SECRET in it for it in words_on(page))
    window.show_page("today")
    assert SECRET not in all_that_can_be_read(window)
    assert page.findChildren(TopicRows) == [page.waiting.rows]
    page = room(window)
    assert SECRET not in all_that_can_be_read(window)
    click(page.covered.door)
    click(page.covered.door)
    assert SECRET not in all_that_can_be_read(window)


@pytest.mark.usefixtures("covered")
def test_a_lock_covers_it_again(
    window: MainWindow,
    theme: Theme,
    preferences: Preferences,
    diary_file: Path,
    qtbot: QtBot,
) -> None:
    page = room(window)
    click(page.covered.door)
    click(row_of(page, f"About {SECRET}").pencil)
    editor = row_of(page, f"About {SECRET}").editor
    assert editor is not None
    QTest.keyClicks(editor.wording, " and more")
    with qtbot.waitSignal(window.locked):
        window.lock()
    with closing(Diary.open(diary_file, KEY)) as opened:
        again = build_window(opened, lambda: NOON, theme, preferences)
        qtbot.addWidget(again)
        with qtbot.waitExposed(again):
            again.show()
        page = room(again)
        assert SECRET not in all_that_can_be_read(again)
        click(page.covered.door)
        editor = row_of(page, f"About {SECRET}").editor
        assert editor is not None
        assert editor.wording.text() == f"About {SECRET} and more"
        again.close()


@pytest.mark.usefixtures("covered")
def test_no_search_finds_it_and_no_paper_holds_it(
    window: MainWindow, diary: Diary, tmp_path: Path, qtbot: QtBot
) -> None:
    timeline = window.page_named("timeline")
    assert isinstance(timeline, TimelinePage)
    press(window, Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(timeline.looking.found):
        qtbot.keyClicks(timeline.filters.search, "lighthouse")
    assert timeline.found.count() == 0
    for write_it in (write_review, write_worksheet):
        paper = tmp_path / f"{write_it.__name__}.pdf"
        write_it(diary, paper, NOON)
        said = " ".join(page.extract_text() for page in PdfReader(paper).pages)
        assert said.strip()
        assert "lighthouse" not in said


def test_a_topic_is_covered_and_uncovered_with_the_way_back(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    QTest.keyClicks(page.new.wording, SECRET)
    click(page.new.covered)
    QTest.keyClick(page.new.wording, Qt.Key.Key_Return)
    settle()
    assert the(diary, therapy, SECRET).covered
    assert SECRET not in all_that_can_be_read(window)
    click(page.covered.door)
    click(row_of(page, SECRET).uncover)
    assert not the(diary, therapy, SECRET).covered
    assert order(diary, therapy) == [SECRET]
    undo(window)
    assert the(diary, therapy, SECRET).covered
    assert order(diary, therapy) == []
    assert SECRET not in all_that_can_be_read(window)
    click(page.covered.door)
    click(row_of(page, SECRET).uncover)
    click(row_of(page, SECRET).pencil)
    editor = row_of(page, SECRET).editor
    assert editor is not None
    click(editor.covered)
    click(editor.keep_it)
    assert the(diary, therapy, SECRET).covered


def test_what_was_covered_and_then_said_is_covered_no_more_and_that_is_told(
    page: TopicsPage, window: MainWindow, diary: Diary, therapy: Therapy, covered: Topic
) -> None:
    window.show_page("today")
    page = room(window)
    click(page.covered.door)
    mark(page, covered.wording, TopicState.BROUGHT)
    assert not the(diary, therapy, covered.wording).covered
    assert "It is no longer covered." in window.above.done.text()
    assert [it.topic.wording for it in said_rows(page)] == [covered.wording]
    undo(window)
    assert the(diary, therapy, covered.wording) == covered
    assert said_rows(page) == []


def test_what_is_covered_can_be_let_go_and_stays_covered(
    window: MainWindow, diary: Diary, therapy: Therapy, covered: Topic
) -> None:
    page = room(window)
    click(page.covered.door)
    mark(page, covered.wording, TopicState.LET_GO)
    assert the(diary, therapy, covered.wording).covered
    window.show_page("today")
    page = room(window)
    assert not page.waiting.more.isVisible()
    assert SECRET not in all_that_can_be_read(window)
    click(page.covered.door)
    mark(page, covered.wording, TopicState.WAITING)
    assert the(diary, therapy, covered.wording) == covered


@pytest.mark.usefixtures("covered")
def test_quiet_mode_shows_no_number(window: MainWindow) -> None:
    window.be_quiet(True)
    page = room(window)
    assert "Something is covered here." in words_on(page)
    assert numbers_in(words_on(page)) == []


# found, and made of a note


@pytest.mark.parametrize("state", [TopicState.WAITING, TopicState.PARTLY, TopicState.LET_GO])
def test_a_topic_that_was_found_is_brought_into_view_wherever_it_stands(
    state: TopicState, window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    speak(diary, therapy, 3 * AT_ONCE)
    with diary.change():
        topic = diary.topics.add(therapy.id, "The lantern", date(2025, 1, 2))
        diary.topics.save(replace(topic, state=state))
    timeline = window.page_named("timeline")
    assert isinstance(timeline, TimelinePage)
    press(window, Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(timeline.looking.found):
        qtbot.keyClicks(timeline.filters.search, "lantern")
    press(window, Qt.Key.Key_Return)
    press(window, Qt.Key.Key_Return)
    assert isinstance(window.page, TopicsPage)
    assert "The lantern" in words_on(window.page)


def select(text: QWidget, start: int, end: int) -> None:
    cursor = text.textCursor()  # type: ignore[attr-defined]
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)  # type: ignore[attr-defined]


def written(window: MainWindow, words: str) -> SessionNotePage:
    press(window, Qt.Key.Key_N, CTRL)
    page = window.page
    assert isinstance(page, SessionNotePage)
    page.form.text.insert_as_person(words)
    return page


def test_words_chosen_in_a_note_become_something_to_bring_and_the_note_stays(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    page = written(window, "A **hard day** it was")
    assert not page.tools.to_bring.button.isEnabled()
    select(page.form.text, 2, 14)
    click(page.tools.to_bring.button)
    assert order(diary, therapy) == ["hard day"]
    assert page.form.text.text() == "A **hard day** it was"
    undo(window)
    assert diary.topics.of(therapy.id) == []
    page.form.text.setFocus()
    select(page.form.text, 15, 21)
    press(window, Qt.Key.Key_K, CTRL | SHIFT)
    assert order(diary, therapy) == ["it was"]


def test_without_chosen_words_it_says_what_to_do(window: MainWindow, diary: Diary, therapy: Therapy) -> None:
    page = written(window, "A day")
    page.form.text.setFocus()
    press(window, Qt.Key.Key_K, CTRL | SHIFT)
    assert diary.topics.of(therapy.id) == []
    assert "Choose the words in your note first." in words_on(page)


def test_more_than_a_topic_holds_is_kept_to_the_end_of_a_word_and_told(
    window: MainWindow, diary: Diary, therapy: Therapy
) -> None:
    page = written(window, "lantern " * 60)
    select(page.form.text, 0, 480)
    press(window, Qt.Key.Key_K, CTRL | SHIFT)
    [wording] = order(diary, therapy)
    assert set(wording.removesuffix("…").split(" ")) == {"lantern"}
    assert 390 < len(wording) <= 400
    assert "400 letters" in window.above.done.text()


def test_the_note_of_the_form_after_a_session_offers_it_in_its_menu(
    window: MainWindow, diary: Diary, therapy: Therapy, last: Session
) -> None:
    window.show_subject("after_session", last.id)
    page = window.page
    assert isinstance(page, AfterSessionPage)
    text = page.note.text
    text.setFocus()
    QTest.keyClicks(text, "I did not say it all")
    select(text, 2, 13)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), text.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(text, event)
    menu = next(it for it in text.findChildren(QMenu) if it.isVisible())
    next(it for it in menu.actions() if it.text() == "Make this something to bring").trigger()
    menu.close()
    settle()
    assert order(diary, therapy) == ["did not say"]
    assert text.text() == "I did not say it all"
    undo(window)
    assert order(diary, therapy) == []
