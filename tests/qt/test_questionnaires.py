"""Questionnaires: off by default, answered in peace, kept as their files were, and never louder than they should be."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import NOON
from tests.qt.audit import clipped_words, tab_cycle, unnamed_controls
from tests.qt.reading_the_screen import words_on
from therapy_diary import resources
from therapy_diary.domain.contact import ContactKind
from therapy_diary.domain.measure import Origin
from therapy_diary.domain.measure_file import read_measure
from therapy_diary.domain.therapy import Therapy
from therapy_diary.storage.diary import Diary
from therapy_diary.views.chart_card import ChartCard
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.questionnaires import QuestionnairesPage

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

WEEK = resources.text("measures/week_in_brief.toml")
ABOUT_HARM = """schema = 1
items = [ { id = "a", text = "I thought of harming myself.", options = "two", safety = { at_least = 1 } } ]
[measure]
code = "harm"
version = "1"
title = "One question"
language = "en"
[rights]
holder = "me"
licence = "own"
evidence = "none"
own_use_only = true
[options]
two = [ { value = 0, label = "no" }, { value = 1, label = "yes" } ]
[[scales]]
id = "s"
title = "One"
items = ["a"]
score = "sum"
better = "lower"
missing = { rule = "refuse" }
[scales.change]
sd = 1.0
reliability = 0.9
kind = "test_retest"
source = "Somebody 1999, table 2"
"""


def look_at(page: QuestionnairesPage, file: Path, qtbot: QtBot) -> None:
    """Have a file looked at, and wait for what is said of it."""
    page.adding.look_at(file)
    qtbot.waitUntil(lambda: not page.adding.is_reading)


@pytest.fixture
def page(window: MainWindow) -> QuestionnairesPage:
    window.show_subject("questionnaires", None)
    page = window.page
    assert isinstance(page, QuestionnairesPage)
    return page


def test_whose_a_questionnaire_is_stands_there_in_plain_words(page: QuestionnairesPage) -> None:
    told = " ".join(words_on(page))
    assert "Free for everyone to use. Developed by \u2068Robert L. Spitzer, " in told
    assert "Wording: \u2068this project\u2069" in told
    assert "none:" not in told


def press(name: str, root: QWidget) -> None:
    """Press the first button of that accessible name, or of those words, with the keyboard."""
    for _ in range(3):
        QApplication.processEvents()
    found = next(
        it
        for it in root.findChildren(QPushButton)
        if name in (it.text(), it.accessibleName()) and it.isVisible()
    )
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Space)
    QApplication.processEvents()


def write(text: str | bytes, place: Path) -> Path:
    place.write_bytes(text.encode() if isinstance(text, str) else text)
    return place


def test_three_lie_in_the_box_and_none_is_on(page: QuestionnairesPage, diary: Diary) -> None:
    told = words_on(page.others)
    assert "The week in brief" in told
    assert "Patient Health Questionnaire (PHQ-8)" in told
    assert "Generalized Anxiety Disorder scale (GAD-7)" in told
    assert page.cards == {}
    assert diary.measures.all() == []


def test_one_is_switched_on_answered_and_its_answers_are_in_the_diary(
    page: QuestionnairesPage, diary: Diary, therapy: Therapy, window: MainWindow
) -> None:
    press("Switch on: The week in brief", page)
    [kept] = diary.measures.all()
    assert (kept.enabled, kept.origin) == (True, Origin.IN_BOX)
    press("Answer: The week in brief", page)
    assert page.answering is not None
    rows = list(page.answering.rows.values())
    assert all(not it.is_answered() for it in rows)
    focus = QApplication.focusWidget()
    assert focus is rows[0].segments()[0]
    QTest.keyClick(focus, Qt.Key.Key_3)
    rows[1].segments()[0].setFocus()
    QTest.keyClick(rows[1].segments()[0], Qt.Key.Key_0)
    for _ in range(5):
        QApplication.processEvents()
    assert unnamed_controls(window) == []
    assert clipped_words(window) == []
    assert len(tab_cycle(window)) > 8
    press("Keep these answers", page)
    [given] = diary.measures.answers_of(kept.id)
    assert dict(given.answers) == {"slept": 3, "managed": 0, "people": None, "tense": None, "low": None}
    assert (given.answered_at, given.therapy) == (NOON, therapy.id)
    assert "Answered on 4 March 2026 · meant for about once a week" in words_on(page)


def test_nothing_is_kept_when_nothing_was_answered(page: QuestionnairesPage, diary: Diary) -> None:
    press("Switch on: The week in brief", page)
    press("Answer: The week in brief", page)
    press("Keep these answers", page)
    assert page.answering is not None
    assert page.answering.trouble.text() == "Nothing is answered yet."
    assert diary.measures.answers_of(diary.measures.all()[0].id) == []


def test_half_given_answers_are_there_again_after_a_lock(
    page: QuestionnairesPage, window: MainWindow, diary: Diary
) -> None:
    press("Switch on: The week in brief", page)
    press("Answer: The week in brief", page)
    assert page.answering is not None
    first = next(iter(page.answering.rows.values()))
    QTest.keyClick(first.segments()[0], Qt.Key.Key_2)
    page.set_aside()
    window.stack.take_away(["questionnaires"])  # as a lock takes every page away
    window.show_subject("questionnaires", None)
    again = window.page
    assert isinstance(again, QuestionnairesPage)
    assert again.answering is not None
    assert again.answering.answers()["slept"] == 2
    press("Leave it", again)
    assert again.answering is None
    assert window.show_page("today")
    assert diary.drafts.places() == []


def test_the_latest_answers_can_be_changed_and_stay_one_time(
    page: QuestionnairesPage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        kept = diary.measures.add(read_measure(WEEK), Origin.IN_BOX, enabled=True)
        diary.measures.answer(kept.id, NOON - timedelta(days=1), {"slept": 1}, therapy=therapy.id)
    page.refresh()
    press("History: The week in brief", page)
    press("Change the latest answers", page)
    assert page.answering is not None
    row = page.answering.rows["slept"]
    assert row.value() == 1
    QTest.keyClick(row.segments()[1], Qt.Key.Key_4)
    press("Keep these answers", page)
    [given] = diary.measures.answers_of(kept.id)
    assert (given.answers["slept"], given.answered_at) == (4, NOON - timedelta(days=1))


@pytest.fixture
def answered(diary: Diary, therapy: Therapy) -> None:
    """PHQ-8 at nine times, a week apart, once with too little answered."""
    measure = read_measure(resources.text("measures/phq8.toml"))
    with diary.change():
        kept = diary.measures.add(measure, Origin.IN_BOX, enabled=True)
        for week in range(9):
            answers: dict[str, int | None] = {it.id: 2 for it in measure.items}
            if week == 3:
                answers = {measure.items[0].id: 1}
            moment = datetime(2026, 1, 5, 20, 0) + timedelta(weeks=week)
            diary.measures.answer(kept.id, moment, answers, therapy=therapy.id)


@pytest.mark.usefixtures("answered")
def test_the_history_is_a_chart_a_table_and_a_sentence_and_bands_come_on_request_only(
    page: QuestionnairesPage, diary: Diary, qtbot: QtBot
) -> None:
    assert [it for it in page.findChildren(ChartCard) if it.isVisible()] == []
    press("History: Patient Health Questionnaire (PHQ-8)", page)
    [card] = [it for it in page.findChildren(ChartCard) if it.isVisible()]
    qtbot.waitUntil(card.form.chart.is_drawn)
    assert (
        card.form.sentence.text()
        == "First three answers: about 16. Latest three: about 16. Mostly about 16. No clear direction."
    )
    card.form.asTable.click()
    rows = card.table
    assert rows.data(rows.index(0, 2)) == "16"
    assert rows.data(rows.index(3, 2)) == ""
    assert rows.data(rows.index(3, 3)) == "1 of 8 answered"
    before = card._picture
    assert before is not None
    assert "authors" not in card.form.note.text()
    [shown] = page.cards.values()
    shown.bands.setFocus()
    QTest.keyClick(shown.bands, Qt.Key.Key_Space)
    assert diary.choices.shows_bands("phq8")
    assert "They are no diagnosis." in card.form.note.text()


def test_a_range_of_wobble_is_drawn_only_where_the_file_declares_one(
    page: QuestionnairesPage, diary: Diary, therapy: Therapy
) -> None:
    with diary.change():
        for toml in (ABOUT_HARM, WEEK):
            kept = diary.measures.add(read_measure(toml, added_by_me=True), Origin.ADDED_BY_ME, enabled=True)
            answers = {kept.measure.items[0].id: 1}
            for week in range(2):
                moment = NOON - timedelta(weeks=week + 1)
                diary.measures.answer(kept.id, moment, answers, therapy=therapy.id)
    page.refresh()
    declared, plain = page.cards.values()
    assert [it.wobble for it in plain._panels()] == [None, None]
    [panel] = declared._panels()
    assert panel.wobble is not None
    assert panel.wobble[1] - panel.wobble[0] == pytest.approx(2 * 1.96 * (2 * (1 - 0.9)) ** 0.5)
    assert "Somebody 1999, table 2" in panel.note


def test_an_answer_about_harm_shows_the_own_contacts_calmly(
    page: QuestionnairesPage, diary: Diary, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    with diary.change():
        diary.contacts.add("Dana", "0123 456", ContactKind.PERSON)
    look_at(page, write(ABOUT_HARM, tmp_path / "harm.toml"), qtbot)
    press("Add it for myself", page)
    for answer, shown in ((Qt.Key.Key_0, False), (Qt.Key.Key_1, True)):
        press("Answer: One question", page)
        assert page.answering is not None
        row = page.answering.rows["a"]
        QTest.keyClick(row.segments()[0], answer)
        assert ("0123 456" in words_on(page)) is shown  # at once, with nothing in the way of going on
        assert row.isAncestorOf(QApplication.focusWidget())
        press("Keep these answers", page)
        assert ("0123 456" in words_on(page)) is shown
    press("Your contacts", page)
    assert window.page is not None
    assert window.page.name == "too_much"
    assert len(diary.measures.answers_of(diary.measures.all()[0].id)) == 2


def test_the_contacts_go_again_with_the_answer_that_brought_them(
    page: QuestionnairesPage, diary: Diary, tmp_path: Path, qtbot: QtBot
) -> None:
    with diary.change():
        diary.contacts.add("Dana", "0123 456", ContactKind.PERSON)
    look_at(page, write(ABOUT_HARM, tmp_path / "harm.toml"), qtbot)
    press("Add it for myself", page)
    press("Answer: One question", page)
    made = page.answering
    assert made is not None
    row = made.rows["a"]
    QTest.keyClick(row.segments()[0], Qt.Key.Key_1)
    assert row.mapTo(page, row.rect().bottomLeft()).y() < made.support.mapTo(page, QPoint(0, 0)).y()
    assert made.support.mapTo(page, QPoint(0, 0)).y() < made.keep.mapTo(page, QPoint(0, 0)).y()
    assert unnamed_controls(page) == []
    QTest.keyClick(row.segments()[1], Qt.Key.Key_Backspace)
    assert "0123 456" not in words_on(page)
    QTest.keyClick(row.segments()[1], Qt.Key.Key_1)
    press("Your contacts", made)
    page.refresh()
    assert page.answering is made
    assert made.answers() == {"a": 1}  # nothing is lost by looking at them


def test_a_file_is_chosen_looked_at_and_only_then_kept(
    page: QuestionnairesPage, diary: Diary, tmp_path: Path, qtbot: QtBot
) -> None:
    file = write(
        WEEK.replace('"week_in_brief"', '"mine"').replace("The week in brief", "Mine"), tmp_path / "mine.toml"
    )
    press("Choose a file …", page)
    dialog = page.findChild(QFileDialog, "add_measure")
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.fileSelected.emit(str(file))
    assert page.adding.is_reading  # beside the window, which a slow one would hold up
    dialog.close()
    qtbot.waitUntil(lambda: not page.adding.is_reading)
    told = words_on(page.adding)
    assert "Mine" in told
    assert "not at all · a little · partly · mostly · completely" in told
    assert diary.measures.all() == []
    press("Add it for myself", page)
    [kept] = diary.measures.all()
    assert (kept.measure.code, kept.origin, kept.enabled) == ("mine", Origin.ADDED_BY_ME, True)
    assert kept.measure.rights.own_use_only
    assert "Mine" in words_on(page)


Spoil = Callable[[str], str | bytes]


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (lambda it: it.replace("version  =", "verzion  ="), "verzion"),
        (lambda it: it.replace("from = 7, ", "from = 6, "), "bands"),
        (lambda it: it.replace('id = "managed"', 'id = "slept"'), "slept"),
        (lambda it: it.replace("I was wound up.", "I was <b>wound</b> up."), "text"),
        (lambda it: it + "#" * 10_000_000, "larger"),
        (lambda it: it.replace("schema = 1", "schema = [", 1), "ine"),
        (lambda it: it.replace("A heavy mood", "A light mood"), "week_in_brief"),
        (lambda it: b"\xff\xfe" + it.encode(), "1"),
        (lambda it: it.replace("wound up", "wound \u202eup"), "direction"),
        (lambda _: "x = " + "[" * 50_000, "Line 1"),
        (lambda _: "x = [" + "1," * 100_000 + "]", "“x”"),
    ],
    ids=[
        *("typing error", "bands", "twice", "markup", "10 MB", "not TOML", "other content", "not text"),
        *("turned", "deep", "slow"),
    ],
)
def test_a_file_with_a_flaw_is_refused_in_one_sentence_and_nothing_is_stored(
    spoil: Spoil, named: str, page: QuestionnairesPage, diary: Diary, tmp_path: Path, qtbot: QtBot
) -> None:
    press("Switch on: The week in brief", page)
    before = diary.measures.all()
    look_at(page, write(spoil(WEEK), tmp_path / "spoilt.toml"), qtbot)
    assert named in page.adding.said.text()
    assert page.adding.said.text().count(". ") == 0  # one sentence
    assert page.adding.said.isVisible()
    assert not [
        it for it in page.findChildren(QPushButton) if it.text() == "Add it for myself" and it.isVisible()
    ]
    assert diary.measures.all() == before


def test_switched_off_it_is_no_longer_offered_and_its_answers_stay(
    page: QuestionnairesPage, diary: Diary, therapy: Therapy
) -> None:
    press("Switch on: The week in brief", page)
    [kept] = diary.measures.all()
    with diary.change():
        diary.measures.answer(kept.id, NOON, {"slept": 1}, therapy=therapy.id)
    press("Switch off: The week in brief", page)
    assert page.cards == {}
    assert len(diary.measures.answers_of(kept.id)) == 1
    press("Switch on: The week in brief", page)
    assert len(diary.measures.all()) == 1


def test_a_file_that_is_there_already_is_switched_on_and_kept_once(
    page: QuestionnairesPage, diary: Diary, tmp_path: Path, qtbot: QtBot
) -> None:
    file = write(
        WEEK.replace('"week_in_brief"', '"mine"').replace("The week in brief", "Mine"), tmp_path / "a.toml"
    )
    for _ in range(2):
        look_at(page, file, qtbot)
        press("Add it for myself", page)
        [kept] = diary.measures.all()
        assert kept.enabled
        press("Switch off: Mine", page)


def test_it_works_between_therapies(diary: Diary, window: MainWindow, therapy: Therapy) -> None:
    with diary.change():
        diary.therapies.remove(therapy.id)
    window.show_subject("questionnaires", None)
    page = window.page
    assert isinstance(page, QuestionnairesPage)
    press("Switch on: The week in brief", page)
    press("Answer: The week in brief", page)
    assert page.answering is not None
    QTest.keyClick(next(iter(page.answering.rows.values())).segments()[0], Qt.Key.Key_1)
    press("Keep these answers", page)
    assert diary.measures.answers_of(diary.measures.all()[0].id)[0].therapy is None
    press("History: The week in brief", page)
    [card] = page.cards.values()
    card.bands.setFocus()
    QTest.keyClick(card.bands, Qt.Key.Key_Space)
    assert [len(it.bands) for it in card._panels()] == [3, 0]
    assert any("A dot is an answer" in it for it in words_on(page))


@pytest.mark.parametrize("language", ["en", "he"])
def test_the_week_in_brief_is_ours_in_every_language_item_by_item(language: str) -> None:
    english, other = (
        read_measure(resources.text_in("measures/week_in_brief.toml", it)) for it in ("en", language)
    )
    assert (other.language, other.remarks) == (language, ())
    assert [(it.id, it.reverse) for it in other.items] == [(it.id, it.reverse) for it in english.items]
    assert [(it.id, it.better, it.missing) for it in other.scales] == [
        (it.id, it.better, it.missing) for it in english.scales
    ]
    assert (other.version == english.version) is (language == "en")
