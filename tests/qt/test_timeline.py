"""The timeline: everything in the order of time, read a page at a time."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.desktop.theme import Choice
from therapy_diary.domain.alliance import CORE, AllianceRating
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.note import Note, NoteKind
from therapy_diary.domain.session import Session, SessionState
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import short_day
from therapy_diary.views.finding.entry import Entry, EntryKind
from therapy_diary.views.finding.entry_words import plain_words
from therapy_diary.views.finding.timeline_list import Shown
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.timeline import TimelinePage

pytestmark = pytest.mark.usefixtures("british")

Shower = Callable[[Page], Page]


@pytest.fixture
def page(desk: Desk, therapy: Therapy) -> TimelinePage:
    assert therapy
    return TimelinePage(desk)


def cards(page: TimelinePage) -> list[Entry]:
    """Every row the list shows, whether of the timeline or of a search."""
    shown = page.form.list.model()
    return [shown.index(row, 0).data(Qt.ItemDataRole.UserRole) for row in range(shown.rowCount())]


def titles(page: TimelinePage) -> list[str]:
    return [it.title.replace("\u2068", "").replace("\u2069", "") for it in cards(page)]


def spoken(page: TimelinePage, row: int) -> str:
    return str(page.model.data(page.model.index(row), Qt.ItemDataRole.AccessibleTextRole))


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    """The second session, yesterday, written about and rated; the first has neither."""
    with diary.change():
        diary.sessions.add(therapy.id, datetime(2026, 2, 24, 17, 0))
        session = diary.sessions.add(therapy.id, datetime(2026, 3, 3, 17, 0))
        diary.notes.write(
            therapy.id,
            "I said **it**.\n\n- it was quiet\n- then she nodded",
            datetime(2026, 3, 3, 19, 0),
            session=session.id,
            kind=NoteKind.AFTER,
            title="The phone call",
        )
        answers = dict(zip(CORE, (4, None, 0), strict=True))
        diary.alliance_ratings.give(
            AllianceRating(session=session.id, filled_at=datetime(2026, 3, 3, 19, 0), answers=answers)
        )
    return session


def test_sessions_notes_milestones_and_breaks_stand_newest_first_under_their_months(
    page: TimelinePage, session: Session, diary: Diary, therapy: Therapy, shown: Shower
) -> None:
    with diary.change():
        diary.notes.write(therapy.id, "A dream", NOON)
        diary.sessions.add(therapy.id, datetime(2026, 2, 17, 17, 0), SessionState.MISSED)
        diary.sessions.add(therapy.id, datetime(2026, 3, 10, 17, 0), SessionState.PLANNED)
        diary.milestones.mark(therapy.id, date(2026, 2, 26), MilestoneKind.TURNING_POINT, "I called her")
        diary.milestones.mark(
            therapy.id, date(2026, 2, 9), MilestoneKind.BREAK, "On holiday", until=date(2026, 2, 13)
        )
    shown(page)
    assert session
    assert titles(page) == [
        "March 2026",
        "Between sessions",
        "Session 2 – The phone call",
        "February 2026",
        "Turning point",
        "Session 1",
        "Missed session",
        "Break",
    ]


def test_a_row_is_read_out_in_full(page: TimelinePage, session: Session, shown: Shower) -> None:
    shown(page)
    assert session
    assert spoken(page, 1) == (
        "Session 2, Tuesday 3 March 2026, After the session: The phone call."
        " I said it. it was quiet then she nodded."
        " Between you, from 0 to 4: aims 4, way of working not answered, connection 0."
    )
    interface = QAccessible.queryAccessibleInterface(page.form.list)
    assert spoken(page, 1) in [
        interface.child(row).text(QAccessible.Text.Name) for row in range(interface.childCount())
    ]


def test_enter_opens_the_note_and_a_session_without_one_is_written_about(
    page: TimelinePage, session: Session, diary: Diary, shown: Shower, qtbot: QtBot
) -> None:
    shown(page)
    page.form.list.setFocus()
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.form.list, Qt.Key.Key_Return)
    assert asked.args is not None
    name, note = asked.args
    assert name == "session_note"
    assert isinstance(note, Note)
    assert note.session == session.id
    qtbot.keyClick(page.form.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.keyClick(page.form.list, Qt.Key.Key_Return)
    assert asked.args == ["session_note", diary.sessions.of(session.therapy)[0].id]


def test_a_double_click_opens_the_note(
    page: TimelinePage, session: Session, shown: Shower, qtbot: QtBot
) -> None:
    shown(page)
    assert session
    view = page.form.list
    place = view.visualRect(page.model.index(1)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.asked_for):
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    ("chip", "wanted"),
    [
        (Shown.SESSIONS, ["March 2026", "Session 2 – The phone call", "February 2026", "Session 1"]),
        (Shown.NOTES, ["March 2026", "Between sessions", "Session 2 – The phone call"]),
        (Shown.MILESTONES, ["March 2026", "Mended"]),
        (Shown.BREAKS, ["January 2026", "Break"]),
    ],
)
def test_a_chip_shows_one_kind_only(
    page: TimelinePage,
    session: Session,
    diary: Diary,
    therapy: Therapy,
    shown: Shower,
    chip: Shown,
    wanted: list[str],
    qtbot: QtBot,
) -> None:
    assert session
    with diary.change():
        diary.notes.write(therapy.id, "A dream", NOON)
        diary.milestones.mark(therapy.id, date(2026, 3, 2), MilestoneKind.MENDED)
        diary.milestones.mark(therapy.id, date(2026, 1, 20), MilestoneKind.BREAK, until=date(2026, 1, 30))
    shown(page)
    qtbot.mouseClick(page.filters.shown[chip], Qt.MouseButton.LeftButton)
    assert titles(page) == wanted
    qtbot.mouseClick(page.filters.shown[Shown.ALL], Qt.MouseButton.LeftButton)
    assert len(titles(page)) > len(wanted)


def test_a_kind_of_which_there_is_none_says_so(
    page: TimelinePage, session: Session, shown: Shower, qtbot: QtBot
) -> None:
    assert session
    shown(page)
    qtbot.mouseClick(page.filters.shown[Shown.BREAKS], Qt.MouseButton.LeftButton)
    assert page.form.empty.isVisible()
    assert page.filters.shown[Shown.ALL].isVisible()


def test_an_empty_diary_offers_the_first_note(page: TimelinePage, shown: Shower, qtbot: QtBot) -> None:
    shown(page)
    assert page.form.empty.isVisible()
    with qtbot.waitSignal(page.asked_for) as asked:
        page.form.empty.acted.emit()
    assert asked.args == ["session_note", None]


def test_without_a_therapy_the_page_is_empty_too(desk: Desk, shown: Shower) -> None:
    page = TimelinePage(desk)
    shown(page)
    assert page.form.empty.isVisible()


def test_a_new_note_is_one_click_away(
    page: TimelinePage, session: Session, shown: Shower, qtbot: QtBot
) -> None:
    assert session
    shown(page)
    with qtbot.waitSignal(page.asked_for) as asked:
        qtbot.mouseClick(page.new_note, Qt.MouseButton.LeftButton)
    assert asked.args == ["session_note", None]


def test_the_line_under_the_title_says_how_many_and_when_the_next_one_is(
    page: TimelinePage, session: Session, shown: Shower
) -> None:
    assert session
    shown(page)
    words = [it.text() for it in page.form.heading.findChildren(QLabel)]
    assert "Timeline" in words
    assert any("since 24 February 2026 · next one Tue 10 Mar, 17:00" in it for it in words)


def test_what_is_written_elsewhere_appears_and_the_chosen_card_stays_chosen(
    page: TimelinePage, session: Session, diary: Diary, therapy: Therapy, shown: Shower
) -> None:
    shown(page)
    page.form.list.setCurrentIndex(page.model.index(1))
    with diary.change():
        diary.notes.write(therapy.id, "A dream", NOON, session=session.id, kind=NoteKind.BETWEEN)
    assert titles(page)[1] == "Session 2"
    here = page.model.entry(page.form.list.currentIndex())
    assert here.title.startswith("Session 2 – ")


@pytest.fixture
def years(diary: Diary, therapy: Therapy) -> Diary:
    """A diary of 5,000 notes, every other one about one of 500 sessions."""
    with diary.change():
        sessions = [
            diary.sessions.add(therapy.id, datetime(2012, 1, 3, 17, 0) + timedelta(weeks=week))
            for week in range(500)
        ]
        for number in range(5000):
            about = sessions[number // 10].id if number % 2 else None
            diary.notes.write(
                therapy.id,
                f"Note {number}. " + "Words that take a line or two of the card. " * 6,
                datetime(2012, 1, 3, 19, 0) + timedelta(hours=17 * number),
                session=about,
                kind=NoteKind.AFTER,
            )
    return diary


def test_of_5000_notes_only_the_first_are_read_and_more_as_one_scrolls(
    page: TimelinePage, years: Diary, shown: Shower, qtbot: QtBot
) -> None:
    assert years
    shown(page)
    QApplication.processEvents()
    opened = page.model.rowCount()
    assert 8 < opened < 60
    bar = page.form.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: page.model.rowCount() > opened)
    assert page.model.rowCount() < 2 * 300


def test_every_note_is_reached_once_by_reading_to_the_end(
    page: TimelinePage, years: Diary, shown: Shower
) -> None:
    assert years
    shown(page)
    while page.model.canFetchMore(QModelIndex()):
        page.model.fetchMore(QModelIndex())
    entries = [page.model.entry(page.model.index(row)) for row in range(page.model.rowCount())]
    notes = [it.subject.id for it in entries if isinstance(it.subject, Note)]
    assert len(notes) == len(set(notes)) == 5000
    moments = [it.moment for it in entries]
    assert moments == sorted(moments, reverse=True)
    months = [it.title for it in entries if it.kind is EntryKind.MONTH]
    assert len(months) == len(set(months))


@pytest.mark.thorough(
    but=(
        "100-LayoutDirection.LeftToRight-light",
        "100-LayoutDirection.RightToLeft-contrast",
        "200-LayoutDirection.RightToLeft-dark",
    )
)
@pytest.mark.parametrize("choice", [Choice.LIGHT, Choice.DARK, Choice.CONTRAST])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("text_size", [100, 200])
def test_cards_are_drawn_in_every_theme_direction_and_size(
    page: TimelinePage,
    session: Session,
    shown: Shower,
    choice: Choice,
    direction: Qt.LayoutDirection,
    text_size: int,
) -> None:
    assert session
    page.desk.theme.choose(choice)
    page.desk.theme.set_text_size(text_size)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setLayoutDirection(direction)
    shown(page)
    page.form.list.clearSelection()  # in high contrast the line around it has the colour of the first bar
    row = page.form.list.visualRect(page.model.index(1))
    image = page.form.list.viewport().grab(row).toImage()
    rail, card = _half(image, left=True), _half(image, left=False)
    teal = page.desk.theme.tokens().d1
    assert (teal in rail) is (direction == Qt.LayoutDirection.RightToLeft)  # the bars stand at the end
    assert (teal in card) is (direction == Qt.LayoutDirection.LeftToRight)


def _half(image: QImage, *, left: bool) -> set[str]:
    middle = image.width() // 2
    columns = range(middle) if left else range(middle, image.width())
    return {image.pixelColor(x, y).name().upper() for x in columns for y in range(image.height())}


def test_keyboard_and_screen_reader_reach_everything(
    page: TimelinePage, session: Session, shown: Shower
) -> None:
    assert session
    shown(page)
    assert unnamed_controls(page) == []
    assert len(tab_cycle(page.window())) == 6  # new note, search, one chip of the group, tag, day, the list


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("**bold** and _italic_", "bold and italic"),
        ("# Heading\n\n> said\n- one\n- two", "Heading said one two"),
        ("1. first\n2. second", "1. first 2. second"),
        ("🌱 **grün** 🌱", "🌱 grün 🌱"),
        ("a * b_c_d", "a * b_c_d"),
        ("שלום **עולם**", "שלום עולם"),
    ],
)
def test_marks_are_left_out_of_a_card(markdown: str, plain: str) -> None:
    assert plain_words(markdown) == plain


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("en_GB", "Tue 10 Mar"),
        ("en_US", "Tue, Mar 10"),
        ("de_DE", "Di., 10. März"),
        ("he_IL", "יום ג׳, 10 במרץ"),
    ],
)
def test_a_day_is_written_as_the_country_does(country: str, words: str) -> None:
    QLocale.setDefault(QLocale(country))
    assert short_day(date(2026, 3, 10)) == words
