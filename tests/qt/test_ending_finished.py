"""An ending from its beginning to the pages that are kept, and back: by the real window and the real file."""

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.an_ending import LEFT, NEVER, go_to, live_a_therapy, look_at_everything, printed, tick, write
from tests.qt.audit import clipped_words, scrolled_sideways, tab_cycle, unnamed_controls
from tests.qt.hands import settle
from therapy_diary.app import build_window
from therapy_diary.desktop.language import speak
from therapy_diary.desktop.theme import Theme
from therapy_diary.domain.closing import Audience, Closing, Section, Variant
from therapy_diary.domain.found import FoundOnPage
from therapy_diary.domain.goal import GoalState
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import EndKind, Therapy, TherapyState
from therapy_diary.preferences import Preferences
from therapy_diary.storage.diary import Diary
from therapy_diary.views.days import date_in_words, qdate
from therapy_diary.views.ending import EndingPage
from therapy_diary.views.finding.entry import Entry
from therapy_diary.views.goals import GoalsPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.timeline import TimelinePage

pytestmark = pytest.mark.thorough


@pytest.fixture
def page(window: MainWindow, diary: Diary, therapy: Therapy) -> EndingPage:
    """The ending in the main window, over a therapy with something of every kind."""
    live_a_therapy(diary, therapy)
    return ending_in(window)


def ending_in(window: MainWindow) -> EndingPage:
    assert window.show_page("ending")
    page = window.page_named("ending")
    assert isinstance(page, EndingPage)
    return page


def finish(page: EndingPage, qtbot: QtBot) -> None:
    """As the person does it: ask, and confirm what is offered."""
    asked = next(it for it in page.worksheet.findChildren(QPushButton) if it.text() == "Finish …")
    qtbot.mouseClick(asked, LEFT)
    assert page.worksheet.finish.isVisible()
    qtbot.mouseClick(page.worksheet.finish.finish, LEFT)


def found_pages(window: MainWindow, words: str, qtbot: QtBot) -> list[Entry]:
    """The cards of finished pages among what is found."""
    window.show_subject("timeline", "search")
    timeline = window.page
    assert isinstance(timeline, TimelinePage)
    with qtbot.waitSignal(timeline.looking.found):
        qtbot.keyClicks(timeline.filters.search, words)
    return [it for it in timeline.found._entries if isinstance(it.subject, FoundOnPage)]


def open_found(window: MainWindow, words: str, qtbot: QtBot) -> None:
    [found] = found_pages(window, words, qtbot)
    timeline = window.page
    assert isinstance(timeline, TimelinePage)
    timeline.form.list.setCurrentIndex(timeline.found.index(timeline.found.row_of(found.subject) or 0))
    qtbot.keyClick(timeline.form.list, Qt.Key.Key_Return)


def on_screen(page: EndingPage) -> str:
    QApplication.processEvents()  # the layout shows what came
    return "\n".join(it.text() for it in page.finished.card.findChildren(QLabel) if it.isVisible())


def test_from_begin_to_the_kept_pages_and_back(
    page: EndingPage,
    diary: Diary,
    therapy: Therapy,
    theme: Theme,
    preferences: Preferences,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    look_at_everything(page)
    write(page, Section.GOOD_BYE, "Thank you for zthechair.", qtbot)
    finish(page, qtbot)
    closed = diary.therapies.get(therapy.id)
    assert (closed.state, closed.ended_on, closed.end_kind) == (
        TherapyState.CLOSED,
        date(2026, 1, 27),  # the last session that was held
        EndKind.GOALS_REACHED,
    )
    assert page.room() is page.finished
    assert "zreason brought me" in on_screen(page)
    assert "Thank you for zthechair." in on_screen(page)

    # What changes in the diary, and even what is marked never to be printed later, leaves the pages alone.
    with diary.change():
        diary.therapies.save(replace(closed, reason_for_coming="znew reason"))
        diary.goals.add(therapy.id, "znewgoal", date(2026, 2, 1))
    assert "znew" not in on_screen(page)
    told = printed(page, tmp_path)
    assert "zreason brought me" in told
    assert "zfirstwords" in told
    assert "znew" not in told

    # Opened again, the worksheet shows the diary as it is now; a second finish makes other pages beside the first.
    qtbot.mouseClick(page.finished.open, LEFT)
    assert page.room() is page.worksheet
    assert diary.therapies.get(therapy.id).state is TherapyState.CLOSED
    go_to(page, Section.WHY_I_CAME)
    write(page, Section.GOOD_BYE, "And for the tea.", qtbot)
    finish(page, qtbot)
    assert "znew reason" in on_screen(page)
    assert page.finished.which.count() == 2
    page.finished.which.setCurrentIndex(1)
    page.finished.which.activated.emit(1)  # what a click on it does
    assert "zreason brought me" in on_screen(page)
    assert "tea" not in on_screen(page)

    # And all of it is in the file.
    diary.close()
    again = Diary.open(tmp_path / "diary.db", key=KEY)
    first, second = again.closings.snapshots(therapy.id)
    assert "zreason" in first.pages
    assert "znew reason" in second.pages
    assert "zreason" not in second.pages
    other = build_window(again, lambda: NOON, theme, preferences)
    qtbot.addWidget(other)
    with qtbot.waitExposed(other):
        other.show()
    assert "tea" in on_screen(ending_in(other))
    other.close()
    again.close()


def test_only_what_is_on_a_page_is_kept_with_it(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    look_at_everything(page)
    write(page, Section.TOOLS_I_KEEP, "zofftools", qtbot)
    tick(page.worksheet.card.form.inPrint, qtbot)
    go_to(page, Section.THE_ROAD)
    row = next(it for it in page.worksheet.card.rows.values() if it.offer.text == "zmark2")
    tick(row.tick.box, qtbot)
    finish(page, qtbot)
    [kept] = diary.closings.snapshots(therapy.id)
    for word in (*NEVER, "zofftools", "zmark2"):
        assert word not in kept.pages
    assert "zmark1" in kept.pages
    for audience in Audience:
        qtbot.mouseClick(page.finished.audience.segments()[list(Audience).index(audience)], LEFT)
        assert ("zopening" in on_screen(page)) == (audience is not Audience.NEXT)


def test_words_on_finished_pages_are_found_and_open_where_they_stand(
    page: EndingPage, window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    """Also once the therapy has gone on; and nothing of a topic that was covered after the pages were made."""
    qtbot.mouseClick(page.before.form.begin, LEFT)
    look_at_everything(page)
    write(page, Section.GOOD_BYE, "One day. " * 60 + "Then zthechair stood empty.", qtbot)
    finish(page, qtbot)
    for topic in diary.topics.of(therapy.id):
        with diary.change():
            diary.topics.save(replace(topic, covered=True))
    [kept] = diary.closings.snapshots(therapy.id)
    assert "zcameofit" in kept.pages
    for covered in ("zopening", "zsaid", "zcameofit"):
        assert found_pages(window, covered, qtbot) == []
    for word, section in (("zfirstwords", "goals"), ("zsign", "helped"), ("zthechair", "Good-bye")):
        [found] = found_pages(window, word, qtbot)
        assert section.lower() in found.title.lower()
        assert word in found.body
        assert found.chips == ("Finished pages",)
    assert [found.body[start : start + length] for start, length in found.body_marks] == ["zthechair"]

    def is_shown() -> bool:
        label = QApplication.focusWidget()
        return isinstance(label, QLabel) and label.selectedText() == "zthechair"

    for go_on in (True, False):
        open_found(window, "zthechair", qtbot)
        assert window.page is page
        assert page.room() is page.finished
        qtbot.waitUntil(is_shown)
        label = QApplication.focusWidget()
        assert label is not None
        qtbot.waitUntil(lambda it=label: not it.visibleRegion().isEmpty())
        if go_on:
            qtbot.mouseClick(page.finished.go_on, LEFT)


def test_the_small_chart_is_kept_with_the_pages_and_none_that_is_on_no_page(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    look_at_everything(page)
    go_to(page, Section.THE_ROAD)
    which = page.worksheet.card.chart.which
    which.setFocus()
    qtbot.keyClick(which, Qt.Key.Key_Up)
    assert which.currentText() == "zlatestwords"
    finish(page, qtbot)
    with diary.change():  # later changes leave the kept chart alone
        diary._connection.execute("DELETE FROM goal")
    [kept] = diary.closings.snapshots(therapy.id)
    assert "<svg" in kept.pages
    assert "as far as I wanted to get" in on_screen(page)
    assert printed(page, tmp_path).count("no nearer than at the start") == 2  # the chart's, and the table's

    qtbot.mouseClick(page.finished.open, LEFT)
    choice = page.worksheet.card.chart.which
    go_to(page, Section.THE_ROAD)
    assert choice.currentText() == "No chart"  # its goal is gone
    finish(page, qtbot)
    assert "<svg" not in diary.closings.snapshots(therapy.id)[-1].pages


def test_the_day_and_the_kind_can_be_chosen(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    qtbot.mouseClick(
        next(it for it in page.worksheet.findChildren(QPushButton) if it.text() == "Finish …"), LEFT
    )
    card = page.worksheet.finish
    card.ended_on.setDate(qdate(date(2026, 2, 10)))
    card.kind.setFocus()
    for _ in range(2):
        qtbot.keyClick(card.kind, Qt.Key.Key_Down)
    qtbot.mouseClick(card.finish, LEFT)
    closed = diary.therapies.get(therapy.id)
    assert (closed.ended_on, closed.end_kind) == (date(2026, 2, 10), EndKind.PLANNED_LIMIT)


def test_an_agreed_end_puts_what_stays_unfinished_first_on_the_second_page(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    form = page.before.form
    form.why.setCurrentIndex(form.why.findData(EndKind.PLANNED_LIMIT))
    qtbot.mouseClick(form.begin, LEFT)
    closing = diary.closings.at(therapy.id)
    assert closing is not None
    assert closing.why is EndKind.PLANNED_LIMIT
    listed = [page.worksheet.form.sections.item(it).text() for it in range(14)]
    assert listed.index("What comes next") == listed.index("What helped") + 1


def test_not_now_leaves_everything_open(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    qtbot.mouseClick(
        next(it for it in page.worksheet.findChildren(QPushButton) if it.text() == "Finish …"), LEFT
    )
    qtbot.mouseClick(
        next(it for it in page.worksheet.finish.findChildren(QPushButton) if it.text() == "Not now"), LEFT
    )
    assert page.worksheet.finish.isHidden()
    assert diary.therapies.get(therapy.id).state is TherapyState.ENDING
    assert diary.closings.snapshots(therapy.id) == []


def test_the_therapy_can_go_on_after_all_and_the_pages_stay_kept(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    finish(page, qtbot)
    qtbot.mouseClick(page.finished.go_on, LEFT)
    assert diary.therapies.get(therapy.id).state is TherapyState.ACTIVE
    assert page.room() is page.before
    assert len(diary.closings.snapshots(therapy.id)) == 1
    qtbot.mouseClick(page.before.form.earlier, LEFT)
    assert "In short" in on_screen(page)
    qtbot.mouseClick(page.finished.go_back, LEFT)
    assert page.room() is page.before

    qtbot.mouseClick(page.before.form.begin, LEFT)
    assert page.room() is page.worksheet
    earlier = next(it for it in page.worksheet.findChildren(QPushButton) if it.text() == "Finished pages")
    qtbot.mouseClick(earlier, LEFT)
    assert page.room() is page.finished
    qtbot.mouseClick(page.finished.go_back, LEFT)
    assert page.room() is page.worksheet


def last_marks(diary: Diary, therapy: Therapy) -> list[date]:
    """The days marked as those of a last session."""
    found = [it for it in diary.milestones.of(therapy.id) if it.kind is MilestoneKind.LAST_SESSION]
    return [it.on_date for it in found]


def test_finishing_marks_the_last_session_and_going_on_takes_the_mark_back(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    page.worksheet.ask_to_finish()
    box = page.worksheet.finish.mark_last
    assert box.isVisible()
    assert box.text() == f"Mark {date_in_words(date(2026, 1, 27))} as the last session"
    asked = list[str]()
    diary._connection.set_trace_callback(asked.append)
    page.worksheet.finish.ended_on.setDate(qdate(date(2026, 1, 21)))
    assert asked == []  # choosing a day reads nothing more
    diary._connection.set_trace_callback(None)
    assert box.text() == f"Mark {date_in_words(date(2026, 1, 20))} as the last session"
    page.worksheet.finish.ended_on.setDate(qdate(date(2026, 1, 6)))
    qtbot.mouseClick(page.worksheet.finish.finish, LEFT)
    assert last_marks(diary, therapy) == [date(2026, 1, 6)]

    qtbot.mouseClick(page.finished.open, LEFT)  # still closed: the mark stays, and a later end moves it
    assert last_marks(diary, therapy) == [date(2026, 1, 6)]
    page.worksheet.ask_to_finish()
    page.worksheet.finish.ended_on.setDate(qdate(date(2026, 2, 1)))
    qtbot.mouseClick(page.worksheet.finish.finish, LEFT)
    assert last_marks(diary, therapy) == [date(2026, 1, 27)]

    qtbot.mouseClick(page.finished.go_on, LEFT)
    assert last_marks(diary, therapy) == []


def test_a_mark_the_person_made_theirs_stays_and_none_is_set_beside_it(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    finish(page, qtbot)
    [mark] = [it for it in diary.milestones.of(therapy.id) if it.kind is MilestoneKind.LAST_SESSION]
    with diary.change():
        diary.milestones.save(replace(mark, words="We had tea"))
    qtbot.mouseClick(page.finished.go_on, LEFT)
    assert last_marks(diary, therapy) == [mark.on_date]
    qtbot.mouseClick(page.before.form.begin, LEFT)
    page.worksheet.ask_to_finish()
    assert page.worksheet.finish.mark_last.isHidden()
    qtbot.mouseClick(page.worksheet.finish.finish, LEFT)
    assert last_marks(diary, therapy) == [mark.on_date]


def test_the_last_session_is_not_marked_where_that_is_not_wanted(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    page.worksheet.ask_to_finish()
    tick(page.worksheet.finish.mark_last, qtbot)
    qtbot.mouseClick(page.worksheet.finish.finish, LEFT)
    assert last_marks(diary, therapy) == []


def test_when_the_file_cannot_be_written_nothing_is_closed_and_it_is_said(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot, tmp_path: Path
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    other = Diary.open(tmp_path / "diary.db", key=KEY)
    with pytest.raises(InterruptedError), other.quiet_change():
        finish(page, qtbot)
        assert page.worksheet.finish.trouble.text()
        raise InterruptedError
    other.close()
    assert diary.therapies.get(therapy.id).state is TherapyState.ENDING
    assert page.room() is page.worksheet
    qtbot.mouseClick(page.worksheet.finish.finish, LEFT)
    assert page.room() is page.finished


def test_pages_of_a_later_program_are_said_not_to_be_readable(
    page: EndingPage, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    with diary.change():
        diary.closings.finish(therapy.id, NOON.date(), '{"format": 99}')
    page.refresh()
    assert "cannot be read by this version" in page.finished.notice.text()
    assert page.finished.bar.isHidden()


def test_a_goal_carried_on_can_still_be_rated_after_the_end(
    page: EndingPage, window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    goal = next(it for it in diary.goals.of(therapy.id) if it.wording.wording == "zsecondgoal")
    qtbot.mouseClick(page.before.form.begin, LEFT)
    finish(page, qtbot)
    assert window.show_page("goals")
    goals = window.page_named("goals")
    assert isinstance(goals, GoalsPage)
    assert goal.state is GoalState.OPEN
    numbers = goals.cards[goal.id].form.numbers
    qtbot.mouseClick(numbers.segments()[7], LEFT)
    qtbot.waitUntil(lambda: [it.value for it in diary.goals.ratings_of(goal.id)] == [7])


@pytest.mark.parametrize("width", [1280, 900])
@pytest.mark.parametrize("language", ["en", "he"])
def test_no_button_at_the_foot_of_the_worksheet_stands_alone(
    diary: Diary,
    therapy: Therapy,
    theme: Theme,
    preferences: Preferences,
    qapp: QApplication,
    qtbot: QtBot,
    language: str,
    width: int,
) -> None:
    """Also with finished pages to look back at, which makes one more."""
    speak(qapp, language)
    live_a_therapy(diary, therapy)
    with diary.change():
        closing = Closing(
            therapy=therapy.id, variant=Variant.GOALS, decided_by=None, opened_on=date(2026, 3, 1)
        )
        diary.closings.begin(closing)
        diary.closings.finish(therapy.id, NOON.date(), "{}")
        diary.closings.open_again(therapy.id)
        diary.therapies.move_to(therapy.id, TherapyState.ENDING)
    window = build_window(diary, lambda: NOON, theme, preferences)
    qtbot.addWidget(window)
    window.resize(width, 800)
    window.show()
    page = ending_in(window)
    bar = page.worksheet.form.bar
    settle()
    buttons = [it for it in bar.findChildren(QPushButton) if it.isVisible()]
    assert len(buttons) == 5
    lines = Counter(it.mapTo(bar, QPoint(0, it.height() // 2)).y() for it in buttons)
    assert len(lines) <= 2
    assert min(lines.values()) > 1
    window.close()


def test_a_therapy_that_was_over_without_notice_gets_its_goodbye_alone(
    window: MainWindow, diary: Diary, therapy: Therapy, qtbot: QtBot
) -> None:
    with diary.change():
        over = replace(
            therapy, state=TherapyState.CLOSED, ended_on=date(2026, 2, 24), end_kind=EndKind.OUTSIDE_REASONS
        )
        diary.therapies.save(over)
    page = ending_in(window)
    assert "also where there was no time for one" in page.before.form.beforeTrouble.text()
    assert page.before.form.setAside.isHidden()
    assert page.before.form.begin.text() == "&Write the worksheet"
    qtbot.mouseClick(page.before.form.begin, LEFT)
    assert diary.topics.waiting(therapy.id) == []  # nobody is left to bring it to
    write(page, Section.GOOD_BYE, "Alone, later.", qtbot)
    finish(page, qtbot)
    closed = diary.therapies.get(therapy.id)
    assert (closed.ended_on, closed.end_kind) == (date(2026, 2, 24), EndKind.OUTSIDE_REASONS)
    assert "Alone, later." in on_screen(page)


def test_every_control_of_the_finished_pages_has_a_name_and_the_keyboard_goes_round(
    page: EndingPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.before.form.begin, LEFT)
    finish(page, qtbot)
    assert unnamed_controls(page.window()) == []
    assert len(tab_cycle(page.window())) > 5


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1280, 832), (900, 640)])
def test_every_room_is_whole_at_every_size(
    page: EndingPage,
    window: MainWindow,
    theme: Theme,
    qtbot: QtBot,
    size: tuple[int, int],
    percent: int,
) -> None:
    theme.set_text_size(percent)
    window.resize(*size)

    def whole() -> None:
        page.keep()  # the word that it is saved comes now, and not while the page is looked at
        QApplication.processEvents()
        qtbot.waitUntil(lambda: clipped_words(window) == [])  # heights follow widths, a turn later
        assert scrolled_sideways(window) == []
        assert unnamed_controls(window) == []

    whole()
    page.before.form.begin.click()
    page.worksheet.drawer.handle.click()
    page.worksheet.themes.handle.click()
    for row in range(page.worksheet.form.sections.count()):
        page.worksheet.form.sections.setCurrentRow(row)
        for it in page.worksheet.card.rows.values():
            it.change.click()
        whole()
    page.worksheet.ask_to_finish()
    whole()
    page.worksheet.finish.finish.click()
    whole()
