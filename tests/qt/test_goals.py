"""Goals in the person's own words: what can be done on the page, and what the diary then holds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.conftest import KEY, NOON
from tests.qt.audit import tab_cycle, unnamed_controls
from therapy_diary.domain.goal import ChangeKind, Goal, GoalState, Level, Shared
from therapy_diary.domain.milestone import MilestoneKind
from therapy_diary.domain.therapy import Therapy
from therapy_diary.domain.topic import TopicKind
from therapy_diary.storage.diary import Diary
from therapy_diary.views.goal.card import GoalCard
from therapy_diary.views.goals import GoalsPage
from therapy_diary.views.main_window import MainWindow
from therapy_diary.views.page import Desk
from therapy_diary.widgets.dot_line import DotLine

pytestmark = pytest.mark.thorough

Show = Callable[[GoalsPage], GoalsPage]
TODAY = NOON.date()


@pytest.fixture
def goal(diary: Diary, therapy: Therapy) -> Goal:
    with diary.change():
        goal = diary.goals.add(therapy.id, "Sleep better", date(2026, 1, 6), level=Level.DAILY_LIFE)
        diary.goals.rate(goal.wording.id, date(2026, 2, 1), 7, words="Last month's line")
    return goal


@pytest.fixture
def page(desk: Desk, goal: Goal, shown: Show) -> GoalsPage:
    assert goal.state is GoalState.OPEN
    return shown(GoalsPage(desk))


@pytest.fixture
def card(page: GoalsPage, goal: Goal) -> GoalCard:
    return page.cards[goal.id]


def click(qtbot: QtBot, widget: QWidget) -> None:
    assert widget.isVisible()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def rate(qtbot: QtBot, card: GoalCard, number: int) -> None:
    click(qtbot, card.form.numbers.segments()[number])


def ending(card: GoalCard, state: GoalState) -> QPushButton:
    return next(it for it in card.findChildren(QPushButton) if it.property("state") == state)


def words_on(page: QWidget) -> str:
    return " ".join(it.text() for it in page.findChildren(QLabel) if it.isVisible())


def test_a_first_goal_is_written_from_the_empty_page(
    desk: Desk, qtbot: QtBot, diary: Diary, therapy: Therapy, shown: Show
) -> None:
    page = shown(GoalsPage(desk))
    assert "No goals yet" in words_on(page)
    click(qtbot, page.form.empty.findChildren(QPushButton)[0])
    assert page.editor is not None
    qtbot.keyClicks(QApplication.focusWidget(), "  Say no once a week ")
    click(qtbot, page.editor.form.level.segments()[1])
    click(qtbot, page.editor.form.shared.segments()[1])
    click(qtbot, page.editor.form.keep)

    [kept] = diary.goals.of(therapy.id)
    assert kept.wording.wording == "Say no once a week"
    assert (kept.level, kept.shared, kept.opened_on) == (Level.PATTERNS, Shared.DIFFERS, TODAY)
    assert page.cards[kept.id].isVisible()
    assert page.editor is None


def test_a_goal_needs_words_and_nothing_else(
    page: GoalsPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    click(qtbot, page.add)
    assert page.editor is not None
    click(qtbot, page.editor.form.keep)
    assert page.editor.form.trouble.isVisible()
    qtbot.keyClicks(page.editor.form.wording, "Swim")
    click(qtbot, page.editor.form.keep)
    kept = diary.goals.of(therapy.id)[-1]
    assert (kept.level, kept.shared) == (Level.OTHER, Shared.NOT_DISCUSSED)


def test_words_that_are_too_long_stay_and_a_sentence_says_so(
    page: GoalsPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    click(qtbot, page.add)
    assert page.editor is not None
    page.editor.form.wording.insert_as_person("long " * 100)
    click(qtbot, page.editor.form.keep)
    assert "499" in page.editor.form.trouble.text()
    assert page.editor.form.wording.text() == "long " * 100
    assert len(diary.goals.of(therapy.id)) == 1


def test_no_earlier_number_is_shown_before_todays(page: GoalsPage, card: GoalCard) -> None:
    assert card.form.numbers.value() is None
    assert not card.form.words.isVisible()
    assert "Last month" not in words_on(page)
    assert "7" not in words_on(page)


def test_a_number_is_kept_at_once_and_can_be_undone(
    card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal
) -> None:
    rate(qtbot, card, 0)
    given = diary.goals.rating_on(goal.wording.id, TODAY)
    assert given is not None
    assert given.value == 0
    assert card.form.keptWords.text() == "Kept."

    rate(qtbot, card, 6)
    click(qtbot, card.form.undo)
    given = diary.goals.rating_on(goal.wording.id, TODAY)
    assert given is not None
    assert given.value == 0
    assert card.form.numbers.value() == 0

    rate(qtbot, card, 0)  # pressed again: taken back
    assert diary.goals.rating_on(goal.wording.id, TODAY) is None
    click(qtbot, card.form.undo)
    given = diary.goals.rating_on(goal.wording.id, TODAY)
    assert given is not None
    assert given.value == 0


def test_a_first_number_of_the_day_undone_leaves_the_day_missing(
    card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal
) -> None:
    rate(qtbot, card, 3)
    click(qtbot, card.form.undo)
    assert diary.goals.rating_on(goal.wording.id, TODAY) is None
    assert card.form.numbers.value() is None
    assert [it.value for it in diary.goals.ratings_of(goal.id)] == [7]


def test_a_line_about_it_is_kept_by_itself(card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal) -> None:
    rate(qtbot, card, 5)
    qtbot.keyClicks(card.form.words, "Three nights.")

    def kept() -> bool:
        given = diary.goals.rating_on(goal.wording.id, TODAY)
        return given is not None and (given.value, given.words) == (5, "Three nights.")

    qtbot.waitUntil(kept)
    assert card.form.words.text() == "Three nights."


def test_leaving_the_page_keeps_the_line_at_once(
    page: GoalsPage, card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal
) -> None:
    rate(qtbot, card, 5)
    qtbot.keyClicks(card.form.words, "Three nights.")
    page.keep()
    given = diary.goals.rating_on(goal.wording.id, TODAY)
    assert given is not None
    assert given.words == "Three nights."


def test_the_next_day_asks_anew(
    card: GoalCard, qtbot: QtBot, desk: Desk, diary: Diary, goal: Goal, shown: Show
) -> None:
    rate(qtbot, card, 5)
    tomorrow = shown(GoalsPage(replace(desk, now=lambda: datetime(2026, 3, 5, 8, 0)))).cards[goal.id]
    assert tomorrow.form.numbers.value() is None
    rate(qtbot, tomorrow, 6)
    assert [it.value for it in diary.goals.ratings_of(goal.id)] == [7, 5, 6]


def test_the_words_under_the_scale_are_told_to_a_screen_reader(card: GoalCard) -> None:
    names = [it.accessibleName() for it in card.form.numbers.segments()]
    assert names[0] == "Sleep better: Where am I with this, today?: 0, no nearer than when I started"
    assert names[5].endswith("about half way")
    assert names[10].endswith("as far as I wanted to get")


def test_clearer_words_keep_the_first_ones_in_sight_and_todays_number(
    card: GoalCard, page: GoalsPage, qtbot: QtBot, diary: Diary, goal: Goal
) -> None:
    rate(qtbot, card, 5)
    click(qtbot, card.form.change)
    assert not card.editor.form.kind.isVisible()
    card.editor.form.wording.selectAll()
    qtbot.keyClicks(card.editor.form.wording, "Go to bed before one")
    click(qtbot, card.editor.form.keep)
    assert "clearer words or a new aim" in card.editor.form.trouble.text()
    click(qtbot, card.editor.form.kind.segments()[0])
    qtbot.keyClicks(card.editor.form.why, "it was vague")
    click(qtbot, card.editor.form.keep)

    kept = diary.goals.get(goal.id)
    assert [it.wording for it in kept.wordings] == ["Sleep better", "Go to bed before one"]
    assert (kept.wording.change_kind, kept.wording.why) == (ChangeKind.CLEARER_WORDS, "it was vague")
    assert "Sleep better" in words_on(page)
    assert not card.editor.isVisible()
    given = diary.goals.rating_on(kept.wording.id, TODAY)
    assert given is not None
    assert (given.value, card.form.numbers.value()) == (5, 5)


def test_a_new_aim_begins_without_a_number(card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal) -> None:
    rate(qtbot, card, 5)
    click(qtbot, card.form.change)
    card.editor.form.wording.selectAll()
    qtbot.keyClicks(card.editor.form.wording, "Be less harsh with myself")
    click(qtbot, card.editor.form.kind.segments()[1])
    click(qtbot, card.editor.form.keep)

    kept = diary.goals.get(goal.id)
    assert kept.wording.change_kind is ChangeKind.NEW_AIM
    assert card.form.numbers.value() is None
    assert diary.goals.rating_on(kept.first_wording.id, TODAY) is not None


def test_what_the_two_agree_on_changes_without_new_words(
    card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal
) -> None:
    click(qtbot, card.form.change)
    click(qtbot, card.editor.form.shared.segments()[0])
    click(qtbot, card.editor.form.keep)
    kept = diary.goals.get(goal.id)
    assert (kept.shared, len(kept.wordings)) == (Shared.AGREED, 1)
    assert "We agreed on it" in card.form.facts.text()


@pytest.mark.parametrize("state", [GoalState.REACHED, GoalState.SET_ASIDE, GoalState.CARRIED_ON])
def test_a_goal_ends_without_a_reason_and_can_be_opened_again(
    page: GoalsPage, card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal, state: GoalState
) -> None:
    click(qtbot, card.form.end)
    click(qtbot, ending(card, state))
    kept = diary.goals.get(goal.id)
    assert (kept.state, kept.closed_on) == (state, TODAY)
    assert goal.id not in page.cards
    assert "fail" not in words_on(page).lower()

    page.form.notice.acted.emit()  # Undo
    assert diary.goals.get(goal.id).state is GoalState.OPEN

    click(qtbot, page.cards[goal.id].form.end)
    click(qtbot, ending(page.cards[goal.id], state))
    click(qtbot, page.form.ended)
    click(qtbot, page.form.endedList.findChildren(QPushButton)[-1])
    assert diary.goals.get(goal.id).state is GoalState.OPEN
    assert page.cards[goal.id].isVisible()


def test_an_end_may_have_a_line_which_a_lock_does_not_lose(
    desk: Desk, card: GoalCard, page: GoalsPage, qtbot: QtBot, diary: Diary, goal: Goal, shown: Show
) -> None:
    click(qtbot, card.form.end)
    qtbot.keyClicks(card.ending.words, "Enough of it")
    page.keep()  # as at a lock, before any end was chosen

    again = shown(GoalsPage(desk)).cards[goal.id]
    assert again.ending.words.isVisible()
    assert again.ending.closing_words() == "Enough of it"
    click(qtbot, ending(again, GoalState.REACHED))
    kept = diary.goals.get(goal.id)
    assert (kept.state, kept.closing_words) == (GoalState.REACHED, "Enough of it")
    assert diary.drafts.all() == []


def test_a_goal_is_replaced_by_another_that_takes_its_place(
    page: GoalsPage, card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal, therapy: Therapy, desk: Desk
) -> None:
    with diary.change():
        diary.goals.add(therapy.id, "Second", TODAY)
    click(qtbot, card.form.end)
    click(qtbot, ending(card, GoalState.REPLACED))
    assert "In place of “\u2068Sleep better\u2069”" in words_on(page)
    assert diary.goals.get(goal.id).state is GoalState.OPEN  # until the other one is there
    assert page.editor is not None
    qtbot.keyClicks(page.editor.form.wording, "Rest without guilt")
    page.keep()
    again = GoalsPage(desk)
    again.refresh()
    assert "In place of" in again.in_place_of.text()  # a lock in between forgets nothing
    again.deleteLater()
    click(qtbot, page.editor.form.keep)

    before, other = diary.goals.get(goal.id), diary.goals.of(therapy.id)[1]
    assert (before.state, before.closed_on, before.replaced_by) == (GoalState.REPLACED, TODAY, other.id)
    assert [it.first_wording.wording for it in page_order(page)] == ["Rest without guilt", "Second"]
    click(qtbot, page.form.ended)
    assert "Replaced by “\u2068Rest without guilt\u2069” · 4 March 2026" in words_on(page)


def page_order(page: GoalsPage) -> list[Goal]:
    return [it.goal for it in page.cards.values()]


def test_the_history_tells_wordings_days_reasons_and_numbers_when_it_is_opened(
    page: GoalsPage, card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal
) -> None:
    with diary.change():
        clearer = diary.goals.reword(
            goal.id, "Sleep six hours", ChangeKind.CLEARER_WORDS, date(2026, 2, 3), "so I can tell"
        )
        for day, value in ((4, 2), (5, 3), (6, 4), (7, 6)):
            diary.goals.rate(clearer.wording.id, date(2026, 2, day), value)
        diary.goals.reword(goal.id, "Rest", ChangeKind.NEW_AIM, date(2026, 3, 1))
    assert "so I can tell" not in words_on(page)
    click(qtbot, card.history)
    QApplication.processEvents()
    told = words_on(page)
    for words in (
        "A new aim · 1 March 2026",
        "No number was given for these words.",
        "Clearer words · 3 February 2026",
        "so I can tell",
        "First written · 6 January 2026",
        "From about 3 (first three) to about 4 (latest three)",  # 7, 2, 3, 4, 6: clearer words join them
    ):
        assert words in told
    [dots] = [it for it in card.findChildren(DotLine) if it.isVisible()]  # the new aim has no number yet
    assert dots.accessibleName() == "From about 3 (first three) to about 4 (latest three)"
    click(qtbot, card.history)
    assert "so I can tell" not in words_on(page)


def test_a_goal_that_is_not_agreed_on_can_become_something_to_bring(
    card: GoalCard, qtbot: QtBot, diary: Diary, goal: Goal, therapy: Therapy
) -> None:
    click(qtbot, card.offer.button)
    [topic] = diary.topics.waiting(therapy.id)
    assert (topic.wording, topic.kind) == ("Sleep better", TopicKind.GOALS)
    with diary.change():
        diary.goals.save(replace(goal, shared=Shared.AGREED))
    assert not card.offer.isVisible()


def hold(diary: Diary, therapy: Therapy, count: int) -> None:
    with diary.change():
        for week in range(count):
            diary.sessions.add(therapy.id, NOON - timedelta(weeks=week, days=1))


def test_looking_at_the_goals_again_is_offered_at_the_sixth_session_and_can_be_put_off(
    page: GoalsPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    assert not page.review.isVisible()
    hold(diary, therapy, 6)
    assert page.review.isVisible()
    click(qtbot, page.review.later)
    assert not page.review.isVisible()
    assert diary.milestones.of(therapy.id) == []


def test_one_question_for_each_goal_and_the_day_becomes_a_milestone(
    page: GoalsPage, qtbot: QtBot, diary: Diary, therapy: Therapy, goal: Goal
) -> None:
    with diary.change():
        other = diary.goals.add(therapy.id, "Second", date(2026, 1, 6))
    hold(diary, therapy, 6)
    click(qtbot, page.review.begin)
    first, second = page.cards[goal.id].review, page.cards[other.id].review
    assert first is not None
    assert second is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)  # the keyboard is on "Yes"
    assert not first.isVisible()
    assert second.isVisible()
    click(qtbot, second.buttons[2])  # a different aim
    editor = page.cards[other.id].editor
    assert editor.isVisible()
    qtbot.keyClicks(editor.form.wording, ", and more")
    assert editor.form.kind.value() == 1
    click(qtbot, editor.form.keep)
    assert diary.goals.get(other.id).wording.change_kind is ChangeKind.NEW_AIM
    [mark] = diary.milestones.of(therapy.id)
    assert (mark.kind, mark.on_date) == (MilestoneKind.GOALS_REVIEWED, TODAY)
    assert not page.review.isVisible()


def test_three_goals_are_on_the_page_and_the_rest_is_folded(
    desk: Desk, diary: Diary, therapy: Therapy, goal: Goal, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        for words in ("two", "three", "four", "five"):
            diary.goals.add(therapy.id, words, TODAY)
    page = shown(GoalsPage(desk))
    assert next(iter(page.cards)) == goal.id
    assert [it.isVisible() for it in page.cards.values()] == [True] * 3 + [False] * 2
    assert page.form.more.text() == "More goals (2)"
    click(qtbot, page.form.more)
    assert all(it.isVisible() for it in page.cards.values())


def test_the_order_is_the_persons_by_button_and_by_alt_and_arrow(
    desk: Desk, diary: Diary, therapy: Therapy, goal: Goal, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        second = diary.goals.add(therapy.id, "two", TODAY)
        third = diary.goals.add(therapy.id, "three", TODAY)
    page = shown(GoalsPage(desk))
    assert not page.cards[goal.id].form.up.isEnabled()
    assert not page.cards[third.id].form.down.isEnabled()

    click(qtbot, page.cards[goal.id].form.down)
    assert [it.id for it in diary.goals.of(therapy.id)] == [second.id, goal.id, third.id]

    number = page.cards[third.id].form.numbers.segments()[0]
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(number, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [it.id for it in diary.goals.of(therapy.id)] == [third.id, second.id, goal.id]
    assert QApplication.focusWidget() is number
    assert page.form.goals.itemAt(0).widget() is page.cards[third.id]
    qtbot.keyClick(number, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [it.id for it in diary.goals.of(therapy.id)] == [second.id, third.id, goal.id]


def test_tab_follows_the_order_on_the_screen(
    desk: Desk, diary: Diary, therapy: Therapy, goal: Goal, qtbot: QtBot, shown: Show
) -> None:
    with diary.change():
        second = diary.goals.add(therapy.id, "two", TODAY)
    page = shown(GoalsPage(desk))
    click(qtbot, page.cards[goal.id].form.down)
    page.add.setFocus()
    seen: list[GoalCard] = []
    for _ in range(12):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        here = next((it for it in page.cards.values() if it.isAncestorOf(QApplication.focusWidget())), None)
        if here is not None and here not in seen:
            seen.append(here)
    assert seen == [page.cards[second.id], page.cards[goal.id]]


def test_a_goal_is_added_and_rated_from_the_keyboard(
    page: GoalsPage, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    page.add.setFocus()
    qtbot.keyClick(page.add, Qt.Key.Key_Space)
    qtbot.keyClicks(QApplication.focusWidget(), "Swim again")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "0")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    kept = diary.goals.of(therapy.id)[-1]
    assert (kept.wording.wording, kept.level) == ("Swim again", Level.FEELINGS)

    page.cards[kept.id].form.numbers.segments()[0].setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "10")
    given = diary.goals.rating_on(kept.wording.id, TODAY)
    assert given is not None
    assert given.value == 10


def test_ctrl_s_keeps_the_goal_being_written_in_the_main_window_too(
    window: MainWindow, goal: Goal, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    window.show_page("goals")
    page = window.page
    assert isinstance(page, GoalsPage)
    click(qtbot, page.add)
    qtbot.keyClicks(QApplication.focusWidget(), "Swim")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [it.wording.wording for it in diary.goals.of(therapy.id)] == [goal.wording.wording, "Swim"]


def test_half_written_goals_come_back_after_the_diary_was_closed(
    tmp_path: Path, desk: Desk, qtbot: QtBot, shown: Show
) -> None:
    file = tmp_path / "other.db"
    first = Diary.create(file, KEY)
    with first.change():
        therapy = first.therapies.begin(label="With N.", started_on=TODAY)
        goal = first.goals.add(therapy.id, "Sleep", TODAY)
    page = shown(GoalsPage(replace(desk, diary=first)))
    click(qtbot, page.add)
    assert page.editor is not None
    qtbot.keyClicks(page.editor.form.wording, "Half a go")
    click(qtbot, page.editor.form.level.segments()[2])
    click(qtbot, page.cards[goal.id].form.change)
    qtbot.keyClicks(page.cards[goal.id].editor.form.wording, " well")
    qtbot.waitUntil(lambda: len(first.drafts.all()) == 2)
    page.keep()
    first.close()

    second = Diary.open(file, KEY)
    again = shown(GoalsPage(replace(desk, diary=second)))
    assert again.editor is not None
    assert again.editor.form.wording.text() == "Half a go"
    assert again.editor.form.level.value() == 2
    assert again.cards[goal.id].editor.form.wording.text() == "Sleep well"
    assert again.cards[goal.id].editor.isVisible()
    click(qtbot, again.editor.form.keep)
    click(qtbot, again.cards[goal.id].editor.form.cancel)
    again.keep()
    assert second.drafts.all() == []
    assert second.goals.get(goal.id).wording.wording == "Sleep"
    second.close()


def test_a_change_elsewhere_leaves_half_written_words_alone(
    page: GoalsPage, card: GoalCard, qtbot: QtBot, diary: Diary, therapy: Therapy
) -> None:
    rate(qtbot, card, 4)
    qtbot.keyClicks(card.form.words, "half a sen")
    click(qtbot, card.form.change)
    qtbot.keyClicks(card.editor.form.wording, ", most nights")
    click(qtbot, page.add)
    assert page.editor is not None
    qtbot.keyClicks(page.editor.form.wording, "Another")
    with diary.change():
        diary.goals.add(therapy.id, "From elsewhere", TODAY)
    assert card.form.words.text() == "half a sen"
    assert card.editor.form.wording.text() == "Sleep better, most nights"
    assert page.editor.form.wording.text() == "Another"


def test_when_it_cannot_be_kept_nothing_typed_is_lost(
    page: GoalsPage, card: GoalCard, qtbot: QtBot, diary: Diary, therapy: Therapy, tmp_path: Path
) -> None:
    click(qtbot, page.add)
    assert page.editor is not None
    qtbot.keyClicks(page.editor.form.wording, "Swim")
    file = tmp_path / "diary.db"
    file.rename(tmp_path / "gone.db")
    click(qtbot, page.editor.form.keep)
    rate(qtbot, card, 4)
    assert page.editor is not None
    assert page.editor.form.wording.text() == "Swim"
    assert page.editor.form.trouble.isVisible()
    assert card.form.trouble.isVisible()
    assert card.form.numbers.value() is None

    (tmp_path / "gone.db").rename(file)
    click(qtbot, page.editor.form.keep)
    rate(qtbot, card, 4)
    assert not card.form.trouble.isVisible()
    assert len(diary.goals.of(therapy.id)) == 2


def test_every_control_has_a_name_for_a_screen_reader(page: GoalsPage, card: GoalCard, qtbot: QtBot) -> None:
    rate(qtbot, card, 4)
    click(qtbot, card.form.change)
    qtbot.keyClicks(card.editor.form.wording, ", most nights")
    click(qtbot, page.add)
    assert unnamed_controls(page) == []


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_is_cut_off_in_a_small_window(
    page: GoalsPage,
    card: GoalCard,
    desk: Desk,
    qtbot: QtBot,
    qapp: QApplication,
    text_size: int,
    direction: Qt.LayoutDirection,
) -> None:
    rate(qtbot, card, 4)
    click(qtbot, card.form.change)
    qapp.setLayoutDirection(direction)
    desk.theme.set_text_size(text_size)
    page.window().resize(668, 640)
    qapp.processEvents()
    assert page.form.column.width() <= page.form.scroll.viewport().width()
    for segment in card.form.numbers.segments():
        assert segment.height() >= segment.height_at(segment.width())


def test_tab_goes_round_the_whole_page_and_is_never_held(page: GoalsPage) -> None:
    assert len(tab_cycle(page.window())) == 6  # one goal cannot be moved
