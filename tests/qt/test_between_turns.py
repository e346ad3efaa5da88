"""What a person does before the first turn of a page and after each other one: nothing goes wrong, no word is lost."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.conftest import NOON
from tests.qt.an_ending import begin_an_ending
from tests.qt.hands import settle
from therapy_diary.desktop.in_turns import Late
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.closing import Section
from therapy_diary.domain.found import Found, FoundKind
from therapy_diary.domain.goal import Goal
from therapy_diary.domain.session import Session
from therapy_diary.domain.setting_event import SettingEventKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import Topic
from therapy_diary.storage.diary import Diary
from therapy_diary.views.after_session import HERE, NEW, AfterSessionPage
from therapy_diary.views.alliance import AlliancePage
from therapy_diary.views.before_session import BeforeSessionPage
from therapy_diary.views.bring.room_row import PLACE as TOPIC
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.checklist import PLACE, ChecklistPage
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.page import Desk, Page
from therapy_diary.views.progress import ProgressPage
from therapy_diary.views.session_note import SessionNotePage
from therapy_diary.views.setting import SettingPage
from therapy_diary.views.topics import TopicsPage
from therapy_diary.widgets.private_text import PrivateText

pytestmark = pytest.mark.thorough

Act = Callable[[Any], object]
ComeTo = Callable[[type[Page]], Any]
GOOD_BYE = Found(
    kind=FoundKind.ENDING, record=1, part=Section.GOOD_BYE, place=0, raw_title="", raw_passage=""
)
OPENS: dict[type[Page], tuple[Act, ...]] = {
    AfterSessionPage: (
        lambda page: page.show_subject((page.session_in_view(), "signs")),
        lambda page: page.show_subject((page.session_in_view(), "second_look")),
    ),
    AlliancePage: (lambda page: page.show_subject(page.session_in_view()),),
    BeforeSessionPage: (lambda page: page.print_page(), lambda page: page.show_subject("add")),
    ChecklistPage: (),
    EndingPage: (
        lambda page: parts_of(page.worksheet),
        lambda page: page.print_page(),
        lambda page: page.show_subject(GOOD_BYE),
        lambda page: page.return_to(f"{Section.WHAT_HELPED}:0"),
        lambda page: page.worksheet.ask_to_finish(),
        lambda page: page.worksheet.snapshot(),
        lambda page: page.worksheet.audience_row.turned.emit(),
    ),
    ProgressPage: (),
    SessionNotePage: (
        lambda page: page.find_in_text(),
        lambda page: page.show_subject(None),
        lambda page: page.return_to(page.bookmark()),
    ),
    SettingPage: (),
    TopicsPage: (lambda page: page.show_subject("add"), lambda page: page.return_to(page.bookmark())),
}
"""The pages that are made in turns, and what on each asks at once for what may still be to come."""
COME_TO = [
    (kind, quiet) for quiet in (False, True) for kind in OPENS if not (quiet and kind.rests_when_quiet)
]
"""With numbers, and in quiet mode where one can come to the page then."""


def name_of(it: object) -> str:
    return it.name if isinstance(it, type) and issubclass(it, Page) else str(it)


@pytest.fixture
def session(diary: Diary, therapy: Therapy) -> Session:
    """The session of an hour ago."""
    with diary.change():
        return diary.sessions.add(therapy.id, NOON - timedelta(hours=1))


@pytest.fixture
def topics(diary: Diary, therapy: Therapy) -> list[Topic]:
    """More to bring than the form after a session shows at once."""
    with diary.change():
        return [diary.topics.add(therapy.id, f"thing {it}", NOON.date()) for it in range(4)]


@pytest.fixture
def goal(diary: Diary, therapy: Therapy) -> Goal:
    with diary.change():
        made = diary.goals.add(therapy.id, "sleep", NOON.date())
        diary.goals.rate(made.wording.id, NOON.date(), 3)
    return made


def leave(page: Page) -> None:
    page.hide()
    page.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def come_to(desk: Desk) -> Iterator[ComeTo]:
    """A function that shows a page, and hands it back before its first turn. None outlives the diary."""
    pages: list[Page] = []

    def come(kind: type[Page]) -> Any:
        if kind is EndingPage:
            begin_an_ending(desk.diary)
        page = kind(desk)
        pages.append(page)
        page.resize(1000, 640)
        page.show()
        assert not page.is_whole
        return page

    yield come
    for page in pages:
        if isValid(page):
            leave(page)


def after_each_turn(page: Page) -> Iterator[int]:
    """Comes back before the first turn of the page, and after each other one until it is whole."""
    turn, made = 0, list[None]()
    assert page.turns is not None
    page.turns.went_on.connect(lambda: made.append(None))
    while turn == 0 or not page.is_whole:
        yield turn
        turn += 1
        while len(made) < turn and not page.is_whole:
            QApplication.processEvents()
    yield turn


def parts_of(page: QWidget) -> None:
    """Ask for each part that comes in its turn."""
    for name, part in vars(type(page)).items():
        if isinstance(part, Late):
            assert getattr(page, name) is not None


@pytest.mark.parametrize(("kind", "quiet"), COME_TO, ids=name_of)
def test_nothing_goes_wrong_whatever_is_done_between_two_turns(
    desk: Desk,
    come_to: ComeTo,
    session: Session,
    topics: list[Topic],
    goal: Goal,
    kind: type[Page],
    quiet: bool,
    qtbot: QtBot,
) -> None:
    """What is raised in a slot fails the test too. No act here asks for what is still to come."""
    assert qtbot
    diary = desk.diary

    def quieten(wanted: bool) -> None:
        with diary.change():
            diary.choices.be_quiet(wanted)

    quieten(quiet)
    page = come_to(kind)
    turns = 0
    for turns in after_each_turn(page):
        page.refresh()
        page.keyboard_begins_at()
        with diary.change():  # the one says so to the page, the other changes much of it
            diary.goals.rate(goal.wording.id, NOON.date(), turns % 10)
        quieten(not quiet)
        quieten(quiet)
        page.set_aside()
        page.keep()
    leave(page)
    assert turns > 2, (session, topics)  # else nothing was done in between


@pytest.mark.parametrize(
    ("kind", "quiet", "place"),
    [(kind, quiet, place) for kind, quiet in COME_TO for place in range(len(OPENS[kind]) + 1)],
    ids=name_of,
)
def test_what_is_still_to_come_is_there_for_whoever_asks_between_two_turns(
    desk: Desk,
    come_to: ComeTo,
    session: Session,
    topics: list[Topic],
    goal: Goal,
    kind: type[Page],
    place: int,
    quiet: bool,
    qtbot: QtBot,
) -> None:
    """Each act before the first turn, and after more and more of the others: all of them would take a minute."""
    assert qtbot
    with desk.diary.change():
        desk.diary.choices.be_quiet(quiet)
    acts = (parts_of, *OPENS[kind])
    when, done, is_whole = 0, 0, False
    while not is_whole:
        page = come_to(kind)
        turn = next(it for it in after_each_turn(page) if it == when or page.is_whole)
        is_whole, when = page.is_whole, 2 * turn + 1 + place
        acts[place](page)
        while not page.is_whole:
            QApplication.processEvents()
        leave(page)
        done += 1
    assert done > 1, (session, topics, goal)


# words

BEGINS = "words of "


def put_draft(diary: Diary, place: str, given: object) -> None:
    """As an earlier sitting left it."""
    with diary.change():
        diary.drafts.keep(place, json.dumps(given), 0, NOON)


def draft_at(diary: Diary, place: str) -> Any:
    draft = diary.drafts.at(place)
    return None if draft is None else json.loads(draft.text)


@pytest.fixture
def words(topics: list[Topic]) -> dict[str, str]:
    """Half typed in the lines of the form after a session, by their keys."""
    keys = (
        "note",
        "line",
        *(f"came:{it.id}" for it in topics),
        "one_change",
        "my_part",
        "their_part",
        "sign:s2",
    )
    return {key: f"{BEGINS}{key}" for key in keys}


def test_half_typed_words_stay_in_the_file_whichever_part_of_the_form_is_there(
    desk: Desk, come_to: ComeTo, session: Session, words: dict[str, str], qtbot: QtBot
) -> None:
    """Letters go into each line as soon as it is there; and each time, the draft is written."""
    diary, place = desk.diary, f"{HERE}{session.id}"
    put_draft(diary, place, {"texts": words, "unsaid": ["safe"], "start": ""})
    page = come_to(AfterSessionPage)
    expected = dict(words)
    for _ in after_each_turn(page):
        for field in page.findChildren(PrivateText):
            if BEGINS in field.text():
                qtbot.keyClicks(field, "x")
                expected[field.text().split(BEGINS)[1]] = field.text()
        page.set_aside()
        half = draft_at(diary, place)
        assert half["texts"] == expected
        assert half["unsaid"] == ["safe"]
    assert all(it.startswith("x") for it in expected.values())
    page.keep()
    assert draft_at(diary, place) is None
    assert diary.sessions.get(session.id).my_part == expected["my_part"]
    assert [it.what_came_of_it for it in diary.topics.waiting(session.therapy)] == [
        text for key, text in expected.items() if key.startswith("came:")
    ]
    leave(page)


def test_an_answer_taken_back_meanwhile_does_not_come_back(
    desk: Desk, come_to: ComeTo, session: Session, qtbot: QtBot
) -> None:
    put_draft(desk.diary, f"{HERE}{session.id}", {"texts": {}, "unsaid": ["aims"], "start": ""})
    page = come_to(AfterSessionPage)
    taken_back = False
    for _ in after_each_turn(page):
        if not taken_back and type(page).alliance.is_there(page) and page.alliance.asked.there():
            qtbot.keyClick(page.alliance.asked.there()[0].row.segments()[-1], Qt.Key.Key_Space)
            taken_back = True
            assert page.alliance.unsaid() == []
            assert not page.is_whole
    assert page.alliance.unsaid() == []
    leave(page)


@pytest.mark.parametrize("turns", [0, 3, 5])
def test_words_for_a_session_that_is_not_there_yet_go_along_to_another(
    desk: Desk, come_to: ComeTo, session: Session, words: dict[str, str], turns: int
) -> None:
    """The other one is picked before all parts are there."""
    diary = desk.diary
    put_draft(diary, NEW, {"texts": words, "unsaid": [], "start": "2026-03-02T09:00"})
    page = come_to(AfterSessionPage)
    assert next(it for it in after_each_turn(page) if it == turns) == turns
    there = page.picker.combo.findText("Session 1", Qt.MatchFlag.MatchStartsWith)
    page.picker.combo.setCurrentIndex(there)
    page.picker.combo.activated.emit(there)
    page.set_aside()
    assert draft_at(diary, NEW) is None
    assert draft_at(diary, f"{HERE}{session.id}")["texts"] == words
    leave(page)


def test_half_given_answers_stay_in_the_file_whichever_statement_is_there(
    desk: Desk, come_to: ComeTo, session: Session, qtbot: QtBot
) -> None:
    diary = desk.diary
    answers = dict.fromkeys(STATEMENTS, 3)
    put_draft(diary, f"alliance:{session.id}", {"answers": answers, "start": "", "my_part": "mine"})
    page = come_to(AlliancePage)
    for turn in after_each_turn(page):
        qtbot.keyClicks(page.form.oneChange, "x")
        page.set_aside()
        half = draft_at(diary, f"alliance:{session.id}")
        assert half["answers"] == answers
        assert (half["my_part"], half["one_change"]) == ("mine", "x" * (turn + 1))
    leave(page)
    given = {
        "answers": {f"{it}": 2 for it in range(1, 9)},
        "words": {f"{it}": f"w{it}" for it in range(1, 9)},
    }
    put_draft(diary, PLACE, {**given, "session": "", "day": ""})
    page = come_to(ChecklistPage)
    for _ in after_each_turn(page):
        if there := page.asked.there():
            qtbot.keyClicks(there[-1].line, "x")
            given["words"][f"{len(there)}"] = there[-1].line.text()
            assert f"w{len(there)}" in there[-1].line.text()
        page.set_aside()
        half = draft_at(diary, PLACE)
        assert {it: half[it] for it in given} == given
    leave(page)


def test_lines_half_typed_stay_in_the_file_whichever_part_is_there(
    desk: Desk, come_to: ComeTo, session: Session, topics: list[Topic], qtbot: QtBot
) -> None:
    diary, day = desk.diary, NOON.date().isoformat()
    kind = str(SettingEventKind.TIME_MOVED)
    put_draft(diary, "setting:event", {"what": "half", "kind": kind, "on": day, "until": day})
    page = come_to(SettingPage)
    for _ in after_each_turn(page):
        if type(page).events.is_there(page):
            qtbot.keyClicks(page.events.what, "x")
        page.set_aside()
        assert "half" in draft_at(diary, "setting:event")["what"]
    leave(page)

    row = f"{TOPIC}{topics[0].uid}"
    half = {"wording": "half", "opening": "", "kind": "", "hard": 0, "covered": False}
    for place in ("topics:new", row):
        put_draft(diary, place, half)
    page = come_to(TopicsPage)
    for _ in after_each_turn(page):
        if type(page).new.is_there(page):
            qtbot.keyClicks(page.new.wording, "x")
        page.set_aside()
        assert all("half" in draft_at(diary, it)["wording"] for it in ("topics:new", row))
    leave(page)

    put_draft(diary, "note:new", {"text": "half"})
    page = come_to(SessionNotePage)
    for _ in after_each_turn(page):
        qtbot.keyClicks(page.form.text, "x")
        page.set_aside()
        assert "half" in draft_at(diary, "note:new")["text"]
    leave(page)
    assert session


# order


@pytest.mark.parametrize("cards_there", [1, 3], ids=["panels", "details"])
def test_a_panel_that_comes_meanwhile_stands_in_its_place(
    desk: Desk, come_to: ComeTo, therapy: Therapy, session: Session, goal: Goal, cards_there: int
) -> None:
    """How it was between the two comes first, also where it is answered while the rest is being drawn."""
    assert goal
    diary = desk.diary
    with diary.change():
        other = diary.goals.add(therapy.id, "walk", NOON.date())
        diary.goals.rate(other.wording.id, NOON.date(), 5)
    page = come_to(ProgressPage)
    assert next(it for it in after_each_turn(page) if len(page.findChildren(ChartCard)) >= cards_there)
    assert not page.is_whole
    with diary.change():
        given: dict[str, int | None] = dict.fromkeys(STATEMENTS, 2)
        diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=NOON, answers=given))
    settle()
    words = ["How it was between us", "sleep", "walk"]
    assert [it.form.title.text() for it in page.panels.values()] == words
    read_aloud = page.findChildren(ChartCard)
    for cards in (read_aloud, sorted(read_aloud, key=lambda it: it.y())):
        assert [it.form.title.text() for it in cards][:3] == words
    leave(page)
