"""The window in Hebrew: every page stands, reads from the right, and nothing on it is left in English."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QStackedLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from therapy_diary import resources
from therapy_diary.app import build_window
from therapy_diary.desktop.language import speak
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.alliance import AllianceRating
from therapy_diary.domain.checklist import ChecklistAnswer
from therapy_diary.domain.measure_flaw import CONTEXT, Flaw
from therapy_diary.domain.session import SessionId, SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.alliance import AlliancePage
from therapy_diary.views.checklist import ChecklistPage
from therapy_diary.views.help import HelpPage, help_text
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.questionnaires import QuestionnairesPage
from therapy_diary.views.window.page_stack import PAGES
from therapy_diary.views.wording import form_in_use

pytestmark = pytest.mark.thorough

HEBREW = 101  # the first version of a form in Hebrew
NO_ENGLISH = re.compile(r"(?!PDF|A4|A5|Letter|NUL)[A-Za-z]{3,}")


def look_at(page: QuestionnairesPage, file: Path, qtbot: QtBot) -> None:
    """Have a file looked at, and wait for what is said of it."""
    page.adding.look_at(file)
    qtbot.waitUntil(lambda: not page.adding.is_reading)


@pytest.fixture
def hebrew(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """The program speaks Hebrew, and afterwards what it spoke before."""
    before = QLocale()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # closed windows need no new look
    speak(qapp, "he")
    theme.choose(Choice.DARK)
    theme.choose(Choice.LIGHT)  # its style sheet is written anew, for this direction
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def window(
    hebrew: None, diary: Diary, therapy: Therapy, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> MainWindow:
    """The main window in Hebrew, over a diary in which one session was held."""
    del hebrew  # it is spoken from now on
    with diary.change():
        diary.sessions.add(therapy.id, NOON - timedelta(days=1), SessionState.HELD)
    window = build_window(diary, lambda: NOON, theme, preferences)
    window.resize(1280, 832)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


def held(diary: Diary) -> SessionId:
    therapy = diary.therapies.current()
    assert therapy is not None
    return diary.sessions.held(therapy.id)[-1].id


def words_on(page: QWidget) -> Iterator[str]:
    """What stands on a page and was not written by the person, who writes as they like."""
    for it in page.findChildren(QWidget):
        if not it.isVisible() or it.objectName() == "folder":
            continue
        if it.property("language") not in (None, "he"):
            continue  # a questionnaire says what its file says, in the language of the file
        if isinstance(it, (QLabel, QAbstractButton)):
            yield it.text().replace("&", "")
        if isinstance(it, QLineEdit):
            yield it.placeholderText()
        yield it.accessibleName()


def twice(texts: Iterable[str]) -> list[str]:
    keys = Counter(it[it.index("&") + 1] for it in texts if "&" in it)
    return [key for key, count in keys.items() if count > 1]


def test_every_page_stands_in_hebrew(window: MainWindow, qapp: QApplication) -> None:
    wrong = dict[str, list[str]]()
    for name in PAGES:
        window.show_subject(name, None)
        qapp.processEvents()  # until everything has its place
        page = window.page
        assert page is not None
        assert page.name == name
        assert page.layoutDirection() == Qt.LayoutDirection.RightToLeft, name
        english = [it for it in words_on(page) if NO_ENGLISH.search(it)]
        wrong[name] = [*english, *clipped_words(page), *unnamed_controls(window)]
    assert {name: it for name, it in wrong.items() if it} == {}


def test_no_access_key_is_given_twice_on_a_page(window: MainWindow) -> None:
    wrong = dict[str, list[str]]()
    for name in PAGES:
        window.show_subject(name, None)
        page = window.page
        assert page is not None
        assert page.name == name
        bar = [it.text() for it in window.menus.actions()]
        rooms = page.findChild(QStackedLayout)  # one room at a time can be seen, and hears its keys
        each = [page] if rooms is None else [rooms.widget(it) for it in range(rooms.count())]
        for number, room in enumerate(each):
            named = [*room.findChildren(QAbstractButton), *room.findChildren(QLabel)]
            wrong[f"{name}, room {number}"] = twice([*bar, *(it.text() for it in named)])
    assert {room: keys for room, keys in wrong.items() if keys} == {}


def test_no_access_key_is_given_twice_in_a_menu(window: MainWindow) -> None:
    for menu in window.menus.actions():
        entries = [it.text() for it in menu.menu().actions() if it.text()]
        assert twice(entries) == []
        assert [it for it in entries if "&" not in it or NO_ENGLISH.search(it)] == []


def test_tab_comes_round_in_hebrew(window: MainWindow) -> None:
    window.show_subject("alliance", held(window.desk.diary))
    tab_cycle(window)


def test_the_column_of_pages_is_on_the_right(window: MainWindow) -> None:
    assert window.page is not None
    page = window.page.mapTo(window, window.page.rect().center())
    column = window.sidebar.mapTo(window, window.sidebar.rect().center())
    assert column.x() > page.x()


def test_answers_to_the_hebrew_wording_are_kept_as_that(window: MainWindow) -> None:
    diary = window.desk.diary
    session = held(diary)
    window.show_subject("alliance", session)
    page = window.page
    assert isinstance(page, AlliancePage)
    page.statements[0].row.segments()[3].click()
    page.save()
    rating = diary.alliance_ratings.at(session)
    assert rating is not None
    assert (rating.form_version, rating.answer("aims")) == (HEBREW, 3)


def test_the_checklist_in_hebrew_is_kept_as_that(window: MainWindow, therapy: Therapy) -> None:
    diary = window.desk.diary
    window.show_subject("checklist", None)
    page = window.page
    assert isinstance(page, ChecklistPage)
    page.statements[7].row.segments()[1].click()
    page.save()
    (given,) = diary.checklists.of(therapy.id)
    assert given.form_version == HEBREW
    assert given.answers == {8: ChecklistAnswer(answer=1)}


def test_a_line_added_to_english_answers_leaves_them_what_they_were(window: MainWindow) -> None:
    """Somebody answered in English, changed the language, and adds a word without answering anew."""
    diary, session = window.desk.diary, held(window.desk.diary)
    english = {"aims": 4, "way": 3}
    with diary.change():
        diary.alliance_ratings.give(AllianceRating(session=session, filled_at=NOON, answers=english))
    window.show_subject("alliance", session)
    page = window.page
    assert isinstance(page, AlliancePage)
    page.lines["one_change"].insert_as_person("עוד זמן")
    page.save()
    rating = diary.alliance_ratings.at(session)
    assert rating is not None
    assert (rating.one_change, rating.form_version) == ("עוד זמן", 1)


@pytest.mark.usefixtures("hebrew")
@pytest.mark.parametrize("name", ["what", "keeping", "answers", "finding", "too_much", "keys", "about"])
def test_the_help_is_in_hebrew(name: str) -> None:
    text = help_text(name)
    assert re.search("[א-ת]", text.splitlines()[0])
    assert "!" not in text
    prose = [line for line in text.splitlines() if not line.startswith(("|", "#", "- Python", "- Qt"))]
    for sentence in re.split(r"[.:?]\s|\n\n", "\n".join(prose)):
        assert len(sentence.split()) <= 20, sentence


def test_the_keys_in_the_help_are_the_keys_of_the_menus(window: MainWindow) -> None:
    told = help_text("keys")
    for action in (window.menus.new_note, window.menus.jot_down, window.menus.new_topic):
        assert f"| {action.shortcut().toString()} |" in told


def test_a_hebrew_form_has_the_keys_of_the_english_one() -> None:
    english = [form_in_use(it) for it in ("alliance", "checklist", "difficulty", "signs")]
    before = QLocale()
    try:
        QLocale.setDefault(QLocale("he_IL"))
        translated = [form_in_use(it) for it in ("alliance", "checklist", "difficulty", "signs")]
    finally:
        QLocale.setDefault(before)
    for one, other in zip(english, translated, strict=True):
        assert [it.key for it in one.questions] == [it.key for it in other.questions]
        assert len(one.answers) == len(other.answers)
        assert other.version == HEBREW
        assert not any(NO_ENGLISH.search(it.text + it.short) for it in other.questions)


def test_dates_are_written_in_hebrew(window: MainWindow) -> None:
    window.show_subject("today", None)
    assert window.page is not None
    assert any("במרץ 2026" in it for it in words_on(window.page))
    assert datetime(2026, 3, 4, 12) == NOON


def test_the_help_page_reads_from_the_right(window: MainWindow) -> None:
    window.show_subject("help", "keys")
    page = window.page
    assert isinstance(page, HelpPage)
    assert page.form.text.document().begin().textDirection() == Qt.LayoutDirection.RightToLeft


def test_a_flaw_in_a_questionnaires_file_is_told_in_hebrew_and_names_its_place(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.show_subject("questionnaires", None)
    page = window.page
    assert isinstance(page, QuestionnairesPage)
    file = tmp_path / "week.toml"
    week = resources.text("measures/week_in_brief.toml")
    file.write_text(week.replace("reverse = true", "revers = true", 1), encoding="utf-8")
    look_at(page, file, qtbot)
    told = page.adding.said.text()
    assert set(NO_ENGLISH.findall(told)) == {"items", "tense", "revers"}
    assert "4" in told
    file.write_text(week + "\n[[scales", encoding="utf-8")
    look_at(page, file, qtbot)
    assert NO_ENGLISH.findall(page.adding.said.text()) == ["TOML"]


@pytest.mark.parametrize("flaw", Flaw, ids=lambda it: it.name)
def test_every_flaw_of_a_questionnaires_file_is_put_into_hebrew(hebrew: None, flaw: Flaw) -> None:
    del hebrew
    told = QCoreApplication.translate(CONTEXT, flaw.value)
    assert re.search("[א-ת]", told)
    assert Counter(re.findall(r"\{\w+\}", told)) == Counter(re.findall(r"\{\w+\}", flaw.value))
