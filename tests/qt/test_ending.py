"""Ending: begun, written, printed, and taken back with one click."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.an_ending import go_on, go_to, offered, tick, write, written
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.hands import settle
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.domain.closing import Closing, DecidedBy, Section, Variant
from therapy_diary.domain.therapy import EndKind, Therapy, TherapyState
from therapy_diary.domain.topic import TopicKind, TopicState
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk

Show = Callable[[EndingPage], EndingPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(desk: Desk, therapy: Therapy, shown: Show) -> EndingPage:
    assert therapy
    return shown(EndingPage(desk))


@pytest.fixture
def begun(page: EndingPage, qtbot: QtBot) -> EndingPage:
    """The page once the ending is begun with the answers as they were offered."""
    qtbot.mouseClick(page.before.form.begin, LEFT)
    assert page.room() is page.worksheet
    return page


@contextmanager
def held_by_another_program(tmp_path: Path) -> Iterator[None]:
    other = Diary.open(tmp_path / "diary.db", key=KEY)
    with suppress(InterruptedError), other.quiet_change():
        yield
        raise InterruptedError
    other.close()


def test_before_it_is_begun_the_page_asks_and_says_that_nothing_is_decided_here(page: EndingPage) -> None:
    assert page.room() is page.before
    assert page.before.form.setAside.value() == 3
    assert page.before.form.decidedBy.currentText() == "I leave this open"
    assert "take it back" in page.before.form.whatItIsNot.text()


def test_an_ending_begun_keeps_what_was_answered_and_sets_a_topic(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    form = page.before.form
    form.variant.setFocus()
    qtbot.keyClick(form.variant, Qt.Key.Key_Down)
    form.decidedBy.setFocus()
    for _ in range(3):
        qtbot.keyClick(form.decidedBy, Qt.Key.Key_Down)
    tick(form.hasLast, qtbot)
    form.lastOn.setDate(QDate(2026, 3, 31))
    form.setAside.setValue(2)
    qtbot.mouseClick(form.begin, LEFT)

    closing = diary.closings.at(therapy.id)
    assert closing is not None
    assert (closing.variant, closing.decided_by) == (Variant.FIT, DecidedBy.TOGETHER)
    assert (closing.planned_last_on, closing.sessions_set_aside) == (date(2026, 3, 31), 2)
    assert diary.therapies.get(therapy.id).state is TherapyState.ENDING
    assert [it.kind for it in diary.topics.waiting(therapy.id)] == [TopicKind.ENDING]
    assert page.room() is page.worksheet
    assert any("31 March 2026" in it.text() for it in page.worksheet.form.heading.findChildren(QLabel))


def test_of_the_sessions_set_aside_it_says_how_many_are_still_ahead(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    page.before.form.setAside.setValue(2)
    qtbot.mouseClick(page.before.form.begin, LEFT)

    def told() -> str:
        return " ".join(it.text() for it in page.worksheet.form.heading.findChildren(QLabel))

    assert "sessions set aside for it: 2 · still ahead: 2" in told()
    for week, rest in ((1, "still ahead: 1"), (2, "sessions set aside for it: 2")):
        with diary.change():
            diary.sessions.add(therapy.id, NOON + timedelta(weeks=week))
        assert told().endswith(rest)


def test_each_session_left_may_have_a_theme_which_then_waits_to_be_brought(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)  # with three sessions
    themes = page.worksheet.themes
    assert themes.isVisible()
    assert not any(it.isVisible() for it in themes.rows)
    qtbot.mouseClick(themes.handle, LEFT)

    def lines() -> list[tuple[str, str]]:
        return [(it.field.accessibleName(), it.field.text()) for it in themes.rows]

    def waiting() -> list[str]:
        return [it.wording for it in diary.topics.waiting(therapy.id) if it.kind is TopicKind.ENDING]

    assert lines() == [("Next session", "How we want to end"), ("After that", "")]
    themes.rows[1].field.setFocus()
    qtbot.keyClicks(themes.rows[1].field, "The first winter")
    page.keep()  # half typed, it is a draft
    assert waiting() == ["How we want to end"]
    assert page.window().isVisible()
    qtbot.keyClick(themes.rows[1].field, Qt.Key.Key_Return)
    assert lines()[1:] == [("After that", "The first winter"), ("Last session", "")]
    settle()
    qtbot.keyClick(themes.rows[1].field, Qt.Key.Key_Tab)
    assert themes.rows[2].field.hasFocus()
    qtbot.keyClicks(themes.rows[2].field, "Goodbye")
    themes.rows[0].field.setFocus()  # leaving the line is enough
    assert themes.rows[0].field.hasFocus()
    assert waiting() == ["How we want to end", "The first winter", "Goodbye"]

    with diary.change():  # the next session is held, and its theme brought
        held = diary.sessions.add(therapy.id, NOON + timedelta(days=6))
        first = diary.topics.waiting(therapy.id)[0]
        diary.topics.save(replace(first, state=TopicState.BROUGHT, brought_in=held.id))
    assert lines() == [("Next session", "The first winter"), ("Last session", "Goodbye")]

    themes.rows[0].field.clear()  # let go, and taken back
    themes.rows[0].field.setFocus()
    qtbot.keyClick(themes.rows[0].field, Qt.Key.Key_Space)
    qtbot.keyClick(themes.rows[0].field, Qt.Key.Key_Backspace)
    with qtbot.waitSignal(page.can_be_undone) as undo:
        qtbot.keyClick(themes.rows[0].field, Qt.Key.Key_Return)
    assert waiting() == ["Goodbye"]
    assert undo.args is not None
    undo.args[1]()
    assert waiting() == ["The first winter", "Goodbye"]

    with diary.change():  # nobody is told that a theme was not brought
        for week in (2, 3, 4):
            diary.sessions.add(therapy.id, NOON + timedelta(weeks=week))
    assert not themes.isVisible()


def test_a_half_typed_theme_is_there_again_and_one_that_cannot_be_written_is_said(
    page: EndingPage, desk: Desk, diary: Diary, shown: Show, tmp_path: Path, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    themes = page.worksheet.themes
    qtbot.mouseClick(themes.handle, LEFT)
    qtbot.keyClicks(themes.rows[1].field, "The first win")
    qtbot.waitUntil(lambda: "theme:1:new" in diary.drafts.places())
    other = shown(EndingPage(desk))
    assert other.worksheet.themes.rows[1].field.text() == "The first win"
    with held_by_another_program(tmp_path):
        qtbot.keyClick(themes.rows[1].field, Qt.Key.Key_Return)
        assert themes.trouble.text()
    qtbot.keyClick(themes.rows[1].field, Qt.Key.Key_Return)
    assert themes.trouble.text() == ""
    assert themes.rows[1].field.text() == "The first win"
    assert "theme:1:new" not in diary.drafts.places()


def test_taken_back_with_one_click_and_the_words_are_there_again(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(begun, Section.WHAT_CHANGED, "I call her back now.", qtbot)
    take_back = next(it for it in begun.findChildren(QPushButton) if it.text() == "Take back the ending")
    qtbot.mouseClick(take_back, LEFT)
    assert diary.therapies.get(therapy.id).state is TherapyState.ACTIVE
    assert begun.room() is begun.before
    assert "still here" in begun.before.form.beforeTrouble.text()

    qtbot.mouseClick(begun.before.form.begin, LEFT)
    go_to(begun, Section.WHAT_CHANGED)
    assert begun.worksheet.card.form.mine.text() == "I call her back now."
    assert len(diary.topics.waiting(therapy.id)) == 1  # the topic about the ending is not set twice


def test_what_was_answered_at_the_start_can_be_changed_or_left(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    change = next(it for it in begun.findChildren(QPushButton) if it.text() == "Change")
    qtbot.mouseClick(change, LEFT)
    begun.before.form.setAside.setValue(9)
    qtbot.mouseClick(begun.before.form.leaveIt, LEFT)
    assert begun.room() is begun.worksheet
    qtbot.mouseClick(change, LEFT)
    assert begun.before.form.setAside.value() == 3
    begun.before.form.variant.setFocus()
    qtbot.keyClick(begun.before.form.variant, Qt.Key.Key_Down)
    qtbot.mouseClick(begun.before.form.begin, LEFT)
    closing = diary.closings.at(therapy.id)
    assert closing is not None
    assert closing.variant is Variant.FIT
    listed = [
        begun.worksheet.form.sections.item(row).text() for row in range(begun.worksheet.form.sections.count())
    ]
    assert "What did not fit" in listed
    assert "What was hard" not in listed


def test_what_is_typed_is_in_the_diary_within_two_seconds(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(begun, Section.GOOD_BYE, "Thank you", qtbot)
    qtbot.waitUntil(lambda: written(diary, therapy, Section.GOOD_BYE) == "Thank you")
    qtbot.waitUntil(lambda: begun.worksheet.card.form.saved.text().startswith("Saved on this computer"))


def test_what_is_typed_is_in_the_diary_when_another_section_is_chosen_or_the_page_left(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(begun, Section.GOOD_BYE, "Thank you", qtbot)
    go_to(begun, Section.WHY_I_CAME)
    assert written(diary, therapy, Section.GOOD_BYE) == "Thank you"
    assert begun.worksheet.card.form.mine.text() == ""
    write(begun, Section.WHY_I_CAME, "For sleep", qtbot)
    begun.keep()
    assert written(diary, therapy, Section.WHY_I_CAME) == "For sleep"


def test_words_survive_closing_and_opening_the_diary(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.WHAT_I_LEARNED, "I may ask.", qtbot)
    begun.keep()
    begun.hide()
    diary.close()
    again = Diary.open(tmp_path / "diary.db", key=KEY)
    assert written(again, therapy, Section.WHAT_I_LEARNED) == "I may ask."
    again.close()


def test_a_change_elsewhere_leaves_half_typed_words_alone(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    write(begun, Section.WHY_I_CAME, "half a", qtbot)
    with diary.change():
        diary.therapies.move_to(therapy.id, TherapyState.ENDING)
    assert begun.worksheet.card.form.mine.text() == "half a"
    qtbot.keyClicks(begun.worksheet.card.form.mine, " word")
    begun.keep()
    assert written(diary, therapy, Section.WHY_I_CAME) == "half a word"


def test_when_the_file_is_busy_the_words_stay_and_are_saved_later(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    with held_by_another_program(tmp_path):
        write(begun, Section.GOOD_BYE, "Still here", qtbot)
        begun.worksheet.unkept.keep_or_wait()
        assert begun.worksheet.card.form.saved.text()
        assert not begun.worksheet.card.form.saved.text().startswith("Saved")
        assert begun.worksheet.card.form.mine.text() == "Still here"
    begun.keep()
    assert written(diary, therapy, Section.GOOD_BYE) == "Still here"


def test_what_the_diary_holds_can_be_taken_in_or_left_out(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        diary.goals.add(therapy.id, "Sleep, most nights", date(2026, 1, 6))
    go_to(begun, Section.GOALS_THEN_AND_NOW)
    assert any("Sleep, most nights" in it for it in offered(begun))
    tick(begun.worksheet.card.form.takeIn, qtbot)
    assert diary.closings.sections(therapy.id)[Section.GOALS_THEN_AND_NOW].draw is False
    tick(begun.worksheet.card.form.inPrint, qtbot)
    assert diary.closings.sections(therapy.id)[Section.GOALS_THEN_AND_NOW].in_print is False
    go_to(begun, Section.TOOLS_I_KEEP)
    assert not begun.worksheet.card.form.drawn.isVisible()
    go_to(begun, Section.GOALS_THEN_AND_NOW)
    assert not begun.worksheet.card.form.takeIn.isChecked()


def test_too_many_words_are_announced_before_printing(begun: EndingPage, qtbot: QtBot) -> None:
    go_to(begun, Section.GOOD_BYE)
    begun.worksheet.card.form.mine.setFocus()
    begun.worksheet.card.form.mine.insert_as_person(" ".join(["word"] * 2000))
    qtbot.waitUntil(lambda: "“Good-bye” runs" in begun.worksheet.form.length.text())
    assert "Nothing is cut" in begun.worksheet.form.length.text()
    assert "over page 2" in begun.worksheet.card.form.over.text()


def test_nothing_is_written_before_the_sentence_is_confirmed(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(begun.worksheet.form.bar.save, LEFT)
    assert begun.worksheet.form.bar.notice.text() == (
        "Paper and PDF are not encrypted. Whoever holds them can read them."
    )
    assert begun.findChild(QFileDialog) is None
    go_on(begun, qtbot)
    dialog = begun.findChild(QFileDialog)
    assert dialog is not None
    dialog.close()
    # And again the next time.
    qtbot.mouseClick(begun.worksheet.form.bar.save, LEFT)
    assert "not encrypted" in begun.worksheet.form.bar.notice.text()
    assert not list(tmp_path.glob("*.pdf"))


def test_the_pdf_holds_what_was_typed_a_moment_ago(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.GOOD_BYE, "I am sorry it took so long.", qtbot)
    begun.worksheet.form.bar.paper_choice.setCurrentIndex(
        begun.worksheet.form.bar.paper_choice.findData(Paper.LETTER)
    )
    qtbot.mouseClick(begun.worksheet.form.bar.save, LEFT)
    go_on(begun, qtbot)
    dialog = begun.findChild(QFileDialog)
    assert dialog is not None
    file = tmp_path / "goodbye.pdf"
    name = dialog.findChild(QLineEdit)
    assert name is not None
    name.setText(str(file))
    dialog.accept()

    told = " ".join(" ".join(it.extract_text() for it in PdfReader(file).pages).split())
    assert "I am sorry it took so long." in told
    assert "Looking back on my therapy with N." in told
    assert round(PdfReader(file).pages[0].mediabox.width) == 612
    assert begun.worksheet.form.bar.notice.text() == "The file is written: goodbye.pdf"
    assert written(diary, therapy, Section.GOOD_BYE) == "I am sorry it took so long."


def test_a_web_page_of_its_own_can_be_read_aloud(begun: EndingPage, qtbot: QtBot, tmp_path: Path) -> None:
    write(begun, Section.GOOD_BYE, "Thank you", qtbot)
    qtbot.mouseClick(begun.worksheet.form.bar.save, LEFT)
    go_on(begun, qtbot)
    dialog = begun.findChild(QFileDialog)
    assert dialog is not None
    dialog.setDirectory(str(tmp_path))
    kind = next(it for it in dialog.nameFilters() if "*.html" in it)
    dialog.selectNameFilter(kind)
    dialog.filterSelected.emit(kind)  # what a click on it does
    dialog.accept()
    html = (tmp_path / "Page.html").read_text(encoding="utf-8")
    assert "<h2>Good-bye</h2>" in html
    assert '<p dir="ltr">Thank you</p>' in html


def test_a_folder_that_is_gone_is_said_in_one_sentence_and_the_words_are_kept(
    begun: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.GOOD_BYE, "Thank you", qtbot)
    begun.worksheet.form.bar.write_to(tmp_path / "gone" / "page.pdf")
    assert "no longer there" in begun.worksheet.form.bar.notice.text()
    assert written(diary, therapy, Section.GOOD_BYE) == "Thank you"


def test_blanks_are_printed_when_wanted(begun: EndingPage, qtbot: QtBot, tmp_path: Path) -> None:
    begun.worksheet.form.bar.write_to(tmp_path / "without.pdf")
    tick(begun.worksheet.form.blanks, qtbot)
    begun.worksheet.form.bar.write_to(tmp_path / "with.pdf")
    without, with_blanks = (
        PdfReader(tmp_path / it).pages[0].extract_text() for it in ("without.pdf", "with.pdf")
    )
    assert "in daily life" not in " ".join(without.split())
    assert "in daily life" in " ".join(with_blanks.split())


def test_large_print_has_letters_of_sixteen_points_and_loses_no_word(
    begun: EndingPage, qtbot: QtBot, tmp_path: Path
) -> None:
    write(begun, Section.GOOD_BYE, "Thank you for counting dunlins with me", qtbot)
    bar = begun.worksheet.form.bar
    sizes = {}
    for name in ("usual", "large"):
        bar.write_to(tmp_path / f"{name}.pdf")
        pages = PdfReader(tmp_path / f"{name}.pdf").pages
        seen = sizes[name] = set[int]()

        def look(
            text: str,
            matrix: list[float],
            lines: list[float],
            _font: object,
            size: float,
            seen: set[int] = seen,
        ) -> None:
            if "dunlins" in text:
                seen.add(round(size * abs(lines[3] * matrix[3])))

        told = " ".join(" ".join(it.extract_text(visitor_text=look) for it in pages).split())
        assert "Thank you for counting dunlins with me" in told
        tick(bar.large, qtbot)
    assert sizes == {"usual": {10}, "large": {16}}


def test_the_worksheet_can_be_written_after_a_therapy_has_closed(
    desk: Desk, diary: Diary, therapy: Therapy, shown: Show, qtbot: QtBot
) -> None:
    with diary.change():
        diary.therapies.save(
            replace(
                therapy,
                state=TherapyState.CLOSED,
                ended_on=date(2026, 2, 24),
                end_kind=EndKind.LACK_OF_FIT,
            )
        )
    page = shown(EndingPage(desk))
    qtbot.mouseClick(page.before.form.begin, LEFT)
    assert diary.therapies.get(therapy.id).state is TherapyState.CLOSED
    write(page, Section.GOOD_BYE, "Alone, later.", qtbot)
    page.keep()
    assert written(diary, therapy, Section.GOOD_BYE) == "Alone, later."


def test_without_a_therapy_the_page_says_what_it_is_for(desk: Desk, shown: Show) -> None:
    page = shown(EndingPage(desk))
    assert page.room() is page.empty


@pytest.fixture
def window(diary: Diary, desk: Desk, therapy: Therapy, qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The whole window, on the ending that was begun."""
    with diary.change():
        diary.closings.begin(
            Closing(therapy=therapy.id, variant=Variant.GOALS, decided_by=None, opened_on=date(2026, 3, 1))
        )
        diary.therapies.move_to(therapy.id, TherapyState.ENDING)
    preferences = Preferences.load(tmp_path / "settings.ini")
    window = MainWindow(diary, now=desk.now, theme=desk.theme, preferences=preferences)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    assert window.show_page("ending")
    return window


def page_of(window: MainWindow) -> EndingPage:
    page = window.page_named("ending")
    assert isinstance(page, EndingPage)
    return page


def test_the_print_key_asks_before_it_prints(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert "not encrypted" in page_of(window).worksheet.form.bar.notice.text()


@pytest.mark.parametrize("button", ["preview", "save"])
def test_an_open_preview_or_file_dialog_does_not_keep_the_lock_waiting(
    window: MainWindow, therapy: Therapy, qtbot: QtBot, tmp_path: Path, button: str
) -> None:
    page = page_of(window)
    write(page, Section.GOOD_BYE, "Thank you", qtbot)
    qtbot.mouseClick(getattr(page.worksheet.form.bar, button), LEFT)
    go_on(page, qtbot)
    assert page.worksheet.form.bar.findChild(QDialog) is not None
    with qtbot.waitSignal(window.locked):
        window.lock()
    again = Diary.open(tmp_path / "diary.db", key=KEY)
    assert written(again, therapy, Section.GOOD_BYE) == "Thank you"
    again.close()


@pytest.mark.parametrize("state", ["before", "under"])
def test_every_control_has_a_name_and_the_keyboard_goes_round(
    page: EndingPage, qtbot: QtBot, state: str
) -> None:
    if state == "under":
        qtbot.mouseClick(page.before.form.begin, LEFT)
        qtbot.waitUntil(lambda: page.is_whole)
    assert unnamed_controls(page.window()) == []
    stops = " ".join(tab_cycle(page.window()))
    assert ("mine" in stops) == (state == "under")
