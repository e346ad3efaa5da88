"""The two minutes after a session, and the weeks that follow, in the real window and by keyboard alone.

Everything is typed into whatever has the keyboard; afterwards the diary is asked, and nothing else.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY
from tests.qt.audit import clipped_words, scrolled_sideways, unnamed_controls
from therapy_diary.app import build_window
from therapy_diary.desktop.language import speak
from therapy_diary.desktop.theme import Choice, Theme
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.sign import Sign
from therapy_diary.domain.topic import TopicState
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.after_session import AfterSessionPage
from therapy_diary.views.main_window import MainWindow

pytestmark = pytest.mark.thorough

SESSION = datetime(2026, 3, 3, 17, 0)
EVENING = SESSION + timedelta(hours=2)
CTRL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
MOST_TABS = 90


class Person:
    """Somebody at the keyboard, who has never touched the mouse."""

    def __init__(self, diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot) -> None:
        self.now = EVENING
        self.window: MainWindow = build_window(diary, lambda: self.now, theme, preferences)
        self.window.resize(900, 640)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def type(self, words: str) -> None:
        QTest.keyClicks(QApplication.focusWidget(), words)

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until the keyboard is there. It has to come there by itself."""
        for _ in range(MOST_TABS):
            if QApplication.focusWidget() is wanted:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {wanted}")

    def form(self) -> AfterSessionPage:
        """The form after the session, which is the fourth page."""
        self.press(Qt.Key.Key_4, CTRL)
        assert isinstance(self.window.page, AfterSessionPage)
        return self.window.page


@pytest.fixture
def diary_file(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@pytest.fixture
def diary(diary_file: Path) -> Iterator[Diary]:
    diary = Diary.create(diary_file, KEY)
    with diary.change():
        therapy = diary.therapies.begin(label="With N.", started_on=date(2026, 2, 3))
        diary.settings.agree(therapy.id, date(2026, 2, 3), weekday=2, start_time=time(17, 0))
        diary.topics.add(therapy.id, "The letter", date(2026, 3, 1))
        diary.goals.add(therapy.id, "Sleep, most nights", date(2026, 2, 3))
    yield diary
    diary.close()


@pytest.fixture(params=["en", "he"])
def person(
    request: pytest.FixtureRequest,
    diary: Diary,
    theme: Theme,
    tmp_path: Path,
    qapp: QApplication,
    qtbot: QtBot,
) -> Iterator[Person]:
    """In English from the left, and in Hebrew from the right."""
    before = QLocale()
    if request.param == "he":
        speak(qapp, "he")
        theme.choose(Choice.DARK)
        theme.choose(Choice.LIGHT)  # its style sheet is written anew, for this direction
    yield Person(diary, theme, Preferences.load(tmp_path / "settings.ini"), qtbot)
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def fill_in(person: Person) -> None:
    """From the note to the two parts, in their order, with Tab, digits and words."""
    page = person.form()
    person.tab_to(page.note.text)
    person.type("It was quiet.")
    person.tab_to(page.note.line)
    person.type("Ask about the pace.")
    [topic] = page.topics.rows.values()
    person.tab_to(topic.row.segments()[0])
    person.press(Qt.Key.Key_0)  # brought
    for number, statement in enumerate(page.alliance.statements):
        person.tab_to(statement.row.segments()[0])
        person.type("43210x32"[number])
    person.tab_to(page.alliance.one_change)
    person.type("More time.")
    person.tab_to(page.difficulty.fold.button)
    person.press(Qt.Key.Key_Space)
    person.tab_to(page.difficulty.statements[0].row.segments()[0])
    person.type("2")
    person.tab_to(page.signs.fold.button)
    person.press(Qt.Key.Key_Space)
    person.tab_to(page.signs.statements[Sign.TOGETHER].row.segments()[0])
    person.type("0")
    person.press(Qt.Key.Key_Tab)
    person.type("a word for it")
    [goal] = page.goals.cards.values()
    person.tab_to(goal.form.numbers.segments()[0])
    person.type("6")
    mine, theirs = page.both.lines
    person.tab_to(mine.field)
    person.type("I stayed")
    person.tab_to(theirs.field)
    person.type("did not hurry")
    person.tab_to(page.done)
    person.press(Qt.Key.Key_Space)
    assert person.window.page is not None
    assert person.window.page.name == "today"


def test_the_form_is_filled_in_by_keyboard_and_every_answer_is_in_the_file(
    person: Person, diary: Diary, diary_file: Path
) -> None:
    fill_in(person)
    diary.close()

    kept = Diary.open(diary_file, KEY)
    [therapy] = kept.therapies.all()
    [session] = kept.sessions.held(therapy.id)
    assert (session.starts_at, session.one_line) == (SESSION, "Ask about the pace.")
    assert (session.my_part, session.their_part) == ("I stayed", "did not hurry")
    assert [it.text for it in kept.notes.of_session(session.id)] == ["It was quiet."]
    [topic] = kept.topics.of(therapy.id)
    assert (topic.state, topic.brought_in) == (TopicState.BROUGHT, session.id)
    rating = kept.alliance_ratings.at(session.id)
    assert rating is not None
    assert list(rating.answers.values()) == [4, 3, 2, 1, 0, None, 3, 2]
    assert rating.one_change == "More time."
    check = kept.difficulty_checks.at(session.id)
    assert check is not None
    assert check.answer("h4") == 2
    [moment] = kept.signs.at(session.id)
    assert (moment.sign, moment.words) == (Sign.TOGETHER, "a word for it")
    [goal] = kept.goals.of(therapy.id)
    [number] = kept.goals.ratings_of(goal.id)
    assert (number.value, number.session) == (6, session.id)
    assert kept.drafts.all() == []
    kept.close()


def test_two_days_later_it_is_looked_at_again_and_strain_is_marked_with_one_key(
    person: Person, diary: Diary
) -> None:
    fill_in(person)
    [therapy] = diary.therapies.all()
    [session] = diary.sessions.held(therapy.id)
    person.now = EVENING + timedelta(days=2)
    person.press(Qt.Key.Key_4, CTRL)
    person.press(Qt.Key.Key_1, CTRL)  # Today is read anew
    today = person.window.page
    assert today is not None
    person.tab_to(today.form.lookDo)  # type: ignore[attr-defined]
    person.press(Qt.Key.Key_Space)
    person.type("It was a good quiet.")
    person.press(Qt.Key.Key_F8)
    person.type("The bill")
    person.press(Qt.Key.Key_S, CTRL)

    look = diary.second_looks.at(session.id)
    assert look is not None
    assert look.note.text == "It was a good quiet."
    assert [it.text for it in diary.second_looks.first_notes(session.id)] == ["It was quiet."]
    marks = {it.kind: it for it in diary.milestones.of(therapy.id)}
    assert set(marks) == {MilestoneKind.FIRST_SESSION, MilestoneKind.STRAIN}
    assert {it.session for it in marks.values()} == {session.id}
    assert marks[MilestoneKind.STRAIN].words == "The bill"


@pytest.mark.parametrize("look", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_open_form_is_whole_and_named_in_a_small_window(
    person: Person, theme: Theme, look: Choice, percent: int
) -> None:
    theme.choose(look)
    theme.set_text_size(percent)
    page = person.form()
    page.difficulty.fold.set_open(True)
    page.signs.open_first()
    person.type("0")
    for _ in range(5):
        QApplication.processEvents()
    assert unnamed_controls(person.window) == []
    assert clipped_words(person.window) == []
    assert scrolled_sideways(person.window) == []
