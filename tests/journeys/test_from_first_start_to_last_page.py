"""One whole life of a diary, in the real window and on the real disk, from the first start to the printed page.

Begun, written in, rated, reflected on, looked back at, printed, closed; and opened again by the passphrase, with
everything there and not a word of it readable outside.
"""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.alliance import STATEMENTS
from therapy_diary.domain.closing import Section
from therapy_diary.keys import recovery
from therapy_diary.preferences import Preferences
from therapy_diary.program import Program
from therapy_diary.vault import opening
from therapy_diary.vault.folder import DiaryFolder
from therapy_diary.views.after_session import AfterSessionPage
from therapy_diary.views.checklist import ChecklistPage
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.first_run import FirstRun
from therapy_diary.views.goals import GoalsPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Page
from therapy_diary.views.progress import ProgressPage
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.unlock import Unlock

AnyPage = TypeVar("AnyPage", bound=Page)

EVENING = datetime(2026, 3, 3, 18, 30)  # a Tuesday, after the session at five
PASSPHRASE = "river chair Thursday apple"
PLANTED = "I told nobody about the harbour"
RATED = "4321012x"
CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


class Person:
    """Somebody at the keyboard, in front of whatever window the program shows."""

    def __init__(self, folder: DiaryFolder, application: QApplication, theme: Theme, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        preferences = Preferences.load(folder.settings)
        self.program = Program(folder, application, theme, preferences, lambda: EVENING)

    def window(self) -> MainWindow:
        """The open diary, once it is there."""
        self._qtbot.waitUntil(lambda: isinstance(self.program.window, MainWindow))
        assert isinstance(self.program.window, MainWindow)
        return self.program.window

    def click(self, button: QWidget) -> None:
        self._qtbot.mouseClick(button, LEFT)

    def write(self, field: QWidget, words: str) -> None:
        field.setFocus()
        self._qtbot.keyClicks(field, words)

    def press(self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = CONTROL) -> None:
        self._qtbot.keyClick(widget, key, modifier)

    def until(self, happened: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(happened)

    def go_to(self, kind: type[AnyPage]) -> AnyPage:
        """Bring a page into view by its place in the column, as Ctrl and a digit do; those below the ninth by a click."""
        window = self.window()
        window.activateWindow()
        self._qtbot.waitUntil(window.isActiveWindow)
        place = list(window.titles).index(kind.name) + 1
        if place > 9:
            rows = window.sidebar.list
            there = rows.visualItemRect(rows.item(place - 1)).center()
            self._qtbot.mouseClick(rows.viewport(), LEFT, pos=there)
        else:
            self.press(window, Qt.Key(Qt.Key.Key_0.value + place))
        self.until(lambda: isinstance(window.page, kind))
        assert isinstance(window.page, kind)
        return window.page

    def leave(self) -> None:
        window = self.window()
        window.close()
        self.program.close()
        window.deleteLater()


@pytest.fixture
def folder(tmp_path: Path) -> DiaryFolder:
    return DiaryFolder(tmp_path / "diary")


@pytest.fixture
def person(folder: DiaryFolder, qapp: QApplication, theme: Theme, qtbot: QtBot) -> Iterator[Person]:
    person = Person(folder, qapp, theme, qtbot)
    yield person
    person.program.close()


def begin_a_diary(person: Person) -> None:
    """From the first page to the open diary: passphrase, code, two groups back, the therapy."""
    person.program.begin()
    pages = person.program.window
    assert isinstance(pages, FirstRun)
    form = pages.form
    person.click(form.next)
    person.until(form.opens.isVisible)
    person.write(form.passphrase, PASSPHRASE)
    person.write(form.again, PASSPHRASE)
    person.click(form.next)
    person.until(form.code.isVisible)
    shown = {it.objectName(): it.text() for it in pages.findChildren(QLabel)}
    code = [shown[f"group{place}"] for place in range(1, recovery.GROUPS + 1)]
    person.click(form.next)
    person.until(form.check.isVisible)
    for label, field in ((form.firstLabel, form.first), (form.secondLabel, form.second)):
        person.write(field, code[int(label.text().split()[-1]) - 1])
    person.click(form.next)
    person.until(form.therapy.isVisible)
    person.write(form.name, "Noa")
    person.write(form.weekday, "Tue")
    person.write(form.reason, "I stopped sleeping.")
    person.click(form.next)


def write_a_note(person: Person) -> None:
    page = person.go_to(SessionNotePage)
    assert "3 March" in page.picker.words()  # the session of this evening is offered
    person.write(page.form.title, "The first one")
    person.write(page.form.text, PLANTED)
    person.write(page.form.line, "Say the rest.")
    person.press(page.form.text, Qt.Key.Key_S)


def rate_it(person: Person) -> None:
    """Digits only; the last statement is one that cannot be said today."""
    page = person.go_to(AfterSessionPage)
    for statement, key in zip(page.alliance.statements, RATED, strict=True):
        person.write(statement.row.segments()[0], key)
    person.write(page.alliance.one_change, "Ten minutes more.")


def reflect(person: Person) -> None:
    page = person.go_to(ChecklistPage)
    person.write(page.statements[0].row.segments()[0], "2")
    person.write(page.statements[7].row.segments()[0], "x")
    person.click(page.form.save)


def set_a_goal(person: Person) -> None:
    page = person.go_to(GoalsPage)
    person.click(page.form.empty.findChildren(QPushButton)[0])
    assert page.editor is not None
    person.write(page.editor.form.wording, "Sleep, most nights")
    person.click(page.editor.form.keep)
    (card,) = page.cards.values()
    person.click(card.form.numbers.segments()[3])


def look_back(person: Person) -> None:
    """The table beside the chart holds what was answered, and nothing where nothing was."""
    page = person.go_to(ProgressPage)
    card = page.cards["alliance"]
    person.click(next(it for it in card.findChildren(QPushButton) if "table" in it.text()))
    table = card.findChild(QTableView)
    assert table is not None
    person.until(table.isVisible)
    model = table.model()
    cells = {
        str(model.index(row, place).data())
        for row in range(model.rowCount())
        for place in range(model.columnCount())
    }
    assert {"4", "0", ""} <= cells


def print_the_worksheet(person: Person, out: Path) -> None:
    page = person.go_to(EndingPage)
    person.click(page.before.form.begin)
    rows = [
        page.worksheet.form.sections.item(row).data(Qt.ItemDataRole.UserRole)
        for row in range(page.worksheet.form.sections.count())
    ]
    page.worksheet.form.sections.setCurrentRow(rows.index(Section.GOOD_BYE))
    person.write(page.worksheet.card.form.mine, "Thank you for the green chair.")
    person.click(page.worksheet.form.bar.save)
    confirm = page.worksheet.form.bar.notice.findChild(QPushButton)
    assert confirm is not None
    person.click(confirm)  # paper and PDF are not encrypted
    dialog = page.worksheet.form.bar.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(out))
    dialog.accept()
    person.until(out.is_file)


def test_a_diary_from_its_first_page_to_its_printed_one(
    person: Person, folder: DiaryFolder, qapp: QApplication, theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    begin_a_diary(person)
    write_a_note(person)
    rate_it(person)
    reflect(person)
    set_a_goal(person)
    look_back(person)
    print_the_worksheet(person, tmp_path / "page.pdf")
    person.leave()

    printed = " ".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)
    assert "Thank you for the green chair." in " ".join(printed.split())
    assert PLANTED not in " ".join(printed.split())  # a note is never printed unless that is chosen
    assert readable_in(folder.path) == []

    again = Person(folder, qapp, theme, qtbot)
    open_by_passphrase(again)
    everything_is_there(again)
    again.leave()


def test_a_diary_without_a_therapy_asks_about_it_before_it_opens(person: Person, folder: DiaryFolder) -> None:
    with folder.hold():
        opening.begin(folder, now=lambda: EVENING, way=opening.Passphrase(text=PASSPHRASE))[0].close()

    person.program.unlock()
    page = person.program.window
    assert isinstance(page, Unlock)
    person.write(page.form.passphrase, PASSPHRASE)
    person.click(page.form.open)
    person.until(lambda: isinstance(person.program.window, FirstRun))
    pages = person.program.window
    assert isinstance(pages, FirstRun)
    assert pages.form.therapy.isVisible()
    person.click(pages.form.skip)

    therapy = person.window().desk.diary.therapies.current()
    assert therapy is not None
    assert therapy.label == "My therapy"
    person.leave()


def open_by_passphrase(person: Person) -> None:
    person.program.unlock()
    page = person.program.window
    assert isinstance(page, Unlock)
    person.write(page.form.passphrase, PASSPHRASE)
    person.click(page.form.open)
    person.window()


def everything_is_there(person: Person) -> None:
    """Asked of the diary itself, in the words and numbers that were typed."""
    diary = person.window().desk.diary
    therapy = diary.therapies.current()
    assert therapy is not None
    assert (therapy.therapist_name, therapy.reason_for_coming) == ("Noa", "I stopped sleeping.")
    (session,) = diary.sessions.held(therapy.id)
    assert (session.starts_at, session.one_line) == (datetime(2026, 3, 3, 17, 0), "Say the rest.")
    (note,) = diary.notes.of_session(session.id)
    assert (note.title, note.text) == ("The first one", PLANTED)
    rating = diary.alliance_ratings.at(session.id)
    assert rating is not None
    assert [rating.answer(it) for it in STATEMENTS] == [4, 3, 2, 1, 0, 1, 2, None]
    assert rating.one_change == "Ten minutes more."
    (checklist,) = diary.checklists.of(therapy.id)
    assert (checklist.answer(1), checklist.answer(2), checklist.answer(8)) == (2, None, None)
    (goal,) = diary.goals.of(therapy.id)
    assert [it.value for it in diary.goals.ratings_of(goal.id)] == [3]
    assert diary.closings.sections(therapy.id)[Section.GOOD_BYE].my_text == "Thank you for the green chair."


def readable_in(place: Path) -> list[str]:
    """The files in which the planted sentence, the passphrase or a name stands readable, in any usual encoding."""
    wanted = [
        words.encode(encoding)
        for words in (PLANTED, PASSPHRASE, "green chair")
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    files = [it for it in place.rglob("*") if it.is_file()]
    assert files
    return [it.name for it in files if any(words in it.read_bytes() for words in wanted)]
