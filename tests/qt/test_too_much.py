"""If it gets too much: the person's own contacts, one key away, on the lock page if they chose so, and on paper."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from tests.qt.reading_the_screen import words_on
from therapy_diary.desktop.printing.paper import Paper
from therapy_diary.desktop.printing.pdf import write_pdf
from therapy_diary.domain.contact import ContactKind
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.sheets import contacts_sheet
from therapy_diary.views.too_much import TooMuchPage
from therapy_diary.views.window.page_stack import PAGES

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

FIXED = (
    "This diary is on your device only. Nobody reads it and it cannot call anyone."
    " If you or someone else is in danger, call your local emergency number."
)


@pytest.fixture
def known(diary: Diary) -> None:
    with diary.change():
        diary.contacts.add("<i>Dana</i>", "0123 456", ContactKind.PERSON, hours="evenings")
        diary.contacts.add("The line", "116 000", ContactKind.URGENT_LINE, checked_on=date(2025, 3, 1))


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("quiet", [False, True])
def test_one_key_leads_there_from_every_page_also_in_quiet_mode(window: MainWindow, *, quiet: bool) -> None:
    window.be_quiet(quiet)
    for name in PAGES:
        window.show_subject(name, None)
        assert name == "too_much" or not isinstance(window.page, TooMuchPage), "or this cannot fail"
        QTest.keyClick(window, Qt.Key.Key_F2)
        assert isinstance(window.page, TooMuchPage), name
        told = words_on(window.page)
        assert FIXED in told, name
        assert {"<i>Dana</i>", "0123 456", "evenings", "116 000"} <= set(told), name


def test_a_row_of_the_column_leads_there_too(window: MainWindow) -> None:
    QTest.mouseClick(window.sidebar.too_much, Qt.MouseButton.LeftButton)
    assert isinstance(window.page, TooMuchPage)
    assert window.sidebar.too_much.accessibleDescription() == "shown now"


@pytest.mark.usefixtures("known")
def test_a_contact_checked_over_a_year_ago_is_asked_about_softly(window: MainWindow, diary: Diary) -> None:
    window.show_page("too_much")
    page = window.page
    assert isinstance(page, TooMuchPage)
    asked = "Checked on 1 March 2025. Still right?"
    assert asked in words_on(page)
    [yes] = [it for it in page.findChildren(QPushButton) if it.text() == "Yes, still right"]
    assert yes.accessibleDescription() == "The line"
    yes.setFocus()
    QTest.keyClick(yes, Qt.Key.Key_Space)
    assert asked not in words_on(page)
    assert diary.contacts.all()[1].checked_on == NOON.date()


def test_without_contacts_the_page_leads_to_where_one_is_written_down(window: MainWindow) -> None:
    window.show_page("too_much")
    page = window.page
    assert isinstance(page, TooMuchPage)
    assert not page.bar.isVisible()
    [begin] = [it for it in page.findChildren(QPushButton) if it.text() == "Write down a contact"]
    begin.setFocus()
    QTest.keyClick(begin, Qt.Key.Key_Space)
    assert window.page is not None
    assert window.page.name == "settings"
    assert "Your contacts" in words_on(window.page)


@pytest.mark.usefixtures("known")
def test_the_keyboard_gets_everywhere(window: MainWindow) -> None:
    window.show_page("too_much")
    assert unnamed_controls(window) == []
    assert len(tab_cycle(window)) > 5


@pytest.mark.usefixtures("known")
def test_one_calm_page_of_paper_holds_them(diary: Diary, tmp_path: Path) -> None:
    write_pdf(contacts_sheet(diary.contacts.all(), NOON.date(), Paper.A5), tmp_path / "page.pdf")
    [page] = PdfReader(tmp_path / "page.pdf").pages
    told = " ".join(page.extract_text().split())
    for words in ("<i>Dana</i>", "0123 456", "evenings", "116 000", "local emergency number"):
        assert words in told
