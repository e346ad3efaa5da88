"""A person with more than one therapy: one at a time on the screen, each with its own words, and nothing lost between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import clipped_words, scrolled_sideways, tab_cycle, unnamed_controls
from tests.qt.hands import press_button, settle
from tests.qt.reading_the_screen import words_on
from therapy_diary.app import build_window
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.alliance import STATEMENTS, AllianceRating
from therapy_diary.domain.closing import (
    Audience,
    Closing,
    ClosingSection,
    DecidedBy,
    Section,
    Variant,
)
from therapy_diary.domain.found import Found, FoundKind, FoundOnPage
from therapy_diary.domain.goal import GoalState
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.note import NoteKind
from therapy_diary.domain.therapy import Approach, EndKind, Therapy, TherapyState
from therapy_diary.exchange.bringing import bring
from therapy_diary.exchange.taking import Kind, take
from therapy_diary.preferences import Preferences
from therapy_diary.reports.pages.snapshot import frozen
from therapy_diary.storage.diary import Diary
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.records import records_of
from therapy_diary.views.sheets import worksheet_of
from therapy_diary.views.window.page_stack import PAGES

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("british")]

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
RUTH, GROUP = "Ruth, then", "Group on Thursdays"


@dataclass(frozen=True, slots=True)
class Two:
    """The therapy with N. that goes on, and one with Ruth that was before it and goes on as well."""

    now: Therapy
    before: Therapy


def live(diary: Diary, therapy: Therapy, first: datetime, words: str) -> None:
    """Three sessions, each with a note and a rating, a goal, and something to bring. Inside a change."""
    goal = diary.goals.add(therapy.id, f"goal of {words}", first.date())
    for week in range(3):
        starts_at = first + timedelta(weeks=week)
        session = diary.sessions.add(therapy.id, starts_at)
        answers: dict[str, int | None] = dict.fromkeys(STATEMENTS, 3)
        diary.alliance_ratings.give(AllianceRating(session=session.id, filled_at=starts_at, answers=answers))
        diary.goals.rate(goal.wording.id, starts_at.date(), 2 + week, session=session.id)
        diary.notes.write(
            therapy.id, f"{words} words", starts_at, session=session.id, kind=NoteKind.AFTER, title=words
        )
    diary.topics.add(therapy.id, f"topic of {words}", first.date())


@pytest.fixture
def two(diary: Diary, therapy: Therapy) -> Two:
    with diary.change():
        before = diary.therapies.begin(label=RUTH, therapist_name="Ruth", started_on=date(2024, 9, 3))
        live(diary, before, datetime(2024, 9, 3, 10, 0), "harbour")
        live(diary, therapy, datetime(2026, 1, 13, 17, 0), "meadow")
    return Two(therapy, before)


@pytest.fixture
def window(two: Two, window: MainWindow) -> MainWindow:
    """The window over both."""
    del two  # they are in the diary
    window.switch.follow()
    return window


def ended(therapy: Therapy, day: date = date(2025, 6, 24), kind: EndKind = EndKind.LACK_OF_FIT) -> Therapy:
    return replace(therapy, state=TherapyState.CLOSED, ended_on=day, end_kind=kind)


def other(window: MainWindow) -> None:
    """The key for the next therapy, wherever the keyboard is."""
    QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_T, CONTROL | SHIFT)


def said(window: MainWindow) -> str:
    return " ¶ ".join(words_on(window))


def test_with_one_therapy_nothing_speaks_of_others(
    diary: Diary, therapy: Therapy, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    window.show()
    assert therapy.label not in said(window)
    assert window.sidebar.therapy.isHidden()
    assert not window.menus.therapies.menuAction().isVisible()
    other(window)
    assert diary.choices.therapy() is None


def test_the_column_says_which_one_is_on_the_screen_and_the_menu_offers_the_other(
    two: Two, window: MainWindow
) -> None:
    assert window.sidebar.therapy.isVisible()
    assert window.sidebar.therapy.text() == two.now.label
    menu = window.menus.therapies
    assert [(it.text(), it.isChecked()) for it in menu.actions()] == [("With N.", True), (RUTH, False)]
    window.sidebar.therapy.click()
    assert menu.isVisible()
    menu.actions()[1].trigger()
    menu.close()
    assert window.sidebar.therapy.text() == RUTH
    assert [it.isChecked() for it in menu.actions()] == [False, True]
    come_to(window, "today")
    assert clipped_words(window) == []
    assert unnamed_controls(window) == []


def test_the_key_brings_the_other_therapy_from_every_page(two: Two, window: MainWindow, diary: Diary) -> None:
    for name in PAGES:
        come_to(window, name)
        other(window)
        assert diary.therapies.current() == two.before, name
        assert window.page is not None
        assert window.page.name == name
        other(window)
        assert diary.therapies.current() == two.now, name


@pytest.mark.parametrize("name", ["timeline", "goals", "before_session", "topics", "progress"])
def test_every_page_follows_and_leads_back(name: str, window: MainWindow) -> None:
    window.show_page(name)
    settle()
    here = said(window)
    other(window)
    assert window.page is not None
    assert window.page.name == name
    settle()
    there = said(window)
    assert ("meadow" in here, "harbour" in here) == (True, False)
    assert ("meadow" in there, "harbour" in there) == (False, True)
    other(window)
    settle()
    assert "meadow" in said(window)


def test_what_is_written_after_the_switch_belongs_to_the_one_on_the_screen(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    other(window)
    window.show_subject("session_note", None)
    QTest.keyClicks(window.focusWidget(), "after the tide")
    window.jot_down()
    assert window.capture is not None
    QTest.keyClicks(window.capture.text, "jotted by the quay")
    window.capture.save()
    window.show_page("today")
    texts = [it.text for it in diary.notes.newest(two.before.id, 9)]
    assert "after the tide" in texts
    assert "jotted by the quay" in texts
    assert [it.text for it in diary.notes.newest(two.now.id, 9)] == ["meadow words"] * 3


def test_a_half_written_note_becomes_one_in_its_own_therapy(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    window.show_subject("session_note", None)
    QTest.keyClicks(window.focusWidget(), "half a sen")
    other(window)
    assert "half a sen" in [it.text for it in diary.notes.newest(two.now.id, 9)]
    assert "half a sen" not in said(window)


def half_typed(window: MainWindow, page: str) -> None:
    """Type a few words into a field of a page that keeps them only when that is asked for."""
    window.show_subject(page, "add")
    if page == "goals":
        window.page.add.click()  # type: ignore[union-attr]
        window.page.editor.form.wording.setFocus()  # type: ignore[union-attr]
    QTest.keyClicks(window.focusWidget(), "half-typed")


@pytest.mark.parametrize("page", ["before_session", "topics", "goals"])
def test_half_typed_words_wait_with_their_therapy(
    page: str, window: MainWindow, diary: Diary, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    half_typed(window, page)
    other(window)
    assert "half-typed" not in said(window)
    window.close()
    again = build_window(diary, lambda: NOON, theme, Preferences.load(tmp_path / "other.ini"))
    qtbot.addWidget(again)
    again.show()
    again.show_page(page)
    assert "half-typed" not in said(again)
    other(again)
    assert "half-typed" in said(again)


def test_a_new_start_comes_back_to_the_one_that_was_on_the_screen(
    two: Two, window: MainWindow, diary: Diary, diary_file: Path
) -> None:
    other(window)
    window.close()
    diary.close()
    again = Diary.open(diary_file, KEY)
    shown = again.therapies.current()
    again.close()
    assert shown == two.before


def test_beginning_or_ending_one_takes_nothing_off_the_screen(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    with diary.change():
        diary.therapies.begin(label="Brought along", started_on=date(2026, 3, 1))
    assert diary.therapies.current() == two.now
    with diary.change():
        diary.therapies.save(ended(two.now, NOON.date(), EndKind.GOALS_REACHED))
    current = diary.therapies.current()
    assert current is not None
    assert current.id == two.now.id
    assert window.sidebar.therapy.text() == two.now.label


def test_when_the_one_on_the_screen_is_deleted_the_other_comes_with_what_waited(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    other(window)
    half_typed(window, "before_session")
    other(window)
    half_typed(window, "goals")
    window.show_page("settings")
    with diary.change():
        diary.therapies.remove(two.now.id)
    window.show_page("before_session")
    assert "topic of harbour" in said(window)
    assert "half-typed" in said(window)
    window.show_page("goals")
    assert "half-typed" not in said(window)
    assert window.sidebar.therapy.isHidden()


def test_a_lock_comes_back_to_the_therapy_and_to_the_word(
    two: Two, window: MainWindow, diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    other(window)
    window.show_subject("session_note", None)
    QTest.keyClicks(window.focusWidget(), "half a wo")
    window.lock()
    again = build_window(Diary.open(diary.file, KEY), lambda: NOON, theme, preferences)
    qtbot.addWidget(again)
    again.show()
    assert again.desk.diary.therapies.current() == two.before
    assert again.sidebar.therapy.text() == RUTH
    assert again.page is not None
    assert again.page.name == "session_note"
    assert "half a wo" in said(again)
    again.close()
    again.desk.diary.close()


def test_an_import_taken_back_takes_its_therapy_off_the_screen_and_no_half_written_word(
    two: Two, window: MainWindow, diary: Diary, tmp_path: Path
) -> None:
    theirs = Diary.create(tmp_path / "theirs.db", b"t" * 32)
    with theirs.change():
        theirs.therapies.begin(label="Theirs", started_on=date(2026, 2, 1))
    take(theirs, tmp_path / "theirs.json", Kind.JSON)
    theirs.close()
    half_typed(window, "before_session")
    report = bring(diary, tmp_path / "theirs.json", now=NOON)
    assert report.id is not None
    next(it for it in window.menus.therapies.actions() if it.text() == "Theirs").trigger()
    assert window.sidebar.therapy.text() == "Theirs"
    assert "half-typed" not in said(window)
    with diary.change():
        assert diary.imports.undo(report.id)
    assert diary.therapies.current() == two.now
    come_to(window, "before_session")
    assert "half-typed" in said(window)
    assert window.sidebar.therapy.text() == two.now.label


def test_words_that_cannot_be_kept_stay_and_so_does_the_therapy(
    two: Two, window: MainWindow, diary: Diary, monkeypatch: pytest.MonkeyPatch
) -> None:
    from therapy_diary.storage.errors import DiskFull

    half_typed(window, "before_session")

    def full(*_: object) -> None:
        raise DiskFull

    monkeypatch.setattr(diary, "quiet_change", full)
    other(window)
    monkeypatch.undo()
    assert diary.therapies.current() == two.now
    assert "half-typed" in said(window)
    assert window.above.notice.isVisible()


def test_a_search_says_whose_each_find_is_and_opens_it_in_its_therapy(
    two: Two, window: MainWindow, diary: Diary, qtbot: QtBot
) -> None:
    window.show_subject("timeline", "search")
    page = window.page
    page.search_for("words")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.found.count() == 6)  # type: ignore[union-attr]
    entries = [page.found.entry(page.found.index(it)) for it in range(page.found.rowCount())]  # type: ignore[union-attr]
    cards = [it for it in entries if it.subject is not None]
    whose = {("meadow" in it.title, "harbour" in it.title): it.chips[0] for it in cards}
    assert whose == {(True, False): "With N.", (False, True): RUTH}
    assert all(it.chips[0] in it.spoken for it in cards)
    harbour = next(it for it in cards if it.chips[0] == RUTH)
    window.show_subject("session_note", harbour.subject)
    assert diary.therapies.current() == two.before
    assert "harbour words" in said(window)

    with diary.change():  # the pages of a finished ending, too
        started = two.before.started_on
        closing = Closing(therapy=two.before.id, variant=Variant.GOALS, decided_by=None, opened_on=started)
        diary.closings.begin(closing)
        good_bye = ClosingSection(section=Section.GOOD_BYE, my_text="lighthouse")
        diary.closings.write(two.before.id, good_bye)
        worksheet = worksheet_of(records_of(diary, two.before, closing, NOON.date()), blanks=False)
        pages = frozen(dict.fromkeys(Audience, worksheet), None)
        diary.closings.finish(two.before.id, NOON.date(), pages)
        over = replace(
            two.before,
            state=TherapyState.CLOSED,
            ended_on=NOON.date(),
            end_kind=EndKind.GOALS_REACHED,
        )
        diary.therapies.save(over)
        diary.therapies.keep_on_screen(two.before.id)
    window.show_therapy(two.now.id)
    window.show_subject("timeline", "search")
    page = window.page
    page.search_for("lighthouse")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.found.count() == 2)  # type: ignore[union-attr]
    entries = [page.found.entry(page.found.index(it)) for it in range(page.found.rowCount())]  # type: ignore[union-attr]
    [finished] = [it for it in entries if isinstance(it.subject, FoundOnPage)]
    assert finished.chips == (RUTH, "Finished pages")
    window.show_subject("ending", finished.subject)
    assert diary.therapies.current().id == two.before.id  # type: ignore[union-attr]
    assert "lighthouse" in said(window)


def come_to(window: MainWindow, name: str) -> None:
    window.show_subject(name, None)
    settle()


def buttons_on(window: MainWindow) -> list[str]:
    return [it.text().replace("&", "") for it in window.findChildren(QPushButton) if it.isVisible()]


# the page of the therapy: another one, other words about it, and a pause


def test_another_therapy_is_begun_and_comes_onto_the_screen(
    therapy: Therapy, diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    window.show()
    come_to(window, "therapy")
    press_button("Begin another therapy", window)
    QTest.keyClicks(window.focusWidget(), "Noor")
    editor = window.page.editor  # type: ignore[union-attr]
    QTest.keyClicks(editor.label, GROUP)
    editor.approach.setFocus()
    QTest.keyClicks(editor.approach, "Some")
    editor.since.setDate(QDate(2026, 2, 5))
    editor.weekday.setFocus()
    QTest.keyClicks(editor.weekday, "Thursday")
    QTest.keyClicks(editor.reason, "Not to be alone with it")
    press_button("Begin this therapy", window)

    begun = diary.therapies.current()
    assert begun is not None
    assert (begun.label, begun.therapist_name, begun.started_on) == (GROUP, "Noor", date(2026, 2, 5))
    assert (begun.approach, begun.reason_for_coming) == (Approach.MIXED, "Not to be alone with it")
    agreed = diary.settings.on(begun.id, NOON.date())
    assert agreed is not None
    assert (agreed.weekday, agreed.start_time) == (4, time(17, 0))
    assert {it.state for it in diary.therapies.all()} == {TherapyState.ACTIVE}, "both go on at the same time"
    assert window.sidebar.therapy.text() == GROUP
    assert window.page is not None
    assert window.page.name == "therapy"
    assert therapy in diary.therapies.all()


def test_one_that_is_named_by_nobody_gets_a_name_of_its_own(window: MainWindow, diary: Diary) -> None:
    come_to(window, "therapy")
    press_button("Begin another therapy", window)
    press_button("Begin this therapy", window)
    begun = diary.therapies.current()
    assert begun is not None
    assert begun.label == "My therapy"


def test_a_therapy_half_written_down_waits_through_a_lock_and_a_switch(
    two: Two, window: MainWindow, diary: Diary, theme: Theme, preferences: Preferences, qtbot: QtBot
) -> None:
    come_to(window, "therapy")
    press_button("Begin another therapy", window)
    QTest.keyClicks(window.focusWidget(), "Noor, perh")
    other(window)
    assert "Noor, perh" in said(window)
    window.lock()
    again = build_window(Diary.open(diary.file, KEY), lambda: NOON, theme, preferences)
    qtbot.addWidget(again)
    again.show()
    again.show_page("therapy")
    assert "Noor, perh" in said(again)
    press_button("Cancel", again)
    assert "Noor, perh" not in said(again)
    assert len(again.desk.diary.therapies.all()) == 2
    assert two.now.label in said(again)
    again.close()
    again.desk.diary.close()


def test_what_is_written_about_a_therapy_can_be_changed(two: Two, window: MainWindow, diary: Diary) -> None:
    come_to(window, "therapy")
    press_button("Change …", window)
    editor = window.page.editor  # type: ignore[union-attr]
    assert not editor.since.isVisible()
    editor.label.selectAll()
    QTest.keyClicks(editor.label, "My Tuesdays")
    editor.reason.setFocus()
    QTest.keyClicks(editor.reason, "Sleep")
    press_button("Keep the changes", window)
    kept = diary.therapies.get(two.now.id)
    assert kept == replace(two.now, label="My Tuesdays", reason_for_coming="Sleep")
    assert window.sidebar.therapy.text() == "My Tuesdays"
    assert "My Tuesdays" in said(window)


def test_a_paused_therapy_asks_nothing_and_has_no_next_date(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    with diary.change():
        diary.tasks.add(two.now.id, "call Dana", date(2026, 3, 1))
    come_to(window, "today")
    assert "Your next session is on Tuesday" in said(window)
    come_to(window, "before_session")
    assert "Tuesday 10 March 2026" in said(window)
    assert "What I meant to try" in said(window)
    assert "How is the match so far?" in said(window)

    come_to(window, "therapy")
    press_button("Pause", window)
    assert diary.therapies.get(two.now.id).state is TherapyState.PAUSED
    for name in ("today", "before_session", "timeline"):
        come_to(window, name)
        assert "10 Mar" not in said(window)
    come_to(window, "before_session")
    assert "This therapy is paused" in said(window)
    assert "What I meant to try" not in said(window)
    assert "How is the match so far?" not in said(window)
    assert "topic of meadow" in said(window), "what is to be brought can wait"

    come_to(window, "therapy")
    press_button("Go on", window)
    assert diary.therapies.get(two.now.id) == two.now
    come_to(window, "before_session")
    assert "Tuesday 10 March 2026" in said(window)
    assert "What I meant to try" in said(window)
    assert "paused" not in said(window)


def test_a_pause_can_be_taken_back_at_once(two: Two, window: MainWindow, diary: Diary) -> None:
    come_to(window, "therapy")
    press_button("Pause", window)
    press_button("Undo", window)
    assert diary.therapies.get(two.now.id) == two.now


def test_one_that_is_ending_or_has_ended_is_not_paused_from_here(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    with diary.change():
        diary.therapies.move_to(two.now.id, TherapyState.ENDING)
        diary.therapies.save(ended(two.before))
    for _ in range(2):
        come_to(window, "therapy")
        assert {"Pause", "Go on"} & set(buttons_on(window)) == set()
        other(window)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 832), (900, 640)])
def test_with_long_names_in_every_script_nothing_is_cut(
    size: tuple[int, int], percent: int, two: Two, window: MainWindow, diary: Diary, theme: Theme
) -> None:
    theme.set_text_size(percent)
    window.resize(*size)
    with diary.change():
        diary.therapies.save(replace(two.before, label="\u05d8\u05d9\u05e4\u05d5\u05dc " * 20))
        diary.therapies.save(replace(two.now, label="Thursdays " * 12, therapist_name="Noa " * 25))
        leave_words(diary, two.before)
    for name in ("therapy", "side_by_side", "before_session", "goals"):
        come_to(window, name)
        if name == "therapy":
            press_button("What I need", window)
            come_to(window, name)
        assert clipped_words(window) == [], name
        assert scrolled_sideways(window) == [], name
        assert unnamed_controls(window) == [], name
        assert len(tab_cycle(window)) > 3, name


# what an ending leaves for the next beginning

NEEDS, SOUGHT = "somebody who can wait", "ask how they work"


def leave_words(diary: Diary, therapy: Therapy, variant: Variant = Variant.FIT) -> None:
    """End it, with two sections written. Inside a change."""
    diary.closings.begin(
        Closing(therapy=therapy.id, variant=variant, decided_by=DecidedBy.ME, opened_on=date(2025, 6, 1))
    )
    for section, words in ((Section.WHAT_I_LEARNED, NEEDS), (Section.WHAT_COMES_NEXT, SOUGHT)):
        diary.closings.write(therapy.id, ClosingSection(section=section, my_text=words))
    diary.therapies.save(ended(diary.therapies.get(therapy.id)))


def test_what_i_now_know_i_need_is_offered_before_the_first_session_of_the_next(
    two: Two, window: MainWindow, diary: Diary
) -> None:
    with diary.change():
        leave_words(diary, two.before)
        fresh = diary.therapies.begin(label="With Yael", started_on=NOON.date())
    window.show_therapy(fresh.id)
    come_to(window, "before_session")
    assert NEEDS not in said(window), "folded until it is asked for"
    press_button("Read it", window)
    assert NEEDS in said(window)
    assert SOUGHT in said(window)
    assert RUTH in said(window)
    press_button("Make it something to bring", window)
    assert [it.wording for it in diary.topics.waiting(fresh.id)] == [f"{NEEDS} {SOUGHT}"]
    assert "Make it something to bring" not in buttons_on(window)

    with diary.change():
        diary.sessions.add(fresh.id, NOON - timedelta(hours=3))
    come_to(window, "before_session")
    assert "From an earlier ending" not in said(window)
    come_to(window, "therapy")
    press_button("What I need", window)
    assert NEEDS in said(window), "and later it is still in reach"


@pytest.mark.parametrize("variant", list(Variant))
def test_nothing_is_offered_where_the_therapy_goes_on_or_was_a_match(
    variant: Variant, two: Two, window: MainWindow, diary: Diary
) -> None:
    with diary.change():
        leave_words(diary, two.before, variant)
        if variant is Variant.FIT:
            diary.therapies.move_to(two.before.id, TherapyState.ENDING)
        fresh = diary.therapies.begin(label="With Yael", started_on=NOON.date())
    window.show_therapy(fresh.id)
    come_to(window, "before_session")
    assert "From an earlier ending" not in said(window)
    come_to(window, "therapy")
    assert "What I need" not in buttons_on(window)


# side by side, on request


def test_two_stand_side_by_side_in_the_order_in_which_they_began(
    two: Two, window: MainWindow, diary: Diary, qtbot: QtBot
) -> None:
    with diary.change():
        diary.milestones.mark(two.before.id, date(2024, 9, 10), MilestoneKind.STRAIN, words="too fast for me")
        leave_words(diary, two.before)
        diary.closings.write(
            two.before.id, ClosingSection(section=Section.WHAT_DID_NOT_FIT, my_text="the pace of it")
        )
    come_to(window, "therapy")
    press_button("Lay two side by side", window)
    page = window.page
    assert page is not None
    assert page.name == "side_by_side"
    charts = [it.chart.form.chart for it in page.two]  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: all(it.is_drawn() for it in charts))
    first, second = ([" ".join(words_on(it)) for it in one.cards] for one in page.two)  # type: ignore[attr-defined]
    assert RUTH in first[0]
    assert "From 3 September 2024 to 24 June 2025" in first[0]
    assert "With N." in second[0]
    assert "Since 6 January 2026" in second[0]
    assert "goal of harbour" in first[2]
    assert "2 on 3 September 2024 · 4 on 17 September 2024" in first[2]
    assert "goal of meadow" in second[2]
    assert "too fast for me" in first[3]
    assert "the pace of it" in first[3]
    assert "Nothing is noted." in second[3]
    everything = said(window).lower()
    for weighing in ("better", "worse", "than the other", "difference", "more than", "less than", "best"):
        assert weighing not in everything
    places = [it.mapTo(page, it.rect().topLeft()) for it in (page.two[0].cards[0], page.two[1].cards[0])]  # type: ignore[attr-defined]
    assert places[0].y() == places[1].y()
    assert places[0].x() < places[1].x()


def test_of_three_any_two_can_be_chosen(two: Two, window: MainWindow, diary: Diary) -> None:
    with diary.change():
        diary.therapies.begin(label="With Yael", started_on=NOON.date())
    come_to(window, "side_by_side")
    page = window.page
    assert page is not None
    one, the_other = page.choices  # type: ignore[attr-defined]
    assert [one.itemText(it) for it in range(3)] == [RUTH, two.now.label, "With Yael"]
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Home)
    the_other.setFocus()
    QTest.keyClick(the_other, Qt.Key.Key_Home)
    QTest.keyClick(the_other, Qt.Key.Key_Down)
    come_to(window, "side_by_side")
    heads = [" ".join(words_on(it.cards[0])) for it in page.two]  # type: ignore[attr-defined]
    assert RUTH in heads[0]
    assert two.now.label in heads[1]


def test_nothing_is_laid_side_by_side_in_quiet_mode(window: MainWindow) -> None:
    window.be_quiet(True)
    come_to(window, "therapy")
    assert "Lay two side by side" not in buttons_on(window)
    come_to(window, "side_by_side")
    assert "goal of" not in said(window)


# after the end

LATER = NOON + timedelta(days=400)
ASKS = re.compile(
    r"why (have|did|do) you|you have not|you did not|not written|haven.t|didn.t|since you last|last wrote|"
    r"come back (soon|to)|miss(ed)? you|long time|days ago|still there|where were you|overdue|remind",
    re.IGNORECASE,
)


@pytest.fixture
def after(two: Two, diary: Diary, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """More than a year after both have ended, with a goal carried on alone."""
    with diary.change():
        (goal,) = diary.goals.of(two.now.id)
        diary.goals.save(replace(goal, state=GoalState.CARRIED_ON, closed_on=NOON.date()))
        leave_words(diary, two.before)
        diary.therapies.save(ended(two.now, NOON.date(), EndKind.GOALS_REACHED))
    window = build_window(diary, lambda: LATER, theme, Preferences.load(tmp_path / "later.ini"))
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    window.close()


def test_after_the_end_every_page_is_calm_and_nothing_asks_why_nobody_writes(after: MainWindow) -> None:
    for name in PAGES:
        if name in ("help", "settings"):
            continue  # they speak about the program
        come_to(after, name)
        assert ASKS.findall(said(after)) == [], name
        for notice in (after.above.notice, after.above.news, after.above.soon):
            assert not notice.isVisible(), name


def test_after_the_end_today_and_the_page_before_a_session_say_so_and_want_nothing(
    after: MainWindow,
) -> None:
    come_to(after, "today")
    assert "This therapy has ended" in said(after)
    assert "Nothing has to be added." in said(after)
    assert "There is room for" not in said(after)
    assert "Add something to bring" not in buttons_on(after)
    come_to(after, "before_session")
    assert "This therapy has ended" in said(after)
    assert "session 4" not in said(after)
    assert "topic of meadow" not in said(after)
    press_button("Go to the timeline", after)
    assert "meadow" in said(after)


def test_after_the_end_everything_stays_to_be_read_and_found(
    two: Two, after: MainWindow, qtbot: QtBot
) -> None:
    assert two.now.label in said(after)
    after.show_subject("timeline", "search")
    page = after.page
    page.search_for("meadow")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.found.count() > 0)  # type: ignore[union-attr]
    note = next(
        it.subject
        for row in range(page.found.rowCount())  # type: ignore[union-attr]
        if isinstance((it := page.found.entry(page.found.index(row))).subject, Found)  # type: ignore[union-attr]
        and it.subject.kind is FoundKind.NOTE
    )
    after.show_subject("session_note", note)
    assert "meadow words" in said(after)
    come_to(after, "goals")
    assert "goal of meadow" in said(after)
    come_to(after, "therapy")
    assert "ended" in said(after)


def test_a_goal_carried_on_can_be_rated_on_any_day_after_the_end(
    two: Two, after: MainWindow, diary: Diary
) -> None:
    come_to(after, "today")
    press_button("Goals you carry on", after)
    page = after.page
    assert page is not None
    assert page.name == "goals"
    (card,) = page.carried.cards.values()  # type: ignore[attr-defined]
    seven = card.form.numbers.segments()[7]
    seven.setFocus()
    QTest.keyClick(seven, Qt.Key.Key_Space)
    QTest.keyClicks(card.form.words, "by myself")
    after.show_page("today")
    (goal,) = diary.goals.of(two.now.id)
    latest = diary.goals.ratings_of(goal.id)[-1]
    assert (latest.rated_on, latest.value, latest.words, latest.session) == (
        LATER.date(),
        7,
        "by myself",
        None,
    )
    assert goal.state is GoalState.CARRIED_ON
